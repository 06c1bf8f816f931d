/**
 * Old minutes (vanhat pöytäkirjat) brought in from a PDF, Word or text file: what the parser proposes, where it found
 * each thing, and what the secretary accepted. They are a record of their own kind ("tuotu") and never part of the
 * board's own numbering or of the chain of examined minutes.
 */
import * as v from 'valibot';
import { isoDateSchema, localTimeSchema } from './dates.ts';
import { idSchema } from './identity.ts';

/** Between the pages of a text. */
export const PAGE_BREAK = '\f';
/** Characters of text that are kept of one file. */
export const LONGEST_TEXT = 3_000_000;

/** A stretch of the text, in UTF-16 units as `slice` counts. */
export interface Span {
  start: number;
  end: number;
}

export interface Found<Value> {
  value: Value;
  at: Span;
}

export const OLD_CAPACITIES = [
  'chair',
  'vice_chair',
  'member',
  'deputy',
  'presenter',
  'secretary',
  'expert',
  'other',
] as const;
export type OldCapacity = (typeof OLD_CAPACITIES)[number];

export interface OldPerson {
  name: string;
  /** In brackets after the name, e.g. "J01". */
  shortName: string | null;
  capacity: OldCapacity;
  present: boolean;
  /** Organisation, role and remarks as they stand there. */
  title: string;
  arrivedAt: string | null;
  leftAt: string | null;
  /** "§ 26–28": at which §§ the person was there. */
  sections: { from: number; to: number } | null;
  at: Span;
}

export interface OldItem {
  number: number;
  /** As printed: "14 §", "§ 14", "3." */
  label: string;
  title: string;
  diaryNumber: string | null;
  account: string;
  proposal: string;
  proceedings: string;
  decision: string;
  at: Span;
}

/** What the parser makes of a text. Everything in it is only a suggestion. */
export interface OldMinutesProposal {
  number: Found<number> | null;
  year: Found<number> | null;
  heldOn: Found<string> | null;
  startedAt: Found<string> | null;
  endedAt: Found<string> | null;
  place: Found<string> | null;
  people: OldPerson[];
  items: OldItem[];
  examiners: Found<string>[];
}

const line = (maximum: number) => v.pipe(v.string(), v.trim(), v.maxLength(maximum, 'too_long'));
const filled = (maximum: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(maximum, 'too_long'));
const prose = v.optional(v.pipe(v.string(), v.maxLength(100_000, 'too_long')), '');
const whole = (minimum: number, maximum: number) =>
  v.pipe(
    v.number(),
    v.integer('out_of_range'),
    v.minValue(minimum, 'out_of_range'),
    v.maxValue(maximum, 'out_of_range'),
  );

const oldPersonSchema = v.object({
  name: filled(200),
  capacity: v.picklist(OLD_CAPACITIES),
  present: v.boolean(),
  title: v.optional(line(500), ''),
  arrivedAt: v.nullish(localTimeSchema, null),
  leftAt: v.nullish(localTimeSchema, null),
  /** The person of the register; only ever by the secretary's choice. */
  personId: v.nullish(idSchema, null),
});

const oldItemSchema = v.object({
  number: whole(1, 99_999),
  label: filled(20),
  title: filled(500),
  diaryNumber: v.nullish(line(100), null),
  account: prose,
  proposal: prose,
  proceedings: prose,
  decision: prose,
});

/** What the secretary accepted of a file. Only the day must be known. */
export const oldMinutesSchema = v.pipe(
  v.object({
    number: v.nullish(whole(1, 999), null),
    year: v.nullish(whole(1900, 2100), null),
    heldOn: isoDateSchema,
    startedAt: v.nullish(localTimeSchema, null),
    endedAt: v.nullish(localTimeSchema, null),
    place: v.optional(line(300), ''),
    people: v.pipe(v.array(oldPersonSchema), v.maxLength(500, 'too_long')),
    items: v.pipe(v.array(oldItemSchema), v.maxLength(500, 'too_long')),
    examiners: v.pipe(v.array(filled(200)), v.maxLength(50, 'too_long')),
  }),
  v.forward(
    v.check(
      (one) => new Set(one.items.map(({ number }) => number)).size === one.items.length,
      'duplicate_section',
    ),
    ['items'],
  ),
);
export type AcceptedMinutes = v.InferOutput<typeof oldMinutesSchema>;

export const ANSWER_STATES = ['open', 'accepted', 'changed', 'rejected'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/**
 * The secretary's answers so far, by field: `heldOn`, `person:0`, `item:3`. A changed value is kept beside its state.
 * What has no answer is open.
 */
export const reviewSchema = v.record(
  v.pipe(v.string(), v.maxLength(40), v.regex(/^[a-zA-Z]+(:\d{1,4})?$/, 'invalid')),
  v.object({
    state: v.picklist(ANSWER_STATES),
    value: v.optional(
      v.record(
        v.pipe(v.string(), v.maxLength(40)),
        v.union([v.pipe(v.string(), v.maxLength(100_000, 'too_long')), v.boolean(), v.null()]),
      ),
    ),
  }),
);
export type Review = v.InferOutput<typeof reviewSchema>;

/** The page (1 first) on which a place of the text is. */
export function pageOf(text: string, at: number): number {
  let page = 1;
  for (
    let index = text.indexOf(PAGE_BREAK);
    index !== -1 && index < at;
    index = text.indexOf(PAGE_BREAK, index + 1)
  )
    page += 1;
  return page;
}

/** Names as they are compared: in any order of first and last name, without case and titles. */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLocaleLowerCase('fi')
    .replace(/\([^)]*\)/g, ' ')
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .toSorted()
    .join(' ');
}
