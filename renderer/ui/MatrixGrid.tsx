import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './MatrixGrid.module.css';

const cx = classes(styles);

export interface MatrixHeader {
  id: string;
  name: string;
  detail?: string;
}
export interface MatrixCell {
  /** What is drawn; its meaning stands in `words`. */
  mark: ReactNode;
  words: string;
}
type Place = { row: number; column: number };

const ROW = 40;
const HEAD = 112;
const LEAST_COLUMN = 48;
const MOST_COLUMN = 84;
const NAMES = 280;
/** Rows and columns drawn beyond what is seen. */
const BEYOND = 4;

/**
 * A grid of marks, rows by columns, drawn only where it is seen: arrows, Home, End, Page Up and Page Down move, Enter
 * opens; column −1 is the row's own name.
 */
export function MatrixGrid({
  label,
  corner,
  rows,
  columns,
  cellOf,
  onOpen,
}: {
  label: string;
  /** Above the names of the rows. */
  corner: ReactNode;
  rows: readonly MatrixHeader[];
  columns: readonly MatrixHeader[];
  cellOf: (row: number, column: number) => MatrixCell;
  onOpen: (row: number, column: number) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, left: 0, width: 1_000, height: 600 });
  const [place, setPlace] = useState<Place>({ row: 0, column: -1 });
  /** The keyboard moved: the new place takes the focus once it is drawn. */
  const isMoving = useRef(false);
  const see = (): void => {
    const element = frame.current;
    if (element)
      setView({
        top: element.scrollTop,
        left: element.scrollLeft,
        width: element.clientWidth,
        height: element.clientHeight,
      });
  };
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(see);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (!isMoving.current) return;
    frame.current?.querySelector<HTMLElement>(`[data-cell="${place.row} ${place.column}"]`)?.focus({
      preventScroll: true,
    });
    isMoving.current = false;
  }, [place]);
  const current: Place = {
    row: Math.min(place.row, rows.length - 1),
    column: Math.min(place.column, columns.length - 1),
  };
  // Few columns fill the width.
  const wide = Math.floor((view.width - NAMES) / Math.max(1, columns.length));
  const columnWidth = Math.max(LEAST_COLUMN, Math.min(MOST_COLUMN, wide));
  const goTo = (next: Place): void => {
    const to = {
      row: Math.max(0, Math.min(rows.length - 1, next.row)),
      column: Math.max(-1, Math.min(columns.length - 1, next.column)),
    };
    const element = frame.current;
    if (element) {
      const top = to.row * ROW;
      const room = element.clientHeight - HEAD;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + ROW > element.scrollTop + room) element.scrollTop = top + ROW - room;
      const left = to.column * columnWidth;
      const across = element.clientWidth - NAMES;
      if (to.column < 0 || left < element.scrollLeft) element.scrollLeft = Math.max(0, left);
      else if (left + columnWidth > element.scrollLeft + across)
        element.scrollLeft = left + columnWidth - across;
    }
    isMoving.current = true;
    setPlace(to);
    see();
  };
  const move = (event: KeyboardEvent): void => {
    const { row, column } = current;
    const page = Math.max(1, Math.floor((view.height - HEAD) / ROW) - 1);
    const steps: Record<string, Place> = {
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      PageUp: { row: row - page, column },
      PageDown: { row: row + page, column },
      Home: { row: event.ctrlKey ? 0 : row, column: -1 },
      End: { row: event.ctrlKey ? rows.length - 1 : row, column: columns.length - 1 },
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    goTo(step);
  };
  const firstRow = Math.max(0, Math.floor(view.top / ROW) - BEYOND);
  const lastRow = Math.min(rows.length - 1, Math.ceil((view.top + view.height) / ROW) + BEYOND);
  const firstColumn = Math.max(0, Math.floor(view.left / columnWidth) - BEYOND);
  const lastColumn = Math.min(
    columns.length - 1,
    Math.ceil((view.left + view.width - NAMES) / columnWidth) + BEYOND,
  );
  // The focused cell stays, so that the keyboard does not lose its place.
  const shownRows = within(firstRow, lastRow, current.row);
  const shownColumns = within(firstColumn, lastColumn, Math.max(0, current.column));
  const button = (row: number, column: number, words: string | undefined, children: ReactNode) => (
    <button
      type="button"
      className={cx(column < 0 ? 'name' : 'cell')}
      data-cell={`${row} ${column}`}
      tabIndex={current.row === row && current.column === column ? 0 : -1}
      onKeyDown={move}
      onFocus={() => setPlace({ row, column })}
      onClick={() => onOpen(row, column)}
      {...(words === undefined ? {} : { 'aria-label': words, title: words })}
    >
      {children}
    </button>
  );
  return (
    <div
      ref={frame}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      className={cx('frame')}
      onScroll={see}
    >
      <div
        role="presentation"
        className={cx('sheet')}
        style={{ width: NAMES + columns.length * columnWidth, height: HEAD + rows.length * ROW }}
      >
        <div role="row" aria-rowindex={1} className={cx('head')} style={{ height: HEAD }}>
          <div role="columnheader" aria-colindex={1} className={cx('corner')} style={{ width: NAMES }}>
            {corner}
          </div>
          {shownColumns.map((column) => (
            <div
              key={columns[column]?.id}
              role="columnheader"
              aria-colindex={column + 2}
              className={cx('column')}
              style={{ left: NAMES + column * columnWidth, width: columnWidth }}
            >
              <span>{columns[column]?.name}</span>
            </div>
          ))}
        </div>
        {shownRows.map((row) => (
          <div
            key={rows[row]?.id}
            role="row"
            aria-rowindex={row + 2}
            className={cx('row')}
            style={{ top: HEAD + row * ROW, height: ROW }}
          >
            <div role="rowheader" aria-colindex={1} className={cx('rowHead')} style={{ width: NAMES }}>
              {button(
                row,
                -1,
                undefined,
                <>
                  <span className={cx('words')}>{rows[row]?.name}</span>
                  <span className={cx('detail')}>{rows[row]?.detail}</span>
                </>,
              )}
            </div>
            {shownColumns.map((column) => {
              const cell = cellOf(row, column);
              return (
                <div
                  key={columns[column]?.id}
                  role="gridcell"
                  aria-colindex={column + 2}
                  className={cx('place')}
                  style={{ left: NAMES + column * columnWidth, width: columnWidth }}
                >
                  {button(row, column, cell.words, cell.mark)}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

function within(first: number, last: number, kept: number): number[] {
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (kept < 0 || all.includes(kept) || last < 0) return all;
  return kept < first ? [kept, ...all] : [...all, kept];
}
