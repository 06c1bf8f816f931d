/**
 * A register of any size, the same for the same seed: invented organisations with Finnish names in real municipalities.
 */
import { asciiPart } from './identifiers.ts';
import type { LegalForm, OrganisationState } from './organisation.ts';
import { randomFrom, type Random } from './seeded-random.ts';

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
export interface GeneratedOrganisation {
  name: string;
  legalForm: LegalForm;
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
  state: OrganisationState;
}

/** The same `count` organisations for the same seed and municipalities. */
export function* generatedOrganisations(
  count: number,
  seed: number,
  municipalities: readonly { code: string; nameFi: string }[],
): Generator<GeneratedOrganisation> {
  const random = randomFrom(seed);
  const businessIds = businessIdsFrom(1_000_003);
  for (let index = 0; index < count; index += 1) {
    const municipality = random.pick(municipalities);
    const [kind, fieldKey, prhClass] = random.pick(KINDS);
    const name = nameOf(random, kind, municipality.nameFi);
    const isRegistered = !random.isOneIn(12);
    yield {
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
function* businessIdsFrom(first: number): Generator<string, never> {
  for (let number = first; ; number += 83) {
    const digits = String(number).padStart(7, '0');
    const weighted = [7, 9, 10, 5, 8, 4, 2].reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
    const remainder = weighted % 11;
    if (remainder !== 1) yield `${digits}-${remainder === 0 ? 0 : 11 - remainder}`;
  }
}
