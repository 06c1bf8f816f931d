/** Meetings: creating, changing and removing them. Series and cancelling are in meeting-plan.ts. */
import type { Kysely } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { removeSearchEntry } from '../core/search.ts';
import type { AgendaTemplates } from '../model/agenda-template.ts';
import { addDays } from '../model/dates.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { meetingInputSchema } from '../model/meeting.ts';
import { assertKindAllowed, KIND_RULES, type MeetingKind } from '../model/meeting-kind.ts';
import { hasNumber, keepsNumber } from '../model/meeting-number.ts';
import { meetingNumberText, nextMeetingNumber } from '../model/numbering.ts';
import type { Phrases } from '../model/phrases.ts';
import { addStandingItems } from './agenda-templates.ts';
import { expectAttendance } from './expected-attendance.ts';
import { assertMayChange, assertVersion, meetingRow } from './meeting-guards.ts';
import { firstNumberOf, renumberPlanned, sentFacts } from './meeting-numbers.ts';
import { officesOn } from './meeting-rows.ts';
import { rulesOn } from './rules-in-force.ts';
import { indexMeeting } from './search.ts';

type MeetingValues = v.InferOutput<typeof meetingInputSchema>;

export interface Wording {
  phrases: Phrases;
  agendaTemplates: AgendaTemplates;
}

/**
 * A new meeting with its standing items and everybody who is expected to attend. Its number follows from its day.
 * @param template key of an agenda template, `own` for the board's own; `null`: no items
 * @throws AppError TERM_MISSING when the board has no term on that day, EMAIL_DECISIONS_NOT_ALLOWED
 */
export async function createMeeting(
  trx: Kysely<Database>,
  boardId: string,
  values: MeetingValues,
  template: string | null,
  wording: Wording,
): Promise<{ id: string; label: string; renumbered: string[] }> {
  await assertInTerm(trx, boardId, values.heldOn);
  const rules = await rulesOn(trx, boardId, values.heldOn);
  const kind: MeetingKind = values.kind ?? 'meeting';
  assertKindAllowed(rules, kind);
  const existing = await trx
    .selectFrom('meeting')
    .select(['number', 'year'])
    .where('board_id', '=', boardId)
    .execute();
  const offices = await officesOn(trx, boardId, values.heldOn);
  const number = nextMeetingNumber(existing, values.heldOn);
  const start = await firstNumberOf(trx, boardId, number.year);
  const id = newId();
  await trx
    .insertInto('meeting')
    .values({
      id,
      board_id: boardId,
      ...number,
      kind,
      held_on: values.heldOn,
      planned_start: values.plannedStart,
      place: values.place,
      language: values.language,
      chair_id: values.chairId ?? offices.chair,
      secretary_id: values.secretaryId ?? offices.secretary,
      presenter_id: values.presenterId ?? offices.presenter,
      opener_id: values.openerId ?? (await usualOpener(trx, boardId, kind, values.heldOn)),
      diary_number: values.diaryNumber,
      examination_due_on: addDays(values.heldOn, rules.examinationDays),
    })
    .execute();
  const renumbered = await renumberPlanned(trx, boardId, number.year, start);
  // Not before it has the number of its day: what was sent keeps its number.
  if (values.callSentOn !== null || values.agendaSentOn !== null)
    await trx
      .updateTable('meeting')
      .set({ call_sent_on: values.callSentOn, agenda_sent_on: values.agendaSentOn })
      .where('id', '=', id)
      .execute();
  const row = await meetingRow(trx, id);
  await expectAttendance(trx, row);
  if (template !== null) await addStandingItems(trx, row, template, wording);
  await indexMeeting(trx, id);
  return { id, label: meetingNumberText(row), renumbered };
}

/** @throws AppError TERM_MISSING */
export async function assertInTerm(trx: Kysely<Database>, boardId: string, date: string): Promise<void> {
  const term = await trx
    .selectFrom('term')
    .select('id')
    .where('board_id', '=', boardId)
    .where('starts_on', '<=', date)
    .where('ends_on', '>=', date)
    .executeTakeFirst();
  if (!term) throw new AppError('TERM_MISSING', { date }, { heldOn: 'outside_term' });
}

/**
 * Who opens an organising meeting, where the rules and the register tell: the chair of the term before. The convener
 * and the oldest member are known to the secretary alone (no dates of birth are kept).
 */
