/** Passwords are sealed by the keychain or not kept at all. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createSecretStore } from '../../../electron/main/secret-store.ts';
import { temporaryFolder } from '../../fixtures/databases.ts';
import { fakeKeychain } from '../../fixtures/keychain.ts';

const SECRET = 'Salaisuus-äö-9';

test('a secret is sealed in the file, found again after a restart, and forgotten', () => {
  const folder = temporaryFolder();
  const store = createSecretStore(folder, fakeKeychain(), 'linux');
  expect(store({ do: 'look', name: 'a' })).toEqual({ ok: true, isSafe: true, has: false, secret: null });
  expect(store({ do: 'keep', name: 'a', secret: SECRET })).toEqual({
    ok: true,
    isSafe: true,
    has: true,
    secret: null,
  });
  const file = path.join(folder, 'secrets.json');
  expect(fs.readFileSync(file, 'utf8')).not.toContain('Salaisuus');
  expect(fs.statSync(file).mode & 0o077).toBe(0);
  const again = createSecretStore(folder, fakeKeychain(), 'linux');
  expect(again({ do: 'fetch', name: 'a' })).toMatchObject({ ok: true, secret: SECRET });
  expect(again({ do: 'fetch', name: 'b' })).toMatchObject({ ok: true, has: false, secret: null });
  expect(again({ do: 'fetch', name: 'toString' })).toMatchObject({ ok: true, has: false, secret: null });
  expect(again({ do: 'keep', name: 'a', secret: null })).toMatchObject({ ok: true, has: false });
  expect(fs.readFileSync(file, 'utf8')).toBe('{}\n');
});

test.each([
  ['no keychain', { available: false }, 'darwin'],
  ['a key that everybody knows', { backend: 'basic_text' }, 'linux'],
  ['not yet known', { backend: 'unknown' }, 'linux'],
])('%s: nothing is kept', (_, options, platform) => {
  const folder = temporaryFolder();
  const store = createSecretStore(folder, fakeKeychain(options), platform);
  expect(store({ do: 'keep', name: 'a', secret: SECRET })).toEqual({ ok: false, code: 'KEYCHAIN_MISSING' });
  expect(store({ do: 'look', name: 'a' })).toMatchObject({ ok: true, isSafe: false, has: false });
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('a keychain that lost its key is said so, without what it was asked', () => {
  const folder = temporaryFolder();
  createSecretStore(folder, fakeKeychain(), 'linux')({ do: 'keep', name: 'a', secret: SECRET });
  const locked = {
    ...fakeKeychain(),
    decryptString: (): string => {
      throw new Error(SECRET);
    },
  };
  expect(createSecretStore(folder, locked, 'linux')({ do: 'fetch', name: 'a' })).toEqual({
    ok: false,
    code: 'KEYCHAIN_FAILED',
  });
});
