/**
 * An aid for plain writing (selkokirjoittamisen apu): marks sentences that a reader may stumble over and says why. The
 * marks are indicators. They never say that a text is plain language: that is for people to judge (Selkokeskus,
 * Selkokielen mittari). What is only likely is marked as uncertain.
 *
 * LIX: Björnsson 1968, words per sentence + per cent of words of more than six letters. Made for Swedish; Finnish runs
 * higher, so versions of one text are compared and never languages.
 */
import { directionOf, languageTag, type BulletinLanguage } from './bulletin.ts';
import { passiveMarks, reducedClauses, subordinateClauses } from './plain-language-grammar.ts';

/** pitkä virke, monta lausetta, pitkä sana, passiivi, lauseenvastike, kaksi kieltoa, lyhenne, suuri luku */
const MARK_KINDS = [
  'long_sentence',
  'clauses',
  'long_word',
  'passive',
  'reduced_clause',
  'double_negation',
  'abbreviation',
  'large_number',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface Mark {
  kind: MarkKind;
  /** The words it is about; empty when it is about the whole sentence. */
  words: string[];
  /** How many words or clauses there are, where that is the point; else the number of `words`. */
  value: number;
  /** False: a rule of thumb says so, and it may be wrong. */
  isCertain: boolean;
}

export interface MarkedSentence {
  text: string;
  /** Where it stands in the text, in characters. */
  start: number;
  end: number;
  words: number;
  marks: Mark[];
}

export interface PlainLanguageReport {
  sentences: MarkedSentence[];
  words: number;
  /** Words per sentence; 0 for an empty text. */
  averageLength: number;
  /** Share of words of more than six letters, 0–1. */
  longShare: number;
  /** Null where the measure says nothing: without words, and for Arabic script and Somali. */
  lix: number | null;
}

/** Words of a sentence above which it is marked. Plain Finnish: some ten words (saavutettavakieli.fi gives no number). */
const LONGEST_SENTENCE: Readonly<Record<BulletinLanguage, number>> = {
  'fi-selko': 12,
  fi: 16,
  sv: 16,
  en: 16,
  ru: 14,
  uk: 14,
  ar: 16,
  so: 16,
  fa: 16,
};
/** Letters of a word above which it is marked; null: the script says nothing about it. */
const LONGEST_WORD: Readonly<Record<BulletinLanguage, number | null>> = {
  'fi-selko': 14,
  fi: 18,
  sv: 14,
  en: 13,
  ru: 15,
  uk: 15,
  ar: null,
  so: 14,
  fa: null,
};
/** Clauses of a sentence above which it is marked. */
const MOST_CLAUSES = 2;
/** Letters above which a word counts as long in LIX. */
const LIX_LETTERS = 6;

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u200c’':-]*[\p{L}\p{N}\p{M}])?/gu;
/** After these a full stop ends no sentence. */
const SHORT_FORMS =
  /(?:^|[\s(])(?:esim|mm|ks|vrt|n|nro|tri|prof|ns|ts|ym|yms|jne|em|ko|os|puh|s|t|kl|bl|dvs|t\.ex|osv|ca|nr|st|e\.g|i\.e|etc|mr|mrs|dr|им|ул|г|вул|м)$/iu;

/** Words as they are counted, without signs. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/**
 * Sentences with their places. A line ends a sentence, as one thought stands on a line; a full stop after a number or a
 * short form, before a small letter or a figure, does not ("12. syyskuuta", "klo 12.00", "esim. kirjasto").
 */
export function sentencesOf(text: string): { text: string; start: number; end: number }[] {
  const found: { text: string; start: number; end: number }[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    let from = 0;
    const put = (to: number): void => {
      const raw = line.slice(from, to);
      const lead = /^(?:\s|[-–•*]\s|#+\s)*/u.exec(raw)?.[0].length ?? 0;
      const words = raw.slice(lead).trimEnd();
      if (/[\p{L}\p{N}]/u.test(words))
        found.push({
          text: words,
          start: lineStart + from + lead,
          end: lineStart + from + lead + words.length,
        });
      from = to;
    };
    for (const { index, 0: sign } of line.matchAll(/[.!?…؟۔]+["”’)»]*(?=\s)/gu)) {
      const before = line.slice(from, index);
      const after = line.slice(index + sign.length).trimStart();
      const isDot = sign === '.';
      const isShort = isDot && (SHORT_FORMS.test(before) || /(?:^|[\s.(])\p{Lu}$/u.test(before));
      const goesOn = isDot && /\d$/.test(before) && /^[\p{Ll}\d]/u.test(after);
      if (!isShort && !goesOn) put(index + sign.length);
    }
    put(line.length);
    lineStart += line.length + 1;
  }
  return found;
}

/** LIX of a text, or null without words. */
export function lix(text: string): number | null {
  const words = wordsOf(text);
  const sentences = sentencesOf(text).length;
  if (words.length === 0 || sentences === 0) return null;
  const long = words.filter((word) => lettersOf(word) > LIX_LETTERS).length;
  return words.length / sentences + (100 * long) / words.length;
}

const lettersOf = (word: string): number => word.match(/\p{L}/gu)?.length ?? 0;

/** Whether LIX says anything about the language. */
export const hasLix = (language: BulletinLanguage): boolean =>
  directionOf(language) === 'ltr' && language !== 'so';

/** Marks the sentences of a text. */
export function plainLanguageReport(text: string, language: BulletinLanguage): PlainLanguageReport {
  const sentences = sentencesOf(text).map((one): MarkedSentence => {
    const words = wordsOf(one.text);
    return { ...one, words: words.length, marks: marksOf(one.text, words, language) };
  });
  const words = wordsOf(text);
  const long = words.filter((word) => lettersOf(word) > LIX_LETTERS).length;
  return {
    sentences,
    words: words.length,
    averageLength: sentences.length === 0 ? 0 : words.length / sentences.length,
    longShare: words.length === 0 ? 0 : long / words.length,
    lix: hasLix(language) ? lix(text) : null,
  };
}

/** Written with full stops, or an abbreviation of capitals (HYTE, EAKR). */
const DOTTED = /\b(?:esim|mm|ks|vrt|ns|ts|ym|yms|jne|em|ko|dvs|t\.ex|osv|m\.m|e\.g|i\.e|etc)\./giu;
const CAPITALS = /(?<![\p{L}\p{N}-])\p{Lu}{2,6}(?![\p{L}\p{N}])/gu;
/** From five figures on, and shares of a per cent. Postal codes and telephone numbers are no large numbers. */
const LARGE =
  /(?<![\d.+-]|\d[ \u00a0])(?:[1-9]\d{0,2}(?:[ \u00a0.]\d{3})+|[1-9]\d{5,})(?![\d-])(?![ \u00a0]\d)|\d+,\d+\s?%/gu;

function marksOf(sentence: string, words: readonly string[], language: BulletinLanguage): Mark[] {
  const marks: Mark[] = [];
  const put = (kind: MarkKind, found: readonly string[], isCertain: boolean, value = found.length): void => {
    if (value > 0) marks.push({ kind, words: [...found], value, isCertain });
  };
  if (words.length > LONGEST_SENTENCE[language]) put('long_sentence', [], true, words.length);
  const tag = languageTag(language);
  const clauses = 1 + subordinateClauses(sentence, tag).length;
  if (clauses > MOST_CLAUSES) put('clauses', subordinateClauses(sentence, tag), false, clauses);
  const longest = LONGEST_WORD[language];
  if (longest !== null)
    put(
      'long_word',
      words.filter((word) => lettersOf(word) > longest && !/[@/]|www\./i.test(word)),
      true,
    );
  const passive = passiveMarks(sentence, tag);
  for (const isCertain of [true, false])
    put(
      'passive',
      passive.filter((one) => one.isCertain === isCertain).map((one) => one.word),
      isCertain,
    );
  put('reduced_clause', reducedClauses(sentence, tag), false);
  put('double_negation', doubleNegation(words, tag), false);
  put('abbreviation', [...(sentence.match(DOTTED) ?? []), ...(sentence.match(CAPITALS) ?? [])], false);
  put('large_number', sentence.match(LARGE) ?? [], true);
  return marks;
}

const NEGATIONS: Readonly<Record<string, RegExp>> = {
  fi: /^(?:en|et|ei|emme|ette|eivät|älä|älkää)$/i,
  sv: /^(?:inte|ej|aldrig|ingen|inget|inga)$/i,
  en: /^(?:not|no|never|none|cannot|\p{L}+n['’]t)$/iu,
};
/** Words that deny by themselves; with a negation they make the reader turn the sentence round twice. */
const DENYING: Readonly<Record<string, RegExp>> = {
  fi: /^(?:ilman|vailla|kukaan|mitään)$|m[aä]t(?:ön|on)$|m[aä]tt[aä]$|tt?[oö]m\p{L}+$/iu,
  sv: /^utan$|^o(?:möjlig|vanlig|sannolik|klar|nödig|giltig)\p{L}*$/iu,
  en: /^without$|^(?:im|un|in)(?:possible|likely|usual|clear|necessary|valid)\p{L}*$/iu,
};

function doubleNegation(words: readonly string[], tag: string): string[] {
  const negation = words.filter((word) => NEGATIONS[tag]?.test(word) ?? false);
  // "Ei kukaan", "ei mitään" is one denial in two words.
  const denying = words.filter(
    (word) => (DENYING[tag]?.test(word) ?? false) && !/^(?:kukaan|mitään)$/i.test(word),
  );
  return negation.length > 0 && negation.length + denying.length > 1 ? [...negation, ...denying] : [];
}
