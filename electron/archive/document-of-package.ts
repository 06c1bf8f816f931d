/**
 * A document of a meeting in a package as a job for the document process, in any form in which documents leave the
 * program. What the package says is checked before: its texts were written by nobody we know.
 */
import path from 'node:path';
import type SQLite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { latestVersion } from '../../db/core/migrate.ts';
import { openDatabase } from '../../db/core/open.ts';
import type { Database } from '../../db/core/schema.ts';
import { documentSource } from '../../db/features/documents.ts';
import { AppError } from '../../db/model/errors.ts';
import { isLinkAllowed } from '../../db/model/rich-text.ts';
import { exportFileName, exportJob } from '../backend/document-jobs.ts';
import type { ForeignDatabase } from './foreign-database.ts';
import type { PackageDocument, PackageDocumentRequest } from './messages.ts';

/**
 * @throws AppError NOT_FOUND, ARCHIVE_DOCUMENT_STRANGE (it holds what this program would not have written),
 * ARCHIVE_DATABASE_DAMAGED
 */
export async function documentOfPackage(
  foreign: ForeignDatabase,
  request: PackageDocumentRequest,
): Promise<PackageDocument> {
  const { meetingId, kind, format, language, phrases, today } = request;
  return await withCurrent(foreign, request.temporary, async (db) => {
    const source = await documentSource(db, meetingId, today).catch((error: unknown) => {
      throw error instanceof AppError ? error : new AppError('ARCHIVE_DOCUMENT_STRANGE');
    });
    const job = exportJob(source, { kind, sections: [], voters: false }, format, phrases, language);
    if (!isHarmless(job)) throw new AppError('ARCHIVE_DOCUMENT_STRANGE');
    return { name: exportFileName(source, kind, format, language), job };
  });
}

/** Reads the package's database as it is where its schema is the newest, else a copy brought to it. */
async function withCurrent<T>(
  { raw, version }: ForeignDatabase,
  temporary: string,
  work: (db: Kysely<Database>) => Promise<T>,
): Promise<T> {
  if (version === latestVersion())
    return await work(new Kysely<Database>({ dialect: new SqliteDialect({ database: raw }) }));
  const copy = await currentCopy(raw, path.join(temporary, 'document.sqlite'));
  try {
    return await work(copy.kysely);
  } finally {
    copy.close();
  }
}

/** A copy with the newest schema: that of the package is one of ours, so its triggers are too. */
export async function currentCopy(raw: SQLite.Database, file: string): ReturnType<typeof openDatabase> {
  await raw.backup(file, { progress: () => 5_000 });
  return await openDatabase({ file, create: false, backupFolder: path.dirname(file) });
}

/** Whether every link in it leads where links may. Not recursive: it may be nested as deep as somebody liked. */
export function isHarmless(document: unknown): boolean {
  const waiting: unknown[] = [document];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'href' && !(typeof inner === 'string' && isLinkAllowed(inner))) return false;
      waiting.push(inner);
    }
  }
  return true;
}
