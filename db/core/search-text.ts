/**
 * Where a search matched in a text: the same tokens as SQLite's unicode61 makes, found again in JavaScript, so
 * that the window gets plain text with ranges and never HTML.
 */

/** From `start` up to, not including, `end`, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A piece of a text around the first match; `…` marks where it was cut. */
export interface SearchSnippet {
  readonly text: string;
  readonly matches: readonly TextRange[];
}

/** Tokens that must stand in a row, the last one in any of several shapes; all folded. */
export interface SearchPattern {
  readonly leading: readonly string[];
  readonly prefixes: readonly string[];
  readonly exact: readonly string[];
}

const SNIPPET_LENGTH = 180;
const BEFORE_MATCH = 50;
/** A longer text is not looked through for its snippet. */
const MAXIMUM_SCAN = 50_000;

/** Lower case without diacritics, like the index (`remove_diacritics 2`); may change the length of a text. */
export function foldForSearch(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** A pattern made ready for many texts. */
export interface SearchMatcher {
  readonly leading: readonly string[];
  readonly exact: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  readonly lengths: readonly number[];
}

/** Makes a pattern ready for {@link findMatches}. */
export function matcherOf({ leading, prefixes, exact }: SearchPattern): SearchMatcher {
  const lengths = [...new Set(prefixes.map((prefix) => prefix.length))];
  return { leading, exact: new Set(exact), prefixes: new Set(prefixes), lengths };
}

function matchesLast(matcher: SearchMatcher, token: string): boolean {
  return (
    matcher.exact.has(token) || matcher.lengths.some((length) => matcher.prefixes.has(token.slice(0, length)))
  );
}

/**
 * All places where one of the patterns matches, in order and not overlapping.
 *
 * @param limit how far from the first match others are looked for, in UTF-16 units
 */
export function findMatches(
  text: string,
  matchers: readonly SearchMatcher[],
  limit = Number.POSITIVE_INFINITY,
): TextRange[] {
  const history: { token: string; start: number }[] = [];
  const longest = Math.max(0, ...matchers.map((matcher) => matcher.leading.length));
  const found: TextRange[] = [];
  const tokens = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;
  for (
    let match = tokens.exec(text);
    match !== null && match.index < MAXIMUM_SCAN;
    match = tokens.exec(text)
  ) {
    const first = found[0];
    if (first !== undefined && match.index > first.start + limit) break;
    const token = foldForSearch(match[0]);
    const end = match.index + match[0].length;
    let start: number | undefined;
    for (const matcher of matchers) {
      if (history.length < matcher.leading.length || !matchesLast(matcher, token)) continue;
      const before = history.slice(history.length - matcher.leading.length);
      if (matcher.leading.some((word, index) => before[index]?.token !== word)) continue;
      start = Math.min(start ?? match.index, before[0]?.start ?? match.index);
    }
    const previous = found.at(-1);
    if (start !== undefined && previous !== undefined && start < previous.end) {
      found[found.length - 1] = { start: previous.start, end };
    } else if (start !== undefined) {
      found.push({ start, end });
    }
    history.push({ token, start: match.index });
    if (history.length > longest) history.shift();
  }
  return found;
}

/** The nearest position at or after `position` where a word begins, within 20 characters. */
function wordStart(text: string, position: number): number {
  const space = text.slice(position, position + 20).search(/\s\S/);
  return space === -1 ? position : position + space + 1;
}

/**
 * A piece of the first text that has a match, around the match; the beginning of the first text when none has.
 */
export function makeSnippet(texts: readonly string[], matchers: readonly SearchMatcher[]): SearchSnippet {
  for (const text of texts) {
    const matches = findMatches(text, matchers, SNIPPET_LENGTH);
    const first = matches[0];
    if (first === undefined) continue;
    const start =
      first.start <= BEFORE_MATCH ? 0 : Math.min(wordStart(text, first.start - BEFORE_MATCH), first.start);
    return cutOut(text, start, matches);
  }
  return cutOut(texts[0] ?? '', 0, []);
}

function cutOut(text: string, start: number, matches: readonly TextRange[]): SearchSnippet {
  let end = Math.max(start + SNIPPET_LENGTH, matches[0]?.end ?? 0);
  // Never between the two halves of a surrogate pair.
  if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end += 1;
  const head = start > 0 ? '…' : '';
  const shift = head.length - start;
  return {
    text: `${head}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    matches: matches
      .filter((range) => range.end <= end)
      .map((range) => ({ start: range.start + shift, end: range.end + shift })),
  };
}
