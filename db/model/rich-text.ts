/**
 * Text of an item: a closed set of nodes and marks in ProseMirror's JSON form. The same schema guards the
 * editor, the backend and the renderers; anything else is refused (hazard: pasted HTML).
 */
import * as v from 'valibot';

export type RichMark =
  | { type: 'bold' }
  | { type: 'italic' }
  | { type: 'link'; attrs: { href: string } }
  /** To be left out of public documents (salattava kohta), on the ground of law that is given. */
  | { type: 'redacted'; attrs: { ground: string } };
export interface RichInline {
  type: 'text' | 'hardBreak';
  text?: string;
  marks?: RichMark[];
}
export interface RichParagraph {
  type: 'paragraph';
  content?: RichInline[];
}
export interface RichList {
  type: 'bulletList' | 'orderedList';
  content: { type: 'listItem'; content: RichBlock[] }[];
}
export type RichBlock = RichParagraph | RichList;
export interface RichText {
  type: 'doc';
  content: RichBlock[];
}

/** Longest text of one field, in characters. */
export const RICH_TEXT_LIMIT = 200_000;

const href = v.pipe(
  v.string(),
  v.maxLength(2_000),
  v.check((value) => {
    try {
      return ['https:', 'http:', 'mailto:'].includes(new URL(value).protocol);
    } catch {
      return false;
    }
  }, 'link_not_allowed'),
);

/** Ground of secrecy (salassapidon peruste), e.g. "JulkL 24 § 1 mom. 25 k". */
export const secrecyGroundSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'required'),
  v.maxLength(200, 'too_long'),
);

const mark = v.variant('type', [
  v.strictObject({ type: v.literal('bold') }),
  v.strictObject({ type: v.literal('italic') }),
  v.strictObject({ type: v.literal('link'), attrs: v.object({ href }) }),
  v.strictObject({
    type: v.literal('redacted'),
    attrs: v.strictObject({ ground: secrecyGroundSchema }),
  }),
]);

const inline = v.variant('type', [
  v.strictObject({
    type: v.literal('text'),
    text: v.pipe(v.string(), v.minLength(1)),
    marks: v.optional(v.array(mark)),
  }),
  v.strictObject({ type: v.literal('hardBreak'), marks: v.optional(v.array(mark)) }),
]);

const paragraph = v.strictObject({ type: v.literal('paragraph'), content: v.optional(v.array(inline)) });

/** `depth` levels of nested lists are allowed. */
function blocks(depth: number): v.GenericSchema<RichBlock[]> {
  if (depth === 0) return v.array(paragraph) as v.GenericSchema<RichBlock[]>;
  const listItem = v.strictObject({
    type: v.literal('listItem'),
    content: v.lazy(() => blocks(depth - 1)),
  });
  return v.array(
    v.variant('type', [
      paragraph,
      v.strictObject({ type: v.literal('bulletList'), content: v.array(listItem) }),
      v.strictObject({
        type: v.literal('orderedList'),
        attrs: v.optional(v.unknown()),
        content: v.array(listItem),
      }),
    ]),
  ) as v.GenericSchema<RichBlock[]>;
}

export const richTextSchema = v.pipe(
  v.strictObject({ type: v.literal('doc'), content: blocks(3) }),
  v.check((doc) => plainText(doc as RichText).length <= RICH_TEXT_LIMIT, 'text_too_long'),
) as v.GenericSchema<RichText>;

export const EMPTY_TEXT: RichText = { type: 'doc', content: [] };

/** Plain text as rich text: blank lines part paragraphs, single line feeds become line breaks. */
export function richText(text: string): RichText {
  if (text.trim() === '') return EMPTY_TEXT;
  return {
    type: 'doc',
    content: text.split(/\n{2,}/).map((part) => ({
      type: 'paragraph',
      content: part
        .split('\n')
        .flatMap((line, index): RichInline[] => [
          ...(index > 0 ? [{ type: 'hardBreak' as const }] : []),
          ...(line ? [{ type: 'text' as const, text: line }] : []),
        ]),
    })),
  };
}

/** The letters of a rich text: paragraphs and list items parted by line feeds. */
export function plainText(doc: RichText | null): string {
  return doc === null ? '' : doc.content.map(blockText).join('\n');
}

function blockText(block: RichBlock): string {
  if (block.type === 'paragraph')
    return (block.content ?? [])
      .map((node) => (node.type === 'hardBreak' ? '\n' : (node.text ?? '')))
      .join('');
  return block.content.map((item) => item.content.map(blockText).join('\n')).join('\n');
}

/** True when there is no letter in it. */
export function isEmptyText(doc: RichText | null): boolean {
  return plainText(doc).trim() === '';
}
