/** Identifiers of rows: UUID version 7 (RFC 9562), ordered by time, so that databases can be merged later. */
import { v7 } from 'uuid';
import * as v from 'valibot';

export const idSchema = v.pipe(v.string(), v.uuid());

/** A new identifier. */
export function newId(): string {
  return v7();
}
