import { useMemo, useState } from 'react';
import type { RowOutcome } from '../../../db/model/organisation-import.ts';
import { ROW_OUTCOMES } from '../../../db/model/organisation-import.ts';
import { api } from '../../api/client.ts';
import { usePagedRows } from '../../api/paged-rows.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DataGrid, type Column } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { TypedConfirm } from '../../ui/TypedConfirm.tsx';
import styles from './Import.module.css';
import { decide, runImport, setStep, useImport, type ImportRow, type TableView } from './import-store.ts';
import { RowDetail } from './RowDetail.tsx';
import { fieldOfValue } from './fields.ts';

const cx = classes(styles);
/** What the user has to do something about comes first. */
const ORDER: readonly RowOutcome[] = ['review', 'refused', 'new', 'update', 'unchanged'];

/** The dry run: what becomes of every row, with decisions about those that may be in the register already. */
export function RowsStep({ table }: { table: TableView }) {
  const t = useText();
  const { summary } = useImport();
  const [isConfirming, setConfirming] = useState(false);
  const counted = useMemo(() => summary?.judged ?? null, [summary]);
  const [chosen, setChosen] = useState<RowOutcome | null>(null);
  if (!summary || !counted) return null;
  const selected = chosen ?? ORDER.find((outcome) => counted[outcome] > 0) ?? 'new';
  const changes = summary.counts.new + summary.counts.update;
  return (
    <div className={cx('rowsStep')}>
      <div className={cx('summary')} role="status">
        <p>
          {changes === 0
            ? t('imports.nothing')
            : t('imports.summary', { added: summary.counts.new, updated: summary.counts.update })}
        </p>
        {summary.undecided > 0 && (
          <p className={cx('warn')}>{t('imports.undecided', { count: summary.undecided })}</p>
        )}
      </div>
      <div className={cx('grow', 'tabsArea')}>
        <Tabs
          fill
          label={t('imports.step.rows')}
          selected={selected}
          onChange={setChosen}
          tabs={ROW_OUTCOMES.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)).map((outcome) => ({
            id: outcome,
            label: t(`imports.outcome.${outcome}`),
            count: counted[outcome],
            content: <Rows key={outcome} table={table} outcome={outcome} />,
          }))}
        />
      </div>
      <div className={cx('foot')}>
        <Button icon="arrowLeft" onPress={() => setStep('columns')}>
          {t('imports.backToColumns')}
        </Button>
        {summary.reviewed > 0 && <DecideAll />}
        <Button
          variant="primary"
          isDisabled={changes === 0}
          onPress={() => (summary.isLarge ? setConfirming(true) : void runImport(''))}
        >
          {t('imports.run')}
        </Button>
      </div>
      {isConfirming && (
        <TypedConfirm
          title={t('imports.confirmTitle')}
          lead={t('imports.confirmLead', { count: summary.counts.update, registered: summary.registered })}
          label={t('imports.confirmLabel', { count: summary.counts.update })}
          expected={String(summary.counts.update)}
          action={t('imports.run')}
          onClose={() => setConfirming(false)}
          onConfirm={(confirmation) => {
            setConfirming(false);
            void runImport(confirmation);
          }}
        />
      )}
    </div>
  );
}

function DecideAll() {
  const t = useText();
  return (
    <Menu
      entries={[
        {
          id: 'likeliest',
          label: t('imports.decideAll.likeliest'),
          run: () => void decide(null, { kind: 'likeliest' }),
        },
        { id: 'new', label: t('imports.decideAll.new'), run: () => void decide(null, { kind: 'new' }) },
        { id: 'skip', label: t('imports.decideAll.skip'), run: () => void decide(null, { kind: 'skip' }) },
        {
          id: 'clear',
          label: t('imports.decideAll.clear'),
          separator: true,
          run: () => void decide(null, null),
        },
      ]}
    >
      <Button iconAfter="chevronDown">{t('imports.decideAll')}</Button>
    </Menu>
  );
}

function Rows({ table, outcome }: { table: TableView; outcome: RowOutcome }) {
  const t = useText();
  const checks = useImport((state) => state.checks);
  const [line, setLine] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const source = usePagedRows<ImportRow>(['imports'], ['imports.rows', table.id, outcome, checks], (page) =>
    api.imports.rows.query({ sessionId: table.id, outcome, ...page }),
  );
  const columns = useMemo(
    (): Column<ImportRow>[] => [
      { id: 'line', header: t('imports.row'), width: '72px', align: 'end', cell: (row) => row.line },
      {
        id: 'name',
        header: t('imports.name'),
        width: 'minmax(200px, 2fr)',
        isRowHeader: true,
        cell: (row) => row.name || '–',
      },
      {
        id: 'what',
        header: t('imports.what'),
        width: 'minmax(240px, 3fr)',
        cell: (row) => <What row={row} />,
      },
    ],
    [t],
  );
  const open = Array.from({ length: Math.min(source.rowCount, at + 200) }, (_, index) =>
    source.getRow(index),
  ).find((row) => row?.line === line);
  const grid = (
    <DataGrid<ImportRow>
      label={t(`imports.outcome.${outcome}`)}
      columns={columns}
      source={source}
      rowId={(row) => String(row.line)}
      onOpen={(row) => {
        setLine(row.line);
        setAt(
          Array.from({ length: source.rowCount }, (_, index) => index).find(
            (index) => source.getRow(index)?.line === row.line,
          ) ?? 0,
        );
      }}
      textOf={(row) => row.name}
      currentId={line === null ? null : String(line)}
      minWidth={480}
      empty={<EmptyState title={t('imports.emptyOutcome')} />}
    />
  );
  if (source.error) return <Banner tone="danger">{source.error.message}</Banner>;
  return (
    <SplitPane
      name="import-rows"
      sized="end"
      initial={440}
      min={340}
      max={700}
      start={grid}
      end={open ? <RowDetail row={open} /> : <p className={cx('openRow')}>{t('imports.openRow')}</p>}
    />
  );
}

function What({ row }: { row: ImportRow }) {
  const t = useText();
  if (row.conflict !== null) return <span className={cx('bad')}>{row.conflict}</span>;
  switch (row.outcome) {
    case 'new':
      return (
        <>
          {row.problems.length === 0
            ? t('imports.what.new')
            : row.problems.map((one) => one.message).join(' ')}
        </>
      );
    case 'unchanged':
      return <>{t('imports.what.unchanged')}</>;
    case 'update':
      return (
        <>
          {t('imports.what.changes', {
            fields: row.changes.map((key) => t(`imports.field.${fieldOfValue(key)}`)).join(', '),
          })}
        </>
      );
    case 'refused':
      return (
        <span className={cx('bad')}>
          {row.problems
            .map((one) =>
              one.field === null ? one.message : `${t(`imports.field.${one.field}`)}: ${one.message}`,
            )
            .join(' ')}
        </span>
      );
    case 'review': {
      if (row.decision?.kind === 'skip') return <>{t('imports.what.skip')}</>;
      if (row.decision?.kind === 'new') return <>{t('imports.what.asNew')}</>;
      const { decision } = row;
      if (decision?.kind === 'update')
        return (
          <>
            {t('imports.what.asUpdate', {
              name: row.matches.find(({ id }) => id === decision.id)?.name ?? '',
            })}
          </>
        );
      return (
        <span className={cx('warn')}>
          {row.matches[0]
            ? t('imports.what.undecided', { name: row.matches[0].name })
            : t('imports.what.sameLine', { line: row.sameAsLine ?? 0 })}
        </span>
      );
    }
  }
}
