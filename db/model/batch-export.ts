/** Documents of a year or a term in one go (joukkovienti): what is chosen, and what came of it. */
import * as v from 'valibot';
import { DOCUMENT_FORMATS, formatsOf, type DocumentFormat } from './document-format.ts';
import { idSchema } from './identity.ts';
import { LANGUAGES, type Language } from './language.ts';
import type { DocumentKind } from './printable.ts';

/** Kinds that exist of every meeting without further choices. */
export const BATCH_KINDS = ['minutes', 'public', 'agenda', 'call', 'summary', 'decisions'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number] & DocumentKind;

/** What is done where a file of that name is there already. */
export const ON_EXISTING = ['skip', 'rename', 'replace'] as const;
export type OnExisting = (typeof ON_EXISTING)[number];

const some = <const T extends readonly string[]>(list: T) =>
  v.pipe(v.array(v.picklist(list)), v.minLength(1, 'required'));

const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200));

export const batchChoiceSchema = v.pipe(
  v.object({
    boardId: v.nullish(idSchema, null),
    /** A calendar year. */
    year: v.nullish(year, null),
    /** The year in which a term of the board begins. */
    term: v.nullish(year, null),
    kinds: some(BATCH_KINDS),
    formats: some(DOCUMENT_FORMATS),
    languages: some(LANGUAGES),
    withAttachments: v.optional(v.boolean(), false),
    onExisting: v.picklist(ON_EXISTING),
    /** Whether the rest is made when one cannot be. */
    goOn: v.optional(v.boolean(), true),
  }),
  v.check(({ year: one, term }) => one === null || term === null, 'not_allowed'),
);
export type BatchChoice = v.InferOutput<typeof batchChoiceSchema>;

/** One document to be made. */
export interface BatchDocument {
  meetingId: string;
  kind: BatchKind;
  format: DocumentFormat;
  language: Language;
}

/** Every document of the meetings; forms that a kind does not have are left out, and what is the same in every language is made once. */
export function batchDocuments(
  meetings: readonly { id: string; language: Language }[],
  { kinds, formats, languages }: Pick<BatchChoice, 'kinds' | 'formats' | 'languages'>,
): BatchDocument[] {
  return meetings.flatMap((meeting) =>
    kinds.flatMap((kind) =>
      formatsOf(kind)
        .filter((format) => formats.includes(format))
        .flatMap((format) =>
          // The record of the minutes has no language.
          (kind === 'minutes' && format === 'json' ? [meeting.language] : languages).map((language) => ({
            meetingId: meeting.id,
            kind,
            format,
            language,
          })),
        ),
    ),
  );
}

/** "x.pdf" → "x_2.pdf", "x_3.pdf" …: the first name that is free. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  const dot = name.lastIndexOf('.');
  const [base, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 2; ; number += 1) {
    const candidate = `${base}_${number}${ending}`;
    if (!isTaken(candidate)) return candidate;
  }
}

export interface BatchReport {
  written: { file: string; bytes: number }[];
  /** Files that were there already and stayed. */
  skipped: string[];
  failed: { file: string; /** Error code with its sentence. */ code: string; reason: string }[];
  /** Why it ended before everything was made; null when it was made. */
  stopped: string | null;
  /** Characters that no font has, by file. */
  replaced: { file: string; count: number }[];
}
