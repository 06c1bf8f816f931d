/**
 * Data protection: why a person's contact data is kept, restriction, consents, what the controller's notice says, and
 * erasures with a proof that names nobody. The log may from here on lose what was erased, and what is older than its
 * time, and nothing else.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const DAY = (column: string): string => `check (date(${column}) is ${column})`;
const OPTIONAL_DAY = (column: string): string => `check (${column} is null or date(${column}) is ${column})`;

const TABLES: readonly [name: string, body: string][] = [
  // Purpose (käyttötarkoitus) and ground (oikeusperuste) of the contact data where they differ from the settings, the
  // channel that the person prefers, restriction (käsittelyn rajoittaminen), and a reason to keep it for longer.
  [
    'person_privacy',
    `person_id text primary key references person(id) on delete cascade, purpose text not null default '',
     legal_ground text check (legal_ground in ('public_task', 'consent', 'legitimate_interest', 'legal_obligation', 'contract')),
     channel text check (channel in ('email', 'phone', 'letter', 'none')),
     keep_until text ${OPTIONAL_DAY('keep_until')}, keep_reason text not null default '',
     restricted_on text ${OPTIONAL_DAY('restricted_on')},
     restriction_ground text check (restriction_ground in ('accuracy', 'unlawful', 'claims', 'objection')),
     check ((restricted_on is null) = (restriction_ground is null)),
     check (keep_until is null or trim(keep_reason) <> '')`,
  ],
  // Consent (suostumus), e.g. to a newsletter: given, withdrawn, and where it came from.
  [
    'consent',
    `id ${ID}, person_id text not null references person(id) on delete cascade,
     subject text not null check (trim(subject) <> ''), given_on text not null ${DAY('given_on')},
     source text not null check (trim(source) <> ''), withdrawn_on text ${OPTIONAL_DAY('withdrawn_on')},
     check (withdrawn_on is null or withdrawn_on >= given_on)`,
  ],
  [
    'privacy_settings',
    `id integer primary key check (id = 1), settings text not null check (json_valid(settings)),
     version integer not null default 1`,
  ],
  // Proof of an erasure. The subject is a hash of an id: enough to repeat the erasure in a restored copy, no more.
  [
    'erasure',
    `id ${ID}, erased_at text not null, subject text not null check (length(subject) = 64),
     cause text not null check (cause in ('request', 'schedule', 'repeated')),
     scope text not null check (scope in ('contact', 'whole', 'nothing')),
     row_count integer not null check (row_count >= 0), log_count integer not null check (log_count >= 0),
     kept_count integer not null check (kept_count >= 0), searched integer check (searched in (0, 1))`,
  ],
];

const MARK = `'[erased]'`;
/** Whether the new side of a column of the log is the old one with values replaced by the mark. */
const redacted = (column: string): string => `(new.${column} is old.${column} or (
  new.${column} is not null and old.${column} is not null
  and (select count(*) from json_each(new.${column})) = (select count(*) from json_each(old.${column}))
  and not exists (select 1 from json_each(old.${column}) as was left join json_each(new.${column}) as now on now.key = was.key
    where now.key is null or (now.value is not was.value and now.value is not ${MARK}))))`;
const SAME = ['id', 'at', 'actor', 'procedure', 'entity', 'entity_id', 'action']
  .map((column) => `new.${column} is not old.${column}`)
  .join(' or ');

const STATEMENTS = [
  'create index consent_person_id on consent(person_id)',
  'drop trigger audit_no_update',
  `create trigger audit_no_update before update on audit
   when ${SAME} or not ${redacted('before')} or not ${redacted('after')}
   begin select raise(abort, 'AUDIT_FROZEN'); end`,
  'drop trigger audit_no_delete',
  `create trigger audit_no_delete before delete on audit
   when old.at >= strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 year')
   begin select raise(abort, 'AUDIT_FROZEN'); end`,
  'create index audit_at on audit(at)',
  // What is restricted is only kept.
  `create trigger person_restricted_update before update on person
   when (select restricted_on from person_privacy where person_id = old.id) is not null and (
     old.name is not new.name or old.short_name is not new.short_name or old.email is not new.email
     or old.phone is not new.phone or old.language is not new.language or old.notes is not new.notes)
   begin select raise(abort, 'PERSON_RESTRICTED'); end`,
  `create trigger person_restricted_delete before delete on person
   when (select restricted_on from person_privacy where person_id = old.id) is not null
   begin select raise(abort, 'PERSON_RESTRICTED'); end`,
  `create trigger erasure_kept_update before update on erasure
   when old.searched is not null or new.id is not old.id or new.erased_at is not old.erased_at
     or new.subject is not old.subject or new.cause is not old.cause or new.scope is not old.scope
     or new.row_count is not old.row_count or new.log_count is not old.log_count
     or new.kept_count is not old.kept_count
   begin select raise(abort, 'ERASURE_KEPT'); end`,
  `create trigger erasure_kept_delete before delete on erasure begin select raise(abort, 'ERASURE_KEPT'); end`,
];

/** The words of a reply to a call (e.g. diet, interpreter) may go from a meeting's record; nothing else of it. */
async function letReplyNotesGo(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_schema
    where type = 'trigger' and name in ('invitation_reply_frozen_update', 'invitation_reply_frozen_update_old')`.execute(
    db,
  );
  const only = `not (new.note = '' and new.meeting_id is old.meeting_id and new.person_id is old.person_id
    and new.reply is old.reply and new.replied_on is old.replied_on and new.channel is old.channel) and`;
  for (const trigger of rows) {
    await sql.raw(`drop trigger "${trigger.name}"`).execute(db);
    await sql.raw(trigger.sql.replace(/\bwhen\b/i, `when ${only}`)).execute(db);
  }
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, body] of TABLES) await sql.raw(`create table "${name}"(${body}) strict`).execute(db);
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await letReplyNotesGo(db);
  await writeAuditTriggers(
    db,
    TABLES.map(([name]) => name),
  );
}
