/**
 * A database that came with a package: opened for reading alone, and only when its schema is byte for byte one that
 * this program has written. Runs in a process of its own, because a hostile file may never end.
 */
import fs from 'node:fs';
import SQLite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { APPLICATION_ID } from '../../db/core/application-id.ts';
import { latestVersion } from '../../db/core/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { AppError } from '../../db/model/errors.ts';
import { foldText } from '../../db/model/fold-text.ts';

const HEAD_BYTES = 100;
/** Statistics of the planner; SQLite reads them by itself and nobody else does. */
const STATISTICS = /^sqlite_stat[14]$/;

interface SchemaRow {
  type: string;
  name: string;
  tbl_name: string;
  sql: string | null;
}

const SCHEMA = 'select type, name, tbl_name, sql from sqlite_schema order by type, name';
const line = ({ type, name, tbl_name, sql }: SchemaRow): string =>
  JSON.stringify([type, name, tbl_name, sql ?? '']);

const schemas = new Map<number, Promise<Set<string>>>();

/** The schema that this program makes, as of a version; null when there was no such version. */
async function schemaOf(version: number): Promise<Set<string> | null> {
  if (!MIGRATIONS.some((migration) => migration.version === version)) return null;
  const known = schemas.get(version) ?? makeSchema(version);
  schemas.set(version, known);
  return await known;
}

async function makeSchema(version: number): Promise<Set<string>> {
  const raw = new SQLite(':memory:');
  try {
    raw.function('fold', { deterministic: true }, (text: unknown) =>
      typeof text === 'string' ? foldText(text) : null,
    );
    const kysely = new Kysely<unknown>({ dialect: new SqliteDialect({ database: raw }) });
    await kysely.connection().execute(async (connection) => {
      for (const migration of MIGRATIONS) if (migration.version <= version) await migration.up(connection);
    });
    return new Set((raw.prepare(SCHEMA).all() as SchemaRow[]).map(line));
  } finally {
    raw.close();
  }
}

/** What the file says of itself before SQLite has touched it. */
function readHead(file: string): { applicationId: number; version: number; isPlain: boolean } | null {
  const head = Buffer.alloc(HEAD_BYTES);
  const handle = fs.openSync(file, 'r');
  try {
    if (fs.readSync(handle, head, 0, HEAD_BYTES, 0) < HEAD_BYTES) return null;
  } finally {
    fs.closeSync(handle);
  }
  if (head.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null;
  return {
    applicationId: head.readUInt32BE(68),
    version: head.readUInt32BE(60),
    // Rollback journal and UTF-8, as a package's copy is written.
    isPlain: head[18] === 1 && head[19] === 1 && head.readUInt32BE(56) === 1,
  };
}

export interface ForeignDatabase {
  raw: SQLite.Database;
  version: number;
  close(): void;
}

/**
 * Opens a copy that lies in a temporary folder.
 * @param beforeReading told when our own preparations are done and the foreign content is about to be read
 * @throws AppError ARCHIVE_DATABASE_DAMAGED, ARCHIVE_DATABASE_FOREIGN (another program's), ARCHIVE_DATABASE_NEWER,
 * ARCHIVE_DATABASE_ALTERED (`what` names the table, view or trigger)
 */
export async function openForeignDatabase(
  file: string,
  beforeReading: () => void = () => {},
): Promise<ForeignDatabase> {
  const head = readHead(file);
  if (head === null) throw new AppError('ARCHIVE_DATABASE_DAMAGED');
  if (head.applicationId !== APPLICATION_ID) throw new AppError('ARCHIVE_DATABASE_FOREIGN');
  if (head.version > latestVersion())
    throw new AppError('ARCHIVE_DATABASE_NEWER', { version: head.version, supported: latestVersion() });
  if (!head.isPlain) throw new AppError('ARCHIVE_DATABASE_DAMAGED');
  const expected = await schemaOf(head.version);
  if (expected === null) throw new AppError('ARCHIVE_DATABASE_FOREIGN');
  beforeReading();
  let raw: SQLite.Database | undefined;
  try {
    raw = new SQLite(file, { readonly: true, fileMustExist: true });
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cell_size_check = ON');
    raw.pragma('mmap_size = 0');
    raw.pragma('query_only = ON');
    raw.pragma('foreign_keys = OFF');
    const found = (raw.prepare(SCHEMA).all() as SchemaRow[]).filter(({ name }) => !STATISTICS.test(name));
    const strange = found.find((row) => !expected.has(line(row)));
    if (strange !== undefined || found.length !== expected.size)
      throw new AppError('ARCHIVE_DATABASE_ALTERED', {
        what: strange === undefined ? 'sqlite_schema' : `${strange.type} ${strange.name}`.slice(0, 120),
      });
    if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw new AppError('ARCHIVE_DATABASE_DAMAGED');
    const opened = raw;
    return { raw: opened, version: head.version, close: () => opened.close() };
  } catch (error) {
    raw?.close();
    if (error instanceof SQLite.SqliteError) throw new AppError('ARCHIVE_DATABASE_DAMAGED');
    throw error;
  }
}
