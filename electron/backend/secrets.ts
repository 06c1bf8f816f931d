/** The port to the system keychain. The shell answers; the backend never stores what it hears. */
import { AppError } from '../../db/model/errors.ts';
import type { SecretAnswer, SecretAsk } from './protocol.ts';

export interface Secrets {
  /** Whether the system has a keychain that protects, and whether it holds a secret of the name. */
  look(name: string): Promise<{ isSafe: boolean; has: boolean }>;
  /** Keeps a secret; null forgets it. @throws AppError KEYCHAIN_MISSING, KEYCHAIN_FAILED */
  keep(name: string, secret: string | null): Promise<void>;
  /** Null: there is none. @throws AppError KEYCHAIN_MISSING, KEYCHAIN_FAILED */
  fetch(name: string): Promise<string | null>;
}

export function createSecrets(answer: (ask: SecretAsk) => Promise<SecretAnswer>): Secrets {
  const ask = async (wanted: SecretAsk): Promise<Extract<SecretAnswer, { ok: true }>> => {
    const heard = await answer(wanted);
    if (!heard.ok)
      throw heard.code === 'KEYCHAIN_MISSING'
        ? new AppError('KEYCHAIN_MISSING')
        : new AppError('KEYCHAIN_FAILED');
    return heard;
  };
  return {
    async look(name) {
      const { isSafe, has } = await ask({ do: 'look', name });
      return { isSafe, has };
    },
    async keep(name, secret) {
      await ask({ do: 'keep', name, secret });
    },
    async fetch(name) {
      return (await ask({ do: 'fetch', name })).secret;
    },
  };
}
