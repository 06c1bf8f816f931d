/** What the start page shows: what is due, what is open, what stands still. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { addDays } from '../model/dates.ts';
import type { MeetingSummary, PersonLabel, TaskView } from '../model/meeting-view.ts';
import { FIRST_LIST } from '../model/mailing-list.ts';
import { noticeCheck, type NoticeCheck } from '../model/notice.ts';
import { quorumRequired } from '../model/quorum.ts';
import type { RuleProfile } from '../model/rules.ts';
import { waitingEffects, type WaitingEffect } from './board-effects.ts';
import { callView } from './call-view.ts';
import { lackingMinutes } from './deliveries.ts';
import { examinationView } from './examination-facts.ts';
import { agendaSendingOf, sendingOf } from './issued.ts';
import { mailTrouble, type MailTrouble } from './mail-batches.ts';
import { listRecipients } from './mailing-lists.ts';
import { seatsOn } from './meeting-rows.ts';
import { listMeetings } from './meeting-view.ts';
import { rulesOn } from './rules-in-force.ts';
import { listTasks } from './tasks.ts';

export interface StartOverview {
  boardName: string;
  /** The coming meeting and by when its call and agenda must go. */
  nextMeeting:
    | (MeetingSummary & {
        notice: NoticeCheck;
        agendaNotice: NoticeCheck;
        callSentOn: string | null;
        call: NextCall;
      })
    | null;
  /** Meetings being held. */
  inSession: MeetingSummary[];
  /** Over but not examined, the oldest first: the day by which they should be, and whose approval is missing. */
  toExamine: (MeetingSummary & { dueOn: string | null; overdue: boolean; missingApprovals: PersonLabel[] })[];
  /** Examined lately, with how many of the board and its nominators have not got the minutes. */
  toDeliver: (MeetingSummary & { lacking: number; total: number })[];
  mail: MailTrouble;
  /** Open tasks that are late or due in 30 days. */
  dueTasks: TaskView[];
  openTasks: number;
  /** Effects of decisions that wait for the secretary. */
  effects: WaitingEffect[];
  seats: { total: number; filled: number; withoutDeputy: number; required: number } | null;
  term: { startsOn: string; endsOn: string } | null;
}

/** Days after an examination for which its delivery is reminded of. */
const DELIVERY_DAYS = 60;

/** How the call of the coming meeting stands. */
export interface NextCall {
  /** Changes that nobody has been told of yet. */
  changes: number;
  /** Members and called deputies who have not answered, once the call is out. */
  unanswered: number;
  /** Excused members whose deputy has not been called. */
  deputiesToCall: number;
}

async function nextCall(db: Kysely<Database>, meetingId: string): Promise<NextCall> {
  const { state, forecast, recipients } = await callView(db, meetingId);
  return {
    changes: new Set([...state.call.changes, ...state.agenda.changes].map((change) => JSON.stringify(change)))
      .size,
    unanswered: state.call.number === null ? 0 : forecast.unanswered,
    deputiesToCall: recipients.filter(({ deputyToCall }) => deputyToCall !== null).length,
  };
}

/** From the call that told the meeting's present day. */
async function noticeOf(
  db: Kysely<Database>,
  { id, heldOn }: MeetingSummary,
  rules: RuleProfile,
  callSentOn: string | null,
): Promise<NoticeCheck> {
  const { sentOn } = await sendingOf(db, { id, held_on: heldOn, call_sent_on: callSentOn });
  return noticeCheck(rules, sentOn, heldOn, 'notice');
}

/** From the newest version that changed what is to be decided. */
async function agendaSentOn(
  db: Kysely<Database>,
  id: string,
  row: { agenda_sent_on: string | null } | undefined,
): Promise<string | null> {
  return (await agendaSendingOf(db, { id, agenda_sent_on: row?.agenda_sent_on ?? null })).sentOn;
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
    .select(['id', 'call_sent_on', 'agenda_sent_on', 'examination_due_on', 'examined_on'])
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
  const toDeliver: StartOverview['toDeliver'] = [];
  const recently = meetings.filter(({ id, state }) => {
    const examinedOn = detail(id)?.examined_on ?? null;
    return (
      (state === 'examined' || state === 'published') &&
      examinedOn !== null &&
      examinedOn >= addDays(today, -DELIVERY_DAYS)
    );
  });
  if (recently.length > 0) {
    const entries = await listRecipients(db, boardId, FIRST_LIST, today);
    for (const meeting of recently) {
      const found = await lackingMinutes(db, meeting.id, entries);
      if (found !== null && found.lacking > 0) toDeliver.push({ ...meeting, ...found });
    }
  }
  return {
    boardName: board?.name_fi ?? '',
    nextMeeting: next
      ? {
          ...next,
          callSentOn: detail(next.id)?.call_sent_on ?? null,
          notice: await noticeOf(db, next, rules, detail(next.id)?.call_sent_on ?? null),
          call: await nextCall(db, next.id),
          agendaNotice: noticeCheck(
            rules,
            await agendaSentOn(db, next.id, detail(next.id)),
            next.heldOn,
            'agenda',
          ),
        }
      : null,
    inSession: meetings.filter((meeting) => meeting.state === 'in_session'),
    toExamine,
    toDeliver,
    mail: await mailTrouble(db, boardId),
    dueTasks: tasks.filter((task) => task.dueOn !== null && task.dueOn <= addDays(today, 30)),
    openTasks: tasks.length,
    effects: await waitingEffects(db, boardId, today),
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
