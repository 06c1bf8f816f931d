/** The register of organisations (järjestörekisteri). */
import { plural, type Translation } from '../message.ts';
import type { organisations as source } from '../fi/organisations.ts';

export const organisations: Translation<typeof source> = {
  title: 'Organisations',
  count: plural('{count} organisation', '{count} organisations'),
  new: 'New organisation',
  name: 'Name of the organisation',
  businessId: 'Business ID',
  registerNumber: 'Association register number',
  municipality: 'Municipality',
  contact: 'Contact person',
  field: 'Field of activity',
  searchPlaceholder: 'Name, business ID or municipality',
  empty: 'The register has no organisations yet.',
};
