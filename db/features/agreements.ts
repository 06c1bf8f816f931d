/** Agreements (sopimukset): parties and their signatures, what is in force, what expires, and what renews what. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import {
  agreementDays,
  agreementFlags,
  agreementState,
  checkSignature,
  renewalPeriod,
  type AgreementFacts,
  type AgreementFlag,
  type AgreementKind,
  type AgreementState,
  type AgreementValues,
  type SignatureState,
  type SignatureValues,
} from '../model/agreement.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { LocalisedText } from '../model/language.ts';
import { stagesInOrder } from '../model/practice.ts';
import { latestClassificationYear } from './classification.ts';
import { putBack, removedRows, removing, type Removal } from './removal.ts';
import { assertItemOf, decisionLinks, type DecisionLink } from './volunteer-action-parts.ts';
import { byCode } from './volunteer-actions.ts';
import { assertLiving, assertOfBoard, listOf, nextCode, organisationsById, setLink } from './work-links.ts';

type Row = Selectable<Database['agreement']>;

const LINKS = {
  practice: { table: 'agreement_practice', owner: 'agreement_id', other: 'practice_id' },
  decision: { table: 'agreement_decision', owner: 'agreement_id', other: 'item_id' },
} as const;
export const AGREEMENT_LINKS = ['practice', 'decision'] as const;

export interface AgreementParty {
  id: string;
  organisationId: string | null;
  municipality: string | null;
  name: LocalisedText;
  isDissolved: boolean;
  /** The latest first. */
  signatures: (SignatureValues & { id: string })[];
  state: SignatureState | null;
}

export interface AgreementRow {
  id: string;
  code: string;
  name: string;
  kind: AgreementKind;
  startsOn: string | null;
  endsOn: string | null;
  state: AgreementState;
  /** The days to remember; null: none. */
  days: ReturnType<typeof agreementDays>;
  parties: AgreementParty[];
  signed: number;
  flags: AgreementFlag[];
}

export interface AgreementCard extends AgreementRow {
  boardId: string;
  summary: string;
  noticeMonths: number | null;
  remindDays: number;
  contactPerson: { id: string; name: string } | null;
  terminatedOn: string | null;
  terminationReason: string;
  version: number;
  predecessor: { id: string; code: string; name: string } | null;
  successors: { id: string; code: string; name: string }[];
  practices: { id: string; code: string; name: string }[];
  decisions: DecisionLink[];
}

/** Agreements of a board by their code. @param today ISO date */
export async function listAgreements(
  db: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<AgreementRow[]> {
  const rows = await db.selectFrom('agreement').selectAll().where('board_id', '=', boardId).execute();
  return (await agreementRows(db, rows, today)).sort(byCode);
}

async function agreementRows(
  db: Kysely<Database>,
  rows: readonly Row[],
  today: string,
): Promise<AgreementRow[]> {
  const ids = rows.map((row) => row.id);
  const parties = await db
    .selectFrom('agreement_party as party')
    .leftJoin('municipality', (join) =>
      join
        .onRef('municipality.year', '=', 'party.municipality_year')
        .onRef('municipality.code', '=', 'party.municipality_code'),
    )
    .selectAll('party')
    .select(['municipality.name_fi', 'municipality.name_sv'])
    .where('agreement_id', 'in', listOf(ids))
    .orderBy('position')
    .execute();
  const signatures = await db
    .selectFrom('agreement_signature')
    .selectAll()
    .where('party_id', 'in', listOf(parties.map((party) => party.id)))
    .execute();
  const organisations = await organisationsById(
    db,
    parties.flatMap((party) => party.organisation_id ?? []),
  );
  const all = await db
    .selectFrom('agreement')
    .select(['id', 'name', 'ends_on', 'terminated_on', 'predecessor_id'])
    .execute();
  const byAgreement = Map.groupBy(parties, (party) => party.agreement_id);
  const byParty = Map.groupBy(signatures, (signature) => signature.party_id);
  return rows.map((row) => {
    const own = (byAgreement.get(row.id) ?? []).map((party): AgreementParty => {
      const organisation = organisations.get(party.organisation_id ?? '');
      const notes = stagesInOrder(
        (byParty.get(party.id) ?? []).map((one) => ({
          id: one.id,
          state: one.state,
          notedOn: one.noted_on,
          changedOn: one.noted_on,
          signerRole: one.signer_role,
          note: one.note,
        })),
      ).reverse();
      return {
        id: party.id,
        organisationId: party.organisation_id,
        municipality: party.municipality_code,
        name: organisation?.name ?? { fi: party.name ?? party.name_fi ?? '', sv: party.name_sv },
        isDissolved: organisation?.state === 'dissolved',
        signatures: notes.map(({ id, state, notedOn, signerRole, note }) => ({
          id,
          state,
          notedOn,
          signerRole,
          note,
        })),
        state: notes[0]?.state ?? null,
      };
    });
    const facts: AgreementFacts = {
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      noticeMonths: row.notice_months,
      remindDays: row.remind_days,
      terminatedOn: row.terminated_on,
      isRenewed: all.some((one) => one.predecessor_id === row.id),
      signatures: own.map((party) => party.state),
    };
    const before = all.find((one) => one.id === row.predecessor_id);
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      kind: row.kind,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      state: agreementState(facts, today),
      days: agreementDays(facts),
      parties: own,
      signed: own.filter((party) => party.state === 'signed').length,
      flags: agreementFlags(
        facts,
        own.flatMap((party) => {
          const one = organisations.get(party.organisationId ?? '');
          return one ? [{ name: one.name.fi, state: one.state, endedOn: one.endedOn }] : [];
        }),
        before ? { name: before.name, endsOn: before.ends_on, terminatedOn: before.terminated_on } : null,
        today,
      ),
    };
  });
}

