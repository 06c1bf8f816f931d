/**
 * Content of files, kept once by its SHA-256 however often it is attached. It is stored in parts, so that reading and
 * writing a large file leaves room for other work between them.
 */
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { FILE_PART } from '../model/attachment.ts';
import { AppError, type Finding } from '../model/errors.ts';
import { sniffMediaType } from '../model/media-type.ts';

/** A file of a meeting's attachments; `sha256` and what follows from it are null for a paper attachment. */
export interface AttachedFile {
  id: string;
  itemId: string | null;
  number: number;
  title: string;
  fileName: string | null;
  mediaType: string | null;
  /** Bytes. */
  byteSize: number | null;
  sha256: string | null;
}

/** The attachments of a meeting in the order of their numbers. */
export async function attachmentsOf(trx: Kysely<Database>, meetingId: string): Promise<AttachedFile[]> {
  return await trx
    .selectFrom('attachment')
    .leftJoin('file_content', 'file_content.sha256', 'attachment.file_sha256')
    .select([
      'attachment.id',
      'attachment.item_id as itemId',
      'attachment.number',
      'attachment.title',
      'attachment.file_name as fileName',
      'file_content.media_type as mediaType',
      'file_content.byte_size as byteSize',
      'attachment.file_sha256 as sha256',
    ])
    .where('attachment.meeting_id', '=', meetingId)
    .orderBy('attachment.number')
    .execute();
}

/** The file of an attachment, be it of a meeting or beside a card of the work or the register; undefined when there is none. */
export async function attachedFile(
  db: Kysely<Database>,
  attachmentId: string,
): Promise<{ sha256: string; name: string; mediaType: string } | undefined> {
  const { rows } = await sql<{ sha256: string; name: string; mediaType: string }>`
    select own.file_sha256 as sha256, own.file_name as name, file_content.media_type as "mediaType"
    from (select id, file_sha256, file_name from attachment
      union all select id, file_sha256, file_name from organisation_attachment
      union all select id, file_sha256, file_name from inclusion_file
      union all select id, file_sha256, file_name from agreement_file
      union all select id, file_sha256, file_name from project_file) as own
    join file_content on file_content.sha256 = own.file_sha256
    where own.id = ${attachmentId}`.execute(db);
  return rows[0];
}

export interface ContentFacts {
  sha256: string;
  /** Bytes. */
  byteSize: number;
  mediaType: string;
}

/** What is known of stored content. @throws AppError FILE_MISSING when it is not there as a whole */
export async function contentFacts(db: Kysely<Database>, sha256: string): Promise<ContentFacts> {
  const row = await db
    .selectFrom('file_content')
    .select(['sha256', 'byte_size as byteSize', 'media_type as mediaType'])
    .where('sha256', '=', sha256)
    .where('complete', '=', 1)
    .executeTakeFirst();
  if (!row) throw new AppError('FILE_MISSING');
  return row;
}

/** One part of stored content, 0 first; null after the last. */
export async function readPart(
  db: Kysely<Database>,
  sha256: string,
  position: number,
): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('file_part')
    .select('content')
    .where('sha256', '=', sha256)
    .where('position', '=', position)
    .executeTakeFirst();
  // A Buffer may be a window on a larger piece of memory; what goes on is exactly the content.
  return row ? new Uint8Array(row.content) : null;
}

/** The whole content. @throws AppError FILE_MISSING */
export async function readContent(db: Kysely<Database>, sha256: string): Promise<Uint8Array> {
  const { byteSize } = await contentFacts(db, sha256);
  const bytes = new Uint8Array(byteSize);
  let at = 0;
  for (let position = 0; ; position += 1) {
    const part = await readPart(db, sha256, position);
    if (part === null) break;
    if (at + part.length > byteSize) throw new AppError('FILE_MISSING');
    bytes.set(part, at);
    at += part.length;
  }
  if (at !== byteSize) throw new AppError('FILE_MISSING');
  return bytes;
}

/**
 * Begins storing content; parts of an earlier attempt are thrown away.
 * @param now ISO instant
 * @returns `known` when the same content is there already and nothing need be stored
 */
export async function beginContent(
  trx: Kysely<Database>,
  facts: ContentFacts,
  now: string,
): Promise<'known' | 'begun'> {
  const known = await trx
    .selectFrom('file_content')
    .select('complete')
    .where('sha256', '=', facts.sha256)
    .executeTakeFirst();
  if (known?.complete === 1) return 'known';
  if (known) await trx.deleteFrom('file_content').where('sha256', '=', facts.sha256).execute();
  await trx
    .insertInto('file_content')
    .values({
      sha256: facts.sha256,
      byte_size: facts.byteSize,
      media_type: facts.mediaType,
      added_at: now,
    })
    .execute();
  return 'begun';
}

/** Stores one part, 0 first. */
export async function putPart(
  trx: Kysely<Database>,
  sha256: string,
  position: number,
  content: Uint8Array,
): Promise<void> {
  await trx.insertInto('file_part').values({ sha256, position, content }).execute();
}

