/**
 * A composed document as one accessible page of HTML: no scripts and nothing from elsewhere, headings, lists and tables
 * with their headers as what they are, the language of words in other writings, a style for the screen and for paper.
 */
import { createHash } from 'node:crypto';
import { escapeMarkup } from '../../db/model/escape-markup.ts';
import { outlineOf, type PrintableOutline } from '../../db/model/printable-outline.ts';
import type {
  PrintableBlock,
  PrintableDocument,
  PrintableItem,
  PrintablePart,
} from '../../db/model/printable.ts';
import type { RichBlock, RichInline } from '../../db/model/rich-text.ts';
import { DOCUMENT_STYLE } from './html-style.ts';
import { htmlText } from './html-text.ts';
import { bound } from '../../db/model/no-break.ts';
import { runsFromTheRight, withLanguageMarks } from './language-marks.ts';

/** The whole page, UTF-8. */
export function toHtml(document: PrintableDocument): Uint8Array {
  const { title, language, identification, keywords } = document;
  return new TextEncoder().encode(
    htmlPage({
      language,
      title,
      head: [
        `<meta name="author" content="${escapeMarkup(identification.organisation)}">`,
        `<meta name="keywords" content="${escapeMarkup(keywords.join(', '))}">`,
        `<meta name="dcterms.date" content="${escapeMarkup(identification.isoDate)}">`,
        `<style>\n${DOCUMENT_STYLE}\n</style>`,
      ],
      body: `<main>\n${htmlArticle(document)}\n</main>`,
    }),
  );
}

