/**
 * Counts of people in what leaves the program: a small number is shown as "1–4", so that nobody can be recognised by it,
 * and a sum that would reveal one is shown as the range in which it lies.
 */

/** The smallest count that is shown as it is. */
export const LEAST_SHOWN = 5;

/** What a reader may know of a count. */
export interface CountRange {
  low: number;
  high: number;
}

/** @throws RangeError when the count is negative or no whole number: such a one is never stored */
export function countRange(count: number): CountRange {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
  return count > 0 && count < LEAST_SHOWN ? { low: 1, high: LEAST_SHOWN - 1 } : { low: count, high: count };
}

/** "0", "1–4", "17". */
export function shownCount(count: number): string {
  return rangeText(countRange(count));
}

/** The sum of counts as it may be shown: a range as soon as one of them is shown as one. */
export function shownSum(counts: readonly number[]): string {
  return rangeText(sumRange(counts));
}

/** What a reader may know of the sum of counts. */
export function sumRange(counts: readonly number[]): CountRange {
  const ranges = counts.map(countRange);
  return {
    low: ranges.reduce((sum, { low }) => sum + low, 0),
    high: ranges.reduce((sum, { high }) => sum + high, 0),
  };
}

/** "17" or "11–14". */
export const rangeText = ({ low, high }: CountRange): string =>
  low === high ? String(low) : `${low}–${high}`;
