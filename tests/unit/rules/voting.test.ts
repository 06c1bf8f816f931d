import { describe, expect, test } from 'vitest';
import type { Choice, MeetingFacts, VoteFacts } from '../../../db/model/facts.ts';
import { voterStatus } from '../../../db/model/quorum.ts';
import type { RuleProfile } from '../../../db/model/rules.ts';
import {
  decisionFromVotes,
  liveProposals,
  needsVote,
  nextVote,
  tallyVote,
  type TakenVote,
  type VoteResult,
} from '../../../db/model/voting.ts';
import { attending, counted, item, meeting, proposal, rollCall, rules } from './builders.ts';

describe('which proposals stand', () => {
  test.each([
    ['seconded', proposal('c', 'm2', ['m3']), rules(), [], 'live'],
    ['not seconded', proposal('c', 'm2'), rules(), [], 'lapsed'],
    ['no seconder needed', proposal('c', 'm2'), rules({ secondingRequired: false }), [], 'live'],
    ['seconded by the proposer', proposal('c', 'm2', ['m2']), rules(), [], 'lapsed'],
    ['seconded by somebody in conflict', proposal('c', 'm2', ['m3']), rules(), ['m3'], 'lapsed'],
    ['one of two seconders in conflict', proposal('c', 'm2', ['m3', 'm4']), rules(), ['m3'], 'live'],
    ['proposer in conflict', proposal('c', 'm2', ['m3']), rules(), ['m2'], 'void'],
    [
      'proposer in conflict, no seconder needed',
      proposal('c', 'm2'),
      rules({ secondingRequired: false }),
      ['m2'],
      'void',
    ],
    ['withdrawn', proposal('c', 'm2', ['m3'], { withdrawn: true }), rules(), [], 'withdrawn'],
    [
      'withdrawn by somebody in conflict',
      proposal('c', 'm2', [], { withdrawn: true }),
      rules(),
      ['m2'],
      'withdrawn',
    ],
    ['to return, not seconded', proposal('r', 'm2', [], { kind: 'return' }), rules(), [], 'lapsed'],
    ['to table, seconded', proposal('t', 'm2', ['m3'], { kind: 'table' }), rules(), [], 'live'],
  ])('%s', (_name, made, profile, conflictedIds, state) => {
    const [result] = liveProposals([made], profile, conflictedIds);
    expect(result?.state).toBe(state);
    expect(needsVote([result!])).toBe(state === 'live');
  });
  test('a seconder counts once', () => {
    const [result] = liveProposals([proposal('c', 'm2', ['m3', 'm3', 'm2'])], rules());
    expect(result?.validSeconderIds).toEqual(['m3']);
  });
});

const made = (...texts: string[]) =>
  liveProposals(
    texts.map((text) =>
      proposal(text, 'm2', ['m3'], {
        kind: text.startsWith('r') ? 'return' : text.startsWith('t') ? 'table' : 'counter',
      }),
    ),
    rules(),
  );
/** `base>c1`: base against c1, aye won; `base<c1`: no won; `base?c1`: unsettled. */
const taken = (...texts: string[]): TakenVote[] =>
  texts.map((text) => {
    const [, aye, sign, no] = /^(\w+)([<>?])(\w+)$/.exec(text)!;
    const side = (name: string | undefined) => (name === 'base' ? null : (name ?? null));
    return {
      ayeProposalId: side(aye),
      noProposalId: side(no),
      winner: sign === '>' ? 'aye' : sign === '<' ? 'no' : null,
    };
  });
const vote = (question: string, ayeProposalId: string | null, noProposalId: string | null) => ({
  kind: 'vote',
  question,
  ayeProposalId,
  noProposalId,
});
const decided = (outcome: string, proposalId: string | null) => ({ kind: 'decided', outcome, proposalId });
const unresolved = (problem: string) => ({ kind: 'unresolved', problem });

