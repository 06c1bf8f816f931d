/** The register's table in words, on the clipboard and on paper. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipboardTable } from '../../../db/model/clipboard-table.ts';
import { LANGUAGES } from '../../../db/model/language.ts';
import { LIST_COLUMNS, type OrganisationRow } from '../../../db/model/organisation-columns.ts';
import {
  FILTER_FIELD_IDS,
  operatorsOf,
  wholeFilter,
  type OrganisationFilter,
} from '../../../db/model/organisation-filter.ts';
import {
  fieldWord,
  filterOptions,
  filterWords,
  operatorWord,
  type FilterLists,
} from '../../../db/model/organisation-filter-words.ts';
import { printOrganisationList } from '../../../db/model/print-organisation-list.ts';

const named = (id: string, fi: string) => ({ id, name: { fi } });
const LISTS: FilterLists = {
  field: [named('f', 'Liikunta')],
  municipality: [named('167', 'Joensuu'), named('260', 'Kitee'), named('541', 'Nurmes')],
  worksIn: [],
  region: [],
  wellbeingCounty: [],
  network: [named('n', 'Hyte-verkosto')],
  boardNetwork: [],
  seat: [],
  tag: [],
  language: [],
  prhClass: [],
};

const FILTER: OrganisationFilter = {
  match: 'all',
  parts: [
    { field: 'municipality', operator: 'is', values: ['167', '260', '541'] },
    { field: 'email', operator: 'empty', values: [] },
    {
      match: 'any',
      parts: [
        { field: 'checkedOn', operator: 'before', values: ['2026-01-01'] },
        { field: 'checkedOn', operator: 'olderDays', values: ['365'] },
      ],
    },
    { field: 'name', operator: 'contains', values: ['martat'] },
  ],
};

test('a filter is told in one sentence', () => {
  expect(filterWords(FILTER, LISTS, 'fi')).toBe(
    'Kotikunta on Joensuu, Kitee tai Nurmes ja Sähköposti puuttuu ja (Tarkistettu ennen 1.1.2026 tai Tarkistettu yli 365 päivää sitten) ja Nimi sisältää ”martat”',
  );
  expect(filterWords(FILTER, LISTS, 'sv')).toContain('Hemkommun är Joensuu, Kitee eller Nurmes och');
  expect(
    filterWords({ match: 'all', parts: [{ field: 'seat', operator: 'is', values: ['gone'] }] }, LISTS, 'en'),
  ).toBe('Seat in a board is (removed)');
  expect(filterWords({ match: 'all', parts: [] }, LISTS, 'fi')).toBe('');
});

test('every field and operator has its words, and fields of one language differ', () => {
  for (const language of LANGUAGES) {
    const words = FILTER_FIELD_IDS.map((field) => fieldWord(field, language));
    expect(new Set(words).size).toBe(words.length);
    for (const field of FILTER_FIELD_IDS) {
      for (const operator of operatorsOf(field)) expect(operatorWord(operator, language)).not.toBe('');
      for (const { label } of filterOptions(field, LISTS, language)) expect(label).not.toBe('');
    }
  }
});

test('conditions that are being made do not count', () => {
  expect(
    wholeFilter({
      match: 'all',
      parts: [
        { field: 'municipality', operator: 'is', values: [] },
        { match: 'any', parts: [{ field: 'name', operator: 'contains', values: [' '] }] },
        { field: 'phone', operator: 'notEmpty', values: [] },
      ],
    }),
  ).toEqual({ match: 'all', parts: [{ field: 'phone', operator: 'notEmpty', values: [] }] });
});

test('what is copied keeps its cells and is no formula, as text and as HTML', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('=1+1', '@SUM(A1)', '+358 13', '-', '<b>&"', 'a\tb', 'a\nb', '0012', "'=x"),
  );
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 5 })
        .chain((width) =>
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
        ),
      (rows) => {
        const { text, html } = clipboardTable(rows);
        const lines = text.split('\r\n');
        expect(lines.pop()).toBe('');
        expect(lines.map((line) => line.split('\t').length)).toEqual(rows.map((row) => row.length));
        for (const one of lines.flatMap((line) => line.split('\t'))) expect(one).not.toMatch(/^[=+\-@]/);
        const inside = [...html.matchAll(/<t[hd] style="[^"]*">([^<]*)<\/t[hd]>/g)].map((match) => match[1]!);
        expect(inside).toHaveLength(rows.flat().length);
        for (const one of inside) expect(one).not.toMatch(/^[=+\-@]/);
      },
    ),
  );
});

const ROW: OrganisationRow = {
  id: '1',
  version: 1,
  name: { fi: 'Joensuun Martat ry' },
  legalForm: 'association',
  businessId: '0215839-7',
  registerNumber: '990018',
  fieldId: null,
  field: null,
  municipalityCode: '167',
  municipality: { fi: 'Joensuu' },
  region: { fi: 'Pohjois-Karjala' },
  prhClass: 9,
  email: null,
  phone: null,
  web: null,
  languages: ['fi', 'sv'],
  tags: [],
  networks: [{ fi: 'Hyte-verkosto' }],
  seats: ['JANE'],
  openTasks: 2,
  checkedOn: '2026-03-12',
  state: 'active',
};

test('the printed list has the columns that are shown, says by which filter, and lies on its side when it is wide', () => {
  const list = {
    organisation: 'Malli-JANE',
    view: 'Martat',
    search: '',
    filter: 'Sähköposti puuttuu',
    printedOn: '2026-05-19',
    rows: [ROW],
    prhNames: new Map([[9, { fi: 'Muut' }]]),
  };
  const narrow = printOrganisationList({ ...list, columns: ['name', 'registerNumber', 'checkedOn'] }, 'fi');
  expect(narrow).toMatchObject({
    title: 'Järjestöluettelo: Martat – Malli-JANE',
    landscape: false,
    identification: { date: '19.5.2026', documentType: 'Järjestöluettelo: Martat' },
    blocks: [
      {
        rows: [
          { label: 'Rajaus', lines: ['Sähköposti puuttuu'] },
          { label: 'Järjestöjä', lines: ['1'] },
        ],
      },
      { type: 'table', rows: [['Joensuun Martat ry', '990.018', '12.3.2026']] },
    ],
  });
  const wide = printOrganisationList({ ...list, columns: LIST_COLUMNS }, 'en');
  expect(wide.landscape).toBe(true);
  expect(wide.blocks[1]).toMatchObject({
    rows: [expect.arrayContaining(['JANE', 'Hyte-verkosto', '2', 'fi, sv'])],
  });
  expect(printOrganisationList({ ...list, rows: [], columns: ['name'] }, 'fi').blocks[1]).toMatchObject({
    type: 'text',
  });
});
