/** What a board that is not quorate can do with its agenda: leave the matters to the next meeting. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { AgendaTemplates } from '../model/agenda-template.ts';
import type { Phrases } from '../model/phrases.ts';
import { isEmptyText } from '../model/rich-text.ts';
import { meetingOfItem } from './meeting-guards.ts';
import { loadMeeting, parseText } from './meeting-rows.ts';
import { decide } from './wording.ts';

/**
 * Leaves an item, and every one after it that has no decision, to the next meeting; the closing of the meeting stays.
 * Items examined at once are done with.
 * @param itemId the item being dealt with
 * @returns how many were left
 * @throws AppError NOT_IN_SESSION, UNDER_EXAMINATION, MEETING_EXAMINED
 */
export async function putOffFrom(
  trx: Kysely<Database>,
  itemId: string,
  phrases: Phrases,
  templates: AgendaTemplates,
): Promise<{ meetingId: string; count: number }> {
  const { item, meeting } = await meetingOfItem(trx, itemId, 'record');
  const rows = await loadMeeting(trx, meeting.id);
  const examined = new Set(rows.itemExaminations.map((one) => one.item_id));
  const undecided = rows.items.filter(
    (one) =>
      one.position >= item.position &&
      one.kind !== 'closing' &&
      one.kind !== 'opening' &&
      one.decision_type === null &&
      isEmptyText(parseText(one.decision)) &&
      !examined.has(one.id),
  );
  for (const one of undecided)
    await decide(trx, { itemId: one.id, version: one.version, type: 'tabled' }, phrases, templates);
  return { meetingId: meeting.id, count: undecided.length };
}
