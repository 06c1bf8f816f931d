import type { PointerEvent } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { useText } from '../i18n/language.ts';
import { HEADER } from './grid-keys.ts';
import { gridClass, type Column } from './GridRow.tsx';
import { Icon } from './Icon.tsx';
import type { Sort } from './row-source.ts';

/** The headings of a `DataGrid`; they stay in view. */
export function GridHeader<Row>({
  columns,
  hasSelect,
  hasMenu,
  sort,
  activeColumn,
  onResize,
}: {
  columns: readonly Column<Row>[];
  hasSelect: boolean;
  hasMenu: boolean;
  sort: Sort | null;
  /** Column of the heading that Tab reaches, or −1. */
  activeColumn: number;
  /** Begins to change the width of a column by its edge; without it columns keep their widths. */
  onResize?: ((column: Column<Row>, event: PointerEvent<HTMLElement>) => void) | undefined;
}) {
  const t = useText();
  const offset = hasSelect ? 1 : 0;
  const place = (column: number) => ({
    'data-place': `${HEADER}:${column}`,
    'aria-colindex': column + 1,
    tabIndex: column === activeColumn ? 0 : -1,
  });
  return (
    <div role="rowgroup" className={gridClass('header')}>
      <div role="row" aria-rowindex={1} className={gridClass('row')}>
        {hasSelect && (
          <div role="columnheader" {...place(0)} className={gridClass('heading', 'tight')}>
            <VisuallyHidden elementType="span">{t('common.select')}</VisuallyHidden>
          </div>
        )}
        {columns.map((column, at) => {
          const direction = sort?.column === column.id ? sort.direction : undefined;
          return (
            <div
              key={column.id}
              role="columnheader"
              {...place(at + offset)}
              {...(column.isSortable ? { 'aria-sort': direction ?? 'none' } : {})}
              className={gridClass(
                'heading',
                column.align === 'end' && 'end',
                column.isSortable && 'sortable',
                direction && 'sorted',
              )}
            >
              <span className={gridClass('clip')}>{column.header}</span>
              {onResize && (
                <span
                  aria-hidden="true"
                  data-resize=""
                  className={gridClass('edge')}
                  onPointerDown={(event) => onResize(column, event)}
                />
              )}
              {direction && <Icon name={direction === 'ascending' ? 'arrowUp' : 'arrowDown'} size={14} />}
            </div>
          );
        })}
        {hasMenu && (
          <div
            role="columnheader"
            {...place(columns.length + offset)}
            className={gridClass('heading', 'tight')}
          >
            <VisuallyHidden elementType="span">{t('common.rowMenu')}</VisuallyHidden>
          </div>
        )}
      </div>
    </div>
  );
}
