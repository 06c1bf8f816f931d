/** The network of organisations: entered, corrected, never twice at a time, removed and brought back; and a term's days. */
import { expect, test } from 'vitest';
import { termsOf, updateTerm } from '../../db/features/boards.ts';
import { networkOf, removeMembership, saveMembership } from '../../db/features/network.ts';
import { boardFromNothing } from '../fixtures/board-from-nothing.ts';
import { writing } from '../fixtures/databases.ts';
import { closed, failure, newMeeting, opened } from '../fixtures/meeting-steps.ts';

const PRESENT = Array.from({ length: 10 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);

test('one membership at a time', async () => {
  const { database, boardId, organisationId } = await boardFromNothing();
  const save = (startsOn: string, endsOn: string | null, id: string | null = null) =>
    writing(database, (trx) => saveMembership(trx, id, { boardId, organisationId, startsOn, endsOn }));
  const { id } = await save('2020-01-01', null);
  expect(await failure(save('2022-01-01', null))).toMatchObject({
    code: 'NETWORK_OVERLAP',
    fields: { startsOn: 'network_overlap' },
  });
  await save('2020-01-01', '2021-12-31', id);
  await save('2022-01-01', null);
  const now = await networkOf(database.kysely, organisationId);
  expect(now.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
    ['2022-01-01', null],
    ['2020-01-01', '2021-12-31'],
  ]);
  const removed = await writing(database, (trx) => removeMembership(trx, now[0]!.id));
  await save(removed.startsOn, removed.endsOn);
  expect(await networkOf(database.kysely, organisationId)).toHaveLength(2);
});

test('the days of a term move, but not past a meeting whose numbers have been given', async () => {
  const board = await boardFromNothing();
  const { database, boardId } = board;
  const meetingId = await newMeeting(board, { heldOn: '2026-01-20' });
  const [term] = await termsOf(database.kysely, boardId);
  const move = (startsOn: string, endsOn: string) =>
    writing(database, (trx) => updateTerm(trx, { id: term!.id, values: { startsOn, endsOn, basis: 'x' } }));
  // A planned meeting has no numbers yet.
  await move('2026-02-01', '2029-07-31');
  await move('2025-08-01', '2029-07-31');
  await opened(board, meetingId, PRESENT);
  await closed(board, meetingId);
  expect(await failure(move('2026-02-01', '2029-07-31'))).toMatchObject({
    code: 'TERM_HAS_MEETINGS',
    details: { meeting: '1/2026' },
    fields: { startsOn: 'term_has_meetings' },
  });
  expect((await failure(move('2025-08-01', '2026-01-19'))).fields).toEqual({ endsOn: 'term_has_meetings' });
  await move('2025-09-01', '2026-06-30');
  expect((await termsOf(database.kysely, boardId))[0]).toMatchObject({
    startsOn: '2025-09-01',
    endsOn: '2026-06-30',
  });
});
