/**
 * Backups that are usable: made with SQLite's backup API into a `.partial`, verified, flushed, renamed, and only
 * then are old ones pruned (hazards 3 and 4).
 */
import fs from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import { MIGRATIONS } from '../migrations/index.ts';
import { AppError } from '../model/errors.ts';
import { APPLICATION_ID } from './application-id.ts';
import { isDiskFull } from './disk-full.ts';

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

/** Names of rotating backups: `<ISO stamp>-daily.sqlite`. */
const DAILY = /^(\d{4}-\d{2}-\d{2})T.*-daily\.sqlite$/;

/**
 * The day's backup, at most one a day; then prunes to 7 daily, 4 weekly and 12 monthly. Copies made before a
 * migration or a restore are never pruned.
 * @returns the path of today's backup
 */
export async function dailyBackup(raw: SQLite.Database, folder: string, today: string): Promise<string> {
  const existing = backups(folder).find((backup) => backup.day === today);
  const made = existing?.file ?? (await verifiedCopy(raw, folder, 'daily', today));
  const all = backups(folder);
  for (const backup of all)
    if (!keptDays(all.map((b) => b.day)).has(backup.day)) fs.rmSync(backup.file, { force: true });
  return made;
}

function backups(folder: string): { file: string; day: string }[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .flatMap((name) => {
      const day = DAILY.exec(name)?.[1];
      return day ? [{ file: path.join(folder, name), day }] : [];
    })
    .sort((a, b) => (a.file < b.file ? 1 : -1));
}

/** Which days' backups stay: the 7 newest, the newest of each of 4 weeks and of each of 12 months. */
export function keptDays(days: readonly string[]): Set<string> {
  const sorted = [...new Set(days)].sort().reverse();
  const newestPer = (keyOf: (day: string) => string, count: number): string[] => {
    const seen = new Map<string, string>();
    for (const day of sorted) if (!seen.has(keyOf(day))) seen.set(keyOf(day), day);
    return [...seen.values()].slice(0, count);
  };
  const week = (day: string): string => String(Math.floor((Date.parse(day) / 86_400_000 + 3) / 7));
  return new Set([...sorted.slice(0, 7), ...newestPer(week, 4), ...newestPer((day) => day.slice(0, 7), 12)]);
}

/**
 * Puts a backup in the place of a closed database: the present files move aside under a dated name, leftovers of
 * the write-ahead log never meet the restored file. Nothing is moved before the copy has been made and verified.
 * @returns the path of what was moved aside, or null when there was nothing
 * @throws AppError BACKUP_FAILED when the backup is not sound or cannot be copied, DISK_FULL
 */
export function restoreBackup(backup: string, file: string): string | null {
  const temporary = `${file}.restore-${process.pid}`;
  try {
    fs.copyFileSync(backup, temporary);
    const verification = verifyFile(temporary);
    if (!verification.ok)
      throw new AppError('BACKUP_FAILED', {
        file: path.basename(backup),
        reason: verification.integrity.join('; '),
      });
    flush(temporary);
  } catch (error) {
    tidyUp(temporary);
    if (error instanceof AppError) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (isDiskFull(error))
      throw new AppError('DISK_FULL', { file: path.basename(file), folder: path.dirname(file) });
    throw new AppError('BACKUP_FAILED', { file: path.basename(backup), reason: code || message });
  }
  for (const ending of ['-wal', '-shm', '-journal']) fs.rmSync(temporary + ending, { force: true });
  const aside = `${file.replace(/\.sqlite$/, '')}-before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.sqlite`;
  const had = fs.existsSync(file);
  if (had) fs.renameSync(file, aside);
  if (fs.existsSync(`${file}-wal`)) fs.renameSync(`${file}-wal`, `${aside}-wal`);
  fs.rmSync(`${file}-shm`, { force: true });
  fs.renameSync(temporary, file);
  flush(path.dirname(file));
  return had ? aside : null;
}

/** Removes a database file with everything that SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) fs.rmSync(file + ending, { force: true });
}

/** Removes what a failure left; when even that fails, the failure itself is what matters. */
function tidyUp(file: string): void {
  try {
    removeDatabase(file);
  } catch {
    // Its folder is not there, or is a file.
  }
}

function flush(target: string): void {
  // Folders cannot be flushed on Windows; NTFS journals the rename itself.
  if (process.platform === 'win32' && fs.statSync(target).isDirectory()) return;
  const handle = fs.openSync(target, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
