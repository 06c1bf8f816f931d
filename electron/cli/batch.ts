/** `pykala export batch`: the documents of a year or a term in one go. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { openDatabase } from '../../db/core/open.ts';
import type { Database } from '../../db/core/schema.ts';
import { batchChoiceSchema } from '../../db/model/batch-export.ts';
import { AppError } from '../../db/model/errors.ts';
import { exportBatch } from '../backend/batch-export.ts';
import { wireError } from '../backend/errors.ts';
import { today } from '../backend/today.ts';
import { withPublisher, type Tools } from './commands.ts';
import { UsageError } from './usage.ts';

/** A board by its short name, or the only one that is not a part of another. @throws AppError ARCHIVE_BOARD_UNKNOWN */
export async function boardOf(db: Kysely<Database>, name: string | null): Promise<string> {
  const boards = await db
    .selectFrom('board')
    .select(['id', 'short_name', 'parent_id'])
    .orderBy('position')
    .execute();
  const found =
    name === null
      ? boards.find(({ parent_id }) => parent_id === null)
      : boards.find(({ short_name }) => short_name === name);
  if (found === undefined)
    throw new AppError('ARCHIVE_BOARD_UNKNOWN', {
      board: name ?? '',
      known: boards.map(({ short_name }) => short_name).join(', '),
    });
  return found.id;
}

/** Exit 1 when something could not be made. @throws UsageError */
export async function exportMany(
  tools: Tools,
  options: {
    db: string;
    out: string;
    board: string | null;
    choice: Record<string, unknown>;
  },
): Promise<number> {
  const database = await openDatabase({ file: options.db, create: false });
  try {
    const boardId = options.board === null ? null : await boardOf(database.kysely, options.board);
    const parsed = v.safeParse(batchChoiceSchema, { ...options.choice, boardId });
    if (!parsed.success)
      throw new UsageError(parsed.issues.map((issue) => `--${v.getDotPath(issue) ?? 'year'}`).join(' '));
    const report = await withPublisher(
      tools,
      (pool) =>
        exportBatch(database.kysely, options.out, parsed.output, {
          language: tools.language,
          today: today(),
          phrases: tools.resources.phrases(),
          publish: (job, signal) => pool.render(job, signal),
          say: (error) => wireError(error, tools.language),
          progress: async () => {},
        }),
      2,
    );
    if (tools.json) tools.out(`${JSON.stringify(report, null, 2)}\n`);
    else {
      for (const { file } of report.written) tools.out(`${file}\n`);
      for (const file of report.skipped) tools.out(`= ${file}\n`);
      for (const { file, reason } of report.failed) tools.error(`pykala: ${file}: ${reason}\n`);
      if (report.stopped !== null) tools.error(`pykala: ${report.stopped}\n`);
    }
    return report.failed.length > 0 || report.stopped !== null ? 1 : 0;
  } finally {
    database.close();
  }
}
