/** Changes of many rows that can be taken back as a whole (tuonti, yhdistäminen, joukkomuutos), and remembered mappings. */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';

const TABLES: readonly [name: string, body: string][] = [
  // What was changed stands in the log (audit) between the two ids: the reversible record is the log itself.
  [
    'change_batch',
    `id ${ID}, kind text not null check (kind in ('import', 'bulk', 'merge')),
     title text not null, done_at text not null, done_by text not null,
     counts text not null default '{}' check (json_valid(counts)),
     audit_after integer not null, audit_last integer not null check (audit_last >= audit_after),
     undone_at text, undone_by text, check ((undone_at is null) = (undone_by is null))`,
  ],
  // Which column is which field, by the headings of a table.
  [
    'table_mapping',
    `id ${ID}, heading_key text not null unique, mapping text not null check (json_valid(mapping)), used_at text not null`,
  ],
];

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(db));
  for (const [name, body] of TABLES) await run(`create table "${name}"(${body}) strict`);
  await run('create index change_batch_done_at on change_batch(done_at)');
  await writeAuditTriggers(
    db,
    TABLES.map(([name]) => name),
  );
}
