/**
 * Proposals and votes on a matter (ehdotukset, äänestys). The base proposal (pohjaehdotus) is written `null`
 * and always goes to the vote. Nothing here is stored: results follow from the recorded facts.
 *
 * Sources: kuntalaki 104 § and the common practice of Finnish boards, domain brief section 2. Elections are in
 * `election.ts`.
 */
import type { MeetingFacts, ProposalFacts, ProposalKind, VoteFacts } from './facts.ts';
import { itemAt, voterStatus, type VoterStatus } from './quorum.ts';
import type { RuleProfile } from './rules.ts';

/**
 * `live` goes to the vote; `lapsed` was not seconded (raukesi); `withdrawn` by its proposer; `void` because the
 * proposer is in conflict (mitätön).
 */
export type ProposalStanding = 'live' | 'lapsed' | 'withdrawn' | 'void';

export interface ProposalState {
  proposalId: string;
  kind: ProposalKind;
  proposerId: string;
  state: ProposalStanding;
  /** Seconders that count: each once, not the proposer himself, not in conflict. */
  validSeconderIds: string[];
}

/**
 * The standing of each proposal, in the order in which they were made. A proposal needs a seconder when
 * `rules.secondingRequired`; proposals to return or to table need one too.
 * @param conflictedIds persons in conflict in the item (`ItemFacts.conflictedIds`)
 */
export function liveProposals(
  proposals: readonly ProposalFacts[],
  rules: RuleProfile,
  conflictedIds: readonly string[] = [],
): ProposalState[] {
  return proposals.map((proposal) => {
    const validSeconderIds = [...new Set(proposal.seconderIds)].filter(
      (personId) => personId !== proposal.proposerId && !conflictedIds.includes(personId),
    );
    return {
      proposalId: proposal.proposalId,
      kind: proposal.kind,
      proposerId: proposal.proposerId,
      state: standing(proposal, validSeconderIds.length, rules, conflictedIds),
      validSeconderIds,
    };
  });
}

function standing(
  proposal: ProposalFacts,
  seconders: number,
  rules: RuleProfile,
  conflictedIds: readonly string[],
): ProposalStanding {
  if (proposal.withdrawn) return 'withdrawn';
  if (conflictedIds.includes(proposal.proposerId)) return 'void';
  return rules.secondingRequired && seconders === 0 ? 'lapsed' : 'live';
}

/** A vote is needed when a live proposal differs from the base proposal (unless all agree on one of them). */
export function needsVote(proposals: readonly ProposalState[]): boolean {
  return proposals.some((proposal) => proposal.state === 'live');
}

/** The sides of a vote that has been taken and who won; `winner: null` while it is unsettled. */
export interface TakenVote {
  ayeProposalId: string | null;
  noProposalId: string | null;
  winner: 'aye' | 'no' | null;
}

/**
 * What is asked: whether to go on with the matter (käsittelyä jatketaan / palautetaan tai jätetään pöydälle),
 * which of two counter-proposals, or the base proposal against the last counter-proposal.
 */
export type VoteQuestion = 'continue' | 'counter_proposals' | 'base';

export type NextVote =
  | { kind: 'vote'; question: VoteQuestion; ayeProposalId: string | null; noProposalId: string | null }
  | { kind: 'decided'; outcome: 'base' | ProposalKind; proposalId: string | null }
  | { kind: 'unresolved'; problem: 'vote_unsettled' | 'vote_out_of_order' | 'vote_after_decision' };

/**
 * What is to be voted on next, given the live proposals in the order they were made and the votes already
 * taken in their order:
 * 1. each proposal to return or table: JAA = the matter is dealt with now, EI = it is returned or tabled;
 * 2. counter-proposals against each other, JAA = the earlier; the winner meets the next one (the chair may pair
 *    them otherwise; any pair of them still standing is accepted);
 * 3. JAA = base proposal, EI = the counter-proposal left.
 *
 * `decided` when nothing is left to vote on. `unresolved` when a taken vote has no winner, or is not among
 * those that could be taken at that point. (Order of votes: common practice, domain brief section 2.)
 */
