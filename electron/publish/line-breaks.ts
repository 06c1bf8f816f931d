/** Where a line may break and where not, in ways that leave the letters of the text as they are. */

const ZERO_WIDTH_SPACE = '\u200b';
/** Words up to this length are left to hyphenation. */
const LONGEST_WORD = 34;
/** Codes, addresses and figures up to this length fit into the narrowest column. */
const LONGEST_CODE = 14;
const PIECE = 12;
/** "1.5.2026–31.12.2029": parted between its days alone. */
const DAYS = /^\d{1,2}\.\d{1,2}\.\d{4}–\d{1,2}\.\d{1,2}\.\d{4}$/u;

/**
 * Inserts zero-width spaces into long runs: after the signs that part an address, else every few letters.
 * Letters stay letters: text read back from the PDF is the same but for these invisible spaces.
 */
export function breakable(text: string): string {
  if (text.length <= LONGEST_CODE) return text;
  return text.replace(/[^\s\u200b]{15,}/gu, (run) =>
    /^[\p{L}\p{M}\-–’']+$/u.test(run) ? brokenWord(run) : brokenCode(run),
  );
}

function brokenWord(word: string): string {
  return word.length <= LONGEST_WORD ? word : pieces(word);
}

function brokenCode(code: string): string {
  if (DAYS.test(code)) return code.replace('–', `–${ZERO_WIDTH_SPACE}`);
  const parts = code.split(/(?<=[/.?&=_@#:;,)\]])(?![/.?&=_@#:;,)\]])/u);
  return parts.map((part) => (part.length > LONGEST_CODE ? brokenWord(part) : part)).join(ZERO_WIDTH_SPACE);
}

/** Cuts between letters, never between a letter and its marks. */
function pieces(text: string): string {
  return text.replace(new RegExp(`(?:\\P{M}\\p{M}*){${PIECE}}(?=\\P{M})`, 'gu'), `$&${ZERO_WIDTH_SPACE}`);
}
