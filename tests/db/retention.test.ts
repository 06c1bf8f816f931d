/** Words of replies to a call go at the end of their term, also from examined meetings; the replies stay. */
import { expect, test } from 'vitest';
import { clearReplies, dueList } from '../../db/features/retention.ts';
import { fileHolds } from '../../db/features/erasure-traces.ts';
import { addMonths } from '../../db/model/privacy.ts';
import { writing } from '../fixtures/databases.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';

test('of an examined meeting the words of a reply go, and nothing else of it', async () => {
  const { database, meetings } = await sampleCopy();
  const meetingId = meetings['3/2026']!;
  const { person_id: personId } = await database.kysely
    .selectFrom('attendance')
    .select('person_id')
    .where('meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow();
  await writing(database, async (trx) => {
    await trx
      .insertInto('invitation_reply')
      .values({
        meeting_id: meetingId,
        person_id: personId,
        reply: 'coming',
        replied_on: '2026-05-12',
        channel: 'email',
        note: 'Gluteeniton lounas',
      })
      .execute();
  });
  for (const state of ['under_examination', 'examined'] as const)
    await writing(database, async (trx) => {
      await trx.updateTable('meeting').set({ state }).where('id', '=', meetingId).execute();
    });
  const change = (values: { note: string } | { reply: 'excused' }) =>
    writing(database, async (trx) => {
      await trx.updateTable('invitation_reply').set(values).where('meeting_id', '=', meetingId).execute();
    });
  await expect(change({ reply: 'excused' })).rejects.toThrow('MEETING_EXAMINED');
  await expect(change({ note: 'toinen' })).rejects.toThrow('MEETING_EXAMINED');

  expect((await dueList(database.kysely, '2026-11-18')).replies.count).toBe(0);
  const { replies } = await dueList(database.kysely, '2026-11-19');
  expect(replies).toEqual({ count: 1, before: '2026-05-19' });
  expect(await writing(database, (trx) => clearReplies(trx, replies.before))).toBe(1);
  expect(
    await database.kysely.selectFrom('invitation_reply').select(['reply', 'note']).executeTakeFirst(),
  ).toEqual({ reply: 'coming', note: '' });
  database.raw.pragma('wal_checkpoint(TRUNCATE)');
  expect(fileHolds(database.file, ['Gluteeniton lounas'])).toBe(false);
});

test('months end on the last day of a shorter one', () => {
  expect(addMonths('2025-08-31', 6)).toBe('2026-02-28');
  expect(addMonths('2023-08-31', 6)).toBe('2024-02-29');
  expect(addMonths('2026-01-15', -13)).toBe('2024-12-15');
  expect(addMonths('2026-12-31', 12)).toBe('2027-12-31');
});
