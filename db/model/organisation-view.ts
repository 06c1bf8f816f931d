/** Saved views of the register (tallennetut näkymät): a search, a filter, an order and columns under a name. */
import * as v from 'valibot';
import { idSchema } from './identity.ts';
import { LIST_COLUMNS, type ListColumn } from './organisation-columns.ts';
import { EVERYTHING, organisationFilterSchema } from './organisation-filter.ts';

/** Every column of the table. */
export const ORGANISATION_SORTS = LIST_COLUMNS;
export type OrganisationSort = ListColumn;

const column = v.pipe(v.string(), v.maxLength(40));

/** Which columns are shown, in which order and how wide (pixels). What it does not say is as the table begins. */
const columnsSchema = v.object({
  order: v.optional(v.pipe(v.array(column), v.maxLength(60)), []),
  shown: v.optional(v.record(column, v.boolean()), {}),
  widths: v.optional(
    v.record(column, v.pipe(v.number(), v.integer(), v.minValue(40), v.maxValue(1_200))),
    {},
  ),
});

export const organisationViewSchema = v.object({
  text: v.optional(v.pipe(v.string(), v.maxLength(1_000, 'too_long')), ''),
  filter: v.optional(organisationFilterSchema, EVERYTHING),
  sort: v.optional(v.object({ by: v.picklist(ORGANISATION_SORTS), descending: v.boolean() }), {
    by: 'name',
    descending: false,
  }),
  columns: v.optional(columnsSchema, {}),
});
export type OrganisationView = v.InferOutput<typeof organisationViewSchema>;

const viewNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(80, 'too_long'));

export const viewInputSchema = v.object({
  /** Null: a new one. */
  id: v.nullable(idSchema),
  version: v.optional(v.pipe(v.number(), v.integer()), 1),
  name: viewNameSchema,
  view: organisationViewSchema,
});
export type ViewInput = v.InferOutput<typeof viewInputSchema>;

/** A text that is the same for views that show the same. */
export function viewKey(view: OrganisationView): string {
  const sorted = <Value>(record: Record<string, Value>): [string, Value][] =>
    Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
  const { text, filter, sort, columns } = view;
  return JSON.stringify([
    text.trim(),
    filter.match,
    filter.parts.map((part) =>
      'parts' in part
        ? [part.match, ...part.parts.map(({ field, operator, values }) => [field, operator, values])]
        : [part.field, part.operator, part.values],
    ),
    [sort.by, sort.descending],
    columns.order,
    sorted(columns.shown),
    sorted(columns.widths),
  ]);
}
