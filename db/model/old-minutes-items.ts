/** The items (pykälät, asiat) of old minutes: where each begins and what its parts say. */
import { checkDiaryNumber } from './identifiers.ts';
import { cellsOf, indentOf, joinLines, type TextLine } from './old-minutes-lines.ts';
import type { OldItem } from './old-minutes.ts';

interface Heading {
  number: number;
  label: string;
  /** What stands after the number in the same line. */
  rest: string;
  /** Column at which that begins. */
  column: number;
  /** Index of the line. */
  at: number;
}

const AFTER_SIGN = /^\s*(?:§|[Pp]ykälä)\s*(\d{1,4})(?![\d–—-])\s*[.:]?(?=\s|$)/u;
const BEFORE_SIGN = /^\s*(\d{1,4})\s*\.?\s*§\s*[.:]?(?=\s|$)/u;
const PLAIN = /^\s*(\d{1,3})[.)](?=\s+\S)/u;

function headingOf(line: TextLine, at: number, pattern: RegExp): Heading | null {
  const match = pattern.exec(line.text);
  if (match === null || Number(match[1]) === 0) return null;
  const after = line.text.slice(match[0].length);
  const rest = after.trim();
  // A sentence that begins with a reference goes on in lower case.
  if (/^[\p{Ll},;)]/u.test(rest)) return null;
  if (pattern === PLAIN && !/^\p{Lu}/u.test(rest)) return null;
  return {
    number: Number(match[1]),
    label: match[0].trim().replace(/\s+/g, ' ').replace(/:$/, ''),
    rest,
    column: match[0].length + indentOf(after),
    at,
  };
}

/** A line of a table of contents ends in its page. */
const OF_CONTENTS = /(?:\.{2,}|…|\s{2,}|\t)\s*\d{1,4}$/u;

/** Headings whose numbers follow each other. What comes before the items (an agenda list) is a run of its own. */
function runs(headings: readonly Heading[]): Heading[][] {
  const found: Heading[][] = [];
  for (const heading of headings) {
    const run = found.at(-1);
    const last = run?.at(-1);
    if (run === undefined || last === undefined || heading.number <= last.number) {
      found.push([heading]);
      continue;
    }
    // A jump is a number of something else.
    if (heading.number - last.number <= 3) run.push(heading);
  }
  return found;
}

function bestRun(lines: readonly TextLine[], headings: readonly Heading[]): Heading[] {
  const weigh = (run: readonly Heading[]): number => {
    const inContents = run.filter(({ rest }) => OF_CONTENTS.test(rest)).length;
    const last = run.at(-1)!.at;
    const between = lines.slice(run[0]!.at, last).reduce((sum, { text }) => sum + text.length, 0);
    return between + run.length * 40 - inContents * 80;
  };
  return runs(headings).toSorted((one, other) => weigh(other) - weigh(one))[0] ?? [];
}

type Part = 'account' | 'proposal' | 'proceedings' | 'decision' | 'left_out';

const LABELS: readonly [RegExp, Part][] = [
  [
    /(?:päätösehdotus|(?:esittelijän|puheenjohtajan|sihteerin) (?:päätös)?ehdotus|ehdotus|esitys|beslutsförslag|förslag)/u,
    'proposal',
  ],
  [/(?:päätös|beslut)/u, 'decision'],
  [/(?:asian käsittely|käsittely|keskustelu|äänestys|esteellisyys|behandling)/u, 'proceedings'],
  [/(?:selostus|perustelut|taustaa?|asia|valmistelu|redogörelse|motivering)/u, 'account'],
  [
    /(?:toimenpiteet|liitteet?|jakelu|täytäntöönpano|lisätiedot|tiedoksi ?anto|oheismateriaali|valmistelija|esittelijä|bilagor)/u,
    'left_out',
  ],
].map(([pattern, part]) => [
  // "Päätös:", "Päätös MYR", "PÄÄTÖS" on a line of its own, "Päätös     Hyväksyttiin."
  new RegExp(
    String.raw`^\s*(?:${(pattern as RegExp).source})(?:\s+\p{Lu}{2,8})?\s*(?::|$|(?=\s{2,}\S)|(?=\t))`,
    'iu',
  ),
  part as Part,
]);

function labelOf(text: string): { part: Part; rest: string } | null {
  for (const [pattern, part] of LABELS) {
    const match = pattern.exec(text);
    if (match !== null) return { part, rest: text.slice(match[0].length).trim() };
  }
  return null;
}

