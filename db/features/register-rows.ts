/** A board's part of the register as the rules of its effects see it, and the writing of changed rows. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { meetingNumberText } from '../model/numbering.ts';
import type {
  HeldMeeting,
  Register,
  RegisterMunicipality,
  RegisterRows,
  RowChange,
} from '../model/register-change.ts';
import { isLocked } from '../model/meeting-state.ts';
import { latestClassificationYear } from './classification.ts';
import { indexPerson } from './person-search.ts';

export async function loadRegister(db: Kysely<Database>, boardId: string): Promise<Register> {
  const seats = await db
    .selectFrom('seat')
    .innerJoin('term', 'term.id', 'seat.term_id')
    .select([
      'seat.id',
      'seat.number',
      'seat.term_id as termId',
      'term.starts_on as termStartsOn',
      'term.ends_on as termEndsOn',
    ])
    .where('seat.board_id', '=', boardId)
    .orderBy('term.starts_on')
    .orderBy('seat.number')
    .execute();
  return {
    boardId,
    seats,
    ...(await loadPractices(db, boardId)),
    rows: {
      seat_holder: await db
        .selectFrom('seat_holder')
        .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
        .selectAll('seat_holder')
        .where('seat.board_id', '=', boardId)
        .orderBy('seat_holder.starts_on')
        .orderBy('seat_holder.id')
        .execute(),
      office: await ofBoard(db, 'office', boardId),
      board_organisation: await ofBoard(db, 'board_organisation', boardId),
      rule_profile: await ofBoard(db, 'rule_profile', boardId),
      practice_stage: await db
        .selectFrom('practice_stage')
        .innerJoin('practice', 'practice.id', 'practice_stage.practice_id')
        .selectAll('practice_stage')
        .where('practice.board_id', '=', boardId)
        .orderBy('practice_stage.id')
        .execute(),
    },
    held: await heldMeetings(db, boardId),
  };
}

/** The good practices of a board with the municipalities where they may be; none of these without a practice. */
export async function loadPractices(
  db: Kysely<Database>,
  boardId: string,
): Promise<Pick<Register, 'practices' | 'municipalities'>> {
  const practices = await db
    .selectFrom('practice')
    .select(['id', 'name'])
    .where('board_id', '=', boardId)
    .execute();
  if (practices.length === 0) return { practices, municipalities: [] };
  const rows = await db
    .selectFrom('municipality')
    .select(['year', 'code', 'name_fi', 'name_sv'])
    .where('year', '=', (await latestClassificationYear(db)) ?? -1)
    .orderBy('name_fi')
    .execute();
  return {
    practices,
    municipalities: rows.map(({ year, code, name_fi, name_sv }): RegisterMunicipality => ({
      year,
      code,
      name: { fi: name_fi, sv: name_sv },
    })),
  };
}

async function ofBoard<Table extends 'office' | 'board_organisation' | 'rule_profile'>(
  db: Kysely<Database>,
  table: Table,
  boardId: string,
): Promise<RegisterRows[Table][]> {
  const { rows } = await sql<RegisterRows[Table]>`
    select * from ${sql.table(table)} where board_id = ${boardId} order by id`.execute(db);
  return rows;
}

/** Meetings that have been held or begun, with those who sat there as voters. */
async function heldMeetings(db: Kysely<Database>, boardId: string): Promise<HeldMeeting[]> {
  const meetings = await db
    .selectFrom('meeting')
    .select(['id', 'number', 'year', 'held_on', 'state'])
    .where('board_id', '=', boardId)
    .where('state', 'not in', ['draft', 'called'])
    .orderBy('held_on')
    .execute();
  const sat = await db
    .selectFrom('attendance')
    .innerJoin('meeting', 'meeting.id', 'attendance.meeting_id')
    .innerJoin('attendance_interval', 'attendance_interval.attendance_id', 'attendance.id')
    .select(['attendance.meeting_id', 'attendance.person_id'])
    .distinct()
    .where('meeting.board_id', '=', boardId)
    .where('attendance.capacity', 'in', ['member', 'deputy'])
    .execute();
  const satIds = new Map<string, string[]>();
  for (const row of sat) satIds.set(row.meeting_id, [...(satIds.get(row.meeting_id) ?? []), row.person_id]);
  return meetings.map((meeting) => ({
    label: meetingNumberText(meeting),
    heldOn: meeting.held_on,
    isLocked: isLocked(meeting.state),
    satIds: satIds.get(meeting.id) ?? [],
  }));
}

/** Writes changed rows as they are after the changes, and the search entries of the people in them. */
export async function writeChanges(trx: Kysely<Database>, changes: readonly RowChange[]): Promise<void> {
  for (const { table, id, before, after } of changes) {
    if (after === null) await sql`delete from ${sql.table(table)} where id = ${id}`.execute(trx);
    else {
      const columns = Object.entries(after) as [string, string | number | null][];
      if (before === null)
        await sql`insert into ${sql.table(table)} (${sql.join(columns.map(([name]) => sql.ref(name)))})
          values (${sql.join(columns.map(([, value]) => value))})`.execute(trx);
      else
        await sql`update ${sql.table(table)} set ${sql.join(
          columns.filter(([name]) => name !== 'id').map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
        )} where id = ${id}`.execute(trx);
    }
  }
  const people = changes.flatMap(({ before, after }) =>
    [before, after].flatMap((row) => (row !== null && 'person_id' in row ? [row.person_id] : [])),
  );
  for (const id of new Set(people)) await indexPerson(trx, id);
}
