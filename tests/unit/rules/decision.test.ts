import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  carriesOver,
  DECISION_TYPES,
  decidedProposalId,
  decisionProblems,
  decisionTypeSchema,
  needsQuorum,
  type DecisionFacts,
  type DecisionType,
} from '../../../db/model/decision.ts';
import type { ItemFacts } from '../../../db/model/facts.ts';
import { attending, counted, election, item, meeting, proposal } from './builders.ts';

const decision = (type: DecisionType, changes: Partial<DecisionFacts> = {}): DecisionFacts => ({
  type,
  proposalId: null,
  electedIds: [],
  elections: [],
  hasText: true,
  ...changes,
});
const five = attending('m1', 'm2', 'm3', 'm4', 'm5');
const facts = (changes: Partial<ItemFacts>) => meeting({ attendance: five, items: [item(changes)] });
const c1 = proposal('c1', 'm2', ['m3']);
const back = proposal('r1', 'm4', ['m5'], { kind: 'return' });
const later = proposal('t1', 'm4', ['m5'], { kind: 'table' });
const won = counted(null, 'c1', [4, 1, 0]);
const lost = counted(null, 'c1', [1, 4, 0]);
const goOn = counted(null, 'r1', [4, 1, 0]);

test('where one objection is enough, a proposal or a vote leaves the matter to a meeting', () => {
  const byEmail = (changes: Partial<ItemFacts>) => ({ ...facts(changes), needsNoObjection: true });
  const problems = (changes: Partial<ItemFacts>, type: DecisionType) =>
    decisionProblems(byEmail(changes), 0, decision(type));
  expect(problems({}, 'as_proposed')).toEqual([]);
  expect(problems({ proposals: [c1] }, 'as_proposed')).toContain('objection_raised');
  expect(problems({ proposals: [later] }, 'unanimous')).toContain('objection_raised');
  expect(problems({ proposals: [c1], votes: [won] }, 'voted')).toContain('objection_raised');
  expect(problems({ proposals: [{ ...c1, withdrawn: true }] }, 'as_proposed')).toEqual([]);
  expect(problems({ proposals: [later] }, 'tabled')).toEqual([]);
  expect(problems({ proposals: [back] }, 'returned')).toEqual([]);
  // By the majority the same record is a question of votes alone.
  expect(decisionProblems(facts({ proposals: [c1], votes: [won] }), 0, decision('voted'))).toEqual([]);
});

test('kinds of decision: which carry over, which need a quorum', () => {
  expect(DECISION_TYPES.filter(carriesOver)).toEqual(['tabled', 'returned']);
  expect(DECISION_TYPES.filter((type) => !needsQuorum(type))).toEqual([
    'tabled',
    'removed',
    'opened',
    'closed',
    'other',
  ]);
  expect(v.parse(decisionTypeSchema, 'tabled')).toBe('tabled');
  expect(v.safeParse(decisionTypeSchema, 'deferred').success).toBe(false);
});

