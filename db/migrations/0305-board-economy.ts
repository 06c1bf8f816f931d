/**
 * The board's own running costs (toimintakulut): which budget is that of a year, what was granted, and what has been booked on
 * its lines. A line on which something is booked cannot go.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const TABLES: readonly [name: string, body: string][] = [
  [
    'board_budget',
    `board_id text not null references board(id), year integer not null check (year between 1900 and 2200),
     budget_id text not null unique references budget(id) on delete cascade,
     granted_cents integer check (granted_cents >= 0), primary key (board_id, year)`,
  ],
  [
    'board_cost',
    `id text primary key check (length(id) = 36), line_id text not null references budget_line(id),
     booked_on text not null check (date(booked_on) is booked_on), document text not null check (trim(document) <> ''),
     description text not null check (trim(description) <> ''), cents integer not null check (cents <> 0),
     meeting_id text references meeting(id) on delete set null,
     action_id text references volunteer_action(id) on delete set null`,
  ],
];

const INDEXES = ['board_cost(line_id)', 'board_cost(meeting_id)', 'board_cost(action_id)'];

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(db));
  for (const [name, body] of TABLES) await run(`create table "${name}"(${body}) strict`);
  for (const columns of INDEXES)
    await run(`create index "${columns.replace(/\W+/g, '_').replace(/_$/, '')}" on ${columns}`);
  await writeAuditTriggers(
    db,
    TABLES.map(([name]) => name),
  );
}
