/**
 * While a file is made, words of another language carry marks in the texts: characters for private use, which no text of
 * a document has any more when it has been cleaned. Every form reads them in its own way, and none shows them.
 */
import type { Language } from '../../db/model/language.ts';
import { languageFinder } from '../../db/model/other-languages.ts';
import type { PrintableDocument } from '../../db/model/printable.ts';
import { scriptRuns, type ScriptRun } from '../../db/model/script-runs.ts';
import { mapStrings } from './clean.ts';

/** In the order in which resources/typst/parts.typ knows them. */
const BEGIN: Readonly<Record<Language, string>> = { fi: '\ue0f1', sv: '\ue0f2', en: '\ue0f3' };
const END = '\ue0f0';
const LANGUAGE_OF = new Map(
  Object.entries(BEGIN).map(([language, mark]) => [mark, language as Language] as const),
);
const MARKED = /([\ue0f1-\ue0f3])([^\ue0f0]*)\ue0f0/gu;
const MARKS = /[\ue0f0-\ue0f3]/gu;

/** Codes, addresses, drawings, and what is read aloud in their place. */
const NOT_WORDS: ReadonlySet<string> = new Set(['href', 'svg', 'alt', 'type', 'isoDate']);

/** The document with marks around what stands in another language; `change` is done to every text, between the marks. */
export function withLanguageMarks(
  document: PrintableDocument,
  change: (text: string) => string = (text) => text,
): PrintableDocument {
  const { otherLanguages = [] } = document;
  const find = otherLanguages.length === 0 ? null : languageFinder(otherLanguages);
  const mark = (text: string): string =>
    find === null
      ? change(text)
      : find(text)
          .map(({ text: run, language }) =>
            language === null
              ? change(run)
              : run
                  .split('\n')
                  .map((line) => (line.trim() === '' ? line : `${BEGIN[language]}${change(line)}${END}`))
                  .join('\n'),
          )
          .join('');
  const { identification, blocks, otherLanguages: _, ...rest } = document;
  return {
    ...mapStrings(rest, change, NOT_WORDS),
    identification: mapStrings(identification, mark, NOT_WORDS),
    blocks: mapStrings(blocks, mark, NOT_WORDS),
  };
}

/** The text as it is written. */
export function withoutLanguageMarks(text: string): string {
  return text.replace(MARKS, '');
}

export interface MarkedRun {
  text: string;
  /** That of the marks; null: the document's. */
  language: Language | null;
  /** The same words by their writing, which tells more than the marks where it is another one. */
  runs: ScriptRun[];
}

/** A text parted by its marks, and within them by its writing. */
export function markedRuns(text: string): MarkedRun[] {
  const found: MarkedRun[] = [];
  let end = 0;
  const add = (run: string, language: Language | null): void => {
    const plain = withoutLanguageMarks(run);
    if (plain !== '') found.push({ text: plain, language, runs: scriptRuns(plain) });
  };
  for (const { 0: whole, 1: mark, 2: inner = '', index } of text.matchAll(MARKED)) {
    add(text.slice(end, index), null);
    add(inner, LANGUAGE_OF.get(mark!) ?? null);
    end = index + whole.length;
  }
  add(text.slice(end), null);
  return found;
}

/** Whether a paragraph begins in Arabic writing and most of its letters are of it, so that it runs from the right. */
export function runsFromTheRight(text: string): boolean {
  if (!/^[^\p{L}]*\p{Script=Arabic}/u.test(text)) return false;
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => /\p{Script=Arabic}/u.test(letter)).length * 2 > letters.length;
}
