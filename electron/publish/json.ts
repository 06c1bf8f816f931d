/**
 * The document as it was composed, for machines: pretty JSON with a stable order of keys, so that the same
 * document gives the same bytes and two versions can be compared line by line.
 */

/** UTF-8 JSON: two spaces of indentation, keys in alphabetical order, a line feed at the end. */
export function toJson(document: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(sorted(document), null, 2)}\n`);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
