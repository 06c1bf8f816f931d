/** The board of cards of a theme's logic model: cards, arrows, links. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import {
  backwardArrows,
  checkArrow,
  column,
  LOGIC_STAGES,
  moveCard,
  type LogicArrow,
  type LogicStage,
} from '../model/logic-model.ts';
import { indexTheme, logicModel, themeRow } from './theme-rows.ts';
import { assertItemOf } from './volunteer-action-parts.ts';

/** Adds a card to the end of a column. @throws AppError NOT_FOUND */
export async function addCard(
  trx: Kysely<Database>,
  input: { themeId: string; stage: LogicStage; text: string },
): Promise<{ id: string }> {
  await themeRow(trx, input.themeId);
  const last = await trx
    .selectFrom('logic_card')
    .select(({ fn }) => fn.max<number | null>('position').as('position'))
    .where('theme_id', '=', input.themeId)
    .where('stage', '=', input.stage)
    .executeTakeFirst();
  const id = newId();
  await trx
    .insertInto('logic_card')
    .values({
      id,
      theme_id: input.themeId,
      stage: input.stage,
      position: (last?.position ?? -1) + 1,
      text: input.text,
    })
    .execute();
  await indexTheme(trx, input.themeId);
  return { id };
}

/** @throws AppError NOT_FOUND */
export async function changeCardText(
  trx: Kysely<Database>,
  input: { id: string; text: string },
): Promise<void> {
  const { theme_id } = await cardRow(trx, input.id);
  await trx.updateTable('logic_card').set({ text: input.text }).where('id', '=', input.id).execute();
  await indexTheme(trx, theme_id);
}

/**
 * Moves a card to a place in a column. Arrows that would lead backwards from then on are dropped, and told.
 * @throws AppError NOT_FOUND
 */
export async function moveCardTo(
  trx: Kysely<Database>,
  input: { id: string; stage: LogicStage; index: number },
): Promise<{ from: { stage: LogicStage; index: number }; droppedArrows: LogicArrow[] }> {
  const { theme_id } = await cardRow(trx, input.id);
  const model = await logicModel(trx, theme_id);
  const card = model.cards.find((one) => one.id === input.id)!;
  const from = { stage: card.stage, index: column(model, card.stage).indexOf(card) };
  const moved = moveCard(model.cards, input.id, input.stage, input.index);
  for (const stage of LOGIC_STAGES)
    for (const [position, one] of column({ cards: moved }, stage).entries())
      await trx.updateTable('logic_card').set({ stage, position }).where('id', '=', one.id).execute();
  const droppedArrows = backwardArrows({ cards: moved, arrows: model.arrows });
  for (const arrow of droppedArrows) await setArrow(trx, { ...arrow, isThere: false });
  return { from, droppedArrows };
}

/** Removes a card with its arrows and links; what is answered brings it back. @throws AppError NOT_FOUND */
export async function removeCard(trx: Kysely<Database>, id: string): Promise<RemovedCard> {
  const row = await cardRow(trx, id);
  const model = await logicModel(trx, row.theme_id);
  const links = await trx.selectFrom('logic_card_link').selectAll().where('card_id', '=', id).execute();
  const subjects = await trx
    .selectFrom('indicator_subject')
    .select('indicator_id')
    .where('card_id', '=', id)
    .execute();
  await trx.deleteFrom('logic_card').where('id', '=', id).execute();
  await indexTheme(trx, row.theme_id);
  return {
    id,
    themeId: row.theme_id,
    stage: row.stage,
    text: row.text,
    index: column(model, row.stage).findIndex((one) => one.id === id),
    arrows: model.arrows.filter(({ from, to }) => from === id || to === id),
    actionIds: links.flatMap((link) => link.action_id ?? []),
    itemIds: links.flatMap((link) => link.item_id ?? []),
    indicatorIds: subjects.map((one) => one.indicator_id),
  };
}

