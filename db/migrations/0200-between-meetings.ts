/**
 * The work between meetings: theme areas (teema-alue) with their logic model, volunteer actions across organisation
 * borders (vapaaehtoistoiminto), budgets with funding shares, and indicators (mittari) with measurements.
 *
 * What follows from rows is not stored: an action's stage is that of its latest change.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const NAME = (column: string): string => `${column} text not null check (trim(${column}) <> '')`;
const DAY = (column: string): string => `${column} text not null check (date(${column}) is ${column})`;
const OPTIONAL_DAY = (column: string): string =>
  `${column} text check (${column} is null or date(${column}) is ${column})`;
const PERIOD = 'check (ends_on is null or starts_on is null or ends_on >= starts_on)';
const VERSION = 'version integer not null default 1';
const COUNT = (column: string): string => `${column} integer check (${column} >= 0)`;

const TABLES: readonly [name: string, body: string][] = [
  [
    'theme',
    `id ${ID}, board_id text not null references board(id), position integer not null, ${NAME('name')},
     summary text not null default '', goals text not null default '[]' check (json_valid(goals)),
     owner_organisation_id text references organisation(id), owner_person_id text references person(id),
     ${OPTIONAL_DAY('starts_on')}, ${OPTIONAL_DAY('ends_on')}, ${VERSION}, ${PERIOD}`,
  ],
  // Toimintaympäristö nyt → toteutus → tulokset → vaikutukset.
  [
    'logic_card',
    `id ${ID}, theme_id text not null references theme(id) on delete cascade,
     stage text not null check (stage in ('environment', 'implementation', 'results', 'impacts')),
     position integer not null, ${NAME('text')}`,
  ],
  [
    'logic_arrow',
    `from_card_id text not null references logic_card(id) on delete cascade,
     to_card_id text not null references logic_card(id) on delete cascade,
     primary key (from_card_id, to_card_id), check (from_card_id <> to_card_id)`,
  ],
  [
    'budget',
    `id ${ID}, board_id text not null references board(id), ${NAME('name')},
     year integer check (year between 1900 and 2200), ${VERSION}`,
  ],
  [
    'budget_line',
    `id ${ID}, budget_id text not null references budget(id) on delete cascade, position integer not null,
     ${NAME('name')}, cents integer not null check (cents >= 0)`,
  ],
  // A funder's share in hundredths of a per cent: 7000 is 70 %.
  [
    'funding_share',
    `id ${ID}, line_id text not null references budget_line(id) on delete cascade, position integer not null,
     ${NAME('funder')}, share integer not null check (share between 1 and 10000)`,
  ],
  [
    'volunteer_action',
    `id ${ID}, board_id text not null references board(id), ${NAME('code')}, ${NAME('name')},
     description text not null default '', theme_id text references theme(id) on delete set null,
     lead_organisation_id text references organisation(id),
     life_courses text not null default '[]' check (json_valid(life_courses)),
     volunteer_band text check (volunteer_band in ('0', '1-9', '10-29', '30-99', '100+')),
     volunteer_count integer check (volunteer_count >= 0),
     hours real check (hours >= 0), ${OPTIONAL_DAY('starts_on')}, ${OPTIONAL_DAY('ends_on')},
     budget_id text references budget(id), ${VERSION}, unique (board_id, code), ${PERIOD}`,
  ],
  [
    'volunteer_action_field',
    `action_id text not null references volunteer_action(id) on delete cascade,
     field_id text not null references field(id), primary key (action_id, field_id)`,
  ],
  [
    'volunteer_action_partner',
    `action_id text not null references volunteer_action(id) on delete cascade,
     organisation_id text not null references organisation(id), primary key (action_id, organisation_id)`,
  ],
  [
    'volunteer_action_municipality',
    `action_id text not null references volunteer_action(id) on delete cascade,
     year integer not null, code text not null, primary key (action_id, year, code),
     foreign key (year, code) references municipality(year, code)`,
  ],
  // Each change of stage with its day and ground (vaiheen muutos); the latest is the stage.
  [
    'volunteer_action_stage',
    `id ${ID}, action_id text not null references volunteer_action(id) on delete cascade,
     stage text not null check (stage in ('idea', 'planning', 'pilot', 'running', 'embedded', 'ended')),
     ${DAY('changed_on')}, ${NAME('ground')}, item_id text references agenda_item(id) on delete set null`,
  ],
  [
    'volunteer_action_event',
    `id ${ID}, action_id text not null references volunteer_action(id) on delete cascade, ${DAY('held_on')},
     ${NAME('title')}, municipality_year integer, municipality_code text, ${COUNT('participants')},
     ${COUNT('volunteers')}, hours real check (hours >= 0), note text not null default '',
     foreign key (municipality_year, municipality_code) references municipality(year, code)`,
  ],
  [
    'volunteer_action_decision',
    `action_id text not null references volunteer_action(id) on delete cascade,
     item_id text not null references agenda_item(id) on delete cascade, primary key (action_id, item_id)`,
  ],
  [
    'volunteer_action_task',
    `action_id text not null references volunteer_action(id) on delete cascade,
     task_id text not null references task(id) on delete cascade, primary key (action_id, task_id)`,
  ],
  // Varsinaiset ja välilliset kohderyhmät, sidosryhmät: groups in words, never persons.
  [
    'volunteer_action_target',
    `id ${ID}, action_id text not null references volunteer_action(id) on delete cascade,
     position integer not null, kind text not null check (kind in ('direct', 'indirect', 'stakeholder')),
     ${NAME('name')}`,
  ],
  // Vaiheistus: a period with the region in which one works then.
  [
    'volunteer_action_phase',
    `id ${ID}, action_id text not null references volunteer_action(id) on delete cascade, ${DAY('starts_on')},
     ${OPTIONAL_DAY('ends_on')}, ${NAME('area')}, goal text not null default '', ${PERIOD}`,
  ],
  [
    'volunteer_action_note',
    `id ${ID}, action_id text not null references volunteer_action(id) on delete cascade, ${DAY('noted_on')},
     ${NAME('text')}`,
  ],
  [
    'indicator',
    `id ${ID}, board_id text not null references board(id), ${NAME('name')}, unit text not null default '',
     description text not null default '', direction text check (direction in ('up', 'down')),
     decimals integer not null default 0 check (decimals between 0 and 3), baseline real,
     ${OPTIONAL_DAY('baseline_on')}, target real, ${OPTIONAL_DAY('target_on')},
     source text not null default '', ${VERSION}`,
  ],
  [
    'measurement',
    `id ${ID}, indicator_id text not null references indicator(id) on delete cascade, ${DAY('measured_on')},
     value real not null, source text not null default '', note text not null default '',
     unique (indicator_id, measured_on)`,
  ],
  // What an indicator tells about: a theme, an action or a card of a logic model.
  [
    'indicator_subject',
    `id ${ID}, indicator_id text not null references indicator(id) on delete cascade,
     theme_id text references theme(id) on delete cascade,
     action_id text references volunteer_action(id) on delete cascade,
     card_id text references logic_card(id) on delete cascade,
     check ((theme_id is not null) + (action_id is not null) + (card_id is not null) = 1),
     unique (indicator_id, theme_id), unique (indicator_id, action_id), unique (indicator_id, card_id)`,
  ],
  // What a card refers to besides: an action that carries it out, a § that decided it.
  [
    'logic_card_link',
    `id ${ID}, card_id text not null references logic_card(id) on delete cascade,
     action_id text references volunteer_action(id) on delete cascade,
     item_id text references agenda_item(id) on delete cascade,
     check ((action_id is null) <> (item_id is null)), unique (card_id, action_id), unique (card_id, item_id)`,
  ],
];

const INDEXES = [
  'theme(board_id)',
  'theme(owner_organisation_id)',
  'theme(owner_person_id)',
  'logic_card(theme_id)',
  'logic_arrow(to_card_id)',
  'budget(board_id)',
  'budget_line(budget_id)',
  'funding_share(line_id)',
  'volunteer_action(board_id)',
  'volunteer_action(theme_id)',
  'volunteer_action(lead_organisation_id)',
  'volunteer_action(budget_id)',
  'volunteer_action_field(field_id)',
  'volunteer_action_partner(organisation_id)',
  'volunteer_action_municipality(year, code)',
  'volunteer_action_stage(action_id)',
  'volunteer_action_stage(item_id)',
  'volunteer_action_event(action_id)',
  'volunteer_action_event(municipality_year, municipality_code)',
  'volunteer_action_decision(item_id)',
  'volunteer_action_task(task_id)',
  'volunteer_action_target(action_id)',
  'volunteer_action_phase(action_id)',
  'volunteer_action_note(action_id)',
  'indicator(board_id)',
  'measurement(indicator_id)',
  'indicator_subject(theme_id)',
  'indicator_subject(action_id)',
  'indicator_subject(card_id)',
  'logic_card_link(action_id)',
  'logic_card_link(item_id)',
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
