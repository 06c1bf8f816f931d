/** Meetings and their items. What is noted while one is held is in live.ts. */
import * as v from 'valibot';
import { addItem, changeItem, moveItem, removeItem, restoreItem } from '../../../db/features/items.ts';
import { setElected } from '../../../db/features/live.ts';
import { asEntry } from '../../../db/features/live-entries.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import {
  closeMeeting,
  openMeeting,
  recordCall,
  reopenMeeting,
  setCurrentItem,
} from '../../../db/features/meeting-course.ts';
import { setMeetingTimes } from '../../../db/features/meeting-times.ts';
import { examineAtOnce } from '../../../db/features/examination.ts';
import { listMeetings, meetingView } from '../../../db/features/meeting-view.ts';
import { createMeeting, removeMeeting, updateMeeting } from '../../../db/features/meetings.ts';
import { isoDateSchema, localTimeSchema } from '../../../db/model/dates.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { itemChangeSchema, itemInputSchema, meetingInputSchema } from '../../../db/model/meeting.ts';
import { SEEN_SCHEMAS } from '../../../db/model/seen.ts';
import { readProcedure, router, writeProcedure, type BackendContext, type Topic } from '../context.ts';
import { REGISTER_TOPICS } from './effects.ts';

const meetingId = v.object({ meetingId: idSchema });
const version = v.pipe(v.number(), v.integer());
const electedSchema = v.object({
  itemId: idSchema,
  personIds: v.array(idSchema),
  /** Who was there as the window knew it. */
  seenIds: v.array(idSchema),
});
const topic = (id: string): Topic => `meeting:${id}`;
const wording = (ctx: BackendContext) => ({
  phrases: ctx.resources.phrases(),
  agendaTemplates: ctx.resources.agendaTemplates(),
});

