/** Paths (osallisuuden polut): their steps in order, and the counts of each period. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { checkPeriod, type PathPeriodValues, type PathStepValues } from '../model/inclusion-path.ts';
import { inclusionRow } from './inclusion-views.ts';
import { indexInclusionEntry } from './inclusion.ts';
import { removing, type Removal } from './removal.ts';

type Step = Selectable<Database['path_step']>;

async function stepsOf(db: Kysely<Database>, entryId: string): Promise<Step[]> {
  return await db
    .selectFrom('path_step')
    .selectAll()
    .where('entry_id', '=', entryId)
    .orderBy('position')
    .execute();
}

async function stepRow(db: Kysely<Database>, id: string): Promise<Step> {
  const row = await db.selectFrom('path_step').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'path_step' });
  return row;
}

/** Adds a step at the end, or changes the words of one. @throws AppError NOT_FOUND, NOT_A_PATH */
export async function saveStep(
  trx: Kysely<Database>,
  input: { id: string | null; entryId: string; values: PathStepValues },
): Promise<{ id: string }> {
  await assertPath(trx, input.entryId);
  const id = input.id ?? newId();
  if (input.id === null) {
    const last = (await stepsOf(trx, input.entryId)).at(-1);
    await trx
      .insertInto('path_step')
      .values({ id, entry_id: input.entryId, position: (last?.position ?? -1) + 1, ...input.values })
      .execute();
  } else {
    const { numUpdatedRows } = await trx
      .updateTable('path_step')
      .set(input.values)
      .where('id', '=', id)
      .where('entry_id', '=', input.entryId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new AppError('NOT_FOUND', { what: 'path_step' });
  }
  await indexInclusionEntry(trx, input.entryId);
  return { id };
}

/** Moves a step to a place among the others, 0 first. @throws AppError NOT_FOUND */
export async function moveStep(
  trx: Kysely<Database>,
  input: { id: string; index: number },
): Promise<{ from: number }> {
  const { entry_id } = await stepRow(trx, input.id);
  const steps = await stepsOf(trx, entry_id);
  const from = steps.findIndex(({ id }) => id === input.id);
  const [moved] = steps.splice(from, 1);
  if (moved) steps.splice(Math.min(input.index, steps.length), 0, moved);
  for (const [position, { id }] of steps.entries())
    await trx.updateTable('path_step').set({ position }).where('id', '=', id).execute();
  return { from };
}

/** Removes a step with its counts; the removal can be undone. @throws AppError NOT_FOUND */
export async function removeStep(trx: Kysely<Database>, id: string): Promise<Removal> {
  const { entry_id } = await stepRow(trx, id);
  const removal = await removing(trx, async () => {
    await trx.deleteFrom('path_step').where('id', '=', id).execute();
  });
  await indexInclusionEntry(trx, entry_id);
  return removal;
}

/**
 * Notes the counts of a period, or changes them. A count that is left empty was not counted.
 * @throws AppError NOT_FOUND, NOT_A_PATH, PATH_WITHOUT_STEPS, PERIODS_OVERLAP, CONFLICT
 */
export async function savePeriod(
  trx: Kysely<Database>,
  input: { id: string | null; entryId: string; version: number; values: PathPeriodValues },
): Promise<{ id: string }> {
  await assertPath(trx, input.entryId);
  const { values } = input;
  const steps = await stepsOf(trx, input.entryId);
  const periods = await trx
    .selectFrom('path_period')
    .select(['id', 'starts_on as startsOn', 'ends_on as endsOn', 'version'])
    .where('entry_id', '=', input.entryId)
    .orderBy('starts_on')
    .execute();
  const own = periods.find(({ id }) => id === input.id);
  if (input.id !== null && !own) throw new AppError('NOT_FOUND', { what: 'path_period' });
  if (own && own.version !== input.version) throw new AppError('CONFLICT', { what: 'path_period' });
  checkPeriod(
    steps,
    periods.filter((one) => one !== own),
    values,
  );
  const counted = values.counts.filter(({ count }) => count !== null);
  if (counted.some(({ stepId }) => !steps.some(({ id }) => id === stepId)))
    throw new AppError('NOT_FOUND', { what: 'path_step' });
  const id = own?.id ?? newId();
  const columns = {
    starts_on: values.startsOn,
    ends_on: values.endsOn,
    total: values.total,
    left_count: values.leftCount,
    note: values.note,
  };
  if (own)
    await trx
      .updateTable('path_period')
      .set({ ...columns, version: own.version + 1 })
      .where('id', '=', id)
      .execute();
  else
    await trx
      .insertInto('path_period')
      .values({ id, entry_id: input.entryId, ...columns })
      .execute();
  const kept = counted.map(({ stepId }) => stepId);
  let gone = trx.deleteFrom('path_count').where('period_id', '=', id);
  if (kept.length > 0) gone = gone.where('step_id', 'not in', kept);
  await gone.execute();
  for (const { stepId, count } of counted)
    await trx
      .insertInto('path_count')
      .values({ period_id: id, step_id: stepId, count: count ?? 0 })
      .onConflict((conflict) => conflict.columns(['period_id', 'step_id']).doUpdateSet({ count: count ?? 0 }))
      .execute();
  return { id };
}

/** Removes a period with its counts; the removal can be undone. @throws AppError NOT_FOUND */
export async function removePeriod(trx: Kysely<Database>, id: string): Promise<Removal> {
  const row = await trx.selectFrom('path_period').select('id').where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'path_period' });
  return await removing(trx, async () => {
    await trx.deleteFrom('path_period').where('id', '=', id).execute();
  });
}

async function assertPath(db: Kysely<Database>, entryId: string): Promise<void> {
  const { kind } = await inclusionRow(db, entryId);
  if (kind !== 'path') throw new AppError('NOT_A_PATH');
}
