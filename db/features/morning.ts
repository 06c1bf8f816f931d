/** What the page of the morning shows beside what is due: clocks, what stands still, the next meeting, gaps. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { clockSpan, type ClockFrame } from '../model/clock.ts';
import type { ClockView, OccurrenceView } from '../model/clock-view.ts';
import { addDays } from '../model/dates.ts';
import type { LocalisedText } from '../model/language.ts';
import { lastOf, readiness, stillFor, type ReadinessCheck } from '../model/morning.ts';
import { noticeCheck } from '../model/notice.ts';
import { listAgreements } from './agreement-views.ts';
import { callView } from './call-view.ts';
import { duePlan, type PlanEntryView } from './communication-plan.ts';
import { clockViews } from './clock-views.ts';
import { contactMatrix } from './contact-roles.ts';
import { supportPointGaps } from './inclusion-coverage.ts';
import { listIdeas } from './ideas.ts';
import { rulesOn } from './rules-in-force.ts';

/** A task of a clock that is under way, late, or comes within a week. */
export interface DueClockTask {
  clockId: string;
  owner: LocalisedText;
  title: string;
  responsible: string;
  one: OccurrenceView;
}

/** Something that has not moved for a long time. */
export interface StillThing {
  kind: 'task' | 'idea' | 'volunteerAction';
  id: string;
  title: string;
  days: number;
  lastMovedOn: string;
}

/** Something that is missing somewhere: a contact role without a person, a municipality without a support point. */
export interface Gap {
  kind: 'contactRole' | 'supportPoint';
  count: number;
  /** Names of municipalities, the first ones. */
  places: LocalisedText[];
  /** In how many municipalities something is missing. */
  placeCount: number;
}

/** An agreement of which it is time to give notice or to agree on its renewal. */
export interface DueAgreement {
  id: string;
  name: string;
  endsOn: string;
  /** The last day for notice while it lies ahead, after it the end. */
  dueOn: string;
}

export interface Morning {
  /** The board's own clock of today, for its picture. */
  clock: ClockView | null;
  clockTasks: DueClockTask[];
  /** Rows of the communication plan that are late or near. */
  communication: PlanEntryView[];
  agreements: DueAgreement[];
  still: StillThing[];
  readiness: { meetingId: string; label: string; heldOn: string; checks: ReadinessCheck[] } | null;
  gaps: Gap[];
}

/** Days before its beginning on which a task of a clock is told. */
const AHEAD = 7;
const MOST_PLACES = 4;

const isOn = (clock: ClockFrame, date: string): boolean => {
  const { startsOn, endsOn } = clockSpan(clock);
  return startsOn <= date && date <= endsOn;
};

/** @param today ISO date. @throws AppError NOT_FOUND */
export async function morning(db: Kysely<Database>, boardId: string, today: string): Promise<Morning> {
  const clocks = await clockViews(db, boardId, today);
  const own = clocks.filter((clock) => clock.owner.kind === 'board' && isOn(clock, today));
  // What municipalities do is theirs; the board follows its own clock and the region's.
  const clockTasks = clocks
    .filter((clock) => clock.owner.kind !== 'municipality')
    .flatMap((clock) =>
      clock.tasks.flatMap((task) =>
        task.occurrences
          .filter(
            (one) =>
              one.isExact &&
              (one.state === 'late' ||
                one.state === 'due' ||
                one.state === 'now' ||
                (one.state === 'coming' && one.startsOn <= addDays(today, AHEAD))) &&
              // A follow-up task tells of it already.
              one.task === null,
          )
          .map((one) => ({
            clockId: clock.id,
            owner: clock.owner.name,
            title: task.title,
            responsible: [task.responsible, task.responsiblePerson?.name ?? ''].filter(Boolean).join(', '),
            one,
          })),
      ),
    );
  return {
    clock: own.find((clock) => clock.kind === 'year') ?? own[0] ?? null,
    clockTasks,
    communication: await duePlan(db, boardId, today),
    agreements: await dueAgreements(db, boardId, today),
    still: await standingStill(db, boardId, today),
    readiness: await nextReadiness(db, boardId, today),
    gaps: await gapsOf(db, boardId, today),
  };
}

/** Agreements from the day of their reminder until they end, go on in another or have been ended. */
async function dueAgreements(db: Kysely<Database>, boardId: string, today: string): Promise<DueAgreement[]> {
  return (await listAgreements(db, boardId, today)).flatMap(({ id, name, flags }) =>
    flags.flatMap((flag) =>
      flag.code === 'expires'
        ? [{ id, name, endsOn: flag.on, dueOn: flag.noticeBy >= today ? flag.noticeBy : flag.on }]
        : [],
    ),
  );
}

/** The days on which a task was moved. */
interface TaskMoves {
  id: string;
  title: string;
  made: string | null;
  changed: string | null;
  postponed: string | null;
  decided: string | null;
  followed: string | null;
}

