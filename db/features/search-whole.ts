/** Search over the whole file: every kind of thing, with where it stands. */
import type { Kysely } from 'kysely';
import { search } from '../core/search.ts';
import type { Database } from '../core/schema.ts';
import { meetingNumberText } from '../model/numbering.ts';
import { sectionsAhead } from './search-minutes.ts';

/** What a hit is, as `--json` names it. */
export type WholeKind =
  | 'organisation'
  | 'person'
  | 'board'
  | 'meeting'
  | 'item'
  | 'task'
  | 'idea'
  | 'old_minutes'
  | 'old_minutes_item'
  | 'theme'
  | 'volunteer_action'
  | 'indicator';

export interface WholeHit {
  kind: WholeKind;
  id: string;
  title: string;
  /** The piece of text with the words. */
  text: string;
  /** ISO day: of the meeting, the due day of a task; null for what has none. */
  date: string | null;
  /** Short name (lyhenne) of the board to which it belongs; null for what all boards share. */
  board: string | null;
  /** Where an item (asiakohta) stands: `3/2026` and its §. */
  meeting: string | null;
  section: number | null;
}

/** @returns at most `limit` hits, those with the words in their names first, then the newest */
export async function searchWhole(
  db: Kysely<Database>,
  request: { text: string; boardId: string | null; year: number | null; limit: number },
): Promise<WholeHit[]> {
  const { boardId, ...rest } = request;
  const found = await search(db, { ...rest, ...(boardId === null ? {} : { boardId }) });
  const ids = found.map(({ entityId }) => entityId);
  const boards = await db
    .selectFrom('search_entry')
    .innerJoin('board', 'board.id', 'search_entry.board_id')
    .select(['entity_id', 'short_name'])
    .where('entity_id', 'in', ids)
    .execute();
  const items = await db
    .selectFrom('agenda_item as item')
    .innerJoin('meeting', 'meeting.id', 'item.meeting_id')
    .select(['item.id', 'item.section', 'item.position', 'meeting_id', 'number', 'year', 'meeting.board_id'])
    .where('item.id', 'in', ids)
    .execute();
  const firsts = await sectionsAhead(db, items);
  const boardOf = new Map(boards.map((row) => [row.entity_id, row.short_name]));
  const itemOf = new Map(items.map((item) => [item.id, item]));
  return found.map((hit) => {
    const item = hit.entity === 'item' ? itemOf.get(hit.entityId) : undefined;
    return {
      kind: hit.entity as WholeKind,
      id: hit.entityId,
      title: hit.title,
      text: hit.snippet.text,
      date: hit.sortDate?.slice(0, 10) ?? null,
      board: boardOf.get(hit.entityId) ?? null,
      meeting: item ? meetingNumberText(item) : null,
      section: item ? (item.section ?? (firsts.get(item.meeting_id) ?? 1) + item.position) : null,
    };
  });
}
