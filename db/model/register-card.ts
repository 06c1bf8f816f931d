/** What an organisation's card has beyond its details, networks, contact roles, and figures of a composition. */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { idSchema } from './identity.ts';
import { optionalText } from './organisation.ts';

/** lapset ja lapsiperheet; nuoret ja nuoret aikuiset; työikäiset; ikäihmiset */
export const LIFE_COURSES = ['children', 'youth', 'working_age', 'older'] as const;
export type LifeCourse = (typeof LIFE_COURSES)[number];

/** Where an organisation works: some municipalities, its region, the whole country. Null: its own municipality. */
export const AREA_KINDS = ['municipalities', 'region', 'country'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long'));
const period = { startsOn: v.nullish(isoDateSchema, null), endsOn: v.nullish(isoDateSchema, null) };

export const cardInputSchema = v.object({
  lifeCourses: v.array(v.picklist(LIFE_COURSES)),
  areaKind: v.nullable(v.picklist(AREA_KINDS)),
  areaCodes: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{3}$/, 'municipality_form'))), v.maxLength(400)),
  endedOn: v.nullable(isoDateSchema),
  mergedIntoId: v.nullable(idSchema),
  formerNames: v.pipe(
    v.array(
      v.pipe(
        v.object({ name, ...period }),
        v.check(
          ({ startsOn, endsOn }) => startsOn === null || endsOn === null || endsOn >= startsOn,
          'ends_before_start',
        ),
      ),
    ),
    v.maxLength(50),
  ),
  tags: v.pipe(
    v.array(v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(60, 'too_long'))),
    v.maxLength(50),
  ),
});
export type CardValues = v.InferOutput<typeof cardInputSchema>;

/** The same words once each, whatever their case, in the order given. */
export function uniqueTags(tags: readonly string[]): string[] {
  const seen = new Set<string>();
  return tags.filter((tag) => {
    const key = tag.toLocaleLowerCase('fi');
    return seen.has(key) ? false : (seen.add(key), true);
  });
}

export const networkInputSchema = v.object({
  nameFi: name,
  nameSv: optionalText(300),
  nameEn: optionalText(300),
  lifeCourse: v.nullish(v.picklist(LIFE_COURSES), null),
  notes: v.optional(v.pipe(v.string(), v.maxLength(20_000, 'too_long')), ''),
});
export type NetworkValues = v.InferOutput<typeof networkInputSchema>;

export const networkMemberInputSchema = v.object({
  networkId: idSchema,
  organisationId: idSchema,
  startsOn: isoDateSchema,
});

export const contactRoleInputSchema = v.object({
  nameFi: name,
  nameSv: optionalText(300),
  nameEn: optionalText(300),
  inUse: v.optional(v.boolean(), true),
});
export type ContactRoleValues = v.InferOutput<typeof contactRoleInputSchema>;

/** A municipality by its code, or the region as a whole. */
export const contactHolderInputSchema = v.object({
  roleId: idSchema,
  personId: idSchema,
  municipalityCode: v.nullable(v.pipe(v.string(), v.regex(/^\d{3}$/, 'municipality_form'))),
  regionCode: v.nullable(v.pipe(v.string(), v.regex(/^\d{2}$/))),
  startsOn: isoDateSchema,
});
export type ContactHolderValues = v.InferOutput<typeof contactHolderInputSchema>;

const people = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0, 'out_of_range'),
  v.maxValue(1_000, 'out_of_range'),
);
export const figureInputSchema = v.object({
  termId: idSchema,
  role: v.picklist(['member', 'deputy']),
  women: people,
  men: people,
  countedOn: isoDateSchema,
});
export type FigureValues = v.InferOutput<typeof figureInputSchema>;

/**
 * The smaller share of women and men, in per cent, and whether both have at least 40 (tasa-arvolaki 4 a §). Null
 * where nobody has been counted.
 */
export function balance(women: number, men: number): { share: number; isBalanced: boolean } | null {
  const all = women + men;
  if (all === 0) return null;
  const fewer = Math.min(women, men);
  return { share: Math.round((fewer * 100) / all), isBalanced: fewer * 10 >= all * 4 };
}

/** What a term change does with each seat of the term that ends. */
export const termChangeSchema = v.object({
  boardId: idSchema,
  startsOn: isoDateSchema,
  endsOn: isoDateSchema,
  basis: v.optional(v.pipe(v.string(), v.maxLength(500, 'too_long')), ''),
  /** Who goes on: ids of holders (jäsenyys) of the last term. */
  continuing: v.array(idSchema),
  /** The day by which organisations of those who leave are asked for somebody new; null: no tasks. */
  askBy: v.nullable(isoDateSchema),
});
export type TermChange = v.InferOutput<typeof termChangeSchema>;
