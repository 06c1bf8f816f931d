/**
 * Examination of the minutes: rounds, remarks, approvals, sections examined at once, correction notes; and the
 * triggers that keep what examiners read, and what they have examined, from every change.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const DAY = (column: string): string => `check (date(${column}) is ${column})`;
const OPTIONAL_DAY = (column: string): string => `check (${column} is null or date(${column}) is ${column})`;

const TABLES: readonly [name: string, body: string][] = [
  // A round (tarkastuskierros): the text that the examiners got, by which way, and how it ended. Snapshots cannot be
  // removed, so the one that came of it is only named; `pykala check` can then still tell what a tampered file lacks.
  [
    'examination_round',
    `id ${ID}, meeting_id text not null references meeting(id), number integer not null check (number > 0),
     opened_on text not null ${DAY('opened_on')},
     way text not null check (way in ('examiners', 'next_meeting', 'on_the_spot', 'chair')),
     opening_reason text not null default '',
     content text not null check (json_valid(content)), sha256 text not null check (length(sha256) = 64),
     closed_on text ${OPTIONAL_DAY('closed_on')}, outcome text check (outcome in ('approved', 'returned')),
     reason text not null default '',
     decided_item_id text references agenda_item(id), decided_reference text,
     snapshot_id text check (length(snapshot_id) = 36),
     unique (meeting_id, number),
     check ((closed_on is null) = (outcome is null)),
     check (outcome is not 'returned' or trim(reason) <> ''),
     check ((outcome is 'approved') = (snapshot_id is not null))`,
  ],
  [
    'examiner_approval',
    `round_id text not null references examination_round(id), person_id text not null references person(id),
     approved_on text not null ${DAY('approved_on')}, primary key (round_id, person_id)`,
  ],
  // A remark (huomautus) on one § or on the whole.
  [
    'examination_remark',
    `id ${ID}, round_id text not null references examination_round(id), item_id text references agenda_item(id),
     person_id text not null references person(id), noted_on text not null ${DAY('noted_on')},
     text text not null check (trim(text) <> ''),
     resolution text not null default '', resolved_on text ${OPTIONAL_DAY('resolved_on')},
     check ((resolved_on is null) = (resolution = ''))`,
  ],
  // A § examined at once in the meeting, with the hash of its texts.
  [
    'item_examination',
    `item_id text primary key references agenda_item(id), examined_at text
       check (examined_at is null or (examined_at glob '[0-2][0-9]:[0-5][0-9]' and examined_at < '24:00')),
     sha256 text not null check (length(sha256) = 64)`,
  ],
  // Oikaisu (hallintolaki 51 §): a dated note beside the examined text, never a change of it.
  [
    'correction_note',
    `id ${ID}, meeting_id text not null references meeting(id), item_id text references agenda_item(id),
     position integer not null check (position > 0), noted_on text not null ${DAY('noted_on')},
     text text not null check (trim(text) <> ''), noted_by text not null, unique (meeting_id, position)`,
  ],
];

const INDEXES = [
  'create index examination_round_decided_item_id on examination_round(decided_item_id)',
  'create unique index examination_round_open on examination_round(meeting_id) where closed_on is null',
  'create index examiner_approval_person_id on examiner_approval(person_id)',
  'create index examination_remark_round_id on examination_remark(round_id)',
  'create index examination_remark_item_id on examination_remark(item_id)',
  'create index examination_remark_person_id on examination_remark(person_id)',
  'create index correction_note_item_id on correction_note(item_id)',
];

const OLD_STATES = `state in ('draft', 'called', 'in_session', 'closed', 'examined')`;
const NEW_STATES = `state in ('draft', 'called', 'in_session', 'closed', 'under_examination', 'examined', 'published')`;
const LOCKED = `('under_examination', 'examined', 'published')`;
const REFUSE = `case {state} when 'under_examination' then raise(abort, 'UNDER_EXAMINATION') else raise(abort, 'MEETING_EXAMINED') end`;

const OF_MEETING = 'select state from meeting where id = {row}.meeting_id';
const OF_ITEM =
  'select state from meeting join agenda_item on agenda_item.meeting_id = meeting.id where agenda_item.id = {row}.item_id';
const ofParent = (parent: string): string =>
  `select state from meeting join agenda_item on agenda_item.meeting_id = meeting.id
   join ${parent} on ${parent}.item_id = agenda_item.id where ${parent}.id = {row}.${parent}_id`;

/** Tables of a meeting's record, with the state of the meeting that a row belongs to. */
const RECORD: Record<string, string> = {
  agenda_item: OF_MEETING,
  attendance: OF_MEETING,
  attendance_interval:
    'select state from meeting join attendance on attendance.meeting_id = meeting.id where attendance.id = {row}.attendance_id',
  conflict: OF_ITEM,
  proposal: OF_ITEM,
  proposal_seconder: ofParent('proposal'),
  vote: OF_ITEM,
  ballot: ofParent('vote'),
  election: OF_ITEM,
  election_candidate: ofParent('election'),
  item_person: OF_ITEM,
  dissent: OF_ITEM,
  attachment: OF_MEETING,
  examiner: OF_MEETING,
};

