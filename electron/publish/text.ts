/**
 * A composed document as plain UTF-8 text of 80 columns: the words of the PDF in the order of the PDF, side
 * headings at the margin, tables as aligned lines. For reading anywhere, comparing and pasting into a message.
 */
import type {
  PrintableBlock,
  PrintableDocument,
  PrintableItem,
  PrintablePart,
} from '../../db/model/printable.ts';
import type { RichBlock } from '../../db/model/rich-text.ts';
import { cleanDocument, replacedOf, type Replacements } from './clean.ts';
import { loadFonts } from './fonts.ts';
import { beside, columns, indentBy, longestWord, shareOut, widthOf, wrap } from './text-lines.ts';

const WIDTH = 80;
/** Where the text begins beside its side heading: the longest of the shipped ones, "Pöytäkirjantarkastajat", fits. */
const INDENT = 24;
const TEXT = WIDTH - INDENT;
const GAP = 2;
const LABEL = INDENT - GAP;

/** The document as text, with what was replaced as in the PDF. */
export function toText(document: PrintableDocument): {
  bytes: Uint8Array;
  replaced: { character: string; count: number }[];
} {
  const replacements: Replacements = new Map();
  const cleaned = cleanDocument(document, loadFonts().coverage, replacements);
  const addresses = cleaned.sheet?.pages.flat().map(({ lines }) => lines) ?? [];
  const parts = [identification(cleaned), ...cleaned.blocks.map(block), ...addresses];
  const body = parts.flatMap((part, index) => (index === 0 ? part : ['', ...part]));
  const { draftMark } = cleaned;
  const mark = draftMark === undefined ? '' : `*** ${draftMark} ***`;
  const lines = mark === '' ? body : [mark, '', ...body, '', mark];
  return {
    bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
    replaced: replacedOf(replacements),
  };
}

function identification({ identification: id }: PrintableDocument): string[] {
  const half = WIDTH / 2 - GAP;
  const right = [`${id.documentType} ${id.number}`.trim(), id.date, id.diaryNumber ?? '', id.status];
  const shown = right.filter((line) => line !== '').join('\n');
  return columns([id.organisation, shown], [half, half], GAP * 2);
}

function block(part: PrintableBlock): string[] {
  switch (part.type) {
    case 'heading':
      return ['', ...heading(part.text, part.level === 1 ? '=' : '-')];
    case 'facts':
      return part.rows.flatMap(({ label, lines }) => labelled(label, wrap(lines.join('\n'), TEXT)));
    case 'table': {
      const head = part.columns.map(({ label }) => label);
      const shares = part.columns.map(({ width }) => width);
      const widths = shareOut(shares, widest(head, part.rows, longestWord), WIDTH, GAP);
      return [...caption(part.caption), ...table(head, part.rows, widths)];
    }
    case 'text':
      return indentBy(rich(part.body, TEXT), INDENT);
    case 'item':
      return item(part);
    case 'signatures':
      return [
        '',
        ...heading(part.heading, '-'),
        ...(part.text.length === 0 ? [] : ['', ...indentBy(wrap(part.text.join('\n'), TEXT), INDENT)]),
        ...part.rows.flatMap(({ name, role, note }) => [
          '',
          '',
          ...indentBy(
            ['_'.repeat(36), ...[name, role, note].filter(Boolean).flatMap((line) => wrap(line, TEXT))],
            INDENT,
          ),
        ]),
      ];
    case 'picture':
      return indentBy(wrap([part.caption, part.alt].filter(Boolean).join('\n'), TEXT), INDENT);
    case 'list':
      return [
        '',
        ...heading(part.heading, '-'),
        '',
        ...part.rows.flatMap(({ label, text }) => labelled(label, wrap(text, TEXT))),
      ];
  }
}

function item({ number, title, diaryNumber, parts }: PrintableItem): string[] {
  return [
    '',
    ...labelled(number, wrap(title, TEXT)),
    ...(diaryNumber === null ? [] : indentBy(wrap(diaryNumber, TEXT), INDENT)),
    ...parts.flatMap((part) => ['', ...labelled(part.label, partLines(part))]),
  ];
}

function partLines(part: PrintablePart): string[] {
  if (part.type === 'text') return rich(part.body, TEXT);
  const { lines, columns: head, rows, result } = part;
  const widths = widest(head, rows, widthOf);
  const fits = widths.reduce((sum, width) => sum + width + GAP, 0) <= TEXT;
  const ballots =
    rows.length === 0
      ? []
      : [
          '',
          ...caption(part.caption),
          ...table(head, rows, fits ? widths : shareOut(widths, widest(head, rows, longestWord), TEXT, GAP)),
          '',
        ];
  return [...wrap(lines.join('\n'), TEXT), ...ballots, ...wrap(result.join('\n'), TEXT)];
}

/** For each column the greatest measure of its texts. */
function widest(head: string[], rows: string[][], measure: (text: string) => number): number[] {
  return head.map((label, index) =>
    Math.max(1, ...[label, ...rows.map((row) => row[index] ?? '')].map(measure)),
  );
}

function heading(text: string, underline: string): string[] {
  const lines = wrap(text.replaceAll('\n', ' '), WIDTH);
  return [...lines, underline.repeat(Math.max(...lines.map(widthOf)))];
}

function caption(text: string): string[] {
  return text === '' ? [] : [...wrap(text, WIDTH), ''];
}

/** A label with a word that is too long for its column stands above its text, so that no word is cut. */
function labelled(label: string, lines: string[]): string[] {
  if (longestWord(label) > LABEL) return [...wrap(label, WIDTH), ...indentBy(lines, INDENT)];
  return beside([wrap(label, LABEL), lines], [LABEL, TEXT], GAP);
}

function table(head: string[], rows: string[][], widths: number[]): string[] {
  return [
    ...columns(head, widths, GAP),
    widths.map((width) => '-'.repeat(width)).join(' '.repeat(GAP)),
    ...rows.flatMap((row) => columns(row.slice(0, widths.length), widths, GAP)),
  ];
}

/** Paragraphs parted by an empty line, list items under their mark. */
function rich(blocks: readonly RichBlock[], width: number): string[] {
  return blocks.flatMap((node, index) => [...(index > 0 ? [''] : []), ...richBlock(node, width)]);
}

function richBlock(node: RichBlock, width: number): string[] {
  if (node.type === 'paragraph') {
    const text = (node.content ?? [])
      .map((inline) => (inline.type === 'hardBreak' ? '\n' : (inline.text ?? '')))
      .join('');
    return wrap(text, width);
  }
  return node.content.flatMap((entry, index) => {
    const mark = node.type === 'bulletList' ? '•' : `${index + 1}.`;
    const room = Math.max(mark.length + 1, 3);
    const inner = Math.max(width - room, 8);
    return beside([[mark], entry.content.flatMap((child) => richBlock(child, inner))], [room - 1, inner], 1);
  });
}
