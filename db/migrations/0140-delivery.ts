/** Mailing lists, and the ledger of what was delivered to whom. */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';

const TABLES: readonly [name: string, body: string][] = [
  // Rules, not names: who is on a list (jakelulista) is computed from the register.
  [
    'mailing_list',
    `id ${ID}, board_id text not null references board(id), name text not null check (trim(name) <> ''),
     rules text not null check (json_valid(rules)), version integer not null default 1, unique (board_id, name)`,
  ],
  // One version of a document for one recipient.
  [
    'delivery',
    `id ${ID}, meeting_id text not null references meeting(id),
     kind text not null check (kind in ('minutes', 'public', 'summary', 'call', 'agenda')),
     number integer not null check (number > 0), sha256 text not null check (length(sha256) = 64),
     person_id text references person(id), organisation_id text references organisation(id),
     check ((person_id is null) <> (organisation_id is null))`,
  ],
  // What happened with it, in order. The address is what was written to.
  [
    'delivery_event',
    `id ${ID}, delivery_id text not null references delivery(id), number integer not null check (number > 0),
     event text not null check (event in ('prepared', 'sent', 'bounced', 'acknowledged', 'withdrawn')),
     channel text not null check (channel in ('email', 'post', 'hand', 'web', 'other')),
     happened_on text not null check (date(happened_on) is happened_on), noted_at text not null,
     noted_by text not null, address text not null default '', language text check (language in ('fi', 'sv', 'en')),
     note text not null default '', unique (delivery_id, number)`,
  ],
];

const INDEXES = [
  'create index delivery_meeting_id on delivery(meeting_id)',
  'create unique index delivery_person_id on delivery(person_id, sha256, kind) where person_id is not null',
  'create unique index delivery_organisation_id on delivery(organisation_id, sha256, kind) where organisation_id is not null',
];

/** What happened stays; only the address, and words in a note, go when a person's data are erased (see db/model/privacy.ts). */
const KEPT = [
  `create trigger delivery_no_update before update on delivery begin select raise(abort, 'DELIVERY_KEPT'); end`,
  `create trigger delivery_event_no_update before update on delivery_event
   when new.address not in ('', '[erased]', old.address) or new.id is not old.id or new.delivery_id is not old.delivery_id
     or new.number is not old.number or new.event is not old.event or new.channel is not old.channel
     or new.happened_on is not old.happened_on or new.noted_at is not old.noted_at
     or new.noted_by is not old.noted_by or new.language is not old.language
   begin select raise(abort, 'DELIVERY_KEPT'); end`,
  `create trigger delivery_event_no_delete before delete on delivery_event begin select raise(abort, 'DELIVERY_KEPT'); end`,
  `create trigger delivery_no_delete before delete on delivery begin select raise(abort, 'DELIVERY_KEPT'); end`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(db));
  for (const [name, body] of TABLES) await run(`create table "${name}"(${body}) strict`);
  for (const statement of [...INDEXES, ...KEPT]) await run(statement);
  await writeAuditTriggers(
    db,
    TABLES.map(([name]) => name),
  );
}
