/**
 * Opens the board's one file. Every promise about durability begins here: the pragmas are set on each open and
 * asserted, because a reopened WAL file silently falls back to `synchronous=NORMAL`.
 */
import fs from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { AppError } from '../model/errors.ts';
import { foldText } from '../model/fold-text.ts';
import { APPLICATION_ID } from './application-id.ts';
import { removeDatabase } from './backup.ts';
import { isDiskFull } from './disk-full.ts';
import { refuseSharedFolder } from './folder.ts';
import { KeptStatements } from './kept-statements.ts';
import { latestVersion, migrateToLatest } from './migrate.ts';
import type { Database } from './schema.ts';
import { ReadingDialect, rememberTurns, Turns, type Rest } from './turns.ts';

export { APPLICATION_ID };

export interface OpenOptions {
  /** Absolute path; its folder must exist. */
  file: string;
  /** Create the file when it is missing. Default true. */
  create?: boolean;
  /** Open for reading alone: no migration, no write. */
  readOnly?: boolean;
  /** Where the verified backup before a migration goes. Default: `backups` beside the file. */
  backupFolder?: string;
}

export interface OpenDatabase {
  /** Reads what is committed and writes; waits while another write goes on. */
  kysely: Kysely<Database>;
  /** Only reads, also while a long write rests between its slices, and then sees what that has written so far. */
  reading: Kysely<Database>;
  turns: Turns;
  /** The connection below, for pragmas and backups. */
  raw: SQLite.Database;
  file: string;
  close(): void;
}

/**
 * Opens (or creates) and migrates a database.
 * @throws AppError DATABASE_NOT_FOUND, DATABASE_CORRUPT, DATABASE_FOREIGN, DATABASE_NEWER, DATABASE_IN_USE,
 * FOLDER_READ_ONLY, FOLDER_SHARED, DISK_FULL; the file is unchanged in each case.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { file, create = true, readOnly = false } = options;
  const details = { file: path.basename(file), folder: path.dirname(file) };
  const exists = fs.existsSync(file) && fs.statSync(file).size > 0;
  if (!exists && (!create || readOnly)) throw new AppError('DATABASE_NOT_FOUND', details);
  if (!readOnly) {
    refuseSharedFolder(path.dirname(file));
    try {
      fs.accessSync(path.dirname(file), fs.constants.W_OK);
      if (exists) fs.accessSync(file, fs.constants.W_OK);
    } catch {
      throw new AppError('FOLDER_READ_ONLY', details);
    }
  }
  if (exists) refuseForeignFile(file, details);
  let raw: SQLite.Database | undefined;
  try {
    raw = new SQLite(file, { readonly: readOnly, fileMustExist: exists, timeout: 2_000 });
    if (exists) refuseForeignContent(raw, details);
    prepare(raw, readOnly);
    if (!readOnly) {
      if (!exists) raw.pragma(`application_id = ${APPLICATION_ID}`);
      await migrateToLatest({
        raw,
        kysely: new Kysely<Database>({ dialect: new SqliteDialect({ database: raw }) }),
        file,
        backupFolder: options.backupFolder ?? path.join(path.dirname(file), 'backups'),
      });
    } else if (version(raw) !== latestVersion()) {
      throw new AppError('DATABASE_OLDER', { ...details, version: version(raw), supported: latestVersion() });
    }
    assertPragmas(raw, readOnly);
    const opened = raw;
    const statements = new KeptStatements(opened);
    const kysely = new Kysely<Database>({ dialect: new SqliteDialect({ database: statements }) });
    const turns = new Turns();
    const reading = new Kysely<Database>({ dialect: new ReadingDialect(statements, turns) });
    rememberTurns(reading, turns);
    return {
      kysely,
      reading,
      turns,
      raw: opened,
      file,
      close() {
        if (!opened.open) return;
        if (!readOnly) opened.pragma('optimize');
        opened.close();
      },
    };
  } catch (error) {
    const unfinished = !exists && isDiskFull(error) && raw !== undefined && isUnfinished(raw);
    if (raw?.open) raw.close();
    if (unfinished) removeDatabase(file);
    throw databaseError(error, details);
  }
}

/** Whether a new file has not got as far as its first schema. Another program that is making it holds its lock. */
function isUnfinished(raw: SQLite.Database): boolean {
  try {
    return version(raw) === 0;
  } catch (error) {
    return isDiskFull(error);
  }
}

