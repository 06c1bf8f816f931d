/** The facts of a board's year, read from everything that it has recorded. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  stageOn,
  type AnnualAction,
  type AnnualBudget,
  type AnnualClockTask,
  type AnnualDelivery,
  type AnnualFacts,
  type AnnualIndicator,
  type AnnualItem,
  type AnnualMeeting,
  type AnnualPlace,
  type AnnualTask,
  type AnnualTheme,
} from '../model/annual-facts.ts';
import { occurrencesInOrder, whenText } from '../model/clock-view.ts';
import { stateAfter } from '../model/delivery.ts';
import { AppError } from '../model/errors.ts';
import type { Language, LocalisedText } from '../model/language.ts';
import { numbersFrozen } from '../model/meeting-state.ts';
import { itemReferenceText, meetingNumberText } from '../model/numbering.ts';
import { eventTotals } from '../model/volunteer-action.ts';
import { annualWorkFacts } from './annual-work-facts.ts';
import { clockViews } from './clock-views.ts';
import { annualEconomy } from './board-economy.ts';
import { listIndicators } from './indicators.ts';
import { profilesOf } from './rules-in-force.ts';
import { themeModels } from './themes.ts';
import { byCode } from './volunteer-actions.ts';

/** What is asked for: the days of the year, the language of the words of a clock, and today for the states of its tasks. */
interface Asked {
  boardId: string;
  year: number;
  first: string;
  last: string;
  language: Language;
  today: string;
}

/**
 * @param today ISO date
 * @throws AppError NOT_FOUND
 */
export async function annualFacts(
  db: Kysely<Database>,
  boardId: string,
  year: number,
  language: Language,
  today: string,
): Promise<AnnualFacts> {
  const board = await db.selectFrom('board').selectAll().where('id', '=', boardId).executeTakeFirst();
  if (!board) throw new AppError('NOT_FOUND', { what: 'board' });
  const asked: Asked = {
    boardId,
    year,
    first: `${year}-01-01`,
    last: `${year}-12-31`,
    language,
    today,
  };
  const all = await readMeetings(db, asked);
  return {
    year,
    board: {
      name: { fi: board.name_fi, sv: board.name_sv, en: board.name_en },
      shortName: board.short_name,
    },
    meetings: all.filter(({ state }) => state !== 'cancelled'),
    cancelled: all.filter(({ state }) => state === 'cancelled').length,
    items: await readItems(db, asked),
    tasks: await readTasks(db, asked),
    themes: await readThemes(db, asked),
    actions: await readActions(db, asked),
    places: await readPlaces(db, asked),
    indicators: await readIndicators(db, asked),
    budgets: await readBudgets(db, asked),
    economy: await annualEconomy(db, asked.boardId, asked.last),
    deliveries: await readDeliveries(db, asked),
    clockTasks: await readClock(db, asked),
    ...(await annualWorkFacts(db, asked)),
  };
}

/** Years of a board for which there is something to report, the latest first. */
export async function annualYears(db: Kysely<Database>, boardId: string): Promise<number[]> {
  const rows = await sql<{ year: number }>`
    select cast(substr(held_on, 1, 4) as integer) as year from meeting where board_id = ${boardId}
    union select cast(substr(event.held_on, 1, 4) as integer) from volunteer_action_event as event
      join volunteer_action on volunteer_action.id = event.action_id where board_id = ${boardId}
    union select year from annual_report where board_id = ${boardId}
    order by year desc`.execute(db);
  return rows.rows.map((row) => row.year);
}

