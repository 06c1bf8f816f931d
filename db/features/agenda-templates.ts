/** Agenda templates of a board (esityslistapohjat): the shipped ones, its own, and the standing items they give. */
import type { Kysely, Selectable } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import {
  agendaTemplate,
  boardTemplate,
  draftAgenda,
  OWN_TEMPLATE,
  shippedTemplate,
  templateSchema,
  type AgendaTemplate,
  type AgendaTemplates,
} from '../model/agenda-template.ts';
import { formatDate } from '../model/dates.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { Language } from '../model/language.ts';
import type { MeetingKind } from '../model/meeting-kind.ts';
import { phrase, type Phrases, type PhraseValues } from '../model/phrases.ts';
import { plainText, richText } from '../model/rich-text.ts';
import type { RuleProfile } from '../model/rules.ts';
import { phrasesOfBoard } from './board-phrases.ts';
import { meetingRow } from './meeting-guards.ts';
import { parseText } from './meeting-rows.ts';
import { rulesOn } from './rules-in-force.ts';

type MeetingRow = Selectable<Database['meeting']>;
interface Wording {
  phrases: Phrases;
  agendaTemplates: AgendaTemplates;
}

/** The board's own template for a kind of meeting, or null. */
async function ownTemplate(
  db: Kysely<Database>,
  boardId: string,
  kind: MeetingKind,
): Promise<AgendaTemplate | null> {
  const row = await db
    .selectFrom('agenda_template')
    .select('template')
    .where('board_id', '=', boardId)
    .where('meeting_kind', '=', kind)
    .executeTakeFirst();
  return row ? v.parse(templateSchema, JSON.parse(row.template)) : null;
}

/** A template as the window offers it. */
export interface TemplateChoice {
  key: string;
  profile: RuleProfile['profile'];
  kind: MeetingKind;
  name: string;
  /** ISO date on which the board's own was saved; null for a shipped one. */
  savedOn: string | null;
}

/** Templates that a board chooses from: its own first, then the shipped ones. */
export async function listTemplates(
  db: Kysely<Database>,
  boardId: string,
  templates: AgendaTemplates,
  language: Language,
): Promise<TemplateChoice[]> {
  const own = await db
    .selectFrom('agenda_template')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('meeting_kind')
    .execute();
  return [
    ...own.map((row) => {
      const template = v.parse(templateSchema, JSON.parse(row.template));
      return {
        key: OWN_TEMPLATE,
        profile: template.profile,
        kind: row.meeting_kind,
        name: template.name[language],
        savedOn: row.saved_on,
      };
    }),
    ...templates.templates.map((template) => ({
      key: template.key,
      profile: template.profile,
      kind: template.kind,
      name: template.name[language],
      savedOn: null,
    })),
  ];
}

/**
 * Adds the standing items of a template to a meeting without items. Nobody examines where the rules ask for no
 * examiners, so the item of their election is left out.
 * @param key of a shipped template, or `own`
 * @throws AppError AGENDA_TEMPLATE_NOT_FOUND
 */
export async function addStandingItems(
  trx: Kysely<Database>,
  meeting: MeetingRow,
  key: string,
  { phrases, agendaTemplates }: Wording,
): Promise<void> {
  const rules = await rulesOn(trx, meeting.board_id, meeting.held_on);
  const own = key === OWN_TEMPLATE ? await ownTemplate(trx, meeting.board_id, meeting.kind) : null;
  const template = own ?? agendaTemplate(agendaTemplates, key);
  const values = await planningValues(trx, meeting, rules, phrases);
  const { before, after } = draftAgenda(template, meeting.language, values);
  const items = [...before, ...after].filter((item) => item.kind !== 'examiners' || rules.examiners > 0);
  for (const [position, item] of items.entries())
    await trx
      .insertInto('agenda_item')
      .values({
        id: newId(),
        meeting_id: meeting.id,
        position,
        kind: item.kind,
        title: item.title,
        account: item.account ? JSON.stringify(richText(item.account)) : null,
        proposal: item.proposal ? JSON.stringify(richText(item.proposal)) : null,
      })
      .execute();
}

/** The meeting of the board that was held before another one, or null. A cancelled one was not held. */
export async function meetingBefore(
  db: Kysely<Database>,
  meeting: Pick<MeetingRow, 'id' | 'board_id' | 'held_on' | 'number' | 'year'>,
): Promise<MeetingRow | null> {
  const rows = await db
    .selectFrom('meeting')
    .selectAll()
    .where('board_id', '=', meeting.board_id)
    .where('id', '!=', meeting.id)
    .where('state', '!=', 'cancelled')
    .where('held_on', '<=', meeting.held_on)
    .orderBy('held_on', 'desc')
    .orderBy('number', 'desc')
    .execute();
  return rows.find((row) => row.held_on < meeting.held_on || row.number < meeting.number) ?? null;
}

