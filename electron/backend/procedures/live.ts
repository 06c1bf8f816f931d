/** What is noted while a meeting is held. Each note is an entry that can be taken back. */
import * as v from 'valibot';
import { changeInterval, noteAttendance, removeInterval } from '../../../db/features/attendance.ts';
import {
  addConflict,
  removeFromItem,
  saveDissent,
  saveElection,
  saveProposal,
  saveVote,
} from '../../../db/features/live.ts';
import { asEntry, undoLastEntry } from '../../../db/features/live-entries.ts';
import { endBreak, saveBreak, startBreak } from '../../../db/features/meeting-times.ts';
import { addPresence, removeAttendee, setAttendee } from '../../../db/features/presence.ts';
import { putOffFrom } from '../../../db/features/put-off.ts';
import { decide } from '../../../db/features/wording.ts';
import { localTimeSchema } from '../../../db/model/dates.ts';
import { decisionTypeSchema } from '../../../db/model/decision.ts';
import { idSchema } from '../../../db/model/identity.ts';
import {
  attendanceEventSchema,
  attendeeInputSchema,
  conflictInputSchema,
  dissentInputSchema,
  electionInputSchema,
  presenceInputSchema,
  proposalInputSchema,
  voteInputSchema,
} from '../../../db/model/meeting.ts';
import { phrase } from '../../../db/model/phrases.ts';
import { SEEN_SCHEMAS, type Removable, type SeenKind } from '../../../db/model/seen.ts';
import { router, writeProcedure, type Topic } from '../context.ts';

const meetingId = v.object({ meetingId: idSchema });
const atTime = v.object({ meetingId: idSchema, time: localTimeSchema });
const version = v.pipe(v.number(), v.integer());
/** A new row (`id`, `seen`: null), or a change of one with what the window had seen of it. */
const saved = <T extends v.GenericSchema, K extends SeenKind>(schema: T, kind: K) =>
  v.pipe(
    v.object({
      id: v.nullish(idSchema, null),
      values: schema,
      seen: v.nullish(SEEN_SCHEMAS[kind], null),
    }),
    v.check(({ id, seen }) => id === null || seen !== null, 'required'),
  );
const removal = <K extends Removable>(what: K) =>
  v.object({ what: v.literal(what), id: idSchema, seen: SEEN_SCHEMAS[what] });
const topic = (id: string): Topic => `meeting:${id}`;

