/** Clocks: where a task stands, when it is due, what keeps it from standing there. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  clockSpan,
  clockTaskInputSchema,
  clockTemplatesSchema,
  isClockMonth,
  lastDayOf,
  monthAt,
  monthOffset,
  moveToSegment,
  nextYear,
  occurrenceState,
  occurrencesOf,
  placeProblem,
  segmentCount,
  segmentOf,
  termYearOn,
  yearCount,
  yearSpan,
  type ClockFrame,
  type ClockPlace,
} from '../../../db/model/clock.ts';
import { addDays, daysBetween, isIsoDate } from '../../../db/model/dates.ts';
import { resource } from '../resources.ts';

const YEAR: ClockFrame = { kind: 'year', firstMonth: '2026-01' };
/** A council term: 1 June 2025 – 31 May 2029. */
const TERM: ClockFrame = { kind: 'term', firstMonth: '2025-06' };
const at = (place: Partial<ClockPlace>): ClockPlace => ({
  termYear: 1,
  fromMonth: null,
  toMonth: null,
  day: null,
  ...place,
});
const inMonth = (month: number, day: number | null = null): ClockPlace =>
  at({ fromMonth: month, toMonth: month, day });

export const anyFrame: fc.Arbitrary<ClockFrame> = fc
  .record({
    kind: fc.constantFrom('year' as const, 'term' as const),
    year: fc.integer({ min: 1990, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ kind, year, month }) => ({ kind, firstMonth: `${year}-${String(month).padStart(2, '0')}` }));

/** A clock and a place in it that is let through. */
const anyPlaced = anyFrame.chain((clock) =>
  fc
    .record({
      termYear: fc.integer({ min: 1, max: yearCount(clock) }),
      offsets: fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 })),
      day: fc.option(fc.integer({ min: 1, max: 31 }), { nil: null }),
      repeats: fc.boolean(),
    })
    .map(({ termYear, offsets, day, repeats }) => {
      const [from = 0, to = 0] = offsets.toSorted((a, b) => a - b);
      const place = { termYear, fromMonth: monthAt(clock, from), toMonth: monthAt(clock, to), day };
      return { clock, repeats, place };
    })
    .filter(({ clock, place, repeats }) => placeProblem(clock, place, repeats) === null),
);

describe('days', () => {
  test('a year clock is a year, a term clock four years from its first month', () => {
    expect(clockSpan(YEAR)).toEqual({ startsOn: '2026-01-01', endsOn: '2026-12-31' });
    expect(clockSpan(TERM)).toEqual({ startsOn: '2025-06-01', endsOn: '2029-05-31' });
    expect(yearSpan(TERM, 2)).toEqual({ startsOn: '2026-06-01', endsOn: '2027-05-31' });
    expect(termYearOn(TERM, '2026-11-22')).toBe(2);
    expect(termYearOn(TERM, '2029-06-01')).toBeNull();
  });

  test('a task of the second year in March to May comes in the spring of that year', () => {
    const task = { id: 't', repeats: false, ...at({ termYear: 2, fromMonth: 3, toMonth: 5 }) };
    expect(occurrencesOf(TERM, task)).toEqual([
      { taskId: 't', termYear: 2, startsOn: '2027-03-01', dueOn: '2027-05-31', isExact: true },
    ]);
  });

  test('what comes every year does so from its year on', () => {
    const task = { id: 't', repeats: true, ...at({ termYear: 3, fromMonth: 10, toMonth: 10, day: 15 }) };
    expect(occurrencesOf(TERM, task).map((one) => one.dueOn)).toEqual(['2027-10-15', '2028-10-15']);
  });

  test('a task without months is due when its year ends, and says that it is not exact', () => {
    expect(occurrencesOf(TERM, { id: 't', repeats: false, ...at({ termYear: 1 }) })).toEqual([
      { taskId: 't', termYear: 1, startsOn: '2025-06-01', dueOn: '2026-05-31', isExact: false },
    ]);
  });

  test('every day that comes out exists, lies in its year, and begins before it ends', () => {
    fc.assert(
      fc.property(anyPlaced, ({ clock, place, repeats }) => {
        const found = occurrencesOf(clock, { id: 't', repeats, ...place });
        expect(found).toHaveLength(repeats ? yearCount(clock) - place.termYear + 1 : 1);
        for (const { startsOn, dueOn, termYear } of found) {
          const span = yearSpan(clock, termYear);
          expect(isIsoDate(startsOn) && isIsoDate(dueOn)).toBe(true);
          expect(span.startsOn <= startsOn && startsOn <= dueOn && dueOn <= span.endsOn).toBe(true);
        }
      }),
    );
  });

  test('the years of a clock follow each other without a gap', () => {
    fc.assert(
      fc.property(anyFrame, (clock) => {
        for (let year = 2; year <= yearCount(clock); year += 1)
          expect(yearSpan(clock, year).startsOn).toBe(addDays(yearSpan(clock, year - 1).endsOn, 1));
        const { startsOn, endsOn } = clockSpan(clock);
        expect(Math.round(daysBetween(startsOn, endsOn) / 365.25)).toBe(yearCount(clock));
      }),
    );
  });
});

