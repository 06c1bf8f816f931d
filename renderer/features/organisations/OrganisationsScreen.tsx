import { useEffect, useMemo, useRef, useState } from 'react';
import { formatRegisterNumber } from '../../../db/model/identifiers.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { ORGANISATION_STATES, type OrganisationState } from '../../../db/model/organisation.ts';
import { api, type Inputs, type Outputs } from '../../api/client.ts';
import { usePagedRows } from '../../api/paged-rows.ts';
import { waitForImport } from '../../api/pending-import.ts';
import { useFieldOptions, useMunicipalities } from '../../api/register-lists.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { useActions, type Action } from '../../ui/actions.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ColumnMenu } from '../../ui/ColumnMenu.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DataGrid, type Column } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useColumnChoice } from '../../ui/grid-columns.ts';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { Page, Toolbar } from '../../ui/Page.tsx';
import type { Sort } from '../../ui/row-source.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { Select } from '../../ui/Select.tsx';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { usePrhOptions } from './lists.ts';
import styles from './Organisation.module.css';
import { StatePill } from './OrganisationDetails.tsx';
import { OrganisationPanel } from './OrganisationPanel.tsx';
import { showPanel, usePanel } from './panel-store.ts';
import { SelectionBar, TableMenu } from './TableTools.tsx';

const cx = classes(styles);

type Row = Outputs['organisations']['list']['rows'][number];
type SortBy = NonNullable<Inputs['organisations']['list']['sort']>['by'];

interface Filter {
  fieldId?: string;
  municipalityCode?: string;
  prhClass?: number;
  state?: OrganisationState;
}

const ALL = 'all';
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

