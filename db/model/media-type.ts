/** What a file is, by its own bytes. Its name says nothing that can be trusted. */

/** Bytes of the beginning that `sniffMediaType` needs at most. */
export const SNIFFED_BYTES = 65_536;

const UNKNOWN = 'application/octet-stream';

const SIGNATURES: readonly [signature: readonly (number | null)[], mediaType: string][] = [
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x47, 0x49, 0x46, 0x38, 0x37, 0x61], 'image/gif'],
  [[0x47, 0x49, 0x46, 0x38, 0x39, 0x61], 'image/gif'],
  [[0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50], 'image/webp'],
  [[0x49, 0x49, 0x2a, 0x00], 'image/tiff'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image/tiff'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'application/x-ole-storage'],
  [[0x4d, 0x5a], 'application/x-msdownload'],
  [[0x7f, 0x45, 0x4c, 0x46], 'application/x-executable'],
];

/** Inside a zip: a name that only this kind of file holds. */
const ZIP_KINDS: readonly [name: string, mediaType: string][] = [
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
  [
    'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    'application/vnd.oasis.opendocument.spreadsheet',
  ],
  [
    'mimetypeapplication/vnd.oasis.opendocument.presentation',
    'application/vnd.oasis.opendocument.presentation',
  ],
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

/**
 * @param head the first bytes of the content (at most `SNIFFED_BYTES` are looked at)
 * @returns a media type; `application/octet-stream` when nothing is recognised
 */
export function sniffMediaType(head: Uint8Array): string {
  const bytes = head.subarray(0, SNIFFED_BYTES);
  for (const [signature, mediaType] of SIGNATURES)
    if (signature.every((byte, index) => byte === null || bytes[index] === byte)) return mediaType;
  const text = latin1(bytes);
  // Readers accept a PDF whose header is within the first kilobyte.
  if (text.slice(0, 1024).includes('%PDF-')) return 'application/pdf';
  if (text.startsWith('{\\rtf')) return 'application/rtf';
  if (text.startsWith('PK\u0003\u0004'))
    return ZIP_KINDS.find(([name]) => text.includes(name))?.[1] ?? 'application/zip';
  return looksLikeText(bytes) ? kindOfText(text) : UNKNOWN;
}

function kindOfText(text: string): string {
  const start = text
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .slice(0, 4096)
    .toLowerCase();
  if (/<svg[\s>]/.test(start)) return 'image/svg+xml';
  if (/^<!doctype html|^<html|<(script|body|iframe)[\s>]/.test(start)) return 'text/html';
  if (start.startsWith('<?xml')) return 'application/xml';
  return 'text/plain';
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** No control characters but those of a text, in UTF-8, UTF-16 with a mark, or a one-byte encoding. */
function looksLikeText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  return bytes.every((byte) =>
    byte >= 0x20 ? byte !== 0x7f : byte === 9 || byte === 10 || byte === 12 || byte === 13,
  );
}

/** How a file is shown in the window; `null`: only its facts. SVG and HTML can carry scripts and are not drawn. */
export function previewKind(mediaType: string): 'image' | 'pdf' | 'text' | null {
  if (/^image\/(png|jpeg|gif|webp)$/.test(mediaType)) return 'image';
  if (mediaType === 'application/pdf') return 'pdf';
  return mediaType === 'text/plain' ? 'text' : null;
}

/** Extensions that the system's own program may open, each with the contents that such a file may have. */
const OPENED_BY_SYSTEM: Readonly<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  tif: ['image/tiff'],
  tiff: ['image/tiff'],
  txt: ['text/plain'],
  csv: ['text/plain'],
  rtf: ['application/rtf'],
  doc: ['application/x-ole-storage'],
  xls: ['application/x-ole-storage'],
  ppt: ['application/x-ole-storage'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  odt: ['application/vnd.oasis.opendocument.text'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet'],
  odp: ['application/vnd.oasis.opendocument.presentation'],
};

/**
 * Whether a file may be handed to the program that the system has for it: an extension that runs nothing, and
 * content that is what the extension says.
 */
export function mayOpenInSystem(fileName: string, mediaType: string): boolean {
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const kinds = Object.hasOwn(OPENED_BY_SYSTEM, extension) ? OPENED_BY_SYSTEM[extension]! : [];
  return kinds.includes(mediaType);
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/tiff': 'tif',
  'text/plain': 'txt',
};

/** The extension of an exported file, without the dot: of its name when that is plain, else of its content. */
export function extensionOf(fileName: string, mediaType: string): string {
  const named = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase();
  return EXTENSIONS[mediaType] ?? named ?? 'bin';
}
