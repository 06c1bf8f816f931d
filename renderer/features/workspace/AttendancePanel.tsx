import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { KIND_RULES } from '../../../db/model/meeting-kind.ts';
import type { AttendanceView, IntervalView } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Keys } from '../../ui/Keys.tsx';
import { showToast } from '../../ui/toasts.ts';
import { AddAttendee } from './AddAttendee.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';
import { AttendanceRow, type PanelRow } from './AttendanceRow.tsx';
import styles from './AttendancePanel.module.css';
import { dateToday } from './clock.ts';
import { IntervalDialog } from './IntervalDialog.tsx';
import { attendanceChange, intervalChange, lastItemOf, openStretch } from './optimistic.ts';
import { othersPresent, peopleOf, seatStandings } from './people.ts';
import {
  otherSteps,
  seatCommand,
  seatSteps,
  typedSeat,
  type AttendanceStep,
  type SeatCommand,
} from './seat-keys.ts';
import { changeInterval } from './presence-writes.ts';
import { registerTarget } from './targets.ts';
import { undoLast } from './undo.ts';
import { useWorkspace } from './use-meeting.ts';
import { factsOf, itemIndex } from './view-facts.ts';

const cx = classes(styles);

/** From so many people without a mark on, they can be noted as arrived together. */
const MANY = 3;

const BUTTONS = [
  { command: 'arrive', label: 'workspace.attendance.arrive', key: 'S' },
  { command: 'leave', label: 'workspace.attendance.leave', key: 'P' },
  { command: 'deputy', label: 'workspace.attendance.callDeputy', key: 'V' },
  { command: 'excuse', label: 'workspace.attendance.excuse', key: 'E' },
  { command: 'remote', label: 'workspace.attendance.toggleRemote', key: 'T' },
  { command: 'edit', label: 'workspace.attendance.edit', key: 'Enter' },
  { command: 'speaks', label: 'live.speaks', key: 'O' },
] as const;

/** In a decision by e-mail: nobody comes or goes, an answer has a day. */
const ANSWER_BUTTONS = [
  { command: 'arrive', label: 'answers.answer', key: 'S' },
  { command: 'leave', label: 'answers.withdraw', key: 'P' },
  { command: 'deputy', label: 'answers.deputy', key: 'V' },
  { command: 'excuse', label: 'workspace.attendance.excuse', key: 'E' },
  { command: 'edit', label: 'answers.day', key: 'Enter' },
] as const;

