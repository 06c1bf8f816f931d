/** Days of a series: the right weekday of the right months, without holidays and the months left out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekday } from '../../../db/model/dates.ts';
import { easterSunday, holidayOn, holidaysOf } from '../../../db/model/holidays.ts';
import {
  dayOfMonth,
  LONGEST_SERIES,
  ON_HOLIDAY,
  SERIES_UNITS,
  seriesDates,
  WEEKS,
  type SeriesPattern,
} from '../../../db/model/meeting-series.ts';

const pattern = (change: Partial<SeriesPattern> = {}): SeriesPattern => ({
  from: '2026-01-01',
  to: '2026-12-31',
  unit: 'months',
  every: 2,
  week: '3',
  weekday: 2,
  skipMonths: [7],
  onHoliday: 'next_week',
  ...change,
});
const days = (change: Partial<SeriesPattern> = {}) => seriesDates(pattern(change)).map(({ date }) => date);

describe('holidays', () => {
  test.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [1961, '1961-04-02'],
  ])('Easter of %s', (year, date) => expect(easterSunday(year)).toBe(date));

  test('of 2026 as in the almanac', () => {
    expect([...holidaysOf(2026)].sort(([a], [b]) => a.localeCompare(b))).toEqual([
      ['2026-01-01', 'new_year'],
      ['2026-01-06', 'epiphany'],
      ['2026-04-03', 'good_friday'],
      ['2026-04-05', 'easter'],
      ['2026-04-06', 'easter_monday'],
      ['2026-05-01', 'may_day'],
      ['2026-05-14', 'ascension'],
      ['2026-05-24', 'pentecost'],
      ['2026-06-19', 'midsummer_eve'],
      ['2026-06-20', 'midsummer'],
      ['2026-10-31', 'all_saints'],
      ['2026-12-06', 'independence'],
      ['2026-12-24', 'christmas_eve'],
      ['2026-12-25', 'christmas'],
      ['2026-12-26', 'st_stephen'],
    ]);
  });

  test('each year has its movable feasts on their weekdays', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
        const of = new Map([...holidaysOf(year)].map(([date, holiday]) => [holiday, date]));
        expect(weekday(easterSunday(year))).toBe(7);
        expect(easterSunday(year) >= `${year}-03-22` && easterSunday(year) <= `${year}-04-25`).toBe(true);
        expect(weekday(of.get('midsummer_eve')!)).toBe(5);
        expect(of.get('midsummer')).toBe(addDays(of.get('midsummer_eve')!, 1));
        expect(weekday(of.get('all_saints')!)).toBe(6);
      }),
    );
  });
});

describe('a series', () => {
  test('every second month on the third Tuesday, without July', () =>
    expect(days()).toEqual(['2026-01-20', '2026-03-17', '2026-05-19', '2026-09-15', '2026-11-17']));

  test('a holiday moves the day by a week, leaves it out, or stands, and is told', () => {
    const mondays = { every: 1, week: '1', weekday: 1, from: '2026-04-01', to: '2026-04-30' } as const;
    expect(seriesDates(pattern(mondays))).toEqual([{ date: '2026-04-13', holiday: 'easter_monday' }]);
    expect(days({ ...mondays, onHoliday: 'skip' })).toEqual([]);
    expect(seriesDates(pattern({ ...mondays, onHoliday: 'keep' }))).toEqual([
      { date: '2026-04-06', holiday: 'easter_monday' },
    ]);
  });

  test('Christmas Eve moves to New Year’s Eve, and one moved out of the range is left out', () => {
    const last = { every: 12, week: 'last', weekday: 4, from: '2026-12-01' } as const;
    expect(days({ ...last, to: '2026-12-31' })).toEqual(['2026-12-31']);
    expect(days({ ...last, week: '4', to: '2026-12-30' })).toEqual([]);
  });

  test('the last one of a month is its fourth or fifth', () => {
    expect(dayOfMonth(2026, 9, 'last', 3)).toBe('2026-09-30');
    expect(dayOfMonth(2026, 2, 'last', 6)).toBe('2026-02-28');
  });

  test('goes on over the turn of the year, and an empty range gives nothing', () => {
    expect(days({ from: '2026-11-01', to: '2027-03-31' })).toEqual([
      '2026-11-17',
      '2027-01-19',
      '2027-03-16',
    ]);
    expect(days({ from: '2026-12-31', to: '2026-01-01' })).toEqual([]);
  });

  const arbitraryPattern = fc.record({
    from: fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2024-01-01', offset)),
    to: fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2024-01-01', offset)),
    unit: fc.constantFrom(...SERIES_UNITS),
    every: fc.integer({ min: 1, max: 12 }),
    week: fc.constantFrom(...WEEKS),
    weekday: fc.integer({ min: 1, max: 7 }),
    skipMonths: fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
    onHoliday: fc.constantFrom(...ON_HOLIDAY),
  });

  test('every day is of the weekday, in the range, ascending, never a holiday unless it is to stand', () => {
    fc.assert(
      fc.property(arbitraryPattern, (any) => {
        const found = seriesDates(any);
        expect(found.length).toBeLessThanOrEqual(LONGEST_SERIES);
        found.forEach(({ date, holiday }, index) => {
          expect(weekday(date)).toBe(any.weekday);
          expect(date >= any.from && date <= any.to).toBe(true);
          if (index > 0) expect(date > found[index - 1]!.date).toBe(true);
          if (any.onHoliday !== 'keep') expect(holidayOn(date)).toBeNull();
          // What was not moved is in a month that is not left out.
          if (holiday === null) expect(any.skipMonths).not.toContain(Number(date.slice(5, 7)));
        });
      }),
      { numRuns: 500 },
    );
  });

  test('with nothing left out there is one in each month of the rhythm', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }), (every, day) => {
        const found = seriesDates(
          pattern({ every, weekday: day, skipMonths: [], onHoliday: 'keep', week: '2' }),
        );
        expect(found).toHaveLength(Math.ceil(12 / every));
      }),
    );
  });

  test('every third week on Wednesdays, over the turn of the year, a holiday moved by a week', () => {
    const weeks = { unit: 'weeks', every: 3, weekday: 3, skipMonths: [] } as const;
    expect(days({ ...weeks, from: '2026-11-25', to: '2027-02-28' })).toEqual([
      '2026-11-25',
      '2026-12-16',
      // 6.1.2027 is Epiphany.
      '2027-01-13',
      '2027-01-27',
      '2027-02-17',
    ]);
    expect(days({ ...weeks, every: 1, from: '2026-06-24', to: '2026-08-06', skipMonths: [7] })).toEqual([
      '2026-06-24',
      '2026-08-05',
    ]);
  });

  test('a rhythm of weeks leaves whole weeks between, and misses none that may be kept', () => {
    fc.assert(
      fc.property(arbitraryPattern, (any) => {
        const weeks = { ...any, unit: 'weeks', onHoliday: 'keep' } as const;
        const found = seriesDates(weeks);
        const first = addDays(any.from, (any.weekday - weekday(any.from) + 7) % 7);
        const expected: string[] = [];
        for (
          let date = first;
          date <= any.to && expected.length < LONGEST_SERIES;
          date = addDays(date, any.every * 7)
        )
          if (!any.skipMonths.includes(Number(date.slice(5, 7)))) expected.push(date);
        expect(found.map(({ date }) => date)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