export interface RemovedCard {
  id: string;
  themeId: string;
  stage: LogicStage;
  text: string;
  index: number;
  arrows: LogicArrow[];
  actionIds: string[];
  itemIds: string[];
  indicatorIds: string[];
}

/** Puts a removed card back with what is still there of its arrows and links. @throws AppError NOT_FOUND */
export async function restoreCard(trx: Kysely<Database>, card: RemovedCard): Promise<void> {
  await themeRow(trx, card.themeId);
  await trx
    .insertInto('logic_card')
    .values({ id: card.id, theme_id: card.themeId, stage: card.stage, position: 0, text: card.text })
    .execute();
  await moveCardTo(trx, { id: card.id, stage: card.stage, index: card.index });
  const { cards } = await logicModel(trx, card.themeId);
  const present = new Set(cards.map((one) => one.id));
  for (const arrow of card.arrows)
    if (present.has(arrow.from) && present.has(arrow.to)) await setArrow(trx, { ...arrow, isThere: true });
  for (const actionId of card.actionIds)
    await setCardLink(trx, { cardId: card.id, actionId, itemId: null, isLinked: true });
  for (const itemId of card.itemIds)
    await setCardLink(trx, { cardId: card.id, actionId: null, itemId, isLinked: true });
  for (const indicatorId of card.indicatorIds)
    await trx
      .insertInto('indicator_subject')
      .values({ id: newId(), indicator_id: indicatorId, card_id: card.id, theme_id: null, action_id: null })
      .execute();
  await indexTheme(trx, card.themeId);
}

/** Draws an arrow from card to card, or takes it away. @throws AppError as `checkArrow`, NOT_FOUND, OTHER_THEME */
export async function setArrow(
  trx: Kysely<Database>,
  input: LogicArrow & { isThere: boolean },
): Promise<{ themeId: string }> {
  const from = await cardRow(trx, input.from);
  const to = await cardRow(trx, input.to);
  if (from.theme_id !== to.theme_id) throw new AppError('OTHER_THEME');
  if (input.isThere) {
    checkArrow(await logicModel(trx, from.theme_id), input);
    await trx.insertInto('logic_arrow').values({ from_card_id: input.from, to_card_id: input.to }).execute();
  } else
    await trx
      .deleteFrom('logic_arrow')
      .where('from_card_id', '=', input.from)
      .where('to_card_id', '=', input.to)
      .execute();
  return { themeId: from.theme_id };
}

/** Ties a card to an action or a §, or unties it. @throws AppError NOT_FOUND, OTHER_BOARD */
export async function setCardLink(
  trx: Kysely<Database>,
  input: { cardId: string; actionId: string | null; itemId: string | null; isLinked: boolean },
): Promise<void> {
  const card = await cardRow(trx, input.cardId);
  const theme = await themeRow(trx, card.theme_id);
  const { actionId, itemId } = input;
  if (itemId !== null) await assertItemOf(trx, itemId, theme.board_id);
  if (actionId !== null) {
    const action = await trx
      .selectFrom('volunteer_action')
      .select('board_id')
      .where('id', '=', actionId)
      .executeTakeFirst();
    if (!action) throw new AppError('NOT_FOUND', { what: 'volunteer_action' });
    if (action.board_id !== theme.board_id) throw new AppError('OTHER_BOARD');
  }
  if (input.isLinked)
    await trx
      .insertInto('logic_card_link')
      .values({ id: newId(), card_id: card.id, action_id: actionId, item_id: itemId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await trx
      .deleteFrom('logic_card_link')
      .where('card_id', '=', card.id)
      .where(actionId === null ? 'item_id' : 'action_id', '=', actionId ?? itemId)
      .execute();
}

async function cardRow(db: Kysely<Database>, id: string): Promise<Selectable<Database['logic_card']>> {
  const row = await db.selectFrom('logic_card').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'logic_card' });
  return row;
}
