/**
 * Who has a vote at each item, and whether the board is quorate (päätösvaltainen). Recomputed at every item,
 * because people come and go and may be in conflict.
 */
import { AppError } from './errors.ts';
import type { AttendanceFacts, ItemFacts, MeetingFacts, PresenceInterval, SeatFacts } from './facts.ts';
import type { RuleProfile } from './rules.ts';

/** Somebody who has a vote (äänioikeutettu), and the seat that gives it. */
export interface Voter {
  seatId: string;
  personId: string;
  as: 'member' | 'deputy';
}

/**
 * Why a seat has no voter: nobody has been appointed, absent, conflict of interest, or the person who could
 * sit already votes on another seat.
 */
export type NoVoterReason = 'vacant' | 'absent' | 'conflict' | 'holds_other_vote';

export interface SeatWithoutVoter {
  seatId: string;
  /** Number of the seat. */
  number: number;
  reason: NoVoterReason;
}

export interface VoterStatus {
  /** In the order of seat numbers; a person at most once, a seat at most once. */
  voters: Voter[];
  voterCount: number;
  /** Voters needed for a quorum. */
  required: number;
  quorate: boolean;
  /** All seats, the vacant ones too. */
  seatCount: number;
  /** Seats without a member. */
  vacantSeats: number;
  /** Every seat that is not among `voters`, in the order of seat numbers. */
  reasons: SeatWithoutVoter[];
  /**
   * Everybody present, whether or not they vote. Somebody in conflict is not: he may not be there while the
   * matter is dealt with (hallintolaki 27 §).
   */
  presentIds: string[];
  /**
   * The chair (puheenjohtaja), else the vice chair, present and not in conflict; else null. Before the chair of an
   * organising meeting has been elected, whoever opened it.
   */
  presidingId: string | null;
}

/**
 * Number of voters needed for a quorum, at least 1.
 * Source: more than half of the members, kuntalaki 103 §; other rules come from the board's toimintasääntö.
 * @param seats all seats on the day; whether those without a member count is `rules.vacantSeats`
 */
export function quorumRequired(rules: RuleProfile, seats: readonly SeatFacts[]): number {
  const counted =
    rules.vacantSeats === 'count' ? seats.length : seats.filter((seat) => seat.memberId !== null).length;
  switch (rules.quorum.kind) {
    case 'more_than_half':
      return Math.floor(counted / 2) + 1;
    case 'at_least_half':
      return Math.max(1, Math.ceil(counted / 2));
    case 'at_least':
      return rules.quorum.minimum;
  }
}

/** The item at `itemIndex`. Throws `unknown_item`. */
export function itemAt(facts: MeetingFacts, itemIndex: number): ItemFacts {
  const item = facts.items[itemIndex];
  if (item === undefined) throw new AppError('unknown_item', { itemIndex, items: facts.items.length });
  return item;
}

/** Whether one of the person's stretches of presence that `counts` covers the item. */
function isThere(
  attendance: AttendanceFacts,
  itemIndex: number,
  counts: (interval: PresenceInterval) => boolean,
): boolean {
  return attendance.intervals.some(
    (interval) =>
      interval.firstItem <= itemIndex &&
      (interval.lastItem === null || itemIndex <= interval.lastItem) &&
      counts(interval),
  );
}

/**
 * Who votes at an item. A member present and not in conflict votes on his own seat; else his personal deputy
 * does, if present and not in conflict, and steps aside again when the member arrives. Nobody votes twice: a
 * person's own seat goes first, then the seat with the lowest number. Only those who attend as member or
 * deputy vote. The deputy of a vacant seat may sit in it (the deputy stands in until a member is appointed).
 * Remote participants are present (hyvinvointialuelaki 108 §) unless the board's rules exclude them, in which
 * case they may listen but count as absent members; so do those who are there with the right to speak alone.
 *
 * With `rules.quorumNeedsChair` there is no quorum unless the chair or the vice chair presides.
 * Throws `unknown_item`.
 * @param itemIndex place in the agenda, 0 is the first
 */
