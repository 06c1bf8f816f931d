/** Columns of the register's table: their headings and what stands in a cell, the same in the window, in print and copied. */
import { formatDate } from './dates.ts';
import { formatRegisterNumber } from './identifiers.ts';
import { inLanguage, type Language, type LocalisedText } from './language.ts';
import { valueWord } from './data-words.ts';
import type { LegalForm, OrganisationState } from './organisation.ts';

/** One row of the table. Networks, seats and tasks are those in force on the day of the question. */
export interface OrganisationRow {
  id: string;
  version: number;
  name: LocalisedText;
  legalForm: LegalForm;
  businessId: string | null;
  registerNumber: string | null;
  fieldId: string | null;
  field: LocalisedText | null;
  municipalityCode: string | null;
  municipality: LocalisedText | null;
  region: LocalisedText | null;
  prhClass: number | null;
  email: string | null;
  phone: string | null;
  web: string | null;
  languages: string[];
  tags: string[];
  networks: LocalisedText[];
  /** Short names of the boards in which it has a seat. */
  seats: string[];
  openTasks: number;
  checkedOn: string | null;
  state: OrganisationState;
}

const heading = (fi: string, sv: string, en: string): LocalisedText => ({ fi, sv, en });

/** Headings, with the share of a printed page that the column takes. */
const COLUMNS = {
  name: [heading('Nimi', 'Namn', 'Name'), 5],
  businessId: [heading('Y-tunnus', 'FO-nummer', 'Business ID'), 2.2],
  registerNumber: [heading('Rekisterinro', 'Registernr', 'Register no.'), 2.2],
  field: [heading('Järjestökenttä', 'Organisationsfält', 'Field'), 3.2],
  municipality: [heading('Kotikunta', 'Hemkommun', 'Municipality'), 2.4],
  region: [heading('Maakunta', 'Landskap', 'Region'), 2.6],
  email: [heading('Sähköposti', 'E-post', 'E-mail'), 4],
  phone: [heading('Puhelin', 'Telefon', 'Phone'), 2.4],
  web: [heading('Verkkosivut', 'Webbplats', 'Website'), 3.6],
  prhClass: [heading('PRH:n luokka', 'PRS-klass', 'PRH class'), 2.8],
  state: [heading('Tila', 'Status', 'State'), 2],
  languages: [heading('Palvelukielet', 'Servicespråk', 'Languages'), 2],
  tags: [heading('Avainsanat', 'Nyckelord', 'Tags'), 2.6],
  networks: [heading('Verkostot', 'Nätverk', 'Networks'), 3],
  seats: [heading('Paikat', 'Platser', 'Seats'), 2],
  openTasks: [heading('Avoimia toimenpiteitä', 'Öppna åtgärder', 'Open actions'), 2],
  checkedOn: [heading('Tarkistettu', 'Granskad', 'Checked'), 2.2],
} as const satisfies Record<string, readonly [LocalisedText, number]>;
export type ListColumn = keyof typeof COLUMNS;
export const LIST_COLUMNS = Object.keys(COLUMNS) as ListColumn[];

export function columnHeading(column: ListColumn, language: Language): string {
  return inLanguage(COLUMNS[column][0], language);
}

/** Share of the width of a page. */
export function columnShare(column: ListColumn): number {
  return COLUMNS[column][1];
}

/** Names of PRH's main classes by their number. */
export type PrhNames = ReadonlyMap<number, LocalisedText>;

/** What stands in a cell; empty where there is nothing. */
export function columnText(
  column: ListColumn,
  row: OrganisationRow,
  prhNames: PrhNames,
  language: Language,
): string {
  const name = (text: LocalisedText | null | undefined): string => (text ? inLanguage(text, language) : '');
  switch (column) {
    case 'name':
      return inLanguage(row.name, language);
    case 'registerNumber':
      return row.registerNumber === null ? '' : formatRegisterNumber(row.registerNumber);
    case 'field':
    case 'municipality':
    case 'region':
      return name(row[column]);
    case 'prhClass':
      return row.prhClass === null ? '' : name(prhNames.get(row.prhClass));
    case 'state':
      return valueWord('state', row.state, language);
    case 'languages':
    case 'tags':
    case 'seats':
      return row[column].join(', ');
    case 'networks':
      return row.networks.map(name).join(', ');
    case 'openTasks':
      return row.openTasks === 0 ? '' : String(row.openTasks);
    case 'checkedOn':
      return row.checkedOn === null ? '' : formatDate(row.checkedOn, language);
    case 'businessId':
    case 'email':
    case 'phone':
    case 'web':
      return row[column] ?? '';
  }
}
