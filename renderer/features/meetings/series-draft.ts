/** The list of a series while it is being corrected: what the rule gives, with what the secretary changed. Pure. */
import { weekday } from '../../../db/model/dates.ts';
import { holidayOn, type Holiday } from '../../../db/model/holidays.ts';
import type { SeriesDate } from '../../../db/model/meeting-series.ts';

export interface DraftMeeting {
  /** The day that the rule gave, or a name of its own for an added one: what a correction belongs to. */
  key: string;
  heldOn: string | null;
  plannedStart: string | null;
  place: string;
  /** The holiday for which the rule moved the day. */
  movedFor: Holiday | null;
}

export interface Correction {
  heldOn?: string | null;
  plannedStart?: string | null;
  place?: string;
  isLeftOut?: boolean;
}

export type Corrections = Readonly<Record<string, Correction>>;

/** Added days have keys that no date has. */
export const addedKey = (count: number): string => `added ${count}`;

/**
 * @param dates of the rule
 * @param corrections by key; those of days that the rule no longer gives wait until it gives them again
 */
export function draftSeries(
  dates: readonly SeriesDate[],
  corrections: Corrections,
  common: { plannedStart: string | null; place: string },
): DraftMeeting[] {
  const ruled = dates.map(({ date, holiday }) => ({ key: date, heldOn: date, movedFor: holiday }));
  const added = Object.keys(corrections)
    .filter((key) => key.startsWith('added '))
    .map((key) => ({ key, heldOn: null, movedFor: null }));
  return [...ruled, ...added].flatMap(({ key, heldOn, movedFor }) => {
    const { isLeftOut = false, ...change } = corrections[key] ?? {};
    return isLeftOut ? [] : [{ key, heldOn, movedFor, ...common, ...change }];
  });
}

export type DayNote =
  | { kind: 'moved' | 'onHoliday'; holiday: Holiday }
  | { kind: 'weekend' | 'outsideTerm' | 'sameDay' };

/** What is odd about a day of the list. */
export function notesOf(
  meeting: DraftMeeting,
  others: readonly (string | null)[],
  term: { startsOn: string; endsOn: string } | null,
): DayNote[] {
  const { heldOn, movedFor, key } = meeting;
  if (heldOn === null) return [];
  const notes: DayNote[] = [];
  const holiday = holidayOn(heldOn);
  if (holiday !== null) notes.push({ kind: 'onHoliday', holiday });
  else if (movedFor !== null && heldOn === key) notes.push({ kind: 'moved', holiday: movedFor });
  if (weekday(heldOn) > 5) notes.push({ kind: 'weekend' });
  if (term !== null && (heldOn < term.startsOn || heldOn > term.endsOn)) notes.push({ kind: 'outsideTerm' });
  if (others.includes(heldOn)) notes.push({ kind: 'sameDay' });
  return notes;
}
