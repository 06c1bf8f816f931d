/** Verifies a package with nothing but the package: every file hashed, every manifest compared, the seal read. */
import { createHash } from 'node:crypto';
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
import { openBag, VERIFYING_LIMITS, type BagLimits, type OpenBag } from './open-bag.ts';
import { readSeal, SEAL_LABEL, type SealReading } from './seal.ts';

/** A tag file is read whole; a manifest of a million files has about 200 MB. */
const MOST_TAG_BYTES = 512 * 1024 ** 2;

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
    const progress = { done: 0, total: unpacked, path: '' };
    const findings: Finding[] = [...bag.findings];
    const { files, tags } = await readFiles(bag, findings, options, progress);
    const sealed =
      bag.container === 'folder'
        ? null
        : await readSeal(location, options.signal === undefined ? {} : { signal: options.signal });
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
  } finally {
    bag.close();
  }
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
      for await (const part of await bag.read(path)) {
        options.signal?.throwIfAborted();
        const buffer = part as Buffer;
        for (const { hash } of hashes) hash.update(buffer);
        kept?.push(buffer);
        bytes += buffer.length;
        progress.done += buffer.length;
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
