/** Errors that arise in the window itself; the backend words its own. */
import type { Translation } from '../message.ts';
import type { errors as source } from '../fi/errors.ts';

export const errors: Translation<typeof source> = {
  unreachable: 'The database cannot be reached. Try again in a moment.',
  unexpected: 'An unexpected error occurred.',
  loadFailed: 'The data could not be loaded.',
};
