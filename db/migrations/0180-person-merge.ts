/**
 * Two entries of one person (yhdistäminen): the one that examined minutes refer to cannot go, and says from then on who
 * it is. It holds no contact data and is offered nowhere.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const STATEMENTS = [
  `alter table person add column same_as_id text references person(id) check (same_as_id is null or
     (same_as_id <> id and email is null and phone is null and notes = ''))`,
  'create index person_same_as_id on person(same_as_id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await writeAuditTriggers(db, ['person']);
}
