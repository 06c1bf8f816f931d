/** `pykala report annual|plan|statistics`: the papers of a year from its data. */
import path from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/core/schema.ts';
import { annualFacts } from '../../db/features/annual-facts.ts';
import { reportOfYear } from '../../db/features/annual-report-views.ts';
import type { AnnualKind } from '../../db/model/annual-report.ts';
import { AppError } from '../../db/model/errors.ts';
import { reportJob, type ReportFormat } from '../backend/annual-report-file.ts';
import { statisticsWorkbook } from '../backend/statistics-workbook.ts';
import { today } from '../backend/today.ts';
import { publishError, writeFileSafely } from '../backend/write-file.ts';
import { withDatabase, withPublisher, type Tools } from './commands.ts';

interface OfYear {
  db: string;
  board: string | null;
  year: number;
  out: string;
}

/** The board of that short name; without one, the first that is not below another. @throws AppError NOT_FOUND */
async function boardByName(db: Kysely<Database>, shortName: string | null): Promise<string> {
  let query = db.selectFrom('board').select('id').orderBy('parent_id').orderBy('position').orderBy('id');
  if (shortName !== null) query = query.where('short_name', '=', shortName);
  const board = await query.executeTakeFirst();
  if (!board) throw new AppError('NOT_FOUND', { what: 'board' });
  return board.id;
}

function told(tools: Tools, out: string, bytes: Uint8Array): number {
  tools.out(tools.json ? `${JSON.stringify({ file: out, bytes: bytes.length }, null, 2)}\n` : `${out}\n`);
  return 0;
}

/** The report or plan as it has been written; one that nobody has begun is drafted. */
export async function exportReport(
  tools: Tools,
  options: OfYear & { kind: AnnualKind; format: ReportFormat },
): Promise<number> {
  const { kind, year, format, out } = options;
  const report = await withDatabase(options.db, false, async ({ kysely }) =>
    reportOfYear(
      kysely,
      { boardId: await boardByName(kysely, options.board), kind, year, language: tools.language },
      today(),
    ),
  );
  const result = await withPublisher(tools, (pool) => pool.render(reportJob(report, format, today())));
  if (!result.ok) throw publishError(result.error, path.basename(out));
  await writeFileSafely(out, result.bytes);
  return told(tools, out, result.bytes);
}

/** Statistics for funders as a workbook. */
export async function exportStatistics(tools: Tools, options: OfYear): Promise<number> {
  const facts = await withDatabase(options.db, false, async ({ kysely }) =>
    annualFacts(kysely, await boardByName(kysely, options.board), options.year, tools.language, today()),
  );
  const bytes = await statisticsWorkbook(facts, tools.language);
  await writeFileSafely(options.out, bytes);
  return told(tools, options.out, bytes);
}
