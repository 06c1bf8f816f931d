/** When the meeting was opened, when it ended, and its breaks (tauot); corrected afterwards where need be. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { assertMeetingTimes, movedTime, type MeetingTimes } from '../model/meeting-times.ts';
import type { Seen } from '../model/seen.ts';
import { assertMayChange, meetingRow } from './meeting-guards.ts';
import { assertSeen, mergedWithStored } from './seen-rows.ts';

/**
 * Corrects the times of opening and end. What the opening or the end had set moves with them: the first item's
 * beginning, the last one's end, who was there from the beginning and who to the end.
 * @param seen the times as the window knew them
 * @throws AppError NOT_IN_SESSION; INVALID_INPUT when an item, a break or somebody's presence would lie outside; CONFLICT
 *   when another window has corrected the same time
 */
export async function setMeetingTimes(
  trx: Kysely<Database>,
  meetingId: string,
  given: MeetingTimes,
  seen?: Seen<'times'>,
): Promise<void> {
  const row = await meetingRow(trx, meetingId);
  assertMayChange(row, 'record');
  const after: MeetingTimes = await mergedWithStored(trx, 'times', meetingId, seen, given);
  if (after.startedAt === null) throw new AppError('INVALID_INPUT', {}, { startedAt: 'required' });
  if ((row.ended_at === null) !== (after.endedAt === null))
    throw new AppError(
      'INVALID_INPUT',
      {},
      { endedAt: row.ended_at === null ? 'meeting_goes_on' : 'required' },
    );
  const before: MeetingTimes = { startedAt: row.started_at, endedAt: row.ended_at };
  const items = await trx
    .selectFrom('agenda_item')
    .select(['id', 'started_at', 'ended_at', 'version'])
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
  const moved = items.map((item, index) => ({
    ...item,
    started_at: index === 0 ? movedTime(item.started_at, before, after, 'start') : item.started_at,
    ended_at: index === items.length - 1 ? movedTime(item.ended_at, before, after, 'end') : item.ended_at,
  }));
  const stretches = (
    await trx
      .selectFrom('attendance_interval')
      .innerJoin('attendance', 'attendance.id', 'attendance_interval.attendance_id')
      .selectAll('attendance_interval')
      .where('attendance.meeting_id', '=', meetingId)
      .execute()
  ).map((stretch) => ({
    ...stretch,
    arrived_at:
      stretch.first_item_id === items[0]?.id
        ? movedTime(stretch.arrived_at, before, after, 'start')
        : stretch.arrived_at,
    left_at:
      stretch.last_item_id === items.at(-1)?.id
        ? movedTime(stretch.left_at, before, after, 'end')
        : stretch.left_at,
  }));
  const breaks = await trx
    .selectFrom('meeting_break')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .execute();
  assertMeetingTimes(after, [
    ...moved.flatMap((item) => [item.started_at, item.ended_at]),
    // Who sat down before the chair opened the meeting was there from its beginning.
    ...stretches.flatMap((stretch) => [
      stretch.first_item_id === items[0]?.id ? null : stretch.arrived_at,
      stretch.left_at,
    ]),
    ...breaks.flatMap((one) => [one.started_at, one.ended_at]),
  ]);
  for (const [index, item] of moved.entries())
    if (item.started_at !== items[index]!.started_at || item.ended_at !== items[index]!.ended_at)
      await trx
        .updateTable('agenda_item')
        .set({ started_at: item.started_at, ended_at: item.ended_at, version: item.version + 1 })
        .where('id', '=', item.id)
        .execute();
  for (const { id, arrived_at, left_at } of stretches)
    await trx.updateTable('attendance_interval').set({ arrived_at, left_at }).where('id', '=', id).execute();
  await trx
    .updateTable('meeting')
    .set({ started_at: after.startedAt, ended_at: after.endedAt, version: row.version + 1 })
    .where('id', '=', meetingId)
    .execute();
}