export const meetingsRouter = router({
  list: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(async ({ ctx, input }) => await listMeetings(ctx.db, input.boardId)),
  get: readProcedure
    .input(meetingId)
    .query(async ({ ctx, input }) => await meetingView(ctx.db, input.meetingId, ctx.today())),
  create: writeProcedure
    .input(
      v.object({ boardId: idSchema, meeting: meetingInputSchema, template: v.nullish(v.string(), null) }),
    )
    .mutation(async ({ ctx, input }) => {
      const created = await createMeeting(
        ctx.trx,
        input.boardId,
        input.meeting,
        input.template,
        wording(ctx),
      );
      ctx.changed('meetings', ...created.renumbered.map(topic));
      return { id: created.id, label: created.label };
    }),
  update: writeProcedure
    .input(v.object({ meetingId: idSchema, version, values: meetingInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const result = await updateMeeting(ctx.trx, input.meetingId, input.version, input.values);
      ctx.changed('meetings', topic(input.meetingId), ...result.renumbered.map(topic));
      return { version: result.version };
    }),
  remove: writeProcedure.input(meetingId).mutation(async ({ ctx, input }) => {
    const { renumbered } = await removeMeeting(ctx.trx, input.meetingId);
    ctx.changed('meetings', topic(input.meetingId), ...renumbered.map(topic));
  }),
  recordCall: writeProcedure
    .input(
      v.object({
        meetingId: idSchema,
        callSentOn: isoDateSchema,
        agendaSentOn: v.nullish(isoDateSchema, null),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await recordCall(ctx.trx, input.meetingId, input);
      ctx.changed('meetings', topic(input.meetingId));
    }),
  open: writeProcedure
    .input(v.object({ meetingId: idSchema, time: localTimeSchema }))
    .mutation(async ({ ctx, input }) => {
      await openMeeting(ctx.trx, input.meetingId, input.time);
      ctx.changed('meetings', topic(input.meetingId));
    }),
  close: writeProcedure
    .input(v.object({ meetingId: idSchema, time: localTimeSchema, force: v.optional(v.boolean(), false) }))
    .mutation(async ({ ctx, input }) => {
      await closeMeeting(ctx.trx, input.meetingId, input.time, input.force, ctx.today());
      ctx.changed('meetings', topic(input.meetingId));
    }),
  reopen: writeProcedure
    .input(
      v.object({
        meetingId: idSchema,
        reason: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(500, 'too_long')),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await reopenMeeting(ctx.trx, input.meetingId, input.reason);
      ctx.changed('meetings', topic(input.meetingId));
    }),
  /** Corrects when the meeting was opened and when it ended. */
  setTimes: writeProcedure
    .input(
      v.object({
        meetingId: idSchema,
        startedAt: v.nullable(localTimeSchema),
        endedAt: v.nullable(localTimeSchema),
        seen: SEEN_SCHEMAS.times,
      }),
    )
    .mutation(async ({ ctx, input: { seen, ...input } }) => {
      const { startedAt, endedAt } = input;
      await asEntry(
        ctx.trx,
        () => setMeetingTimes(ctx.trx, input.meetingId, { startedAt, endedAt }, seen),
        () => ({ meetingId: input.meetingId, kind: 'times' }),
      );
      ctx.changed('meetings', topic(input.meetingId));
    }),
  /** Examination as one step: for minutes that were examined on paper. */
  examine: writeProcedure
    .input(
      v.object({
        meetingId: idSchema,
        examinedOn: isoDateSchema,
        displayedFrom: v.nullish(isoDateSchema, null),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const result = await examineAtOnce(
        ctx.trx,
        input.meetingId,
        input,
        ctx.actor().userName,
        new Date().toISOString(),
        ctx.resources.phrases(),
      );
      ctx.changed(topic(input.meetingId), ...REGISTER_TOPICS);
      return result;
    }),
  setCurrentItem: writeProcedure
    .input(v.object({ meetingId: idSchema, itemId: idSchema, time: localTimeSchema }))
    .mutation(async ({ ctx, input }) => {
      await asEntry(
        ctx.trx,
        () => setCurrentItem(ctx.trx, input.meetingId, input.itemId, input.time),
        () => ({ ...input, kind: 'next_item' }),
      );
      ctx.changed(topic(input.meetingId));
    }),
  setExaminers: writeProcedure.input(electedSchema).mutation(async ({ ctx, input }) => {
    const result = await asEntry(
      ctx.trx,
      () => setElected(ctx.trx, input.itemId, 'examiner', input.personIds, input.seenIds),
      ({ meetingId: id }) => ({ meetingId: id, itemId: input.itemId, kind: 'elected' }),
    );
    ctx.changed(topic(result.meetingId));
  }),
  setElected: writeProcedure.input(electedSchema).mutation(async ({ ctx, input }) => {
    const result = await asEntry(
      ctx.trx,
      () => setElected(ctx.trx, input.itemId, 'elected', input.personIds, input.seenIds),
      ({ meetingId: id }) => ({ meetingId: id, itemId: input.itemId, kind: 'elected' }),
    );
    ctx.changed(topic(result.meetingId));
  }),
});

export const itemsRouter = router({
  add: writeProcedure
    .input(
      v.object({
        meetingId: idSchema,
        item: itemInputSchema,
        position: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0)), null),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const result = await addItem(ctx.trx, input.meetingId, input.item, input.position);
      ctx.changed('meetings', topic(input.meetingId));
      return result;
    }),
  change: writeProcedure.input(itemChangeSchema).mutation(async ({ ctx, input }) => {
    const result = await changeItem(ctx.trx, input);
    ctx.changed(topic(result.meetingId));
    return { version: result.version };
  }),
  move: writeProcedure
    .input(v.object({ itemId: idSchema, position: v.pipe(v.number(), v.integer(), v.minValue(0)) }))
    .mutation(async ({ ctx, input }) => {
      const result = await moveItem(ctx.trx, input.itemId, input.position);
      ctx.changed('meetings', topic(result.meetingId));
    }),
  /** Removes an item with its attachments and links; answers what `restore` needs to undo it. */
  remove: writeProcedure.input(v.object({ itemId: idSchema })).mutation(async ({ ctx, input }) => {
    const removed = await removeItem(ctx.trx, input.itemId);
    ctx.changed('meetings', topic(removed.meetingId));
    return removed.removal;
  }),
  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    const { id, meetingId: restoredTo } = await restoreItem(ctx.trx, input, 'items.remove');
    ctx.changed('meetings', topic(restoredTo));
    return { id };
  }),
});
