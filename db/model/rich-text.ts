/**
 * Text of an item: a closed set of nodes and marks in ProseMirror's JSON form. The same schema guards the
 * editor, the backend and the renderers; anything else is refused (hazard: pasted HTML).
 */
import * as v from 'valibot';
import { idSchema } from './identity.ts';

/** What a text can mention (maininta): a person, an organisation, a task. */
export const MENTION_ENTITIES = ['person', 'organisation', 'task'] as const;
export type MentionEntity = (typeof MENTION_ENTITIES)[number];
export interface Mention {
  entity: MentionEntity;
  id: string;
}

export type RichMark =
  | { type: 'bold' }
  | { type: 'italic' }
  | { type: 'link'; attrs: { href: string } }
  /** To be left out of public documents (salattava kohta), on the ground of law that is given. */
  | { type: 'redacted'; attrs: { ground: string } }
  /** Words that name somebody or something of the register. They are the text; the link beside them prints nothing. */
  | { type: 'mention'; attrs: Mention };
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

/** Links lead to the web or to a mailbox; a script, a file or a place in this program is none. */
export function isLinkAllowed(value: string): boolean {
  try {
    return ['https:', 'http:', 'mailto:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}

const href = v.pipe(v.string(), v.maxLength(2_000), v.check(isLinkAllowed, 'link_not_allowed'));

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
  v.strictObject({
    type: v.literal('mention'),
    attrs: v.strictObject({ entity: v.picklist(MENTION_ENTITIES), id: idSchema }),
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
        // Lists begin at 1; nothing else is said of them.
        attrs: v.optional(v.strictObject({ start: v.optional(v.literal(1)), type: v.optional(v.null()) })),
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

/** A mention as a key of a set. */
export const mentionKey = ({ entity, id }: Mention): string => `${entity}:${id}`;

/** What a text mentions, each once, in the order of the first mention. */
export function mentionsOf(doc: RichText | null): Mention[] {
  const found = new Map<string, Mention>();
  const visit = (blocks: readonly RichBlock[]): void => {
    for (const block of blocks)
      if (block.type === 'paragraph')
        for (const { marks = [] } of block.content ?? [])
          for (const mark of marks) {
            if (mark.type === 'mention' && !found.has(mentionKey(mark.attrs)))
              found.set(mentionKey(mark.attrs), { entity: mark.attrs.entity, id: mark.attrs.id });
          }
      else for (const item of block.content) visit(item.content);
  };
  visit(doc?.content ?? []);
  return [...found.values()];
}

/** The same words without the links of those mentions that are to go; all of them when nothing is said. */
export function withoutMentions(doc: RichText, isGone: (mention: Mention) => boolean = () => true): RichText {
  const inline = (node: RichInline): RichInline => {
    if (!node.marks?.some((one) => one.type === 'mention')) return node;
    const { marks, ...rest } = node;
    const kept = marks.filter((one) => one.type !== 'mention' || !isGone(one.attrs));
    return kept.length > 0 ? { ...rest, marks: kept } : rest;
  };
  const visit = (blocks: readonly RichBlock[]): RichBlock[] =>
    blocks.map((block) => {
      if (block.type === 'paragraph')
        return block.content === undefined ? block : { ...block, content: block.content.map(inline) };
      return {
        ...block,
        content: block.content.map((item) => ({ ...item, content: visit(item.content) })),
      };
    });
  return { ...doc, content: visit(doc.content) };
}
