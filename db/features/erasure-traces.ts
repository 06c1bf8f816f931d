/** Taking erased values out of every other place: texts of rows, the log, and the bytes of the file. */
import fs from 'node:fs';
import SQLite from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import type { OpenDatabase } from '../core/open.ts';
import type { Database } from '../core/schema.ts';
import { ERASED, withoutValues } from '../model/privacy.ts';
import type { LinkedRows } from './person-links.ts';

export const keyOf = (row: Record<string, unknown>): string => String(row['id'] ?? row['person_id']);

export async function rowIdOf(
  trx: Kysely<Database>,
  link: LinkedRows,
  row: Record<string, unknown>,
): Promise<number> {
  const key = 'id' in row ? 'id' : link.column;
  const { rows } = await sql<{ rowid: number }>`
    select rowid from ${sql.table(link.table)} where ${sql.ref(key)} = ${row[key]}`.execute(trx);
  return rows[0]?.rowid ?? -1;
}

/** Tables that are not swept: facts of the authorities, the log (by itself), the index, and proofs. */
const NOT_SWEPT =
  /^(sqlite_|search_|audit$|current_actor$|region$|wellbeing_county$|municipality$|erasure$|file_)/;

/**
 * Takes the values out of every text of the file. What its triggers keep, such as examined minutes, stays and is counted.
 */
