/**
 * The outer envelope of a package (kuori): the age format, by a passphrase or for recipients, as a stream. It is for
 * transport and storage only; a package without its passphrase is lost.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { AppError } from '../../db/model/errors.ts';

/** How an envelope is closed. */
export type EnvelopeLock = { passphrase: string } | { recipients: string[] };
/** What opens it. */
export type EnvelopeKey = { passphrase: string } | { identities: string[] };

const MAGIC = 'age-encryption.org/v1\n';
const ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----';
const HEAD_BYTES = 4_096;
/** A header asks for 2^n × 1 KiB of memory before anything can be checked; the format's own programs write 18. */
const MOST_WORK = 18;
const PART_BYTES = 1024 * 1024;

export type EnvelopeKind = 'passphrase' | 'recipients';

/**
 * Whether a file is an envelope, and what opens it; null for anything else.
 * @throws AppError ARCHIVE_MISSING, AGE_ARMORED, AGE_TOO_HARD
 */
export function envelopeKind(file: string): EnvelopeKind | null {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new AppError('ARCHIVE_MISSING', { file });
  if (stat.isDirectory()) return null;
  const head = Buffer.alloc(HEAD_BYTES);
  const handle = fs.openSync(file, 'r');
  let length: number;
  try {
    length = fs.readSync(handle, head, 0, HEAD_BYTES, 0);
  } finally {
    fs.closeSync(handle);
  }
  const text = head.subarray(0, length).toString('latin1');
  if (text.startsWith(ARMOR)) throw new AppError('AGE_ARMORED', { file: path.basename(file) });
  if (!text.startsWith(MAGIC)) return null;
  const work = /^-> scrypt \S+ (\d{1,9})$/m.exec(text);
  if (work === null) return 'recipients';
  if (Number(work[1]) > MOST_WORK) throw new AppError('AGE_TOO_HARD', { file: path.basename(file) });
  return 'passphrase';
}

/** @throws AppError AGE_RECIPIENT_WRONG, AGE_PASSPHRASE_EMPTY */
function encrypter(lock: EnvelopeLock): Encrypter {
  const made = new Encrypter();
  if ('passphrase' in lock) {
    if (lock.passphrase === '') throw new AppError('AGE_PASSPHRASE_EMPTY');
    made.setPassphrase(lock.passphrase.normalize('NFC'));
    return made;
  }
  if (lock.recipients.length === 0) throw new AppError('AGE_RECIPIENT_WRONG', { recipient: '' });
  for (const recipient of lock.recipients)
    try {
      made.addRecipient(recipient);
    } catch {
      throw new AppError('AGE_RECIPIENT_WRONG', { recipient: recipient.slice(0, 80) });
    }
  return made;
}

/** @throws AppError AGE_RECIPIENT_WRONG, AGE_PASSPHRASE_EMPTY */
export function checkLock(lock: EnvelopeLock): void {
  encrypter(lock);
}

/** @throws AppError AGE_KEY_WRONG_FORM */
function decrypter(key: EnvelopeKey): Decrypter {
  const made = new Decrypter();
  if ('passphrase' in key) made.addPassphrase(key.passphrase.normalize('NFC'));
  else
    for (const identity of key.identities)
      try {
        made.addIdentity(identity);
      } catch {
        throw new AppError('AGE_KEY_WRONG_FORM');
      }
  return made;
}

const toWeb = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;
const fromWeb = (stream: ReadableStream<Uint8Array>): Readable =>
  Readable.fromWeb(stream as unknown as NodeReadableStream<Uint8Array>);

/** Passes a stream through an envelope into `output`; resolves when the last byte is out. */
export async function lockInto(
  source: Readable,
  output: Writable,
  lock: EnvelopeLock,
  signal?: AbortSignal,
): Promise<{ sha512: string; bytes: number }> {
  const locked = await encrypter(lock).encrypt(toWeb(source));
  const hash = createHash('sha512');
  let bytes = 0;
  const counted = new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part);
      bytes += part.length;
      done(null, part);
    },
  });
  await pipeline(fromWeb(locked), counted, output, signal === undefined ? {} : { signal });
  return { sha512: hash.digest('hex'), bytes };
}

export interface UnlockOptions {
  signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
}

/**
 * What is in an envelope, as a stream.
 * @throws AppError AGE_KEY_NEEDED, AGE_WRONG_KEY (nothing has been read but the header), AGE_DAMAGED
 */
async function unlocked(file: string, key: EnvelopeKey | null, options: UnlockOptions): Promise<Readable> {
  const kind = envelopeKind(file);
  const name = path.basename(file);
  if (key === null && kind === 'recipients') throw new AppError('AGE_IDENTITY_NEEDED', { file: name });
  if (key === null) throw new AppError('AGE_KEY_NEEDED', { file: name });
  const total = fs.statSync(file).size;
  let done = 0;
  const source = fs.createReadStream(file, { highWaterMark: PART_BYTES });
  source.on('data', (part) => {
    done += part.length;
    options.onProgress?.(done, total);
  });
  source.pause();
  try {
    return fromWeb(await decrypter(key).decrypt(toWeb(source)));
  } catch (error) {
    source.destroy();
    if (error instanceof AppError) throw error;
    const words = error instanceof Error ? error.message : '';
    throw /no identity matched/.test(words)
      ? new AppError('AGE_WRONG_KEY', { file: name })
      : new AppError('AGE_DAMAGED', { file: name });
  }
}

async function through(
  stream: Readable,
  output: Writable,
  file: string,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await pipeline(stream, output, signal === undefined ? {} : { signal });
  } catch (error) {
    if (signal?.aborted === true || (error as NodeJS.ErrnoException).code?.startsWith('E') === true)
      throw error;
    throw new AppError('AGE_DAMAGED', { file: path.basename(file) });
  }
}

/**
 * The package itself as a file in `temporary`; the file as it is when it is in no envelope.
 * @throws AppError AGE_KEY_NEEDED, AGE_IDENTITY_NEEDED, AGE_WRONG_KEY, AGE_DAMAGED, AGE_ARMORED, AGE_TOO_HARD
 */
export async function unlockTo(
  file: string,
  key: EnvelopeKey | null,
  temporary: string,
  options: UnlockOptions = {},
): Promise<string> {
  if (envelopeKind(file) === null) return file;
  const stream = await unlocked(file, key, options);
  const target = path.join(temporary, `${path.basename(file, '.age')}`);
  await through(stream, fs.createWriteStream(target, { flags: 'wx', mode: 0o600 }), file, options.signal);
  return target;
}

/**
 * Opens an envelope to its end and answers the SHA-512 of what is in it, so that it is known to open before it is said
 * to be done.
 * @throws as `unlockTo`
 */
export async function contentOfEnvelope(
  file: string,
  key: EnvelopeKey,
  options: UnlockOptions = {},
): Promise<{ sha512: string; bytes: number }> {
  const stream = await unlocked(file, key, options);
  const hash = createHash('sha512');
  let bytes = 0;
  const sink = new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part);
      bytes += part.length;
      done();
    },
  });
  sink.resume();
  await through(stream, sink, file, options.signal);
  return { sha512: hash.digest('hex'), bytes };
}
