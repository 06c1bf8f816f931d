import { useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { HistoryPart } from '../../../db/model/item-history.ts';
import { inLanguage } from '../../../db/model/language.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { plainText } from '../../../db/model/rich-text.ts';
import { api, type Outputs } from '../../api/client.ts';
import { closeHistory, useHistoryRequest, type HistoryRequest } from '../../api/history-store.ts';
import { saverOf } from '../../api/item-savers.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextDifference } from '../../ui/TextDifference.tsx';
import styles from './HistoryDialog.module.css';

const cx = classes(styles);

type Revision = Outputs['history']['ofItem'][number];
type RevisionPart = Outputs['history']['revision'][number];
type Comparison = 'change' | 'now';

/** Earlier versions of the item that was asked for (versiohistoria). */
export function HistoryDialog() {
  const request = useHistoryRequest((state) => state.request);
  return request === null ? null : <History key={request.itemId} request={request} />;
}

function History({ request: { meetingId, itemId } }: { request: HistoryRequest }) {
  const t = useText();
  const topics = [`meeting:${meetingId}`];
  const { data: meeting } = useTopicQuery(topics, ['meetings.get', meetingId], () =>
    api.meetings.get.query({ meetingId }),
  );
  const { data: revisions, error } = useTopicQuery(topics, ['history.ofItem', itemId], async () => {
    // What has just been typed is a version, too.
    await saverOf(meetingId).flush(itemId);
    return await api.history.ofItem.query({ itemId });
  });
  const [chosen, setChosen] = useState<number | null>(null);
  const detail = useRef<HTMLDivElement>(null);
  const [comparison, setComparison] = useState<Comparison>('change');
  const item = meeting?.items.find(({ id }) => id === itemId);
  if (!meeting || !item) return null;
  const revision = revisions?.find(({ id }) => id === chosen) ?? revisions?.[0];
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('writing.history.title', { item: `${item.sectionLabel} ${item.title}` })}
      onClose={closeHistory}
      actions={<Button onPress={closeHistory}>{t('common.close')}</Button>}
    >
      {error && <Banner tone="danger">{error.message}</Banner>}
      {revisions?.length === 0 && <p className={cx('none')}>{t('writing.history.none')}</p>}
      {revision && revisions && (
        <div className={cx('columns')}>
          <Sessions revisions={revisions} selected={revision.id} onSelect={setChosen} />
          <div className={cx('detail')} ref={detail}>
            <RadioGroup
              label={t('writing.history.compare')}
              hideLabel
              isInline
              value={comparison}
              onChange={setComparison}
              options={[
                { id: 'change', label: t('writing.history.compareChange') },
                { id: 'now', label: t('writing.history.compareNow') },
              ]}
            />
            <Parts
              key={`${revision.id} ${comparison}`}
              meeting={meeting}
              itemId={itemId}
              revision={revision}
              comparison={comparison}
              onRestored={() =>
                // The button that had the focus is gone.
                detail.current
                  ?.closest('[role="dialog"]')
                  ?.querySelector<HTMLElement>('[role="option"][aria-selected="true"]')
                  ?.focus()
              }
            />
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** The sessions as a list: arrows choose, the texts beside follow. */
function Sessions({
  revisions,
  selected,
  onSelect,
}: {
  revisions: readonly Revision[];
  selected: number;
  onSelect: (id: number) => void;
}) {
  const t = useText();
  const when = useWhen();
  const names = usePartNames();
  return (
    <ListBox
      aria-label={t('writing.history.list')}
      className={cx('sessions')}
      items={revisions}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onSelect(Number(key));
      }}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened for it
      autoFocus
    >
      {(one) => (
        <ListBoxItem id={one.id} textValue={`${when(one)} ${one.actor}`} className={cx('session')}>
          <span className={cx('when')}>{when(one)}</span>
          <span className={cx('who')}>{one.actor === '' ? t('writing.history.unnamed') : one.actor}</span>
          <span className={cx('what')}>
            {one.created && <Pill tone="neutral">{t('writing.history.createdRow')}</Pill>}
            {one.restored && <Pill tone="info">{t('writing.history.restoredRow')}</Pill>}
            {one.parts.map((part) => names(part)).join(', ')}
          </span>
          {one.id === revisions[0]?.id && <Pill tone="neutral">{t('writing.history.current')}</Pill>}
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/** "19.5.2026 13.05–13.20", in the time of the computer. */
function useWhen(): (revision: Revision) => string {
  const format = useFormat();
  return ({ from, to }) => {
    const start = new Date(from);
    const day = [start.getFullYear(), start.getMonth() + 1, start.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    const [first, last] = [format.clock(start), format.clock(new Date(to))];
    return `${format.date(day)} ${first === last ? first : `${first}–${last}`}`;
  };
}

function usePartNames(meeting?: MeetingView): (part: HistoryPart) => string {
  const t = useText();
  const language = useLanguage();
  return (part) => {
    if (part === 'title') return t('writing.history.part.title');
    return meeting ? inLanguage(meeting.rules.labels[part], language) : t(`workspace.field.${part}`);
  };
}

const wordsOf = (text: RevisionPart['now']): string => (typeof text === 'string' ? text : plainText(text));

function Parts({
  meeting,
  itemId,
  revision,
  comparison,
  onRestored,
}: {
  meeting: MeetingView;
  itemId: string;
  revision: Revision;
  comparison: Comparison;
  onRestored: () => void;
}) {
  const t = useText();
  const names = usePartNames(meeting);
  const { data } = useTopicQuery(
    [`meeting:${meeting.id}`],
    ['history.revision', itemId, revision.id],
    () => api.history.revision.query({ itemId, revisionId: revision.id }),
    { keepPrevious: true },
  );
  const saver = saverOf(meeting.id);
  const restore = useMutationWithFeedback(
    async (part: HistoryPart) => {
      const before = saver.value(itemId, part);
      await saver.exclusive(
        itemId,
        (version) => api.history.restore.mutate({ itemId, version, revisionId: revision.id, part }),
        ({ text }) => ({ [part]: text }),
        part,
      );
      return before;
    },
    {
      done: (_before, part) => t('writing.history.restored', { part: names(part) }),
      onSuccess: onRestored,
      undo: async (before, part) => {
        saver.edit(itemId, part, (before ?? null) as never);
        await saver.flush(itemId);
      },
    },
  );
  if (!data) return null;
  const shown = data.filter(({ part, before, after, now }) =>
    comparison === 'change'
      ? revision.parts.includes(part) && JSON.stringify(before) !== JSON.stringify(after)
      : JSON.stringify(after) !== JSON.stringify(now),
  );
  if (shown.length === 0)
    return (
      <p className={cx('none')}>
        {t(comparison === 'change' ? 'writing.history.unchanged' : 'writing.history.identical')}
      </p>
    );
  return (
    <>
      {meeting.locked && <Banner>{t('writing.history.locked')}</Banner>}
      {shown.map(({ part, before, after, now }) => {
        const [left, right] =
          comparison === 'change' ? [wordsOf(before), wordsOf(after)] : [wordsOf(after), wordsOf(now)];
        const isNow = JSON.stringify(after) === JSON.stringify(now);
        return (
          <section key={part} className={cx('part')} aria-label={names(part)}>
            <div className={cx('partHead')}>
              <h3 className={cx('partTitle')}>{names(part)}</h3>
              {!meeting.locked && !isNow && (
                <Button
                  size="s"
                  icon="undo"
                  aria-label={t('writing.history.restoreOf', { part: names(part) })}
                  isPending={restore.isPending}
                  onPress={() => restore.mutate(part)}
                >
                  {t('writing.history.restore')}
                </Button>
              )}
            </div>
            {left === right ? (
              <p className={cx('none')}>{t('writing.history.same')}</p>
            ) : (
              <TextDifference before={left} after={right} />
            )}
          </section>
        );
      })}
    </>
  );
}
