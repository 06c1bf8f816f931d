import { useState } from 'react';
import type { BreakView, MeetingView } from '../../../db/model/meeting-view.ts';
import { SEEN_OF, type Seen } from '../../../db/model/seen.ts';
import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { CommitTime } from './CommitTime.tsx';
import styles from './IntervalDialog.module.css';
import { act } from './pending.ts';
import { changeSeen, writeSeen } from './seen-writes.ts';

const cx = classes(styles);

/** When the meeting began and ended, and its breaks; each change is written at once. */
export function TimesDialog({ view, onDone }: { view: MeetingView; onDone: () => void }) {
  const t = useText();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const write = (patch: Partial<Seen<'times'>>): void => {
    setErrors({});
    void act(
      view.id,
      () =>
        changeSeen(
          {
            meetingId: view.id,
            kind: 'times',
            id: view.id,
            send: async (values, seen) => {
              await api.meetings.setTimes.mutate({ meetingId: view.id, ...values, seen: seen ?? values });
              return true;
            },
          },
          SEEN_OF.times(view),
          patch,
        ),
      undefined,
      ({ fields }) => {
        setErrors(fields);
        return Object.keys(fields).length > 0;
      },
    );
  };
  return (
    <Dialog
      isOpen
      title={t('live.timesTitle')}
      lead={t('live.timesLead')}
      onClose={onDone}
      actions={
        <Button variant="primary" onPress={onDone}>
          {t('common.done')}
        </Button>
      }
    >
      <div className={cx('interval')}>
        <CommitTime
          label={t('live.startedAt')}
          value={view.startedAt}
          error={errors['startedAt']}
          onCommit={(startedAt) => write({ startedAt })}
        />
        {view.endedAt !== null && (
          <CommitTime
            label={t('live.endedAt')}
            value={view.endedAt}
            error={errors['endedAt']}
            onCommit={(endedAt) => write({ endedAt })}
          />
        )}
      </div>
      <section className={cx('person')} aria-label={t('live.breaks')}>
        <h3 className={cx('name')}>{t('live.breaks')}</h3>
        {view.breaks.length === 0 && <p className={cx('none')}>{t('live.noBreaks')}</p>}
        {view.breaks.map((one, index) => (
          <BreakFields key={one.id} view={view} one={one} number={index + 1} />
        ))}
        <Button
          size="s"
          variant="quiet"
          icon="plus"
          onPress={() => {
            const at = view.items.find(({ id }) => id === view.currentItemId) ?? view.items[0];
            const startedAt = at?.startedAt ?? view.startedAt;
            if (startedAt === null || startedAt === undefined) return;
            void act(view.id, () =>
              api.live.saveBreak
                .mutate({
                  meetingId: view.id,
                  id: null,
                  itemId: at?.id ?? null,
                  times: { startedAt, endedAt: startedAt },
                  seen: null,
                })
                .then(() => true),
            );
          }}
        >
          {t('live.breakAdd')}
        </Button>
      </section>
    </Dialog>
  );
}

function BreakFields({ view, one, number }: { view: MeetingView; one: BreakView; number: number }) {
  const t = useText();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const row = { meetingId: view.id, kind: 'break' as const, id: one.id };
  const shown = SEEN_OF.break(one);
  const send = async (values: Seen<'break'> | null, seen: Seen<'break'> | null): Promise<true> => {
    const { itemId, ...times } = values ?? shown;
    await api.live.saveBreak.mutate({
      meetingId: view.id,
      id: seen === null ? null : one.id,
      itemId,
      times: values === null ? null : times,
      seen,
    });
    return true;
  };
  const write = (patch: Partial<Seen<'break'>> | null): void => {
    setErrors({});
    void act(
      view.id,
      () =>
        patch === null
          ? writeSeen({ ...row, seen: shown, mine: null, send })
          : changeSeen({ ...row, send }, shown, patch),
      undefined,
      ({ fields }) => {
        setErrors(fields);
        return Object.keys(fields).length > 0;
      },
    );
  };
  return (
    <div role="group" aria-label={t('live.breakNumber', { number })} className={cx('interval')}>
      <CommitTime
        label={t('live.breakFrom')}
        value={one.startedAt}
        error={errors['startedAt']}
        onCommit={(startedAt) => {
          if (startedAt !== null) write({ startedAt });
        }}
      />
      <CommitTime
        label={t('live.breakTo')}
        value={one.endedAt}
        error={errors['endedAt']}
        onCommit={(endedAt) => write({ endedAt })}
      />
      <div className={cx('select')}>
        <Select
          label={t('live.breakItem')}
          options={view.items.map((item) => ({
            id: item.id,
            label: t('workspace.item.section', { section: item.section }),
            detail: item.title,
          }))}
          value={one.itemId}
          onChange={(itemId) => write({ itemId })}
        />
      </div>
      <IconButton icon="trash" label={t('live.breakRemove', { number })} onPress={() => write(null)} />
    </div>
  );
}
