/** Attachments (liitteet): their numbers, the names of their files, and what a file may be. */
import * as v from 'valibot';
import { cleanFileName } from './file-name.ts';
import { idSchema } from './identity.ts';
import { fileName } from './identifiers.ts';

/** The largest file that is taken in, in bytes. */
export const LARGEST_FILE = 200 * 1024 * 1024;
/** Content is stored and sent to the window in parts of this many bytes. */
export const FILE_PART = 1024 * 1024;

export interface PlacedAttachment {
  id: string;
  /** Place of its item in the agenda, 0 first; `null`: of the meeting as a whole. */
  itemPosition: number | null;
  /** The number that it has now. */
  number: number;
}

/**
 * Numbers 1…n without gaps in the order of the agenda; what belongs to no item comes last. Within an item the
 * present order stays.
 * @returns number by id
 */
export function numberAttachments(attachments: readonly PlacedAttachment[]): Map<string, number> {
  const place = (one: PlacedAttachment): number => one.itemPosition ?? Number.MAX_SAFE_INTEGER;
  const ordered = attachments.toSorted(
    (one, other) => place(one) - place(other) || one.number - other.number || (one.id < other.id ? -1 : 1),
  );
  return new Map(ordered.map(({ id }, index) => [id, index + 1]));
}

/** A title from the name of a file: without its extension, underscores as spaces. */
export function titleOfFile(name: string): string {
  const title = cleanFileName(name)
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/_+/g, ' ')
    .trim()
    .slice(0, 300);
  return title === '' ? cleanFileName(name) : title;
}

/**
 * The name of an exported attachment beside its document.
 * @example "2026-05-19_JANE_poytakirja_3-2026_liite-1.pdf"
 */
export function exportedAttachmentName(parts: {
  date: string;
  board: string;
  documentType: string;
  /** `3/2026` */
  meeting: string;
  number: number;
  extension: string;
}): string {
  const { date, board, documentType, meeting, extension } = parts;
  return `${fileName({ date, board, documentType, number: meeting, extension: '' })}_liite-${parts.number}.${extension}`;
}

export const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'invalid'));

/** A stored file under the name that it came with. */
export const attachedFileSchema = v.object({
  sha256: sha256Schema,
  name: v.pipe(v.string(), v.maxLength(1_000, 'too_long')),
});

export const attachmentTitleSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'required'),
  v.maxLength(300, 'too_long'),
);

export const attachmentInputSchema = v.object({
  meetingId: idSchema,
  itemId: v.nullish(idSchema, null),
  title: attachmentTitleSchema,
  /** `null`: a paper attachment. */
  file: v.nullish(attachedFileSchema, null),
});

/** What is left out stays as it is. */
export const attachmentChangeSchema = v.object({
  id: idSchema,
  title: v.optional(attachmentTitleSchema),
  itemId: v.optional(v.nullable(idSchema)),
  file: v.optional(v.nullable(attachedFileSchema)),
});
