/**
 * A series of meetings (kokoussarja) planned at once for a year or a term: every so many months on the third Tuesday, or
 * every so many weeks, leaving out months and holidays. Pure: the list is shown to be corrected before any meeting is made.
 */
import * as v from 'valibot';
import { addDays, isoDateSchema, localTimeSchema, weekday } from './dates.ts';
import { holidayOn, type Holiday } from './holidays.ts';
import { idSchema } from './identity.ts';
import { languageSchema } from './language.ts';
import { MEETING_KINDS } from './meeting-kind.ts';

/** Which one of a month: the first to the fourth, or the last. */
export const WEEKS = ['1', '2', '3', '4', 'last'] as const;
export type Week = (typeof WEEKS)[number];

/** What to do with a day that is a holiday: a week later, no meeting, or hold it all the same. */
export const ON_HOLIDAY = ['next_week', 'skip', 'keep'] as const;
export type OnHoliday = (typeof ON_HOLIDAY)[number];

/** joka n. kuukausi, joka n. viikko */
export const SERIES_UNITS = ['months', 'weeks'] as const;
export type SeriesUnit = (typeof SERIES_UNITS)[number];

export interface SeriesPattern {
  /** ISO dates, both included. */
  from: string;
  to: string;
  unit: SeriesUnit;
  /** 1: every month or week, 2: every second … */
  every: number;
  /** Which weekday of the month; of no account when the unit is weeks. */
  week: Week;
  /** ISO 8601: 1 is Monday. */
  weekday: number;
  /** Months without a meeting, 1–12. The rhythm goes on through them. */
  skipMonths: readonly number[];
  onHoliday: OnHoliday;
}

export interface SeriesDate {
  date: string;
  /** The holiday for which it was moved by a week or more, or on which it falls. */
  holiday: Holiday | null;
}

/** The longest series: monthly through a term of four years, and some. */
export const LONGEST_SERIES = 60;

const pad = (month: number): string => String(month).padStart(2, '0');

/** The day of a month, e.g. the third Tuesday. */
export function dayOfMonth(year: number, month: number, week: Week, day: number): string {
  const first = `${String(year).padStart(4, '0')}-${pad(month)}-01`;
  const earliest = addDays(first, (day - weekday(first) + 7) % 7);
  if (week !== 'last') return addDays(earliest, (Number(week) - 1) * 7);
  const fifth = addDays(earliest, 28);
  return fifth.slice(0, 7) === first.slice(0, 7) ? fifth : addDays(earliest, 21);
}

/**
 * The days of a series, ascending and each once, all within `from`–`to`, at most `LONGEST_SERIES`. A rhythm of months begins
 * with the month of `from`, even when its own day has passed; one of weeks with the first such weekday from `from` on, and
 * it goes on by the calendar, whatever was moved or left out.
 */
export function seriesDates(pattern: SeriesPattern): SeriesDate[] {
  const { from, to, skipMonths, onHoliday } = pattern;
  const found = new Map<string, SeriesDate>();
  for (const date of pattern.unit === 'weeks' ? byWeeks(pattern) : byMonths(pattern)) {
    if (found.size >= LONGEST_SERIES) break;
    if (skipMonths.includes(Number(date.slice(5, 7)))) continue;
    const placed = place(date, onHoliday);
    if (placed && placed.date >= from && placed.date <= to && !found.has(placed.date))
      found.set(placed.date, placed);
  }
  return [...found.values()];
}

function* byWeeks({ from, to, every, weekday: day }: SeriesPattern): Generator<string> {
  let date = addDays(from, (day - weekday(from) + 7) % 7);
  for (; date <= to; date = addDays(date, every * 7)) yield date;
}

function* byMonths({ from, to, every, week, weekday: day }: SeriesPattern): Generator<string> {
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7));
  while (`${String(year).padStart(4, '0')}-${pad(month)}` <= to.slice(0, 7)) {
    yield dayOfMonth(year, month, week, day);
    month += every;
    year += Math.floor((month - 1) / 12);
    month = ((month - 1) % 12) + 1;
  }
}

function place(date: string, onHoliday: OnHoliday): SeriesDate | null {
  const holiday = holidayOn(date);
  if (holiday === null || onHoliday === 'keep') return { date, holiday };
  if (onHoliday === 'skip') return null;
  let moved = addDays(date, 7);
  while (holidayOn(moved) !== null) moved = addDays(moved, 7);
  return { date: moved, holiday };
}

/** The meetings to be made, as the corrected list has them. */
export const seriesInputSchema = v.object({
  boardId: idSchema,
  language: v.optional(languageSchema, 'fi'),
  meetings: v.pipe(
    v.array(
      v.object({
        heldOn: isoDateSchema,
        plannedStart: v.nullish(localTimeSchema, null),
        place: v.optional(v.pipe(v.string(), v.maxLength(300, 'too_long')), ''),
        kind: v.optional(v.picklist(MEETING_KINDS), 'meeting'),
      }),
    ),
    v.minLength(1, 'required'),
    v.maxLength(LONGEST_SERIES, 'too_many'),
    v.check(
      (meetings) =>
        new Set(meetings.map((one) => `${one.heldOn} ${one.plannedStart}`)).size === meetings.length,
      'twice',
    ),
  ),
});