/** The file's schema version; 0 for an empty one. */
export function version(raw: SQLite.Database): number {
  return raw.pragma('user_version', { simple: true }) as number;
}

/** SQLite's own errors as ours; anything else passes through. */
export function databaseError(error: unknown, details: { file: string; folder: string }): unknown {
  if (!(error instanceof SQLite.SqliteError)) return error;
  const code = error.code;
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new AppError('DATABASE_CORRUPT', details);
  if (code.startsWith('SQLITE_BUSY')) return new AppError('DATABASE_IN_USE', details);
  if (isDiskFull(error)) return new AppError('DISK_FULL', details);
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN')
    return new AppError('FOLDER_READ_ONLY', details);
  return error;
}

/** A file that is no SQLite database at all, or a cut one: said before SQLite touches it. */
function refuseForeignFile(file: string, details: { file: string; folder: string }): void {
  const head = Buffer.alloc(16);
  const handle = fs.openSync(file, 'r');
  try {
    fs.readSync(handle, head, 0, 16, 0);
  } finally {
    fs.closeSync(handle);
  }
  if (head.toString('latin1') !== 'SQLite format 3\0') throw new AppError('DATABASE_CORRUPT', details);
}

function refuseForeignContent(raw: SQLite.Database, details: { file: string; folder: string }): void {
  const id = raw.pragma('application_id', { simple: true }) as number;
  const found = version(raw);
  const tables = raw.prepare('select count(*) from sqlite_schema').pluck().get() as number;
  if (id !== APPLICATION_ID && (tables > 0 || id !== 0)) throw new AppError('DATABASE_FOREIGN', details);
  if (found > latestVersion())
    throw new AppError('DATABASE_NEWER', { ...details, version: found, supported: latestVersion() });
}

function prepare(raw: SQLite.Database, readOnly: boolean): void {
  raw.pragma('foreign_keys = ON');
  raw.pragma('trusted_schema = OFF');
  raw.pragma('cell_size_check = ON');
  raw.pragma('recursive_triggers = OFF');
  // `lower` of SQLite knows ASCII alone; this one compares Finnish words whatever their case.
  raw.function('fold', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? foldText(text) : null,
  );
  if (readOnly) {
    raw.pragma('query_only = ON');
    return;
  }
  raw.pragma('locking_mode = EXCLUSIVE');
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('secure_delete = ON');
  if (process.platform === 'darwin') {
    raw.pragma('fullfsync = 1');
    raw.pragma('checkpoint_fullfsync = 1');
  }
}

function assertPragmas(raw: SQLite.Database, readOnly: boolean): void {
  const expected: Record<string, unknown> = readOnly
    ? { foreign_keys: 1, query_only: 1 }
    : { foreign_keys: 1, journal_mode: 'wal', synchronous: 2, secure_delete: 1 };
  for (const [name, value] of Object.entries(expected)) {
    const found = raw.pragma(name, { simple: true });
    if (found !== value)
      throw new AppError('DATABASE_SETTINGS', {
        setting: name,
        found: String(found),
        expected: String(value),
      });
  }
}

/**
 * One write: an IMMEDIATE transaction that names the actor for the audit log. Rolls back on any error. Writes take
 * turns; long ones let reading in through the `rest` that `work` is given.
 * @param actor the user's name as the audit log shows it
 * @param procedure what is being done, e.g. `meetings.create`
 */
export async function write<T>(
  database: OpenDatabase,
  actor: string,
  procedure: string,
  work: (trx: Kysely<Database>, rest: Rest) => Promise<T>,
): Promise<T> {
  return await database.kysely.connection().execute(async (connection) => {
    database.turns.begin();
    try {
      await sql`begin immediate`.execute(connection);
      await connection.updateTable('current_actor').set({ name: actor, procedure }).execute();
      const result = await work(connection, database.turns.rest);
      await sql`commit`.execute(connection);
      return result;
    } catch (error) {
      if (database.raw.inTransaction) await sql`rollback`.execute(connection);
      throw databaseError(error, { file: path.basename(database.file), folder: path.dirname(database.file) });
    } finally {
      database.turns.end();
    }
  });
}
