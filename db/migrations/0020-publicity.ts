/**
 * Which items are secret (salassapito) and on what ground. A table of its own, outside the triggers of examined
 * meetings: whether an item is public may be settled after the examination, and the frozen text stays as it is.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table item_publicity(
    item_id text primary key references agenda_item(id) on delete cascade,
    secret integer not null check (secret in (0, 1)),
    ground text not null default '',
    check (secret = 0 or trim(ground) <> '')) strict`.execute(db);
  await writeAuditTriggers(db, ['item_publicity']);
}
