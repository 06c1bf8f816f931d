/** A board of a package, or one term of it, as a board file: in a copy, brought to the newest schema and narrowed. */
import path from 'node:path';
import type SQLite from 'better-sqlite3';
import { exportBoardFile } from '../../db/features/board-file-export.ts';
import type { BoardFile } from '../../db/model/board-file.ts';
import { AppError } from '../../db/model/errors.ts';
import { currentCopy } from './document-of-package.ts';
import { narrow } from './scope.ts';

/**
 * @param raw the package's database, whose schema has been found to be one of ours
 * @param temporary empty folder; whoever gave it removes it
 * @throws AppError NOT_FOUND, BOARD_FILE_INVALID, ARCHIVE_DATABASE_DAMAGED
 */
export async function boardOfPackage(
  raw: SQLite.Database,
  choice: { boardId: string; termId: string | null },
  temporary: string,
): Promise<BoardFile> {
  const copy = await currentCopy(raw, path.join(temporary, 'board.sqlite'));
  try {
    const term =
      choice.termId === null
        ? null
        : ((copy.raw
            .prepare('select starts_on, ends_on from term where id = ? and board_id = ?')
            .get(choice.termId, choice.boardId) as { starts_on: string; ends_on: string } | undefined) ??
          missing('term'));
    narrow(copy.raw, {
      boardId: choice.boardId,
      from: term?.starts_on ?? null,
      to: term?.ends_on ?? null,
    });
    if (choice.termId !== null) keepTerm(copy.raw, choice.termId);
    return await exportBoardFile(copy.kysely, choice.boardId);
  } finally {
    copy.close();
  }
}

function missing(what: string): never {
  throw new AppError('NOT_FOUND', { what });
}

/** Other terms, with their seats and holders, stay behind. */
function keepTerm(raw: SQLite.Database, termId: string): void {
  raw.exec('delete from search_entry');
  for (const [table, column] of [
    ['seat_holder', 'seat_id in (select id from seat where term_id <> ?)'],
    ['seat', 'term_id <> ?'],
    ['term', 'id <> ?'],
  ] as const)
    raw.prepare(`delete from ${table} where ${column}`).run(termId);
}
