/**
 * Secrets that the system keychain has sealed, in `secrets.json` of the user-data folder: outside the database, so that
 * they are in no backup and no copy of it. Never plain text; where there is no keychain, nothing is kept at all.
 */
import path from 'node:path';
import type { SecretAnswer, SecretAsk } from '../backend/protocol.ts';
import { readJson, writeJson } from './json-file.ts';

/** What of Electron's `safeStorage` is used. */
export interface Keychain {
  isEncryptionAvailable(): boolean;
  /** Linux alone: what the seal rests on. */
  getSelectedStorageBackend(): string;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
}

/** On Linux without a password manager the seal would be made with a key that everybody knows. */
const NO_SEAL = new Set(['basic_text', 'unknown']);

/** Whether the keychain protects what it is given. */
function isKeychainSafe(keychain: Keychain, platform: string): boolean {
  try {
    return (
      keychain.isEncryptionAvailable() &&
      (platform !== 'linux' || !NO_SEAL.has(keychain.getSelectedStorageBackend()))
    );
  } catch {
    return false;
  }
}

/** Answers what the backend asks. Never throws, and never logs what it was given. */
export function createSecretStore(
  folder: string,
  keychain: Keychain,
  platform: string,
): (ask: SecretAsk) => SecretAnswer {
  const file = path.join(folder, 'secrets.json');
  const stored = (): Record<string, string> => {
    const value = readJson(file);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  };
  return (ask) => {
    const isSafe = isKeychainSafe(keychain, platform);
    try {
      const secrets = stored();
      if (ask.do === 'keep') {
        if (ask.secret === null) delete secrets[ask.name];
        else if (!isSafe) return { ok: false, code: 'KEYCHAIN_MISSING' };
        else secrets[ask.name] = keychain.encryptString(ask.secret).toString('base64');
        writeJson(file, secrets);
      }
      const sealed = Object.hasOwn(secrets, ask.name) ? secrets[ask.name] : undefined;
      const has = sealed !== undefined;
      if (ask.do !== 'fetch' || sealed === undefined) return { ok: true, isSafe, has, secret: null };
      if (!isSafe) return { ok: false, code: 'KEYCHAIN_MISSING' };
      return { ok: true, isSafe, has, secret: keychain.decryptString(Buffer.from(sealed, 'base64')) };
    } catch {
      return { ok: false, code: 'KEYCHAIN_FAILED' };
    }
  };
}
