/** Notice of meeting (kokouskutsu): was it sent in time? Late notice is warned of and printed, it never blocks. */
import { addDays, daysBetween } from './dates.ts';
import type { RuleProfile } from './rules.ts';

/** What was sent: the notice (kutsu) or the agenda (esityslista); each has its own number of days. */
export type NoticeKind = 'notice' | 'agenda';

export interface NoticeCheck {
  /** Calendar days from the day of sending to the day of the meeting; null when nothing has been sent. */
  days: number | null;
  /** Days that the board's rules ask for. */
  required: number;
  ok: boolean;
  /** Last day on which sending is in time, ISO date. */
  latest: string;
}

/**
 * Compares the day of sending with the board's rule (toimintasääntö; the default of 7 and 4 days is from the
 * domain brief section 2). Days are calendar days, and the day of sending is not one of them, so the number
 * is the difference of the dates: sent 11.5., meeting 19.5. is 8 days; with a rule of 7 days the latest day
 * is 12.5. Sending after the meeting gives a negative number.
 * Throws `invalid_date`.
 */
export function noticeCheck(
  rules: RuleProfile,
  sentOn: string | null,
  meetingDate: string,
  kind: NoticeKind,
): NoticeCheck {
  const required = kind === 'notice' ? rules.noticeDays : rules.agendaDays;
  const days = sentOn === null ? null : daysBetween(sentOn, meetingDate);
  return { days, required, ok: days !== null && days >= required, latest: addDays(meetingDate, -required) };
}
