/** One row of a `DataGrid`. Drawn anew only when its own facts change. */
import { memo, type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './DataGrid.module.css';
import { Icon } from './Icon.tsx';

export const gridClass = classes(styles);

export interface Column<Row> {
  id: string;
  /** The heading. */
  header: string;
  /** Width as a track of CSS grid: `120px`, `2fr`, `minmax(160px, 3fr)`. `minmax(100px, 1fr)` unless given. */
  width?: string;
  /** What the cell shows. Words are cut with an ellipsis when there is no room. */
  cell: (row: Row) => ReactNode;
  /** The heading sorts; see `sort` and `onSortChange`. */
  isSortable?: boolean;
  align?: 'start' | 'end';
  /** Names the row for screen readers and opens it by a press. The first column unless another says so. */
  isRowHeader?: boolean;
  /**
   * Makes the cell editable (F2, Enter, a double press): what stands in its place meanwhile. It takes the focus, and
   * calls `onClose` when it has saved or given up.
   */
  edit?: (row: Row, onClose: () => void) => ReactNode;
  /** Left for the user to choose; see `useColumnChoice`. */
  isHiddenAtFirst?: boolean;
}

export interface GridRowProps<Row> {
  row: Row | undefined;
  index: number;
  /** From the top of the body, in pixels. */
  top: number;
  height: number;
  columns: readonly Column<Row>[];
  rowHeader: string;
  hasSelect: boolean;
  hasMenu: boolean;
  menuLabel: string;
  /** Column of the cell that Tab reaches, or −1 when it is in another row. */
  activeColumn: number;
  isSelected: boolean;
  isCurrent: boolean;
  isMenuOpen: boolean;
  canOpen: boolean;
  /** The column whose cell is being edited, and what stands in it. */
  editing: { column: string; editor: ReactNode } | null;
}

function GridRowInner<Row>(props: GridRowProps<Row>) {
  const {
    row,
    index,
    top,
    height,
    columns,
    rowHeader,
    hasSelect,
    hasMenu,
    menuLabel,
    activeColumn,
    canOpen,
    editing,
  } = props;
  const offset = hasSelect ? 1 : 0;
  const place = (column: number) => ({
    'data-place': `${index}:${column}`,
    'aria-colindex': column + 1,
    tabIndex: column === activeColumn ? 0 : -1,
  });
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      {...(hasSelect ? { 'aria-selected': props.isSelected } : {})}
      {...(row === undefined ? { 'aria-busy': true } : {})}
      {...(props.isCurrent ? { 'data-current': '' } : {})}
      className={gridClass('row', 'line')}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {hasSelect && (
        <div role="gridcell" {...place(0)} className={gridClass('cell', 'tight')} data-own="select">
          <span className={gridClass('check', props.isSelected && 'checked')}>
            <Icon name="check" size={13} />
          </span>
        </div>
      )}
      {columns.map((column, at) => {
        const isHeader = column.id === rowHeader;
        if (editing?.column === column.id)
          return (
            <div
              key={column.id}
              role={isHeader ? 'rowheader' : 'gridcell'}
              {...place(at + offset)}
              className={gridClass('cell', 'editing')}
            >
              {editing.editor}
            </div>
          );
        return (
          <div
            key={column.id}
            role={isHeader ? 'rowheader' : 'gridcell'}
            {...place(at + offset)}
            className={gridClass('cell', column.align === 'end' && 'end')}
            {...(column.edit ? {} : { 'aria-readonly': true })}
          >
            {row === undefined ? (
              <span className={gridClass('ghost')} />
            ) : (
              <span
                className={gridClass('clip', isHeader && canOpen && 'open')}
                {...(isHeader && canOpen ? { 'data-open': '' } : {})}
              >
                {column.cell(row)}
              </span>
            )}
          </div>
        );
      })}
      {hasMenu && (
        <div
          role="gridcell"
          {...place(columns.length + offset)}
          className={gridClass('cell', 'tight')}
          data-own="menu"
        >
          {row !== undefined && (
            <button
              type="button"
              tabIndex={-1}
              className={gridClass('more')}
              aria-label={menuLabel}
              aria-haspopup="menu"
              aria-expanded={props.isMenuOpen}
              data-menu=""
            >
              <Icon name="more" size={18} />
            </button>
          )}
        </div>
      )}
    </div>
  );
}

export const GridRow = memo(GridRowInner) as typeof GridRowInner;
