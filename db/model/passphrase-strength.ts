/**
 * How hard a passphrase (salalause) is to guess: a careful estimate of its bits from the parts that people make them of.
 * It is reckoned here and nowhere else; the passphrase leaves the desk for nothing. Pure.
 */

export const STRENGTHS = ['weak', 'fair', 'good', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Bits from which on a passphrase is of that strength, when somebody tries with his own computers. */
const FROM: readonly [Strength, number][] = [
  ['strong', 75],
  ['good', 58],
  ['fair', 42],
  ['weak', 0],
];

/** Words that are tried first; folded. */
const COMMON = new Set(
  (
    'salasana salalause password passphrase passwort lösenord qwerty qwertyui asdfgh asdf zxcvbn kissa koira perkele ' +
    'hauska auto koti aurinko rakkaus suomi finland helsinki jane jake pykälä arkisto paketti pöytäkirja kokous ' +
    'neuvottelukunta järjestö sihteeri admin administrator letmein welcome tervetuloa monkey dragon iloveyou master ' +
    'summer kesä talvi syksy kevät winter maanantai perjantai tammikuu joulukuu testi test secret salainen avain'
  ).split(' '),
);
const ROWS = ['qwertyuiopåasdfghjklöäzxcvbnm', 'abcdefghijklmnopqrstuvwxyzåäö', '0123456789', '9876543210'];
/** A word of a language, in any of its forms, out of some ten thousand in use. */
const WORD_BITS = 13;
const LETTER_BITS = 4.5;
const DIGIT_BITS = 3.3;
const SIGN_BITS = 4;

/** Letters that no word has in a row: then they were chosen one by one. */
const UNSPEAKABLE = /[bcdfghjklmnpqrstvwxz]{5}|^[^aeiouyåäö]{4,}$/;

function isRow(part: string): boolean {
  return part.length >= 3 && ROWS.some((row) => row.includes(part));
}

function bitsOf(part: string, seen: Set<string>): number {
  const folded = part.normalize('NFC').toLowerCase();
  if (seen.has(folded)) return 1;
  seen.add(folded);
  if (/^(.)\1+$/u.test(folded)) return SIGN_BITS + 1;
  if (isRow(folded)) return 4;
  if (/^\d+$/.test(folded)) return /^(19|20)\d\d$/.test(folded) ? 6.5 : folded.length * DIGIT_BITS;
  if (!/^\p{L}+$/u.test(folded)) return SIGN_BITS + (folded.length - 1) * 2;
  const capitals = part === folded ? 0 : part.slice(1).toLowerCase() === part.slice(1) ? 1 : 3;
  if (COMMON.has(folded)) return 6 + capitals;
  const letters = folded.length * LETTER_BITS;
  return Math.min(letters, UNSPEAKABLE.test(folded) ? letters : WORD_BITS) + capitals;
}

/** An estimate that rather says too little. */
export function passphraseBits(passphrase: string): number {
  const seen = new Set<string>();
  const parts = passphrase.match(/\p{L}\p{M}*(?:\p{L}\p{M}*)*|\d+|[^\p{L}\d\s]+|\s+/gu) ?? [];
  let spaces = 0;
  let bits = 0;
  for (const part of parts) {
    // That words are parted is no secret; that they are parted in an odd way is worth a little, once.
    if (/^\s+$/.test(part)) spaces = part === ' ' ? spaces : 2;
    else bits += bitsOf(part, seen);
  }
  return Math.round(bits + spaces);
}

export function passphraseStrength(passphrase: string): { bits: number; strength: Strength } {
  const bits = passphraseBits(passphrase);
  return { bits, strength: FROM.find(([, from]) => bits >= from)![0] };
}
