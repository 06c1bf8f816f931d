/** Votes, decisions, dissent and elections, in any meeting. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayProposeAndVote, mayTakePart } from '../../../db/model/conflict.ts';
import { DECISION_TYPES, decidedProposalId } from '../../../db/model/decision.ts';
import { mayDissent } from '../../../db/model/dissent.ts';
import { tallyElection } from '../../../db/model/election.ts';
import { CHOICES, PROPOSAL_KINDS, type Choice, type MeetingFacts } from '../../../db/model/facts.ts';
import { voterStatus } from '../../../db/model/quorum.ts';
import {
  decisionFromVotes,
  liveProposals,
  nextVote,
  tallyVote,
  type TakenVote,
} from '../../../db/model/voting.ts';
import { arbitraryMeeting, arbitraryRules, forEachItem, person } from './arbitrary.ts';
import { counted, rollCall, rules } from './builders.ts';

fc.configureGlobal({ numRuns: 400 });

/** A board of `count` members, all there; h1 presides. */
function fullBoard(count: number): MeetingFacts {
  const people = Array.from({ length: count }, (_, index) => `h${index + 1}`);
  return {
    rules: rules(),
    chairId: 'h1',
    viceChairId: null,
    presenterId: null,
    seats: people.map((memberId, index) => ({
      seatId: memberId,
      number: index + 1,
      memberId,
      deputyId: null,
    })),
    attendance: people.map((personId) => ({
      personId,
      capacity: 'member',
      intervals: [{ firstItem: 0, lastItem: null, arrivedAt: null, leftAt: null, remote: false }],
    })),
    items: [{ itemId: 'i', conflictedIds: [], proposals: [], votes: [] }],
  };
}

const choices = fc.array(fc.constantFrom(...CHOICES), { minLength: 1, maxLength: 12 });

