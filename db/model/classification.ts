/**
 * Classifications of one year: municipalities, regions (maakunta) and wellbeing services counties
 * (hyvinvointialue), as Tilastokeskus publishes them. Codes are text; their leading zeros belong to them.
 * Also the PRH classes of associations and the fields (järjestökenttä) of a board's seats.
 */
import * as v from 'valibot';
import { AppError } from './errors.ts';

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(200, 'too_long'));
const twoDigits = v.pipe(v.string('code_form'), v.regex(/^\d{2}$/, 'code_form'));
const area = v.object({ code: twoDigits, nameFi: name, nameSv: name });

/** Kielisuhde: Finnish only, Swedish only, bilingual with a Finnish majority, bilingual with a Swedish one. */
const LANGUAGE_RATIOS = ['fi', 'sv', 'fi_sv', 'sv_fi'] as const;
export type LanguageRatio = (typeof LANGUAGE_RATIOS)[number];

/** Codes that stand in the list of wellbeing services counties without being one: Helsinki and Åland. */
export const PSEUDO_COUNTIES: readonly string[] = ['90', '91'];

const classificationSchema = v.object({
  format: v.literal('pykala-classification'),
  version: v.literal(1),
  year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2999)),
  source: v.object({
    name,
    publisher: name,
    license: name,
    licenseUrl: v.optional(v.string()),
    attribution: v.pipe(v.string(), v.minLength(1, 'required')),
    note: v.optional(v.string()),
  }),
  regions: v.array(area),
  wellbeingCounties: v.array(area),
  municipalities: v.array(
    v.object({
      code: v.pipe(v.string('code_form'), v.regex(/^\d{3}$/, 'code_form')),
      nameFi: name,
      nameSv: name,
      regionCode: twoDigits,
      wellbeingCountyCode: twoDigits,
      languageRatio: v.picklist(LANGUAGE_RATIOS),
    }),
  ),
});
export type Classification = v.InferOutput<typeof classificationSchema>;

const named = { fi: name, sv: name, en: name };

/** PRH main classes 1–9; 10 is the product's code for associations without a class (Luokittelemattomat). */
export const prhClassesSchema = v.array(
  v.object({ class: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), ...named }),
);

/** Fields (järjestökentät) offered for the seats of a new board. */
export const fieldsSchema = v.array(
  v.object({ key: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,59}$/, 'key_form')), ...named }),
);
export type Fields = v.InferOutput<typeof fieldsSchema>;

/**
 * A classification file that is sound in itself: right form, no code twice, every municipality in a listed
 * region and county. Else `CLASSIFICATION_INVALID` with `path` and `reason`.
 */
export function parseClassification(json: unknown): Classification {
  const result = v.safeParse(classificationSchema, json);
  if (!result.success) {
    const issue = result.issues[0];
    throw invalid(v.getDotPath(issue) ?? '', issue.message);
  }
  const classification = result.output;
  const regions = codes(classification.regions, 'regions');
  const counties = codes(classification.wellbeingCounties, 'wellbeingCounties');
  codes(classification.municipalities, 'municipalities');
  for (const [index, row] of classification.municipalities.entries()) {
    if (!regions.has(row.regionCode)) throw invalid(`municipalities.${index}.regionCode`, 'unknown_region');
    if (!counties.has(row.wellbeingCountyCode))
      throw invalid(`municipalities.${index}.wellbeingCountyCode`, 'unknown_county');
  }
  return classification;
}

function codes(rows: readonly { code: string }[], list: string): Set<string> {
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (seen.has(row.code)) throw invalid(`${list}.${index}.code`, 'duplicate_code');
    seen.add(row.code);
  }
  return seen;
}

function invalid(path: string, reason: string): AppError {
  return new AppError('CLASSIFICATION_INVALID', { path, reason });
}
