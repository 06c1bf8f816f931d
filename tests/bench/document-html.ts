/** A printable document as plain HTML with the same content, for programs that print HTML. Texts are the bench's own. */
import type { PrintableBlock, PrintableDocument, PrintablePart } from '../../db/model/printable.ts';
import type { RichBlock } from '../../db/model/rich-text.ts';

const STYLE = `@page { size: A4; margin: 25mm 20mm } body { font: 11pt/1.35 serif } table { border-collapse: collapse; width: 100% }
td, th { border: 0.5pt solid; padding: 2pt 4pt; text-align: left; vertical-align: top; font-size: 9.5pt }
h2 { font-size: 13pt } h3 { font-size: 11.5pt; break-after: avoid }`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

function cells(tag: 'td' | 'th', row: readonly string[]): string {
  return `<tr>${row.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
}

function table(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const body = rows.map((row) => cells('td', row)).join('');
  return `<table><caption>${escape(caption)}</caption>${cells('th', columns)}${body}</table>`;
}

function rich(body: readonly RichBlock[]): string {
  const words = (node: unknown): string => {
    const { type, text, content } = node as { type?: string; text?: string; content?: unknown[] };
    if (text !== undefined) return escape(text);
    const inner = (content ?? []).map(words).join('');
    const tag = { paragraph: 'p', bulletList: 'ul', orderedList: 'ol', listItem: 'li' }[type ?? ''];
    return tag === undefined ? inner : `<${tag}>${inner}</${tag}>`;
  };
  return body.map(words).join('');
}

function part(one: PrintablePart): string {
  if (one.type === 'text') return `<h4>${escape(one.label)}</h4>${rich(one.body)}`;
  const lines = [...one.lines, ...one.result].map((line) => `<p>${escape(line)}</p>`).join('');
  return `<h4>${escape(one.label)}</h4>${lines}${table(one.caption, one.columns, one.rows)}`;
}

function block(one: PrintableBlock): string {
  switch (one.type) {
    case 'heading':
      return `<h2>${escape(one.text)}</h2>`;
    case 'facts':
      return table(
        '',
        [],
        one.rows.map(({ label, lines }) => [label, lines.join('\n')]),
      );
    case 'table':
      return table(
        one.caption,
        one.columns.map(({ label }) => label),
        one.rows,
      );
    case 'text':
      return rich(one.body);
    case 'item':
      return `<h3>${escape(`${one.number} ${one.title}`)}</h3>${one.parts.map(part).join('')}`;
    case 'signatures':
      return `<h2>${escape(one.heading)}</h2>${table(
        '',
        [],
        one.rows.map(({ name, role, note }) => [name, role, note]),
      )}`;
    case 'picture':
      return `<figure>${one.svg}<figcaption>${escape(one.caption)}</figcaption></figure>`;
    case 'list':
      return `<h2>${escape(one.heading)}</h2>${table(
        '',
        [],
        one.rows.map(({ label, text }) => [label, text]),
      )}`;
  }
}

export function documentHtml(document: PrintableDocument): string {
  return `<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>${escape(document.title)}</title><style>${STYLE}</style></head><body><h1>${escape(document.title)}</h1>${document.blocks.map(block).join('\n')}</body></html>`;
}
