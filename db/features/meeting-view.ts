/** A meeting's rows and the rules' answers as one view for the window, the CLI and the composer. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { checkMeeting, type MeetingCheck } from '../model/check-meeting.ts';
import type { MeetingFacts } from '../model/facts.ts';
import type { EntryView } from '../model/live-entry.ts';
import { hasNumber, keepsNumber } from '../model/meeting-number.ts';
import { isLocked, mayEditAgenda, mayRecordMinutes } from '../model/meeting-state.ts';
import type { ItemView, MeetingSummary, MeetingView } from '../model/meeting-view.ts';
import { noticeCheck } from '../model/notice.ts';
import { assignSections, meetingNumberText } from '../model/numbering.ts';
import { historyOf } from './item-origins.ts';
import {
  attachmentView,
  attendanceViews,
  itemView,
  label,
  positionsOfApplicants,
  viewFinding,
} from './meeting-item-view.ts';
import { sentFacts } from './meeting-numbers.ts';
import { decisionFacts, loadMeeting, meetingFacts, type MeetingRows } from './meeting-rows.ts';
import { firstSections } from './numbering.ts';
import { profilesOf } from './rules-in-force.ts';
import { tasksOfMeeting } from './tasks.ts';

/**
 * One meeting with everything derived.
 * @throws AppError NOT_FOUND
 */
export async function meetingView(
  db: Kysely<Database>,
  meetingId: string,
  today: string,
): Promise<MeetingView> {
  const rows = await loadMeeting(db, meetingId);
  const facts = meetingFacts(rows);
  const sections = await sectionsOf(db, rows);
  const tasks = await tasksOfMeeting(db, meetingId, today);
  const positions = await positionsOfApplicants(db, rows);
  const origins = {
    histories: await historyOf(
      db,
      rows.meeting.board_id,
      rows.items.map((item) => item.id),
    ),
    ideas: await ideasOf(db, meetingId),
  };
  const items = rows.items.map((_, index) =>
    itemView(rows, facts, index, sections[index] ?? index + 1, tasks, positions, origins),
  );
  const { meeting } = rows;
  const currentIndex = Math.max(
    0,
    rows.items.findIndex((item) => item.id === meeting.current_item_id),
  );
  const findings = checkMeeting(meetingCheck(rows, facts, sections));
  return {
    ...summary(rows, sections),
    boardName: rows.board.name_fi,
    language: meeting.language,
    startedAt: meeting.started_at,
    endedAt: meeting.ended_at,
    diaryNumber: meeting.diary_number,
    callSentOn: meeting.call_sent_on,
    agendaSentOn: meeting.agenda_sent_on,
    agendaSupplementedOn: rows.agendaSending.firstSentOn === null ? null : rows.agendaSending.sentOn,
    notice: noticeCheck(rows.rules, rows.sending.sentOn, meeting.held_on, 'notice'),
    agendaNotice: noticeCheck(rows.rules, rows.agendaSending.sentOn, meeting.held_on, 'agenda'),
    chair: label(rows, rows.chairId),
    viceChair: label(rows, rows.viceChairId),
    secretary: label(rows, rows.secretaryId),
    presenter: label(rows, rows.presenterId),
    opener: label(rows, meeting.opener_id),
    examiners: rows.examinerIds.flatMap((id) => label(rows, id) ?? []),
    examinationDueOn: meeting.examination_due_on,
    examinedOn: meeting.examined_on,
    displayedFrom: meeting.displayed_from,
    currentItemId: meeting.current_item_id,
    rules: rows.rules,
    seats: rows.seats.map((seat) => ({
      seatId: seat.seatId,
      number: seat.number,
      fieldName: seat.fieldName,
      member: label(rows, seat.memberId),
      memberOrganisation: seat.memberOrganisation,
      deputy: label(rows, seat.deputyId),
      deputyOrganisation: seat.deputyOrganisation,
    })),
    attendance: attendanceViews(rows, facts, currentIndex),
    items,
    attachments: rows.attachments.map((a) => ({ ...attachmentView(a), itemId: a.itemId })),
    breaks: rows.breaks.map((one) => ({
      id: one.id,
      itemId: one.item_id,
      startedAt: one.started_at,
      endedAt: one.ended_at,
    })),
    lastEntry: await lastEntry(db, meetingId, items),
    findings: findings.map((finding) => viewFinding(finding, items)),
    mayEditAgenda: mayEditAgenda(meeting.state),
    mayRecordMinutes: mayRecordMinutes(meeting.state),
    locked: isLocked(meeting.state),
  };
}

async function lastEntry(
  db: Kysely<Database>,
  meetingId: string,
  items: readonly ItemView[],
): Promise<EntryView | null> {
  const entry = await db
    .selectFrom('live_entry')
    .leftJoin('person', 'person.id', 'live_entry.person_id')
    .select(['live_entry.kind', 'live_entry.item_id', 'live_entry.noted_at', 'person.name'])
    .where('live_entry.meeting_id', '=', meetingId)
    .orderBy('live_entry.number', 'desc')
    .executeTakeFirst();
  if (!entry) return null;
  return {
    kind: entry.kind,
    person: entry.name,
    section: items.find((item) => item.id === entry.item_id)?.section ?? null,
    time: entry.noted_at,
  };
}

