/** What a document says, read from the composed document itself: what every form of file has to say too. */
import type { PrintableBlock, PrintableDocument, PrintablePart } from '../../db/model/printable.ts';
import { plainText, type RichBlock } from '../../db/model/rich-text.ts';

/** Every text in the order of reading. */
export function composedTexts(document: PrintableDocument): string[] {
  const { organisation, documentType, number, date, diaryNumber, status } = document.identification;
  return [
    organisation,
    `${documentType} ${number}`,
    date,
    diaryNumber ?? '',
    status,
    ...document.blocks.flatMap(blockTexts),
  ].filter((text) => text.trim() !== '');
}

const rich = (body: RichBlock[]): string => plainText({ type: 'doc', content: body });

function blockTexts(block: PrintableBlock): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text];
    case 'facts':
      return block.rows.flatMap(({ label, lines }) => [label, ...lines]);
    case 'table':
      return [block.caption, ...block.columns.map(({ label }) => label), ...block.rows.flat()];
    case 'text':
      return [rich(block.body)];
    case 'item':
      return [block.number, block.title, block.diaryNumber ?? '', ...block.parts.flatMap(partTexts)];
    case 'signatures':
      return [
        block.heading,
        ...block.text,
        ...block.rows.flatMap(({ name, role, note }) => [name, role, note]),
      ];
    case 'list':
      return [block.heading, ...block.rows.flatMap(({ label, text }) => [label, text])];
    case 'picture':
      return [block.caption];
  }
}

function partTexts(part: PrintablePart): string[] {
  if (part.type === 'text') return [part.label, rich(part.body)];
  const { label, lines, caption, columns, rows, result } = part;
  return [label, ...lines, ...(rows.length > 0 ? [caption, ...columns, ...rows.flat()] : []), ...result];
}
