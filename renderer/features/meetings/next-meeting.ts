/** Sensible values for a new meeting, from the ones before it. Pure. */
import { addDays, weekday } from '../../../db/model/dates.ts';
import type { MeetingSummary } from '../../../db/model/meeting-view.ts';
import type { RuleProfile } from '../../../db/model/rules.ts';

type Known = Pick<MeetingSummary, 'heldOn' | 'plannedStart' | 'place'>;

export interface MeetingPlan {
  heldOn: string;
  plannedStart: string | null;
  place: string;
}

const TUESDAY = 2;
const FRIDAY = 5;
/** Days of grace for drawing up the agenda before the notice has to go. */
const PREPARATION = 7;

/**
 * The first day of the usual weekday on which the notice can still go in time, after the last meeting known; the
 * usual time and place. Inside the term when that is possible.
 * @param meetings all of the board, in any order
 * @param today ISO date
 */
export function planNext(
  meetings: readonly Known[],
  rules: Pick<RuleProfile, 'noticeDays'>,
  today: string,
  term: { endsOn: string } | null = null,
): MeetingPlan {
  const latest = meetings.reduce<Known | null>(
    (found, meeting) => (found === null || meeting.heldOn > found.heldOn ? meeting : found),
    null,
  );
  const usual = latest === null ? TUESDAY : weekday(latest.heldOn);
  const wanted = usual > FRIDAY ? TUESDAY : usual;
  const from = latest === null || latest.heldOn < today ? today : latest.heldOn;
  const earliest = addDays(from, rules.noticeDays + PREPARATION);
  const planned = addDays(earliest, (wanted - weekday(earliest) + 7) % 7);
  return {
    heldOn: term !== null && planned > term.endsOn && term.endsOn >= today ? term.endsOn : planned,
    plannedStart: latest?.plannedStart ?? '13:00',
    place: latest?.place ?? '',
  };
}

/** Years in which the board has met, the newest first. */
export function yearsOf(meetings: readonly Pick<MeetingSummary, 'year'>[]): number[] {
  return [...new Set(meetings.map(({ year }) => year))].sort((a, b) => b - a);
}
