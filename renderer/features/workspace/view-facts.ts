/**
 * The meeting in the window as facts for the rules of db/model, and the status that follows from them. The backend
 * derives the same; this is what a keystroke shows before its answer is here.
 */
import { decisionProblems, type DecisionFacts } from '../../../db/model/decision.ts';
import { mayDissent, type DissentGround } from '../../../db/model/dissent.ts';
import type { MeetingFacts, PresenceInterval } from '../../../db/model/facts.ts';
import type { IntervalView, ItemView, MeetingView } from '../../../db/model/meeting-view.ts';
import { isEmptyText } from '../../../db/model/rich-text.ts';
import { decisionFromVotes } from '../../../db/model/voting.ts';
import { voterStatus } from '../../../db/model/quorum.ts';

/** Place of an item in the agenda; -1 when it is not there (any more). */
export function itemIndex(view: Pick<MeetingView, 'items'>, itemId: string | null): number {
  return itemId === null ? -1 : view.items.findIndex((item) => item.id === itemId);
}

function presence(view: MeetingView, interval: IntervalView): PresenceInterval {
  const firstItem = Math.max(0, itemIndex(view, interval.firstItemId));
  const last = itemIndex(view, interval.lastItemId);
  return {
    firstItem,
    lastItem: interval.open ? null : last >= 0 ? last : firstItem - 1,
    arrivedAt: interval.arrivedAt,
    leftAt: interval.leftAt,
    remote: interval.remote,
    speakerOnly: interval.speakerOnly,
  };
}

export function presenceOf(view: MeetingView, intervals: readonly IntervalView[]): PresenceInterval[] {
  return intervals.map((interval) => presence(view, interval));
}

export function factsOf(view: MeetingView): MeetingFacts {
  return {
    rules: view.rules,
    chairId: view.chair?.id ?? null,
    viceChairId: view.viceChair?.id ?? null,
    presenterId: view.presenter?.id ?? null,
    seats: view.seats.map((seat) => ({
      seatId: seat.seatId,
      number: seat.number,
      memberId: seat.member?.id ?? null,
      deputyId: seat.deputy?.id ?? null,
    })),
    attendance: view.attendance.map((row) => ({
      personId: row.person.id,
      capacity: row.capacity,
      intervals: row.intervals.map((interval) => presence(view, interval)),
    })),
    items: view.items.map((item) => ({
      itemId: item.id,
      conflictedIds: item.conflicts.map((conflict) => conflict.person.id),
      proposals: item.proposals.map((proposal) => ({
        proposalId: proposal.id,
        kind: proposal.kind,
        proposerId: proposal.proposer.id,
        seconderIds: proposal.seconders.map((person) => person.id),
        withdrawn: proposal.withdrawn,
      })),
      votes: item.votes.map((vote) => ({
        voteId: vote.id,
        method: vote.method,
        ayeProposalId: vote.ayeProposalId,
        noProposalId: vote.noProposalId,
        ballots: vote.ballots,
        counts: vote.counts,
        chairChoice: vote.chairChoice,
        lot: vote.lot,
      })),
    })),
  };
}

/** Whether a stretch of presence covers the item at a place of the agenda. */
export function coversItem(interval: PresenceInterval, index: number): boolean {
  return interval.firstItem <= index && (interval.lastItem === null || index <= interval.lastItem);
}

/** The same meeting with everything derived anew: voters, quorum, standings of proposals, results, what comes next. */
export function derive(view: MeetingView): MeetingView {
  const facts = factsOf(view);
  const current = Math.max(0, itemIndex(view, view.currentItemId));
  return {
    ...view,
    attendance: view.attendance.map((row, place) => ({
      ...row,
      presentNow: (facts.attendance[place]?.intervals ?? []).some((interval) =>
        coversItem(interval, current),
      ),
    })),
    items: view.items.map((item, index) => {
      const voted = decisionFromVotes(facts, index);
      const next: ItemView = {
        ...item,
        status: voterStatus(facts, index),
        proposals: item.proposals.map((proposal, place) => ({
          ...proposal,
          standing: voted.proposals[place]?.state ?? proposal.standing,
        })),
        votes: item.votes.map((vote, place) => ({ ...vote, result: voted.results[place] ?? vote.result })),
        nextVote: voted.next,
        decided: item.decisionType !== null || !isEmptyText(item.decision),
      };
      next.problems = decisionProblems(facts, index, decisionOf(next));
      return next;
    }),
  };
}

/** The recorded decision of an item as the rules take it, or null when nothing has been recorded. */
function decisionOf(item: ItemView): DecisionFacts | null {
  const hasText = !isEmptyText(item.decision);
  if (item.decisionType === null && !hasText) return null;
  const voted = item.nextVote.kind === 'decided' ? item.nextVote.proposalId : null;
  const counters = item.proposals.filter((proposal) => proposal.kind === 'counter' && !proposal.withdrawn);
  // The board agreed on the one counter-proposal without a vote.
  const agreed = item.decisionType === 'amended' && counters.length === 1 ? (counters[0]?.id ?? null) : null;
  return {
    type: item.decisionType ?? 'other',
    proposalId: voted ?? agreed,
    electedIds: item.elected.map(({ person }) => person.id),
    elections: item.elections.map(({ facts }) => facts),
    hasText,
  };
}

/** Who may record a dissenting opinion of an item's decision, and why; in the order of attendance. */
export function dissenters(view: MeetingView, item: ItemView): { personId: string; ground: DissentGround }[] {
  const decision = decisionOf(item);
  const index = itemIndex(view, item.id);
  if (decision === null || index < 0) return [];
  const facts = factsOf(view);
  return view.attendance.flatMap(({ person }) => {
    const ground = mayDissent(facts, index, person.id, decision);
    return ground === null ? [] : [{ personId: person.id, ground }];
  });
}
