/** Everything that touches an organisation, newest first: seats, meetings, tasks, networks, what it works in, changes. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { ForumStage } from '../model/community-forum.ts';
import type { PracticeStage } from '../model/practice.ts';
import type { ActionStage } from '../model/volunteer-action.ts';
import { auditLog } from './audit-log.ts';
import { partnershipEntries } from './partnership-timeline.ts';

const TIMELINE_KINDS = [
  'seat',
  'item',
  'task',
  'position',
  'network',
  'action',
  'inclusion',
  'practice',
  'forum',
  'agreement',
  'project',
  'change',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export interface TimelineEntry {
  kind: TimelineKind;
  /** ISO day; null: not known, shown last. */
  date: string | null;
  /** A person, the title of an item or a task, a network. */
  title: string;
  /** The board and the number of the meeting, seat or task. */
  detail: string;
  /** Of an action: the stage that it then entered. */
  stage: ActionStage | null;
  /** Of a practice: the stage of its own that it then entered. */
  practiceStage?: PracticeStage;
  /** Of a community forum: the stage that it then entered. */
  forumStage?: ForumStage;
  /** Where it leads. */
  link: {
    to:
      | 'person'
      | 'meeting'
      | 'task'
      | 'volunteerAction'
      | 'inclusionEntry'
      | 'practice'
      | 'forum'
      | 'agreement'
      | 'project';
    id: string;
    item?: string;
  } | null;
  change: {
    entity: string;
    action: 'insert' | 'update' | 'delete';
    actor: string;
    changes: { column: string; before: string | null; after: string | null }[];
  } | null;
}

const LONGEST_LOG = 200;

export async function organisationTimeline(db: Kysely<Database>, id: string): Promise<TimelineEntry[]> {
  const entry = (
    values: Pick<TimelineEntry, 'kind' | 'date' | 'title' | 'detail' | 'link'>,
  ): TimelineEntry => ({
    stage: null,
    ...values,
    change: null,
  });
  const seats = await db
    .selectFrom('seat_holder')
    .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
    .innerJoin('board', 'board.id', 'seat.board_id')
    .innerJoin('person', 'person.id', 'seat_holder.person_id')
    .select(['seat_holder.starts_on', 'seat.number', 'board.short_name', 'person.id', 'person.name'])
    .where('seat_holder.organisation_id', '=', id)
    .execute();
  const items = await db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .innerJoin('board', 'board.id', 'meeting.board_id')
    .select([
      'agenda_item.id',
      'agenda_item.title',
      'agenda_item.section',
      'meeting.id as meeting_id',
      'meeting.number',
      'meeting.year',
      'meeting.held_on',
      'board.short_name',
    ])
    .where('agenda_item.applicant_organisation_id', '=', id)
    .execute();
  const tasks = await db
    .selectFrom('task')
    .select(['id', 'code', 'title', 'due_on', 'decided_reference'])
    .where('responsible_organisation_id', '=', id)
    .execute();
  const positions = await db
    .selectFrom('position')
    .innerJoin('person', 'person.id', 'position.person_id')
    .select(['person.id', 'person.name', 'position.title', 'position.starts_on'])
    .where('organisation_id', '=', id)
    .execute();
  const networks = await db
    .selectFrom('network_member')
    .innerJoin('network', 'network.id', 'network_member.network_id')
    .select(['network.name_fi', 'network_member.starts_on'])
    .where('organisation_id', '=', id)
    .execute();
  // One row for each stage that an action has gone through while the organisation led it or took part.
  const actions = await db
    .selectFrom('volunteer_action')
    .innerJoin('volunteer_action_stage', 'volunteer_action_stage.action_id', 'volunteer_action.id')
    .select([
      'volunteer_action.id',
      'volunteer_action.code',
      'volunteer_action.name',
      'volunteer_action_stage.stage',
      'volunteer_action_stage.changed_on',
    ])
    .where((eb) =>
      eb.or([
        eb('lead_organisation_id', '=', id),
        eb(
          'volunteer_action.id',
          'in',
          eb.selectFrom('volunteer_action_partner').select('action_id').where('organisation_id', '=', id),
        ),
      ]),
    )
    .execute();
  const inclusion = await db
    .selectFrom('inclusion_entry')
    .select(['id', 'code', 'name', 'starts_on'])
    .where((eb) =>
      eb.or([
        eb('host_organisation_id', '=', id),
        eb(
          'id',
          'in',
          eb.selectFrom('inclusion_organisation').select('entry_id').where('organisation_id', '=', id),
        ),
      ]),
    )
    .execute();
  const entries: TimelineEntry[] = [
    ...seats.map((row) =>
      entry({
        kind: 'seat',
        date: row.starts_on,
        title: row.name,
        detail: `${row.short_name} ${row.number}`,
        link: { to: 'person', id: row.id },
      }),
    ),
    ...items.map((row) =>
      entry({
        kind: 'item',
        date: row.held_on,
        title: row.title,
        detail: `${row.short_name} ${row.number}/${row.year}${row.section === null ? '' : ` § ${row.section}`}`,
        link: { to: 'meeting', id: row.meeting_id, item: row.id },
      }),
    ),
    ...tasks.map((row) =>
      entry({
        kind: 'task',
        date: row.due_on,
        title: row.title,
        detail: [row.code, row.decided_reference].filter((part) => part !== '').join(', '),
        link: { to: 'task', id: row.id },
      }),
    ),
    ...positions.map((row) =>
      entry({
        kind: 'position',
        date: row.starts_on,
        title: row.name,
        detail: row.title ?? '',
        link: { to: 'person', id: row.id },
      }),
    ),
    ...networks.map((row) =>
      entry({ kind: 'network', date: row.starts_on, title: row.name_fi, detail: '', link: null }),
    ),
    ...actions.map((row) => ({
      ...entry({
        kind: 'action',
        date: row.changed_on,
        title: row.name,
        detail: row.code,
        link: { to: 'volunteerAction', id: row.id },
      }),
      stage: row.stage,
    })),
    ...inclusion.map((row) =>
      entry({
        kind: 'inclusion',
        date: row.starts_on,
        title: row.name,
        detail: row.code,
        link: { to: 'inclusionEntry', id: row.id },
      }),
    ),
    ...(await partnershipEntries(db, id)),
    ...(await changesOf(db, id)),
  ];
  return entries.sort((a, b) =>
    (a.date ?? '') === (b.date ?? '') ? 0 : (a.date ?? '') < (b.date ?? '') ? 1 : -1,
  );
}

/** What was changed of the organisation itself, from the log. */
async function changesOf(db: Kysely<Database>, id: string): Promise<TimelineEntry[]> {
  const found = await auditLog(db, {
    filter: { personId: null, entity: 'organisation', from: null, to: null, text: null },
    entityId: id,
    offset: 0,
    limit: LONGEST_LOG,
  });
  return found.rows.map(({ at, entity, action, actor, changes }) => ({
    kind: 'change',
    date: at.slice(0, 10),
    title: '',
    detail: '',
    stage: null,
    link: null,
    change: { entity, action, actor, changes },
  }));
}
