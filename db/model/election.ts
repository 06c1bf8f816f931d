/** Elections of persons (vaali): most votes win, a tie at the last place is settled by lot. */
import type { ElectionFacts } from './facts.ts';
import type { RuleProfile } from './rules.ts';

/** What can be wrong with an election. While something is, nobody is elected. */
export type ElectionProblem =
  | 'counts_invalid'
  | 'candidate_twice'
  | 'too_few_candidates'
  | 'votes_missing'
  | 'too_many_votes'
  | 'places_unfilled'
  | 'lot_missing'
  | 'lot_invalid'
  | 'lot_not_needed';

export interface ElectionResult {
  /** Most votes first; those whom the lot favoured last. Empty while there is a problem. */
  elected: string[];
  /** Votes given to candidates. */
  votes: number;
  blanks: number;
  /** Votes that could be cast: voters × votes of each. */
  available: number;
  /** available − votes − blanks, never below 0. */
  missing: number;
  /** Candidates that tie for the last `places` places; null when there is no such tie. */
  tied: { candidateIds: string[]; places: number } | null;
  /** `unopposed`: as many candidates as places and nothing to count (sopuvaali). */
  decidedBy: 'votes' | 'lot' | 'chair' | 'unopposed' | null;
  problems: ElectionProblem[];
}

/**
 * The result of an election (kuntalaki 105 §: plurality, lot on a tie). Votes and blanks together must equal
 * the votes that can be cast. A candidate without a vote is not elected, unless nobody stands against: then no votes
 * are needed. Where `rules.electionTie` is `chair_decides`, `lotWinners` are those the chair named.
 * @param voters number of those who have a vote at the item
 * @param votesPerVoter votes that each of them may give; unused ones are blanks
 */
export function tallyElection(
  election: ElectionFacts,
  voters: number,
  rules: RuleProfile,
  votesPerVoter: number = 1,
): ElectionResult {
  const { places, candidates, lotWinners } = election;
  const votes = candidates.reduce((sum, candidate) => sum + candidate.votes, 0);
  const available = voters * votesPerVoter;
  const result: ElectionResult = {
    elected: [],
    votes,
    blanks: election.blanks,
    available,
    missing: Math.max(0, available - votes - election.blanks),
    tied: null,
    decidedBy: null,
    problems: [],
  };
  const numbers = [places, election.blanks, ...candidates.map((candidate) => candidate.votes)];
  if (places < 1 || !numbers.every((number) => Number.isInteger(number) && number >= 0))
    result.problems.push('counts_invalid');
  if (new Set(candidates.map((candidate) => candidate.candidateId)).size < candidates.length)
    result.problems.push('candidate_twice');
  if (candidates.length < places) result.problems.push('too_few_candidates');
  const unopposed = candidates.length === places && votes + election.blanks === 0;
  if (unopposed) result.missing = 0;
  if (result.missing > 0) result.problems.push('votes_missing');
  // Nobody can give a candidate more than one of his votes.
  if (votes + election.blanks > available || candidates.some((candidate) => candidate.votes > voters))
    result.problems.push('too_many_votes');
  if (result.problems.length > 0) return result;
  if (unopposed) {
    if (lotWinners.length > 0) result.problems.push('lot_not_needed');
    else {
      result.elected = candidates.map((candidate) => candidate.candidateId);
      result.decidedBy = 'unopposed';
    }
    return result;
  }
  fillPlaces(election, rules, result);
  return result;
}

function fillPlaces(
  { places, candidates, lotWinners }: ElectionFacts,
  rules: RuleProfile,
  result: ElectionResult,
): void {
  const ranked = candidates.filter((candidate) => candidate.votes > 0).toSorted((a, b) => b.votes - a.votes);
  const last = ranked[places - 1];
  if (last === undefined) {
    result.problems.push('places_unfilled');
    return;
  }
  const above = ranked.filter((candidate) => candidate.votes > last.votes);
  const level = ranked.filter((candidate) => candidate.votes === last.votes);
  const open = places - above.length;
  const ids = (group: typeof ranked): string[] => group.map((candidate) => candidate.candidateId);
  if (level.length === open) {
    if (lotWinners.length > 0) result.problems.push('lot_not_needed');
    else {
      result.elected = ids(ranked.slice(0, places));
      result.decidedBy = 'votes';
    }
    return;
  }
  const levelIds = ids(level);
  result.tied = { candidateIds: levelIds, places: open };
  if (lotWinners.length === 0) {
    result.problems.push('lot_missing');
  } else if (
    lotWinners.length !== open ||
    new Set(lotWinners).size !== open ||
    !lotWinners.every((candidateId) => levelIds.includes(candidateId))
  ) {
    result.problems.push('lot_invalid');
  } else {
    result.elected = [...ids(above), ...lotWinners];
    result.decidedBy = rules.electionTie === 'lot' ? 'lot' : 'chair';
  }
}
