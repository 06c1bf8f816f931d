/** Rules of the page that the secretary opens every morning: what stands still, and whether the next meeting is ready. */
import { daysBetween } from './dates.ts';
import type { NoticeCheck } from './notice.ts';
import type { AttendanceForecast } from './recipients.ts';

/** Days without a movement after which something stands still. */
export const STILL_DAYS = 60;

/** Whole days since something last moved when it stands still, else null. ISO dates. */
export function stillFor(lastMovedOn: string, today: string): number | null {
  const days = daysBetween(lastMovedOn, today);
  return days >= STILL_DAYS ? days : null;
}

/** The latest of days, some of which are unknown. At least one is known. */
export function lastOf(first: string, ...others: readonly (string | null | undefined)[]): string {
  return others.reduce<string>((latest, day) => (day != null && day > latest ? day : latest), first);
}

/** kutsu, esityslista, asiat, paikka, ehdotukset, päätösvaltaisuus, liitteet */
const READINESS_KEYS = ['call', 'agenda', 'items', 'place', 'proposals', 'quorum', 'attachments'] as const;
export type ReadinessKey = (typeof READINESS_KEYS)[number];

export interface ReadinessCheck {
  key: ReadinessKey;
  /** `wait`: not yet, and nothing is late. */
  state: 'ok' | 'wait' | 'bad';
  /** What is missing, or how many are expected. */
  count: number;
  of: number;
  /** A day by which it must be, or on which it was. */
  date: string | null;
}

export interface ReadinessFacts {
  today: string;
  heldOn: string;
  place: string;
  remoteLink: string;
  callSentOn: string | null;
  agendaSentOn: string | null;
  notice: NoticeCheck;
  agendaNotice: NoticeCheck;
  items: number;
  /** Items that are to be decided, and those of them without a proposal. */
  decisions: number;
  withoutProposal: number;
  /** Attachments that have a file, and all. */
  attachments: number;
  withFile: number;
  forecast: Pick<AttendanceForecast, 'expected' | 'required' | 'quorate' | 'quorateAtMost' | 'unanswered'>;
}

/** What is ready of a coming meeting, the sending first. What there is none of is left out; an agenda without items is told. */
export function readiness(facts: ReadinessFacts): ReadinessCheck[] {
  const sent = (key: 'call' | 'agenda', on: string | null, check: NoticeCheck): ReadinessCheck => ({
    key,
    // Sent, but too late, stays to be seen.
    state: on !== null ? (check.ok ? 'ok' : 'bad') : facts.today > check.latest ? 'bad' : 'wait',
    count: 0,
    of: 0,
    date: on ?? check.latest,
  });
  const { forecast, decisions, withoutProposal, attachments, withFile } = facts;
  const isSoon = daysBetween(facts.today, facts.heldOn) <= 14;
  const checks: ReadinessCheck[] = [
    sent('call', facts.callSentOn, facts.notice),
    sent('agenda', facts.agendaSentOn, facts.agendaNotice),
    {
      key: 'place',
      state: facts.place === '' && facts.remoteLink === '' ? (isSoon ? 'bad' : 'wait') : 'ok',
      count: 0,
      of: 0,
      date: null,
    },
    {
      key: 'quorum',
      // It cannot be reached any more, or it can and is not yet.
      state: !forecast.quorateAtMost ? 'bad' : forecast.quorate ? 'ok' : 'wait',
      count: forecast.expected,
      of: forecast.required,
      date: null,
    },
  ];
  const lacking = isSoon ? 'bad' : 'wait';
  if (facts.items === 0) checks.push({ key: 'items', state: lacking, count: 0, of: 0, date: null });
  if (decisions > 0)
    checks.push({
      key: 'proposals',
      state: withoutProposal === 0 ? 'ok' : lacking,
      count: withoutProposal,
      of: decisions,
      date: null,
    });
  if (attachments > 0)
    checks.push({
      key: 'attachments',
      state: withFile === attachments ? 'ok' : 'wait',
      count: attachments - withFile,
      of: attachments,
      date: null,
    });
  return checks;
}
