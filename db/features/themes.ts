/** Theme areas (teema-alueet) and their logic models. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { LocalisedText } from '../model/language.ts';
import {
  backwardArrows,
  checkArrow,
  column,
  LOGIC_STAGES,
  moveCard,
  type LogicArrow,
  type LogicCard,
  type LogicModel,
  type LogicStage,
  type ThemeValues,
} from '../model/logic-model.ts';
import { currentStage, type ActionStage } from '../model/volunteer-action.ts';
import { listIndicators, type IndicatorView } from './indicators.ts';
import { assertItemOf, decisionLinks, type DecisionLink } from './volunteer-action-parts.ts';
import { byCode } from './volunteer-actions.ts';

export interface ThemeView extends ThemeValues {
  id: string;
  boardId: string;
  version: number;
  ownerOrganisation: LocalisedText | null;
  ownerPerson: string | null;
}
export interface ThemeRow extends ThemeView {
  cardCount: number;
  actionCount: number;
  indicatorCount: number;
}

/** An action as a theme or a card names it. */
export interface ActionLink {
  id: string;
  code: string;
  name: string;
  stage: ActionStage;
}

export interface BoardCard extends LogicCard {
  actions: ActionLink[];
  decisions: DecisionLink[];
  indicatorIds: string[];
}

export interface ThemeCard extends ThemeView {
  /** In the order of the columns. */
  cards: BoardCard[];
  arrows: LogicArrow[];
  /** Actions of the theme, also those that no card names. */
  actions: ActionLink[];
  /** Indicators of the theme and of its cards. */
  indicators: IndicatorView[];
}

/** Themes with the names of their owners. */
const withOwners = (db: Kysely<Database>) =>
  db
    .selectFrom('theme')
    .leftJoin('organisation', 'organisation.id', 'owner_organisation_id')
    .leftJoin('person', 'person.id', 'owner_person_id')
    .selectAll('theme')
    .select([
      'organisation.name_fi',
      'organisation.name_sv',
      'organisation.name_en',
      'person.name as personName',
    ]);

/** Themes of a board in their order. */
export async function listThemes(db: Kysely<Database>, boardId: string): Promise<ThemeRow[]> {
  const rows = await withOwners(db)
    .select((eb) => [
      eb
        .selectFrom('logic_card')
        .select((one) => one.fn.countAll<number>().as('count'))
        .whereRef('logic_card.theme_id', '=', 'theme.id')
        .as('cardCount'),
      eb
        .selectFrom('volunteer_action')
        .select((one) => one.fn.countAll<number>().as('count'))
        .whereRef('volunteer_action.theme_id', '=', 'theme.id')
        .as('actionCount'),
      eb
        .selectFrom('indicator_subject')
        .leftJoin('logic_card', 'logic_card.id', 'indicator_subject.card_id')
        .select((one) => one.fn.count<number>('indicator_subject.indicator_id').distinct().as('count'))
        .where((one) =>
          one.or([
            one('indicator_subject.theme_id', '=', one.ref('theme.id')),
            one('logic_card.theme_id', '=', one.ref('theme.id')),
          ]),
        )
        .as('indicatorCount'),
    ])
    .where('theme.board_id', '=', boardId)
    .orderBy('theme.position')
    .execute();
  return rows.map((row) => ({
    ...viewOf(row),
    cardCount: row.cardCount ?? 0,
    actionCount: row.actionCount ?? 0,
    indicatorCount: row.indicatorCount ?? 0,
  }));
}

function viewOf(
  row: Selectable<Database['theme']> & {
    name_fi: string | null;
    name_sv: string | null;
    name_en: string | null;
    personName: string | null;
  },
): ThemeView {
  return {
    id: row.id,
    boardId: row.board_id,
    version: row.version,
    name: row.name,
    summary: row.summary,
    goals: JSON.parse(row.goals) as string[],
    ownerOrganisationId: row.owner_organisation_id,
    ownerOrganisation: row.name_fi === null ? null : { fi: row.name_fi, sv: row.name_sv, en: row.name_en },
    ownerPersonId: row.owner_person_id,
    ownerPerson: row.personName,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  };
}

