/** One volunteer action in full, and what is noted of it: stages, events, phases, evaluation, decisions, tasks. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { BudgetValues } from '../model/budget.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { LocalisedText } from '../model/language.ts';
import type { TaskState } from '../model/task.ts';
import {
  checkStageChange,
  inOrder,
  type ActionEventValues,
  type ActionNoteValues,
  type ActionPhaseValues,
  type ActionStage,
  type StageChange,
  type TargetKind,
} from '../model/volunteer-action.ts';
import { getBudget, removeBudget, saveBudget } from './budgets.ts';
import { latestClassificationYear } from './classification.ts';
import { indicatorsOf, type IndicatorView } from './indicators.ts';
import { itemReferences } from './item-references.ts';
import { actionRow, actionRows, indexAction, type ActionRow } from './volunteer-actions.ts';

/** A § as a card refers to it. */
export interface DecisionLink {
  itemId: string;
  meetingId: string;
  /** "3/2026 § 27" */
  reference: string;
  title: string;
  heldOn: string;
}

export interface ActionCard extends ActionRow {
  boardId: string;
  description: string;
  hours: number | null;
  version: number;
  targets: { kind: TargetKind; name: string }[];
  /** The latest first. */
  stages: {
    id: string;
    stage: ActionStage;
    changedOn: string;
    ground: string;
    decision: DecisionLink | null;
  }[];
  /** The latest first. */
  events: (ActionEventValues & { id: string; municipalityName: LocalisedText | null })[];
  /** In time. */
  phases: (ActionPhaseValues & { id: string })[];
  /** The latest first. */
  notes: (ActionNoteValues & { id: string })[];
  decisions: DecisionLink[];
  tasks: { id: string; code: string; title: string; state: TaskState; dueOn: string | null }[];
  budget: (BudgetValues & { version: number }) | null;
  indicators: IndicatorView[];
  /** Cards of logic models that this action carries out. */
  cards: { id: string; themeId: string; theme: string; text: string }[];
}

/** @throws AppError NOT_FOUND */
export async function actionCard(db: Kysely<Database>, id: string, today: string): Promise<ActionCard> {
  const row = await actionRow(db, id);
  const [list] = await actionRows(db, [row], today);
  const stages = await db
    .selectFrom('volunteer_action_stage')
    .selectAll()
    .where('action_id', '=', id)
    .execute();
  const events = await db
    .selectFrom('volunteer_action_event as event')
    .leftJoin('municipality', (join) =>
      join
        .onRef('municipality.year', '=', 'event.municipality_year')
        .onRef('municipality.code', '=', 'event.municipality_code'),
    )
    .selectAll('event')
    .select(['municipality.name_fi', 'municipality.name_sv'])
    .where('action_id', '=', id)
    .orderBy('held_on', 'desc')
    .orderBy('event.id', 'desc')
    .execute();
  const decided = await db
    .selectFrom('volunteer_action_decision')
    .select('item_id')
    .where('action_id', '=', id)
    .execute();
  const decisions = await decisionLinks(db, [
    ...decided.map((one) => one.item_id),
    ...stages.flatMap((one) => one.item_id ?? []),
  ]);
  const budget = row.budget_id === null ? null : await getBudget(db, row.budget_id);
  return {
    ...list!,
    boardId: row.board_id,
    description: row.description,
    hours: row.hours,
    version: row.version,
    targets: await db
      .selectFrom('volunteer_action_target')
      .select(['kind', 'name'])
      .where('action_id', '=', id)
      .orderBy('position')
      .execute(),
    stages: inOrder(
      stages.map((one) => ({
        id: one.id,
        stage: one.stage,
        changedOn: one.changed_on,
        ground: one.ground,
        decision: decisions.get(one.item_id ?? '') ?? null,
      })),
    ).reverse(),
    events: events.map((one) => ({
      id: one.id,
      heldOn: one.held_on,
      title: one.title,
      municipality: one.municipality_code,
      municipalityName: one.name_fi === null ? null : { fi: one.name_fi, sv: one.name_sv },
      participants: one.participants,
      volunteers: one.volunteers,
      hours: one.hours,
      note: one.note,
    })),
    phases: (
      await db
        .selectFrom('volunteer_action_phase')
        .selectAll()
        .where('action_id', '=', id)
        .orderBy('starts_on')
        .orderBy('id')
        .execute()
    ).map((one) => ({
      id: one.id,
      startsOn: one.starts_on,
      endsOn: one.ends_on,
      area: one.area,
      goal: one.goal,
    })),
    notes: (
      await db
        .selectFrom('volunteer_action_note')
        .selectAll()
        .where('action_id', '=', id)
        .orderBy('noted_on', 'desc')
        .orderBy('id', 'desc')
        .execute()
    ).map((one) => ({ id: one.id, notedOn: one.noted_on, text: one.text })),
    decisions: decided
      .flatMap((one) => decisions.get(one.item_id) ?? [])
      .sort((a, b) => (a.heldOn < b.heldOn ? 1 : -1)),
    tasks: (
      await db
        .selectFrom('volunteer_action_task')
        .innerJoin('task', 'task.id', 'task_id')
        .select(['task.id', 'task.code', 'task.title', 'task.state', 'task.due_on'])
        .where('action_id', '=', id)
        .orderBy('task.code')
        .execute()
    ).map(({ due_on, ...one }) => ({ ...one, dueOn: due_on })),
    budget,
    indicators: await indicatorsOf(db, { kind: 'action', id }),
    cards: await db
      .selectFrom('logic_card_link')
      .innerJoin('logic_card', 'logic_card.id', 'card_id')
      .innerJoin('theme', 'theme.id', 'logic_card.theme_id')
      .select(['logic_card.id', 'theme.id as themeId', 'theme.name as theme', 'logic_card.text'])
      .where('logic_card_link.action_id', '=', id)
      .orderBy('theme.position')
      .orderBy('logic_card.position')
      .execute(),
  };
}

