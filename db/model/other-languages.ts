/**
 * Words of another language in a document (vieraskieliset kohdat): what the secretary wrote stays in the language in which it
 * was written when labels and sentences are printed in another one, and a name that has no translation stands in Finnish.
 * A screen reader and a spelling checker have to be told (WCAG 2.1, 3.1.2). The document lists such texts; where they stand
 * in it is found when a file is made, so that the words themselves stay what they are.
 */
import { LANGUAGES, type Language } from './language.ts';

export interface OtherLanguage {
  language: Language;
  /** Texts as they stand in the document, each once: whole ones or stretches of one. */
  texts: string[];
}

/** Properties of records whose values somebody wrote; the others are codes, days and figures. */
const WRITTEN: ReadonlySet<string> = new Set([
  'name',
  'title',
  'place',
  'organisation',
  'applicant',
  'text',
  'explanation',
  'declared',
  'reasons',
  'result',
  'responsible',
  'note',
  'ground',
  // Laws by their names, in the rules of a board.
  'conflict',
  'quorum',
]);
/** A code has no word in it: "JulkL", "HL 28" and "J01" are told apart by this many letters. */
const WORD = /\p{Ll}{3}/u;
/** Where a text may be parted when one of its sentences was changed, e.g. because an address was taken out. */
const SENTENCE_END = /(?<=[.!?:;])\s+|\n+/u;

/** The texts that people wrote into a record. */
function writtenTexts(record: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (WRITTEN.has(key) && WORD.test(value)) found.add(value.trim());
    } else if (Array.isArray(value)) for (const one of value) visit(one, key);
    else if (value !== null && typeof value === 'object' && !('fi' in value))
      for (const [name, inner] of Object.entries(value)) visit(inner, name);
  };
  visit(record, '');
  return found;
}

/** Finnish texts of a record that have no translation into `language` and so stand in Finnish. */
function untranslated(record: unknown, language: Language): Set<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value !== null && typeof value === 'object') {
      const { fi, [language]: own } = value as Partial<Record<Language, unknown>>;
      if (typeof fi === 'string' && !own && WORD.test(fi)) found.add(fi);
      Object.values(value).forEach(visit);
    }
  };
  if (language !== 'fi') visit(record);
  return found;
}

/** All strings of a plain JSON value, one after the other. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(stringsOf);
}

/**
 * The texts that stand in what is printed, as a property of the document; nothing when there are none. Of a text that was
 * changed those sentences that still stand. A text that is not printed is never listed, so that what is secret does not
 * leave by this way.
 */
export function standing(
  others: readonly OtherLanguage[],
  printed: unknown,
): { otherLanguages?: OtherLanguage[] } {
  const words = stringsOf(printed).join('\n');
  const stands = (text: string): string[] =>
    words.includes(text)
      ? [text]
      : text.split(SENTENCE_END).filter((one) => WORD.test(one) && words.includes(one));
  const found = others
    .map(({ language, texts }) => ({ language, texts: [...new Set(texts.flatMap(stands))] }))
    .filter(({ texts }) => texts.length > 0);
  return found.length === 0 ? {} : { otherLanguages: found };
}

/**
 * What stands in a document in another language than its own.
 * @param record what it was made of
 * @param written the language of the texts in it
 */
export function otherLanguages(
  record: unknown,
  written: Language,
  own: Language,
  printed: unknown,
): { otherLanguages?: OtherLanguage[] } {
  const found = LANGUAGES.map((language) => ({
    language,
    texts: [
      ...(language === written && written !== own ? writtenTexts(record) : []),
      ...(language === 'fi' ? untranslated(record, own) : []),
    ],
  })).filter(({ texts }) => texts.length > 0);
  return found.length === 0 ? {} : standing(found, printed);
}

/** A stretch of a text; `language` is null where it is that of the document. */
export interface LanguageRun {
  text: string;
  language: Language | null;
}

/** Longer texts are whole ones and looked up as such. */
const LONGEST_STRETCH = 2_000;

/** A function that parts the texts of a document by language; joined again they are the text itself. */
export function languageFinder(others: readonly OtherLanguage[]): (text: string) => LanguageRun[] {
  const languageOf = new Map(others.flatMap(({ language, texts }) => texts.map((text) => [text, language])));
  const stretches = [...languageOf.keys()]
    .filter((text) => text.length <= LONGEST_STRETCH)
    .sort((a, b) => b.length - a.length);
  const pattern =
    stretches.length === 0
      ? null
      : new RegExp(
          String.raw`(?<![\p{L}\p{N}])(?:${stretches.map(RegExp.escape).join('|')})(?![\p{L}\p{N}])`,
          'gu',
        );
  return (text) => {
    const whole = languageOf.get(text.trim());
    if (whole !== undefined) return [{ text, language: whole }];
    const runs: LanguageRun[] = [];
    let end = 0;
    const plain = (upTo: number): void => {
      if (upTo > end) runs.push({ text: text.slice(end, upTo), language: null });
    };
    for (const { 0: found, index } of pattern === null ? [] : text.matchAll(pattern)) {
      plain(index);
      runs.push({ text: found, language: languageOf.get(found)! });
      end = index + found.length;
    }
    plain(text.length);
    return runs;
  };
}
