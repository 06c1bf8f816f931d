/**
 * Stretches of a text in another writing than the document's: a screen reader and a spelling checker have to be told
 * the language of each (WCAG 2.1, 3.1.2), and Arabic runs from the right.
 */

export interface ScriptRun {
  text: string;
  /** BCP 47, or null: that of the text around it. */
  language: 'ar' | 'fa' | 'ru' | 'uk' | 'el' | null;
  isRightToLeft: boolean;
}

const FOREIGN =
  /[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}][\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\u061c\u200c-\u200f]*/gu;
const ARABIC = /\p{Script=Arabic}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Letters that Persian and Dari have and Arabic lacks. */
const PERSIAN = /[پچژگکی]/u;
/** Letters that Ukrainian has and Russian lacks. */
const UKRAINIAN = /[іїєґІЇЄҐ]/u;
/** What may stand between two words of one language without parting them; quotation marks part. */
const BETWEEN = /^[\s\d.,:;!?()\-–/،؛؟]*$/u;

function languageOf(text: string): ScriptRun['language'] {
  if (ARABIC.test(text)) return PERSIAN.test(text) ? 'fa' : 'ar';
  if (CYRILLIC.test(text)) return UKRAINIAN.test(text) ? 'uk' : 'ru';
  return 'el';
}

type Family = 'arabic' | 'cyrillic' | 'greek';
const familyOf = (text: string): Family =>
  ARABIC.test(text) ? 'arabic' : CYRILLIC.test(text) ? 'cyrillic' : 'greek';

/**
 * The text in runs, joined again the text itself. A single letter of another writing (a formula, a sign) is part of the
 * text around it, as far as nobody writes from the right with it.
 */
export function scriptRuns(text: string): ScriptRun[] {
  const stretches: { from: number; to: number; family: Family }[] = [];
  for (const match of text.matchAll(FOREIGN)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const family = familyOf(match[0]);
    const last = stretches.at(-1);
    if (last?.family === family && BETWEEN.test(text.slice(last.to, from))) last.to = to;
    else stretches.push({ from, to, family });
  }
  const runs: ScriptRun[] = [];
  let end = 0;
  const plain = (upTo: number): void => {
    if (upTo > end) runs.push({ text: text.slice(end, upTo), language: null, isRightToLeft: false });
  };
  for (const { from, to, family } of stretches) {
    const isRightToLeft = family === 'arabic';
    if (to - from < 2 && !isRightToLeft) continue;
    plain(from);
    const run = text.slice(from, to);
    runs.push({ text: run, language: languageOf(run), isRightToLeft });
    end = to;
  }
  plain(text.length);
  return runs;
}