/** @param today ISO date. @throws AppError NOT_FOUND */
export async function agreementCard(db: Kysely<Database>, id: string, today: string): Promise<AgreementCard> {
  const row = await agreementRow(db, id);
  const [list] = await agreementRows(db, [row], today);
  const chain = await db
    .selectFrom('agreement')
    .select(['id', 'code', 'name', 'predecessor_id'])
    .where((eb) => eb.or([eb('predecessor_id', '=', id), eb('id', '=', row.predecessor_id ?? '')]))
    .execute();
  const linkOf = ({ id: other, code, name }: (typeof chain)[number]) => ({ id: other, code, name });
  const before = chain.find((one) => one.id === row.predecessor_id);
  const items = await db
    .selectFrom('agreement_decision')
    .select('item_id')
    .where('agreement_id', '=', id)
    .execute();
  const person =
    row.contact_person_id === null
      ? undefined
      : await db
          .selectFrom('person')
          .select(['id', 'name'])
          .where('id', '=', row.contact_person_id)
          .executeTakeFirst();
  return {
    ...list!,
    boardId: row.board_id,
    summary: row.summary,
    noticeMonths: row.notice_months,
    remindDays: row.remind_days,
    contactPerson: person ?? null,
    terminatedOn: row.terminated_on,
    terminationReason: row.termination_reason,
    version: row.version,
    predecessor: before ? linkOf(before) : null,
    successors: chain.filter((one) => one.predecessor_id === id).map(linkOf),
    practices: (
      await db
        .selectFrom('agreement_practice')
        .innerJoin('practice', 'practice.id', 'practice_id')
        .select(['practice.id', 'code', 'name'])
        .where('agreement_id', '=', id)
        .execute()
    ).sort(byCode),
    decisions: [
      ...(
        await decisionLinks(
          db,
          items.map((one) => one.item_id),
        )
      ).values(),
    ],
  };
}

async function agreementRow(db: Kysely<Database>, id: string): Promise<Row> {
  const row = await db.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'agreement' });
  return row;
}

/**
 * A new agreement, or a changed one; parties that stay keep their signatures.
 * @throws AppError NOT_FOUND, CONFLICT, ORGANISATION_DISSOLVED, INVALID_INPUT with the field, PARTY_HAS_SIGNED
 */
