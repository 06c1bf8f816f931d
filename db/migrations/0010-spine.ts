/** The register, the board and its seats, meetings with everything that happens in them, tasks, audit, search. */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ISO_DATE = (column: string): string => `${column} is null or date(${column}) is ${column}`;
const CLOCK = (column: string): string =>
  `${column} is null or (${column} glob '[0-2][0-9]:[0-5][0-9]' and ${column} < '24:00')`;
const ID = 'text primary key check (length(id) = 36)';

const TABLES: readonly [name: string, body: string][] = [
  // Classifications: municipalities of one year (Tilastokeskus).
  [
    'region',
    `year integer not null, code text not null, name_fi text not null, name_sv text not null, primary key (year, code)`,
  ],
  [
    'wellbeing_county',
    `year integer not null, code text not null, name_fi text not null, name_sv text not null, primary key (year, code)`,
  ],
  [
    'municipality',
    `year integer not null, code text not null check (code glob '[0-9][0-9][0-9]'),
     name_fi text not null, name_sv text not null, region_code text not null, wellbeing_county_code text not null,
     language_ratio text not null, primary key (year, code),
     foreign key (year, region_code) references region(year, code),
     foreign key (year, wellbeing_county_code) references wellbeing_county(year, code)`,
  ],
  // The field of a seat (järjestökenttä).
  [
    'field',
    `id ${ID}, key text not null unique, name_fi text not null check (name_fi <> ''), name_sv text, name_en text,
     position integer not null`,
  ],
  [
    'organisation',
    `id ${ID}, name_fi text not null check (trim(name_fi) <> ''), name_sv text, name_en text,
     sort_key text not null default '',
     legal_form text not null check (legal_form in ('association', 'unregistered', 'foundation', 'public', 'company', 'cooperative', 'other')),
     business_id text unique, register_number text unique,
     prh_class integer check (prh_class between 1 and 10),
     field_id text references field(id),
     municipality_year integer, municipality_code text,
     email text, phone text, web text, street_address text, postal_code text, post_office text,
     languages text not null default '[]' check (json_valid(languages)),
     contact_role text, notes text not null default '', checked_on text check (${ISO_DATE('checked_on')}),
     state text not null default 'active' check (state in ('active', 'dormant', 'dissolved')),
     version integer not null default 1,
     foreign key (municipality_year, municipality_code) references municipality(year, code)`,
  ],
  [
    'person',
    `id ${ID}, name text not null check (trim(name) <> ''), short_name text, sort_key text not null default '',
     email text, phone text, language text not null default 'fi', notes text not null default '',
     version integer not null default 1`,
  ],
  // A person's position in an organisation (sidonnaisuus).
  [
    'position',
    `id ${ID}, person_id text not null references person(id), organisation_id text not null references organisation(id),
     role text not null check (role in ('chair', 'vice_chair', 'board_member', 'manager', 'employee', 'member', 'contact', 'other')),
     title text, starts_on text check (${ISO_DATE('starts_on')}), ends_on text check (${ISO_DATE('ends_on')}),
     check (ends_on is null or starts_on is null or ends_on >= starts_on)`,
  ],
  [
    'board',
    `id ${ID}, name_fi text not null check (trim(name_fi) <> ''), name_sv text, name_en text,
     short_name text not null check (trim(short_name) <> ''), region_year integer, region_code text,
     appointed_by text not null default '', appointment_decision text not null default '',
     meetings_per_year text not null default '', position integer not null default 0, version integer not null default 1,
     foreign key (region_year, region_code) references region(year, code)`,
  ],
  [
    'rule_profile',
    `id ${ID}, board_id text not null references board(id), valid_from text not null check (${ISO_DATE('valid_from')}),
     rules text not null check (json_valid(rules)), unique (board_id, valid_from)`,
  ],
  [
    'term',
    `id ${ID}, board_id text not null references board(id), starts_on text not null check (${ISO_DATE('starts_on')}),
     ends_on text not null check (${ISO_DATE('ends_on')}), basis text not null default '', check (ends_on > starts_on)`,
  ],
  [
    'seat',
    `id ${ID}, board_id text not null references board(id), term_id text not null references term(id), number integer not null check (number > 0),
     field_id text references field(id), unique (term_id, number)`,
  ],
  // Who holds a seat as member or personal deputy, from–to; the organisation is the one he represents.
  [
    'seat_holder',
    `id ${ID}, seat_id text not null references seat(id), person_id text not null references person(id),
     organisation_id text references organisation(id), role text not null check (role in ('member', 'deputy')),
     starts_on text not null check (${ISO_DATE('starts_on')}), ends_on text check (${ISO_DATE('ends_on')}),
     check (ends_on is null or ends_on >= starts_on)`,
  ],
  // Offices of a board beside its seats: chair, vice chair, secretary, presenter (esittelijä), experts.
  [
    'office',
    `id ${ID}, board_id text not null references board(id), person_id text not null references person(id),
     office text not null check (office in ('chair', 'vice_chair', 'secretary', 'presenter', 'expert')),
     title text not null default '', starts_on text not null check (${ISO_DATE('starts_on')}), ends_on text check (${ISO_DATE('ends_on')}),
     check (ends_on is null or ends_on >= starts_on)`,
  ],
  [
    'meeting',
    `id ${ID}, board_id text not null references board(id), number integer not null check (number > 0), year integer not null check (year between 1900 and 2999),
     kind text not null default 'meeting' check (kind in ('meeting')),
     held_on text not null check (held_on is not null and date(held_on) is held_on), planned_start text check (${CLOCK('planned_start')}),
     started_at text check (${CLOCK('started_at')}), ended_at text check (${CLOCK('ended_at')}),
     place text not null default '', language text not null default 'fi' check (language in ('fi', 'sv', 'en')),
     state text not null default 'draft' check (state in ('draft', 'called', 'in_session', 'closed', 'examined')),
     call_sent_on text check (${ISO_DATE('call_sent_on')}), agenda_sent_on text check (${ISO_DATE('agenda_sent_on')}),
     chair_id text references person(id), secretary_id text references person(id), presenter_id text references person(id),
     first_section integer check (first_section > 0), current_item_id text,
     examination_due_on text check (${ISO_DATE('examination_due_on')}), examined_on text check (${ISO_DATE('examined_on')}),
     displayed_from text check (${ISO_DATE('displayed_from')}), diary_number text,
     version integer not null default 1, unique (board_id, year, number)`,
  ],
  [
    'agenda_item',
    `id ${ID}, meeting_id text not null references meeting(id) on delete cascade, position integer not null check (position >= 0),
     section integer check (section > 0),
     kind text not null check (kind in ('opening', 'lawfulness', 'examiners', 'agenda', 'previous_minutes', 'decision', 'statement', 'discussion', 'information', 'follow_up', 'announcements', 'other_matters', 'next_meetings', 'closing')),
     title text not null check (trim(title) <> ''), diary_number text,
     account text check (account is null or json_valid(account)), proposal text check (proposal is null or json_valid(proposal)),
     proceedings text check (proceedings is null or json_valid(proceedings)), decision text check (decision is null or json_valid(decision)),
     decision_type text check (decision_type in ('as_proposed', 'unanimous', 'amended', 'noted', 'tabled', 'returned', 'removed', 'voted', 'elected', 'opened', 'closed', 'other')),
     presenter_id text references person(id), applicant_organisation_id text references organisation(id),
     started_at text check (${CLOCK('started_at')}), ended_at text check (${CLOCK('ended_at')}),
     reference_codes text not null default '[]' check (json_valid(reference_codes)),
     version integer not null default 1`,
  ],
  // Persons whom a decision names, e.g. elected examiners.
  [
    'item_person',
    `item_id text not null references agenda_item(id) on delete cascade, person_id text not null references person(id),
     role text not null check (role in ('examiner', 'teller', 'elected')), position integer not null, primary key (item_id, person_id, role)`,
  ],
  [
    'attendance',
    `id ${ID}, meeting_id text not null references meeting(id) on delete cascade, person_id text not null references person(id),
     capacity text not null check (capacity in ('member', 'deputy', 'secretary', 'presenter', 'expert', 'guest')),
     title text not null default '', excused_on text check (${ISO_DATE('excused_on')}), excused integer not null default 0 check (excused in (0, 1)),
     position integer not null default 0, unique (meeting_id, person_id)`,
  ],
  // One stretch of presence; from the item at which it began to the last item of it (null: still present).
  [
    'attendance_interval',
    `id ${ID}, attendance_id text not null references attendance(id) on delete cascade,
     first_item_id text references agenda_item(id) on delete set null, last_item_id text references agenda_item(id) on delete set null,
     open integer not null default 1 check (open in (0, 1)),
     arrived_at text check (${CLOCK('arrived_at')}), left_at text check (${CLOCK('left_at')}),
     remote integer not null default 0 check (remote in (0, 1)),
     check (open = 0 or left_at is null)`,
  ],
  [
    'conflict',
    `id ${ID}, item_id text not null references agenda_item(id) on delete cascade, person_id text not null references person(id),
     ground text not null check (ground in ('party', 'representative', 'special_benefit', 'employment', 'body_member', 'supervision', 'general_clause', 'other')),
     explanation text not null default '', declared_by text not null default 'self' check (declared_by in ('self', 'board')),
     left_at text check (${CLOCK('left_at')}), returned_at text check (${CLOCK('returned_at')}), unique (item_id, person_id),
     check (ground <> 'other' or trim(explanation) <> '')`,
  ],
  [
    'proposal',
    `id ${ID}, item_id text not null references agenda_item(id) on delete cascade, position integer not null,
     kind text not null check (kind in ('counter', 'return', 'table')), proposer_id text not null references person(id),
     text text not null default '', withdrawn integer not null default 0 check (withdrawn in (0, 1))`,
  ],
  [
    'proposal_seconder',
    `proposal_id text not null references proposal(id) on delete cascade, person_id text not null references person(id), primary key (proposal_id, person_id)`,
  ],
  [
    'vote',
    `id ${ID}, item_id text not null references agenda_item(id) on delete cascade, position integer not null,
     method text not null check (method in ('roll_call', 'count', 'secret')),
     aye_proposal_id text references proposal(id) on delete cascade, no_proposal_id text references proposal(id) on delete cascade,
     aye_count integer check (aye_count >= 0), no_count integer check (no_count >= 0), blank_count integer check (blank_count >= 0),
     chair_choice text check (chair_choice in ('aye', 'no', 'blank')), lot text check (lot in ('aye', 'no')),
     check (method = 'roll_call' or (aye_count is null) = (no_count is null))`,
  ],
  [
    'ballot',
    `vote_id text not null references vote(id) on delete cascade, person_id text not null references person(id), choice text not null check (choice in ('aye', 'no', 'blank')), primary key (vote_id, person_id)`,
  ],
  // An election (vaali) within an item.
  [
    'election',
    `id ${ID}, item_id text not null references agenda_item(id) on delete cascade, title text not null default '', places integer not null check (places > 0), blanks integer not null default 0 check (blanks >= 0)`,
  ],
  [
    'election_candidate',
    `election_id text not null references election(id) on delete cascade, person_id text not null references person(id), votes integer not null default 0 check (votes >= 0), won_by_lot integer not null default 0 check (won_by_lot in (0, 1)), primary key (election_id, person_id)`,
  ],
  [
    'dissent',
    `id ${ID}, item_id text not null references agenda_item(id) on delete cascade, person_id text not null references person(id),
     declared text not null default '', reasons text not null default '', attachment_id text references attachment(id) on delete set null, unique (item_id, person_id)`,
  ],
  // Liite: numbered within the meeting; the file itself is kept by its hash.
  [
    'attachment',
    `id ${ID}, meeting_id text not null references meeting(id) on delete cascade, item_id text references agenda_item(id) on delete set null,
     number integer not null check (number > 0), title text not null check (trim(title) <> ''), unique (meeting_id, number)`,
  ],
  [
    'examiner',
    `meeting_id text not null references meeting(id) on delete cascade, person_id text not null references person(id), position integer not null, primary key (meeting_id, person_id)`,
  ],
  [
    'task',
    `id ${ID}, board_id text not null references board(id), code text not null check (code <> ''), title text not null check (trim(title) <> ''),
     responsible_person_id text references person(id), responsible_organisation_id text references organisation(id),
     due_on text check (${ISO_DATE('due_on')}), state text not null default 'open' check (state in ('open', 'in_progress', 'done', 'cancelled')),
     result text not null default '', decided_item_id text references agenda_item(id) on delete set null, decided_reference text not null default '',
     version integer not null default 1, unique (board_id, code)`,
  ],
  [
    'task_deadline_change',
    `id ${ID}, task_id text not null references task(id) on delete cascade, old_due_on text check (${ISO_DATE('old_due_on')}), new_due_on text check (${ISO_DATE('new_due_on')}),
     item_id text references agenda_item(id) on delete set null, reason text not null default '', changed_on text not null check (${ISO_DATE('changed_on')})`,
  ],
  // Tasks whose progress an item notes (toimenpiteiden seuranta).
  [
    'item_task',
    `item_id text not null references agenda_item(id) on delete cascade, task_id text not null references task(id) on delete cascade, primary key (item_id, task_id)`,
  ],
  // Frozen minutes: hashed, chained, never changed.
  [
    'minutes_snapshot',
    `id ${ID}, meeting_id text not null references meeting(id), version integer not null check (version > 0), created_at text not null, created_by text not null,
     document text not null check (json_valid(document)), sha256 text not null check (length(sha256) = 64), previous_sha256 text, unique (meeting_id, version)`,
  ],
];

