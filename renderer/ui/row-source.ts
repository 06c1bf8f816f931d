/** Where a grid takes its rows from. */
import { useMemo } from 'react';
import { sortKey } from '../../db/model/sort-key.ts';

export interface RowSource<Row> {
  rowCount: number;
  /** Undefined while the row is on its way; the grid shows its place. */
  getRow(index: number): Row | undefined;
  /** Told which rows are in view. */
  onRange?(first: number, last: number): void;
  /** True while nothing is known yet. */
  isLoading?: boolean;
}

export interface Sort {
  column: string;
  direction: 'ascending' | 'descending';
}

/** Rows that are all here. Give a stable array. */
export function useRows<Row>(rows: readonly Row[] | undefined): RowSource<Row> {
  return useMemo(
    () => ({ rowCount: rows?.length ?? 0, getRow: (index) => rows?.[index], isLoading: rows === undefined }),
    [rows],
  );
}

/**
 * Rows in the order of a column. Empty values come last in both directions; equal ones keep their order.
 * Texts stand in the order of the Finnish alphabet, or by `compare` where another one is wanted; numbers by size.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  sort: Sort | null,
  valueOf: (row: Row, column: string) => string | number | null,
  compare?: (a: string, b: string) => number,
): readonly Row[] {
  if (!sort) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => {
    const value = valueOf(row, sort.column);
    // A key is made once for each row; comparing keys is many times faster than comparing by locale.
    if (value === '') return { row, key: null };
    return { row, key: typeof value === 'string' && !compare ? sortKey(value) : value };
  });
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === null) return 1;
    if (b.key === null) return -1;
    if (compare && typeof a.key === 'string' && typeof b.key === 'string')
      return compare(a.key, b.key) * sign;
    return a.key < b.key ? -sign : sign;
  });
  return keyed.map(({ row }) => row);
}
