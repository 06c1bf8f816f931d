/** Kinds of decision (päätöslaji) of an item, and what each of them needs before the minutes can be closed. */
import * as v from 'valibot';
import { tallyElection } from './election.ts';
import type { ElectionFacts, ItemFacts, MeetingFacts, ProposalKind } from './facts.ts';
import { itemAt, voterStatus } from './quorum.ts';
import { decisionFromVotes, needsVote, type VotedDecision } from './voting.ts';

/**
 * as_proposed: hyväksyttiin ehdotuksen mukaan; unanimous: hyväksyttiin yksimielisesti; amended: hyväksyttiin
 * muutettuna; noted: merkittiin tiedoksi; tabled: jätettiin pöydälle; returned: palautettiin valmisteltavaksi;
 * removed: poistettiin esityslistalta; voted: äänestyksen jälkeen; elected: valittiin; opened, closed: kokous
 * avattiin, päätettiin; other: muu, in the board's own words.
 */
export const DECISION_TYPES = [
  'as_proposed',
  'unanimous',
  'amended',
  'noted',
  'tabled',
  'returned',
  'removed',
  'voted',
  'elected',
  'opened',
  'closed',
  'other',
] as const;
export const decisionTypeSchema = v.picklist(DECISION_TYPES);
export type DecisionType = v.InferOutput<typeof decisionTypeSchema>;

/** The recorded decision of an item. */
export interface DecisionFacts {
  type: DecisionType;
  /** The proposal that became the decision; `null`: the base proposal (pohjaehdotus), or none. */
  proposalId: string | null;
  /** Persons elected. */
  electedIds: string[];
  /** The counts, where somebody was elected by ballot (examiners and tellers may be two elections). */
  elections: ElectionFacts[];
  /** Whether a text of the decision has been written. */
  hasText: boolean;
}

interface DecisionRule {
  /** The matter comes to the board again. */
  carriesOver: boolean;
  /** Takes a quorum; opening, closing, putting off and taking off the list do not. */
  needsQuorum: boolean;
  needsText: boolean;
}

const RULES: Record<DecisionType, DecisionRule> = {
  as_proposed: { carriesOver: false, needsQuorum: true, needsText: false },
  unanimous: { carriesOver: false, needsQuorum: true, needsText: false },
  amended: { carriesOver: false, needsQuorum: true, needsText: true },
  noted: { carriesOver: false, needsQuorum: true, needsText: false },
  // A board that has lost its quorum can do nothing else with a matter: it goes to the next meeting.
  tabled: { carriesOver: true, needsQuorum: false, needsText: false },
  returned: { carriesOver: true, needsQuorum: true, needsText: false },
  removed: { carriesOver: false, needsQuorum: false, needsText: false },
  voted: { carriesOver: false, needsQuorum: true, needsText: false },
  elected: { carriesOver: false, needsQuorum: true, needsText: false },
  opened: { carriesOver: false, needsQuorum: false, needsText: false },
  closed: { carriesOver: false, needsQuorum: false, needsText: false },
  other: { carriesOver: false, needsQuorum: false, needsText: true },
};

/** True for tabled and returned: the matter comes to a later meeting. */
export function carriesOver(type: DecisionType): boolean {
  return RULES[type].carriesOver;
}

/** True when the decision is void unless the board is quorate (kuntalaki 103 §). */
export function needsQuorum(type: DecisionType): boolean {
  return RULES[type].needsQuorum;
}

/** True when the board decides the matter itself, and does not leave it to a meeting. */
export function settlesMatter(type: DecisionType): boolean {
  return RULES[type].needsQuorum && !RULES[type].carriesOver;
}

export type DecisionProblem =
  | 'decision_missing'
  | 'decision_text_missing'
  | 'not_quorate'
  | 'vote_missing'
  | 'vote_incomplete'
  | 'decision_against_vote'
  | 'proposals_unsettled'
  | 'unknown_proposal'
  | 'persons_missing'
  | 'election_incomplete'
  | 'elected_against_count'
  | 'objection_raised';

/**
 * What is missing from or wrong with the decision of an item; empty when it can stand in the minutes.
 * - every kind but opening, closing, putting off, removal and `other` needs a quorum;
 * - `amended` and `other` need a text; `voted` needs votes that lead to a winner; `elected` needs persons, and
 *   where ballots were counted, those who won;
 * - a decision may not go against the votes taken; live proposals cannot stand beside `as_proposed`,
 *   `unanimous` or `noted` without a vote (the board agreeing on one of them is `amended`, `tabled` or `returned`);
 * - where a decision is made only if nobody objects, an objection leaves the matter to a meeting.
 *
 * Throws `unknown_item`.
 * @param decision null: nothing has been recorded yet
 */
