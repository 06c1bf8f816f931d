/** Which columns of a grid are shown, in which order and how wide: the user's choice, kept on this machine. */
import {
  columnOrderingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import * as v from 'valibot';
import { create } from 'zustand';
import type { Column } from './GridRow.tsx';

const features = tableFeatures({ columnOrderingFeature, columnVisibilityFeature });

const choiceSchema = v.object({
  order: v.array(v.string()),
  shown: v.record(v.string(), v.boolean()),
  /** Pixels. */
  widths: v.optional(v.record(v.string(), v.number()), {}),
});
export type Columns = v.InferOutput<typeof choiceSchema>;

const NOTHING_CHOSEN: Columns = { order: [], shown: {}, widths: {} };

/** Choices by the key of the grid, as read or made since the window opened. */
const useChoices = create<Readonly<Record<string, Columns>>>()(() => ({}));

/** Sets the columns of a grid, whether it is on the screen or not. */
export function applyColumns(key: string, columns: Columns): void {
  useChoices.setState({ [key]: columns });
  write(key, columns);
}
/** The rows live behind the bridge; the table model keeps the columns alone. */
const NO_ROWS: object[] = [];

export interface ColumnEntry {
  id: string;
  header: string;
  isShown: boolean;
  /** Names the row and cannot be hidden. */
  isFixed: boolean;
}

export interface ColumnChoice<Row> {
  /** For `DataGrid`. */
  shown: readonly Column<Row>[];
  /** All of them in the user's order, for `ColumnMenu`. */
  entries: readonly ColumnEntry[];
  show: (id: string, isShown: boolean) => void;
  /** By how many places; stops at the ends. */
  move: (id: string, by: -1 | 1) => void;
  /** In pixels; null: as wide as it began. */
  resize: (id: string, width: number | null) => void;
  reset: () => void;
  /** All of it, to be kept with a view. */
  chosen: Columns;
}

/**
 * The user's choice of columns for one grid. Columns that a later version brings come last, as it hides or shows
 * them; what is kept of columns that are no more is passed over.
 * @param key names the grid, e.g. `organisations`
 */
export function useColumnChoice<Row>(key: string, columns: readonly Column<Row>[]): ColumnChoice<Row> {
  const known = useChoices((choices) => choices[key]);
  const choice = useMemo(() => known ?? read(key), [known, key]);
  const definitions = useMemo(
    () => columns.map(({ id, header, isRowHeader = false }) => ({ id, header, enableHiding: !isRowHeader })),
    [columns],
  );
  const columnVisibility = useMemo(
    () =>
      Object.fromEntries(
        columns.map(({ id, isHiddenAtFirst = false, isRowHeader = false }) => [
          id,
          isRowHeader || (choice.shown[id] ?? !isHiddenAtFirst),
        ]),
      ),
    [columns, choice.shown],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    state: { columnOrder: choice.order, columnVisibility },
  });

  const keep = (next: Columns): void => applyColumns(key, next);
  const ordered = table.getAllLeafColumns();
  const ids = ordered.map(({ id }) => id).join('\n');
  const shownIds = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join('\n');
  const shown = useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    return shownIds.split('\n').flatMap((id) => {
      const column = byId.get(id);
      if (column === undefined) return [];
      const width = choice.widths[id];
      return width === undefined ? column : { ...column, width: `${width}px` };
    });
  }, [columns, shownIds, choice.widths]);

  return {
    shown,
    entries: ordered.map((column) => ({
      id: column.id,
      header: String(column.columnDef.header),
      isShown: column.getIsVisible(),
      isFixed: !column.getCanHide(),
    })),
    show: (id, isShown) => keep({ ...choice, shown: { ...choice.shown, [id]: isShown } }),
    move: (id, by) => keep({ ...choice, order: moved(ids.split('\n'), id, by) }),
    resize: (id, width) => {
      const { [id]: _former, ...widths } = choice.widths;
      keep({ ...choice, widths: width === null ? widths : { ...widths, [id]: width } });
    },
    reset: () => keep(NOTHING_CHOSEN),
    chosen: choice,
  };
}

/** The list with one entry a place earlier or later; the same when it is at that end already. */
export function moved(list: readonly string[], id: string, by: -1 | 1): string[] {
  const from = list.indexOf(id);
  const to = from + by;
  const result = [...list];
  if (from < 0 || to < 0 || to >= list.length) return result;
  result.splice(from, 1);
  result.splice(to, 0, id);
  return result;
}

const place = (key: string): string => `pykala.columns.${key}`;

function read(key: string): Columns {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(key)) ?? 'null');
    const parsed = v.safeParse(choiceSchema, kept);
    return parsed.success ? parsed.output : NOTHING_CHOSEN;
  } catch {
    // Unreadable: as if nothing had been chosen.
    return NOTHING_CHOSEN;
  }
}

function write(key: string, choice: Columns): void {
  try {
    localStorage.setItem(place(key), JSON.stringify(choice));
  } catch {
    // No room: the choice holds until the window closes.
  }
}
