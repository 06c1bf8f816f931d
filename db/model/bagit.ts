/**
 * BagIt 1.0 (RFC 8493), the form of a package (arkistopaketti): what its tag files say, and the verdict on a bag whose
 * files have been read and hashed. Pure: reading zips and folders is `electron/archive`.
 */
import type { Finding } from './errors.ts';

/** Checksum algorithms that manifests may name, with the length of a digest in hexadecimal digits. */
const DIGEST_LENGTH = { md5: 32, sha1: 40, sha256: 64, sha512: 128 } as const;
export type BagAlgorithm = keyof typeof DIGEST_LENGTH;

export const DECLARATION_FILE = 'bagit.txt';
export const INFO_FILE = 'bag-info.txt';
export const FETCH_FILE = 'fetch.txt';
export const PAYLOAD_FOLDER = 'data/';

/** Versions whose bags are read. What is written is 1.0. */
const VERSIONS = ['0.97', '1.0'];

/** A label with its value, in order; a label may come more than once. */
export type BagInfo = [label: string, value: string][];

export interface ManifestLine {
  path: string;
  digest: string;
}

/** A file of a bag as it was found. Path relative to the bag's folder, with `/`. */
export interface BagFile {
  path: string;
  bytes: number;
  /** Of the algorithms that the bag's manifests name; lower case. */
  digests: Partial<Record<BagAlgorithm, string>>;
}

export interface BagReport {
  /** Complete and every checksum right. */
  valid: boolean;
  /** Every file that has to be there is there, and none besides. */
  complete: boolean;
  findings: Finding[];
  version: string | null;
  algorithms: BagAlgorithm[];
  info: BagInfo;
  payload: { files: number; bytes: number };
  tags: { files: number; bytes: number };
}

const finding = (
  code: string,
  subject: string,
  details: Finding['details'] = {},
  severity: Finding['severity'] = 'error',
): Finding => ({ code, severity, subject, details });

/** Which manifest a file at the bag's top is, if it is one. */
export function manifestKind(
  path: string,
): { algorithm: BagAlgorithm; of: 'payload' | 'tags' } | { unknown: string } | null {
  const match = /^(tag)?manifest-([a-z0-9-]+)\.txt$/i.exec(path);
  if (match === null) return null;
  const name = match[2]!.toLowerCase().replaceAll('-', '');
  if (!(name in DIGEST_LENGTH)) return { unknown: match[2]! };
  return { algorithm: name as BagAlgorithm, of: match[1] === undefined ? 'payload' : 'tags' };
}

/** A path as it stands in a manifest: only the line breaks and `%` are escaped (RFC 8493, 2.1.3). */
function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The reverse. Any other `%` stands for itself, as older bags wrote it. */
function decodePath(text: string): string {
  return text.replace(/%(25|0D|0A)/gi, (_, code: string) =>
    code === '25' ? '%' : code.toUpperCase() === '0D' ? '\r' : '\n',
  );
}

/** Names that Windows keeps for devices, whatever the ending. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * Why a path must not be used, or null. The first three are never safe; the others can't be stored on Windows.
 * @param path relative, as written in the bag
 */
