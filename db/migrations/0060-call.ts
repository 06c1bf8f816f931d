/**
 * The call (kokouskutsu): what was issued, frozen and numbered; how the invitation goes out; which deputies were called;
 * and who has answered what.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const DAY = (column: string): string => `check (date(${column}) is ${column})`;

const TABLES: readonly [name: string, body: string][] = [
  // A call, agenda (esityslista) or cancellation as it went out; `held_on` is the day it was for.
  [
    'issued_document',
    `id ${ID}, meeting_id text not null references meeting(id),
     kind text not null check (kind in ('call', 'agenda', 'cancellation')), number integer not null check (number > 0),
     held_on text not null ${DAY('held_on')},
     content text not null check (json_valid(content)), sha256 text not null check (length(sha256) = 64),
     issued_at text not null, issued_on text not null ${DAY('issued_on')}, issued_by text not null,
     note text not null default '', unique (meeting_id, kind, number)`,
  ],
  // The files that went with it; their content stays as long as the document.
  [
    'issued_attachment',
    `document_id text not null references issued_document(id), number integer not null check (number > 0),
     title text not null, file_name text not null, file_sha256 text not null references file_content(sha256),
     primary key (document_id, number)`,
  ],
  // What the invitation says beside the meeting's own details.
  [
    'invitation',
    `meeting_id text primary key references meeting(id) on delete cascade,
     planned_end text check (planned_end is null or (planned_end glob '[0-2][0-9]:[0-5][0-9]' and planned_end < '24:00')),
     remote_link text not null default '', greeting text not null default ''`,
  ],
  // A deputy (varajäsen) called because the member cannot come.
  [
    'called_deputy',
    `meeting_id text not null references meeting(id) on delete cascade, person_id text not null references person(id),
     called_on text not null ${DAY('called_on')}, primary key (meeting_id, person_id)`,
  ],
  // An answer (vastaus) to the call; no row: no answer.
  [
    'invitation_reply',
    `meeting_id text not null references meeting(id) on delete cascade, person_id text not null references person(id),
     reply text not null check (reply in ('coming', 'remote', 'excused')), replied_on text not null ${DAY('replied_on')},
     channel text not null check (channel in ('email', 'phone', 'in_person', 'calendar', 'other')),
     note text not null default '', primary key (meeting_id, person_id)`,
  ],
];

const INDEXES = [
  'create index issued_attachment_file_sha256 on issued_attachment(file_sha256)',
  'create index called_deputy_person_id on called_deputy(person_id)',
  'create index invitation_reply_person_id on invitation_reply(person_id)',
];

/** What was issued stays, and its numbers run without a gap. */
const KEPT = [
  ...['issued_document', 'issued_attachment'].flatMap((table) =>
    ['update', 'delete'].map(
      (action) =>
        `create trigger ${table}_no_${action} before ${action} on ${table} begin select raise(abort, 'ISSUED_FROZEN'); end`,
    ),
  ),
  `create trigger issued_document_number before insert on issued_document
   when new.number <> (select coalesce(max(number), 0) + 1 from issued_document
     where meeting_id = new.meeting_id and kind = new.kind)
   begin select raise(abort, 'ISSUED_FROZEN'); end`,
];

/** Answers belong to what is examined: they say who was excused. */
const LOCKED = `('under_examination', 'examined', 'published')`;
const REFUSE = `case {state} when 'under_examination' then raise(abort, 'UNDER_EXAMINATION') else raise(abort, 'MEETING_EXAMINED') end`;
const ACTIONS = [
  ['insert', 'new'],
  ['update', 'new'],
  ['update_old', 'old'],
  ['delete', 'old'],
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(db));
  for (const [name, body] of TABLES) await run(`create table "${name}"(${body}) strict`);
  for (const statement of [...INDEXES, ...KEPT]) await run(statement);
  for (const table of ['issued_document', 'invitation', 'called_deputy', 'invitation_reply'])
    for (const [action, row] of ACTIONS) {
      if (table === 'issued_document' && action !== 'insert') continue;
      const state = `(select state from meeting where id = ${row}.meeting_id)`;
      await run(`create trigger "${table}_frozen_${action}" before ${action.replace('_old', '')} on "${table}"
        when ${state} in ${LOCKED} begin select ${REFUSE.replace('{state}', state)}; end`);
    }
  await writeAuditTriggers(
    db,
    TABLES.map(([name]) => name),
  );
}