/** Every foreign key has an index, so that deletes and joins stay fast. */
const INDEXES = [
  'municipality(year, region_code)',
  'municipality(year, wellbeing_county_code)',
  'organisation(field_id)',
  'organisation(municipality_year, municipality_code)',
  'organisation(sort_key, id)',
  'person(sort_key, id)',
  'position(person_id)',
  'position(organisation_id)',
  'board(region_year, region_code)',
  'term(board_id)',
  'seat(board_id)',
  'seat(field_id)',
  'seat_holder(seat_id)',
  'seat_holder(person_id)',
  'seat_holder(organisation_id)',
  'office(board_id)',
  'office(person_id)',
  'meeting(held_on)',
  'meeting(chair_id)',
  'meeting(secretary_id)',
  'meeting(presenter_id)',
  'agenda_item(meeting_id, position)',
  'agenda_item(presenter_id)',
  'agenda_item(applicant_organisation_id)',
  'item_person(person_id)',
  'attendance(person_id)',
  'attendance_interval(attendance_id)',
  'attendance_interval(first_item_id)',
  'attendance_interval(last_item_id)',
  'conflict(person_id)',
  'proposal(item_id)',
  'proposal(proposer_id)',
  'proposal_seconder(person_id)',
  'vote(item_id)',
  'vote(aye_proposal_id)',
  'vote(no_proposal_id)',
  'ballot(person_id)',
  'election(item_id)',
  'election_candidate(person_id)',
  'dissent(person_id)',
  'dissent(attachment_id)',
  'attachment(item_id)',
  'examiner(person_id)',
  'task(responsible_person_id)',
  'task(responsible_organisation_id)',
  'task(decided_item_id)',
  'task(due_on)',
  'task_deadline_change(task_id)',
  'task_deadline_change(item_id)',
  'item_task(task_id)',
];

