/** Follow-up tasks (toimenpiteet): created in meetings, followed up in later ones. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { TaskView } from '../model/meeting-view.ts';
import type { taskInputSchema } from '../model/task.ts';
import type * as v from 'valibot';
import { itemReferences } from './item-references.ts';
import { indexTask } from './search.ts';
import { removeSearchEntry } from '../core/search.ts';

type TaskValues = v.InferOutput<typeof taskInputSchema>;
type TaskRow = Selectable<Database['task']>;

/** Tasks of a board, the soonest due first. */
export async function listTasks(
  db: Kysely<Database>,
  boardId: string,
  filter: { state: 'open' | 'all' },
  today: string,
): Promise<TaskView[]> {
  let query = db.selectFrom('task').selectAll().where('board_id', '=', boardId);
  if (filter.state === 'open') query = query.where('state', 'in', ['open', 'in_progress']);
  const rows = await query
    .orderBy((eb) => eb.fn.coalesce('due_on', eb.val('9999')))
    .orderBy('code')
    .execute();
  return await taskViews(db, rows, today);
}

/** Tasks decided and followed up in a meeting, by item; and the names of organisations that its items name. */
export async function tasksOfMeeting(
  db: Kysely<Database>,
  meetingId: string,
  today: string,
): Promise<{
  decided: Map<string, TaskView[]>;
  followed: Map<string, TaskView[]>;
  organisations: Map<string, string>;
}> {
  const items = await db
    .selectFrom('agenda_item')
    .leftJoin('organisation', 'organisation.id', 'agenda_item.applicant_organisation_id')
    .select([
      'agenda_item.id',
      'organisation.id as organisationId',
      'organisation.name_fi as organisationName',
    ])
    .where('meeting_id', '=', meetingId)
    .execute();
  const organisations = new Map(
    items.flatMap((item) =>
      item.organisationId ? [[item.organisationId, item.organisationName ?? ''] as const] : [],
    ),
  );
  const decided = new Map<string, TaskView[]>();
  const followed = new Map<string, TaskView[]>();
  if (items.length === 0) return { decided, followed, organisations };
  const ids = items.map((item) => item.id);
  const decidedRows = await db
    .selectFrom('task')
    .selectAll()
    .where('decided_item_id', 'in', ids)
    .orderBy('code')
    .execute();
  const followedRows = await db
    .selectFrom('item_task')
    .innerJoin('task', 'task.id', 'item_task.task_id')
    .selectAll('task')
    .select('item_task.item_id')
    .where('item_task.item_id', 'in', ids)
    .orderBy('task.code')
    .execute();
  const views = new Map(
    (await taskViews(db, [...decidedRows, ...followedRows], today)).map((view) => [view.id, view]),
  );
  const put = (map: Map<string, TaskView[]>, itemId: string, taskId: string): void => {
    const view = views.get(taskId);
    if (view) map.set(itemId, [...(map.get(itemId) ?? []), view]);
  };
  for (const row of decidedRows) put(decided, row.decided_item_id ?? '', row.id);
  for (const row of followedRows) put(followed, row.item_id, row.id);
  return { decided, followed, organisations };
}

async function taskViews(db: Kysely<Database>, rows: readonly TaskRow[], today: string): Promise<TaskView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const persons = await db
    .selectFrom('person')
    .select(['id', 'name', 'short_name'])
    .where('id', 'in', [...new Set(rows.flatMap((row) => row.responsible_person_id ?? []))])
    .execute();
  const organisations = await db
    .selectFrom('organisation')
    .select(['id', 'name_fi'])
    .where('id', 'in', [...new Set(rows.flatMap((row) => row.responsible_organisation_id ?? []))])
    .execute();
  const changes = await db
    .selectFrom('task_deadline_change')
    .selectAll()
    .where('task_id', 'in', ids)
    .orderBy('changed_on')
    .orderBy('id')
    .execute();
  const itemIds = [
    ...new Set([
      ...rows.flatMap((row) => row.decided_item_id ?? []),
      ...changes.flatMap((change) => change.item_id ?? []),
    ]),
  ];
  const references = await itemReferences(db, itemIds);
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    title: row.title,
    responsible:
      persons.find((p) => p.id === row.responsible_person_id)?.short_name ??
      persons.find((p) => p.id === row.responsible_person_id)?.name ??
      organisations.find((o) => o.id === row.responsible_organisation_id)?.name_fi ??
      null,
    responsiblePersonId: row.responsible_person_id,
    responsibleOrganisationId: row.responsible_organisation_id,
    dueOn: row.due_on,
    state: row.state,
    result: row.result,
    decidedReference: references.get(row.decided_item_id ?? '') ?? row.decided_reference,
    overdue:
      row.due_on !== null && row.due_on < today && (row.state === 'open' || row.state === 'in_progress'),
    deadlineChanges: changes
      .filter((change) => change.task_id === row.id)
      .map((change) => ({
        oldDueOn: change.old_due_on,
        newDueOn: change.new_due_on,
        reference: references.get(change.item_id ?? '') ?? '',
        reason: change.reason,
        changedOn: change.changed_on,
      })),
    version: row.version,
  }));
}

