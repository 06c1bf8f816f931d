/** `pykala search WORDS --db FILE`: the sections in which the words stand, in any Finnish form. */
import * as v from 'valibot';
import { searchMinutes } from '../../db/features/search-minutes.ts';
import { AppError } from '../../db/model/errors.ts';
import { minutesSearchSchema } from '../../db/model/minutes-search.ts';
import { withDatabase, type Tools } from './commands.ts';

const LIMIT = 200;

/** Prints what was found, the newest meeting first. Exit 1 when there is nothing. */
export async function searchDatabase(
  tools: Tools,
  options: { db: string; text: string; year: number | null; board: string | null },
): Promise<number> {
  const found = await withDatabase(options.db, false, async ({ kysely }) => {
    const board =
      options.board === null
        ? null
        : await kysely
            .selectFrom('board')
            .select('id')
            .where('short_name', '=', options.board)
            .executeTakeFirst();
    if (board === undefined) throw new AppError('NOT_FOUND', { what: 'board' });
    return await searchMinutes(
      kysely,
      v.parse(minutesSearchSchema, {
        text: options.text,
        boardId: board?.id ?? null,
        yearFrom: options.year,
        yearTo: options.year,
        limit: LIMIT,
      }),
    );
  });
  if (tools.json) {
    const items = found.meetings.flatMap(({ items: own, label, heldOn, board }) =>
      own.map(({ section, title, decisionType, part, snippet, words }) => ({
        meeting: label,
        board,
        heldOn,
        section,
        title,
        decision: decisionType,
        part,
        text: snippet.text,
        words,
      })),
    );
    tools.out(`${JSON.stringify({ total: found.total, items }, null, 2)}\n`);
  } else
    for (const meeting of found.meetings)
      for (const { section, title, snippet } of meeting.items)
        tools.out(
          `${meeting.board} ${meeting.label} § ${section}  ${title}\n    ${snippet.text.replaceAll(/\s+/g, ' ')}\n`,
        );
  return found.total > 0 ? 0 : 1;
}
