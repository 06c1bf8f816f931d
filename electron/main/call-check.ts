import type { CallRequest } from '../backend/protocol.ts';

const TYPES: readonly CallRequest['type'][] = ['query', 'mutation', 'subscription', 'stop'];

/** The request that a message of the window holds, or `null`. The worker validates `input`. */
export function callRequest(message: unknown): CallRequest | null {
  if (typeof message !== 'object' || message === null) return null;
  const { id, type, path, input } = message as Record<string, unknown>;
  const known = TYPES.find((one) => one === type);
  if (known === undefined) return null;
  if (typeof id !== 'string' || id === '' || id.length > 100) return null;
  if (typeof path !== 'string' || path.length > 200 || !/^[A-Za-z0-9.]*$/.test(path)) return null;
  return { id, type: known, path, input };
}
