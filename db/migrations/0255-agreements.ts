/**
 * Agreements (sopimukset), the wellbeing agreement above all: parties, what has become of each signature, how long it is in
 * force, and what it renews. The state of a signature is that of its latest row.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const NAME = (column: string): string => `${column} text not null check (trim(${column}) <> '')`;
const DAY = (column: string): string => `${column} text not null check (date(${column}) is ${column})`;
const OPTIONAL_DAY = (column: string): string =>
  `${column} text check (${column} is null or date(${column}) is ${column})`;

const TABLES: readonly [name: string, body: string][] = [
  [
    'agreement',
    `id ${ID}, board_id text not null references board(id), ${NAME('code')}, ${NAME('name')},
     kind text not null check (kind in ('wellbeing', 'partnership', 'municipal', 'purchase', 'placement', 'other')),
     summary text not null default '', ${OPTIONAL_DAY('starts_on')}, ${OPTIONAL_DAY('ends_on')},
     notice_months integer check (notice_months between 0 and 60),
     remind_days integer not null default 60 check (remind_days between 0 and 730),
     contact_person_id text references person(id),
     predecessor_id text references agreement(id) on delete set null,
     ${OPTIONAL_DAY('terminated_on')}, termination_reason text not null default '',
     version integer not null default 1, unique (board_id, code),
     check (ends_on is null or starts_on is null or ends_on >= starts_on),
     check (terminated_on is null or trim(termination_reason) <> '')`,
  ],
  // Osapuoli: an organisation, a municipality, or another by its name (hyvinvointialue, oppilaitos).
  [
    'agreement_party',
    `id ${ID}, agreement_id text not null references agreement(id) on delete cascade, position integer not null,
     organisation_id text references organisation(id), municipality_year integer, municipality_code text,
     name text check (trim(name) <> ''),
     check ((organisation_id is not null) + (municipality_code is not null) + (name is not null) = 1),
     check ((municipality_year is null) = (municipality_code is null)),
     foreign key (municipality_year, municipality_code) references municipality(year, code)`,
  ],
  // The signer by role, never by name.
  [
    'agreement_signature',
    `id ${ID}, party_id text not null references agreement_party(id) on delete cascade,
     state text not null check (state in ('sent', 'in_hand', 'signed', 'declined')), ${DAY('noted_on')},
     signer_role text not null default '', note text not null default '',
     check (state <> 'signed' or trim(signer_role) <> '')`,
  ],
  [
    'agreement_decision',
    `agreement_id text not null references agreement(id) on delete cascade,
     item_id text not null references agenda_item(id) on delete cascade, primary key (agreement_id, item_id)`,
  ],
  [
    'agreement_practice',
    `agreement_id text not null references agreement(id) on delete cascade,
     practice_id text not null references practice(id) on delete cascade, primary key (agreement_id, practice_id)`,
  ],
];

const INDEXES = [
  'agreement(board_id)',
  'agreement(contact_person_id)',
  'agreement(predecessor_id)',
  'agreement_party(agreement_id)',
  'agreement_party(organisation_id)',
  'agreement_party(municipality_year, municipality_code)',
  'agreement_signature(party_id)',
  'agreement_decision(item_id)',
  'agreement_practice(practice_id)',
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