export const liveRouter = router({
  attendance: writeProcedure.input(attendanceEventSchema).mutation(async ({ ctx, input }) => {
    await asEntry(
      ctx.trx,
      () => noteAttendance(ctx.trx, input, ctx.today()),
      () => ({ ...input, kind: input.event }),
    );
    ctx.changed(topic(input.meetingId));
  }),
  /** Takes the last entry back and tells what it was; `undone` is null when there is none. */
  undo: writeProcedure.input(meetingId).mutation(async ({ ctx, input }) => {
    const undone = await undoLastEntry(ctx.trx, input.meetingId);
    ctx.changed('meetings', 'tasks', topic(input.meetingId));
    return { undone };
  }),
  /** A stretch of presence noted afterwards. */
  addPresence: writeProcedure.input(presenceInputSchema).mutation(async ({ ctx, input }) => {
    const added = await asEntry(
      ctx.trx,
      () => addPresence(ctx.trx, input),
      () => ({ ...input, itemId: input.firstItemId, kind: 'presence', time: input.arrivedAt }),
    );
    ctx.changed(topic(input.meetingId));
    return added;
  }),
  changeInterval: writeProcedure
    .input(
      v.object({
        id: idSchema,
        seen: SEEN_SCHEMAS.interval,
        arrivedAt: v.optional(v.nullable(localTimeSchema)),
        leftAt: v.optional(v.nullable(localTimeSchema)),
        firstItemId: v.optional(v.nullable(idSchema)),
        lastItemId: v.optional(v.nullable(idSchema)),
        remote: v.optional(v.boolean()),
        speakerOnly: v.optional(v.boolean()),
        open: v.optional(v.boolean()),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { id, seen, ...change } = input;
      const result = await asEntry(
        ctx.trx,
        () => changeInterval(ctx.trx, id, change, seen),
        (whose) => ({ ...whose, kind: 'presence' }),
      );
      ctx.changed(topic(result.meetingId));
    }),
  removeInterval: writeProcedure
    .input(v.object({ id: idSchema, seen: SEEN_SCHEMAS.interval }))
    .mutation(async ({ ctx, input }) => {
      const result = await asEntry(
        ctx.trx,
        () => removeInterval(ctx.trx, input.id, input.seen),
        (whose) => ({ ...whose, kind: 'presence_removed' }),
      );
      ctx.changed(topic(result.meetingId));
    }),
  /** Title and capacity of somebody who attends. */
  setAttendee: writeProcedure
    .input(v.object({ ...attendeeInputSchema.entries, seen: SEEN_SCHEMAS.attendee }))
    .mutation(async ({ ctx, input }) => {
      await asEntry(
        ctx.trx,
        () => setAttendee(ctx.trx, input, input.seen),
        () => ({ meetingId: input.meetingId, personId: input.personId, kind: 'attendee' }),
      );
      ctx.changed(topic(input.meetingId));
    }),
  removeAttendee: writeProcedure
    .input(v.object({ meetingId: idSchema, personId: idSchema, seen: v.array(SEEN_SCHEMAS.interval) }))
    .mutation(async ({ ctx, input: { seen, ...input } }) => {
      await asEntry(
        ctx.trx,
        () => removeAttendee(ctx.trx, input, seen),
        () => ({ ...input, kind: 'attendee_removed' }),
      );
      ctx.changed(topic(input.meetingId));
    }),
  /** The meeting is interrupted; the item being dealt with stays. */
  startBreak: writeProcedure.input(atTime).mutation(async ({ ctx, input }) => {
    await asEntry(
      ctx.trx,
      () => startBreak(ctx.trx, input.meetingId, input.time),
      ({ itemId }) => ({ ...input, itemId, kind: 'break' }),
    );
    ctx.changed(topic(input.meetingId));
  }),
  endBreak: writeProcedure.input(atTime).mutation(async ({ ctx, input }) => {
    await asEntry(
      ctx.trx,
      () => endBreak(ctx.trx, input.meetingId, input.time),
      () => ({ ...input, kind: 'break' }),
    );
    ctx.changed(topic(input.meetingId));
  }),
  /** Notes a break afterwards, corrects it, or removes it (`times: null`). */
  saveBreak: writeProcedure
    .input(
      v.object({
        meetingId: idSchema,
        id: v.nullish(idSchema, null),
        itemId: v.nullish(idSchema, null),
        times: v.nullable(v.object({ startedAt: localTimeSchema, endedAt: v.nullable(localTimeSchema) })),
        /** The break as the window knew it; null: a new one. */
        seen: v.nullable(SEEN_SCHEMAS.break),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await asEntry(
        ctx.trx,
        () => saveBreak(ctx.trx, input, input.seen),
        () => ({
          meetingId: input.meetingId,
          itemId: input.itemId,
          kind: 'break',
          time: input.times?.startedAt,
        }),
      );
      ctx.changed(topic(input.meetingId));
    }),
  saveConflict: writeProcedure
    .input(v.object({ values: conflictInputSchema, seen: v.nullable(SEEN_SCHEMAS.conflict) }))
    .mutation(async ({ ctx, input: { values, seen } }) => {
      const result = await asEntry(
        ctx.trx,
        () => addConflict(ctx.trx, values, seen),
        (answer) => ({
          meetingId: answer.meetingId,
          itemId: values.itemId,
          personId: values.personId,
          kind: 'conflict',
          time: values.leftAt,
        }),
      );
      ctx.changed(topic(result.meetingId));
      return { id: result.id };
    }),
  saveProposal: writeProcedure
    .input(saved(proposalInputSchema, 'proposal'))
    .mutation(async ({ ctx, input }) => {
      const result = await asEntry(
        ctx.trx,
        () => saveProposal(ctx.trx, input.id, input.values, input.seen ?? undefined),
        (answer) => ({
          meetingId: answer.meetingId,
          itemId: input.values.itemId,
          personId: input.values.proposerId,
          kind: 'proposal',
        }),
      );
      ctx.changed(topic(result.meetingId));
      return { id: result.id };
    }),
  saveVote: writeProcedure.input(saved(voteInputSchema, 'vote')).mutation(async ({ ctx, input }) => {
    const result = await asEntry(
      ctx.trx,
      () => saveVote(ctx.trx, input.id, input.values, input.seen ?? undefined),
      (answer) => ({ meetingId: answer.meetingId, itemId: input.values.itemId, kind: 'vote' }),
    );
    ctx.changed(topic(result.meetingId));
    return { id: result.id };
  }),
  saveElection: writeProcedure
    .input(saved(electionInputSchema, 'election'))
    .mutation(async ({ ctx, input }) => {
      const result = await asEntry(
        ctx.trx,
        () => saveElection(ctx.trx, input.id, input.values, input.seen ?? undefined),
        (answer) => ({ meetingId: answer.meetingId, itemId: input.values.itemId, kind: 'election' }),
      );
      ctx.changed(topic(result.meetingId));
      return { id: result.id };
    }),
  saveDissent: writeProcedure.input(saved(dissentInputSchema, 'dissent')).mutation(async ({ ctx, input }) => {
    const titleOf = (person: string, language: 'fi' | 'sv' | 'en'): string =>
      phrase(ctx.resources.phrases(), 'dissent.attachmentTitle', language, { person });
    const result = await asEntry(
      ctx.trx,
      () => saveDissent(ctx.trx, input.id, input.values, titleOf, input.seen ?? undefined),
      (answer) => ({
        meetingId: answer.meetingId,
        itemId: input.values.itemId,
        personId: input.values.personId,
        kind: 'dissent',
      }),
    );
    ctx.changed(topic(result.meetingId));
    return { id: result.id };
  }),
  /** Removes what was noted by mistake, unless another window has changed it since. */
  remove: writeProcedure
    .input(
      v.variant('what', [
        removal('conflict'),
        removal('proposal'),
        removal('vote'),
        removal('election'),
        removal('dissent'),
      ]),
    )
    .mutation(async ({ ctx, input }) => {
      const result = await asEntry(
        ctx.trx,
        () => removeFromItem(ctx.trx, input.what, input.id, input.seen),
        (answer) => ({ ...answer, kind: `${input.what}_removed` as const }),
      );
      ctx.changed(topic(result.meetingId));
    }),
  /** Records the kind of decision; an empty text gets the standard words. */
  decide: writeProcedure
    .input(
      v.object({
        itemId: idSchema,
        version,
        type: v.nullable(decisionTypeSchema),
        seen: SEEN_SCHEMAS.decision,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const result = await asEntry(
        ctx.trx,
        () => decide(ctx.trx, input, ctx.resources.phrases(), ctx.resources.agendaTemplates()),
        (answer) => ({ meetingId: answer.meetingId, itemId: input.itemId, kind: 'decision' }),
      );
      ctx.changed(topic(result.meetingId));
      return { version: result.version };
    }),
  /** Leaves an item and the undecided ones after it to the next meeting: all that a board without a quorum can do. */
  putOff: writeProcedure.input(v.object({ itemId: idSchema })).mutation(async ({ ctx, input }) => {
    const result = await asEntry(
      ctx.trx,
      () => putOffFrom(ctx.trx, input.itemId, ctx.resources.phrases(), ctx.resources.agendaTemplates()),
      (answer) => ({ meetingId: answer.meetingId, itemId: input.itemId, kind: 'put_off' }),
    );
    ctx.changed(topic(result.meetingId));
    return { count: result.count };
  }),
});
