/**
 * Answers (vastaukset) in a decision by e-mail (päätös ilman kokousta): whoever answers by the last day takes part in
 * every item. The answer tells the day, a stretch of presence from the first item to the last tells the rules.
 */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { ReplyChannel } from '../model/call.ts';
import type { Capacity } from '../model/facts.ts';
import { newId } from '../model/identity.ts';
import { assertAnswerInTime } from '../model/meeting-kind.ts';
import { numbersFrozen } from '../model/meeting-state.ts';
import { capacityOf } from './capacity.ts';
import type { meetingRow } from './meeting-guards.ts';

type MeetingRow = Awaited<ReturnType<typeof meetingRow>>;

export interface EmailAnswer {
  personId: string;
  /** ISO date */
  answeredOn: string;
  channel?: ReplyChannel | undefined;
  note?: string | undefined;
  capacity?: Capacity | undefined;
  title?: string | undefined;
}

/**
 * Takes an answer: from now on the person takes part. Taking it again corrects its day.
 * @throws AppError ANSWER_TOO_LATE when the time for answers was over
 */
export async function takeAnswer(
  trx: Kysely<Database>,
  meeting: MeetingRow,
  answer: EmailAnswer,
): Promise<void> {
  const { personId, answeredOn, channel, note } = answer;
  assertAnswerInTime(answeredOn, meeting.held_on);
  await trx
    .insertInto('invitation_reply')
    .values({
      meeting_id: meeting.id,
      person_id: personId,
      reply: 'coming',
      replied_on: answeredOn,
      channel: channel ?? 'email',
      note: note ?? '',
    })
    .onConflict((conflict) =>
      conflict.columns(['meeting_id', 'person_id']).doUpdateSet({
        reply: 'coming',
        replied_on: answeredOn,
        ...(channel === undefined ? {} : { channel }),
        ...(note === undefined ? {} : { note }),
      }),
    )
    .execute();
  const attendanceId = await attendanceOf(trx, meeting, answer);
  const known = await trx
    .selectFrom('attendance_interval')
    .select('id')
    .where('attendance_id', '=', attendanceId)
    .executeTakeFirst();
  if (known) return;
  const items = await trx
    .selectFrom('agenda_item')
    .select('id')
    .where('meeting_id', '=', meeting.id)
    .orderBy('position')
    .execute();
  const isOver = numbersFrozen(meeting.state);
  await trx
    .insertInto('attendance_interval')
    .values({
      id: newId(),
      attendance_id: attendanceId,
      first_item_id: items[0]?.id ?? null,
      last_item_id: isOver ? (items.at(-1)?.id ?? null) : null,
      open: isOver ? 0 : 1,
      arrived_at: null,
      left_at: null,
      remote: 0,
      speaker_only: 0,
    })
    .execute();
}

/** The row of somebody on the list of those who take part, made when it is not there; not excused any more. */
async function attendanceOf(
  trx: Kysely<Database>,
  meeting: MeetingRow,
  { personId, capacity, title }: EmailAnswer,
): Promise<string> {
  const known = await trx
    .selectFrom('attendance')
    .select(['id', 'excused'])
    .where('meeting_id', '=', meeting.id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (known) {
    if (known.excused === 1)
      await trx
        .updateTable('attendance')
        .set({ excused: 0, excused_on: null })
        .where('id', '=', known.id)
        .execute();
    return known.id;
  }
  const id = newId();
  await trx
    .insertInto('attendance')
    .values({
      id,
      meeting_id: meeting.id,
      person_id: personId,
      capacity: capacity ?? (await capacityOf(trx, meeting, personId)),
      title: title ?? '',
      position: 1_000,
    })
    .execute();
  return id;
}

/** Takes an answer back that was noted by mistake: the person does not take part. */
export async function withdrawAnswer(
  trx: Kysely<Database>,
  meetingId: string,
  personId: string,
): Promise<void> {
  await trx
    .deleteFrom('attendance_interval')
    .where('attendance_id', 'in', ({ selectFrom }) =>
      selectFrom('attendance')
        .select('id')
        .where('meeting_id', '=', meetingId)
        .where('person_id', '=', personId),
    )
    .execute();
  await trx
    .deleteFrom('invitation_reply')
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .where('reply', '=', 'coming')
    .execute();
}
