/** Pieces of text with their places on a page, as lines in which columns stay where they are. */

export interface PlacedText {
  text: string;
  /** Left end and base line in points; y grows upwards. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Widest line, in characters. */
const WIDEST = 240;

/** Lines from the top down; what stands apart on the page stands apart in the line. */
export function layOut(pieces: readonly PlacedText[]): string {
  const written = pieces.filter(({ text }) => text.trim() !== '');
  if (written.length === 0) return '';
  const character = characterWidth(written);
  const left = Math.min(...written.map(({ x }) => x));
  const lines: { y: number; height: number; pieces: PlacedText[] }[] = [];
  for (const piece of written.toSorted((one, other) => other.y - one.y || one.x - other.x)) {
    const last = lines.at(-1);
    const height = Math.max(piece.height, 4);
    if (last !== undefined && last.y - piece.y < Math.max(last.height, height) * 0.5) {
      last.pieces.push(piece);
      last.height = Math.max(last.height, height);
    } else lines.push({ y: piece.y, height, pieces: [piece] });
  }
  let text = '';
  lines.forEach((line, index) => {
    const above = lines[index - 1];
    if (above !== undefined) {
      // A gap of more than a line is a blank line.
      text += above.y - line.y > Math.max(above.height, line.height) * 1.75 ? '\n\n' : '\n';
    }
    text += lineOf(line.pieces, left, character);
  });
  return text;
}

function characterWidth(pieces: readonly PlacedText[]): number {
  const widths = pieces
    .filter(({ text, width }) => text.length >= 3 && width > 0)
    .map(({ text, width }) => width / text.length)
    .toSorted((one, other) => one - other);
  return Math.max(1, widths[Math.floor(widths.length / 2)] ?? 5);
}

function lineOf(pieces: readonly PlacedText[], left: number, character: number): string {
  let line = '';
  let end = -Infinity;
  for (const piece of pieces.toSorted((one, other) => one.x - other.x)) {
    const gap = piece.x - end;
    const column = Math.min(WIDEST, Math.round((piece.x - left) / character));
    if (line === '') line = ' '.repeat(column);
    else if (gap > character * 2.2) line += ' '.repeat(Math.max(2, column - line.length));
    else if (gap > character * 0.25 && !line.endsWith(' ') && !piece.text.startsWith(' ')) line += ' ';
    line += piece.text;
    end = piece.x + piece.width;
  }
  return line.replace(/\s+$/, '');
}
