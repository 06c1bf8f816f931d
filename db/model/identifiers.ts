/** Identifiers that Finnish authorities give, and names of files. */
import { AppError } from './errors.ts';
import { isIsoDate } from './dates.ts';

export type BusinessIdCheck =
  | { ok: true; normalised: string }
  | { ok: false; reason: 'form' | 'check_digit' | 'never_issued' };

const BUSINESS_ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2] as const;

/**
 * Checks a business ID (Y-tunnus), `NNNNNNN-C`. Spaces around it and any kind of dash are accepted; an old
 * number of six digits is padded with a zero. The remainder of the weighted sum modulo 11 gives the check
 * digit: 0 → 0, 1 → such a number is never issued, else 11 − remainder (domain brief section 3).
 * @example checkBusinessId('215839-7') // { ok: true, normalised: '0215839-7' }
 */
export function checkBusinessId(text: string): BusinessIdCheck {
  const match = /^(\d{6,7})[-‐‑‒–—−](\d)$/.exec(text.trim());
  if (!match) return { ok: false, reason: 'form' };
  const digits = (match[1] ?? '').padStart(7, '0');
  const sum = BUSINESS_ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const remainder = sum % 11;
  if (remainder === 1 || sum === 0) return { ok: false, reason: 'never_issued' };
  const checkDigit = remainder === 0 ? 0 : 11 - remainder;
  if (checkDigit !== Number(match[2])) return { ok: false, reason: 'check_digit' };
  return { ok: true, normalised: `${digits}-${checkDigit}` };
}

export type RegisterNumberCheck = { ok: true; normalised: string } | { ok: false; reason: 'form' };

/**
 * Checks a number in the register of associations (yhdistysrekisterinumero): 1–6 digits, with or without the
 * dot of thousands. Normalised to digits without leading zeros, so that the same number is found again.
 * @example checkRegisterNumber('990.001') // { ok: true, normalised: '990001' }
 */
export function checkRegisterNumber(text: string): RegisterNumberCheck {
  const trimmed = text.trim();
  if (!/^(\d{1,6}|\d{1,3}[. \u00a0]\d{3})$/.test(trimmed)) return { ok: false, reason: 'form' };
  const normalised = trimmed.replace(/\D/g, '').replace(/^0+/, '');
  return normalised === '' ? { ok: false, reason: 'form' } : { ok: true, normalised };
}

/** A register number as printed: `990001` → `990.001`, `12345` → `12.345`, `123` → `123`. */
export function formatRegisterNumber(digits: string): string {
  return digits.length > 3 ? `${digits.slice(0, -3)}.${digits.slice(-3)}` : digits;
}

export interface DiaryNumberCheck {
  normalised: string;
  /** `diary_number_form`: accepted, but in no form that is known (warn, never refuse). */
  warning: 'diary_number_form' | null;
}

const DIARY_NUMBER_FORMS = [
  /^[A-ZÅÄÖ]{2,8}(Dno)?-\d{4}-\d+$/,
  /^([A-ZÅÄÖ]+\/)?\d+\/\d{2}(\.\d{2}){1,5}\/\d{4}$/,
] as const;

/**
 * Checks a diary number (diaarinumero), e.g. `VAKEDno-2024-311` or `KA/27492/07.01.01.03.01/2017`. Organisations
 * choose their own forms, so another one is only warned of.
 */
export function checkDiaryNumber(text: string): DiaryNumberCheck {
  const normalised = text.trim();
  const known = DIARY_NUMBER_FORMS.some((form) => form.test(normalised));
  return { normalised, warning: known || normalised === '' ? null : 'diary_number_form' };
}

export interface FileNameParts {
  /** ISO date that begins the name, or null. */
  date: string | null;
  /** Short name of the board, e.g. `JANE`. */
  board: string;
  /** What the document is, in any language; lower case in the name, e.g. `Pöytäkirja` → `poytakirja`. */
  documentType: string;
  /** Meeting number `3/2026` or another number; null when there is none. */
  number: string | null;
  /** Without the dot. */
  extension: string;
}

/** Longest part of a file name, in characters: four parts stay far below what Windows and zip tools bear. */
const PART_LIMIT = 40;

const ASCII_LETTERS: Record<string, string> = {
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ß: 'ss',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ł: 'l',
  Ł: 'L',
  ŋ: 'ng',
  Ŋ: 'Ng',
  ŧ: 't',
  Ŧ: 'T',
  ı: 'i',
};

/**
 * Text as a part of a file name: ASCII letters, digits and single hyphens, at most `limit` characters; letters
 * that have no counterpart (Cyrillic, Arabic) fall away, so the result may be empty.
 * @example asciiPart('Pöytäkirja 3/2026') // 'Poytakirja-3-2026'
 */
export function asciiPart(text: string, limit: number = PART_LIMIT): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => ASCII_LETTERS[letter] ?? ' ')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, limit)
    .replace(/-+$/, '');
}

/** Names of devices that Windows refuses as the name of a file, whatever the extension. */
const WINDOWS_DEVICES = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin|conout)$/i;

/**
 * Name of a file: parts joined by underscores, ASCII only, no spaces, safe on Windows (domain brief section 2).
 * Empty parts are left out; a name that would be empty or a device of Windows begins with `asiakirja`.
 * Throws `invalid_date` for a date that does not exist.
 * @example fileName({ date: '2026-05-19', board: 'JANE', documentType: 'Pöytäkirja', number: '3/2026', extension: 'pdf' })
 * // '2026-05-19_JANE_poytakirja_3-2026.pdf'
 */
export function fileName(parts: FileNameParts): string {
  if (parts.date !== null && !isIsoDate(parts.date))
    throw new AppError('invalid_date', { value: parts.date });
  const names = [
    parts.date ?? '',
    asciiPart(parts.board),
    ...parts.documentType.split('_').map((part) => asciiPart(part).toLowerCase()),
    asciiPart(parts.number ?? ''),
  ].filter((part) => part !== '');
  const joined = names.join('_');
  const base = joined === '' || WINDOWS_DEVICES.test(joined) ? ['asiakirja', ...names].join('_') : joined;
  const extension = asciiPart(parts.extension, 10).toLowerCase();
  return extension === '' ? base : `${base}.${extension}`;
}
