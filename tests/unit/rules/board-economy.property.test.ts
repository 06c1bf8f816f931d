/** Properties of the board's running costs: sums equal their rows to the cent, and nothing is booked twice or out of its year. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import {
  checkCost,
  costSchema,
  costTable,
  economyOf,
  type CostFacts,
  type EconomyLine,
} from '../../../db/model/board-economy.ts';
import { AppError } from '../../../db/model/errors.ts';

const RUNS = { numRuns: 80 };
const shares = fc.array(
  fc.record({
    funder: fc.constantFrom('Liitto', 'Alue', 'Säätiö'),
    share: fc.integer({ min: 1, max: 3_333 }),
  }),
  { maxLength: 3 },
);
const lines = fc
  .array(fc.record({ name: fc.string(), cents: fc.nat(9_999_999), shares }), { maxLength: 6 })
  .map((all) => all.map((one, index): EconomyLine => ({ ...one, id: String(index) })));
const costs = fc.array(
  fc.record({ lineId: fc.nat(5).map(String), cents: fc.integer({ min: -50_000, max: 500_000 }) }),
  { maxLength: 30 },
);

test('budget, actual and what is left equal their rows; funders carry exactly what is covered', () => {
  fc.assert(
    fc.property(lines, costs, (own, booked) => {
      const { rows, total, funders, findings } = economyOf(own, booked, null);
      const known = booked.filter((one) => own.some((line) => line.id === one.lineId));
      expect(total.actualCents).toBe(known.reduce((sum, one) => sum + one.cents, 0));
      expect(total.cents).toBe(own.reduce((sum, one) => sum + one.cents, 0));
      expect(total.leftCents).toBe(total.cents - total.actualCents);
      for (const row of rows) expect(row.leftCents).toBe(row.cents - row.actualCents);
      for (const one of funders)
        expect(Number.isInteger(one.cents) && Number.isInteger(one.actualCents)).toBe(true);
      const unfunded = findings.find((one) => one.code === 'unfunded');
      const covered = funders.reduce((sum, one) => sum + one.cents, 0);
      expect(covered + (unfunded?.code === 'unfunded' ? unfunded.cents : 0)).toBe(total.cents);
      expect(findings.filter((one) => one.code === 'overspent')).toHaveLength(
        rows.filter((row) => row.leftCents < 0).length,
      );
    }),
    RUNS,
  );
});

test('whole shares carry the whole actual, also of a refund, and a grant that differs is told with its sign', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.nat(100_000), (actual, granted) => {
      const line = {
        id: 'a',
        name: 'Matkakulut',
        cents: 50_000,
        shares: [
          { funder: 'Liitto', share: 6_667 },
          { funder: 'Alue', share: 3_333 },
        ],
      };
      const { funders, findings } = economyOf([line], [{ lineId: 'a', cents: actual }], granted);
      expect(funders.reduce((sum, one) => sum + one.actualCents, 0)).toBe(actual);
      const differs = findings.find((one) => one.code === 'granted_differs');
      expect(differs).toEqual(
        granted === 50_000 ? undefined : { code: 'granted_differs', differenceCents: 50_000 - granted },
      );
    }),
    RUNS,
  );
});

test('a cost belongs to its year, does not lie ahead, and is not booked twice', () => {
  const day = fc
    .integer({ min: 0, max: 1_200 })
    .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
  const one = fc.record({
    lineId: fc.constantFrom('a', 'b'),
    bookedOn: day,
    document: fc.constantFrom('T1', 'T2'),
    cents: fc.constantFrom(100, 200),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 25 }), (tried) => {
      const booked: CostFacts[] = [];
      for (const [index, values] of tried.entries())
        try {
          checkCost(2026, values, booked, '2026-11-22');
          booked.push({ id: String(index), ...values });
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      expect(booked.every((cost) => cost.bookedOn >= '2026-01-01' && cost.bookedOn <= '2026-11-22')).toBe(
        true,
      );
      const keys = booked.map((cost) => `${cost.lineId} ${cost.document} ${cost.cents}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    RUNS,
  );
});

test('a cost of nothing or of half a cent is refused; the CSV writes sums with two decimals', () => {
  const values = {
    lineId: '01a2035f-c413-7738-ac9d-1ed578a95ae9',
    bookedOn: '2026-03-31',
    document: 'M-1',
    description: 'Matkalaskut',
  };
  for (const cents of [0, 0.5]) expect(v.safeParse(costSchema, { ...values, cents }).success).toBe(false);
  expect(v.safeParse(costSchema, { ...values, cents: -12_000 }).success).toBe(true);
  const row = { ...values, line: 'Matkakulut', cents: -12_005, meeting: { label: '2/2026' }, action: null };
  expect(costTable([row], 'fi')[1]).toEqual([
    '31.3.2026',
    'M-1',
    'Matkakulut',
    'Matkalaskut',
    '-120,05',
    '2/2026',
    '',
  ]);
  expect(costTable([row], 'en')[1]?.[4]).toBe('-120.05');
});
