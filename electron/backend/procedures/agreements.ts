/** Agreements (sopimukset), as the window calls them. */
import path from 'node:path';
import * as v from 'valibot';
import { agreementCard, listAgreements } from '../../../db/features/agreement-views.ts';
import {
  AGREEMENT_LINKS,
  noteSignatures,
  removeAgreement,
  renewAgreement,
  restoreAgreement,
  saveAgreement,
  setAgreementLink,
  terminateAgreement,
  undoSignatures,
} from '../../../db/features/agreements.ts';
import { agreementToClock } from '../../../db/features/agreement-clock.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import { agreementInputSchema, signatureSchema } from '../../../db/model/agreement.ts';
import { isoDateSchema } from '../../../db/model/dates.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { agreementCalendar } from '../agreement-calendar.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';
import { writeFileSafely } from '../write-file.ts';

const version = v.pipe(v.number(), v.integer());
const byId = v.object({ id: idSchema });
const ids = v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(400));

export const agreementsRouter = router({
  list: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(({ ctx, input }) => listAgreements(ctx.db, input.boardId, ctx.today())),
  get: readProcedure.input(byId).query(({ ctx, input }) => agreementCard(ctx.db, input.id, ctx.today())),
  save: writeProcedure
    .input(v.object({ id: v.nullable(idSchema), boardId: idSchema, version, values: agreementInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveAgreement(ctx.trx, input);
      ctx.changed('agreements');
      return saved;
    }),
  remove: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeAgreement(ctx.trx, input.id);
    ctx.changed('agreements');
    return removal;
  }),
  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreAgreement(ctx.trx, input, 'agreements.remove');
    ctx.changed('agreements');
  }),
  /** Notes signatures of several parties at once. */
  sign: writeProcedure
    .input(v.object({ partyIds: ids, values: signatureSchema }))
    .mutation(async ({ ctx, input }) => {
      const noted = await noteSignatures(ctx.trx, input, ctx.today());
      ctx.changed('agreements');
      return noted;
    }),
  undoSign: writeProcedure.input(v.object({ ids })).mutation(async ({ ctx, input }) => {
    await undoSignatures(ctx.trx, input.ids);
    ctx.changed('agreements');
  }),
  renew: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const renewed = await renewAgreement(ctx.trx, input.id);
    ctx.changed('agreements');
    return renewed;
  }),
  /** Ends an agreement before its time; null takes that back. */
  terminate: writeProcedure
    .input(
      v.object({
        id: idSchema,
        on: v.nullable(isoDateSchema),
        reason: v.pipe(v.string(), v.trim(), v.maxLength(1_000, 'too_long')),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await terminateAgreement(ctx.trx, input);
      ctx.changed('agreements');
    }),
  setLink: writeProcedure
    .input(
      v.object({
        agreementId: idSchema,
        kind: v.picklist(AGREEMENT_LINKS),
        otherId: idSchema,
        isLinked: v.boolean(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await setAgreementLink(ctx.trx, input);
      ctx.changed('agreements');
    }),
  /** Puts the last day for notice into the board's year clock. */
  toClock: writeProcedure
    .input(v.object({ id: idSchema, language: languageSchema }))
    .mutation(async ({ ctx, input }) => {
      const added = await agreementToClock(ctx.trx, input, ctx.today());
      ctx.changed('clocks');
      return added;
    }),
  /** The days to remember as an iCalendar file: of one agreement, or of all. */
  exportCalendar: readProcedure
    .input(
      v.object({
        boardId: idSchema,
        id: v.nullish(idSchema, null),
        language: languageSchema,
        target: v.string(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const file = ctx.grants.resolve(input.target, 'write');
      const all = await listAgreements(ctx.db, input.boardId, ctx.today());
      const chosen = all.filter((one) => input.id === null || one.id === input.id);
      const text = agreementCalendar(chosen, input.language, new Date().toISOString());
      await writeFileSafely(file.path, Buffer.from(text, 'utf8'));
      return { name: path.basename(file.path) };
    }),
});
