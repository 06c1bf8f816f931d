/**
 * The fields of an organisation in tables: how a cell is read and printed. One list for import, export, bulk edit and
 * copying; a new column of the register is one entry here and one in resources/tables/organisations.json.
 */
import * as v from 'valibot';
import {
  joinEntries,
  printPeriod,
  printReference,
  printTags,
  readPeriod,
  readReference,
  splitEntries,
  unquoted,
  type CardColumns,
  type NamePeriod,
} from './card-columns.ts';
import { addDays, isIsoDate } from './dates.ts';
import { checkBusinessId, formatRegisterNumber } from './identifiers.ts';
import type { Language } from './language.ts';
import { organisationInputSchema, type OrganisationValues } from './organisation.ts';
import { uniqueTags, type LifeCourse } from './register-card.ts';
import { headingKey } from './table.ts';

/** Fields of an organisation as a table has them. `postalPlace` is one cell for two fields; `field` a name or a key. */
export const ORGANISATION_FIELDS = [
  'nameFi',
  'nameSv',
  'nameEn',
  'businessId',
  'registerNumber',
  'legalForm',
  'prhClass',
  'field',
  'municipality',
  'email',
  'phone',
  'web',
  'streetAddress',
  'postalCode',
  'postOffice',
  'postalPlace',
  'languages',
  'contactRole',
  'checkedOn',
  'state',
  'lifeCourses',
  'area',
  'networks',
  'tags',
  'formerNames',
  'endedOn',
  'mergedInto',
  'notes',
  'id',
] as const;
export type OrganisationField = (typeof ORGANISATION_FIELDS)[number];
export const organisationFieldSchema = v.picklist(ORGANISATION_FIELDS);

/** What a row says of an organisation; a blank cell says nothing. */
/** An organisation as tables know it: its details and its card. */
export type RegisterValues = OrganisationValues & CardColumns;
export type RowValues = Partial<RegisterValues> & { id?: string };
export type ValueKey = keyof RegisterValues;

const named = { fi: v.string(), sv: v.string(), en: v.string() };
const word = v.object({ ...named, also: v.array(v.string()) });
/** Headings and words of tables: resources/tables/organisations.json. */
export const tableWordsSchema = v.object({
  fields: v.record(organisationFieldSchema, word),
  words: v.object({
    legalForm: v.record(v.string(), word),
    state: v.record(v.string(), word),
    languages: v.record(v.string(), v.array(v.string())),
    lifeCourse: v.record(v.string(), word),
    area: v.record(v.string(), word),
  }),
});
export type TableWords = v.InferOutput<typeof tableWordsSchema>;

/** The lists that cells are looked up in, keyed by `headingKey`. */
export interface FieldLists {
  municipalities: ReadonlyMap<string, string>;
  fields: ReadonlyMap<string, string>;
  prhClasses: ReadonlyMap<string, number>;
  legalForms: ReadonlyMap<string, string>;
  states: ReadonlyMap<string, string>;
  languages: ReadonlyMap<string, string>;
  lifeCourses: ReadonlyMap<string, string>;
  areas: ReadonlyMap<string, string>;
  /** Ids of networks by their names. */
  networks: ReadonlyMap<string, string>;
}

/** Languages whose names are understood beside their codes. */
const LANGUAGE_CODES =
  'fi sv en se smn sms ru uk ar so fa et de fr es it pl ro bg hu lt lv tr ku vi th zh sq bs hr sr ti am my ne bn ur hi ps'.split(
    ' ',
  );

interface Named {
  fi: string;
  sv?: string | null | undefined;
  en?: string | null | undefined;
}

