/**
 * How wide a text is in the pictures of the program, without a browser: advance widths of Source Sans 3 (regular and
 * semibold) in thousandths of an em. A letter that is not in the table counts as a wide one, so that a line is rather too
 * short than too long.
 */

export type Weight = 400 | 600;

const WIDTHS: Record<Weight, string> = {
  400: [
    '200  ',
    '246 i',
    '247 j',
    "249 ',.:;’",
    '255 l',
    '263 I',
    '289 !',
    '292 f',
    '303 ()[]',
    '311 -',
    '331 °',
    '338 t',
    '347 r',
    '350 /',
    '418 *',
    '419 sš',
    '425 ?zž',
    '426 "”',
    '446 x',
    '456 c',
    '467 vy',
    '476 Y',
    '479 J',
    '480 –',
    '486 L',
    '494 F',
    '495 k',
    '496 eé',
    '497 #+0123456789<=>§€−',
    '500 _',
    '504 agäå',
    '513 X',
    '515 V',
    '527 EÉ',
    '534 S',
    '536 T',
    '539 Z',
    '542 oö',
    '543 A',
    '544 huÄÅü',
    '547 n',
    '553 b',
    '555 dpq',
    '566 P',
    '569 R',
    '571 C',
    '579 K',
    '588 B',
    '609 &',
    '615 D',
    '617 G',
    '645 UÜ',
    '647 N',
    '652 H',
    '664 OQÖ',
    '719 w',
    '727 M',
    '786 W',
    '800 —',
    '824 %',
    '829 m',
    '847 @',
    '948 …',
  ].join('\n'),
  600: [
    '200  ',
    '262 i',
    '263 j',
    '271 l',
    "275 ',.:;’",
    '282 I',
    '315 !',
    '317 f',
    '322 -',
    '324 ()[]',
    '344 /',
    '348 °',
    '361 t',
    '373 r',
    '431 sš',
    '438 *',
    '443 zž',
    '444 ?',
    '462 c',
    '480 –',
    '481 x',
    '482 "”',
    '494 J',
    '495 vy',
    '500 _',
    '501 Y',
    '502 L',
    '507 eé',
    '510 F',
    '513 #+0123456789<=>§€−',
    '516 aäå',
    '520 g',
    '522 k',
    '536 V',
    '538 EÉ',
    '540 Z',
    '541 X',
    '545 S',
    '546 T',
    '549 oö',
    '556 uü',
    '558 AhÄÅ',
    '560 n',
    '563 b',
    '564 dpq',
    '576 C',
    '582 P',
    '592 R',
    '597 BK',
    '625 D',
    '628 G',
    '639 &',
    '655 UÜ',
    '657 N',
    '663 H',
    '674 OQÖ',
    '745 M',
    '748 w',
    '800 W—',
    '841 %',
    '843 m',
    '875 @',
    '964 …',
  ].join('\n'),
};
const UNKNOWN = 620;

const tables = new Map<Weight, Map<string, number>>();

function tableOf(weight: Weight): Map<string, number> {
  const known = tables.get(weight);
  if (known) return known;
  const table = new Map<string, number>();
  for (const group of WIDTHS[weight].split('\n')) {
    const width = Number.parseInt(group, 10);
    for (const letter of group.slice(String(width).length + 1)) table.set(letter, width);
  }
  tables.set(weight, table);
  return table;
}

/** The width of one line, in the unit of `size`. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  const table = tableOf(weight);
  let sum = 0;
  for (const letter of text) sum += table.get(letter) ?? UNKNOWN;
  return (sum * size) / 1000;
}

/**
 * A text in lines of at most `width`. Words are kept whole where they fit; a longer one is cut at a hyphen of its own, or
 * else between letters with a hyphen.
 */
export function wrapText(text: string, width: number, size: number, weight: Weight = 400): string[] {
  const fits = (line: string): boolean => textWidth(line, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (!fits(line)) {
      const cut = cutPlace(line, fits);
      if (cut === null) break;
      lines.push(cut.head);
      line = cut.rest;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

function cutPlace(word: string, fits: (line: string) => boolean): { head: string; rest: string } | null {
  const letters = Array.from(word);
  if (letters.length < 2) return null;
  for (let at = letters.length - 1; at > 1; at--)
    if (letters[at - 1] === '-' && fits(letters.slice(0, at).join('')))
      return { head: letters.slice(0, at).join(''), rest: letters.slice(at).join('') };
  for (let at = letters.length - 1; at > 1; at--) {
    const head = `${letters.slice(0, at).join('')}-`;
    if (fits(head)) return { head, rest: letters.slice(at).join('') };
  }
  return { head: letters[0] ?? '', rest: letters.slice(1).join('') };
}
