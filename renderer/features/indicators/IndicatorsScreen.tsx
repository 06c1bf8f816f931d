import { useCallback, useMemo, useState } from 'react';
import type { ChartLook } from '../../../db/model/chart.ts';
import { indicatorCharts } from '../../../db/model/indicator-chart.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChartView } from '../../ui/ChartView.tsx';
import { DataGrid, type Column } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { sortRows, useRows, type Sort } from '../../ui/row-source.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { IndicatorDialog } from './IndicatorDialog.tsx';
import { STATE_TONES } from './states.ts';

export type Indicator = Outputs['indicators']['get'];
type Tab = 'pictures' | 'list';

/** The indicators of the board: all of them as small charts, or as a list. */
export default function IndicatorsScreen() {
  const t = useText();
  const board = useOpenBoard();
  const [tab, setTab] = useRemembered<Tab>('indicators.tab', 'pictures');
  const [isNew, setNew] = useState(false);
  const { data, error } = useTopicQuery(
    ['indicators', 'themes', 'actions'],
    ['indicators.list', board.id],
    () => api.indicators.list.query({ boardId: board.id }),
  );
  const create = (
    <Button variant="primary" icon="plus" onPress={() => setNew(true)}>
      {t('indicators.new')}
    </Button>
  );
  return (
    <Page
      title={t('indicators.title')}
      lead={data && data.length > 0 ? t('indicators.count', { count: data.length }) : t('indicators.lead')}
      layout={tab === 'list' && data && data.length > 0 ? 'fill' : 'scroll'}
      actions={
        <>
          <Button icon="tasks" onPress={() => navigate({ name: 'surveys' })}>
            {t('surveys.title')}
          </Button>
          <Button icon="link" onPress={() => navigate({ name: 'chain' })}>
            {t('indicators.chain')}
          </Button>
          {data && data.length > 0 && create}
        </>
      }
    >
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      {data?.length === 0 && (
        <Panel>
          <EmptyState title={t('indicators.empty')} actions={create}>
            {t('indicators.emptyBody')}
          </EmptyState>
        </Panel>
      )}
      {data && data.length > 0 && (
        <Tabs
          label={t('indicators.title')}
          selected={tab}
          onChange={setTab}
          fill={tab === 'list'}
          tabs={[
            { id: 'pictures', label: t('indicators.pictures'), content: <Pictures indicators={data} /> },
            { id: 'list', label: t('indicators.list'), content: <List indicators={data} /> },
          ]}
        />
      )}
      {isNew && (
        <IndicatorDialog
          indicator={null}
          onClose={() => setNew(false)}
          onSaved={(id) => navigate({ name: 'indicator', id })}
        />
      )}
    </Page>
  );
}

function Pictures({ indicators }: { indicators: readonly Indicator[] }) {
  const compose = useCallback((look: ChartLook) => indicatorCharts(indicators, look), [indicators]);
  return (
    <Panel>
      <ChartView compose={compose} />
    </Panel>
  );
}

function List({ indicators }: { indicators: readonly Indicator[] }) {
  const t = useText();
  const format = useFormat();
  const [sort, setSort] = useRemembered<Sort>('indicators.sort', { column: 'name', direction: 'ascending' });
  const rows = useMemo(() => sortRows(indicators, sort, sortValue), [indicators, sort]);
  const source = useRows(rows);
  const columns = useMemo((): Column<Indicator>[] => {
    const figure = (value: number | null, { decimals }: Indicator): string =>
      value === null ? '–' : format.number(value, decimals);
    return [
      {
        id: 'name',
        header: t('indicators.name'),
        width: 'minmax(240px, 4fr)',
        cell: ({ name }) => name,
        isSortable: true,
        isRowHeader: true,
      },
      { id: 'unit', header: t('indicators.unit'), width: '110px', cell: ({ unit }) => unit || '–' },
      {
        id: 'baseline',
        header: t('indicators.baseline'),
        width: '96px',
        align: 'end',
        cell: (row) => figure(row.baseline, row),
      },
      {
        id: 'latest',
        header: t('indicators.latest'),
        width: '104px',
        align: 'end',
        cell: (row) => figure(row.progress.latest?.value ?? null, row),
        isSortable: true,
      },
      {
        id: 'target',
        header: t('indicators.target'),
        width: '96px',
        align: 'end',
        cell: (row) => figure(row.target, row),
      },
      {
        id: 'measuredOn',
        header: t('indicators.measuredOn'),
        width: '112px',
        cell: ({ progress }) => format.date(progress.latest?.measuredOn ?? null),
        isSortable: true,
      },
      {
        id: 'state',
        header: t('indicators.state'),
        width: '186px',
        cell: ({ progress }) => (
          <Pill tone={STATE_TONES[progress.state]}>{t(`indicators.state.${progress.state}`)}</Pill>
        ),
        isSortable: true,
      },
    ];
  }, [t, format]);
  return (
    <DataGrid
      label={t('indicators.title')}
      columns={columns}
      source={source}
      rowId={({ id }) => id}
      sort={sort}
      onSortChange={setSort}
      onOpen={({ id }) => navigate({ name: 'indicator', id })}
      textOf={({ name }) => name}
      minWidth={900}
    />
  );
}

const STATE_ORDER = ['away', 'none', 'towards', 'reached', 'unknown'];

function sortValue(row: Indicator, column: string): string | number | null {
  if (column === 'latest') return row.progress.latest?.value ?? null;
  if (column === 'measuredOn') return row.progress.latest?.measuredOn ?? null;
  if (column === 'state') return STATE_ORDER.indexOf(row.progress.state);
  return row.name;
}
