/** Who is expected at a meeting (läsnäolijat): those who have a seat or an office on its day. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { newId } from '../model/identity.ts';
import { seatsOn } from './meeting-rows.ts';

/**
 * Brings the list of those expected up to date: every member of a seat, the secretary, the presenter and the experts
 * of the meeting's day are on it; whoever has left the board since goes from it, unless something was noted of him.
 */
export async function expectAttendance(
  trx: Kysely<Database>,
  meeting: { id: string; board_id: string; held_on: string },
): Promise<void> {
  const date = meeting.held_on;
  const term = await trx
    .selectFrom('term')
    .select('id')
    .where('board_id', '=', meeting.board_id)
    .where('starts_on', '<=', date)
    .where('ends_on', '>=', date)
    .executeTakeFirst();
  const seats = term ? await seatsOn(trx, term.id, date) : [];
  const offices = await trx
    .selectFrom('office')
    .selectAll()
    .where('board_id', '=', meeting.board_id)
    .where('office', 'in', ['secretary', 'presenter', 'expert'])
    .where('starts_on', '<=', date)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', date)]))
    .orderBy('office', 'desc')
    .orderBy('id')
    .execute();
  const expected = new Map<
    string,
    { capacity: 'member' | 'secretary' | 'presenter' | 'expert'; title: string }
  >();
  for (const { memberId } of seats)
    if (memberId !== null && !expected.has(memberId))
      expected.set(memberId, { capacity: 'member', title: '' });
  for (const office of offices)
    if (!expected.has(office.person_id))
      expected.set(office.person_id, {
        capacity: office.office as 'secretary' | 'presenter' | 'expert',
        title: office.title,
      });
  const known = await trx
    .selectFrom('attendance')
    .leftJoin('attendance_interval', 'attendance_interval.attendance_id', 'attendance.id')
    .select(({ fn }) => [
      'attendance.id',
      'attendance.person_id',
      'attendance.capacity',
      'attendance.excused',
      fn.count<number>('attendance_interval.id').as('intervals'),
    ])
    .where('attendance.meeting_id', '=', meeting.id)
    .groupBy('attendance.id')
    .execute();
  for (const row of known)
    if (row.capacity === 'member' && row.intervals === 0 && row.excused === 0 && !expected.has(row.person_id))
      await trx.deleteFrom('attendance').where('id', '=', row.id).execute();
  const there = new Set(known.map((row) => row.person_id));
  for (const [position, [personId, one]] of [...expected].entries())
    if (!there.has(personId))
      await trx
        .insertInto('attendance')
        .values({ id: newId(), meeting_id: meeting.id, person_id: personId, ...one, position })
        .execute();
}
