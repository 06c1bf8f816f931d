/** Exported documents: written as a whole or not at all, and why one could not be made. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { AppError } from '../../db/model/errors.ts';

const CODES: Record<string, string> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EFBIG: 'DISK_FULL',
  EACCES: 'FOLDER_READ_ONLY',
  EPERM: 'FOLDER_READ_ONLY',
  EROFS: 'FOLDER_READ_ONLY',
  ENOENT: 'FOLDER_MISSING',
  ENOTDIR: 'FOLDER_MISSING',
  EISDIR: 'TARGET_IS_FOLDER',
};

/**
 * Through a temporary file beside the target, flushed and renamed; what was there before stays when it fails.
 * @throws AppError DISK_FULL, FOLDER_READ_ONLY, FOLDER_MISSING, TARGET_IS_FOLDER, WRITE_FAILED
 */
export async function writeFileSafely(target: string, bytes: Uint8Array): Promise<void> {
  await writingSafely(target, (handle) => handle.writeFile(bytes));
}

/**
 * The same for content that is written in parts. `work` also gets the path at which it is being written.
 * @throws AppError as `writeFileSafely`, and what the work throws
 */
export async function writingSafely(
  target: string,
  work: (handle: fs.FileHandle, temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.partial`);
  try {
    const handle = await fs.open(temporary, 'w');
    try {
      await work(handle, temporary);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temporary, target);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => {});
    throw error instanceof AppError ? error : writeError(error, target);
  }
}

/** Removes what a process that was ended in the middle of `writingSafely` has left beside the target. */
export async function removePartial(target: string): Promise<void> {
  const [folder, start] = [path.dirname(target), `.${path.basename(target)}.`];
  for (const name of await fs.readdir(folder).catch(() => []))
    if (name.startsWith(start) && /^\d+\.partial$/.test(name.slice(start.length)))
      await fs.rm(path.join(folder, name), { force: true }).catch(() => {});
}

/** What is written to it goes on in the file of `writingSafely`, which closes it; a stream of the handle's own would wait for that. */
export function streamInto(handle: fs.FileHandle): Writable {
  return new Writable({
    write(part: Buffer, _encoding, done) {
      // `appendFile` of a handle writes the whole part, however many writes it takes.
      handle.appendFile(part).then(() => done(), done);
    },
  });
}

/** Makes a folder with those above it. @throws AppError as `writeFileSafely` */
export async function makeFolder(folder: string): Promise<void> {
  await fs.mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw writeError(error, `${folder}${path.sep}.`);
  });
}

function writeError(error: unknown, target: string): AppError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return new AppError(CODES[code] ?? 'WRITE_FAILED', {
    file: path.basename(target),
    folder: path.dirname(target),
    reason: code || String(error),
  });
}

/**
 * A failed render as an error with a sentence of its own.
 * @param file name for the message
 */
export function publishError(error: { code: string; message: string }, file: string): AppError {
  if (error.code === 'PUBLISH_CANCELLED' || error.code === 'PUBLISH_CLOSED') return new AppError('CANCELLED');
  const known = [
    'PUBLISH_TIMEOUT',
    'PUBLISH_CRASHED',
    'PUBLISH_UNAVAILABLE',
    'PUBLISH_INVALID_DOCUMENT',
    'PUBLISH_FAILED',
  ];
  return new AppError(known.includes(error.code) ? error.code : 'EXPORT_FAILED', {
    file,
    reason: error.message,
  });
}
