/**
 * A package as a file: written beside its place and renamed when it is whole, in an envelope (kuori) where one was asked
 * for. The window's process and the command line make their packages with this.
 */
import path from 'node:path';
import { Transform, type Writable } from 'node:stream';
import { AppError } from '../../db/model/errors.ts';
import { streamInto, writingSafely } from '../backend/write-file.ts';
import type { ArchiveResult } from './create.ts';
import { checkLock, contentOfEnvelope, lockInto, type EnvelopeLock } from './envelope.ts';

export interface PackageFile extends ArchiveResult {
  /** Of the file as it was written: of the envelope where there is one. */
  file: { sha512: string; bytes: number };
}

export interface PackageFileOptions {
  /** Null: no envelope. */
  lock: EnvelopeLock | null;
  signal?: AbortSignal;
  /** How far opening the envelope is, by which it is proved that it opens. */
  onProof?(done: number, total: number): void;
}

/**
 * @param make writes the package to the output it is given
 * @throws AppError AGE_RECIPIENT_WRONG, AGE_PASSPHRASE_EMPTY, AGE_DAMAGED (it does not open), what writing a file says
 * (DISK_FULL, FOLDER_MISSING, WRITE_FAILED …) and what `make` throws; nothing is left at the target then
 */
export async function writePackageFile(
  target: string,
  options: PackageFileOptions,
  make: (output: Writable) => Promise<ArchiveResult>,
): Promise<PackageFile> {
  const { lock, signal } = options;
  if (lock !== null) checkLock(lock);
  let written: PackageFile | undefined;
  await writingSafely(target, async (handle, place) => {
    const file = streamInto(handle);
    if (lock === null) {
      const made = await make(file);
      written = { ...made, file: { sha512: made.sha512, bytes: made.bytes } };
      return;
    }
    const output = owned();
    const failures: unknown[] = [];
    const ending = async <T>(work: Promise<T>): Promise<T | null> => {
      try {
        return await work;
      } catch (error) {
        failures.push(error);
        output.destroy(error as Error);
        return null;
      }
    };
    // Both have to end: a package that is still being made holds its copy of the database.
    const [made, locked] = await Promise.all([
      ending(make(output)),
      ending(lockInto(output, file, lock, signal)),
    ]);
    if (made === null || locked === null) throw failures[0];
    written = { ...made, file: locked };
    // A recipient's key is not here; a passphrase is, so the envelope is opened once before it is said to be done.
    if (!('passphrase' in lock)) return;
    await handle.sync();
    const content = await contentOfEnvelope(place, lock, {
      ...(signal && { signal }),
      ...(options.onProof && { onProgress: options.onProof }),
    });
    if (content.sha512 !== made.sha512) throw new AppError('AGE_DAMAGED', { file: path.basename(target) });
  });
  return written!;
}

/** Passes on copies of what it gets, which the encryption may keep for a while; whoever writes or reads hears of its end. */
function owned(): Transform {
  const output = new Transform({
    transform(part: Uint8Array, _encoding, done) {
      done(null, Buffer.from(part));
    },
  });
  output.on('error', () => {});
  return output;
}
