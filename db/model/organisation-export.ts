/** Organisations as tables: which columns, in which language, and the open data that holds no persons. */
import * as v from 'valibot';
import {
  ORGANISATION_FIELDS,
  printField,
  type OrganisationField,
  type PrintedOrganisation,
  type TableWords,
} from './organisation-fields.ts';
import { joinEntries, printPeriod, printReference, printTags } from './card-columns.ts';
import type { Language } from './language.ts';
import { formatRegisterNumber } from './identifiers.ts';
import { safeCell } from './table.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'vcard', 'json', 'open-csv', 'open-json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** File extension of a format. */
export const EXPORT_EXTENSIONS: Record<ExportFormat, 'csv' | 'xlsx' | 'vcf' | 'json'> = {
  csv: 'csv',
  xlsx: 'xlsx',
  vcard: 'vcf',
  json: 'json',
  'open-csv': 'csv',
  'open-json': 'json',
};

export const csvOptionsSchema = v.object({
  delimiter: v.optional(v.picklist([';', ',', '\t']), ';'),
  /** Excel takes a file for UTF-8 by its byte order mark alone. */
  bom: v.optional(v.boolean(), true),
  /** Cells that a spreadsheet would take for formulas begin with an apostrophe. */
  safe: v.optional(v.boolean(), true),
});
export type CsvOptions = v.InferOutput<typeof csvOptionsSchema>;

/** Columns of an export: every field that stands in a cell of its own. */
export const EXPORT_FIELDS: readonly OrganisationField[] = ORGANISATION_FIELDS.filter(
  (field) => field !== 'postalPlace',
);

export function exportHeadings(language: Language, words: TableWords): string[] {
  return EXPORT_FIELDS.map((field) => words.fields[field]?.[language] ?? field);
}

export function exportCells(row: PrintedOrganisation, language: Language, words: TableWords): string[] {
  return EXPORT_FIELDS.map((field) => printField(field, row, language, words));
}

/**
 * Columns of the open data: organisations alone. Left out are e-mail, phone, addresses, the contact's role and the
 * notes, which may tell of persons. Codes are those of Tilastokeskus.
 */
export const OPEN_COLUMNS = [
  'name_fi',
  'name_sv',
  'name_en',
  'business_id',
  'register_number',
  'legal_form',
  'prh_class',
  'field',
  'municipality_code',
  'municipality_fi',
  'municipality_sv',
  'region_code',
  'region_fi',
  'region_sv',
  'languages',
  'web',
  'state',
  'checked_on',
] as const;
export type OpenRow = Record<(typeof OPEN_COLUMNS)[number], string>;

/** Printed with the data: its licence, and whose codes it uses. */
export const OPEN_DATA_NOTE =
  'Lisenssi: Creative Commons Nimeä 4.0 Kansainvälinen (CC BY 4.0). Kunta- ja maakuntakoodit: Tilastokeskus, CC BY 4.0. Aineistossa ei ole henkilötietoja.';

export function openRow(
  row: PrintedOrganisation & { regionCode: string | null; region: { fi: string; sv: string } | null },
): OpenRow {
  return {
    name_fi: row.nameFi,
    name_sv: row.nameSv ?? '',
    name_en: row.nameEn ?? '',
    business_id: row.businessId ?? '',
    register_number: row.registerNumber === null ? '' : formatRegisterNumber(row.registerNumber),
    legal_form: row.legalForm,
    prh_class: row.prhClass === null ? '' : String(row.prhClass),
    field: row.field?.key ?? '',
    municipality_code: row.municipalityCode ?? '',
    municipality_fi: row.municipality?.fi ?? '',
    municipality_sv: row.municipality?.sv ?? '',
    region_code: row.regionCode ?? '',
    region_fi: row.region?.fi ?? '',
    region_sv: row.region?.sv ?? '',
    languages: row.languages.join(' '),
    web: row.web ?? '',
    state: row.state,
    checked_on: row.checkedOn ?? '',
  };
}

/** The `format` of an export as JSON. */
export const JSON_FORMAT = 'pykala-organisations';

/** An organisation in the JSON export: values as they are, networks by name, lists as lists. */
export function jsonOrganisation({
  region: _region,
  regionCode: _code,
  fieldId: _field,
  areaNames: _areas,
  networkNames,
  ...row
}: PrintedOrganisation & { regionCode: string | null; region: unknown }) {
  return {
    ...row,
    municipality: row.municipality?.fi ?? null,
    field: row.field?.key ?? null,
    networks: row.networks.map(({ networkId: _id, ...days }, at) => ({
      name: networkNames[at]?.fi ?? '',
      ...days,
    })),
  };
}

const period = v.object({
  name: v.string(),
  startsOn: v.nullable(v.string()),
  endsOn: v.nullable(v.string()),
});
const jsonFileSchema = v.object({
  format: v.literal(JSON_FORMAT),
  version: v.literal(1),
  organisations: v.array(
    v.looseObject({
      languages: v.optional(v.array(v.string()), []),
      lifeCourses: v.optional(v.array(v.string()), []),
      tags: v.optional(v.array(v.string()), []),
      area: v.nullish(v.object({ kind: v.string(), codes: v.array(v.string()) }), null),
      networks: v.optional(v.array(period), []),
      formerNames: v.optional(v.array(period), []),
      mergedInto: v.nullish(v.object({ id: v.nullable(v.string()), name: v.string() }), null),
    }),
  ),
});

/** A JSON export as a table, its headings the names of the fields; null when it is none. */
export function jsonTable(json: unknown): string[][] | null {
  const file = v.safeParse(jsonFileSchema, json);
  if (!file.success) return null;
  const rows = file.output.organisations.map((one) => {
    const lists: Partial<Record<OrganisationField, string>> = {
      languages: one.languages.join(', '),
      lifeCourses: joinEntries(one.lifeCourses),
      tags: printTags(one.tags),
      area: one.area?.kind === 'municipalities' ? joinEntries(one.area.codes) : (one.area?.kind ?? ''),
      networks: joinEntries(one.networks.map((each) => printPeriod(each, 'en'))),
      formerNames: joinEntries(one.formerNames.map((each) => printPeriod(each, 'en'))),
      mergedInto: one.mergedInto === null ? '' : printReference({ ...NO_KEYS, ...one.mergedInto }),
    };
    return EXPORT_FIELDS.map((field) => {
      const value = lists[field] ?? one[field === 'municipality' ? 'municipalityCode' : field];
      return typeof value === 'string' ? safeCell(value) : typeof value === 'number' ? String(value) : '';
    });
  });
  return [[...EXPORT_FIELDS], ...rows];
}

const NO_KEYS = { businessId: null, registerNumber: null };
