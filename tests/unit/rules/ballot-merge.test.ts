import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeBallots, type Ballot } from '../../../db/model/ballot-merge.ts';

const ballots = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('aye', 'no', 'blank'))
  .map((choices): Ballot[] =>
    Object.entries(choices).map(([personId, choice]) => ({ personId, choice: choice as Ballot['choice'] })),
  );
const asMap = (list: readonly Ballot[]) => new Map(list.map(({ personId, choice }) => [personId, choice]));

describe('ballots of two windows', () => {
  it('of different persons are all kept', () => {
    const seen: Ballot[] = [{ personId: 'a', choice: 'aye' }];
    expect(
      mergeBallots(
        seen,
        [...seen, { personId: 'b', choice: 'no' }],
        [...seen, { personId: 'c', choice: 'blank' }],
      ),
    ).toEqual({
      ballots: [
        { personId: 'a', choice: 'aye' },
        { personId: 'c', choice: 'blank' },
        { personId: 'b', choice: 'no' },
      ],
      clashes: [],
    });
  });
  it('of the same person clash when they differ, and not when they agree', () => {
    expect(mergeBallots([], [{ personId: 'a', choice: 'aye' }], [{ personId: 'a', choice: 'no' }])).toEqual({
      ballots: [{ personId: 'a', choice: 'no' }],
      clashes: ['a'],
    });
    expect(
      mergeBallots([], [{ personId: 'a', choice: 'no' }], [{ personId: 'a', choice: 'no' }]).clashes,
    ).toEqual([]);
  });
  it('a window alone gets what it wants; what it did not touch stays as the other has it', () => {
    fc.assert(
      fc.property(ballots, ballots, (seen, mine) => {
        const { ballots: merged, clashes } = mergeBallots(seen, mine, seen);
        expect(clashes).toEqual([]);
        expect(asMap(merged)).toEqual(asMap(mine));
      }),
    );
    fc.assert(
      fc.property(ballots, ballots, (seen, theirs) => {
        expect(asMap(mergeBallots(seen, seen, theirs).ballots)).toEqual(asMap(theirs));
      }),
    );
  });
  it('never changes silently what the other window changed', () => {
    fc.assert(
      fc.property(ballots, ballots, ballots, (seen, mine, theirs) => {
        const { ballots: merged, clashes } = mergeBallots(seen, mine, theirs);
        for (const id of ['a', 'b', 'c', 'd']) {
          const [before, other, now] = [asMap(seen).get(id), asMap(theirs).get(id), asMap(merged).get(id)];
          if (other !== before) expect(now).toBe(other);
          if (asMap(mine).get(id) !== before && other !== before && asMap(mine).get(id) !== other)
            expect(clashes).toContain(id);
        }
      }),
    );
  });
});
