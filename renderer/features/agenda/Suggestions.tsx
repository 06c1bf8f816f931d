import { useId, useState } from 'react';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import styles from './Suggestions.module.css';

const cx = classes(styles);
type Suggestions = Outputs['planning']['suggestions'];
type Carried = Suggestions['carried'][number];

/** What may come to the agenda: carried-over items and open ideas, taken with one press. */
export function SuggestionList({
  meeting,
  onTaken,
}: {
  meeting: MeetingView;
  /** The new item. */
  onTaken: (itemId: string) => void;
}) {
  const t = useText();
  const headingId = useId();
  const meetingId = meeting.id;
  const [dismissed, setDismissed] = useState<Carried | null>(null);
  const { data } = useTopicQuery(
    ['meetings', `meeting:${meetingId}`],
    ['planning.suggestions', meetingId],
    () => api.planning.suggestions.query({ meetingId }),
  );
  const feedback = {
    done: t('planning.suggestions.taken'),
    undo: (taken: { id: string }) => api.items.remove.mutate({ itemId: taken.id }),
    onSuccess: (taken: { id: string }) => onTaken(taken.id),
  };
  const takeCarried = useMutationWithFeedback(
    (itemId: string) => api.planning.takeCarried.mutate({ meetingId, itemId }),
    feedback,
  );
  const takeIdea = useMutationWithFeedback(
    (ideaId: string) => api.planning.takeIdea.mutate({ meetingId, ideaId }),
    feedback,
  );
  if (!data) return null;
  const isBusy = takeCarried.isPending || takeIdea.isPending;
  return (
    <section className={cx('section')} aria-labelledby={headingId}>
      <h2 id={headingId} className={cx('title')}>
        {t('planning.suggestions')}
      </h2>
      {data.carried.length + data.ideas.length === 0 && (
        <p className={cx('quiet')}>{t('planning.suggestions.none')}</p>
      )}
      {data.carried.length > 0 && (
        <>
          <h3 className={cx('group')}>{t('planning.suggestions.carried')}</h3>
          <ul className={cx('list')}>
            {data.carried.map((item) => (
              <li key={item.itemId} className={cx('row')}>
                <span className={cx('words')}>
                  {item.title}
                  <CarriedFrom item={item} />
                </span>
                <span className={cx('tools')}>
                  <Button
                    size="s"
                    aria-label={t('planning.suggestions.take', { title: item.title })}
                    isDisabled={isBusy}
                    onPress={() => takeCarried.mutate(item.itemId)}
                  >
                    {t('planning.suggestions.takeShort')}
                  </Button>
                  <IconButton
                    icon="close"
                    size="s"
                    label={t('planning.suggestions.dismiss', { title: item.title })}
                    onPress={() => setDismissed(item)}
                  />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {data.ideas.length > 0 && (
        <>
          <h3 className={cx('group')}>{t('planning.suggestions.ideas')}</h3>
          <ul className={cx('list')}>
            {data.ideas.map((idea) => (
              <li key={idea.id} className={cx('row')}>
                <span className={cx('words')}>
                  {idea.title}
                  <IdeaWishes idea={idea} />
                </span>
                <span className={cx('tools')}>
                  <Button
                    size="s"
                    aria-label={t('planning.suggestions.take', { title: idea.title })}
                    isDisabled={isBusy}
                    onPress={() => takeIdea.mutate(idea.id)}
                  >
                    {t('planning.suggestions.takeShort')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {dismissed && <DismissDialog item={dismissed} onClose={() => setDismissed(null)} />}
    </section>
  );
}

function CarriedFrom({ item }: { item: Carried }) {
  const t = useText();
  const say = ({ reference, reason }: { reference: string; reason: Carried['reason'] | null }): string =>
    reason === null
      ? reference
      : t('planning.history.with', { reference, reason: t(`planning.reason.${reason}`) });
  return <div className={cx('quiet')}>{[...item.earlier, item].map(say).join(', ')}</div>;
}

function IdeaWishes({ idea }: { idea: Suggestions['ideas'][number] }) {
  const t = useText();
  const format = useFormat();
  const facts = [
    idea.proposer,
    idea.wantedMeeting === null ? null : t('planning.idea.wantedAt', { label: idea.wantedMeeting }),
    idea.wantedOn === null ? null : t('planning.idea.wantedBy', { date: format.date(idea.wantedOn) }),
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? null : <div className={cx('quiet')}>{facts.join(' · ')}</div>;
}

/** Why a carried-over item is not to be suggested any more. */
function DismissDialog({ item, onClose }: { item: Carried; onClose: () => void }) {
  const t = useText();
  const formId = useId();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>();
  const dismiss = useMutationWithFeedback(
    () => api.planning.dismiss.mutate({ itemId: item.itemId, reason: reason.trim() }),
    {
      done: t('planning.suggestions.dismissed'),
      undo: () => api.planning.recall.mutate({ itemId: item.itemId }),
      onSuccess: onClose,
    },
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('planning.suggestions.dismissTitle')}
      lead={t('planning.suggestions.dismissLead')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={dismiss.isPending}>
            {t('planning.suggestions.dismissTitle')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        label={t('planning.suggestions.dismissTitle')}
        onSubmit={() => {
          if (reason.trim() === '') setError(t('planning.suggestions.dismissReasonMissing'));
          else if (!dismiss.isPending) dismiss.mutate();
        }}
      >
        <TextArea
          label={t('planning.suggestions.dismissReason')}
          rows={3}
          maxLength={500}
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
          autoFocus
          value={reason}
          onChange={(words) => {
            setReason(words);
            setError(undefined);
          }}
          error={error}
        />
      </Form>
    </Dialog>
  );
}