/** The register: search as one types, filters, the table, and the card beside it. */
export default function OrganisationsScreen() {
  const t = useText();
  const [text, setText] = useRemembered('organisations.text', '');
  const [filter, setFilter] = useRemembered<Filter>('organisations.filter', {});
  const [sort, setSort] = useRemembered<Sort>('organisations.sort', {
    column: 'name',
    direction: 'ascending',
  });
  const panel = usePanel((state) => state.panel);
  const [selected, setSelected] = useState<ReadonlySet<string> | null>(null);
  const search = useSettled(text.trim());
  const searchInput = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLDivElement>(null);

  const rows = usePagedRows(
    ['organisations', 'workspace'],
    ['organisations.list', search, filter, sort],
    (page) =>
      api.organisations.list.query({
        text: search,
        filter,
        sort: { by: sort.column as SortBy, descending: sort.direction === 'descending' },
        ...page,
      }),
    // Small pages answer fast; a screen shows fewer than fifty rows.
    { pageSize: 100 },
  );
  const isNarrowed = search !== '' || Object.values(filter).some((one) => one !== undefined);
  const choice = useColumnChoice('organisations', useColumns());
  // With the card open only what tells organisations apart is left.
  const columns = useMemo(
    () => (panel === null ? choice.shown : choice.shown.filter(({ id }) => BESIDE_CARD.has(id))),
    [panel, choice.shown],
  );

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
    listed: {
      text: search,
      filter,
      sort: { by: sort.column as SortBy, descending: sort.direction === 'descending' },
    },
    listedCount: rows.rowCount,
    selected,
    onSelect: setSelected,
  };

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
      <Toolbar label={t('organisations.filters')}>
        <div className={cx('search')}>
          <SearchField
            label={t('organisations.searchLabel')}
            placeholder={t('organisations.searchPlaceholder')}
            value={text}
            onChange={setText}
            inputRef={searchInput}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || rows.rowCount === 0) return event.continuePropagation();
              event.preventDefault();
              focusGrid();
            }}
          />
        </div>
        <Filters filter={filter} onChange={setFilter} />
        {isNarrowed && (
          <Button
            variant="quiet"
            icon="close"
            onPress={() => {
              setText('');
              setFilter({});
            }}
          >
            {t('common.clearFilters')}
          </Button>
        )}
        {panel === null && <ColumnMenu choice={choice} />}
      </Toolbar>
      <SelectionBar {...tools} />
      {rows.error && <Banner tone="danger">{rows.error.message}</Banner>}
      <DataGrid<Row>
        {...(selected === null ? {} : { selection: { ids: selected, onChange: setSelected } })}
        label={t('organisations.title')}
        columns={columns}
        source={rows}
        rowId={(row) => row.id}
        sort={sort}
        onSortChange={setSort}
        onOpen={(row) => void showPanel({ kind: 'card', id: row.id })}
        textOf={(row) => row.name.fi}
        currentId={panel === null || panel.kind === 'new' ? null : panel.id}
        resetKey={JSON.stringify([search, filter, sort])}
        minWidth={panel === null ? Math.max(560, columns.length * 134) : 480}
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
            <EmptyState title={t('organisations.nothingFound')} />
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

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const t = useText();
  const fields = useFieldOptions();
  const municipalities = useMunicipalities();
  const prhClasses = usePrhOptions();
  const without = (name: keyof Filter): Filter => {
    const { [name]: _removed, ...rest } = filter;
    return rest;
  };
  return (
    <>
      <div className={cx('filter')}>
        <Select
          label={t('organisations.field')}
          hideLabel
          value={filter.fieldId ?? ALL}
          onChange={(id) => onChange(id === ALL ? without('fieldId') : { ...filter, fieldId: id })}
          options={[{ id: ALL, label: t('organisations.allFields') }, ...fields]}
        />
      </div>
      <div className={cx('filter')}>
        <ComboBox
          label={t('organisations.municipality')}
          hideLabel
          placeholder={t('organisations.allMunicipalities')}
          value={municipalities.byCode(filter.municipalityCode)}
          onChange={(option) =>
            onChange(option ? { ...filter, municipalityCode: option.id } : without('municipalityCode'))
          }
          load={municipalities.find}
        />
      </div>
      <div className={cx('filter')}>
        <Select
          label={t('organisations.prhClass')}
          hideLabel
          value={filter.prhClass === undefined ? ALL : String(filter.prhClass)}
          onChange={(id) => onChange(id === ALL ? without('prhClass') : { ...filter, prhClass: Number(id) })}
          options={[{ id: ALL, label: t('organisations.allPrhClasses') }, ...prhClasses]}
        />
      </div>
      <div className={cx('filter')}>
        <Select<OrganisationState | typeof ALL>
          label={t('organisations.state')}
          hideLabel
          value={filter.state ?? ALL}
          onChange={(id) => onChange(id === ALL ? without('state') : { ...filter, state: id })}
          options={[
            { id: ALL, label: t('organisations.allStates') },
            ...ORGANISATION_STATES.map((id) => ({ id, label: t(`organisations.state.${id}`) })),
          ]}
        />
      </div>
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const prhClasses = usePrhOptions();
  return useMemo(() => {
    const all: Column<Row>[] = [
      {
        id: 'name',
        header: t('organisations.nameColumn'),
        width: 'minmax(220px, 3fr)',
        isSortable: true,
        isRowHeader: true,
        cell: (row) =>
          row.state === 'active' ? (
            inLanguage(row.name, language)
          ) : (
            <span className={cx('rowName')}>
              {inLanguage(row.name, language)} <StatePill state={row.state} />
            </span>
          ),
      },
      {
        id: 'businessId',
        header: t('organisations.businessId'),
        width: '104px',
        cell: (row) => <span className={cx('figures')}>{row.businessId ?? '–'}</span>,
      },
      {
        id: 'registerNumber',
        header: t('organisations.registerNumberColumn'),
        width: '112px',
        isSortable: true,
        align: 'end',
        cell: (row) => (row.registerNumber === null ? '–' : formatRegisterNumber(row.registerNumber)),
      },
      {
        id: 'field',
        header: t('organisations.field'),
        width: 'minmax(140px, 2fr)',
        isSortable: true,
        cell: (row) => (row.field ? inLanguage(row.field, language) : '–'),
      },
      {
        id: 'municipality',
        header: t('organisations.municipality'),
        width: 'minmax(110px, 1fr)',
        isSortable: true,
        cell: (row) => (row.municipality ? inLanguage(row.municipality, language) : '–'),
      },
      {
        id: 'email',
        header: t('common.email'),
        width: 'minmax(150px, 2fr)',
        cell: (row) => row.email ?? '–',
      },
      {
        id: 'phone',
        header: t('common.phone'),
        width: 'minmax(110px, 1fr)',
        isHiddenAtFirst: true,
        cell: (row) => row.phone ?? '–',
      },
      {
        id: 'web',
        header: t('organisations.web'),
        width: 'minmax(140px, 2fr)',
        isHiddenAtFirst: true,
        cell: (row) => row.web ?? '–',
      },
      {
        id: 'prhClass',
        header: t('organisations.prhClass'),
        width: 'minmax(140px, 2fr)',
        isHiddenAtFirst: true,
        cell: (row) => prhClasses.find(({ id }) => id === String(row.prhClass))?.label ?? '–',
      },
      {
        id: 'checkedOn',
        header: t('organisations.checkedOn'),
        width: '116px',
        isSortable: true,
        align: 'end',
        cell: (row) => format.date(row.checkedOn),
      },
    ];
    return all;
  }, [t, language, format, prhClasses]);
}
