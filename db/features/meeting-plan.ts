/** The plan of a year or a term (vuosisuunnitelma): series of meetings, moving, beginning to prepare, cancelling. */
import type { Kysely, Selectable } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { addDays } from '../model/dates.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { assertKindAllowed } from '../model/meeting-kind.ts';
import { hasNumber, keepsNumber } from '../model/meeting-number.ts';
import type { seriesInputSchema } from '../model/meeting-series.ts';
import { assertTransition, type Requirement } from '../model/meeting-state.ts';
import { nextMeetingNumber } from '../model/numbering.ts';
import { addStandingItems } from './agenda-templates.ts';
import { expectAttendance } from './expected-attendance.ts';
import { isMeetingCancelled } from './issued.ts';
import { assertMayChange, meetingRow } from './meeting-guards.ts';
import { firstNumberOf, renumberPlanned, sentFacts } from './meeting-numbers.ts';
import { officesOn } from './meeting-rows.ts';
import { assertInTerm, type Wording } from './meetings.ts';
import { rulesOn } from './rules-in-force.ts';
import { indexMeeting } from './search.ts';

/**
 * Plans the meetings of a list: dates alone, without agenda or people, which come when one begins to prepare a
 * meeting, since both change until then.
 * @returns ids in the order of the list
 * @throws AppError TERM_MISSING, EMAIL_DECISIONS_NOT_ALLOWED; nothing has been planned then
 */
export async function planSeries(
  trx: Kysely<Database>,
  input: v.InferOutput<typeof seriesInputSchema>,
): Promise<{ ids: string[]; renumbered: string[] }> {
  const { boardId, meetings } = input;
  const years = [...new Set(meetings.map((meeting) => Number(meeting.heldOn.slice(0, 4))))];
  const starts = new Map<number, number>();
  for (const year of years) starts.set(year, await firstNumberOf(trx, boardId, year));
  const ids: string[] = [];
  for (const meeting of meetings) {
    await assertInTerm(trx, boardId, meeting.heldOn);
    const rules = await rulesOn(trx, boardId, meeting.heldOn);
    assertKindAllowed(rules, meeting.kind);
    const existing = await trx
      .selectFrom('meeting')
      .select(['number', 'year'])
      .where('board_id', '=', boardId)
      .execute();
    const id = newId();
    await trx
      .insertInto('meeting')
      .values({
        id,
        board_id: boardId,
        ...nextMeetingNumber(existing, meeting.heldOn),
        kind: meeting.kind,
        held_on: meeting.heldOn,
        planned_start: meeting.plannedStart,
        place: meeting.place.trim(),
        language: input.language,
        examination_due_on: addDays(meeting.heldOn, rules.examinationDays),
      })
      .execute();
    ids.push(id);
  }
  const renumbered: string[] = [];
  for (const [year, start] of starts) renumbered.push(...(await renumberPlanned(trx, boardId, year, start)));
  for (const id of ids) await indexMeeting(trx, id);
  return { ids, renumbered };
}

/**
 * Begins to prepare a planned meeting: its standing items, its officers and those expected to attend, as they are now.
 * @param template key of an agenda template, `own` for the board's own; null: no items
 * @throws AppError AGENDA_NOT_EMPTY, AGENDA_FROZEN, MEETING_CANCELLED
 */
export async function prepareMeeting(
  trx: Kysely<Database>,
  meetingId: string,
  template: string | null,
  wording: Wording,
): Promise<void> {
  const row = await meetingRow(trx, meetingId);
  assertMayChange(row, 'agenda');
  const item = await trx
    .selectFrom('agenda_item')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  if (item) throw new AppError('AGENDA_NOT_EMPTY');
  const offices = await officesOn(trx, row.board_id, row.held_on);
  await trx
    .updateTable('meeting')
    .set({
      chair_id: row.chair_id ?? offices.chair,
      secretary_id: row.secretary_id ?? offices.secretary,
      presenter_id: row.presenter_id ?? offices.presenter,
      version: row.version + 1,
    })
    .where('id', '=', meetingId)
    .execute();
  await expectAttendance(trx, row);
  if (template !== null) await addStandingItems(trx, row, template, wording);
  await indexMeeting(trx, meetingId);
}