/** A theme with its board of cards. @throws AppError NOT_FOUND */
export async function themeCard(db: Kysely<Database>, id: string): Promise<ThemeCard> {
  const row = await withOwners(db).where('theme.id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'theme' });
  const model = await logicModel(db, id);
  const links = await db
    .selectFrom('logic_card_link')
    .innerJoin('logic_card', 'logic_card.id', 'card_id')
    .select(['card_id', 'action_id', 'item_id'])
    .where('theme_id', '=', id)
    .execute();
  const actions = await actionLinks(db, row.board_id);
  const decisions = await decisionLinks(
    db,
    links.flatMap((link) => link.item_id ?? []),
  );
  const cardIds = new Set(model.cards.map((card) => card.id));
  const indicators = (await listIndicators(db, row.board_id)).filter(({ subjects }) =>
    subjects.some((one) => one.id === id || cardIds.has(one.id)),
  );
  const own = await db.selectFrom('volunteer_action').select('id').where('theme_id', '=', id).execute();
  const named = new Set([...own.map((one) => one.id), ...links.flatMap((link) => link.action_id ?? [])]);
  return {
    ...viewOf(row),
    cards: model.cards.map((card) => {
      const linked = links.filter((link) => link.card_id === card.id);
      return {
        ...card,
        actions: linked.flatMap((link) => actions.get(link.action_id ?? '') ?? []),
        decisions: linked.flatMap((link) => decisions.get(link.item_id ?? '') ?? []),
        indicatorIds: indicators
          .filter(({ subjects }) => subjects.some((one) => one.kind === 'card' && one.id === card.id))
          .map((one) => one.id),
      };
    }),
    arrows: model.arrows,
    actions: [...actions.values()].filter((one) => named.has(one.id)),
    indicators,
  };
}

/** Themes of a board in their order, each with its logic model. */
export async function themeModels(
  db: Kysely<Database>,
  boardId: string,
): Promise<(ThemeView & LogicModel)[]> {
  const rows = await withOwners(db).where('theme.board_id', '=', boardId).orderBy('theme.position').execute();
  const models: (ThemeView & LogicModel)[] = [];
  for (const row of rows) models.push({ ...viewOf(row), ...(await logicModel(db, row.id)) });
  return models;
}

/** Actions of a board by id, by their code. */
export async function actionLinks(db: Kysely<Database>, boardId: string): Promise<Map<string, ActionLink>> {
  const rows = await db
    .selectFrom('volunteer_action')
    .select(['id', 'code', 'name'])
    .where('board_id', '=', boardId)
    .execute();
  const stages = Map.groupBy(
    await db
      .selectFrom('volunteer_action_stage')
      .innerJoin('volunteer_action', 'volunteer_action.id', 'action_id')
      .select([
        'volunteer_action_stage.id',
        'action_id',
        'volunteer_action_stage.stage',
        'changed_on as changedOn',
      ])
      .where('board_id', '=', boardId)
      .execute(),
    (one) => one.action_id,
  );
  return new Map(
    rows
      .map((row) => ({ ...row, stage: currentStage(stages.get(row.id) ?? []) }))
      .sort(byCode)
      .map((row) => [row.id, row]),
  );
}

async function logicModel(
  db: Kysely<Database>,
  themeId: string,
): Promise<{ cards: LogicCard[]; arrows: LogicArrow[] }> {
  const cards = await db
    .selectFrom('logic_card')
    .select(['id', 'stage', 'text'])
    .where('theme_id', '=', themeId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const arrows = await db
    .selectFrom('logic_arrow')
    .innerJoin('logic_card', 'logic_card.id', 'from_card_id')
    .select(['from_card_id as from', 'to_card_id as to'])
    .where('theme_id', '=', themeId)
    .orderBy('logic_card.position')
    .execute();
  return { cards: LOGIC_STAGES.flatMap((stage) => column({ cards }, stage)), arrows };
}

/** Adds a theme, or changes one. @throws AppError NOT_FOUND, CONFLICT, ORGANISATION_DISSOLVED */
export async function saveTheme(
  trx: Kysely<Database>,
  input: { id: string | null; boardId: string; version: number; values: ThemeValues },
): Promise<{ id: string; version: number }> {
  const { values } = input;
  const before = input.id === null ? null : await themeRow(trx, input.id);
  if (values.ownerOrganisationId !== null && values.ownerOrganisationId !== before?.owner_organisation_id) {
    const owner = await trx
      .selectFrom('organisation')
      .select(['name_fi', 'state'])
      .where('id', '=', values.ownerOrganisationId)
      .executeTakeFirst();
    if (!owner) throw new AppError('NOT_FOUND', { what: 'organisation' });
    if (owner.state === 'dissolved')
      throw new AppError(
        'ORGANISATION_DISSOLVED',
        { organisation: owner.name_fi },
        { ownerOrganisationId: 'organisation_dissolved' },
      );
  }
  const columns = {
    name: values.name,
    summary: values.summary,
    goals: JSON.stringify(values.goals),
    owner_organisation_id: values.ownerOrganisationId,
    owner_person_id: values.ownerPersonId,
    starts_on: values.startsOn,
    ends_on: values.endsOn,
  };
  if (before === null) {
    const id = newId();
    const last = await trx
      .selectFrom('theme')
      .select(({ fn }) => fn.max<number | null>('position').as('position'))
      .where('board_id', '=', input.boardId)
      .executeTakeFirst();
    await trx
      .insertInto('theme')
      .values({ id, board_id: input.boardId, position: (last?.position ?? -1) + 1, ...columns })
      .execute();
    await indexTheme(trx, id);
    return { id, version: 1 };
  }
  if (before.version !== input.version) throw new AppError('CONFLICT', { what: 'theme' });
  const version = before.version + 1;
  await trx
    .updateTable('theme')
    .set({ ...columns, version })
    .where('id', '=', before.id)
    .execute();
  await indexTheme(trx, before.id);
  return { id: before.id, version };
}

/** @throws AppError NOT_FOUND */
export async function themeRow(db: Kysely<Database>, id: string): Promise<Selectable<Database['theme']>> {
  const row = await db.selectFrom('theme').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'theme' });
  return row;
}

/** Removes a theme with its logic model; its actions and indicators stay. @throws AppError NOT_FOUND */
export async function removeTheme(trx: Kysely<Database>, id: string): Promise<void> {
  await themeRow(trx, id);
  await trx.deleteFrom('theme').where('id', '=', id).execute();
  await removeSearchEntry(trx, 'theme', id);
}

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

/** Brings a theme's search entry in step; its cards are found with it. */
export async function indexTheme(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await themeRow(trx, id);
  const { cards } = await logicModel(trx, id);
  await putSearchEntry(trx, {
    entity: 'theme',
    entityId: id,
    boardId: row.board_id,
    title: row.name,
    body: [row.summary, ...(JSON.parse(row.goals) as string[]), ...cards.map((card) => card.text)]
      .filter((text) => text !== '')
      .join('\n'),
    sortDate: row.starts_on,
  });
}
