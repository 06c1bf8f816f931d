/**
 * Packages that were made (arkistopaketit), terms that were brought in from one, reasons for changed retention times, and
 * proposals for disposal (hävitysesitykset) with what was done by them. A proposal that was carried out is kept as it is.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const DAY = (column: string): string => `check (date(${column}) is ${column})`;
const OPTIONAL_DAY = (column: string): string => `check (${column} is null or date(${column}) is ${column})`;

const TABLES: readonly [name: string, body: string][] = [
  // The package's own SHA-512 and that of the file in which it lies are the same unless it is in an envelope (kuori).
  [
    'archive_package',
    `id ${ID}, file_name text not null check (trim(file_name) <> ''), title text not null, period text not null,
     board_id text references board(id) on delete set null,
     starts_on text ${OPTIONAL_DAY('starts_on')}, ends_on text ${OPTIONAL_DAY('ends_on')},
     personal_data text not null check (personal_data in ('included', 'pseudonymised')),
     envelope text not null check (envelope in ('none', 'passphrase', 'recipients')),
     package_sha512 text not null check (length(package_sha512) = 128),
     file_sha512 text not null check (length(file_sha512) = 128), byte_size integer not null check (byte_size >= 0),
     counts text not null check (json_valid(counts)), faults text not null default '[]' check (json_valid(faults)),
     made_at text not null, made_by text not null default '',
     verified_at text, verdict text check (verdict in ('whole', 'broken')),
     check ((verified_at is null) = (verdict is null))`,
  ],
  // What came in stands in the log between the two ids.
  [
    'archive_import',
    `id ${ID}, board_id text references board(id) on delete set null, package_name text not null, period text not null,
     imported_at text not null, imported_by text not null default '',
     counts text not null check (json_valid(counts)),
     audit_after integer not null, audit_last integer not null check (audit_last >= audit_after),
     removed_at text, removed_by text, check ((removed_at is null) = (removed_by is null))`,
  ],
  [
    'retention_change',
    `id ${ID}, rule text not null check (trim(rule) <> ''), old_months integer not null check (old_months > 0),
     new_months integer not null check (new_months > 0), reason text not null check (trim(reason) <> ''),
     changed_on text not null ${DAY('changed_on')}, changed_by text not null default ''`,
  ],
  [
    'disposal_proposal',
    `id ${ID}, number integer not null check (number > 0), year integer not null check (year between 1900 and 2999),
     made_on text not null ${DAY('made_on')}, made_by text not null default '', note text not null default '',
     state text not null default 'draft' check (state in ('draft', 'approved', 'carried_out', 'withdrawn')),
     approved_on text ${OPTIONAL_DAY('approved_on')}, approved_by text not null default '',
     decision_reference text not null default '', carried_out_at text, carried_out_by text not null default '',
     unique (year, number),
     check (state not in ('approved', 'carried_out') or (approved_on is not null and trim(approved_by) <> '')),
     check ((state = 'carried_out') = (carried_out_at is not null))`,
  ],
  // Subjects are hashes of ids: enough to carry out what was approved and nothing else, and they name nobody.
  [
    'disposal_line',
    `id ${ID}, proposal_id text not null references disposal_proposal(id) on delete cascade,
     rule text not null check (trim(rule) <> ''), months integer not null check (months > 0),
     before_on text not null ${DAY('before_on')}, entry_count integer not null check (entry_count > 0),
     subjects text not null default '[]' check (json_valid(subjects)),
     done_count integer check (done_count >= 0), unique (proposal_id, rule)`,
  ],
];

const STATEMENTS = [
  'create index archive_package_board_id on archive_package(board_id)',
  'create index archive_import_board_id on archive_import(board_id)',
  `create trigger disposal_proposal_kept_update before update on disposal_proposal when old.state in ('carried_out', 'withdrawn')
   begin select raise(abort, 'DISPOSAL_KEPT'); end`,
  `create trigger disposal_proposal_kept_delete before delete on disposal_proposal when old.state <> 'draft'
   begin select raise(abort, 'DISPOSAL_KEPT'); end`,
  // What was approved is what is carried out: only how much was done is added.
  `create trigger disposal_line_kept_insert before insert on disposal_line
   when (select state from disposal_proposal where id = new.proposal_id) <> 'draft'
   begin select raise(abort, 'DISPOSAL_KEPT'); end`,
  `create trigger disposal_line_kept_update before update on disposal_line
   when (select state from disposal_proposal where id = old.proposal_id) <> 'draft'
     and not (old.done_count is null and new.id is old.id and new.proposal_id is old.proposal_id and new.rule is old.rule
       and new.months is old.months and new.before_on is old.before_on and new.entry_count is old.entry_count
       and new.subjects is old.subjects
       and (select state from disposal_proposal where id = old.proposal_id) = 'approved')
   begin select raise(abort, 'DISPOSAL_KEPT'); end`,
  `create trigger disposal_line_kept_delete before delete on disposal_line
   when (select state from disposal_proposal where id = old.proposal_id) <> 'draft'
   begin select raise(abort, 'DISPOSAL_KEPT'); end`,
  `create trigger retention_change_kept_update before update on retention_change
   begin select raise(abort, 'DISPOSAL_KEPT'); end`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, body] of TABLES) await sql.raw(`create table "${name}"(${body}) strict`).execute(db);
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await writeAuditTriggers(
    db,
    TABLES.map(([name]) => name),
  );
}