export function pathFault(path: string): string | null {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (path === '' || /[\u0000-\u001f\u007f]/.test(path)) return 'BAG_PATH_CONTROL';
  if (path.startsWith('/') || path.startsWith('~') || /^[a-z]:/i.test(path)) return 'BAG_PATH_ABSOLUTE';
  if (path.includes('\\')) return 'BAG_PATH_BACKSLASH';
  const parts = path.split('/');
  if (parts.some((part) => part === '..' || part === '.' || part === '')) return 'BAG_PATH_OUTSIDE';
  if (parts.some((part) => DEVICE.test(part) || /[<>:"|?*]/.test(part) || /[. ]$/.test(part)))
    return 'BAG_PATH_WINDOWS';
  return null;
}

/** The text of a tag file. @returns null when the bytes are not UTF-8 */
export function tagText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const lines = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** `bagit.txt`: exactly two lines, in this order. */
function parseDeclaration(text: string): { version: string | null; findings: Finding[] } {
  const [first = '', second = '', ...rest] = lines(text);
  const version = /^BagIt-Version: (\d+\.\d+)$/.exec(first)?.[1] ?? null;
  const encoding = /^Tag-File-Character-Encoding: (.+)$/.exec(second)?.[1] ?? null;
  if (version === null || encoding === null || rest.some((line) => line !== ''))
    return { version, findings: [finding('BAG_DECLARATION_WRONG', DECLARATION_FILE)] };
  const findings: Finding[] = [];
  if (!VERSIONS.includes(version))
    findings.push(finding('BAG_VERSION_UNKNOWN', DECLARATION_FILE, { version }));
  if (encoding.trim().toUpperCase() !== 'UTF-8')
    findings.push(finding('BAG_ENCODING_UNKNOWN', DECLARATION_FILE, { encoding }));
  return { version, findings };
}

/** The text of `bagit.txt`. */
export const DECLARATION_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** A manifest's lines: digest, white space, path. */
export function parseManifest(
  text: string,
  file: string,
  algorithm: BagAlgorithm,
): { lines: ManifestLine[]; findings: Finding[] } {
  const found: ManifestLine[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  lines(text).forEach((line, index) => {
    if (line.trim() === '') return;
    const match = /^([0-9a-f]+)[ \t]+\*?(.+)$/i.exec(line);
    if (match === null || match[1]!.length !== DIGEST_LENGTH[algorithm])
      return findings.push(finding('BAG_MANIFEST_LINE', file, { line: index + 1 }));
    const path = decodePath(match[2]!.replace(/^\.\//, ''));
    if (seen.has(path)) return findings.push(finding('BAG_MANIFEST_TWICE', file, { path }));
    seen.add(path);
    const fault = pathFault(path);
    if (fault !== null) return findings.push(finding(fault, path, { manifest: file }));
    found.push({ path, digest: match[1]!.toLowerCase() });
  });
  return { lines: found, findings };
}

/** The text of a manifest, sorted by path so that the same bag gives the same bytes. */
export function formatManifest(entries: readonly ManifestLine[]): string {
  return entries
    .toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)))
    .map(({ path, digest }) => `${digest}  ${encodePath(path)}\n`)
    .join('');
}

/** `bag-info.txt`: `Label: value`, a value going on in lines that begin with white space. */
export function parseBagInfo(text: string): { info: BagInfo; findings: Finding[] } {
  const info: BagInfo = [];
  const findings: Finding[] = [];
  lines(text).forEach((line, index) => {
    if (line === '') return;
    const previous = info.at(-1);
    if (/^[ \t]/.test(line) && previous !== undefined) {
      previous[1] += ` ${line.trim()}`;
      return;
    }
    const match = /^([^:\s][^:]*?)[ \t]*:[ \t]*(.*)$/.exec(line);
    if (match === null) findings.push(finding('BAG_INFO_LINE', INFO_FILE, { line: index + 1 }));
    else info.push([match[1]!, match[2]!.trim()]);
  });
  return { info, findings };
}

/** The text of `bag-info.txt`. Line breaks inside a value become spaces: a reader would join the lines in the same way. */
export function formatBagInfo(info: BagInfo): string {
  return info.map(([label, value]) => `${label}: ${value.replaceAll(/\s+/g, ' ').trim()}\n`).join('');
}

/** The first value of a label, whatever the case of its letters. */
export function infoValue(info: BagInfo, label: string): string | null {
  return info.find(([name]) => name.toLowerCase() === label.toLowerCase())?.[1] ?? null;
}

/** `Payload-Oxum`: bytes and number of the payload's files (RFC 8493, 2.2.2). */
export function payloadOxum(payload: { files: number; bytes: number }): string {
  return `${payload.bytes}.${payload.files}`;
}

/**
 * The verdict on a bag.
 * @param files every file found, hashed by the algorithms of the manifests
 * @param tagBytes content of the tag files at the top, by path: declaration, manifests, bag-info, fetch
 * @param found what reading already showed (unsafe names, duplicates, unreadable entries)
 */
export function judgeBag(
  files: readonly BagFile[],
  tagBytes: ReadonlyMap<string, Uint8Array>,
  found: readonly Finding[] = [],
): BagReport {
  const findings: Finding[] = [...found];
  const byPath = new Map(files.map((file) => [file.path, file]));
  const payload = files.filter(({ path }) => path.startsWith(PAYLOAD_FOLDER));
  const tags = files.filter(({ path }) => !path.startsWith(PAYLOAD_FOLDER));
  const sum = (some: readonly BagFile[]) => ({
    files: some.length,
    bytes: some.reduce((total, { bytes }) => total + bytes, 0),
  });

  const textOf = (path: string): string | null => {
    const bytes = tagBytes.get(path);
    if (bytes === undefined) return null;
    const text = tagText(bytes);
    if (text === null) findings.push(finding('BAG_TAG_NOT_UTF8', path));
    else if (text.startsWith('\ufeff')) findings.push(finding('BAG_TAG_BOM', path));
    return text;
  };

  const declaration = textOf(DECLARATION_FILE);
  let version: string | null = null;
  if (declaration === null) {
    if (!tagBytes.has(DECLARATION_FILE)) findings.push(finding('BAG_DECLARATION_MISSING', DECLARATION_FILE));
  } else {
    const parsed = parseDeclaration(declaration);
    version = parsed.version;
    findings.push(...parsed.findings);
  }

  const manifests: {
    file: string;
    algorithm: BagAlgorithm;
    of: 'payload' | 'tags';
    lines: ManifestLine[];
  }[] = [];
  for (const path of tagBytes.keys()) {
    const kind = manifestKind(path);
    if (kind === null) continue;
    if ('unknown' in kind) {
      findings.push(finding('BAG_ALGORITHM_UNKNOWN', path, { algorithm: kind.unknown }));
      continue;
    }
    const text = textOf(path);
    const parsed = text === null ? { lines: [], findings: [] } : parseManifest(text, path, kind.algorithm);
    findings.push(...parsed.findings);
    manifests.push({ file: path, ...kind, lines: parsed.lines });
  }
  if (!manifests.some(({ of }) => of === 'payload'))
    findings.push(finding('BAG_MANIFEST_MISSING', 'manifest-sha512.txt'));

  for (const manifest of manifests) {
    const listed = new Set<string>();
    for (const line of manifest.lines) {
      listed.add(line.path);
      const inPayload = line.path.startsWith(PAYLOAD_FOLDER);
      if (inPayload !== (manifest.of === 'payload') || manifestOfTags(line.path)) {
        findings.push(finding('BAG_MANIFEST_SCOPE', line.path, { manifest: manifest.file }));
        continue;
      }
      const file = byPath.get(line.path);
      if (file === undefined)
        findings.push(finding('BAG_FILE_MISSING', line.path, { manifest: manifest.file }));
      else if (file.digests[manifest.algorithm] !== line.digest)
        findings.push(finding('BAG_FILE_ALTERED', line.path, { manifest: manifest.file }));
    }
    // Every payload manifest lists every payload file; a tag manifest need not list every tag file.
    if (manifest.of === 'payload')
      for (const { path } of payload)
        if (!listed.has(path)) findings.push(finding('BAG_FILE_EXTRA', path, { manifest: manifest.file }));
  }

  const fetch = textOf(FETCH_FILE);
  if (fetch !== null) findings.push(...fetchFindings(fetch, byPath));

  const infoText = textOf(INFO_FILE);
  const parsedInfo = infoText === null ? { info: [], findings: [] } : parseBagInfo(infoText);
  findings.push(...parsedInfo.findings);
  const oxum = infoValue(parsedInfo.info, 'Payload-Oxum');
  if (oxum !== null && oxum !== payloadOxum(sum(payload)))
    findings.push(finding('BAG_OXUM_WRONG', INFO_FILE, { said: oxum, found: payloadOxum(sum(payload)) }));

  const errors = findings.filter(({ severity }) => severity === 'error');
  return {
    valid: errors.length === 0,
    complete: errors.every(({ code }) => code === 'BAG_FILE_ALTERED'),
    findings,
    version,
    algorithms: [...new Set(manifests.map(({ algorithm }) => algorithm))],
    info: parsedInfo.info,
    payload: sum(payload),
    tags: sum(tags),
  };
}

function manifestOfTags(path: string): boolean {
  const kind = manifestKind(path);
  return kind !== null && 'of' in kind && kind.of === 'tags';
}

/** Files that would have to be fetched: we never fetch, so each has to be there already. */
function fetchFindings(text: string, byPath: ReadonlyMap<string, BagFile>): Finding[] {
  const findings: Finding[] = [];
  lines(text).forEach((line, index) => {
    if (line.trim() === '') return;
    const match = /^(\S+)[ \t]+(\d+|-)[ \t]+(.+)$/.exec(line);
    const path = match === null ? null : decodePath(match[3]!);
    if (path === null || !path.startsWith(PAYLOAD_FOLDER) || pathFault(path) !== null)
      findings.push(finding('BAG_FETCH_LINE', FETCH_FILE, { line: index + 1 }));
    else if (!byPath.has(path)) findings.push(finding('BAG_FETCH_NEEDED', path, { url: match![1]! }));
  });
  return findings;
}