export function nextVote(proposals: readonly ProposalState[], taken: readonly TakenVote[]): NextVote {
  const live = proposals.filter((proposal) => proposal.state === 'live');
  let interruptions = live.filter((proposal) => proposal.kind !== 'counter');
  let counters = live.filter((proposal) => proposal.kind === 'counter').map(({ proposalId }) => proposalId);
  let decided: NextVote | null = null;
  for (const vote of taken) {
    if (decided !== null) return { kind: 'unresolved', problem: 'vote_after_decision' };
    const sides = [vote.ayeProposalId, vote.noProposalId];
    const interruption = interruptions.find(({ proposalId }) => sides.includes(proposalId));
    const againstBase = sides.includes(null);
    const pair = counters.filter((proposalId) => sides.includes(proposalId));
    const expected: boolean =
      interruptions.length > 0
        ? againstBase && interruption !== undefined
        : counters.length === 1
          ? againstBase && pair.length === 1
          : !againstBase && pair.length === 2;
    if (!expected) return { kind: 'unresolved', problem: 'vote_out_of_order' };
    if (vote.winner === null) return { kind: 'unresolved', problem: 'vote_unsettled' };
    const [winner, loser] =
      vote.winner === 'aye' ? [sides[0] ?? null, sides[1] ?? null] : [sides[1] ?? null, sides[0] ?? null];
    if (interruption !== undefined) {
      if (winner === interruption.proposalId)
        decided = { kind: 'decided', outcome: interruption.kind, proposalId: winner };
      interruptions = interruptions.filter((proposal) => proposal !== interruption);
    } else {
      if (againstBase)
        decided = { kind: 'decided', outcome: winner === null ? 'base' : 'counter', proposalId: winner };
      counters = counters.filter((proposalId) => proposalId !== loser);
    }
  }
  if (decided !== null) return decided;
  const [first, second] = counters;
  if (interruptions[0] !== undefined)
    return {
      kind: 'vote',
      question: 'continue',
      ayeProposalId: null,
      noProposalId: interruptions[0].proposalId,
    };
  if (first === undefined) return { kind: 'decided', outcome: 'base', proposalId: null };
  if (second === undefined)
    return { kind: 'vote', question: 'base', ayeProposalId: null, noProposalId: first };
  return { kind: 'vote', question: 'counter_proposals', ayeProposalId: first, noProposalId: second };
}

/** What can be wrong with a vote. While something is, it has no winner. */
export type VoteProblem =
  | 'same_proposal_twice'
  | 'ballot_without_vote'
  | 'ballot_twice'
  | 'counts_missing'
  | 'counts_invalid'
  | 'votes_missing'
  | 'too_many_votes'
  | 'tie_without_chair'
  | 'tie_chair_choice_missing'
  | 'tie_chair_blank'
  | 'chair_choice_not_in_counts'
  | 'lot_missing';

export interface VoteResult {
  aye: number;
  no: number;
  blank: number;
  /** aye + no + blank; only valid ballots. */
  cast: number;
  /** Number of those who have a vote at the item. */
  voters: number;
  /** voters − cast, never below 0. */
  missing: number;
  winner: 'aye' | 'no' | null;
  decidedBy: 'majority' | 'chair' | 'lot' | 'base_stands' | null;
  problems: VoteProblem[];
  /** In a roll call: voters who have not answered, in the order of their seats. */
  missingIds: string[];
  /** In a roll call: persons on the list who have no vote. */
  withoutVoteIds: string[];
  /** In a roll call: persons who are on the list more than once; the first ballot counts. */
  repeatedIds: string[];
}

/**
 * The result of one vote on a matter (JAA/EI). Most votes win, blanks decide nothing; votes and blanks
 * together must equal the voters, else the result is open and says what is missing.
 *
 * On a tie `rules.tie` settles: the side the chair voted for (kuntalaki 104 §), the drawn lot, or the base
 * proposal stands. Two counter-proposals that tie under `proposal_falls` have no base between them, so
 * there too the lot settles.
 * @param status who has a vote: `voterStatus` of the item
 * @param chairId who presided (`status.presidingId`)
 */
export function tallyVote(
  vote: VoteFacts,
  status: Pick<VoterStatus, 'voters'>,
  rules: RuleProfile,
  chairId: string | null,
): VoteResult {
  const result: VoteResult = {
    aye: 0,
    no: 0,
    blank: 0,
    cast: 0,
    voters: status.voters.length,
    missing: 0,
    winner: null,
    decidedBy: null,
    problems: [],
    missingIds: [],
    withoutVoteIds: [],
    repeatedIds: [],
  };
  if (vote.ayeProposalId === vote.noProposalId) result.problems.push('same_proposal_twice');
  if (vote.method === 'roll_call') countBallots(vote, status, result);
  else countTotals(vote, result);
  result.cast = result.aye + result.no + result.blank;
  result.missing = Math.max(0, result.voters - result.cast);
  if (result.missing > 0) result.problems.push('votes_missing');
  if (result.cast > result.voters) result.problems.push('too_many_votes');
  if (result.problems.length > 0) return result;
  if (result.aye !== result.no) {
    result.winner = result.aye > result.no ? 'aye' : 'no';
    result.decidedBy = 'majority';
  } else {
    settleTie(vote, status, rules, chairId, result);
  }
  return result;
}

