/** Clocks (vuosikello, valtuustokausikello) and what becomes of their tasks. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { clashesOf, type ComparedClock } from '../model/clock-clash.ts';
import {
  countStates,
  occurrenceKey,
  type ClockComparison,
  type ClockOwnerView,
  type ClockSummary,
  type ClockTaskView,
  type ClockView,
  type OccurrenceView,
} from '../model/clock-view.ts';
import {
  moveToSegment,
  nextYear,
  occurrenceState,
  occurrencesOf,
  placeProblem,
  type ClockFrame,
  type ClockOwner,
  type ClockTaskValues,
  type ClockTemplate,
  type ClockValues,
} from '../model/clock.ts';
import { AppError } from '../model/errors.ts';
import { ideaState } from '../model/idea.ts';
import { newId } from '../model/identity.ts';
import { inLanguage, type Language } from '../model/language.ts';
import { latestClassificationYear } from './classification.ts';
import { createIdea } from './ideas.ts';
import { itemReferences } from './item-references.ts';
import { putBack, removedRows, removing, type Removal } from './removal.ts';
import { createTask } from './tasks.ts';

type ClockRow = Selectable<Database['clock']>;
type TaskRow = Selectable<Database['clock_task']>;

const frameOf = (row: ClockRow): ClockFrame => ({ kind: row.kind, firstMonth: row.first_month });

async function clockRow(db: Kysely<Database>, id: string): Promise<ClockRow> {
  const row = await db.selectFrom('clock').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'clock' });
  return row;
}

async function taskRow(db: Kysely<Database>, id: string): Promise<TaskRow> {
  const row = await db.selectFrom('clock_task').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'clock_task' });
  return row;
}

/** Names of the owners of clocks. */
async function ownersOf(
  db: Kysely<Database>,
  rows: readonly ClockRow[],
): Promise<Map<string, ClockOwnerView>> {
  const boards = await db.selectFrom('board').select(['id', 'name_fi', 'name_sv', 'name_en']).execute();
  const regions = await db.selectFrom('region').selectAll().execute();
  const codes = rows.flatMap((row) => row.municipality_code ?? []);
  const municipalities =
    codes.length === 0
      ? []
      : await db.selectFrom('municipality').selectAll().where('code', 'in', codes).execute();
  return new Map(
    rows.map((row): [string, ClockOwnerView] => {
      const board = boards.find((one) => one.id === row.board_id);
      if (board)
        return [
          row.id,
          {
            kind: 'board',
            boardId: board.id,
            code: null,
            name: { fi: board.name_fi, sv: board.name_sv, en: board.name_en },
          },
        ];
      const isRegion = row.region_code !== null;
      const code = row.region_code ?? row.municipality_code ?? '';
      const place = (isRegion ? regions : municipalities).find(
        (one) => one.code === code && one.year === row.year,
      );
      return [
        row.id,
        {
          kind: isRegion ? 'region' : 'municipality',
          boardId: null,
          code,
          name: { fi: place?.name_fi ?? code, sv: place?.name_sv ?? null },
        },
      ];
    }),
  );
}

async function outcomeRows(db: Kysely<Database>, clockIds: readonly string[]) {
  return await db
    .selectFrom('clock_occurrence')
    .innerJoin('clock_task', 'clock_task.id', 'clock_occurrence.clock_task_id')
    .leftJoin('idea', 'idea.id', 'clock_occurrence.idea_id')
    .leftJoin('item_origin', 'item_origin.idea_id', 'idea.id')
    .leftJoin('agenda_item', 'agenda_item.id', 'item_origin.item_id')
    .leftJoin('task', 'task.id', 'clock_occurrence.task_id')
    .select([
      'clock_occurrence.clock_task_id as taskId',
      'clock_occurrence.term_year as termYear',
      'clock_occurrence.done_on as doneOn',
      'idea.id as ideaId',
      'idea.rejected_on as rejectedOn',
      'agenda_item.id as itemId',
      'agenda_item.meeting_id as meetingId',
      'task.id as followUpId',
      'task.code',
      'task.state',
    ])
    .where('clock_task.clock_id', 'in', clockIds)
    .execute();
}

