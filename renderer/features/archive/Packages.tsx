import { useState } from 'react';
import { useBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Fact, Facts } from '../../ui/Form.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill, type Tone } from '../../ui/Pill.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { dismissOutcome, useArchive } from './archive-store.ts';
import type { Preset } from './CreateDialog.tsx';
import { ImportedTerms } from './ImportedTerms.tsx';
import { Faults, OutcomePanel } from './Outcome.tsx';
import styles from './Archive.module.css';

const cx = classes(styles);
type Package = Outputs['archive']['made'][number];
type Term = Outputs['archive']['terms'][number];

/** The work that is going on, what came of the last one, the packages that were made, and terms that wait for one. */
export function Packages({ onMake }: { onMake: (preset: Preset) => void }) {
  const { data: made } = useTopicQuery(['archive'], ['archive.made'], () => api.archive.made.query());
  const { data: terms } = useTopicQuery(['archive', 'boards', 'meetings'], ['archive.terms'], () =>
    api.archive.terms.query(),
  );
  return (
    <div className={cx('stack')}>
      <Working />
      <div className={cx('columns')}>
        {made && <MadePackages made={made} onMake={onMake} />}
        <div className={cx('stack')}>
          {terms && <Terms terms={terms} onMake={onMake} />}
          <ImportedTerms />
        </div>
      </div>
    </div>
  );
}

function Working() {
  const t = useText();
  const { work, outcome, error, cancelled } = useArchive();
  if (work)
    return (
      <Panel>
        <ProgressBar
          label={
            work.path === ''
              ? t(`archive.step.${work.step}`)
              : t('archive.working', { step: t(`archive.step.${work.step}`), file: work.path })
          }
          value={work.total > 0 ? Math.min(1, work.done / work.total) : undefined}
          onCancel={work.cancel}
        />
      </Panel>
    );
  if (error !== null)
    return (
      <Banner tone="danger" isAlert actions={<Dismiss />}>
        {error}
      </Banner>
    );
  if (cancelled !== null) return <Banner actions={<Dismiss />}>{t(`archive.cancelled.${cancelled}`)}</Banner>;
  return outcome && <OutcomePanel outcome={outcome} />;
}

function Dismiss() {
  const t = useText();
  return (
    <Button size="s" variant="quiet" onPress={dismissOutcome}>
      {t('common.close')}
    </Button>
  );
}

function MadePackages({ made, onMake }: { made: readonly Package[]; onMake: (preset: Preset) => void }) {
  const t = useText();
  const format = useFormat();
  const [shown, setShown] = useState<Package | null>(null);
  return (
    <Panel title={t('archive.made.title')}>
      {made.length === 0 ? (
        <EmptyState
          title={t('archive.made.none')}
          actions={
            <Button icon="archive" onPress={() => onMake({})}>
              {t('archive.make')}
            </Button>
          }
        >
          {t('archive.made.noneBody')}
        </EmptyState>
      ) : (
        <ul className={cx('list')}>
          {made.map((one) => (
            <li key={one.id} className={cx('entry')}>
              <div className={cx('words')}>
                <span>{one.fileName}</span>
                <span className={cx('detail')}>
                  {[
                    `${one.title} ${one.period}`,
                    format.date(todayIso(new Date(one.madeAt))),
                    format.bytes(one.bytes),
                    one.personalData === 'pseudonymised' ? t('archive.made.pseudonymised') : null,
                    one.envelope === 'none' ? null : t('archive.made.enveloped'),
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </span>
              </div>
              <div className={cx('side')}>
                {one.faults.length > 0 && (
                  <Pill tone="warning">{t('archive.made.faults', { count: one.faults.length })}</Pill>
                )}
                <VerdictPill one={one} />
                <Button
                  size="s"
                  variant="quiet"
                  aria-label={`${t('archive.made.details')}: ${one.fileName}`}
                  onPress={() => setShown(one)}
                >
                  {t('archive.made.details')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {shown && <PackageDialog one={shown} onClose={() => setShown(null)} />}
    </Panel>
  );
}

function VerdictPill({ one }: { one: Package }) {
  const t = useText();
  const format = useFormat();
  if (one.verifiedAt === null) return <Pill>{t('archive.made.notVerified')}</Pill>;
  const date = format.date(todayIso(new Date(one.verifiedAt)));
  return one.verdict === 'whole' ? (
    <Pill tone="ok" icon="done">
      {t('archive.made.whole', { date })}
    </Pill>
  ) : (
    <Pill tone="danger" icon="error">
      {t('archive.made.broken', { date })}
    </Pill>
  );
}

function PackageDialog({ one, onClose }: { one: Package; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const count = (name: string): string => format.number(one.counts[name] ?? 0);
  return (
    <Dialog
      isOpen
      width="wide"
      title={one.fileName}
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose} {...{ autoFocus: true }}>
          {t('common.close')}
        </Button>
      }
    >
      <Facts>
        <Fact name={t('archive.made.period')}>{`${one.title} ${one.period}`}</Fact>
        <Fact name={t('archive.made.when')}>
          {`${format.date(todayIso(new Date(one.madeAt)))} ${format.clock(new Date(one.madeAt))}`}
        </Fact>
        {one.madeBy !== '' && <Fact name={t('archive.made.by')}>{one.madeBy}</Fact>}
        <Fact name={t('archive.made.size')}>{format.bytes(one.bytes)}</Fact>
        <Fact name={t('archive.made.counts')}>
          {t('archive.made.countsText', {
            meetings: count('meetings'),
            minutes: count('minutes'),
            attachments: count('attachments'),
            tables: count('tables'),
            rows: count('rows'),
          })}
        </Fact>
        <Fact name={t('archive.made.state')}>
          <VerdictPill one={one} />
        </Fact>
        <Fact name={t('archive.made.sha512')}>
          <span className={cx('hash')}>{one.fileSha512}</span>
        </Fact>
      </Facts>
      <Faults faults={one.faults} />
    </Dialog>
  );
}

const TONES: Record<Term['state'], Tone> = {
  running: 'neutral',
  waits_for_minutes: 'info',
  due: 'warning',
  not_verified: 'warning',
  done: 'ok',
};

function Terms({ terms, onMake }: { terms: readonly Term[]; onMake: (preset: Preset) => void }) {
  const t = useText();
  const { boards } = useBoard();
  const format = useFormat();
  return (
    <Panel title={t('archive.terms.title')}>
      {terms.length === 0 && <p className={cx('none')}>{t('archive.terms.none')}</p>}
      <ul className={cx('list')}>
        {terms.map((term) => {
          const period = `${format.date(term.startsOn)}–${format.date(term.endsOn)}`;
          return (
            <li key={term.termId} className={cx('entry')}>
              <div className={cx('words')}>
                <span>{boards.find(({ id }) => id === term.boardId)?.name ?? term.boardName}</span>
                <span className={cx('detail')}>
                  {period} · {t('archive.terms.held', { count: term.held })}
                </span>
              </div>
              <div className={cx('side')}>
                <Pill tone={TONES[term.state]}>{t(`archive.terms.${term.state}`)}</Pill>
                {(term.state === 'due' || term.state === 'not_verified') && (
                  <Button
                    size="s"
                    aria-label={t('archive.terms.make', { period })}
                    onPress={() => onMake({ board: term.boardId, term: Number(term.startsOn.slice(0, 4)) })}
                  >
                    {t('archive.make')}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