/** Declares content whole: from now on it can be attached and never changes. */
export async function finishContent(trx: Kysely<Database>, sha256: string): Promise<void> {
  await trx.updateTable('file_content').set({ complete: 1 }).where('sha256', '=', sha256).execute();
}

/** Takes what was stored of a file whose storing was given up. */
export async function dropUnfinished(trx: Kysely<Database>, sha256: string): Promise<void> {
  await trx.deleteFrom('file_content').where('sha256', '=', sha256).where('complete', '=', 0).execute();
}

/** Stores small content within one transaction, e.g. that of a board file. @throws AppError FILE_EMPTY */
export async function storeContent(
  trx: Kysely<Database>,
  bytes: Uint8Array,
  now: string,
): Promise<ContentFacts> {
  if (bytes.length === 0) throw new AppError('FILE_EMPTY', { file: '' });
  const facts = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    byteSize: bytes.length,
    mediaType: sniffMediaType(bytes),
  };
  if ((await beginContent(trx, facts, now)) === 'known') return await contentFacts(trx, facts.sha256);
  for (let at = 0; at < bytes.length; at += FILE_PART)
    await putPart(trx, facts.sha256, at / FILE_PART, bytes.subarray(at, at + FILE_PART));
  await finishContent(trx, facts.sha256);
  return facts;
}

/** Columns of other tables that refer to content, whatever migration made them. */
async function references(db: Kysely<Database>): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select schema.name as "table", key."from" as "column"
    from sqlite_schema as schema join pragma_foreign_key_list(schema.name) as key
    where schema.type = 'table' and key."table" = 'file_content' and schema.name <> 'file_part'`.execute(db);
  return rows;
}

/**
 * Removes content that nothing refers to. Only to be run when no window is open, because until then a removal can
 * still be undone (the command line has the file to itself).
 * @returns how much went
 */
export async function sweepContent(trx: Kysely<Database>): Promise<{ files: number; bytes: number }> {
  const used = (await references(trx)).map(
    ({ table, column }) =>
      sql`select ${sql.ref(column)} from ${sql.table(table)} where ${sql.ref(column)} is not null`,
  );
  const { rows } = await sql<{ sha256: string; byte_size: number }>`
    select sha256, byte_size from file_content
    where sha256 not in (${sql.join(used, sql` union all `)})`.execute(trx);
  for (const { sha256 } of rows) await trx.deleteFrom('file_content').where('sha256', '=', sha256).execute();
  return { files: rows.length, bytes: rows.reduce((total, row) => total + row.byte_size, 0) };
}

/**
 * Takes content away that was stored for something that came to nothing. It stays when anything refers to it, or when
 * the log shows that an attachment once did: its removal may still be undone.
 */
export async function dropUnused(trx: Kysely<Database>, sha256: string): Promise<void> {
  for (const { table, column } of await references(trx)) {
    const { rows } =
      await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${sha256} limit 1`.execute(trx);
    if (rows.length > 0) return;
  }
  const logged = await trx
    .selectFrom('audit')
    .select('id')
    .where('entity', 'in', [
      'attachment',
      'organisation_attachment',
      'inclusion_file',
      'agreement_file',
      'project_file',
    ])
    .where((eb) => eb.or([eb('before', 'like', `%${sha256}%`), eb('after', 'like', `%${sha256}%`)]))
    .limit(1)
    .executeTakeFirst();
  if (logged === undefined) await trx.deleteFrom('file_content').where('sha256', '=', sha256).execute();
}

/** Content that does not match its hash or size, and attachments whose content is not whole. */
export async function checkFiles(db: Kysely<Database>): Promise<Finding[]> {
  const findings: Finding[] = [];
  const finding = (code: string, sha256: string): void =>
    void findings.push({
      code,
      severity: 'error',
      subject: `file ${sha256.slice(0, 12)}`,
      details: { sha256 },
    });
  const contents = await db.selectFrom('file_content').selectAll().execute();
  for (const { sha256, byte_size, complete } of contents) {
    if (complete === 0) continue;
    const hash = createHash('sha256');
    let size = 0;
    for (let position = 0; ; position += 1) {
      const part = await readPart(db, sha256, position);
      if (part === null) break;
      hash.update(part);
      size += part.length;
    }
    if (size !== byte_size || hash.digest('hex') !== sha256) finding('file_hash', sha256);
  }
  for (const { table, column } of await references(db)) {
    const { rows } = await sql<{ sha256: string }>`
      select distinct ${sql.ref(column)} as sha256 from ${sql.table(table)}
      where ${sql.ref(column)} is not null
        and coalesce((select complete from file_content where sha256 = ${sql.ref(`${table}.${column}`)}), 0) = 0`.execute(
      db,
    );
    for (const { sha256 } of rows) finding('file_missing', sha256);
  }
  return findings;
}
