import {
  BATCH_KINDS,
  ON_EXISTING,
  type BatchKind,
  type BatchReport,
  type OnExisting,
} from '../../../db/model/batch-export.ts';
import { DOCUMENT_FORMATS, type DocumentFormat } from '../../../db/model/document-format.ts';
import { LANGUAGES, type Language } from '../../../db/model/language.ts';
import { useOpenBoard } from '../../api/board.ts';
import { bridge } from '../../api/bridge.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { CheckList } from './CheckList.tsx';
import styles from './Publishing.module.css';
import { useLongWork } from './use-long-work.ts';

const cx = classes(styles);

/** The documents of a year or a term in one go (joukkovienti). */
export function BatchPanel() {
  const t = useText();
  const format = useFormat();
  const board = useOpenBoard();
  const { data: periods } = useTopicQuery(['meetings', 'boards'], ['publishing.periods', board.id], () =>
    api.publishing.periods.query({ boardId: board.id }),
  );
  const [period, setPeriod] = useRemembered<string | null>('batch.period', null);
  const [kinds, setKinds] = useRemembered<BatchKind[]>('batch.kinds', ['minutes']);
  const [formats, setFormats] = useRemembered<DocumentFormat[]>('batch.formats', ['pdf']);
  const [languages, setLanguages] = useRemembered<Language[]>('batch.languages', ['fi']);
  const [withAttachments, setWithAttachments] = useRemembered('batch.attachments', false);
  const [onExisting, setOnExisting] = useRemembered<OnExisting>('batch.existing', 'skip');
  const [goOn, setGoOn] = useRemembered('batch.goOn', true);
  const work = useLongWork<BatchReport>();

  const options = [
    ...(periods?.years ?? []).map((year) => ({ id: `y${year}`, label: String(year) })),
    ...(periods?.terms ?? []).map(({ startsOn, endsOn }) => ({
      id: `t${startsOn.slice(0, 4)}`,
      label: t('publishing.term', { from: format.date(startsOn), to: format.date(endsOn) }),
    })),
  ];
  const chosen = options.find(({ id }) => id === period)?.id ?? options[0]?.id ?? null;
  const isComplete = chosen !== null && kinds.length > 0 && formats.length > 0 && languages.length > 0;

  const run = async (): Promise<void> => {
    if (chosen === null) return;
    const folder = await bridge().native.chooseFolder();
    if (folder === null) return;
    const year = Number(chosen.slice(1));
    const choice = {
      boardId: board.id,
      year: chosen.startsWith('y') ? year : null,
      term: chosen.startsWith('t') ? year : null,
      kinds,
      formats,
      languages,
      withAttachments,
      onExisting,
      goOn,
    };
    await work.start((observer) =>
      api.publishing.batch.subscribe({ choice, target: folder.grant }, observer),
    );
  };

  return (
    <Panel title={t('publishing.batch')}>
      {periods?.years.length === 0 ? (
        <EmptyState
          title={t('publishing.noMeetings')}
          actions={
            <Button onPress={() => navigate({ name: 'meetings' })}>{t('publishing.toMeetings')}</Button>
          }
        >
          {t('publishing.noMeetingsBody')}
        </EmptyState>
      ) : (
        <div className={cx('form')}>
          <p className={cx('body')}>{t('publishing.batchBody')}</p>
          <Select
            label={t('publishing.period')}
            width="m"
            value={chosen}
            onChange={setPeriod}
            options={options}
          />
          <CheckList
            label={t('publishing.kinds')}
            options={BATCH_KINDS.map((id) => ({ id, label: t(`documents.kind.${id}`) }))}
            chosen={kinds}
            onChange={setKinds}
          />
          <CheckList
            label={t('publishing.formats')}
            options={DOCUMENT_FORMATS.map((id) => ({ id, label: t(`documents.format.${id}`) }))}
            chosen={formats}
            onChange={setFormats}
          />
          <CheckList
            label={t('publishing.languages')}
            options={LANGUAGES.map((id) => ({ id, label: t(`common.language.${id}`) }))}
            chosen={languages}
            onChange={setLanguages}
          />
          <Checkbox isSelected={withAttachments} onChange={setWithAttachments}>
            {t('publishing.attachments')}
          </Checkbox>
          <RadioGroup
            label={t('publishing.existing')}
            value={onExisting}
            onChange={setOnExisting}
            options={ON_EXISTING.map((id) => ({ id, label: t(`publishing.existing.${id}`) }))}
          />
          <Checkbox isSelected={goOn} onChange={setGoOn}>
            {t('publishing.goOn')}
          </Checkbox>
          <div className={cx('row')}>
            <Button
              variant="primary"
              icon="download"
              isDisabled={!isComplete || work.underWay !== null}
              onPress={() => void run()}
            >
              {t('publishing.batchRun')}
            </Button>
          </div>
          {work.underWay && (
            <ProgressBar
              label={t('publishing.batchRunning')}
              value={work.underWay.value}
              onCancel={work.underWay.cancel}
            />
          )}
          {work.cancelledAt !== null && (
            <Banner tone="info" isAlert>
              {t('publishing.batchCancelled', { count: work.cancelledAt })}
            </Banner>
          )}
          {work.error && (
            <Banner tone="danger" isAlert>
              {work.error.message}
            </Banner>
          )}
          {work.report && <BatchOutcome report={work.report} />}
        </div>
      )}
    </Panel>
  );
}

function BatchOutcome({ report }: { report: BatchReport }) {
  const t = useText();
  const { written, skipped, failed, stopped, replaced } = report;
  return (
    <Banner
      tone={failed.length > 0 || stopped !== null ? 'warning' : 'ok'}
      title={t('publishing.batchDone', { count: written.length })}
      isAlert
    >
      {stopped !== null && <p>{t('publishing.stopped', { reason: stopped })}</p>}
      {skipped.length > 0 && <p>{t('publishing.skipped', { count: skipped.length })}</p>}
      {failed.length > 0 && (
        <>
          <p>{t('publishing.failed', { count: failed.length })}</p>
          <ul className={cx('files')}>
            {failed.map(({ file, reason }) => (
              <li key={file}>
                {file}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {replaced.length > 0 && (
        <p>{t('publishing.replaced', { files: replaced.map(({ file }) => file).join(', ') })}</p>
      )}
    </Banner>
  );
}