async function readMeetings(db: Kysely<Database>, { boardId, first, last }: Asked): Promise<AnnualMeeting[]> {
  // A seat is filled when its member or deputy was present with a vote in at least one item.
  const { rows } = await sql<{
    id: string;
    number: number;
    year: number;
    heldOn: string;
    place: string;
    kind: AnnualMeeting['kind'];
    state: AnnualMeeting['state'];
    examinedOn: string | null;
    items: number;
    seats: number;
    filled: number;
    members: number;
    deputies: number;
  }>`
    with present as (
      select distinct attendance.meeting_id, attendance.person_id, attendance.capacity from attendance
      join attendance_interval on attendance_interval.attendance_id = attendance.id
      where attendance.capacity in ('member', 'deputy') and attendance_interval.speaker_only = 0
    )
    select meeting.id, meeting.number, meeting.year, meeting.held_on as heldOn, meeting.place, meeting.kind,
      meeting.state, meeting.examined_on as examinedOn,
      (select count(*) from agenda_item where meeting_id = meeting.id) as items,
      (select count(*) from seat join term on term.id = seat.term_id
        where term.board_id = meeting.board_id and meeting.held_on between term.starts_on and term.ends_on) as seats,
      (select count(distinct seat.id) from present
        join seat_holder on seat_holder.person_id = present.person_id
          and seat_holder.starts_on <= meeting.held_on
          and (seat_holder.ends_on is null or seat_holder.ends_on >= meeting.held_on)
        join seat on seat.id = seat_holder.seat_id
        join term on term.id = seat.term_id and term.board_id = meeting.board_id
          and meeting.held_on between term.starts_on and term.ends_on
        where present.meeting_id = meeting.id) as filled,
      (select count(*) from present where meeting_id = meeting.id and capacity = 'member') as members,
      (select count(*) from present where meeting_id = meeting.id and capacity = 'deputy') as deputies
    from meeting
    where meeting.board_id = ${boardId} and meeting.held_on between ${first} and ${last}
    order by meeting.held_on, meeting.number`.execute(db);
  return rows.map(({ number, year, filled, ...row }) => ({
    ...row,
    label: meetingNumberText({ number, year }),
    filled: numbersFrozen(row.state) ? filled : null,
  }));
}

/** Items of the meetings that are over: before that, § numbers and decisions may still change. */
async function readItems(db: Kysely<Database>, { boardId, first, last }: Asked): Promise<AnnualItem[]> {
  const rows = await db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .leftJoin('item_publicity', 'item_publicity.item_id', 'agenda_item.id')
    .select([
      'agenda_item.section',
      'agenda_item.title',
      'agenda_item.kind',
      'agenda_item.decision_type',
      'item_publicity.secret',
      'meeting.number',
      'meeting.year',
      'meeting.held_on',
      'meeting.state',
    ])
    .where('meeting.board_id', '=', boardId)
    .where('meeting.held_on', '>=', first)
    .where('meeting.held_on', '<=', last)
    .orderBy('meeting.held_on')
    .orderBy('agenda_item.position')
    .execute();
  const profile = await profilesOf(db, boardId);
  return rows
    .filter(({ state }) => numbersFrozen(state))
    .map((row) => ({
      reference: itemReferenceText(row, row.section, profile(row.held_on)),
      title: row.title,
      kind: row.kind,
      type: row.decision_type,
      isSecret: row.secret === 1,
    }));
}

/** Tasks that the meetings of the year decided. */
async function readTasks(db: Kysely<Database>, { boardId, first, last }: Asked): Promise<AnnualTask[]> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('agenda_item', 'agenda_item.id', 'task.decided_item_id')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .leftJoin('item_publicity', 'item_publicity.item_id', 'agenda_item.id')
    .select([
      'task.code',
      'task.title',
      'task.due_on as dueOn',
      'task.state',
      'agenda_item.section',
      'item_publicity.secret',
      'meeting.number',
      'meeting.year',
      'meeting.held_on',
    ])
    .where('task.board_id', '=', boardId)
    .where('meeting.held_on', '>=', first)
    .where('meeting.held_on', '<=', last)
    .orderBy('task.code')
    .execute();
  const profile = await profilesOf(db, boardId);
  return rows
    .map((row) => ({
      code: row.code,
      title: row.title,
      dueOn: row.dueOn,
      state: row.state,
      reference: itemReferenceText(row, row.section, profile(row.held_on)),
      isSecret: row.secret === 1,
    }))
    .sort(byCode);
}

/** Themes whose period touches the year. */
async function readThemes(db: Kysely<Database>, { boardId, first, last }: Asked): Promise<AnnualTheme[]> {
  const models = await themeModels(db, boardId);
  return models
    .filter((one) => (one.startsOn ?? first) <= last && (one.endsOn ?? last) >= first)
    .map(({ name, goals, ownerOrganisation, cards, arrows }) => ({
      name,
      goals,
      owner: ownerOrganisation,
      cards,
      arrows,
    }));
}

