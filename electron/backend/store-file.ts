/** Files between the disk and the database: in parts, with other work between them. */
import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { write, type OpenDatabase } from '../../db/core/open.ts';
import type { Database } from '../../db/core/schema.ts';
import {
  beginContent,
  contentFacts,
  dropUnfinished,
  finishContent,
  putPart,
  readPart,
  type ContentFacts,
} from '../../db/features/files.ts';
import { FILE_PART, LARGEST_FILE } from '../../db/model/attachment.ts';
import { AppError } from '../../db/model/errors.ts';
import { cleanFileName } from '../../db/model/file-name.ts';
import { SNIFFED_BYTES, sniffMediaType } from '../../db/model/media-type.ts';
import { writingSafely } from './write-file.ts';

export interface StoredFile extends ContentFacts {
  name: string;
}

export interface StoreOptions {
  database: OpenDatabase;
  actor: string;
  /** Heard between the parts; `total` is twice the size, because the file is read twice. */
  onProgress?(done: number, total: number): void;
  signal?: AbortSignal | undefined;
}

/**
 * Stores the content of a file; the same content is kept once. Nothing is attached to it yet.
 * @throws AppError FILE_IS_FOLDER, FILE_EMPTY, FILE_TOO_LARGE, FILE_UNREADABLE, FILE_CHANGED, CANCELLED, DISK_FULL
 */
export async function storeFile(file: string, options: StoreOptions): Promise<StoredFile> {
  const name = cleanFileName(path.basename(file));
  const handle = await openToRead(file, name);
  try {
    const { size } = await handle.stat();
    const facts = await measure(handle, size, name, options);
    const stored = await storeParts(handle, facts, name, options);
    return { ...stored, name };
  } finally {
    await handle.close();
  }
}

async function openToRead(file: string, name: string): Promise<fs.FileHandle> {
  try {
    // Looked at before it is opened: opening a pipe would wait for somebody to write into it.
    const stat = await fs.stat(file);
    if (stat.isDirectory()) throw new AppError('FILE_IS_FOLDER', { file: name });
    if (!stat.isFile()) throw new AppError('FILE_UNREADABLE', { file: name, reason: 'EINVAL' });
    if (stat.size === 0) throw new AppError('FILE_EMPTY', { file: name });
    if (stat.size > LARGEST_FILE) throw tooLarge(name);
    return await fs.open(file, 'r');
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(name, error);
  }
}

export const tooLarge = (name: string): AppError =>
  new AppError('FILE_TOO_LARGE', { file: name, limit: Math.round(LARGEST_FILE / 1024 / 1024) });

const unreadable = (name: string, error: unknown): AppError =>
  new AppError('FILE_UNREADABLE', {
    file: name,
    reason: (error as NodeJS.ErrnoException).code ?? String(error),
  });

/** Every part of the file in turn. */
async function* parts(
  handle: fs.FileHandle,
  size: number,
  name: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size;) {
    if (signal?.aborted) throw new AppError('CANCELLED');
    const part = new Uint8Array(Math.min(FILE_PART, size - at));
    let filled = 0;
    while (filled < part.length) {
      const { bytesRead } = await handle
        .read(part, filled, part.length - filled, at + filled)
        .catch((error: unknown) => {
          throw unreadable(name, error);
        });
      if (bytesRead === 0) throw new AppError('FILE_CHANGED', { file: name });
      filled += bytesRead;
    }
    yield part;
    at += part.length;
    await turn();
  }
}

async function measure(
  handle: fs.FileHandle,
  size: number,
  name: string,
  { onProgress, signal }: StoreOptions,
): Promise<ContentFacts> {
  const hash = createHash('sha256');
  let mediaType = '';
  let done = 0;
  for await (const part of parts(handle, size, name, signal)) {
    if (mediaType === '') mediaType = sniffMediaType(part.subarray(0, SNIFFED_BYTES));
    hash.update(part);
    done += part.length;
    onProgress?.(done, size * 2);
  }
  return { sha256: hash.digest('hex'), byteSize: size, mediaType };
}

/** Each part is a write of its own, so that what the user does meanwhile does not wait for the whole file. */
async function storeParts(
  handle: fs.FileHandle,
  facts: ContentFacts,
  name: string,
  { database, actor, onProgress, signal }: StoreOptions,
): Promise<ContentFacts> {
  const { sha256, byteSize } = facts;
  const change = <T>(work: (trx: Kysely<Database>) => Promise<T>): Promise<T> =>
    write(database, actor, 'files.store', work);
  if ((await change((trx) => beginContent(trx, facts, new Date().toISOString()))) === 'known')
    return await contentFacts(database.kysely, sha256);
  const hash: Hash = createHash('sha256');
  try {
    let position = 0;
    for await (const part of parts(handle, byteSize, name, signal)) {
      hash.update(part);
      await change((trx) => putPart(trx, sha256, position, part));
      position += 1;
      onProgress?.(byteSize + Math.min(position * FILE_PART, byteSize), byteSize * 2);
    }
    if (hash.digest('hex') !== sha256) throw new AppError('FILE_CHANGED', { file: name });
    await change((trx) => finishContent(trx, sha256));
    return facts;
  } catch (error) {
    await change((trx) => dropUnfinished(trx, sha256)).catch(() => {});
    throw error;
  }
}

/**
 * Writes stored content to a file, as a whole or not at all.
 * @throws AppError FILE_MISSING and what `writeFileSafely` throws
 */
export async function writeContent(db: Kysely<Database>, sha256: string, target: string): Promise<void> {
  const { byteSize } = await contentFacts(db, sha256);
  await writingSafely(target, async (handle) => {
    let written = 0;
    for (let position = 0; written < byteSize; position += 1) {
      const part = await readPart(db, sha256, position);
      if (part === null) throw new AppError('FILE_MISSING');
      await handle.writeFile(part);
      written += part.length;
    }
  });
}
