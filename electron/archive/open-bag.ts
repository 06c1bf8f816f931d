/** A bag as it lies in a folder or in a zip: its files by name, and what is wrong before any content is read. */
import fs from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { pathFault } from '../../db/model/bagit.ts';
import { AppError, type Finding } from '../../db/model/errors.ts';

/** What an untrusted bag may hold at most. */
export interface BagLimits {
  entries: number;
  /** Bytes of all files together when they are unpacked. */
  bytes: number;
  /** Unpacked to packed, of the whole and, from a megabyte on, of each entry. */
  ratio: number;
}

/** Of a package that is opened to be looked at. */
export const VIEWING_LIMITS: BagLimits = { entries: 10_000, bytes: 2 * 1024 ** 3, ratio: 100 };
/** Of one that is only verified: nothing is kept, so its size is no danger; the ratio still is. */
export const VERIFYING_LIMITS: BagLimits = { entries: 1_000_000, bytes: 1024 ** 4, ratio: 200 };

const RATIO_FROM = 1024 ** 2;
const SYMBOLIC_LINK = 0o120000;
const FILE_TYPE = 0o170000;
const STORED = 0;
const DEFLATED = 8;

export interface OpenBag {
  container: 'zip' | 'folder';
  /** Name of the bag's folder. */
  folder: string;
  /** Relative to that folder, with `/`; safe names only. */
  files: { path: string; bytes: number }[];
  findings: Finding[];
  read(path: string): Promise<Readable>;
  /** The same in parts, each good until the next is asked for. */
  parts(path: string): AsyncIterable<Buffer>;
  close(): void;
}

const PART_BYTES = 1024 * 1024;

/** A stretch of a file in parts of one memory. @throws when the file ends before */
async function* stretch(handle: FileHandle, from: number, length: number): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(Math.min(PART_BYTES, length));
  for (let done = 0; done < length;) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(PART_BYTES, length - done), from + done);
    if (bytesRead === 0) throw new Error('unexpected EOF');
    done += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

const finding = (code: string, subject: string, details: Finding['details'] = {}): Finding => ({
  code,
  severity: 'error',
  subject,
  details,
});

/**
 * Opens a folder or a zip file.
 * @throws AppError ARCHIVE_MISSING, ARCHIVE_DAMAGED (no zip, cut), ARCHIVE_BOMB (more than the limits allow)
 */
export async function openBag(location: string, limits: BagLimits): Promise<OpenBag> {
  const stat = fs.statSync(location, { throwIfNoEntry: false });
  if (stat === undefined) throw new AppError('ARCHIVE_MISSING', { file: location });
  return stat.isDirectory() ? openFolder(location, limits) : openZip(location, limits);
}

/** Not following a link that has been put in the place of a file since it was listed. */
const NOT_FOLLOWING = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0);

async function openFolder(location: string, limits: BagLimits): Promise<OpenBag> {
  const files: OpenBag['files'] = [];
  const names = new Names();
  let total = 0;
  const walk = async (folder: string): Promise<void> => {
    for await (const entry of await fs.promises.opendir(path.join(location, folder))) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        await walk(name);
        continue;
      }
      if (!entry.isFile()) {
        names.findings.push(finding('BAG_LINK', name));
        continue;
      }
      if (!names.take(name)) continue;
      const { size } = await fs.promises.lstat(path.join(location, name));
      total += size;
      if (files.length >= limits.entries || total > limits.bytes) throw new AppError('ARCHIVE_BOMB');
      files.push({ path: name, bytes: size });
    }
  };
  await walk('');
  return {
    container: 'folder',
    folder: path.basename(path.resolve(location)),
    files,
    findings: names.findings,
    async read(name) {
      return fs.createReadStream(path.join(location, ...name.split('/')), {
        flags: NOT_FOLLOWING as unknown as string,
      });
    },
    async *parts(name) {
      const handle = await open(path.join(location, ...name.split('/')), NOT_FOLLOWING);
      try {
        yield* stretch(handle, 0, (await handle.stat()).size);
      } finally {
        await handle.close();
      }
    },
    close() {},
  };
}

async function openZip(location: string, limits: BagLimits): Promise<OpenBag> {
  const zip = await yauzl
    .openPromise(location, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: true,
    })
    .catch((error: unknown) => {
      throw damaged(location, error);
    });
  try {
    const { entries, findings, folder } = await listZip(zip, limits);
    return {
      container: 'zip',
      folder,
      files: [...entries].map(([name, { uncompressedSize }]) => ({ path: name, bytes: uncompressedSize })),
      findings,
      read: (name) => zip.openReadStreamPromise(entries.get(name)!),
      async *parts(name) {
        const entry = entries.get(name)!;
        if (entry.compressionMethod !== STORED) {
          yield* await zip.openReadStreamPromise(entry);
          return;
        }
        const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry);
        const handle = await open(location, 'r');
        try {
          yield* stretch(handle, fileDataStart, entry.compressedSize);
        } finally {
          await handle.close();
        }
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error instanceof AppError ? error : damaged(location, error);
  }
}

