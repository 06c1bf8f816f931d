/** Between the editor's JSON and `RichText` of db/model: only its nodes, marks and attributes pass. Pure. */
import {
  MENTION_ENTITIES,
  type RichBlock,
  type RichInline,
  type RichMark,
  type RichText,
} from '../../../db/model/rich-text.ts';

/** What TipTap gives and takes, as far as it matters here. */
export interface EditorNode {
  type?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: readonly { type: string; attrs?: Record<string, unknown> }[];
  content?: readonly EditorNode[];
}

/** The form of an id, as db/model has it. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Lists within lists as deep as db/model allows. */
const DEEPEST = 3;

/** Whether a link may lead there: https, http or mailto, as db/model has it. */
export function isAllowedLink(href: string): boolean {
  try {
    return ['https:', 'http:', 'mailto:'].includes(new URL(href).protocol) && href.length <= 2_000;
  } catch {
    return false;
  }
}

function cleanMarks(marks: EditorNode['marks']): RichMark[] {
  return (marks ?? []).flatMap(({ type, attrs }): RichMark[] => {
    if (type === 'bold' || type === 'italic') return [{ type }];
    const ground = attrs?.['ground'];
    if (type === 'redacted')
      return typeof ground === 'string' && ground.trim() !== ''
        ? [{ type, attrs: { ground: ground.trim().slice(0, 200) } }]
        : [];
    if (type === 'mention') {
      const entity = MENTION_ENTITIES.find((one) => one === attrs?.['entity']);
      const id = attrs?.['id'];
      return entity !== undefined && typeof id === 'string' && ID.test(id)
        ? [{ type, attrs: { entity, id } }]
        : [];
    }
    const href = attrs?.['href'];
    return type === 'link' && typeof href === 'string' && isAllowedLink(href)
      ? [{ type, attrs: { href } }]
      : [];
  });
}

function cleanInline(node: EditorNode): RichInline[] {
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
  if (node.type === 'text' && node.text) {
    const marks = cleanMarks(node.marks);
    return [marks.length > 0 ? { type: 'text', text: node.text, marks } : { type: 'text', text: node.text }];
  }
  return (node.content ?? []).flatMap(cleanInline);
}

function cleanBlock(node: EditorNode, depth: number): RichBlock[] {
  if (node.type === 'bulletList' || node.type === 'orderedList') {
    const items = (node.content ?? []).flatMap((item) =>
      (item.content ?? []).flatMap((block) => cleanBlock(block, depth - 1)),
    );
    // Deeper than allowed: the words stay, as paragraphs.
    if (depth <= 0) return items;
    const content = (node.content ?? []).flatMap((item) => {
      const blocks = (item.content ?? []).flatMap((block) => cleanBlock(block, depth - 1));
      return blocks.length > 0 ? [{ type: 'listItem' as const, content: blocks }] : [];
    });
    return content.length > 0 ? [{ type: node.type, content }] : [];
  }
  if (node.type === 'paragraph') {
    const content = (node.content ?? []).flatMap(cleanInline);
    return [content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }];
  }
  return (node.content ?? []).flatMap((child) => cleanBlock(child, depth));
}

/** The editor's document as `RichText`; one without letters is empty. */
export function toRichText(document: EditorNode): RichText {
  const content = (document.content ?? []).flatMap((block) => cleanBlock(block, DEEPEST));
  const hasSomething = content.some(
    (block) => block.type !== 'paragraph' || (block.content?.length ?? 0) > 0,
  );
  return { type: 'doc', content: hasSomething ? content : [] };
}

/** `RichText` as the editor wants it: a document has at least one paragraph. */
export function toEditor(text: RichText): EditorNode {
  return text.content.length > 0 ? (text as EditorNode) : { type: 'doc', content: [{ type: 'paragraph' }] };
}

/** True when both say the same, whatever the order of keys. */
export function sameText(a: RichText, b: RichText): boolean {
  return JSON.stringify(toRichText(a as EditorNode)) === JSON.stringify(toRichText(b as EditorNode));
}
