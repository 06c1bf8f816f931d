import { UNKNOWN_ANSWERS } from '../../../db/model/mail.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { confirm } from '../../ui/confirm.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import styles from './Deliveries.module.css';

const cx = classes(styles);

type Batch = Outputs['mail']['batches'][number];

/** Whether a batch still needs the computer or somebody. */
function isAlive({ counts }: Batch): boolean {
  return counts.queued + counts.sending + counts.unknown > 0;
}

/** What is being sent, what stands still and why, and what nobody knows. Nothing when the queue is empty. */
export function MailQueuePanel({ boardId, onSettings }: { boardId: string; onSettings: () => void }) {
  const t = useText();
  const { data } = useTopicQuery(['deliveries'], ['mail.batches', boardId], () =>
    api.mail.batches.query({ boardId }),
  );
  const shown = data?.filter((batch, at) => isAlive(batch) || (at === 0 && batch.counts.failed > 0)) ?? [];
  if (shown.length === 0) return null;
  return (
    <Panel title={t('mail.queue')}>
      <div className={cx('queue')}>
        {shown.map((batch) => (
          <BatchView key={batch.id} batch={batch} onSettings={onSettings} />
        ))}
      </div>
    </Panel>
  );
}

function BatchView({ batch, onSettings }: { batch: Batch; onSettings: () => void }) {
  const t = useText();
  const format = useFormat();
  const { counts, total, paused } = batch;
  const pause = useMutationWithFeedback(api.mail.pause.mutate);
  const resume = useMutationWithFeedback(api.mail.resume.mutate);
  const cancel = useMutationWithFeedback(api.mail.cancel.mutate, {
    done: ({ cancelled }) => t('mail.cancelled', { count: cancelled }),
  });
  const answer = useMutationWithFeedback(api.mail.answer.mutate);
  const unknown = batch.problems.filter(({ state }) => state === 'unknown');
  const others = batch.problems.filter(({ state }) => state !== 'unknown');
  const askCancel = async (): Promise<void> => {
    const isSure = await confirm({
      title: t('mail.cancel'),
      body: t('mail.cancelBody', { count: counts.queued }),
      confirmLabel: t('mail.cancel'),
      isDangerous: true,
    });
    if (isSure) cancel.mutate({ batchId: batch.id });
  };
  const document = t(`deliveries.kind.${batch.kind}`);
  return (
    <section className={cx('batch')} aria-label={t('mail.batch', { document, meeting: batch.meeting })}>
      <div className={cx('batchHead')}>
        <div className={cx('batchProgress')}>
          <ProgressBar
            label={t('mail.progress', { document, meeting: batch.meeting, done: counts.sent, total })}
            value={total === 0 ? 1 : (counts.sent + counts.failed + counts.cancelled) / total}
            detail={(['sending', 'queued', 'failed', 'unknown', 'cancelled'] as const)
              .filter((state) => counts[state] > 0)
              .map((state) => t(`mail.counts.${state}`, { count: counts[state] }))
              .join(' · ')}
          />
        </div>
        {counts.queued > 0 && (
          <>
            {paused === null ? (
              <Button size="s" onPress={() => pause.mutate({ batchId: batch.id })}>
                {t('mail.pause')}
              </Button>
            ) : (
              <Button size="s" variant="primary" onPress={() => resume.mutate({ batchId: batch.id })}>
                {t('mail.resume')}
              </Button>
            )}
            <Button size="s" variant="danger" onPress={() => void askCancel()}>
              {t('mail.cancel')}
            </Button>
          </>
        )}
      </div>
      {paused !== null && counts.queued > 0 && (
        <Banner
          tone={paused === 'user' ? 'info' : 'warning'}
          actions={
            paused !== 'user' &&
            paused !== 'stale' && (
              <Button size="s" onPress={onSettings}>
                {t('mail.settings')}
              </Button>
            )
          }
        >
          {t(`mail.paused.${paused}`)}
          {batch.pausedReply !== '' && (
            <span className={cx('eventNote')}>{t('mail.serverSaid', { reply: batch.pausedReply })}</span>
          )}
        </Banner>
      )}
      {unknown.length > 0 && (
        <Banner tone="warning" title={t('mail.unknownTitle', { count: unknown.length })}>
          {t('mail.unknownBody')}
          <ul className={cx('problems')}>
            {unknown.map((one) => (
              <li key={one.id} className={cx('problem')}>
                <span className={cx('listName')}>{`${one.name} <${one.address}>`}</span>
                {UNKNOWN_ANSWERS.map((id) => (
                  <Button
                    key={id}
                    size="s"
                    aria-label={`${t(`mail.answer.${id}`)}: ${one.name}`}
                    onPress={() => answer.mutate({ messageIds: [one.id], answer: id })}
                  >
                    {t(`mail.answer.${id}`)}
                  </Button>
                ))}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {others.length > 0 && (
        <ul className={cx('problems')} aria-label={t('mail.problems')}>
          {others.map((one) => (
            <li key={one.id} className={cx('problem')}>
              <span className={cx('listName')}>
                {`${one.name} <${one.address}>: ${one.state === 'failed' ? t('mail.state.failed') : t('mail.state.queued')}`}
                <span className={cx('eventNote')}>
                  {one.state === 'queued' &&
                    `${t('mail.retryAt', { time: format.clock(new Date(one.nextAt)) })}. `}
                  {one.reply !== '' && t('mail.serverSaid', { reply: one.reply })}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
