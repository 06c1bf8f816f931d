/** The communication plan (viestintäsuunnitelma): its rows, what they refer to, and what has been delivered. */
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { doneDay, planState, type PlanEntryValues, type PlanState } from '../model/communication-plan.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { putBack, removedRows, removing, type Removal } from './removal.ts';

/** Something that a row refers to, by its name. */
export interface PlanLink {
  id: string;
  name: string;
}

export interface PlanEntryView extends PlanEntryValues {
  id: string;
  version: number;
  state: PlanState;
  /** The day on which it was done, by hand or by a delivery. */
  doneDay: string | null;
  /** Noted by hand. */
  doneOn: string | null;
  outcome: string;
  responsiblePerson: PlanLink | null;
  bulletin: PlanLink | null;
  meeting: PlanLink | null;
  action: PlanLink | null;
}

type Row = Selectable<Database['communication_entry']>;

async function entryRow(db: Kysely<Database>, id: string): Promise<Row> {
  const row = await db.selectFrom('communication_entry').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'communicationEntry' });
  return row;
}

/** The rows of a board by their day. @param today ISO date */
export async function listPlan(
  db: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<PlanEntryView[]> {
  const rows = await db
    .selectFrom('communication_entry as entry')
    .leftJoin('person', 'person.id', 'entry.responsible_person_id')
    .leftJoin('meeting', 'meeting.id', 'entry.meeting_id')
    .leftJoin('volunteer_action', 'volunteer_action.id', 'entry.action_id')
    .selectAll('entry')
    .select([
      'person.name as person',
      'meeting.number as meetingNumber',
      'meeting.year as meetingYear',
      'volunteer_action.name as action',
      sql<string | null>`(select title from bulletin_text
        join bulletin on bulletin.id = bulletin_text.bulletin_id and bulletin.source_language = bulletin_text.language
        where bulletin_text.bulletin_id = entry.bulletin_id)`.as('bulletin'),
      sql<string | null>`(select min(delivery_event.happened_on) from delivery
        join delivery_event on delivery_event.delivery_id = delivery.id
        where delivery.meeting_id = entry.meeting_id and delivery.kind = entry.delivered_kind
          and delivery_event.event = 'sent')`.as('deliveredOn'),
    ])
    .where('entry.board_id', '=', boardId)
    .orderBy('entry.planned_on')
    .orderBy('entry.id')
    .execute();
  return rows.map((row): PlanEntryView => {
    const facts = { plannedOn: row.planned_on, doneOn: row.done_on, deliveredOn: row.deliveredOn };
    const link = (id: string | null, label: string | null): PlanLink | null =>
      id === null ? null : { id, name: label ?? '' };
    return {
      id: row.id,
      version: row.version,
      title: row.title,
      audience: row.audience,
      reach: row.reach,
      channel: row.channel,
      plannedOn: row.planned_on,
      responsible: row.responsible,
      responsiblePersonId: row.responsible_person_id,
      message: row.message,
      bulletinId: row.bulletin_id,
      meetingId: row.meeting_id,
      deliveredKind: row.delivered_kind,
      actionId: row.action_id,
      state: planState(facts, today),
      doneDay: doneDay(facts),
      doneOn: row.done_on,
      outcome: row.outcome,
      responsiblePerson: link(row.responsible_person_id, row.person),
      bulletin: link(row.bulletin_id, row.bulletin),
      meeting: link(row.meeting_id, `${row.meetingNumber ?? ''}/${row.meetingYear ?? ''}`),
      action: link(row.action_id, row.action),
    };
  });
}

/** Rows that are late or near. */
export async function duePlan(
  db: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<PlanEntryView[]> {
  return (await listPlan(db, boardId, today)).filter(({ state }) => state === 'late' || state === 'due');
}

/** Meetings, bulletins and actions that a row may refer to. */
export async function planLinks(
  db: Kysely<Database>,
  boardId: string,
): Promise<{ meetings: PlanLink[]; bulletins: PlanLink[]; actions: PlanLink[] }> {
  const meetings = await db
    .selectFrom('meeting')
    .select(['id', 'number', 'year'])
    .where('board_id', '=', boardId)
    .orderBy('held_on', 'desc')
    .execute();
  const bulletins = await db
    .selectFrom('bulletin')
    .innerJoin('bulletin_text', (join) =>
      join
        .onRef('bulletin_text.bulletin_id', '=', 'bulletin.id')
        .onRef('bulletin_text.language', '=', 'bulletin.source_language'),
    )
    .select(['bulletin.id', 'bulletin_text.title as name'])
    .where('bulletin.board_id', '=', boardId)
    .orderBy('bulletin.created_on', 'desc')
    .execute();
  const actions = await db
    .selectFrom('volunteer_action')
    .select(['id', 'name'])
    .where('board_id', '=', boardId)
    .orderBy('name')
    .execute();
  return {
    meetings: meetings.map(({ id, number, year }) => ({ id, name: `${number}/${year}` })),
    bulletins,
    actions,
  };
}

/** @throws AppError NOT_FOUND, OTHER_BOARD */
async function checkLinks(trx: Kysely<Database>, boardId: string, values: PlanEntryValues): Promise<void> {
  const links = [
    ['meeting', values.meetingId],
    ['bulletin', values.bulletinId],
    ['volunteer_action', values.actionId],
  ] as const;
  for (const [table, id] of links) {
    if (id === null) continue;
    const owner = await trx.selectFrom(table).select('board_id').where('id', '=', id).executeTakeFirst();
    if (!owner) throw new AppError('NOT_FOUND', { what: table });
    if (owner.board_id !== boardId) throw new AppError('OTHER_BOARD');
  }
}

/** Adds a row, or changes one. @throws AppError NOT_FOUND, CONFLICT, OTHER_BOARD */
export async function savePlanEntry(
  trx: Kysely<Database>,
  input: { id: string | null; boardId: string; version: number; values: PlanEntryValues },
): Promise<{ id: string }> {
  const { values } = input;
  const boardId = input.id === null ? input.boardId : (await entryRow(trx, input.id)).board_id;
  await checkLinks(trx, boardId, values);
  const columns = {
    title: values.title,
    audience: values.audience,
    reach: values.reach,
    channel: values.channel,
    planned_on: values.plannedOn,
    responsible: values.responsible,
    responsible_person_id: values.responsiblePersonId,
    message: values.message,
    bulletin_id: values.bulletinId,
    meeting_id: values.meetingId,
    delivered_kind: values.deliveredKind,
    action_id: values.actionId,
  };
  if (input.id === null) {
    const id = newId();
    await trx
      .insertInto('communication_entry')
      .values({ id, board_id: boardId, ...columns })
      .execute();
    return { id };
  }
  const row = await entryRow(trx, input.id);
  if (row.version !== input.version) throw new AppError('CONFLICT', { what: 'communicationEntry' });
  await trx
    .updateTable('communication_entry')
    .set({ ...columns, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
  return { id: row.id };
}

/**
 * Notes by hand that a row was done, or with null that it was not.
 * @throws AppError NOT_FOUND, PLAN_DONE_LATER
 */
export async function notePlanDone(
  trx: Kysely<Database>,
  input: { id: string; doneOn: string | null; outcome: string },
  today: string,
): Promise<void> {
  const row = await entryRow(trx, input.id);
  if (input.doneOn !== null && input.doneOn > today)
    throw new AppError('PLAN_DONE_LATER', {}, { doneOn: 'date_in_future' });
  await trx
    .updateTable('communication_entry')
    .set({ done_on: input.doneOn, outcome: input.outcome, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
}

/** @throws AppError NOT_FOUND */
export async function removePlanEntry(trx: Kysely<Database>, id: string): Promise<Removal> {
  await entryRow(trx, id);
  return await removing(trx, async () => {
    await trx.deleteFrom('communication_entry').where('id', '=', id).execute();
  });
}

/** @throws AppError REMOVAL_UNKNOWN */
export async function restorePlanEntry(trx: Kysely<Database>, removal: Removal): Promise<void> {
  await putBack(trx, await removedRows(trx, removal, 'communication.remove'));
}
