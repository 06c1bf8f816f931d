/**
 * Letters (kirjeet): postal addresses by the rules of the Finnish post, and where they stand on sheets of labels and on
 * envelopes. Measures are millimetres.
 */
import * as v from 'valibot';
import { idSchema } from './identity.ts';
import { optionalText } from './organisation.ts';
import type { Language } from './language.ts';
import type { PrintableDocument, PrintedSheet, SheetBox } from './printable.ts';

export interface PostalAddress {
  /** E.g. c/o or a department; may be empty. */
  extra: string;
  street: string;
  postalCode: string;
  postOffice: string;
  /** ISO 3166-1 alpha-2; null: Finland. */
  country: string | null;
}

const line = (maximum: number) => v.pipe(v.string(), v.trim(), v.maxLength(maximum, 'too_long'));
const filled = (maximum: number) => v.pipe(line(maximum), v.minLength(1, 'required'));
const isFinnish = (country: string | null): boolean =>
  country === null || country === 'FI' || country === 'AX';

export const postalAddressSchema = v.pipe(
  v.object({
    extra: v.optional(line(120), ''),
    street: filled(120),
    postalCode: line(20),
    postOffice: filled(80),
    country: v.pipe(
      optionalText(2),
      v.check((code) => code === null || /^[A-Z]{2}$/.test(code), 'not_allowed'),
    ),
  }),
  v.forward(
    v.check(
      ({ country, postalCode }) => !isFinnish(country) || /^\d{5}$/.test(postalCode),
      'postal_code_form',
    ),
    ['postalCode'],
  ),
);

export const addressInputSchema = v.object({
  personId: v.nullish(idSchema, null),
  organisationId: v.nullish(idSchema, null),
  /** Null takes the address away. */
  address: v.nullable(postalAddressSchema),
});
export type AddressInput = v.InferOutput<typeof addressInputSchema>;

/** Countries where the code stands after the town. */
const CODE_LAST = new Set(['GB', 'US', 'CA', 'AU', 'NZ', 'IE', 'IN']);

/**
 * The lines of an address, top to bottom: recipient, additional line, street, postal code and POST OFFICE in capitals;
 * abroad the COUNTRY last, in English, which every post reads.
 */
export function postalLines(name: string, address: PostalAddress): string[] {
  const { extra, street, postalCode, postOffice, country } = address;
  const town = postOffice.trim().toLocaleUpperCase('fi');
  const place = CODE_LAST.has(country ?? '') ? [town, postalCode.trim()] : [postalCode.trim(), town];
  return [
    name.trim(),
    extra.trim(),
    street.trim(),
    place.filter(Boolean).join(' '),
    isFinnish(country) ? '' : countryName(country!),
  ].filter((one) => one !== '');
}

function countryName(code: string): string {
  const name = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' }).of(code) ?? code;
  return name.toLocaleUpperCase('en');
}

const mm = (least: number, most: number) =>
  v.pipe(v.number(), v.minValue(least, 'out_of_range'), v.maxValue(most, 'out_of_range'));
const count = (most: number) => v.pipe(mm(1, most), v.integer('out_of_range'));

const A4 = { width: 210, height: 297 };
/** Sheets are a little larger than what is printed on them. */
const TOLERANCE = 0.6;

export const labelSheetSchema = v.pipe(
  v.object({
    columns: count(10),
    rows: count(30),
    width: mm(15, 210),
    height: mm(8, 297),
    left: mm(0, 100),
    top: mm(0, 100),
    gapX: mm(0, 50),
    gapY: mm(0, 50),
  }),
  v.check(
    ({ columns, rows, width, height, left, top, gapX, gapY }) =>
      left + columns * width + (columns - 1) * gapX <= A4.width + TOLERANCE &&
      top + rows * height + (rows - 1) * gapY <= A4.height + TOLERANCE,
    'label_fit',
  ),
);
export type LabelSheet = v.InferOutput<typeof labelSheetSchema>;

