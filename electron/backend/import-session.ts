/** The table that the window is importing from: its rows, its mapping, what would happen. One at a time. */
import { randomUUID } from 'node:crypto';
import type { ImportPlan } from '../../db/features/organisation-import.ts';
import type { PrintLists } from '../../db/features/organisation-values.ts';
import { AppError } from '../../db/model/errors.ts';
import type { RowDecision } from '../../db/model/organisation-import.ts';
import { cellText, findHeader, readHeadings, type TableRow } from '../../db/model/table.ts';
import { guessMapping, type HeadingNames, type TableMapping } from '../../db/model/table-mapping.ts';
import type { TableContent } from './read-table.ts';

export interface ImportSession {
  id: string;
  /** Path and name of the file. */
  path: string;
  name: string;
  content: TableContent;
  /** Row of the headings, from 0. */
  header: number;
  headings: string[];
  firstRow: number;
  mapping: TableMapping;
  isRemembered: boolean;
  plan: ImportPlan | null;
  decisions: Map<number, RowDecision>;
  /** Its rows have been imported. */
  isDone: boolean;
  /** Names behind codes, for showing rows. */
  lists: PrintLists | null;
}

let open: ImportSession | null = null;

/** Begins with a table that was read; the one before is forgotten. */
export function beginSession(
  file: { path: string; name: string },
  content: TableContent,
  names: HeadingNames,
): ImportSession {
  open = {
    id: randomUUID(),
    ...file,
    content,
    header: 0,
    headings: [],
    firstRow: 0,
    mapping: [],
    isRemembered: false,
    plan: null,
    decisions: new Map(),
    isDone: false,
    lists: null,
  };
  chooseHeader(open, null, names);
  return open;
}

/** @throws AppError IMPORT_CLOSED when another file was opened meanwhile, or the worker started anew */
export function sessionOf(id: string): ImportSession {
  if (open?.id !== id) throw new AppError('IMPORT_CLOSED');
  return open;
}

export function closeSession(id: string): void {
  if (open?.id === id) open = null;
}

/**
 * Finds the headings, or takes the row that the user says.
 * @throws AppError TABLE_EMPTY
 */
export function chooseHeader(session: ImportSession, header: number | null, names: HeadingNames): void {
  const { rows } = session.content;
  const isKnown = (heading: string): boolean => names.has(heading);
  const at = header ?? findHeader(rows, isKnown);
  if (at < 0 || rows.length === 0) throw new AppError('TABLE_EMPTY', { file: session.name });
  const { headings, firstRow } = readHeadings(rows, at, isKnown);
  Object.assign(session, {
    header: at,
    headings,
    firstRow,
    mapping: guessMapping(headings, names),
    isRemembered: false,
    plan: null,
    isDone: false,
  });
  session.decisions.clear();
}

const SAMPLE_ROWS = 6;
const TOP_ROWS = 15;
const SHOWN = 120;

const shown = (row: TableRow): string[] => row.slice(0, 60).map((cell) => cellText(cell).slice(0, SHOWN));

/** What the window shows of it. */
export function sessionView(session: ImportSession) {
  const { content, firstRow } = session;
  const samples = content.rows
    .slice(firstRow, firstRow + 200)
    .filter((row) => row.some((cell) => cellText(cell) !== ''));
  return {
    id: session.id,
    name: session.name,
    kind: content.kind,
    encoding: content.encoding,
    delimiter: content.delimiter,
    sheets: content.sheets,
    sheet: content.sheet,
    header: session.header,
    headings: session.headings,
    mapping: [...session.mapping],
    isRemembered: session.isRemembered,
    rowCount: Math.max(0, content.rows.length - firstRow),
    /** The beginning of the file, for choosing the row of the headings. */
    top: content.rows.slice(0, TOP_ROWS).map(shown),
    samples: session.headings.map((_, column) =>
      samples
        .map((row) => cellText(row[column] ?? '').slice(0, SHOWN))
        .filter((cell) => cell !== '')
        .slice(0, SAMPLE_ROWS),
    ),
  };
}
export type ImportSessionView = ReturnType<typeof sessionView>;
