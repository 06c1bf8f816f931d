import { useMemo, useState } from 'react';
import { annualTitle } from '../../../db/model/annual-sections.ts';
import { yearOf } from '../../../db/model/dates.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate, useRemembered, type ScreenProps } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { Select } from '../../ui/Select.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Economy } from './Economy.tsx';
import { NewReportDialog } from './NewReportDialog.tsx';
import { exportStatistics } from './report-files.ts';
import styles from './Reports.module.css';

const cx = classes(styles);
type Tab = 'reports' | 'economy';
type Summary = Outputs['reports']['list']['reports'][number];

/** Annual reports and plans of the board, the statistics of a year, and the board's own running costs. */
export default function ReportsScreen({ route }: ScreenProps<'reports'>) {
  const t = useText();
  const board = useOpenBoard();
  const [isNew, setNew] = useState(false);
  const [tab, setTab] = useRemembered<Tab>('reports.tab', 'reports');
  // A way from elsewhere leads to one part; from there the tabs lead on.
  const [followed, setFollowed] = useState<Tab>();
  if (route.part !== undefined && route.part !== followed) {
    setFollowed(route.part);
    setTab(route.part);
  }
  const { data, error } = useTopicQuery(['reports', 'meetings', 'actions'], ['reports.list', board.id], () =>
    api.reports.list.query({ boardId: board.id }),
  );
  const create = (
    <Button variant="primary" icon="plus" onPress={() => setNew(true)}>
      {t('reports.new')}
    </Button>
  );
  const hasReports = data !== undefined && data.reports.length > 0;
  const reports = data && (
    <div className={cx('page')}>
      <Panel title={t('reports.list')}>
        {hasReports ? (
          <ul className={cx('list')}>
            {data.reports.map((report) => (
              <Entry key={report.id} report={report} />
            ))}
          </ul>
        ) : (
          <EmptyState title={t('reports.empty')} actions={create}>
            {t('reports.emptyBody')}
          </EmptyState>
        )}
      </Panel>
      <Statistics years={data.years} />
    </div>
  );
  return (
    <Page
      title={t('reports.title')}
      lead={t('reports.lead')}
      actions={hasReports && tab === 'reports' ? create : undefined}
    >
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      <Tabs
        label={t('reports.title')}
        selected={tab}
        onChange={setTab}
        tabs={[
          { id: 'reports', label: t('economy.reportsTab'), content: reports },
          { id: 'economy', label: t('economy.tab'), content: <Economy /> },
        ]}
      />
      {isNew && <NewReportDialog onClose={() => setNew(false)} />}
    </Page>
  );
}

function Entry({ report }: { report: Summary }) {
  const t = useText();
  return (
    <li className={cx('entry')}>
      <button
        type="button"
        className={cx('open')}
        onClick={() => navigate({ name: 'report', id: report.id })}
      >
        {annualTitle(report.kind, report.year, report.language)}
      </button>
      <Pill>{t(`common.language.${report.language}`)}</Pill>
    </li>
  );
}

function Statistics({ years }: { years: readonly number[] }) {
  const t = useText();
  const board = useOpenBoard();
  const language = useLanguage();
  const offered = useMemo(() => {
    const now = yearOf(todayIso());
    return [...new Set([now, ...years])].sort((a, b) => b - a);
  }, [years]);
  const [year, setYear] = useState<number | null>(null);
  const chosen = year ?? yearOf(todayIso());
  return (
    <Panel title={t('reports.statistics')}>
      <p className={cx('body')}>{t('reports.statisticsBody')}</p>
      <div className={cx('choice')}>
        <Select
          label={t('reports.year')}
          width="s"
          value={String(chosen)}
          onChange={(id) => setYear(Number(id))}
          options={offered.map((one) => ({ id: String(one), label: String(one) }))}
        />
        <Button icon="table" onPress={() => void exportStatistics(board.id, chosen, language)}>
          {t('reports.statisticsExport')}
        </Button>
      </div>
    </Panel>
  );
}
