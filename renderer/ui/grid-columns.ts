/** Which columns of a grid are shown, and in which order: the user's choice, kept on this machine. */
import {
  columnOrderingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import * as v from 'valibot';
import type { Column } from './GridRow.tsx';

const features = tableFeatures({ columnOrderingFeature, columnVisibilityFeature });

const choiceSchema = v.object({ order: v.array(v.string()), shown: v.record(v.string(), v.boolean()) });
type Choice = v.InferOutput<typeof choiceSchema>;

const NOTHING_CHOSEN: Choice = { order: [], shown: {} };
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
  reset: () => void;
}

/**
 * The user's choice of columns for one grid. Columns that a later version brings come last, as it hides or shows
 * them; what is kept of columns that are no more is passed over.
 * @param key names the grid, e.g. `organisations`
 */
export function useColumnChoice<Row>(key: string, columns: readonly Column<Row>[]): ColumnChoice<Row> {
  const [choice, setChoice] = useState<Choice>(() => read(key));
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

  const keep = (next: Choice): void => {
    setChoice(next);
    write(key, next);
  };
  const ordered = table.getAllLeafColumns();
  const ids = ordered.map(({ id }) => id).join('\n');
  const shownIds = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join('\n');
  const shown = useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    return shownIds.split('\n').flatMap((id) => byId.get(id) ?? []);
  }, [columns, shownIds]);

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
    reset: () => keep(NOTHING_CHOSEN),
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

function read(key: string): Choice {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(key)) ?? 'null');
    const parsed = v.safeParse(choiceSchema, kept);
    return parsed.success ? parsed.output : NOTHING_CHOSEN;
  } catch {
    // Unreadable: as if nothing had been chosen.
    return NOTHING_CHOSEN;
  }
}

function write(key: string, choice: Choice): void {
  try {
    localStorage.setItem(place(key), JSON.stringify(choice));
  } catch {
    // No room: the choice holds until the window closes.
  }
}
