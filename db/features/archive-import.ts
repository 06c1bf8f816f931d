/**
 * A term of an archived board brought into the database as a new board: tried first without leaving anything, then done in
 * one transaction, and removed again as long as nobody has worked on it. What came in stands in the log.
 */
import { sql, type Kysely } from 'kysely';
import { write, type OpenDatabase } from '../core/open.ts';
import type { Database } from '../core/schema.ts';
import type { BoardFile } from '../model/board-file.ts';
import { AppError, type Finding } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { Phrases } from '../model/phrases.ts';
import { importBoardFile, type BoardImport } from './board-file.ts';
import { lastAudit } from './change-batches.ts';
import { freezeExamined } from './meeting-course.ts';
import { reindexAll } from './search.ts';

export interface ArchiveImportOptions {
  packageName: string;
  /** Such as `2024–2026`; it tells the board from the one that is there already. */
  period: string;
  actor: string;
  /** ISO instant. */
  instant: string;
  phrases: Phrases;
}

/** The board's file under a name of its own. */
function renamed(file: BoardFile, period: string): BoardFile {
  const name = `${file.board.shortName} ${period}`;
  return { ...file, board: { ...file.board, shortName: name, parent: null } };
}

async function bringIn(
  trx: Kysely<Database>,
  file: BoardFile,
  options: ArchiveImportOptions,
): Promise<BoardImport> {
  const imported = await importBoardFile(trx, renamed(file, options.period));
  await freezeExamined(trx, options.actor, options.instant, options.phrases);
  await reindexAll(trx);
  return imported;
}

export interface ImportReview {
  board: { name: string; shortName: string };
  counts: BoardImport['counts'];
  warnings: Finding[];
}

/** Ends a transaction that was only for trying. */
class OnlyTried extends Error {}

/**
 * Does the whole import and takes it back at once: what would come, and what would stand in its way.
 * @throws AppError BOARD_EXISTS (it was brought in already), BOARD_FILE_INVALID
 */
export async function tryImport(
  database: OpenDatabase,
  file: BoardFile,
  options: ArchiveImportOptions,
): Promise<ImportReview> {
  let imported: BoardImport | undefined;
  await write(database, options.actor, 'archive.import', async (trx) => {
    imported = await bringIn(trx, file, options);
    throw new OnlyTried();
  }).catch((error: unknown) => {
    if (!(error instanceof OnlyTried)) throw error;
  });
  const { board } = renamed(file, options.period);
  return {
    board: { name: board.name.fi, shortName: board.shortName },
    counts: imported!.counts,
    warnings: imported!.warnings,
  };
}

/** @throws AppError BOARD_EXISTS, BOARD_FILE_INVALID; nothing has been changed then */
export async function importTerm(
  database: OpenDatabase,
  file: BoardFile,
  options: ArchiveImportOptions,
): Promise<{ id: string; boardId: string }> {
  return await write(database, options.actor, 'archive.import', async (trx) => {
    const after = await lastAudit(trx);
    const { boardId, counts } = await bringIn(trx, file, options);
    const id = newId();
    await trx
      .insertInto('archive_import')
      .values({
        id,
        board_id: boardId,
        package_name: options.packageName,
        period: options.period,
        imported_at: options.instant,
        imported_by: options.actor,
        counts: JSON.stringify(counts),
        audit_after: after,
        audit_last: await lastAudit(trx),
        removed_at: null,
        removed_by: null,
      })
      .execute();
    return { id, boardId };
  });
}

export interface ImportedTerm {
  id: string;
  boardId: string | null;
  boardName: string | null;
  packageName: string;
  period: string;
  importedAt: string;
  importedBy: string;
  counts: Record<string, number>;
  removedAt: string | null;
}

/** The newest first. */
export async function listImportedTerms(db: Kysely<Database>): Promise<ImportedTerm[]> {
  const rows = await db
    .selectFrom('archive_import')
    .leftJoin('board', 'board.id', 'archive_import.board_id')
    .selectAll('archive_import')
    .select(['board.name_fi', 'board.short_name'])
    .orderBy('imported_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    boardId: row.board_id,
    boardName: row.short_name,
    packageName: row.package_name,
    period: row.period,
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    counts: JSON.parse(row.counts) as Record<string, number>,
    removedAt: row.removed_at,
  }));
}

interface Added {
  entity: string;
  entity_id: string;
}

/**
 * Removes what an import brought in, all of it or nothing.
 * @throws AppError NOT_FOUND; ARCHIVE_IMPORT_CHANGED when somebody has worked on it since or other records refer to it
 */
export async function removeImportedTerm(
  trx: Kysely<Database>,
  id: string,
  by: { actor: string; instant: string },
): Promise<void> {
  const batch = await trx
    .selectFrom('archive_import')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (batch === undefined) throw new AppError('NOT_FOUND', { what: 'archive_import' });
  const { audit_after: after, audit_last: last } = batch;
  const { rows: touched } = await sql<Added>`
    select later.entity, later.entity_id from audit as later where later.id > ${last} and exists (
      select 1 from audit as own where own.entity = later.entity and own.entity_id = later.entity_id
        and own.action = 'insert' and own.id > ${after} and own.id <= ${last}) limit 1`.execute(trx);
  const { rows: logged } = await sql<{ count: number }>`
    select count(*) as count from audit where id > ${after} and id <= ${last} and action = 'insert'
      and entity = 'board' and entity_id = ${batch.board_id}`.execute(trx);
  // The beginning of the log is gone: what came in can no longer be told from what was there.
  if (touched.length > 0 || logged[0]?.count !== 1) throw new AppError('ARCHIVE_IMPORT_CHANGED');
  await sql`pragma defer_foreign_keys = on`.execute(trx);
  await withoutKeepers(trx, async () => {
    const { rows: added } = await sql<Added>`
      select entity, entity_id from audit where id > ${after} and id <= ${last} and action = 'insert'
      order by id desc`.execute(trx);
    const keys = new Map<string, string[]>();
    for (const { entity, entity_id: key } of added) {
      if (!keys.has(entity)) keys.set(entity, await keyOf(trx, entity));
      const columns = keys.get(entity)!;
      const parts = columns.length === 1 ? [key] : key.split('/');
      await sql`delete from ${sql.table(entity)} where ${sql.join(
        columns.map((column, at) => sql`${sql.ref(column)} = ${parts[at]}`),
        sql` and `,
      )}`.execute(trx);
    }
  });
  const { rows: hanging } = await sql`pragma foreign_key_check`.execute(trx);
  if (hanging.length > 0) throw new AppError('ARCHIVE_IMPORT_CHANGED');
  await trx
    .updateTable('archive_import')
    .set({ removed_at: by.instant, removed_by: by.actor })
    .where('id', '=', id)
    .execute();
  await reindexAll(trx);
}

/** Runs a work without the triggers that keep records as they are; those of the log and the index go on. */
async function withoutKeepers(trx: Kysely<Database>, work: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_schema where type = 'trigger' and name not like 'audit\\_%' escape '\\'
      and name not like 'search\\_%' escape '\\'`.execute(trx);
  for (const { name } of rows) await sql.raw(`drop trigger "${name}"`).execute(trx);
  await work();
  for (const { sql: text } of rows) await sql.raw(text).execute(trx);
}

async function keyOf(trx: Kysely<Database>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(trx);
  return rows.map(({ name }) => name);
}
