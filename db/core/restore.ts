/** A backup in the place of the live database, also when the machine stops in the middle of it. */
import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '../model/errors.ts';
import { flush, tidyUp, verifyFile } from './backup.ts';
import { isDiskFull } from './disk-full.ts';

const asideOf = (file: string): string =>
  `${file.replace(/\.sqlite$/, '')}-before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.sqlite`;

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
  const had = fs.existsSync(file);
  const aside = asideOf(file);
  if (had) fs.renameSync(file, aside);
  putInPlace(temporary, file, aside);
  return had ? aside : null;
}

/**
 * Ends a restore that was cut off: a verified copy that was about to take the place of a file that had been moved
 * aside takes it now; one whose turn had not come is removed. Call before the database is opened.
 */
export function finishRestore(file: string): void {
  const folder = path.dirname(file);
  if (!fs.existsSync(folder)) return;
  const name = path.basename(file);
  const waiting = fs.readdirSync(folder).filter((one) => /^\d+$/.test(after(one, `${name}.restore-`)));
  for (const one of waiting) {
    const temporary = path.join(folder, one);
    if (fs.existsSync(file) || !verifyFile(temporary).ok) tidyUp(temporary);
    else putInPlace(temporary, file, newestAside(file) ?? asideOf(file));
  }
}

/** What follows the beginning, or nothing. */
function after(text: string, beginning: string): string {
  return text.startsWith(beginning) ? text.slice(beginning.length) : '';
}

function newestAside(file: string): string | undefined {
  const folder = path.dirname(file);
  const beginning = `${path.basename(file).replace(/\.sqlite$/, '')}-before-restore-`;
  const found = fs
    .readdirSync(folder)
    .filter((name) => name.startsWith(beginning) && name.endsWith('.sqlite'));
  const newest = found.sort().at(-1);
  return newest === undefined ? undefined : path.join(folder, newest);
}

/** The log of the file that was moved goes with it: it must never meet another file. */
function putInPlace(temporary: string, file: string, aside: string): void {
  if (fs.existsSync(`${file}-wal`)) fs.renameSync(`${file}-wal`, `${aside}-wal`);
  fs.rmSync(`${file}-shm`, { force: true });
  fs.renameSync(temporary, file);
  flush(path.dirname(file));
}
