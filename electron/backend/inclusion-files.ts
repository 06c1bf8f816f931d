/** Immigrant inclusion as the bytes of a file: CSV of the coverage, a workbook, or what the document process prints. */
import writeXlsxFile from 'write-excel-file/node';
import {
  coverageTable,
  entriesTable,
  pathsTable,
  type InclusionExport,
} from '../../db/model/inclusion-export.ts';
import type { Language } from '../../db/model/language.ts';
import { safeCell } from '../../db/model/table.ts';
import { csvText } from './write-table.ts';

/** The coverage, one row for each municipality, with semicolons and a mark of UTF-8, as spreadsheets take it. */
export function inclusionCsv(source: InclusionExport, language: Language): Uint8Array {
  const { columns, rows } = coverageTable(source, language);
  return new TextEncoder().encode(csvText([columns, ...rows], { delimiter: ';', bom: true, safe: true }));
}

/** Coverage, entries and paths as sheets of one workbook. */
export async function inclusionWorkbook(source: InclusionExport, language: Language): Promise<Uint8Array> {
  const tables = [coverageTable, entriesTable, pathsTable].map((table) => table(source, language));
  const buffer = await writeXlsxFile(
    tables.map(({ title, columns, rows }) => ({
      sheet: title,
      stickyRowsCount: 1,
      columns: columns.map((_, index) => ({ width: index === 2 ? 40 : 22 })),
      data: [
        columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) =>
          row.map((text) => {
            if (text === '') return null;
            return /^\d{1,9}$/.test(text)
              ? { value: Number(text), type: Number }
              : { value: safeCell(text), type: String };
          }),
        ),
      ],
    })),
  ).toBuffer();
  return new Uint8Array(buffer);
}
