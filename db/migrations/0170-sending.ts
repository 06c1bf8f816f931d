/**
 * Sending by the user's own mail server: settings without the password, batches with the document as it goes out, and
 * a message for each recipient. Postal addresses for letters. A delivery whose recipient was erased whole names nobody.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const KINDS = `check (kind in ('minutes', 'public', 'summary', 'call', 'agenda'))`;

const TABLES: readonly [name: string, body: string][] = [
  [
    'mail_settings',
    `id integer primary key check (id = 1), settings text not null check (json_valid(settings)),
     version integer not null default 1`,
  ],
  // What was decided at once to be sent (lähetyserä). Paused with a reason; without resume_at until the user goes on.
  [
    'mail_batch',
    `id ${ID}, meeting_id text not null references meeting(id), kind text not null ${KINDS},
     number integer not null check (number > 0), sha256 text not null check (length(sha256) = 64),
     created_at text not null, created_by text not null,
     paused text check (paused in ('user', 'connection', 'certificate', 'encryption', 'login', 'sender', 'secret', 'settings', 'stale')),
     paused_reply text not null default '', resume_at text`,
  ],
  // The letter in one language, with the bytes of the document that goes along; covered: without what is secret.
  [
    'mail_part',
    `id ${ID}, batch_id text not null references mail_batch(id), language text not null check (language in ('fi', 'sv', 'en')),
     covered integer not null default 0 check (covered in (0, 1)), subject text not null, body text not null,
     file_name text not null,
     file_sha256 text not null check (length(file_sha256) = 64), content blob not null, unique (batch_id, language, covered)`,
  ],
  // One message to one recipient. The address is the one that was shown before sending.
  [
    'mail_message',
    `id ${ID}, batch_id text not null references mail_batch(id), part_id text not null references mail_part(id),
     delivery_id text not null references delivery(id), address text not null,
     state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
     attempts integer not null default 0 check (attempts >= 0), attempted_at text, next_at text not null,
     settled_at text, reply text not null default '',
     check ((settled_at is not null) = (state in ('sent', 'failed', 'cancelled')))`,
  ],
  // Where letters go, for those who have no address in the register of organisations, or another one.
  [
    'postal_address',
    `id ${ID}, person_id text unique references person(id), organisation_id text unique references organisation(id),
     extra text not null default '', street text not null check (trim(street) <> ''), postal_code text not null,
     post_office text not null check (trim(post_office) <> ''), country text check (length(country) = 2),
     check ((person_id is null) <> (organisation_id is null))`,
  ],
];

const INDEXES = [
  'create index mail_batch_meeting_id on mail_batch(meeting_id)',
  'create index mail_message_batch_id on mail_message(batch_id, state)',
  'create index mail_message_part_id on mail_message(part_id)',
  'create index mail_message_delivery_id on mail_message(delivery_id)',
  'create index mail_message_due on mail_message(state, next_at)',
  'create index mail_message_attempted_at on mail_message(attempted_at)',
  // Nobody waits twice for the same document.
  `create unique index mail_message_waiting on mail_message(delivery_id) where state in ('queued', 'sending', 'unknown')`,
];

const KEPT = [
  `create trigger delivery_no_update before update on delivery
   when new.id is not old.id or new.meeting_id is not old.meeting_id or new.kind is not old.kind
     or new.number is not old.number or new.sha256 is not old.sha256
     or new.organisation_id is not old.organisation_id
     or (new.person_id is not old.person_id and new.person_id is not null)
   begin select raise(abort, 'DELIVERY_KEPT'); end`,
  `create trigger delivery_no_delete before delete on delivery begin select raise(abort, 'DELIVERY_KEPT'); end`,
  `create trigger mail_part_no_update before update of id, batch_id, language, covered, file_name, file_sha256, content on mail_part
   begin select raise(abort, 'DELIVERY_KEPT'); end`,
];

/** Both references may be empty: the recipient was erased, that something went stays. */
async function widenDelivery(run: (statement: string) => Promise<void>): Promise<void> {
  await run(`create table delivery_rebuilt(
     id ${ID}, meeting_id text not null references meeting(id), kind text not null ${KINDS},
     number integer not null check (number > 0), sha256 text not null check (length(sha256) = 64),
     person_id text references person(id), organisation_id text references organisation(id),
     check (person_id is null or organisation_id is null)) strict`);
  await run('insert into delivery_rebuilt select * from delivery order by rowid');
  await run('drop table delivery');
  await run('alter table delivery_rebuilt rename to delivery');
  await run('create index delivery_meeting_id on delivery(meeting_id)');
  for (const column of ['person_id', 'organisation_id'])
    await run(
      `create unique index delivery_${column} on delivery(${column}, sha256, kind) where ${column} is not null`,
    );
}

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(db));
  await widenDelivery(run);
  for (const [name, body] of TABLES) await run(`create table "${name}"(${body}) strict`);
  for (const statement of [...INDEXES, ...KEPT]) await run(statement);
  await writeAuditTriggers(db, ['delivery', ...TABLES.map(([name]) => name)]);
}
