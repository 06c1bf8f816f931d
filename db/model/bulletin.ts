/**
 * Plain-language bulletins (selkotiedote): one text per language, and what state each language is in. The state follows
 * from texts and is never stored: a translation is old once the text that it was made from reads otherwise.
 */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { idSchema } from './identity.ts';

/** Finnish in plain language (selkosuomi) and in standard language are two languages of a bulletin. */
export const BULLETIN_LANGUAGES = ['fi-selko', 'fi', 'sv', 'en', 'ru', 'uk', 'ar', 'so', 'fa'] as const;
export type BulletinLanguage = (typeof BULLETIN_LANGUAGES)[number];
export const bulletinLanguageSchema = v.picklist(BULLETIN_LANGUAGES);

export type Direction = 'ltr' | 'rtl';

/** In which direction a language is written. */
export function directionOf(language: BulletinLanguage): Direction {
  return language === 'ar' || language === 'fa' ? 'rtl' : 'ltr';
}

/** The tag of BCP 47 by which screen readers choose their voice: plain Finnish is read as Finnish. */
export function languageTag(language: BulletinLanguage): string {
  return language === 'fi-selko' ? 'fi' : language;
}

/** Otsikko, teksti, aika, paikka, hinta, ilmoittautuminen, kielet ja tulkkaus, esteettömyys, yhteystiedot. */
export const BULLETIN_FIELDS = [
  'title',
  'body',
  'time',
  'place',
  'price',
  'registration',
  'languages',
  'accessibility',
  'contact',
] as const;
export type BulletinField = (typeof BULLETIN_FIELDS)[number];
/** What is printed as a label and a short text. */
export const FACT_FIELDS = BULLETIN_FIELDS.slice(2) as readonly Exclude<BulletinField, 'title' | 'body'>[];
export type FactField = (typeof FACT_FIELDS)[number];

export type BulletinContent = Record<BulletinField, string>;

export const NO_CONTENT: BulletinContent = {
  title: '',
  body: '',
  time: '',
  place: '',
  price: '',
  registration: '',
  languages: '',
  accessibility: '',
  contact: '',
};

const fact = v.optional(v.pipe(v.string(), v.maxLength(600, 'too_long')));
/** Any of the fields; those that are left out stay as they are. */
export const bulletinChangeSchema = v.strictObject({
  title: v.optional(v.pipe(v.string(), v.maxLength(300, 'too_long'))),
  body: v.optional(v.pipe(v.string(), v.maxLength(20_000, 'too_long'))),
  time: fact,
  place: fact,
  price: fact,
  registration: fact,
  languages: fact,
  accessibility: fact,
  contact: fact,
});
export type BulletinChange = v.InferOutput<typeof bulletinChangeSchema>;

/** From a decision, an event of an action, an event of immigrant inclusion, or from nothing. */
export const newBulletinSchema = v.pipe(
  v.object({
    boardId: idSchema,
    itemId: v.nullish(idSchema, null),
    eventId: v.nullish(idSchema, null),
    entryId: v.nullish(idSchema, null),
    /** The language that is written first and that the others are translated from. */
    sourceLanguage: bulletinLanguageSchema,
    wanted: v.pipe(v.array(bulletinLanguageSchema), v.maxLength(BULLETIN_LANGUAGES.length)),
  }),
  v.check(
    (one) => [one.itemId, one.eventId, one.entryId].filter((id) => id !== null).length <= 1,
    'one_source',
  ),
);
export type NewBulletin = v.InferOutput<typeof newBulletinSchema>;

export const checkedSchema = v.object({
  checkedBy: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(200, 'too_long')),
  checkedOn: isoDateSchema,
});

/** Two texts that read the same: spaces at the ends of lines and of the text do not count. */
export function sameContent(a: BulletinContent, b: BulletinContent): boolean {
  return BULLETIN_FIELDS.every((field) => tidy(a[field]) === tidy(b[field]));
}

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[^\S\n]+$/gm, '')
    .trim();

/** A bulletin without a title or without a text cannot be given to anybody. */
export function isWritten({ title, body }: BulletinContent): boolean {
  return title.trim() !== '' && body.trim() !== '';
}

/** Puuttuu, käännetty (the source: kirjoitettu), tarkistettu, vanhentunut. */
const TEXT_STATES = ['missing', 'written', 'translated', 'checked', 'outdated'] as const;
export type TextState = (typeof TEXT_STATES)[number];

export interface TextFacts {
  content: BulletinContent;
  /** The text of the source language now; null for the source language itself. */
  source: BulletinContent | null;
  /** The source text that this one was translated from; null while nothing was translated. */
  basis: BulletinContent | null;
  /** This text as somebody checked it; null when nobody has. */
  checked: BulletinContent | null;
}

/**
 * The state of one language. Old comes before checked: a translation that was checked against a text that has changed
 * since is old. A check counts for the words that were checked, so that a change afterwards takes it away.
 */
export function textState({ content, source, basis, checked }: TextFacts): TextState {
  if (!isWritten(content)) return 'missing';
  if (source !== null && (basis === null || !sameContent(basis, source))) return 'outdated';
  if (checked !== null && sameContent(checked, content)) return 'checked';
  return source === null ? 'written' : 'translated';
}

/** Whether a text may go out as it is. An old or unchecked one may, with a word; one that is missing may not. */
export function mayGoOut(state: TextState): boolean {
  return state !== 'missing';
}

export interface StateCounts {
  wanted: number;
  missing: number;
  outdated: number;
  checked: number;
}

export function countStates(states: readonly TextState[]): StateCounts {
  const count = (state: TextState): number => states.filter((one) => one === state).length;
  return {
    wanted: states.length,
    missing: count('missing'),
    outdated: count('outdated'),
    checked: count('checked'),
  };
}

export type BulletinBlock =
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; lines: string[] }
  | { type: 'list'; items: string[] };

/**
 * The text as it is laid out: an empty line parts paragraphs, each line is a line of its own (one thought per line), `- `
 * or `• ` begins an item of a list, `# ` a heading between.
 */
export function bulletinBlocks(body: string): BulletinBlock[] {
  const blocks: BulletinBlock[] = [];
  let open: BulletinBlock | null = null;
  for (const raw of body.split(/\r?\n/)) {
    const line = raw.trim();
    const item = /^[-–•*]\s+(.*)$/u.exec(line)?.[1];
    const heading = /^#+\s+(.*)$/u.exec(line)?.[1];
    if (line === '') open = null;
    else if (heading !== undefined) {
      blocks.push({ type: 'heading', text: heading });
      open = null;
    } else if (item !== undefined) {
      if (open?.type === 'list') open.items.push(item);
      else blocks.push((open = { type: 'list', items: [item] }));
    } else if (open?.type === 'paragraph') open.lines.push(line);
    else blocks.push((open = { type: 'paragraph', lines: [line] }));
  }
  return blocks;
}