/** Builds the lists once for a whole table. */
export function fieldLists(options: {
  words: TableWords['words'];
  municipalities: readonly { code: string; nameFi: string; nameSv: string }[];
  fields: readonly { id: string; key: string; name: Named }[];
  prhClasses: readonly ({ class: number } & Named)[];
  networks?: readonly { id: string; name: Named }[];
}): FieldLists {
  const wordsOf = (lists: Record<string, readonly string[]>): Map<string, string> =>
    new Map(
      Object.entries(lists).flatMap(([value, names]) =>
        [value, ...names].map((name) => [headingKey(name), value] as const),
      ),
    );
  const words = (lists: TableWords['words']['state']): Map<string, string> =>
    wordsOf(
      Object.fromEntries(
        Object.entries(lists).map(([value, { fi, sv, en, also }]) => [value, [fi, sv, en, ...also]]),
      ),
    );
  const names = ({ fi, sv, en }: Named): string[] =>
    [fi, sv, en]
      .filter((name) => typeof name === 'string' && name !== '')
      .map((name) => headingKey(name as string));
  const languages = new Map<string, string>();
  for (const language of ['fi', 'sv', 'en']) {
    const display = new Intl.DisplayNames([language], { type: 'language' });
    for (const code of LANGUAGE_CODES) languages.set(headingKey(display.of(code) ?? code), code);
  }
  return {
    municipalities: new Map(
      options.municipalities.flatMap(({ code, nameFi, nameSv }) => [
        [headingKey(nameSv), code] as const,
        [headingKey(nameFi), code] as const,
        [code, code] as const,
      ]),
    ),
    fields: new Map(
      options.fields.flatMap(({ id, key, name }) =>
        [headingKey(key), ...names(name)].map((one) => [one, id] as const),
      ),
    ),
    prhClasses: new Map(
      options.prhClasses.flatMap((one) =>
        [String(one.class), ...names(one)].map((name) => [name, one.class] as const),
      ),
    ),
    legalForms: words(options.words.legalForm),
    states: words(options.words.state),
    languages: new Map([...languages, ...wordsOf(options.words.languages)]),
    lifeCourses: words(options.words.lifeCourse),
    areas: words(options.words.area),
    networks: new Map(
      (options.networks ?? []).flatMap(({ id, name }) => names(name).map((one) => [one, id] as const)),
    ),
  };
}

export type FieldReading = { ok: true; values: RowValues } | { ok: false; code: string };

const refused = (code: string): FieldReading => ({ ok: false, code });

/** Excel counts days from 30 December 1899 (its 29 February 1900 included); these are 1954 … 2119. */
const SERIAL_START = '1899-12-30';
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 80_500];

/**
 * A day as offices write it: `19.5.2026`, `2026-05-19`, `2026/5/19`, with or without a time after it, or the serial
 * number of a spreadsheet. Null: no day that exists. Two-digit years are refused, they could be of any century.
 */
