/**
 * Preparing the meetings of a term: kinds of meetings, cancelled ones, bodies below a board, agenda templates of a
 * board's own, its list of ideas, and where an item comes from.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const DAY = (column: string): string => `check (date(${column}) is ${column})`;
const OPTIONAL_DAY = (column: string): string => `check (${column} is null or date(${column}) is ${column})`;

const TABLES: readonly [name: string, body: string][] = [
  // A board's own agenda template (oma esityslistapohja) for one kind of meeting, in the form of the shipped ones.
  [
    'agenda_template',
    `id ${ID}, board_id text not null references board(id),
     meeting_kind text not null check (meeting_kind in ('meeting', 'email', 'organising')),
     template text not null check (json_valid(template)), saved_on text not null ${DAY('saved_on')},
     unique (board_id, meeting_kind)`,
  ],
  // A matter that may come to a meeting (asialista). Whether it has been taken follows from item_origin.
  [
    'idea',
    `id ${ID}, board_id text not null references board(id), title text not null check (trim(title) <> ''),
     text text not null default '', proposer_person_id text references person(id),
     proposer_organisation_id text references organisation(id),
     wanted_meeting_id text references meeting(id) on delete set null, wanted_on text ${OPTIONAL_DAY('wanted_on')},
     created_on text not null ${DAY('created_on')}, rejected_on text ${OPTIONAL_DAY('rejected_on')},
     rejection_reason text not null default '', version integer not null default 1,
     check ((rejected_on is null) = (rejection_reason = ''))`,
  ],
  // Where an item comes from: an idea, or an earlier item that was not finished.
  [
    'item_origin',
    `item_id text primary key references agenda_item(id) on delete cascade, idea_id text references idea(id),
     previous_item_id text references agenda_item(id) on delete cascade,
     check ((idea_id is null) <> (previous_item_id is null)), check (previous_item_id is not item_id)`,
  ],
  // An unfinished item that is not to be suggested any more, and why.
  [
    'carry_dismissal',
    `item_id text primary key references agenda_item(id) on delete cascade,
     dismissed_on text not null ${DAY('dismissed_on')}, reason text not null check (trim(reason) <> '')`,
  ],
];

const INDEXES = [
  'create index board_parent_id on board(parent_id)',
  'create index meeting_opener_id on meeting(opener_id)',
  'create index idea_board_id on idea(board_id)',
  'create index idea_proposer_person_id on idea(proposer_person_id)',
  'create index idea_proposer_organisation_id on idea(proposer_organisation_id)',
  'create index idea_wanted_meeting_id on idea(wanted_meeting_id)',
  'create index item_origin_idea_id on item_origin(idea_id)',
  'create index item_origin_previous_item_id on item_origin(previous_item_id)',
];

const OLD_KINDS = `check (kind in ('meeting'))`;
const NEW_KINDS = `check (kind in ('meeting', 'email', 'organising'))`;
const OLD_STATES = `'examined', 'published')`;
const NEW_STATES = `'examined', 'published', 'cancelled')`;
const UNIQUE_NUMBER = ', unique (board_id, year, number)';
const LOCKED = `('under_examination', 'examined', 'published')`;
const REFUSE = (state: string): string =>
  `case ${state} when 'under_examination' then raise(abort, 'UNDER_EXAMINATION') else raise(abort, 'MEETING_EXAMINED') end`;

type Run = (statement: string) => Promise<void>;

/**
 * Rebuilds the table with the new kinds and states; its indexes, and every trigger that reads it, are put back. The
 * number of a cancelled meeting of which nothing was ever sent is free again.
 */
