/** Files of agreements and projects as the window calls them; their content goes through `files`. */
import * as v from 'valibot';
import {
  addOwnedFile,
  newFileEntries,
  ownedFiles,
  removeOwnedFile,
  renameOwnedFile,
  restoreOwnedFile,
  type FileOwner,
} from '../../../db/features/owned-files.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import { attachmentTitleSchema } from '../../../db/model/attachment.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';

const OWNERS = {
  agreement: { table: 'agreement_file', column: 'agreement_id', owner: 'agreement' },
  project: { table: 'project_file', column: 'project_id', owner: 'project' },
} as const satisfies Record<string, FileOwner>;
const TOPICS = { agreement: 'agreements', project: 'projects' } as const;
const of = v.picklist(['agreement', 'project']);
const byId = v.object({ of, id: idSchema });

export const partnershipFilesRouter = router({
  /** @param id of the agreement or project */
  list: readProcedure.input(byId).query(({ ctx, input }) => ownedFiles(ctx.db, OWNERS[input.of], input.id)),

  attach: writeProcedure
    .input(v.object({ ...byId.entries, ...newFileEntries }))
    .mutation(async ({ ctx, input }) => {
      const added = await addOwnedFile(ctx.trx, OWNERS[input.of], input.id, input, ctx.today());
      ctx.changed(TOPICS[input.of]);
      return added;
    }),

  rename: writeProcedure
    .input(v.object({ ...byId.entries, title: attachmentTitleSchema }))
    .mutation(async ({ ctx, input }) => {
      await renameOwnedFile(ctx.trx, OWNERS[input.of], input.id, input.title);
      ctx.changed(TOPICS[input.of]);
    }),

  /** Answers what `restore` needs to undo it. */
  remove: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeOwnedFile(ctx.trx, OWNERS[input.of], input.id);
    ctx.changed(TOPICS[input.of]);
    return removal;
  }),

  restore: writeProcedure.input(v.object({ of, removal: removalSchema })).mutation(async ({ ctx, input }) => {
    await restoreOwnedFile(ctx.trx, OWNERS[input.of], input.removal, 'partnershipFiles.remove');
    ctx.changed(TOPICS[input.of]);
  }),
});
