/** Attachments of organisations as the window calls them; their content goes through `files`. */
import * as v from 'valibot';
import {
  addOrganisationAttachment,
  organisationAttachments,
  organisationAttachmentSchema,
  removeOrganisationAttachment,
  renameOrganisationAttachment,
  restoreOrganisationAttachment,
} from '../../../db/features/organisation-attachments.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import { attachmentTitleSchema } from '../../../db/model/attachment.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';

export const organisationFilesRouter = router({
  list: readProcedure
    .input(v.object({ organisationId: idSchema }))
    .query(({ ctx, input }) => organisationAttachments(ctx.db, input.organisationId)),

  attach: writeProcedure.input(organisationAttachmentSchema).mutation(async ({ ctx, input }) => {
    const added = await addOrganisationAttachment(ctx.trx, input, ctx.today());
    ctx.changed('organisations');
    return added;
  }),

  rename: writeProcedure
    .input(v.object({ id: idSchema, title: attachmentTitleSchema }))
    .mutation(async ({ ctx, input }) => {
      await renameOrganisationAttachment(ctx.trx, input.id, input.title);
      ctx.changed('organisations');
    }),

  /** Answers what `restore` needs to undo it. */
  remove: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    const removal = await removeOrganisationAttachment(ctx.trx, input.id);
    ctx.changed('organisations');
    return removal;
  }),

  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreOrganisationAttachment(ctx.trx, input, 'organisationFiles.remove');
    ctx.changed('organisations');
  }),
});
