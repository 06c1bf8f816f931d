/** What the start page shows: what is due, what is open, what stands still. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { addDays } from '../model/dates.ts';
import type { MeetingSummary, PersonLabel, TaskView } from '../model/meeting-view.ts';
import { noticeCheck, type NoticeCheck } from '../model/notice.ts';
import { quorumRequired } from '../model/quorum.ts';
import { examinationView } from './examination-facts.ts';
import { seatsOn } from './meeting-rows.ts';
import { listMeetings } from './meeting-view.ts';
import { rulesOn } from './rules-in-force.ts';
import { listTasks } from './tasks.ts';

export interface StartOverview {
  boardName: string;
  /** The coming meeting and by when its call and agenda must go. */
  nextMeeting:
    | (MeetingSummary & { notice: NoticeCheck; agendaNotice: NoticeCheck; callSentOn: string | null })
    | null;
  /** Meetings being held. */
  inSession: MeetingSummary[];
  /** Over but not examined, the oldest first: the day by which they should be, and whose approval is missing. */
  toExamine: (MeetingSummary & { dueOn: string | null; overdue: boolean; missingApprovals: PersonLabel[] })[];
  /** Open tasks that are late or due in 30 days. */
  dueTasks: TaskView[];
  openTasks: number;
  seats: { total: number; filled: number; withoutDeputy: number; required: number } | null;
  term: { startsOn: string; endsOn: string } | null;
}

/** @param today ISO date */
export async function startOverview(
  db: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<StartOverview> {
  const board = await db.selectFrom('board').selectAll().where('id', '=', boardId).executeTakeFirst();
  const meetings = await listMeetings(db, boardId);
  const rules = await rulesOn(db, boardId, today);
  const next = meetings.findLast(
    (meeting) => ['draft', 'called'].includes(meeting.state) && meeting.heldOn >= today,
  );
  const details = await db
    .selectFrom('meeting')
    .select(['id', 'call_sent_on', 'agenda_sent_on', 'examination_due_on'])
    .where('board_id', '=', boardId)
    .execute();
  const detail = (id: string) => details.find((row) => row.id === id);
  const term = await db
    .selectFrom('term')
    .select(['id', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('board_id', '=', boardId)
    .where('starts_on', '<=', today)
    .where('ends_on', '>=', today)
    .executeTakeFirst();
  const seats = term ? await seatsOn(db, term.id, today) : null;
  const tasks = await listTasks(db, boardId, { state: 'open' }, today);
  const toExamine: StartOverview['toExamine'] = [];
  for (const meeting of meetings.toReversed()) {
    if (meeting.state !== 'closed' && meeting.state !== 'under_examination') continue;
    const dueOn = detail(meeting.id)?.examination_due_on ?? null;
    const { missingApprovals } = await examinationView(db, meeting.id);
    toExamine.push({ ...meeting, dueOn, overdue: dueOn !== null && dueOn < today, missingApprovals });
  }
  return {
    boardName: board?.name_fi ?? '',
    nextMeeting: next
      ? {
          ...next,
          callSentOn: detail(next.id)?.call_sent_on ?? null,
          notice: noticeCheck(rules, detail(next.id)?.call_sent_on ?? null, next.heldOn, 'notice'),
          agendaNotice: noticeCheck(rules, detail(next.id)?.agenda_sent_on ?? null, next.heldOn, 'agenda'),
        }
      : null,
    inSession: meetings.filter((meeting) => meeting.state === 'in_session'),
    toExamine,
    dueTasks: tasks.filter((task) => task.dueOn !== null && task.dueOn <= addDays(today, 30)),
    openTasks: tasks.length,
    seats: seats
      ? {
          total: seats.length,
          filled: seats.filter((seat) => seat.memberId !== null).length,
          withoutDeputy:
            rules.deputies === 'personal' ? seats.filter((seat) => seat.deputyId === null).length : 0,
          required: quorumRequired(rules, seats),
        }
      : null,
    term: term ? { startsOn: term.startsOn, endsOn: term.endsOn } : null,
  };
}