export async function saveAgreement(
  trx: Kysely<Database>,
  input: {
    id: string | null;
    boardId: string;
    version: number;
    values: AgreementValues;
    predecessorId?: string;
  },
): Promise<{ id: string; code: string }> {
  const { values } = input;
  const row = input.id === null ? null : await agreementRow(trx, input.id);
  if (row !== null && row.version !== input.version) throw new AppError('CONFLICT', { what: 'agreement' });
  const columns = {
    name: values.name,
    kind: values.kind,
    summary: values.summary,
    starts_on: values.startsOn,
    ends_on: values.endsOn,
    notice_months: values.noticeMonths,
    remind_days: values.remindDays,
    contact_person_id: values.contactPersonId,
  };
  const id = row?.id ?? newId();
  const code = row?.code ?? (await nextCode(trx, 'agreement', input.boardId, 'SO'));
  if (row === null)
    await trx
      .insertInto('agreement')
      .values({
        id,
        board_id: input.boardId,
        code,
        ...columns,
        predecessor_id: input.predecessorId ?? null,
      })
      .execute();
  else
    await trx
      .updateTable('agreement')
      .set({ ...columns, version: row.version + 1 })
      .where('id', '=', id)
      .execute();
  await putParties(trx, id, values.parties);
  await indexAgreement(trx, id);
  return { id, code };
}

async function putParties(
  trx: Kysely<Database>,
  agreementId: string,
  parties: AgreementValues['parties'],
): Promise<void> {
  const before = await trx
    .selectFrom('agreement_party')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .execute();
  await assertLiving(
    trx,
    { parties: parties.map((party) => party.organisationId) },
    before.flatMap((party) => party.organisation_id ?? []),
  );
  const keys = parties.map((party) => party.organisationId ?? party.municipality ?? party.name);
  if (new Set(keys).size < keys.length) throw new AppError('INVALID_INPUT', {}, { parties: 'party_twice' });
  const kept = new Set(parties.flatMap((party) => party.id ?? []));
  for (const gone of before.filter((party) => !kept.has(party.id))) {
    const signed = await trx
      .selectFrom('agreement_signature')
      .select('id')
      .where('party_id', '=', gone.id)
      .where('state', '=', 'signed')
      .executeTakeFirst();
    if (signed) throw new AppError('PARTY_HAS_SIGNED', {}, { parties: 'party_has_signed' });
    await trx.deleteFrom('agreement_party').where('id', '=', gone.id).execute();
  }
  const year = await latestClassificationYear(trx);
  for (const [position, party] of parties.entries()) {
    const columns = {
      position,
      organisation_id: party.organisationId,
      municipality_code: party.municipality,
      name: party.name,
    };
    const known = before.find((one) => one.id === party.id);
    // A municipality keeps the year of its classification.
    const isSame = known?.municipality_code === party.municipality;
    const municipality_year =
      party.municipality === null ? null : isSame ? (known?.municipality_year ?? year) : year;
    if (known)
      await trx
        .updateTable('agreement_party')
        .set({ ...columns, municipality_year })
        .where('id', '=', known.id)
        .execute();
    else
      await trx
        .insertInto('agreement_party')
        .values({ id: newId(), agreement_id: agreementId, ...columns, municipality_year })
        .execute();
  }
}

/** @throws AppError NOT_FOUND */
export async function removeAgreement(trx: Kysely<Database>, id: string): Promise<Removal> {
  await agreementRow(trx, id);
  await removeSearchEntry(trx, 'agreement', id);
  return await removing(
    trx,
    async () => void (await trx.deleteFrom('agreement').where('id', '=', id).execute()),
  );
}