export async function sweepRows(
  trx: Kysely<Database>,
  values: readonly string[],
): Promise<{ changed: number; kept: number }> {
  if (values.length === 0) return { changed: 0, kept: 0 };
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select tables.name as "table", columns.name as "column"
    from sqlite_schema as tables, pragma_table_info(tables.name) as columns
    where tables.type = 'table' and upper(columns.type) = 'TEXT'`.execute(trx);
  let changed = 0;
  let kept = 0;
  for (const { table, column } of columns) {
    if (NOT_SWEPT.test(table) || /(^|_)id$/.test(column)) continue;
    const { rows } = await sql<{ rowid: number; text: string }>`
      select rowid, ${sql.ref(column)} as text from ${sql.table(table)}
      where ${contains(column, values)}`.execute(trx);
    for (const { rowid, text } of rows)
      if (await replaceText(trx, { table, column, rowid, text: withoutValues(text, values) })) changed += 1;
      else kept += 1;
  }
  const { rows: found } = await sql<{ rowid: number; title: string; body: string; context: string }>`
    select rowid, title, body, context from search_entry
    where ${contains('body', values)} or ${contains('title', values)} or ${contains('context', values)}`.execute(
    trx,
  );
  for (const { rowid, ...texts } of found)
    await sql`update search_entry set title = ${withoutValues(texts.title, values)},
      body = ${withoutValues(texts.body, values)}, context = ${withoutValues(texts.context, values)}
      where rowid = ${rowid}`.execute(trx);
  return { changed, kept };
}

function contains(column: string, values: readonly string[]) {
  return sql<boolean>`(${sql.join(
    values.map((value) => sql`instr(lower(${sql.ref(column)}), lower(${value})) > 0`),
    sql` or `,
  )})`;
}

/** False when the row may not change. */
async function replaceText(
  trx: Kysely<Database>,
  change: { table: string; column: string; rowid: number; text: string },
): Promise<boolean> {
  await sql`savepoint sweep`.execute(trx);
  try {
    await sql`update ${sql.table(change.table)} set ${sql.ref(change.column)} = ${change.text}
      where rowid = ${change.rowid}`.execute(trx);
    await sql`release sweep`.execute(trx);
    return true;
  } catch (error) {
    await sql`rollback to sweep`.execute(trx);
    await sql`release sweep`.execute(trx);
    // A trigger or a check that keeps the row; anything else, such as a full disk, ends the erasure.
    if (error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}

/** Marks the columns of entries of the log; all but ids where no columns are named. Returns how many entries. */
export async function redactEntries(
  trx: Kysely<Database>,
  entries: readonly { entity: string; ids: readonly string[]; columns: readonly string[] | null }[],
): Promise<number> {
  let count = 0;
  for (const { entity, ids, columns } of entries)
    for (const entityId of ids) {
      const rows = await trx
        .selectFrom('audit')
        .select(['id', 'before', 'after'])
        .where('entity', '=', entity)
        .where('entity_id', '=', entityId)
        .execute();
      const isErased = (column: string): boolean =>
        columns === null ? !/(^|_)id$|^version$/.test(column) : columns.includes(column);
      for (const row of rows)
        if (await redact(trx, row, (column, value) => isErased(column) && value !== null && value !== ''))
          count += 1;
    }
  return count;
}

/** Marks values of the log that hold one of `values`, or are one of `names`. */
export async function redactValues(
  trx: Kysely<Database>,
  values: readonly string[],
  names: readonly string[],
): Promise<number> {
  const sought = [...values, ...names];
  if (sought.length === 0) return 0;
  const { rows } = await sql<{ id: number; before: string | null; after: string | null }>`
    select id, before, after from audit where ${contains('before', jsonTexts(sought))} or ${contains('after', jsonTexts(sought))}`.execute(
    trx,
  );
  const small = values.map((value) => value.toLowerCase());
  let count = 0;
  for (const row of rows) {
    const holds = (_: string, value: unknown): boolean =>
      typeof value === 'string' &&
      (names.includes(value) || small.some((one) => value.toLowerCase().includes(one)));
    if (await redact(trx, row, holds)) count += 1;
  }
  return count;
}

/** As the values stand in JSON text. */
const jsonTexts = (values: readonly string[]): string[] =>
  values.map((value) => JSON.stringify(value).slice(1, -1));

async function redact(
  trx: Kysely<Database>,
  row: { id: number; before: string | null; after: string | null },
  isErased: (column: string, value: unknown) => boolean,
): Promise<boolean> {
  const side = (text: string | null): string | null => {
    if (text === null) return null;
    const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
    if (!entries.some(([column, value]) => value !== ERASED && isErased(column, value))) return text;
    return JSON.stringify(
      Object.fromEntries(
        entries.map(([column, value]) => [column, isErased(column, value) ? ERASED : value]),
      ),
    );
  };
  const [before, after] = [side(row.before), side(row.after)];
  if (before === row.before && after === row.after) return false;
  await sql`update audit set before = ${before}, after = ${after} where id = ${row.id}`.execute(trx);
  return true;
}

/**
 * Empties the write-ahead log and searches the file for the values; one that is still found in unused space goes when
 * the file is written anew.
 * @param isComplete false when rows that are kept still hold one of them
 * @returns whether the file holds none of them
 */
export function leaveNoTrace(
  database: OpenDatabase,
  values: readonly string[],
  isComplete: boolean,
): boolean {
  database.raw.pragma('wal_checkpoint(TRUNCATE)');
  if (!isComplete) return false;
  if (!fileHolds(database.file, values)) return true;
  database.raw.exec('vacuum');
  database.raw.pragma('wal_checkpoint(TRUNCATE)');
  return !fileHolds(database.file, values);
}

const CHUNK = 8 * 1024 * 1024;

/** Whether any of the texts stands in the file, as UTF-8 bytes. */
export function fileHolds(file: string, texts: readonly string[]): boolean {
  if (texts.length === 0) return false;
  const needles = texts.map((text) => Buffer.from(text, 'utf8'));
  const overlap = Math.max(...needles.map((needle) => needle.length)) - 1;
  const handle = fs.openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK + overlap);
    let kept = 0;
    for (;;) {
      const read = fs.readSync(handle, buffer, kept, CHUNK, null);
      if (read === 0) return false;
      const part = buffer.subarray(0, kept + read);
      if (needles.some((needle) => part.includes(needle))) return true;
      kept = Math.min(overlap, part.length);
      buffer.copyWithin(0, part.length - kept, part.length);
    }
  } finally {
    fs.closeSync(handle);
  }
}
