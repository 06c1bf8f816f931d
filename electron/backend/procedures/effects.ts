/** Effects of decisions on the register (päätösten vaikutukset rekisteriin) as the window calls them. */
import * as v from 'valibot';
import { boardEffects } from '../../../db/features/board-effects.ts';
import { effectViews } from '../../../db/features/effect-records.ts';
import {
  applyEffect,
  confirmEffect,
  dismissEffect,
  removeEffect,
  reverseEffect,
  saveEffect,
} from '../../../db/features/register-effects.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { registerEffectSchema } from '../../../db/model/register-effect.ts';
import { readProcedure, router, writeProcedure, type Topic } from '../context.ts';

const byId = v.object({ id: idSchema });
const withReason = v.object({
  id: idSchema,
  reason: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(500, 'too_long')),
});
const topic = (id: string): Topic => `meeting:${id}`;
/** What an applied effect may have changed. */
export const REGISTER_TOPICS: readonly Topic[] = [
  'boards',
  'persons',
  'organisations',
  'tasks',
  'meetings',
  'practices',
];

export const effectsRouter = router({
  ofMeeting: readProcedure
    .input(v.object({ meetingId: idSchema }))
    .query(async ({ ctx, input }) => await effectViews(ctx.db, input.meetingId, ctx.today())),
  /** All effects of a board, those that wait for the secretary first. */
  ofBoard: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(async ({ ctx, input }) => await boardEffects(ctx.db, input.boardId, ctx.today())),
  save: writeProcedure
    .input(
      v.object({
        id: v.nullish(idSchema, null),
        version: v.nullish(v.pipe(v.number(), v.integer()), null),
        itemId: idSchema,
        effect: registerEffectSchema,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const saved = await saveEffect(ctx.trx, input);
      ctx.changed(topic(saved.meetingId));
      return saved;
    }),
  remove: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const { meetingId } = await removeEffect(ctx.trx, input.id);
    ctx.changed(topic(meetingId));
  }),
  /** The decision, which differs from the proposal, means the effect. */
  confirm: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const { meetingId } = await confirmEffect(ctx.trx, input.id);
    ctx.changed(topic(meetingId));
  }),
  /** Applies an effect that waited or was taken back. */
  applyNow: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const { meetingId, isApplied } = await applyEffect(ctx.trx, input.id, ctx.today());
    ctx.changed(topic(meetingId), ...REGISTER_TOPICS);
    return { isApplied };
  }),
  dismiss: writeProcedure.input(withReason).mutation(async ({ ctx, input }) => {
    const { meetingId } = await dismissEffect(ctx.trx, { ...input, on: ctx.today() });
    ctx.changed(topic(meetingId), 'meetings');
  }),
  reverse: writeProcedure.input(withReason).mutation(async ({ ctx, input }) => {
    const { meetingId } = await reverseEffect(ctx.trx, { ...input, on: ctx.today() });
    ctx.changed(topic(meetingId), ...REGISTER_TOPICS);
  }),
});
