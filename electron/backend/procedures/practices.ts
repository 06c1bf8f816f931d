/** Good practices (hyvät käytännöt), as the window calls them. */
import * as v from 'valibot';
import { practiceCard, practiceHistories, practiceMatrix } from '../../../db/features/practice-views.ts';
import {
  changePracticeStage,
  createPractice,
  PRACTICE_LINKS,
  removePractice,
  removeTraining,
  restorePractice,
  saveTraining,
  setPracticeLink,
  undoPracticeStages,
  updatePractice,
} from '../../../db/features/practices.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import { isoDateSchema } from '../../../db/model/dates.ts';
import { idSchema } from '../../../db/model/identity.ts';
import {
  municipalityCodeSchema,
  practiceInputSchema,
  practiceStageSchema,
  practiceTrainingSchema,
  spreadOverTime,
} from '../../../db/model/practice.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';

const version = v.pipe(v.number(), v.integer());
const byId = v.object({ id: idSchema });

export const practicesRouter = router({
  /** Practice × municipality on a day; null: today. */
  matrix: readProcedure
    .input(v.object({ boardId: idSchema, on: v.nullish(isoDateSchema, null) }))
    .query(({ ctx, input }) => practiceMatrix(ctx.db, input.boardId, input.on ?? ctx.today())),
  get: readProcedure.input(byId).query(({ ctx, input }) => practiceCard(ctx.db, input.id, ctx.today())),
  /** Municipalities by stage at the end of each year, and today: of one practice, or of all. */
  spread: readProcedure
    .input(v.object({ boardId: idSchema, practiceId: v.nullish(idSchema, null) }))
    .query(async ({ ctx, input }) => spreadOverTime(await practiceHistories(ctx.db, input), ctx.today())),
  create: writeProcedure
    .input(v.object({ boardId: idSchema, values: practiceInputSchema, first: practiceStageSchema }))
    .mutation(async ({ ctx, input }) => {
      const created = await createPractice(ctx.trx, input.boardId, input.values, input.first, ctx.today());
      ctx.changed('practices');
      return created;
    }),
  update: writeProcedure
    .input(v.object({ id: idSchema, version, values: practiceInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await updatePractice(ctx.trx, input);
      ctx.changed('practices');
      return saved;
    }),
  remove: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removePractice(ctx.trx, input.id);
    ctx.changed('practices');
    return removal;
  }),
  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restorePractice(ctx.trx, input, 'practices.remove');
    ctx.changed('practices');
  }),
  changeStage: writeProcedure
    .input(
      v.object({
        practiceId: idSchema,
        /** None: the practice itself. */
        municipalities: v.pipe(v.array(municipalityCodeSchema), v.maxLength(400)),
        change: practiceStageSchema,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const changed = await changePracticeStage(ctx.trx, input, ctx.today());
      ctx.changed('practices');
      return changed;
    }),
  undoStage: writeProcedure
    .input(v.object({ ids: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(400)) }))
    .mutation(async ({ ctx, input }) => {
      await undoPracticeStages(ctx.trx, input.ids);
      ctx.changed('practices');
    }),
  setLink: writeProcedure
    .input(
      v.object({
        practiceId: idSchema,
        kind: v.picklist(PRACTICE_LINKS),
        otherId: idSchema,
        isLinked: v.boolean(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await setPracticeLink(ctx.trx, input);
      ctx.changed('practices');
    }),
  saveTraining: writeProcedure
    .input(v.object({ id: v.nullable(idSchema), practiceId: idSchema, values: practiceTrainingSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveTraining(ctx.trx, input);
      ctx.changed('practices');
      return saved;
    }),
  removeTraining: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeTraining(ctx.trx, input.id);
    ctx.changed('practices');
    return removal;
  }),
  restoreTraining: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restorePractice(ctx.trx, input, 'practices.removeTraining');
    ctx.changed('practices');
  }),
});
