/**
 * A text that sorts, byte by byte, as the Finnish alphabet does: å, ä and ö after z in this order, v and w as
 * letters of their own, other diacritics as their plain letter. SQLite has no Finnish collation, so that the key
 * is stored beside the name and indexed.
 */

/** The characters after `z` in ASCII stand for the three last letters. */
const LETTERS: Readonly<Record<string, string>> = {
  å: '{',
  ä: '|',
  æ: '|',
  ö: '}',
  ø: '}',
  œ: '}',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  ı: 'i',
};
const OWN = /[åäæöøœßđðþłŋŧı]/gu;

/**
 * The key to sort a name by. Punctuation does not count, and numbers sort by their value.
 * @example sortKey('Äänekosken 4H-yhdistys') > sortKey('Zonta') // true
 */
export function sortKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{N}+/gu, (digits) => digits.padStart(6, '0'))
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .replace(OWN, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}
