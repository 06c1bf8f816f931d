/** Files kept by hash beside the card of something that is no meeting: an organisation, an entry of inclusion, an agreement. */
import { sql, type Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { attachedFileSchema, attachmentTitleSchema } from '../model/attachment.ts';
import { AppError } from '../model/errors.ts';
import { cleanFileName } from '../model/file-name.ts';
import { newId } from '../model/identity.ts';
import { contentFacts } from './files.ts';
import { putBack, removedRows, removing, type Removal } from './removal.ts';

export interface OwnedFile {
  id: string;
  title: string;
  fileName: string;
  sha256: string;
  mediaType: string;
  /** Bytes. */
  byteSize: number;
  /** ISO day. */
  addedOn: string;
}

/** Every table of files beside attachments of meetings. */
export const OWNED_FILE_TABLES = [
  'organisation_attachment',
  'inclusion_file',
  'agreement_file',
  'project_file',
] as const;

/** Whose files: the table of the files, its column that names the owner, and the owner's own table. */
export interface FileOwner {
  table: (typeof OWNED_FILE_TABLES)[number];
  column: 'organisation_id' | 'entry_id' | 'agreement_id' | 'project_id';
  owner: 'organisation' | 'inclusion_entry' | 'agreement' | 'project';
}

export const newFileEntries = { title: attachmentTitleSchema, file: attachedFileSchema };
const newFileSchema = v.object(newFileEntries);

/** Newest first. */
export async function ownedFiles(
  db: Kysely<Database>,
  { table, column }: FileOwner,
  ownerId: string,
): Promise<OwnedFile[]> {
  const { rows } = await sql<OwnedFile>`
    select own.id, own.title, own.file_name as "fileName", own.file_sha256 as sha256,
      file_content.media_type as "mediaType", file_content.byte_size as "byteSize", own.added_on as "addedOn"
    from ${sql.table(table)} as own join file_content on file_content.sha256 = own.file_sha256
    where own.${sql.ref(column)} = ${ownerId} order by own.added_on desc, own.id desc`.execute(db);
  return rows;
}

/** @throws AppError NOT_FOUND, FILE_MISSING, FILE_ATTACHED when the owner has the same content already */
export async function addOwnedFile(
  trx: Kysely<Database>,
  { table, column, owner }: FileOwner,
  ownerId: string,
  { title, file }: v.InferOutput<typeof newFileSchema>,
  today: string,
): Promise<{ id: string }> {
  const { rows: owners } = await sql`select id from ${sql.table(owner)} where id = ${ownerId}`.execute(trx);
  if (owners.length === 0) throw new AppError('NOT_FOUND', { what: owner });
  await contentFacts(trx, file.sha256);
  const { rows } = await sql<{ title: string }>`select title from ${sql.table(table)}
    where ${sql.ref(column)} = ${ownerId} and file_sha256 = ${file.sha256}`.execute(trx);
  if (rows[0]) throw new AppError('FILE_ATTACHED', { file: cleanFileName(file.name), title: rows[0].title });
  const id = newId();
  await sql`insert into ${sql.table(table)} (id, ${sql.ref(column)}, title, file_sha256, file_name, added_on)
    values (${id}, ${ownerId}, ${title}, ${file.sha256}, ${cleanFileName(file.name)}, ${today})`.execute(trx);
  return { id };
}

/** @throws AppError NOT_FOUND */
export async function renameOwnedFile(
  trx: Kysely<Database>,
  { table }: FileOwner,
  id: string,
  title: string,
): Promise<void> {
  const { numAffectedRows } =
    await sql`update ${sql.table(table)} set title = ${title} where id = ${id}`.execute(trx);
  if (numAffectedRows !== 1n) throw new AppError('NOT_FOUND', { what: 'attachment' });
}

/** @throws AppError NOT_FOUND */
export async function removeOwnedFile(
  trx: Kysely<Database>,
  { table }: FileOwner,
  id: string,
): Promise<Removal> {
  return await removing(trx, async () => {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where id = ${id}`.execute(trx);
    if (numAffectedRows !== 1n) throw new AppError('NOT_FOUND', { what: 'attachment' });
  });
}

/** Undoes a removal. @throws AppError REMOVAL_UNKNOWN */
export async function restoreOwnedFile(
  trx: Kysely<Database>,
  { table }: FileOwner,
  removal: Removal,
  procedure: string,
): Promise<void> {
  const rows = await removedRows(trx, removal, procedure);
  if (rows[0]?.entity !== table) throw new AppError('REMOVAL_UNKNOWN');
  await putBack(trx, rows);
}
