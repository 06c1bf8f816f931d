/** How items are referred to from elsewhere: "3/2026 § 30". */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { itemReferenceText } from '../model/numbering.ts';
import { firstSections } from './numbering.ts';
import { profilesOf } from './rules-in-force.ts';

/**
 * References of items by their id. An item whose number is not frozen yet has the one that it would get now; an item
 * of a cancelled meeting has none, only the meeting.
 */
export async function itemReferences(
  db: Kysely<Database>,
  itemIds: readonly string[],
): Promise<Map<string, string>> {
  if (itemIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .select([
      'agenda_item.id',
      'agenda_item.section',
      'agenda_item.position',
      'meeting.id as meetingId',
      'meeting.board_id',
      'meeting.held_on',
      'meeting.number',
      'meeting.year',
    ])
    .where('agenda_item.id', 'in', itemIds)
    .execute();
  const firsts = new Map<string, number | null>();
  const profiles = new Map<string, Awaited<ReturnType<typeof profilesOf>>>();
  for (const boardId of new Set(rows.map((row) => row.board_id)))
    profiles.set(boardId, await profilesOf(db, boardId));
  for (const boardId of new Set(rows.filter((row) => row.section === null).map((row) => row.board_id)))
    for (const [meetingId, first] of await firstSections(db, boardId)) firsts.set(meetingId, first);
  return new Map(
    rows.map((row) => {
      const first = firsts.get(row.meetingId) ?? null;
      const section = row.section ?? (first === null ? null : first + row.position);
      return [row.id, itemReferenceText(row, section, profiles.get(row.board_id)!(row.held_on))];
    }),
  );
}
