/**
 * Two organisations that are one (yhdistäminen): the values are chosen field by field, everything that refers to the
 * other moves to the one that stays, and the whole can be taken back from the log.
 */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import type { OrganisationValues } from '../model/organisation.ts';
import { recordBatch, referencesTo } from './change-batches.ts';
import { reindexOrganisationsOf } from './organisation-search.ts';
import { updateOrganisation } from './organisations.ts';
import { reindexPersonsOf } from './person-search.ts';

export interface MergeResult {
  counts: { moved: number; doubles: number; kept: number };
  batchId: string | null;
}

/**
 * Merges `otherId` into `keepId`.
 *
 * A link that the one that stays has already is dropped. A link in a record that may not be changed (examined minutes
 * name their applicant) stays, and then the other organisation stays too, dissolved and without identifiers, because the
 * record refers to it.
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
  },
  options: { by: string; at: string },
): Promise<MergeResult> {
  const { keepId, otherId } = input;
  if (keepId === otherId) throw new AppError('SAME_ORGANISATION');
  const other = await trx
    .selectFrom('organisation')
    .select(['version', 'name_fi'])
    .where('id', '=', otherId)
    .executeTakeFirst();
  if (!other) throw new AppError('NOT_FOUND', { what: 'organisation' });
  if (other.version !== input.otherVersion) throw new AppError('CONFLICT', { what: 'organisation' });
  const title = `${other.name_fi} → ${input.values.nameFi}`;
  return await recordBatch(trx, { kind: 'merge', title, ...options }, async () => {
    const counts = { moved: 0, doubles: 0, kept: 0 };
    for (const reference of await referencesTo(trx, 'organisation')) {
      const moved = await moveLinks(trx, reference, otherId, keepId);
      counts.moved += moved.moved;
      counts.doubles += moved.doubles;
      counts.kept += moved.kept;
    }
    if (counts.kept === 0) await trx.deleteFrom('organisation').where('id', '=', otherId).execute();
    else
      await trx
        .updateTable('organisation')
        .set({ state: 'dissolved', business_id: null, register_number: null, version: other.version + 1 })
        .where('id', '=', otherId)
        .execute();
    await updateOrganisation(trx, { id: keepId, version: input.keepVersion, values: input.values });
    await reindexOrganisationsOf(trx, [keepId, otherId]);
    await reindexPersonsOf(trx, [keepId, otherId]);
    return { counts };
  });
}

/** What the triggers say that keep records as they are. */
const KEPT = /^[A-Z]+(_[A-Z]+)+$/;

async function moveLinks(
  trx: Kysely<Database>,
  { table, column }: { table: string; column: string },
  from: string,
  to: string,
): Promise<{ moved: number; doubles: number; kept: number }> {
  const counts = { moved: 0, doubles: 0, kept: 0 };
  const { rows } = await sql<{ rowid: number }>`
    select rowid from ${sql.table(table)} where ${sql.ref(column)} = ${from}`.execute(trx);
  for (const { rowid } of rows) {
    try {
      await inSavepoint(trx, async () => {
        await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to} where rowid = ${rowid}`.execute(
          trx,
        );
      });
      counts.moved += 1;
    } catch (error) {
      const { code = '', message = '' } = error as { code?: string; message?: string };
      if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
        await sql`delete from ${sql.table(table)} where rowid = ${rowid}`.execute(trx);
        counts.doubles += 1;
      } else if (code === 'SQLITE_CONSTRAINT_TRIGGER' && KEPT.test(message)) counts.kept += 1;
      else throw error;
    }
  }
  return counts;
}

async function inSavepoint(trx: Kysely<Database>, work: () => Promise<void>): Promise<void> {
  await sql`savepoint moving`.execute(trx);
  try {
    await work();
    await sql`release moving`.execute(trx);
  } catch (error) {
    await sql`rollback to moving`.execute(trx);
    await sql`release moving`.execute(trx);
    throw error;
  }
}
