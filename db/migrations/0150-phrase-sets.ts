/** The shipped phrases with which minutes were examined: later wordings of the program never reach them. */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(db));
  await run(`create table phrase_set(
    sha256 text primary key check (length(sha256) = 64),
    content text not null check (json_valid(content))) strict`);
  for (const action of ['update', 'delete'])
    await run(`create trigger phrase_set_no_${action} before ${action} on phrase_set
      begin select raise(abort, 'MINUTES_FROZEN'); end`);
  await writeAuditTriggers(db, ['phrase_set']);
}
