/** What comes after the examination: display, and correction notes beside the frozen text. */
import type { Kysely } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import type { correctionSchema, publishSchema } from '../model/examination.ts';
import { newId } from '../model/identity.ts';
import { assertTransition, isExamined, type Requirement } from '../model/meeting-state.ts';
import { itemRow, meetingRow } from './meeting-guards.ts';

/** The minutes are put on display (nähtäville). @throws AppError DISPLAYED_BEFORE_EXAMINED */
export async function publish(
  trx: Kysely<Database>,
  input: v.InferOutput<typeof publishSchema>,
): Promise<void> {
  const meeting = await meetingRow(trx, input.meetingId);
  assertTransition(meeting.state, 'published', new Set<Requirement>(['display_known']));
  if (input.displayedFrom < (meeting.examined_on ?? meeting.held_on))
    throw new AppError('DISPLAYED_BEFORE_EXAMINED', {}, { displayedFrom: 'before_examination' });
  await trx
    .updateTable('meeting')
    .set({ state: 'published', displayed_from: input.displayedFrom, version: meeting.version + 1 })
    .where('id', '=', meeting.id)
    .execute();
}

/**
 * A dated note that mends a typing error (oikaisu, hallintolaki 51 §); the examined text stays as it is.
 * @throws AppError NOT_EXAMINED, CORRECTION_ORDER
 */
export async function addCorrection(
  trx: Kysely<Database>,
  input: v.InferOutput<typeof correctionSchema>,
  actor: string,
): Promise<{ id: string }> {
  const meeting = await meetingRow(trx, input.meetingId);
  if (!isExamined(meeting.state)) throw new AppError('NOT_EXAMINED');
  if (input.itemId !== null && (await itemRow(trx, input.itemId)).meeting_id !== meeting.id)
    throw new AppError('NOT_FOUND', { what: 'item' });
  const last = await trx
    .selectFrom('correction_note')
    .select(['position', 'noted_on'])
    .where('meeting_id', '=', meeting.id)
    .orderBy('position', 'desc')
    .executeTakeFirst();
  if (input.notedOn < (last?.noted_on ?? meeting.examined_on ?? meeting.held_on))
    throw new AppError('CORRECTION_ORDER', {}, { notedOn: 'before_last' });
  const id = newId();
  await trx
    .insertInto('correction_note')
    .values({
      id,
      meeting_id: meeting.id,
      item_id: input.itemId,
      position: (last?.position ?? 0) + 1,
      noted_on: input.notedOn,
      text: input.text,
      noted_by: actor,
    })
    .execute();
  return { id };
}
