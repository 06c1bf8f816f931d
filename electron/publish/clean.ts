/**
 * Makes any text printable without losing anything silently. What no font can show, and what would show
 * something other than what is written (direction overrides), is replaced by its code in brackets, such as
 * `[U+1F600]`: readable on paper, searchable, and the original can be told from it. Each replacement is counted.
 */
import type { Coverage } from './fonts.ts';

/** Replaced characters (or clusters) with how often, in the order of first appearance. */
export type Replacements = Map<string, number>;

/** Letters that every reading face has; most texts need no closer look. */
const PLAIN = /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff\u2013\u2014\u2018-\u201e\u2026]*$/;
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/**
 * Characters that show nothing and change nothing that is seen: hints for line breaks, byte order marks, variant
 * selectors. Joiners and direction marks are not among them (Arabic needs them), nor are direction overrides.
 */
const HINTS = /[\p{Default_Ignorable_Code_Point}--[\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069]]/gv;
const ARABIC = /\p{Script=Arabic}/u;
/** Joiners and direction marks, which Arabic writing needs. */
const ARABIC_MARKS = /[\u061c\u200c-\u200f]/g;
/**
 * Control, private use, unassigned, half a surrogate pair, everything that is invisible by default, and a mark
 * with no letter to stand on.
 */
const UNPRINTABLE = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}\ufff9-\ufffc]|^\p{M}/u;

const graphemes = new Intl.Segmenter('fi', { granularity: 'grapheme' });

/**
 * The text in NFC, with line feeds as the only line breaks and only characters that the fonts have.
 * Idempotent; never throws. Adds to `replaced` what it replaced.
 */
export function cleanText(text: string, coverage: Coverage, replaced: Replacements = new Map()): string {
  if (PLAIN.test(text)) return text;
  const arabic = ARABIC.test(text);
  const hintless = text.replace(LINE_BREAKS, '\n').replaceAll('\t', ' ').replace(HINTS, '');
  const normal = (arabic ? hintless : hintless.replace(ARABIC_MARKS, '')).normalize('NFC');
  const printable = (cluster: string) =>
    !UNPRINTABLE.test(arabic ? cluster.replace(ARABIC_MARKS, '') : cluster) && coverage.covers(cluster);
  if (normal.split('\n').every(printable)) return normal;

  let result = '';
  for (const { segment } of graphemes.segment(normal)) {
    if (segment === '\n' || printable(segment)) {
      result += segment;
      continue;
    }
    // A letter stays when only the marks on it have no glyph.
    const points = Array.from(segment);
    let kept = '';
    while (points.length > 0 && printable(kept + points[0]!)) kept += points.shift()!;
    const lost = points.join('');
    replaced.set(lost, (replaced.get(lost) ?? 0) + 1);
    result += `${kept}[${points.map(codeOf).join(' ')}]`;
  }
  return ARABIC.test(result) ? result : result.replace(ARABIC_MARKS, '');
}

/** Cleans every printed string of a plain JSON value; keys, link targets, numbers and the rest stay. */
export function cleanDocument<T>(document: T, coverage: Coverage, replaced: Replacements = new Map()): T {
  return mapStrings(document, (text) => cleanText(text, coverage, replaced));
}

/** The replacements as an answer tells them. */
export function replacedOf(replaced: Replacements): { character: string; count: number }[] {
  return [...replaced].map(([character, count]) => ({ character, count }));
}

/** Link targets are not printed. */
const NOT_PRINTED: ReadonlySet<string> = new Set(['href']);

/** A copy of a plain JSON value with every string changed but those under the keys `kept`. */
export function mapStrings<T>(
  value: T,
  change: (text: string) => string,
  kept: ReadonlySet<string> = NOT_PRINTED,
): T {
  const visit = (inner: unknown): unknown => {
    if (typeof inner === 'string') return change(inner);
    if (Array.isArray(inner)) return inner.map(visit);
    if (inner === null || typeof inner !== 'object') return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([key, child]) => [key, kept.has(key) ? child : visit(child)]),
    );
  };
  return visit(value) as T;
}

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
