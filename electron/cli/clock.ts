/** `pykala show clock --db FILE`: the clocks of a board, its region and municipalities, and what does not fit together. */
import { clockViews, compareClocks } from '../../db/features/clock-views.ts';
import {
  CLOCK_WORDS,
  countStates,
  occurrencesInOrder,
  spanText,
  whenText,
} from '../../db/model/clock-view.ts';
import { AppError } from '../../db/model/errors.ts';
import { inLanguage } from '../../db/model/language.ts';
import { CLOCK_PRINT_WORDS, clashLines } from '../../db/model/print-clock.ts';
import { today } from '../backend/today.ts';
import { withDatabase, type Tools } from './commands.ts';

/** Prints the clocks. Exit 1 when there is none. */
export async function showClocks(
  tools: Tools,
  options: { db: string; board: string | null },
): Promise<number> {
  const { language } = tools;
  const { clocks, clashes } = await withDatabase(options.db, false, async ({ kysely }) => {
    let query = kysely.selectFrom('board').select('id').orderBy('position').orderBy('id');
    if (options.board !== null) query = query.where('short_name', '=', options.board);
    const board = await query.executeTakeFirst();
    if (!board) throw new AppError('NOT_FOUND', { what: 'board' });
    const views = await clockViews(kysely, board.id, today());
    return await compareClocks(
      kysely,
      views.map((clock) => clock.id),
      today(),
    );
  });
  if (tools.json) {
    tools.out(
      `${JSON.stringify(
        {
          clocks: clocks.map((clock) => ({
            owner: {
              kind: clock.owner.kind,
              code: clock.owner.code,
              name: inLanguage(clock.owner.name, language),
            },
            title: clock.title,
            kind: clock.kind,
            firstMonth: clock.firstMonth,
            counts: countStates(clock.tasks),
            tasks: occurrencesInOrder(clock).map(({ task, one }) => ({
              title: task.title,
              year: one.termYear,
              startsOn: one.startsOn,
              dueOn: one.dueOn,
              exact: one.isExact,
              state: one.state,
              step: task.step,
              uncertain: task.isUncertain,
              repeats: task.repeats,
              responsible: task.responsible,
              doneOn: one.doneOn,
            })),
          })),
          clashes: clashes.map((clash) => ({
            kind: clash.kind,
            month: clash.month,
            lines: clashLines(clash, { clocks, clashes }, language),
          })),
        },
        null,
        2,
      )}\n`,
    );
    return clocks.length > 0 ? 0 : 1;
  }
  for (const clock of clocks) {
    tools.out(`${inLanguage(clock.owner.name, language)}: ${clock.title} ${spanText(clock)}\n`);
    for (const { task, one } of occurrencesInOrder(clock))
      tools.out(
        `  ${whenText(clock, task, one, language)}  ${task.title}  (${CLOCK_WORDS[language].states[one.state]})\n`,
      );
  }
  for (const clash of clashes)
    if (clash.kind !== 'unclear')
      tools.out(
        `${CLOCK_PRINT_WORDS[language].kinds[clash.kind]}: ${clashLines(clash, { clocks, clashes }, language).join(' | ')}\n`,
      );
  return clocks.length > 0 ? 0 : 1;
}