async function planningValues(
  trx: Kysely<Database>,
  meeting: MeetingRow,
  rules: RuleProfile,
  phrases: Phrases,
): Promise<PhraseValues> {
  const { language } = meeting;
  const previous = await meetingBefore(trx, meeting);
  const board = await trx
    .selectFrom('board')
    .selectAll()
    .where('id', '=', meeting.board_id)
    .executeTakeFirstOrThrow();
  const term = await trx
    .selectFrom('term')
    .selectAll()
    .where('board_id', '=', meeting.board_id)
    .where('starts_on', '<=', meeting.held_on)
    .orderBy('starts_on', 'desc')
    .executeTakeFirstOrThrow();
  return {
    noticeDays: rules.noticeDays,
    agendaDays: rules.agendaDays,
    quorumRule: quorumSentence(await phrasesOfBoard(trx, meeting.board_id, phrases), rules, language),
    examiners: rules.examiners,
    previousMeeting: previous ? `${previous.number}/${previous.year}` : '–',
    term: `${formatDate(term.starts_on, language)}–${formatDate(term.ends_on, language)}`,
    appointmentDecision: board.appointment_decision,
  };
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

/**
 * Makes the chosen items of a meeting the board's own template for meetings of its kind. What is as in the shipped
 * template keeps its three languages and the places that each meeting fills; other words stay in the language of the
 * meeting.
 * @param itemIds items of the meeting that belong to every meeting
 * @param today ISO date
 * @returns the template that was replaced, as `restoreTemplate` takes it; null when there was none
 * @throws AppError NOT_FOUND, TEMPLATE_EMPTY
 */
export async function saveTemplate(
  trx: Kysely<Database>,
  meetingId: string,
  itemIds: readonly string[],
  { phrases, agendaTemplates }: Wording,
  today: string,
): Promise<{ boardId: string; kind: MeetingKind; before: string | null }> {
  const meeting = await meetingRow(trx, meetingId);
  const rules = await rulesOn(trx, meeting.board_id, meeting.held_on);
  const rows = await trx
    .selectFrom('agenda_item')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
  if (!rows.some((row) => itemIds.includes(row.id))) throw new AppError('TEMPLATE_EMPTY');
  const template = boardTemplate({
    profile: rules.profile,
    kind: meeting.kind,
    language: meeting.language,
    items: rows.map((row) => ({
      isKept: itemIds.includes(row.id),
      kind: row.kind,
      title: row.title,
      account: plainText(parseText(row.account)),
      proposal: plainText(parseText(row.proposal)),
    })),
    base:
      (await ownTemplate(trx, meeting.board_id, meeting.kind)) ??
      shippedTemplate(agendaTemplates, rules.profile, meeting.kind),
    values: await planningValues(trx, meeting, rules, phrases),
  });
  const before = await trx
    .selectFrom('agenda_template')
    .select('template')
    .where('board_id', '=', meeting.board_id)
    .where('meeting_kind', '=', meeting.kind)
    .executeTakeFirst();
  await setTemplate(trx, meeting.board_id, meeting.kind, JSON.stringify(template), today);
  return { boardId: meeting.board_id, kind: meeting.kind, before: before?.template ?? null };
}

/**
 * Goes back to the shipped templates, or to an own one that was replaced.
 * @param template what `saveTemplate` replaced; null: none of the board's own
 * @returns the template that was in use
 */
export async function restoreTemplate(
  trx: Kysely<Database>,
  boardId: string,
  kind: MeetingKind,
  template: AgendaTemplate | null,
  today: string,
): Promise<{ before: string | null }> {
  const row = await trx
    .selectFrom('agenda_template')
    .select('template')
    .where('board_id', '=', boardId)
    .where('meeting_kind', '=', kind)
    .executeTakeFirst();
  if (template === null)
    await trx
      .deleteFrom('agenda_template')
      .where('board_id', '=', boardId)
      .where('meeting_kind', '=', kind)
      .execute();
  else await setTemplate(trx, boardId, kind, JSON.stringify(template), today);
  return { before: row?.template ?? null };
}

async function setTemplate(
  trx: Kysely<Database>,
  boardId: string,
  kind: MeetingKind,
  template: string,
  today: string,
): Promise<void> {
  await trx
    .insertInto('agenda_template')
    .values({ id: newId(), board_id: boardId, meeting_kind: kind, template, saved_on: today })
    .onConflict((conflict) =>
      conflict.columns(['board_id', 'meeting_kind']).doUpdateSet({ template, saved_on: today }),
    )
    .execute();
}
