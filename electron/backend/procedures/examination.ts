/** Examination of the minutes: rounds, remarks, approvals, publication, corrections. */
import * as v from 'valibot';
import { addCorrection, publish } from '../../../db/features/after-examination.ts';
import { examinationView } from '../../../db/features/examination-facts.ts';
import {
  addRemark,
  approve,
  finishExamination,
  reopenExamination,
  resolveRemark,
  returnForCorrection,
  startExamination,
  withdrawApproval,
} from '../../../db/features/examination.ts';
import { examineItem, withdrawItemExamination } from '../../../db/features/item-examination.ts';
import { localTimeSchema } from '../../../db/model/dates.ts';
import {
  approvalSchema,
  correctionSchema,
  finishExaminationSchema,
  publishSchema,
  remarkSchema,
  resolveRemarkSchema,
  returnSchema,
  startExaminationSchema,
} from '../../../db/model/examination.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { readProcedure, router, writeProcedure, type Topic } from '../context.ts';
import { REGISTER_TOPICS } from './effects.ts';

const topic = (id: string): Topic => `meeting:${id}`;

export const examinationRouter = router({
  get: readProcedure
    .input(v.object({ meetingId: idSchema }))
    .query(async ({ ctx, input }) => await examinationView(ctx.db, input.meetingId)),
  start: writeProcedure.input(startExaminationSchema).mutation(async ({ ctx, input }) => {
    const result = await startExamination(ctx.trx, input, ctx.resources.phrases());
    ctx.changed('meetings', topic(input.meetingId));
    return result;
  }),
  addRemark: writeProcedure.input(remarkSchema).mutation(async ({ ctx, input }) => {
    const result = await addRemark(ctx.trx, input);
    ctx.changed(topic(input.meetingId));
    return result;
  }),
  resolveRemark: writeProcedure.input(resolveRemarkSchema).mutation(async ({ ctx, input }) => {
    const result = await resolveRemark(ctx.trx, input);
    ctx.changed(topic(result.meetingId));
  }),
  approve: writeProcedure.input(approvalSchema).mutation(async ({ ctx, input }) => {
    await approve(ctx.trx, input);
    ctx.changed('meetings', topic(input.meetingId));
  }),
  withdrawApproval: writeProcedure
    .input(v.object({ meetingId: idSchema, personId: idSchema }))
    .mutation(async ({ ctx, input }) => {
      await withdrawApproval(ctx.trx, input);
      ctx.changed('meetings', topic(input.meetingId));
    }),
  finish: writeProcedure.input(finishExaminationSchema).mutation(async ({ ctx, input }) => {
    const result = await finishExamination(ctx.trx, input, ctx.actor().userName, new Date().toISOString());
    ctx.changed(topic(input.meetingId), ...REGISTER_TOPICS);
    return result;
  }),
  /** Back to be corrected, with the reason. */
  returnForCorrection: writeProcedure.input(returnSchema).mutation(async ({ ctx, input }) => {
    await returnForCorrection(ctx.trx, input);
    ctx.changed('meetings', topic(input.meetingId));
  }),
  /** Opens examined minutes again, with the reason. */
  reopen: writeProcedure.input(returnSchema).mutation(async ({ ctx, input }) => {
    const result = await reopenExamination(ctx.trx, input);
    ctx.changed('meetings', topic(input.meetingId));
    return result;
  }),
  publish: writeProcedure.input(publishSchema).mutation(async ({ ctx, input }) => {
    await publish(ctx.trx, input);
    ctx.changed('meetings', topic(input.meetingId));
  }),
  addCorrection: writeProcedure.input(correctionSchema).mutation(async ({ ctx, input }) => {
    const result = await addCorrection(ctx.trx, input, ctx.actor().userName);
    ctx.changed(topic(input.meetingId));
    return result;
  }),
  /** A § is examined at once in the meeting. */
  examineItem: writeProcedure
    .input(v.object({ itemId: idSchema, time: v.nullish(localTimeSchema, null) }))
    .mutation(async ({ ctx, input }) => {
      const result = await examineItem(ctx.trx, input.itemId, input.time);
      ctx.changed(topic(result.meetingId), ...REGISTER_TOPICS);
      return result.effects;
    }),
  withdrawItemExamination: writeProcedure
    .input(v.object({ itemId: idSchema }))
    .mutation(async ({ ctx, input }) => {
      const result = await withdrawItemExamination(ctx.trx, input.itemId);
      ctx.changed(topic(result.meetingId), ...REGISTER_TOPICS);
    }),
});
