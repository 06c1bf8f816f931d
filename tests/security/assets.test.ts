import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, resolveAsset, serveAsset } from '../../electron/main/protocol.ts';

const root = path.resolve('/srv/pykala/renderer');

describe('resolveAsset', () => {
  test.each([
    ['app://pykala', 'index.html'],
    ['app://pykala/', 'index.html'],
    ['app://pykala/index.html', 'index.html'],
    ['app://pykala/index.html?v=1#/kokous', 'index.html'],
    ['app://pykala/assets/index-B2_x.js', 'assets/index-B2_x.js'],
    ['app://pykala/assets/source-sans%2D3.woff2', 'assets/source-sans-3.woff2'],
  ])('%s is %s', (address, file) => {
    expect(resolveAsset(root, address)).toBe(path.join(root, file));
  });

  test.each([
    'app://pykala/../main/main.js',
    'app://pykala/assets/../../main/main.js',
    'app://pykala/%2e%2e/main/main.js',
    'app://pykala/..%2fmain/main.js',
    'app://pykala/..%2Fmain%2Fmain.js',
    'app://pykala/%252e%252e/main/main.js',
    'app://pykala/..\\main\\main.js',
    'app://pykala/..%5cmain%5cmain.js',
    'app://pykala//etc/passwd.html',
    'app://pykala//server/share/x.html',
    'app://pykala/C:/windows/x.html',
    'app://pykala/index.html:stream.js',
    'app://pykala/index.html%00.js',
    'app://pykala/index.html\0.js',
    'app://pykala/assets/./index.js',
    'app://pykala/.stamp-node',
    'app://pykala/.hidden/x.js',
    'app://pykala/assets/',
    'app://pykala/assets',
    'app://pykala/%E0%A4%A',
    'app://pykala/%C3%A4.js',
    'app://pykala/~/x.js',
    'app://pykala/index.html%20',
    'app://pykala/index.html.',
    'app://pykala/data.sqlite',
    'app://pykala/preload.cjs',
    'app://pykala/index.js.map',
    'app://pykala/INDEX.HTML',
    'APP://PYKALA/index.html',
    'App://pykala/index.html',
    'app://Pykala/index.html',
    'app://pykala.evil/index.html',
    'app://evil@pykala/index.html',
    'app://pykala:1/index.html',
    'app:/pykala/index.html',
    'app:index.html',
    'file:///srv/pykala/renderer/index.html',
    'https://pykala/index.html',
    'index.html',
    '',
  ])('%s is refused', (address) => {
    expect(resolveAsset(root, address)).toBeNull();
  });

  test('nothing outside of the folder, whatever the pieces', () => {
    const pieces = ['..', '.', '%2e', '%2f', '%5c', '/', '\\', 'a', '.js', '%00', ':', '%25', 'index.html'];
    let seed = 7;
    const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648);
    for (let count = 0; count < 5000; count += 1) {
      const address = `app://pykala/${Array.from({ length: 1 + (next() % 6) }, () => pieces[next() % pieces.length]).join('')}`;
      const file = resolveAsset(root, address);
      if (file === null) continue;
      expect(path.relative(root, file), address).toMatch(/^[A-Za-z0-9_-]/);
    }
  });
});

describe('serveAsset', () => {
  let folder = '';
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-assets-'));
    fs.writeFileSync(path.join(folder, 'index.html'), '<!doctype html>');
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  test('a file comes with its type and the policy', async () => {
    const response = await serveAsset(folder, { url: 'app://pykala/', method: 'GET' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe('<!doctype html>');
  });

  test.each([
    ['GET', 'app://pykala/missing.js', 404],
    ['GET', 'app://pykala/..%2fx.js', 403],
    ['POST', 'app://pykala/index.html', 405],
  ])('%s %s is %d, with the policy and without a body', async (method, url, status) => {
    const response = await serveAsset(folder, { url, method });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(await response.text()).toBe('');
  });
});
