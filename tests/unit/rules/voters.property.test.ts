/** Who votes and who may not, in any meeting. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMeeting } from '../../../db/model/check-meeting.ts';
import { mayProposeAndVote, mayTakePart, suggestConflicts } from '../../../db/model/conflict.ts';
import { DECISION_TYPES } from '../../../db/model/decision.ts';
import { mayDissent } from '../../../db/model/dissent.ts';
import type { MeetingFacts } from '../../../db/model/facts.ts';
import { voterStatus, voterTimeline } from '../../../db/model/quorum.ts';
import { liveProposals, tallyVote } from '../../../db/model/voting.ts';
import { arbitraryMeeting, checkOf, forEachItem, person } from './arbitrary.ts';

fc.configureGlobal({ numRuns: 400 });

/** Written anew from the words of the rule: those in the room who attend as member or deputy. */
function seatedAt(facts: MeetingFacts, itemIndex: number): string[] {
  return facts.attendance
    .filter(({ capacity }) => capacity === 'member' || capacity === 'deputy')
    .filter(({ intervals }) =>
      intervals.some(
        ({ firstItem, lastItem, remote }) =>
          itemIndex >= firstItem &&
          itemIndex <= (lastItem ?? Infinity) &&
          (facts.rules.remoteParticipation || !remote),
      ),
    )
    .map(({ personId }) => personId);
}

describe('voters', () => {
  test('= members present − those in conflict + eligible deputies', () => {
    forEachItem((facts, itemIndex) => {
      const conflicted = facts.items[itemIndex]!.conflictedIds;
      const eligible = seatedAt(facts, itemIndex).filter((personId) => !conflicted.includes(personId));
      const members = eligible.filter((personId) => facts.seats.some((seat) => seat.memberId === personId));
      const deputies = eligible.filter(
        (personId) =>
          facts.rules.deputies === 'personal' &&
          !members.includes(personId) &&
          facts.seats.some((seat) => seat.deputyId === personId && !members.includes(seat.memberId ?? '')),
      );
      const status = voterStatus(facts, itemIndex);
      expect(status.voters.map(({ personId }) => personId).toSorted()).toEqual(
        [...members, ...deputies].toSorted(),
      );
      expect(status.voterCount).toBe(members.length + deputies.length);
    });
  });

  test('nobody holds two votes, no seat has two voters, every seat is accounted for', () => {
    forEachItem((facts, itemIndex) => {
      const { voters, reasons, seatCount } = voterStatus(facts, itemIndex);
      expect(new Set(voters.map(({ personId }) => personId)).size).toBe(voters.length);
      const seats = [...voters, ...reasons].map(({ seatId }) => seatId);
      expect(seats.toSorted()).toEqual(facts.seats.map(({ seatId }) => seatId).toSorted());
      expect(seatCount).toBe(facts.seats.length);
    });
  });

  test('each votes on a seat that is theirs; a deputy only while the member does not take part', () => {
    forEachItem((facts, itemIndex) => {
      const conflicted = facts.items[itemIndex]!.conflictedIds;
      const seated = seatedAt(facts, itemIndex);
      for (const voter of voterStatus(facts, itemIndex).voters) {
        const seat = facts.seats.find(({ seatId }) => seatId === voter.seatId)!;
        expect(voter.as === 'member' ? seat.memberId : seat.deputyId).toBe(voter.personId);
        if (voter.as === 'member') continue;
        const memberTakesPart =
          seated.includes(seat.memberId ?? '') && !conflicted.includes(seat.memberId ?? '');
        expect(memberTakesPart).toBe(false);
        // The own seat goes first, then the lowest number among those where the deputy could sit.
        expect(facts.seats.some(({ memberId }) => memberId === voter.personId)).toBe(false);
        const lower = facts.seats.filter(
          (other) =>
            other.deputyId === voter.personId &&
            other.number < seat.number &&
            !(seated.includes(other.memberId ?? '') && !conflicted.includes(other.memberId ?? '')),
        );
        expect(lower).toEqual([]);
      }
    });
  });

  test('a deputy leaves the vote when the member arrives, and nobody else does', () => {
    fc.assert(
      fc.property(arbitraryMeeting, fc.nat(3), (facts, itemIndex) => {
        const before = voterStatus(facts, itemIndex);
        const deputy = before.voters.find(({ as }) => as === 'deputy');
        const seat = facts.seats.find(({ seatId }) => seatId === deputy?.seatId);
        const memberId = seat?.memberId ?? null;
        fc.pre(
          deputy !== undefined &&
            memberId !== null &&
            !facts.items[itemIndex]!.conflictedIds.includes(memberId),
        );
        const arrived = {
          ...facts,
          attendance: [
            ...facts.attendance.filter(({ personId }) => personId !== memberId),
            {
              personId: memberId,
              capacity: 'member' as const,
              intervals: [
                { firstItem: itemIndex, lastItem: itemIndex, arrivedAt: null, leftAt: null, remote: false },
              ],
            },
          ],
        };
        const after = voterStatus(arrived, itemIndex);
        expect(after.voters.find(({ personId }) => personId === memberId)?.as).toBe('member');
        const deputySeats = after.voters.filter(
          ({ seatId, personId }) => seatId === deputy.seatId && personId === deputy.personId,
        );
        expect(deputySeats).toEqual([]);
        const members = (status: typeof before) => status.voters.filter(({ as }) => as === 'member');
        for (const other of members(before))
          expect(after.voters.map(({ personId }) => personId)).toContain(other.personId);
      }),
    );
  });

  test('quorate only with enough voters, and with a chair where the rules ask for one', () => {
    forEachItem((facts, itemIndex) => {
      const status = voterStatus(facts, itemIndex);
      const seats =
        facts.rules.vacantSeats === 'count' ? status.seatCount : status.seatCount - status.vacantSeats;
      if (facts.rules.quorum.kind === 'more_than_half') {
        expect(status.required * 2).toBeGreaterThan(seats);
        expect((status.required - 1) * 2).toBeLessThanOrEqual(seats);
      }
      if (facts.rules.quorum.kind === 'at_least_half' && seats > 0) {
        expect(status.required * 2).toBeGreaterThanOrEqual(seats);
        expect((status.required - 1) * 2).toBeLessThan(seats);
      }
      const chaired = !facts.rules.quorumNeedsChair || status.presidingId !== null;
      expect(status.quorate).toBe(status.voterCount >= status.required && chaired);
      expect(status.quorate && status.voterCount === 0).toBe(false);
    });
  });

  test('the order of seats and of people on the lists does not matter', () => {
    fc.assert(
      fc.property(arbitraryMeeting, (facts) => {
        const reversed = {
          ...facts,
          seats: facts.seats.toReversed(),
          attendance: facts.attendance.toReversed(),
        };
        const sorted = (meeting: MeetingFacts) =>
          voterTimeline(meeting).map((status) => ({ ...status, presentIds: status.presentIds.toSorted() }));
        expect(sorted(reversed)).toEqual(sorted(facts));
      }),
    );
  });
});