function countBallots(vote: VoteFacts, status: Pick<VoterStatus, 'voters'>, result: VoteResult): void {
  const waiting = new Set(status.voters.map((voter) => voter.personId));
  const seen = new Set<string>();
  for (const { personId, choice } of vote.ballots) {
    if (seen.has(personId)) {
      if (!result.repeatedIds.includes(personId)) result.repeatedIds.push(personId);
    } else if (waiting.delete(personId)) result[choice] += 1;
    else result.withoutVoteIds.push(personId);
    seen.add(personId);
  }
  result.missingIds = [...waiting];
  if (result.withoutVoteIds.length > 0) result.problems.push('ballot_without_vote');
  if (result.repeatedIds.length > 0) result.problems.push('ballot_twice');
}

function countTotals(vote: VoteFacts, result: VoteResult): void {
  if (vote.counts === null) {
    result.problems.push('counts_missing');
    return;
  }
  const { aye, no, blank } = vote.counts;
  if (![aye, no, blank].every((count) => Number.isInteger(count) && count >= 0)) {
    result.problems.push('counts_invalid');
    return;
  }
  Object.assign(result, { aye, no, blank });
}

function settleTie(
  vote: VoteFacts,
  status: Pick<VoterStatus, 'voters'>,
  rules: RuleProfile,
  chairId: string | null,
  result: VoteResult,
): void {
  if (rules.tie === 'chair_decides') {
    const problem = chairProblem(vote, status, chairId, result);
    const choice = chairChoice(vote, chairId);
    if (problem !== null) result.problems.push(problem);
    else if (choice === 'aye' || choice === 'no') {
      result.winner = choice;
      result.decidedBy = 'chair';
    }
    return;
  }
  const baseSide = vote.ayeProposalId === null ? 'aye' : vote.noProposalId === null ? 'no' : null;
  if (rules.tie === 'proposal_falls' && baseSide !== null) {
    result.winner = baseSide;
    result.decidedBy = 'base_stands';
  } else if (vote.lot === null) {
    result.problems.push('lot_missing');
  } else {
    result.winner = vote.lot;
    result.decidedBy = 'lot';
  }
}

function chairChoice(vote: VoteFacts, chairId: string | null): VoteFacts['chairChoice'] {
  return vote.method === 'roll_call'
    ? (vote.ballots.find((ballot) => ballot.personId === chairId)?.choice ?? null)
    : vote.chairChoice;
}

function chairProblem(
  vote: VoteFacts,
  status: Pick<VoterStatus, 'voters'>,
  chairId: string | null,
  result: VoteResult,
): VoteProblem | null {
  if (chairId === null || !status.voters.some((voter) => voter.personId === chairId))
    return 'tie_without_chair';
  const choice = chairChoice(vote, chairId);
  if (choice === null) return 'tie_chair_choice_missing';
  if (result[choice] === 0) return 'chair_choice_not_in_counts';
  return choice === 'blank' ? 'tie_chair_blank' : null;
}

export interface VotedDecision {
  /**
   * What the board decided by its votes: the base proposal, a counter-proposal, to return or to table; `null`
   * while a vote is missing or unsettled. Without live proposals and votes: the base proposal.
   */
  outcome: 'base' | ProposalKind | null;
  /** The winning proposal; `null` for the base proposal, and while open. */
  proposalId: string | null;
  /** Result of each recorded vote, in order. */
  results: VoteResult[];
  proposals: ProposalState[];
  /** The vote that comes next, or why the votes do not lead to a decision. */
  next: NextVote;
}

/**
 * The winning proposal of an item, derived from its recorded votes. The presiding officer's vote settles
 * ties where the rules say so. Throws `unknown_item`.
 */
export function decisionFromVotes(facts: MeetingFacts, itemIndex: number): VotedDecision {
  const item = itemAt(facts, itemIndex);
  const status = voterStatus(facts, itemIndex);
  const proposals = liveProposals(item.proposals, facts.rules, item.conflictedIds);
  const results = item.votes.map((vote) => tallyVote(vote, status, facts.rules, status.presidingId));
  const next = nextVote(
    proposals,
    item.votes.map((vote, index) => ({
      ayeProposalId: vote.ayeProposalId,
      noProposalId: vote.noProposalId,
      winner: results[index]?.winner ?? null,
    })),
  );
  return {
    outcome: next.kind === 'decided' ? next.outcome : null,
    proposalId: next.kind === 'decided' ? next.proposalId : null,
    results,
    proposals,
    next,
  };
}
