/** The course of a meeting (kokouksen kulku): called, opened, item by item, closed. What follows is in examination.ts. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { checkMeeting } from '../model/check-meeting.ts';
import { AppError } from '../model/errors.ts';
import type { MeetingFacts } from '../model/facts.ts';
import { KIND_RULES, mayStillObject } from '../model/meeting-kind.ts';
import { assertTransition, type Requirement } from '../model/meeting-state.ts';
import type { Phrases } from '../model/phrases.ts';
import { voterStatus } from '../model/quorum.ts';
import { isMeetingCancelled } from './issued.ts';
import { expectAttendance } from './expected-attendance.ts';
import { assertMayChange, meetingRow } from './meeting-guards.ts';
import { loadMeeting, meetingFacts, type MeetingRows } from './meeting-rows.ts';
import { meetingCheck, sectionsOf } from './meeting-view.ts';
import { expectCalledDeputies } from './replies.ts';
import { rulesOn } from './rules-in-force.ts';
import { indexMeeting } from './search.ts';
import { composedText, freeze } from './snapshots.ts';

/** The call (kokouskutsu) has been sent: the meeting is called. */
export async function recordCall(
  trx: Kysely<Database>,
  meetingId: string,
  sent: { callSentOn: string; agendaSentOn: string | null },
): Promise<void> {
  const row = await meetingRow(trx, meetingId);
  const met = new Set<Requirement>(['notice_sent']);
  const item = await trx
    .selectFrom('agenda_item')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  if (item) met.add('items');
  if (row.state === 'draft') assertTransition(row.state, 'called', met);
  else assertMayChange(row, 'text');
  await trx
    .updateTable('meeting')
    .set({
      state: row.state === 'draft' ? 'called' : row.state,
      call_sent_on: sent.callSentOn,
      agenda_sent_on: sent.agendaSentOn,
      version: row.version + 1,
    })
    .where('id', '=', meetingId)
    .execute();
}

/**
 * The chair opens the meeting. A draft whose call has been sent is taken as called.
 * @param time local `HH:MM`
 * Called deputies who have not sent apologies are then on the list of those who attend.
 * @throws AppError requirement_not_met when the call has not been sent or there are no items; MEETING_CANCELLED
 */
export async function openMeeting(trx: Kysely<Database>, meetingId: string, time: string): Promise<void> {
  let row = await meetingRow(trx, meetingId);
  if (await isMeetingCancelled(trx, meetingId)) throw new AppError('MEETING_CANCELLED');
  if (row.state === 'draft') {
    if (row.call_sent_on === null) throw new AppError('CALL_NOT_SENT');
    await recordCall(trx, meetingId, { callSentOn: row.call_sent_on, agendaSentOn: row.agenda_sent_on });
    row = await meetingRow(trx, meetingId);
  }
  assertTransition(row.state, 'in_session', new Set<Requirement>(['opened_at']));
  await expectCalledDeputies(trx, meetingId);
  await expectAttendance(trx, row);
  const first = await trx
    .selectFrom('agenda_item')
    .select(['id', 'version', 'started_at'])
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .executeTakeFirst();
  await trx
    .updateTable('meeting')
    .set({
      state: 'in_session',
      started_at: row.started_at ?? time,
      current_item_id: row.current_item_id ?? first?.id ?? null,
      version: row.version + 1,
    })
    .where('id', '=', meetingId)
    .execute();
  if (first && first.started_at === null)
    await trx
      .updateTable('agenda_item')
      .set({ started_at: time, version: first.version + 1 })
      .where('id', '=', first.id)
      .execute();
}

/**
 * Moves on to an item: it begins, the one before it ends. Going back to an item changes no times.
 * @param time local `HH:MM`
 */
