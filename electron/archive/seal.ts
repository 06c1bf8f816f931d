/**
 * The seal of a package: the zip's own comment holds the SHA-512 of every byte before it, so that a change in the
 * records of the zip, which no manifest covers, is found as well. `bag-info.txt` says that the seal has to be there.
 */
import { createHash, type Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Transform, type TransformCallback } from 'node:stream';

/** Line of `bag-info.txt` that promises the seal. */
export const SEAL_LABEL = 'Pykala-Seal';
export const SEAL_VALUE = 'SHA-512 of the zip file up to its comment, in the comment';

const PREFIX = 'Pykala-Seal-SHA512:';
const COMMENT_BYTES = PREFIX.length + 128;
/** The end record of a zip without a comment; its last two bytes are the length of the comment. */
const END_BYTES = 22;
const READ_BYTES = 1024 * 1024;

/** Passes a zip without comment through and ends it with the seal. */
export class Seal extends Transform {
  /** Of the whole file, when it has ended; hexadecimal. */
  sha512 = '';
  bytes = 0;
  readonly #hash: Hash = createHash('sha512');
  #held: Buffer = Buffer.alloc(0);

  override _transform(part: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    // The last bytes are held back: they may be the end record, which gets the seal's length.
    const all = this.#held.length + part.length;
    const fromHeld = this.#held.subarray(0, Math.max(0, Math.min(this.#held.length, all - END_BYTES)));
    const fromPart = part.subarray(0, Math.max(0, part.length - END_BYTES));
    for (const passed of [fromHeld, fromPart]) {
      if (passed.length === 0) continue;
      this.#hash.update(passed);
      this.bytes += passed.length;
      this.push(passed);
    }
    this.#held = Buffer.concat([this.#held.subarray(fromHeld.length), part.subarray(fromPart.length)]);
    done();
  }

  override _flush(done: TransformCallback): void {
    const end = this.#held;
    end.writeUInt16LE(COMMENT_BYTES, END_BYTES - 2);
    this.#hash.update(end);
    const comment = Buffer.from(PREFIX + this.#hash.copy().digest('hex'), 'latin1');
    this.sha512 = this.#hash.update(comment).digest('hex');
    this.bytes += end.length + comment.length;
    done(null, Buffer.concat([end, comment]));
  }
}

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
