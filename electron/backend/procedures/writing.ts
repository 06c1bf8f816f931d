/** Writing: earlier versions of an item's texts, and what can be and is mentioned in them. */
import * as v from 'valibot';
import { itemHistory, restoreRevision, revisionParts } from '../../../db/features/item-history.ts';
import { mentionChoices, mentionPlaces } from '../../../db/features/mentions.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { HISTORY_PARTS } from '../../../db/model/item-history.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { MENTION_ENTITIES } from '../../../db/model/rich-text.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';

const revisionId = v.pipe(v.number(), v.integer(), v.minValue(1));

export const historyRouter = router({
  /** The writing sessions of an item, newest first. */
  ofItem: readProcedure
    .input(v.object({ itemId: idSchema }))
    .query(async ({ ctx, input }) => await itemHistory(ctx.db, input.itemId)),
  /** The texts of one session: before it, at its end, and now. */
  revision: readProcedure
    .input(v.object({ itemId: idSchema, revisionId }))
    .query(async ({ ctx, input }) => await revisionParts(ctx.db, input.itemId, input.revisionId)),
  /** Puts one part of an older version back, as a new change. Its name in the log is that of model/item-history. */
  restore: writeProcedure
    .input(
      v.object({
        itemId: idSchema,
        version: v.pipe(v.number(), v.integer()),
        revisionId,
        part: v.picklist(HISTORY_PARTS),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { version, meetingId, text } = await restoreRevision(ctx.trx, input);
      ctx.changed(`meeting:${meetingId}`);
      return { version, text };
    }),
});

export const mentionsRouter = router({
  /** What can be mentioned, by the beginning of its name; usual ones without a text. */
  choices: readProcedure
    .input(
      v.object({
        text: v.pipe(v.string(), v.maxLength(200)),
        boardId: idSchema,
        language: languageSchema,
        entity: v.optional(v.picklist(MENTION_ENTITIES)),
      }),
    )
    .query(async ({ ctx, input }) => await mentionChoices(ctx.db, input)),
  /** The items whose texts mention somebody or something. */
  places: readProcedure
    .input(v.object({ entity: v.picklist(MENTION_ENTITIES), id: idSchema }))
    .query(async ({ ctx, input }) => await mentionPlaces(ctx.db, input)),
});