export async function setCurrentItem(
  trx: Kysely<Database>,
  meetingId: string,
  itemId: string,
  time: string,
): Promise<void> {
  const row = await meetingRow(trx, meetingId);
  assertMayChange(row, 'record');
  const items = await trx
    .selectFrom('agenda_item')
    .select(['id', 'position', 'started_at', 'ended_at', 'version'])
    .where('meeting_id', '=', meetingId)
    .execute();
  const next = items.find((item) => item.id === itemId);
  if (!next) throw new AppError('NOT_FOUND', { what: 'item' });
  const current = items.find((item) => item.id === row.current_item_id);
  if (row.state === 'in_session' && current && current.ended_at === null && current.position < next.position)
    await trx
      .updateTable('agenda_item')
      .set({ ended_at: time, version: current.version + 1 })
      .where('id', '=', current.id)
      .execute();
  // Whoever left for a conflict comes back when the board goes on to another item.
  if (row.state === 'in_session' && current && current.id !== next.id)
    await trx
      .updateTable('conflict')
      .set({ returned_at: time })
      .where('item_id', '=', current.id)
      .where('left_at', 'is not', null)
      .where('returned_at', 'is', null)
      .execute();
  if (row.state === 'in_session' && next.started_at === null)
    await trx
      .updateTable('agenda_item')
      .set({ started_at: time, version: next.version + 1 })
      .where('id', '=', next.id)
      .execute();
  await trx.updateTable('meeting').set({ current_item_id: itemId }).where('id', '=', meetingId).execute();
}

/**
 * The chair closes the meeting: § numbers freeze and everybody who is still present leaves.
 * @param time local `HH:MM`
 * @param force close although the record has errors (they stay listed and block the examination)
 * @param today ISO date on which it is closed; null: the deadline for answers by e-mail is not looked at
 * @throws AppError MEETING_UNFINISHED with the number of errors, OBJECTIONS_STILL_POSSIBLE
 */
export async function closeMeeting(
  trx: Kysely<Database>,
  meetingId: string,
  time: string,
  force: boolean,
  today: string | null = null,
): Promise<void> {
  const rows = await loadMeeting(trx, meetingId);
  const { meeting } = rows;
  assertTransition(meeting.state, 'closed', new Set<Requirement>(['closed_at']));
  if (rows.items.length === 0) throw new AppError('NO_ITEMS');
  const sections = await sectionsOf(trx, rows);
  const facts = meetingFacts(rows);
  if (today !== null && facts.needsNoObjection === true) assertAnswered(rows, facts, today, time);
  const errors = checkMeeting({
    ...meetingCheck(rows, facts, sections),
    state: 'closed',
  }).filter((finding) => finding.severity === 'error');
  if (errors.length > 0 && !force)
    throw new AppError('MEETING_UNFINISHED', {
      count: errors.length,
      codes: [...new Set(errors.map((e) => e.code))].join(' '),
    });
  for (const [index, item] of rows.items.entries())
    await trx
      .updateTable('agenda_item')
      .set({
        section: sections[index] ?? null,
        ended_at: item.ended_at ?? (item.started_at === null ? null : time),
      })
      .where('id', '=', item.id)
      .execute();
  const last = rows.items.at(-1)!;
  for (const attendance of rows.attendance)
    for (const interval of attendance.intervals)
      if (interval.open === 1)
        await trx
          .updateTable('attendance_interval')
          .set({
            open: 0,
            left_at: KIND_RULES[meeting.kind].convenes ? time : null,
            last_item_id: last.id,
          })
          .where('id', '=', interval.id)
          .execute();
  await trx
    .updateTable('meeting_break')
    .set({ ended_at: time })
    .where('meeting_id', '=', meetingId)
    .where('ended_at', 'is', null)
    .execute();
  await trx
    .updateTable('meeting')
    .set({
      state: 'closed',
      ended_at: time,
      first_section: sections[0] ?? null,
      version: meeting.version + 1,
    })
    .where('id', '=', meetingId)
    .execute();
  await indexMeeting(trx, meetingId);
}

/** @throws AppError OBJECTIONS_STILL_POSSIBLE before the deadline, unless every seat has answered */
function assertAnswered(rows: MeetingRows, facts: MeetingFacts, today: string, time: string): void {
  const { held_on: heldOn, planned_start: plannedStart } = rows.meeting;
  const answered = voterStatus(facts, 0).voterCount;
  const asked = rows.seats.filter((seat) => seat.memberId !== null || seat.deputyId !== null).length;
  if (mayStillObject({ heldOn, plannedStart, today, time, answered, asked }))
    throw new AppError('OBJECTIONS_STILL_POSSIBLE', { date: heldOn, answered, asked });
}

