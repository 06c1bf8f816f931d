import { useEffect, useMemo, useRef, useState } from 'react';
import type { ListColumn, OrganisationRow } from '../../../db/model/organisation-columns.ts';
import { EVERYTHING, wholeFilter } from '../../../db/model/organisation-filter.ts';
import type { OrganisationSort, OrganisationView } from '../../../db/model/organisation-view.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { usePagedRows } from '../../api/paged-rows.ts';
import { waitForImport } from '../../api/pending-import.ts';
import { useText } from '../../i18n/language.ts';
import { useActions, type Action } from '../../ui/actions.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ColumnMenu } from '../../ui/ColumnMenu.tsx';
import { DataGrid } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useColumnChoice } from '../../ui/grid-columns.ts';
import { navigate } from '../../ui/navigation.ts';
import { Page, Toolbar } from '../../ui/Page.tsx';
import type { Sort } from '../../ui/row-source.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { useColumns } from './columns.tsx';
import { AddFilter, FilterBar } from './FilterBar.tsx';
import { begin, GRID, useList } from './list-store.ts';
import styles from './Organisation.module.css';
import { OrganisationPanel } from './OrganisationPanel.tsx';
import { showPanel, usePanel } from './panel-store.ts';
import { SelectionBar, TableMenu, useCopy } from './TableTools.tsx';
import { SaveViewButton, ViewBar } from './ViewBar.tsx';
import { useViews } from './views.ts';

const cx = classes(styles);

const BESIDE_CARD = new Set(['name', 'registerNumber', 'municipality']);
/** Long enough to gather the letters of a fast typist, too short to be noticed. */
const PAUSE = 25;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What a track takes at least, in pixels: `120px`, `minmax(110px, 1fr)`. */
function leastOf(track: string): number {
  return Number(/\d+/.exec(track)?.[0] ?? 100);
}

