/** Identifiers of rows: UUID version 7 (RFC 9562), ordered by time, so that databases can be merged later. */
import { v7 } from 'uuid';
import * as v from 'valibot';

export const idSchema = v.pipe(v.string(), v.uuid());

let next: () => string = v7;

/** A new identifier. */
export function newId(): string {
  return next();
}

/**
 * Does a work whose identifiers come from `source`: generated data that is the same at every run. Nothing else may ask for
 * identifiers meanwhile.
 */
export async function withIds<Result>(source: () => string, work: () => Promise<Result>): Promise<Result> {
  next = source;
  try {
    return await work();
  } finally {
    next = v7;
  }
}
