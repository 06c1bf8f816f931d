/**
 * The facts of a meeting as the rules see them. Everything that follows from them (voters, quorum, results) is
 * derived and never stored. Items are named by their place in the agenda: 0 is the first.
 */
import type { RuleProfile } from './rules.ts';

/** A seat (paikka) on the day of the meeting. */
export interface SeatFacts {
  seatId: string;
  number: number;
  memberId: string | null;
  /** Personal deputy (henkilökohtainen varajäsen). */
  deputyId: string | null;
}

/** In what capacity somebody attends (läsnäolon rooli). */
export const CAPACITIES = ['member', 'deputy', 'secretary', 'presenter', 'expert', 'guest'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** One stretch of presence (läsnäolojakso), from the item at which it began to the last item of it. */
export interface PresenceInterval {
  /** Index of the first item at which the person counts as present. */
  firstItem: number;
  /** Index of the last such item; `null`: still present. May be `firstItem - 1` for somebody who left before any item was dealt with. */
  lastItem: number | null;
  /** `HH:MM` */
  arrivedAt: string | null;
  leftAt: string | null;
  remote: boolean;
  /** There with the right to speak alone (läsnäolo- ja puheoikeus): no vote, no seat. */
  speakerOnly?: boolean;
}

export interface AttendanceFacts {
  personId: string;
  capacity: Capacity;
  intervals: PresenceInterval[];
}

/** hallintolaki 28 § 1 mom. 1–7, or the board's own words. */
export const CONFLICT_GROUNDS = [
  'party',
  'representative',
  'special_benefit',
  'employment',
  'body_member',
  'supervision',
  'general_clause',
  'other',
] as const;
export type ConflictGround = (typeof CONFLICT_GROUNDS)[number];

/** What a proposal asks for: another decision, sending back (palautus) or putting off (pöydälle). */
export const PROPOSAL_KINDS = ['counter', 'return', 'table'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export interface ProposalFacts {
  proposalId: string;
  kind: ProposalKind;
  proposerId: string;
  seconderIds: string[];
  withdrawn: boolean;
}

export const CHOICES = ['aye', 'no', 'blank'] as const;
export type Choice = (typeof CHOICES)[number];

/** How a vote is taken: nimenhuuto, kädennosto / laskenta, suljettu lippuäänestys. */
export const VOTE_METHODS = ['roll_call', 'count', 'secret'] as const;
export type VoteMethod = (typeof VOTE_METHODS)[number];

/** One vote on a matter (JAA/EI). `null` as a proposal means the base proposal (pohjaehdotus). */
export interface VoteFacts {
  voteId: string;
  method: VoteMethod;
  ayeProposalId: string | null;
  noProposalId: string | null;
  /** By name when the method is roll_call. */
  ballots: { personId: string; choice: Choice }[];
  /** Else the counted votes. */
  counts: { aye: number; no: number; blank: number } | null;
  /** Needed on a tie when the votes are not by name. */
  chairChoice: Choice | null;
  /** Outcome of a lot, where one was drawn. */
  lot: 'aye' | 'no' | null;
}

/** An election (vaali): candidates with their votes. */
export interface ElectionFacts {
  places: number;
  candidates: { candidateId: string; votes: number }[];
  blanks: number;
  /** Candidates whom the lot (arpa) favoured among the tied. */
  lotWinners: string[];
}

export interface ItemFacts {
  itemId: string;
  /** The item's own presenter (esittelijä); absent or null: the meeting's. */
  presenterId?: string | null;
  /** Persons who are in conflict (esteellinen) in this item. */
  conflictedIds: string[];
  proposals: ProposalFacts[];
  votes: VoteFacts[];
}

export interface MeetingFacts {
  rules: RuleProfile;
  /** Presiding officer at each item may change; this is the meeting's chair, and the vice chair presides when absent or in conflict. */
  chairId: string | null;
  viceChairId: string | null;
  presenterId: string | null;
  /** Decided by e-mail under rules by which one objection is enough (ei vastustusta -menettely). */
  needsNoObjection?: boolean;
  /** In an organising meeting: who presides through the first items. `lastItem` is an index in the agenda. */
  opener?: { personId: string; lastItem: number } | null;
  seats: SeatFacts[];
  attendance: AttendanceFacts[];
  items: ItemFacts[];
}
