/** Rows of a theme and its logic model, and its entry in the search. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry } from '../core/search.ts';
import { AppError } from '../model/errors.ts';
import { column, LOGIC_STAGES, type LogicArrow, type LogicCard } from '../model/logic-model.ts';

/** @throws AppError NOT_FOUND */
export async function themeRow(db: Kysely<Database>, id: string): Promise<Selectable<Database['theme']>> {
  const row = await db.selectFrom('theme').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'theme' });
  return row;
}

/** The cards of a theme in the order of the columns, and their arrows. */
export async function logicModel(
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
