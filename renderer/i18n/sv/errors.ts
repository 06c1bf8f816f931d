/** Errors that arise in the window itself; the backend words its own. */
import type { Translation } from '../message.ts';
import type { errors as source } from '../fi/errors.ts';

export const errors: Translation<typeof source> = {
  unreachable: 'Databasen kan inte nås. Försök igen om en stund.',
  unexpected: 'Ett oväntat fel inträffade.',
  loadFailed: 'Uppgifterna kunde inte laddas.',
};
