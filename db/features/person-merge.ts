/**
 * Two entries of one person (kaksoiskappaleiden yhdistäminen): the values are chosen field by field, everything that
 * refers to the other moves, and the whole can be taken back from the log. The other goes; when a record that may not
 * be changed names it (examined minutes, the ledger of deliveries), it stays without contact data and says who it is.
 */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { meetingNumberText } from '../model/numbering.ts';
import { recordBatch } from './change-batches.ts';
import { reindexLinked, moveIdsInTexts, moveLinks, type MergeResult } from './record-merge.ts';
import { updatePerson, type PersonValues } from './persons.ts';

/**
 * Merges `otherId` into `keepId`.
 * @throws AppError SAME_PERSON; NOT_FOUND; CONFLICT; PERSON_RESTRICTED; PERSONS_MET when both stand in the roll of one
 * meeting, so that they are two people or the roll is wrong
 */
export async function mergePersons(
  trx: Kysely<Database>,
  input: { keepId: string; keepVersion: number; otherId: string; otherVersion: number; values: PersonValues },
  options: { by: string; at: string },
): Promise<MergeResult> {
  const { keepId, otherId } = input;
  if (keepId === otherId) throw new AppError('SAME_PERSON');
  for (const [id, version] of [
    [keepId, input.keepVersion],
    [otherId, input.otherVersion],
  ] as const) {
    const row = await trx
      .selectFrom('person')
      .select(['version', 'same_as_id'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new AppError('NOT_FOUND', { what: 'person' });
    if (row.version !== version || row.same_as_id !== null)
      throw new AppError('CONFLICT', { what: 'person' });
  }
  await refuseRestricted(trx, [keepId, otherId]);
  await refuseMet(trx, keepId, otherId);
  // The title names nobody: it would outlive an erasure.
  return await recordBatch(trx, { kind: 'merge', title: '', ...options }, async () => {
    await keepLonger(trx, keepId, otherId);
    const counts = await moveLinks(trx, { table: 'person', from: otherId, to: keepId });
    counts.kept += await moveIdsInTexts(trx, otherId, keepId);
    if (counts.kept === 0) await trx.deleteFrom('person').where('id', '=', otherId).execute();
    else
      await trx
        .updateTable('person')
        .set((eb) => ({
          email: null,
          phone: null,
          notes: '',
          same_as_id: keepId,
          version: eb('version', '+', 1),
        }))
        .where('id', '=', otherId)
        .execute();
    await updatePerson(trx, { id: keepId, version: input.keepVersion, values: input.values });
    await reindexLinked(trx, 'person', [keepId, otherId]);
    return { counts };
  });
}

async function refuseRestricted(trx: Kysely<Database>, ids: readonly string[]): Promise<void> {
  const restricted = await trx
    .selectFrom('person_privacy')
    .select('person_id')
    .where('person_id', 'in', ids)
    .where('restricted_on', 'is not', null)
    .executeTakeFirst();
  if (restricted) throw new AppError('PERSON_RESTRICTED');
}

async function refuseMet(trx: Kysely<Database>, one: string, other: string): Promise<void> {
  const met = await trx
    .selectFrom('attendance')
    .innerJoin('attendance as second', 'second.meeting_id', 'attendance.meeting_id')
    .innerJoin('meeting', 'meeting.id', 'attendance.meeting_id')
    .select(['meeting.number', 'meeting.year'])
    .where('attendance.person_id', '=', one)
    .where('second.person_id', '=', other)
    .executeTakeFirst();
  if (met) throw new AppError('PERSONS_MET', { meeting: meetingNumberText(met) });
}

/** A reason to keep the other's contact data for longer holds for the one that stays. */
async function keepLonger(trx: Kysely<Database>, keepId: string, otherId: string): Promise<void> {
  const rows = await trx
    .selectFrom('person_privacy')
    .select(['person_id', 'keep_until', 'keep_reason'])
    .where('person_id', 'in', [keepId, otherId])
    .execute();
  const [own, others] = [keepId, otherId].map((id) => rows.find((row) => row.person_id === id));
  if (!own || !others?.keep_until || (own.keep_until ?? '') >= others.keep_until) return;
  await trx
    .updateTable('person_privacy')
    .set({ keep_until: others.keep_until, keep_reason: others.keep_reason })
    .where('person_id', '=', keepId)
    .execute();
}
