/** Old minutes: a stored file read apart, reviewed and accepted. */
import * as v from 'valibot';
import { write } from '../../../db/core/open.ts';
import { contentFacts, dropUnused, readContent } from '../../../db/features/files.ts';
import {
  acceptOldMinutes,
  importOldMinutes,
  listOldMinutes,
  oldMinutesView,
  removeOldMinutes,
  reopenReview,
  saveReview,
} from '../../../db/features/old-minutes.ts';
import { sha256Schema } from '../../../db/model/attachment.ts';
import { AppError } from '../../../db/model/errors.ts';
import { cleanFileName } from '../../../db/model/file-name.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { oldMinutesSchema, reviewSchema } from '../../../db/model/old-minutes.ts';
import type { ExtractResult } from '../../publish/extract-messages.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';

const one = v.object({ id: idSchema });
const version = v.pipe(v.number(), v.integer());
/** Larger files are no minutes. */
const LARGEST = 60 * 1024 * 1024;

export const oldMinutesRouter = router({
  list: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(async ({ ctx, input }) => await listOldMinutes(ctx.db, input.boardId)),
  get: readProcedure.input(one).query(async ({ ctx, input }) => await oldMinutesView(ctx.db, input.id)),
  /** Reads a stored file in a process of its own. What cannot be read is said, and nothing is written. */
  import: readProcedure
    .input(
      v.object({
        boardId: idSchema,
        sha256: sha256Schema,
        name: v.pipe(v.string(), v.maxLength(1_000, 'too_long')),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const file = cleanFileName(input.name);
      const { mediaType, byteSize } = await contentFacts(ctx.db, input.sha256);
      const read: ExtractResult =
        byteSize > LARGEST
          ? { ok: false, code: 'EXTRACT_TOO_LARGE' }
          : await ctx.extract({ bytes: await readContent(ctx.db, input.sha256), mediaType });
      if (!read.ok) {
        await write(ctx.workspace.database(), ctx.actor().userName, 'oldMinutes.import', (trx) =>
          dropUnused(trx, input.sha256),
        );
        throw new AppError(read.code, { file });
      }
      const result = await write(
        ctx.workspace.database(),
        ctx.actor().userName,
        'oldMinutes.import',
        async (trx) =>
          await importOldMinutes(trx, {
            boardId: input.boardId,
            sha256: input.sha256,
            fileName: file,
            text: read.text,
            pages: read.pages,
            actor: ctx.actor().userName,
            today: ctx.today(),
          }),
      );
      ctx.announce(['meetings']);
      return result;
    }),
  saveReview: writeProcedure
    .input(v.object({ id: idSchema, version, review: reviewSchema }))
    .mutation(async ({ ctx, input }) => {
      const result = await saveReview(ctx.trx, input.id, input.version, input.review);
      ctx.changed(`meeting:${input.id}`);
      return result;
    }),
  accept: writeProcedure
    .input(v.object({ id: idSchema, version, values: oldMinutesSchema }))
    .mutation(async ({ ctx, input }) => {
      await acceptOldMinutes(ctx.trx, input.id, input.version, input.values);
      ctx.changed('meetings');
    }),
  reopen: writeProcedure.input(one).mutation(async ({ ctx, input }) => {
    await reopenReview(ctx.trx, input.id);
    ctx.changed('meetings');
  }),
  remove: writeProcedure.input(one).mutation(async ({ ctx, input }) => {
    const { file } = await oldMinutesView(ctx.trx, input.id);
    await removeOldMinutes(ctx.trx, input.id);
    // The window has asked, and there is no way back: the file goes too, unless something else still has it.
    await dropUnused(ctx.trx, file.sha256);
    ctx.changed('meetings');
  }),
});
