/** The tables of a database as a package describes them: columns, keys, references; the index for searching left out. */
import type SQLite from 'better-sqlite3';

export interface StoredColumn {
  name: string;
  /** SQLite's type in a STRICT table. */
  type: 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB';
  required: boolean;
  defaultValue: string | null;
}

export interface StoredReference {
  columns: string[];
  table: string;
  /** Columns referred to. */
  to: string[];
  onDelete: string;
}

export interface StoredTable {
  name: string;
  columns: StoredColumn[];
  primaryKey: string[];
  uniqueKeys: string[][];
  references: StoredReference[];
  rows: number;
}

/** Made anew from the other tables, or true only while the program runs. */
const LEFT_OUT = /^(sqlite_|search_|current_actor$)/;

/** Every table with content of its own, by name. */
export function storedTables(raw: SQLite.Database): StoredTable[] {
  const names = raw
    .prepare("select name from sqlite_master where type = 'table' order by name")
    .pluck()
    .all() as string[];
  return names.filter((name) => !LEFT_OUT.test(name)).map((name) => storedTable(raw, name));
}

interface ColumnRow {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
}

function storedTable(raw: SQLite.Database, name: string): StoredTable {
  const info = raw.pragma(`table_info("${name}")`) as ColumnRow[];
  const keys = raw.pragma(`foreign_key_list("${name}")`) as {
    id: number;
    seq: number;
    table: string;
    from: string;
    to: string | null;
    on_delete: string;
  }[];
  const indexes = raw.pragma(`index_list("${name}")`) as { name: string; origin: string }[];
  const primaryKey = info
    .filter(({ pk }) => pk > 0)
    .toSorted((a, b) => a.pk - b.pk)
    .map((column) => column.name);
  return {
    name,
    columns: info.map((column) => ({
      name: column.name,
      type: column.type.toUpperCase() as StoredColumn['type'],
      required: column.notnull === 1 || column.pk > 0,
      defaultValue: column.dflt_value,
    })),
    primaryKey,
    uniqueKeys: indexes
      .filter(({ origin }) => origin === 'u')
      .map((index) =>
        (raw.pragma(`index_info("${index.name}")`) as { name: string }[]).map((column) => column.name),
      ),
    references: [...Map.groupBy(keys, ({ id }) => id).values()].map((group) => {
      const parts = group.toSorted((a, b) => a.seq - b.seq);
      const table = parts[0]!.table;
      return {
        columns: parts.map(({ from }) => from),
        table,
        to: parts.map(({ to }, index) => to ?? primaryKeyOf(raw, table)[index]!),
        onDelete: parts[0]!.on_delete,
      };
    }),
    rows: raw.prepare(`select count(*) from "${name}"`).pluck().get() as number,
  };
}

function primaryKeyOf(raw: SQLite.Database, table: string): string[] {
  return (raw.pragma(`table_info("${table}")`) as ColumnRow[])
    .filter(({ pk }) => pk > 0)
    .toSorted((a, b) => a.pk - b.pk)
    .map(({ name }) => name);
}

export type StoredValue = string | number | bigint | Buffer | null;

type Described = Pick<StoredTable, 'name' | 'columns' | 'primaryKey'>;

const inOrder = ({ primaryKey }: Described): string =>
  primaryKey.length === 0 ? '' : ` order by ${primaryKey.map((name) => `"${name}"`).join(', ')}`;

/** The rows of a table in the order of its key; values as stored, integers as bigint where a number would lose digits. */
export const storedRows = (raw: SQLite.Database, table: Described): IterableIterator<StoredValue[]> =>
  rowsOf(
    raw,
    table,
    table.columns.map(({ name }) => `"${name}"`),
  );

/** The same with the length of each content in bytes in the place of the content. */
export const rowsWithSizes = (raw: SQLite.Database, table: Described): IterableIterator<StoredValue[]> =>
  rowsOf(
    raw,
    table,
    table.columns.map(({ name, type }) => (type === 'BLOB' ? `length("${name}")` : `"${name}"`)),
  );

/**
 * What one column of bytes holds, row by row, counted from 0 in the order of the key. Each is read on its own, so that
 * one that cannot be read keeps nothing from the others.
 */
export function* storedParts(
  raw: SQLite.Database,
  table: Described,
  column: string,
): Generator<{ row: number; read: () => Buffer | null }> {
  const keys = table.primaryKey.map((name) => `"${name}"`);
  const one = raw
    .prepare(`select "${column}" from "${table.name}" where ${keys.map((key) => `${key} = ?`).join(' and ')}`)
    .pluck();
  for (const [row, key] of [...rowsOf(raw, table, keys)].entries())
    yield { row, read: () => one.get(...key) as Buffer | null };
}

const rowsOf = (
  raw: SQLite.Database,
  table: Described,
  columns: readonly string[],
): IterableIterator<StoredValue[]> =>
  raw
    .prepare(`select ${columns.join(', ')} from "${table.name}"${inOrder(table)}`)
    .raw()
    .safeIntegers()
    .iterate() as IterableIterator<StoredValue[]>;

/** The statements that make the tables, indexes and triggers anew, each on its own, in an order that works. */
export function schemaStatements(raw: SQLite.Database): string[] {
  const rows = raw
    .prepare(
      `select name, sql from sqlite_master
       where sql is not null and name not like 'sqlite_%' and name not like 'search\\_index\\_%' escape '\\'
       order by case type when 'table' then 0 when 'index' then 1 else 2 end, rowid`,
    )
    .all() as { name: string; sql: string }[];
  return rows.map(({ sql }) => sql);
}
