/** Answers to the call (vastaukset), and the deputies called in place of those who cannot come. */
import type { Kysely } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import type { replySchema } from '../model/call.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { KIND_RULES } from '../model/meeting-kind.ts';
import { takeAnswer, withdrawAnswer } from './email-answers.ts';
import { assertMayChange, meetingRow } from './meeting-guards.ts';
import { loadMeeting } from './meeting-rows.ts';

/**
 * Notes an answer, changes it, or takes it back (`reply: null`). An excused member is marked as excused in the meeting's
 * list of attendance, with the day on which he said so; somebody who comes after all is not excused any more.
 * In a decision by e-mail somebody who answers takes part from then on, and somebody who takes it back does not.
 * @throws AppError NOT_FOUND, UNDER_EXAMINATION, MEETING_EXAMINED, ANSWER_TOO_LATE
 */
export async function noteReply(
  trx: Kysely<Database>,
  input: v.InferOutput<typeof replySchema>,
): Promise<void> {
  const { meetingId, personId, reply, repliedOn, channel, note } = input;
  const meeting = await meetingRow(trx, meetingId);
  assertMayChange(meeting, 'text');
  if (!KIND_RULES[meeting.kind].convenes) {
    if (reply === 'remote') throw new AppError('INVALID_INPUT', {}, { reply: 'not_allowed' });
    if (reply === 'coming')
      return await takeAnswer(trx, meeting, { personId, answeredOn: repliedOn, channel, note });
    await withdrawAnswer(trx, meetingId, personId);
  }
  if (reply === null)
    await trx
      .deleteFrom('invitation_reply')
      .where('meeting_id', '=', meetingId)
      .where('person_id', '=', personId)
      .execute();
  else {
    const values = { reply, replied_on: repliedOn, channel, note };
    await trx
      .insertInto('invitation_reply')
      .values({ meeting_id: meetingId, person_id: personId, ...values })
      .onConflict((conflict) => conflict.columns(['meeting_id', 'person_id']).doUpdateSet(values))
      .execute();
  }
  await trx
    .updateTable('attendance')
    .set(
      reply === 'excused'
        ? { excused: 1 as const, excused_on: repliedOn }
        : { excused: 0 as const, excused_on: null },
    )
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .execute();
}

/**
 * Calls a personal deputy (varajäsen), who then gets the call as well; with `isCalled: false` takes that back.
 * @throws AppError NOT_A_DEPUTY when the person is no personal deputy of a seat
 */
export async function callDeputy(
  trx: Kysely<Database>,
  input: { meetingId: string; personId: string; isCalled: boolean; today: string },
): Promise<void> {
  const { meetingId, personId, isCalled, today } = input;
  assertMayChange(await meetingRow(trx, meetingId), 'text');
  const { seats, rules } = await loadMeeting(trx, meetingId);
  if (isCalled && (rules.deputies !== 'personal' || !seats.some(({ deputyId }) => deputyId === personId)))
    throw new AppError('NOT_A_DEPUTY');
  if (isCalled)
    await trx
      .insertInto('called_deputy')
      .values({ meeting_id: meetingId, person_id: personId, called_on: today })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else {
    await trx
      .deleteFrom('called_deputy')
      .where('meeting_id', '=', meetingId)
      .where('person_id', '=', personId)
      .execute();
    await trx
      .deleteFrom('invitation_reply')
      .where('meeting_id', '=', meetingId)
      .where('person_id', '=', personId)
      .execute();
  }
}

/**
 * An expert or a guest gets the call, and is on the list of those who are expected.
 * @throws AppError ALREADY_RECIPIENT
 */
export async function addRecipient(
  trx: Kysely<Database>,
  input: { meetingId: string; personId: string; capacity: 'expert' | 'guest'; title: string },
): Promise<void> {
  const { meetingId, personId, capacity, title } = input;
  assertMayChange(await meetingRow(trx, meetingId), 'text');
  const known = await trx
    .selectFrom('attendance')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (known) throw new AppError('ALREADY_RECIPIENT');
  await trx
    .insertInto('attendance')
    .values({ id: newId(), meeting_id: meetingId, person_id: personId, capacity, title, position: 1_000 })
    .execute();
}

/** Takes an expert or a guest off the list; somebody who has been present stays on it. */
export async function removeRecipient(
  trx: Kysely<Database>,
  input: { meetingId: string; personId: string },
): Promise<void> {
  const { meetingId, personId } = input;
  assertMayChange(await meetingRow(trx, meetingId), 'text');
  await trx
    .deleteFrom('attendance')
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .where('capacity', 'in', ['expert', 'guest'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('attendance_interval')
            .select('attendance_interval.id')
            .whereRef('attendance_interval.attendance_id', '=', 'attendance.id'),
        ),
      ),
    )
    .execute();
  await trx
    .deleteFrom('invitation_reply')
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .execute();
}

/** The meeting begins: deputies who were called and have not sent apologies are on the list of attendance. */
export async function expectCalledDeputies(trx: Kysely<Database>, meetingId: string): Promise<void> {
  const called = await trx
    .selectFrom('called_deputy')
    .leftJoin('invitation_reply', (join) =>
      join
        .onRef('invitation_reply.meeting_id', '=', 'called_deputy.meeting_id')
        .onRef('invitation_reply.person_id', '=', 'called_deputy.person_id'),
    )
    .select(['called_deputy.person_id as personId', 'invitation_reply.reply'])
    .where('called_deputy.meeting_id', '=', meetingId)
    .orderBy('called_deputy.person_id')
    .execute();
  for (const { personId, reply } of called)
    if (reply !== 'excused')
      await trx
        .insertInto('attendance')
        .values({
          id: newId(),
          meeting_id: meetingId,
          person_id: personId,
          capacity: 'deputy',
          title: '',
          position: 500,
        })
        .onConflict((conflict) => conflict.columns(['meeting_id', 'person_id']).doNothing())
        .execute();
}