/** A page that may load nothing but what stands in it; the one script that it may run is named by its hash. */
export function htmlPage(page: {
  language: string;
  title: string;
  head: readonly string[];
  body: string;
  script?: string;
}): string {
  const { script } = page;
  const hash =
    script === undefined
      ? ''
      : ` script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';`;
  const policy = `default-src 'none';${hash} style-src 'unsafe-inline'; img-src data:; form-action 'none'`;
  return [
    '<!doctype html>',
    `<html lang="${page.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${escapeMarkup(page.title)}</title>`,
    ...page.head,
    '</head>',
    '<body>',
    page.body,
    ...(script === undefined ? [] : [`<script>${script}</script>`]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The document itself; its title is the heading of the first level. */
export function htmlArticle(document: PrintableDocument): string {
  const { identification: id, draftMark, blocks, sheet } = withLanguageMarks(document);
  const outline = outlineOf(document);
  const draft = draftMark === undefined ? '' : `<p class="draft">${htmlText(draftMark)}</p>`;
  const lines = [id.date, id.diaryNumber ?? ''].filter((line) => line !== '');
  return [
    '<article>',
    ...(draft === '' ? [] : [draft]),
    '<header class="identification">',
    `<p class="organisation">${text(id.organisation)}</p>`,
    `<h1>${text(`${id.documentType} ${id.number}`.trim())}</h1>`,
    ...lines.map((line) => `<p>${text(line)}</p>`),
    ...(id.status === '' ? [] : [`<p class="status">${text(id.status)}</p>`]),
    '</header>',
    ...blocks.map((block) => htmlBlock(block, outline)),
    ...(sheet?.pages.flat() ?? []).map(({ lines: address }) => `<p>${text(address.join('\n'))}</p>`),
    '</article>',
  ].join('\n');
}

const text = (words: string): string => htmlText(bound(words));
const oneLine = (words: string): string => text(words.replaceAll('\n', ' '));

/** The title of the page is the first level, so everything else lies one deeper. */
function heading(level: number, words: string): string {
  const depth = Math.min(6, level + 1);
  return `<h${depth}>${words}</h${depth}>`;
}

function htmlBlock(block: PrintableBlock, outline: PrintableOutline): string {
  switch (block.type) {
    case 'heading':
      return heading(outline.section(block.level), oneLine(block.text));
    case 'facts':
      return facts(block.rows);
    case 'table':
      return table(
        block.caption,
        block.columns.map(({ label }) => label),
        block.rows,
        block.columns.map(({ isNumber = false }) => isNumber),
      );
    case 'text':
      return `<div class="indented">${rich(block.body)}</div>`;
    case 'item':
      return item(block, outline);
    case 'signatures':
      return [
        '<section>',
        heading(1, oneLine(block.heading)),
        ...block.text.map((line) => `<p class="indented">${text(line)}</p>`),
        ...block.rows.map(
          ({ name, role, note }) =>
            `<p class="sign">${[name, role, note]
              .filter((line) => line !== '')
              .map(text)
              .join('<br>')}</p>`,
        ),
        '</section>',
      ].join('\n');
    case 'list':
      return [
        '<section>',
        heading(1, oneLine(block.heading)),
        facts(block.rows.map(({ label, text: line }) => ({ label, lines: [line] }))),
        '</section>',
      ].join('\n');
    case 'picture': {
      const source = `data:image/svg+xml;base64,${Buffer.from(block.svg).toString('base64')}`;
      const caption = block.caption === '' ? '' : `<figcaption>${text(block.caption)}</figcaption>`;
      return `<figure><img src="${source}" alt="${escapeMarkup(block.alt)}">${caption}</figure>`;
    }
  }
}

function facts(rows: readonly { label: string; lines: readonly string[] }[]): string {
  const entries = rows.map(
    ({ label, lines }) => `<div><dt>${text(label)}</dt><dd>${lines.map(text).join('<br>')}</dd></div>`,
  );
  return `<dl>\n${entries.join('\n')}\n</dl>`;
}

function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly boolean[] = [],
): string {
  const figure = (column: number): string => (numbers[column] === true ? ' class="number"' : '');
  const cells = (row: readonly string[]): string =>
    head.map((_, column) => `<td${figure(column)}>${text(row[column] ?? '')}</td>`).join('');
  return [
    // What scrolls on a narrow screen can be reached by keyboard.
    '<div class="scroll" tabindex="0">',
    '<table>',
    ...(caption === '' ? [] : [`<caption>${text(caption)}</caption>`]),
    `<thead><tr>${head.map((label, column) => `<th scope="col"${figure(column)}>${text(label)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => `<tr>${cells(row)}</tr>`),
    '</tbody>',
    '</table>',
    '</div>',
  ].join('\n');
}

function item({ number, title, diaryNumber, parts }: PrintableItem, outline: PrintableOutline): string {
  return [
    '<section class="item">',
    heading(outline.item, `<span>${oneLine(number)}</span> <span>${oneLine(title)}</span>`),
    ...(diaryNumber === null ? [] : [`<p class="diary">${text(diaryNumber)}</p>`]),
    ...parts.map((part) => htmlPart(part, outline.part)),
    '</section>',
  ].join('\n');
}

function htmlPart(part: PrintablePart, level: number): string {
  const label = heading(level, oneLine(part.label));
  if (part.type === 'text')
    return `<div class="beside">${label}<div${part.strong ? ' class="strong"' : ''}>${rich(part.body)}</div></div>`;
  const lines = (texts: readonly string[]): string => texts.map((line) => `<p>${text(line)}</p>`).join('');
  const ballots = part.rows.length === 0 ? '' : table(part.caption, part.columns, part.rows);
  return `<div class="beside">${label}<div>${lines(part.lines)}${ballots}${lines(part.result)}</div></div>`;
}

function rich(blocks: readonly RichBlock[]): string {
  return blocks
    .map((node) => {
      if (node.type === 'paragraph') {
        const words = (node.content ?? []).map(({ text: one }) => one ?? '').join('');
        const direction = runsFromTheRight(words) ? ' dir="rtl"' : '';
        return `<p${direction}>${(node.content ?? []).map(inline).join('')}</p>`;
      }
      const tag = node.type === 'bulletList' ? 'ul' : 'ol';
      return `<${tag}>${node.content.map((entry) => `<li>${rich(entry.content)}</li>`).join('')}</${tag}>`;
    })
    .join('');
}

function inline({ type, text: words, marks = [] }: RichInline): string {
  if (type === 'hardBreak') return '<br>';
  return marks.reduce(
    (html, mark) => {
      if (mark.type === 'bold') return `<strong>${html}</strong>`;
      if (mark.type === 'italic') return `<em>${html}</em>`;
      if (mark.type === 'link') return `<a href="${escapeMarkup(mark.attrs.href)}">${html}</a>`;
      return html;
    },
    text(words ?? ''),
  );
}
