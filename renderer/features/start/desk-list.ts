/** What lies on the desk, as a list by date. Pure: the overview of the backend in, entries in order out. */
import { addDays, daysBetween, weekday } from '../../../db/model/dates.ts';
import type { MeetingSummary, TaskView } from '../../../db/model/meeting-view.ts';
import type { NoticeCheck } from '../../../db/model/notice.ts';
import type { Outputs } from '../../api/client.ts';

export type Overview = Outputs['start']['overview'];
export type NextMeeting = NonNullable<Overview['nextMeeting']>;
export type Morning = Outputs['start']['morning'];
export type DueClock = Morning['clockTasks'][number];
export type DueCommunication = Morning['communication'][number];
export type DueAgreement = Morning['agreements'][number];
export type DeskGroup = 'now' | 'late' | 'soon' | 'later';

interface Entry {
  id: string;
  /** The day by which it stands in the list, or null when it has none. */
  date: string | null;
  group: DeskGroup;
}
export type DeskEntry = Entry &
  (
    | { kind: 'session' | 'passed'; meeting: MeetingSummary }
    | { kind: 'call' | 'agenda'; meeting: NextMeeting; check: NoticeCheck }
    | { kind: 'changed' | 'answers'; meeting: NextMeeting }
    | { kind: 'meeting'; meeting: NextMeeting }
    | { kind: 'examine'; meeting: Overview['toExamine'][number] }
    | { kind: 'deliver'; meeting: Overview['toDeliver'][number] }
    | { kind: 'task'; task: TaskView }
    | { kind: 'clock'; clock: DueClock }
    | { kind: 'communication'; row: DueCommunication }
    | { kind: 'agreement'; agreement: DueAgreement }
    | { kind: 'effect'; effect: Overview['effects'][number] }
  );

export const DESK_GROUPS: readonly DeskGroup[] = ['now', 'late', 'soon', 'later'];

/** Sunday of the next week: the end of what is soon. */
export function endOfNextWeek(today: string): string {
  return addDays(today, 14 - weekday(today));
}

/**
 * Everything that waits, each group by date, of what is late the matters of meetings first; what has no date comes
 * last in its group.
 * @param clockTasks tasks of clocks that are late, under way or begin soon
 * @param communication rows of the communication plan that are late or near
 * @param agreements those that end and are to be reminded of
 * @param meetings all of the board: one whose day has passed without being opened is late, too
 */
export function deskList(
  overview: Overview,
  meetings: readonly MeetingSummary[],
  today: string,
  clockTasks: readonly DueClock[] = [],
  communication: readonly DueCommunication[] = [],
  agreements: readonly DueAgreement[] = [],
): DeskEntry[] {
  const soonUntil = endOfNextWeek(today);
  const groupOf = (date: string | null): DeskGroup => {
    if (date === null) return 'soon';
    if (date < today) return 'late';
    return date <= soonUntil ? 'soon' : 'later';
  };
  const dated = (id: string, date: string | null): Entry => ({ id, date, group: groupOf(date) });

  const entries: DeskEntry[] = overview.inSession.map((meeting) => ({
    id: `session:${meeting.id}`,
    date: meeting.heldOn,
    group: 'now',
    kind: 'session',
    meeting,
  }));
  const { nextMeeting } = overview;
  if (nextMeeting) {
    const { notice, agendaNotice } = nextMeeting;
    if (notice.days === null)
      entries.push({
        ...dated(`call:${nextMeeting.id}`, notice.latest),
        kind: 'call',
        meeting: nextMeeting,
        check: notice,
      });
    if (agendaNotice.days === null)
      entries.push({
        ...dated(`agenda:${nextMeeting.id}`, agendaNotice.latest),
        kind: 'agenda',
        meeting: nextMeeting,
        check: agendaNotice,
      });
    // What was sent no longer holds: the sooner everybody knows, the better.
    if (nextMeeting.call.changes > 0)
      entries.push({ ...dated(`changed:${nextMeeting.id}`, today), kind: 'changed', meeting: nextMeeting });
    if (nextMeeting.call.unanswered + nextMeeting.call.deputiesToCall > 0)
      entries.push({
        ...dated(`answers:${nextMeeting.id}`, nextMeeting.heldOn),
        kind: 'answers',
        meeting: nextMeeting,
      });
    entries.push({
      ...dated(`meeting:${nextMeeting.id}`, nextMeeting.heldOn),
      kind: 'meeting',
      meeting: nextMeeting,
    });
  }
  for (const meeting of meetings)
    if ((meeting.state === 'draft' || meeting.state === 'called') && meeting.heldOn < today)
      entries.push({ ...dated(`passed:${meeting.id}`, meeting.heldOn), kind: 'passed', meeting });
  for (const meeting of overview.toExamine)
    entries.push({ ...dated(`examine:${meeting.id}`, meeting.dueOn), kind: 'examine', meeting });
  for (const effect of overview.effects)
    entries.push({ ...dated(`effect:${effect.id}`, effect.effectiveOn), kind: 'effect', effect });
  for (const meeting of overview.toDeliver)
    entries.push({ ...dated(`deliver:${meeting.id}`, null), kind: 'deliver', meeting });
  for (const task of overview.dueTasks)
    entries.push({ ...dated(`task:${task.id}`, task.dueOn), kind: 'task', task });

  for (const clock of clockTasks)
    entries.push({
      ...dated(`clock:${clock.one.taskId}:${clock.one.termYear}`, clock.one.dueOn),
      kind: 'clock',
      clock,
    });

  for (const row of communication)
    entries.push({ ...dated(`communication:${row.id}`, row.plannedOn), kind: 'communication', row });

  for (const agreement of agreements)
    entries.push({ ...dated(`agreement:${agreement.id}`, agreement.dueOn), kind: 'agreement', agreement });

  const rank = (entry: DeskEntry): string =>
    `${DESK_GROUPS.indexOf(entry.group)} ${entry.group === 'late' ? weight(entry) : 0} ${entry.date ?? '9999'}`;
  return entries.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** Of what is late, meetings and minutes come first: others wait for them. Then what was decided, then what was planned. */
function weight({ kind }: DeskEntry): 0 | 1 | 2 {
  if (kind === 'clock' || kind === 'communication') return 2;
  return kind === 'task' || kind === 'effect' || kind === 'agreement' ? 1 : 0;
}

/** As many of a group are shown before one asks for the rest. */
export const MOST_SHOWN = 8;

/** How far a day is, in the words of the desk. */
export type Distance =
  | { kind: 'late'; days: number }
  | { kind: 'today' }
  | { kind: 'tomorrow' }
  | { kind: 'in'; days: number };

export function distance(date: string, today: string): Distance {
  const days = daysBetween(today, date);
  if (days < 0) return { kind: 'late', days: -days };
  if (days === 0) return { kind: 'today' };
  return days === 1 ? { kind: 'tomorrow' } : { kind: 'in', days };
}

/** A board on which nothing has been done yet: the first steps are shown instead of an empty desk. */
export function isNewBoard({ seats, nextMeeting, inSession, toExamine, openTasks }: Overview): boolean {
  const nothing = nextMeeting === null && inSession.length === 0 && toExamine.length === 0 && openTasks === 0;
  return nothing && (seats === null || seats.filled === 0);
}
