/** The same change to many organisations (joukkomuutos), as one batch that can be taken back. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { NO_CARD } from '../model/card-columns.ts';
import { AppError } from '../model/errors.ts';
import { idSchema } from '../model/identity.ts';
import { changesOf, ImportRegister } from '../model/organisation-import.ts';
import { organisationInputSchema } from '../model/organisation.ts';
import { recordBatch, type Between } from './change-batches.ts';
import { latestClassificationYear } from './classification.ts';
import { updateRows } from './organisation-import.ts';
import { reindexOrganisationsOf } from './organisation-search.ts';
import { valuesOf } from './organisation-values.ts';

const { fieldId, municipalityCode, state, checkedOn, languages, prhClass } = organisationInputSchema.entries;

/** What can be set for many at once; what is left out stays as it is. */
export const bulkChangeSchema = v.pipe(
  v.object({
    fieldId: v.exactOptional(fieldId),
    municipalityCode: v.exactOptional(municipalityCode),
    state: v.exactOptional(state.wrapped),
    checkedOn: v.exactOptional(checkedOn),
    languages: v.exactOptional(languages.wrapped),
    prhClass: v.exactOptional(prhClass),
  }),
  v.check((change) => Object.keys(change).length > 0, 'required'),
);
export type BulkChange = v.InferOutput<typeof bulkChangeSchema>;
export const bulkIdsSchema = v.pipe(
  v.array(idSchema),
  v.minLength(1, 'required'),
  v.maxLength(200_000, 'too_long'),
);

const SLICE = 250;

/**
 * Changes organisations; those that are so already are not touched.
 * @throws AppError INVALID_INPUT for an unknown field or municipality; what `between` throws
 */
export async function changeMany(
  trx: Kysely<Database>,
  input: { ids: readonly string[]; change: BulkChange },
  options: { title: string; by: string; at: string; between: Between },
): Promise<{ counts: { changed: number; unchanged: number }; batchId: string | null }> {
  const { change } = input;
  const year = await latestClassificationYear(trx);
  await refuseUnknown(trx, change, year);
  const ids = [...new Set(input.ids)];
  return await recordBatch(trx, { kind: 'bulk', ...options }, async () => {
    const counts = { changed: 0, unchanged: 0 };
    for (let start = 0; start < ids.length; start += SLICE) {
      const part = ids.slice(start, start + SLICE);
      const rows = await trx.selectFrom('organisation').selectAll().where('id', 'in', part).execute();
      const register = new ImportRegister();
      for (const row of rows) register.add({ id: row.id, values: { ...valuesOf(row), ...NO_CARD } });
      const updates = rows
        .map((row) => ({ id: row.id, changes: differing(valuesOf(row), change) }))
        .filter(({ changes }) => changes.length > 0);
      await updateRows(trx, { register }, updates, year);
      await reindexOrganisationsOf(
        trx,
        updates.map(({ id }) => id),
      );
      counts.changed += updates.length;
      counts.unchanged += rows.length - updates.length;
      await options.between(Math.min(start + SLICE, ids.length), ids.length);
    }
    return { counts };
  });
}

/** Unlike an import a bulk change may also empty a value: the user chose it. */
function differing(values: ReturnType<typeof valuesOf>, change: BulkChange): ReturnType<typeof changesOf> {
  return (Object.keys(change) as (keyof BulkChange)[])
    .filter((key) => JSON.stringify(values[key]) !== JSON.stringify(change[key]))
    .map((key) => ({ key, before: values[key], after: change[key] ?? null }));
}

async function refuseUnknown(trx: Kysely<Database>, change: BulkChange, year: number | null): Promise<void> {
  if (typeof change.fieldId === 'string') {
    const found = await trx
      .selectFrom('field')
      .select('id')
      .where('id', '=', change.fieldId)
      .executeTakeFirst();
    if (!found) throw new AppError('INVALID_INPUT', {}, { fieldId: 'field_unknown' });
  }
  if (typeof change.municipalityCode === 'string') {
    const found = await trx
      .selectFrom('municipality')
      .select('code')
      .where('year', '=', year ?? -1)
      .where('code', '=', change.municipalityCode)
      .executeTakeFirst();
    if (!found) throw new AppError('INVALID_INPUT', {}, { municipalityCode: 'municipality_unknown' });
  }
}