describe('the order of votes', () => {
  test.each([
    ['no proposals: the base proposal', [], [], decided('base', null)],
    ['one counter-proposal', ['c1'], [], vote('base', null, 'c1')],
    ['the base proposal wins', ['c1'], ['base>c1'], decided('base', null)],
    ['the counter-proposal wins', ['c1'], ['base<c1'], decided('counter', 'c1')],
    ['sides the other way round', ['c1'], ['c1>base'], decided('counter', 'c1')],
    ['two counter-proposals meet first', ['c1', 'c2'], [], vote('counter_proposals', 'c1', 'c2')],
    ['the winner meets the base proposal', ['c1', 'c2'], ['c1<c2'], vote('base', null, 'c2')],
    [
      'three: the winner meets the third',
      ['c1', 'c2', 'c3'],
      ['c1>c2'],
      vote('counter_proposals', 'c1', 'c3'),
    ],
    [
      'three: the winner of all meets the base',
      ['c1', 'c2', 'c3'],
      ['c1>c2', 'c1<c3'],
      vote('base', null, 'c3'),
    ],
    ['three: to the end', ['c1', 'c2', 'c3'], ['c1>c2', 'c1<c3', 'base<c3'], decided('counter', 'c3')],
    [
      'the chair may pair them otherwise',
      ['c1', 'c2', 'c3'],
      ['c2>c3'],
      vote('counter_proposals', 'c1', 'c2'),
    ],
    ['to return comes before counter-proposals', ['c1', 'r1'], [], vote('continue', null, 'r1')],
    ['JAA: the matter is dealt with', ['c1', 'r1'], ['base>r1'], vote('base', null, 'c1')],
    ['EI: returned', ['c1', 'r1'], ['base<r1'], decided('return', 'r1')],
    ['EI: tabled', ['t1'], ['base<t1'], decided('table', 't1')],
    ['only to table, and it loses', ['t1'], ['base>t1'], decided('base', null)],
    ['to return and to table, one after the other', ['t1', 'r1'], ['base>t1'], vote('continue', null, 'r1')],
    ['going on after both', ['t1', 'r1', 'c1'], ['base>t1', 'base>r1'], vote('base', null, 'c1')],
    ['unsettled', ['c1'], ['base?c1'], unresolved('vote_unsettled')],
    ['base against one of two', ['c1', 'c2'], ['base>c1'], unresolved('vote_out_of_order')],
    ['a loser is voted on again', ['c1', 'c2'], ['c1>c2', 'base>c2'], unresolved('vote_out_of_order')],
    ['the matter before going on with it', ['c1', 'r1'], ['base>c1'], unresolved('vote_out_of_order')],
    ['a counter-proposal against returning', ['c1', 'r1'], ['c1>r1'], unresolved('vote_out_of_order')],
    ['a proposal that is not live', ['c1'], ['base>c9'], unresolved('vote_out_of_order')],
    ['a vote without proposals', [], ['base>c9'], unresolved('vote_out_of_order')],
    ['against itself', ['c1', 'c2'], ['c1>c1'], unresolved('vote_out_of_order')],
    ['after the decision', ['c1'], ['base>c1', 'base>c1'], unresolved('vote_after_decision')],
    ['after returning', ['c1', 'r1'], ['base<r1', 'base>c1'], unresolved('vote_after_decision')],
  ])('%s', (_name, proposals, votes, expected) => {
    expect(nextVote(made(...proposals), taken(...votes))).toEqual(expected);
  });
  test('proposals that do not stand are passed over', () => {
    const proposals = liveProposals([proposal('c1', 'm2'), proposal('c2', 'm3', ['m4'])], rules());
    expect(nextVote(proposals, [])).toEqual(vote('base', null, 'c2'));
  });
});

const five = attending('m1', 'm2', 'm3', 'm4', 'm5');
const four = attending('m1', 'm2', 'm3', 'm4');

function tally(cast: VoteFacts, changes: Partial<RuleProfile> = {}, attendance = four): VoteResult {
  const facts = meeting({ attendance, rules: rules(changes) });
  const status = voterStatus(facts, 0);
  return tallyVote(cast, status, facts.rules, status.presidingId);
}
const ballots = (m1: Choice, m2: Choice, m3: Choice, m4: Choice) => rollCall(null, 'c', { m1, m2, m3, m4 });
const tie = (changes: Partial<VoteFacts> = {}) => counted(null, 'c', [2, 2, 0], changes);

