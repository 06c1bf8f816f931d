/** Dissenting opinion (eriävä mielipide): who may record one. */
import type { DecisionFacts } from './decision.ts';
import type { MeetingFacts } from './facts.ts';
import { itemAt, voterStatus } from './quorum.ts';
import { liveProposals, type ProposalState } from './voting.ts';

/**
 * Why somebody may dissent: made a proposal that deviates from the decision; voted against it in a roll call;
 * says so of a vote that was not taken by name (nobody can check it); is the presenter and the decision
 * deviates from the presenter's proposal.
 */
export type DissentGround = 'deviating_proposal' | 'voted_against' | 'vote_not_by_name' | 'presenter';

/**
 * The ground on which a person may record a dissenting opinion of a decision; `null`: may not.
 * Source: kuntalaki 106 §: only one who took part in the decision and made a counter-proposal (a lapsed one
 * counts, a withdrawn one does not) or voted against it, and the presenter when the decision deviates from his
 * proposal. Somebody in conflict may not.
 * Throws `unknown_item`.
 * @param decision what was decided; `proposalId` as `decidedProposalId` gives it
 */
export function mayDissent(
  facts: MeetingFacts,
  itemIndex: number,
  personId: string,
  decision: Pick<DecisionFacts, 'type' | 'proposalId'>,
): DissentGround | null {
  const item = itemAt(facts, itemIndex);
  const status = voterStatus(facts, itemIndex);
  const proposals = liveProposals(item.proposals, facts.rules, item.conflictedIds);
  if (status.voters.some((voter) => voter.personId === personId)) {
    const deviates = proposals.some(
      (proposal) =>
        proposal.proposerId === personId && proposal.state !== 'withdrawn' && !isDecision(proposal, decision),
    );
    if (deviates) return 'deviating_proposal';
    const against = ballotsAgainst(facts, itemIndex, personId, proposals, decision.proposalId);
    if (against !== null) return against;
  }
  const presented =
    facts.rules.baseProposal === 'presenter' &&
    personId === (item.presenterId ?? facts.presenterId) &&
    status.presentIds.includes(personId);
  return presented && deviatesFromBase(decision) ? 'presenter' : null;
}

/** Two proposals to return the matter ask for the same, so neither deviates from a decision to return it. */
function isDecision(proposal: ProposalState, decision: Pick<DecisionFacts, 'type' | 'proposalId'>): boolean {
  return (
    proposal.proposalId === decision.proposalId ||
    (proposal.kind === 'return' && decision.type === 'returned') ||
    (proposal.kind === 'table' && decision.type === 'tabled')
  );
}

function deviatesFromBase(decision: Pick<DecisionFacts, 'type' | 'proposalId'>): boolean {
  return decision.proposalId !== null || ['amended', 'tabled', 'returned', 'removed'].includes(decision.type);
}

/** Ballots against what was decided, in votes in which the decision was one of the sides. */
function ballotsAgainst(
  facts: MeetingFacts,
  itemIndex: number,
  personId: string,
  proposals: readonly ProposalState[],
  wonId: string | null,
): DissentGround | null {
  const interrupting = new Set(
    proposals.filter(({ kind }) => kind !== 'counter').map(({ proposalId }) => proposalId),
  );
  let ground: DissentGround | null = null;
  for (const vote of itemAt(facts, itemIndex).votes) {
    const sides = [vote.ayeProposalId, vote.noProposalId];
    // In a vote on going on with the matter `null` is not the base proposal but "the matter is dealt with now".
    const aboutGoingOn = sides.some((side) => side !== null && interrupting.has(side));
    if (!sides.includes(wonId) || (wonId === null && aboutGoingOn)) continue;
    const against = vote.ayeProposalId === wonId ? 'no' : 'aye';
    if (vote.method === 'roll_call') {
      if (vote.ballots.some((ballot) => ballot.personId === personId && ballot.choice === against))
        return 'voted_against';
    } else if (vote.counts !== null && vote.counts[against] > 0) {
      ground = 'vote_not_by_name';
    }
  }
  return ground;
}
