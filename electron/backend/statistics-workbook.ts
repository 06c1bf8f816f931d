/** Statistics of a year as a workbook (XLSX) with typed cells, a sheet for each subject and one of definitions. */
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node';
import type { AnnualFacts } from '../../db/model/annual-facts.ts';
import type { Language } from '../../db/model/language.ts';
import {
  statisticsSheets,
  type StatisticsCell,
  type StatisticsColumn,
  type StatisticsSheet,
} from '../../db/model/statistics.ts';
import { cellText } from '../../db/model/table.ts';

/** Number formats of the workbook's own, by type; the program that shows it puts in the signs of its language. */
const FORMATS = { number: '#,##0.###', hours: '#,##0.0', share: '0.0 %', money: '#,##0.00' } as const;

function cellOf(value: StatisticsCell, { type }: StatisticsColumn, language: Language): Cell {
  if (value === null || value === '') return null;
  if (type === 'date' && typeof value === 'string')
    return {
      value: new Date(`${value}T00:00:00Z`),
      type: Date,
      format: language === 'en' ? 'yyyy-mm-dd' : 'd.m.yyyy',
      align: 'left',
    };
  if (type === 'text' || type === 'date' || typeof value === 'string')
    return { value: cellText(String(value)), type: String, wrap: true, alignVertical: 'top' };
  return {
    value,
    type: Number,
    format: Number.isInteger(value) && type === 'number' ? '#,##0' : FORMATS[type],
  };
}

function sheetOf(sheet: StatisticsSheet, language: Language): Sheet<Buffer> {
  return {
    sheet: sheet.name,
    stickyRowsCount: 1,
    columns: sheet.columns.map(({ width }) => ({ width })),
    data: [
      sheet.columns.map(({ label, type }): Cell => ({
        value: label,
        type: String,
        fontWeight: 'bold',
        wrap: true,
        backgroundColor: '#e9eef2',
        align: type === 'text' || type === 'date' ? 'left' : 'right',
      })),
      ...sheet.rows.map((row) => row.map((value, index) => cellOf(value, sheet.columns[index]!, language))),
    ],
  };
}

/** The bytes of the workbook. @param facts of the year, in the language asked for */
export async function statisticsWorkbook(facts: AnnualFacts, language: Language): Promise<Uint8Array> {
  const sheets = statisticsSheets(facts, language).map((sheet) => sheetOf(sheet, language));
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer());
}
