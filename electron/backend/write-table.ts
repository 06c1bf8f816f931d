/** Organisations as the bytes of a file: CSV, XLSX with typed cells, vCard, JSON. */
import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import type { ExportRow } from '../../db/features/organisation-values.ts';
import type { Language } from '../../db/model/language.ts';
import {
  EXPORT_FIELDS,
  exportCells,
  exportHeadings,
  JSON_FORMAT,
  jsonOrganisation,
  OPEN_COLUMNS,
  OPEN_DATA_NOTE,
  openRow,
  type CsvOptions,
  type ExportFormat,
} from '../../db/model/organisation-export.ts';
import { printField, type TableWords } from '../../db/model/organisation-fields.ts';
import { cellText, safeCell } from '../../db/model/table.ts';
import { organisationCard } from '../../db/model/vcard.ts';

export interface TableWriting {
  format: ExportFormat;
  csv: CsvOptions;
  language: Language;
  words: TableWords;
  /** ISO day, printed in the JSON. */
  today: string;
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const json = (value: unknown): Uint8Array => text(`${JSON.stringify(value, null, 2)}\n`);

/** Rows of text as CSV with CRLF line ends, as Excel writes it. */
export function csvText(rows: readonly (readonly string[])[], options: CsvOptions): string {
  const cells = options.safe ? rows.map((row) => row.map(safeCell)) : rows;
  return stringify(cells as string[][], {
    delimiter: options.delimiter,
    bom: options.bom,
    record_delimiter: '\r\n',
  });
}

export async function writeTable(rows: readonly ExportRow[], writing: TableWriting): Promise<Uint8Array> {
  const { language, words } = writing;
  switch (writing.format) {
    case 'csv':
      return text(
        csvText(
          [exportHeadings(language, words), ...rows.map((row) => exportCells(row, language, words))],
          writing.csv,
        ),
      );
    case 'open-csv':
      return text(
        csvText([[...OPEN_COLUMNS], ...rows.map((row) => Object.values(openRow(row)))], writing.csv),
      );
    case 'open-json':
      return json({ license: OPEN_DATA_NOTE, date: writing.today, organisations: rows.map(openRow) });
    case 'json':
      return json({
        format: JSON_FORMAT,
        version: 1,
        date: writing.today,
        organisations: rows.map(jsonOrganisation),
      });
    case 'vcard':
      return text(rows.map(organisationCard).join(''));
    case 'xlsx':
      return await xlsx(rows, language, words);
  }
}

/** Identifiers and codes are text, so that their leading zeros stay; dates are dates and classes numbers. */
async function xlsx(rows: readonly ExportRow[], language: Language, words: TableWords): Promise<Uint8Array> {
  const heads = exportHeadings(language, words).map((value) => ({
    value,
    type: String,
    fontWeight: 'bold' as const,
  }));
  const body = rows.map((row) =>
    EXPORT_FIELDS.map((field) => {
      if (field === 'checkedOn' || field === 'endedOn')
        return row[field] === null
          ? null
          : {
              value: new Date(`${row[field]}T00:00:00Z`),
              type: Date,
              format: language === 'en' ? 'yyyy-mm-dd' : 'd.m.yyyy',
            };
      if (field === 'prhClass') return row.prhClass === null ? null : { value: row.prhClass, type: Number };
      const printed = printField(field, row, language, words);
      // A text that an import would take for a blank, or for one that was made safe, is marked.
      const value = (cellText(printed) === printed ? printed : safeCell(printed)).slice(0, LONGEST_XLSX_CELL);
      return value === '' ? null : { value, type: String };
    }),
  );
  const buffer = await writeXlsxFile([heads, ...body], {
    sheet: { fi: 'Järjestöt', sv: 'Organisationer', en: 'Organisations' }[language],
    stickyRowsCount: 1,
    columns: EXPORT_FIELDS.map((field) => ({ width: field === 'nameFi' || field === 'notes' ? 40 : 18 })),
  }).toBuffer();
  return new Uint8Array(buffer);
}

/** What a cell of a workbook holds at most, by Excel's specification. */
const LONGEST_XLSX_CELL = 32_767;