describe('counting', () => {
  test.each([
    ['most votes win', ballots('aye', 'aye', 'no', 'aye'), {}, { winner: 'aye', decidedBy: 'majority' }],
    ['EI wins', ballots('no', 'no', 'no', 'aye'), {}, { winner: 'no', decidedBy: 'majority' }],
    ['blanks decide nothing', ballots('aye', 'blank', 'blank', 'blank'), {}, { winner: 'aye', blank: 3 }],
    ['a tie: the chair', ballots('aye', 'aye', 'no', 'no'), {}, { winner: 'aye', decidedBy: 'chair' }],
    ['a tie: the chair for EI', ballots('no', 'aye', 'no', 'aye'), {}, { winner: 'no', decidedBy: 'chair' }],
    ['a tie with blanks', ballots('no', 'aye', 'blank', 'blank'), {}, { winner: 'no', decidedBy: 'chair' }],
    [
      'a tie and the chair blank',
      ballots('blank', 'aye', 'no', 'blank'),
      {},
      { winner: null, decidedBy: null, problems: ['tie_chair_blank'] },
    ],
    [
      'all blank',
      ballots('blank', 'blank', 'blank', 'blank'),
      {},
      { winner: null, problems: ['tie_chair_blank'] },
    ],
    [
      'a tie: the base stands',
      ballots('no', 'aye', 'no', 'aye'),
      { tie: 'proposal_falls' },
      { winner: 'aye', decidedBy: 'base_stands' },
    ],
    [
      'a tie with the chair blank: the base stands',
      ballots('blank', 'aye', 'no', 'blank'),
      { tie: 'proposal_falls' },
      { winner: 'aye', decidedBy: 'base_stands' },
    ],
    [
      'a tie: the base stands as EI',
      counted('c', null, [2, 2, 0]),
      { tie: 'proposal_falls' },
      { winner: 'no', decidedBy: 'base_stands' },
    ],
    [
      'a tie between counter-proposals has no base',
      counted('c', 'd', [2, 2, 0]),
      { tie: 'proposal_falls' },
      { winner: null, problems: ['lot_missing'] },
    ],
    [
      'a tie between counter-proposals by lot',
      counted('c', 'd', [2, 2, 0], { lot: 'no' }),
      { tie: 'proposal_falls' },
      { winner: 'no', decidedBy: 'lot' },
    ],
    ['a tie: the lot is missing', tie(), { tie: 'lot' }, { winner: null, problems: ['lot_missing'] }],
    ['a tie: the lot', tie({ lot: 'no' }), { tie: 'lot' }, { winner: 'no', decidedBy: 'lot' }],
    [
      'a lot is not asked without a tie',
      counted(null, 'c', [3, 1, 0], { lot: 'no' }),
      { tie: 'lot' },
      { winner: 'aye', decidedBy: 'majority' },
    ],
    [
      'a lot does not settle what the chair settles',
      tie({ lot: 'no', chairChoice: 'aye' }),
      {},
      { winner: 'aye', decidedBy: 'chair' },
    ],
    ['a count: the chair has not said', tie(), {}, { winner: null, problems: ['tie_chair_choice_missing'] }],
    [
      'a secret ballot: the chair says',
      tie({ method: 'secret', chairChoice: 'no' }),
      {},
      { winner: 'no', decidedBy: 'chair' },
    ],
    [
      'a count: the chair was blank, but no blank was counted',
      tie({ chairChoice: 'blank' }),
      {},
      { winner: null, problems: ['chair_choice_not_in_counts'] },
    ],
    [
      'a count without numbers',
      { ...tie(), counts: null },
      {},
      { winner: null, problems: ['counts_missing', 'votes_missing'] },
    ],
    [
      'a count with half a vote',
      counted(null, 'c', [2.5, 1.5, 0]),
      {},
      { problems: ['counts_invalid', 'votes_missing'] },
    ],
    [
      'a count below zero',
      counted(null, 'c', [5, -1, 0]),
      {},
      { problems: ['counts_invalid', 'votes_missing'] },
    ],
    [
      'too many votes',
      counted(null, 'c', [4, 1, 0]),
      {},
      { winner: null, missing: 0, problems: ['too_many_votes'] },
    ],
    [
      'too few votes',
      counted(null, 'c', [2, 1, 0]),
      {},
      { winner: null, missing: 1, problems: ['votes_missing'] },
    ],
    [
      'somebody has not answered',
      rollCall(null, 'c', { m1: 'aye', m2: 'aye', m4: 'aye' }),
      {},
      { winner: null, missing: 1, missingIds: ['m3'], problems: ['votes_missing'] },
    ],
    [
      'somebody without a vote answers',
      rollCall(null, 'c', { m1: 'aye', m2: 'aye', m3: 'no', m4: 'aye', d1: 'no' }),
      {},
      { winner: null, cast: 4, no: 1, withoutVoteIds: ['d1'], problems: ['ballot_without_vote'] },
    ],
    [
      'the same proposal on both sides',
      counted('c', 'c', [3, 1, 0]),
      {},
      { winner: null, problems: ['same_proposal_twice'] },
    ],
  ] as [string, VoteFacts, Partial<RuleProfile>, Partial<VoteResult>][])(
    '%s',
    (_name, cast, changes, expected) => {
      expect(tally(cast, changes)).toMatchObject(expected);
    },
  );
  test('two ballots by one: the first counts, and there is no winner', () => {
    const cast = ballots('aye', 'aye', 'aye', 'no');
    cast.ballots.push({ personId: 'm4', choice: 'aye' }, { personId: 'm4', choice: 'aye' });
    expect(tally(cast)).toMatchObject({
      aye: 3,
      no: 1,
      winner: null,
      repeatedIds: ['m4'],
      problems: ['ballot_twice'],
    });
  });
  test('the vice chair presides and settles the tie', () => {
    const attendance = attending('m2', 'm3', 'm4', 'm5');
    const cast = rollCall(null, 'c', { m2: 'no', m3: 'aye', m4: 'aye', m5: 'no' });
    expect(tally(cast, {}, attendance)).toMatchObject({ winner: 'no', decidedBy: 'chair' });
  });
  test('a tie with nobody in the chair', () => {
    const attendance = attending('m3', 'm4', 'm5', 'd1');
    expect(tally(tie({ chairChoice: 'aye' }), {}, attendance)).toMatchObject({
      winner: null,
      problems: ['tie_without_chair'],
    });
  });
  test('a chair without a vote does not settle a tie', () => {
    const attendance = [...attending('m2', 'm3', 'm4', 'm5'), ...attending('g1')];
    const facts = meeting({ attendance, chairId: 'g1' });
    const result = tallyVote(tie({ chairChoice: 'aye' }), voterStatus(facts, 0), facts.rules, 'g1');
    expect(result.problems).toEqual(['tie_without_chair']);
  });
  test('nobody may vote and nobody has voted', () => {
    expect(tally(counted(null, 'c', [0, 0, 0]), {}, [])).toMatchObject({
      winner: null,
      voters: 0,
      missing: 0,
    });
  });
});

