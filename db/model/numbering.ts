/**
 * Numbers of items and meetings. § numbers (pykälänumerot) run on from meeting to meeting within a numbering
 * period, unique and without gaps; a finished meeting freezes its own. A memo (muistio) numbers its items 1..n
 * in every meeting. Source: practice of Finnish boards, domain brief sections 2 and 7.
 */
import { yearOf } from './dates.ts';
import { AppError, type Finding } from './errors.ts';
import type { RuleProfile } from './rules.ts';

/** A stretch of days, both ends included, as ISO dates. */
export interface Period {
  startsOn: string;
  endsOn: string;
}

function includes(period: Period, date: string): boolean {
  return period.startsOn <= date && date <= period.endsOn;
}

/**
 * The period through which § numbers run: the calendar year, or the board's term (toimikausi).
 * Throws `invalid_date`; when the numbering is by term also `term_missing`, and `date_outside_term`.
 * @param date ISO date of the meeting
 * @param term the term in which the meeting is held; not needed for numbering by calendar year
 */
export function numberingPeriod(
  rules: Pick<RuleProfile, 'numbering'>,
  date: string,
  term: Period | null,
): Period {
  const year = String(yearOf(date)).padStart(4, '0');
  if (rules.numbering === 'calendar_year') return { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
  if (term === null) throw new AppError('term_missing', { date });
  if (!includes(term, date)) throw new AppError('date_outside_term', { date, ...term });
  return { startsOn: term.startsOn, endsOn: term.endsOn };
}

/** Another meeting of the board, with its § numbers; null when it has no items. */
export interface NumberedMeeting {
  date: string;
  firstSection: number | null;
  lastSection: number | null;
  frozen: boolean;
}

export interface FirstSection {
  first: number;
  /** An earlier meeting of the period is not finished, so this number may still change. */
  provisional: boolean;
}

/**
 * The first § number of a meeting: one more than the highest of the meetings before it in the same period, 1
 * in a new period and always 1 in a memo. Frozen numbers are never given again: those of a later meeting that
 * has been finished count too.
 * Throws what `numberingPeriod` throws.
 * @param others the board's other meetings, in any order and of any period; one on the same day counts as earlier
 */
export function firstSection(
  others: readonly NumberedMeeting[],
  rules: Pick<RuleProfile, 'numbering' | 'profile'>,
  date: string,
  term: Period | null,
): FirstSection {
  if (rules.profile === 'memo') return { first: 1, provisional: false };
  const period = numberingPeriod(rules, date, term);
  const before = others.filter(
    (other) => includes(period, other.date) && (other.date <= date || other.frozen),
  );
  return {
    first: Math.max(0, ...before.map((other) => other.lastSection ?? 0)) + 1,
    provisional: before.some((other) => !other.frozen),
  };
}

/** Numbers for the items of a meeting, in the order of the agenda. Throws `section_invalid` unless `first` ≥ 1. */
export function assignSections(
  first: number,
  itemIds: readonly string[],
): { itemId: string; section: number }[] {
  if (!Number.isInteger(first) || first < 1) throw new AppError('section_invalid', { section: first });
  return itemIds.map((itemId, index) => ({ itemId, section: first + index }));
}

/** A meeting with the numbers of its items, in the order of the agenda. */
export interface SectionedMeeting {
  /** How findings name it, e.g. `meeting 3/2026`. */
  subject: string;
  date: string;
  sections: readonly number[];
  frozen: boolean;
}

/** Numbers of one meeting: whole, at least 1, each one more than the one before it. */
export function checkSectionsWithin(subject: string, sections: readonly number[]): Finding[] {
  const findings: Finding[] = [];
  sections.forEach((section, index) => {
    const before = sections[index - 1];
    const about = { subject: `${subject} § ${section}`, severity: 'error' as const };
    if (!Number.isInteger(section) || section < 1)
      findings.push({ ...about, code: 'section_invalid', details: { section } });
    else if (before !== undefined && section !== before + 1)
      findings.push({ ...about, code: 'section_order', details: { section, expected: before + 1 } });
  });
  return findings;
}

/**
 * Checks the numbers of a board's meetings: unique, without gaps and in the order of the meetings within each
 * period. The first known meeting of a period may begin with any number (the board may have met before it
 * began to use the program); that is only a warning. A gap before a meeting whose numbers are not frozen is a
 * warning too, since they will be given anew.
 * @param terms the board's terms; a meeting outside of all of them is a finding when numbering is by term
 */
export function checkSections(
  meetings: readonly SectionedMeeting[],
  rules: Pick<RuleProfile, 'numbering' | 'profile'>,
  terms: readonly Period[],
): Finding[] {
  const findings = meetings.flatMap((meeting) => checkSectionsWithin(meeting.subject, meeting.sections));
  const numbered = meetings
    .filter((meeting) => meeting.sections.length > 0)
    .toSorted((a, b) => compare(a.date, b.date) || (a.sections[0] ?? 0) - (b.sections[0] ?? 0));
  const lastOf = new Map<string, number>();
  const used = new Map<string, string>();
  for (const meeting of numbered) {
    const first = meeting.sections[0] ?? 1;
    const at = { subject: `${meeting.subject} § ${first}` };
    if (rules.profile === 'memo') {
      if (first !== 1)
        findings.push({ ...at, code: 'memo_starts_at_one', severity: 'error', details: { section: first } });
      continue;
    }
    const term = terms.find((candidate) => includes(candidate, meeting.date)) ?? null;
    if (rules.numbering === 'term' && term === null) {
      findings.push({
        ...at,
        code: 'date_outside_term',
        severity: 'error',
        details: { date: meeting.date },
      });
      continue;
    }
    const period = numberingPeriod(rules, meeting.date, term).startsOn;
    for (const section of new Set(meeting.sections)) {
      const key = `${period} ${section}`;
      const other = used.get(key);
      if (other !== undefined)
        findings.push({
          subject: `${meeting.subject} § ${section}`,
          code: 'section_duplicate',
          severity: 'error',
          details: { section, other },
        });
      used.set(key, meeting.subject);
    }
    const last = lastOf.get(period);
    if (last === undefined) {
      if (first !== 1)
        findings.push({ ...at, code: 'section_start', severity: 'warning', details: { section: first } });
    } else if (first !== last + 1) {
      findings.push({
        ...at,
        code: 'section_gap',
        severity: meeting.frozen ? 'error' : 'warning',
        details: { section: first, expected: last + 1 },
      });
    }
    lastOf.set(period, Math.max(last ?? 0, ...meeting.sections));
  }
  return findings;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Number of a meeting (kokouksen numero): running within the calendar year. */
export interface MeetingNumber {
  number: number;
  year: number;
}

/** The number of the next meeting held on `date`: one more than the highest of that year. Throws `invalid_date`. */
export function nextMeetingNumber(meetings: readonly MeetingNumber[], date: string): MeetingNumber {
  const year = yearOf(date);
  const numbers = meetings.filter((meeting) => meeting.year === year).map((meeting) => meeting.number);
  return { number: Math.max(0, ...numbers) + 1, year };
}

/**
 * How other documents refer to an item: `3/2026 § 32`, of a memo `3/2026, 5.` The same in every language.
 * @param section null: not known
 */
export function itemReferenceText(
  meeting: MeetingNumber,
  section: number | null,
  profile: RuleProfile['profile'],
): string {
  const number = meetingNumberText(meeting);
  if (section === null) return number;
  return profile === 'memo' ? `${number}, ${section}.` : `${number} § ${section}`;
}

/** A meeting number as printed: `3/2026`. */
export function meetingNumberText({ number, year }: MeetingNumber): string {
  return `${number}/${year}`;
}
