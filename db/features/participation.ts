/** Types of participation (osallisuuden lajit) of entries of inclusion and of volunteer actions. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { newId } from '../model/identity.ts';
import { PARTICIPATION_TYPES, type ParticipationType } from '../model/participation.ts';

type Owner = 'entry_id' | 'action_id';

/** By the id of what has them, in the order of lists. */
export async function participationOf(
  db: Kysely<Database>,
  owner: Owner,
): Promise<Map<string, ParticipationType[]>> {
  const rows = await db
    .selectFrom('participation')
    .select([`${owner} as id`, 'type'])
    .where(owner, 'is not', null)
    .$castTo<{ id: string; type: ParticipationType }>()
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [
      id,
      PARTICIPATION_TYPES.filter((type) => own.some((one) => one.type === type)),
    ]),
  );
}

/** Writes them as they are now; what was the same stays the same row. */
export async function setParticipation(
  trx: Kysely<Database>,
  owner: Owner,
  id: string,
  types: readonly ParticipationType[],
): Promise<void> {
  let gone = trx.deleteFrom('participation').where(owner, '=', id);
  if (types.length > 0) gone = gone.where('type', 'not in', types);
  await gone.execute();
  for (const type of new Set(types))
    await trx
      .insertInto('participation')
      .values({ id: newId(), entry_id: null, action_id: null, [owner]: id, type })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
