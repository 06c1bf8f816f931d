import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFields, mergeIds, mergeSeen, type Seen } from '../../../db/model/seen.ts';

type Vote = Seen<'vote'>;
type Ballot = Vote['ballots'][number];

const ballots = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('aye', 'no', 'blank'))
  .map((choices): Ballot[] =>
    Object.entries(choices).map(([personId, choice]) => ({ personId, choice: choice as Ballot['choice'] })),
  );
const vote: fc.Arbitrary<Vote> = fc.record({
  method: fc.constantFrom('roll_call', 'count', 'secret'),
  ayeProposalId: fc.constantFrom(null, 'p1'),
  noProposalId: fc.constantFrom(null, 'p2'),
  ballots,
  counts: fc.option(fc.record({ aye: fc.nat(2), no: fc.nat(2), blank: fc.nat(1) })),
  chairChoice: fc.constantFrom(null, 'aye', 'no'),
  lot: fc.constantFrom(null, 'aye', 'no'),
});
const FIELDS = ['method', 'ayeProposalId', 'noProposalId', 'counts', 'chairChoice', 'lot'] as const;
const asMap = (list: readonly Ballot[]) => new Map(list.map(({ personId, choice }) => [personId, choice]));
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const PROPOSAL: Seen<'proposal'> = {
  kind: 'counter',
  proposerId: 'a',
  text: 'Hylätään.',
  seconderIds: ['b'],
  withdrawn: false,
};

describe('one row in two windows', () => {
  it('different fields are merged, and people are added and taken away one by one', () => {
    const mine = { ...PROPOSAL, seconderIds: ['b', 'c'] };
    const theirs = { ...PROPOSAL, text: 'Hylätään toistaiseksi.', seconderIds: ['d'] };
    expect(mergeSeen(PROPOSAL, mine, theirs)).toEqual({
      values: { ...PROPOSAL, text: 'Hylätään toistaiseksi.', seconderIds: ['d', 'c'] },
      clashes: [],
    });
  });
  it('the same field changed differently is a clash, and not when both wrote the same', () => {
    const mine = { ...PROPOSAL, text: 'Hyväksytään.', withdrawn: true };
    const theirs = { ...PROPOSAL, text: 'Palautetaan.', withdrawn: true };
    expect(mergeSeen(PROPOSAL, mine, theirs)).toEqual({ values: theirs, clashes: ['text'] });
    expect(mergeSeen(PROPOSAL, mine, theirs, 'mine').values).toEqual(mine);
  });
  it('a window alone gets what it wants; what it did not touch stays as the other has it', () => {
    fc.assert(
      fc.property(vote, vote, (seen, mine) => {
        const { values, clashes } = mergeSeen(seen, mine, seen);
        expect(clashes).toEqual([]);
        expect(changedFields(values, mine)).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(vote, vote, (seen, theirs) => {
        expect(mergeSeen(seen, seen, theirs)).toEqual({ values: theirs, clashes: [] });
      }),
    );
  });
  it('never changes silently what the other window changed', () => {
    fc.assert(
      fc.property(vote, vote, vote, (seen, mine, theirs) => {
        const { values, clashes } = mergeSeen(seen, mine, theirs);
        for (const field of FIELDS) {
          const isTheirs = !same(theirs[field], seen[field]);
          if (isTheirs) expect(values[field]).toEqual(theirs[field]);
          if (isTheirs && !same(mine[field], seen[field]) && !same(mine[field], theirs[field]))
            expect(clashes).toContain(field);
        }
        for (const id of ['a', 'b', 'c', 'd']) {
          const [before, wanted, other] = [seen, mine, theirs].map((one) => asMap(one.ballots).get(id));
          if (other !== before) expect(asMap(values.ballots).get(id)).toBe(other);
          if (wanted !== before && other !== before && wanted !== other) expect(clashes).toContain('ballots');
        }
      }),
    );
  });
  it('keeping the version of this window loses nothing that only the other one changed', () => {
    fc.assert(
      fc.property(vote, vote, vote, (seen, mine, theirs) => {
        const { values } = mergeSeen(seen, mine, theirs, 'mine');
        for (const field of FIELDS)
          expect(values[field]).toEqual(same(mine[field], seen[field]) ? theirs[field] : mine[field]);
      }),
    );
  });
  it('sets of people never clash: who was added or taken away in either window stays so', () => {
    const ids = fc.subarray(['a', 'b', 'c', 'd']);
    fc.assert(
      fc.property(ids, ids, ids, (seen, mine, theirs) => {
        const merged = mergeIds(seen, mine, theirs);
        expect(new Set(merged).size).toBe(merged.length);
        for (const id of ['a', 'b', 'c', 'd']) {
          const isMine = mine.includes(id) !== seen.includes(id);
          expect(merged.includes(id)).toBe(isMine ? mine.includes(id) : theirs.includes(id));
        }
      }),
    );
  });
});
