/**
 * Brings a file to the newest schema, all steps in one IMMEDIATE transaction: afterwards it is exactly the old
 * one or exactly the new one. Kysely's own migrator is not transactional on SQLite.
 */
import type SQLite from 'better-sqlite3';
import { sql, type Kysely } from 'kysely';
import { MIGRATIONS, type Migration } from '../migrations/index.ts';
import { AppError } from '../model/errors.ts';
import { verifiedCopy } from './backup.ts';
import { isDiskFull } from './disk-full.ts';
import type { Database } from './schema.ts';

/** The schema version that this program writes. */
export function latestVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return migrations.at(-1)?.version ?? 0;
}

export interface MigrateOptions {
  raw: SQLite.Database;
  kysely: Kysely<Database>;
  file: string;
  backupFolder: string;
  migrations?: readonly Migration[];
}

/**
 * Runs what is missing; a file with content gets a verified backup first.
 * @throws AppError DATABASE_NEWER, MIGRATION_FAILED, or SQLite's own error of a full disk (the file is as before)
 */
export async function migrateToLatest(options: MigrateOptions): Promise<void> {
  const { raw, kysely, file, backupFolder, migrations = MIGRATIONS } = options;
  const from = raw.pragma('user_version', { simple: true }) as number;
  const to = latestVersion(migrations);
  if (from > to) throw new AppError('DATABASE_NEWER', { file, version: from, supported: to });
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) return;
  if (from > 0) await verifiedCopy(raw, backupFolder, `before-migration-${from}-to-${to}`);
  raw.pragma('foreign_keys = OFF');
  try {
    await kysely.connection().execute(async (connection) => {
      await sql`begin immediate`.execute(connection);
      try {
        for (const migration of pending) await migration.up(connection as unknown as Kysely<unknown>);
        const { rows } = await sql`pragma foreign_key_check`.execute(connection);
        if (rows.length > 0)
          throw new AppError('MIGRATION_FAILED', { version: to, reason: 'foreign_keys', rows: rows.length });
        await sql.raw(`pragma user_version = ${to}`).execute(connection);
        await sql`commit`.execute(connection);
      } catch (error) {
        if (raw.inTransaction) await sql`rollback`.execute(connection);
        throw error;
      }
    });
  } catch (error) {
    if (error instanceof AppError || isDiskFull(error)) throw error;
    throw new AppError('MIGRATION_FAILED', {
      version: to,
      reason: error instanceof Error ? error.message : String(error),
      rows: 0,
    });
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}
