/**
 * Immigrant inclusion (maahanmuuttajien osallisuus): paths with their steps and counts by period, meeting events, trainings,
 * shared materials and support points with opening hours; and the types of participation of these and of volunteer actions.
 *
 * All five kinds are entries of one table, because organisers, municipalities, languages and the coverage view are the
 * same for each. People stand here as counts alone.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const NAME = (column: string): string => `${column} text not null check (trim(${column}) <> '')`;
const DAY = (column: string): string => `${column} text not null check (date(${column}) is ${column})`;
const OPTIONAL_DAY = (column: string): string =>
  `${column} text check (${column} is null or date(${column}) is ${column})`;
const TIME = (column: string): string =>
  `${column} text not null check (time(${column}) is ${column} || ':00')`;
const OPTIONAL_TIME = (column: string): string =>
  `${column} text check (${column} is null or time(${column}) is ${column} || ':00')`;
const COUNT = (column: string): string => `${column} integer check (${column} >= 0)`;
const PERIOD = 'check (ends_on is null or starts_on is null or ends_on >= starts_on)';

const TABLES: readonly [name: string, body: string][] = [
  // Polku, kohtaamistapahtuma, koulutus, yhteinen aineisto, tukipiste.
  [
    'inclusion_entry',
    `id ${ID}, board_id text not null references board(id),
     kind text not null check (kind in ('path', 'event', 'training', 'material', 'support_point')),
     ${NAME('code')}, ${NAME('name')}, description text not null default '',
     theme_id text references theme(id) on delete set null,
     host_organisation_id text references organisation(id), place text not null default '',
     is_regional integer not null default 0 check (is_regional in (0, 1)),
     languages text not null default '[]' check (json_valid(languages)),
     ${OPTIONAL_DAY('starts_on')}, ${OPTIONAL_DAY('ends_on')},
     participant_band text check (participant_band in ('0', '1-9', '10-29', '30-99', '100+')),
     ${COUNT('participant_count')}, ${COUNT('participant_goal')}, hours real check (hours >= 0),
     topic text not null default '', audience text not null default '',
     training_form text check (training_form in ('onsite', 'online', 'hybrid')),
     plain_state text check (plain_state in ('standard', 'draft', 'plain', 'approved')),
     link text not null default '', contact_role_id text references contact_role(id),
     version integer not null default 1, unique (board_id, code), ${PERIOD},
     check (kind not in ('event', 'training') or starts_on is not null)`,
  ],
  [
    'inclusion_organisation',
    `entry_id text not null references inclusion_entry(id) on delete cascade,
     organisation_id text not null references organisation(id), primary key (entry_id, organisation_id)`,
  ],
  [
    'inclusion_municipality',
    `entry_id text not null references inclusion_entry(id) on delete cascade,
     year integer not null, code text not null, primary key (entry_id, year, code),
     foreign key (year, code) references municipality(year, code)`,
  ],
  [
    'inclusion_action',
    `entry_id text not null references inclusion_entry(id) on delete cascade,
     action_id text not null references volunteer_action(id) on delete cascade, primary key (entry_id, action_id)`,
  ],
  [
    'inclusion_indicator',
    `entry_id text not null references inclusion_entry(id) on delete cascade,
     indicator_id text not null references indicator(id) on delete cascade, primary key (entry_id, indicator_id)`,
  ],
  // Tieto-, suunnittelu-, päätös- ja toimintaosallisuus.
  [
    'participation',
    `id ${ID}, entry_id text references inclusion_entry(id) on delete cascade,
     action_id text references volunteer_action(id) on delete cascade,
     type text not null check (type in ('knowledge', 'planning', 'decision', 'action')),
     check ((entry_id is null) <> (action_id is null)), unique (entry_id, type), unique (action_id, type)`,
  ],
  [
    'inclusion_file',
    `id ${ID}, entry_id text not null references inclusion_entry(id) on delete cascade, ${NAME('title')},
     file_sha256 text not null references file_content(sha256), ${NAME('file_name')}, ${DAY('added_on')}`,
  ],
  [
    'path_step',
    `id ${ID}, entry_id text not null references inclusion_entry(id) on delete cascade,
     position integer not null, ${NAME('name')}, note text not null default ''`,
  ],
  // Its total: how many were on the path in the period; those who left it before its end are among them.
  [
    'path_period',
    `id ${ID}, entry_id text not null references inclusion_entry(id) on delete cascade, ${DAY('starts_on')},
     ${DAY('ends_on')}, ${COUNT('total')}, ${COUNT('left_count')}, note text not null default '',
     version integer not null default 1, ${PERIOD}`,
  ],
  [
    'path_count',
    `period_id text not null references path_period(id) on delete cascade,
     step_id text not null references path_step(id) on delete cascade, count integer not null check (count >= 0),
     primary key (period_id, step_id)`,
  ],
  // Of a support point: 1 is Monday.
  [
    'opening_hours',
    `id ${ID}, entry_id text not null references inclusion_entry(id) on delete cascade,
     weekday integer not null check (weekday between 1 and 7), ${TIME('opens_at')}, ${TIME('closes_at')},
     check (closes_at > opens_at)`,
  ],
  // Days on which the weekly hours do not hold; without times the place is closed.
  [
    'opening_exception',
    `id ${ID}, entry_id text not null references inclusion_entry(id) on delete cascade, ${DAY('starts_on')},
     ${DAY('ends_on')}, ${OPTIONAL_TIME('opens_at')}, ${OPTIONAL_TIME('closes_at')},
     reason text not null default '', ${PERIOD}, check ((opens_at is null) = (closes_at is null)),
     check (opens_at is null or closes_at > opens_at)`,
  ],
];

const INDEXES = [
  'inclusion_entry(theme_id)',
  'inclusion_entry(host_organisation_id)',
  'inclusion_entry(contact_role_id)',
  'inclusion_organisation(organisation_id)',
  'inclusion_municipality(year, code)',
  'inclusion_action(action_id)',
  'inclusion_indicator(indicator_id)',
  'inclusion_file(entry_id)',
  'inclusion_file(file_sha256)',
  'path_step(entry_id)',
  'path_period(entry_id)',
  'path_count(step_id)',
  'opening_hours(entry_id)',
  'opening_exception(entry_id)',
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
