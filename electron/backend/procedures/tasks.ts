/** Follow-up tasks. */
import * as v from 'valibot';
import { createTask, listTasks, removeTask, updateTask } from '../../../db/features/tasks.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { taskInputSchema } from '../../../db/model/task.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';

export const tasksRouter = router({
  list: readProcedure
    .input(v.object({ boardId: idSchema, state: v.optional(v.picklist(['open', 'all']), 'open') }))
    .query(
      async ({ ctx, input }) => await listTasks(ctx.db, input.boardId, { state: input.state }, ctx.today()),
    ),
  create: writeProcedure
    .input(v.object({ boardId: idSchema, task: taskInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const created = await createTask(ctx.trx, input.boardId, input.task, ctx.today());
      ctx.changed('tasks');
      return created;
    }),
  update: writeProcedure
    .input(
      v.object({
        id: idSchema,
        version: v.pipe(v.number(), v.integer()),
        values: taskInputSchema,
        /** The item in which the change was decided. */
        itemId: v.nullish(idSchema, null),
        reason: v.optional(v.pipe(v.string(), v.maxLength(500, 'too_long')), ''),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const result = await updateTask(ctx.trx, input, ctx.today());
      ctx.changed('tasks');
      return { version: result.version };
    }),
  remove: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    await removeTask(ctx.trx, input.id);
    ctx.changed('tasks');
  }),
});
