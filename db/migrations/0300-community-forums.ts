/**
 * Community forums (yhteisöfoorumit) under the HYTE groups of municipalities: stages as rows with day and ground, the
 * stage is that of the latest; meetings and events as counts. `forum_indicator`: the board's indicator that they feed.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const NAME = (column: string): string => `${column} text not null check (trim(${column}) <> '')`;
const DAY = (column: string): string => `${column} text not null check (date(${column}) is ${column})`;

const TABLES: readonly [name: string, body: string][] = [
  [
    'community_forum',
    `id ${ID}, board_id text not null references board(id), ${NAME('code')}, ${NAME('name')},
     municipality_year integer not null, municipality_code text not null, ${NAME('hyte_group')},
     description text not null default '', chair_organisation_id text references organisation(id),
     chair_person_id text references person(id), chair_role text not null default '',
     contact_person_id text references person(id), version integer not null default 1, unique (board_id, code),
     foreign key (municipality_year, municipality_code) references municipality(year, code)`,
  ],
  [
    'forum_organisation',
    `forum_id text not null references community_forum(id) on delete cascade,
     organisation_id text not null references organisation(id), primary key (forum_id, organisation_id)`,
  ],
  [
    'forum_theme',
    `forum_id text not null references community_forum(id) on delete cascade,
     theme_id text not null references theme(id) on delete cascade, primary key (forum_id, theme_id)`,
  ],
  [
    'forum_action',
    `forum_id text not null references community_forum(id) on delete cascade,
     action_id text not null references volunteer_action(id) on delete cascade, primary key (forum_id, action_id)`,
  ],
  [
    'forum_practice',
    `forum_id text not null references community_forum(id) on delete cascade,
     practice_id text not null references practice(id) on delete cascade, primary key (forum_id, practice_id)`,
  ],
  [
    'forum_decision',
    `forum_id text not null references community_forum(id) on delete cascade,
     item_id text not null references agenda_item(id) on delete cascade, primary key (forum_id, item_id)`,
  ],
  // decided_by: the municipality's body and its section; what makes a forum permanent.
  [
    'forum_stage',
    `id ${ID}, forum_id text not null references community_forum(id) on delete cascade,
     stage text not null check (stage in ('pilot', 'permanent', 'ended')), ${DAY('changed_on')}, ${NAME('ground')},
     decided_by text not null default '', item_id text references agenda_item(id) on delete set null,
     check (stage <> 'permanent' or decided_by like '%§%')`,
  ],
  // Participants and organisations are counts, never persons.
  [
    'forum_event',
    `id ${ID}, forum_id text not null references community_forum(id) on delete cascade, ${DAY('held_on')},
     kind text not null check (kind in ('meeting', 'occasion')), ${NAME('title')},
     participants integer check (participants >= 0), organisations integer check (organisations >= 0),
     note text not null default ''`,
  ],
  [
    'forum_indicator',
    `board_id text primary key references board(id),
     indicator_id text not null references indicator(id) on delete cascade`,
  ],
];

const INDEXES = [
  'community_forum(board_id)',
  'community_forum(municipality_year, municipality_code)',
  'community_forum(chair_organisation_id)',
  'community_forum(chair_person_id)',
  'community_forum(contact_person_id)',
  'forum_organisation(organisation_id)',
  'forum_theme(theme_id)',
  'forum_action(action_id)',
  'forum_practice(practice_id)',
  'forum_decision(item_id)',
  'forum_stage(forum_id)',
  'forum_stage(item_id)',
  'forum_event(forum_id)',
  'forum_indicator(indicator_id)',
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