async function widenMeeting(db: Kysely<unknown>, run: Run): Promise<void> {
  const { rows } = await sql<{ type: string; name: string; tbl_name: string; sql: string }>`
    select type, name, tbl_name, sql from sqlite_schema where sql is not null order by rowid`.execute(db);
  const table = rows.find((row) => row.type === 'table' && row.name === 'meeting');
  if (!table || ![OLD_KINDS, OLD_STATES, UNIQUE_NUMBER].every((part) => table.sql.includes(part)))
    throw new Error('meeting: unknown form');
  const triggers = rows.filter((row) => row.type === 'trigger' && /\bmeeting\b/.test(row.sql));
  const indexes = rows.filter((row) => row.type === 'index' && row.tbl_name === 'meeting');
  for (const { name } of triggers) await run(`drop trigger "${name}"`);
  await run(
    table.sql
      .replace(OLD_KINDS, NEW_KINDS)
      .replace(OLD_STATES, NEW_STATES)
      .replace(UNIQUE_NUMBER, '')
      .replace(/^create table "?meeting"?/i, 'create table "meeting_rebuilt"'),
  );
  await run('insert into meeting_rebuilt select * from meeting order by rowid');
  await run('drop table meeting');
  await run('alter table meeting_rebuilt rename to meeting');
  await run(
    `alter table meeting add column cancelled_on text ${OPTIONAL_DAY('cancelled_on')} check ((state = 'cancelled') = (cancelled_on is not null))`,
  );
  await run(`alter table meeting add column cancellation_reason text not null default ''`);
  await run('alter table meeting add column opener_id text references person(id)');
  for (const index of indexes) await run(index.sql);
  await run(`create unique index meeting_number on meeting(board_id, year, number)
    where state <> 'cancelled' or call_sent_on is not null or agenda_sent_on is not null`);
  await run('create index meeting_board_id on meeting(board_id, held_on)');
  const rewritten = [
    'meeting_frozen_update',
    'audit_meeting_insert',
    'audit_meeting_update',
    'audit_meeting_delete',
  ];
  for (const trigger of triggers) if (!rewritten.includes(trigger.name)) await run(trigger.sql);
}

/** The meeting's own columns, the new ones too; state, version and the days of examination and display move on. */
async function freezeMeeting(db: Kysely<unknown>, run: Run): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_info('meeting') order by cid`.execute(db);
  const moving = ['state', 'version', 'examined_on', 'displayed_from'];
  const differs = (columns: readonly string[]): string =>
    columns.map((name) => `old."${name}" is not new."${name}"`).join(' or ');
  const kept = rows.map((row) => row.name).filter((name) => !moving.includes(name));
  await run(`create trigger meeting_frozen_update before update on meeting
    when old.state in ${LOCKED} and (${differs(kept)}
      or (old.state = 'under_examination' and new.state not in ('closed', 'under_examination', 'examined'))
      or (old.state = 'examined' and new.state not in ${LOCKED})
      or (old.state = 'published' and new.state <> 'published')
      or (old.state <> 'under_examination' and old.state = new.state and (${differs(['examined_on', 'displayed_from'])})))
    begin select ${REFUSE('old.state')}; end`);
  // A meeting that has been held cannot be cancelled, and a cancelled one is never held.
  await run(`create trigger meeting_cancelled before update of state on meeting
    when (new.state = 'cancelled' and old.state not in ('draft', 'called', 'cancelled'))
      or (old.state = 'cancelled' and new.state not in ('draft', 'called', 'cancelled'))
    begin select raise(abort, 'MEETING_CANCELLED'); end`);
}

/** Where an examined item came from is part of its record. */
async function freezeOrigin(run: Run): Promise<void> {
  for (const [action, row] of [
    ['insert', 'new'],
    ['update', 'new'],
    ['update_old', 'old'],
    ['delete', 'old'],
  ] as const) {
    const state = `(select state from meeting join agenda_item on agenda_item.meeting_id = meeting.id where agenda_item.id = ${row}.item_id)`;
    await run(`create trigger "item_origin_frozen_${action}" before ${action.replace('_old', '')} on item_origin
      when ${state} in ${LOCKED} begin select ${REFUSE(state)}; end`);
  }
}

export async function up(db: Kysely<unknown>): Promise<void> {
  const run: Run = async (statement) => void (await sql.raw(statement).execute(db));
  await widenMeeting(db, run);
  await run('alter table board add column parent_id text references board(id) check (parent_id is not id)');
  await run(`alter table board add column kind text not null default 'board'
    check (kind in ('board', 'committee', 'section', 'local', 'other') and (kind = 'board') = (parent_id is null))`);
  for (const [name, body] of TABLES) await run(`create table "${name}"(${body}) strict`);
  for (const statement of INDEXES) await run(statement);
  await freezeMeeting(db, run);
  await freezeOrigin(run);
  await writeAuditTriggers(db, ['meeting', 'board', ...TABLES.map(([name]) => name)]);
}
