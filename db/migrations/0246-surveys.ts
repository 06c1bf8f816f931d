/** Surveys and barometers (kysely, barometri): questions, and for each round the answers as counts only. */
import { sql, type Kysely } from 'kysely';
import { writeAuditTriggers } from './audit-triggers.ts';

const ID = 'text primary key check (length(id) = 36)';
const NAME = (column: string): string => `${column} text not null check (trim(${column}) <> '')`;

const TABLES: readonly [name: string, body: string][] = [
  [
    'survey',
    `id ${ID}, board_id text not null references board(id), ${NAME('name')}, description text not null default '',
     version integer not null default 1`,
  ],
  [
    'survey_question',
    `id ${ID}, survey_id text not null references survey(id) on delete cascade, position integer not null,
     ${NAME('text')}, kind text not null check (kind in ('scale', 'choice', 'many', 'number', 'open'))`,
  ],
  [
    'survey_option',
    `id ${ID}, question_id text not null references survey_question(id) on delete cascade,
     position integer not null, ${NAME('answer')}, unique (question_id, answer)`,
  ],
  [
    'survey_round',
    `id ${ID}, survey_id text not null references survey(id) on delete cascade,
     year integer not null check (year between 1900 and 2200),
     held_on text not null check (date(held_on) is held_on), invited integer check (invited >= 0),
     respondents integer not null check (respondents >= 0), source text not null default '',
     unique (survey_id, year), check (invited is null or respondents <= invited)`,
  ],
  [
    'survey_count',
    `round_id text not null references survey_round(id) on delete cascade,
     option_id text not null references survey_option(id) on delete cascade,
     count integer not null check (count >= 0), primary key (round_id, option_id)`,
  ],
];

const INDEXES = ['survey(board_id)', 'survey_question(survey_id)', 'survey_count(option_id)'];

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
