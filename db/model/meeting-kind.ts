/**
 * Kinds of meetings (kokouslajit) and what each of them changes: a meeting (kokous), a decision by e-mail without a
 * meeting (sähköpostikokous, päätös ilman kokousta) and the organising meeting (järjestäytymiskokous) at which a board
 * elects its chair. A body below a board, e.g. a työvaliokunta, is a board of its own and has the same kinds.
 */
import { AppError } from './errors.ts';
import type { RuleProfile } from './rules.ts';

export const MEETING_KINDS = ['meeting', 'email', 'organising'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export interface KindRules {
  /**
   * People come together: they arrive and leave, and the meeting is opened and closed by the clock. Where they do
   * not, who answered by the deadline takes part in every item, and nobody comes or goes.
   */
  convenes: boolean;
  /** Somebody else presides until the chair has been elected. */
  opensUnderOpener: boolean;
}

export const KIND_RULES: Readonly<Record<MeetingKind, KindRules>> = {
  meeting: { convenes: true, opensUnderOpener: false },
  email: { convenes: false, opensUnderOpener: false },
  organising: { convenes: true, opensUnderOpener: true },
};

/** Throws `EMAIL_DECISIONS_NOT_ALLOWED` for a kind that the board's rules exclude. */
export function assertKindAllowed(rules: Pick<RuleProfile, 'emailDecisions'>, kind: MeetingKind): void {
  if (kind === 'email' && rules.emailDecisions === 'not_allowed')
    throw new AppError('EMAIL_DECISIONS_NOT_ALLOWED', {}, { kind: 'kind_not_allowed' });
}

/**
 * An answer (vastaus) counts that came by the last day for answers, that day included.
 * Throws `ANSWER_TOO_LATE` for a later one: whoever answers after the time did not take part.
 */
export function assertAnswerInTime(answeredOn: string, answersDueOn: string): void {
  if (answeredOn > answersDueOn) throw new AppError('ANSWER_TOO_LATE', {}, { repliedOn: 'answer_too_late' });
}

/** Whether one objection is enough for a matter to be left to a meeting (päätös vain, jos kukaan ei vastusta). */
export function needsNoObjection(rules: Pick<RuleProfile, 'emailDecisions'>, kind: MeetingKind): boolean {
  return kind === 'email' && rules.emailDecisions === 'no_objection';
}

/** The time for answers of a decision by e-mail. */
export interface AnswerTime {
  /** ISO date and local `HH:MM` of the deadline; without a clock the whole day. */
  heldOn: string;
  plannedStart: string | null;
  /** The moment at which the matter would be closed. */
  today: string;
  time: string;
  answered: number;
  asked: number;
}

/**
 * Whether somebody could still object: the deadline is ahead and not everybody has answered. Silence is consent only
 * when the time for answers is over.
 */
export function mayStillObject({ heldOn, plannedStart, today, time, answered, asked }: AnswerTime): boolean {
  if (answered >= asked) return false;
  return today < heldOn || (today === heldOn && time < (plannedStart ?? '24:00'));
}

/** What of a record tells when the chair of an organising meeting has been elected. */
export interface OpenerFacts {
  kind: MeetingKind;
  /** Who opens the meeting: the convener, the oldest member or the former chair, as the rules say. */
  openerId: string | null;
  chairId: string | null;
  /** By item, in the order of the agenda: persons whom its decision elects. */
  electedIds: readonly (readonly string[])[];
}

/**
 * Until which item the opener presides: the one at which the chair is elected, it included, since the chair takes the
 * lead when it has been dealt with. Without such an item, through the whole meeting. Null: nobody but the chair
 * presides.
 */
export function openerSpan(facts: OpenerFacts): { personId: string; lastItem: number } | null {
  const { kind, openerId, chairId, electedIds } = facts;
  if (!KIND_RULES[kind].opensUnderOpener || openerId === null || openerId === chairId) return null;
  const elected = chairId === null ? -1 : electedIds.findIndex((ids) => ids.includes(chairId));
  return { personId: openerId, lastItem: elected === -1 ? electedIds.length - 1 : elected };
}
