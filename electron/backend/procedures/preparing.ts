/** Preparing the meetings of a term: the plan of a year, ideas, suggestions for an agenda, templates. */
import * as v from 'valibot';
import { cancelMeeting } from '../../../db/features/call.ts';
import { hasStandingCall } from '../../../db/features/issued.ts';
import { meetingRow } from '../../../db/features/meeting-guards.ts';
import { templateSchema } from '../../../db/model/agenda-template.ts';
import { AppError } from '../../../db/model/errors.ts';
import { listTemplates, restoreTemplate, saveTemplate } from '../../../db/features/agenda-templates.ts';
import {
  createIdea,
  listIdeas,
  rejectIdea,
  removeIdea,
  reopenIdea,
  updateIdea,
} from '../../../db/features/ideas.ts';
import {
  moveMeeting,
  planSeries,
  prepareMeeting,
  restoreMeeting,
  setCancelled,
} from '../../../db/features/meeting-plan.ts';
import {
  fillPreviousMinutes,
  previousMinutesUndoSchema,
  undoPreviousMinutes,
} from '../../../db/features/previous-minutes.ts';
import {
  dismissCarried,
  recallCarried,
  suggestionsFor,
  takeCarried,
  takeIdea,
} from '../../../db/features/suggestions.ts';
import { dismissCarriedSchema, takeCarriedSchema } from '../../../db/model/carried-over.ts';
import { isoDateSchema, localTimeSchema } from '../../../db/model/dates.ts';
import { ideaInputSchema, rejectIdeaSchema } from '../../../db/model/idea.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { MEETING_KINDS } from '../../../db/model/meeting-kind.ts';
import { seriesInputSchema } from '../../../db/model/meeting-series.ts';
import { readProcedure, router, writeProcedure, type BackendContext, type Topic } from '../context.ts';

const meetingId = v.object({ meetingId: idSchema });
const versioned = v.object({ id: idSchema, version: v.pipe(v.number(), v.integer()) });
const topics = (ids: readonly string[]): Topic[] => ['meetings', ...ids.map((id): Topic => `meeting:${id}`)];
const wording = (ctx: BackendContext) => ({
  phrases: ctx.resources.phrases(),
  agendaTemplates: ctx.resources.agendaTemplates(),
});

async function cancelCalled(
  ctx: BackendContext & { trx: Parameters<typeof cancelMeeting>[0] },
  id: string,
  reason: string,
): Promise<string[]> {
  if (reason === '') throw new AppError('reason_missing', { from: 'called', to: 'cancelled' });
  await cancelMeeting(
    ctx.trx,
    { meetingId: id, reason },
    {
      actor: ctx.actor().userName,
      instant: new Date().toISOString(),
      today: ctx.today(),
      phrases: ctx.resources.phrases(),
    },
  );
  return [];
}

