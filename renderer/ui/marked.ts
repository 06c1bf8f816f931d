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