async function viewsOf(db: Kysely<Database>, rows: readonly ClockRow[], today: string): Promise<ClockView[]> {
  const ids = rows.map((row) => row.id);
  const owners = await ownersOf(db, rows);
  const tasks =
    ids.length === 0
      ? []
      : await db
          .selectFrom('clock_task')
          .leftJoin('person', 'person.id', 'clock_task.responsible_person_id')
          .selectAll('clock_task')
          .select('person.name as personName')
          .where('clock_id', 'in', ids)
          .orderBy('clock_task.id')
          .execute();
  const outcomes = new Map(
    (ids.length === 0 ? [] : await outcomeRows(db, ids)).map((one) => [occurrenceKey(one), one]),
  );
  const references = await itemReferences(
    db,
    [...outcomes.values()].flatMap((one) => one.itemId ?? []),
  );
  return rows.map((row): ClockView => {
    const frame = frameOf(row);
    return {
      id: row.id,
      ...frame,
      owner: owners.get(row.id)!,
      title: row.title,
      center: row.center,
      version: row.version,
      tasks: tasks
        .filter((task) => task.clock_id === row.id)
        .map((task): ClockTaskView => {
          const facts = factsOf(task);
          return {
            ...facts,
            text: task.text,
            responsible: task.responsible,
            responsiblePerson:
              task.responsible_person_id === null
                ? null
                : { id: task.responsible_person_id, name: task.personName ?? '' },
            source: task.source,
            isUncertain: task.is_uncertain === 1,
            version: task.version,
            occurrences: occurrencesOf(frame, facts).map((one): OccurrenceView => {
              const outcome = outcomes.get(occurrenceKey(one));
              const doneOn = outcome?.doneOn ?? null;
              return {
                ...one,
                doneOn,
                // A follow-up task that is done has done it.
                state: occurrenceState(one, doneOn !== null || outcome?.state === 'done', today),
                idea:
                  outcome?.ideaId == null
                    ? null
                    : {
                        id: outcome.ideaId,
                        state: ideaState({ itemId: outcome.itemId, rejectedOn: outcome.rejectedOn }),
                        reference: references.get(outcome.itemId ?? '') ?? null,
                        meetingId: outcome.meetingId,
                      },
                task:
                  outcome?.followUpId == null || outcome.code === null || outcome.state === null
                    ? null
                    : { id: outcome.followUpId, code: outcome.code, state: outcome.state },
              };
            }),
          };
        }),
    };
  });
}

const factsOf = (task: TaskRow) => ({
  id: task.id,
  title: task.title,
  step: task.step,
  termYear: task.term_year,
  fromMonth: task.from_month,
  toMonth: task.to_month,
  day: task.day,
  repeats: task.repeats === 1,
});

/** The clocks that concern a board: its own, and those of regions and municipalities. @param today ISO date */
export async function clockViews(db: Kysely<Database>, boardId: string, today: string): Promise<ClockView[]> {
  const rows = await db
    .selectFrom('clock')
    .selectAll()
    .where((eb) => eb.or([eb('board_id', 'is', null), eb('board_id', '=', boardId)]))
    .orderBy((eb) => eb('board_id', 'is', null))
    .orderBy((eb) => eb('region_code', 'is', null))
    .orderBy('first_month', 'desc')
    .orderBy('title')
    .execute();
  return await viewsOf(db, rows, today);
}

