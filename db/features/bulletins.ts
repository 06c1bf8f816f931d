/** Plain-language bulletins (selkotiedotteet): beginning one, its languages, its removal, and its place in the search. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import { BULLETIN_FIELDS, type BulletinLanguage, type NewBulletin } from '../model/bulletin.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { Phrases } from '../model/phrases.ts';
import type { BulletinOrigin } from './bulletin-origins.ts';
import { bulletinRow, originOf, originText, textRow, textViews, titleOf } from './bulletin-views.ts';
import { putBack, type Removal, removedRows, removing } from './removal.ts';

/**
 * @param today ISO date of the bulletin
 * @throws AppError NOT_FOUND, OTHER_BOARD, BULLETIN_SECRET, BULLETIN_UNEXAMINED
 */
export async function createBulletin(
  trx: Kysely<Database>,
  input: NewBulletin,
  today: string,
  phrases: Phrases,
): Promise<{ id: string }> {
  const { itemId, eventId, entryId } = input;
  const origin = await originOf(trx, { item_id: itemId, event_id: eventId, entry_id: entryId }, phrases);
  if (origin !== null) refuseObstacle(origin);
  const owner =
    itemId !== null
      ? await trx
          .selectFrom('agenda_item')
          .innerJoin('meeting', 'meeting.id', 'meeting_id')
          .select('meeting.board_id')
          .where('agenda_item.id', '=', itemId)
          .executeTakeFirst()
      : eventId !== null
        ? await trx
            .selectFrom('volunteer_action_event')
            .innerJoin('volunteer_action', 'volunteer_action.id', 'action_id')
            .select('volunteer_action.board_id')
            .where('volunteer_action_event.id', '=', eventId)
            .executeTakeFirst()
        : entryId !== null
          ? await trx
              .selectFrom('inclusion_entry')
              .select('board_id')
              .where('id', '=', entryId)
              .executeTakeFirst()
          : await trx
              .selectFrom('board')
              .select('id as board_id')
              .where('id', '=', input.boardId)
              .executeTakeFirst();
  if (!owner) throw new AppError('NOT_FOUND', { what: 'board' });
  if (owner.board_id !== input.boardId) throw new AppError('OTHER_BOARD');
  const id = newId();
  await trx
    .insertInto('bulletin')
    .values({
      id,
      board_id: input.boardId,
      item_id: itemId,
      event_id: eventId,
      entry_id: entryId,
      source_language: input.sourceLanguage,
      created_on: today,
      origin_seen: originText(origin),
    })
    .execute();
  for (const language of new Set([input.sourceLanguage, ...input.wanted]))
    await trx.insertInto('bulletin_text').values({ id: newId(), bulletin_id: id, language }).execute();
  await indexBulletin(trx, id);
  return { id };
}

/** @throws AppError BULLETIN_SECRET, BULLETIN_UNEXAMINED */
export function refuseObstacle({ obstacle, reference }: BulletinOrigin): void {
  if (obstacle === 'secret') throw new AppError('BULLETIN_SECRET', { reference });
  if (obstacle === 'unexamined') throw new AppError('BULLETIN_UNEXAMINED', { reference });
}

/** The source text has been brought in step with what it tells about. @throws AppError NOT_FOUND */
export async function noteOrigin(trx: Kysely<Database>, id: string, phrases: Phrases): Promise<void> {
  const row = await bulletinRow(trx, id);
  await trx
    .updateTable('bulletin')
    .set({ origin_seen: originText(await originOf(trx, row, phrases)), version: row.version + 1 })
    .where('id', '=', id)
    .execute();
}

/** Wants a language more. One that is wanted already stays as it is. @throws AppError NOT_FOUND */
export async function addLanguage(
  trx: Kysely<Database>,
  id: string,
  language: BulletinLanguage,
): Promise<void> {
  await bulletinRow(trx, id);
  await trx
    .insertInto('bulletin_text')
    .values({ id: newId(), bulletin_id: id, language })
    .onConflict((conflict) => conflict.columns(['bulletin_id', 'language']).doNothing())
    .execute();
}

/** @throws AppError NOT_FOUND, BULLETIN_SOURCE_LANGUAGE for the one that the others are made from */
export async function removeLanguage(
  trx: Kysely<Database>,
  textId: string,
): Promise<Removal & { bulletinId: string }> {
  const row = await textRow(trx, textId);
  const { source_language } = await bulletinRow(trx, row.bulletin_id);
  if (row.language === source_language) throw new AppError('BULLETIN_SOURCE_LANGUAGE');
  const removal = await removing(trx, async () => {
    await trx.deleteFrom('bulletin_text').where('id', '=', textId).execute();
  });
  await indexBulletin(trx, row.bulletin_id);
  return { ...removal, bulletinId: row.bulletin_id };
}

/** @throws AppError NOT_FOUND */
export async function removeBulletin(trx: Kysely<Database>, id: string): Promise<Removal> {
  await bulletinRow(trx, id);
  const removal = await removing(trx, async () => {
    await trx.deleteFrom('bulletin').where('id', '=', id).execute();
  });
  await removeSearchEntry(trx, 'bulletin', id);
  return removal;
}

/**
 * Puts a bulletin or a language of it back.
 * @param procedure that removed it
 * @throws AppError REMOVAL_UNKNOWN
 */
export async function restoreBulletin(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<void> {
  const rows = await removedRows(trx, removal, procedure);
  await putBack(trx, rows);
  const ids = rows.map(({ entity, entityId, before }) => {
    const owner = entity === 'bulletin' ? entityId : before['bulletin_id'];
    return typeof owner === 'string' ? owner : '';
  });
  for (const id of new Set(ids)) if (id !== '') await indexBulletin(trx, id);
}

/** Brings a bulletin's search entry in step: all its languages are found. */
export async function indexBulletin(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await bulletinRow(trx, id);
  const texts = (await textViews(trx, [row])).get(id) ?? [];
  await putSearchEntry(trx, {
    entity: 'bulletin',
    entityId: id,
    boardId: row.board_id,
    title: titleOf(texts, ''),
    body: texts
      .flatMap(({ content }) => BULLETIN_FIELDS.map((field) => content[field]))
      .filter((text) => text !== '')
      .join('\n'),
    context: '',
    sortDate: row.created_on,
  });
}
