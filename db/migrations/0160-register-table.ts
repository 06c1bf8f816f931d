/** The table of the register: saved views (tallennetut näkymät), and attachments of organisations. */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';

const STATEMENTS = [
  // Filter, order and columns under a name; at most one is what the screen begins with.
  `create table organisation_view(
     id ${ID}, name text not null unique check (trim(name) <> ''), view text not null check (json_valid(view)),
     is_default integer not null default 0 check (is_default in (0, 1)), version integer not null default 1) strict`,
  'create unique index organisation_view_default on organisation_view(is_default) where is_default = 1',
  `create table organisation_attachment(
     id ${ID}, organisation_id text not null references organisation(id) on delete cascade,
     title text not null check (trim(title) <> ''), file_sha256 text not null references file_content(sha256),
     file_name text not null check (trim(file_name) <> ''),
     added_on text not null check (date(added_on) is added_on), unique (organisation_id, file_sha256)) strict`,
  'create index organisation_attachment_file_sha256 on organisation_attachment(file_sha256)',
  ...['insert', 'update'].map(
    (action) => `create trigger organisation_attachment_${action} before ${action} on organisation_attachment
     when coalesce((select complete from file_content where sha256 = new.file_sha256), 0) = 0
     begin select raise(abort, 'FILE_INCOMPLETE'); end`,
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await writeAuditTriggers(db, ['organisation_view', 'organisation_attachment']);
}
