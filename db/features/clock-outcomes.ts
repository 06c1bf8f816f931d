/** What becomes of one year of a clock's task: done, an idea for a meeting, a follow-up task. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { occurrencesOf } from '../model/clock.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { clockRow, clockTaskRow, factsOf, frameOf } from './clock-rows.ts';
import { createIdea } from './ideas.ts';
import { createTask } from './tasks.ts';

/** One year of a task, and what has come of it so far. @throws AppError NOT_FOUND */
async function occurrenceIn(
  db: Kysely<Database>,
  { taskId, termYear }: { taskId: string; termYear: number },
) {
  const task = await clockTaskRow(db, taskId);
  const clock = await clockRow(db, task.clock_id);
  const found = occurrencesOf(frameOf(clock), factsOf(task)).find((one) => one.termYear === termYear);
  if (!found) throw new AppError('NOT_FOUND', { what: 'clock_occurrence' });
  const earlier = await db
    .selectFrom('clock_occurrence')
    .leftJoin('task', 'task.id', 'clock_occurrence.task_id')
    .select(['idea_id as ideaId', 'task.code as taskCode'])
    .where('clock_task_id', '=', taskId)
    .where('term_year', '=', termYear)
    .executeTakeFirst();
  return { task, found, ideaId: earlier?.ideaId ?? null, taskCode: earlier?.taskCode ?? null };
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
  const { task, found, ideaId } = await occurrenceIn(trx, input);
  if (ideaId !== null) throw new AppError('CLOCK_IDEA_ALREADY', { title: task.title });
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
  const { task, found, taskCode } = await occurrenceIn(trx, input);
  if (taskCode !== null) throw new AppError('CLOCK_TASK_ALREADY', { code: taskCode });
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
