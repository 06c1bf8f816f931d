/**
 * Files without a path of their own: dropped into the window or pasted, they come in parts and lie in a folder of the
 * worker's until they are stored; and copies that the system's own program opens.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { FILE_PART, LARGEST_FILE } from '../../db/model/attachment.ts';
import { AppError } from '../../db/model/errors.ts';
import { cleanFileName } from '../../db/model/file-name.ts';
import type { Grants } from './grants.ts';
import { tooLarge } from './store-file.ts';

const PREFIX = 'pykala-files-';
/** A folder of a worker that was killed is cleared away after this long. */
const STALE_MS = 24 * 60 * 60 * 1000;
/** Files that may be on their way at once. */
const MOST = 50;

let made: Promise<string> | undefined;
const arriving = new Map<string, { file: string; size: number; received: number }>();

/** A folder that only this user reads. */
async function ownFolder(): Promise<string> {
  made ??= (async () => {
    const base = os.tmpdir();
    for (const name of (await fs.readdir(base)).filter((one) => one.startsWith(PREFIX))) {
      const stat = await fs.stat(path.join(base, name)).catch(() => null);
      if (stat !== null && Date.now() - stat.mtimeMs > STALE_MS)
        await fs.rm(path.join(base, name), { recursive: true, force: true }).catch(() => {});
    }
    return await fs.mkdtemp(path.join(base, PREFIX));
  })();
  return await made;
}

/** An empty folder of the caller's own, who removes it. */
export async function freshFolder(): Promise<string> {
  return await fs.mkdtemp(path.join(await ownFolder(), 'work-'));
}

/** Where a file of that name can be written without meeting another. */
export async function freshPlace(name: string): Promise<string> {
  const folder = path.join(await ownFolder(), randomUUID());
  await fs.mkdir(folder, { mode: 0o700 });
  return path.join(folder, cleanFileName(name));
}

/**
 * Begins to take in a file.
 * @param size bytes that will come
 * @returns a grant to read the file once all of it is here
 * @throws AppError FILE_EMPTY, FILE_TOO_LARGE, FILES_TOO_MANY
 */
export async function beginArrival(name: string, size: number): Promise<string> {
  const clean = cleanFileName(name);
  if (size === 0) throw new AppError('FILE_EMPTY', { file: clean });
  if (size > LARGEST_FILE) throw tooLarge(clean);
  if (arriving.size >= MOST) throw new AppError('FILES_TOO_MANY', { limit: MOST });
  const file = await freshPlace(clean);
  await fs.writeFile(file, '', { mode: 0o600 });
  const grant = randomUUID();
  arriving.set(grant, { file, size, received: 0 });
  return grant;
}

/** @throws AppError GRANT_UNKNOWN; FILE_CHANGED when more comes than was announced */
export async function takePart(grant: string, bytes: Uint8Array, grants: Grants): Promise<void> {
  const one = arriving.get(grant);
  if (!one) throw new AppError('GRANT_UNKNOWN');
  if (bytes.length > FILE_PART || one.received + bytes.length > one.size) {
    await dropArrival(grant);
    throw new AppError('FILE_CHANGED', { file: path.basename(one.file) });
  }
  one.received += bytes.length;
  await fs.appendFile(one.file, bytes);
  if (one.received === one.size) grants.add(grant, one.file, 'read');
}

/** Throws away what has come of a file, also when it has been stored. */
export async function dropArrival(grant: string): Promise<void> {
  const one = arriving.get(grant);
  arriving.delete(grant);
  if (one) await fs.rm(path.dirname(one.file), { recursive: true, force: true });
}

/** When the worker ends. */
export async function clearOwnFolder(): Promise<void> {
  const folder = await made;
  made = undefined;
  arriving.clear();
  if (folder !== undefined) await fs.rm(folder, { recursive: true, force: true }).catch(() => {});
}
