/** Numbers that look random and are the same for the same seed at every run: for generated data. */
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

/** Identifiers in the form of UUIDs of version 7, ascending, the same for the same seed. */
export function seededIds(seed: number): () => string {
  const random = randomFrom(seed);
  let time = 1_700_000_000_000;
  const hex = (length: number): string =>
    Array.from({ length }, () => random.below(16).toString(16)).join('');
  return () => {
    const stamp = (time += 1).toString(16).padStart(12, '0');
    return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
  };
}
