/** Verifies a package with nothing but the package: every file hashed, every manifest compared, the seal read. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import {
  FETCH_FILE,
  INFO_FILE,
  infoValue,
  judgeBag,
  manifestKind,
  DECLARATION_FILE,
  type BagAlgorithm,
  type BagFile,
  type BagReport,
} from '../../db/model/bagit.ts';
import type { Finding } from '../../db/model/errors.ts';
import { HashBeside } from './hash-beside.ts';
import { openBag, VERIFYING_LIMITS, type BagLimits, type OpenBag } from './open-bag.ts';
import { readSeal, SEAL_LABEL, type SealReading } from './seal.ts';

/** A tag file is read whole; a manifest of a million files has about 200 MB. */
const MOST_TAG_BYTES = 512 * 1024 ** 2;
/** From this size on the seal is reckoned in a thread of its own; below, starting one takes longer. */
const BESIDE_BYTES = 16 * 1024 ** 2;

export interface VerifyReport extends BagReport {
  container: 'zip' | 'folder';
  /** Name of the bag's folder. */
  folder: string;
  /** Of a zip; null for a folder. */
  file: SealReading | null;
}

export interface VerifyOptions {
  limits?: BagLimits;
  signal?: AbortSignal;
  /** Bytes done of bytes in all, and the file at hand. */
  onProgress?(progress: { done: number; total: number; path: string }): void;
}

/**
 * @param location a zip file or a bag's folder
 * @throws AppError ARCHIVE_MISSING, ARCHIVE_DAMAGED, ARCHIVE_BOMB; an AbortError when it was cancelled
 */
export async function verifyPackage(location: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  const bag = await openBag(location, options.limits ?? VERIFYING_LIMITS);
  try {
    const unpacked = bag.files.reduce((sum, { bytes }) => sum + bytes, 0);
    const size = bag.container === 'folder' ? 0 : (await stat(location)).size;
    const progress = { done: 0, total: unpacked + size, path: '' };
    const findings: Finding[] = [...bag.findings];
    const sealing = readingSeal(bag, location, size, options.signal, (bytes) => {
      progress.done += bytes;
    });
    try {
      const { files, tags } = await readFiles(bag, findings, options, progress);
      return verdict(bag, files, tags, findings, await sealing.reading);
    } catch (error) {
      options.signal?.throwIfAborted();
      throw error;
    } finally {
      sealing.close();
    }
  } finally {
    bag.close();
  }
}

/** Begins to read the seal while the files are read; in a thread of its own where that is worth it. */
function readingSeal(
  bag: OpenBag,
  location: string,
  size: number,
  signal: AbortSignal | undefined,
  onBytes: (bytes: number) => void,
): { reading: Promise<SealReading | null>; close(): void } {
  const beside = size < BESIDE_BYTES ? null : new HashBeside();
  const close = (): void => {
    signal?.removeEventListener('abort', close);
    beside?.close();
  };
  signal?.addEventListener('abort', close);
  const reading =
    bag.container === 'folder'
      ? Promise.resolve(null)
      : (beside?.seal(location, onBytes) ?? readSeal(location, { onBytes, ...(signal && { signal }) }));
  // Awaited when the files have been read; until then nobody listens.
  reading.catch(() => {});
  return { reading, close };
}

function verdict(
  bag: OpenBag,
  files: readonly BagFile[],
  tags: ReadonlyMap<string, Uint8Array>,
  findings: readonly Finding[],
  sealed: SealReading | null,
): VerifyReport {
  const report = judgeBag(files, tags, findings);
  const promised = infoValue(report.info, SEAL_LABEL) !== null;
  const sealFindings: Finding[] =
    sealed === null || sealed.seal === 'right' || (sealed.seal === 'none' && !promised)
      ? []
      : [
          {
            code: sealed.seal === 'none' ? 'BAG_SEAL_MISSING' : 'BAG_SEAL_WRONG',
            severity: 'error',
            subject: bag.folder === '' ? 'zip' : `${bag.folder}.zip`,
            details: {},
          },
        ];
  return {
    ...report,
    valid: report.valid && sealFindings.length === 0,
    findings: [...report.findings, ...sealFindings],
    container: bag.container,
    folder: bag.folder,
    file: sealed,
  };
}

async function readFiles(
  bag: OpenBag,
  findings: Finding[],
  options: VerifyOptions,
  progress: { done: number; total: number; path: string },
): Promise<{ files: BagFile[]; tags: Map<string, Uint8Array> }> {
  const algorithms = new Set<BagAlgorithm>();
  for (const { path } of bag.files) {
    const kind = manifestKind(path);
    if (kind !== null && 'algorithm' in kind) algorithms.add(kind.algorithm);
  }
  const files: BagFile[] = [];
  const tags = new Map<string, Uint8Array>();
  for (const { path, bytes: expected } of bag.files) {
    options.signal?.throwIfAborted();
    progress.path = path;
    const kept = isTagFile(path) && expected <= MOST_TAG_BYTES ? ([] as Buffer[]) : null;
    const hashes = [...algorithms].map((algorithm) => ({ algorithm, hash: createHash(algorithm) }));
    let bytes = 0;
    try {
      for await (const part of bag.parts(path)) {
        options.signal?.throwIfAborted();
        for (const { hash } of hashes) hash.update(part);
        kept?.push(Buffer.from(part));
        bytes += part.length;
        progress.done += part.length;
        options.onProgress?.({ ...progress });
      }
    } catch (error) {
      if (options.signal?.aborted === true) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      findings.push({ code: 'BAG_ENTRY_UNREADABLE', severity: 'error', subject: path, details: { reason } });
    }
    files.push({
      path,
      bytes,
      digests: Object.fromEntries(hashes.map(({ algorithm, hash }) => [algorithm, hash.digest('hex')])),
    });
    if (kept !== null) tags.set(path, Buffer.concat(kept));
  }
  return { files, tags };
}

function isTagFile(path: string): boolean {
  return (
    path === DECLARATION_FILE || path === INFO_FILE || path === FETCH_FILE || manifestKind(path) !== null
  );
}
