/**
 * Opening hours (aukioloajat) of a support point: weekly, with exceptions for single days or periods. Times are local,
 * `HH:MM`; 1 is Monday.
 */
import * as v from 'valibot';
import { addDays, formatDate, formatTimeRange, isoDateSchema, localTimeSchema, weekday } from './dates.ts';
import type { Language } from './language.ts';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface WeeklyHours {
  weekday: Weekday;
  opensAt: string;
  closesAt: string;
}

export interface OpeningException {
  startsOn: string;
  endsOn: string;
  /** Null: closed. */
  opensAt: string | null;
  closesAt: string | null;
  reason: string;
}

export const weeklyHoursSchema = v.pipe(
  v.array(
    v.pipe(
      v.object({ weekday: v.picklist(WEEKDAYS), opensAt: localTimeSchema, closesAt: localTimeSchema }),
      v.forward(
        v.check(({ opensAt, closesAt }) => closesAt > opensAt, 'hours_order'),
        ['closesAt'],
      ),
    ),
  ),
  v.maxLength(50),
  v.check((hours) => overlappingHours(hours) === null, 'hours_overlap'),
);

export const openingExceptionsSchema = v.pipe(
  v.array(
    v.pipe(
      v.object({
        startsOn: isoDateSchema,
        endsOn: isoDateSchema,
        opensAt: v.nullish(localTimeSchema, null),
        closesAt: v.nullish(localTimeSchema, null),
        reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300, 'too_long')), ''),
      }),
      v.forward(
        v.check(({ startsOn, endsOn }) => endsOn >= startsOn, 'ends_before_start'),
        ['endsOn'],
      ),
      v.forward(
        v.check(({ opensAt, closesAt }) => (opensAt === null) === (closesAt === null), 'hours_half'),
        ['closesAt'],
      ),
      v.forward(
        v.check(
          ({ opensAt, closesAt }) => opensAt === null || closesAt === null || closesAt > opensAt,
          'hours_order',
        ),
        ['closesAt'],
      ),
    ),
  ),
  v.maxLength(100),
  v.check((exceptions) => overlappingDays(exceptions) === null, 'exceptions_overlap'),
);

/** The first two that overlap on a weekday, else null. What ends when the other begins does not overlap. */
function overlappingHours<Hours extends WeeklyHours>(hours: readonly Hours[]): [Hours, Hours] | null {
  for (const [index, one] of hours.entries())
    for (const other of hours.slice(index + 1))
      if (one.weekday === other.weekday && one.opensAt < other.closesAt && other.opensAt < one.closesAt)
        return [one, other];
  return null;
}

/** The first two periods that have a day in common, else null. ISO dates, both ends included. */
export function overlappingDays<Period extends { startsOn: string; endsOn: string }>(
  periods: readonly Period[],
): [Period, Period] | null {
  for (const [index, one] of periods.entries())
    for (const other of periods.slice(index + 1))
      if (one.startsOn <= other.endsOn && other.startsOn <= one.endsOn) return [one, other];
  return null;
}

/** When the place is open on a day, in the order of the clock; empty when it is closed. */
export function openOn(
  hours: readonly WeeklyHours[],
  exceptions: readonly OpeningException[],
  date: string,
): { opensAt: string; closesAt: string }[] {
  const exception = exceptions.find((one) => one.startsOn <= date && date <= one.endsOn);
  if (exception)
    return exception.opensAt === null || exception.closesAt === null
      ? []
      : [{ opensAt: exception.opensAt, closesAt: exception.closesAt }];
  return inWeek(hours)
    .filter((one) => one.weekday === weekday(date))
    .map(({ opensAt, closesAt }) => ({ opensAt, closesAt }));
}

/** Days that are looked through for the next opening. */
const LOOK_AHEAD = 60;

/** The first day from a day on (itself included) on which the place is open; null when none comes soon. */
export function nextOpening(
  hours: readonly WeeklyHours[],
  exceptions: readonly OpeningException[],
  from: string,
): { date: string; opensAt: string; closesAt: string } | null {
  for (let ahead = 0; ahead <= LOOK_AHEAD; ahead += 1) {
    const date = addDays(from, ahead);
    const [first] = openOn(hours, exceptions, date);
    if (first) return { date, ...first };
  }
  return null;
}

function inWeek(hours: readonly WeeklyHours[]): WeeklyHours[] {
  const key = (one: WeeklyHours): string => `${one.weekday} ${one.opensAt}`;
  return hours.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const WEEKDAY_SIGNS: Record<Language, readonly string[]> = {
  fi: ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'],
  sv: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const sign = (day: Weekday, language: Language): string => WEEKDAY_SIGNS[language][day - 1] ?? '';

const CLOSED: Record<Language, string> = { fi: 'suljettu', sv: 'stängt', en: 'closed' };

/** "ma–to 9.00–15.00, pe 9.00–12.00 ja 13.00–15.00": days with the same hours together. Empty without hours. */
export function weeklyText(hours: readonly WeeklyHours[], language: Language): string {
  const and = { fi: 'ja', sv: 'och', en: 'and' }[language];
  const ofDay = (day: Weekday): string =>
    inWeek(hours)
      .filter((one) => one.weekday === day)
      .map((one) => formatTimeRange(one.opensAt, one.closesAt, language))
      .join(` ${and} `);
  const groups: { from: Weekday; to: Weekday; text: string }[] = [];
  for (const day of WEEKDAYS) {
    const text = ofDay(day);
    const last = groups.at(-1);
    if (text === '') continue;
    if (last && last.text === text && last.to === day - 1) last.to = day;
    else groups.push({ from: day, to: day, text });
  }
  return groups
    .map(({ from, to, text }) =>
      from === to
        ? `${sign(from, language)} ${text}`
        : `${sign(from, language)}–${sign(to, language)} ${text}`,
    )
    .join(', ');
}

/** "24.12.–26.12.2026 suljettu (joulu)", in full days. */
export function exceptionText(exception: OpeningException, language: Language): string {
  const { startsOn, endsOn, opensAt, closesAt, reason } = exception;
  const days =
    startsOn === endsOn
      ? formatDate(startsOn, language)
      : `${formatDate(startsOn, language)}–${formatDate(endsOn, language)}`;
  const what =
    opensAt === null || closesAt === null ? CLOSED[language] : formatTimeRange(opensAt, closesAt, language);
  return `${days} ${what}${reason === '' ? '' : ` (${reason})`}`;
}
