/** Which letters of a text to mark. Pure. */

export type Ranges = readonly (readonly [start: number, end: number])[];

/** The text in parts, those within a range marked. Ranges that overlap or lie outside do no harm. */
export function highlight(text: string, ranges: Ranges): { text: string; isHit: boolean }[] {
  const parts: { text: string; isHit: boolean }[] = [];
  let from = 0;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const begin = Math.max(from, start);
    const stop = Math.min(text.length, end);
    if (stop <= begin) continue;
    if (begin > from) parts.push({ text: text.slice(from, begin), isHit: false });
    parts.push({ text: text.slice(begin, stop), isHit: true });
    from = stop;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isHit: false });
  return parts;
}

/** Where whole words stand in a text, in any case of letters. */
export function wordRanges(text: string, words: readonly string[]): Ranges {
  const wanted = new Set(
    words.flatMap((word) => word.split(/[^\p{L}\p{N}\p{M}]+/u)).map((word) => word.toLocaleLowerCase('fi')),
  );
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)]
    .filter(([word]) => wanted.has(word.toLocaleLowerCase('fi')))
    .map((match) => [match.index, match.index + match[0].length]);
}
