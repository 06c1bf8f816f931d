/**
 * Good practices (hyvät käytännöt): collected, refined and offered; in each municipality offered, decided, taken into use,
 * embedded or declined. Every change of stage is a row with its day and ground; the stage is that of the latest.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const NAME = (column: string): string => `${column} text not null check (trim(${column}) <> '')`;
const DAY = (column: string): string => `${column} text not null check (date(${column}) is ${column})`;

const TABLES: readonly [name: string, body: string][] = [
  [
    'practice',
    `id ${ID}, board_id text not null references board(id), ${NAME('code')}, ${NAME('name')},
     description text not null default '', source text not null default '',
     owner_organisation_id text references organisation(id), owner_name text not null default '',
     contact_person_id text references person(id), theme_id text references theme(id) on delete set null,
     version integer not null default 1, unique (board_id, code)`,
  ],
  [
    'practice_organisation',
    `practice_id text not null references practice(id) on delete cascade,
     organisation_id text not null references organisation(id), primary key (practice_id, organisation_id)`,
  ],
  [
    'practice_action',
    `practice_id text not null references practice(id) on delete cascade,
     action_id text not null references volunteer_action(id) on delete cascade, primary key (practice_id, action_id)`,
  ],
  [
    'practice_decision',
    `practice_id text not null references practice(id) on delete cascade,
     item_id text not null references agenda_item(id) on delete cascade, primary key (practice_id, item_id)`,
  ],
  // Without a municipality: the practice's own stage. decided_by: the body and § of the municipality that decided.
  [
    'practice_stage',
    `id ${ID}, practice_id text not null references practice(id) on delete cascade,
     municipality_year integer, municipality_code text,
     stage text not null check (stage in ('collected', 'refined', 'offered', 'decided', 'in_use', 'embedded', 'declined')),
     ${DAY('changed_on')}, ${NAME('ground')}, decided_by text not null default '', reason text not null default '',
     item_id text references agenda_item(id) on delete set null,
     check ((municipality_year is null) = (municipality_code is null)),
     check (case when municipality_code is null then stage in ('collected', 'refined', 'offered', 'declined')
       else stage in ('offered', 'decided', 'in_use', 'embedded', 'declined') end),
     foreign key (municipality_year, municipality_code) references municipality(year, code)`,
  ],
  // Koulutukset that support embedding; participants are counts, never persons.
  [
    'practice_training',
    `id ${ID}, practice_id text not null references practice(id) on delete cascade, ${DAY('held_on')},
     ${NAME('title')}, municipality_year integer, municipality_code text,
     participants integer check (participants >= 0), note text not null default '',
     check ((municipality_year is null) = (municipality_code is null)),
     foreign key (municipality_year, municipality_code) references municipality(year, code)`,
  ],
];

const INDEXES = [
  'practice(board_id)',
  'practice(owner_organisation_id)',
  'practice(contact_person_id)',
  'practice(theme_id)',
  'practice_organisation(organisation_id)',
  'practice_action(action_id)',
  'practice_decision(item_id)',
  'practice_stage(practice_id)',
  'practice_stage(item_id)',
  'practice_stage(municipality_year, municipality_code)',
  'practice_training(practice_id)',
  'practice_training(municipality_year, municipality_code)',
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
