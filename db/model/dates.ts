/**
 * Dates and times of day as texts: `2026-05-19` and `13:00`. They are local to Europe/Helsinki and never pass
 * through a `Date`, so that no time zone, summer time or machine setting can move a meeting to another day.
 */
import * as v from 'valibot';
import { AppError } from './errors.ts';
import type { Language } from './language.ts';

interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function monthLength(year: number, month: number): number {
  const leapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leapYear ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** The parts of an ISO date, or null when there is no such day in the calendar (31 February). */
function readDay(text: string): CalendarDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || day < 1 || day > monthLength(year, month)) return null;
  return { year, month, day };
}

function requireDay(text: string): CalendarDay {
  const day = readDay(text);
  if (day === null) throw new AppError('invalid_date', { value: text });
  return day;
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  return readDay(text) !== null;
}

/** True for a time of day written `HH:MM`, 00:00–23:59. */
export function isLocalTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** `YYYY-MM-DD`, a day that exists. Message code: `invalid_date`. */
export const isoDateSchema = v.pipe(v.string(), v.check(isIsoDate, 'invalid_date'));
/** `HH:MM`, local time in Finland. Message code: `invalid_time`. */
export const localTimeSchema = v.pipe(v.string(), v.check(isLocalTime, 'invalid_time'));

/** Days since 1 January 1970 in the Gregorian calendar (years are counted from March, so that a leap day is last). */
function dayNumber({ year, month, day }: CalendarDay): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/** The inverse of `dayNumber`, as an ISO date. */
function isoDate(number: number): string {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (readDay(text) === null) throw new AppError('date_out_of_range', { year });
  return text;
}

/**
 * Calendar days from one day to another; negative when `to` is the earlier.
 * Throws `invalid_date`.
 * @example daysBetween('2026-05-11', '2026-05-19') // 8
 */
export function daysBetween(from: string, to: string): number {
  return dayNumber(requireDay(to)) - dayNumber(requireDay(from));
}

/**
 * The day `days` calendar days later (earlier when negative).
 * Throws `invalid_date`, and `date_out_of_range` outside the years 1–9999.
 */
export function addDays(date: string, days: number): string {
  return isoDate(dayNumber(requireDay(date)) + days);
}

/** Calendar year of an ISO date. Throws `invalid_date`. */
export function yearOf(date: string): number {
  return requireDay(date).year;
}

/** January first (tammikuu), in the nominative. */
export const FINNISH_MONTHS = [
  'tammikuu',
  'helmikuu',
  'maaliskuu',
  'huhtikuu',
  'toukokuu',
  'kesäkuu',
  'heinäkuu',
  'elokuu',
  'syyskuu',
  'lokakuu',
  'marraskuu',
  'joulukuu',
] as const;

export const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * A date as printed: fi and sv `19.5.2026` (no leading zeros), en `19 May 2026`.
 * Throws `invalid_date`.
 */
export function formatDate(date: string, language: Language): string {
  const { year, month, day } = requireDay(date);
  return language === 'en' ? `${day} ${ENGLISH_MONTHS[month - 1]} ${year}` : `${day}.${month}.${year}`;
}

/**
 * A time of day as printed: fi and sv `13.00`, en `13:00`; without the word klo or kl.
 * Throws `invalid_time`.
 */
export function formatTime(time: string, language: Language): string {
  if (!isLocalTime(time)) throw new AppError('invalid_time', { value: time });
  return language === 'en' ? time : time.replace(':', '.');
}

/** A stretch of time as printed, with an en dash: `14.01–14.14`. Throws `invalid_time`. */
export function formatTimeRange(start: string, end: string, language: Language): string {
  return `${formatTime(start, language)}–${formatTime(end, language)}`;
}

/** Monday first, as in Finnish calendars. */
const WEEKDAYS: Record<Language, readonly string[]> = {
  fi: ['maanantai', 'tiistai', 'keskiviikko', 'torstai', 'perjantai', 'lauantai', 'sunnuntai'],
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** Day of the week, ISO 8601: 1 is Monday, 7 Sunday. Throws `invalid_date`. */
export function weekday(date: string): number {
  // 1 January 1970, day number 0, was a Thursday.
  return ((((dayNumber(requireDay(date)) + 3) % 7) + 7) % 7) + 1;
}

/** Name of the day of the week: `tiistai`, `tisdag`, `Tuesday`. Throws `invalid_date`. */
export function weekdayName(date: string, language: Language): string {
  return WEEKDAYS[language][weekday(date) - 1] ?? '';
}
