/** Unpacks a package into a folder: safe names only, nothing overwritten, nothing outside the folder. */
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError, type Finding } from '../../db/model/errors.ts';
import { openBag, VERIFYING_LIMITS, type BagLimits } from './open-bag.ts';

export interface ExtractResult {
  /** The bag's folder inside the target. */
  folder: string;
  files: number;
  bytes: number;
  /** What was left out because its name is not safe or it is no plain file. */
  findings: Finding[];
}

export interface ExtractOptions {
  limits?: BagLimits;
  signal?: AbortSignal;
  /** Bytes done of bytes in all, and the file at hand. */
  onProgress?(progress: { done: number; total: number; path: string }): void;
}

/**
 * @param target folder that gets the bag's folder
 * @throws AppError ARCHIVE_MISSING, ARCHIVE_DAMAGED, ARCHIVE_BOMB, ARCHIVE_TARGET_TAKEN; an AbortError when cancelled
 */
export async function extractPackage(
  location: string,
  target: string,
  options: ExtractOptions = {},
): Promise<ExtractResult> {
  const bag = await openBag(location, options.limits ?? VERIFYING_LIMITS);
  try {
    const folder = path.join(target, bag.folder === '' ? 'paketti' : bag.folder);
    if (fs.existsSync(folder)) throw new AppError('ARCHIVE_TARGET_TAKEN', { folder });
    let bytes = 0;
    const total = bag.files.reduce((sum, file) => sum + file.bytes, 0);
    try {
      for (const { path: name } of bag.files) {
        options.onProgress?.({ done: bytes, total, path: name });
        const file = path.join(folder, ...name.split('/'));
        await fs.promises.mkdir(path.dirname(file), { recursive: true });
        await pipeline(
          await bag.read(name),
          fs.createWriteStream(file, { flags: 'wx' }),
          options.signal === undefined ? {} : { signal: options.signal },
        );
        bytes += (await fs.promises.stat(file)).size;
      }
    } catch (error) {
      // Half a package would look like a whole one.
      await fs.promises.rm(folder, { recursive: true, force: true });
      throw error;
    }
    return { folder, files: bag.files.length, bytes, findings: bag.findings };
  } finally {
    bag.close();
  }
}
