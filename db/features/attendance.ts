/** Who is there (läsnäolo): coming, leaving, apologies, and corrections. */
import type { Kysely } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { KIND_RULES } from '../model/meeting-kind.ts';
import type { attendanceEventSchema } from '../model/meeting.ts';
import type { Seen } from '../model/seen.ts';
import { capacityOf } from './capacity.ts';
import { takeAnswer, withdrawAnswer } from './email-answers.ts';
import { assertMayChange, meetingRow } from './meeting-guards.ts';
import { assertSeen, mergedWithStored, storedRow } from './seen-rows.ts';

/**
 * Notes that somebody came, left, sent apologies (este) or was absent.
 * - arriving counts from the item being dealt with;
 * - leaving counts from the item being dealt with, unless its decision has been recorded already, and then from the next one.
 * Where people do not come together, to arrive is to have answered by the deadline: it counts in every item; to be absent
 * takes the answer back.
 * @throws AppError ALREADY_PRESENT, NOT_PRESENT, NOBODY_LEAVES, ANSWER_TOO_LATE, REMOTE_NOT_ALLOWED is a finding of the check, not an error
 */
export async function noteAttendance(
  trx: Kysely<Database>,
  event: v.InferOutput<typeof attendanceEventSchema>,
  today: string,
): Promise<void> {
  const meeting = await meetingRow(trx, event.meetingId);
  assertMayChange(meeting, 'text');
  const items = await trx
    .selectFrom('agenda_item')
    .select(['id', 'position', 'decision', 'decision_type'])
    .where('meeting_id', '=', meeting.id)
    .orderBy('position')
    .execute();
  if (!KIND_RULES[meeting.kind].convenes) {
    if (event.event === 'leave') throw new AppError('NOBODY_LEAVES');
    if (event.event === 'absent') await withdrawAnswer(trx, meeting.id, event.personId);
    if (event.event === 'arrive') {
      const { personId, capacity, title } = event;
      const answeredOn = event.answeredOn ?? (today < meeting.held_on ? today : meeting.held_on);
      return await takeAnswer(trx, meeting, { personId, answeredOn, capacity, title });
    }
  }
  const current = items.find((item) => item.id === (event.itemId ?? meeting.current_item_id)) ?? items[0];
  const known = await trx
    .selectFrom('attendance')
    .selectAll()
    .where('meeting_id', '=', meeting.id)
    .where('person_id', '=', event.personId)
    .executeTakeFirst();
  const attendanceId = known?.id ?? newId();
  if (!known)
    await trx
      .insertInto('attendance')
      .values({
        id: attendanceId,
        meeting_id: meeting.id,
        person_id: event.personId,
        capacity: event.capacity ?? (await capacityOf(trx, meeting, event.personId)),
        title: event.title,
        position: 1_000,
      })
      .execute();
  const open = await trx
    .selectFrom('attendance_interval')
    .selectAll()
    .where('attendance_id', '=', attendanceId)
    .where('open', '=', 1)
    .executeTakeFirst();
  switch (event.event) {
    case 'arrive': {
      if (open) throw new AppError('ALREADY_PRESENT');
      await trx
        .insertInto('attendance_interval')
        .values({
          id: newId(),
          attendance_id: attendanceId,
          first_item_id: current?.id ?? null,
          last_item_id: null,
          open: 1,
          arrived_at: event.time,
          left_at: null,
          remote: event.remote ? 1 : 0,
          speaker_only: event.speakerOnly ? 1 : 0,
        })
        .execute();
      return;
    }
    case 'leave': {
      if (!open) throw new AppError('NOT_PRESENT');
      const decided = current !== undefined && (current.decision_type !== null || current.decision !== null);
      const last = decided ? current : items[(current?.position ?? 0) - 1];
      await trx
        .updateTable('attendance_interval')
        .set({ open: 0, left_at: event.time, last_item_id: last?.id ?? null })
        .where('id', '=', open.id)
        .execute();
      return;
    }
    case 'excuse':
    case 'absent': {
      if (open) throw new AppError('ALREADY_PRESENT');
      const excused = event.event === 'excuse' ? 1 : 0;
      await trx
        .updateTable('attendance')
        .set({ excused, excused_on: excused === 1 ? (known?.excused_on ?? today) : null })
        .where('id', '=', attendanceId)
        .execute();
      return;
    }
  }
}

/**
 * Corrects a stretch of presence afterwards; what is not given stays.
 * @param seen the stretch as the window knew it
 * @throws AppError NOT_FOUND; CONFLICT when another window has changed the same of it
 */
export async function changeInterval(
  trx: Kysely<Database>,
  id: string,
  change: {
    arrivedAt?: string | null | undefined;
    leftAt?: string | null | undefined;
    firstItemId?: string | null | undefined;
    lastItemId?: string | null | undefined;
    remote?: boolean | undefined;
    speakerOnly?: boolean | undefined;
    open?: boolean | undefined;
  },
  seen?: Seen<'interval'>,
): Promise<{ meetingId: string; personId: string }> {
  const row = await trx
    .selectFrom('attendance_interval')
    .innerJoin('attendance', 'attendance.id', 'attendance_interval.attendance_id')
    .selectAll('attendance_interval')
    .select(['attendance.meeting_id', 'attendance.person_id'])
    .where('attendance_interval.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'interval' });
  assertMayChange(await meetingRow(trx, row.meeting_id), 'text');
  const known = seen ?? (await storedRow(trx, 'interval', id));
  const { firstItemId, lastItemId, open, arrivedAt, leftAt, remote, speakerOnly } = await mergedWithStored(
    trx,
    'interval',
    id,
    known,
    { ...known, ...given(change) },
  );
  const next = {
    arrived_at: arrivedAt,
    left_at: leftAt,
    first_item_id: firstItemId,
    last_item_id: lastItemId,
    remote: flag(remote),
    speaker_only: flag(speakerOnly),
    open: flag(open),
  };
  if (next.open === 1) {
    next.left_at = null;
    next.last_item_id = null;
  }
  if (next.arrived_at !== null && next.left_at !== null && next.left_at < next.arrived_at)
    throw new AppError('INVALID_INPUT', {}, { leftAt: 'ends_before_start' });
  await trx.updateTable('attendance_interval').set(next).where('id', '=', id).execute();
  return { meetingId: row.meeting_id, personId: row.person_id };
}

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);

/** Without what was left out. */
function given<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/**
 * Removes a stretch of presence that was noted by mistake.
 * @param seen the stretch as the window knew it
 * @throws AppError NOT_FOUND; CONFLICT when another window has changed it since
 */
export async function removeInterval(
  trx: Kysely<Database>,
  id: string,
  seen?: Seen<'interval'>,
): Promise<{ meetingId: string; personId: string }> {
  await assertSeen(trx, 'interval', id, seen);
  const whose = await changeInterval(trx, id, {});
  await trx.deleteFrom('attendance_interval').where('id', '=', id).execute();
  return whose;
}
