/** What the meetings tell of a person: attendance, conflicts of interest, tasks. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { ConflictGround } from '../model/facts.ts';
import { meetingNumberText } from '../model/numbering.ts';
import { entriesOf, requirePerson } from './person-links.ts';

/** `absent`: neither there nor excused (estynyt), though he held the seat of a member. */
export type Presence = 'present' | 'excused' | 'absent';

export interface PersonHistory {
  /** Meetings in which he sat, or should have sat, newest first. */
  meetings: {
    meetingId: string;
    board: string;
    label: string;
    heldOn: string;
    capacity: 'member' | 'deputy' | 'other';
    presence: Presence;
  }[];
  figures: Record<Presence, number>;
  conflicts: {
    itemId: string;
    meetingId: string;
    label: string;
    section: number | null;
    title: string;
    ground: ConflictGround;
    explanation: string;
  }[];
  tasks: { id: string; code: string; title: string; dueOn: string | null; isOpen: boolean }[];
}

/** @throws AppError NOT_FOUND */
export async function personHistory(db: Kysely<Database>, personId: string): Promise<PersonHistory> {
  await requirePerson(db, personId);
  const ids = await entriesOf(db, personId);
  const meetings = await attended(db, ids);
  const figures: PersonHistory['figures'] = { present: 0, excused: 0, absent: 0 };
  for (const { presence } of meetings) figures[presence] += 1;
  const conflicts = await db
    .selectFrom('conflict')
    .innerJoin('agenda_item', 'agenda_item.id', 'conflict.item_id')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .select([
      'agenda_item.id as itemId',
      'agenda_item.section',
      'agenda_item.title',
      'meeting.id as meetingId',
      'meeting.number',
      'meeting.year',
      'conflict.ground',
      'conflict.explanation',
    ])
    .where('conflict.person_id', 'in', ids)
    .orderBy('meeting.held_on', 'desc')
    .orderBy('agenda_item.position')
    .execute();
  const tasks = await db
    .selectFrom('task')
    .select(['id', 'code', 'title', 'due_on as dueOn', 'state'])
    .where('responsible_person_id', 'in', ids)
    .orderBy((eb) => eb.fn.coalesce('due_on', eb.val('9999')))
    .execute();
  return {
    meetings,
    figures,
    conflicts: conflicts.map(({ number, year, ...rest }) => ({
      ...rest,
      label: meetingNumberText({ number, year }),
    })),
    tasks: tasks.map(({ state, ...task }) => ({
      ...task,
      isOpen: state === 'open' || state === 'in_progress',
    })),
  };
}

async function attended(db: Kysely<Database>, ids: readonly string[]): Promise<PersonHistory['meetings']> {
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('board', 'board.id', 'meeting.board_id')
    .leftJoin('attendance', (join) =>
      join.onRef('attendance.meeting_id', '=', 'meeting.id').on('attendance.person_id', 'in', ids),
    )
    .select(['meeting.id', 'meeting.number', 'meeting.year', 'meeting.held_on', 'board.short_name'])
    .select(['attendance.capacity', 'attendance.excused'])
    .select(({ exists, selectFrom }) => [
      exists(
        selectFrom('attendance_interval')
          .select('attendance_interval.id')
          .whereRef('attendance_interval.attendance_id', '=', 'attendance.id'),
      ).as('was_there'),
      exists(
        selectFrom('seat_holder')
          .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
          .select('seat_holder.id')
          .whereRef('seat.board_id', '=', 'meeting.board_id')
          .where('seat_holder.person_id', 'in', ids)
          .where('seat_holder.role', '=', 'member')
          .whereRef('seat_holder.starts_on', '<=', 'meeting.held_on')
          .where((eb) =>
            eb.or([
              eb('seat_holder.ends_on', 'is', null),
              eb('seat_holder.ends_on', '>=', eb.ref('meeting.held_on')),
            ]),
          )
          .whereRef('seat.term_id', 'in', (eb) =>
            eb
              .selectFrom('term')
              .select('term.id')
              .whereRef('term.starts_on', '<=', 'meeting.held_on')
              .whereRef('term.ends_on', '>=', 'meeting.held_on'),
          ),
      ).as('is_member'),
    ])
    .where('meeting.state', 'not in', ['draft', 'called', 'cancelled'])
    .orderBy('meeting.held_on', 'desc')
    .orderBy('meeting.number', 'desc')
    .execute();
  return rows.flatMap((row) => {
    const isThere = Number(row.was_there) === 1;
    const isMember = Number(row.is_member) === 1;
    if (!isThere && !isMember && row.excused !== 1) return [];
    const presence: Presence = isThere ? 'present' : row.excused === 1 ? 'excused' : 'absent';
    return [
      {
        meetingId: row.id,
        board: row.short_name,
        label: meetingNumberText(row),
        heldOn: row.held_on,
        capacity:
          row.capacity === 'deputy' || row.capacity === 'member'
            ? row.capacity
            : isMember
              ? ('member' as const)
              : ('other' as const),
        presence,
      },
    ];
  });
}
