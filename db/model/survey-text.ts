/**
 * Free answers (vapaat vastaukset) of a survey. They are kept as a list by question, in the order of the alphabet, so that no
 * answer can be laid beside another of the same respondent. What looks like data of a person is pointed out before they are
 * kept; the reader decides.
 */
import * as v from 'valibot';

export const LONGEST_TEXT = 2_000;
export const MOST_TEXTS = 2_000;

export const surveyTextsSchema = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(LONGEST_TEXT, 'too_long'))),
  v.maxLength(MOST_TEXTS, 'too_many'),
);

/** Sähköpostiosoite, puhelinnumero, henkilötunnus, mahdollinen nimi. */
export const PERSONAL_HINTS = ['email', 'phone', 'identity', 'name'] as const;
export type PersonalHint = (typeof PERSONAL_HINTS)[number];

const SIGNS: Readonly<Record<PersonalHint, RegExp>> = {
  email: /[\p{L}\d._%+-]+@[\p{L}\d-]+\.\p{L}{2,}/u,
  phone: /(?<![\d.,])(?:\+358|0)[ -]?\d(?:[ -]?\d){5,10}(?!\d)/,
  identity: /(?<!\d)\d{6}[-+A-FU-Y]\d{3}[\dA-Y](?![\dA-Za-z])/,
  // Two capitalised words beside one another that do not begin a sentence, or a title before one.
  name: /(?<=[\p{Ll},;:] )\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? \p{Lu}\p{Ll}{2,}|(?:^|[.!?] )\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+nen\b/u,
};

/** What in a text may tell of a person. A hint, never a verdict: names are found only where they look like names. */
export function personalHints(text: string): PersonalHint[] {
  return PERSONAL_HINTS.filter((hint) => SIGNS[hint].test(text));
}

const inFinnish = new Intl.Collator('fi');

/** As they are kept: without the empty ones, in the order of the alphabet. The same answer stays as often as it was given. */
export function keptTexts(texts: readonly string[]): string[] {
  return texts
    .map((text) => text.trim().slice(0, LONGEST_TEXT))
    .filter((text) => text !== '')
    .sort(inFinnish.compare);
}
