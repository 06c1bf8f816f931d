/**
 * Finnish public holidays and the days on which nobody meets (pyhäpäivät ja juhla-aatot): church holidays, New Year,
 * vappu, midsummer and its eve, Independence Day, Christmas Eve. Source: kirkkolaki 652/2023 and the laws on vappu and
 * itsenäisyyspäivä; the eves are free by collective agreements.
 */
import { addDays, weekday } from './dates.ts';

const HOLIDAYS = [
  'new_year',
  'epiphany',
  'good_friday',
  'easter',
  'easter_monday',
  'may_day',
  'ascension',
  'pentecost',
  'midsummer_eve',
  'midsummer',
  'all_saints',
  'independence',
  'christmas_eve',
  'christmas',
  'st_stephen',
] as const;
export type Holiday = (typeof HOLIDAYS)[number];

/** Easter Sunday of a year as an ISO date (Gregorian computus, Meeus, Jones and Butcher). */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The first of that weekday from a day on. */
const from = (date: string, day: number): string => addDays(date, (day - weekday(date) + 7) % 7);
const FRIDAY = 5;
const SATURDAY = 6;

/** Holidays of a year by ISO date. */
export function holidaysOf(year: number): Map<string, Holiday> {
  const easter = easterSunday(year);
  const on = (day: string): string => `${String(year).padStart(4, '0')}-${day}`;
  return new Map<string, Holiday>([
    [on('01-01'), 'new_year'],
    [on('01-06'), 'epiphany'],
    [addDays(easter, -2), 'good_friday'],
    [easter, 'easter'],
    [addDays(easter, 1), 'easter_monday'],
    [addDays(easter, 39), 'ascension'],
    [addDays(easter, 49), 'pentecost'],
    // After the feasts that move: ascension may fall on it.
    [on('05-01'), 'may_day'],
    [from(on('06-19'), FRIDAY), 'midsummer_eve'],
    [from(on('06-20'), SATURDAY), 'midsummer'],
    [from(on('10-31'), SATURDAY), 'all_saints'],
    [on('12-06'), 'independence'],
    [on('12-24'), 'christmas_eve'],
    [on('12-25'), 'christmas'],
    [on('12-26'), 'st_stephen'],
  ]);
}

/** The holiday of a day, or null. */
export function holidayOn(date: string): Holiday | null {
  return holidaysOf(Number(date.slice(0, 4))).get(date) ?? null;
}
