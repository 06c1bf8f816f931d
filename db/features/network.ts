/** The board's network of organisations (järjestöverkosto): who belongs to it, from–to. */
import type { Kysely } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { networkMembershipSchema } from '../model/organisation.ts';

export interface NetworkMembership {
  id: string;
  boardId: string;
  board: string;
  startsOn: string;
  endsOn: string | null;
}

/** The memberships of an organisation, newest first. */
export async function networkOf(db: Kysely<Database>, organisationId: string): Promise<NetworkMembership[]> {
  return await db
    .selectFrom('board_organisation')
    .innerJoin('board', 'board.id', 'board_organisation.board_id')
    .select([
      'board_organisation.id',
      'board.id as boardId',
      'board.short_name as board',
      'board_organisation.starts_on as startsOn',
      'board_organisation.ends_on as endsOn',
    ])
    .where('board_organisation.organisation_id', '=', organisationId)
    .orderBy('board_organisation.starts_on', 'desc')
    .execute();
}

/**
 * Enters a membership that is known from elsewhere, or corrects one.
 * @throws AppError NETWORK_OVERLAP, INVALID_INPUT with the field
 */
export async function saveMembership(
  trx: Kysely<Database>,
  id: string | null,
  values: v.InferOutput<typeof networkMembershipSchema>,
): Promise<{ id: string }> {
  const { boardId, organisationId, startsOn, endsOn } = values;
  for (const [table, one] of [
    ['board', boardId],
    ['organisation', organisationId],
  ] as const) {
    const known = await trx.selectFrom(table).select('id').where('id', '=', one).executeTakeFirst();
    if (!known) throw new AppError('NOT_FOUND', { what: table });
  }
  const other = await trx
    .selectFrom('board_organisation')
    .select('id')
    .where('board_id', '=', boardId)
    .where('organisation_id', '=', organisationId)
    .where('id', '!=', id ?? '')
    .where('starts_on', '<=', endsOn ?? '9999-12-31')
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', startsOn)]))
    .executeTakeFirst();
  if (other) throw new AppError('NETWORK_OVERLAP', {}, { startsOn: 'network_overlap' });
  const row = { board_id: boardId, organisation_id: organisationId, starts_on: startsOn, ends_on: endsOn };
  const rowId = id ?? newId();
  if (id === null)
    await trx
      .insertInto('board_organisation')
      .values({ id: rowId, ...row })
      .execute();
  else await trx.updateTable('board_organisation').set(row).where('id', '=', id).execute();
  return { id: rowId };
}

/** Removes a membership that was entered by mistake. @returns what brings it back */
export async function removeMembership(
  trx: Kysely<Database>,
  id: string,
): Promise<v.InferOutput<typeof networkMembershipSchema>> {
  const row = await trx.selectFrom('board_organisation').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'membership' });
  await trx.deleteFrom('board_organisation').where('id', '=', id).execute();
  return {
    boardId: row.board_id,
    organisationId: row.organisation_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  };
}