async function usualOpener(
  trx: Kysely<Database>,
  boardId: string,
  kind: MeetingKind,
  date: string,
): Promise<string | null> {
  if (!KIND_RULES[kind].opensUnderOpener) return null;
  const { organisingOpener } = await rulesOn(trx, boardId, date);
  if (organisingOpener !== 'previous_chair') return null;
  const row = await trx
    .selectFrom('office')
    .select('person_id')
    .where('board_id', '=', boardId)
    .where('office', '=', 'chair')
    .where('starts_on', '<', date)
    .where('ends_on', 'is not', null)
    .where('ends_on', '<=', date)
    .orderBy('ends_on', 'desc')
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/**
 * Changes a meeting's own data. A planned meeting of which nothing was sent may move to another year; it gets a number
 * of that year.
 * @throws AppError NOT_FOUND, CONFLICT, MEETING_EXAMINED, YEAR_FIXED, TERM_MISSING, EMAIL_DECISIONS_NOT_ALLOWED
 */
export async function updateMeeting(
  trx: Kysely<Database>,
  meetingId: string,
  version: number,
  values: MeetingValues,
): Promise<{ version: number; renumbered: string[] }> {
  const row = await meetingRow(trx, meetingId);
  assertMayChange(row, 'text');
  assertVersion(row, version, 'meeting');
  const year = Number(values.heldOn.slice(0, 4));
  // The number and the § numbers belong to the year; what has been sent or finished keeps both.
  if (year !== row.year && keepsNumber(sentFacts(row)))
    throw new AppError('YEAR_FIXED', { year: row.year }, { heldOn: 'year_fixed' });
  if (values.heldOn !== row.held_on) await assertInTerm(trx, row.board_id, values.heldOn);
  const kind = values.kind ?? row.kind;
  const rules = await rulesOn(trx, row.board_id, values.heldOn);
  if (kind !== row.kind) assertKindAllowed(rules, kind);
  const start = await firstNumberOf(trx, row.board_id, year);
  const startBefore = await firstNumberOf(trx, row.board_id, row.year);
  await trx
    .updateTable('meeting')
    .set({
      held_on: values.heldOn,
      planned_start: values.plannedStart,
      place: values.place,
      language: values.language,
      call_sent_on: values.callSentOn,
      agenda_sent_on: values.agendaSentOn,
      chair_id: values.chairId,
      secretary_id: values.secretaryId,
      presenter_id: values.presenterId,
      diary_number: values.diaryNumber,
      kind,
      ...(values.openerId === undefined ? {} : { opener_id: values.openerId }),
      ...(year === row.year ? {} : { year, number: await highestNumber(trx, row.board_id, year) }),
      ...(values.heldOn === row.held_on
        ? {}
        : { examination_due_on: addDays(values.heldOn, rules.examinationDays) }),
      version: version + 1,
    })
    .where('id', '=', meetingId)
    .execute();
  const renumbered = await renumberPlanned(trx, row.board_id, year, start);
  if (year !== row.year)
    renumbered.push(...(await renumberPlanned(trx, row.board_id, row.year, startBefore)));
  await indexMeeting(trx, meetingId);
  return { version: version + 1, renumbered };
}

async function highestNumber(trx: Kysely<Database>, boardId: string, year: number): Promise<number> {
  const rows = await trx
    .selectFrom('meeting')
    .select(['number', 'year'])
    .where('board_id', '=', boardId)
    .execute();
  return nextMeetingNumber(rows, `${year}-01-01`).number;
}

/**
 * Removes a meeting that is only planned, or was cancelled before anything was sent. Its number goes to the next one.
 * @throws AppError NOT_DRAFT, ALREADY_ISSUED, NUMBER_KEPT when its call or agenda was sent: such a meeting is cancelled instead
 */
export async function removeMeeting(
  trx: Kysely<Database>,
  meetingId: string,
): Promise<{ renumbered: string[] }> {
  const row = await meetingRow(trx, meetingId);
  if (row.state !== 'draft' && hasNumber(sentFacts(row))) throw new AppError('NOT_DRAFT');
  const issued = await trx
    .selectFrom('issued_document')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  if (issued) throw new AppError('ALREADY_ISSUED');
  if (keepsNumber(sentFacts(row))) throw new AppError('NUMBER_KEPT', { meeting: meetingNumberText(row) });
  const items = await trx
    .selectFrom('agenda_item')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .execute();
  for (const item of items) await removeSearchEntry(trx, 'item', item.id);
  await removeSearchEntry(trx, 'meeting', meetingId);
  const start = await firstNumberOf(trx, row.board_id, row.year);
  await trx.deleteFrom('meeting').where('id', '=', meetingId).execute();
  return { renumbered: await renumberPlanned(trx, row.board_id, row.year, start) };
}
