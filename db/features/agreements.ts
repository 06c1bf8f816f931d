/** Agreements (sopimukset): keeping them with their parties, noting signatures, renewing and terminating. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import {
  type AgreementValues,
  checkSignature,
  renewalPeriod,
  type SignatureValues,
} from '../model/agreement.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { agreementRow, agreementRows, LINKS } from './agreement-views.ts';
import { latestClassificationYear } from './classification.ts';
import { putBack, type Removal, removedRows, removing } from './removal.ts';
import { assertItemOf } from './volunteer-action-parts.ts';
import { assertLiving, assertOfBoard, nextCode, setLink } from './work-links.ts';

export const AGREEMENT_LINKS = ['practice', 'decision'] as const;

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
