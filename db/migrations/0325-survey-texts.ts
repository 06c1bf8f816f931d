/**
 * Free answers of a survey (vapaat vastaukset), apart from one another and from who gave them; and which column of a table
 * was which question, remembered for the next year's table.
 */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';

const TABLES: readonly [name: string, body: string][] = [
  [
    'survey_text',
    `id ${ID}, round_id text not null references survey_round(id) on delete cascade,
     question_id text not null references survey_question(id) on delete cascade,
     text text not null check (trim(text) <> '')`,
  ],
  // By the heading of a column; without a question the column is left out.
  [
    'survey_column',
    `survey_id text not null references survey(id) on delete cascade,
     heading text not null check (heading <> ''),
     question_id text references survey_question(id) on delete cascade, primary key (survey_id, heading)`,
  ],
];

const INDEXES = ['survey_text(round_id)', 'survey_text(question_id)', 'survey_column(question_id)'];

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