/** Actions that had begun by the end of the year and had not ended before it. */
async function readActions(db: Kysely<Database>, { boardId, first, last }: Asked): Promise<AnnualAction[]> {
  const rows = await db
    .selectFrom('volunteer_action')
    .leftJoin('theme', 'theme.id', 'volunteer_action.theme_id')
    .selectAll('volunteer_action')
    .select('theme.name as themeName')
    .where('volunteer_action.board_id', '=', boardId)
    .execute();
  const ofBoard = db.selectFrom('volunteer_action').select('id').where('board_id', '=', boardId);
  const stages = Map.groupBy(
    await db
      .selectFrom('volunteer_action_stage')
      .select(['id', 'action_id', 'stage', 'changed_on as changedOn'])
      .where('action_id', 'in', ofBoard)
      .execute(),
    (row) => row.action_id,
  );
  const events = Map.groupBy(
    await db
      .selectFrom('volunteer_action_event')
      .select(['action_id', 'held_on as heldOn', 'participants', 'volunteers', 'hours'])
      .where('action_id', 'in', ofBoard)
      .where('held_on', '>=', first)
      .where('held_on', '<=', last)
      .execute(),
    (row) => row.action_id,
  );
  const fields = Map.groupBy(
    await db
      .selectFrom('volunteer_action_field')
      .innerJoin('field', 'field.id', 'field_id')
      .select(['action_id', 'name_fi', 'name_sv', 'name_en'])
      .where('action_id', 'in', ofBoard)
      .orderBy('field.position')
      .execute(),
    (row) => row.action_id,
  );
  const places = Map.groupBy(
    await db
      .selectFrom('volunteer_action_municipality as place')
      .innerJoin('municipality', (join) =>
        join.onRef('municipality.year', '=', 'place.year').onRef('municipality.code', '=', 'place.code'),
      )
      .select(['place.action_id', 'name_fi', 'name_sv'])
      .where('place.action_id', 'in', ofBoard)
      .orderBy('name_fi')
      .execute(),
    (row) => row.action_id,
  );
  const name = (row: {
    name_fi: string;
    name_sv: string | null;
    name_en?: string | null;
  }): LocalisedText => ({
    fi: row.name_fi,
    sv: row.name_sv,
    en: row.name_en ?? null,
  });
  const dayBefore = `${Number(first.slice(0, 4)) - 1}-12-31`;
  return rows
    .flatMap((row): AnnualAction[] => {
      const changes = stages.get(row.id) ?? [];
      const stage = stageOn(changes, last) ?? (changes.length === 0 ? 'idea' : null);
      if (stage === null || (row.starts_on ?? first) > last) return [];
      if (stage === 'ended' && stageOn(changes, dayBefore) === 'ended') return [];
      return [
        {
          id: row.id,
          code: row.code,
          name: row.name,
          theme: row.themeName,
          stage,
          fields: (fields.get(row.id) ?? []).map(name),
          municipalities: (places.get(row.id) ?? []).map(name),
          volunteerBand: row.volunteer_band,
          volunteerCount: row.volunteer_count,
          hours: row.hours,
          totals: eventTotals(events.get(row.id) ?? []),
          startsOn: row.starts_on,
          endsOn: row.ends_on,
        },
      ];
    })
    .sort(byCode);
}

/** The year's events by municipality, and how many of the board's actions work there. */
async function readPlaces(db: Kysely<Database>, { boardId, first, last }: Asked): Promise<AnnualPlace[]> {
  const { rows } = await sql<{
    code: string | null;
    fi: string | null;
    sv: string | null;
    actions: number;
    events: number;
    participants: number;
    volunteers: number;
    hours: number;
  }>`
    with event as (
      select municipality_year as year, municipality_code as code, count(*) as events,
        coalesce(sum(participants), 0) as participants, coalesce(sum(volunteers), 0) as volunteers,
        coalesce(sum(one.hours), 0) as hours
      from volunteer_action_event as one join volunteer_action as action on action.id = one.action_id
      where action.board_id = ${boardId} and one.held_on between ${first} and ${last}
      group by municipality_year, municipality_code
    ), working as (
      select place.year, place.code, count(distinct place.action_id) as actions
      from volunteer_action_municipality as place join volunteer_action as action on action.id = place.action_id
      where action.board_id = ${boardId} group by place.year, place.code
    ), named as (
      select year, code from event union select year, code from working
    )
    select named.code, municipality.name_fi as fi, municipality.name_sv as sv,
      coalesce(working.actions, 0) as actions, coalesce(event.events, 0) as events,
      coalesce(event.participants, 0) as participants, coalesce(event.volunteers, 0) as volunteers,
      coalesce(event.hours, 0) as hours
    from named
    left join event on event.year is named.year and event.code is named.code
    left join working on working.year is named.year and working.code is named.code
    left join municipality on municipality.year = named.year and municipality.code = named.code
    order by municipality.name_fi is null, municipality.name_fi`.execute(db);
  return rows.map(({ fi, sv, ...row }) => ({ ...row, name: fi === null ? null : { fi, sv } }));
}

