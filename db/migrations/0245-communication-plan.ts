/** The communication plan (viestintäsuunnitelma): what is told to whom, through which channel, when and by whom. */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const CHANNELS = [
  'email',
  'newsletter',
  'website',
  'social_media',
  'local_media',
  'event',
  'meeting',
  'letter',
  'poster',
  'other',
];
const KINDS = ['minutes', 'public', 'summary', 'call', 'agenda'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const INDEXES = [
  'communication_entry(board_id)',
  'communication_entry(responsible_person_id)',
  'communication_entry(bulletin_id)',
  'communication_entry(meeting_id)',
  'communication_entry(action_id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(db));
  // With a kind the row is done by the delivery of that document of the meeting.
  await run(`create table communication_entry(
    id text primary key check (length(id) = 36), board_id text not null references board(id),
    title text not null check (trim(title) <> ''), audience text not null check (trim(audience) <> ''),
    reach text not null check (reach in ('internal', 'external')),
    channel text not null check (channel in (${list(CHANNELS)})),
    planned_on text not null check (date(planned_on) is planned_on),
    responsible text not null default '', responsible_person_id text references person(id),
    message text not null default '',
    bulletin_id text references bulletin(id) on delete set null,
    meeting_id text references meeting(id) on delete set null,
    delivered_kind text check (delivered_kind in (${list(KINDS)})),
    action_id text references volunteer_action(id) on delete set null,
    done_on text check (done_on is null or date(done_on) is done_on), outcome text not null default '',
    version integer not null default 1) strict`);
  for (const columns of INDEXES)
    await run(`create index "${columns.replace(/\W+/g, '_').replace(/_$/, '')}" on ${columns}`);
  await writeAuditTriggers(db, ['communication_entry']);
}
