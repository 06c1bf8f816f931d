/** Meetings: creating, planning, and the way from draft to examined. */
import type { Kysely } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { removeSearchEntry } from '../core/search.ts';
import { agendaTemplate, draftAgenda, type AgendaTemplates } from '../model/agenda-template.ts';
import { addDays, formatDate } from '../model/dates.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { Language } from '../model/language.ts';
import type { meetingInputSchema } from '../model/meeting.ts';
import { nextMeetingNumber } from '../model/numbering.ts';
import { phrase, type Phrases } from '../model/phrases.ts';
import { richText } from '../model/rich-text.ts';
import type { RuleProfile } from '../model/rules.ts';
import { phrasesOfBoard } from './board-phrases.ts';
import { assertMayChange, assertVersion, meetingRow } from './meeting-guards.ts';
import { officesOn, seatsOn } from './meeting-rows.ts';
import { rulesOn } from './rules-in-force.ts';
import { indexMeeting } from './search.ts';

type MeetingValues = v.InferOutput<typeof meetingInputSchema>;

export interface Wording {
  phrases: Phrases;
  agendaTemplates: AgendaTemplates;
}

/**
 * A new meeting with its standing items and everybody who is expected to attend.
 * @param template key of an agenda template; `null`: no items
 * @throws AppError TERM_MISSING when the board has no term on that day
 */
export async function createMeeting(
  trx: Kysely<Database>,
  boardId: string,
  values: MeetingValues,
  template: string | null,
  wording: Wording,
): Promise<{ id: string }> {
  const term = await trx
    .selectFrom('term')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('starts_on', '<=', values.heldOn)
    .where('ends_on', '>=', values.heldOn)
    .executeTakeFirst();
  if (!term) throw new AppError('TERM_MISSING', { date: values.heldOn }, { heldOn: 'outside_term' });
  const existing = await trx
    .selectFrom('meeting')
    .select(['number', 'year'])
    .where('board_id', '=', boardId)
    .execute();
  const offices = await officesOn(trx, boardId, values.heldOn);
  const rules = await rulesOn(trx, boardId, values.heldOn);
  const id = newId();
  await trx
    .insertInto('meeting')
    .values({
      id,
      board_id: boardId,
      ...nextMeetingNumber(existing, values.heldOn),
      held_on: values.heldOn,
      planned_start: values.plannedStart,
      place: values.place,
      language: values.language,
      call_sent_on: values.callSentOn,
      agenda_sent_on: values.agendaSentOn,
      chair_id: values.chairId ?? offices.chair,
      secretary_id: values.secretaryId ?? offices.secretary,
      presenter_id: values.presenterId ?? offices.presenter,
      diary_number: values.diaryNumber,
      examination_due_on: addDays(values.heldOn, rules.examinationDays),
    })
    .execute();
  await expectAttendance(trx, id, boardId, term.id, values.heldOn);
  if (template !== null) await addStandingItems(trx, id, boardId, rules, values, template, wording);
  await indexMeeting(trx, id);
  return { id };
}

/** Every member of a seat, the secretary, the presenter and the experts; who came is noted in the meeting. */
async function expectAttendance(
  trx: Kysely<Database>,
  meetingId: string,
  boardId: string,
  termId: string,
  date: string,
): Promise<void> {
  const seats = await seatsOn(trx, termId, date);
  const others = await trx
    .selectFrom('office')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('office', 'in', ['secretary', 'presenter', 'expert'])
    .where('starts_on', '<=', date)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', date)]))
    .orderBy('office', 'desc')
    .orderBy('id')
    .execute();
  const expected = [
    ...seats.flatMap((seat) =>
      seat.memberId ? [{ personId: seat.memberId, capacity: 'member' as const, title: '' }] : [],
    ),
    ...others.map((office) => ({
      personId: office.person_id,
      capacity: office.office as 'secretary' | 'presenter' | 'expert',
      title: office.title,
    })),
  ];
  const seen = new Set<string>();
  for (const [position, one] of expected.entries()) {
    if (seen.has(one.personId)) continue;
    seen.add(one.personId);
    await trx
      .insertInto('attendance')
      .values({
        id: newId(),
        meeting_id: meetingId,
        person_id: one.personId,
        capacity: one.capacity,
        title: one.title,
        position,
      })
      .execute();
  }
}

