import { useEffect, useRef, useState, type DragEvent } from 'react';
import { takePendingImport, usePendingImport } from '../../api/pending-import.ts';
import { bridge } from '../../api/bridge.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { BatchList } from './BatchList.tsx';
import { ClassificationPanel } from './ClassificationPanel.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import styles from './Import.module.css';
import { openTable, resetImport, useImport, type Step } from './import-store.ts';
import { ReportStep } from './ReportStep.tsx';
import { RowsStep } from './RowsStep.tsx';

const cx = classes(styles);
const STEPS: readonly Step[] = ['file', 'columns', 'rows', 'done'];

/** Importing a table of organisations (tuonti): file, columns, rows, report. */
export default function ImportScreen() {
  const t = useText();
  const { step, table, work, error, note } = useImport();
  const pending = usePendingImport(({ source }) => source);
  useEffect(() => {
    if (pending === null) return;
    const source = takePendingImport();
    if (source) void openTable(source);
  }, [pending]);
  // The button that was pressed is gone with its step: the next Tab begins at the top of the new one.
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    document.querySelector<HTMLElement>('[data-page-title]')?.focus();
  }, [step]);
  return (
    <Page
      title={t('imports.title')}
      eyebrow={
        <Button variant="quiet" size="s" icon="arrowLeft" onPress={() => navigate({ name: 'organisations' })}>
          {t('organisations.title')}
        </Button>
      }
      lead={t('imports.lead')}
      layout={step === 'rows' && !work ? 'fill' : 'scroll'}
      actions={
        table !== null &&
        step !== 'file' &&
        work?.kind !== 'importing' && (
          <Button onPress={resetImport}>
            {t(step === 'done' ? 'imports.another' : 'imports.chooseOther')}
          </Button>
        )
      }
    >
      <Steps step={step} />
      {error !== null && (
        <Banner tone="danger" isAlert>
          {error}
        </Banner>
      )}
      {note === 'cancelled' && (
        <Banner tone="warning" isAlert>
          {t('imports.cancelled')}
        </Banner>
      )}
      {work !== null && <Working />}
      {work === null && step === 'file' && <FileStep />}
      {work === null && step === 'columns' && table !== null && <ColumnsStep table={table} />}
      {work === null && step === 'rows' && table !== null && <RowsStep table={table} />}
      {work === null && step === 'done' && table !== null && <ReportStep table={table} />}
    </Page>
  );
}

function Steps({ step }: { step: Step }) {
  const t = useText();
  const now = STEPS.indexOf(step);
  return (
    <ol className={cx('steps')} aria-label={t('imports.steps')}>
      {STEPS.map((one, at) => (
        <li
          key={one}
          className={cx('step', at === now && 'now', at < now && 'past')}
          {...(at === now ? { 'aria-current': 'step' as const } : {})}
        >
          <span className={cx('number')}>{at < now ? <Icon name="check" size={13} /> : at + 1}</span>
          {t(`imports.step.${one}`)}
        </li>
      ))}
    </ol>
  );
}

function Working() {
  const t = useText();
  const format = useFormat();
  const work = useImport((state) => state.work);
  const name = useImport((state) => state.table?.name ?? '');
  if (work === null) return null;
  const label =
    work.kind === 'reading'
      ? name === ''
        ? t('imports.readingFile')
        : t('imports.reading', { name })
      : t(work.kind === 'checking' ? 'imports.checking' : 'imports.importing');
  const isKnown = work.total > 1 && work.done > 0;
  return (
    <Panel>
      <ProgressBar
        label={label}
        value={isKnown ? work.done / work.total : undefined}
        detail={
          isKnown
            ? t('imports.ofRows', { done: format.number(work.done), total: format.number(work.total) })
            : undefined
        }
        onCancel={work.cancel}
      />
    </Panel>
  );
}

function FileStep() {
  const t = useText();
  const [isOver, setOver] = useState(false);
  const choose = async (): Promise<void> => {
    const chosen = await bridge().native.chooseOpenFile('table');
    if (chosen) await openTable(chosen);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void openTable({ name: file.name, blob: file });
  };
  return (
    <>
      <div
        className={cx('drop', isOver && 'over')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="upload" size={28} />
        <p>{t('imports.dropHint')}</p>
        <Button variant="primary" icon="folder" onPress={() => void choose()}>
          {t('imports.chooseFile')}
        </Button>
      </div>
      <BatchList />
      <ClassificationPanel />
    </>
  );
}