/** The same as a list: boards first, then regions, then municipalities. */
export async function listClocks(
  db: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<ClockSummary[]> {
  return (await clockViews(db, boardId, today)).map(({ tasks, ...clock }) => ({
    ...clock,
    taskCount: tasks.length,
    counts: countStates(tasks),
  }));
}

/** @throws AppError NOT_FOUND */
export async function clockView(db: Kysely<Database>, id: string, today: string): Promise<ClockView> {
  const [view] = await viewsOf(db, [await clockRow(db, id)], today);
  return view!;
}

const comparedOf = (clock: ClockView): ComparedClock => ({ ...clock, owner: clock.owner.kind });

/** Clocks beside each other with what does not fit together. @throws AppError NOT_FOUND */
export async function compareClocks(
  db: Kysely<Database>,
  ids: readonly string[],
  today: string,
): Promise<ClockComparison> {
  const rows: ClockRow[] = [];
  for (const id of new Set(ids)) rows.push(await clockRow(db, id));
  const clocks = await viewsOf(db, rows, today);
  return { clocks, clashes: clashesOf(clocks.map(comparedOf)) };
}

async function ownerColumns(trx: Kysely<Database>, owner: ClockOwner) {
  if (owner.kind === 'board')
    return { board_id: owner.boardId, year: null, region_code: null, municipality_code: null };
  const year = (await latestClassificationYear(trx)) ?? -1;
  const table = owner.kind === 'region' ? 'region' : 'municipality';
  const known = await trx
    .selectFrom(table)
    .select('code')
    .where('year', '=', year)
    .where('code', '=', owner.code ?? '')
    .executeTakeFirst();
  if (!known) throw new AppError('INVALID_INPUT', {}, { 'owner.code': 'municipality_unknown' });
  return {
    board_id: null,
    year,
    region_code: owner.kind === 'region' ? owner.code : null,
    municipality_code: owner.kind === 'municipality' ? owner.code : null,
  };
}

/**
 * A new clock, with the tasks of a template.
 * @param language of the template's words
 * @throws AppError INVALID_INPUT with the field
 */
export async function createClock(
  trx: Kysely<Database>,
  values: ClockValues,
  template: ClockTemplate | null,
  language: Language,
): Promise<{ id: string }> {
  if (template !== null && template.kind !== values.kind)
    throw new AppError('INVALID_INPUT', {}, { kind: 'out_of_range' });
  const id = newId();
  await trx
    .insertInto('clock')
    .values({
      id,
      ...(await ownerColumns(trx, values.owner)),
      kind: values.kind,
      first_month: values.firstMonth,
      title: values.title,
      center: values.center,
    })
    .execute();
  for (const { title, ...task } of template?.tasks ?? [])
    await addClockTask(trx, id, {
      ...task,
      title: inLanguage(title, language),
      text: '',
      responsible: '',
      responsiblePersonId: null,
      source: '',
      repeats: false,
    });
  return { id };
}

/**
 * Changes the title, the middle and the first month; owner and kind stay.
 * @throws AppError NOT_FOUND, CONFLICT, CLOCK_TASKS_DO_NOT_FIT when tasks would run over the end of a year
 */
export async function updateClock(
  trx: Kysely<Database>,
  change: { id: string; version: number; title: string; center: string; firstMonth: string },
): Promise<{ version: number }> {
  const row = await clockRow(trx, change.id);
  if (row.version !== change.version) throw new AppError('CONFLICT', { what: 'clock' });
  const frame = { kind: row.kind, firstMonth: change.firstMonth };
  const tasks = await trx.selectFrom('clock_task').selectAll().where('clock_id', '=', row.id).execute();
  const bad = tasks.filter((task) => {
    const facts = factsOf(task);
    return placeProblem(frame, facts, facts.repeats) !== null;
  });
  if (bad.length > 0)
    throw new AppError('CLOCK_TASKS_DO_NOT_FIT', { count: bad.length, title: bad[0]?.title ?? '' });
  const version = row.version + 1;
  await trx
    .updateTable('clock')
    .set({ title: change.title, center: change.center, first_month: change.firstMonth, version })
    .where('id', '=', row.id)
    .execute();
  return { version };
}

/** Removes a clock with its tasks. Ideas and follow-up tasks that came of them stay. */
export async function removeClock(trx: Kysely<Database>, id: string): Promise<Removal> {
  await clockRow(trx, id);
  return await removing(trx, async () => {
    await trx.deleteFrom('clock').where('id', '=', id).execute();
  });
}

/** Puts back what `removeClock` or `removeClockTask` took. @throws AppError REMOVAL_UNKNOWN */
export async function restoreRemoved(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<void> {
  await putBack(trx, await removedRows(trx, removal, procedure));
}

/**
 * The clock of the following year, with the tasks that repeat.
 * @throws AppError NOT_FOUND, CLOCK_NOT_YEARLY
 */
export async function copyToNextYear(
  trx: Kysely<Database>,
  id: string,
): Promise<{ id: string; count: number }> {
  const row = await clockRow(trx, id);
  const frame = nextYear(frameOf(row));
  const copy = newId();
  const year = row.first_month.slice(0, 4);
  await trx
    .insertInto('clock')
    .values({
      ...row,
      id: copy,
      first_month: frame.firstMonth,
      title: row.title.replace(year, frame.firstMonth.slice(0, 4)),
      version: 1,
    })
    .execute();
  const tasks = await trx
    .selectFrom('clock_task')
    .selectAll()
    .where('clock_id', '=', id)
    .where('repeats', '=', 1)
    .orderBy('id')
    .execute();
  for (const task of tasks)
    await trx
      .insertInto('clock_task')
      .values({ ...task, id: newId(), clock_id: copy, version: 1 })
      .execute();
  return { id: copy, count: tasks.length };
}

function taskColumns(frame: ClockFrame, values: ClockTaskValues) {
  const problem = placeProblem(frame, values, values.repeats);
  if (problem !== null)
    throw new AppError('INVALID_INPUT', {}, { [`values.${problem.field}`]: problem.code });
  return {
    term_year: values.termYear,
    from_month: values.fromMonth,
    to_month: values.toMonth,
    day: values.day,
    title: values.title,
    text: values.text,
    responsible: values.responsible,
    responsible_person_id: values.responsiblePersonId,
    source: values.source,
    step: values.step,
    is_uncertain: values.isUncertain ? 1 : 0,
    repeats: values.repeats ? 1 : 0,
  } as const;
}

/** @throws AppError NOT_FOUND, INVALID_INPUT with the field: `clock_no_such_day` for 31 February */
export async function addClockTask(
  trx: Kysely<Database>,
  clockId: string,
  values: ClockTaskValues,
): Promise<{ id: string }> {
  const clock = await clockRow(trx, clockId);
  const id = newId();
  await trx
    .insertInto('clock_task')
    .values({ id, clock_id: clockId, ...taskColumns(frameOf(clock), values) })
    .execute();
  return { id };
}

/** @throws AppError NOT_FOUND, CONFLICT, INVALID_INPUT with the field */
export async function updateClockTask(
  trx: Kysely<Database>,
  change: { id: string; version: number; values: ClockTaskValues },
): Promise<{ version: number }> {
  const row = await taskRow(trx, change.id);
  if (row.version !== change.version) throw new AppError('CONFLICT', { what: 'clock_task' });
  const clock = await clockRow(trx, row.clock_id);
  const version = row.version + 1;
  await trx
    .updateTable('clock_task')
    .set({ ...taskColumns(frameOf(clock), change.values), version })
    .where('id', '=', row.id)
    .execute();
  return { version };
}

/** Moves a task to another segment of its clock. @throws AppError NOT_FOUND */
export async function moveClockTask(
  trx: Kysely<Database>,
  change: { id: string; segment: number },
): Promise<void> {
  const row = await taskRow(trx, change.id);
  const clock = await clockRow(trx, row.clock_id);
  const moved = moveToSegment(frameOf(clock), factsOf(row), change.segment);
  await trx
    .updateTable('clock_task')
    .set({
      term_year: moved.termYear,
      from_month: moved.fromMonth,
      to_month: moved.toMonth,
      day: moved.day,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute();
}

export async function removeClockTask(trx: Kysely<Database>, id: string): Promise<Removal> {
  await taskRow(trx, id);
  return await removing(trx, async () => {
    await trx.deleteFrom('clock_task').where('id', '=', id).execute();
  });
}

/** One year of a task. @throws AppError NOT_FOUND */
async function occurrenceIn(
  db: Kysely<Database>,
  { taskId, termYear }: { taskId: string; termYear: number },
) {
  const task = await taskRow(db, taskId);
  const clock = await clockRow(db, task.clock_id);
  const found = occurrencesOf(frameOf(clock), factsOf(task)).find((one) => one.termYear === termYear);
  if (!found) throw new AppError('NOT_FOUND', { what: 'clock_occurrence' });
  return { task, found };
}

async function noteOutcome(
  trx: Kysely<Database>,
  { taskId, termYear }: { taskId: string; termYear: number },
  outcome: { done_on: string | null } | { idea_id: string } | { task_id: string },
): Promise<void> {
  await trx
    .insertInto('clock_occurrence')
    .values({
      id: newId(),
      clock_task_id: taskId,
      term_year: termYear,
      done_on: null,
      idea_id: null,
      task_id: null,
      ...outcome,
    })
    .onConflict((conflict) => conflict.columns(['clock_task_id', 'term_year']).doUpdateSet(outcome))
    .execute();
}

/** Marks a task of a year done on a day, or not done with null. @throws AppError NOT_FOUND */
export async function setClockDone(
  trx: Kysely<Database>,
  input: { taskId: string; termYear: number; doneOn: string | null },
): Promise<void> {
  await occurrenceIn(trx, input);
  await noteOutcome(trx, input, { done_on: input.doneOn });
}

/**
 * Puts a task of a year on the list of ideas (asialista) of a board, wanted at the board's meeting that is planned in its
 * time, or else by its last day.
 * @throws AppError NOT_FOUND, CLOCK_IDEA_ALREADY
 */
export async function clockTaskToIdea(
  trx: Kysely<Database>,
  input: { taskId: string; termYear: number; boardId: string },
  today: string,
): Promise<{ id: string; meeting: { id: string; heldOn: string } | null }> {
  const { task, found } = await occurrenceIn(trx, input);
  const earlier = await trx
    .selectFrom('clock_occurrence')
    .innerJoin('idea', 'idea.id', 'clock_occurrence.idea_id')
    .select('idea.id')
    .where('clock_task_id', '=', task.id)
    .where('term_year', '=', input.termYear)
    .executeTakeFirst();
  if (earlier) throw new AppError('CLOCK_IDEA_ALREADY', { title: task.title });
  const meeting = await trx
    .selectFrom('meeting')
    .select(['id', 'held_on as heldOn'])
    .where('board_id', '=', input.boardId)
    .where('state', 'in', ['draft', 'called'])
    .where('held_on', '>=', found.startsOn > today ? found.startsOn : today)
    .where('held_on', '<=', found.dueOn)
    .orderBy('held_on')
    .executeTakeFirst();
  const idea = await createIdea(
    trx,
    input.boardId,
    {
      title: task.title,
      text: [task.text, task.source].filter((part) => part !== '').join('\n\n'),
      proposerPersonId: null,
      proposerOrganisationId: null,
      wantedMeetingId: meeting?.id ?? null,
      wantedOn: meeting ? null : found.dueOn,
    },
    today,
  );
  await noteOutcome(trx, input, { idea_id: idea.id });
  return { id: idea.id, meeting: meeting ?? null };
}

/**
 * Makes a follow-up task of a task of a year, due on its last day.
 * @throws AppError NOT_FOUND, CLOCK_TASK_ALREADY
 */
export async function clockTaskToTask(
  trx: Kysely<Database>,
  input: { taskId: string; termYear: number; boardId: string },
  today: string,
): Promise<{ id: string; code: string }> {
  const { task, found } = await occurrenceIn(trx, input);
  const earlier = await trx
    .selectFrom('clock_occurrence')
    .innerJoin('task', 'task.id', 'clock_occurrence.task_id')
    .select('task.code')
    .where('clock_task_id', '=', task.id)
    .where('term_year', '=', input.termYear)
    .executeTakeFirst();
  if (earlier) throw new AppError('CLOCK_TASK_ALREADY', { code: earlier.code });
  const created = await createTask(
    trx,
    input.boardId,
    {
      title: task.title,
      responsiblePersonId: task.responsible_person_id,
      responsibleOrganisationId: null,
      dueOn: found.dueOn,
      state: 'open',
      result: '',
      decidedItemId: null,
    },
    today,
  );
  await noteOutcome(trx, input, { task_id: created.id });
  return created;
}