/** Full-text search; db/core/search.ts explains it and a test compares the two. */
const SEARCH = [
  `CREATE TABLE search_entry (
  rowid INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  board_id TEXT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  context TEXT NOT NULL DEFAULT '',
  sort_date TEXT,
  UNIQUE (entity, entity_id)
) STRICT`,
  `CREATE VIRTUAL TABLE search_index USING fts5(
  title, body, context,
  content='search_entry', content_rowid='rowid',
  tokenize='unicode61 remove_diacritics 2', prefix='2 3'
)`,
  `CREATE TRIGGER search_entry_ai AFTER INSERT ON search_entry BEGIN
  INSERT INTO search_index (rowid, title, body, context)
  VALUES (new.rowid, new.title, new.body, new.context);
END`,
  `CREATE TRIGGER search_entry_ad AFTER DELETE ON search_entry BEGIN
  INSERT INTO search_index (search_index, rowid, title, body, context)
  VALUES ('delete', old.rowid, old.title, old.body, old.context);
END`,
  `CREATE TRIGGER search_entry_au AFTER UPDATE ON search_entry
WHEN old.rowid <> new.rowid OR old.title <> new.title OR old.body <> new.body OR old.context <> new.context
BEGIN
  INSERT INTO search_index (search_index, rowid, title, body, context)
  VALUES ('delete', old.rowid, old.title, old.body, old.context);
  INSERT INTO search_index (rowid, title, body, context)
  VALUES (new.rowid, new.title, new.body, new.context);
END`,
];

