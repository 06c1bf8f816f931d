/**
 * The seal of a package: the zip's own comment holds the SHA-512 of every byte before it, so that a change in the
 * records of the zip, which no manifest covers, is found as well. `bag-info.txt` says that the seal has to be there.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** Line of `bag-info.txt` that promises the seal. */
export const SEAL_LABEL = 'Pykala-Seal';
export const SEAL_VALUE = 'SHA-512 of the zip file up to its comment, in the comment';

const PREFIX = 'Pykala-Seal-SHA512:';
/** Length of the comment, which stands in the zip's end record before it. */
export const COMMENT_BYTES = PREFIX.length + 128;
const READ_BYTES = 1024 * 1024;

/** The comment for a zip whose other bytes have this SHA-512. */
export const sealComment = (sha512: string): Buffer => Buffer.from(PREFIX + sha512, 'latin1');

export interface SealReading {
  seal: 'right' | 'wrong' | 'none';
  /** Of the whole file; hexadecimal. */
  sha512: string;
  bytes: number;
}

/**
 * Reads a file once and compares it with the seal at its end.
 * @param onBytes told of each part that has been read
 */
export async function readSeal(
  file: string,
  options: { signal?: AbortSignal; onBytes?(bytes: number): void } = {},
): Promise<SealReading> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const covered = Math.max(0, size - COMMENT_BYTES);
    const hash = createHash('sha512');
    let computed = '';
    let comment = '';
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    for (let position = 0; position < size;) {
      options.signal?.throwIfAborted();
      if (position === covered) computed = hash.copy().digest('hex');
      const wanted = Math.min(READ_BYTES, (position < covered ? covered : size) - position);
      const { bytesRead } = await handle.read(buffer, 0, wanted, position);
      if (bytesRead === 0) break;
      const part = buffer.subarray(0, bytesRead);
      if (position >= covered) comment += part.toString('latin1');
      hash.update(part);
      position += bytesRead;
      options.onBytes?.(bytesRead);
    }
    const sealed = comment.startsWith(PREFIX);
    const seal = !sealed ? 'none' : comment === PREFIX + computed ? 'right' : 'wrong';
    return { seal, sha512: hash.digest('hex'), bytes: size };
  } finally {
    await handle.close();
  }
}
