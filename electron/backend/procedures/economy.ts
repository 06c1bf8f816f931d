/** The board's own running costs (toimintakulut), as the window calls them. */
import path from 'node:path';
import * as v from 'valibot';
import {
  boardEconomy,
  removeBoardBudget,
  removeCost,
  restoreEconomy,
  saveBoardBudget,
  saveCost,
} from '../../../db/features/board-economy.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import {
  boardBudgetSchema,
  costSchema,
  costTable,
  economyYearSchema,
} from '../../../db/model/board-economy.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';
import { writeFileSafely } from '../write-file.ts';
import { csvText } from '../write-table.ts';

const ofYear = v.object({ boardId: idSchema, year: economyYearSchema });

export const economyRouter = router({
  get: readProcedure.input(ofYear).query(({ ctx, input }) => boardEconomy(ctx.db, input.boardId, input.year)),
  saveBudget: writeProcedure
    .input(
      v.object({ boardId: idSchema, version: v.pipe(v.number(), v.integer()), values: boardBudgetSchema }),
    )
    .mutation(async ({ ctx, input }) => {
      const saved = await saveBoardBudget(ctx.trx, input);
      ctx.changed('economy');
      return saved;
    }),
  removeBudget: writeProcedure.input(ofYear).mutation(async ({ ctx, input }) => {
    const removal = await removeBoardBudget(ctx.trx, input);
    ctx.changed('economy');
    return removal;
  }),
  restoreBudget: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreEconomy(ctx.trx, input, 'economy.removeBudget');
    ctx.changed('economy');
  }),
  saveCost: writeProcedure
    .input(v.object({ id: v.nullable(idSchema), values: costSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveCost(ctx.trx, input, ctx.today());
      ctx.changed('economy');
      return saved;
    }),
  removeCost: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    const removal = await removeCost(ctx.trx, input.id);
    ctx.changed('economy');
    return removal;
  }),
  restoreCost: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreEconomy(ctx.trx, input, 'economy.removeCost');
    ctx.changed('economy');
  }),
  /** What is booked in a year as CSV, the earliest first. */
  exportCosts: readProcedure
    .input(v.object({ ...ofYear.entries, language: languageSchema, target: v.string() }))
    .mutation(async ({ ctx, input }) => {
      const file = ctx.grants.resolve(input.target, 'write');
      const { costs } = await boardEconomy(ctx.db, input.boardId, input.year);
      const text = csvText(costTable(costs.toReversed(), input.language), {
        delimiter: ';',
        bom: true,
        safe: true,
      });
      await writeFileSafely(file.path, Buffer.from(text, 'utf8'));
      return { name: path.basename(file.path) };
    }),
});
