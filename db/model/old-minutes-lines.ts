/** The text of old minutes as lines with their places; headers and footers of pages are left out. */
import { PAGE_BREAK, type Span } from './old-minutes.ts';

export interface TextLine extends Span {
  /** Without the white space at its end. */
  text: string;
  /** 0 first. */
  page: number;
}

/** Lines at the top and the bottom of a page that may be its header or footer. */
const EDGE = 3;

/** The lines of a text in order, without those that repeat on most pages (page headers and footers). */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let page = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at];
    if (character !== undefined && character !== '\n' && character !== PAGE_BREAK) continue;
    const line = text.slice(start, at).replace(/\s+$/, '');
    lines.push({ text: line, start, end: start + line.length, page });
    start = at + 1;
    if (character === PAGE_BREAK) page += 1;
  }
  return page === 0 ? lines : withoutRepeated(lines, page + 1);
}

/** "Pöytäkirja 3/2026   2 (5)" and "Pöytäkirja 3/2026   3 (5)" are the same header. */
const shape = (text: string): string => text.trim().replace(/\d+/g, '#').replace(/\s+/g, ' ');

function withoutRepeated(lines: readonly TextLine[], pages: number): TextLine[] {
  const edges = new Map<string, Set<number>>();
  const atEdge = new Set<TextLine>();
  for (let page = 0; page < pages; page += 1) {
    const own = lines.filter((line) => line.page === page && line.text.trim() !== '');
    for (const line of [...own.slice(0, EDGE), ...own.slice(-EDGE)]) {
      atEdge.add(line);
      const key = shape(line.text);
      edges.set(key, (edges.get(key) ?? new Set()).add(page));
    }
  }
  const needed = Math.max(2, Math.ceil(pages * 0.6));
  return lines.filter((line) => {
    if (!atEdge.has(line) || line.page === 0) return true;
    return (edges.get(shape(line.text))?.size ?? 0) < needed;
  });
}

export interface Cell {
  text: string;
  /** Column of its first character in the line. */
  column: number;
}

/** What stands apart in a line: parted by tabs or at least two spaces. */
export function cellsOf(text: string): Cell[] {
  return [...text.matchAll(/\S+(?: \S+)*/g)].map((match) => ({ text: match[0], column: match.index }));
}

/** Column of the first character that is no white space. */
export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/**
 * Lines as running text: a word that was broken at the end of a line is joined; a blank line begins a new paragraph.
 */
export function joinLines(lines: readonly string[]): string {
  let text = '';
  for (const raw of lines) {
    const line = raw.trim();
    if (line === '') {
      if (text !== '' && !text.endsWith('\n\n')) text += '\n\n';
    } else if (text === '' || text.endsWith('\n\n')) text += line;
    else if (/^[-–•*] |^\d+[.)] /.test(line)) text += `\n${line}`;
    else if (text.endsWith('\u00AD')) text = text.slice(0, -1) + line;
    else if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line) && !/^(ja|tai|sekä|eli|och|eller)\b/.test(line))
      text = text.slice(0, -1) + line;
    else text += ` ${line}`;
  }
  return text.replace(/ {2,}/g, ' ').trim();
}
