/** Where a grid takes its rows from. */
import { useMemo } from 'react';

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
 * Texts are compared by `compare` (of `useFormat`), numbers by size.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  sort: Sort | null,
  valueOf: (row: Row, column: string) => string | number | null,
  compare: (a: string, b: string) => number,
): readonly Row[] {
  if (!sort) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: valueOf(row, sort.column) }))
    .sort((a, b) => {
      if (a.value === b.value) return 0;
      if (a.value === null || a.value === '') return 1;
      if (b.value === null || b.value === '') return -1;
      return typeof a.value === 'number' && typeof b.value === 'number'
        ? (a.value - b.value) * sign
        : compare(String(a.value), String(b.value)) * sign;
    })
    .map(({ row }) => row);
}
