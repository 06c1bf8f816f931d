/**
 * Secrecy (salassapito) in public documents: marked passages and items are replaced by a note with their ground,
 * contact details are taken out. Works on what has been printed, so that the words that stay are those of the
 * minutes to the letter, and so that no sentence appears because a passage that told the same is gone.
 */
import type { MinutesItem } from './minutes-document.ts';
import type { PhraseKey, PhraseValues } from './phrases.ts';
import type { PrintableBlock, PrintableItem } from './printable.ts';
import type { RichBlock, RichInline, RichMark, RichText } from './rich-text.ts';

/** An item of which only a mention is public (kuntalaki 140 §). */
export interface SecretItem {
  section: number;
  /** Ground of secrecy (peruste), e.g. "JulkL 24 § 1 mom. 25 k". */
  ground: string;
}

export type SayPhrase = (key: PhraseKey, values?: PhraseValues) => string;

/** A passage as short as this may be found anywhere in a text by chance. */
const SHORTEST_PASSAGE = 4;

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
/** Finnish telephone numbers as they are written: +358 50 123 4567, 040-1234567, (013) 123 456. */
const PHONE =
  /(?<![\p{L}\d./-])(?:\+\d{1,3}[ \u00a0-]?\(?\d{1,4}\)?|\(0\d{1,2}\)|0(?:4\d|50)\d?)(?:[ \u00a0-]?\d{2,4}){2,4}(?![\d./-]*\d)/gu;

/** The ground of a redacted passage, or null. */
function groundOf(node: RichInline): string | null {
  const mark = node.marks?.find((one) => one.type === 'redacted');
  return mark?.type === 'redacted' ? mark.attrs.ground : null;
}

/** Redacted passages of a text with their grounds; neighbouring pieces together and each by itself. */
export function redactedPassages(text: RichText | null): { text: string; ground: string }[] {
  const found: { text: string; ground: string }[] = [];
  const visit = (block: RichBlock): void => {
    if (block.type !== 'paragraph') {
      for (const item of block.content) item.content.forEach(visit);
      return;
    }
    let run = '';
    let ground: string | null = null;
    const end = (): void => {
      if (ground !== null) found.push({ text: run.trim(), ground });
      run = '';
      ground = null;
    };
    for (const node of block.content ?? []) {
      const own = groundOf(node);
      if (own === null) {
        end();
        continue;
      }
      run += node.text ?? '\n';
      ground ??= own;
      if (node.text !== undefined) found.push({ text: node.text.trim(), ground: own });
    }
    end();
  };
  text?.content.forEach(visit);
  return found;
}

/** Puts the notes in the place of redacted passages; neighbours with one ground get one note. */
export function redactBlocks(blocks: readonly RichBlock[], note: (ground: string) => string): RichBlock[] {
  return blocks.map((block): RichBlock => {
    if (block.type !== 'paragraph')
      return {
        type: block.type,
        content: block.content.map((item) => ({
          type: 'listItem',
          content: redactBlocks(item.content, note),
        })),
      };
    if (block.content === undefined) return block;
    const content: RichInline[] = [];
    /** Ground of the note that was put last, while nothing but line breaks has followed it. */
    let open: string | null = null;
    let breaks: RichInline[] = [];
    for (const node of block.content) {
      const ground = groundOf(node);
      if (ground !== null) {
        if (ground !== open) content.push(...breaks, { type: 'text', text: note(ground) });
        breaks = [];
        open = ground;
      } else if (node.type === 'hardBreak' && open !== null) breaks.push(node);
      else {
        content.push(...breaks, node);
        breaks = [];
        open = null;
      }
    }
    return { type: 'paragraph', content: [...content, ...breaks] };
  });
}

/** What covers the secret words of one document. */
export class Cover {
  private readonly say: SayPhrase;
  private readonly secrets: ReadonlyMap<number, string>;

  constructor(say: SayPhrase, secrets: readonly SecretItem[]) {
    this.say = say;
    this.secrets = new Map(secrets.map(({ section, ground }) => [section, ground]));
  }

  isSecret(section: number): boolean {
    return this.secrets.has(section);
  }

  /** "Asia on salassa pidettävä (…)", or null when the item is public. */
  mention(section: number): string | null {
    const ground = this.secrets.get(section);
    return ground === undefined ? null : this.say('secrecy.item', { ground });
  }

  /** A printed item with notes in the place of what is secret; a secret item is its number and the mention. */
  item(printed: PrintableItem, source: MinutesItem): PrintableItem {
    const mention = this.mention(source.section);
    if (mention !== null) return { ...printed, title: mention, diaryNumber: null, parts: [] };
    const { parts, ...rest } = this.words(printed, source);
    return {
      ...rest,
      parts: parts.map((part) =>
        part.type === 'text'
          ? { ...part, body: redactBlocks(part.body, (ground) => this.say('secrecy.span', { ground })) }
          : part,
      ),
    };
  }

  /**
   * Plain words without contact details, and without the redacted passages of the item that they tell of: what is
   * secret in its text is so in a proposal, a task or the name of an attachment too.
   */
  words<T>(value: T, source: MinutesItem | null): T {
    const passages = source === null ? [] : passagesOf(source);
    const grounds = new Map(passages.map(({ text, ground }) => [text.toLowerCase(), ground]));
    const pattern =
      passages.length === 0
        ? null
        : new RegExp(passages.map(({ text }) => RegExp.escape(text)).join('|'), 'giu');
    const covered = (text: string): string => {
      const rest =
        pattern === null
          ? text
          : text.replace(pattern, (match) =>
              this.say('secrecy.span', {
                ground: grounds.get(match.toLowerCase()) ?? passages[0]!.ground,
              }),
            );
      return rest.replace(EMAIL, this.say('secrecy.email')).replace(PHONE, this.say('secrecy.phone'));
    };
    return mapWords(value, covered);
  }

  /** The same for the blocks that belong to no item. */
  blocks(blocks: readonly PrintableBlock[]): PrintableBlock[] {
    return blocks.map((block) => this.words(block, null));
  }
}

/** The longest first, so that a passage is found before its parts. */
function passagesOf(item: MinutesItem): { text: string; ground: string }[] {
  return [item.account, item.proposal, item.proceedings, item.decision]
    .flatMap(redactedPassages)
    .filter(({ text }) => text.length >= SHORTEST_PASSAGE)
    .sort((a, b) => b.text.length - a.text.length);
}

/** A copy with every printed word changed: names of types, addresses of links and grounds are no words. */
function mapWords<T>(value: T, change: (text: string) => string): T {
  const visit = (inner: unknown): unknown => {
    if (typeof inner === 'string') return change(inner);
    if (Array.isArray(inner)) return inner.map(visit);
    if (inner === null || typeof inner !== 'object') return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([key, child]): [string, unknown] => {
        if (key === 'type') return [key, child];
        return [key, key === 'marks' ? (child as RichMark[]).filter(publicMark(change)) : visit(child)];
      }),
    );
  };
  return visit(value) as T;
}

/** An address behind words tells as much as the words: a link that leads to what is covered goes. */
function publicMark(change: (text: string) => string): (mark: RichMark) => boolean {
  return (mark) => mark.type !== 'link' || change(mark.attrs.href) === mark.attrs.href;
}
