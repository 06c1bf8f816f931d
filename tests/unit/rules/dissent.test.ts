import { expect, test } from 'vitest';
import type { DecisionType } from '../../../db/model/decision.ts';
import { mayDissent } from '../../../db/model/dissent.ts';
import type { ItemFacts } from '../../../db/model/facts.ts';
import { attending, counted, item, meeting, proposal, rollCall, rules } from './builders.ts';

const c1 = proposal('c1', 'm2', ['m3']);
const c2 = proposal('c2', 'm4', ['m5']);
const back = proposal('r1', 'm4', ['m5'], { kind: 'return' });
const baseWins = rollCall(null, 'c1', { m1: 'aye', m2: 'no', m3: 'no', m4: 'aye', m5: 'aye' });
const counterWins = rollCall(null, 'c1', { m1: 'aye', m2: 'no', m3: 'no', m4: 'no', m5: 'blank' });

type Row = [string, Partial<ItemFacts>, string, DecisionType, string | null, string | null];
const ROWS: Row[] = [
  [
    'made the losing proposal',
    { proposals: [c1], votes: [baseWins] },
    'm2',
    'voted',
    null,
    'deviating_proposal',
  ],
  [
    'made a proposal that lapsed',
    { proposals: [proposal('c1', 'm2')] },
    'm2',
    'as_proposed',
    null,
    'deviating_proposal',
  ],
  [
    'withdrew the proposal',
    { proposals: [proposal('c1', 'm2', ['m3'], { withdrawn: true })] },
    'm2',
    'as_proposed',
    null,
    null,
  ],
  [
    'seconded it and voted against the decision',
    { proposals: [c1], votes: [baseWins] },
    'm3',
    'voted',
    null,
    'voted_against',
  ],
  ['voted for the decision', { proposals: [c1], votes: [baseWins] }, 'm1', 'voted', null, null],
  ['voted blank', { proposals: [c1], votes: [counterWins] }, 'm5', 'voted', 'c1', null],
  [
    'voted for the base, the counter-proposal won',
    { proposals: [c1], votes: [counterWins] },
    'm1',
    'voted',
    'c1',
    'voted_against',
  ],
  ['made the winning proposal', { proposals: [c1], votes: [counterWins] }, 'm2', 'voted', 'c1', null],
  ['seconded only', { proposals: [c1] }, 'm3', 'amended', 'c1', null],
  ['took no stand', {}, 'm3', 'unanimous', null, null],
  ['has no vote', { proposals: [c1], votes: [baseWins] }, 'e1', 'voted', null, null],
  ['is absent', { proposals: [c1], votes: [baseWins] }, 'm9', 'voted', null, null],
  ['a deputy who is not sitting', { proposals: [proposal('c9', 'd1')] }, 'd1', 'as_proposed', null, null],
  ['is in conflict', { proposals: [c1], conflictedIds: ['m2'] }, 'm2', 'as_proposed', null, null],
  [
    'a show of hands: nobody can check',
    { proposals: [c1], votes: [counted(null, 'c1', [3, 2, 0])] },
    'm5',
    'voted',
    null,
    'vote_not_by_name',
  ],
  [
    'a show of hands without votes against',
    { proposals: [c1], votes: [counted(null, 'c1', [4, 0, 1])] },
    'm5',
    'voted',
    null,
    null,
  ],
  [
    'lost in the first round, then voted for the winner',
    {
      proposals: [c2, c1],
      votes: [
        rollCall('c2', 'c1', { m1: 'no', m2: 'no', m3: 'no', m4: 'aye', m5: 'aye' }),
        rollCall(null, 'c1', { m1: 'aye', m2: 'no', m3: 'no', m4: 'no', m5: 'no' }),
      ],
    },
    'm5',
    'voted',
    'c1',
    'voted_against',
  ],
  [
    'voted to return, the matter was dealt with',
    {
      proposals: [back],
      votes: [rollCall(null, 'r1', { m1: 'aye', m2: 'aye', m3: 'aye', m4: 'no', m5: 'no' })],
    },
    'm5',
    'unanimous',
    null,
    null,
  ],
  [
    'proposed to return, the matter was dealt with',
    {
      proposals: [back],
      votes: [rollCall(null, 'r1', { m1: 'aye', m2: 'aye', m3: 'aye', m4: 'no', m5: 'no' })],
    },
    'm4',
    'unanimous',
    null,
    'deviating_proposal',
  ],
  [
    'wanted to go on, the matter was returned',
    {
      proposals: [back],
      votes: [rollCall(null, 'r1', { m1: 'aye', m2: 'no', m3: 'no', m4: 'no', m5: 'no' })],
    },
    'm1',
    'returned',
    'r1',
    'voted_against',
  ],
  [
    'another proposal to return won',
    { proposals: [back, { ...back, proposalId: 'r2', proposerId: 'm2' }] },
    'm2',
    'returned',
    'r1',
    null,
  ],
  ['presenter, as proposed', {}, 'p1', 'as_proposed', null, null],
  ['presenter, the base won', { proposals: [c1], votes: [baseWins] }, 'p1', 'voted', null, null],
  [
    'presenter, the counter-proposal won',
    { proposals: [c1], votes: [counterWins] },
    'p1',
    'voted',
    'c1',
    'presenter',
  ],
  ['presenter, amended', {}, 'p1', 'amended', null, 'presenter'],
  ['presenter, returned', {}, 'p1', 'returned', null, 'presenter'],
  ['presenter in conflict', { conflictedIds: ['p1'] }, 'p1', 'amended', null, null],
];

const attendance = attending('m1', 'm2', 'm3', 'm4', 'm5', 'd1', 'e1', 'p1');

test.each(ROWS)('%s', (_name, changes, personId, type, proposalId, ground) => {
  const facts = meeting({ attendance, items: [item(changes)] });
  expect(mayDissent(facts, 0, personId, { type, proposalId })).toBe(ground);
});

test('another proposal to table won', () => {
  const table = { ...back, kind: 'table' as const, proposalId: 't1' };
  const proposals = [table, { ...table, proposalId: 't2', proposerId: 'm2' }];
  const facts = meeting({ attendance, items: [item({ proposals })] });
  expect(mayDissent(facts, 0, 'm2', { type: 'tabled', proposalId: 't1' })).toBeNull();
  expect(mayDissent(facts, 0, 'm2', { type: 'as_proposed', proposalId: null })).toBe('deviating_proposal');
  const other = meeting({ attendance, items: [item({ proposals: [c1] })] });
  expect(mayDissent(other, 0, 'm2', { type: 'tabled', proposalId: null })).toBe('deviating_proposal');
});

test('where the chair makes the base proposal the presenter has none', () => {
  const facts = meeting({ attendance, rules: rules({ baseProposal: 'chair' }) });
  expect(mayDissent(facts, 0, 'p1', { type: 'amended', proposalId: null })).toBeNull();
});

test('a presenter who is not there', () => {
  const facts = meeting({ attendance: attending('m1', 'm2', 'm3') });
  expect(mayDissent(facts, 0, 'p1', { type: 'amended', proposalId: null })).toBeNull();
});

test("the item's own presenter goes before the meeting's", () => {
  const facts = meeting({ attendance, items: [item({ presenterId: 'e1' })] });
  const ground = (personId: string) => mayDissent(facts, 0, personId, { type: 'amended', proposalId: null });
  expect(ground('e1')).toBe('presenter');
  expect(ground('p1')).toBeNull();
});
