/** Clocks (vuosikello, valtuustokausikello) and their tasks: making, changing, removing, the clock of the next year. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  moveToSegment,
  nextYear,
  placeProblem,
  type ClockFrame,
  type ClockOwner,
  type ClockTaskValues,
  type ClockTemplate,
  type ClockValues,
} from '../model/clock.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { inLanguage, type Language } from '../model/language.ts';
import { latestClassificationYear } from './classification.ts';
import { clockRow, clockTaskRow, factsOf, frameOf } from './clock-rows.ts';
import { putBack, removedRows, removing, type Removal } from './removal.ts';

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
  const row = await clockTaskRow(trx, change.id);
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
  const row = await clockTaskRow(trx, change.id);
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
  await clockTaskRow(trx, id);
  return await removing(trx, async () => {
    await trx.deleteFrom('clock_task').where('id', '=', id).execute();
  });
}
