/**
 * The filter of the register (rajaus) as data: conditions, all or any of them, with groups one level deep. It is stored
 * in saved views and compiled to SQL (db/features/organisation-filter.ts); a property test compares that with a plain
 * evaluation on random registers.
 */
import * as v from 'valibot';
import { addDays, isIsoDate } from './dates.ts';
import { foldText } from './fold-text.ts';
import { ORGANISATION_STATES, LEGAL_FORMS } from './organisation.ts';
import { LIFE_COURSES } from './register-card.ts';

/** What a field holds: some of known values, words, or a day. */
export type FilterKind = 'choice' | 'text' | 'date';

/**
 * What can be asked of an organisation. Seats, networks and contacts are those in force today; `changed` is the day
 * of the last change in the log.
 */
export const FILTER_FIELDS = {
  /** Järjestökenttä: the field of the board's seats. */
  field: 'choice',
  municipality: 'choice',
  region: 'choice',
  wellbeingCounty: 'choice',
  /** Toimii kunnassa: by its area of work. */
  worksIn: 'choice',
  area: 'choice',
  network: 'choice',
  boardNetwork: 'choice',
  seat: 'choice',
  lifeCourse: 'choice',
  tag: 'choice',
  language: 'choice',
  state: 'choice',
  legalForm: 'choice',
  prhClass: 'choice',
  /** Toimenpiteet that it is responsible for. */
  tasks: 'choice',
  /** Ei ole vastannut: to the call of a meeting to come, or not acknowledged what was delivered. */
  unanswered: 'choice',
  name: 'text',
  contact: 'text',
  email: 'text',
  phone: 'text',
  web: 'text',
  businessId: 'text',
  registerNumber: 'text',
  postOffice: 'text',
  notes: 'text',
  checkedOn: 'date',
  changed: 'date',
} as const satisfies Record<string, FilterKind>;
export type FilterField = keyof typeof FILTER_FIELDS;
export const FILTER_FIELD_IDS = Object.keys(FILTER_FIELDS) as FilterField[];

const FILTER_OPERATORS = [
  'is',
  'isNot',
  'contains',
  'containsNot',
  'before',
  'after',
  'lastDays',
  'olderDays',
  'empty',
  'notEmpty',
] as const;
export type FilterOperator = (typeof FILTER_OPERATORS)[number];

const OF_KIND: Record<FilterKind, readonly FilterOperator[]> = {
  choice: ['is', 'isNot', 'empty', 'notEmpty'],
  text: ['contains', 'containsNot', 'is', 'isNot', 'empty', 'notEmpty'],
  date: ['is', 'before', 'after', 'lastDays', 'olderDays', 'empty', 'notEmpty'],
};
/** What everybody has, and of which emptiness is not asked. */
const NEVER_EMPTY: ReadonlySet<FilterField> = new Set(['name', 'state', 'legalForm', 'area', 'worksIn']);

/** The operators of a field, the usual one first. */
export function operatorsOf(field: FilterField): readonly FilterOperator[] {
  const all = OF_KIND[FILTER_FIELDS[field]];
  return NEVER_EMPTY.has(field) ? all.filter((one) => one !== 'empty' && one !== 'notEmpty') : all;
}

/** How many values an operator takes. */
export function valuesOf(field: FilterField, operator: FilterOperator): 'none' | 'one' | 'many' {
  if (operator === 'empty' || operator === 'notEmpty') return 'none';
  return FILTER_FIELDS[field] === 'choice' ? 'many' : 'one';
}

const MOST_DAYS = 36_500;
const isDays = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= MOST_DAYS;

/** Values of choices that the program itself knows; those of the others are rows of the register. */
export const FIXED_CHOICES = {
  state: ORGANISATION_STATES,
  legalForm: LEGAL_FORMS,
  lifeCourse: LIFE_COURSES,
  area: ['own', 'municipalities', 'region', 'country'],
  tasks: ['open', 'overdue'],
  unanswered: ['call', 'delivery'],
} as const satisfies Partial<Record<FilterField, readonly string[]>>;

export interface FilterCondition {
  field: FilterField;
  operator: FilterOperator;
  /** Ids and codes; one text, one ISO day or one number of days; none. */
  values: string[];
}

/** Whether a condition asks something: one that is still being made does not. */
export function isWhole({ field, operator, values }: FilterCondition): boolean {
  if (!operatorsOf(field).includes(operator)) return false;
  const wanted = valuesOf(field, operator);
  if (wanted === 'none') return values.length === 0;
  if (wanted === 'many') return values.length > 0;
  const [value = ''] = values;
  if (values.length !== 1 || value.trim() === '') return false;
  if (FILTER_FIELDS[field] !== 'date') return true;
  return operator === 'lastDays' || operator === 'olderDays' ? isDays(value) : isIsoDate(value);
}

const match = v.picklist(['all', 'any']);
const conditionSchema = v.pipe(
  v.object({
    field: v.picklist(FILTER_FIELD_IDS),
    operator: v.picklist(FILTER_OPERATORS),
    values: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300, 'too_long'))), v.maxLength(400)),
  }),
  v.check(isWhole, 'filter_condition'),
);
const groupSchema = v.object({
  match,
  parts: v.pipe(v.array(conditionSchema), v.minLength(1, 'required'), v.maxLength(50)),
});
export const organisationFilterSchema = v.object({
  match,
  parts: v.pipe(v.array(v.union([groupSchema, conditionSchema])), v.maxLength(50)),
});
export interface FilterGroup {
  match: 'all' | 'any';
  parts: FilterCondition[];
}
export type FilterPart = FilterCondition | FilterGroup;
export interface OrganisationFilter {
  match: 'all' | 'any';
  parts: FilterPart[];
}

export const EVERYTHING: OrganisationFilter = { match: 'all', parts: [] };

export const isGroup = (part: FilterPart): part is FilterGroup => 'parts' in part;

/** The filter without conditions that are still being made and groups that hold none. */
export function wholeFilter({ match: how, parts }: OrganisationFilter): OrganisationFilter {
  return {
    match: how,
    parts: parts.flatMap((part): FilterPart[] => {
      if (!isGroup(part)) return isWhole(part) ? [part] : [];
      const whole = part.parts.filter(isWhole);
      return whole.length === 0 ? [] : [{ match: part.match, parts: whole }];
    }),
  };
}

/** The words of a text condition as they are compared; a register number is sought without its point. */
export function soughtText(field: FilterField, value: string): string {
  const text = foldText(value.trim());
  return field === 'registerNumber' ? text.replaceAll(/[.\s]/g, '') : text;
}

/** The day `days` before today; the first day of the calendar when that is earlier. */
export function daysAgo(today: string, days: number): string {
  try {
    return addDays(today, -days);
  } catch {
    return '0001-01-01';
  }
}
