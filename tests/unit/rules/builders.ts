/** Small meetings for example tables: `m1`, `m2` … are members of seats 1, 2 …, `d1`, `d2` … their deputies. */
import type {
  AttendanceFacts,
  Capacity,
  Choice,
  ElectionFacts,
  ItemFacts,
  MeetingFacts,
  ProposalFacts,
  SeatFacts,
  VoteFacts,
} from '../../../db/model/facts.ts';
import { DEFAULT_RULES, type RuleProfile } from '../../../db/model/rules.ts';

export function rules(changes: Partial<RuleProfile> = {}): RuleProfile {
  return { ...DEFAULT_RULES, ...changes };
}

/** `member/deputy` per seat; `-` for nobody, e.g. `['m1/d1', '-/d2']`. */
export function seats(...texts: string[]): SeatFacts[] {
  return texts.map((text, index) => {
    const [member, deputy] = text.split('/').map((id) => (id === '-' ? null : id));
    return {
      seatId: `s${index + 1}`,
      number: index + 1,
      memberId: member ?? null,
      deputyId: deputy ?? null,
    };
  });
}

/**
 * A stretch of presence: `m1` from the first item on, `m1@2` from item 2, `m1@2-3` items 2 and 3, `m1~` remotely.
 * The capacity follows from the first letter: m member, d deputy, s secretary, p presenter, e expert, g guest.
 */
export function attending(...texts: string[]): AttendanceFacts[] {
  const capacities: Record<string, Capacity> = {
    m: 'member',
    d: 'deputy',
    s: 'secretary',
    p: 'presenter',
    e: 'expert',
    g: 'guest',
  };
  const byPerson = new Map<string, AttendanceFacts>();
  for (const text of texts) {
    const match = /^([a-z]\w*)(?:@(\d+)(?:-(\d+))?)?(~)?$/.exec(text);
    if (!match) throw new Error(text);
    const personId = match[1]!;
    const attendance = byPerson.get(personId) ?? {
      personId,
      capacity: capacities[personId[0]!]!,
      intervals: [],
    };
    attendance.intervals.push({
      firstItem: Number(match[2] ?? 0),
      lastItem: match[3] === undefined ? null : Number(match[3]),
      arrivedAt: null,
      leftAt: null,
      remote: match[4] === '~',
    });
    byPerson.set(personId, attendance);
  }
  return [...byPerson.values()];
}

export function item(changes: Partial<ItemFacts> = {}): ItemFacts {
  return { itemId: 'item', conflictedIds: [], proposals: [], votes: [], ...changes };
}

export function proposal(
  proposalId: string,
  proposerId: string,
  seconderIds: string[] = [],
  changes: Partial<ProposalFacts> = {},
): ProposalFacts {
  return { proposalId, proposerId, seconderIds, kind: 'counter', withdrawn: false, ...changes };
}

/** A roll call, e.g. `rollCall(null, 'c1', { m1: 'aye', m2: 'no' })`. */
export function rollCall(
  ayeProposalId: string | null,
  noProposalId: string | null,
  ballots: Record<string, Choice>,
  changes: Partial<VoteFacts> = {},
): VoteFacts {
  return {
    voteId: 'vote',
    method: 'roll_call',
    ayeProposalId,
    noProposalId,
    ballots: Object.entries(ballots).map(([personId, choice]) => ({ personId, choice })),
    counts: null,
    chairChoice: null,
    lot: null,
    ...changes,
  };
}

/** A counted vote: aye, no, blank. */
export function counted(
  ayeProposalId: string | null,
  noProposalId: string | null,
  [aye, no, blank]: [number, number, number],
  changes: Partial<VoteFacts> = {},
): VoteFacts {
  return {
    ...rollCall(ayeProposalId, noProposalId, {}),
    method: 'count',
    counts: { aye, no, blank },
    ...changes,
  };
}

/** Votes by candidate, e.g. `election(2, { a: 4, b: 3 })`. */
export function election(
  places: number,
  votes: Record<string, number>,
  changes: Partial<ElectionFacts> = {},
): ElectionFacts {
  return {
    places,
    candidates: Object.entries(votes).map(([candidateId, count]) => ({ candidateId, votes: count })),
    blanks: 0,
    lotWinners: [],
    ...changes,
  };
}

/** A meeting of one item, unless told otherwise; m1 is the chair, m2 the vice chair, p1 the presenter. */
export function meeting(changes: Partial<MeetingFacts>): MeetingFacts {
  return {
    rules: DEFAULT_RULES,
    chairId: 'm1',
    viceChairId: 'm2',
    presenterId: 'p1',
    seats: seats('m1/d1', 'm2/d2', 'm3/d3', 'm4/d4', 'm5/d5'),
    attendance: [],
    items: [item()],
    ...changes,
  };
}
