/** Clocks (vuosikello, valtuustokausikello) as they are shown: tasks, what has come of them, several beside each other. */
import type { Kysely } from 'kysely';
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
import { occurrencesOf, occurrenceState } from '../model/clock.ts';
import { ideaState } from '../model/idea.ts';
import { clockRow, factsOf, frameOf, type ClockRow } from './clock-rows.ts';
import { itemReferences } from './item-references.ts';

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