/**
 * Back into session, with a reason for the log. What closing had ended goes on: those who were there to the end are
 * there again, and the item being dealt with has not ended.
 * @throws AppError reason_missing, requirement_not_met
 */
export async function reopenMeeting(trx: Kysely<Database>, meetingId: string, reason: string): Promise<void> {
  const row = await meetingRow(trx, meetingId);
  const later = await trx
    .selectFrom('meeting')
    .select('id')
    .where('board_id', '=', row.board_id)
    .where('state', 'in', ['closed', 'under_examination', 'examined', 'published'])
    .where('first_section', '>', row.first_section ?? 0)
    .where('held_on', '>=', row.held_on)
    .where('held_on', '<=', await lastDayOfNumbering(trx, row))
    .where('id', '!=', meetingId)
    .executeTakeFirst();
  const examined = await trx
    .selectFrom('minutes_snapshot')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  const met = new Set<Requirement>();
  if (!later) met.add('no_later_numbers');
  if (!examined) met.add('never_examined');
  assertTransition(row.state, 'in_session', met, reason);
  await trx
    .updateTable('current_actor')
    .set({ procedure: `meetings.reopen: ${reason.trim()}` })
    .execute();
  await trx
    .updateTable('meeting')
    .set({ state: 'in_session', first_section: null, ended_at: null, version: row.version + 1 })
    .where('id', '=', meetingId)
    .execute();
  const items = await trx
    .selectFrom('agenda_item')
    .select(['id', 'ended_at', 'version'])
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
  const last = items.at(-1);
  const attending = trx.selectFrom('attendance').select('id').where('meeting_id', '=', meetingId);
  await trx
    .updateTable('attendance_interval')
    .set({ open: 1, left_at: null, last_item_id: null })
    .where('attendance_id', 'in', attending)
    .where('last_item_id', '=', last?.id ?? null)
    .where('left_at', '=', row.ended_at)
    .execute();
  const current = items.find((item) => item.id === row.current_item_id) ?? last;
  if (current && current.ended_at !== null && current.ended_at === row.ended_at)
    await trx
      .updateTable('agenda_item')
      .set({ ended_at: null, version: current.version + 1 })
      .where('id', '=', current.id)
      .execute();
  await trx.updateTable('agenda_item').set({ section: null }).where('meeting_id', '=', meetingId).execute();
}

/** The last day on which § numbers run on from a meeting's. */
async function lastDayOfNumbering(
  trx: Kysely<Database>,
  meeting: { board_id: string; held_on: string },
): Promise<string> {
  const { numbering } = await rulesOn(trx, meeting.board_id, meeting.held_on);
  if (numbering === 'calendar_year') return `${meeting.held_on.slice(0, 4)}-12-31`;
  const term = await trx
    .selectFrom('term')
    .select('ends_on')
    .where('board_id', '=', meeting.board_id)
    .where('starts_on', '<=', meeting.held_on)
    .where('ends_on', '>=', meeting.held_on)
    .executeTakeFirst();
  return term?.ends_on ?? '9999-12-31';
}

/**
 * Freezes examined meetings that have no snapshot, in the order in which they were held: an import brings the
 * record alone.
 * @param instant ISO instant of the snapshots
 * @param phrases the shipped phrases, which are kept with them
 */
export async function freezeExamined(
  trx: Kysely<Database>,
  actor: string,
  instant: string,
  phrases: Phrases | null = null,
): Promise<void> {
  const meetings = await trx
    .selectFrom('meeting')
    .leftJoin('minutes_snapshot', 'minutes_snapshot.meeting_id', 'meeting.id')
    .select('meeting.id')
    .where('meeting.state', 'in', ['examined', 'published'])
    .where('minutes_snapshot.id', 'is', null)
    .orderBy('meeting.held_on')
    .orderBy('meeting.number')
    .execute();
  for (const { id } of meetings)
    await freeze(trx, id, await composedText(trx, id, 'examined', phrases), actor, instant);
}
