import type { OrganisationField, ValueKey } from '../../../db/model/organisation-fields.ts';

/** The field of a table that a value of an organisation stands in. */
export function fieldOfValue(key: ValueKey): OrganisationField {
  if (key === 'fieldId') return 'field';
  return key === 'municipalityCode' ? 'municipality' : key;
}
