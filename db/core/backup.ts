/** Copies that are usable: made with SQLite's backup API into a `.partial`, verified, flushed, and only then renamed. */
import fs from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import { MIGRATIONS } from '../migrations/index.ts';
import { AppError } from '../model/errors.ts';
import { APPLICATION_ID } from './application-id.ts';

/** What `verifyFile` found; `ok` when the file can be trusted. */
export interface Verification {
  ok: boolean;
  integrity: string[];
  foreignKeyBreaches: number;
}

/**
 * Reads a database file through: whether it is ours and of a version we know, its structure and references. Opens
 * read-only and changes nothing. A file so damaged that SQLite gives up is a finding, not an error.
 */
export function verifyFile(file: string): Verification {
  const unusable = (reason: string): Verification => ({
    ok: false,
    integrity: [reason],
    foreignKeyBreaches: 0,
  });
  let raw: SQLite.Database | undefined;
  try {
    raw = new SQLite(file, { readonly: true, fileMustExist: true });
    raw.pragma('trusted_schema = OFF');
    // An empty file is a sound SQLite database, and so is another program's.
    if (raw.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      return unusable('not a Pykälä database');
    const version = raw.pragma('user_version', { simple: true }) as number;
    if (version > (MIGRATIONS.at(-1)?.version ?? 0)) return unusable(`newer structure ${version}`);
    return verifyConnection(raw);
  } catch (error) {
    if (error instanceof SQLite.SqliteError) return unusable(error.message);
    throw error;
  } finally {
    raw?.close();
  }
}

/** The same for an open connection. */
export function verifyConnection(raw: SQLite.Database): Verification {
  const integrity = (raw.pragma('integrity_check(20)') as { integrity_check: string }[]).map(
    (row) => row.integrity_check,
  );
  const breaches = raw.pragma('foreign_key_check') as unknown[];
  return {
    ok: integrity.length === 1 && integrity[0] === 'ok' && breaches.length === 0,
    integrity,
    foreignKeyBreaches: breaches.length,
  };
}

/**
 * A verified copy named `<stamp>-<label>.sqlite` in `folder`.
 * @param day the stamp's day, where the user's own is wanted: the clock of the stamp is UTC
 * @returns its path
 * @throws AppError BACKUP_FAILED; no half-made file is left behind
 */
export async function verifiedCopy(
  raw: SQLite.Database,
  folder: string,
  label: string,
  day?: string,
): Promise<string> {
  const now = new Date().toISOString();
  const stamp = `${day ?? now.slice(0, 10)}${now.slice(10)}`.replaceAll(/[:.]/g, '-');
  const target = path.join(folder, `${stamp}-${label}.sqlite`);
  const partial = `${target}.${process.pid}.partial`;
  try {
    fs.mkdirSync(folder, { recursive: true });
    await raw.backup(partial);
    // The copy inherits WAL mode; as a single file it must not leave -wal and -shm beside it.
    const copy = new SQLite(partial);
    copy.pragma('journal_mode = DELETE');
    const verification = verifyConnection(copy);
    copy.close();
    if (!verification.ok)
      throw new AppError('BACKUP_FAILED', {
        file: path.basename(target),
        reason: verification.integrity.join('; '),
      });
    flush(partial);
    fs.renameSync(partial, target);
    flush(folder);
    return target;
  } catch (error) {
    tidyUp(partial);
    if (error instanceof AppError) throw error;
    throw new AppError('BACKUP_FAILED', {
      file: path.basename(target),
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

/** Removes a database file with everything that SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) fs.rmSync(file + ending, { force: true });
}

/** Removes what a failure left; when even that fails, the failure itself is what matters. */
export function tidyUp(file: string): void {
  try {
    removeDatabase(file);
  } catch {
    // Its folder is not there, or is a file.
  }
}

/** Waits until the file or folder is on the disk. */
export function flush(target: string): void {
  // Folders cannot be flushed on Windows; NTFS journals the rename itself.
  if (process.platform === 'win32' && fs.statSync(target).isDirectory()) return;
  const handle = fs.openSync(target, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
