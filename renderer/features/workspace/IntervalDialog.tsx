import { useState } from 'react';
import type {
  AttendanceView,
  IntervalView,
  ItemView,
  MeetingView,
  PersonLabel,
} from '../../../db/model/meeting-view.ts';
import { SEEN_OF } from '../../../db/model/seen.ts';
import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CommitTime } from './CommitTime.tsx';
import styles from './IntervalDialog.module.css';
import { changeInterval, removeInterval } from './presence-writes.ts';
import { changeSeen } from './seen-writes.ts';
import { useWorkspace } from './use-meeting.ts';
import { coversItem, itemIndex, presenceOf } from './view-facts.ts';

const cx = classes(styles);

const STILL = 'still';
const NEVER = 'never';

/** Corrections after the fact: when somebody came and went, and from which § to which they count. */
export function IntervalDialog({ people, onClose }: { people: readonly PersonLabel[]; onClose: () => void }) {
  const { view, liveItem, act } = useWorkspace();
  const t = useText();
  const rows = people.map((person) => {
    const row = view.attendance.find((one) => one.person.id === person.id);
    return { person, row, intervals: row?.intervals ?? [] };
  });
  const addStretch = (personId: string, gap: Gap | null): void => {
    if (gap === null) return;
    void act(() => api.live.addPresence.mutate({ meetingId: view.id, personId, ...gap }));
  };
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('workspace.interval.title', { name: people.map(({ name }) => name).join(' / ') })}
      lead={t('workspace.interval.lead')}
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('common.done')}
        </Button>
      }
    >
      {rows.map(({ person, row, intervals }) => (
        <section key={person.id} className={cx('person')} aria-label={person.name}>
          {people.length > 1 && <h3 className={cx('name')}>{person.name}</h3>}
          {intervals.length === 0 && <p className={cx('none')}>{t('workspace.interval.none')}</p>}
          {intervals.map((interval, index) => (
            <IntervalFields key={interval.id} interval={interval} number={index + 1} view={view} />
          ))}
          <div className={cx('interval')}>
            {row !== undefined && row.seatId === null && <TitleField row={row} />}
            {gapOf(view, intervals, liveItem) !== null && (
              <Button
                size="s"
                variant="quiet"
                icon="plus"
                onPress={() => addStretch(person.id, gapOf(view, intervals, liveItem))}
              >
                {t('live.addPresence')}
              </Button>
            )}
            {row !== undefined && row.seatId === null && (
              <Button
                size="s"
                variant="quiet"
                icon="trash"
                onPress={() => {
                  void act(() =>
                    api.live.removeAttendee
                      .mutate({
                        meetingId: view.id,
                        personId: person.id,
                        seen: intervals.map(SEEN_OF.interval),
                      })
                      .then(() => true),
                  );
                  onClose();
                }}
              >
                {t('live.removeAttendee')}
              </Button>
            )}
          </div>
        </section>
      ))}
    </Dialog>
  );
}

/** Items at which somebody is not noted as present. */
interface Gap {
  firstItemId: string;
  lastItemId: string | null;
  arrivedAt: string | null;
  leftAt: string | null;
}

/** The first items without a stretch of presence, with the times of those items; null when there are none. */
function gapOf(view: MeetingView, intervals: readonly IntervalView[], live: ItemView): Gap | null {
  const covered = presenceOf(view, intervals);
  const isOpen = view.state === 'in_session';
  const end = isOpen ? Math.max(0, itemIndex(view, live.id)) : view.items.length - 1;
  const free = (index: number): boolean => !covered.some((stretch) => coversItem(stretch, index));
  const first = view.items.findIndex((_, index) => index <= end && free(index));
  const from = view.items[first];
  if (from === undefined) return null;
  let last = first;
  while (last < end && free(last + 1)) last += 1;
  const goesOn = isOpen && last === end;
  return {
    firstItemId: from.id,
    lastItemId: goesOn ? null : (view.items[last]?.id ?? null),
    arrivedAt: from.startedAt ?? view.startedAt,
    leftAt: goesOn ? null : (view.items[last]?.endedAt ?? view.endedAt),
  };
}

