/** A long list of the backend, page by page as the grid comes to need it. Gives what `DataGrid` takes as `source`. */
import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { toClientError, type ClientError } from './client-error.ts';
import { queryClient } from './query-client.ts';

export interface RowPage<Row> {
  rows: readonly Row[];
  /** Of all rows that match, not of this page. */
  total: number;
}

export interface PagedRows<Row> {
  rowCount: number;
  /** Undefined while its page is on the way. */
  getRow(index: number): Row | undefined;
  onRange(first: number, last: number): void;
  /** True until the first page is here. */
  isLoading: boolean;
  error: ClientError | null;
}

/**
 * @example
 * const rows = usePagedRows(['organisations'], ['organisations.list', search, sort], ({ offset, limit }) =>
 *   api.organisations.list.query({ search, sort, offset, limit }));
 * <DataGrid source={rows} resetKey={search} … />
 */
export function usePagedRows<Row>(
  topics: readonly string[],
  key: readonly unknown[],
  load: (page: { offset: number; limit: number }) => Promise<RowPage<Row>>,
  { pageSize = 100 }: { pageSize?: number } = {},
): PagedRows<Row> {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const keyText = JSON.stringify(key);
  const firstPage = Math.floor(range.first / pageSize);
  const lastPage = Math.floor(range.last / pageSize);
  const pages = Array.from({ length: lastPage - firstPage + 1 }, (_, step) => firstPage + step);
  // The first page is always among them: it says how many rows there are after a change of the search.
  if (firstPage > 0) pages.unshift(0);

  const results = useQueries(
    {
      queries: pages.map((page) => ({
        queryKey: [topics, ...key, 'page', page],
        queryFn: async (): Promise<RowPage<Row>> => {
          try {
            return await load({ offset: page * pageSize, limit: pageSize });
          } catch (thrown) {
            throw toClientError(thrown);
          }
        },
      })),
    },
    queryClient,
  );

  const known = results.find(({ data }) => data !== undefined);
  const total = results.reduce(
    (latest, { data, dataUpdatedAt }) =>
      data && dataUpdatedAt >= latest.at ? { at: dataUpdatedAt, count: data.total } : latest,
    { at: -1, count: 0 },
  ).count;
  const updated = results.map(({ dataUpdatedAt }) => dataUpdatedAt).join();

  const fresh = useMemo(
    () => {
      if (!known) return null;
      const byPage = new Map(pages.map((page, index) => [page, results[index]?.data?.rows]));
      return {
        rowCount: total,
        getRow: (index: number): Row | undefined => {
          const page = Math.floor(index / pageSize);
          const rows =
            byPage.get(page) ?? queryClient.getQueryData<RowPage<Row>>([topics, ...key, 'page', page])?.rows;
          return rows?.[index % pageSize];
        },
      };
    },
    // oxlint-disable-next-line react/exhaustive-deps -- `keyText` and `updated` stand for the arrays
    [keyText, updated, total, firstPage, lastPage, pageSize],
  );

  // While a new search is on its way the rows of the last one stay.
  const previous = useRef(fresh);
  useEffect(() => {
    if (fresh) previous.current = fresh;
  }, [fresh]);
  const shown = fresh ?? previous.current;

  const onRange = useCallback((first: number, last: number) => {
    setRange((old) => (old.first === first && old.last === last ? old : { first, last }));
  }, []);

  return useMemo(
    () => ({
      rowCount: shown?.rowCount ?? 0,
      getRow: shown?.getRow ?? (() => undefined),
      onRange,
      isLoading: shown === null,
      error: (results.find(({ error }) => error)?.error as ClientError | undefined) ?? null,
    }),
    // oxlint-disable-next-line react/exhaustive-deps -- results change every render
    [shown, onRange, results.some(({ error }) => error)],
  );
}
