/** `pykala export board`: a board as a file that `pykala import scenario` and the window bring in again. */
import { openDatabase } from '../../db/core/open.ts';
import { exportBoardFile } from '../../db/features/board-file-export.ts';
import { listBoards } from '../../db/features/boards.ts';
import { today } from '../backend/today.ts';
import { writeFileSafely } from '../backend/write-file.ts';
import type { Tools } from './commands.ts';
import { UsageError } from './usage.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** `pykala export board --db FILE --out FILE [--board SHORT]` */
export async function exportBoard(
  tools: Tools,
  options: { db: string; board: string | null; out: string },
): Promise<number> {
  const database = await openDatabase({ file: options.db, create: false });
  try {
    const board = await boardOf(database.kysely, options.board);
    const file = await exportBoardFile(database.kysely, board.id);
    await writeFileSafely(options.out, Buffer.from(json(file)));
    const counts = { meetings: file.meetings.length, persons: file.persons.length, tasks: file.tasks.length };
    if (tools.json) tools.out(json({ board: board.shortName, out: options.out, counts }));
    else tools.out(`${board.shortName}: ${options.out}\n`);
    return 0;
  } finally {
    database.close();
  }
}

/** The board that is named by its short name, or the only one. */
export async function boardOf(
  db: Parameters<typeof listBoards>[0],
  name: string | null,
): Promise<{ id: string; shortName: string }> {
  const boards = await listBoards(db, today());
  const known = boards.map(({ shortName }) => shortName).join(', ');
  if (name === null && boards.length > 1) throw new UsageError(`--board ${known}`);
  const board = name === null ? boards[0] : boards.find(({ shortName }) => shortName === name);
  if (board === undefined) throw new UsageError(`--board ${known || '–'}`);
  return board;
}
