/**
 * A register of any size, the same at every run: invented organisations with Finnish names in the real
 * municipalities of Finland, beside the sample board with its meetings. Written fast: raw inserts in one transaction;
 * the search entries come from the product's own functions.
 */
import fs from 'node:fs';
import path from 'node:path';
import { createResources } from '../../electron/backend/resources.ts';
import { openDatabase, write, type OpenDatabase } from '../../db/core/open.ts';
import { importBoardFile } from '../../db/features/board-file.ts';
import { importClassification } from '../../db/features/classification.ts';
import { freezeExamined, openMeeting, recordCall, reopenMeeting } from '../../db/features/meeting-course.ts';
import { reindexAll } from '../../db/features/search.ts';
import { asciiPart } from '../../db/model/identifiers.ts';
import { sortKey } from '../../db/model/sort-key.ts';
import { randomFrom, type Random } from './random.ts';

const resources = createResources(path.resolve(import.meta.dirname, '../../resources'));

const BEGINNINGS = (
  'Haapa Koivu Kallio Hirvi Karhu Kuusi Mänty Saari Suo Lehto Ahven Hauki Kurki Joutsen' +
  ' Lumme Mylly Pappila Raja Sammal Teeri Tuomi Vesi Väärä Yli Äijä Öllö Iso Pikku' +
  ' Vanha Uusi Honka Pihlaja Kivi Hiekka Susi Kettu'
).split(' ');
const ENDINGS = (
  'järven niemen lahden mäen kosken kylän salmen vaaran joen kankaan rannan harjun selän ojan' +
  ' pellon lammen saaren suon perän korven'
).split(' ');
const SIDES = ['', '', '', 'Ylä-', 'Ala-', 'Etelä-', 'Pohjois-', 'Itä-', 'Länsi-', 'Keski-'];

/** What an organisation is, the key of its field, and its class in the register of associations. */
const KINDS: readonly [name: string, field: string, prhClass: number][] = [
  ['kyläyhdistys', 'kylat', 9],
  ['kotiseutuyhdistys', 'kylat', 4],
  ['kaupunginosayhdistys', 'kylat', 9],
  ['urheiluseura', 'liikunta', 6],
  ['hiihtoseura', 'liikunta', 6],
  ['voimistelijat', 'liikunta', 6],
  ['ratsastajat', 'liikunta', 6],
  ['nuorisoseura', 'nuoriso', 5],
  ['4H-yhdistys', 'nuoriso', 5],
  ['partiolaiset', 'nuoriso', 5],
  ['vanhempainyhdistys', 'lapset_perheet', 9],
  ['perhekahvila', 'lapset_perheet', 3],
  ['eläkkeensaajat', 'elakelaiset', 9],
  ['eläkeläiset', 'elakelaiset', 9],
  ['sydänyhdistys', 'potilas_omaishoito', 3],
  ['diabetesyhdistys', 'potilas_omaishoito', 3],
  ['omaishoitajat', 'potilas_omaishoito', 3],
  ['kuulovammaiset', 'vammaiset', 3],
  ['näkövammaiset', 'vammaiset', 3],
  ['invalidit', 'vammaiset', 3],
  ['mielenterveysyhdistys', 'mielenterveys_paihde', 3],
  ['raittiusyhdistys', 'mielenterveys_paihde', 3],
  ['työttömät', 'tyollisyys', 2],
  ['työpaja', 'tyollisyys', 2],
  ['luonnonystävät', 'luonto', 9],
  ['metsästysseura', 'harrastus', 5],
  ['kalastuskunta', 'harrastus', 5],
  ['mehiläishoitajat', 'harrastus', 5],
  ['puutarhayhdistys', 'harrastus', 5],
  ['koirakerho', 'harrastus', 5],
  ['vapaaehtoinen palokunta', 'valmius', 9],
  ['reserviläiset', 'valmius', 8],
  ['pelastuspalvelu', 'valmius', 9],
  ['martat', 'neuvonta', 9],
  ['maa- ja kotitalousnaiset', 'neuvonta', 9],
  ['yrittäjät', 'yrittajat', 2],
  ['kuoro', 'kulttuuri', 4],
  ['kesäteatteri', 'kulttuuri', 4],
  ['pelimannit', 'kulttuuri', 4],
  ['taideyhdistys', 'kulttuuri', 4],
  ['ystävyysseura', 'monikulttuurisuus', 8],
  ['monikulttuuriyhdistys', 'monikulttuurisuus', 9],
  ['sosiaaliturvayhdistys', 'sote', 3],
  ['rukoushuoneyhdistys', 'uskonto', 7],
];

/** One invented organisation; dates and codes as the table holds them. */
export interface LargeOrganisation {
  id: string;
  name: string;
  legalForm: string;
  businessId: string | null;
  registerNumber: string | null;
  prhClass: number;
  fieldKey: string;
  municipality: string;
  email: string;
  phone: string;
  postOffice: string;
  notes: string;
  checkedOn: string | null;
  state: string;
}

