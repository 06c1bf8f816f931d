/**
 * Annual reports (toimintakertomus) and plans of action (toimintasuunnitelma) of a board, with their sections. `drafted`
 * is what the source of a section said when it was taken last; whether a section was edited, and whether its source has
 * changed, follows from it.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';

const TABLES: readonly [name: string, body: string][] = [
  [
    'annual_report',
    `id ${ID}, board_id text not null references board(id), kind text not null check (kind in ('report', 'plan')),
     year integer not null check (year between 1990 and 2100),
     language text not null check (language in ('fi', 'sv', 'en')), unique (board_id, kind, year, language)`,
  ],
  [
    'annual_section',
    `id ${ID}, report_id text not null references annual_report(id) on delete cascade, position integer not null,
     source text, title text not null check (trim(title) <> ''), body text not null check (json_valid(body)),
     drafted text check (drafted is null or json_valid(drafted)), version integer not null default 1,
     check ((source is null) = (drafted is null)), unique (report_id, source)`,
  ],
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, body] of TABLES) await sql.raw(`create table "${name}"(${body}) strict`).execute(db);
  await sql.raw('create index annual_section_report_id on annual_section(report_id)').execute(db);
  await writeAuditTriggers(
    db,
    TABLES.map(([name]) => name),
  );
}
