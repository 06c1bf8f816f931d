/**
 * Decisions with effect on the register, what has been done with them, and the board's network of organisations; and
 * the index of the search over all minutes.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const DAY = (column: string): string => `check (date(${column}) is ${column})`;

const TABLES: readonly [name: string, body: string][] = [
  // Membership in a board's network (järjestöverkosto), from–to.
  [
    'board_organisation',
    `id ${ID}, board_id text not null references board(id), organisation_id text not null references organisation(id),
     starts_on text not null ${DAY('starts_on')}, ends_on text check (ends_on is null or date(ends_on) is ends_on),
     check (ends_on is null or ends_on >= starts_on)`,
  ],
  // An effect of an item (päätöksen vaikutus). Kinds are named in db/model, so that a new one needs no new table:
  // whom and what it concerns stands in columns, the rest in details.
  [
    'register_effect',
    `id ${ID}, item_id text not null references agenda_item(id) on delete cascade,
     position integer not null check (position >= 0), kind text not null check (kind <> ''),
     seat_id text references seat(id), person_id text references person(id),
     organisation_id text references organisation(id),
     effective_on text not null ${DAY('effective_on')},
     details text not null default '{}' check (json_valid(details)),
     confirmed integer not null default 0 check (confirmed in (0, 1)),
     version integer not null default 1`,
  ],
  // What was done with an effect, in order; the rows before and after, so that it can be taken back exactly.
  [
    'register_effect_event',
    `id ${ID}, effect_id text not null references register_effect(id), number integer not null check (number > 0),
     action text not null check (action in ('applied', 'unresolved', 'reversed', 'dismissed', 'withdrawn')),
     done_on text not null ${DAY('done_on')}, reason text not null default '',
     problem text, details text not null default '{}' check (json_valid(details)),
     changes text not null default '[]' check (json_valid(changes)),
     unique (effect_id, number),
     check ((action = 'unresolved') = (problem is not null)),
     check (action not in ('reversed', 'dismissed') or trim(reason) <> '')`,
  ],
];

const INDEXES = [
  'create index board_organisation_board_id on board_organisation(board_id)',
  'create index board_organisation_organisation_id on board_organisation(organisation_id)',
  'create index register_effect_item_id on register_effect(item_id)',
  'create index register_effect_seat_id on register_effect(seat_id)',
  'create index register_effect_person_id on register_effect(person_id)',
  'create index register_effect_organisation_id on register_effect(organisation_id)',
  // What the search over all minutes orders, filters and counts by, without reading the texts of the items.
  'create index agenda_item_found on agenda_item(id, meeting_id, position, section, kind, decision_type)',
];

const LOCKED = `('under_examination', 'examined', 'published')`;
const ACTIONS = [
  ['insert', 'insert', 'new'],
  ['update', 'update', 'new'],
  ['update_old', 'update', 'old'],
  ['delete', 'delete', 'old'],
] as const;

/** What examiners read, and what they have examined, keeps the effects that it was examined with. */
function frozen(): string[] {
  return ACTIONS.flatMap(([name, action, row]) => {
    const state = `(select state from meeting join agenda_item on agenda_item.meeting_id = meeting.id
      where agenda_item.id = ${row}.item_id)`;
    return [
      `create trigger register_effect_frozen_${name} before ${action} on register_effect when ${state} in ${LOCKED}
       begin select case ${state} when 'under_examination' then raise(abort, 'UNDER_EXAMINATION')
         else raise(abort, 'MEETING_EXAMINED') end; end`,
      `create trigger register_effect_at_once_${name} before ${action} on register_effect
       when exists (select 1 from item_examination where item_examination.item_id = ${row}.item_id)
       begin select raise(abort, 'ITEM_EXAMINED'); end`,
    ];
  });
}

const KEPT = ['update', 'delete'].map(
  (action) =>
    `create trigger register_effect_event_no_${action} before ${action} on register_effect_event
     begin select raise(abort, 'EFFECT_KEPT'); end`,
);

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(db));
  for (const [name, body] of TABLES) await run(`create table "${name}"(${body}) strict`);
  for (const statement of [...INDEXES, ...frozen(), ...KEPT]) await run(statement);
  await writeAuditTriggers(
    db,
    TABLES.map(([name]) => name),
  );
}
