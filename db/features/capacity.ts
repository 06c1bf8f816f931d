/** In what capacity (läsnäolon peruste) somebody attends a meeting. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { Capacity } from '../model/facts.ts';
import { officesOn, seatsOn } from './meeting-rows.ts';

/** In what capacity somebody attends of whom that was not said: by seat, else by office, else as a guest. */
export async function capacityOf(
  trx: Kysely<Database>,
  meeting: { board_id: string; held_on: string },
  personId: string,
): Promise<Capacity> {
  const term = await trx
    .selectFrom('term')
    .select('id')
    .where('board_id', '=', meeting.board_id)
    .where('starts_on', '<=', meeting.held_on)
    .where('ends_on', '>=', meeting.held_on)
    .executeTakeFirst();
  const seats = term ? await seatsOn(trx, term.id, meeting.held_on) : [];
  if (seats.some((seat) => seat.memberId === personId)) return 'member';
  if (seats.some((seat) => seat.deputyId === personId)) return 'deputy';
  const offices = await officesOn(trx, meeting.board_id, meeting.held_on);
  if (offices.secretary === personId) return 'secretary';
  if (offices.presenter === personId) return 'presenter';
  return 'guest';
}