/** The meeting is interrupted (keskeytys, tauko) at the item being dealt with. @throws AppError BREAK_GOES_ON */
export async function startBreak(
  trx: Kysely<Database>,
  meetingId: string,
  time: string,
): Promise<{ id: string; itemId: string | null }> {
  const row = await meetingRow(trx, meetingId);
  assertMayChange(row, 'record');
  if (row.state !== 'in_session') throw new AppError('NOT_IN_SESSION');
  const open = await openBreak(trx, meetingId);
  if (open) throw new AppError('BREAK_GOES_ON');
  const id = newId();
  await trx
    .insertInto('meeting_break')
    .values({ id, meeting_id: meetingId, item_id: row.current_item_id, started_at: time })
    .execute();
  return { id, itemId: row.current_item_id };
}

/** The meeting goes on. @throws AppError NO_BREAK; INVALID_INPUT when the time is before the beginning of the break */
export async function endBreak(trx: Kysely<Database>, meetingId: string, time: string): Promise<void> {
  assertMayChange(await meetingRow(trx, meetingId), 'record');
  const open = await openBreak(trx, meetingId);
  if (!open) throw new AppError('NO_BREAK');
  if (time < open.started_at) throw new AppError('INVALID_INPUT', {}, { time: 'ends_before_start' });
  await trx.updateTable('meeting_break').set({ ended_at: time }).where('id', '=', open.id).execute();
}

/**
 * Notes a break afterwards, corrects one (`id`), or removes it (`times: null`).
 * @param seen the break as the window knew it
 * @throws AppError NOT_FOUND, INVALID_INPUT; CONFLICT when another window has changed the same of it
 */
export async function saveBreak(
  trx: Kysely<Database>,
  input: {
    meetingId: string;
    id: string | null;
    itemId: string | null;
    times: { startedAt: string; endedAt: string | null } | null;
  },
  seen?: Seen<'break'> | null,
): Promise<void> {
  const row = await meetingRow(trx, input.meetingId);
  assertMayChange(row, 'record');
  if (input.id !== null) {
    const known = await trx
      .selectFrom('meeting_break')
      .select('meeting_id')
      .where('id', '=', input.id)
      .executeTakeFirst();
    if (known?.meeting_id !== input.meetingId) throw new AppError('NOT_FOUND', { what: 'break' });
  }
  if (input.times === null) {
    if (input.id !== null) await assertSeen(trx, 'break', input.id, seen ?? undefined);
    if (input.id !== null) await trx.deleteFrom('meeting_break').where('id', '=', input.id).execute();
    return;
  }
  const mine = { itemId: input.itemId, ...input.times };
  const { itemId, startedAt, endedAt } =
    input.id === null ? mine : await mergedWithStored(trx, 'break', input.id, seen, mine);
  if (endedAt === null && row.state !== 'in_session')
    throw new AppError('INVALID_INPUT', {}, { endedAt: 'required' });
  if (endedAt !== null && endedAt < startedAt)
    throw new AppError('INVALID_INPUT', {}, { endedAt: 'ends_before_start' });
  if (row.started_at !== null && startedAt < row.started_at)
    throw new AppError('INVALID_INPUT', {}, { startedAt: 'outside_meeting' });
  if (row.ended_at !== null && endedAt !== null && endedAt > row.ended_at)
    throw new AppError('INVALID_INPUT', {}, { endedAt: 'outside_meeting' });
  const values = { item_id: itemId, started_at: startedAt, ended_at: endedAt };
  if (input.id === null)
    await trx
      .insertInto('meeting_break')
      .values({ id: newId(), meeting_id: input.meetingId, ...values })
      .execute();
  else await trx.updateTable('meeting_break').set(values).where('id', '=', input.id).execute();
}

async function openBreak(
  trx: Kysely<Database>,
  meetingId: string,
): Promise<{ id: string; started_at: string } | undefined> {
  return await trx
    .selectFrom('meeting_break')
    .select(['id', 'started_at'])
    .where('meeting_id', '=', meetingId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}
