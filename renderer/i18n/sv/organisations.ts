/** The register of organisations (järjestörekisteri). */
import { plural, type Translation } from '../message.ts';
import type { organisations as source } from '../fi/organisations.ts';

export const organisations: Translation<typeof source> = {
  title: 'Organisationer',
  count: plural('{count} organisation', '{count} organisationer'),
  new: 'Ny organisation',
  name: 'Organisationens namn',
  businessId: 'FO-nummer',
  registerNumber: 'Föreningsregisternummer',
  municipality: 'Hemkommun',
  contact: 'Kontaktperson',
  field: 'Verksamhetsområde',
  searchPlaceholder: 'Namn, FO-nummer eller kommun',
  empty: 'Det finns ännu inga organisationer i registret.',
};
