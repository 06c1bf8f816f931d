/** Theme areas with their logic models, as the window calls them. */
import path from 'node:path';
import * as v from 'valibot';
import { getBoard } from '../../../db/features/boards.ts';
import {
  addCard,
  changeCardText,
  moveCardTo,
  removeCard,
  restoreCard,
  setArrow,
  setCardLink,
} from '../../../db/features/logic-cards.ts';
import { listThemes, removeTheme, saveTheme, themeCard } from '../../../db/features/themes.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { cardTextSchema, logicStageSchema, themeInputSchema } from '../../../db/model/logic-model.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { printTheme, themePicture } from '../../../db/model/print-theme.ts';
import { PRINT, svgText } from '../../../db/model/svg.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';
import { publishError, writeFileSafely } from '../write-file.ts';

const version = v.pipe(v.number(), v.integer());
const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const arrow = { from: idSchema, to: idSchema };
const ids = v.array(idSchema);
/** Of a picture that is a file of its own. */
const PICTURE_WIDTH = 1_000;

export const themesRouter = router({
  list: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(({ ctx, input }) => listThemes(ctx.db, input.boardId)),
  get: readProcedure.input(v.object({ id: idSchema })).query(({ ctx, input }) => themeCard(ctx.db, input.id)),
  /** The logic model as a picture, or the theme area as a document with the picture in it. */
  exportDiagram: readProcedure
    .input(
      v.object({
        id: idSchema,
        format: v.picklist(['svg', 'pdf']),
        language: languageSchema,
        target: v.string(),
      }),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const theme = await themeCard(ctx.db, input.id);
      if (input.format === 'svg') {
        const picture = themePicture(theme, input.language, PRINT, PICTURE_WIDTH);
        await writeFileSafely(target.path, Buffer.from(svgText(picture), 'utf8'));
      } else {
        const board = await getBoard(ctx.db, theme.boardId);
        const document = printTheme(theme, board.nameFi, ctx.today(), input.language);
        const result = await ctx.publish(
          { format: 'pdf', document, createdAt: Math.floor(Date.now() / 1000) },
          signal,
        );
        if (!result.ok) throw publishError(result.error, target.name);
        await writeFileSafely(target.path, result.bytes);
      }
      return { name: path.basename(target.path) };
    }),
  save: writeProcedure
    .input(v.object({ id: v.nullable(idSchema), boardId: idSchema, version, values: themeInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveTheme(ctx.trx, input);
      ctx.changed('themes');
      return saved;
    }),
  remove: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    await removeTheme(ctx.trx, input.id);
    ctx.changed('themes', 'actions', 'indicators');
  }),
  addCard: writeProcedure
    .input(v.object({ themeId: idSchema, stage: logicStageSchema, text: cardTextSchema }))
    .mutation(async ({ ctx, input }) => {
      const added = await addCard(ctx.trx, input);
      ctx.changed('themes');
      return added;
    }),
  changeCard: writeProcedure
    .input(v.object({ id: idSchema, text: cardTextSchema }))
    .mutation(async ({ ctx, input }) => {
      await changeCardText(ctx.trx, input);
      ctx.changed('themes');
    }),
  /** Answers where the card was and which arrows were dropped because they would lead backwards. */
  moveCard: writeProcedure
    .input(v.object({ id: idSchema, stage: logicStageSchema, index: place }))
    .mutation(async ({ ctx, input }) => {
      const moved = await moveCardTo(ctx.trx, input);
      ctx.changed('themes');
      return moved;
    }),
  /** Answers what brings the card back. */
  removeCard: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    const removed = await removeCard(ctx.trx, input.id);
    ctx.changed('themes', 'indicators');
    return removed;
  }),
  restoreCard: writeProcedure
    .input(
      v.object({
        id: idSchema,
        themeId: idSchema,
        stage: logicStageSchema,
        text: cardTextSchema,
        index: place,
        arrows: v.array(v.object(arrow)),
        actionIds: ids,
        itemIds: ids,
        indicatorIds: ids,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await restoreCard(ctx.trx, input);
      ctx.changed('themes', 'indicators');
    }),
  setArrow: writeProcedure
    .input(v.object({ ...arrow, isThere: v.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await setArrow(ctx.trx, input);
      ctx.changed('themes');
    }),
  setCardLink: writeProcedure
    .input(
      v.pipe(
        v.object({
          cardId: idSchema,
          actionId: v.nullish(idSchema, null),
          itemId: v.nullish(idSchema, null),
          isLinked: v.boolean(),
        }),
        v.check(({ actionId, itemId }) => (actionId === null) !== (itemId === null), 'required'),
      ),
    )
    .mutation(async ({ ctx, input }) => {
      await setCardLink(ctx.trx, input);
      ctx.changed('themes', 'actions');
    }),
});
