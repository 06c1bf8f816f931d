/** Errors that arise in the window itself; the backend words its own. */
import type { Translation } from '../message.ts';
import type { errors as source } from '../fi/errors.ts';

export const errors: Translation<typeof source> = {};
