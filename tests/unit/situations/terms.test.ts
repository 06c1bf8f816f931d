/** A term that changes within the year: who votes, and how the §§ go on. */
import { describe, expect, test } from 'vitest';
import { addTerm, updateTerm } from '../../../db/features/boards.ts';
import { setSeatHolder } from '../../../db/features/seat-holders.ts';
import { checkEverything } from '../../../db/features/check.ts';
import type { RuleProfile } from '../../../db/model/rules.ts';
import { boardFromNothing, type NewBoard } from '../../fixtures/board-from-nothing.ts';
import { writing } from '../../fixtures/databases.ts';
import { attend, closed, newMeeting, opened, view } from '../../fixtures/meeting-steps.ts';

const MEMBERS = Array.from({ length: 10 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);

/** A board whose term ended on 31 January 2026; from the next day ten deputies of the old term are its members. */
async function twoTerms(rules: Partial<RuleProfile> = {}): Promise<NewBoard> {
  const board = await boardFromNothing(rules);
  await writing(board.database, async (trx) => {
    const first = await trx.selectFrom('term').select('id').executeTakeFirstOrThrow();
    await updateTerm(trx, {
      id: first.id,
      values: { startsOn: '2025-08-01', endsOn: '2026-01-31', basis: '' },
    });
    const second = await addTerm(trx, board.boardId, {
      startsOn: '2026-02-01',
      endsOn: '2030-01-31',
      basis: '',
    });
    const seats = await trx
      .selectFrom('seat')
      .select(['id', 'number'])
      .where('term_id', '=', second.id)
      .where('number', '<=', 10)
      .execute();
    for (const { id, number } of seats)
      await setSeatHolder(trx, {
        seatId: id,
        role: 'member',
        personId: board.people[`D${String(number).padStart(2, '0')}`]!,
        organisationId: board.organisationId,
        startsOn: '2026-02-01',
      });
  });
  return board;
}

async function held(board: NewBoard, heldOn: string, present: readonly string[]): Promise<string> {
  const meetingId = await newMeeting(board, { heldOn });
  await opened(board, meetingId, present);
  return meetingId;
}

describe('a term that ends within the year', () => {
  test('the members of the new term vote, those of the old one do not', async () => {
    const board = await twoTerms();
    const old = await held(board, '2026-01-20', MEMBERS);
    expect((await view(board, old)).items[0]!.status).toMatchObject({ voterCount: 10, required: 9 });
    await closed(board, old);
    const next = await held(board, '2026-03-10', [...MEMBERS, 'D01', 'D02', 'D03']);
    // Sixteen seats, ten of them filled; the old members are guests.
    expect((await view(board, next)).items[0]!.status).toMatchObject({
      voterCount: 3,
      required: 9,
      quorate: false,
      vacantSeats: 6,
    });
    for (const name of ['D04', 'D05', 'D06', 'D07', 'D08', 'D09'])
      await attend(board, next, name, 'arrive', { time: '13:00' });
    expect((await view(board, next)).items[0]!.status).toMatchObject({ voterCount: 9, quorate: true });
    expect((await view(board, old)).items[0]!.status.voterCount, 'the old meeting is as it was').toBe(10);
  });

  test.each([
    ['calendar_year', 9],
    ['term', 1],
  ] as const)('§ numbers by %s', async (numbering, expectedFirst) => {
    const board = await twoTerms({ numbering });
    const old = await held(board, '2026-01-20', MEMBERS);
    await closed(board, old);
    const before = (await view(board, old)).items.map((item) => item.section);
    expect(before).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const next = await held(board, '2026-03-10', []);
    expect((await view(board, next)).items[0]!.section).toBe(expectedFirst);
    const findings = (await checkEverything(board.database)).filter(({ code }) => code.startsWith('section'));
    expect(findings).toEqual([]);
  });

  test('§ numbers begin anew in January', async () => {
    const board = await twoTerms();
    const old = await held(board, '2026-01-20', MEMBERS);
    await closed(board, old);
    const later = await newMeeting(board, { heldOn: '2027-01-12' });
    expect((await view(board, later)).items[0]!.section).toBe(1);
    expect((await view(board, later)).label).toBe('1/2027');
  });
});