export const planningRouter = router({
  /** Plans the meetings of a corrected list. */
  series: writeProcedure.input(seriesInputSchema).mutation(async ({ ctx, input }) => {
    const planned = await planSeries(ctx.trx, input);
    ctx.changed(...topics(planned.renumbered));
    return { ids: planned.ids };
  }),
  prepare: writeProcedure
    .input(v.object({ meetingId: idSchema, template: v.nullish(v.string(), null) }))
    .mutation(async ({ ctx, input }) => {
      await prepareMeeting(ctx.trx, input.meetingId, input.template, wording(ctx));
      ctx.changed(...topics([input.meetingId]));
    }),
  /** Answers where the meeting was, so that it can be moved back. */
  move: writeProcedure
    .input(
      v.object({
        meetingId: idSchema,
        heldOn: isoDateSchema,
        plannedStart: v.nullish(localTimeSchema, null),
        place: v.optional(v.pipe(v.string(), v.maxLength(300, 'too_long')), ''),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { before, renumbered } = await moveMeeting(ctx.trx, input.meetingId, input);
      ctx.changed(...topics([input.meetingId, ...renumbered]));
      return before;
    }),
  cancel: writeProcedure
    .input(
      v.object({
        meetingId: idSchema,
        reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500, 'too_long')), ''),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const row = await meetingRow(ctx.trx, input.meetingId);
      // Those who have a call are told by a document of its own.
      const changed = (await hasStandingCall(ctx.trx, input.meetingId))
        ? await cancelCalled(ctx, input.meetingId, input.reason)
        : (await setCancelled(ctx.trx, row, input.reason, ctx.today())).renumbered;
      ctx.changed(...topics([input.meetingId, ...changed]));
    }),
  /** Takes a cancellation back. */
  restore: writeProcedure.input(meetingId).mutation(async ({ ctx, input }) => {
    const { renumbered } = await restoreMeeting(ctx.trx, input.meetingId);
    ctx.changed(...topics([input.meetingId, ...renumbered]));
  }),
  suggestions: readProcedure
    .input(meetingId)
    .query(async ({ ctx, input }) => await suggestionsFor(ctx.db, input.meetingId)),
  /** Takes a carried-over item to the agenda; removing the new item suggests it again. */
  takeCarried: writeProcedure.input(takeCarriedSchema).mutation(async ({ ctx, input }) => {
    const taken = await takeCarried(ctx.trx, input.meetingId, input.itemId);
    ctx.changed(...topics([input.meetingId]));
    return taken;
  }),
  takeIdea: writeProcedure
    .input(v.object({ meetingId: idSchema, ideaId: idSchema }))
    .mutation(async ({ ctx, input }) => {
      const taken = await takeIdea(ctx.trx, input.meetingId, input.ideaId);
      ctx.changed(...topics([input.meetingId]));
      return taken;
    }),
  dismiss: writeProcedure.input(dismissCarriedSchema).mutation(async ({ ctx, input }) => {
    await dismissCarried(ctx.trx, input.itemId, input.reason, ctx.today());
    ctx.changed('meetings');
  }),
  recall: writeProcedure.input(v.object({ itemId: idSchema })).mutation(async ({ ctx, input }) => {
    await recallCarried(ctx.trx, input.itemId);
    ctx.changed('meetings');
  }),
  /** Fills "Edellisen kokouksen pöytäkirja ja toimenpiteet"; the answer given to `undoPrevious` takes it back. */
  fillPrevious: writeProcedure.input(meetingId).mutation(async ({ ctx, input }) => {
    const filled = await fillPreviousMinutes(ctx.trx, input.meetingId, wording(ctx), ctx.today());
    ctx.changed(...topics([input.meetingId]), 'tasks');
    return filled;
  }),
  undoPrevious: writeProcedure.input(previousMinutesUndoSchema).mutation(async ({ ctx, input }) => {
    const result = await undoPreviousMinutes(ctx.trx, input);
    ctx.changed(...topics([result.meetingId]), 'tasks');
  }),
  /** Agenda templates of a board, in the user's language: its own first. */
  templates: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(
      async ({ ctx, input }) =>
        await listTemplates(ctx.db, input.boardId, ctx.resources.agendaTemplates(), ctx.actor().language),
    ),
  /** Makes items of an agenda the board's own template; `before` given to `restoreTemplate` takes it back. */
  saveTemplate: writeProcedure
    .input(
      v.object({ meetingId: idSchema, itemIds: v.pipe(v.array(idSchema), v.maxLength(500, 'too_many')) }),
    )
    .mutation(async ({ ctx, input }) => {
      const saved = await saveTemplate(ctx.trx, input.meetingId, input.itemIds, wording(ctx), ctx.today());
      ctx.changed('meetings');
      return saved;
    }),
  restoreTemplate: writeProcedure
    .input(
      v.object({
        boardId: idSchema,
        kind: v.picklist(MEETING_KINDS),
        template: v.nullable(
          v.pipe(
            v.string(),
            v.maxLength(1_000_000, 'too_long'),
            v.parseJson(undefined, 'invalid'),
            templateSchema,
          ),
        ),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const restored = await restoreTemplate(ctx.trx, input.boardId, input.kind, input.template, ctx.today());
      ctx.changed('meetings');
      return restored;
    }),
});

export const ideasRouter = router({
  list: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(async ({ ctx, input }) => await listIdeas(ctx.db, input.boardId)),
  create: writeProcedure
    .input(v.object({ boardId: idSchema, values: ideaInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const created = await createIdea(ctx.trx, input.boardId, input.values, ctx.today());
      ctx.changed('meetings');
      return created;
    }),
  update: writeProcedure
    .input(v.object({ ...versioned.entries, values: ideaInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const updated = await updateIdea(ctx.trx, input);
      ctx.changed('meetings');
      return updated;
    }),
  reject: writeProcedure.input(rejectIdeaSchema).mutation(async ({ ctx, input }) => {
    const rejected = await rejectIdea(ctx.trx, input, ctx.today());
    ctx.changed('meetings');
    return rejected;
  }),
  reopen: writeProcedure.input(versioned).mutation(async ({ ctx, input }) => {
    const reopened = await reopenIdea(ctx.trx, input);
    ctx.changed('meetings');
    return reopened;
  }),
  /** Answers what was removed; giving that to `create` undoes it. */
  remove: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    const removed = await removeIdea(ctx.trx, input.id);
    ctx.changed('meetings');
    return removed;
  }),
});
