/**
 * The table of the product: any number of rows, keyboard first. One cell is in the tab order; arrows, Home, End,
 * Ctrl+Home, Ctrl+End, Page Up and Page Down move, Enter opens, Space selects, letters jump to a row that begins so,
 * Shift+F10 opens the menu of the row; F2 or Enter edits a cell that can be edited, Shift+← and Shift+→ in a heading
 * change the width of its column. Only the rows in view exist in the page.
 */
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { useText } from '../i18n/language.ts';
import { gridClamp, gridFind, gridMove, HEADER, type GridPlace } from './grid-keys.ts';
import { GridHeader } from './GridHeader.tsx';
import { GridMenu, type OpenMenu } from './GridMenu.tsx';
import { gridClass, GridRow, type Column } from './GridRow.tsx';
import type { MenuEntry } from './Menu.tsx';
import type { RowSource, Sort } from './row-source.ts';

export type { Column } from './GridRow.tsx';

export interface DataGridProps<Row> {
  /** Accessible name: what the rows are. */
  label: string;
  /** Keep the array stable (`useMemo`), or every row is drawn anew. */
  columns: readonly Column<Row>[];
  /** `useRows(array)` or `usePagedRows(…)`. */
  source: RowSource<Row>;
  rowId: (row: Row) => string;
  sort?: Sort | null;
  onSortChange?: (sort: Sort) => void;
  /** Enter, a double press, or a press on the row's name. */
  onOpen?: (row: Row) => void;
  /** Turns selection on: a column of boxes, Space, Shift+Space from the last one. */
  selection?: { ids: ReadonlySet<string>; onChange: (ids: ReadonlySet<string>) => void };
  /** Entries of a row's menu (the last column, right button, Shift+F10). */
  menu?: (row: Row) => readonly MenuEntry[];
  /** In the place of rows when there are none: usually an `EmptyState`. */
  empty?: ReactNode;
  /** By which letters find a row; usually its name. */
  textOf?: (row: Row) => string;
  /** The row that is open beside the grid. */
  currentId?: string | null;
  /** Ctrl+C in a cell. */
  onCopy?: () => void;
  /** Lets the user change widths; null takes a column back to where it began. */
  onResize?: (column: string, width: number | null) => void;
  /** When it changes (another search), the grid goes back to the top. */
  resetKey?: string;
  rowHeight?: number;
  /** Narrower than this it scrolls sideways. */
  minWidth?: number;
}

const HEAD = 34;
const TYPE_AHEAD_PAUSE = 700;
const NARROWEST = 60;
const WIDEST = 1_200;
/** By how much a key changes a width. */
const STEP = 16;

const within = (width: number): number => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));

