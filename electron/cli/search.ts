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
    const imported = found.oldMinutes.flatMap(({ items: own, label, fileName, board, heldOn, snippet }) => {
      const place = { minutes: label ?? fileName, board, heldOn };
      return [
        ...own.map((item) => ({
          ...place,
          section: item.label,
          title: item.title,
          text: item.snippet.text,
          words: item.words,
        })),
        ...(snippet === null
          ? []
          : [{ ...place, section: null, title: fileName, text: snippet.text, words: [] }]),
      ];
    });
    tools.out(`${JSON.stringify({ total: found.total, items, imported }, null, 2)}\n`);
  } else {
    const line = (head: string, title: string, text: string): void =>
      tools.out(`${head}  ${title}\n    ${text.replaceAll(/\s+/g, ' ')}\n`);
    for (const { board, label, items } of found.meetings)
      for (const { section, title, snippet } of items)
        line(`${board} ${label} § ${section}`, title, snippet.text);
    for (const { board, label, fileName, items, snippet } of found.oldMinutes) {
      const head = `${board} ${label ?? fileName}`;
      for (const item of items) line(`${head} ${item.label}`, item.title, item.snippet.text);
      if (snippet !== null) line(head, fileName, snippet.text);
    }
  }
  return found.total > 0 ? 0 : 1;
}
