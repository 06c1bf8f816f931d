/**
 * Ties of the work between meetings (mihin liittyy): of cooperation cases and surveys to what they are about, of immigrant
 * inclusion to the §§ behind it, and of measurements to the round of a survey from which they were taken.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';

/** What a case or a survey may be about: exactly one in a row. */
const TARGETS: readonly [column: string, references: string][] = [
  ['theme_id', 'theme'],
  ['action_id', 'volunteer_action'],
  ['practice_id', 'practice'],
  ['project_id', 'project'],
  ['entry_id', 'inclusion_entry'],
  ['item_id', 'agenda_item'],
  ['organisation_id', 'organisation'],
];

function linkTable(owner: string, references: string): string {
  const columns = TARGETS.map(([column, table]) =>
    table === 'organisation'
      ? `${column} text references ${table}(id)`
      : `${column} text references ${table}(id) on delete cascade`,
  );
  const chosen = [...TARGETS.map(([column]) => column), 'municipality_code']
    .map((column) => `(${column} is not null)`)
    .join(' + ');
  return `id ${ID}, ${owner} text not null references ${references}(id) on delete cascade, ${columns.join(', ')},
    municipality_year integer, municipality_code text,
    foreign key (municipality_year, municipality_code) references municipality(year, code),
    check ((municipality_year is null) = (municipality_code is null)), check (${chosen} = 1),
    ${TARGETS.map(([column]) => `unique (${owner}, ${column})`).join(', ')},
    unique (${owner}, municipality_code)`;
}

const TABLES: readonly [name: string, body: string][] = [
  ['case_link', linkTable('case_id', 'cooperation_case')],
  ['survey_link', linkTable('survey_id', 'survey')],
  [
    'inclusion_decision',
    `entry_id text not null references inclusion_entry(id) on delete cascade,
     item_id text not null references agenda_item(id) on delete cascade, primary key (entry_id, item_id)`,
  ],
  [
    'measurement_round',
    `measurement_id text primary key references measurement(id) on delete cascade,
     round_id text not null references survey_round(id) on delete cascade`,
  ],
];

const INDEXES = [
  ...['case_link', 'survey_link'].flatMap((table) => [
    ...TARGETS.map(([column]) => `${table}(${column})`),
    `${table}(municipality_year, municipality_code)`,
  ]),
  'inclusion_decision(item_id)',
  'measurement_round(round_id)',
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
