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
 * @param decision what was decided; `proposalId` says which proposal won
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
  const won = decidedProposal(proposals, decision);
  if (status.voters.some((voter) => voter.personId === personId)) {
    const deviates = proposals.some(
      (proposal) =>
        proposal.proposerId === personId &&
        proposal.state !== 'withdrawn' &&
        !isDecision(proposal, won, decision),
    );
    if (deviates) return 'deviating_proposal';
    const against = ballotsAgainst(facts, itemIndex, personId, proposals, won);
    if (against !== null) return against;
  }
  const presented =
    facts.rules.baseProposal === 'presenter' &&
    personId === facts.presenterId &&
    status.presentIds.includes(personId);
  return presented && deviatesFromBase(decision) ? 'presenter' : null;
}

/** The proposal that became the decision, also when a return or a tabling was recorded without naming it. */
function decidedProposal(
  proposals: readonly ProposalState[],
  decision: Pick<DecisionFacts, 'type' | 'proposalId'>,
): ProposalState | null {
  const kind = decision.type === 'returned' ? 'return' : decision.type === 'tabled' ? 'table' : null;
  return (
    proposals.find((proposal) => proposal.proposalId === decision.proposalId) ??
    proposals.find((proposal) => proposal.kind === kind && proposal.state === 'live') ??
    null
  );
}

/** Two proposals to return the matter ask for the same, so neither deviates from a decision to return it. */
function isDecision(
  proposal: ProposalState,
  won: ProposalState | null,
  decision: Pick<DecisionFacts, 'type'>,
): boolean {
  return (
    proposal.proposalId === won?.proposalId ||
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
  won: ProposalState | null,
): DissentGround | null {
  const interrupting = new Set(
    proposals.filter(({ kind }) => kind !== 'counter').map(({ proposalId }) => proposalId),
  );
  const wonId = won?.proposalId ?? null;
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
