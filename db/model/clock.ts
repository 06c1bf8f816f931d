/**
 * Clocks (vuosikello, valtuustokausikello): what is done when, year after year or once in a council term. A task stands
 * in a year of the clock, and there in a month or a run of months, or only in the year. Pure; dates are ISO texts.
 */
import * as v from 'valibot';
import { addDays, isIsoDate } from './dates.ts';
import { AppError } from './errors.ts';
import { idSchema } from './identity.ts';

/** vuosikello (12 months), valtuustokausikello (four years) */
export const CLOCK_KINDS = ['year', 'term'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** toimielin, maakunta, kunta */
export const CLOCK_OWNERS = ['board', 'region', 'municipality'] as const;
export type ClockOwnerKind = (typeof CLOCK_OWNERS)[number];

/**
 * Steps of the wellbeing work (hyte) that region and municipalities take together; by them two clocks are compared.
 * tiedonkeruu, kauden arviointi, kertomuksen valmistelu, kertomuksen hyväksyntä, kuntakortti, vuosiraportti, kuntien
 * tietojen kokoaminen, tietopaketit ja haasteet, yhteinen tapaaminen, yhteiset tavoitteet, koulutus, hankehakemukset
 */
export const CLOCK_STEPS = [
  'knowledge',
  'evaluation',
  'report_preparation',
  'report_approval',
  'card_update',
  'annual_report',
  'collection',
  'info_packages',
  'joint_meeting',
  'joint_goals',
  'training',
  'applications',
] as const;
export type ClockStep = (typeof CLOCK_STEPS)[number];

/** When a clock begins and how long it is. */
export interface ClockFrame {
  kind: ClockKind;
  /** `2025-06`: the first month of its first year. A council term begins on 1 June (kuntalaki 15 §). */
  firstMonth: string;
}

/** Where a task stands. Months are 1–12 of the calendar; both null: at some time of the year. */
export interface ClockPlace {
  /** 1–4; always 1 in a clock of one year. */
  termYear: number;
  fromMonth: number | null;
  toMonth: number | null;
  /** The day of `toMonth` by which it is to be done; null: by the end of the month. */
  day: number | null;
}

export interface ClockTaskFacts extends ClockPlace {
  id: string;
  title: string;
  step: ClockStep | null;
  /** In every year of the clock from `termYear` on; a clock of one year hands it on to the next. */
  repeats: boolean;
}

/** A task in one year of its clock. */
export interface Occurrence {
  taskId: string;
  termYear: number;
  startsOn: string;
  dueOn: string;
  /** False when only the year is known. */
  isExact: boolean;
}

/** tehty, myöhässä, määräaika lähellä, käynnissä, tulossa */
export const OCCURRENCE_STATES = ['done', 'late', 'due', 'now', 'coming'] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

/** Days before its last day from which a task is due. */
const DUE_DAYS = 14;

const two = (value: number): string => String(value).padStart(2, '0');

export function isClockMonth(text: string): boolean {
  return isIsoDate(`${text}-01`) && /^\d{4}-\d{2}$/.test(text) && Number(text.slice(0, 4)) < 9990;
}

/** How many years a clock has. */
export function yearCount({ kind }: ClockFrame): 1 | 4 {
  return kind === 'term' ? 4 : 1;
}

function firstMonthNumber({ firstMonth }: ClockFrame): number {
  return Number(firstMonth.slice(5, 7));
}

/** How many months after the beginning of its clock year a calendar month comes, 0–11. */
export function monthOffset(clock: ClockFrame, month: number): number {
  return (month - firstMonthNumber(clock) + 12) % 12;
}

/** The calendar month at an offset from the beginning of the clock year, 1–12. */
export function monthAt(clock: ClockFrame, offset: number): number {
  return ((firstMonthNumber(clock) - 1 + offset) % 12) + 1;
}

/** `2026-03`: a calendar month in a year of the clock. */
export function monthOf(clock: ClockFrame, termYear: number, month: number): string {
  const months =
    Number(clock.firstMonth.slice(0, 4)) * 12 +
    firstMonthNumber(clock) -
    1 +
    (termYear - 1) * 12 +
    monthOffset(clock, month);
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${two((months % 12) + 1)}`;
}

/** The last day of a month `2026-02`, 28–31. */
export function lastDayOf(month: string): number {
  for (let day = 31; day > 28; day -= 1) if (isIsoDate(`${month}-${day}`)) return day;
  return 28;
}

/** First and last day of one year of the clock. */
export function yearSpan(clock: ClockFrame, termYear: number): { startsOn: string; endsOn: string } {
  const last = monthOf(clock, termYear, monthAt(clock, 11));
  return {
    startsOn: `${monthOf(clock, termYear, monthAt(clock, 0))}-01`,
    endsOn: `${last}-${lastDayOf(last)}`,
  };
}

/** First and last day of the clock. */
export function clockSpan(clock: ClockFrame): { startsOn: string; endsOn: string } {
  return { startsOn: yearSpan(clock, 1).startsOn, endsOn: yearSpan(clock, yearCount(clock)).endsOn };
}

/** The year of the clock that a day is in, or null outside of it. */
export function termYearOn(clock: ClockFrame, date: string): number | null {
  for (let year = 1; year <= yearCount(clock); year += 1) {
    const { startsOn, endsOn } = yearSpan(clock, year);
    if (startsOn <= date && date <= endsOn) return year;
  }
  return null;
}

/**
 * What keeps a task from standing where it was put, as field and message code; null when nothing does. No month has
 * a day 31 February; 29 February is refused for a single year that has none, and is the 28th where a yearly task meets one.
 */
export function placeProblem(
  clock: ClockFrame,
  place: ClockPlace,
  repeats: boolean,
): { field: keyof ClockPlace; code: string } | null {
  const { termYear, fromMonth, toMonth, day } = place;
  if (!Number.isInteger(termYear) || termYear < 1 || termYear > yearCount(clock))
    return { field: 'termYear', code: 'clock_year_outside' };
  if (fromMonth === null || toMonth === null) {
    if (fromMonth !== toMonth) return { field: 'toMonth', code: 'clock_months_both' };
    if (day !== null) return { field: 'day', code: 'clock_day_without_month' };
    return clock.kind === 'year' ? { field: 'fromMonth', code: 'clock_month_missing' } : null;
  }
  if (monthOffset(clock, toMonth) < monthOffset(clock, fromMonth))
    return { field: 'toMonth', code: 'clock_months_reversed' };
  if (day === null) return null;
  const longest = repeats && toMonth === 2 ? 29 : lastDayOf(monthOf(clock, termYear, toMonth));
  return day < 1 || day > longest ? { field: 'day', code: 'clock_no_such_day' } : null;
}

/** The days of a task in one year of the clock. The place is one that `placeProblem` lets through. */
function occurrence(
  clock: ClockFrame,
  task: Pick<ClockTaskFacts, 'id' | 'fromMonth' | 'toMonth' | 'day'>,
  termYear: number,
): Occurrence {
  const { id, fromMonth, toMonth, day } = task;
  if (fromMonth === null || toMonth === null) {
    const { startsOn, endsOn } = yearSpan(clock, termYear);
    return { taskId: id, termYear, startsOn, dueOn: endsOn, isExact: false };
  }
  const last = monthOf(clock, termYear, toMonth);
  return {
    taskId: id,
    termYear,
    startsOn: `${monthOf(clock, termYear, fromMonth)}-01`,
    dueOn: `${last}-${two(Math.min(day ?? 31, lastDayOf(last)))}`,
    isExact: true,
  };
}

/** Every time that a task comes in its clock, the earliest first. */
export function occurrencesOf(
  clock: ClockFrame,
  task: Pick<ClockTaskFacts, 'id' | 'termYear' | 'fromMonth' | 'toMonth' | 'day' | 'repeats'>,
): Occurrence[] {
  const last = task.repeats ? yearCount(clock) : task.termYear;
  const found: Occurrence[] = [];
  for (let year = task.termYear; year <= last; year += 1) found.push(occurrence(clock, task, year));
  return found;
}

/** How a task stands on a day. */
export function occurrenceState(
  { startsOn, dueOn }: Pick<Occurrence, 'startsOn' | 'dueOn'>,
  isDone: boolean,
  today: string,
): OccurrenceState {
  if (isDone) return 'done';
  if (dueOn < today) return 'late';
  if (startsOn > today) return 'coming';
  return dueOn <= addDays(today, DUE_DAYS) ? 'due' : 'now';
}

/** How many segments (sektori) the circle has: months, or years. */
export function segmentCount({ kind }: ClockFrame): 12 | 4 {
  return kind === 'term' ? 4 : 12;
}

/** The segment a task stands in: its year, or the month by which it is done. */
export function segmentOf(clock: ClockFrame, place: Pick<ClockPlace, 'termYear' | 'toMonth'>): number {
  return clock.kind === 'term'
    ? place.termYear - 1
    : place.toMonth === null
      ? 0
      : monthOffset(clock, place.toMonth);
}

/**
 * The task moved to a segment: its run of months keeps its length as far as the year allows, its day is at most the last
 * of the new month. The same place when the segment is not of this clock.
 */
export function moveToSegment(clock: ClockFrame, place: ClockPlace, segment: number): ClockPlace {
  if (!Number.isInteger(segment) || segment < 0 || segment >= segmentCount(clock)) return place;
  if (clock.kind === 'term') return withShortDay(clock, { ...place, termYear: segment + 1 });
  const length =
    place.fromMonth === null || place.toMonth === null
      ? 0
      : monthOffset(clock, place.toMonth) - monthOffset(clock, place.fromMonth);
  return withShortDay(clock, {
    ...place,
    fromMonth: monthAt(clock, Math.max(0, segment - length)),
    toMonth: monthAt(clock, segment),
  });
}

function withShortDay(clock: ClockFrame, place: ClockPlace): ClockPlace {
  if (place.toMonth === null || place.day === null) return place;
  const longest = lastDayOf(monthOf(clock, place.termYear, place.toMonth));
  return { ...place, day: Math.min(place.day, longest) };
}

/** The clock of the year after: the same months one year later. @throws AppError CLOCK_NOT_YEARLY */
export function nextYear(clock: ClockFrame): ClockFrame {
  if (clock.kind !== 'year') throw new AppError('CLOCK_NOT_YEARLY');
  const year = Number(clock.firstMonth.slice(0, 4)) + 1;
  return { kind: 'year', firstMonth: `${String(year).padStart(4, '0')}${clock.firstMonth.slice(4)}` };
}

const month = v.pipe(v.number(), v.integer(), v.minValue(1, 'out_of_range'), v.maxValue(12, 'out_of_range'));
const line = v.pipe(v.string(), v.trim(), v.maxLength(500, 'too_long'));

const clockOwnerSchema = v.pipe(
  v.object({
    kind: v.picklist(CLOCK_OWNERS),
    boardId: v.nullish(idSchema, null),
    /** Code of the region or municipality. */
    code: v.nullish(v.pipe(v.string(), v.regex(/^\d{2,3}$/, 'municipality_unknown')), null),
  }),
  v.check((owner) => (owner.kind === 'board') === (owner.boardId !== null), 'required'),
  v.check((owner) => (owner.kind === 'board') === (owner.code === null), 'required'),
);
export type ClockOwner = v.InferOutput<typeof clockOwnerSchema>;

export const clockInputSchema = v.object({
  owner: clockOwnerSchema,
  kind: v.picklist(CLOCK_KINDS),
  firstMonth: v.pipe(v.string(), v.check(isClockMonth, 'invalid_date')),
  title: v.pipe(line, v.minLength(1, 'required')),
  /** What stands in the middle. */
  center: v.optional(v.pipe(v.string(), v.maxLength(200, 'too_long')), ''),
});
export type ClockValues = v.InferOutput<typeof clockInputSchema>;

export const clockTaskInputSchema = v.object({
  termYear: v.pipe(v.number(), v.integer()),
  fromMonth: v.nullish(month, null),
  toMonth: v.nullish(month, null),
  day: v.nullish(v.pipe(v.number(), v.integer()), null),
  title: v.pipe(line, v.minLength(1, 'required')),
  text: v.optional(v.pipe(v.string(), v.maxLength(5_000, 'too_long')), ''),
  /** Who sees to it, in words: a role or a body. */
  responsible: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'too_long')), ''),
  responsiblePersonId: v.nullish(idSchema, null),
  /** Where it comes from: a rule, a plan, an address. */
  source: v.optional(line, ''),
  step: v.nullish(v.picklist(CLOCK_STEPS), null),
  isUncertain: v.optional(v.boolean(), false),
  repeats: v.optional(v.boolean(), false),
});
export type ClockTaskInput = v.InferInput<typeof clockTaskInputSchema>;
export type ClockTaskValues = v.InferOutput<typeof clockTaskInputSchema>;

/** A clock with its tasks as templates and the sample give them. */
const clockTemplateTaskSchema = v.object({
  termYear: v.optional(v.number(), 1),
  fromMonth: v.optional(v.nullable(month), null),
  toMonth: v.optional(v.nullable(month), null),
  day: v.optional(v.nullable(v.number()), null),
  title: v.object({ fi: v.string(), sv: v.string(), en: v.string() }),
  step: v.optional(v.nullable(v.picklist(CLOCK_STEPS)), null),
  isUncertain: v.optional(v.boolean(), false),
});

export const clockTemplatesSchema = v.object({
  source: v.string(),
  templates: v.array(
    v.object({
      key: v.string(),
      owner: v.nullable(v.picklist(CLOCK_OWNERS)),
      kind: v.picklist(CLOCK_KINDS),
      name: v.object({ fi: v.string(), sv: v.string(), en: v.string() }),
      note: v.object({ fi: v.string(), sv: v.string(), en: v.string() }),
      center: v.object({ fi: v.string(), sv: v.string(), en: v.string() }),
      tasks: v.array(clockTemplateTaskSchema),
    }),
  ),
});
export type ClockTemplates = v.InferOutput<typeof clockTemplatesSchema>;
export type ClockTemplate = ClockTemplates['templates'][number];
