/** Numbers that look random and are the same at every run. */
export interface Random {
  /** A whole number from 0, less than `limit`. */
  below(limit: number): number;
  pick<Value>(values: readonly Value[]): Value;
  isOneIn(count: number): boolean;
}

/** mulberry32 */
export function randomFrom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (values) => values[below(values.length)]!,
    isOneIn: (count) => below(count) === 0,
  };
}
