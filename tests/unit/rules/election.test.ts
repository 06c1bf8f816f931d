import { describe, expect, test } from 'vitest';
import { tallyElection, type ElectionResult } from '../../../db/model/election.ts';
import type { ElectionFacts } from '../../../db/model/facts.ts';
import { election, rules } from './builders.ts';

const SITUATIONS: [string, ElectionFacts, number, Partial<ElectionResult>][] = [
  ['most votes win', election(1, { a: 3, b: 2 }), 5, { elected: ['a'], decidedBy: 'votes' }],
  ['most votes first', election(2, { a: 1, b: 3, c: 2 }), 6, { elected: ['b', 'c'], decidedBy: 'votes' }],
  ['blanks count as cast', election(1, { a: 2, b: 1 }, { blanks: 2 }), 5, { elected: ['a'], missing: 0 }],
  [
    'votes are missing',
    election(1, { a: 2, b: 1 }),
    5,
    { elected: [], missing: 2, problems: ['votes_missing'] },
  ],
  ['too many votes', election(1, { a: 4, b: 2 }), 5, { elected: [], problems: ['too_many_votes'] }],
  [
    'a tie needs a lot',
    election(1, { a: 2, b: 2 }),
    4,
    { elected: [], problems: ['lot_missing'], tied: { candidateIds: ['a', 'b'], places: 1 } },
  ],
  [
    'the lot decides',
    election(1, { a: 2, b: 2 }, { lotWinners: ['b'] }),
    4,
    { elected: ['b'], decidedBy: 'lot' },
  ],
  [
    'a tie above the last place needs no lot',
    election(2, { a: 2, b: 2, c: 1 }),
    5,
    { elected: ['a', 'b'], decidedBy: 'votes', tied: null },
  ],
  [
    'a tie at the last place',
    election(2, { a: 3, b: 1, c: 1 }),
    5,
    { problems: ['lot_missing'], tied: { candidateIds: ['b', 'c'], places: 1 } },
  ],
  [
    'a tie of three for two places',
    election(3, { a: 3, b: 1, c: 1, d: 1 }, { lotWinners: ['d', 'b'] }),
    6,
    { elected: ['a', 'd', 'b'], decidedBy: 'lot' },
  ],
  [
    'a lot for somebody who is not in the tie',
    election(2, { a: 3, b: 1, c: 1 }, { lotWinners: ['a'] }),
    5,
    { elected: [], problems: ['lot_invalid'] },
  ],
  [
    'a lot for too many',
    election(2, { a: 3, b: 1, c: 1 }, { lotWinners: ['b', 'c'] }),
    5,
    { problems: ['lot_invalid'] },
  ],
  [
    'a lot for the same one twice',
    election(2, { a: 1, b: 1, c: 1 }, { lotWinners: ['a', 'a'] }),
    3,
    { problems: ['lot_invalid'] },
  ],
  [
    'a lot without a tie',
    election(1, { a: 3, b: 2 }, { lotWinners: ['b'] }),
    5,
    { elected: [], problems: ['lot_not_needed'] },
  ],
  [
    'as many candidates as places, nothing to count',
    election(2, { a: 0, b: 0 }),
    5,
    { elected: ['a', 'b'], decidedBy: 'unopposed' },
  ],
  [
    'unopposed and a lot',
    election(1, { a: 0 }, { lotWinners: ['a'] }),
    5,
    { elected: [], problems: ['lot_not_needed'] },
  ],
  ['too few candidates', election(2, { a: 5 }), 5, { elected: [], problems: ['too_few_candidates'] }],
  [
    'a candidate without a vote is not elected',
    election(2, { a: 5, b: 0, c: 0 }),
    5,
    { elected: [], problems: ['places_unfilled'] },
  ],
  [
    'all blank',
    election(1, { a: 0, b: 0 }, { blanks: 3 }),
    3,
    { elected: [], problems: ['places_unfilled'] },
  ],
  ['half a vote', election(1, { a: 2.5, b: 2.5 }), 5, { problems: ['counts_invalid'] }],
  ['no places', election(0, { a: 5 }), 5, { problems: ['counts_invalid'] }],
];

describe('elections', () => {
  test.each(SITUATIONS)('%s', (_name, facts, voters, expected) => {
    expect(tallyElection(facts, voters, rules())).toMatchObject(expected);
  });
  test('as many candidates as places, but votes were given: they must all be there', () => {
    expect(tallyElection(election(2, { a: 3, b: 1 }), 5, rules()).problems).toEqual(['votes_missing']);
    expect(tallyElection(election(2, { a: 3, b: 2 }), 5, rules()).decidedBy).toBe('votes');
    expect(tallyElection(election(1, { a: 0, b: 0 }), 5, rules()).problems).toEqual(['votes_missing']);
  });
  test('a lot of which one half is in the tie', () => {
    const facts = election(3, { a: 3, b: 1, c: 1, d: 1 }, { lotWinners: ['b', 'a'] });
    expect(tallyElection(facts, 6, rules()).problems).toEqual(['lot_invalid']);
  });
  test('the same candidate twice', () => {
    const facts = election(1, { a: 3 });
    facts.candidates.push({ candidateId: 'a', votes: 2 });
    expect(tallyElection(facts, 5, rules()).problems).toEqual(['candidate_twice']);
  });
  test('the chair decides where the rules say so', () => {
    const facts = election(1, { a: 2, b: 2 }, { lotWinners: ['a'] });
    expect(tallyElection(facts, 4, rules({ electionTie: 'chair_decides' }))).toMatchObject({
      elected: ['a'],
      decidedBy: 'chair',
    });
  });
  test('two votes each: nobody gives both to the same candidate', () => {
    expect(tallyElection(election(2, { a: 3, b: 2, c: 1 }), 3, rules(), 2)).toMatchObject({
      elected: ['a', 'b'],
    });
    expect(tallyElection(election(2, { a: 4, b: 2 }), 3, rules(), 2).problems).toEqual(['too_many_votes']);
  });
});
