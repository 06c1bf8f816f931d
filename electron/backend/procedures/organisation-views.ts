/** Saved views of the register as the window calls them. */
import * as v from 'valibot';
import {
  listViews,
  removeView,
  restoreView,
  saveView,
  setDefaultView,
} from '../../../db/features/organisation-views.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { viewInputSchema } from '../../../db/model/organisation-view.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';

export const organisationViewsRouter = router({
  list: readProcedure.query(({ ctx }) => listViews(ctx.db)),

  save: writeProcedure.input(viewInputSchema).mutation(async ({ ctx, input }) => {
    const saved = await saveView(ctx.trx, input);
    ctx.changed('views');
    return saved;
  }),

  /** What the screen begins with; null: everything. */
  setDefault: writeProcedure
    .input(v.object({ id: v.nullable(idSchema) }))
    .mutation(async ({ ctx, input }) => {
      await setDefaultView(ctx.trx, input.id);
      ctx.changed('views');
    }),

  /** Answers what `restore` needs to undo it. */
  remove: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    const removal = await removeView(ctx.trx, input.id);
    ctx.changed('views');
    return removal;
  }),

  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreView(ctx.trx, input, 'organisationViews.remove');
    ctx.changed('views');
  }),
});
