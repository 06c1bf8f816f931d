/**
 * Which column of a table is which field of an organisation: guessed from the headings, corrected by the user,
 * remembered, and shared as a file (docs/table-mapping.md).
 */
import * as v from 'valibot';
import { AppError } from './errors.ts';
import {
  ORGANISATION_FIELDS,
  organisationFieldSchema,
  type OrganisationField,
  type TableWords,
} from './organisation-fields.ts';
import { headingKey } from './table.ts';

/** By column: the field, or null for a column that is left out. */
export type TableMapping = readonly (OrganisationField | null)[];

const MAPPING_FORMAT = 'pykala-table-mapping';

const heading = v.pipe(v.string(), v.maxLength(200, 'too_long'));
/** The file: headings as they stand in the table, and the field of each. */
const mappingFileSchema = v.strictObject({
  format: v.literal(MAPPING_FORMAT),
  version: v.literal(1),
  name: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(200, 'too_long')),
  note: v.optional(v.pipe(v.string(), v.maxLength(2_000, 'too_long')), ''),
  columns: v.pipe(
    v.array(v.strictObject({ heading, field: v.nullable(organisationFieldSchema) })),
    v.maxLength(300, 'too_long'),
  ),
});
export type MappingFile = v.InferOutput<typeof mappingFileSchema>;

/** @throws AppError MAPPING_INVALID with the place */
export function parseMappingFile(json: unknown): MappingFile {
  const result = v.safeParse(mappingFileSchema, json);
  if (result.success) return result.output;
  throw new AppError('MAPPING_INVALID', { path: v.getDotPath(result.issues[0]) ?? '' });
}

/** A mapping as the file that others can use. */
export function mappingFile(name: string, headings: readonly string[], mapping: TableMapping): MappingFile {
  return {
    format: MAPPING_FORMAT,
    version: 1,
    name,
    note: '',
    columns: headings.map((one, at) => ({ heading: one, field: mapping[at] ?? null })),
  };
}

/** Applies a file to the headings of a table; headings that the file does not know are left out. */
export function applyMappingFile(file: MappingFile, headings: readonly string[]): TableMapping {
  const known = new Map(file.columns.map((column) => [headingKey(column.heading), column.field]));
  return onceEach(headings.map((one) => known.get(headingKey(one)) ?? null));
}

/** Fields by the headings that name them. */
export type HeadingNames = ReadonlyMap<string, OrganisationField>;

/** From the resource: every heading in every language, and what else offices write. */
export function headingNames(words: TableWords): HeadingNames {
  const names = new Map<string, OrganisationField>();
  for (const field of ORGANISATION_FIELDS) {
    const entry = words.fields[field];
    if (!entry) continue;
    for (const name of [entry.fi, entry.sv, entry.en, ...entry.also, field]) {
      const key = headingKey(name);
      if (!names.has(key)) names.set(key, field);
    }
  }
  return names;
}

/** The field that a heading names; what follows in brackets or after the known words does not matter. */
function fieldOfHeading(heading: string, names: HeadingNames): OrganisationField | null {
  const key = headingKey(heading);
  const exact = names.get(key);
  if (exact !== undefined) return exact;
  const bare = headingKey(heading.replace(/\(.*?\)|\*/g, ' '));
  return names.get(bare) ?? null;
}

/** Guesses by the headings. A field is given once: of columns with the same heading the first. */
export function guessMapping(headings: readonly string[], names: HeadingNames): TableMapping {
  return onceEach(headings.map((one) => fieldOfHeading(one, names)));
}

function onceEach(fields: TableMapping): TableMapping {
  const seen = new Set<OrganisationField>();
  return fields.map((field) => {
    if (field === null || seen.has(field)) return null;
    seen.add(field);
    return field;
  });
}

/** What a set of headings is remembered by, whatever the order of nothing but spelling. */
export function headingSetKey(headings: readonly string[]): string {
  return headings.map(headingKey).join('|').slice(0, 4_000);
}

/**
 * What is wrong with a mapping: without a name column nothing new can be made and without any key nothing found.
 * @returns null when it can be used; else a message code
 */
export function mappingProblem(mapping: TableMapping): 'MAPPING_NO_NAME' | 'MAPPING_TWICE' | null {
  const used = mapping.filter((field) => field !== null);
  if (new Set(used).size !== used.length) return 'MAPPING_TWICE';
  const identifies = ['nameFi', 'businessId', 'registerNumber', 'id'] as const;
  return identifies.some((field) => used.includes(field)) ? null : 'MAPPING_NO_NAME';
}
