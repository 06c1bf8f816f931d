/** Arbitrary meetings for properties: few persons in many roles, so that collisions are common. */
import fc from 'fast-check';
import {
  CAPACITIES,
  CHOICES,
  PROPOSAL_KINDS,
  VOTE_METHODS,
  type AttendanceFacts,
  type ItemFacts,
  type MeetingFacts,
  type PresenceInterval,
  type SeatFacts,
} from '../../../db/model/facts.ts';
import type { MeetingCheck } from '../../../db/model/check-meeting.ts';
import { DEFAULT_RULES, type RuleProfile } from '../../../db/model/rules.ts';

const ITEMS = 4;
const RUNS = 400;
const PEOPLE = Array.from({ length: 10 }, (_, index) => `h${index + 1}`);
export const person = fc.constantFrom(...PEOPLE);
const someone = fc.option(person, { freq: 4 });

export const arbitraryRules: fc.Arbitrary<RuleProfile> = fc
  .record({
    quorum: fc.oneof(
      fc.constant({ kind: 'more_than_half' as const }),
      fc.constant({ kind: 'at_least_half' as const }),
      fc.record({ kind: fc.constant('at_least' as const), minimum: fc.integer({ min: 1, max: 8 }) }),
    ),
    vacantSeats: fc.constantFrom('count' as const, 'exclude' as const),
    quorumNeedsChair: fc.boolean(),
    deputies: fc.constantFrom('personal' as const, 'personal' as const, 'none' as const),
    remoteParticipation: fc.boolean(),
    baseProposal: fc.constantFrom('presenter' as const, 'chair' as const),
    secondingRequired: fc.boolean(),
    tie: fc.constantFrom('chair_decides' as const, 'lot' as const, 'proposal_falls' as const),
    electionTie: fc.constantFrom('lot' as const, 'chair_decides' as const),
    numbering: fc.constantFrom('calendar_year' as const, 'term' as const),
  })
  .map((changes) => ({ ...DEFAULT_RULES, ...changes }));

const arbitrarySeats: fc.Arbitrary<SeatFacts[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 7 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc.record({
          seatId: fc.constant(`seat${number}`),
          number: fc.constant(number),
          memberId: someone,
          deputyId: someone,
        }),
      ),
    ),
  );

const arbitraryInterval: fc.Arbitrary<PresenceInterval> = fc.record({
  firstItem: fc.integer({ min: 0, max: ITEMS }),
  lastItem: fc.option(fc.integer({ min: -1, max: ITEMS - 1 }), { freq: 2 }),
  arrivedAt: fc.constant(null),
  leftAt: fc.constant(null),
  remote: fc.boolean(),
});

const voting = fc.constantFrom('member' as const, 'deputy' as const);
const throughout: PresenceInterval[] = [
  { firstItem: 0, lastItem: null, arrivedAt: null, leftAt: null, remote: false },
];
const arbitraryAttendance: fc.Arbitrary<AttendanceFacts[]> = fc.uniqueArray(
  fc.record({
    personId: person,
    capacity: fc.oneof(voting, voting, voting, fc.constantFrom(...CAPACITIES)),
    intervals: fc.oneof(fc.constant(throughout), fc.array(arbitraryInterval, { maxLength: 2 })),
  }),
  { selector: (attendance) => attendance.personId, maxLength: PEOPLE.length },
);

const proposalIds = ['c1', 'c2', 'c3'];
const side = fc.option(fc.constantFrom(...proposalIds), { freq: 2 });
const count = fc.nat({ max: 5 });

const arbitraryItem: fc.Arbitrary<ItemFacts> = fc.record({
  itemId: fc.uuid(),
  conflictedIds: fc.array(person, { maxLength: 3 }),
  proposals: fc
    .array(
      fc.record({
        kind: fc.constantFrom(...PROPOSAL_KINDS),
        proposerId: person,
        seconderIds: fc.array(person, { maxLength: 2 }),
        withdrawn: fc.boolean(),
      }),
      { maxLength: proposalIds.length },
    )
    .map((list) => list.map((proposal, index) => ({ ...proposal, proposalId: proposalIds[index]! }))),
  votes: fc.array(
    fc.record({
      voteId: fc.uuid(),
      method: fc.constantFrom(...VOTE_METHODS),
      ayeProposalId: side,
      noProposalId: side,
      ballots: fc.array(fc.record({ personId: person, choice: fc.constantFrom(...CHOICES) }), {
        maxLength: 10,
      }),
      counts: fc.option(fc.record({ aye: count, no: count, blank: count })),
      chairChoice: fc.option(fc.constantFrom(...CHOICES)),
      lot: fc.option(fc.constantFrom('aye' as const, 'no' as const)),
    }),
    { maxLength: 2 },
  ),
});

/** Any meeting at all, sensible or not. */
export const arbitraryMeeting: fc.Arbitrary<MeetingFacts> = fc.record({
  rules: arbitraryRules,
  chairId: someone,
  viceChairId: someone,
  presenterId: someone,
  seats: arbitrarySeats,
  attendance: arbitraryAttendance,
  items: fc.array(arbitraryItem, { minLength: ITEMS, maxLength: ITEMS }),
});

/** Each item of any meeting. */
export function forEachItem(check: (facts: MeetingFacts, itemIndex: number) => void): void {
  fc.assert(
    fc.property(arbitraryMeeting, (facts) => facts.items.forEach((_, itemIndex) => check(facts, itemIndex))),
    { numRuns: RUNS },
  );
}

/** Such a meeting as it would be checked once closed, without decisions. */
export function checkOf(facts: MeetingFacts): MeetingCheck {
  return {
    subject: 'meeting 1/2026',
    state: 'closed',
    meetingDate: '2026-05-19',
    callSentOn: '2026-05-01',
    agendaSentOn: '2026-05-01',
    facts,
    sections: facts.items.map((_, index) => index + 1),
    decisions: facts.items.map(() => null),
    conflicts: [],
    dissents: [],
  };
}
