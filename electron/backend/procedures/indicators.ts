/** Indicators with their measurements, and the chain from decision to result, as the window calls them. */
import path from 'node:path';
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
import { indicatorChart } from '../../../db/model/indicator-chart.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { PRINT, svgText } from '../../../db/model/svg.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';
import { writeFileSafely } from '../write-file.ts';

const version = v.pipe(v.number(), v.integer());
const PICTURE_WIDTH = 760;

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
  /** The chart of one indicator as a picture for paper. */
  exportChart: readProcedure
    .input(v.object({ id: idSchema, language: languageSchema, target: v.string() }))
    .mutation(async ({ ctx, input }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const indicator = await getIndicator(ctx.db, input.id);
      const { picture } = indicatorChart(indicator, {
        width: PICTURE_WIDTH,
        palette: PRINT,
        language: input.language,
      });
      await writeFileSafely(target.path, Buffer.from(svgText(picture), 'utf8'));
      return { name: path.basename(target.path) };
    }),
  /** Decisions, actions, indicators and results of a board, and what leads to what. */
  graph: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(({ ctx, input }) => workGraph(ctx.db, input.boardId)),
});