/** Common sheets of labels: 3×8 of 70×37 mm without margins, 2×7 of 99.1×38.1 mm. */
export const LABEL_SHEETS = {
  '3x8': { columns: 3, rows: 8, width: 70, height: 37, left: 0, top: 0.5, gapX: 0, gapY: 0 },
  '2x7': { columns: 2, rows: 7, width: 99.1, height: 38.1, left: 4.65, top: 15.15, gapX: 2.5, gapY: 0 },
} as const satisfies Record<string, LabelSheet>;
export type LabelSheetName = keyof typeof LABEL_SHEETS;

/** ISO 269, lying. */
const ENVELOPES = {
  c4: { width: 324, height: 229 },
  c5: { width: 229, height: 162 },
  dl: { width: 220, height: 110 },
} as const;
export const ENVELOPE_NAMES = ['c5', 'dl', 'c4'] as const;
export type EnvelopeName = (typeof ENVELOPE_NAMES)[number];

export const letterFormSchema = v.variant('form', [
  v.object({
    form: v.literal('labels'),
    sheet: labelSheetSchema,
    /** The first free label, 1 for a whole sheet. */
    start: count(300),
  }),
  v.object({
    form: v.literal('envelopes'),
    envelope: v.picklist(ENVELOPE_NAMES),
    returnAddress: v.optional(v.pipe(v.string(), v.maxLength(400, 'too_long')), ''),
  }),
]);
export type LetterForm = v.InferOutput<typeof letterFormSchema>;

/** Room between the edge of a label and its text. */
const PADDING = 4;
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The labels of a list, page by page. `start` counts from left to right and from the top; only the first page heeds it. */
export function labelPages(
  addresses: readonly (readonly string[])[],
  sheet: LabelSheet,
  start: number,
): PrintedSheet['pages'] {
  const perPage = sheet.columns * sheet.rows;
  const skipped = Math.min(start, perPage) - 1;
  const pages: SheetBox[][] = [];
  for (const [index, lines] of addresses.entries()) {
    const at = index + skipped;
    const page = Math.floor(at / perPage);
    const column = (at % perPage) % sheet.columns;
    const row = Math.floor((at % perPage) / sheet.columns);
    (pages[page] ??= []).push({
      x: rounded(sheet.left + column * (sheet.width + sheet.gapX) + PADDING),
      y: rounded(sheet.top + row * (sheet.height + sheet.gapY) + PADDING),
      width: rounded(sheet.width - 2 * PADDING),
      height: rounded(sheet.height - 2 * PADDING),
      size: 11,
      lines: [...lines],
    });
  }
  return pages;
}

/** One envelope a page: the address right of the middle and below it, the sender in the upper left corner. */
export function envelopePages(
  addresses: readonly (readonly string[])[],
  name: EnvelopeName,
  returnLines: readonly string[],
): PrintedSheet['pages'] {
  const { width, height } = ENVELOPES[name];
  const left = rounded(width * 0.45);
  const top = rounded(height * 0.45);
  return addresses.map((lines) => [
    ...(returnLines.length === 0
      ? []
      : [
          {
            x: 12,
            y: 10,
            width: rounded(width * 0.4),
            height: rounded(height * 0.28),
            size: 9,
            lines: [...returnLines],
          },
        ]),
    {
      x: left,
      y: top,
      width: rounded(width - left - 15),
      height: rounded(height - top - 20),
      size: 12,
      lines: [...lines],
    },
  ]);
}

/** Labels or envelopes as a document. @param title in the document's language, for its properties */
export function printLetters(
  addresses: readonly (readonly string[])[],
  form: LetterForm,
  about: { title: string; organisation: string; isoDate: string; language: Language },
): PrintableDocument {
  const sheet: PrintedSheet =
    form.form === 'labels'
      ? { ...A4, pages: labelPages(addresses, form.sheet, form.start) }
      : {
          ...ENVELOPES[form.envelope],
          pages: envelopePages(
            addresses,
            form.envelope,
            form.returnAddress
              .split('\n')
              .map((one) => one.trim())
              .filter(Boolean),
          ),
        };
  return {
    kind: 'register',
    language: about.language,
    title: about.title,
    identification: {
      organisation: about.organisation,
      documentType: about.title,
      number: '',
      date: '',
      isoDate: about.isoDate,
      diaryNumber: null,
      status: '',
    },
    keywords: [],
    blocks: [],
    sheet,
  };
}
