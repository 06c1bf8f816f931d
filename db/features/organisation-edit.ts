/** One value of an organisation, changed in its cell of the table. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { idSchema } from '../model/identity.ts';
import { organisationInputSchema, type OrganisationValues } from '../model/organisation.ts';
import { updateOrganisation } from './organisations.ts';
import { valuesOf } from './organisation-values.ts';

/** What can be changed in a cell. */
const CELL_VALUES = [
  'nameFi',
  'businessId',
  'registerNumber',
  'fieldId',
  'municipalityCode',
  'email',
  'phone',
  'web',
  'prhClass',
  'state',
  'checkedOn',
] as const satisfies readonly (keyof OrganisationValues)[];

export const cellChangeSchema = v.object({
  id: idSchema,
  /** As it was read. */
  version: v.pipe(v.number(), v.integer()),
  key: v.picklist(CELL_VALUES),
  value: v.nullable(v.union([v.string(), v.number()])),
});
export type CellChange = v.InferOutput<typeof cellChangeSchema>;

/**
 * Changes one value by the rules of the form.
 * @returns the value before it, for undo
 * @throws AppError NOT_FOUND, CONFLICT, DUPLICATE, INVALID_INPUT with the field
 */
export async function changeCell(
  trx: Kysely<Database>,
  { id, version, key, value }: CellChange,
): Promise<{ version: number; before: string | number | null }> {
  const row = await trx.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'organisation' });
  const values = valuesOf(row);
  const parsed = v.safeParse(organisationInputSchema.entries[key], value);
  if (!parsed.success) throw new AppError('INVALID_INPUT', {}, { [key]: parsed.issues[0].message });
  const saved = await updateOrganisation(trx, {
    id,
    version,
    values: { ...values, [key]: parsed.output },
  });
  return { ...saved, before: values[key] };
}
