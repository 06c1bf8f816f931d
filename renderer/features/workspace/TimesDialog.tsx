import { useState } from 'react';
import type { BreakView, MeetingView } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { CommitTime } from './CommitTime.tsx';
import styles from './IntervalDialog.module.css';
import { act } from './pending.ts';

const cx = classes(styles);

/** When the meeting began and ended, and its breaks; each change is written at once. */
export function TimesDialog({ view, onDone }: { view: MeetingView; onDone: () => void }) {
  const t = useText();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const write = (times: { startedAt: string | null; endedAt: string | null }): void => {
    setErrors({});
    void act(
      view.id,
      () => api.meetings.setTimes.mutate({ meetingId: view.id, ...times }).then(() => true),
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
          onCommit={(startedAt) => write({ startedAt, endedAt: view.endedAt })}
        />
        {view.endedAt !== null && (
          <CommitTime
            label={t('live.endedAt')}
            value={view.endedAt}
            error={errors['endedAt']}
            onCommit={(endedAt) => write({ startedAt: view.startedAt, endedAt })}
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
  const write = (
    itemId: string | null,
    times: { startedAt: string; endedAt: string | null } | null,
  ): void => {
    setErrors({});
    void act(
      view.id,
      () => api.live.saveBreak.mutate({ meetingId: view.id, id: one.id, itemId, times }).then(() => true),
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
          if (startedAt !== null) write(one.itemId, { startedAt, endedAt: one.endedAt });
        }}
      />
      <CommitTime
        label={t('live.breakTo')}
        value={one.endedAt}
        error={errors['endedAt']}
        onCommit={(endedAt) => write(one.itemId, { startedAt: one.startedAt, endedAt })}
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
          onChange={(itemId) => write(itemId, { startedAt: one.startedAt, endedAt: one.endedAt })}
        />
      </div>
      <IconButton icon="trash" label={t('live.breakRemove', { number })} onPress={() => write(null, null)} />
    </div>
  );
}
