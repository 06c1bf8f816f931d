/** A table file as rows of text: CSV in any of the usual encodings, or XLSX. Runs in a thread of its own. */
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { AppError } from '../../db/model/errors.ts';
import { jsonTable } from '../../db/model/organisation-export.ts';
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, type TableRow } from '../../db/model/table.ts';
import {
  decodeTable,
  guessDelimiter,
  guessEncoding,
  type TableDelimiter,
  type TableEncoding,
} from '../../db/model/table-text.ts';
import { guardXlsx } from './xlsx-guard.ts';

/** What the user may correct after a first look. */
export interface TableChoice {
  encoding?: TableEncoding | undefined;
  delimiter?: TableDelimiter | undefined;
  /** Name of the sheet of a workbook. */
  sheet?: string | undefined;
}

export interface TableFacts {
  kind: 'csv' | 'xlsx' | 'json';
  encoding: TableEncoding | null;
  delimiter: TableDelimiter | null;
  /** Sheets of a workbook with how many rows each has. */
  sheets: { name: string; rows: number }[];
  sheet: string | null;
}

export interface TableContent extends TableFacts {
  rows: TableRow[];
}

/** Larger files are no list of organisations. */
const LARGEST_TABLE = 250 * 1024 ** 2;

const ZIP = [0x50, 0x4b];
/** Older Office files and protected new ones begin so. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads a table.
 * @throws AppError FILE_UNREADABLE, FILE_EMPTY, TABLE_TOO_LARGE, TABLE_TOO_LONG, TABLE_DAMAGED, TABLE_BOMB, TABLE_XML_ENTITY,
 * TABLE_PROTECTED, TABLE_OLD_EXCEL, TABLE_NOT_A_TABLE, TABLE_QUOTE_OPEN, TABLE_NO_SHEET
 */
export async function readTable(file: string, choice: TableChoice): Promise<TableContent> {
  const name = path.basename(file);
  let bytes: Buffer;
  try {
    const stat = fs.statSync(file);
    if (!stat.isFile()) throw new AppError('FILE_UNREADABLE', { file: name, reason: 'EISDIR' });
    if (stat.size === 0) throw new AppError('FILE_EMPTY', { file: name });
    if (stat.size > LARGEST_TABLE) throw new AppError('TABLE_TOO_LARGE', { file: name });
    bytes = fs.readFileSync(file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('FILE_UNREADABLE', {
      file: name,
      reason: (error as NodeJS.ErrnoException).code ?? '',
    });
  }
  const begins = (mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
  if (begins(ZIP)) return await readXlsx(bytes, choice);
  if (begins(COMPOUND)) throw new AppError('TABLE_OLD_EXCEL', { file: name });
  if (
    /^(%PDF|\x89PNG|\xff\xd8\xff|GIF8|SQLite format|\{\\rtf|<\?xml|<!doctype|<html)/i.test(
      bytes.toString('latin1', 0, 40),
    )
  )
    throw new AppError('TABLE_NOT_A_TABLE', { file: name });
  if (/^(\uFEFF)?\s*\{/.test(bytes.toString('utf8', 0, 40))) {
    const rows = ownExport(bytes);
    if (rows === null) throw new AppError('TABLE_NOT_A_TABLE', { file: name });
    return { kind: 'json', encoding: null, delimiter: null, sheets: [], sheet: null, rows: bounded(rows) };
  }
  return readCsv(bytes, choice);
}

/** The rows of a JSON export of this program; null for any other JSON. */
function ownExport(bytes: Buffer): string[][] | null {
  try {
    return jsonTable(JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')));
  } catch {
    return null;
  }
}

/** @throws AppError TABLE_QUOTE_OPEN with the row, TABLE_TOO_LONG */
function readCsv(bytes: Uint8Array, choice: TableChoice): TableContent {
  const encoding = choice.encoding ?? guessEncoding(bytes);
  const text = decodeTable(bytes, encoding);
  const delimiter = choice.delimiter ?? guessDelimiter(text);
  const body = text.replace(/^sep=.\r?\n/i, '');
  let rows: string[][];
  try {
    rows = parse(body, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: MOST_ROWS + 1,
    });
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    if (code === 'CSV_QUOTE_NOT_CLOSED') throw new AppError('TABLE_QUOTE_OPEN', { line: lines ?? 1 });
    throw new AppError('TABLE_DAMAGED', { reason: code ?? String(error) });
  }
  return { kind: 'csv', encoding, delimiter, sheets: [], sheet: null, rows: bounded(rows) };
}

async function readXlsx(bytes: Buffer, choice: TableChoice): Promise<TableContent> {
  await guardXlsx(bytes);
  let sheets: { sheet: string; data: (string | boolean | Date | null)[][] }[];
  try {
    sheets = (await readXlsxFile<string>(bytes, {
      trim: false,
      parseNumber: (text) => text,
    })) as unknown as typeof sheets;
  } catch (error) {
    throw new AppError('TABLE_DAMAGED', { reason: error instanceof Error ? error.message : String(error) });
  }
  const largest = sheets.reduce<(typeof sheets)[number] | undefined>(
    (best, one) => (best === undefined || one.data.length > best.data.length ? one : best),
    undefined,
  );
  const chosen = choice.sheet === undefined ? largest : sheets.find(({ sheet }) => sheet === choice.sheet);
  if (!chosen) throw new AppError('TABLE_NO_SHEET');
  return {
    kind: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.length })),
    sheet: chosen.sheet,
    rows: bounded(chosen.data.map((row) => row.map(spreadsheetText))),
  };
}

/** A day without a time of day stays a day; a number is written without an exponent. */
function spreadsheetText(value: string | number | boolean | Date | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const iso = Number.isNaN(value.getTime()) ? '' : value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
  }
  const text = String(value);
  return /^-?\d+(\.\d+)?e[+-]?\d+$/i.test(text)
    ? Number(text).toLocaleString('en', { useGrouping: false })
    : text;
}

/** @throws AppError TABLE_TOO_LONG */
function bounded(rows: readonly (readonly string[])[]): TableRow[] {
  if (rows.length > MOST_ROWS) throw new AppError('TABLE_TOO_LONG', { limit: MOST_ROWS });
  // One character more than is allowed, so that the row is refused and its cell not cut in silence.
  return rows.map((row) =>
    row
      .slice(0, MOST_COLUMNS)
      .map((cell) => (cell.length > LONGEST_CELL ? cell.slice(0, LONGEST_CELL + 1) : cell)),
  );
}
