/** What every change of a meeting checks first: that it exists, what its state allows, and whose version it is. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { isLocked, mayEditAgenda, mayRecordMinutes } from '../model/meeting-state.ts';

type MeetingRow = Selectable<Database['meeting']>;
type ItemRow = Selectable<Database['agenda_item']>;

/** @throws AppError NOT_FOUND */
export async function meetingRow(trx: Kysely<Database>, meetingId: string): Promise<MeetingRow> {
  const row = await trx.selectFrom('meeting').selectAll().where('id', '=', meetingId).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'meeting' });
  return row;
}

/** @throws AppError NOT_FOUND */
export async function itemRow(trx: Kysely<Database>, itemId: string): Promise<ItemRow> {
  const row = await trx.selectFrom('agenda_item').selectAll().where('id', '=', itemId).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'item' });
  return row;
}

/**
 * What is about to be changed: `agenda` (which items there are and their order), `record` (what happened in the
 * meeting) or `text` (anything else, until the minutes are examined).
 */
export type MeetingPart = 'agenda' | 'record' | 'text';

/** @throws AppError MEETING_CANCELLED, UNDER_EXAMINATION, MEETING_EXAMINED, AGENDA_FROZEN, NOT_IN_SESSION */
export function assertMayChange(meeting: MeetingRow, part: MeetingPart): void {
  if (meeting.state === 'cancelled') throw new AppError('MEETING_CANCELLED');
  if (meeting.state === 'under_examination') throw new AppError('UNDER_EXAMINATION');
  if (isLocked(meeting.state)) throw new AppError('MEETING_EXAMINED');
  if (part === 'agenda' && !mayEditAgenda(meeting.state)) throw new AppError('AGENDA_FROZEN');
  if (part === 'record' && !mayRecordMinutes(meeting.state)) throw new AppError('NOT_IN_SESSION');
}

/**
 * The meeting of an item, checked for a change of that part.
 * @throws AppError as `assertMayChange`; ITEM_EXAMINED for the words of a § that was examined at the meeting
 */
export async function meetingOfItem(
  trx: Kysely<Database>,
  itemId: string,
  part: MeetingPart,
): Promise<{ item: ItemRow; meeting: MeetingRow }> {
  const item = await itemRow(trx, itemId);
  const meeting = await meetingRow(trx, item.meeting_id);
  assertMayChange(meeting, part);
  if (part !== 'agenda') {
    const examined = await trx
      .selectFrom('item_examination')
      .select('item_id')
      .where('item_id', '=', itemId)
      .executeTakeFirst();
    if (examined) throw new AppError('ITEM_EXAMINED');
  }
  return { item, meeting };
}

/** @throws AppError CONFLICT when somebody changed the row since the caller read it */
export function assertVersion(row: { version: number }, version: number, what: string): void {
  if (row.version !== version) throw new AppError('CONFLICT', { what, version: row.version });
}
