/** What the meetings tell of a person: present, excused, absent; as a deputy; conflicts and tasks. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { addConflict } from '../../db/features/live.ts';
import { personHistory } from '../../db/features/person-history.ts';
import { createTask } from '../../db/features/tasks.ts';
import { conflictInputSchema } from '../../db/model/meeting.ts';
import { boardFromNothing } from '../fixtures/board-from-nothing.ts';
import { writing } from '../fixtures/databases.ts';
import { attend, failure, newMeeting, opened, TODAY, view } from '../fixtures/meeting-steps.ts';

const PRESENT = Array.from({ length: 10 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);

test('attendance, conflicts of interest and tasks of members, a deputy and somebody without a seat', async () => {
  const board = await boardFromNothing();
  const { people, database } = board;
  const history = (name: string) => personHistory(database.kysely, people[name]!);
  const first = await newMeeting(board, { heldOn: '2026-01-20' });
  await opened(board, first, PRESENT);
  await attend(board, first, 'M11', 'excuse');
  await attend(board, first, 'D12', 'arrive', { time: '13:00' });
  // A meeting that has not begun tells nothing.
  await newMeeting(board, { heldOn: '2026-03-17' });
  const item = (await view(board, first)).items[5]!;
  await writing(database, async (trx) => {
    await addConflict(
      trx,
      v.parse(conflictInputSchema, {
        itemId: item.id,
        personId: people['M01'],
        ground: 'body_member',
        declaredBy: 'self',
      }),
    );
    await createTask(
      trx,
      board.boardId,
      {
        title: 'Kutsun valmistelu',
        responsiblePersonId: people['M01']!,
        responsibleOrganisationId: null,
        dueOn: '2026-02-01',
        state: 'done',
        result: '',
        decidedItemId: item.id,
      },
      TODAY,
    );
  });
  const one = await history('M01');
  expect(one.figures).toEqual({ present: 1, excused: 0, absent: 0 });
  expect(one.conflicts).toMatchObject([{ itemId: item.id, label: '1/2026', ground: 'body_member' }]);
  expect(one.tasks).toMatchObject([{ title: 'Kutsun valmistelu', isOpen: false }]);
  expect((await history('M11')).figures).toEqual({ present: 0, excused: 1, absent: 0 });
  expect((await history('M12')).figures).toEqual({ present: 0, excused: 0, absent: 1 });
  expect((await history('D12')).meetings).toMatchObject([{ capacity: 'deputy', presence: 'present' }]);
  // Nobody misses a deputy who was not called.
  expect((await history('D13')).meetings).toEqual([]);
  expect((await history('G')).meetings).toEqual([]);
  const unknown = personHistory(database.kysely, '018f0000-0000-7000-8000-000000000000');
  expect((await failure(unknown)).code).toBe('NOT_FOUND');
});
