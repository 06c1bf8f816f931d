/** Which items are secret (salassa pidettävät asiat). May be settled after the examination too. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { idSchema } from '../model/identity.ts';
import { secrecyGroundSchema } from '../model/rich-text.ts';
import { itemRow } from './meeting-guards.ts';

/** Without a ground the item is public. */
export const publicityInputSchema = v.object({
  itemId: idSchema,
  ground: v.nullable(secrecyGroundSchema),
});
type PublicityInput = v.InferOutput<typeof publicityInputSchema>;

export interface ItemPublicity {
  itemId: string;
  /** 0 is the first item of the agenda. */
  position: number;
  /** Ground of secrecy. */
  ground: string;
}

/** The secret items of a meeting in the order of the agenda. */
export async function secretItems(db: Kysely<Database>, meetingId: string): Promise<ItemPublicity[]> {
  return await db
    .selectFrom('item_publicity')
    .innerJoin('agenda_item', 'agenda_item.id', 'item_publicity.item_id')
    .select(['agenda_item.id as itemId', 'agenda_item.position', 'item_publicity.ground'])
    .where('agenda_item.meeting_id', '=', meetingId)
    .where('item_publicity.secret', '=', 1)
    .orderBy('agenda_item.position')
    .execute();
}

/**
 * Makes an item secret on a ground, or public again.
 * @throws AppError NOT_FOUND
 */
export async function setPublicity(
  trx: Kysely<Database>,
  { itemId, ground }: PublicityInput,
): Promise<{ meetingId: string }> {
  const item = await itemRow(trx, itemId);
  const values = { secret: ground === null ? (0 as const) : (1 as const), ground: ground ?? '' };
  await trx
    .insertInto('item_publicity')
    .values({ item_id: itemId, ...values })
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet(values))
    .execute();
  return { meetingId: item.meeting_id };
}

/** Places of the items in the agenda. @throws AppError NOT_FOUND for one that is not the meeting's */
export async function positionsOf(
  db: Kysely<Database>,
  meetingId: string,
  itemIds: readonly string[],
): Promise<number[]> {
  if (itemIds.length === 0) return [];
  const rows = await db
    .selectFrom('agenda_item')
    .select('position')
    .where('meeting_id', '=', meetingId)
    .where('id', 'in', itemIds)
    .execute();
  if (rows.length !== new Set(itemIds).size) throw new AppError('NOT_FOUND', { what: 'item' });
  return rows.map((row) => row.position);
}
