/**
 * A board's own phrases (fraasiluettelo): shipped ones in its own words, shipped ones that it does not want to be
 * offered, and phrases of its own that are filled from the item in which they are used.
 */
import * as v from 'valibot';
import type { Language } from './language.ts';
import { LANGUAGES } from './language.ts';
import { idSchema } from './identity.ts';
import { PHRASE_KEYS, placeholders, withoutBody, type PhraseKey, type Phrases } from './phrases.ts';

/** Values that a phrase of the board's own may take from the item and its meeting. */
export const CONTEXT_PLACEHOLDERS = [
  'section',
  'title',
  'diaryNumber',
  'applicant',
  'presenter',
  'chair',
  'secretary',
  'meeting',
  'date',
  'place',
  'voters',
] as const;
export type ContextPlaceholder = (typeof CONTEXT_PLACEHOLDERS)[number];
/** What stands where the record has no value yet: seen at once, and easy to type over. */
export const MISSING_VALUE = '____';

const wording = v.pipe(v.string(), v.trim(), v.maxLength(2_000, 'too_long'));

/** One phrase of a board as it is saved. `key`: the shipped phrase; null: the board's own. */
export const boardPhraseInputSchema = v.object({
  boardId: idSchema,
  id: v.nullish(idSchema, null),
  key: v.nullish(v.picklist(PHRASE_KEYS), null),
  version: v.nullish(v.pipe(v.number(), v.integer()), null),
  /** Empty: as shipped; of the board's own phrase: not offered in that language. */
  fi: v.optional(wording, ''),
  sv: v.optional(wording, ''),
  en: v.optional(wording, ''),
  hidden: v.optional(v.boolean(), false),
});
export type BoardPhraseInput = v.InferOutput<typeof boardPhraseInputSchema>;

/** Groups of phrases that are offered to a writer. Others stand in documents alone. */
const OFFERED = /^(decision|proposal|vote|examination|lawfulness)\./;

/** True for a shipped phrase that is offered while writing: a whole sentence without values. */
export function isOffered(key: PhraseKey, phrases: Phrases): boolean {
  return (
    OFFERED.test(key) &&
    LANGUAGES.every((language) => !withoutBody(phrases[key][language]).includes('{')) &&
    /[.!?]$/.test(phrases[key].fi)
  );
}

/** The placeholders that a phrase may hold: those of the shipped one, or what an item gives. */
export function knownPlaceholders(key: PhraseKey | null, phrases: Phrases): readonly string[] {
  if (key === null) return CONTEXT_PLACEHOLDERS;
  return [...new Set(LANGUAGES.flatMap((language) => placeholders(phrases[key][language])))];
}

const PLACEHOLDER = /\{[A-Za-z]\w*(?:\|[^{}|]*\|[^{}|]*)?\}/g;

/** What is wrong with the placeholders of a wording; null when nothing is. */
export function placeholderFault(
  text: string,
  known: readonly string[],
): { kind: 'unknown'; names: string[] } | { kind: 'braces' } | null {
  const names = placeholders(text).filter((name) => !known.includes(name));
  if (names.length > 0) return { kind: 'unknown', names };
  return /[{}]/.test(text.replace(PLACEHOLDER, '')) ? { kind: 'braces' } : null;
}

/** Values with which a shipped phrase is shown in a list: its own placeholders, named. */
export function sampleValues(names: readonly string[]): Record<string, string> {
  const numbers = new Set(['n', 'count', 'aye', 'no', 'blank', 'days', 'required', 'minimum', 'votes']);
  return Object.fromEntries(names.map((name) => [name, numbers.has(name) ? '2' : `‹${name}›`]));
}

/** A board's phrase as the window shows it. */
export interface BoardPhraseView {
  /** Null for a shipped phrase that the board has not touched. */
  id: string | null;
  key: PhraseKey | null;
  version: number | null;
  /** The board's own wording; null: as shipped (or, of its own phrase, none). */
  own: Record<Language, string | null>;
  /** The shipped wording; null for the board's own phrase. */
  shipped: Record<Language, string> | null;
  hidden: boolean;
  /** Offered while writing, unless it is hidden. */
  offered: boolean;
  placeholders: readonly string[];
}
