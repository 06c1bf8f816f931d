/**
 * The register in full: life-course groups, area of work, merging, former names and tags of organisations; networks
 * with their members; contact roles (yhdyshenkilöroolit) of municipalities and regions; figures of a composition.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const DAY = (column: string): string => `check (date(${column}) is ${column})`;
const OPTIONAL_DAY = (column: string): string => `check (${column} is null or date(${column}) is ${column})`;
const PERIOD = `check (ends_on is null or starts_on is null or ends_on >= starts_on)`;

const TABLES: readonly [name: string, body: string][] = [
  [
    'organisation_name',
    `id ${ID}, organisation_id text not null references organisation(id) on delete cascade,
     name text not null check (trim(name) <> ''), starts_on text ${OPTIONAL_DAY('starts_on')},
     ends_on text ${OPTIONAL_DAY('ends_on')}, ${PERIOD}`,
  ],
  [
    'organisation_tag',
    `organisation_id text not null references organisation(id) on delete cascade,
     tag text not null check (trim(tag) <> ''), primary key (organisation_id, tag)`,
  ],
  // A network (verkosto): by a stage of life, or by a theme.
  [
    'network',
    `id ${ID}, name_fi text not null check (trim(name_fi) <> ''), name_sv text, name_en text,
     life_course text check (life_course in ('children', 'youth', 'working_age', 'older')),
     notes text not null default '', version integer not null default 1`,
  ],
  [
    'network_member',
    `id ${ID}, network_id text not null references network(id) on delete cascade,
     organisation_id text not null references organisation(id) on delete cascade,
     starts_on text not null ${DAY('starts_on')}, ends_on text ${OPTIONAL_DAY('ends_on')}, ${PERIOD}`,
  ],
  [
    'contact_role',
    `id ${ID}, name_fi text not null check (trim(name_fi) <> ''), name_sv text, name_en text,
     position integer not null, in_use integer not null default 1 check (in_use in (0, 1))`,
  ],
  // Somebody in a contact role: of a municipality, or of a whole region.
  [
    'contact_role_holder',
    `id ${ID}, role_id text not null references contact_role(id), person_id text not null references person(id),
     year integer not null, municipality_code text, region_code text,
     starts_on text not null ${DAY('starts_on')}, ends_on text ${OPTIONAL_DAY('ends_on')}, ${PERIOD},
     check ((municipality_code is null) <> (region_code is null)),
     foreign key (year, municipality_code) references municipality(year, code),
     foreign key (year, region_code) references region(year, code)`,
  ],
  // Women and men among members and deputies, as figures of the whole (tasa-arvolaki 4 a §): no person's sex is stored.
  [
    'board_figure',
    `id ${ID}, term_id text not null references term(id), role text not null check (role in ('member', 'deputy')),
     women integer not null check (women >= 0), men integer not null check (men >= 0),
     counted_on text not null ${DAY('counted_on')}, unique (term_id, role)`,
  ],
];

const COLUMNS = [
  `alter table organisation add column life_courses text not null default '[]' check (json_valid(life_courses))`,
  `alter table organisation add column area_kind text check (area_kind in ('municipalities', 'region', 'country'))`,
  `alter table organisation add column area_codes text not null default '[]' check (json_valid(area_codes))`,
  `alter table organisation add column ended_on text ${OPTIONAL_DAY('ended_on')}`,
  `alter table organisation add column merged_into_id text references organisation(id)`,
];

const INDEXES = [
  'organisation(merged_into_id)',
  'organisation_name(organisation_id)',
  'organisation_tag(tag)',
  'network_member(network_id)',
  'network_member(organisation_id)',
  'contact_role_holder(role_id)',
  'contact_role_holder(person_id)',
  'contact_role_holder(year, municipality_code)',
  'contact_role_holder(year, region_code)',
];

/** The roles of the hyte work; the list is the user's to change. */
const ROLES: readonly [fi: string, sv: string, en: string][] = [
  ['Hyte-yhdyshenkilö', 'Kontaktperson för välfärdsfrämjande', 'Contact for welfare promotion'],
  ['Osallisuusyhdyshenkilö', 'Kontaktperson för delaktighet', 'Contact for participation'],
  ['Järjestöyhdyshenkilö', 'Kontaktperson för organisationer', 'Contact for organisations'],
  ['Hv-yhdyshenkilö', 'Kontaktperson för välfärdsberättelsen', 'Contact for the welfare report'],
  ['Hyte-koordinaattori', 'Koordinator för välfärdsfrämjande', 'Coordinator of welfare promotion'],
];

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(db));
  for (const statement of COLUMNS) await run(statement);
  for (const [name, body] of TABLES) await run(`create table "${name}"(${body}) strict`);
  for (const columns of INDEXES)
    await run(`create index "${columns.replace(/\W+/g, '_').replace(/_$/, '')}" on ${columns}`);
  for (const [index, [fi, sv, en]] of ROLES.entries())
    await sql`insert into contact_role (id, name_fi, name_sv, name_en, position)
      values (${`01900000-0000-7000-8000-00000000012${index}`}, ${fi}, ${sv}, ${en}, ${index})`.execute(db);
  await writeAuditTriggers(db, ['organisation', ...TABLES.map(([name]) => name)]);
}