describe('what is wrong with a decision', () => {
  test.each([
    ['none yet', {}, null, ['decision_missing']],
    ['as proposed', {}, decision('as_proposed'), []],
    ['unanimous', {}, decision('unanimous'), []],
    ['amended', {}, decision('amended'), []],
    ['amended without a text', {}, decision('amended', { hasText: false }), ['decision_text_missing']],
    ['other without a text', {}, decision('other', { hasText: false }), ['decision_text_missing']],
    ['noted without a text', {}, decision('noted', { hasText: false }), []],
    ['tabled by agreement', {}, decision('tabled'), []],
    ['voted without a vote', { proposals: [c1] }, decision('voted'), ['vote_missing']],
    ['voted without proposals', {}, decision('voted'), ['vote_missing']],
    ['a live proposal without a vote', { proposals: [c1] }, decision('as_proposed'), ['proposals_unsettled']],
    ['unanimous beside a live proposal', { proposals: [c1] }, decision('unanimous'), ['proposals_unsettled']],
    ['a lapsed proposal needs no vote', { proposals: [proposal('c1', 'm2')] }, decision('as_proposed'), []],
    ['all agree on the counter-proposal', { proposals: [c1] }, decision('amended', { proposalId: 'c1' }), []],
    ['all agree to return', { proposals: [back] }, decision('returned', { proposalId: 'r1' }), []],
    ['all agree to table', { proposals: [later] }, decision('tabled', { proposalId: 't1' }), []],
    [
      'tabled while returning was proposed',
      { proposals: [back] },
      decision('tabled'),
      ['proposals_unsettled'],
    ],
    ['voted, the base won', { proposals: [c1], votes: [won] }, decision('voted'), []],
    [
      'voted, the counter-proposal won',
      { proposals: [c1], votes: [lost] },
      decision('voted', { proposalId: 'c1' }),
      [],
    ],
    [
      'voted, the other proposal recorded',
      { proposals: [c1], votes: [lost] },
      decision('voted'),
      ['decision_against_vote'],
    ],
    [
      'the loser recorded',
      { proposals: [c1], votes: [won] },
      decision('voted', { proposalId: 'c1' }),
      ['decision_against_vote'],
    ],
    [
      'unanimous after a vote',
      { proposals: [c1], votes: [won] },
      decision('unanimous'),
      ['decision_against_vote'],
    ],
    [
      'tabled against the vote',
      { proposals: [c1], votes: [won] },
      decision('tabled'),
      ['decision_against_vote'],
    ],
    ['removed in spite of a vote', { proposals: [c1], votes: [won] }, decision('removed'), []],
    [
      'votes are missing',
      { proposals: [c1], votes: [counted(null, 'c1', [3, 1, 0])] },
      decision('voted'),
      ['vote_incomplete'],
    ],
    [
      'another vote is needed',
      { proposals: [c1, back], votes: [goOn] },
      decision('voted'),
      ['vote_incomplete'],
    ],
    [
      'unanimous though another vote is needed',
      { proposals: [c1, back], votes: [goOn] },
      decision('unanimous'),
      ['vote_incomplete'],
    ],
    [
      'agreed after going on',
      { proposals: [c1, back], votes: [goOn] },
      decision('amended', { proposalId: 'c1' }),
      [],
    ],
    ['going on, then as proposed', { proposals: [back], votes: [goOn] }, decision('unanimous'), []],
    [
      'going on, but returned',
      { proposals: [back], votes: [goOn] },
      decision('returned'),
      ['decision_against_vote'],
    ],
    [
      'returned by vote',
      { proposals: [back], votes: [counted(null, 'r1', [1, 4, 0])] },
      decision('returned', { proposalId: 'r1' }),
      [],
    ],
    [
      'returned by vote, recorded as tabled',
      { proposals: [back], votes: [counted(null, 'r1', [1, 4, 0])] },
      decision('tabled'),
      ['decision_against_vote'],
    ],
    [
      'tabled by vote',
      { proposals: [later], votes: [counted(null, 't1', [1, 4, 0])] },
      decision('tabled', { proposalId: 't1' }),
      [],
    ],
    ['an unknown proposal', {}, decision('amended', { proposalId: 'c9' }), ['unknown_proposal']],
    ['elected', {}, decision('elected', { electedIds: ['m3'] }), []],
    ['elected nobody', {}, decision('elected'), ['persons_missing']],
    [
      'elected by ballot',
      {},
      decision('elected', { electedIds: ['a'], elections: [election(1, { a: 3, b: 2 })] }),
      [],
    ],
    [
      'elected by two ballots',
      {},
      decision('elected', {
        electedIds: ['c', 'a'],
        elections: [election(1, { a: 3, b: 2 }), election(1, { c: 5 })],
      }),
      [],
    ],
    [
      'elected against the ballot',
      {},
      decision('elected', { electedIds: ['b'], elections: [election(1, { a: 3, b: 2 })] }),
      ['elected_against_count'],
    ],
    [
      'one too many elected',
      {},
      decision('elected', { electedIds: ['a', 'b'], elections: [election(1, { a: 3, b: 2 })] }),
      ['elected_against_count'],
    ],
    [
      'a ballot without a lot',
      {},
      decision('elected', { electedIds: ['a'], elections: [election(1, { a: 2, b: 2 }, { blanks: 1 })] }),
      ['election_incomplete'],
    ],
  ] as [string, Partial<ItemFacts>, DecisionFacts | null, string[]][])(
    '%s',
    (_name, changes, made, problems) => {
      expect(decisionProblems(facts(changes), 0, made)).toEqual(problems);
    },
  );
  test('only amended and other need a text', () => {
    const asking = DECISION_TYPES.filter((type) =>
      decisionProblems(facts({}), 0, decision(type, { hasText: false })).includes('decision_text_missing'),
    );
    expect(asking).toEqual(['amended', 'other']);
  });
  test('one proposal of several agreed on', () => {
    const both = facts({ proposals: [back, c1] });
    expect(decisionProblems(both, 0, decision('amended', { proposalId: 'c1' }))).toEqual([]);
  });
  test('a vote to go on and a vote on the matter: the matter was not agreed on', () => {
    const both = facts({ proposals: [c1, back], votes: [goOn, won] });
    expect(decisionProblems(both, 0, decision('unanimous'))).toEqual(['decision_against_vote']);
    expect(decisionProblems(both, 0, decision('voted'))).toEqual([]);
  });
  test('two elections, one of them without a lot; others elected than won', () => {
    const open = election(1, { c: 2, d: 2 }, { blanks: 1 });
    const done = election(1, { a: 3, b: 2 });
    const elected = (electedIds: string[], elections: DecisionFacts['elections']) =>
      decisionProblems(facts({}), 0, decision('elected', { electedIds, elections }));
    expect(elected(['a', 'c'], [done, open])).toEqual(['election_incomplete']);
    expect(elected(['a', 'd'], [election(2, { a: 3, b: 2, d: 0 })])).toEqual(['elected_against_count']);
  });
  test('without a quorum only what needs none', () => {
    const few = meeting({ attendance: attending('m1', 'm2') });
    expect(decisionProblems(few, 0, decision('noted'))).toEqual(['not_quorate']);
    expect(decisionProblems(few, 0, decision('returned'))).toEqual(['not_quorate']);
    // Without a quorum the matter goes to the next meeting, whatever was proposed.
    expect(decisionProblems(few, 0, decision('tabled'))).toEqual([]);
    expect(decisionProblems(few, 0, decision('closed'))).toEqual([]);
  });
});

test('the proposal that became the decision', () => {
  expect(decidedProposalId(facts({ proposals: [c1], votes: [lost] }), 0, 'voted')).toBe('c1');
  expect(decidedProposalId(facts({ proposals: [c1], votes: [won] }), 0, 'voted')).toBeNull();
  expect(decidedProposalId(facts({ proposals: [c1, back] }), 0, 'amended')).toBe('c1');
  expect(decidedProposalId(facts({ proposals: [c1, back] }), 0, 'returned')).toBe('r1');
  expect(decidedProposalId(facts({ proposals: [c1, back] }), 0, 'tabled')).toBeNull();
  expect(decidedProposalId(facts({ proposals: [c1, { ...c1, proposalId: 'c2' }] }), 0, 'amended')).toBeNull();
  expect(decidedProposalId(facts({ proposals: [c1] }), 0, 'noted')).toBeNull();
});
