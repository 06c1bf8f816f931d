/** Where items come from: ideas and earlier items that were not finished; and the history that follows from it. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { carryReason, itemHistory, type EarlierDealing, type ItemLink } from '../model/carried-over.ts';
import { AppError } from '../model/errors.ts';
import { itemReferences } from './item-references.ts';

/** The idea or the earlier item that an item comes of. */
export type ItemOrigin = { from: 'idea'; ideaId: string } | { from: 'item'; itemId: string };

/**
 * Notes where a new item comes from.
 * @throws AppError NOT_FOUND, IDEA_TAKEN, ITEM_CONTINUED, OTHER_BOARD
 */
export async function setOrigin(
  trx: Kysely<Database>,
  meeting: { id: string; board_id: string },
  itemId: string,
  origin: ItemOrigin,
): Promise<void> {
  const isIdea = origin.from === 'idea';
  const source = isIdea
    ? await trx
        .selectFrom('idea')
        .select(['board_id', 'rejected_on'])
        .where('id', '=', origin.ideaId)
        .executeTakeFirst()
    : await trx
        .selectFrom('agenda_item')
        .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
        .select('meeting.board_id')
        .where('agenda_item.id', '=', origin.itemId)
        .where('meeting.id', '!=', meeting.id)
        .executeTakeFirst();
  if (!source) throw new AppError('NOT_FOUND', { what: isIdea ? 'idea' : 'item' });
  if (source.board_id !== meeting.board_id) throw new AppError('OTHER_BOARD');
  const taken = await trx
    .selectFrom('item_origin')
    .select('item_id')
    .where(isIdea ? 'idea_id' : 'previous_item_id', '=', isIdea ? origin.ideaId : origin.itemId)
    .executeTakeFirst();
  if (taken) throw new AppError(isIdea ? 'IDEA_TAKEN' : 'ITEM_CONTINUED');
  await trx
    .insertInto('item_origin')
    .values({
      item_id: itemId,
      idea_id: isIdea ? origin.ideaId : null,
      previous_item_id: isIdea ? null : origin.itemId,
    })
    .execute();
}

/** Which items of a board go on with which. */
export async function itemLinks(db: Kysely<Database>, boardId: string): Promise<ItemLink[]> {
  const rows = await db
    .selectFrom('item_origin')
    .innerJoin('agenda_item', 'agenda_item.id', 'item_origin.item_id')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .select(['item_origin.item_id as itemId', 'item_origin.previous_item_id as previousItemId'])
    .where('meeting.board_id', '=', boardId)
    .where('item_origin.previous_item_id', 'is not', null)
    .execute();
  return rows.map((row) => ({ itemId: row.itemId, previousItemId: row.previousItemId! }));
}

/** An earlier dealing that the window can lead to. */
export interface EarlierItem extends EarlierDealing {
  itemId: string;
  meetingId: string;
}

/** The earlier dealings of items by their id, the first one first. Items without any are left out. */
export async function historyOf(
  db: Kysely<Database>,
  boardId: string,
  itemIds: readonly string[],
): Promise<Map<string, EarlierItem[]>> {
  const links = await itemLinks(db, boardId);
  const chains = itemIds
    .map((id) => [id, itemHistory(id, links)] as const)
    .filter(([, ids]) => ids.length > 0);
  const earlier = [...new Set(chains.flatMap(([, ids]) => ids))];
  if (earlier.length === 0) return new Map();
  const references = await itemReferences(db, earlier);
  const rows = await db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .select([
      'agenda_item.id',
      'agenda_item.meeting_id',
      'agenda_item.kind',
      'agenda_item.decision',
      'agenda_item.decision_type',
      'meeting.state',
    ])
    .where('agenda_item.id', 'in', earlier)
    .execute();
  const dealings = new Map(
    rows.map((row): [string, EarlierItem] => [
      row.id,
      {
        itemId: row.id,
        meetingId: row.meeting_id,
        reference: references.get(row.id) ?? '',
        reason: carryReason({
          itemId: row.id,
          meetingState: row.state,
          kind: row.kind,
          decisionType: row.decision_type,
          decided: row.decision !== null || row.decision_type !== null,
        }),
      },
    ]),
  );
  return new Map(chains.map(([id, ids]) => [id, ids.flatMap((one) => dealings.get(one) ?? [])]));
}