async function addStandingItems(
  trx: Kysely<Database>,
  meetingId: string,
  boardId: string,
  rules: RuleProfile,
  values: MeetingValues,
  template: string,
  { phrases, agendaTemplates }: Wording,
): Promise<void> {
  const previous = await trx
    .selectFrom('meeting')
    .select(['number', 'year'])
    .where('board_id', '=', boardId)
    .where('id', '!=', meetingId)
    .where('held_on', '<=', values.heldOn)
    .orderBy('held_on', 'desc')
    .orderBy('number', 'desc')
    .executeTakeFirst();
  const board = await trx.selectFrom('board').selectAll().where('id', '=', boardId).executeTakeFirstOrThrow();
  const term = await trx
    .selectFrom('term')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('starts_on', '<=', values.heldOn)
    .orderBy('starts_on', 'desc')
    .executeTakeFirstOrThrow();
  const language = values.language;
  const { before, after } = draftAgenda(agendaTemplate(agendaTemplates, template), language, {
    noticeDays: rules.noticeDays,
    agendaDays: rules.agendaDays,
    quorumRule: quorumSentence(await phrasesOfBoard(trx, boardId, phrases), rules, language),
    examiners: rules.examiners,
    previousMeeting: previous ? `${previous.number}/${previous.year}` : '–',
    term: `${formatDate(term.starts_on, language)}–${formatDate(term.ends_on, language)}`,
    appointmentDecision: board.appointment_decision,
  });
  for (const [position, item] of [...before, ...after].entries())
    await trx
      .insertInto('agenda_item')
      .values({
        id: newId(),
        meeting_id: meetingId,
        position,
        kind: item.kind,
        title: item.title,
        account: item.account ? JSON.stringify(richText(item.account)) : null,
        proposal: item.proposal ? JSON.stringify(richText(item.proposal)) : null,
      })
      .execute();
}

function quorumSentence(phrases: Phrases, rules: RuleProfile, language: Language): string {
  switch (rules.quorum.kind) {
    case 'more_than_half':
      return phrase(phrases, 'quorum.ruleMoreThanHalf', language);
    case 'at_least_half':
      return phrase(phrases, 'quorum.ruleAtLeastHalf', language);
    case 'at_least':
      return phrase(phrases, 'quorum.ruleAtLeast', language, { minimum: rules.quorum.minimum });
  }
}

/** Changes a meeting's own data. @throws AppError NOT_FOUND, CONFLICT, MEETING_EXAMINED */
export async function updateMeeting(
  trx: Kysely<Database>,
  meetingId: string,
  version: number,
  values: MeetingValues,
): Promise<{ version: number }> {
  const row = await meetingRow(trx, meetingId);
  assertMayChange(row, 'text');
  assertVersion(row, version, 'meeting');
  // The number and the § numbers belong to the year; a finished meeting keeps both.
  if (values.heldOn.slice(0, 4) !== String(row.year))
    throw new AppError('YEAR_FIXED', { year: row.year }, { heldOn: 'year_fixed' });
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
      version: version + 1,
    })
    .where('id', '=', meetingId)
    .execute();
  await indexMeeting(trx, meetingId);
  return { version: version + 1 };
}

/** Removes a meeting that is still a draft and of which nothing went out. @throws AppError NOT_DRAFT, ALREADY_ISSUED */
export async function removeMeeting(trx: Kysely<Database>, meetingId: string): Promise<void> {
  const row = await meetingRow(trx, meetingId);
  if (row.state !== 'draft') throw new AppError('NOT_DRAFT');
  const issued = await trx
    .selectFrom('issued_document')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  if (issued) throw new AppError('ALREADY_ISSUED');
  const items = await trx
    .selectFrom('agenda_item')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .execute();
  for (const item of items) await removeSearchEntry(trx, 'item', item.id);
  await removeSearchEntry(trx, 'meeting', meetingId);
  await trx.deleteFrom('meeting').where('id', '=', meetingId).execute();
}