/** @throws AppError REMOVAL_UNKNOWN */
export async function restoreAgreement(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<void> {
  const rows = await removedRows(trx, removal, procedure);
  await putBack(trx, rows);
  for (const { entity, entityId } of rows)
    if (entity === 'agreement' && (await known(trx, entityId))) await indexAgreement(trx, entityId);
}

const known = async (trx: Kysely<Database>, id: string): Promise<boolean> =>
  (await trx.selectFrom('agreement').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

/**
 * Notes what has become of signatures, of all the parties or none.
 * @param today ISO date; null: days are not checked against it
 * @throws AppError NOT_FOUND and those of `checkSignature`
 */
export async function noteSignatures(
  trx: Kysely<Database>,
  input: { partyIds: readonly string[]; values: SignatureValues },
  today: string | null,
): Promise<{ ids: string[] }> {
  const { values } = input;
  const ids: string[] = [];
  for (const partyId of input.partyIds) {
    const party = await trx
      .selectFrom('agreement_party')
      .select('id')
      .where('id', '=', partyId)
      .executeTakeFirst();
    if (!party) throw new AppError('NOT_FOUND', { what: 'agreement_party' });
    const latest = await trx
      .selectFrom('agreement_signature')
      .select('noted_on as notedOn')
      .where('party_id', '=', partyId)
      .orderBy('noted_on', 'desc')
      .executeTakeFirst();
    checkSignature(latest ?? null, values, today);
    const id = newId();
    await trx
      .insertInto('agreement_signature')
      .values({
        id,
        party_id: partyId,
        state: values.state,
        noted_on: values.notedOn,
        signer_role: values.signerRole,
        note: values.note,
      })
      .execute();
    ids.push(id);
  }
  return { ids };
}

/** Takes notes of signatures back. @throws AppError NOT_FOUND */
export async function undoSignatures(trx: Kysely<Database>, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { numDeletedRows } = await trx
      .deleteFrom('agreement_signature')
      .where('id', '=', id)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new AppError('NOT_FOUND', { what: 'agreement_signature' });
  }
}

/**
 * Makes the agreement that goes on from one (jatkosopimus): the same parties, the period after it, nothing signed.
 * @throws AppError NOT_FOUND, ORGANISATION_DISSOLVED
 */
export async function renewAgreement(
  trx: Kysely<Database>,
  id: string,
): Promise<{ id: string; code: string }> {
  const row = await agreementRow(trx, id);
  const parties = await trx
    .selectFrom('agreement_party')
    .selectAll()
    .where('agreement_id', '=', id)
    .orderBy('position')
    .execute();
  return await saveAgreement(trx, {
    id: null,
    boardId: row.board_id,
    version: 0,
    predecessorId: id,
    values: {
      name: row.name,
      kind: row.kind,
      summary: row.summary,
      ...renewalPeriod({ startsOn: row.starts_on, endsOn: row.ends_on }),
      noticeMonths: row.notice_months,
      remindDays: row.remind_days,
      contactPersonId: row.contact_person_id,
      parties: parties.map((party) => ({
        id: null,
        organisationId: party.organisation_id,
        municipality: party.municipality_code,
        name: party.name,
      })),
    },
  });
}

/**
 * Ends an agreement before its time (irtisanominen), or takes that back with null.
 * @throws AppError NOT_FOUND, INVALID_INPUT with the field
 */
export async function terminateAgreement(
  trx: Kysely<Database>,
  input: { id: string; on: string | null; reason: string },
): Promise<void> {
  const row = await agreementRow(trx, input.id);
  if (input.on !== null && input.reason.trim() === '')
    throw new AppError('INVALID_INPUT', {}, { reason: 'required' });
  if (input.on !== null && row.starts_on !== null && input.on < row.starts_on)
    throw new AppError('INVALID_INPUT', {}, { on: 'ends_before_start' });
  await trx
    .updateTable('agreement')
    .set({
      terminated_on: input.on,
      termination_reason: input.on === null ? '' : input.reason,
      version: row.version + 1,
    })
    .where('id', '=', input.id)
    .execute();
}

/** Ties a practice or a § to an agreement, or unties it. @throws AppError NOT_FOUND, OTHER_BOARD */
export async function setAgreementLink(
  trx: Kysely<Database>,
  input: {
    agreementId: string;
    kind: (typeof AGREEMENT_LINKS)[number];
    otherId: string;
    isLinked: boolean;
  },
): Promise<void> {
  const { board_id } = await agreementRow(trx, input.agreementId);
  if (input.kind === 'practice') await assertOfBoard(trx, 'practice', input.otherId, board_id);
  else await assertItemOf(trx, input.otherId, board_id);
  await setLink(trx, LINKS[input.kind], {
    ownerId: input.agreementId,
    otherId: input.otherId,
    isLinked: input.isLinked,
  });
}

/** Brings an agreement's search entry in step. */
export async function indexAgreement(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await agreementRow(trx, id);
  const [list] = await agreementRows(trx, [row], row.starts_on ?? '');
  await putSearchEntry(trx, {
    entity: 'agreement',
    entityId: id,
    boardId: row.board_id,
    title: `${row.code} ${row.name}`,
    body: row.summary,
    context: (list?.parties ?? []).map((party) => party.name.fi).join('\n'),
    sortDate: row.starts_on,
  });
}