describe('bad places', () => {
  test.each([
    ['31 February', inMonth(2, 31), 'clock_no_such_day'],
    ['29 February of a year that has none', inMonth(2, 29), 'clock_no_such_day'],
    ['31 April', inMonth(4, 31), 'clock_no_such_day'],
    ['day 0', inMonth(4, 0), 'clock_no_such_day'],
    ['from May to March', at({ fromMonth: 5, toMonth: 3 }), 'clock_months_reversed'],
    ['a first month alone', at({ fromMonth: 5 }), 'clock_months_both'],
    ['the second year of a one-year clock', at({ ...inMonth(4), termYear: 2 }), 'clock_year_outside'],
    ['no month in a one-year clock', at({}), 'clock_month_missing'],
  ])('%s is refused', (_, place, code) => {
    expect(placeProblem(YEAR, place, false)?.code).toBe(code);
  });

  test('31 February is refused also for what comes every year; 29 February is its 28th where there is none', () => {
    expect(placeProblem(TERM, inMonth(2, 31), true)?.code).toBe('clock_no_such_day');
    expect(placeProblem(TERM, inMonth(2, 29), true)).toBeNull();
    const days = occurrencesOf(TERM, { id: 't', repeats: true, ...inMonth(2, 29) }).map((one) => one.dueOn);
    expect(days).toEqual(['2026-02-28', '2027-02-28', '2028-02-29', '2029-02-28']);
  });

  test('a run over New Year is fine where the year begins in June', () => {
    expect(placeProblem(TERM, at({ fromMonth: 11, toMonth: 2 }), false)).toBeNull();
    expect(placeProblem(YEAR, at({ fromMonth: 11, toMonth: 2 }), false)?.code).toBe('clock_months_reversed');
  });

  test('a day without a month is refused in a term clock too', () => {
    expect(placeProblem(TERM, at({ day: 3 }), false)).toEqual({
      field: 'day',
      code: 'clock_day_without_month',
    });
  });

  test.each(['2026-13', '2026-00', '26-01', '2026-1', 'x'])('%s is no month', (text) => {
    expect(isClockMonth(text)).toBe(false);
  });
});

describe('moving', () => {
  test('keeps the length of a run and shortens a day', () => {
    expect(moveToSegment(YEAR, at({ fromMonth: 3, toMonth: 5 }), 8)).toMatchObject({
      fromMonth: 7,
      toMonth: 9,
    });
    expect(moveToSegment(YEAR, inMonth(1, 31), 1)).toMatchObject({ toMonth: 2, day: 28 });
    expect(moveToSegment(TERM, at({ ...inMonth(2, 29), termYear: 3 }), 0)).toMatchObject({
      termYear: 1,
      day: 28,
    });
  });

  test('ends in the segment asked for, in a place that is let through, or stays', () => {
    fc.assert(
      fc.property(anyPlaced, fc.integer({ min: -2, max: 14 }), ({ clock, place, repeats }, segment) => {
        const moved = moveToSegment(clock, place, segment);
        expect(placeProblem(clock, moved, repeats)).toBeNull();
        const isThere = segment >= 0 && segment < segmentCount(clock);
        expect(isThere ? segmentOf(clock, moved) : moved).toEqual(isThere ? segment : place);
      }),
    );
  });

  test('offset and month are each other’s inverse', () => {
    fc.assert(
      fc.property(anyFrame, fc.integer({ min: 0, max: 11 }), (clock, offset) => {
        expect(monthOffset(clock, monthAt(clock, offset))).toBe(offset);
      }),
    );
  });
});

describe('states', () => {
  const span = { startsOn: '2026-03-01', dueOn: '2026-05-31' };
  test.each([
    ['2026-02-28', 'coming'],
    ['2026-03-01', 'now'],
    ['2026-05-16', 'now'],
    ['2026-05-17', 'due'],
    ['2026-05-31', 'due'],
    ['2026-06-01', 'late'],
  ])('on %s it is %s', (today, state) => {
    expect(occurrenceState(span, false, today)).toBe(state);
    expect(occurrenceState(span, true, today)).toBe('done');
  });
});

test('the next year of a year clock; a term clock has none', () => {
  expect(nextYear(YEAR)).toEqual({ kind: 'year', firstMonth: '2027-01' });
  expect(() => nextYear(TERM)).toThrow('CLOCK_NOT_YEARLY');
});

test('the length of every month is the calendar’s', () => {
  expect(['2026-01', '2026-02', '2028-02', '2026-04', '2100-02'].map(lastDayOf)).toEqual([
    31, 28, 29, 30, 28,
  ]);
});

describe('the templates that ship', () => {
  const { templates } = v.parse(clockTemplatesSchema, resource('clocks/templates.json'));
  test('have the tasks of the source in each year, the uncertain ones marked', () => {
    const counts = (key: string) =>
      [1, 2, 3, 4].map(
        (year) =>
          templates.find((one) => one.key === key)!.tasks.filter((task) => task.termYear === year).length,
      );
    expect(counts('municipality-term')).toEqual([6, 4, 5, 8]);
    expect(counts('region-term')).toEqual([5, 4, 5, 2]);
    for (const { tasks } of templates)
      for (const { title, isUncertain } of tasks) expect(title.fi.includes('?')).toBe(isUncertain);
    expect(templates.find((one) => one.key === 'empty-year')).toMatchObject({ kind: 'year', tasks: [] });
  });

  test('stand in places that are let through', () => {
    for (const { kind, tasks } of templates)
      for (const task of tasks) {
        expect(placeProblem({ kind, firstMonth: '2025-06' }, task, false)).toBeNull();
        expect(v.is(clockTaskInputSchema, { ...task, title: task.title.fi })).toBe(true);
      }
  });
});
