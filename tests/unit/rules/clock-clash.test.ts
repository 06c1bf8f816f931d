/** Two clocks side by side: what does not fit together. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clashesBetween,
  clashesOf,
  clashesWithin,
  type ComparedClock,
} from '../../../db/model/clock-clash.ts';
import { CLOCK_STEPS, type ClockTaskFacts } from '../../../db/model/clock.ts';

let last = 0;
const task = (step: ClockTaskFacts['step'], more: Partial<ClockTaskFacts> = {}): ClockTaskFacts => ({
  id: `t${(last += 1)}`,
  title: step ?? 'muu',
  step,
  termYear: 1,
  fromMonth: null,
  toMonth: null,
  day: null,
  repeats: false,
  ...more,
});
const months = (fromMonth: number, toMonth = fromMonth): Partial<ClockTaskFacts> => ({ fromMonth, toMonth });
const clock = (id: string, owner: ComparedClock['owner'], tasks: ClockTaskFacts[]): ComparedClock => ({
  id,
  owner,
  kind: 'term',
  firstMonth: '2025-06',
  tasks,
});
const kinds = (a: ComparedClock, b: ComparedClock) => clashesBetween(a, b).map((one) => one.kind);

describe('the order of region and municipality', () => {
  const region = (more: Partial<ClockTaskFacts>) => clock('r', 'region', [task('collection', more)]);
  const municipality = (more: Partial<ClockTaskFacts>) =>
    clock('m', 'municipality', [task('report_approval', more)]);

  test('the region collects before the municipality has approved', () => {
    const [clash] = clashesBetween(region(months(2, 3)), municipality(months(5)));
    expect(clash?.kind).toBe('order');
    // First what should come first.
    expect(clash?.sides.map((side) => side.clockId)).toEqual(['m', 'r']);
    expect(clash?.sides.map((side) => side.dueOn)).toEqual(['2026-05-31', '2026-03-31']);
  });

  test('collecting after the approval fits', () => {
    expect(kinds(region(months(5)), municipality(months(3, 4)))).toEqual([]);
  });

  test('in one and the same month, or by the year alone, it cannot be told', () => {
    expect(kinds(region(months(4)), municipality(months(4)))).toEqual(['unclear']);
    expect(kinds(region({}), municipality({}))).toEqual(['unclear']);
  });

  test('each year is compared with itself', () => {
    const yearly = municipality({ ...months(4), repeats: true });
    expect(kinds(region({ ...months(5), repeats: true }), yearly)).toEqual([]);
    expect(kinds(region({ ...months(3), repeats: true }), yearly)).toEqual([
      'order',
      'order',
      'order',
      'order',
    ]);
  });

  test('what the region tells in the third year serves the evaluation of the fourth', () => {
    const packages = clock('r', 'region', [task('info_packages', { ...months(3), termYear: 3 })]);
    const evaluation = (more: Partial<ClockTaskFacts>) =>
      clock('m', 'municipality', [task('evaluation', more)]);
    expect(kinds(packages, evaluation({ ...months(9), termYear: 4 }))).toEqual([]);
    expect(kinds(packages, evaluation({ ...months(9), termYear: 2 }))).toEqual(['order']);
  });

  test('within one clock the region collects before its own report is approved', () => {
    const own = clock('r', 'region', [task('collection', months(4)), task('report_approval', months(2))]);
    expect(clashesWithin(own).map((one) => one.kind)).toEqual(['order']);
  });
});

describe('what both do together', () => {
  const meeting = (id: string, owner: ComparedClock['owner'], more: Partial<ClockTaskFacts>) =>
    clock(id, owner, [task('joint_meeting', more)]);

  test('at different times', () => {
    const found = clashesBetween(meeting('r', 'region', months(9)), meeting('m', 'municipality', months(11)));
    expect(found).toMatchObject([{ kind: 'apart', sides: [{ clockId: 'm' }, { clockId: 'r' }] }]);
  });

  test('at the same time, or by the year alone', () => {
    expect(kinds(meeting('r', 'region', months(9, 10)), meeting('m', 'municipality', months(10)))).toEqual(
      [],
    );
    expect(kinds(meeting('r', 'region', {}), meeting('m', 'municipality', months(10)))).toEqual([]);
  });

  test('one of them lacks it', () => {
    expect(clashesBetween(meeting('r', 'region', months(9)), clock('m', 'municipality', []))).toMatchObject([
      { kind: 'missing', lackingClockId: 'm', sides: [{ clockId: 'r' }] },
    ]);
  });
});

test('more than four last days of both in one month are too many, of one clock alone they are its own affair', () => {
  const busy = (id: string, owner: ComparedClock['owner'], count: number) =>
    clock(
      id,
      owner,
      Array.from({ length: count }, () => task(null, months(5))),
    );
  expect(clashesBetween(busy('a', 'region', 3), busy('b', 'municipality', 2))).toMatchObject([
    { kind: 'overload', month: '2026-05' },
  ]);
  expect(kinds(busy('a', 'region', 2), busy('b', 'municipality', 2))).toEqual([]);
  expect(kinds(busy('a', 'region', 6), busy('b', 'municipality', 0))).toEqual([]);
});

const anyTask = fc
  .record({
    step: fc.option(fc.constantFrom(...CLOCK_STEPS), { nil: null }),
    termYear: fc.integer({ min: 1, max: 4 }),
    months: fc.option(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 })), {
      nil: null,
    }),
    repeats: fc.boolean(),
  })
  .map(({ months: run, ...rest }): Omit<ClockTaskFacts, 'id' | 'title'> => {
    const [from, to] = (run ?? []).toSorted((a, b) => a - b);
    const month = (offset: number | undefined) => (offset === undefined ? null : ((5 + offset) % 12) + 1);
    return { ...rest, day: null, fromMonth: month(from), toMonth: month(to) };
  });
const anyClock = (id: string): fc.Arbitrary<ComparedClock> =>
  fc
    .record({
      owner: fc.constantFrom('region' as const, 'municipality' as const, 'board' as const),
      tasks: fc.array(anyTask, { maxLength: 12 }),
    })
    .map(({ owner, tasks }) =>
      clock(
        id,
        owner,
        tasks.map((one, index) => ({ ...one, id: `${id}${index}`, title: `${id}${index}` })),
      ),
    );

test('it is the same whichever clock is named first, and every clash is of both', () => {
  fc.assert(
    fc.property(anyClock('a'), anyClock('b'), (a, b) => {
      const found = clashesBetween(a, b);
      expect(clashesBetween(b, a)).toEqual(found);
      for (const clash of found)
        expect(new Set([...clash.sides.map((side) => side.clockId), clash.lackingClockId ?? 'a'])).toContain(
          clash.kind === 'missing' ? clash.lackingClockId : 'b',
        );
    }),
  );
});

test('of several clocks the order of their names does not matter', () => {
  fc.assert(
    fc.property(anyClock('a'), anyClock('b'), anyClock('c'), (a, b, c) => {
      expect(clashesOf([c, a, b])).toEqual(clashesOf([a, b, c]));
    }),
  );
});
