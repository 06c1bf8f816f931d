/** What hangs together in the large sample: decisions, actions, practices, agreements, projects, inclusion and cases. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { newId } from '../model/identity.ts';
import { dayOf, insertRows, lastDay, some, type LargeContext } from './large-sample-context.ts';

type Coded =
  | 'volunteer_action'
  | 'practice'
  | 'agreement'
  | 'project'
  | 'inclusion_entry'
  | 'cooperation_case';

/** Ids in the order in which they were made. */
async function idsOf(trx: Kysely<Database>, table: Coded | 'indicator' | 'survey'): Promise<string[]> {
  const rows = await trx.selectFrom(table).select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** All that is tied must be there already. */
export async function importLargeTies(context: LargeContext): Promise<void> {
  const { trx, random, boardId, years, municipalities, classificationYear } = context;
  // Items of examined meetings that decide something.
  const decided = await trx
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'meeting_id')
    .select('agenda_item.id')
    .where('board_id', '=', boardId)
    .where('agenda_item.kind', '=', 'decision')
    .orderBy('agenda_item.id')
    .execute();
  const decisions = decided.map(({ id }) => id);
  const actions = await idsOf(trx, 'volunteer_action');
  const practices = await idsOf(trx, 'practice');
  const agreements = await idsOf(trx, 'agreement');
  const projects = await idsOf(trx, 'project');
  const entries = await idsOf(trx, 'inclusion_entry');
  const cases = await idsOf(trx, 'cooperation_case');
  const indicators = await idsOf(trx, 'indicator');
  const surveys = await idsOf(trx, 'survey');
  const oneOf = (ids: readonly string[]): string[] => (ids.length === 0 ? [] : [random.pick(ids)]);
  await insertRows(
    trx,
    'volunteer_action_decision',
    actions.flatMap((id) => oneOf(decisions).map((item) => ({ action_id: id, item_id: item }))),
  );
  await insertRows(
    trx,
    'practice_action',
    practices.flatMap((id) =>
      some(context, actions, 3).map((action) => ({ practice_id: id, action_id: action })),
    ),
  );
  await insertRows(
    trx,
    'practice_training',
    practices.flatMap((id) =>
      some(context, municipalities, 2).map(({ code }) => ({
        id: newId(),
        practice_id: id,
        held_on: dayOf(context, years[0]!),
        title: 'Perehdytys käytäntöön',
        municipality_year: classificationYear,
        municipality_code: code,
        participants: 5 + random.below(25),
      })),
    ),
  );
  await insertRows(
    trx,
    'volunteer_action_note',
    actions.flatMap((id, place) =>
      place % 3 === 0
        ? [{ id: newId(), action_id: id, noted_on: lastDay(context), text: 'Toiminta löysi osallistujansa.' }]
        : [],
    ),
  );
  await insertRows(
    trx,
    'practice_decision',
    practices.flatMap((id) => oneOf(decisions).map((item) => ({ practice_id: id, item_id: item }))),
  );
  await insertRows(
    trx,
    'agreement_practice',
    agreements.flatMap((id) =>
      oneOf(practices).map((practice) => ({ agreement_id: id, practice_id: practice })),
    ),
  );
  await insertRows(
    trx,
    'agreement_decision',
    agreements.flatMap((id) => oneOf(decisions).map((item) => ({ agreement_id: id, item_id: item }))),
  );
  await insertRows(
    trx,
    'project_action',
    projects.flatMap((id) =>
      some(context, actions, 4).map((action) => ({ project_id: id, action_id: action })),
    ),
  );
  await insertRows(
    trx,
    'project_decision',
    projects.flatMap((id) => oneOf(decisions).map((item) => ({ project_id: id, item_id: item }))),
  );
  await insertRows(
    trx,
    'inclusion_action',
    entries.flatMap((id) => oneOf(actions).map((action) => ({ entry_id: id, action_id: action }))),
  );
  await insertRows(
    trx,
    'inclusion_decision',
    entries.flatMap((id, place) =>
      place % 4 === 0 ? oneOf(decisions).map((item) => ({ entry_id: id, item_id: item })) : [],
    ),
  );
  await insertRows(
    trx,
    'inclusion_indicator',
    entries.flatMap((id, place) =>
      place % 5 === 0
        ? oneOf(indicators).map((indicator) => ({ entry_id: id, indicator_id: indicator }))
        : [],
    ),
  );
  await insertRows(
    trx,
    'case_link',
    cases.flatMap((id) => [
      ...oneOf(actions).map((action) => ({ id: newId(), case_id: id, action_id: action })),
      {
        id: newId(),
        case_id: id,
        municipality_year: classificationYear,
        municipality_code: random.pick(municipalities).code,
      },
    ]),
  );
  await insertRows(
    trx,
    'survey_link',
    surveys.flatMap((id) => oneOf(decisions).map((item) => ({ id: newId(), survey_id: id, item_id: item }))),
  );
}
