/** What tables, columns and values of good practices, agreements and projects are called; see data-words.ts. */

type Words = { fi: string; sv: string; en: string };
const w = (fi: string, sv: string, en: string): Words => ({ fi, sv, en });

export const PARTNERSHIP_TABLES: Readonly<Record<string, Words>> = {
  practice: w('Hyvä käytäntö', 'God praxis', 'Good practice'),
  practice_organisation: w('Käytännön kumppani', 'Praxisens partner', 'Partner of a practice'),
  practice_action: w('Käytännön toiminto', 'Praxisens insats', 'Action of a practice'),
  practice_decision: w('Käytännön päätös', 'Praxisens beslut', 'Decision of a practice'),
  practice_stage: w('Käytännön vaihe', 'Praxisens skede', 'Stage of a practice'),
  practice_training: w('Käytännön koulutus', 'Utbildning i praxisen', 'Training in a practice'),
};

export const PARTNERSHIP_COLUMNS: Readonly<Record<string, Words>> = {
  practice_id: w('Hyvä käytäntö', 'God praxis', 'Good practice'),
  owner_name: w('Omistaja', 'Ägare', 'Owner'),
  contact_person_id: w('Yhteyshenkilö', 'Kontaktperson', 'Contact person'),
  decided_by: w('Päättäjä ja pykälä', 'Beslutsfattare och paragraf', 'Decided by'),
};

export const PARTNERSHIP_VALUES: Readonly<Record<string, Words>> = {
  collected: w('Kerätty', 'Insamlad', 'Collected'),
  refined: w('Jalostettu', 'Förädlad', 'Refined'),
  offered: w('Tarjottu', 'Erbjuden', 'Offered'),
  decided: w('Kunnan päätös', 'Kommunens beslut', 'Municipality’s decision'),
  in_use: w('Käyttöön otettu', 'Tagen i bruk', 'Taken into use'),
  declined: w('Hylätty', 'Förkastad', 'Declined'),
};