/** § numbers of a meeting's items, in the order of the agenda. */
export async function sectionsOf(db: Kysely<Database>, rows: MeetingRows): Promise<number[]> {
  if (rows.items.length > 0 && rows.items.every((item) => item.section !== null))
    return rows.items.map((item) => item.section ?? 0);
  const first = (await firstSections(db, rows.meeting.board_id)).get(rows.meeting.id) ?? 1;
  return assignSections(
    first,
    rows.items.map((item) => item.id),
  ).map((entry) => entry.section);
}

/** The record in the form that `checkMeeting` reads. */
export function meetingCheck(
  rows: MeetingRows,
  facts: MeetingFacts,
  sections: readonly number[],
): MeetingCheck {
  const indexOf = (itemId: string): number => rows.items.findIndex((item) => item.id === itemId);
  return {
    subject: `meeting ${meetingNumberText(rows.meeting)}`,
    state: rows.meeting.state,
    meetingDate: rows.meeting.held_on,
    callSentOn: rows.sending.sentOn,
    callForOtherDaySentOn: rows.sending.otherDaySentOn,
    agendaSentOn: rows.agendaSending.sentOn,
    facts,
    sections,
    decisions: rows.items.map((_, index) => decisionFacts(rows, facts, index)),
    conflicts: rows.conflicts.map((c) => ({
      itemIndex: indexOf(c.item_id),
      personId: c.person_id,
      ground: c.ground,
      freeText: c.explanation,
    })),
    dissents: rows.dissents.map((d) => ({ itemIndex: indexOf(d.item_id), personId: d.person_id })),
  };
}

function summary(rows: MeetingRows, sections: readonly number[]): MeetingSummary {
  const { meeting } = rows;
  return {
    id: meeting.id,
    boardId: meeting.board_id,
    number: meeting.number,
    year: meeting.year,
    ...numberFacts(meeting),
    cancelledOn: meeting.cancelled_on,
    cancellationReason: meeting.cancellation_reason,
    profile: rows.rules.profile,
    heldOn: meeting.held_on,
    plannedStart: meeting.planned_start,
    place: meeting.place,
    state: meeting.state,
    itemCount: rows.items.length,
    sections: sectionRange(sections),
    version: meeting.version,
  };
}

/** What the rules say of a meeting's number, and the number as it is shown. */
function numberFacts(meeting: Selectable<Database['meeting']>) {
  const numbered = hasNumber(sentFacts(meeting));
  return {
    kind: meeting.kind,
    label: numbered ? meetingNumberText(meeting) : `–/${meeting.year}`,
    keepsNumber: keepsNumber(sentFacts(meeting)),
    hasNumber: numbered,
  };
}

/** Ideas of which items of a meeting came, by item. */
async function ideasOf(
  db: Kysely<Database>,
  meetingId: string,
): Promise<Map<string, { id: string; title: string }>> {
  const rows = await db
    .selectFrom('item_origin')
    .innerJoin('idea', 'idea.id', 'item_origin.idea_id')
    .innerJoin('agenda_item', 'agenda_item.id', 'item_origin.item_id')
    .select(['item_origin.item_id as itemId', 'idea.id', 'idea.title'])
    .where('agenda_item.meeting_id', '=', meetingId)
    .execute();
  return new Map(rows.map(({ itemId, id, title }) => [itemId, { id, title }]));
}

/** "22–35" */
function sectionRange(sections: readonly number[]): string | null {
  const [first, last] = [sections[0], sections.at(-1)];
  if (first === undefined || last === undefined) return null;
  return first === last ? String(first) : `${first}–${last}`;
}

/** A board's meetings, newest first. */
export async function listMeetings(db: Kysely<Database>, boardId: string): Promise<MeetingSummary[]> {
  const firsts = await firstSections(db, boardId);
  const profile = await profilesOf(db, boardId);
  const rows = await db
    .selectFrom('meeting')
    .leftJoin('agenda_item', 'agenda_item.meeting_id', 'meeting.id')
    .selectAll('meeting')
    .select(({ fn }) => fn.count<number>('agenda_item.id').as('itemCount'))
    .where('meeting.board_id', '=', boardId)
    .groupBy('meeting.id')
    .orderBy('meeting.held_on', 'desc')
    .orderBy('meeting.number', 'desc')
    .execute();
  return rows.map((row) => {
    const first = firsts.get(row.id) ?? null;
    return {
      id: row.id,
      boardId: row.board_id,
      number: row.number,
      year: row.year,
      ...numberFacts(row),
      cancelledOn: row.cancelled_on,
      cancellationReason: row.cancellation_reason,
      profile: profile(row.held_on),
      heldOn: row.held_on,
      plannedStart: row.planned_start,
      place: row.place,
      state: row.state,
      itemCount: row.itemCount,
      sections: first === null ? null : sectionRange([first, first + row.itemCount - 1]),
      version: row.version,
    };
  });
}
