/**
 * Breaks text into lines for drawings, where nothing else does it: widths of the plain face (Source Sans 3) by letter,
 * words hyphenated by Finnish syllables. Pure.
 */

/** Widths of letters in ems, a little generous; what is not listed is `OTHER`. */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  [' ', 0.2],
  ["iljI|.,:;'’!()[]", 0.29],
  ['ftr-–"”/1', 0.38],
  ['mw%', 0.84],
  ['MW@—', 0.9],
  ['ABCDEFGHJKLNOPQRSTUVXYZÅÄÖ&?', 0.62],
];
const OTHER = 0.53;
const widthOfLetter = new Map(
  WIDTHS.flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)),
);

/** About how wide a text is, in the unit of `size` (the height of the letters). */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) ems += widthOfLetter.get(letter) ?? OTHER;
  return ems * size;
}

const VOWEL = /[aeiouyåäö]/i;
const CONSONANT = /[bcdfghjklmnpqrstvwxz]/i;
/** Letters that stay on each side of a hyphen. */
const SHORTEST = 3;

/** Where a Finnish word may be hyphenated: before a consonant that a vowel follows, once a vowel has gone before. */
export function hyphenPlaces(word: string): number[] {
  const places: number[] = [];
  const letters = Array.from(word);
  if (letters.length !== word.length) return places;
  for (let index = SHORTEST; index <= letters.length - SHORTEST; index += 1) {
    const isLetters = letters.slice(index - SHORTEST, index + SHORTEST).every((one) => /\p{L}/u.test(one));
    const hasVowel = letters.slice(0, index).some((one) => VOWEL.test(one));
    if (isLetters && hasVowel && CONSONANT.test(letters[index]!) && VOWEL.test(letters[index + 1] ?? ''))
      places.push(index);
  }
  return places;
}

/** Words at least this long are hyphenated to fill a line; shorter ones go to the next. */
const LONG_WORD = 14;

/** The part of a word that fits in the room, with its hyphen, and the rest; null when none does. */
function cut(word: string, room: number, size: number, mustCut: boolean): [string, string] | null {
  const place = hyphenPlaces(word).findLast((at) => textWidth(`${word.slice(0, at)}-`, size) <= room);
  if (place !== undefined) return [`${word.slice(0, place)}-`, word.slice(place)];
  // A compound has hyphens of its own.
  const own = word.lastIndexOf('-', word.length - 2);
  if (own > 0 && textWidth(word.slice(0, own + 1), size) <= room)
    return [word.slice(0, own + 1), word.slice(own + 1)];
  if (!mustCut) return null;
  const letters = Array.from(word);
  let count = 1;
  while (count < letters.length && textWidth(letters.slice(0, count + 1).join(''), size) <= room) count += 1;
  return [letters.slice(0, count).join(''), letters.slice(count).join('')];
}

/**
 * The text in lines of at most `width`. Nothing is lost: with `most` lines the last ends in an ellipsis where there was
 * more.
 */
export function fitText(text: string, width: number, size: number, most = Infinity): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (textWidth(joined, size) <= width) {
      line = joined;
      continue;
    }
    const room = width - (line === '' ? 0 : textWidth(`${line} `, size));
    const isTooLong = textWidth(word, size) > width;
    const parts =
      line === '' || word.length >= LONG_WORD ? cut(word, room, size, line === '' && isTooLong) : null;
    if (parts !== null) {
      lines.push(line === '' ? parts[0] : `${line} ${parts[0]}`);
      line = '';
      if (parts[1] !== '') words.unshift(parts[1]);
    } else {
      lines.push(line);
      line = '';
      words.unshift(word);
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept[most - 1] ?? '';
  while (last !== '' && textWidth(`${last}…`, size) > width) last = last.slice(0, -1);
  return [...kept.slice(0, -1), `${last.replace(/[\s-]+$/, '')}…`];
}
