/** Clock times of a meeting against each other: opening, end, items, presence, breaks. Local `HH:MM`. */
import { AppError } from './errors.ts';

export interface MeetingTimes {
  startedAt: string | null;
  endedAt: string | null;
}

/**
 * Moves a time that was set by the opening or the end of the meeting along with it; any other stays.
 * @param before opening and end as they were
 * @param after as they are corrected
 */
export function movedTime(
  time: string | null,
  before: MeetingTimes,
  after: MeetingTimes,
  at: 'start' | 'end',
): string | null {
  const key = at === 'start' ? 'startedAt' : 'endedAt';
  return time !== null && time === before[key] ? after[key] : time;
}

/**
 * The opening comes before the end, and everything that has a time lies between them.
 * @param within times of items, presence and breaks as they would be after the correction
 * @throws AppError INVALID_INPUT with `ends_before_start`, `after_first_entry` or `before_last_entry` at the field
 */
export function assertMeetingTimes(times: MeetingTimes, within: readonly (string | null)[]): void {
  const { startedAt, endedAt } = times;
  if (startedAt !== null && endedAt !== null && endedAt < startedAt)
    throw new AppError('INVALID_INPUT', {}, { endedAt: 'ends_before_start' });
  const noted = within.filter((time) => time !== null);
  if (startedAt !== null && noted.some((time) => time < startedAt))
    throw new AppError('INVALID_INPUT', {}, { startedAt: 'after_first_entry' });
  if (endedAt !== null && noted.some((time) => time > endedAt))
    throw new AppError('INVALID_INPUT', {}, { endedAt: 'before_last_entry' });
}
