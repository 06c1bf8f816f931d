/** The list of organisations (järjestöluettelo) on paper: the columns as they are shown, and by which filter. */
import { formatDate } from './dates.ts';
import type { Language } from './language.ts';
import {
  columnHeading,
  columnShare,
  columnText,
  type ListColumn,
  type OrganisationRow,
  type PrhNames,
} from './organisation-columns.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';
import { richText } from './rich-text.ts';

/** Most organisations that one document lists; more take long to lay out and nobody reads them. */
export const MOST_PRINTED = 10_000;
/** Shares that an upright page holds. */
const UPRIGHT = 14;

const WORDS: Record<Language, { type: string; count: string; filter: string; search: string; none: string }> =
  {
    fi: {
      type: 'Järjestöluettelo',
      count: 'Järjestöjä',
      filter: 'Rajaus',
      search: 'Haku',
      none: 'Luettelossa ei ole järjestöjä.',
    },
    sv: {
      type: 'Organisationsförteckning',
      count: 'Organisationer',
      filter: 'Urval',
      search: 'Sökning',
      none: 'Det finns inga organisationer i förteckningen.',
    },
    en: {
      type: 'List of organisations',
      count: 'Organisations',
      filter: 'Filter',
      search: 'Search',
      none: 'There are no organisations in the list.',
    },
  };

export interface PrintedList {
  /** Whose list it is, e.g. the name of the board. */
  organisation: string;
  /** Name of the saved view; empty: none. */
  view: string;
  search: string;
  /** The filter in words; empty: none. */
  filter: string;
  /** ISO day. */
  printedOn: string;
  columns: readonly ListColumn[];
  rows: readonly OrganisationRow[];
  prhNames: PrhNames;
}

export function printOrganisationList(list: PrintedList, language: Language): PrintableDocument {
  const { columns, rows, printedOn } = list;
  const words = WORDS[language];
  const type = list.view === '' ? words.type : `${words.type}: ${list.view}`;
  const facts = [
    { label: words.search, text: list.search },
    { label: words.filter, text: list.filter },
    { label: words.count, text: String(rows.length) },
  ].filter(({ text }) => text !== '');
  const table: PrintableBlock =
    rows.length === 0
      ? { type: 'text', body: richText(words.none).content }
      : {
          type: 'table',
          caption: '',
          columns: columns.map((column) => ({
            label: columnHeading(column, language),
            width: columnShare(column),
          })),
          rows: rows.map((row) => columns.map((column) => columnText(column, row, list.prhNames, language))),
        };
  return {
    kind: 'register',
    language,
    title: `${type} – ${list.organisation}`,
    identification: {
      organisation: list.organisation,
      documentType: type,
      number: '',
      date: formatDate(printedOn, language),
      isoDate: printedOn,
      diaryNumber: null,
      status: '',
    },
    keywords: [words.type],
    landscape: columns.reduce((all, column) => all + columnShare(column), 0) > UPRIGHT,
    blocks: [{ type: 'facts', rows: facts.map(({ label, text }) => ({ label, lines: [text] })) }, table],
  };
}