describe('votes', () => {
  test('votes and blanks = voters, or the result says what is missing', () => {
    forEachItem((facts, itemIndex) => {
      const status = voterStatus(facts, itemIndex);
      for (const vote of facts.items[itemIndex]!.votes) {
        const result = tallyVote(vote, status, facts.rules, status.presidingId);
        expect(result.cast).toBe(result.aye + result.no + result.blank);
        expect(result.voters).toBe(status.voterCount);
        expect(result.missing).toBe(Math.max(0, result.voters - result.cast));
        if (result.cast !== result.voters)
          expect(result.problems).toContain(result.cast < result.voters ? 'votes_missing' : 'too_many_votes');
        expect(result.winner === null).toBe(result.decidedBy === null);
        // A winner exactly when nothing is wrong.
        expect(result.winner === null).toBe(result.problems.length > 0);
        if (vote.method === 'roll_call') {
          expect(result.cast).toBeLessThanOrEqual(result.voters);
          expect(result.missingIds).toHaveLength(result.missing);
        }
      }
    });
  });

  test('most votes win; on a tie the side of the chair', () => {
    fc.assert(
      fc.property(choices, (cast) => {
        const facts = fullBoard(cast.length);
        const status = voterStatus(facts, 0);
        const ballots = Object.fromEntries(
          cast.map((choice, index): [string, Choice] => [`h${index + 1}`, choice]),
        );
        const result = tallyVote(rollCall(null, 'c', ballots), status, facts.rules, 'h1');
        const number = (choice: Choice) => cast.filter((other) => other === choice).length;
        const ahead = Math.sign(number('aye') - number('no'));
        const chair = cast[0] === 'blank' ? null : cast[0]!;
        expect(result.winner).toBe(ahead > 0 ? 'aye' : ahead < 0 ? 'no' : chair);
        expect(result.decidedBy).toBe(ahead === 0 ? (chair === null ? null : 'chair') : 'majority');
      }),
    );
  });

  test('a roll call and a count of the same votes agree', () => {
    fc.assert(
      fc.property(
        choices,
        arbitraryRules,
        fc.constantFrom('aye' as const, 'no' as const, null),
        (cast, profile, lot) => {
          const status = voterStatus(fullBoard(cast.length), 0);
          const ballots = Object.fromEntries(
            cast.map((choice, index): [string, Choice] => [`h${index + 1}`, choice]),
          );
          const number = (choice: Choice) => cast.filter((other) => other === choice).length;
          const byName = tallyVote(rollCall(null, 'c', ballots, { lot }), status, profile, 'h1');
          const counts = counted(null, 'c', [number('aye'), number('no'), number('blank')], {
            lot,
            chairChoice: cast[0]!,
          });
          const { missingIds: _, withoutVoteIds: __, repeatedIds: ___, ...same } = byName;
          expect(tallyVote(counts, status, profile, 'h1')).toMatchObject(same);
        },
      ),
    );
  });

  test('turning the question round turns the winner round', () => {
    const turned = { aye: 'no', no: 'aye', blank: 'blank' } as const;
    fc.assert(
      fc.property(
        choices,
        arbitraryRules,
        fc.option(fc.constantFrom('aye' as const, 'no' as const)),
        (cast, profile, lot) => {
          const status = voterStatus(fullBoard(cast.length), 0);
          const ballots = (turn: boolean) =>
            Object.fromEntries(
              cast.map((choice, index): [string, Choice] => [
                `h${index + 1}`,
                turn ? turned[choice] : choice,
              ]),
            );
          const one = tallyVote(rollCall(null, 'c', ballots(false), { lot }), status, profile, 'h1');
          const other = tallyVote(
            rollCall('c', null, ballots(true), { lot: lot && turned[lot] }),
            status,
            profile,
            'h1',
          );
          expect(other.winner).toBe(one.winner === null ? null : turned[one.winner]);
          expect(other.decidedBy).toBe(one.decidedBy);
        },
      ),
    );
  });

  test('however the votes go, they end: with the base or a live proposal, in as many votes as there are live proposals at most', () => {
    const proposals = fc.array(
      fc.record({
        kind: fc.constantFrom(...PROPOSAL_KINDS),
        seconded: fc.boolean(),
        withdrawn: fc.boolean(),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(proposals, fc.infiniteStream(fc.boolean()), (made, coin) => {
        const states = liveProposals(
          made.map(({ kind, seconded, withdrawn }, index) => ({
            proposalId: `p${index}`,
            kind,
            proposerId: 'h1',
            seconderIds: seconded ? ['h2'] : [],
            withdrawn,
          })),
          rules(),
        );
        const live = states.filter(({ state }) => state === 'live');
        const taken: TakenVote[] = [];
        let next = nextVote(states, taken);
        while (next.kind === 'vote') {
          const { ayeProposalId, noProposalId } = next;
          expect(ayeProposalId).not.toBe(noProposalId);
          taken.push({ ayeProposalId, noProposalId, winner: coin.next().value ? 'aye' : 'no' });
          expect(taken.length).toBeLessThanOrEqual(live.length);
          next = nextVote(states, taken);
        }
        expect(next.kind).toBe('decided');
        if (next.kind !== 'decided') return;
        const last = taken.at(-1);
        const winner =
          last === undefined ? null : last.winner === 'aye' ? last.ayeProposalId : last.noProposalId;
        expect(next.proposalId).toBe(winner);
        const won = live.find(({ proposalId }) => proposalId === winner);
        expect(next.outcome).toBe(won?.kind ?? 'base');
        // The base proposal always goes to the vote, unless the matter was put off.
        if (
          live.some(({ kind }) => kind === 'counter') &&
          (next.outcome === 'base' || next.outcome === 'counter')
        )
          expect([last?.ayeProposalId, last?.noProposalId]).toContain(null);
      }),
    );
  });

  test('an item is decided by a winner, and only by a proposal that stands', () => {
    forEachItem((facts, itemIndex) => {
      const decision = decisionFromVotes(facts, itemIndex);
      if (decision.outcome === null) {
        expect(decision.proposalId).toBeNull();
        return;
      }
      expect(decision.results.every(({ winner }) => winner !== null)).toBe(true);
      const state = decision.proposals.find(({ proposalId }) => proposalId === decision.proposalId);
      expect(state?.kind ?? 'base').toBe(decision.outcome);
      expect(state?.state ?? 'live').toBe('live');
    });
  });

  test('a dissent needs a vote, or to be the presenter', () => {
    fc.assert(
      fc.property(arbitraryMeeting, person, fc.constantFrom(...DECISION_TYPES), (facts, personId, type) => {
        facts.items.forEach((_, itemIndex) => {
          const proposalId = decidedProposalId(facts, itemIndex, type);
          const ground = mayDissent(facts, itemIndex, personId, { type, proposalId });
          if (ground === null) return;
          const votes = mayProposeAndVote(facts, itemIndex, personId);
          expect(ground === 'presenter' ? personId === facts.presenterId : votes).toBe(true);
          expect(mayTakePart(facts, itemIndex, personId)).toBe(true);
        });
      }),
    );
  });
});

test('elections: the places are filled by those with most votes, or nobody is elected and it says why', () => {
  const votes = fc.array(fc.nat(4), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      votes,
      fc.integer({ min: 1, max: 4 }),
      fc.nat(3),
      fc.nat(2),
      (list, places, blanks, absent) => {
        const candidates = list.map((count, index) => ({ candidateId: `k${index}`, votes: count }));
        const cast = list.reduce((sum, count) => sum + count, 0) + blanks;
        const open = tallyElection({ places, candidates, blanks, lotWinners: [] }, cast + absent, rules());
        const lotWinners = open.tied?.candidateIds.slice(-open.tied.places) ?? [];
        const result = tallyElection({ places, candidates, blanks, lotWinners }, cast + absent, rules());
        expect(result.elected.length).toBe(result.problems.length === 0 ? places : 0);
        if (absent > 0 && cast > 0) expect(result.problems).toContain('votes_missing');
        if (result.decidedBy === 'unopposed') return;
        const of = (candidateId: string) =>
          candidates.find((candidate) => candidate.candidateId === candidateId)!.votes;
        const rest = candidates.filter(({ candidateId }) => !result.elected.includes(candidateId));
        for (const elected of result.elected)
          for (const other of rest) expect(of(elected)).toBeGreaterThanOrEqual(other.votes);
        const level = result.elected.some((elected) => rest.some((other) => other.votes === of(elected)));
        if (result.elected.length > 0) expect(result.decidedBy).toBe(level ? 'lot' : 'votes');
      },
    ),
  );
});