const FROZEN_MINUTES = ['update', 'delete'].map(
  (action) =>
    `create trigger minutes_snapshot_no_${action} before ${action} on minutes_snapshot begin select raise(abort, 'MINUTES_FROZEN'); end`,
);
const FROZEN_AUDIT = ['update', 'delete'].map(
  (action) =>
    `create trigger audit_no_${action} before ${action} on audit begin select raise(abort, 'AUDIT_FROZEN'); end`,
);
/** An examined meeting's content is read-only whatever code tries. */
const FROZEN_MEETING = [
  ['agenda_item', 'select state from meeting where id = {row}.meeting_id'],
  ['attendance', 'select state from meeting where id = {row}.meeting_id'],
  [
    'attendance_interval',
    'select state from meeting join attendance on attendance.meeting_id = meeting.id where attendance.id = {row}.attendance_id',
  ],
  [
    'conflict',
    'select state from meeting join agenda_item on agenda_item.meeting_id = meeting.id where agenda_item.id = {row}.item_id',
  ],
  [
    'proposal',
    'select state from meeting join agenda_item on agenda_item.meeting_id = meeting.id where agenda_item.id = {row}.item_id',
  ],
  [
    'vote',
    'select state from meeting join agenda_item on agenda_item.meeting_id = meeting.id where agenda_item.id = {row}.item_id',
  ],
  [
    'election',
    'select state from meeting join agenda_item on agenda_item.meeting_id = meeting.id where agenda_item.id = {row}.item_id',
  ],
  [
    'dissent',
    'select state from meeting join agenda_item on agenda_item.meeting_id = meeting.id where agenda_item.id = {row}.item_id',
  ],
  ['attachment', 'select state from meeting where id = {row}.meeting_id'],
  ['examiner', 'select state from meeting where id = {row}.meeting_id'],
  [
    'ballot',
    'select state from meeting join agenda_item on agenda_item.meeting_id = meeting.id join vote on vote.item_id = agenda_item.id where vote.id = {row}.vote_id',
  ],
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(db));
  await run(
    `create table current_actor(id integer primary key check (id = 1), name text not null, procedure text not null) strict`,
  );
  await run(`insert into current_actor values (1, '', 'migration')`);
  await run(`create table audit(id integer primary key, at text not null, actor text not null, procedure text not null,
    entity text not null, entity_id text not null, action text not null check (action in ('insert', 'update', 'delete')),
    before text check (before is null or json_valid(before)), after text check (after is null or json_valid(after))) strict`);
  await run('create index audit_entity on audit(entity, entity_id)');
  for (const [name, body] of TABLES) await run(`create table "${name}"(${body}) strict`);
  for (const columns of INDEXES)
    await run(`create index "${columns.replace(/\W+/g, '_').replace(/_$/, '')}" on ${columns}`);
  for (const statement of [...SEARCH, ...FROZEN_MINUTES, ...FROZEN_AUDIT]) await run(statement);
  for (const [table, query] of FROZEN_MEETING)
    for (const [action, rowName] of [
      ['insert', 'new'],
      ['update', 'new'],
      ['update_old', 'old'],
      ['delete', 'old'],
    ] as const)
      await run(`create trigger "${table}_frozen_${action}" before ${action.replace('_old', '')} on "${table}"
        when (${query.replaceAll('{row}', rowName)}) = 'examined' begin select raise(abort, 'MEETING_EXAMINED'); end`);
  await writeAuditTriggers(
    db,
    TABLES.map(([name]) => name).filter(
      (name) => !['region', 'wellbeing_county', 'municipality'].includes(name),
    ),
  );
}