/** Where the record of the items ends: signatures, appeal instructions, examination. */
const ENDING =
  /^\s*(?:allekirjoitu|pöytäkirjan (?:vakuudeksi|tarkastus|allekirjoit|nähtävä)|vakuudeksi|pöytäkirjantarkastus|pöytäkirja (?:on )?tarkastettu|muutoksenhaku|oikaisuvaatimus|liiteluettelo|liitteet\s*$|underskrifter|protokollet justerat)/iu;

/** The items of the minutes in order; none when there are no numbered headings. */
export function findItems(lines: readonly TextLine[], textLength: number): OldItem[] {
  const by = (pattern: RegExp): Heading[] => lines.flatMap((line, at) => headingOf(line, at, pattern) ?? []);
  const signed = [...by(BEFORE_SIGN), ...by(AFTER_SIGN)].toSorted((one, other) => one.at - other.at);
  let run = bestRun(lines, signed);
  // A memo (muistio) numbers its items 1, 2, 3.
  if (run.length < 2) {
    const plain = runs(by(PLAIN)).filter((one) => one[0]!.number === 1 && one.length >= 2);
    run = run.length === 1 && plain.length === 0 ? run : bestRun(lines, plain.flat());
  }
  return run.map((heading, index) =>
    itemOf(lines, heading, run[index + 1]?.at ?? lines.length, index === run.length - 1, textLength),
  );
}

function itemOf(
  lines: readonly TextLine[],
  heading: Heading,
  until: number,
  isLast: boolean,
  textLength: number,
): OldItem {
  let end = until;
  if (isLast)
    for (let at = heading.at + 1; at < until; at += 1)
      if (ENDING.test(lines[at]!.text)) {
        end = at;
        break;
      }
  const { title, diaryNumber, next } = titleOf(lines, heading, end);
  const parts: Record<Part, string[]> = {
    account: [],
    proposal: [],
    proceedings: [],
    decision: [],
    left_out: [],
  };
  let part: Part = 'account';
  for (const line of lines.slice(next, end)) {
    const label = labelOf(line.text);
    if (label === null) {
      parts[part].push(line.text);
      continue;
    }
    ({ part } = label);
    if (parts[part].length > 0) parts[part].push('');
    parts[part].push(label.rest);
  }
  let last = end - 1;
  while (last > heading.at && lines[last]!.text.trim() === '') last -= 1;
  return {
    number: heading.number,
    label: heading.label,
    title,
    diaryNumber,
    account: joinLines(parts.account),
    proposal: joinLines(parts.proposal),
    proceedings: joinLines(parts.proceedings),
    decision: joinLines(parts.decision),
    at: { start: lines[heading.at]!.start, end: Math.min(textLength, lines[last]!.end) },
  };
}

const isDiaryNumber = (text: string): boolean => {
  const { normalised, warning } = checkDiaryNumber(text.replace(/^(?:dno|diaarinumero|dnro)[:.\s]*/iu, ''));
  return warning === null && normalised !== '';
};
const isCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** The heading's words: in its line, going on below it, or below alone. */
function titleOf(
  lines: readonly TextLine[],
  { rest, column, at }: Heading,
  end: number,
): { title: string; diaryNumber: string | null; next: number } {
  const words = rest === '' ? [] : [rest.replace(OF_CONTENTS, '')];
  let diaryNumber: string | null = null;
  let next = at + 1;
  if (words.length === 0) while (next < end && lines[next]!.text.trim() === '') next += 1;
  for (; next < end; next += 1) {
    const text = lines[next]!.text;
    const bare = text.trim();
    if (bare === '' || labelOf(text) !== null) break;
    if (isDiaryNumber(bare)) {
      diaryNumber = bare;
      continue;
    }
    const isFirst = words.length === 0;
    const goesOn =
      (isCapitals(words.at(-1) ?? '') && isCapitals(bare)) ||
      (column >= 8 && Math.abs(indentOf(text) - column) <= 2 && words.length < 4);
    if (!isFirst && !goesOn) break;
    words.push(bare);
  }
  let title = joinLines(words);
  // "Lausunto      MALLIDno-2026-19" in one line.
  const cells = cellsOf(title);
  if (diaryNumber === null && cells.length > 1 && isDiaryNumber(cells.at(-1)!.text)) {
    diaryNumber = cells.at(-1)!.text;
    title = cells
      .slice(0, -1)
      .map((cell) => cell.text)
      .join(' ');
  }
  return { title: title === '' ? '–' : title.slice(0, 500), diaryNumber, next };
}
