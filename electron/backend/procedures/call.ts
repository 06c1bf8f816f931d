/** The call of a meeting: versions, recipients, answers, deputies, cancellation. */
import * as v from 'valibot';
import { cancelMeeting, issue, saveInvitation, type Issuing } from '../../../db/features/call.ts';
import { callView } from '../../../db/features/call-view.ts';
import { addRecipient, callDeputy, noteReply, removeRecipient } from '../../../db/features/replies.ts';
import { cancellationSchema, invitationSchema, issueSchema, replySchema } from '../../../db/model/call.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { readProcedure, router, writeProcedure, type BackendContext, type Topic } from '../context.ts';

const meetingId = v.object({ meetingId: idSchema });
const ofPerson = v.object({ meetingId: idSchema, personId: idSchema });
const topic = (id: string): Topic => `meeting:${id}`;
const issuing = (ctx: Pick<BackendContext, 'actor' | 'resources' | 'today'>): Issuing => ({
  actor: ctx.actor().userName,
  instant: new Date().toISOString(),
  today: ctx.today(),
  phrases: ctx.resources.phrases(),
});

export const callRouter = router({
  get: readProcedure
    .input(meetingId)
    .query(async ({ ctx, input }) => await callView(ctx.db, input.meetingId)),
  /** Freezes the next version of the call, the agenda or both. */
  issue: writeProcedure.input(issueSchema).mutation(async ({ ctx, input }) => {
    const result = await issue(ctx.trx, input, issuing(ctx));
    ctx.changed('meetings', topic(input.meetingId));
    return result;
  }),
  cancel: writeProcedure.input(cancellationSchema).mutation(async ({ ctx, input }) => {
    const result = await cancelMeeting(ctx.trx, input, issuing(ctx));
    ctx.changed('meetings', topic(input.meetingId));
    return result;
  }),
  saveInvitation: writeProcedure.input(invitationSchema).mutation(async ({ ctx, input }) => {
    await saveInvitation(ctx.trx, input);
    ctx.changed('meetings', topic(input.meetingId));
  }),
  reply: writeProcedure.input(replySchema).mutation(async ({ ctx, input }) => {
    await noteReply(ctx.trx, input);
    ctx.changed('meetings', topic(input.meetingId));
  }),
  callDeputy: writeProcedure
    .input(v.object({ ...ofPerson.entries, isCalled: v.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await callDeputy(ctx.trx, { ...input, today: ctx.today() });
      ctx.changed('meetings', topic(input.meetingId));
    }),
  addRecipient: writeProcedure
    .input(
      v.object({
        ...ofPerson.entries,
        capacity: v.picklist(['expert', 'guest']),
        title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'too_long')), ''),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await addRecipient(ctx.trx, input);
      ctx.changed('meetings', topic(input.meetingId));
    }),
  removeRecipient: writeProcedure.input(ofPerson).mutation(async ({ ctx, input }) => {
    await removeRecipient(ctx.trx, input);
    ctx.changed('meetings', topic(input.meetingId));
  }),
});