/** Creates a task; its code is `T-<year>-<nn>`, the next of the board's year. */
export async function createTask(
  trx: Kysely<Database>,
  boardId: string,
  values: TaskValues,
  today: string,
): Promise<{ id: string; code: string }> {
  const id = newId();
  const code = await nextTaskCode(trx, boardId, Number(today.slice(0, 4)));
  await trx
    .insertInto('task')
    .values({
      id,
      board_id: boardId,
      code,
      title: values.title,
      responsible_person_id: values.responsiblePersonId,
      responsible_organisation_id: values.responsibleOrganisationId,
      due_on: values.dueOn,
      state: values.state,
      result: values.result,
      decided_item_id: values.decidedItemId,
    })
    .execute();
  await indexTask(trx, id);
  return { id, code };
}

async function nextTaskCode(trx: Kysely<Database>, boardId: string, year: number): Promise<string> {
  const rows = await trx
    .selectFrom('task')
    .select('code')
    .where('board_id', '=', boardId)
    .where('code', 'like', `T-${year}-%`)
    .execute();
  const highest = Math.max(0, ...rows.map((row) => Number(row.code.split('-')[2]) || 0));
  return `T-${year}-${String(highest + 1).padStart(2, '0')}`;
}

/**
 * Changes a task. A new due date leaves the old one in the history with the item that changed it.
 * @param change.itemId the item in which the change was decided, or null
 * @throws AppError NOT_FOUND, CONFLICT
 */
export async function updateTask(
  trx: Kysely<Database>,
  change: { id: string; version: number; values: TaskValues; itemId: string | null; reason: string },
  today: string,
): Promise<{ version: number; boardId: string }> {
  const row = await trx.selectFrom('task').selectAll().where('id', '=', change.id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'task' });
  if (row.version !== change.version) throw new AppError('CONFLICT', { what: 'task' });
  const { values } = change;
  if (row.due_on !== values.dueOn)
    await trx
      .insertInto('task_deadline_change')
      .values({
        id: newId(),
        task_id: row.id,
        old_due_on: row.due_on,
        new_due_on: values.dueOn,
        item_id: change.itemId,
        reason: change.reason,
        changed_on: today,
      })
      .execute();
  if (change.itemId !== null)
    await trx
      .insertInto('item_task')
      .values({ item_id: change.itemId, task_id: row.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const version = row.version + 1;
  await trx
    .updateTable('task')
    .set({
      title: values.title,
      responsible_person_id: values.responsiblePersonId,
      responsible_organisation_id: values.responsibleOrganisationId,
      due_on: values.dueOn,
      state: values.state,
      result: values.result,
      version,
    })
    .where('id', '=', row.id)
    .execute();
  await indexTask(trx, row.id);
  return { version, boardId: row.board_id };
}

/** Removes a task that was made by mistake; one that a meeting has followed up is cancelled instead. */
export async function removeTask(trx: Kysely<Database>, id: string): Promise<void> {
  const followed = await trx
    .selectFrom('item_task')
    .select('item_id')
    .where('task_id', '=', id)
    .executeTakeFirst();
  if (followed) throw new AppError('TASK_FOLLOWED_UP');
  await trx.deleteFrom('task').where('id', '=', id).execute();
  await removeSearchEntry(trx, 'task', id);
}

/** Removes a task that nobody has touched since it was made. @returns whether it was removed */
export async function removeUntouchedTask(trx: Kysely<Database>, id: string): Promise<boolean> {
  const task = await trx
    .selectFrom('task')
    .select('version')
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('item_task').select('item_task.task_id').where('item_task.task_id', '=', id))),
    )
    .executeTakeFirst();
  if (task?.version !== 1) return false;
  await removeTask(trx, id);
  return true;
}
