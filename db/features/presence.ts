/** Presence noted afterwards, and how those without a seat are named in a meeting. */
import type { Kysely } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { attendeeInputSchema, presenceInputSchema } from '../model/meeting.ts';
import { changedFields, type Seen } from '../model/seen.ts';
import { capacityOf } from './capacity.ts';
import { assertMayChange, meetingRow } from './meeting-guards.ts';
import { mergedWithStored, storedRow } from './seen-rows.ts';

/**
 * Notes a stretch of presence that is over, or was never noted (läsnäolojakso jälkikäteen).
 * @throws AppError PRESENCE_OVERLAP when the person was noted as present at one of those items already
 */
export async function addPresence(
  trx: Kysely<Database>,
  input: v.InferOutput<typeof presenceInputSchema>,
): Promise<{ id: string }> {
  const meeting = await meetingRow(trx, input.meetingId);
  assertMayChange(meeting, 'text');
  const items = await trx
    .selectFrom('agenda_item')
    .select(['id', 'position'])
    .where('meeting_id', '=', meeting.id)
    .execute();
  const place = (id: string): number => {
    const found = items.find((item) => item.id === id);
    if (!found) throw new AppError('NOT_FOUND', { what: 'item' });
    return found.position;
  };
  const first = place(input.firstItemId);
  const last = input.lastItemId === null ? Infinity : place(input.lastItemId);
  if (last < first) throw new AppError('INVALID_INPUT', {}, { lastItemId: 'ends_before_start' });
  const leftAt = input.lastItemId === null ? null : input.leftAt;
  if (input.arrivedAt !== null && leftAt !== null && leftAt < input.arrivedAt)
    throw new AppError('INVALID_INPUT', {}, { leftAt: 'ends_before_start' });
  const known = await trx
    .selectFrom('attendance')
    .select('id')
    .where('meeting_id', '=', meeting.id)
    .where('person_id', '=', input.personId)
    .executeTakeFirst();
  const attendanceId = known?.id ?? newId();
  if (!known)
    await trx
      .insertInto('attendance')
      .values({
        id: attendanceId,
        meeting_id: meeting.id,
        person_id: input.personId,
        capacity: input.capacity ?? (await capacityOf(trx, meeting, input.personId)),
        position: 1_000,
      })
      .execute();
  const stretches = await trx
    .selectFrom('attendance_interval')
    .select(['first_item_id', 'last_item_id', 'open'])
    .where('attendance_id', '=', attendanceId)
    .execute();
  for (const stretch of stretches) {
    const from = stretch.first_item_id === null ? 0 : place(stretch.first_item_id);
    const to =
      stretch.open === 1 ? Infinity : stretch.last_item_id === null ? from - 1 : place(stretch.last_item_id);
    if (from <= last && first <= to) throw new AppError('PRESENCE_OVERLAP');
  }
  const id = newId();
  await trx
    .insertInto('attendance_interval')
    .values({
      id,
      attendance_id: attendanceId,
      first_item_id: input.firstItemId,
      last_item_id: input.lastItemId,
      open: input.lastItemId === null ? 1 : 0,
      arrived_at: input.arrivedAt,
      left_at: leftAt,
      remote: input.remote ? 1 : 0,
      speaker_only: input.speakerOnly ? 1 : 0,
    })
    .execute();
  return { id };
}

/**
 * Title and capacity of somebody who attends, as this meeting's minutes print them.
 * @param seen as the window knew them
 * @throws AppError NOT_FOUND; CONFLICT when another window has changed the same
 */
export async function setAttendee(
  trx: Kysely<Database>,
  input: v.InferOutput<typeof attendeeInputSchema>,
  seen?: Seen<'attendee'>,
): Promise<void> {
  const id = await attendeeRow(trx, input);
  if (id === undefined) throw new AppError('NOT_FOUND', { what: 'attendance' });
  const { title, capacity } = input;
  const now = await mergedWithStored(trx, 'attendee', id, seen, { title, capacity });
  await trx.updateTable('attendance').set(now).where('id', '=', id).execute();
}

/**
 * Takes somebody off the list of those attending, with every stretch of presence.
 * @param seen the stretches as the window knew them
 * @throws AppError CONFLICT when another window has noted presence that would go unseen
 */
export async function removeAttendee(
  trx: Kysely<Database>,
  input: { meetingId: string; personId: string },
  seen?: readonly Seen<'interval'>[],
): Promise<void> {
  const id = await attendeeRow(trx, input);
  if (id === undefined) return;
  if (seen !== undefined) {
    const rows = await trx
      .selectFrom('attendance_interval')
      .select('id')
      .where('attendance_id', '=', id)
      .execute();
    for (const row of rows) {
      const theirs = await storedRow(trx, 'interval', row.id);
      if (!seen.some((one) => changedFields(one, theirs).length === 0))
        throw new AppError('CONFLICT', { what: 'interval', id: row.id, fields: '' });
    }
  }
  await trx.deleteFrom('attendance').where('id', '=', id).execute();
}

/** @throws AppError when the meeting may not be changed any more */
async function attendeeRow(
  trx: Kysely<Database>,
  { meetingId, personId }: { meetingId: string; personId: string },
): Promise<string | undefined> {
  assertMayChange(await meetingRow(trx, meetingId), 'text');
  const row = await trx
    .selectFrom('attendance')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.id;
}