describe('the decision that follows from the votes', () => {
  const voting = (changes: Partial<MeetingFacts['items'][number]>, conflictedIds: string[] = []) =>
    meeting({ attendance: five, items: [item({ ...changes, conflictedIds })] });
  const c1 = proposal('c1', 'm2', ['m3']);
  const c2 = proposal('c2', 'm4', ['m5']);
  const back = proposal('r1', 'm4', ['m5'], { kind: 'return' });

  test('without proposals the base proposal', () => {
    expect(decisionFromVotes(voting({}), 0)).toMatchObject({ outcome: 'base', proposalId: null });
  });
  test('open while a vote is needed', () => {
    expect(decisionFromVotes(voting({ proposals: [c1] }), 0)).toMatchObject({
      outcome: null,
      next: { kind: 'vote', question: 'base' },
    });
  });
  test('several counter-proposals to the end', () => {
    const facts = voting({
      proposals: [c1, c2],
      votes: [counted('c1', 'c2', [2, 3, 0]), counted(null, 'c2', [1, 3, 1])],
    });
    expect(decisionFromVotes(facts, 0)).toMatchObject({ outcome: 'counter', proposalId: 'c2' });
  });
  test('returned', () => {
    const facts = voting({ proposals: [c1, back], votes: [counted(null, 'r1', [2, 3, 0])] });
    expect(decisionFromVotes(facts, 0)).toMatchObject({ outcome: 'return', proposalId: 'r1' });
  });
  test('a tie on returning under "the proposal falls": the matter is dealt with', () => {
    const facts = {
      ...voting({ proposals: [back], votes: [counted(null, 'r1', [2, 2, 1])] }),
      rules: rules({ tie: 'proposal_falls' }),
    };
    expect(decisionFromVotes(facts, 0)).toMatchObject({ outcome: 'base', proposalId: null });
  });
  test('somebody in conflict votes: no decision', () => {
    const all = { m1: 'aye', m2: 'aye', m3: 'aye', m4: 'no', m5: 'no' } as const;
    const facts = voting({ proposals: [c1], votes: [rollCall(null, 'c1', all)] }, ['m5']);
    const result = decisionFromVotes(facts, 0);
    expect(result).toMatchObject({ outcome: null, next: { kind: 'unresolved', problem: 'vote_unsettled' } });
    expect(result.results[0]?.problems).toEqual(['ballot_without_vote']);
  });
  test('the seconder turns out to be in conflict: there was nothing to vote on', () => {
    const facts = voting({ proposals: [c1], votes: [counted(null, 'c1', [1, 3, 0])] }, ['m3']);
    expect(decisionFromVotes(facts, 0).next).toEqual({ kind: 'unresolved', problem: 'vote_out_of_order' });
  });
});
