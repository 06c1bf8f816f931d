/** Volunteer actions across organisation borders, as the window calls them. */
import * as v from 'valibot';
import {
  ACTION_PARTS,
  actionCard,
  changeStage,
  findDecisions,
  removePart,
  saveActionBudget,
  saveEvent,
  saveNote,
  savePhase,
  setDecision,
  setTask,
  undoStage,
} from '../../../db/features/volunteer-action-parts.ts';
import {
  createAction,
  listActions,
  removeAction,
  updateAction,
} from '../../../db/features/volunteer-actions.ts';
import { budgetInputSchema } from '../../../db/model/budget.ts';
import { idSchema } from '../../../db/model/identity.ts';
import {
  actionEventSchema,
  actionInputSchema,
  actionNoteSchema,
  actionPhaseSchema,
  stageChangeSchema,
} from '../../../db/model/volunteer-action.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';

const version = v.pipe(v.number(), v.integer());
const part = { id: v.nullable(idSchema), actionId: idSchema };

export const volunteerActionsRouter = router({
  list: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(({ ctx, input }) => listActions(ctx.db, input.boardId, ctx.today())),
  get: readProcedure
    .input(v.object({ id: idSchema }))
    .query(({ ctx, input }) => actionCard(ctx.db, input.id, ctx.today())),
  /** §§ to choose from: by words of the title or the reference, the newest first. */
  decisions: readProcedure
    .input(
      v.object({
        boardId: idSchema,
        text: v.pipe(v.string(), v.maxLength(200)),
        limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 30),
      }),
    )
    .query(({ ctx, input }) => findDecisions(ctx.db, input)),
  create: writeProcedure
    .input(v.object({ boardId: idSchema, values: actionInputSchema, first: stageChangeSchema }))
    .mutation(async ({ ctx, input }) => {
      const created = await createAction(ctx.trx, input.boardId, input.values, input.first, ctx.today());
      ctx.changed('actions');
      return created;
    }),
  update: writeProcedure
    .input(v.object({ id: idSchema, version, values: actionInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await updateAction(ctx.trx, input);
      ctx.changed('actions');
      return saved;
    }),
  remove: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    await removeAction(ctx.trx, input.id);
    ctx.changed('actions', 'themes', 'indicators');
  }),
  changeStage: writeProcedure
    .input(v.object({ actionId: idSchema, change: stageChangeSchema }))
    .mutation(async ({ ctx, input }) => {
      const changed = await changeStage(ctx.trx, input.actionId, input.change, ctx.today());
      ctx.changed('actions');
      return changed;
    }),
  undoStage: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    await undoStage(ctx.trx, input.id);
    ctx.changed('actions');
  }),
  saveEvent: writeProcedure
    .input(v.object({ ...part, values: actionEventSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveEvent(ctx.trx, input);
      ctx.changed('actions');
      return saved;
    }),
  savePhase: writeProcedure
    .input(v.object({ ...part, values: actionPhaseSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await savePhase(ctx.trx, input);
      ctx.changed('actions');
      return saved;
    }),
  saveNote: writeProcedure
    .input(v.object({ ...part, values: actionNoteSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveNote(ctx.trx, input);
      ctx.changed('actions');
      return saved;
    }),
  removePart: writeProcedure
    .input(v.object({ part: v.picklist(ACTION_PARTS), id: idSchema }))
    .mutation(async ({ ctx, input }) => {
      await removePart(ctx.trx, input.part, input.id);
      ctx.changed('actions');
    }),
  setDecision: writeProcedure
    .input(v.object({ actionId: idSchema, itemId: idSchema, isLinked: v.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await setDecision(ctx.trx, input);
      ctx.changed('actions');
    }),
  setTask: writeProcedure
    .input(v.object({ actionId: idSchema, taskId: idSchema, isLinked: v.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await setTask(ctx.trx, input);
      ctx.changed('actions');
    }),
  saveBudget: writeProcedure
    .input(v.object({ actionId: idSchema, version, values: budgetInputSchema }))
    .mutation(async ({ ctx, input }) => {
      await saveActionBudget(ctx.trx, input);
      ctx.changed('actions');
    }),
});
