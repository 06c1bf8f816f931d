/** Lines of plain text: wrapping and columns, counted in characters as the reader sees them. */
import { bound, NO_BREAK_SPACE } from '../../db/model/no-break.ts';

const graphemes = new Intl.Segmenter('fi', { granularity: 'grapheme' });
const ASCII = /^[ -~]*$/;

/** Characters that the reader sees. */
export function widthOf(text: string): number {
  return ASCII.test(text) ? text.length : [...graphemes.segment(text)].length;
}

/** The text broken into lines of at most `width`; its own line feeds stay, longer words are cut. */
export function wrap(text: string, width: number): string[] {
  return bound(text)
    .split('\n')
    .flatMap((line) => wrapLine(line, width))
    .map((line) => line.replaceAll(NO_BREAK_SPACE, ' '));
}

/** Width of the longest word. */
export function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s/).map(widthOf));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const flush = () => {
    lines.push(line);
    line = '';
    used = 0;
  };
  const words = text
    .split(' ')
    .flatMap((word) => (widthOf(word) > width ? word.split(NO_BREAK_SPACE) : [word]));
  for (const word of words.filter((part) => part !== '')) {
    for (const piece of cut(word, width)) {
      const length = widthOf(piece);
      if (used > 0 && used + 1 + length > width) flush();
      line += used > 0 ? ` ${piece}` : piece;
      used += (used > 0 ? 1 : 0) + length;
    }
  }
  flush();
  return lines;
}

/** A word in pieces of at most `width`. */
function cut(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const characters = Array.from(graphemes.segment(word), ({ segment }) => segment);
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += width)
    pieces.push(characters.slice(at, at + width).join(''));
  return pieces;
}

/** Each line moved to the right. */
export function indentBy(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line));
}

/** Texts side by side, each wrapped in its column. */
export function columns(texts: readonly string[], widths: readonly number[], gap: number): string[] {
  return beside(
    texts.map((text, index) => wrap(text, widths[index]!)),
    widths,
    gap,
  );
}

/** Blocks of lines side by side. */
export function beside(blocks: readonly string[][], widths: readonly number[], gap: number): string[] {
  const height = Math.max(0, ...blocks.map((block) => block.length));
  return Array.from({ length: height }, (_, row) =>
    blocks
      .map((block, index) => {
        const text = block[row] ?? '';
        return text + ' '.repeat(Math.max(0, widths[index]! + gap - widthOf(text)));
      })
      .join('')
      .trimEnd(),
  );
}

/**
 * Whole column widths for shares of `total`, with `gap` between columns. A column gets at least what it needs,
 * for its longest word, as far as others have room to give.
 */
export function shareOut(
  shares: readonly number[],
  needs: readonly number[],
  total: number,
  gap: number,
): number[] {
  const sum = shares.reduce((a, b) => a + b, 0) || 1;
  const room = total - gap * (shares.length - 1);
  const widths = shares.map((share) => Math.max(4, Math.floor((share / sum) * room)));
  const spare = (index: number) => widths[index]! - Math.max(4, needs[index] ?? 0);
  const order = widths.map((_, index) => index);
  for (;;) {
    const poorest = order.reduce((a, b) => (spare(b) < spare(a) ? b : a), 0);
    const richest = order.reduce((a, b) => (spare(b) > spare(a) ? b : a), 0);
    if (!(spare(poorest) < 0 && spare(richest) > 0)) return widths;
    widths[poorest]! += 1;
    widths[richest]! -= 1;
  }
}
