import { useState } from 'react';
import type { IntervalView, MeetingView, PersonLabel } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { CommitTime } from './CommitTime.tsx';
import styles from './IntervalDialog.module.css';
import { useWorkspace } from './use-meeting.ts';
import { itemIndex } from './view-facts.ts';

const cx = classes(styles);

const STILL = 'still';
const NEVER = 'never';

/** Corrections after the fact: when somebody came and went, and from which § to which they count. */
export function IntervalDialog({ people, onClose }: { people: readonly PersonLabel[]; onClose: () => void }) {
  const { view, liveItem, stamp, act } = useWorkspace();
  const t = useText();
  const rows = people.map((person) => ({
    person,
    intervals: view.attendance.find((row) => row.person.id === person.id)?.intervals ?? [],
  }));
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
      {rows.map(({ person, intervals }) => (
        <section key={person.id} className={cx('person')} aria-label={person.name}>
          {people.length > 1 && <h3 className={cx('name')}>{person.name}</h3>}
          {intervals.length === 0 && <p className={cx('none')}>{t('workspace.interval.none')}</p>}
          {intervals.map((interval, index) => (
            <IntervalFields key={interval.id} interval={interval} number={index + 1} view={view} />
          ))}
          {!intervals.some((interval) => interval.open) && (
            <Button
              size="s"
              variant="quiet"
              icon="plus"
              onPress={() =>
                void act(() =>
                  api.live.attendance.mutate({
                    meetingId: view.id,
                    personId: person.id,
                    event: 'arrive',
                    itemId: liveItem.id,
                    time: stamp(),
                  }),
                )
              }
            >
              {t('workspace.interval.add')}
            </Button>
          )}
        </section>
      ))}
    </Dialog>
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
      () => api.live.changeInterval.mutate({ id: interval.id, ...change }),
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
      </div>
      <IconButton
        icon="trash"
        label={t('workspace.interval.remove')}
        onPress={() => void act(() => api.live.removeInterval.mutate({ id: interval.id }))}
      />
    </div>
  );
}