const ACTIONS = [
  ['insert', 'new'],
  ['update', 'new'],
  ['update_old', 'old'],
  ['delete', 'old'],
] as const;

/** What of a § examined at once may not change: its words. Numbers, times and places in the agenda still do. */
const ITEM_WORDS = [
  'kind',
  'title',
  'diary_number',
  'account',
  'proposal',
  'proceedings',
  'decision',
  'decision_type',
  'presenter_id',
  'applicant_organisation_id',
  'reference_codes',
];
const CONFLICT_WORDS = ['item_id', 'person_id', 'ground', 'explanation', 'declared_by'];
/** Tables below an item, with the item that a row belongs to. */
const BELOW_ITEM: Record<string, string> = {
  conflict: '{row}.item_id',
  proposal: '{row}.item_id',
  proposal_seconder: '(select item_id from proposal where id = {row}.proposal_id)',
  vote: '{row}.item_id',
  ballot: '(select item_id from vote where id = {row}.vote_id)',
  election: '{row}.item_id',
  election_candidate: '(select item_id from election where id = {row}.election_id)',
  item_person: '{row}.item_id',
  dissent: '{row}.item_id',
};

const differs = (columns: readonly string[]): string =>
  columns.map((name) => `old."${name}" is not new."${name}"`).join(' or ');

type Run = (statement: string) => Promise<void>;

/** Rebuilds the table with the new states; its indexes, and every trigger that reads it, are put back. */
async function widenStates(db: Kysely<unknown>, run: Run): Promise<void> {
  const { rows } = await sql<{ type: string; name: string; tbl_name: string; sql: string }>`
    select type, name, tbl_name, sql from sqlite_schema where sql is not null order by rowid`.execute(db);
  const table = rows.find((row) => row.type === 'table' && row.name === 'meeting');
  if (!table?.sql.includes(OLD_STATES)) throw new Error('meeting: unknown states');
  const triggers = rows.filter((row) => row.type === 'trigger' && /\bmeeting\b/.test(row.sql));
  const indexes = rows.filter((row) => row.type === 'index' && row.tbl_name === 'meeting');
  for (const { name } of triggers) await run(`drop trigger "${name}"`);
  await run(
    table.sql
      .replace(OLD_STATES, NEW_STATES)
      .replace(/^create table "?meeting"?/i, 'create table "meeting_rebuilt"'),
  );
  await run('insert into meeting_rebuilt select * from meeting order by rowid');
  await run('drop table meeting');
  await run('alter table meeting_rebuilt rename to meeting');
  for (const index of indexes) await run(index.sql);
  for (const trigger of triggers)
    if (!Object.keys(RECORD).some((name) => trigger.name.startsWith(`${name}_frozen_`)))
      await run(trigger.sql.replaceAll(`= 'examined'`, `in ${LOCKED}`));
}

async function freezeRecord(run: Run): Promise<void> {
  for (const [table, query] of Object.entries(RECORD))
    for (const [action, row] of ACTIONS) {
      const state = `(${query.replaceAll('{row}', row)})`;
      await run(`create trigger "${table}_frozen_${action}" before ${action.replace('_old', '')} on "${table}"
        when ${state} in ${LOCKED} begin select ${REFUSE.replace('{state}', state)}; end`);
    }
}