export function decisionProblems(
  facts: MeetingFacts,
  itemIndex: number,
  decision: DecisionFacts | null,
): DecisionProblem[] {
  const item = itemAt(facts, itemIndex);
  if (decision === null) return ['decision_missing'];
  const status = voterStatus(facts, itemIndex);
  const problems: DecisionProblem[] = [];
  if (facts.needsNoObjection === true && settlesMatter(decision.type) && hasObjection(item))
    problems.push('objection_raised');
  if (needsQuorum(decision.type) && !status.quorate) problems.push('not_quorate');
  if (RULES[decision.type].needsText && !decision.hasText) problems.push('decision_text_missing');
  if (
    decision.proposalId !== null &&
    !item.proposals.some((proposal) => proposal.proposalId === decision.proposalId)
  )
    problems.push('unknown_proposal');
  const voted = decisionFromVotes(facts, itemIndex);
  // Without a quorum nothing that was proposed can be settled.
  if (decision.type === 'tabled' && !status.quorate) return problems;
  const voteProblem =
    item.votes.length > 0 ? againstVotes(facts, itemIndex, decision, voted) : withoutVotes(decision, voted);
  if (voteProblem !== null) problems.push(voteProblem);
  if (decision.type === 'elected') problems.push(...electionProblems(facts, status.voterCount, decision));
  return problems;
}

/**
 * The proposal that became the decision, for `DecisionFacts.proposalId`: the winner of the votes; without votes the
 * one live proposal that the board agreed on (`amended`: a counter-proposal, `tabled`, `returned`). `null`: the
 * base proposal, none, or more than one could be meant. Throws `unknown_item`.
 */
export function decidedProposalId(facts: MeetingFacts, itemIndex: number, type: DecisionType): string | null {
  const voted = decisionFromVotes(facts, itemIndex);
  if (voted.proposalId !== null) return voted.proposalId;
  const kind = AGREED_KIND[type];
  const agreed = voted.proposals.filter((proposal) => proposal.state === 'live' && proposal.kind === kind);
  return agreed.length === 1 ? (agreed[0]?.proposalId ?? null) : null;
}

/** The kind of proposal that a decision without a vote amounts to. */
const AGREED_KIND: Partial<Record<DecisionType, ProposalKind>> = {
  amended: 'counter',
  tabled: 'table',
  returned: 'return',
};

/** Somebody wants another decision, a meeting, or time (vastustus): a proposal that stands, or a vote that was called for. */
function hasObjection(item: ItemFacts): boolean {
  return item.votes.length > 0 || item.proposals.some(({ withdrawn }) => !withdrawn);
}

/** Matters that the board cannot have settled by a vote on the matter, so votes do not bind them. */
const UNBOUND: readonly DecisionType[] = ['removed', 'elected', 'other', 'opened', 'closed'];

function againstVotes(
  facts: MeetingFacts,
  itemIndex: number,
  decision: DecisionFacts,
  voted: VotedDecision,
): DecisionProblem | null {
  if (UNBOUND.includes(decision.type)) return null;
  if (voted.outcome === null) {
    // The board may agree on a counter-proposal after it has voted to go on with the matter.
    const agreed =
      decision.type === 'amended' &&
      voted.next.kind === 'vote' &&
      voted.next.question !== 'continue' &&
      onlyContinued(facts, itemIndex, voted);
    return agreed ? null : 'vote_incomplete';
  }
  const expected: readonly DecisionType[] =
    voted.outcome === 'return'
      ? ['returned']
      : voted.outcome === 'table'
        ? ['tabled']
        : onlyContinued(facts, itemIndex, voted)
          ? ['as_proposed', 'unanimous', 'amended', 'noted', 'voted']
          : ['voted'];
  const sameProposal =
    voted.outcome === 'base' || voted.outcome === 'counter' ? decision.proposalId === voted.proposalId : true;
  return expected.includes(decision.type) && sameProposal ? null : 'decision_against_vote';
}

/** The votes were only about going on with the matter: the matter itself was agreed on. */
function onlyContinued(facts: MeetingFacts, itemIndex: number, voted: VotedDecision): boolean {
  const counters = new Set(
    voted.proposals.filter((proposal) => proposal.kind === 'counter').map((proposal) => proposal.proposalId),
  );
  return itemAt(facts, itemIndex).votes.every(
    (vote) => !counters.has(vote.ayeProposalId ?? '') && !counters.has(vote.noProposalId ?? ''),
  );
}

function withoutVotes(decision: DecisionFacts, voted: VotedDecision): DecisionProblem | null {
  if (decision.type === 'voted') return 'vote_missing';
  const kind = AGREED_KIND[decision.type];
  const settled =
    !needsVote(voted.proposals) ||
    UNBOUND.includes(decision.type) ||
    voted.proposals.some((proposal) => proposal.state === 'live' && proposal.kind === kind);
  return settled ? null : 'proposals_unsettled';
}

function electionProblems(facts: MeetingFacts, voters: number, decision: DecisionFacts): DecisionProblem[] {
  if (decision.electedIds.length === 0) return ['persons_missing'];
  if (decision.elections.length === 0) return [];
  const results = decision.elections.map((election) => tallyElection(election, voters, facts.rules));
  if (results.some((result) => result.problems.length > 0)) return ['election_incomplete'];
  const won = new Set(results.flatMap((result) => result.elected));
  const recorded = new Set(decision.electedIds);
  const same = won.size === recorded.size && [...won].every((personId) => recorded.has(personId));
  return same ? [] : ['elected_against_count'];
}