function damaged(location: string, error: unknown): AppError {
  return new AppError('ARCHIVE_DAMAGED', {
    file: path.basename(location),
    reason: error instanceof Error ? error.message : String(error),
  });
}

async function listZip(
  zip: yauzl.ZipFile,
  limits: BagLimits,
): Promise<{ entries: Map<string, yauzl.Entry>; findings: Finding[]; folder: string }> {
  if (zip.entryCount > limits.entries) throw new AppError('ARCHIVE_BOMB');
  const listed: { name: string; entry: yauzl.Entry }[] = [];
  const findings: Finding[] = [];
  const folders = new Set<string>();
  let [packed, unpacked] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    if (listed.length >= limits.entries) throw new AppError('ARCHIVE_BOMB');
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.bytes || tooDense(entry.uncompressedSize, entry.compressedSize, limits))
      throw new AppError('ARCHIVE_BOMB');
    const name = nameOf(entry);
    if (name === null) {
      findings.push(finding('BAG_NAME_ENCODING', entry.fileNameRaw.toString('latin1')));
      continue;
    }
    const fault = pathFault(name.replace(/\/$/, ''));
    if (fault !== null) {
      findings.push(finding(fault, name));
      continue;
    }
    const [top = ''] = name.split('/');
    folders.add(name.includes('/') ? top : '');
    if (name.endsWith('/')) continue;
    if ((((entry.externalFileAttributes >>> 16) & FILE_TYPE) as number) === SYMBOLIC_LINK)
      findings.push(finding('BAG_LINK', name));
    else if (entry.isEncrypted()) findings.push(finding('BAG_ENCRYPTED', name));
    else if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
      findings.push(finding('BAG_ENTRY_UNREADABLE', name, { reason: `method ${entry.compressionMethod}` }));
    else listed.push({ name, entry });
  }
  if (tooDense(unpacked, packed, limits)) throw new AppError('ARCHIVE_BOMB');
  const folder = folders.size === 1 ? [...folders][0]! : '';
  // RFC 8493, 4.2: a serialized bag is one folder.
  if (folder === '') findings.push(finding('BAG_TOP_FOLDER', [...folders].toSorted().join(', ')));
  const names = new Names();
  const entries = new Map<string, yauzl.Entry>();
  for (const { name, entry } of listed) {
    const inside = folder === '' ? name : name.slice(folder.length + 1);
    if (names.take(inside)) entries.set(inside, entry);
  }
  findings.push(...names.findings, ...(await headerFindings(zip, entries)));
  return { entries, findings, folder };
}

const tooDense = (unpacked: number, packed: number, { ratio }: BagLimits): boolean =>
  unpacked > RATIO_FROM && unpacked > packed * ratio;

/** The name in UTF-8; null when it is not. Names in plain ASCII need no flag. */
function nameOf(entry: yauzl.Entry): string | null {
  const utf8 = (entry.generalPurposeBitFlag & 0x800) !== 0;
  if (!utf8 && entry.fileNameRaw.some((byte) => byte > 0x7e)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(entry.fileNameRaw);
  } catch {
    return null;
  }
}

/** Each file's own header says the same as the index, and no two files share bytes. */
async function headerFindings(
  zip: yauzl.ZipFile,
  entries: ReadonlyMap<string, yauzl.Entry>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const spans: { name: string; from: number; to: number }[] = [];
  for (const [name, entry] of entries) {
    try {
      const header = await zip.readLocalFileHeaderPromise(entry);
      const streamed = (header.generalPurposeBitFlag & 0x8) !== 0;
      const same =
        header.fileName.equals(entry.fileNameRaw) &&
        header.compressionMethod === entry.compressionMethod &&
        header.generalPurposeBitFlag === entry.generalPurposeBitFlag &&
        header.lastModFileTime === entry.lastModFileTime &&
        header.lastModFileDate === entry.lastModFileDate &&
        (streamed || header.crc32 === entry.crc32);
      if (!same) findings.push(finding('BAG_HEADER_DIFFERS', name));
      spans.push({
        name,
        from: entry.relativeOffsetOfLocalHeader,
        to: header.fileDataStart + entry.compressedSize,
      });
    } catch (error) {
      findings.push(
        finding('BAG_ENTRY_UNREADABLE', name, {
          reason: error instanceof Error ? error.message : String(error),
        }),
      );
    }
  }
  spans.sort((a, b) => a.from - b.from);
  for (const [index, span] of spans.entries())
    if (index > 0 && span.from < spans[index - 1]!.to)
      findings.push(finding('BAG_ENTRIES_OVERLAP', span.name, { other: spans[index - 1]!.name }));
  return findings;
}

/** Names that were met, by what other systems would take for the same file. */
class Names {
  readonly findings: Finding[] = [];
  readonly #taken = new Map<string, string>();

  /** @returns whether the file can be used under this name */
  take(name: string): boolean {
    const fault = pathFault(name);
    const key = name.normalize('NFC').toLowerCase();
    const other = this.#taken.get(key);
    if (fault !== null) this.findings.push(finding(fault, name));
    else if (other !== undefined) this.findings.push(finding('BAG_NAME_TWICE', name, { other }));
    else this.#taken.set(key, name);
    return fault === null && other === undefined;
  }
}
