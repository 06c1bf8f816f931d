/**
 * Files: content kept once by its SHA-256, in parts small enough that storing a large file never holds the database
 * for long; and attachments (liitteet) that point to it. A paper attachment has no file.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const SHA256 = (column: string): string =>
  `check (length(${column}) = 64 and ${column} not glob '*[^0-9a-f]*')`;

const STATEMENTS = [
  `create table file_content(
     sha256 text primary key ${SHA256('sha256')},
     byte_size integer not null check (byte_size > 0),
     media_type text not null check (media_type <> ''),
     added_at text not null,
     complete integer not null default 0 check (complete in (0, 1))) strict`,
  `create table file_part(
     sha256 text not null references file_content(sha256) on delete cascade,
     position integer not null check (position >= 0),
     content blob not null check (length(content) > 0),
     primary key (sha256, position)) strict`,
  `alter table attachment add column file_sha256 text references file_content(sha256)`,
  `alter table attachment add column file_name text check ((file_name is null) = (file_sha256 is null) and trim(file_name) <> '')`,
  `create index attachment_file_sha256 on attachment(file_sha256)`,
  // Content never changes under its hash. It may only go as a whole, when nothing refers to it.
  `create trigger file_content_update before update on file_content
   when old.complete = 1 or old.sha256 is not new.sha256 or old.byte_size is not new.byte_size
     or old.media_type is not new.media_type or old.added_at is not new.added_at
   begin select raise(abort, 'FILE_FROZEN'); end`,
  `create trigger file_content_complete before update of complete on file_content
   when new.complete = 1 and new.byte_size is not (select sum(length(content)) from file_part where sha256 = new.sha256)
   begin select raise(abort, 'FILE_INCOMPLETE'); end`,
  `create trigger file_part_insert before insert on file_part
   when (select complete from file_content where sha256 = new.sha256) = 1
   begin select raise(abort, 'FILE_FROZEN'); end`,
  `create trigger file_part_update before update on file_part begin select raise(abort, 'FILE_FROZEN'); end`,
  `create trigger file_part_delete before delete on file_part
   when (select complete from file_content where sha256 = old.sha256) = 1
   begin select raise(abort, 'FILE_FROZEN'); end`,
  ...(['insert', 'update'] as const).map(
    (action) => `create trigger attachment_file_${action} before ${action} on attachment
     when new.file_sha256 is not null
       and coalesce((select complete from file_content where sha256 = new.file_sha256), 0) = 0
     begin select raise(abort, 'FILE_INCOMPLETE'); end`,
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await writeAuditTriggers(db, ['file_content', 'file_part', 'attachment']);
}