export function readDate(text: string): string | null {
  const bare = text.trim().replace(/[ T]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?Z?$/, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(bare);
  const finnish = /^(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{4})$/.exec(bare);
  const parts = iso ? [iso[1], iso[2], iso[3]] : finnish ? [finnish[3], finnish[2], finnish[1]] : null;
  if (parts) {
    const day = parts.map((part, at) => (part ?? '').padStart(at === 0 ? 4 : 2, '0')).join('-');
    return isIsoDate(day) ? day : null;
  }
  const serial = /^\d{5}([.,]\d+)?$/.test(bare) ? Math.floor(Number(bare.replace(',', '.'))) : 0;
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? addDays(SERIAL_START, serial) : null;
}

function parsed<Key extends keyof OrganisationValues>(key: Key, value: unknown): FieldReading {
  const result = v.safeParse(organisationInputSchema.entries[key], value);
  if (result.success) return { ok: true, values: { [key]: result.output } };
  const message = result.issues[0].message;
  return refused(/^[a-z_]+$/.test(message) ? message : 'invalid');
}

function looked(key: ValueKey, found: unknown, code: string): FieldReading {
  return found === undefined ? refused(code) : { ok: true, values: { [key]: found } };
}

/** `12345678`, `FI12345678` and `1234567-8` are the same number. */
function readBusinessId(text: string): FieldReading {
  const bare = text.replace(/\s+/g, '').replace(/^FI-?/i, '');
  const joined = /^\d{8}$/.test(bare) ? `${bare.slice(0, 7)}-${bare.slice(7)}` : bare;
  const check = checkBusinessId(joined);
  return check.ok
    ? { ok: true, values: { businessId: check.normalised } }
    : refused(`business_id_${check.reason}`);
}

function readLanguages(text: string, lists: FieldLists): FieldReading {
  const found: string[] = [];
  for (const part of text.split(/[,;/|+&\n]|\s(?:ja|och|and)\s/)) {
    if (part.trim() === '') continue;
    const tag = part.trim().toLowerCase();
    const known =
      lists.languages.get(headingKey(part)) ?? (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(tag) ? tag : undefined);
    if (known === undefined) return refused('language_unknown');
    if (!found.includes(known)) found.push(known);
  }
  return parsed('languages', found);
}

/** Every part of a cell by a list; the first that is not in it refuses the cell. */
function lookedAll<Value>(
  entries: readonly string[],
  find: (entry: string) => Value | undefined,
): Value[] | null {
  const found = entries.map((entry) => find(unquoted(entry)));
  return found.includes(undefined) ? null : [...new Set(found as Value[])];
}

function readArea(text: string, lists: FieldLists): FieldReading {
  const kind = lists.areas.get(headingKey(text));
  if (kind === 'region' || kind === 'country') return { ok: true, values: { area: { kind, codes: [] } } };
  const codes = lookedAll(splitEntries(text, { commas: true }), (entry) =>
    lists.municipalities.get(/^\d{1,3}$/.test(entry) ? entry.padStart(3, '0') : headingKey(entry)),
  );
  return codes === null
    ? refused('municipality_unknown')
    : { ok: true, values: { area: { kind: 'municipalities', codes } } };
}

function readPeriods(text: string): NamePeriod[] | string {
  const periods: NamePeriod[] = [];
  for (const entry of splitEntries(text)) {
    const period = readPeriod(entry, readDate);
    if (typeof period === 'string') return period;
    periods.push(period);
  }
  return periods;
}

function readNetworks(text: string, lists: FieldLists): FieldReading {
  const periods = readPeriods(text);
  if (typeof periods === 'string') return refused(periods);
  const networks = periods.flatMap(({ name, ...days }) => {
    const networkId = lists.networks.get(headingKey(name));
    return networkId === undefined ? [] : [{ networkId, ...days }];
  });
  return networks.length < periods.length ? refused('network_unknown') : { ok: true, values: { networks } };
}

const LONGEST_TAG = 60;

/**
 * Reads one cell.
 * @param text `cellText` of it, not empty
 * @returns the values it gives, or the code of what is wrong with it (a sentence in message-texts.ts)
 */
export function readField(field: OrganisationField, text: string, lists: FieldLists): FieldReading {
  const key = headingKey(text);
  switch (field) {
    case 'id':
      return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(text)
        ? { ok: true, values: { id: text.toLowerCase() } }
        : refused('id_form');
    case 'businessId':
      return readBusinessId(text);
    case 'registerNumber':
      return parsed(
        'registerNumber',
        text.replace(/^(\d+)[.,]0+$/, (whole, digits: string) => (digits.length > 3 ? digits : whole)),
      );
    case 'legalForm':
      return looked('legalForm', lists.legalForms.get(key), 'legal_form_unknown');
    case 'state':
      // One that has merged is a dissolved one; into what it merged stands in a column of its own.
      return looked(
        'state',
        lists.states.get(key) === 'merged' ? 'dissolved' : lists.states.get(key),
        'state_unknown',
      );
    case 'field':
      return looked('fieldId', lists.fields.get(key), 'field_unknown');
    case 'prhClass':
      return looked(
        'prhClass',
        lists.prhClasses.get(key) ?? lists.prhClasses.get(/^\d{1,2}/.exec(text)?.[0] ?? ''),
        'prh_class_unknown',
      );
    case 'municipality': {
      const code = /^\d{1,3}$/.test(text) ? text.padStart(3, '0') : key;
      // "167 Joensuu" and "Joensuu (167)" are read by their code.
      const inside = /(?:^|\D)(\d{3})(?:\D|$)/.exec(text)?.[1] ?? '';
      return looked(
        'municipalityCode',
        lists.municipalities.get(code) ?? lists.municipalities.get(inside),
        'municipality_unknown',
      );
    }
    case 'postalCode': {
      const digits = text.replace(/^FI[- ]?/i, '').replace(/[.,]0+$/, '');
      return parsed('postalCode', /^\d{3,4}$/.test(digits) ? digits.padStart(5, '0') : digits);
    }
    case 'postalPlace': {
      const match = /^(?:FI[- ]?)?(\d{5})[\s,]*(.*)$/is.exec(text);
      if (!match) return refused('postal_code_form');
      const place = (match[2] ?? '').trim();
      return {
        ok: true,
        values: { postalCode: match[1] ?? null, ...(place === '' ? {} : { postOffice: place }) },
      };
    }
    case 'languages':
      return readLanguages(text, lists);
    case 'checkedOn':
    case 'endedOn': {
      const day = readDate(text);
      return day === null ? refused('invalid_date') : { ok: true, values: { [field]: day } };
    }
    case 'lifeCourses': {
      const found = lookedAll(splitEntries(text, { commas: true }), (entry) =>
        lists.lifeCourses.get(headingKey(entry)),
      );
      return found === null
        ? refused('life_course_unknown')
        : { ok: true, values: { lifeCourses: (found as LifeCourse[]).toSorted() } };
    }
    case 'area':
      return readArea(text, lists);
    case 'tags': {
      const tags = splitEntries(text, { commas: true }).map((tag) => unquoted(tag).trim());
      return tags.some((tag) => tag.length > LONGEST_TAG)
        ? refused('too_long')
        : { ok: true, values: { tags: uniqueTags(tags) } };
    }
    case 'networks':
      return readNetworks(text, lists);
    case 'formerNames': {
      const periods = readPeriods(text);
      return typeof periods === 'string' ? refused(periods) : { ok: true, values: { formerNames: periods } };
    }
    case 'mergedInto':
      return { ok: true, values: { mergedInto: readReference(text) } };
    case 'nameFi':
    case 'nameSv':
    case 'nameEn':
    case 'email':
    case 'phone':
    case 'web':
    case 'streetAddress':
    case 'postOffice':
    case 'contactRole':
    case 'notes':
      return parsed(field, text);
  }
}

/** What printing needs of an organisation: its values, and the names behind its codes. */
export interface PrintedOrganisation extends RegisterValues {
  id: string;
  /** Names of the municipalities of its area, in the order of their codes. */
  areaNames: readonly Named[];
  /** Names of its networks, in their order. */
  networkNames: readonly Named[];
  municipality: Named | null;
  field: (Named & { key: string }) | null;
}

/** A value of the card as its cell. */
export function printCard(
  field: keyof CardColumns,
  row: CardColumns & Pick<PrintedOrganisation, 'areaNames' | 'networkNames'>,
  language: Language,
  words: TableWords,
): string {
  switch (field) {
    case 'lifeCourses':
      return joinEntries(row.lifeCourses.map((one) => words.words.lifeCourse[one]?.[language] ?? one));
    case 'area': {
      const kind = row.area?.kind ?? '';
      return kind === 'municipalities'
        ? joinEntries(row.areaNames.map((name) => inOne(name, language)))
        : (words.words.area[kind]?.[language] ?? kind);
    }
    case 'networks':
      return joinEntries(
        row.networks.map((one, at) =>
          printPeriod(
            { ...one, name: inOne(row.networkNames[at] ?? { fi: one.networkId }, language) },
            language,
          ),
        ),
      );
    case 'tags':
      return printTags(row.tags);
    case 'formerNames':
      return joinEntries(row.formerNames.map((one) => printPeriod(one, language)));
    case 'mergedInto':
      return row.mergedInto === null ? '' : printReference(row.mergedInto);
    case 'endedOn':
      return row.endedOn ?? '';
  }
}

/** The value of a field as text of a cell, such that `readField` reads the same value from it. */
export function printField(
  field: OrganisationField,
  row: PrintedOrganisation,
  language: Language,
  words: TableWords,
): string {
  switch (field) {
    case 'id':
      return row.id;
    case 'municipality':
      return row.municipality === null ? (row.municipalityCode ?? '') : inOne(row.municipality, language);
    case 'field':
      return row.field === null ? '' : inOne(row.field, language);
    case 'legalForm':
      return words.words.legalForm[row.legalForm]?.[language] ?? row.legalForm;
    case 'state':
      return (
        words.words.state[row.mergedInto !== null && row.state === 'dissolved' ? 'merged' : row.state]?.[
          language
        ] ?? row.state
      );
    case 'prhClass':
      return row.prhClass === null ? '' : String(row.prhClass);
    case 'registerNumber':
      return row.registerNumber === null ? '' : formatRegisterNumber(row.registerNumber);
    case 'languages':
      return row.languages.join(', ');
    case 'lifeCourses':
    case 'area':
    case 'networks':
    case 'tags':
    case 'formerNames':
    case 'mergedInto':
      return printCard(field, row, language, words);
    case 'postalPlace':
      return [row.postalCode, row.postOffice].filter((part) => part !== null).join(' ');
    case 'nameFi':
    case 'nameSv':
    case 'nameEn':
    case 'businessId':
    case 'email':
    case 'phone':
    case 'web':
    case 'streetAddress':
    case 'postalCode':
    case 'postOffice':
    case 'contactRole':
    case 'checkedOn':
    case 'endedOn':
    case 'notes':
      return row[field] ?? '';
  }
}

function inOne(name: Named, language: Language): string {
  return name[language] || name.fi;
}
