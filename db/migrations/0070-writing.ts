/**
 * Writing: a board's own wordings and phrases, and what the texts of items mention. Mentions are derived from the
 * texts, like the search index, so that they are not logged and not frozen: the words themselves are.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const STATEMENTS = [
  // A wording of a shipped phrase (key), or a phrase of the board's own (no key).
  `create table board_phrase(
     id text primary key check (length(id) = 36),
     board_id text not null references board(id) on delete cascade,
     key text check (key <> ''), fi text check (trim(fi) <> ''), sv text check (trim(sv) <> ''),
     en text check (trim(en) <> ''),
     hidden integer not null default 0 check (hidden in (0, 1)), position integer not null default 0,
     version integer not null default 1,
     check (coalesce(fi, sv, en) is not null or (key is not null and hidden = 1))) strict`,
  'create unique index board_phrase_key on board_phrase(board_id, key)',
  `create table item_mention(
     item_id text not null references agenda_item(id) on delete cascade,
     part text not null check (part in ('account', 'proposal', 'proceedings', 'decision')),
     person_id text references person(id) on delete cascade,
     organisation_id text references organisation(id) on delete cascade,
     task_id text references task(id) on delete cascade,
     check ((person_id is not null) + (organisation_id is not null) + (task_id is not null) = 1)) strict`,
  'create unique index item_mention_person_id on item_mention(person_id, item_id, part)',
  'create unique index item_mention_organisation_id on item_mention(organisation_id, item_id, part)',
  'create unique index item_mention_task_id on item_mention(task_id, item_id, part)',
  'create index item_mention_item_id on item_mention(item_id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await writeAuditTriggers(db, ['board_phrase']);
}