async function readIndicators(db: Kysely<Database>, { boardId, last }: Asked): Promise<AnnualIndicator[]> {
  return (await listIndicators(db, boardId)).map((one) => ({
    id: one.id,
    name: one.name,
    unit: one.unit,
    decimals: one.decimals,
    direction: one.direction,
    baseline: one.baseline,
    target: one.target,
    targetOn: one.targetOn,
    source: one.source,
    measurements: one.measurements
      .filter(({ measuredOn }) => measuredOn <= last)
      .map(({ measuredOn, value, source }) => ({ measuredOn, value, source })),
  }));
}

/** Budgets of the year; those without a year by the time of their action. */
async function readBudgets(
  db: Kysely<Database>,
  { boardId, year, first, last }: Asked,
): Promise<AnnualBudget[]> {
  const rows = await db
    .selectFrom('budget')
    .leftJoin('volunteer_action', 'volunteer_action.budget_id', 'budget.id')
    .select(['budget.id', 'budget.name', 'budget.year', 'volunteer_action.code', 'starts_on', 'ends_on'])
    .where('budget.board_id', '=', boardId)
    .execute();
  const own = rows.filter(
    (row) =>
      row.year === year ||
      (row.year === null && (row.starts_on ?? first) <= last && (row.ends_on ?? last) >= first),
  );
  const shares = Map.groupBy(
    await db
      .selectFrom('funding_share')
      .innerJoin('budget_line', 'budget_line.id', 'line_id')
      .innerJoin('budget', 'budget.id', 'budget_line.budget_id')
      .select(['line_id', 'funder', 'share'])
      .where('budget.board_id', '=', boardId)
      .orderBy('funding_share.position')
      .execute(),
    (row) => row.line_id,
  );
  const lines = Map.groupBy(
    await db
      .selectFrom('budget_line')
      .innerJoin('budget', 'budget.id', 'budget_line.budget_id')
      .selectAll('budget_line')
      .where('budget.board_id', '=', boardId)
      .orderBy('budget_line.position')
      .execute(),
    (row) => row.budget_id,
  );
  return own
    .map((row) => ({
      name: row.name,
      year: row.year,
      action: row.code,
      lines: (lines.get(row.id) ?? []).map((line) => ({
        name: line.name,
        cents: line.cents,
        shares: (shares.get(line.id) ?? []).map(({ funder, share }) => ({ funder, share })),
      })),
    }))
    .filter((one) => one.lines.length > 0)
    .sort((a, b) => byCode({ code: a.action ?? a.name }, { code: b.action ?? b.name }));
}

async function readDeliveries(
  db: Kysely<Database>,
  { boardId, first, last }: Asked,
): Promise<AnnualDelivery[]> {
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('meeting', 'meeting.id', 'delivery.meeting_id')
    .leftJoin('delivery_event', 'delivery_event.delivery_id', 'delivery.id')
    .select([
      'delivery.id',
      'delivery.kind',
      'delivery_event.event',
      'delivery_event.channel',
      'meeting.number',
      'meeting.year',
    ])
    .where('meeting.board_id', '=', boardId)
    .where('meeting.held_on', '>=', first)
    .where('meeting.held_on', '<=', last)
    .orderBy('meeting.held_on')
    .orderBy('delivery.id')
    .orderBy('delivery_event.number')
    .execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].map((events) => {
    const [head] = events;
    return {
      meeting: meetingNumberText(head!),
      kind: head!.kind,
      channel: events.findLast(({ event }) => event !== null)?.channel ?? null,
      state: stateAfter(events.flatMap(({ event }) => event ?? [])),
    };
  });
}

/** Tasks of the board's own clocks that come in the year. */
async function readClock(
  db: Kysely<Database>,
  { boardId, first, last, language, today }: Asked,
): Promise<AnnualClockTask[]> {
  const clocks = (await clockViews(db, boardId, today)).filter(({ owner }) => owner.boardId === boardId);
  return clocks
    .flatMap((clock) =>
      occurrencesInOrder(clock)
        .filter(({ one }) => one.dueOn >= first && one.dueOn <= last)
        .map(({ task, one }) => ({
          dueOn: one.dueOn,
          told: {
            title: task.title,
            when: whenText(clock, task, one, language),
            // Persons are not named in what everybody may read.
            responsible: task.responsible,
            state: one.state,
          },
        })),
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .map(({ told }) => told);
}