describe('somebody in conflict', () => {
  test('has no vote, is not present and does not preside', () => {
    forEachItem((facts, itemIndex) => {
      const status = voterStatus(facts, itemIndex);
      for (const personId of facts.items[itemIndex]!.conflictedIds) {
        expect(status.voters.map((voter) => voter.personId)).not.toContain(personId);
        expect(status.presentIds).not.toContain(personId);
        expect(status.presidingId).not.toBe(personId);
        expect(mayTakePart(facts, itemIndex, personId)).toBe(false);
        expect(mayProposeAndVote(facts, itemIndex, personId)).toBe(false);
      }
    });
  });

  test('has no proposal, no seconding and no dissent', () => {
    forEachItem((facts, itemIndex) => {
      const item = facts.items[itemIndex]!;
      for (const state of liveProposals(item.proposals, facts.rules, item.conflictedIds)) {
        const proposal = item.proposals.find(({ proposalId }) => proposalId === state.proposalId)!;
        for (const personId of item.conflictedIds) {
          if (proposal.proposerId === personId) expect(state.state).not.toBe('live');
          expect(state.validSeconderIds).not.toContain(personId);
        }
        if (state.state === 'live' && facts.rules.secondingRequired)
          expect(proposal.seconderIds.some((personId) => personId !== proposal.proposerId)).toBe(true);
      }
      for (const type of DECISION_TYPES)
        for (const personId of item.conflictedIds)
          expect(mayDissent(facts, itemIndex, personId, { type, proposalId: null })).toBeNull();
    });
  });

  test("'s ballot changes no count, and the check finds it", () => {
    forEachItem((facts, itemIndex) => {
      const item = facts.items[itemIndex]!;
      const status = voterStatus(facts, itemIndex);
      item.votes
        .filter(({ method }) => method === 'roll_call')
        .forEach((vote) => {
          const clean = {
            ...vote,
            ballots: vote.ballots.filter(({ personId }) => !item.conflictedIds.includes(personId)),
          };
          const tally = (cast: typeof vote) => tallyVote(cast, status, facts.rules, status.presidingId);
          const { aye, no, blank } = tally(clean);
          expect(tally(vote)).toMatchObject({ aye, no, blank });
          const breach = clean.ballots.length < vote.ballots.length;
          if (!breach) return;
          expect(tally(vote).winner).toBeNull();
          expect(checkMeeting(checkOf(facts)).map(({ code }) => code)).toContain('ballot_in_conflict');
        });
    });
  });

  test('is suggested only for a position in the applicant organisation', () => {
    const role = fc.constantFrom('chair', 'board_member', 'manager', 'employee', 'member', 'other');
    const organisation = fc.constantFrom('o1', 'o2');
    const positions = fc.array(fc.record({ personId: person, organisationId: organisation, role }));
    fc.assert(
      fc.property(positions, organisation, (held, applicant) => {
        const suggested = new Set(
          suggestConflicts(applicant, held, '2026-05-19').map(({ personId }) => personId),
        );
        const expected = held.filter(
          ({ organisationId, role: name }) =>
            organisationId === applicant && ['chair', 'board_member', 'manager', 'employee'].includes(name),
        );
        expect(suggested).toEqual(new Set(expected.map(({ personId }) => personId)));
      }),
    );
  });
});