/** When and where a planned meeting is held. */
export interface PlannedPlace {
  heldOn: string;
  plannedStart: string | null;
  place: string;
}

/**
 * Moves a meeting that has not begun to another day, time or place.
 * @returns what it was, so that it can be moved back
 * @throws AppError MEETING_BEGUN, MEETING_CANCELLED, TERM_MISSING, YEAR_FIXED
 */
export async function moveMeeting(
  trx: Kysely<Database>,
  meetingId: string,
  to: PlannedPlace,
): Promise<{ before: PlannedPlace; renumbered: string[] }> {
  const row = await meetingRow(trx, meetingId);
  if (row.state === 'cancelled') throw new AppError('MEETING_CANCELLED');
  if (row.state !== 'draft' && row.state !== 'called') throw new AppError('MEETING_BEGUN');
  await assertInTerm(trx, row.board_id, to.heldOn);
  const year = Number(to.heldOn.slice(0, 4));
  if (year !== row.year && keepsNumber(sentFacts(row)))
    throw new AppError('YEAR_FIXED', { year: row.year }, { heldOn: 'year_fixed' });
  const rules = await rulesOn(trx, row.board_id, to.heldOn);
  const starts = new Map<number, number>();
  for (const one of new Set([row.year, year])) starts.set(one, await firstNumberOf(trx, row.board_id, one));
  const numbers = await trx
    .selectFrom('meeting')
    .select(['number', 'year'])
    .where('board_id', '=', row.board_id)
    .execute();
  await trx
    .updateTable('meeting')
    .set({
      held_on: to.heldOn,
      planned_start: to.plannedStart,
      place: to.place.trim(),
      examination_due_on: addDays(to.heldOn, rules.examinationDays),
      ...(year === row.year ? {} : nextMeetingNumber(numbers, to.heldOn)),
      version: row.version + 1,
    })
    .where('id', '=', meetingId)
    .execute();
  const renumbered: string[] = [];
  for (const [one, start] of starts)
    renumbered.push(...(await renumberPlanned(trx, row.board_id, one, start)));
  await indexMeeting(trx, meetingId);
  return {
    before: { heldOn: row.held_on, plannedStart: row.planned_start, place: row.place },
    renumbered,
  };
}

/**
 * Cancels a meeting that has not begun (peruutus). Its items are suggested to the next one.
 * @param reason needed once the meeting has been called
 * @param today ISO date
 * @throws AppError transition_not_allowed, reason_missing
 */
export async function setCancelled(
  trx: Kysely<Database>,
  row: Selectable<Database['meeting']>,
  reason: string,
  today: string,
): Promise<{ renumbered: string[] }> {
  assertTransition(row.state, 'cancelled', new Set(), reason);
  const start = await firstNumberOf(trx, row.board_id, row.year);
  await trx
    .updateTable('meeting')
    .set({
      state: 'cancelled',
      cancelled_on: today,
      cancellation_reason: reason.trim(),
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute();
  return { renumbered: await renumberPlanned(trx, row.board_id, row.year, start) };
}

/**
 * Takes a cancellation back. A meeting whose call was sent is called again, unless those called were told that it is
 * cancelled: then it waits for a new call. One that had lost its number gets the one of its day.
 * @throws AppError transition_not_allowed
 */
export async function restoreMeeting(
  trx: Kysely<Database>,
  meetingId: string,
): Promise<{ renumbered: string[] }> {
  const row = await meetingRow(trx, meetingId);
  const needsCall = row.call_sent_on === null || (await isMeetingCancelled(trx, meetingId));
  const state = needsCall ? 'draft' : 'called';
  assertTransition(row.state, state, new Set<Requirement>(['notice_sent']));
  const start = await firstNumberOf(trx, row.board_id, row.year);
  const numbers = await trx
    .selectFrom('meeting')
    .select(['number', 'year'])
    .where('board_id', '=', row.board_id)
    .execute();
  await trx
    .updateTable('meeting')
    .set({
      state,
      cancelled_on: null,
      cancellation_reason: '',
      ...(hasNumber(sentFacts(row)) ? {} : nextMeetingNumber(numbers, `${row.year}-01-01`)),
      version: row.version + 1,
    })
    .where('id', '=', meetingId)
    .execute();
  return { renumbered: await renumberPlanned(trx, row.board_id, row.year, start) };
}
