/** Batch export and the publication folder (julkaisukansio), as the window calls them. */
import * as v from 'valibot';
import { batchChoiceSchema } from '../../../db/model/batch-export.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { publicationSettingsSchema } from '../../../db/model/publication.ts';
import { exportBatch } from '../batch-export.ts';
import { readProcedure, router } from '../context.ts';
import { wireError } from '../errors.ts';
import { progressing } from '../progress.ts';
import { publicationList, publishFolder } from '../publication-folder.ts';

export const publishingRouter = router({
  /** The years and terms of which a board has something to export, the newest first. */
  periods: readProcedure.input(v.object({ boardId: idSchema })).query(async ({ ctx, input }) => {
    const held = await ctx.db
      .selectFrom('meeting')
      .select('held_on')
      .where('board_id', '=', input.boardId)
      .where('state', 'in', ['closed', 'under_examination', 'examined', 'published'])
      .execute();
    const terms = await ctx.db
      .selectFrom('term')
      .select(['starts_on as startsOn', 'ends_on as endsOn'])
      .where('board_id', '=', input.boardId)
      .orderBy('starts_on', 'desc')
      .execute();
    const years = [...new Set(held.map(({ held_on }) => Number(held_on.slice(0, 4))))];
    return { years: years.sort((a, b) => b - a), terms };
  }),
  /** Writes the documents into a folder that the user chose; the last word is the report. */
  batch: readProcedure
    .input(v.object({ choice: batchChoiceSchema, target: v.string() }))
    .subscription(async function* ({ ctx, input, signal }) {
      const target = ctx.grants.resolve(input.target, 'write');
      const { language } = ctx.actor();
      yield* progressing(signal, (between) =>
        exportBatch(ctx.db, target.path, input.choice, {
          language,
          today: ctx.today(),
          phrases: ctx.resources.phrases(),
          publish: (job, end) => ctx.publish(job, end),
          say: (error) => wireError(error, language),
          progress: between,
          signal,
        }),
      );
    }),
  /** What is set for the publication in a folder; the program's own beginning where there is none. */
  folderSettings: readProcedure.input(v.object({ target: v.string() })).query(({ ctx, input }) => {
    const target = ctx.grants.resolve(input.target, 'write');
    const list = publicationList(target.path);
    return {
      isPublication: list !== null,
      settings: v.parse(publicationSettingsSchema, list?.settings ?? {}),
    };
  }),
  /** Makes the publication or brings it up to date; the last word is the report. */
  folder: readProcedure
    .input(
      v.object({
        boardId: idSchema,
        target: v.string(),
        settings: publicationSettingsSchema,
        among: v.optional(v.boolean(), false),
        replace: v.optional(v.boolean(), false),
        remove: v.optional(v.boolean(), false),
      }),
    )
    .subscription(async function* ({ ctx, input, signal }) {
      const { target: grant, ...choice } = input;
      const target = ctx.grants.resolve(grant, 'write');
      yield* progressing(signal, (between) =>
        publishFolder(ctx.db, target.path, choice, {
          today: ctx.today(),
          phrases: ctx.resources.phrases(),
          publish: (job, end) => ctx.publish(job, end),
          progress: between,
          signal,
        }),
      );
    }),
});
