import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  formatDate,
  formatTime,
  formatTimeRange,
  isIsoDate,
  isLocalTime,
  isoDateSchema,
  localTimeSchema,
  weekday,
  weekdayName,
  yearOf,
} from '../../../db/model/dates.ts';

/** Days by the platform's own calendar, in UTC, as the independent reference. */
const reference = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);
const day = fc.integer({ min: -690_000, max: 2_900_000 });

describe('days that exist', () => {
  test.each(['2026-05-19', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isIsoDate(text)).toBe(true);
    expect(v.parse(isoDateSchema, text)).toBe(text);
  });
  test.each([
    '2026-02-31',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '26-05-19',
    '2026-5-19',
    '2026-05-19T13:00',
    ' 2026-05-19',
    '19.5.2026',
    '',
  ])('%j does not', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(v.safeParse(isoDateSchema, text).issues?.[0]?.message).toBe('invalid_date');
    expect(() => formatDate(text, 'fi')).toThrow('invalid_date');
  });
});

test.each([
  ['00:00', true],
  ['23:59', true],
  ['13:00', true],
  ['24:00', false],
  ['12:60', false],
  ['9:00', false],
  ['13.00', false],
  ['13:00:00', false],
])('the time %s: %s', (text, valid) => {
  expect(isLocalTime(text)).toBe(valid);
  expect(v.safeParse(localTimeSchema, text).success).toBe(valid);
});

test('dates, times and weekdays as printed', () => {
  expect(formatDate('2026-05-19', 'fi')).toBe('19.5.2026');
  expect(formatDate('2026-05-09', 'sv')).toBe('9.5.2026');
  expect(formatDate('2026-05-19', 'en')).toBe('19 May 2026');
  expect(formatTime('13:00', 'fi')).toBe('13.00');
  expect(formatTime('09:05', 'sv')).toBe('09.05');
  expect(formatTime('13:00', 'en')).toBe('13:00');
  expect(formatTimeRange('14:01', '14:14', 'fi')).toBe('14.01–14.14');
  expect(() => formatTime('25:00', 'fi')).toThrow('invalid_time');
  expect(weekdayName('2026-05-19', 'fi')).toBe('tiistai');
  expect(weekdayName('2026-05-19', 'sv')).toBe('tisdag');
  expect(weekdayName('2026-05-24', 'en')).toBe('Sunday');
  expect(yearOf('2026-05-19')).toBe(2026);
});

test('days across the change to summer time, the new year and a leap day', () => {
  expect(daysBetween('2026-05-11', '2026-05-19')).toBe(8);
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(addDays('2023-03-01', -1)).toBe('2023-02-28');
  expect(daysBetween('2026-05-19', '2026-05-11')).toBe(-8);
  expect(() => addDays('9999-12-31', 1)).toThrow('date_out_of_range');
});

test('agrees with the platform calendar on every day of 1890–2110', () => {
  const wrong: string[] = [];
  for (let days = -29_219; days < 51_500; days += 1)
    if (addDays('1970-01-01', days) !== reference(days)) wrong.push(reference(days));
  expect(wrong).toEqual([]);
});

test('agrees with the platform calendar on any day of any year', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (start, shift) => {
      expect(addDays(reference(start), shift)).toBe(reference(start + shift));
      expect(daysBetween(reference(start), reference(start + shift))).toBe(shift);
      expect(weekday(reference(start)) % 7).toBe(new Date(start * 86_400_000).getUTCDay());
    }),
  );
});
