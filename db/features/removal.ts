/**
 * Undoing a removal. The log (audit) holds every row that a deletion took with it, also through foreign keys; what it
 * wrote while something was removed is therefore all that is needed to put it back, whatever tables there are.
 */
import { sql, type Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';

const logId = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Entries of the log: after `after`, up to and with `last`. */
export const removalSchema = v.object({ after: logId, last: logId });
export type Removal = v.InferOutput<typeof removalSchema>;

async function lastEntry(trx: Kysely<Database>): Promise<number> {
  const row = await trx
    .selectFrom('audit')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** Does the work and tells what it removed. Within a write nothing else can write in between. */
export async function removing(trx: Kysely<Database>, work: () => Promise<void>): Promise<Removal> {
  const after = await lastEntry(trx);
  await work();
  return { after, last: await lastEntry(trx) };
}

type Entry = {
  entity: string;
  entityId: string;
  action: 'delete' | 'update';
  before: Record<string, unknown>;
};

/**
 * What a removal took, the last first.
 * @param procedure the procedure that must have done all of it
 * @throws AppError REMOVAL_UNKNOWN when the entries are not those of one such removal
 */
export async function removedRows(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<Entry[]> {
  const rows = await trx
    .selectFrom('audit')
    .selectAll()
    .where('id', '>', removal.after)
    .where('id', '<=', removal.last)
    .orderBy('id', 'desc')
    .limit(5_000)
    .execute();
  if (
    rows.length === 0 ||
    rows.length !== removal.last - removal.after ||
    rows.some((row) => row.procedure !== procedure || row.action === 'insert' || row.before === null)
  )
    throw new AppError('REMOVAL_UNKNOWN');
  return rows.map((row) => ({
    entity: row.entity,
    entityId: row.entity_id,
    action: row.action === 'delete' ? 'delete' : 'update',
    before: JSON.parse(row.before ?? '{}') as Record<string, unknown>,
  }));
}

/**
 * Puts rows back as they were: deleted ones under their old ids, and what other rows lost by it.
 * @throws whatever the schema says when they are there already
 */
export async function putBack(trx: Kysely<Database>, entries: readonly Entry[]): Promise<void> {
  await sql`pragma defer_foreign_keys = on`.execute(trx);
  for (const { entity, entityId, action, before } of entries) {
    const columns = Object.keys(before);
    if (action === 'delete')
      await sql`insert into ${sql.table(entity)} (${sql.join(columns.map((name) => sql.ref(name)))})
        values (${sql.join(columns.map((name) => before[name]))})`.execute(trx);
    else
      await sql`update ${sql.table(entity)}
        set ${sql.join(columns.map((name) => sql`${sql.ref(name)} = ${before[name]}`))}
        where id = ${entityId}`.execute(trx);
  }
}

/**
 * Puts back what a removal took, and lets the search find it again.
 * @param table whose rows the search knows. @param index brings one of them into the search
 * @throws AppError REMOVAL_UNKNOWN
 */
export async function putBackIndexed(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
  table: keyof Database,
  index: (trx: Kysely<Database>, id: string) => Promise<void>,
): Promise<void> {
  const rows = await removedRows(trx, removal, procedure);
  await putBack(trx, rows);
  for (const { entity, entityId } of rows) if (entity === table) await index(trx, entityId);
}
