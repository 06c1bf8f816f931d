/** Theme areas (teema-alueet) with their logic models. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { removeSearchEntry } from '../core/search.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { LocalisedText } from '../model/language.ts';
import type { LogicArrow, LogicCard, LogicModel, ThemeValues } from '../model/logic-model.ts';
import { currentStage, type ActionStage } from '../model/volunteer-action.ts';
import { listIndicators, type IndicatorView } from './indicators.ts';
import { indexTheme, logicModel, themeRow } from './theme-rows.ts';
import { decisionLinks, type DecisionLink } from './volunteer-action-parts.ts';
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

/** Removes a theme with its logic model; its actions and indicators stay. @throws AppError NOT_FOUND */
export async function removeTheme(trx: Kysely<Database>, id: string): Promise<void> {
  await themeRow(trx, id);
  await trx.deleteFrom('theme').where('id', '=', id).execute();
  await removeSearchEntry(trx, 'theme', id);
}
