/** Annual reports and plans: drafted, edited, brought up to date, exported; and the statistics of a year. */
import path from 'node:path';
import * as v from 'valibot';
import { annualFacts, annualYears } from '../../../db/features/annual-facts.ts';
import { getReport, listReports, wholeReport } from '../../../db/features/annual-report-views.ts';
import {
  addSection,
  changeSection,
  createReport,
  moveSection,
  refreshSection,
  refreshUnedited,
  removeReport,
  removeSection,
  reportSources,
  restoreReportParts,
  undoRefresh,
} from '../../../db/features/annual-reports.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import {
  annualInputSchema,
  annualYearSchema,
  ANNUAL_SOURCES,
  REFRESH_CHOICES,
  sectionChangeSchema,
  type Draft,
} from '../../../db/model/annual-report.ts';
import { FORMAT_EXTENSIONS } from '../../../db/model/document-format.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { annualFileName } from '../../../db/model/print-annual-report.ts';
import { richTextSchema } from '../../../db/model/rich-text.ts';
import { statisticsFileName } from '../../../db/model/statistics.ts';
import { reportJob, REPORT_FORMATS } from '../annual-report-file.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';
import { statisticsWorkbook } from '../statistics-workbook.ts';
import { publishError, writeFileSafely } from '../write-file.ts';

const version = v.pipe(v.number(), v.integer());
const byId = v.object({ id: idSchema });
const formatSchema = v.picklist(REPORT_FORMATS);
const ofYear = { boardId: idSchema, year: annualYearSchema, language: languageSchema };

export const reportsRouter = router({
  list: readProcedure.input(v.object({ boardId: idSchema })).query(async ({ ctx, input }) => ({
    reports: await listReports(ctx.db, input.boardId),
    years: await annualYears(ctx.db, input.boardId),
  })),

  get: readProcedure.input(byId).query(({ ctx, input }) => getReport(ctx.db, input.id)),

  /** What the sources of the sections say now: a question of its own, so that the text need not wait for it. */
  sources: readProcedure.input(byId).query(({ ctx, input }) => reportSources(ctx.db, input.id, ctx.today())),

  create: writeProcedure.input(annualInputSchema).mutation(async ({ ctx, input }) => {
    const created = await createReport(ctx.trx, input, ctx.today());
    ctx.changed('reports');
    return created;
  }),

  changeSection: writeProcedure
    .input(v.object({ id: idSchema, version, change: sectionChangeSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await changeSection(ctx.trx, input);
      ctx.changed('reports');
      return { version: saved.version };
    }),

  refreshSection: writeProcedure
    .input(v.object({ id: idSchema, version, choice: v.picklist(REFRESH_CHOICES) }))
    .mutation(async ({ ctx, input }) => {
      const done = await refreshSection(ctx.trx, input, ctx.today());
      ctx.changed('reports');
      return done;
    }),

  refreshUnedited: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const done = await refreshUnedited(ctx.trx, input.id, ctx.today());
    ctx.changed('reports');
    return done;
  }),

  undoRefresh: writeProcedure
    .input(
      v.object({
        sections: v.pipe(
          v.array(
            v.object({
              id: idSchema,
              version,
              body: richTextSchema,
              drafted: v.custom<Draft>(
                (value) =>
                  typeof value === 'object' && value !== null && 'body' in value && 'figures' in value,
              ),
            }),
          ),
          v.maxLength(100),
        ),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await undoRefresh(ctx.trx, input);
      ctx.changed('reports');
    }),

  addSection: writeProcedure
    .input(
      v.object({
        reportId: idSchema,
        source: v.nullable(v.picklist(ANNUAL_SOURCES)),
        title: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long')),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const added = await addSection(ctx.trx, input, ctx.today());
      ctx.changed('reports');
      return added;
    }),

  moveSection: writeProcedure
    .input(v.object({ id: idSchema, by: v.picklist([-1, 1]) }))
    .mutation(async ({ ctx, input }) => {
      await moveSection(ctx.trx, input);
      ctx.changed('reports');
    }),

  removeSection: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeSection(ctx.trx, input.id);
    ctx.changed('reports');
    return removal;
  }),

  restoreSection: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreReportParts(ctx.trx, input, 'reports.removeSection');
    ctx.changed('reports');
  }),

  remove: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeReport(ctx.trx, input.id);
    ctx.changed('reports');
    return removal;
  }),

  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreReportParts(ctx.trx, input, 'reports.remove');
    ctx.changed('reports');
  }),

  fileName: readProcedure
    .input(v.object({ id: idSchema, format: formatSchema }))
    .query(async ({ ctx, input }) => {
      if (input.format.startsWith('pdf')) ctx.expectDocument();
      const report = await wholeReport(ctx.db, input.id, ctx.today());
      return { name: annualFileName(report, FORMAT_EXTENSIONS[input.format]) };
    }),

  export: readProcedure
    .input(v.object({ id: idSchema, format: formatSchema, target: v.string() }))
    .mutation(async ({ ctx, input, signal }) => {
      const file = ctx.grants.resolve(input.target, 'write');
      const report = await wholeReport(ctx.db, input.id, ctx.today());
      const result = await ctx.publish(reportJob(report, input.format, ctx.today()), signal);
      if (!result.ok) throw publishError(result.error, file.name);
      await writeFileSafely(file.path, result.bytes);
      return { name: path.basename(file.path) };
    }),

  statisticsFileName: readProcedure.input(v.object(ofYear)).query(async ({ ctx, input }) => {
    const facts = await annualFacts(ctx.db, input.boardId, input.year, input.language, ctx.today());
    return { name: statisticsFileName(facts) };
  }),

  /** Statistics for funders as a workbook. */
  exportStatistics: readProcedure
    .input(v.object({ ...ofYear, target: v.string() }))
    .mutation(async ({ ctx, input }) => {
      const file = ctx.grants.resolve(input.target, 'write');
      const facts = await annualFacts(ctx.db, input.boardId, input.year, input.language, ctx.today());
      await writeFileSafely(file.path, await statisticsWorkbook(facts, input.language));
      return { name: path.basename(file.path) };
    }),
});
