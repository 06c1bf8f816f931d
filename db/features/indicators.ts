/** Indicators (mittarit) with their measurements and what they tell about. */
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import {
  byDay,
  progress,
  type IndicatorSubject,
  type IndicatorValues,
  type MeasurementValues,
  type SubjectKind,
} from '../model/indicator.ts';
import type { LogicStage } from '../model/logic-model.ts';

export interface IndicatorView extends IndicatorValues {
  id: string;
  boardId: string;
  version: number;
  /** The earliest first. */
  measurements: (MeasurementValues & { id: string })[];
  progress: ReturnType<typeof progress>;
  subjects: SubjectView[];
}

/** What an indicator tells about, by its name; `themeId` is where a card lies. */
export interface SubjectView {
  kind: SubjectKind;
  id: string;
  name: string;
  themeId: string | null;
  stage: LogicStage | null;
}

/** Indicators of a board by their name. */
export async function listIndicators(db: Kysely<Database>, boardId: string): Promise<IndicatorView[]> {
  const rows = await db
    .selectFrom('indicator')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('name')
    .execute();
  return await views(db, rows);
}

/** @throws AppError NOT_FOUND */
export async function getIndicator(db: Kysely<Database>, id: string): Promise<IndicatorView> {
  const [view] = await views(db, [await indicatorRow(db, id)]);
  return view!;
}

/** Those that tell about a theme, an action or a card. */
export async function indicatorsOf(
  db: Kysely<Database>,
  subject: IndicatorSubject,
): Promise<IndicatorView[]> {
  const rows = await db
    .selectFrom('indicator')
    .selectAll()
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('indicator_subject')
          .select('indicator_subject.id')
          .whereRef('indicator_subject.indicator_id', '=', 'indicator.id')
          .where(SUBJECT_COLUMNS[subject.kind], '=', subject.id),
      ),
    )
    .orderBy('name')
    .execute();
  return await views(db, rows);
}

const SUBJECT_COLUMNS = { theme: 'theme_id', action: 'action_id', card: 'card_id' } as const;

async function views(
  db: Kysely<Database>,
  rows: readonly Selectable<Database['indicator']>[],
): Promise<IndicatorView[]> {
  if (rows.length === 0) return [];
  const ids = sql<string>`(select value from json_each(${JSON.stringify(rows.map((row) => row.id))}))`;
  const measurements = Map.groupBy(
    await db.selectFrom('measurement').selectAll().where('indicator_id', 'in', ids).execute(),
    (row) => row.indicator_id,
  );
  const subjects = Map.groupBy(
    await db
      .selectFrom('indicator_subject')
      .leftJoin('theme', 'theme.id', 'indicator_subject.theme_id')
      .leftJoin('volunteer_action', 'volunteer_action.id', 'indicator_subject.action_id')
      .leftJoin('logic_card', 'logic_card.id', 'indicator_subject.card_id')
      .select([
        'indicator_subject.indicator_id',
        'theme.id as themeId',
        'theme.name as theme',
        'volunteer_action.id as actionId',
        'volunteer_action.code',
        'volunteer_action.name as action',
        'logic_card.id as cardId',
        'logic_card.text as card',
        'logic_card.stage',
        'logic_card.theme_id as cardThemeId',
      ])
      .where('indicator_subject.indicator_id', 'in', ids)
      .orderBy('indicator_subject.id')
      .execute(),
    (row) => row.indicator_id,
  );
  return rows.map((row) => {
    const own = byDay(
      (measurements.get(row.id) ?? []).map((one) => ({
        id: one.id,
        measuredOn: one.measured_on,
        value: one.value,
        source: one.source,
        note: one.note,
      })),
    );
    return {
      id: row.id,
      boardId: row.board_id,
      version: row.version,
      name: row.name,
      unit: row.unit,
      description: row.description,
      direction: row.direction,
      decimals: row.decimals,
      baseline: row.baseline,
      baselineOn: row.baseline_on,
      target: row.target,
      targetOn: row.target_on,
      source: row.source,
      measurements: own,
      progress: progress(row, own),
      subjects: (subjects.get(row.id) ?? []).map((one): SubjectView => {
        if (one.themeId !== null)
          return { kind: 'theme', id: one.themeId, name: one.theme ?? '', themeId: one.themeId, stage: null };
        if (one.actionId !== null)
          return {
            kind: 'action',
            id: one.actionId,
            name: `${one.code ?? ''} ${one.action ?? ''}`,
            themeId: null,
            stage: null,
          };
        return {
          kind: 'card',
          id: one.cardId ?? '',
          name: one.card ?? '',
          themeId: one.cardThemeId,
          stage: one.stage,
        };
      }),
    };
  });
}

/** @throws AppError NOT_FOUND */
export async function indicatorRow(
  db: Kysely<Database>,
  id: string,
): Promise<Selectable<Database['indicator']>> {
  const row = await db.selectFrom('indicator').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'indicator' });
  return row;
}