export function DataGrid<Row>(props: DataGridProps<Row>) {
  const {
    label,
    columns,
    source,
    rowId,
    onOpen,
    selection,
    menu,
    textOf,
    rowHeight = 34,
    minWidth = 600,
  } = props;
  const { sort = null, onSortChange, currentId = null, resetKey, onResize, onCopy } = props;
  const t = useText();
  const scroll = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const [openMenu, setOpenMenu] = useState<OpenMenu | null>(null);
  const [editing, setEditing] = useState<{ row: Row; column: Column<Row> } | null>(null);
  /** The column whose edge is being drawn. */
  const [drawn, setDrawn] = useState<{ column: string; width: number } | null>(null);
  const wantsFocus = useRef(false);
  const lastSelected = useRef<number | null>(null);
  const typed = useRef({ text: '', at: 0 });

  const { rowCount } = source;
  const hasSelect = selection !== undefined;
  const hasMenu = menu !== undefined;
  const columnCount = columns.length + (hasSelect ? 1 : 0) + (hasMenu ? 1 : 0);
  const rowHeader = (columns.find((column) => column.isRowHeader) ?? columns[0])?.id ?? '';
  const size = { rows: rowCount, columns: columnCount, page: 10 };
  const active = gridClamp(place, size);
  const activeRow = active.row;

  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    // The row with the focus stays in the page also when it is scrolled away.
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range);
        if (activeRow >= 0 && activeRow < range.count && !indexes.includes(activeRow))
          indexes.push(activeRow);
        return indexes.sort((a, b) => a - b);
      },
      [activeRow],
    ),
  });
  const { range } = virtual;
  const first = range?.startIndex ?? 0;
  const last = range?.endIndex ?? 0;
  const onRange = source.onRange;
  useEffect(() => {
    onRange?.(first, last);
  }, [onRange, first, last]);

  useEffect(() => {
    scroll.current?.scrollTo({ top: 0 });
    setPlace(({ column }) => ({ row: 0, column }));
    lastSelected.current = null;
  }, [resetKey]);

  const cellAt = (at: GridPlace): HTMLElement | null =>
    scroll.current?.querySelector<HTMLElement>(`[data-place="${at.row}:${at.column}"]`) ?? null;

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    cellAt(active)?.focus({ preventScroll: true });
  });

  const go = (next: GridPlace): void => {
    wantsFocus.current = true;
    setPlace(next);
    if (next.row >= 0) virtual.scrollToIndex(next.row, { align: 'auto' });
    cellAt(next)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const open = (index: number): void => {
    const row = source.getRow(index);
    if (row !== undefined) onOpen?.(row);
  };

  const select = (index: number, extend: boolean): void => {
    const row = source.getRow(index);
    if (!selection || row === undefined) return;
    const ids = new Set(selection.ids);
    if (extend && lastSelected.current !== null) {
      const from = Math.min(lastSelected.current, index);
      const to = Math.max(lastSelected.current, index);
      for (let at = from; at <= to; at++) {
        const between = source.getRow(at);
        if (between !== undefined) ids.add(rowId(between));
      }
    } else if (!ids.delete(rowId(row))) ids.add(rowId(row));
    lastSelected.current = index;
    selection.onChange(ids);
  };

  const showMenu = (index: number, anchor: Element | null, point?: { x: number; y: number }): void => {
    const row = source.getRow(index);
    if (!menu || row === undefined || !anchor) return;
    setOpenMenu({ id: rowId(row), entries: menu(row), anchor, ...(point ? { point } : {}) });
  };

  const sortBy = (column: Column<Row> | undefined): void => {
    if (!column?.isSortable || !onSortChange) return;
    const isAscending = sort?.column === column.id && sort.direction === 'ascending';
    onSortChange({ column: column.id, direction: isAscending ? 'descending' : 'ascending' });
  };

  const columnAt = (column: number): Column<Row> | undefined => columns[column - (hasSelect ? 1 : 0)];

  /** True when the cell can be edited. */
  const edit = (at: GridPlace): boolean => {
    const column = columnAt(at.column);
    const row = source.getRow(at.row);
    if (!column?.edit || row === undefined) return false;
    setPlace(at);
    setEditing({ row, column });
    return true;
  };
  const endEditing = (): void => {
    setEditing(null);
    wantsFocus.current = true;
  };

  const resizeBy = (column: Column<Row> | undefined, heading: HTMLElement, by: number): void => {
    if (column) onResize?.(column.id, within(heading.getBoundingClientRect().width + by));
  };
  const drawEdge = (column: Column<Row>, event: PointerEvent<HTMLElement>): void => {
    const edge = event.currentTarget;
    const from = event.clientX;
    const before = edge.parentElement?.getBoundingClientRect().width ?? NARROWEST;
    event.preventDefault();
    edge.setPointerCapture(event.pointerId);
    let width: number | null = null;
    const onMove = (move: globalThis.PointerEvent): void => {
      width = within(before + move.clientX - from);
      setDrawn({ column: column.id, width });
    };
    const onEnd = (): void => {
      edge.removeEventListener('pointermove', onMove);
      setDrawn(null);
      if (width !== null) onResize?.(column.id, width);
    };
    edge.addEventListener('pointermove', onMove);
    edge.addEventListener('lostpointercapture', onEnd, { once: true });
  };

  const jump = (key: string): boolean => {
    if (!textOf || rowCount === 0) return false;
    const now = performance.now();
    const isNew = now - typed.current.at > TYPE_AHEAD_PAUSE;
    typed.current = { text: isNew ? key : typed.current.text + key, at: now };
    const found = gridFind(
      typed.current.text,
      Math.max(0, active.row) + (isNew ? 1 : 0),
      rowCount,
      (index) => {
        const row = source.getRow(index);
        return row === undefined ? undefined : textOf(row);
      },
    );
    if (found >= 0) go({ row: found, column: active.column });
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const target = event.target as HTMLElement;
    // A control inside a cell has its own keys, but for the way out.
    if (!target.hasAttribute('data-place') && !target.hasAttribute('data-menu')) {
      if (event.key === 'Escape') cellAt(active)?.focus();
      return;
    }
    if (active.row === HEADER && event.shiftKey && onResize && /^Arrow(Left|Right)$/.test(event.key)) {
      event.preventDefault();
      return resizeBy(columnAt(active.column), target, event.key === 'ArrowLeft' ? -STEP : STEP);
    }
    if (onCopy && event.key === 'c' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return onCopy();
    }
    if (event.key === 'F2' && active.row >= 0) {
      if (edit(active)) event.preventDefault();
      return;
    }
    const page = Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 400) - HEAD) / rowHeight));
    const next = event.altKey ? null : gridMove(active, event, { ...size, page });
    if (next) {
      event.preventDefault();
      return go(next);
    }
    if (event.key === 'Enter' || event.key === ' ') {
      if (target.hasAttribute('data-menu')) return;
      event.preventDefault();
      if (active.row === HEADER) return sortBy(columnAt(active.column));
      const own = target.dataset['own'];
      if (own === 'menu') return showMenu(active.row, target.querySelector('[data-menu]'));
      if (hasSelect && (event.key === ' ' || own === 'select')) return select(active.row, event.shiftKey);
      if (event.key === 'Enter' && columnAt(active.column)?.id !== rowHeader && edit(active)) return;
      return open(active.row);
    }
    if ((event.key === 'F10' && event.shiftKey) || event.key === 'ContextMenu') {
      event.preventDefault();
      return showMenu(active.row, target);
    }
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && jump(event.key))
      event.preventDefault();
  };

  const placeOf = (node: EventTarget): GridPlace | null => {
    const cell = (node as Element).closest<HTMLElement>('[data-place]');
    const [row, column] = (cell?.dataset['place'] ?? '').split(':').map(Number);
    return row === undefined || column === undefined ? null : { row, column };
  };

  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const at = placeOf(event.target);
    if (!at) return;
    const target = event.target as Element;
    if (target.closest('[data-resize]')) return;
    if (at.row === HEADER) return sortBy(columnAt(at.column));
    const button = target.closest('[data-menu]');
    if (button) return showMenu(at.row, button);
    if (target.closest('[data-own="select"]')) return select(at.row, event.shiftKey);
    if (target.closest('[data-open]')) open(at.row);
  };

  const items = virtual.getVirtualItems();
  const style = useMemo(() => {
    const tracks = columns.map(({ id, width }) =>
      drawn?.column === id ? `${drawn.width}px` : (width ?? 'minmax(100px, 1fr)'),
    );
    if (hasSelect) tracks.unshift('40px');
    if (hasMenu) tracks.push('44px');
    return { '--columns': tracks.join(' '), '--least': `${minWidth}px` } as Record<string, string>;
  }, [columns, hasSelect, hasMenu, minWidth, drawn]);

  return (
    <div className={gridClass('frame')} style={style}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- a cell has the focus, by roving tabindex */}
      <div
        ref={scroll}
        className={gridClass('scroll')}
        role="grid"
        aria-label={label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columnCount}
        aria-multiselectable={hasSelect}
        aria-busy={source.isLoading ?? false}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => {
          const at = placeOf(event.target);
          const target = event.target as Element;
          if (at?.row === HEADER && target.closest('[data-resize]')) {
            const column = columnAt(at.column);
            if (column) onResize?.(column.id, null);
          }
          const isOwn = target.closest('[data-own], [data-open], input, button');
          if (at && at.row >= 0 && !isOwn && editing === null && !edit(at)) open(at.row);
        }}
        onContextMenu={(event) => {
          const at = placeOf(event.target);
          if (!hasMenu || !at || at.row < 0) return;
          event.preventDefault();
          showMenu(at.row, (event.target as Element).closest('[data-place]'), {
            x: event.clientX,
            y: event.clientY,
          });
        }}
        onFocus={(event) => {
          const at = placeOf(event.target);
          if (at && (at.row !== active.row || at.column !== active.column)) setPlace(at);
        }}
      >
        <div className={gridClass('inner')} role="presentation">
          <GridHeader
            columns={columns}
            hasSelect={hasSelect}
            hasMenu={hasMenu}
            sort={sort}
            activeColumn={active.row === HEADER || rowCount === 0 ? active.column : -1}
            onResize={onResize && drawEdge}
          />
          {rowCount > 0 && (
            <div role="rowgroup" className={gridClass('body')} style={{ height: virtual.getTotalSize() }}>
              {items.map((item) => {
                const row = source.getRow(item.index);
                const id = row === undefined ? null : rowId(row);
                const isEdited = editing !== null && item.index === active.row;
                return (
                  <GridRow
                    key={item.index}
                    row={row}
                    index={item.index}
                    top={item.start - HEAD}
                    height={rowHeight}
                    columns={columns}
                    rowHeader={rowHeader}
                    hasSelect={hasSelect}
                    hasMenu={hasMenu}
                    menuLabel={t('common.rowMenu')}
                    activeColumn={item.index === active.row ? active.column : -1}
                    isSelected={id !== null && (selection?.ids.has(id) ?? false)}
                    isCurrent={id !== null && id === currentId}
                    isMenuOpen={openMenu !== null && id === openMenu.id}
                    canOpen={onOpen !== undefined}
                    editing={
                      isEdited
                        ? {
                            column: editing.column.id,
                            editor: editing.column.edit?.(editing.row, endEditing),
                          }
                        : null
                    }
                  />
                );
              })}
            </div>
          )}
        </div>
      </div>
      {rowCount === 0 && !source.isLoading && (
        <div className={gridClass('empty')}>{props.empty ?? <p>{t('common.noResults')}</p>}</div>
      )}
      {openMenu && <GridMenu open={openMenu} label={t('common.rowMenu')} onClose={() => setOpenMenu(null)} />}
    </div>
  );
}
