/**
 * States of a meeting (kokouksen tila) and what each allows:
 * draft (luonnos) → called (kutsuttu) → in_session (käynnissä) → closed (päättynyt) → under_examination
 * (tarkastettavana) → examined (tarkastettu) → published (julkaistu). Before it is held a meeting may be cancelled
 * (peruttu).
 * Everything is in two tables, so that a later state or transition is a row and not a new branch.
 */
import { AppError } from './errors.ts';

export const MEETING_STATES = [
  'draft',
  'called',
  'in_session',
  'closed',
  'under_examination',
  'examined',
  'published',
  'cancelled',
] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** What must be so before a transition; the caller finds out which of them hold. */
export const REQUIREMENTS = [
  /** There is at least one item. */
  'items',
  /** The day of sending the notice is known. */
  'notice_sent',
  /** The meeting has a time of opening. */
  'opened_at',
  /** The meeting has a time of ending. */
  'closed_at',
  /** `checkMeeting` finds no error. */
  'no_errors',
  /** No later meeting of the numbering period has frozen numbers. */
  'no_later_numbers',
  /** The minutes have never been examined: frozen text and its § numbers stay. */
  'never_examined',
  /** The way of examination has somebody, or something, to examine the minutes. */
  'way_open',
  /** Every examiner has approved, or the board's own meeting has. */
  'examiners_approved',
  /** Every remark of an examiner has an answer. */
  'remarks_resolved',
  /** The day from which the minutes are on display is known. */
  'display_known',
] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

export interface Transition {
  from: MeetingState;
  to: MeetingState;
  /** Going back changes what others have seen, so it takes a reason, which is kept in the log. */
  needsReason: boolean;
  requires: readonly Requirement[];
}

export const TRANSITIONS: readonly Transition[] = [
  { from: 'draft', to: 'called', needsReason: false, requires: ['items', 'notice_sent'] },
  { from: 'called', to: 'draft', needsReason: true, requires: [] },
  { from: 'called', to: 'in_session', needsReason: false, requires: ['opened_at'] },
  { from: 'in_session', to: 'called', needsReason: true, requires: [] },
  { from: 'in_session', to: 'closed', needsReason: false, requires: ['closed_at'] },
  { from: 'closed', to: 'in_session', needsReason: true, requires: ['no_later_numbers', 'never_examined'] },
  { from: 'closed', to: 'under_examination', needsReason: false, requires: ['no_errors', 'way_open'] },
  { from: 'under_examination', to: 'closed', needsReason: true, requires: [] },
  {
    from: 'under_examination',
    to: 'examined',
    needsReason: false,
    requires: ['no_errors', 'examiners_approved', 'remarks_resolved'],
  },
  // The old text stays for ever; the new round makes a version after it.
  { from: 'examined', to: 'under_examination', needsReason: true, requires: ['way_open'] },
  { from: 'examined', to: 'published', needsReason: false, requires: ['display_known'] },
  { from: 'draft', to: 'cancelled', needsReason: false, requires: [] },
  // Those who were called are told why.
  { from: 'called', to: 'cancelled', needsReason: true, requires: [] },
  { from: 'cancelled', to: 'draft', needsReason: false, requires: [] },
  { from: 'cancelled', to: 'called', needsReason: false, requires: ['notice_sent'] },
];

export type TransitionProblem = 'transition_not_allowed' | 'reason_missing' | Requirement;

/**
 * Why a meeting cannot go from one state to another; empty when it can. A requirement that is not met is
 * named by itself.
 * @param met the requirements that hold
 * @param reason written by the secretary; blank is none
 */
export function transitionProblems(
  from: MeetingState,
  to: MeetingState,
  met: ReadonlySet<Requirement>,
  reason: string | null = null,
): TransitionProblem[] {
  const transition = TRANSITIONS.find((candidate) => candidate.from === from && candidate.to === to);
  if (transition === undefined) return ['transition_not_allowed'];
  const problems: TransitionProblem[] = transition.requires.filter((requirement) => !met.has(requirement));
  if (transition.needsReason && (reason ?? '').trim() === '') problems.unshift('reason_missing');
  return problems;
}

/**
 * As `transitionProblems`, but throws: `transition_not_allowed`, `reason_missing` or `requirement_not_met` with the
 * requirements, parted by spaces, in `details.requirements`.
 */
export function assertTransition(
  from: MeetingState,
  to: MeetingState,
  met: ReadonlySet<Requirement>,
  reason: string | null = null,
): void {
  const problems = transitionProblems(from, to, met, reason);
  const first = problems[0];
  if (first === undefined) return;
  if (first === 'transition_not_allowed' || first === 'reason_missing')
    throw new AppError(first, { from, to });
  throw new AppError('requirement_not_met', { from, to, requirements: problems.join(' ') });
}

interface StatePermissions {
  mayEditAgenda: boolean;
  mayRecordMinutes: boolean;
  numbersFrozen: boolean;
  isLocked: boolean;
}

const PERMISSIONS: Record<MeetingState, StatePermissions> = {
  draft: { mayEditAgenda: true, mayRecordMinutes: false, numbersFrozen: false, isLocked: false },
  called: { mayEditAgenda: true, mayRecordMinutes: false, numbersFrozen: false, isLocked: false },
  in_session: { mayEditAgenda: true, mayRecordMinutes: true, numbersFrozen: false, isLocked: false },
  closed: { mayEditAgenda: false, mayRecordMinutes: true, numbersFrozen: true, isLocked: false },
  under_examination: { mayEditAgenda: false, mayRecordMinutes: false, numbersFrozen: true, isLocked: true },
  examined: { mayEditAgenda: false, mayRecordMinutes: false, numbersFrozen: true, isLocked: true },
  published: { mayEditAgenda: false, mayRecordMinutes: false, numbersFrozen: true, isLocked: true },
  cancelled: { mayEditAgenda: false, mayRecordMinutes: false, numbersFrozen: false, isLocked: true },
};

/**
 * Whether items may be added, moved and removed. Still so in session: the board may take up an item that was
 * not on the list when it approves the agenda (esityslistan hyväksyminen).
 */
export function mayEditAgenda(state: MeetingState): boolean {
  return PERMISSIONS[state].mayEditAgenda;
}

/** Whether attendance, proceedings and decisions may be written: during the meeting and until it goes to be examined. */
export function mayRecordMinutes(state: MeetingState): boolean {
  return PERMISSIONS[state].mayRecordMinutes;
}

/** Whether the § numbers can no longer change: a finished meeting freezes them. */
export function numbersFrozen(state: MeetingState): boolean {
  return PERMISSIONS[state].numbersFrozen;
}

/** Whether nothing in the record may change: what examiners read, and what they have examined, is read-only. */
export function isLocked(state: MeetingState): boolean {
  return PERMISSIONS[state].isLocked;
}

/** Whether the minutes are examined, published or not: their text is a frozen snapshot. */
export function isExamined(state: MeetingState): boolean {
  return state === 'examined' || state === 'published';
}
