/** Where a key leads in a grid, as the ARIA pattern has it. Pure. The header is row −1. */

export interface GridPlace {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  columns: number;
  /** Rows in view; how far Page Up and Page Down go. */
  page: number;
}

export const HEADER = -1;

/** The place after a key, or null when the key is not one of navigation. Never outside the grid. */
export function gridMove(
  place: GridPlace,
  event: { key: string; ctrlKey: boolean; metaKey?: boolean },
  { rows, columns, page }: GridSize,
): GridPlace | null {
  const { row, column } = place;
  const whole = event.ctrlKey || event.metaKey === true;
  const last = Math.max(HEADER, rows - 1);
  const first = rows > 0 ? 0 : HEADER;
  const at = (nextRow: number, nextColumn: number): GridPlace => ({
    row: Math.min(last, Math.max(HEADER, nextRow)),
    column: Math.min(columns - 1, Math.max(0, nextColumn)),
  });
  switch (event.key) {
    case 'ArrowDown':
      return at(whole ? last : row + 1, column);
    case 'ArrowUp':
      return at(whole ? first : row - 1, column);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'Home':
      return at(whole ? first : row, 0);
    case 'End':
      return at(whole ? last : row, columns - 1);
    case 'PageDown':
      return at(row === HEADER ? first : row + Math.max(1, page - 1), column);
    case 'PageUp':
      return at(row === HEADER ? HEADER : Math.max(first, row - Math.max(1, page - 1)), column);
    default:
      return null;
  }
}

/** A place that is still in the grid after it has shrunk. */
export function gridClamp(place: GridPlace, { rows, columns }: GridSize): GridPlace {
  return {
    row: Math.max(HEADER, Math.min(place.row, rows - 1)),
    column: Math.max(0, Math.min(place.column, columns - 1)),
  };
}

/** The first loaded row after `from` (around the end) whose text begins with what was typed, or −1. */
export function gridFind(
  typed: string,
  from: number,
  rows: number,
  textOf: (index: number) => string | undefined,
  limit = 5_000,
): number {
  const wanted = typed.toLocaleLowerCase();
  for (let step = 0; step < Math.min(rows, limit); step++) {
    const index = (from + step) % rows;
    if (textOf(index)?.toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return -1;
}
