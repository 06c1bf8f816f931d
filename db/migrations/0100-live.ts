/**
 * What the live minutes note besides: breaks of a meeting (tauot), presence with the right to speak alone
 * (läsnäolo- ja puheoikeus), and the entries made in it, so that the last of them can be taken back.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const CLOCK = (column: string): string =>
  `${column} is null or (${column} glob '[0-2][0-9]:[0-5][0-9]' and ${column} < '24:00')`;

const LOCKED = `('under_examination', 'examined', 'published')`;
const ACTIONS = [
  ['insert', 'new'],
  ['update', 'new'],
  ['update_old', 'old'],
  ['delete', 'old'],
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(db));
  await run(
    `alter table attendance_interval add column speaker_only integer not null default 0 check (speaker_only in (0, 1))`,
  );
  await run(`create table meeting_break(
    id ${ID}, meeting_id text not null references meeting(id) on delete cascade,
    item_id text references agenda_item(id) on delete set null,
    started_at text not null check (${CLOCK('started_at')}), ended_at text check (${CLOCK('ended_at')}),
    check (ended_at is null or ended_at >= started_at)) strict`);
  await run('create index meeting_break_meeting_id on meeting_break(meeting_id)');
  await run('create index meeting_break_item_id on meeting_break(item_id)');
  await run('create unique index meeting_break_open on meeting_break(meeting_id) where ended_at is null');
  // An entry (merkintä) and the rows of the audit log that it wrote: undoing it turns them round.
  await run(`create table live_entry(
    id ${ID}, meeting_id text not null references meeting(id) on delete cascade,
    number integer not null check (number > 0),
    item_id text references agenda_item(id) on delete set null,
    person_id text references person(id),
    kind text not null check (trim(kind) <> ''),
    noted_at text check (${CLOCK('noted_at')}),
    first_audit_id integer not null, last_audit_id integer not null,
    unique (meeting_id, number), check (last_audit_id >= first_audit_id)) strict`);
  await run('create index live_entry_item_id on live_entry(item_id)');
  await run('create index live_entry_person_id on live_entry(person_id)');
  for (const [action, row] of ACTIONS) {
    const state = `(select state from meeting where id = ${row}.meeting_id)`;
    await run(`create trigger "meeting_break_frozen_${action}" before ${action.replace('_old', '')} on meeting_break
      when ${state} in ${LOCKED} begin
        select case ${state} when 'under_examination' then raise(abort, 'UNDER_EXAMINATION')
          else raise(abort, 'MEETING_EXAMINED') end;
      end`);
  }
  await writeAuditTriggers(db, ['attendance_interval', 'meeting_break', 'live_entry']);
}
