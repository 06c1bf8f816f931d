/** Retention and disposal (säilytysajat ja hävittäminen) as the window calls them. */
import path from 'node:path';
import * as v from 'valibot';
import {
  approveDisposal,
  carryOutDisposal,
  changeRetention,
  listProposals,
  proposal,
  proposeDisposal,
  retentionRules,
  withdrawDisposal,
} from '../../../db/features/disposal.ts';
import { privacySettings } from '../../../db/features/privacy.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { printDisposal } from '../../../db/model/print-disposal.ts';
import {
  approvalSchema,
  proposalInputSchema,
  retentionChangeSchema,
} from '../../../db/model/retention-rules.ts';
import { procedure, readProcedure, router, writeProcedure } from '../context.ts';
import { publishError, writeFileSafely } from '../write-file.ts';

const one = v.object({ id: idSchema });

export const retentionRouter = router({
  /** Every group with its time, why it is so, and what of it is due. */
  rules: readProcedure.query(({ ctx }) => retentionRules(ctx.db, ctx.today())),

  change: writeProcedure.input(retentionChangeSchema).mutation(async ({ ctx, input }) => {
    await changeRetention(ctx.trx, input, { actor: ctx.actor().userName, today: ctx.today() });
    ctx.changed('privacy');
  }),

  proposals: readProcedure.query(({ ctx }) => listProposals(ctx.db)),

  propose: writeProcedure.input(proposalInputSchema).mutation(async ({ ctx, input }) => {
    const made = await proposeDisposal(ctx.trx, input, {
      actor: ctx.actor().userName,
      today: ctx.today(),
    });
    ctx.changed('privacy');
    return made;
  }),

  approve: writeProcedure.input(approvalSchema).mutation(async ({ ctx, input }) => {
    await approveDisposal(ctx.trx, input);
    ctx.changed('privacy');
  }),

  withdraw: writeProcedure.input(one).mutation(async ({ ctx, input }) => {
    await withdrawDisposal(ctx.trx, input.id);
    ctx.changed('privacy');
  }),

  /** There is no undo. Its own transactions, because an erasure searches the file after its commit. */
  carryOut: procedure.input(one).mutation(async ({ ctx, input }) => {
    const result = await carryOutDisposal(ctx.workspace.database(), input.id, {
      actor: ctx.actor().userName,
      today: ctx.today(),
      instant: new Date().toISOString(),
    });
    ctx.announce(['privacy', 'persons', 'organisations', 'boards', 'meetings', 'tasks']);
    return result;
  }),

  print: readProcedure
    .input(v.object({ id: idSchema, language: languageSchema, target: v.string() }))
    .mutation(async ({ ctx, input, signal }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const { settings } = await privacySettings(ctx.db);
      const board = await ctx.db.selectFrom('board').select('name_fi').orderBy('position').executeTakeFirst();
      const document = printDisposal(
        {
          ...(await proposal(ctx.db, input.id)),
          controller: settings.controller === '' ? (board?.name_fi ?? '') : settings.controller,
        },
        input.language,
      );
      const result = await ctx.publish(
        { format: 'pdf', document, createdAt: Math.floor(Date.now() / 1000) },
        signal,
      );
      if (!result.ok) throw publishError(result.error, target.name);
      await writeFileSafely(target.path, result.bytes);
      return { name: path.basename(target.path) };
    }),
});
