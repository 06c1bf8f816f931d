/** A failed call as screens see it: the backend's typed error, or one that says that the backend was not reached. */
import { TRPCClientError } from '@trpc/client';
import type { WireError } from '../../electron/backend/protocol.ts';

/** The code of a call that never got an answer (the worker was lost, the bridge threw). */
export const UNREACHABLE = 'BACKEND_UNREACHABLE';

export class ClientError extends Error {
  /** Stable upper-case code, e.g. `NOT_FOUND`. */
  readonly code: string;
  /** Field path → localised sentence, for `setError` of a form. Empty when the error is not about fields. */
  readonly fields: Readonly<Record<string, string>>;
  /** Facts for the message, e.g. the file or the row. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;

  constructor(wire: WireError) {
    super(wire.message);
    this.name = 'ClientError';
    this.code = wire.code;
    this.fields = wire.fields ?? {};
    this.details = wire.details ?? {};
  }
}

/** The typed error inside whatever a call threw; tRPC wraps what its link reports. */
export function toClientError(thrown: unknown): ClientError {
  if (thrown instanceof ClientError) return thrown;
  if (thrown instanceof TRPCClientError && thrown.cause instanceof ClientError) return thrown.cause;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new ClientError({ code: UNREACHABLE, message });
}
