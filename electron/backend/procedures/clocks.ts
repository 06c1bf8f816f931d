/** Clocks: their tasks, what becomes of them, and what goes out as files. */
import path from 'node:path';
import * as v from 'valibot';
import { clockTaskToIdea, clockTaskToTask, setClockDone } from '../../../db/features/clock-outcomes.ts';
import { clockView, compareClocks, listClocks } from '../../../db/features/clock-views.ts';
import {
  addClockTask,
  copyToNextYear,
  createClock,
  moveClockTask,
  removeClock,
  removeClockTask,
  restoreRemoved,
  updateClock,
  updateClockTask,
} from '../../../db/features/clocks.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import { clockInputSchema, clockTaskInputSchema, isClockMonth } from '../../../db/model/clock.ts';
import { isoDateSchema } from '../../../db/model/dates.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { clockFileSvg, clockTitle, printClock, printComparison } from '../../../db/model/print-clock.ts';
import type { PrintableDocument } from '../../../db/model/printable.ts';
import { clockCalendar } from '../clock-calendar.ts';
import { readProcedure, router, writeProcedure, type BackendContext } from '../context.ts';
import { publishError, writeFileSafely } from '../write-file.ts';

const version = v.pipe(v.number(), v.integer());
const byId = v.object({ id: idSchema });
const ofBoard = v.object({ boardId: idSchema });
const inYear = { taskId: idSchema, termYear: v.pipe(v.number(), v.integer()) };
const compared = v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(40));
const clockFormatSchema = v.picklist(['pdf', 'svg', 'ics']);

/** A name that every file system takes. */
const fileName = (title: string, ending: string): string =>
  `${title
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 120)
    .trim()}.${ending}`;

export async function exportPdf(
  ctx: Pick<BackendContext, 'grants' | 'publish'>,
  grant: string,
  document: PrintableDocument,
  signal: AbortSignal | undefined,
): Promise<{ name: string }> {
  const file = ctx.grants.resolve(grant, 'write');
  const result = await ctx.publish(
    { format: 'pdf', document, createdAt: Math.floor(Date.now() / 1000) },
    signal,
  );
  if (!result.ok) throw publishError(result.error, file.name);
  await writeFileSafely(file.path, result.bytes);
  return { name: path.basename(file.path) };
}

export const clocksRouter = router({
  /** The clocks of the board, its region and the municipalities. */
  list: readProcedure
    .input(ofBoard)
    .query(({ ctx, input }) => listClocks(ctx.db, input.boardId, ctx.today())),

  get: readProcedure.input(byId).query(({ ctx, input }) => clockView(ctx.db, input.id, ctx.today())),

  templates: readProcedure.query(({ ctx }) => ctx.resources.clockTemplates().templates),

  compare: readProcedure
    .input(v.object({ ids: compared }))
    .query(({ ctx, input }) => compareClocks(ctx.db, input.ids, ctx.today())),

  create: writeProcedure
    .input(
      v.object({
        values: clockInputSchema,
        templateKey: v.nullish(v.string(), null),
        /** Of the template's words. */
        language: v.optional(languageSchema, 'fi'),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const template = ctx.resources.clockTemplates().templates.find((one) => one.key === input.templateKey);
      const created = await createClock(ctx.trx, input.values, template ?? null, input.language);
      ctx.changed('clocks');
      return created;
    }),

  update: writeProcedure
    .input(
      v.object({
        id: idSchema,
        version,
        title: clockInputSchema.entries.title,
        center: clockInputSchema.entries.center,
        firstMonth: v.pipe(v.string(), v.check(isClockMonth, 'invalid_date')),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const saved = await updateClock(ctx.trx, input);
      ctx.changed('clocks');
      return saved;
    }),

  remove: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeClock(ctx.trx, input.id);
    ctx.changed('clocks');
    return removal;
  }),

  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreRemoved(ctx.trx, input, 'clocks.remove');
    ctx.changed('clocks');
  }),

  copyToNextYear: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const copied = await copyToNextYear(ctx.trx, input.id);
    ctx.changed('clocks');
    return copied;
  }),

  addTask: writeProcedure
    .input(v.object({ clockId: idSchema, values: clockTaskInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const added = await addClockTask(ctx.trx, input.clockId, input.values);
      ctx.changed('clocks');
      return added;
    }),

  updateTask: writeProcedure
    .input(v.object({ id: idSchema, version, values: clockTaskInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await updateClockTask(ctx.trx, input);
      ctx.changed('clocks');
      return saved;
    }),

  /** Into another month or year. */
  moveTask: writeProcedure
    .input(v.object({ id: idSchema, segment: v.pipe(v.number(), v.integer()) }))
    .mutation(async ({ ctx, input }) => {
      await moveClockTask(ctx.trx, input);
      ctx.changed('clocks');
    }),

  removeTask: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeClockTask(ctx.trx, input.id);
    ctx.changed('clocks');
    return removal;
  }),

  restoreTask: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreRemoved(ctx.trx, input, 'clocks.removeTask');
    ctx.changed('clocks');
  }),

  /** Done on a day, or with null not done. */
  setDone: writeProcedure
    .input(v.object({ ...inYear, doneOn: v.nullable(isoDateSchema) }))
    .mutation(async ({ ctx, input }) => {
      await setClockDone(ctx.trx, input);
      ctx.changed('clocks');
    }),

  /** Onto the list of ideas, for the meeting planned in its time. */
  toIdea: writeProcedure
    .input(v.object({ ...inYear, boardId: idSchema }))
    .mutation(async ({ ctx, input }) => {
      const made = await clockTaskToIdea(ctx.trx, input, ctx.today());
      ctx.changed('clocks', 'meetings');
      return made;
    }),

  toTask: writeProcedure
    .input(v.object({ ...inYear, boardId: idSchema }))
    .mutation(async ({ ctx, input }) => {
      const made = await clockTaskToTask(ctx.trx, input, ctx.today());
      ctx.changed('clocks', 'tasks');
      return made;
    }),

  fileName: readProcedure
    .input(v.object({ id: idSchema, language: languageSchema, format: clockFormatSchema }))
    .query(async ({ ctx, input }) => {
      if (input.format === 'pdf') ctx.expectDocument();
      const clock = await clockView(ctx.db, input.id, ctx.today());
      return { name: fileName(clockTitle(clock, input.language), input.format) };
    }),

  export: readProcedure
    .input(
      v.object({ id: idSchema, language: languageSchema, format: clockFormatSchema, target: v.string() }),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const clock = await clockView(ctx.db, input.id, ctx.today());
      if (input.format === 'pdf')
        return await exportPdf(ctx, input.target, printClock(clock, input.language, ctx.today()), signal);
      const file = ctx.grants.resolve(input.target, 'write');
      const text =
        input.format === 'svg'
          ? clockFileSvg(clock, input.language, ctx.today())
          : clockCalendar(clock, input.language, new Date().toISOString());
      await writeFileSafely(file.path, Buffer.from(text, 'utf8'));
      return { name: path.basename(file.path) };
    }),

  /** Clocks beside each other, as a PDF. */
  exportComparison: readProcedure
    .input(v.object({ ids: compared, language: languageSchema, target: v.string() }))
    .mutation(async ({ ctx, input, signal }) => {
      const comparison = await compareClocks(ctx.db, input.ids, ctx.today());
      return await exportPdf(
        ctx,
        input.target,
        printComparison(comparison, input.language, ctx.today()),
        signal,
      );
    }),
});
