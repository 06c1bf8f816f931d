/** Meetings, their items and what is noted in them. */
import * as v from 'valibot';
import { addItem, changeItem, moveItem, removeItem, restoreItem } from '../../../db/features/items.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import {
  changeInterval,
  noteAttendance,
  removeInterval,
  undoAttendance,
  type AttendanceUndo,
} from '../../../db/features/attendance.ts';
import {
  addConflict,
  removeFromItem,
  saveDissent,
  saveElection,
  saveProposal,
  saveVote,
  setElected,
} from '../../../db/features/live.ts';
import {
  closeMeeting,
  openMeeting,
  recordCall,
  reopenMeeting,
  setCurrentItem,
} from '../../../db/features/meeting-course.ts';
import { examineAtOnce } from '../../../db/features/examination.ts';
import { listMeetings, meetingView } from '../../../db/features/meeting-view.ts';
import { createMeeting, removeMeeting, updateMeeting } from '../../../db/features/meetings.ts';
import { decide } from '../../../db/features/wording.ts';
import { isoDateSchema, localTimeSchema } from '../../../db/model/dates.ts';
import { decisionTypeSchema } from '../../../db/model/decision.ts';
import { idSchema } from '../../../db/model/identity.ts';
import {
  attendanceEventSchema,
  conflictInputSchema,
  dissentInputSchema,
  electionInputSchema,
  itemChangeSchema,
  itemInputSchema,
  meetingInputSchema,
  proposalInputSchema,
  voteInputSchema,
} from '../../../db/model/meeting.ts';
import { readProcedure, router, writeProcedure, type BackendContext, type Topic } from '../context.ts';
import { REGISTER_TOPICS } from './effects.ts';

const meetingId = v.object({ meetingId: idSchema });
const version = v.pipe(v.number(), v.integer());
const saved = <T extends v.GenericSchema>(schema: T) =>
  v.object({ id: v.nullish(idSchema, null), values: schema });
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
  /** The agenda templates by key, in the user's language. */
  templates: readProcedure.query(({ ctx }) =>
    ctx.resources.agendaTemplates().templates.map((template) => ({
      key: template.key,
      profile: template.profile,
      name: template.name[ctx.actor().language],
    })),
  ),
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
      ctx.changed('meetings');
      return created;
    }),
  update: writeProcedure
    .input(v.object({ meetingId: idSchema, version, values: meetingInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const result = await updateMeeting(ctx.trx, input.meetingId, input.version, input.values);
      ctx.changed('meetings', topic(input.meetingId));
      return result;
    }),
  remove: writeProcedure.input(meetingId).mutation(async ({ ctx, input }) => {
    await removeMeeting(ctx.trx, input.meetingId);
    ctx.changed('meetings', topic(input.meetingId));
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
      await closeMeeting(ctx.trx, input.meetingId, input.time, input.force);
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
      );
      ctx.changed(topic(input.meetingId), ...REGISTER_TOPICS);
      return result;
    }),
  setCurrentItem: writeProcedure
    .input(v.object({ meetingId: idSchema, itemId: idSchema, time: localTimeSchema }))
    .mutation(async ({ ctx, input }) => {
      await setCurrentItem(ctx.trx, input.meetingId, input.itemId, input.time);
      ctx.changed(topic(input.meetingId));
    }),
  setExaminers: writeProcedure
    .input(v.object({ itemId: idSchema, personIds: v.array(idSchema) }))
    .mutation(async ({ ctx, input }) => {
      const result = await setElected(ctx.trx, input.itemId, 'examiner', input.personIds);
      ctx.changed(topic(result.meetingId));
    }),
  setElected: writeProcedure
    .input(v.object({ itemId: idSchema, personIds: v.array(idSchema) }))
    .mutation(async ({ ctx, input }) => {
      const result = await setElected(ctx.trx, input.itemId, 'elected', input.personIds);
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

/** The last attendance entries of each meeting since the program started, newest last. */
const attendanceHistory = new Map<string, AttendanceUndo[]>();

export const liveRouter = router({
  attendance: writeProcedure.input(attendanceEventSchema).mutation(async ({ ctx, input }) => {
    const undo = await noteAttendance(ctx.trx, input, ctx.today());
    attendanceHistory.set(input.meetingId, [
      ...(attendanceHistory.get(input.meetingId) ?? []).slice(-99),
      undo,
    ]);
    ctx.changed(topic(input.meetingId));
  }),
  /** Takes the last attendance entry back; `undone` is false when there is none. */
  undoAttendance: writeProcedure.input(meetingId).mutation(async ({ ctx, input }) => {
    const undo = attendanceHistory.get(input.meetingId)?.pop();
    if (undo) await undoAttendance(ctx.trx, undo);
    ctx.changed(topic(input.meetingId));
    return { undone: undo !== undefined };
  }),
  changeInterval: writeProcedure
    .input(
      v.object({
        id: idSchema,
        arrivedAt: v.optional(v.nullable(localTimeSchema)),
        leftAt: v.optional(v.nullable(localTimeSchema)),
        firstItemId: v.optional(v.nullable(idSchema)),
        lastItemId: v.optional(v.nullable(idSchema)),
        remote: v.optional(v.boolean()),
        open: v.optional(v.boolean()),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { id, ...change } = input;
      const result = await changeInterval(ctx.trx, id, change);
      ctx.changed(topic(result.meetingId));
    }),
  removeInterval: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    const result = await removeInterval(ctx.trx, input.id);
    ctx.changed(topic(result.meetingId));
  }),
  saveConflict: writeProcedure.input(conflictInputSchema).mutation(async ({ ctx, input }) => {
    const result = await addConflict(ctx.trx, input);
    ctx.changed(topic(result.meetingId));
    return { id: result.id };
  }),
  saveProposal: writeProcedure.input(saved(proposalInputSchema)).mutation(async ({ ctx, input }) => {
    const result = await saveProposal(ctx.trx, input.id, input.values);
    ctx.changed(topic(result.meetingId));
    return { id: result.id };
  }),
  saveVote: writeProcedure.input(saved(voteInputSchema)).mutation(async ({ ctx, input }) => {
    const result = await saveVote(ctx.trx, input.id, input.values);
    ctx.changed(topic(result.meetingId));
    return { id: result.id };
  }),
  saveElection: writeProcedure.input(saved(electionInputSchema)).mutation(async ({ ctx, input }) => {
    const result = await saveElection(ctx.trx, input.id, input.values);
    ctx.changed(topic(result.meetingId));
    return { id: result.id };
  }),
  saveDissent: writeProcedure.input(saved(dissentInputSchema)).mutation(async ({ ctx, input }) => {
    const result = await saveDissent(ctx.trx, input.id, input.values);
    ctx.changed(topic(result.meetingId));
    return { id: result.id };
  }),
  remove: writeProcedure
    .input(
      v.object({ what: v.picklist(['conflict', 'proposal', 'vote', 'election', 'dissent']), id: idSchema }),
    )
    .mutation(async ({ ctx, input }) => {
      const result = await removeFromItem(ctx.trx, input.what, input.id);
      ctx.changed(topic(result.meetingId));
    }),
  /** Records the kind of decision; an empty text gets the standard words. */
  decide: writeProcedure
    .input(v.object({ itemId: idSchema, version, type: v.nullable(decisionTypeSchema) }))
    .mutation(async ({ ctx, input }) => {
      const { phrases, agendaTemplates } = wording(ctx);
      const result = await decide(ctx.trx, input, phrases, agendaTemplates);
      ctx.changed(topic(result.meetingId));
      return { version: result.version };
    }),
});
