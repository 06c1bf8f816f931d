/** Standard words of a decision, from the phrases and the agenda templates. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { draftRecord, shippedTemplate, type AgendaTemplates } from '../model/agenda-template.ts';
import { formatDate, formatTime } from '../model/dates.ts';
import type { DecisionType } from '../model/decision.ts';
import { AppError } from '../model/errors.ts';
import { voteResultSentences } from '../model/item-sentences.ts';
import type { MinutesDocument, MinutesItem } from '../model/minutes-document.ts';
import { joinNames, phrase, phrasesOfBody, type PhraseKey, type Phrases } from '../model/phrases.ts';
import { isEmptyText, richText } from '../model/rich-text.ts';
import type { Seen } from '../model/seen.ts';
import { assertVersion, meetingOfItem } from './meeting-guards.ts';
import { parseText } from './meeting-rows.ts';
import { composeMinutes } from './minutes.ts';
import { indexItem } from './search.ts';
import { mergedWithStored } from './seen-rows.ts';

/** Decisions whose standard words are one phrase. */
export const PLAIN_DECISIONS: Partial<Record<DecisionType, PhraseKey>> = {
  as_proposed: 'decision.asProposed',
  unanimous: 'decision.unanimous',
  noted: 'decision.noted',
  tabled: 'decision.tabledNext',
  returned: 'decision.returned',
  removed: 'decision.removed',
  amended: 'decision.amended',
};

/**
 * The standard text of a decision of that kind; empty when only the secretary can write it.
 * @param document the minutes as composed now
 */
export function decisionText(
  document: MinutesDocument,
  item: MinutesItem,
  type: DecisionType,
  shipped: Phrases,
  templates: AgendaTemplates,
): string {
  const phrases = phrasesOfBody(shipped, document.wording, document.board.kind);
  const { language } = document.meeting;
  const say = (key: PhraseKey, values = {}): string => phrase(phrases, key, language, values);
  if (type === 'voted') {
    return item.votes
      .flatMap((vote, index) =>
        voteResultSentences(document, vote, index === item.votes.length - 1, { phrases, language }),
      )
      .join(' ');
  }
  if (type === 'tabled' && !item.quorate) return say('decision.notQuorate');
  const names = item.elected.map((person) => person.shortName);
  if (type === 'elected' && item.kind !== 'examiners')
    return names.length === 0
      ? ''
      : say('election.elected', { count: names.length, names: joinNames(phrases, language, names) });
  if (item.kind === 'lawfulness' && type === 'other' && !item.quorate) return say('lawfulness.notQuorate');
  const standing = standingText(document, item, type, phrases, templates);
  if (standing !== null) return standing;
  const key = PLAIN_DECISIONS[type];
  if (key) return say(key);
  if (type === 'opened')
    return document.meeting.startedAt
      ? say('opening.decision', { time: formatTime(document.meeting.startedAt, language) })
      : '';
  if (type === 'closed')
    return document.meeting.endedAt
      ? say('closing.decision', { time: formatTime(document.meeting.endedAt, language) })
      : '';
  return '';
}

/** The template's own words for a standing item (opening, lawfulness, examiners …) when the kind fits. */
function standingText(
  document: MinutesDocument,
  item: MinutesItem,
  type: DecisionType,
  phrases: Phrases,
  templates: AgendaTemplates,
): string | null {
  const { language } = document.meeting;
  const { examination } = document;
  const template = shippedTemplate(templates, document.rules.profile, document.meeting.kind);
  const names = joinNames(
    phrases,
    language,
    item.elected.map((person) => person.shortName),
  );
  try {
    const record = draftRecord(template, item.kind, language, {
      startedAt: document.meeting.startedAt === null ? '' : formatTime(document.meeting.startedAt, language),
      ...(document.opener === null ? {} : { opener: document.opener.shortName }),
      endedAt: document.meeting.endedAt === null ? '' : formatTime(document.meeting.endedAt, language),
      present: item.voters,
      seats: document.seats,
      examiners: Math.max(1, item.elected.length),
      examinerNames: names,
      examinationDueOn: examination.dueOn === null ? '' : formatDate(examination.dueOn, language),
      noticeDays: document.rules.noticeDays,
      agendaDays: document.rules.agendaDays,
    });
    if (record === null || record.decision === null || record.decisionType !== type) return null;
    const needs: Partial<Record<DecisionType, string | null>> = {
      opened: document.meeting.startedAt,
      closed: document.meeting.endedAt ?? null,
      elected: names || null,
    };
    return type in needs && needs[type] === null ? '' : record.decision;
  } catch (error) {
    if (error instanceof AppError && error.code === 'PHRASE_VALUE_MISSING') return null;
    throw error;
  }
}

/**
 * Records the kind of a decision. An empty decision text gets the standard words of the board's language; a text
 * that has been written is never touched.
 * @throws AppError CONFLICT when another window has changed the item, or recorded another kind than the one seen
 */
export async function decide(
  trx: Kysely<Database>,
  input: {
    itemId: string;
    version: number;
    type: DecisionType | null;
    seen?: Seen<'decision'> | undefined;
  },
  phrases: Phrases,
  templates: AgendaTemplates,
): Promise<{ version: number; meetingId: string }> {
  const { item, meeting } = await meetingOfItem(trx, input.itemId, 'record');
  assertVersion(item, input.version, 'item');
  await mergedWithStored(trx, 'decision', item.id, input.seen, { type: input.type });
  await trx
    .updateTable('agenda_item')
    .set({ decision_type: input.type, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute();
  if (input.type !== null && isEmptyText(parseText(item.decision))) {
    const document = await composeMinutes(trx, meeting.id);
    const composed = document.items[item.position];
    const text = composed ? decisionText(document, composed, input.type, phrases, templates) : '';
    if (text !== '')
      await trx
        .updateTable('agenda_item')
        .set({ decision: JSON.stringify(richText(text)) })
        .where('id', '=', item.id)
        .execute();
  }
  await indexItem(trx, item.id);
  return { version: item.version + 1, meetingId: meeting.id };
}
