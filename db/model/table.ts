/** A table from a file (CSV or XLSX) as cells of text, and where in it the headings are. */

/** Cells of one row. Every cell is text: dates ISO, numbers with a point, true and false as such. */
export type TableRow = readonly string[];

/** Most rows and columns that are read; a register of all associations of Finland has some 106,000. */
export const MOST_ROWS = 200_000;
export const MOST_COLUMNS = 300;
/** Longest cell that is kept, in characters; notes take 20,000 at most. A longer one is refused with its row. */
export const LONGEST_CELL = 32_768;

/** What offices write where there is nothing. */
const BLANKS =
  /^(null|n\/a|#n\/a|\(null\)|nil|none|undefined|ei ole|ei tietoa|[-–—.?]+|#ref!|#value!|#name\?|#div\/0!)$/i;

/**
 * The text of a cell as it counts: without NUL and other control characters, without spaces around it, and empty
 * when it only says that there is nothing (`null`, `-`, `#N/A`). An apostrophe that keeps a spreadsheet from
 * reading a formula is taken off.
 */
export function cellText(raw: string): string {
  const text = raw
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\u200b]/g, '')
    .replace(/\u00a0/g, ' ')
    .trim();
  if (/^'+[=+\-@]/.test(text)) return text.slice(1);
  return BLANKS.test(text) ? '' : text;
}

/** A heading as it is compared: lower case, letters and digits only, single spaces. */
export function headingKey(heading: string): string {
  return cellText(heading)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe is put before what begins with = + - @, a tab or a
 * line end (OWASP, CSV injection). `cellText` takes it off again.
 */
export function safeCell(text: string): string {
  return /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

/** Rows that are looked through for the headings. */
const HEADER_PROBE = 30;

/**
 * The row of the headings: titles, notes and empty rows may stand above it, as offices have them. The row with
 * most known headings wins; without any, the first row that is filled as widely as the table is.
 * @param isKnown whether a heading names a field
 * @returns its index, or -1 when the table has no row at all
 */
export function findHeader(rows: readonly TableRow[], isKnown: (heading: string) => boolean): number {
  const probe = rows.slice(0, HEADER_PROBE);
  const filled = probe.map((row) => row.filter((cell) => cellText(cell) !== '').length);
  const known = probe.map(
    (row) => new Set(row.map(headingKey).filter((one) => one !== '' && isKnown(one))).size,
  );
  const best = Math.max(0, ...known);
  if (best > 0) {
    const at = known.indexOf(best);
    // The lower row of two: what it leaves blank is named above it, in cells merged over both.
    const [above, own] = [probe[at - 1] ?? [], probe[at] ?? []];
    const isLower = above.some(
      (cell, column) => isKnown(headingKey(cell)) && cellText(own[column] ?? '') === '',
    );
    return isLower ? at - 1 : at;
  }
  const widest = Math.max(0, ...filled);
  return filled.findIndex((count) => count > 0 && count >= widest / 2);
}

/**
 * The headings of the columns. A second row of headings below merged cells ("Osoite" over "Katu | Postinumero") is
 * joined to the first where it names fields. Empty headings get the letter of their column.
 * @returns the headings, and the index of the first row of data
 */
export function readHeadings(
  rows: readonly TableRow[],
  header: number,
  isKnown: (heading: string) => boolean,
): { headings: string[]; firstRow: number } {
  const first = rows[header] ?? [];
  const second = rows[header + 1] ?? [];
  const width = Math.max(0, ...rows.slice(header, header + 50).map((row) => row.length));
  const isKnownAt = (row: TableRow, column: number): boolean => isKnown(headingKey(row[column] ?? ''));
  const columns = Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, column) => column);
  const inFirst = columns.filter((column) => isKnownAt(first, column)).length;
  const inSecond = columns.filter((column) => isKnownAt(second, column)).length;
  // Data is no heading: a second row counts only when it names several fields where the first has gaps.
  const gaps = columns.filter(
    (column) => cellText(first[column] ?? '') === '' && isKnownAt(second, column),
  ).length;
  const isDouble = gaps > 0 && inSecond >= 2 && inSecond >= inFirst / 3;
  const headings = columns.map((column) => {
    const [above, below] = [cellText(first[column] ?? ''), isDouble ? cellText(second[column] ?? '') : ''];
    const own = below !== '' && (above === '' || isKnown(headingKey(below))) ? below : above;
    return own === '' ? columnLetter(column) : own.replaceAll(/\s+/g, ' ').slice(0, 200);
  });
  return { headings, firstRow: header + (isDouble ? 2 : 1) };
}

/** 0 → A, 25 → Z, 26 → AA, as spreadsheets name columns. */
function columnLetter(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Whether every cell of a row is blank. */
export function isBlankRow(row: TableRow): boolean {
  return row.every((cell) => cellText(cell) === '');
}