export function voterStatus(facts: MeetingFacts, itemIndex: number): VoterStatus {
  const conflicted = new Set(itemAt(facts, itemIndex).conflictedIds);
  const takesPart = ({ remote, speakerOnly }: PresenceInterval): boolean =>
    speakerOnly !== true && (!remote || facts.rules.remoteParticipation);
  const present = new Set<string>();
  /** Attending so that it counts: in the room, or remotely where that is allowed. */
  const counted = new Set<string>();
  /** Of those, the ones who attend as member or deputy; conflict has not been looked at yet. */
  const seated = new Set<string>();
  for (const attendance of facts.attendance) {
    const { personId, capacity } = attendance;
    if (isThere(attendance, itemIndex, () => true) && !conflicted.has(personId)) present.add(personId);
    if (!isThere(attendance, itemIndex, takesPart)) continue;
    counted.add(personId);
    if (capacity === 'member' || capacity === 'deputy') seated.add(personId);
  }

  const seats = facts.seats.toSorted((a, b) => a.number - b.number);
  const mayVote = (personId: string | null): personId is string =>
    personId !== null && seated.has(personId) && !conflicted.has(personId);
  const bySeat = new Map<string, Voter>();
  const voting = new Set<string>();
  const seat = (seatId: string, personId: string, as: Voter['as']): void => {
    bySeat.set(seatId, { seatId, personId, as });
    voting.add(personId);
  };
  for (const { seatId, memberId } of seats)
    if (mayVote(memberId) && !voting.has(memberId)) seat(seatId, memberId, 'member');
  const deputyOf = (place: SeatFacts): string | null =>
    facts.rules.deputies === 'personal' ? place.deputyId : null;
  for (const place of seats) {
    const deputyId = deputyOf(place);
    // A member of two seats is present: his second seat stays empty, the deputy stands in only for the absent.
    if (bySeat.has(place.seatId) || mayVote(place.memberId)) continue;
    if (mayVote(deputyId) && !voting.has(deputyId)) seat(place.seatId, deputyId, 'deputy');
  }

  const whyEmpty = (place: SeatFacts): NoVoterReason => {
    const deputyId = deputyOf(place);
    if (mayVote(place.memberId)) return 'holds_other_vote';
    if (place.memberId !== null && conflicted.has(place.memberId)) return 'conflict';
    if (deputyId !== null && voting.has(deputyId)) return 'holds_other_vote';
    if (deputyId !== null && conflicted.has(deputyId)) return 'conflict';
    return place.memberId === null ? 'vacant' : 'absent';
  };

  const voters = seats.flatMap(({ seatId }) => bySeat.get(seatId) ?? []);
  const required = quorumRequired(facts.rules, facts.seats);
  const opener = facts.opener && itemIndex <= facts.opener.lastItem ? facts.opener.personId : null;
  const presidingId =
    [opener, facts.chairId, facts.viceChairId].find(
      (personId) => personId !== null && counted.has(personId) && !conflicted.has(personId),
    ) ?? null;
  return {
    voters,
    voterCount: voters.length,
    required,
    quorate: voters.length >= required && (!facts.rules.quorumNeedsChair || presidingId !== null),
    seatCount: seats.length,
    vacantSeats: seats.filter((place) => place.memberId === null).length,
    reasons: seats
      .filter((place) => !bySeat.has(place.seatId))
      .map((place) => ({ seatId: place.seatId, number: place.number, reason: whyEmpty(place) })),
    presentIds: [...present],
    presidingId,
  };
}

/** `voterStatus` of every item, in the order of the agenda. */
export function voterTimeline(facts: MeetingFacts): VoterStatus[] {
  return facts.items.map((_, itemIndex) => voterStatus(facts, itemIndex));
}
