/** Indicators with their measurements, and the chain from decision to result, as the window calls them. */
import * as v from 'valibot';
import { workGraph } from '../../../db/features/work-graph.ts';
import {
  getIndicator,
  listIndicators,
  removeIndicator,
  removeMeasurement,
  saveIndicator,
  saveMeasurement,
} from '../../../db/features/indicators.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { indicatorInputSchema, measurementSchema, subjectSchema } from '../../../db/model/indicator.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';

const version = v.pipe(v.number(), v.integer());

export const indicatorsRouter = router({
  list: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(({ ctx, input }) => listIndicators(ctx.db, input.boardId)),
  get: readProcedure
    .input(v.object({ id: idSchema }))
    .query(({ ctx, input }) => getIndicator(ctx.db, input.id)),
  save: writeProcedure
    .input(
      v.object({
        id: v.nullable(idSchema),
        boardId: idSchema,
        version,
        values: indicatorInputSchema,
        subjects: v.pipe(v.array(subjectSchema), v.maxLength(100)),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const saved = await saveIndicator(ctx.trx, input);
      ctx.changed('indicators');
      return saved;
    }),
  remove: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    await removeIndicator(ctx.trx, input.id);
    ctx.changed('indicators');
  }),
  saveMeasurement: writeProcedure
    .input(v.object({ id: v.nullable(idSchema), indicatorId: idSchema, values: measurementSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveMeasurement(ctx.trx, input);
      ctx.changed('indicators');
      return saved;
    }),
  removeMeasurement: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    await removeMeasurement(ctx.trx, input.id);
    ctx.changed('indicators');
  }),
  /** Decisions, actions, indicators and results of a board, and what leads to what. */
  graph: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(({ ctx, input }) => workGraph(ctx.db, input.boardId)),
});