/** What somebody without a seat is called in the minutes; written when the field is left. */
function TitleField({ row }: { row: AttendanceView }) {
  const { view, act } = useWorkspace();
  const t = useText();
  const [title, setTitle] = useState(row.title);
  // Another window may change it while it is typed here.
  const [opened] = useState(() => SEEN_OF.attendee(row));
  const write = (): void => {
    if (title.trim() === row.title) return;
    const whose = { meetingId: view.id, personId: row.person.id };
    void act(() =>
      changeSeen(
        {
          meetingId: view.id,
          kind: 'attendee',
          id: row.id,
          send: async (values, seen) => {
            await api.live.setAttendee.mutate({ ...whose, ...values, seen: seen ?? values });
            return true;
          },
        },
        opened,
        { title },
      ),
    );
  };
  return (
    <div role="presentation" onBlur={write} className={cx('wide')}>
      <TextField
        label={t('live.title')}
        description={t('live.titleHint')}
        value={title}
        onChange={setTitle}
      />
    </div>
  );
}

type Change = Partial<Omit<IntervalView, 'id'>>;

/** Each change is written at once. */
function IntervalFields({
  interval,
  number,
  view,
}: {
  interval: IntervalView;
  number: number;
  view: MeetingView;
}) {
  const { stamp, act } = useWorkspace();
  const t = useText();
  const [error, setError] = useState<string>();
  const write = (change: Change): void => {
    setError(undefined);
    const next = { ...interval, ...change };
    if (!next.open && next.arrivedAt !== null && next.leftAt !== null && next.leftAt < next.arrivedAt)
      return setError(t('workspace.interval.wrongOrder'));
    void act(
      () => changeInterval(view.id, interval, change),
      undefined,
      (failed) => {
        setError(Object.values(failed.fields)[0] ?? failed.message);
        return true;
      },
    );
  };
  const items = view.items.map((item) => ({
    id: item.id,
    label: t('workspace.item.section', { section: item.section }),
    detail: item.title,
  }));
  const first = Math.max(0, itemIndex(view, interval.firstItemId));
  return (
    <div role="group" aria-label={t('workspace.interval.number', { number })} className={cx('interval')}>
      <CommitTime
        label={t('workspace.interval.arrivedAt')}
        value={interval.arrivedAt}
        onCommit={(arrivedAt) => write({ arrivedAt })}
      />
      <div className={cx('select')}>
        <Select
          label={t('workspace.interval.first')}
          options={items}
          value={view.items[first]?.id ?? null}
          onChange={(firstItemId) => write({ firstItemId })}
        />
      </div>
      <CommitTime
        label={t('workspace.interval.leftAt')}
        value={interval.leftAt}
        isDisabled={interval.open}
        error={error}
        onCommit={(leftAt) => write({ leftAt })}
      />
      <div className={cx('select')}>
        <Select
          label={t('workspace.interval.last')}
          options={[
            { id: STILL, label: t('workspace.interval.open') },
            ...items.slice(first),
            { id: NEVER, label: t('workspace.interval.never') },
          ]}
          value={interval.open ? STILL : (interval.lastItemId ?? NEVER)}
          onChange={(id) =>
            write(
              id === STILL
                ? { open: true, lastItemId: null, leftAt: null }
                : { open: false, lastItemId: id === NEVER ? null : id, leftAt: interval.leftAt ?? stamp() },
            )
          }
        />
      </div>
      <div className={cx('remote')}>
        <Switch isSelected={interval.remote} onChange={(remote) => write({ remote })}>
          {t('workspace.interval.remote')}
        </Switch>
        <Switch isSelected={interval.speakerOnly} onChange={(speakerOnly) => write({ speakerOnly })}>
          {t('live.speaks')}
        </Switch>
      </div>
      <IconButton
        icon="trash"
        label={t('workspace.interval.remove')}
        onPress={() => void act(() => removeInterval(view.id, interval))}
      />
    </div>
  );
}
