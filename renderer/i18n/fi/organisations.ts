/** The register of organisations (järjestörekisteri). */
import { plural } from '../message.ts';

export const organisations = {
  title: 'Järjestöt',
  count: plural('{count} järjestö', '{count} järjestöä'),
  new: 'Uusi järjestö',
  name: 'Järjestön nimi',
  businessId: 'Y-tunnus',
  registerNumber: 'Yhdistysrekisterinumero',
  municipality: 'Kotikunta',
  contact: 'Yhteyshenkilö',
  field: 'Toimiala',
  searchPlaceholder: 'Nimi, Y-tunnus tai kunta',
  empty: 'Rekisterissä ei ole vielä järjestöjä.',
} as const;