/** The register: search as one types, saved views, the filter, the table, and the card beside it. */
export default function OrganisationsScreen() {
  const t = useText();
  const board = useOpenBoard();
  const { text, filter: made, sort, viewId } = useList();
  const panel = usePanel((state) => state.panel);
  const [selected, setSelected] = useState<ReadonlySet<string> | null>(null);
  const search = useSettled(text.trim());
  const searchInput = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const views = useViews();
  useEffect(() => {
    if (views) begin(board.id, views);
  }, [views, board.id]);

  const filter = useMemo(() => wholeFilter(made), [made]);
  const gridSort: Sort = { column: sort.by, direction: sort.descending ? 'descending' : 'ascending' };
  const listed = { text: search, filter, sort };
  const rows = usePagedRows(
    // Seats, networks and tasks stand in the rows and are asked for by the filter.
    ['organisations', 'boards', 'tasks', 'workspace'],
    ['organisations.list', listed],
    (page) => api.organisations.list.query({ ...listed, ...page }),
    // Small pages answer fast; a screen shows fewer than fifty rows.
    { pageSize: 100 },
  );
  const isNarrowed = search !== '' || filter.parts.length > 0;
  const choice = useColumnChoice(GRID, useColumns());
  const present: OrganisationView = { text: text.trim(), filter, sort, columns: choice.chosen };
  // With the card open only what tells organisations apart is left.
  const columns = useMemo(
    () => (panel === null ? choice.shown : choice.shown.filter(({ id }) => BESIDE_CARD.has(id))),
    [panel, choice.shown],
  );

  const clear = (): void => useList.setState({ text: '', filter: EVERYTHING, viewId: null });
  const leastWidth = columns.reduce((all, { width = '' }) => all + leastOf(width), 44);

  useActions(
    useMemo<readonly Action[]>(
      () => [
        {
          id: 'find-organisation',
          title: (say) => say('organisations.searchLabel'),
          icon: 'search',
          shortcut: 'Ctrl+F',
          run: () => {
            searchInput.current?.focus();
            searchInput.current?.select();
          },
        },
      ],
      [],
    ),
  );

  const tools = {
    listed,
    listedCount: rows.rowCount,
    selected,
    onSelect: setSelected,
    columns: choice.shown.map(({ id }) => id as ListColumn),
    viewName: views?.find(({ id }) => id === viewId)?.name ?? '',
  };
  const copy = useCopy(tools);

  const focusGrid = (): void =>
    area.current?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus();

  const list = (
    <div
      ref={area}
      className={cx('listArea', panel === null && 'whole')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        // A table that is dropped on the register is imported into it.
        event.preventDefault();
        const file = event.dataTransfer.files[0];
        if (!file) return;
        waitForImport({ name: file.name, blob: file });
        navigate({ name: 'import' });
      }}
    >
      {views && <ViewBar views={views} present={present} isNarrowed={isNarrowed} />}
      <Toolbar label={t('organisations.filters')}>
        <div className={cx('search')}>
          <SearchField
            label={t('organisations.searchLabel')}
            placeholder={t('organisations.searchPlaceholder')}
            value={text}
            onChange={(next) => useList.setState({ text: next })}
            inputRef={searchInput}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || rows.rowCount === 0) return event.continuePropagation();
              event.preventDefault();
              focusGrid();
            }}
          />
        </div>
        <AddFilter filter={made} onChange={(next) => useList.setState({ filter: next })} />
        {(isNarrowed || made.parts.length > 0) && (
          <Button variant="quiet" icon="close" onPress={clear}>
            {t('common.clearFilters')}
          </Button>
        )}
        {panel === null && <ColumnMenu choice={choice} />}
      </Toolbar>
      <FilterBar filter={made} onChange={(next) => useList.setState({ filter: next })}>
        {views?.length === 0 && filter.parts.length > 0 && <SaveViewButton present={present} />}
      </FilterBar>
      <SelectionBar {...tools} />
      {rows.error && <Banner tone="danger">{rows.error.message}</Banner>}
      <DataGrid<OrganisationRow>
        {...(selected === null ? {} : { selection: { ids: selected, onChange: setSelected } })}
        label={t('organisations.title')}
        columns={columns}
        source={rows}
        rowId={(row) => row.id}
        sort={gridSort}
        onSortChange={({ column, direction }) =>
          useList.setState({
            sort: { by: column as OrganisationSort, descending: direction === 'descending' },
          })
        }
        onResize={choice.resize}
        {...(selected !== null && selected.size > 0 ? { onCopy: () => void copy() } : {})}
        onOpen={(row) => void showPanel({ kind: 'card', id: row.id })}
        textOf={(row) => row.name.fi}
        currentId={panel === null || panel.kind === 'new' ? null : panel.id}
        resetKey={JSON.stringify(listed)}
        minWidth={panel === null ? Math.max(560, leastWidth) : 480}
        menu={(row) => [
          {
            id: 'open',
            label: t('common.open'),
            icon: 'eye',
            run: () => void showPanel({ kind: 'card', id: row.id }),
          },
          {
            id: 'edit',
            label: t('common.edit'),
            icon: 'edit',
            run: () => void showPanel({ kind: 'edit', id: row.id }),
          },
          {
            id: 'whole',
            label: t('organisations.openWhole'),
            icon: 'external',
            run: () => navigate({ name: 'organisation', id: row.id }),
          },
        ]}
        empty={
          isNarrowed ? (
            <EmptyState
              title={t('organisations.nothingFound')}
              actions={
                <Button icon="close" onPress={clear}>
                  {t('common.clearFilters')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              title={t('organisations.empty')}
              actions={
                <Button icon="plus" onPress={() => void showPanel({ kind: 'new' })}>
                  {t('organisations.new')}
                </Button>
              }
            >
              {t('organisations.emptyHint')}
            </EmptyState>
          )
        }
      />
    </div>
  );

  return (
    <Page
      title={t('organisations.title')}
      lead={
        rows.isLoading ? undefined : (
          <span role="status">
            {t(isNarrowed ? 'organisations.found' : 'organisations.count', { count: rows.rowCount })}
          </span>
        )
      }
      layout="bare"
      actions={
        <>
          <TableMenu {...tools} />
          <Button variant="primary" icon="plus" onPress={() => void showPanel({ kind: 'new' })}>
            {t('organisations.new')}
          </Button>
        </>
      }
    >
      {panel === null ? (
        list
      ) : (
        <SplitPane
          name="organisations"
          sized="end"
          initial={460}
          min={360}
          max={760}
          start={list}
          end={<OrganisationPanel panel={panel} onClosed={() => requestAnimationFrame(focusGrid)} />}
        />
      )}
    </Page>
  );
}
