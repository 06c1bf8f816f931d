/** The product's own pages: address → file, and the headers they are served with. No Electron in here. */
import fs from 'node:fs/promises';
import path from 'node:path';

export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://pykala';
export const START_PAGE = `${APP_ORIGIN}/index.html`;

/** The one inline style of React Aria (usePress); a test compares the hash with the library's source. */
export const REACT_ARIA_STYLE_HASH = 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=';

/** Content security policy of every page. Nothing is loaded from anywhere else, nothing inline is run. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${REACT_ARIA_STYLE_HASH}'`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * The file under `root` that an address names, or `null` when it may not be served. Every part of the path must
 * consist of plain letters, digits, `.`, `_` and `-` and must not start with a dot, so that no encoding, drive,
 * stream or parent folder can be smuggled in.
 */
export function resolveAsset(root: string, address: string): string | null {
  // The URL parser resolves `..` and turns `\` into `/`; the raw text shows that they were there.
  const raw = /^app:\/\/pykala(\/[^?#]*)?(?:[?#].*)?$/.exec(address);
  if (raw === null) return null;
  const rawPath = raw[1] ?? '/';
  let decoded: string;
  try {
    decoded = decodeURIComponent(rawPath);
  } catch {
    return null;
  }
  const wanted = decoded === '/' ? '/index.html' : decoded;
  const parts = wanted.slice(1).split('/');
  if (!parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part))) return null;
  if (CONTENT_TYPES[path.extname(wanted)] === undefined) return null;
  const file = path.join(root, ...parts);
  return file.startsWith(root.endsWith(path.sep) ? root : root + path.sep) ? file : null;
}

/** Answers a request for one of the product's own files. */
export async function serveAsset(root: string, request: { url: string; method: string }): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plainAnswer(405);
  const file = resolveAsset(root, request.url);
  if (file === null) return plainAnswer(403);
  let bytes: Buffer<ArrayBuffer>;
  try {
    bytes = await fs.readFile(file);
  } catch {
    return plainAnswer(404);
  }
  return new Response(request.method === 'HEAD' ? null : bytes, {
    headers: { 'Content-Type': CONTENT_TYPES[path.extname(file)]!, ...SECURITY_HEADERS },
  });
}

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), payment=(), display-capture=()',
};

function plainAnswer(status: number): Response {
  return new Response('', { status, headers: { 'Content-Type': 'text/plain', ...SECURITY_HEADERS } });
}
