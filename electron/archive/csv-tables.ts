/**
 * Every table as CSV (RFC 4180, UTF-8, CRLF) with a Frictionless Data Package beside it. A missing value is `\N`,
 * because an empty text is a value of its own; content of attachments lies in files, and the table says in which.
 */
import type SQLite from 'better-sqlite3';
import { storedRows, type StoredTable, type StoredValue } from './stored-tables.ts';

/** How a missing value is written. */
export const MISSING = '\\N';
const ROWS_AT_ONCE = 500;

/** The table whose content lies in files. */
export const CONTENT_TABLE = 'file_part';

/** One value as a cell. A text that reads like the mark of a missing value gets another backslash. */
export function csvCell(value: StoredValue): string {
  if (value === null) return MISSING;
  if (Buffer.isBuffer(value)) return value.toString('base64');
  const text = String(value);
  const marked = /^\\+N$/.test(text) ? `\\${text}` : text;
  return marked === '' || /[",\r\n]/.test(marked) ? `"${marked.replaceAll('"', '""')}"` : marked;
}

/** The table as parts of a file, heading first. */
export function* csvParts(raw: SQLite.Database, table: StoredTable): Generator<Buffer> {
  let lines = [table.columns.map(({ name }) => csvCell(name)).join(',')];
  for (const row of storedRows(raw, table)) {
    lines.push(row.map(csvCell).join(','));
    if (lines.length < ROWS_AT_ONCE) continue;
    yield Buffer.from(`${lines.join('\r\n')}\r\n`);
    lines = [];
  }
  if (lines.length > 0) yield Buffer.from(`${lines.join('\r\n')}\r\n`);
}

const FIELD_TYPES = { TEXT: 'string', INTEGER: 'integer', REAL: 'number', BLOB: 'string' } as const;

export interface CsvResource {
  table: StoredTable;
  /** SHA-512 of the CSV file; hexadecimal. */
  digest: string;
  bytes: number;
}

/** `datapackage.json` (Frictionless Data Package 1.0, tabular profile). */
export function dataPackage(
  resources: readonly CsvResource[],
  about: { name: string; title: string; created: string },
): string {
  return `${JSON.stringify(
    {
      profile: 'tabular-data-package',
      name: about.name,
      title: about.title,
      created: about.created,
      resources: resources.map(({ table, digest, bytes }) => ({
        profile: 'tabular-data-resource',
        name: table.name.replaceAll('_', '-'),
        path: `${table.name}.csv`,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes,
        hash: `sha512:${digest}`,
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: {
          missingValues: [MISSING],
          fields: table.columns.map(({ name, type, required }) => ({
            name,
            type: FIELD_TYPES[type],
            ...(type === 'BLOB' && { format: 'binary' }),
            ...(required && { constraints: { required: true } }),
          })),
          ...(table.primaryKey.length > 0 && { primaryKey: table.primaryKey }),
          ...(table.references.length > 0 && {
            foreignKeys: table.references.map((reference) => ({
              fields: reference.columns,
              reference: {
                resource: reference.table === table.name ? '' : reference.table.replaceAll('_', '-'),
                fields: reference.to,
              },
            })),
          }),
        },
      })),
    },
    null,
    2,
  )}\n`;
}
