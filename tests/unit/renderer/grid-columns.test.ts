/** The order of a grid's columns. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved } from '../../../renderer/ui/grid-columns.ts';

test('a column moves by one place and stops at the ends', () => {
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c']);
});

test('moving keeps every column, and back is where it was', () => {
  const lists = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(lists, fc.nat(), (list, at) => {
      const id = list[at % (list.length - 1)]!;
      const there = moved(list, id, 1);
      expect([...there].sort()).toEqual([...list].sort());
      expect(there).not.toEqual(list);
      expect(moved(there, id, -1)).toEqual(list);
    }),
  );
});