async function standingStill(db: Kysely<Database>, boardId: string, today: string): Promise<StillThing[]> {
  const { rows: tasks } = await sql<TaskMoves>`
    select task.id, task.code || ' ' || task.title as title,
      (select date(min(at)) from audit where entity = 'task' and entity_id = task.id) as made,
      (select date(max(at)) from audit where entity = 'task' and entity_id = task.id and action = 'update') as changed,
      (select max(changed_on) from task_deadline_change where task_id = task.id) as postponed,
      (select held_on from agenda_item join meeting on meeting.id = agenda_item.meeting_id
        where agenda_item.id = task.decided_item_id) as decided,
      (select max(held_on) from item_task join agenda_item on agenda_item.id = item_task.item_id
        join meeting on meeting.id = agenda_item.meeting_id
        where item_task.task_id = task.id and meeting.held_on <= ${today}) as followed
    from task where board_id = ${boardId} and state in ('open', 'in_progress')`.execute(db);
  const { rows: actions } = await sql<{
    id: string;
    title: string;
    made: string | null;
    staged: string | null;
    changed: string | null;
  }>`
    select action.id, action.code || ' ' || action.name as title, date(min(audit.at)) as made,
      (select max(changed_on) from volunteer_action_stage where action_id = action.id) as staged,
      date(max(case when audit.action = 'update' then audit.at end)) as changed
    from volunteer_action as action left join audit on audit.entity = 'volunteer_action' and audit.entity_id = action.id
    where action.board_id = ${boardId} and (select stage from volunteer_action_stage
      where action_id = action.id order by changed_on desc, id desc limit 1) in ('idea', 'planning', 'pilot')
    group by action.id`.execute(db);
  const found = (kind: StillThing['kind'], id: string, title: string, lastMovedOn: string): StillThing[] => {
    const days = stillFor(lastMovedOn, today);
    return days === null ? [] : [{ kind, id, title, days, lastMovedOn }];
  };
  const ideas = await listIdeas(db, boardId);
  return [
    // A task that a meeting decided began to stand when the meeting was over, whenever it was written down.
    ...tasks.flatMap((row) =>
      found(
        'task',
        row.id,
        row.title,
        lastOf(row.decided ?? row.made ?? today, row.changed, row.postponed, row.followed),
      ),
    ),
    ...ideas
      .filter((idea) => idea.state === 'open')
      .flatMap((idea) => found('idea', idea.id, idea.title, idea.createdOn)),
    ...actions.flatMap((row) =>
      found('volunteerAction', row.id, row.title, lastOf(row.staged ?? row.made ?? today, row.changed)),
    ),
  ].sort((a, b) => b.days - a.days || (a.title < b.title ? -1 : 1));
}

async function nextReadiness(
  db: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<Morning['readiness']> {
  const meeting = await db
    .selectFrom('meeting')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('state', 'in', ['draft', 'called'])
    .where('held_on', '>=', today)
    .orderBy('held_on')
    .orderBy('number')
    .executeTakeFirst();
  if (!meeting) return null;
  const rules = await rulesOn(db, boardId, today);
  const items = await db
    .selectFrom('agenda_item')
    .select(['kind', 'proposal'])
    .where('meeting_id', '=', meeting.id)
    .execute();
  const attachments = await db
    .selectFrom('attachment')
    .select('file_sha256')
    .where('meeting_id', '=', meeting.id)
    .execute();
  const call = await callView(db, meeting.id);
  const decisions = items.filter((item) => item.kind === 'decision' || item.kind === 'statement');
  const agendaSentOn = call.state.agenda.issuedOn ?? meeting.agenda_sent_on;
  return {
    meetingId: meeting.id,
    label: `${meeting.number}/${meeting.year}`,
    heldOn: meeting.held_on,
    checks: readiness({
      today,
      heldOn: meeting.held_on,
      place: meeting.place,
      remoteLink: call.invitation.remoteLink,
      callSentOn: call.state.call.issuedOn ?? meeting.call_sent_on,
      agendaSentOn,
      notice: call.notice,
      agendaNotice: noticeCheck(rules, agendaSentOn, meeting.held_on, 'agenda'),
      items: items.length,
      decisions: decisions.length,
      withoutProposal: decisions.filter(({ proposal }) => proposal === null || proposal === '').length,
      attachments: attachments.length,
      withFile: attachments.filter((one) => one.file_sha256 !== null).length,
      forecast: call.forecast,
    }),
  };
}

/** Each kind of gap adds itself here. */
async function gapsOf(db: Kysely<Database>, boardId: string, today: string): Promise<Gap[]> {
  const points = (await supportPointGaps(db, boardId, today)) ?? [];
  return [
    ...(await contactGaps(db, boardId, today)),
    ...(points.length === 0
      ? []
      : [
          {
            kind: 'supportPoint' as const,
            count: points.length,
            placeCount: points.length,
            places: points.slice(0, MOST_PLACES).map(({ name }) => name),
          },
        ]),
  ];
}

async function contactGaps(db: Kysely<Database>, boardId: string, today: string): Promise<Gap[]> {
  const board = await db
    .selectFrom('board')
    .select('region_code')
    .where('id', '=', boardId)
    .executeTakeFirst();
  if (board?.region_code == null) return [];
  const matrix = await contactMatrix(db, board.region_code, today);
  const lacking = matrix.rows.filter(
    (row) =>
      row.municipalityCode !== null &&
      matrix.roles.some((role) => !row.holders.some((holder) => holder.roleId === role.id)),
  );
  // Where nobody has been named yet, the register is not in use for it.
  const isUsed = matrix.rows.some((row) => row.holders.length > 0);
  return isUsed && matrix.gaps > 0
    ? [
        {
          kind: 'contactRole',
          count: matrix.gaps,
          placeCount: lacking.length,
          places: lacking.slice(0, MOST_PLACES).map((row) => row.name),
        },
      ]
    : [];
}
