/**
 * Clocks (vuosikello, valtuustokausikello) of boards, regions and municipalities: their tasks by year and months, and what
 * came of each task in each year.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const OPTIONAL_DAY = (column: string): string => `check (${column} is null or date(${column}) is ${column})`;
const MONTH = (column: string): string => `${column} integer check (${column} between 1 and 12)`;
const FLAG = (column: string): string => `${column} integer not null default 0 check (${column} in (0, 1))`;

const STEPS = [
  'knowledge',
  'evaluation',
  'report_preparation',
  'report_approval',
  'card_update',
  'annual_report',
  'collection',
  'info_packages',
  'joint_meeting',
  'joint_goals',
  'training',
  'applications',
];

const TABLES: readonly [name: string, body: string][] = [
  // Of a board, or of a region or municipality of one year's classification.
  [
    'clock',
    `id ${ID}, board_id text references board(id), year integer, region_code text, municipality_code text,
     kind text not null check (kind in ('year', 'term')),
     first_month text not null check (date(first_month || '-01') is first_month || '-01'),
     title text not null check (trim(title) <> ''), center text not null default '',
     version integer not null default 1,
     check ((board_id is not null) + (region_code is not null) + (municipality_code is not null) = 1),
     check ((year is null) = (board_id is not null)),
     foreign key (year, region_code) references region(year, code),
     foreign key (year, municipality_code) references municipality(year, code)`,
  ],
  [
    'clock_task',
    `id ${ID}, clock_id text not null references clock(id) on delete cascade,
     term_year integer not null check (term_year between 1 and 4), ${MONTH('from_month')}, ${MONTH('to_month')},
     day integer check (day between 1 and 31), title text not null check (trim(title) <> ''),
     text text not null default '', responsible text not null default '',
     responsible_person_id text references person(id), source text not null default '',
     step text check (step in (${STEPS.map((step) => `'${step}'`).join(', ')})),
     ${FLAG('is_uncertain')}, ${FLAG('repeats')}, version integer not null default 1,
     check ((from_month is null) = (to_month is null)), check (day is null or to_month is not null),
     check (day is null or day <= case when to_month = 2 then 29 when to_month in (4, 6, 9, 11) then 30 else 31 end)`,
  ],
  // What came of a task in one year of its clock. Nothing has until there is a row.
  [
    'clock_occurrence',
    `id ${ID}, clock_task_id text not null references clock_task(id) on delete cascade,
     term_year integer not null check (term_year between 1 and 4), done_on text ${OPTIONAL_DAY('done_on')},
     idea_id text references idea(id) on delete set null, task_id text references task(id) on delete set null,
     unique (clock_task_id, term_year)`,
  ],
];

const INDEXES = [
  'clock(board_id)',
  'clock(year, region_code)',
  'clock(year, municipality_code)',
  'clock_task(clock_id)',
  'clock_task(responsible_person_id)',
  'clock_occurrence(idea_id)',
  'clock_occurrence(task_id)',
];

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
