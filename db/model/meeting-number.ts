/**
 * Numbers of planned and cancelled meetings. A number belongs to a meeting for good once something that bears it has
 * left the desk: its call or agenda was sent, or the meeting was held. Until then the numbers of planned meetings
 * follow the order of their days, so that one may be moved, added between others or cancelled; of a cancelled meeting
 * of which nothing was ever sent the number is free. One that was called keeps its number when it is cancelled, and
 * nobody gets it again: otherwise two calls would bear the same one.
 */
import { yearOf } from './dates.ts';
import type { MeetingState } from './meeting-state.ts';
import type { MeetingNumber } from './numbering.ts';

/** What of a meeting decides whether it keeps its number. Days are ISO dates. */
export interface SentFacts {
  state: MeetingState;
  callSentOn: string | null;
  agendaSentOn: string | null;
}

/** Whether a call or an agenda with the number on it has gone out. */
function wasSent({ callSentOn, agendaSentOn }: SentFacts): boolean {
  return callSentOn !== null || agendaSentOn !== null;
}

/** Whether the number is the meeting's for good. */
export function keepsNumber(meeting: SentFacts): boolean {
  return wasSent(meeting) || (meeting.state !== 'draft' && meeting.state !== 'cancelled');
}

/** False for a cancelled meeting of which nothing was ever sent. */
export function hasNumber(meeting: SentFacts): boolean {
  return meeting.state !== 'cancelled' || wasSent(meeting);
}

/** A meeting of one board and year. */
export interface PlannedNumber {
  id: string;
  number: number;
  heldOn: string;
  /** `HH:MM` */
  plannedStart: string | null;
  /** As `keepsNumber` and `hasNumber` say. */
  keepsNumber: boolean;
  hasNumber: boolean;
}

/**
 * Numbers of the planned meetings of a year that may still change, by id: in the order of their days the smallest ones
 * that no other meeting keeps. They begin where the numbers of the year begin, since the board may have met before it
 * began to use the program.
 * @param meetings all of the board and the year
 * @param start the smallest number of the year before the change that calls for new ones
 */
export function planNumbers(meetings: readonly PlannedNumber[], start: number): Map<string, number> {
  const kept = new Set(meetings.filter((meeting) => meeting.keepsNumber).map((meeting) => meeting.number));
  const moment = ({ heldOn, plannedStart }: PlannedNumber): string => `${heldOn} ${plannedStart ?? '24:00'}`;
  const planned = meetings
    .filter((meeting) => !meeting.keepsNumber && meeting.hasNumber)
    .toSorted((a, b) => {
      const [one, other] = [moment(a), moment(b)];
      return one < other ? -1 : one > other ? 1 : a.number - b.number;
    });
  const numbers = new Map<string, number>();
  let next = start;
  for (const meeting of planned) {
    while (kept.has(next)) next += 1;
    numbers.set(meeting.id, next);
    next += 1;
  }
  return numbers;
}

/**
 * The number that a meeting planned now for a day would get.
 * @param meetings all of the board
 */
export function numberOfNew(
  meetings: readonly (PlannedNumber & { year: number })[],
  heldOn: string,
  plannedStart: string | null,
): MeetingNumber {
  const year = yearOf(heldOn);
  const known = meetings.filter((meeting) => meeting.year === year);
  const added = {
    id: '',
    number: Number.MAX_SAFE_INTEGER,
    heldOn,
    plannedStart,
    keepsNumber: false,
    hasNumber: true,
  };
  const numbers = planNumbers([...known, added], firstNumber(known));
  return { number: numbers.get('') ?? 1, year };
}

/** Where the numbers of a year begin; 1 when there are none. */
export function firstNumber(meetings: readonly { number: number }[]): number {
  return meetings.length === 0 ? 1 : Math.min(...meetings.map((meeting) => meeting.number));
}
