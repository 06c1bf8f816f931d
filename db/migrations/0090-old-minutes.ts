/**
 * Old minutes (tuodut pöytäkirjat): a record of their own, beside the board's meetings and outside of their numbering
 * and of the chain of examined minutes.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const DAY = (column: string): string => `check (${column} is null or date(${column}) is ${column})`;
const TIME = (column: string): string =>
  `check (${column} is null or (${column} glob '[0-2][0-9]:[0-5][0-9]' and ${column} < '24:00'))`;

const TABLES: readonly [name: string, body: string][] = [
  [
    'old_minutes',
    `id text primary key check (length(id) = 36), board_id text not null references board(id),
     file_sha256 text not null references file_content(sha256), file_name text not null check (trim(file_name) <> ''),
     page_count integer not null check (page_count > 0),
     state text not null check (state in ('review', 'accepted')),
     imported_on text not null ${DAY('imported_on')}, imported_by text not null,
     number integer check (number > 0), year integer, held_on text ${DAY('held_on')},
     started_at text ${TIME('started_at')}, ended_at text ${TIME('ended_at')}, place text not null default '',
     version integer not null default 1,
     unique (board_id, file_sha256), check (state = 'review' or held_on is not null)`,
  ],
  // The text and the answers of an unfinished review are not copied into the log (a column called content).
  [
    'old_minutes_text',
    `old_minutes_id text primary key references old_minutes(id) on delete cascade, content text not null`,
  ],
  [
    'old_minutes_review',
    `old_minutes_id text primary key references old_minutes(id) on delete cascade, content text not null check (json_valid(content))`,
  ],
  [
    'old_minutes_item',
    `old_minutes_id text not null references old_minutes(id) on delete cascade, position integer not null check (position >= 0),
     number integer not null check (number > 0), label text not null, title text not null check (trim(title) <> ''), diary_number text,
     account text not null default '', proposal text not null default '', proceedings text not null default '', decision text not null default '',
     primary key (old_minutes_id, position), unique (old_minutes_id, number)`,
  ],
  [
    'old_minutes_person',
    `old_minutes_id text not null references old_minutes(id) on delete cascade, position integer not null check (position >= 0),
     name text not null check (trim(name) <> ''),
     capacity text not null check (capacity in ('chair', 'vice_chair', 'member', 'deputy', 'presenter', 'secretary', 'expert', 'other')),
     present integer not null check (present in (0, 1)), title text not null default '',
     arrived_at text ${TIME('arrived_at')}, left_at text ${TIME('left_at')},
     person_id text references person(id), primary key (old_minutes_id, position)`,
  ],
  [
    'old_minutes_examiner',
    `old_minutes_id text not null references old_minutes(id) on delete cascade, position integer not null check (position >= 0),
     name text not null check (trim(name) <> ''), primary key (old_minutes_id, position)`,
  ],
];

const ACCEPTED = ['old_minutes_item', 'old_minutes_person', 'old_minutes_examiner'];

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(db));
  for (const [name, body] of TABLES) await run(`create table "${name}"(${body}) strict`);
  await run('create index old_minutes_file_sha256 on old_minutes(file_sha256)');
  await run('create index old_minutes_person_person_id on old_minutes_person(person_id)');
  // What was accepted stays until the review is opened again.
  for (const table of ACCEPTED)
    for (const [action, row] of [
      ['insert', 'new'],
      ['update', 'old'],
      ['delete', 'old'],
    ] as const)
      await run(`create trigger "${table}_accepted_${action}" before ${action} on "${table}"
        when (select state from old_minutes where id = ${row}.old_minutes_id) = 'accepted'
        begin select raise(abort, 'OLD_MINUTES_ACCEPTED'); end`);
  await run(`create trigger old_minutes_text_update before update on old_minutes_text
    begin select raise(abort, 'FILE_FROZEN'); end`);
  await writeAuditTriggers(
    db,
    TABLES.map(([name]) => name),
  );
}