/** Seats and others at the item being dealt with; one key notes who comes and goes. */
export function AttendancePanel() {
  const { view, liveItem, stamp, act } = useWorkspace();
  const t = useText();
  const format = useFormat();
  const hintId = useId();
  const titleId = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [editing, setEditing] = useState<PanelRow | null>(null);
  const typed = useRef<{ text: string; time: number }>({ text: '', time: 0 });
  const mayEdit = !view.locked;
  const { convenes } = KIND_RULES[view.kind];
  useEffect(
    () =>
      registerTarget('attendance', {
        focus: () => grid.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus(),
      }),
    [],
  );

  const rows = useMemo<PanelRow[]>(
    () => [
      ...seatStandings(view, liveItem).map((standing): PanelRow => ({ kind: 'seat', standing })),
      ...othersPresent(view).map((row): PanelRow => ({ kind: 'other', row })),
    ],
    [view, liveItem],
  );
  const presences = useMemo(
    () => new Map(factsOf(view).attendance.map(({ personId, intervals }) => [personId, intervals])),
    [view],
  );
  const place = Math.min(at, rows.length - 1);
  const row = rows[place];
  const seats = rows.filter((one) => one.kind === 'seat').length;

  const focusRow = (index: number): void => {
    const next = Math.min(rows.length - 1, Math.max(0, index));
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus();
  };

  const stretchOf = (row: AttendanceView | undefined): IntervalView | null =>
    row === undefined ? null : openStretch(view, row, Math.max(0, itemIndex(view, liveItem.id)));

  const note = async (step: AttendanceStep): Promise<void> => {
    if (!convenes) return await noteAnswer(step);
    const event = { meetingId: view.id, itemId: liveItem.id, time: stamp(), ...step };
    const ended = stretchOf(view.attendance.find(({ person }) => person.id === step.personId));
    // After the meeting the stretch has an end already: leaving earlier moves it.
    const isMoved = step.event === 'leave' && ended !== null && !ended.open;
    const written = isMoved
      ? await act(
          () => {
            const lastItemId = lastItemOf(view, liveItem, ended);
            return changeInterval(view.id, ended, { lastItemId, leftAt: event.time });
          },
          intervalChange(ended.id, { lastItemId: lastItemOf(view, liveItem, ended), leftAt: event.time }),
        )
      : await act(() => api.live.attendance.mutate(event).then(() => true), attendanceChange(event));
    if (written === null) return;
    const name = peopleOf(view).get(step.personId)?.name ?? '';
    const said =
      step.event === 'absent' || step.event === 'excuse' ? { name } : { name, time: format.time(event.time) };
    setSaid(t(`workspace.attendance.said.${step.event}`, said as { name: string; time: string }));
  };
  const [said, setSaid] = useState('');

  /** An answer by e-mail, or taking it back. */
  const noteAnswer = async (step: AttendanceStep): Promise<void> => {
    const today = dateToday();
    const event = {
      meetingId: view.id,
      time: null,
      ...step,
      event: step.event === 'leave' ? ('absent' as const) : step.event,
      answeredOn: step.event === 'arrive' ? (today < view.heldOn ? today : view.heldOn) : null,
    };
    const written = await act(
      () => api.live.attendance.mutate(event).then(() => true),
      attendanceChange(event),
    );
    if (written === null) return;
    const name = peopleOf(view).get(step.personId)?.name ?? '';
    setSaid(
      event.event === 'excuse'
        ? t('workspace.attendance.said.excuse', { name })
        : t(event.event === 'arrive' ? 'answers.saidAnswered' : 'answers.saidWithdrawn', { name }),
    );
  };

  const toggle = (attendance: AttendanceView, what: 'remote' | 'speakerOnly'): boolean => {
    const stretch = stretchOf(attendance);
    if (stretch === null) return false;
    const values = { [what]: !stretch[what] };
    void act(() => changeInterval(view.id, stretch, values), intervalChange(stretch.id, values));
    return true;
  };

  const run = (command: SeatCommand, target: PanelRow): void => {
    if (!mayEdit) return;
    if (command === 'undo') return void undoLast(view.id);
    if (!convenes && (command === 'remote' || command === 'speaks')) return;
    if (command === 'edit') return setEditing(target);
    const present =
      target.kind === 'other'
        ? target.row
        : target.standing.as === 'deputy'
          ? target.standing.deputy
          : target.standing.member;
    if (command === 'remote' && present !== null && toggle(present, 'remote')) return;
    if (command === 'speaks' && present !== null && toggle(present, 'speakerOnly')) return;
    const steps =
      target.kind === 'seat' ? seatSteps(target.standing, command) : otherSteps(target.row, command);
    if (steps.length > 0) for (const step of steps) void note(step);
    else if (command === 'excuse' && present?.presentNow === true)
      showToast({
        kind: 'info',
        message: t('workspace.attendance.mustLeave', { name: present.person.name }),
      });
    else if (command === 'deputy') setSaid(t('workspace.attendance.noDeputy'));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (row === undefined) return;
    const step = {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: place + 8,
      PageUp: place - 8,
    }[event.key];
    if (step !== undefined && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      return focusRow(step);
    }
    if (/^\d$/.test(event.key) && !event.ctrlKey && !event.altKey) {
      const now = Date.now();
      const before = now - typed.current.time < 1_000 ? typed.current.text : '';
      const numbers = rows.map((one) => (one.kind === 'seat' ? one.standing.seat.number : -1));
      const found = typedSeat(before, event.key, numbers);
      typed.current = { text: found?.typed ?? '', time: now };
      if (found) focusRow(found.index);
      return;
    }
    const command = seatCommand(event);
    if (command === null) return;
    event.preventDefault();
    event.stopPropagation();
    run(command, row);
  };

  const edited =
    editing === null
      ? []
      : editing.kind === 'other'
        ? [editing.row.person]
        : [editing.standing.seat.member, editing.standing.seat.deputy].flatMap((person) => person ?? []);

  const unmarked = rows.flatMap((one) => {
    if (one.kind === 'other') {
      const isOfficer = one.row.capacity === 'secretary' || one.row.capacity === 'presenter';
      // Who only writes or presents does not answer.
      return convenes && isOfficer && one.row.intervals.length === 0
        ? [{ id: one.row.person.id, capacity: one.row.capacity }]
        : [];
    }
    const { seat, member } = one.standing;
    const isUnmarked = member === null || (member.intervals.length === 0 && !member.excused);
    return seat.member !== null && isUnmarked ? [{ id: seat.member.id, capacity: 'member' as const }] : [];
  });

  return (
    <section className={cx('panel')} aria-labelledby={titleId}>
      <div className={cx('head')}>
        <h2 id={titleId} className={cx('title')}>
          {t(convenes ? 'workspace.attendance' : 'answers.answers')}
        </h2>
        <Keys shortcut="F2" />
        <span className={cx('count')}>
          {liveItem.status.voterCount}/{liveItem.status.seatCount}
        </span>
        <IconButton
          icon="undo"
          size="s"
          label={t('live.undo')}
          shortcut="F9"
          isDisabled={!mayEdit || view.lastEntry === null}
          onPress={() => void undoLast(view.id)}
        />
        {mayEdit && <AddAttendee />}
      </div>
      <VisuallyHidden elementType="p" id={hintId}>
        {t(convenes ? 'workspace.attendance.keys' : 'answers.keys')}
      </VisuallyHidden>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={t(convenes ? 'workspace.attendance' : 'answers.answers')}
        aria-describedby={hintId}
        className={cx('grid')}
        onKeyDown={onKeyDown}
      >
        {rows.map((one, index) => (
          <AttendanceRow
            key={one.kind === 'seat' ? one.standing.seat.seatId : one.row.id}
            row={one}
            place={index}
            presences={presences}
            isCurrent={index === place}
            isFirstOther={one.kind === 'other' && index === seats}
            onSelect={() => setAt(index)}
            onEdit={() => setEditing(one)}
          />
        ))}
      </div>
      {mayEdit && row !== undefined && (
        <div className={cx('foot')}>
          <p className={cx('chosen')}>
            {row.kind === 'seat' ? (
              <>
                <strong>{t('workspace.attendance.seat', { number: row.standing.seat.number })}</strong>
                {row.standing.seat.fieldName !== null && ` ${row.standing.seat.fieldName}`}
                <span className={cx('deputyName')}>
                  {row.standing.seat.deputy === null
                    ? t('workspace.attendance.noDeputy')
                    : t('workspace.attendance.deputyName', { name: row.standing.seat.deputy.name })}
                </span>
              </>
            ) : (
              <strong>{row.row.person.name}</strong>
            )}
          </p>
          <div className={cx('buttons')}>
            {(convenes ? BUTTONS : ANSWER_BUTTONS).map(({ command, label, key }) => (
              <Button
                key={command}
                size="s"
                isDisabled={
                  command === 'deputy' && (row.kind === 'other' || row.standing.seat.deputy === null)
                }
                onPress={() => run(command, row)}
              >
                {t(label)} <Keys shortcut={key} />
              </Button>
            ))}
          </div>
          {unmarked.length >= MANY && (
            <Button
              size="s"
              variant="quiet"
              icon="arrive"
              onPress={() => {
                for (const person of unmarked)
                  void note({ personId: person.id, event: 'arrive', capacity: 'member' });
              }}
            >
              {t(convenes ? 'workspace.attendance.allArrived' : 'answers.all')} ({unmarked.length})
            </Button>
          )}
        </div>
      )}
      <VisuallyHidden elementType="p" aria-live="polite">
        {said}
      </VisuallyHidden>
      {edited.length > 0 &&
        (convenes ? (
          <IntervalDialog people={edited} onClose={() => setEditing(null)} />
        ) : (
          <AnswerDialog people={edited} onClose={() => setEditing(null)} />
        ))}
    </section>
  );
}
