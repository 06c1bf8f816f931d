/** Any error of a procedure as a typed, localised wire error. Stack traces stay in the worker's log. */
import { StandardSchemaV1Error, TRPCError } from '@trpc/server';
import { AppError } from '../../db/model/errors.ts';
import { fieldMessage, message } from './messages.ts';
import type { Language, WireError } from './protocol.ts';

/** What a breach of the schema means to the user: a reference to what is gone, or a second of what there is one. */
const CONSTRAINTS: Record<string, string> = {
  SQLITE_CONSTRAINT_FOREIGNKEY: 'NOT_FOUND',
  SQLITE_CONSTRAINT_UNIQUE: 'DUPLICATE',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'DUPLICATE',
};

/** What triggers of the database say when they refuse a change. */
const FROZEN =
  /^(MEETING_EXAMINED|MEETING_CANCELLED|UNDER_EXAMINATION|ITEM_EXAMINED|MINUTES_FROZEN|ROUND_CLOSED|REMARK_KEPT|NOT_EXAMINED|CORRECTION_FROZEN|ISSUED_FROZEN|AUDIT_FROZEN|EFFECT_KEPT|DELIVERY_KEPT|FILE_FROZEN|FILE_INCOMPLETE|OLD_MINUTES_ACCEPTED|PERSON_RESTRICTED|ERASURE_KEPT|DISPOSAL_KEPT)$/;

/**
 * @param error whatever was thrown
 * @param language of the sentences
 */
export function wireError(error: unknown, language: Language): WireError {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (cause instanceof AppError) {
    const fields = Object.fromEntries(
      Object.entries(cause.fields).map(([path, code]) => [path, fieldMessage(code, language)]),
    );
    return {
      code: cause.code,
      message: message(cause.code, language, cause.details),
      details: cause.details,
      ...(Object.keys(fields).length > 0 ? { fields } : {}),
    };
  }
  if (cause instanceof StandardSchemaV1Error) {
    const fields: Record<string, string> = {};
    for (const issue of cause.issues) {
      const path = (issue.path ?? [])
        .map((part) => String(typeof part === 'object' ? part.key : part))
        .join('.');
      fields[path] ??= fieldMessage(issue.message, language);
    }
    return { code: 'INVALID_INPUT', message: message('INVALID_INPUT', language), fields };
  }
  const frozen = cause instanceof Error && FROZEN.exec(cause.message)?.[0];
  if (frozen) return { code: frozen, message: message(frozen, language) };
  const constraint = cause instanceof Error && CONSTRAINTS[(cause as NodeJS.ErrnoException).code ?? ''];
  if (constraint) return { code: constraint, message: message(constraint, language) };
  if (error instanceof TRPCError && error.code === 'NOT_FOUND')
    return { code: 'UNKNOWN_PROCEDURE', message: message('UNKNOWN_PROCEDURE', language) };
  console.error('backend:', cause);
  return { code: 'INTERNAL', message: message('INTERNAL', language) };
}
