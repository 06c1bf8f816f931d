/**
 * Merging two organisations (yhdistäminen). Either one organisation is in the register twice: then one of the entries
 * goes. Or one has merged into the other (sulautuminen): then it stays under its own name, merged from that day on, with
 * what it had until then. Values are chosen field by field, and the whole can be taken back from the log.
 */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { addDays } from '../model/dates.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { OrganisationValues } from '../model/organisation.ts';
import { recordBatch } from './change-batches.ts';
import { updateOrganisation } from './organisations.ts';
import { moveIdsInTexts, moveLinks, reindexLinked, type MergeResult } from './record-merge.ts';

/**
 * Merges `otherId` into `keepId`.
 *
 * `mergedOn` null: the same organisation twice. Every link moves and the other entry goes; when a record that may not be
 * changed refers to it (examined minutes name their applicant), it stays, dissolved and without identifiers.
 * `mergedOn` a day: the other stays with its identifiers, unless they were chosen for the one that stays. What ended
 * before that day, and what happened then, stays with it; what goes on continues in the one that stays.
 * @throws AppError SAME_ORGANISATION; NOT_FOUND; CONFLICT; DUPLICATE, INVALID_INPUT as in a form
 */
export async function mergeOrganisations(
  trx: Kysely<Database>,
  input: {
    keepId: string;
    keepVersion: number;
    otherId: string;
    otherVersion: number;
    values: OrganisationValues;
    mergedOn: string | null;
  },
  options: { by: string; at: string },
): Promise<MergeResult> {
  const { keepId, otherId, mergedOn, values } = input;
  if (keepId === otherId) throw new AppError('SAME_ORGANISATION');
  const other = await trx
    .selectFrom('organisation')
    .select(['version', 'name_fi', 'business_id', 'register_number'])
    .where('id', '=', otherId)
    .executeTakeFirst();
  if (!other) throw new AppError('NOT_FOUND', { what: 'organisation' });
  if (other.version !== input.otherVersion) throw new AppError('CONFLICT', { what: 'organisation' });
  const title = `${other.name_fi} → ${values.nameFi}`;
  return await recordBatch(trx, { kind: 'merge', title, ...options }, async () => {
    await leaveCircle(trx, keepId, otherId);
    const keepVersion = await versionOf(trx, keepId, input.keepVersion);
    const move = { table: 'organisation', from: otherId, to: keepId } as const;
    const counts =
      mergedOn === null
        ? await moveLinks(trx, move)
        : await moveLinks(trx, move, (reference, row) => staysWith(trx, reference, row, mergedOn, keepId));
    if (mergedOn === null) counts.kept += await moveIdsInTexts(trx, otherId, keepId);
    if (mergedOn === null && counts.kept === 0)
      await trx.deleteFrom('organisation').where('id', '=', otherId).execute();
    else {
      const isOwn = (own: string | null, chosen: string | null): boolean =>
        mergedOn !== null && own !== chosen;
      await trx
        .updateTable('organisation')
        .set({
          state: 'dissolved',
          merged_into_id: keepId,
          ended_on: mergedOn,
          business_id: isOwn(other.business_id, values.businessId) ? other.business_id : null,
          register_number: isOwn(other.register_number, values.registerNumber) ? other.register_number : null,
          version: other.version + 1,
        })
        .where('id', '=', otherId)
        .execute();
    }
    await updateOrganisation(trx, { id: keepId, version: keepVersion, values });
    await reindexLinked(trx, 'organisation', [keepId, otherId]);
    return { counts };
  });
}

/** One that had merged into the other, perhaps through a third, is not merged any more: it stays. */
async function leaveCircle(trx: Kysely<Database>, keepId: string, otherId: string): Promise<void> {
  await sql`update organisation set merged_into_id = null, ended_on = null, version = version + 1
    where id = ${keepId} and ${otherId} in (
      with recursive chain(id) as (
        select merged_into_id from organisation where id = ${keepId}
        union select organisation.merged_into_id from chain join organisation on organisation.id = chain.id)
      select id from chain)`.execute(trx);
}

/** The version after `leaveCircle`, when it was `expected` before. */
async function versionOf(trx: Kysely<Database>, id: string, expected: number): Promise<number> {
  const row = await trx
    .selectFrom('organisation')
    .select(['version', 'merged_into_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.version === expected + 1 && row.merged_into_id === null ? row.version : expected;
}

/** Memberships and positions: on the day of the merger they end in one and begin in the other. */
const CONTINUES = new Set(['position', 'network_member', 'board_organisation']);
/** What the organisation itself had, or what was written about it: not its successor's. */
const OWN = new Set(['organisation_name', 'organisation_tag', 'delivery', 'organisation', 'register_effect']);

/** Whether a link remains with an organisation that merged on that day. */
async function staysWith(
  trx: Kysely<Database>,
  { table }: { table: string; column: string },
  row: Record<string, unknown> & { rowid: number },
  mergedOn: string,
  keepId: string,
): Promise<boolean> {
  if (OWN.has(table)) return true;
  if (typeof row['ends_on'] === 'string' && row['ends_on'] < mergedOn) return true;
  if (table === 'task') return row['state'] !== 'open' && row['state'] !== 'in_progress';
  if (table === 'agenda_item') {
    const { held_on: heldOn } = await trx
      .selectFrom('meeting')
      .select('held_on')
      .where('id', '=', row['meeting_id'] as string)
      .executeTakeFirstOrThrow();
    return heldOn < mergedOn;
  }
  if (table === 'seat_holder') {
    const { ends_on: endsOn } = await trx
      .selectFrom('seat')
      .innerJoin('term', 'term.id', 'seat.term_id')
      .select('term.ends_on')
      .where('seat.id', '=', row['seat_id'] as string)
      .executeTakeFirstOrThrow();
    return endsOn < mergedOn;
  }
  const began = row['starts_on'];
  if (!CONTINUES.has(table) || (typeof began === 'string' && began >= mergedOn)) return false;
  await continueIn(trx, table, row, mergedOn, keepId);
  return true;
}

async function continueIn(
  trx: Kysely<Database>,
  table: string,
  row: Record<string, unknown> & { rowid: number },
  mergedOn: string,
  keepId: string,
): Promise<void> {
  const { rowid, ...columns } = row;
  const next: Record<string, unknown> = {
    ...columns,
    id: newId(),
    organisation_id: keepId,
    starts_on: mergedOn,
  };
  const names = Object.keys(next);
  const same = { position: ['person_id', 'role'], network_member: ['network_id'] }[table] ?? ['board_id'];
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(names.map((name) => sql`${next[name]}`))} where not exists (
      select 1 from ${sql.table(table)} where organisation_id = ${keepId} and ends_on is null and ${sql.join(
        same.map((name) => sql`${sql.ref(name)} is ${row[name]}`),
        sql` and `,
      )})`.execute(trx);
  await sql`update ${sql.table(table)} set ends_on = ${addDays(mergedOn, -1)} where rowid = ${rowid}`.execute(
    trx,
  );
}