/** The meeting's own columns; state, version and the days of examination and display move on. */
async function freezeMeeting(db: Kysely<unknown>, run: Run): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_info('meeting') order by cid`.execute(db);
  const moving = ['state', 'version', 'examined_on', 'displayed_from'];
  const kept = rows.map((row) => row.name).filter((name) => !moving.includes(name));
  await run(`create trigger meeting_frozen_update before update on meeting
    when old.state in ${LOCKED} and (${differs(kept)}
      or (old.state = 'under_examination' and new.state not in ('closed', 'under_examination', 'examined'))
      or (old.state = 'examined' and new.state not in ${LOCKED})
      or (old.state = 'published' and new.state <> 'published')
      or (old.state <> 'under_examination' and old.state = new.state and (${differs(['examined_on', 'displayed_from'])})))
    begin select ${REFUSE.replace('{state}', 'old.state')}; end`);
  await run(`create trigger meeting_frozen_delete before delete on meeting when old.state in ${LOCKED}
    begin select ${REFUSE.replace('{state}', 'old.state')}; end`);
}

async function freezeItemsExaminedAtOnce(run: Run): Promise<void> {
  const examined = (item: string): string =>
    `exists (select 1 from item_examination where item_examination.item_id = ${item})`;
  const refuse = `begin select raise(abort, 'ITEM_EXAMINED'); end`;
  await run(
    `create trigger agenda_item_at_once_update before update on agenda_item when (${differs(ITEM_WORDS)}) and ${examined('old.id')} ${refuse}`,
  );
  await run(
    `create trigger agenda_item_at_once_delete before delete on agenda_item when ${examined('old.id')} ${refuse}`,
  );
  for (const [table, item] of Object.entries(BELOW_ITEM))
    for (const [action, row] of ACTIONS) {
      const words =
        table === 'conflict' && action.startsWith('update') ? `(${differs(CONFLICT_WORDS)}) and ` : '';
      await run(
        `create trigger "${table}_at_once_${action}" before ${action.replace('_old', '')} on "${table}" when ${words}${examined(item.replaceAll('{row}', row))} ${refuse}`,
      );
    }
  const late = (row: string): string =>
    `coalesce((select state from meeting join agenda_item on agenda_item.meeting_id = meeting.id where agenda_item.id = ${row}.item_id), '') not in ('in_session', 'closed')`;
  await run(
    `create trigger item_examination_insert before insert on item_examination when ${late('new')} begin select raise(abort, 'MEETING_EXAMINED'); end`,
  );
  await run(
    `create trigger item_examination_delete before delete on item_examination when ${late('old')} begin select raise(abort, 'MEETING_EXAMINED'); end`,
  );
  await run(`create trigger item_examination_update before update on item_examination ${refuse}`);
}

const ROUND_IS_CLOSED = (row: string): string =>
  `(select closed_on from examination_round where id = ${row}.round_id) is not null`;

/** A round that has ended, an answered remark and a correction stay as they are. */
const KEPT = [
  `create trigger examination_round_update before update on examination_round
   when old.closed_on is not null
     or ${differs(['id', 'meeting_id', 'number', 'opened_on', 'way', 'opening_reason', 'content', 'sha256'])}
   begin select raise(abort, 'ROUND_CLOSED'); end`,
  `create trigger examination_round_delete before delete on examination_round begin select raise(abort, 'ROUND_CLOSED'); end`,
  ...(['insert', 'update', 'delete'] as const).map(
    (action) => `create trigger examiner_approval_${action} before ${action} on examiner_approval
     when ${ROUND_IS_CLOSED(action === 'insert' ? 'new' : 'old')} begin select raise(abort, 'ROUND_CLOSED'); end`,
  ),
  `create trigger examination_remark_insert before insert on examination_remark
   when ${ROUND_IS_CLOSED('new')} begin select raise(abort, 'ROUND_CLOSED'); end`,
  `create trigger examination_remark_update before update on examination_remark
   when old.resolved_on is not null or ${differs(['id', 'round_id', 'item_id', 'person_id', 'noted_on', 'text'])}
   begin select raise(abort, 'REMARK_KEPT'); end`,
  `create trigger examination_remark_delete before delete on examination_remark begin select raise(abort, 'REMARK_KEPT'); end`,
  `create trigger correction_note_insert before insert on correction_note
   when coalesce((select state from meeting where id = new.meeting_id), '') not in ('examined', 'published')
   begin select raise(abort, 'NOT_EXAMINED'); end`,
  ...(['update', 'delete'] as const).map(
    (action) =>
      `create trigger correction_note_${action} before ${action} on correction_note begin select raise(abort, 'CORRECTION_FROZEN'); end`,
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  const run: Run = async (statement) => void (await sql.raw(statement).execute(db));
  await widenStates(db, run);
  for (const [name, body] of TABLES) await run(`create table "${name}"(${body}) strict`);
  for (const statement of INDEXES) await run(statement);
  await freezeRecord(run);
  await freezeMeeting(db, run);
  await freezeItemsExaminedAtOnce(run);
  for (const statement of KEPT) await run(statement);
  await writeAuditTriggers(
    db,
    TABLES.map(([name]) => name),
  );
}