/** §§ by the id of their item. */
export async function decisionLinks(
  db: Kysely<Database>,
  itemIds: readonly string[],
): Promise<Map<string, DecisionLink>> {
  if (itemIds.length === 0) return new Map();
  const references = await itemReferences(db, itemIds);
  const rows = await db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .select(['agenda_item.id', 'agenda_item.title', 'meeting.id as meetingId', 'meeting.held_on'])
    .where('agenda_item.id', 'in', itemIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        itemId: row.id,
        meetingId: row.meetingId,
        reference: references.get(row.id) ?? '',
        title: row.title,
        heldOn: row.held_on,
      },
    ]),
  );
}

/** §§ of a board whose title or reference holds the text, the newest first. */
export async function findDecisions(
  db: Kysely<Database>,
  search: { boardId: string; text: string; limit: number },
): Promise<DecisionLink[]> {
  const like = `%${search.text.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const { rows } = await sql<{ id: string }>`
    select item.id from agenda_item as item join meeting on meeting.id = item.meeting_id
    where meeting.board_id = ${search.boardId} and meeting.state <> 'cancelled'
      and (item.title like ${like} escape '\\'
        or meeting.number || '/' || meeting.year || ' § ' || coalesce(item.section, '') like ${like} escape '\\')
    order by meeting.held_on desc, item.position limit ${search.limit}`.execute(db);
  const found = await decisionLinks(
    db,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row) => found.get(row.id) ?? []);
}

/** @throws AppError NOT_FOUND, STAGE_SAME, STAGE_BEFORE_LATEST, STAGE_IN_FUTURE */
export async function changeStage(
  trx: Kysely<Database>,
  actionId: string,
  change: StageChange,
  today: string,
): Promise<{ id: string }> {
  await actionRow(trx, actionId);
  const rows = await trx
    .selectFrom('volunteer_action_stage')
    .select(['id', 'stage', 'changed_on as changedOn'])
    .where('action_id', '=', actionId)
    .execute();
  checkStageChange(rows, change, today);
  const id = newId();
  await trx
    .insertInto('volunteer_action_stage')
    .values({
      id,
      action_id: actionId,
      stage: change.stage,
      changed_on: change.changedOn,
      ground: change.ground,
      item_id: change.itemId,
    })
    .execute();
  return { id };
}

/** Takes the latest change of stage back; the first one stays. @throws AppError NOT_FOUND, STAGE_NOT_LATEST */
export async function undoStage(trx: Kysely<Database>, id: string): Promise<{ actionId: string }> {
  const row = await trx
    .selectFrom('volunteer_action_stage')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'volunteer_action_stage' });
  const rows = await trx
    .selectFrom('volunteer_action_stage')
    .select(['id', 'stage', 'changed_on as changedOn'])
    .where('action_id', '=', row.action_id)
    .execute();
  if (rows.length < 2 || inOrder(rows).at(-1)?.id !== id) throw new AppError('STAGE_NOT_LATEST');
  await trx.deleteFrom('volunteer_action_stage').where('id', '=', id).execute();
  return { actionId: row.action_id };
}

/** Adds an event, or changes one. @throws AppError NOT_FOUND */
export async function saveEvent(
  trx: Kysely<Database>,
  input: { id: string | null; actionId: string; values: ActionEventValues },
): Promise<{ id: string }> {
  const { values } = input;
  const columns = {
    held_on: values.heldOn,
    title: values.title,
    municipality_year: values.municipality === null ? null : await latestClassificationYear(trx),
    municipality_code: values.municipality,
    participants: values.participants,
    volunteers: values.volunteers,
    hours: values.hours,
    note: values.note,
  };
  return await put(trx, 'volunteer_action_event', input, columns);
}

export async function savePhase(
  trx: Kysely<Database>,
  input: { id: string | null; actionId: string; values: ActionPhaseValues },
): Promise<{ id: string }> {
  const { startsOn, endsOn, area, goal } = input.values;
  return await put(trx, 'volunteer_action_phase', input, {
    starts_on: startsOn,
    ends_on: endsOn,
    area,
    goal,
  });
}

export async function saveNote(
  trx: Kysely<Database>,
  input: { id: string | null; actionId: string; values: ActionNoteValues },
): Promise<{ id: string }> {
  return await put(trx, 'volunteer_action_note', input, {
    noted_on: input.values.notedOn,
    text: input.values.text,
  });
}

export const ACTION_PARTS = [
  'volunteer_action_event',
  'volunteer_action_phase',
  'volunteer_action_note',
] as const;
export type ActionPart = (typeof ACTION_PARTS)[number];

/** The columns are names of this module's own. */
async function put(
  trx: Kysely<Database>,
  table: ActionPart,
  input: { id: string | null; actionId: string },
  columns: Readonly<Record<string, string | number | null>>,
): Promise<{ id: string }> {
  await actionRow(trx, input.actionId);
  const entries = Object.entries(columns);
  if (input.id === null) {
    const id = newId();
    await sql`insert into ${sql.table(table)}
      (id, action_id, ${sql.join(entries.map(([name]) => sql.ref(name)))})
      values (${id}, ${input.actionId}, ${sql.join(entries.map(([, value]) => value))})`.execute(trx);
    return { id };
  }
  const { numAffectedRows } = await sql`update ${sql.table(table)}
    set ${sql.join(entries.map(([name, value]) => sql`${sql.ref(name)} = ${value}`))}
    where id = ${input.id} and action_id = ${input.actionId}`.execute(trx);
  if (numAffectedRows !== 1n) throw new AppError('NOT_FOUND', { what: table });
  return { id: input.id };
}

/** @throws AppError NOT_FOUND */
export async function removePart(trx: Kysely<Database>, table: ActionPart, id: string): Promise<void> {
  const removed = await trx.deleteFrom(table).where('id', '=', id).executeTakeFirst();
  if (removed.numDeletedRows === 0n) throw new AppError('NOT_FOUND', { what: table });
}

/** Ties a § to an action or unties it. @throws AppError NOT_FOUND, OTHER_BOARD */
export async function setDecision(
  trx: Kysely<Database>,
  input: { actionId: string; itemId: string; isLinked: boolean },
): Promise<void> {
  const action = await actionRow(trx, input.actionId);
  await assertItemOf(trx, input.itemId, action.board_id);
  if (input.isLinked)
    await trx
      .insertInto('volunteer_action_decision')
      .values({ action_id: input.actionId, item_id: input.itemId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await trx
      .deleteFrom('volunteer_action_decision')
      .where('action_id', '=', input.actionId)
      .where('item_id', '=', input.itemId)
      .execute();
}

/** @throws AppError NOT_FOUND, OTHER_BOARD */
export async function assertItemOf(trx: Kysely<Database>, itemId: string, boardId: string): Promise<void> {
  const item = await trx
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .select('meeting.board_id')
    .where('agenda_item.id', '=', itemId)
    .executeTakeFirst();
  if (!item) throw new AppError('NOT_FOUND', { what: 'item' });
  if (item.board_id !== boardId) throw new AppError('OTHER_BOARD');
}

/** Ties a follow-up task to an action or unties it. @throws AppError NOT_FOUND, OTHER_BOARD */
export async function setTask(
  trx: Kysely<Database>,
  input: { actionId: string; taskId: string; isLinked: boolean },
): Promise<void> {
  const action = await actionRow(trx, input.actionId);
  const task = await trx
    .selectFrom('task')
    .select('board_id')
    .where('id', '=', input.taskId)
    .executeTakeFirst();
  if (!task) throw new AppError('NOT_FOUND', { what: 'task' });
  if (task.board_id !== action.board_id) throw new AppError('OTHER_BOARD');
  if (input.isLinked)
    await trx
      .insertInto('volunteer_action_task')
      .values({ action_id: input.actionId, task_id: input.taskId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await trx
      .deleteFrom('volunteer_action_task')
      .where('action_id', '=', input.actionId)
      .where('task_id', '=', input.taskId)
      .execute();
}

/** Saves the budget of an action; one without lines is removed. @throws AppError NOT_FOUND, CONFLICT */
export async function saveActionBudget(
  trx: Kysely<Database>,
  input: { actionId: string; version: number; values: BudgetValues },
): Promise<void> {
  const action = await actionRow(trx, input.actionId);
  if (input.values.lines.length === 0) {
    if (action.budget_id === null) return;
    await trx.updateTable('volunteer_action').set({ budget_id: null }).where('id', '=', action.id).execute();
    await removeBudget(trx, action.budget_id);
    return;
  }
  const { id } = await saveBudget(trx, {
    id: action.budget_id,
    boardId: action.board_id,
    version: input.version,
    values: input.values,
  });
  if (id !== action.budget_id)
    await trx.updateTable('volunteer_action').set({ budget_id: id }).where('id', '=', action.id).execute();
  await indexAction(trx, action.id);
}
