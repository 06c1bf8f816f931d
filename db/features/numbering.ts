/** § numbers of a board's meetings: frozen ones are stored, the others follow from them. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { numbersFrozen } from '../model/meeting-state.ts';
import { firstSection, type NumberedMeeting, type Period } from '../model/numbering.ts';
import { rulesOn } from './rules-in-force.ts';

interface NumberedRow {
  id: string;
  heldOn: string;
  number: number;
  frozen: boolean;
  isCancelled: boolean;
  stored: number | null;
  items: number;
}

/**
 * The first § number of every meeting of a board, by meeting id; null for a meeting without items.
 * Walks the meetings in the order of their days, so that a planned meeting continues from the planned one before it.
 */
export async function firstSections(
  db: Kysely<Database>,
  boardId: string,
): Promise<Map<string, number | null>> {
  const rows = await db
    .selectFrom('meeting')
    .leftJoin('agenda_item', 'agenda_item.meeting_id', 'meeting.id')
    .select(({ fn }) => [
      'meeting.id',
      'meeting.held_on as heldOn',
      'meeting.number',
      'meeting.state',
      'meeting.first_section as stored',
      fn.count<number>('agenda_item.id').as('items'),
    ])
    .where('meeting.board_id', '=', boardId)
    .groupBy('meeting.id')
    .orderBy('meeting.held_on')
    .orderBy('meeting.number')
    .execute();
  const meetings: NumberedRow[] = rows.map((row) => ({
    ...row,
    frozen: numbersFrozen(row.state),
    isCancelled: row.state === 'cancelled',
  }));
  const terms = await db
    .selectFrom('term')
    .select(['starts_on as startsOn', 'ends_on as endsOn'])
    .where('board_id', '=', boardId)
    .execute();
  const known: NumberedMeeting[] = meetings.filter((m) => m.frozen).map(numbered);
  const result = new Map<string, number | null>();
  for (const meeting of meetings) {
    if (meeting.frozen) {
      result.set(meeting.id, meeting.stored);
      continue;
    }
    // A cancelled meeting deals with nothing.
    if (meeting.isCancelled) {
      result.set(meeting.id, null);
      continue;
    }
    const term: Period | null =
      terms.find((t) => t.startsOn <= meeting.heldOn && meeting.heldOn <= t.endsOn) ?? null;
    const rules = await rulesOn(db, boardId, meeting.heldOn);
    // Without a term there is no period to number in; by calendar year none is needed.
    const first =
      rules.numbering === 'term' && term === null
        ? 1
        : firstSection(known, rules, meeting.heldOn, term).first;
    result.set(meeting.id, meeting.items > 0 ? first : null);
    known.push({ ...numbered({ ...meeting, stored: first }), frozen: false });
  }
  return result;
}

function numbered(meeting: NumberedRow): NumberedMeeting {
  const first = meeting.items > 0 ? meeting.stored : null;
  return {
    date: meeting.heldOn,
    firstSection: first,
    lastSection: first === null ? null : first + meeting.items - 1,
    frozen: meeting.frozen,
  };
}