/** Adds an indicator, or changes one. @throws AppError NOT_FOUND, CONFLICT, OTHER_BOARD */
export async function saveIndicator(
  trx: Kysely<Database>,
  input: {
    id: string | null;
    boardId: string;
    version: number;
    values: IndicatorValues;
    subjects: readonly IndicatorSubject[];
  },
): Promise<{ id: string; version: number }> {
  const { values } = input;
  const columns = {
    name: values.name,
    unit: values.unit,
    description: values.description,
    direction: values.direction,
    decimals: values.decimals,
    baseline: values.baseline,
    baseline_on: values.baselineOn,
    target: values.target,
    target_on: values.targetOn,
    source: values.source,
  };
  const id = input.id ?? newId();
  let version = 1;
  if (input.id === null)
    await trx
      .insertInto('indicator')
      .values({ id, board_id: input.boardId, ...columns })
      .execute();
  else {
    const row = await indicatorRow(trx, id);
    if (row.version !== input.version) throw new AppError('CONFLICT', { what: 'indicator' });
    version = row.version + 1;
    await trx
      .updateTable('indicator')
      .set({ ...columns, version })
      .where('id', '=', id)
      .execute();
  }
  await putSubjects(trx, id, input.subjects);
  await indexIndicator(trx, id);
  return { id, version };
}

/** @throws AppError NOT_FOUND when a subject is gone, OTHER_BOARD */
async function putSubjects(
  trx: Kysely<Database>,
  id: string,
  subjects: readonly IndicatorSubject[],
): Promise<void> {
  const { board_id } = await indicatorRow(trx, id);
  await trx.deleteFrom('indicator_subject').where('indicator_id', '=', id).execute();
  const seen = new Set<string>();
  for (const subject of subjects) {
    if (seen.has(subject.id)) continue;
    seen.add(subject.id);
    const owner =
      subject.kind === 'card'
        ? await trx
            .selectFrom('logic_card')
            .innerJoin('theme', 'theme.id', 'theme_id')
            .select('theme.board_id')
            .where('logic_card.id', '=', subject.id)
            .executeTakeFirst()
        : await trx
            .selectFrom(subject.kind === 'theme' ? 'theme' : 'volunteer_action')
            .select('board_id')
            .where('id', '=', subject.id)
            .executeTakeFirst();
    if (!owner) throw new AppError('NOT_FOUND', { what: subject.kind });
    if (owner.board_id !== board_id) throw new AppError('OTHER_BOARD');
    await trx
      .insertInto('indicator_subject')
      .values({
        id: newId(),
        indicator_id: id,
        theme_id: null,
        action_id: null,
        card_id: null,
        [SUBJECT_COLUMNS[subject.kind]]: subject.id,
      })
      .execute();
  }
}

/** @throws AppError NOT_FOUND */
export async function removeIndicator(trx: Kysely<Database>, id: string): Promise<void> {
  await indicatorRow(trx, id);
  await trx.deleteFrom('indicator').where('id', '=', id).execute();
  await removeSearchEntry(trx, 'indicator', id);
}

/** Adds a measurement, or changes one. @throws AppError NOT_FOUND, MEASURED_ALREADY */
export async function saveMeasurement(
  trx: Kysely<Database>,
  input: { id: string | null; indicatorId: string; values: MeasurementValues },
): Promise<{ id: string }> {
  const { values, indicatorId } = input;
  await indicatorRow(trx, indicatorId);
  const other = await trx
    .selectFrom('measurement')
    .select('id')
    .where('indicator_id', '=', indicatorId)
    .where('measured_on', '=', values.measuredOn)
    .executeTakeFirst();
  if (other && other.id !== input.id)
    throw new AppError('MEASURED_ALREADY', { date: values.measuredOn }, { measuredOn: 'measured_already' });
  const columns = {
    measured_on: values.measuredOn,
    value: values.value,
    source: values.source,
    note: values.note,
  };
  if (input.id === null) {
    const id = newId();
    await trx
      .insertInto('measurement')
      .values({ id, indicator_id: indicatorId, ...columns })
      .execute();
    return { id };
  }
  const changed = await trx
    .updateTable('measurement')
    .set(columns)
    .where('id', '=', input.id)
    .where('indicator_id', '=', indicatorId)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError('NOT_FOUND', { what: 'measurement' });
  return { id: input.id };
}

/** @throws AppError NOT_FOUND */
export async function removeMeasurement(trx: Kysely<Database>, id: string): Promise<void> {
  const removed = await trx.deleteFrom('measurement').where('id', '=', id).executeTakeFirst();
  if (removed.numDeletedRows === 0n) throw new AppError('NOT_FOUND', { what: 'measurement' });
}

/** Brings an indicator's search entry in step. */
export async function indexIndicator(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await indicatorRow(trx, id);
  await putSearchEntry(trx, {
    entity: 'indicator',
    entityId: id,
    boardId: row.board_id,
    title: row.name,
    body: [row.description, row.source].filter((text) => text !== '').join('\n'),
    context: row.unit,
    sortDate: null,
  });
}
