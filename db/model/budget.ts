/**
 * A budget (talousarvio): lines in cents, each with its funders' shares (rahoitusosuudet). Shares are hundredths of a per
 * cent, so that thirds can be written as well as they can be.
 */
import * as v from 'valibot';
import { idSchema } from './identity.ts';

/** 100 % in hundredths of a per cent. */
export const WHOLE = 10_000;

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long'));

export const budgetInputSchema = v.object({
  name,
  year: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)), null),
  lines: v.pipe(
    v.array(
      v.object({
        /** Of a line that is there already and stays the same line; what is booked on it stays with it. */
        id: v.optional(idSchema),
        name,
        cents: v.pipe(
          v.number(),
          v.integer(),
          v.minValue(0, 'negative'),
          v.maxValue(100_000_000_000, 'number_too_large'),
        ),
        shares: v.pipe(
          v.array(
            v.object({
              funder: name,
              share: v.pipe(
                v.number(),
                v.integer(),
                v.minValue(1, 'share_range'),
                v.maxValue(WHOLE, 'share_range'),
              ),
            }),
          ),
          v.maxLength(20),
          // More than the whole cannot be meant; less may be, while the money is looked for.
          v.check((shares) => shareSum(shares) <= WHOLE, 'shares_over'),
        ),
      }),
    ),
    v.maxLength(100),
  ),
});
export type BudgetValues = v.InferOutput<typeof budgetInputSchema>;
export type BudgetLine = BudgetValues['lines'][number];

export function shareSum(shares: readonly { share: number }[]): number {
  return shares.reduce((sum, { share }) => sum + share, 0);
}

/** What a line's shares leave open, in hundredths of a per cent; all of it where nobody is named. */
export function missingShare(line: Pick<BudgetLine, 'shares'>): number {
  return WHOLE - shareSum(line.shares);
}

/**
 * A line's cents parted by its shares, to the cent: the largest remainders get the cents that rounding leaves, the
 * earlier funder first. What no share covers is not in it.
 */
export function sharesInCents(line: Pick<BudgetLine, 'cents' | 'shares'>): number[] {
  const exact = line.shares.map(({ share }) => (line.cents * share) / WHOLE);
  const whole = exact.map(Math.floor);
  const covered = Math.round((line.cents * shareSum(line.shares)) / WHOLE);
  let left = covered - whole.reduce((sum, cents) => sum + cents, 0);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order) {
    if (left <= 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    left -= 1;
  }
  return whole;
}

/** Sums of a budget: all lines, by funder in the order in which they come, and what has no funder. Cents. */
export function budgetTotals(lines: readonly BudgetLine[]): {
  cents: number;
  funders: { funder: string; cents: number }[];
  openCents: number;
} {
  const funders = new Map<string, number>();
  for (const line of lines)
    for (const [index, cents] of sharesInCents(line).entries()) {
      const funder = line.shares[index]?.funder.trim() ?? '';
      funders.set(funder, (funders.get(funder) ?? 0) + cents);
    }
  const cents = lines.reduce((sum, line) => sum + line.cents, 0);
  const covered = [...funders.values()].reduce((sum, value) => sum + value, 0);
  return {
    cents,
    funders: [...funders].map(([funder, value]) => ({ funder, cents: value })),
    openCents: cents - covered,
  };
}
