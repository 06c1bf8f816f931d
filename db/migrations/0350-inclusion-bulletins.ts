/** A bulletin (selkotiedote) may tell of a meeting event or a training of immigrant inclusion. */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const STATEMENTS = [
  `alter table bulletin add column entry_id text references inclusion_entry(id) on delete set null
     check (entry_id is null or (item_id is null and event_id is null))`,
  'create index bulletin_entry_id on bulletin(entry_id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await writeAuditTriggers(db, ['bulletin']);
}