/** The same `count` organisations at every call. */
export function* largeOrganisations(count: number): Generator<LargeOrganisation> {
  const random = randomFrom(2026);
  const { municipalities } = resources.classification();
  const businessIds = businessIdsFrom(1_000_003);
  for (let index = 0; index < count; index += 1) {
    const municipality = random.pick(municipalities);
    const [kind, fieldKey, prhClass] = random.pick(KINDS);
    const name = nameOf(random, kind, municipality.nameFi);
    const isRegistered = !random.isOneIn(12);
    yield {
      id: idOf(random, index),
      name: isRegistered ? `${name} ry` : name,
      legalForm: isRegistered ? 'association' : 'unregistered',
      businessId: isRegistered && !random.isOneIn(5) ? businessIds.next().value : null,
      registerNumber: isRegistered ? String(1_000 + index * 13) : null,
      prhClass,
      fieldKey,
      municipality: municipality.code,
      email: `${asciiPart(name).toLowerCase()}@posti.example`,
      phone: `050 ${String(random.below(9_000_000) + 1_000_000)}`,
      postOffice: municipality.nameFi,
      notes: random.isOneIn(4) ? `Yhteyshenkilö ${random.pick(BEGINNINGS)}la, toimintaa koko vuoden.` : '',
      checkedOn: random.isOneIn(3)
        ? null
        : `202${random.below(6)}-0${1 + random.below(9)}-1${random.below(10)}`,
      state: random.isOneIn(40) ? 'dissolved' : random.isOneIn(25) ? 'dormant' : 'active',
    };
  }
}

function nameOf(random: Random, kind: string, municipality: string): string {
  if (random.isOneIn(6)) return `${municipality}-Seura`;
  const place = random.pick(BEGINNINGS) + random.pick(ENDINGS);
  const side = random.pick(SIDES);
  return `${side}${place} ${kind}`;
}

/** Valid business ids (Y-tunnus): the check digit is 11 less the weighted sum's remainder; a remainder of 1 is skipped. */
export function* businessIdsFrom(first: number): Generator<string, never> {
  for (let number = first; ; number += 83) {
    const digits = String(number).padStart(7, '0');
    const weighted = [7, 9, 10, 5, 8, 4, 2].reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
    const remainder = weighted % 11;
    if (remainder !== 1) yield `${digits}-${remainder === 0 ? 0 : 11 - remainder}`;
  }
}

/** In the form of a UUID of version 7, ascending with the index. */
function idOf(random: Random, index: number): string {
  const time = (1_700_000_000_000 + index).toString(16).padStart(12, '0');
  const hex = (length: number) => Array.from({ length }, () => random.below(16).toString(16)).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
}

/** Creates the file: the sample board with two meetings in session, `count` organisations more, the search index. */
export async function writeLargeSample(file: string, count: number): Promise<void> {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const database = await openDatabase({ file });
  try {
    await write(database, 'bench', 'bench.sample', async (trx) => {
      await importClassification(trx, resources.classification());
      await importBoardFile(trx, resources.sampleBoard());
      insertOrganisations(database, count);
      await freezeExamined(trx, 'bench', '2026-01-01T00:00:00.000Z');
      const meetings = await trx
        .selectFrom('meeting')
        .select(['id', 'state'])
        .where('state', 'in', ['closed', 'draft'])
        .orderBy('held_on')
        .execute();
      // The rich one is written on, and in a new one people arrive.
      const [closed, draft] = ['closed', 'draft'].map((state) => meetings.find((one) => one.state === state));
      if (closed) await reopenMeeting(trx, closed.id, 'bench');
      if (draft) {
        await recordCall(trx, draft.id, { callSentOn: '2026-08-20', agendaSentOn: '2026-08-20' });
        await openMeeting(trx, draft.id, '13:00');
      }
      await reindexAll(trx);
    });
    database.raw.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

function insertOrganisations({ raw }: OpenDatabase, count: number): void {
  const fields = new Map(
    (raw.prepare('select key, id from field').all() as { key: string; id: string }[]).map(({ key, id }) => [
      key,
      id,
    ]),
  );
  const taken = new Set(
    raw
      .prepare('select business_id from organisation union select register_number from organisation')
      .pluck()
      .all(),
  );
  const insert = raw.prepare(
    `insert into organisation (id, name_fi, sort_key, legal_form, business_id, register_number, prh_class, field_id,
      municipality_year, municipality_code, email, phone, post_office, notes, checked_on, state)
     values (?, ?, ?, ?, ?, ?, ?, ?, 2026, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const free = (key: string | null) => (taken.has(key) ? null : key);
  for (const one of largeOrganisations(count))
    insert.run(
      one.id,
      one.name,
      sortKey(one.name),
      one.legalForm,
      free(one.businessId),
      free(one.registerNumber),
      one.prhClass,
      fields.get(one.fieldKey) ?? null,
      one.municipality,
      one.email,
      one.phone,
      one.postOffice,
      one.notes,
      one.checkedOn,
      one.state,
    );
}
