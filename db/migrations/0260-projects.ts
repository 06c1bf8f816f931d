/**
 * Projects (hankkeet) with their phases and pilots, and the register of cooperation models (yhteistyömallien tapausrekisteri)
 * with phases of study and findings.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const NAME = (column: string): string => `${column} text not null check (trim(${column}) <> '')`;
const DAY = (column: string): string => `${column} text not null check (date(${column}) is ${column})`;
const OPTIONAL_DAY = (column: string): string =>
  `${column} text check (${column} is null or date(${column}) is ${column})`;
const TEXT = (column: string): string => `${column} text not null default ''`;
const PERIOD = 'check (ends_on is null or starts_on is null or ends_on >= starts_on)';

const TABLES: readonly [name: string, body: string][] = [
  [
    'project',
    `id ${ID}, board_id text not null references board(id), ${NAME('code')}, ${NAME('name')}, ${TEXT('summary')},
     state text not null check (state in ('planned', 'running', 'ended', 'suspended')),
     ${OPTIONAL_DAY('starts_on')}, ${OPTIONAL_DAY('ends_on')}, ${TEXT('area')}, ${TEXT('funding')}, ${TEXT('role')},
     ${TEXT('unit')}, ${TEXT('focus')}, goals text not null default '[]' check (json_valid(goals)),
     sdg text not null default '[]' check (json_valid(sdg)),
     lead_organisation_id text references organisation(id), manager_person_id text references person(id),
     expert_person_id text references person(id), theme_id text references theme(id) on delete set null,
     budget_id text references budget(id), version integer not null default 1, unique (board_id, code), ${PERIOD}`,
  ],
  [
    'project_organisation',
    `project_id text not null references project(id) on delete cascade,
     organisation_id text not null references organisation(id), primary key (project_id, organisation_id)`,
  ],
  [
    'project_action',
    `project_id text not null references project(id) on delete cascade,
     action_id text not null references volunteer_action(id) on delete cascade, primary key (project_id, action_id)`,
  ],
  [
    'project_decision',
    `project_id text not null references project(id) on delete cascade,
     item_id text not null references agenda_item(id) on delete cascade, primary key (project_id, item_id)`,
  ],
  [
    'project_phase',
    `id ${ID}, project_id text not null references project(id) on delete cascade, ${DAY('starts_on')},
     ${OPTIONAL_DAY('ends_on')}, ${NAME('area')}, ${TEXT('goal')}, ${PERIOD}`,
  ],
  // Pilotti: from the needs of an area, on a theme.
  [
    'project_pilot',
    `id ${ID}, project_id text not null references project(id) on delete cascade, ${NAME('name')}, ${NAME('area')},
     ${NAME('theme')}, state text not null check (state in ('planned', 'running', 'ended')),
     ${OPTIONAL_DAY('starts_on')}, ${OPTIONAL_DAY('ends_on')}, ${TEXT('note')}, ${PERIOD}`,
  ],
  [
    'cooperation_case',
    `id ${ID}, board_id text not null references board(id), ${NAME('code')}, ${NAME('name')},
     case_group text not null check (case_group in
       ('culture', 'exercise', 'student_welfare', 'youth', 'wellbeing', 'alliance', 'other')),
     ${TEXT('region')}, ${TEXT('description')},
     organising text not null check (organising in ('network', 'contract', 'information', 'alliance')),
     ${TEXT('transferability')}, ${TEXT('future')}, ${TEXT('source')},
     version integer not null default 1, unique (board_id, code)`,
  ],
  [
    'case_finding',
    `id ${ID}, case_id text not null references cooperation_case(id) on delete cascade, position integer not null,
     kind text not null check (kind in ('succeeded', 'critical', 'to_develop')), ${NAME('text')}`,
  ],
  // Kartoitus → tapaustutkimus → toimintavaihtoehtojen vertailu → arviointi ja raportointi.
  [
    'case_phase',
    `id ${ID}, case_id text not null references cooperation_case(id) on delete cascade,
     phase text not null check (phase in ('mapping', 'case_study', 'comparison', 'assessment')),
     ${DAY('starts_on')}, ${OPTIONAL_DAY('ends_on')}, unique (case_id, phase), ${PERIOD}`,
  ],
];

const INDEXES = [
  'project(board_id)',
  'project(lead_organisation_id)',
  'project(manager_person_id)',
  'project(expert_person_id)',
  'project(theme_id)',
  'project(budget_id)',
  'project_organisation(organisation_id)',
  'project_action(action_id)',
  'project_decision(item_id)',
  'project_phase(project_id)',
  'project_pilot(project_id)',
  'cooperation_case(board_id)',
  'case_finding(case_id)',
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
