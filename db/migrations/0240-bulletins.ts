/**
 * Plain-language bulletins (selkotiedote): a text for each wanted language, and the versions that were kept of them. What
 * a translation was made from and what was checked are such versions, so that a state follows from comparing texts.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const LANGUAGES = `'fi-selko', 'fi', 'sv', 'en', 'ru', 'uk', 'ar', 'so', 'fa'`;
const CONTENT = [
  'title',
  'body',
  'time',
  'place',
  'price',
  'registration',
  'languages',
  'accessibility',
  'contact',
]
  .map((column) => `${column} text not null default ''`)
  .join(', ');

const TABLES: readonly [name: string, body: string][] = [
  [
    'bulletin',
    `id ${ID}, board_id text not null references board(id),
     item_id text references agenda_item(id) on delete set null,
     event_id text references volunteer_action_event(id) on delete set null,
     source_language text not null check (source_language in (${LANGUAGES})),
     created_on text not null check (date(created_on) is created_on),
     origin_seen text not null default '', version integer not null default 1,
     check (item_id is null or event_id is null)`,
  ],
  [
    'bulletin_revision',
    `id ${ID}, bulletin_id text not null references bulletin(id) on delete cascade,
     language text not null check (language in (${LANGUAGES})), ${CONTENT},
     kept_at text not null, kept_by text not null`,
  ],
  // A row is a language that is wanted, written or not.
  [
    'bulletin_text',
    `id ${ID}, bulletin_id text not null references bulletin(id) on delete cascade,
     language text not null check (language in (${LANGUAGES})), ${CONTENT},
     basis_id text references bulletin_revision(id) on delete set null,
     checked_id text references bulletin_revision(id) on delete set null,
     checked_by text not null default '',
     checked_on text check (checked_on is null or date(checked_on) is checked_on),
     version integer not null default 1, unique (bulletin_id, language)`,
  ],
];

const INDEXES = [
  'bulletin(board_id)',
  'bulletin(item_id)',
  'bulletin(event_id)',
  'bulletin_revision(bulletin_id, language)',
  'bulletin_text(basis_id)',
  'bulletin_text(checked_id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(db));
  for (const [name, body] of TABLES) await run(`create table "${name}"(${body}) strict`);
  for (const columns of INDEXES)
    await run(`create index "${columns.replace(/\W+/g, '_').replace(/_$/, '')}" on ${columns}`);
  await writeAuditTriggers(
    db,
    TABLES.map(([name]) => name),
  );
}
