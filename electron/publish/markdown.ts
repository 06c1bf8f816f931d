/** A composed document as Markdown: CommonMark with the tables of GitHub's. What was written never acts as a mark. */
import { outlineOf, type PrintableOutline } from '../../db/model/printable-outline.ts';
import type { PrintableBlock, PrintableDocument, PrintablePart } from '../../db/model/printable.ts';
import type { RichBlock, RichInline } from '../../db/model/rich-text.ts';

/** UTF-8 with a line feed at the end. */
export function toMarkdown(document: PrintableDocument): Uint8Array {
  const { identification: id, draftMark, blocks, sheet } = document;
  const outline = outlineOf(document);
  const parts = [
    ...(draftMark === undefined ? [] : [`**${plain(draftMark)}**`]),
    plain(id.organisation),
    heading(0, `${id.documentType} ${id.number}`.trim()),
    [id.date, id.diaryNumber ?? '', id.status]
      .filter((line) => line !== '')
      .map(plain)
      .join('\\\n'),
    ...blocks.flatMap((block) => blockParts(block, outline)),
    ...(sheet?.pages.flat() ?? []).map(({ lines }) => plain(lines.join('\n'))),
  ];
  return new TextEncoder().encode(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

/** Signs that may mean something; digits with a point and signs at the beginning of a line are seen to as well. */
const MARKS = /[\\`*_{}[\]<>|~&#$]/g;

/** A text as it is, its line feeds as hard breaks. */
function plain(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replaceAll(MARKS, '\\$&')
        .replace(/^(\d{1,9})([.)])/, '$1\\$2')
        .replace(/^([-+=!])/, '\\$1'),
    )
    .join('\\\n');
}

const oneLine = (text: string): string => plain(text.replaceAll('\n', ' '));

function heading(level: number, text: string): string {
  return `${'#'.repeat(Math.min(6, level + 1))} ${oneLine(text)}`;
}

function facts(rows: readonly { label: string; lines: readonly string[] }[]): string[] {
  return rows.map(({ label, lines }) => `**${oneLine(label)}**\\\n${plain(lines.join('\n'))}`);
}

function blockParts(block: PrintableBlock, outline: PrintableOutline): string[] {
  switch (block.type) {
    case 'heading':
      return [heading(outline.section(block.level), block.text)];
    case 'facts':
      return facts(block.rows);
    case 'table':
      return table(
        block.caption,
        block.columns.map(({ label }) => label),
        block.rows,
      );
    case 'text':
      return rich(block.body);
    case 'item':
      return [
        heading(outline.item, `${block.number} ${block.title}`),
        plain(block.diaryNumber ?? ''),
        ...block.parts.flatMap((part) => [heading(outline.part, part.label), ...partParts(part)]),
      ];
    case 'signatures':
      return [
        heading(1, block.heading),
        ...block.text.map(plain),
        ...block.rows.map(({ name, role, note }) =>
          plain([name, role, note].filter((line) => line !== '').join('\n')),
        ),
      ];
    case 'list':
      return [
        heading(1, block.heading),
        ...facts(block.rows.map(({ label, text }) => ({ label, lines: [text] }))),
      ];
    case 'picture':
      return [`*${oneLine(block.alt)}*`, plain(block.caption)];
  }
}

function partParts(part: PrintablePart): string[] {
  if (part.type === 'text') return rich(part.body);
  return [
    ...part.lines.map(plain),
    ...(part.rows.length === 0 ? [] : table(part.caption, part.columns, part.rows)),
    ...part.result.map(plain),
  ];
}

function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (text: string): string => plain(text).replaceAll('\\\n', '<br>');
  return [
    ...(caption === '' ? [] : [`**${oneLine(caption)}**`]),
    [
      line(head.map(cell)),
      line(head.map(() => '---')),
      ...rows.map((row) => line(head.map((_, column) => cell(row[column] ?? '')))),
    ].join('\n'),
  ];
}

function rich(blocks: readonly RichBlock[]): string[] {
  return blocks.map((node) => {
    if (node.type === 'paragraph') return (node.content ?? []).map(inline).join('');
    return node.content
      .map((entry, index) => {
        const mark = node.type === 'bulletList' ? '- ' : `${index + 1}. `;
        const lines = rich(entry.content).join('\n\n').split('\n');
        return lines
          .map((line, at) => (at === 0 ? mark : line === '' ? '' : ' '.repeat(mark.length)) + line)
          .join('\n');
      })
      .join('\n');
  });
}

function inline({ type, text = '', marks = [] }: RichInline): string {
  if (type === 'hardBreak') return '\\\n';
  // Marks have to touch the letters that they mark.
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (words === '') return text;
  const marked = marks.reduce((result, mark) => {
    if (mark.type === 'bold') return `**${result}**`;
    if (mark.type === 'italic') return `*${result}*`;
    if (mark.type === 'link')
      return `[${result}](<${mark.attrs.href.replaceAll(/[<>\s]/g, encodeURIComponent)}>)`;
    return result;
  }, plain(words));
  return `${before}${marked}${after}`;
}
