import { useState } from 'react';
import type { MeetingSummary } from '../../../db/model/meeting-view.ts';
import type { OpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { openDialog } from './dialog-store.ts';
import { openMeeting } from './meeting-state-views.ts';
import { MoveMeetingDialog } from './MoveMeetingDialog.tsx';
import styles from './Planning.module.css';
import { ReasonDialog } from './ReasonDialog.tsx';
import { StatePill } from './StatePill.tsx';

const cx = classes(styles);

type Open = { kind: 'move' | 'cancel'; meeting: MeetingSummary };

/** The plan of the year (vuosisuunnitelma): the meetings of each year in the order of their days, and what to do with them. */
export function YearPlan({ board, meetings }: { board: OpenBoard; meetings: readonly MeetingSummary[] }) {
  const t = useText();
  const [open, setOpen] = useState<Open | null>(null);
  const [showsEarlier, setShowsEarlier] = useState(false);
  const close = (): void => setOpen(null);
  const cancel = useMutationWithFeedback(
    ({ meeting, reason }: { meeting: MeetingSummary; reason: string }) =>
      api.planning.cancel.mutate({ meetingId: meeting.id, reason }),
    {
      done: (_data, { meeting }) => t('planning.cancelDone', { label: meeting.label }),
      undo: (_data, { meeting }) => api.planning.restore.mutate({ meetingId: meeting.id }),
      onSuccess: close,
    },
  );
  if (meetings.length === 0)
    return (
      <Panel>
        <EmptyState
          title={t('planning.plan.empty')}
          actions={
            <Button variant="primary" icon="calendar" onPress={() => openDialog('series')}>
              {t('planning.series')}
            </Button>
          }
        >
          {t('planning.plan.emptyBody')}
        </EmptyState>
      </Panel>
    );
  const [recent, earlier] = yearsInOrder(meetings);
  const panel = (year: number) => {
    const ofYear = meetings
      .filter((meeting) => Number(meeting.heldOn.slice(0, 4)) === year)
      .toSorted((a, b) => moment(a).localeCompare(moment(b)));
    return (
      <Panel key={year} title={t('planning.plan.year', { year })} isFlush>
        <table className={cx('table')} aria-label={t('planning.plan.year', { year })}>
          <thead>
            <tr>
              <th scope="col">{t('meetings.number')}</th>
              <th scope="col">{t('common.date')}</th>
              <th scope="col">{t('common.time')}</th>
              <th scope="col">{t('meetings.place')}</th>
              <th scope="col">{t('common.state')}</th>
              <th scope="col" className={cx('tools')}>
                {t('planning.column.actions')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ofYear.map((meeting) => (
              <Row
                key={meeting.id}
                board={board}
                meeting={meeting}
                onMove={() => setOpen({ kind: 'move', meeting })}
                onCancel={() => setOpen({ kind: 'cancel', meeting })}
              />
            ))}
          </tbody>
        </table>
      </Panel>
    );
  };
  return (
    <div className={cx('scroll')}>
      {recent.map(panel)}
      {earlier.length > 0 && (
        <div>
          <Button
            icon={showsEarlier ? 'chevronDown' : 'chevronRight'}
            aria-expanded={showsEarlier}
            onPress={() => setShowsEarlier(!showsEarlier)}
          >
            {t('planning.plan.earlier')}
          </Button>
        </div>
      )}
      {showsEarlier && earlier.map(panel)}
      {open?.kind === 'move' && <MoveMeetingDialog meeting={open.meeting} onClose={close} />}
      {open?.kind === 'cancel' && (
        <ReasonDialog
          title={t('planning.cancelTitle', { label: open.meeting.label })}
          lead={t(open.meeting.keepsNumber ? 'planning.cancelCalled' : 'planning.cancelPlanned')}
          label={t('planning.cancelReason')}
          missing={t('planning.cancelReasonMissing')}
          confirmLabel={t('planning.cancelConfirm')}
          cancelLabel={t('planning.keep')}
          isOptional={open.meeting.state === 'draft' && !open.meeting.keepsNumber}
          isPending={cancel.isPending}
          onConfirm={(reason) => cancel.mutate({ meeting: open.meeting, reason })}
          onClose={close}
        />
      )}
    </div>
  );
}

const moment = ({ heldOn, plannedStart }: MeetingSummary): string => `${heldOn} ${plannedStart ?? ''}`;

/**
 * This year and those to come, then the past ones from the newest. What lies further back than last year is no plan any
 * more and stands apart; a board that has only such has its newest year in sight.
 */
function yearsInOrder(meetings: readonly MeetingSummary[]): [recent: number[], earlier: number[]] {
  const years = [...new Set(meetings.map(({ heldOn }) => Number(heldOn.slice(0, 4))))];
  const now = Number(todayIso().slice(0, 4));
  const past = years.filter((year) => year < now).sort((a, b) => b - a);
  const coming = years.filter((year) => year >= now).sort((a, b) => a - b);
  const near = past.filter((year, index) => year === now - 1 || (coming.length === 0 && index === 0));
  return [[...coming, ...near], past.filter((year) => !near.includes(year))];
}

function Row({
  board,
  meeting,
  onMove,
  onCancel,
}: {
  board: OpenBoard;
  meeting: MeetingSummary;
  onMove: () => void;
  onCancel: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const { id, label, state, kind } = meeting;
  const { data: templates } = useTopicQuery(['meetings'], ['planning.templates', board.id], () =>
    api.planning.templates.query({ boardId: board.id }),
  );
  const prepare = useMutationWithFeedback(
    () => {
      const fits = (templates ?? []).filter((one) => one.kind === kind);
      const template = fits.find((one) => one.profile === meeting.profile) ?? fits[0];
      return api.planning.prepare.mutate({ meetingId: id, template: template?.key ?? null });
    },
    {
      done: t('planning.prepared', { label }),
      onSuccess: () => navigate({ name: 'meeting', id, part: 'agenda' }),
    },
  );
  const restore = useMutationWithFeedback(() => api.planning.restore.mutate({ meetingId: id }), {
    done: t('planning.restored'),
  });
  const isPlan = state === 'draft' && meeting.itemCount === 0;
  const mayMove = state === 'draft' || state === 'called';
  const isCancelled = state === 'cancelled';
  const entries: MenuEntry[] = [
    { id: 'open', label: t('planning.open'), icon: 'meetings', run: () => openMeeting(meeting) },
    { id: 'move', label: t('planning.move'), icon: 'calendar', isDisabled: !mayMove, run: onMove },
    isCancelled
      ? { id: 'restore', label: t('planning.restore'), icon: 'undo', run: () => restore.mutate() }
      : {
          id: 'cancel',
          label: t('planning.cancel'),
          icon: 'close',
          isDangerous: true,
          isDisabled: !mayMove,
          separator: true,
          run: onCancel,
        },
  ];
  return (
    <tr className={cx(isCancelled && 'gone')}>
      <td className={cx('number')}>{meeting.hasNumber ? label : '–'}</td>
      <td className={cx('day')}>
        <span className={cx('struck')}>{format.dateWithWeekday(meeting.heldOn)}</span>
      </td>
      <td className={cx('time')}>{format.time(meeting.plannedStart)}</td>
      <td className={cx('words')}>
        {meeting.place || '–'}
        {kind !== 'meeting' && <div className={cx('quiet')}>{t(`meetings.kind.${kind}`)}</div>}
        {isCancelled && meeting.cancelledOn !== null && (
          <div className={cx('quiet')}>
            {meeting.cancellationReason === ''
              ? t('planning.cancelledOn', { date: format.date(meeting.cancelledOn) })
              : t('planning.cancelledBecause', {
                  date: format.date(meeting.cancelledOn),
                  reason: meeting.cancellationReason,
                })}
          </div>
        )}
      </td>
      <td className={cx('state')}>
        <StatePill meeting={meeting} />
      </td>
      <td className={cx('tools')}>
        <span className={cx('toolRow')}>
          {isPlan ? (
            <Button size="s" isPending={prepare.isPending} onPress={() => prepare.mutate()}>
              {t('planning.prepare')}
            </Button>
          ) : (
            !isCancelled && (
              <Button size="s" variant="quiet" onPress={() => openMeeting(meeting)}>
                {t('planning.openMeeting', { label })}
              </Button>
            )
          )}
          <Menu entries={entries} label={t('planning.more', { label: `${label} ${meeting.heldOn}` })}>
            <IconButton
              icon="more"
              label={t('planning.more', { label: meeting.hasNumber ? label : format.date(meeting.heldOn) })}
            />
          </Menu>
        </span>
      </td>
    </tr>
  );
}
