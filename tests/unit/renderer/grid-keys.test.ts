import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridClamp, gridFind, gridMove, HEADER } from '../../../renderer/ui/grid-keys.ts';

const size = { rows: 100, columns: 5, page: 10 };
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey });

describe('gridMove', () => {
  it.each([
    ['ArrowDown', false, { row: 0, column: 0 }, { row: 1, column: 0 }],
    ['ArrowDown', false, { row: 99, column: 2 }, { row: 99, column: 2 }],
    ['ArrowDown', true, { row: 3, column: 2 }, { row: 99, column: 2 }],
    ['ArrowUp', false, { row: 0, column: 1 }, { row: HEADER, column: 1 }],
    ['ArrowUp', false, { row: HEADER, column: 1 }, { row: HEADER, column: 1 }],
    ['ArrowRight', false, { row: 4, column: 4 }, { row: 4, column: 4 }],
    ['ArrowLeft', false, { row: 4, column: 1 }, { row: 4, column: 0 }],
    ['Home', false, { row: 4, column: 3 }, { row: 4, column: 0 }],
    ['End', false, { row: 4, column: 3 }, { row: 4, column: 4 }],
    ['Home', true, { row: 4, column: 3 }, { row: 0, column: 0 }],
    ['End', true, { row: 4, column: 3 }, { row: 99, column: 4 }],
    ['PageDown', false, { row: 4, column: 3 }, { row: 13, column: 3 }],
    ['PageDown', false, { row: 95, column: 3 }, { row: 99, column: 3 }],
    ['PageDown', false, { row: HEADER, column: 3 }, { row: 0, column: 3 }],
    ['PageUp', false, { row: 4, column: 3 }, { row: 0, column: 3 }],
    ['PageUp', false, { row: 50, column: 3 }, { row: 41, column: 3 }],
  ])('%s (ctrl %s) from %o leads to %o', (name, ctrl, from, to) => {
    expect(gridMove(from, key(name, ctrl), size)).toEqual(to);
  });

  it('leaves other keys alone', () => {
    expect(gridMove({ row: 0, column: 0 }, key('a'), size)).toBeNull();
    expect(gridMove({ row: 0, column: 0 }, key('Tab'), size)).toBeNull();
  });

  it('never leads outside the grid', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 40 }),
        (rows, columns, page, pressed) => {
          let place = gridClamp({ row: 0, column: 0 }, { rows, columns, page });
          for (const [name, ctrl] of pressed)
            place = gridMove(place, key(name, ctrl), { rows, columns, page })!;
          expect(place.row).toBeGreaterThanOrEqual(HEADER);
          expect(place.row).toBeLessThan(Math.max(1, rows));
          expect(place.column).toBeGreaterThanOrEqual(0);
          expect(place.column).toBeLessThan(columns);
        },
      ),
    );
  });
});

describe('gridFind', () => {
  const names = ['Kylät', 'Martat', 'Kansanterveys', 'Äänekoski'];
  const textOf = (index: number) => names[index];
  it('goes on from the row and around the end', () => {
    expect(gridFind('k', 1, 4, textOf)).toBe(2);
    expect(gridFind('k', 3, 4, textOf)).toBe(0);
    expect(gridFind('ÄÄ', 0, 4, textOf)).toBe(3);
    expect(gridFind('x', 0, 4, textOf)).toBe(-1);
  });
  it('skips rows that are not here yet', () => {
    expect(gridFind('m', 0, 4, (index) => (index === 1 ? undefined : names[index]))).toBe(-1);
  });
});
