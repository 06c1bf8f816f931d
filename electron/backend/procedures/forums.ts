/** Community forums (yhteisöfoorumit), as the window calls them. */
import * as v from 'valibot';
import { forumCard, forumOverview } from '../../../db/features/forum-views.ts';
import {
  changeForumStage,
  createForum,
  FORUM_LINKS,
  measureForums,
  removeForum,
  removeForumEvent,
  restoreForum,
  saveForumEvent,
  setForumIndicator,
  setForumLink,
  undoForumStage,
  updateForum,
} from '../../../db/features/forums.ts';
import { removeMeasurement } from '../../../db/features/indicators.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import { forumEventSchema, forumInputSchema, forumStageSchema } from '../../../db/model/community-forum.ts';
import { isoDateSchema } from '../../../db/model/dates.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';

const byId = v.object({ id: idSchema });

export const forumsRouter = router({
  /** Municipalities and their forums on a day; null: today. */
  overview: readProcedure
    .input(v.object({ boardId: idSchema, on: v.nullish(isoDateSchema, null) }))
    .query(({ ctx, input }) => forumOverview(ctx.db, input.boardId, input.on ?? ctx.today())),
  get: readProcedure.input(byId).query(({ ctx, input }) => forumCard(ctx.db, input.id, ctx.today())),
  create: writeProcedure
    .input(v.object({ boardId: idSchema, values: forumInputSchema, first: forumStageSchema }))
    .mutation(async ({ ctx, input }) => {
      const created = await createForum(ctx.trx, input.boardId, input.values, input.first, ctx.today());
      ctx.changed('forums');
      return created;
    }),
  update: writeProcedure
    .input(v.object({ id: idSchema, version: v.pipe(v.number(), v.integer()), values: forumInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await updateForum(ctx.trx, input);
      ctx.changed('forums');
      return saved;
    }),
  remove: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeForum(ctx.trx, input.id);
    ctx.changed('forums');
    return removal;
  }),
  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreForum(ctx.trx, input, 'forums.remove');
    ctx.changed('forums');
  }),
  changeStage: writeProcedure
    .input(v.object({ forumId: idSchema, change: forumStageSchema }))
    .mutation(async ({ ctx, input }) => {
      const changed = await changeForumStage(ctx.trx, input, ctx.today());
      ctx.changed('forums');
      return changed;
    }),
  undoStage: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    await undoForumStage(ctx.trx, input.id);
    ctx.changed('forums');
  }),
  saveEvent: writeProcedure
    .input(v.object({ id: v.nullable(idSchema), forumId: idSchema, values: forumEventSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveForumEvent(ctx.trx, input);
      ctx.changed('forums');
      return saved;
    }),
  removeEvent: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeForumEvent(ctx.trx, input.id);
    ctx.changed('forums');
    return removal;
  }),
  restoreEvent: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreForum(ctx.trx, input, 'forums.removeEvent');
    ctx.changed('forums');
  }),
  setLink: writeProcedure
    .input(
      v.object({
        forumId: idSchema,
        kind: v.picklist(FORUM_LINKS),
        otherId: idSchema,
        isLinked: v.boolean(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await setForumLink(ctx.trx, input);
      ctx.changed('forums');
    }),
  setIndicator: writeProcedure
    .input(v.object({ boardId: idSchema, indicatorId: v.nullable(idSchema) }))
    .mutation(async ({ ctx, input }) => {
      await setForumIndicator(ctx.trx, input);
      ctx.changed('forums');
    }),
  /** Notes today's number of municipalities as a measurement. */
  measure: writeProcedure.input(v.object({ boardId: idSchema })).mutation(async ({ ctx, input }) => {
    const measured = await measureForums(ctx.trx, input.boardId, ctx.today());
    ctx.changed('forums', 'indicators');
    return measured;
  }),
  undoMeasure: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    await removeMeasurement(ctx.trx, input.id);
    ctx.changed('forums', 'indicators');
  }),
});
