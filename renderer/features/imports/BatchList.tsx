import { useState } from 'react';
import { toClientError } from '../../api/client-error.ts';
import { takeBatchBack, type UndoOutcome } from '../../api/batches.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { Cancelled } from '../../api/send-file.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { confirm } from '../../ui/confirm.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import styles from './Import.module.css';

const cx = classes(styles);

/** Taking a batch back, with its progress and what was left. */
export function useUndo(): {
  undo: (id: string) => Promise<void>;
  progress: number | null;
  outcome: UndoOutcome | null;
  error: string | null;
} {
  const [progress, setProgress] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<UndoOutcome | null>(null);
  const [error, setError] = useState<string | null>(null);
  const undo = async (id: string): Promise<void> => {
    setError(null);
    setOutcome(null);
    setProgress(0);
    try {
      setOutcome(await takeBatchBack(id, (done, total) => setProgress(done / total)));
    } catch (thrown) {
      if (!(thrown instanceof Cancelled)) setError(toClientError(thrown).message);
    } finally {
      setProgress(null);
    }
  };
  return { undo, progress, outcome, error };
}

/** How far an undo is, and what came of it. */
export function UndoState({ state }: { state: ReturnType<typeof useUndo> }) {
  const t = useText();
  const { progress, outcome, error } = state;
  return (
    <>
      {progress !== null && <ProgressBar label={t('imports.undoing')} value={progress} />}
      {error !== null && (
        <Banner tone="danger" isAlert>
          {error}
        </Banner>
      )}
      {outcome !== null && (
        <Banner tone={outcome.keptCount === 0 ? 'ok' : 'warning'} isAlert>
          <p>{t('imports.undone', { count: outcome.restored })}</p>
          {outcome.keptCount > 0 && (
            <>
              <p>{t('imports.undoKept', { count: outcome.keptCount })}</p>
              <ul>
                {outcome.kept.map((row) => (
                  <li key={`${row.entity}/${row.id}`}>
                    {t(`imports.kept.${row.reason}`, { name: row.name })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Banner>
      )}
    </>
  );
}

/** Imports, bulk changes and merges that have been made; the latest can be taken back long after. */
export function BatchList() {
  const t = useText();
  const format = useFormat();
  const state = useUndo();
  const { data } = useTopicQuery(['organisations', 'workspace'], ['imports.batches'], () =>
    api.imports.batches.query(),
  );
  // A merge of persons keeps no name in its title.
  const titleOf = ({ title }: { title: string }): string => title || t('imports.kind.mergePersons');
  return (
    <Panel title={t('imports.history')}>
      <UndoState state={state} />
      {data?.length === 0 && <EmptyState title={t('imports.historyEmpty')} />}
      <ul className={cx('batches')}>
        {(data ?? []).map((batch) => (
          <li key={batch.id} className={cx('batch')}>
            <span className={cx('kind')}>{t(`imports.kind.${batch.kind}`)}</span>
            <span className={cx('grow')}>{titleOf(batch)}</span>
            <span className={cx('faint')}>
              {format.date(batch.doneAt.slice(0, 10))} {batch.doneBy}
            </span>
            {batch.undoneAt !== null ? (
              <Pill>{t('imports.isUndone')}</Pill>
            ) : (
              <Button
                size="s"
                icon="undo"
                aria-label={t('imports.undoBatch', { title: titleOf(batch) })}
                isDisabled={state.progress !== null}
                onPress={() =>
                  void confirm({
                    title: t('imports.confirmUndoTitle', { title: titleOf(batch) }),
                    body: t('imports.confirmUndoBody'),
                    confirmLabel: t('common.undo'),
                  }).then((yes) => (yes ? state.undo(batch.id) : undefined))
                }
              >
                {t('common.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
