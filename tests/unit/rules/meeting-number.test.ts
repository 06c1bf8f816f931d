/** Numbers of planned, moved and cancelled meetings. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  firstNumber,
  hasNumber,
  keepsNumber,
  numberOfNew,
  planNumbers,
  type PlannedNumber,
} from '../../../db/model/meeting-number.ts';
import { MEETING_STATES } from '../../../db/model/meeting-state.ts';

const meeting = (
  id: string,
  number: number,
  heldOn: string,
  rest: Partial<PlannedNumber> = {},
): PlannedNumber => ({
  id,
  number,
  heldOn,
  plannedStart: '13:00',
  keepsNumber: false,
  hasNumber: true,
  ...rest,
});
const kept = { keepsNumber: true };
const gone = { hasNumber: false };
const of = (meetings: PlannedNumber[], start = 1) => Object.fromEntries(planNumbers(meetings, start));

test('a number is kept once something that bears it was sent, or the meeting was held', () => {
  const nothing = { callSentOn: null, agendaSentOn: null };
  for (const state of MEETING_STATES) {
    expect(keepsNumber({ state, ...nothing })).toBe(state !== 'draft' && state !== 'cancelled');
    expect(hasNumber({ state, ...nothing })).toBe(state !== 'cancelled');
    for (const sent of [
      { callSentOn: '2026-05-11', agendaSentOn: null },
      { callSentOn: null, agendaSentOn: '2026-05-15' },
    ]) {
      expect(keepsNumber({ state, ...sent })).toBe(true);
      expect(hasNumber({ state, ...sent })).toBe(true);
    }
  }
});

describe('planned meetings', () => {
  test('are numbered in the order of their days, and of the clock within a day', () =>
    expect(
      of([
        meeting('c', 1, '2026-09-15'),
        meeting('b', 2, '2026-03-17', { plannedStart: '15:00' }),
        meeting('a', 3, '2026-03-17', { plannedStart: '09:00' }),
        meeting('d', 4, '2026-09-15', { plannedStart: null }),
      ]),
    ).toEqual({ a: 1, b: 2, c: 3, d: 4 }));

  test('come after what has been held, and go around a number that was sent', () =>
    expect(
      of([
        meeting('held', 1, '2026-01-20', kept),
        meeting('called', 3, '2026-05-19', kept),
        meeting('march', 2, '2026-03-17'),
        meeting('autumn', 4, '2026-09-15'),
      ]),
    ).toEqual({ march: 2, autumn: 4 }));

  test('a cancelled one of which nothing was sent leaves its number to the next', () =>
    expect(of([meeting('off', 1, '2026-01-20', gone), meeting('next', 2, '2026-03-17')])).toEqual({
      next: 1,
    }));

  test('a cancelled one that was called keeps its number, and nobody gets it', () =>
    expect(of([meeting('off', 1, '2026-01-20', kept), meeting('next', 2, '2026-03-17')])).toEqual({
      next: 2,
    }));

  test('begin where the numbers of the year begin: earlier ones may be in another program', () => {
    expect(of([meeting('a', 5, '2026-09-15'), meeting('held', 4, '2026-05-19', kept)], 4)).toEqual({ a: 5 });
    expect(firstNumber([])).toBe(1);
    expect(firstNumber([{ number: 5 }, { number: 4 }])).toBe(4);
  });

  test('a new one gets the number of its day', () => {
    const known = [meeting('a', 1, '2026-01-20'), meeting('b', 2, '2026-05-19')].map((one) => ({
      ...one,
      year: 2026,
    }));
    expect(numberOfNew(known, '2026-03-17', '13:00')).toEqual({ number: 2, year: 2026 });
    expect(numberOfNew(known, '2026-12-01', null)).toEqual({ number: 3, year: 2026 });
    expect(numberOfNew(known, '2027-01-19', null)).toEqual({ number: 1, year: 2027 });
  });
});

test('whatever was planned, sent or cancelled: numbers differ, sent ones stay, none is skipped without need', () => {
  const arbitrary = fc
    .uniqueArray(
      fc.record({
        day: fc.integer({ min: 1, max: 28 }),
        number: fc.integer({ min: 1, max: 30 }),
        state: fc.constantFrom('plan', 'kept', 'gone'),
      }),
      { selector: (one) => one.number, maxLength: 15 },
    )
    .map((all) =>
      all.map((one, index) =>
        meeting(`m${index}`, one.number, `2026-05-${String(one.day).padStart(2, '0')}`, {
          keepsNumber: one.state === 'kept',
          hasNumber: one.state !== 'gone',
        }),
      ),
    );
  fc.assert(
    fc.property(arbitrary, (meetings) => {
      const start = firstNumber(meetings);
      const numbers = planNumbers(meetings, start);
      const sent = meetings.filter((one) => one.keepsNumber);
      const planned = meetings.filter((one) => !one.keepsNumber && one.hasNumber);
      expect([...numbers.keys()].sort()).toEqual(planned.map((one) => one.id).sort());
      const used = [...sent.map((one) => one.number), ...numbers.values()];
      expect(new Set(used).size).toBe(used.length);
      const highest = Math.max(0, ...numbers.values());
      for (let number = start; number < highest; number++) expect(used).toContain(number);
      for (const a of planned)
        for (const b of planned)
          if (a.heldOn < b.heldOn) expect(numbers.get(a.id)!).toBeLessThan(numbers.get(b.id)!);
    }),
    { numRuns: 500 },
  );
});
