/** Files of agreements and projects (sopimusten ja hankkeiden liitteet): signed contracts, plans, decisions on funding. */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const tableOf = (owner: string): string => `create table ${owner}_file(
  id text primary key check (length(id) = 36), ${owner}_id text not null references ${owner}(id) on delete cascade,
  title text not null check (trim(title) <> ''), file_sha256 text not null references file_content(sha256),
  file_name text not null check (trim(file_name) <> ''), added_on text not null check (date(added_on) is added_on),
  unique (${owner}_id, file_sha256)) strict`;

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(db));
  for (const owner of ['agreement', 'project']) {
    const table = `${owner}_file`;
    await run(tableOf(owner));
    await run(`create index ${table}_file_sha256 on ${table}(file_sha256)`);
    for (const action of ['insert', 'update'])
      await run(`create trigger ${table}_${action} before ${action} on ${table}
        when coalesce((select complete from file_content where sha256 = new.file_sha256), 0) = 0
        begin select raise(abort, 'FILE_INCOMPLETE'); end`);
    await writeAuditTriggers(db, [table]);
  }
}
