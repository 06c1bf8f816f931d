/** The communication plan, as the window calls it. */
import path from 'node:path';
import * as v from 'valibot';
import { getBoard } from '../../../db/features/boards.ts';
import {
  listPlan,
  notePlanDone,
  planLinks,
  removePlanEntry,
  restorePlanEntry,
  savePlanEntry,
} from '../../../db/features/communication-plan.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import { planEntrySchema } from '../../../db/model/communication-plan.ts';
import { isoDateSchema } from '../../../db/model/dates.ts';
import { fileName } from '../../../db/model/identifiers.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { PLAN_WORDS, printPlan } from '../../../db/model/print-communication-plan.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';
import { dayCalendar } from '../day-calendar.ts';
import { publishError, writeFileSafely } from '../write-file.ts';

const byId = v.object({ id: idSchema });
const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200));
const format = v.picklist(['pdf', 'ics']);
const asFile = { boardId: idSchema, year, language: languageSchema, format };

export const communicationRouter = router({
  list: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(({ ctx, input }) => listPlan(ctx.db, input.boardId, ctx.today())),

  links: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(({ ctx, input }) => planLinks(ctx.db, input.boardId)),

  save: writeProcedure
    .input(
      v.object({
        id: v.nullable(idSchema),
        boardId: idSchema,
        version: v.pipe(v.number(), v.integer()),
        values: planEntrySchema,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const saved = await savePlanEntry(ctx.trx, input);
      ctx.changed('communication');
      return saved;
    }),

  noteDone: writeProcedure
    .input(
      v.object({
        id: idSchema,
        doneOn: v.nullable(isoDateSchema),
        outcome: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2_000, 'too_long')), ''),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await notePlanDone(ctx.trx, input, ctx.today());
      ctx.changed('communication');
    }),

  remove: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removePlanEntry(ctx.trx, input.id);
    ctx.changed('communication');
    return removal;
  }),

  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restorePlanEntry(ctx.trx, input);
    ctx.changed('communication');
  }),

  fileName: readProcedure.input(v.object(asFile)).query(async ({ ctx, input }) => {
    if (input.format === 'pdf') ctx.expectDocument();
    const board = await getBoard(ctx.db, input.boardId);
    return {
      name: fileName({
        date: null,
        board: board.shortName,
        documentType: 'viestintasuunnitelma',
        number: String(input.year),
        extension: input.format,
      }),
    };
  }),

  export: readProcedure
    .input(v.object({ ...asFile, target: v.string() }))
    .mutation(async ({ ctx, input, signal }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const board = await getBoard(ctx.db, input.boardId);
      const { language } = input;
      const words = PLAN_WORDS[language];
      const rows = (await listPlan(ctx.db, input.boardId, ctx.today()))
        .filter(({ plannedOn }) => plannedOn.startsWith(`${input.year}-`))
        .map((row) => ({
          ...row,
          responsible: [row.responsible, row.responsiblePerson?.name ?? ''].filter(Boolean).join(', '),
        }));
      if (input.format === 'ics') {
        const text = dayCalendar(
          `${words.type} ${input.year} – ${board.nameFi}`,
          rows
            .filter(({ state }) => state !== 'done')
            .map((row) => ({
              id: row.id,
              version: row.version,
              date: row.plannedOn,
              title: row.title,
              lines: [`${row.audience} · ${words.channels[row.channel]}`, row.responsible, row.message],
            })),
          new Date().toISOString(),
        );
        await writeFileSafely(target.path, Buffer.from(text, 'utf8'));
      } else {
        const result = await ctx.publish(
          {
            format: 'pdf',
            document: printPlan(rows, input.year, board.nameFi, ctx.today(), language),
            createdAt: Math.floor(Date.now() / 1000),
          },
          signal,
        );
        if (!result.ok) throw publishError(result.error, target.name);
        await writeFileSafely(target.path, result.bytes);
      }
      return { name: path.basename(target.path) };
    }),
});
