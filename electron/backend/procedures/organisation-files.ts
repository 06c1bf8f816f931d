/** Attachments of organisations as the window calls them; their content goes through `files`. */
import * as v from 'valibot';
import {
  ORGANISATION_FILES,
  organisationAttachmentSchema,
} from '../../../db/features/organisation-attachments.ts';
import {
  addOwnedFile,
  ownedFiles,
  removeOwnedFile,
  renameOwnedFile,
  restoreOwnedFile,
} from '../../../db/features/owned-files.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import { attachmentTitleSchema } from '../../../db/model/attachment.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';

export const organisationFilesRouter = router({
  list: readProcedure
    .input(v.object({ organisationId: idSchema }))
    .query(({ ctx, input }) => ownedFiles(ctx.db, ORGANISATION_FILES, input.organisationId)),

  attach: writeProcedure.input(organisationAttachmentSchema).mutation(async ({ ctx, input }) => {
    const added = await addOwnedFile(ctx.trx, ORGANISATION_FILES, input.organisationId, input, ctx.today());
    ctx.changed('organisations');
    return added;
  }),

  rename: writeProcedure
    .input(v.object({ id: idSchema, title: attachmentTitleSchema }))
    .mutation(async ({ ctx, input }) => {
      await renameOwnedFile(ctx.trx, ORGANISATION_FILES, input.id, input.title);
      ctx.changed('organisations');
    }),

  /** Answers what `restore` needs to undo it. */
  remove: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    const removal = await removeOwnedFile(ctx.trx, ORGANISATION_FILES, input.id);
    ctx.changed('organisations');
    return removal;
  }),

  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreOwnedFile(ctx.trx, ORGANISATION_FILES, input, 'organisationFiles.remove');
    ctx.changed('organisations');
  }),
});
