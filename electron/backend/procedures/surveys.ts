/** Surveys and barometers, as the window calls them. A table is counted and its rows are thrown away; free answers stay only when wanted. */
import path from 'node:path';
import * as v from 'valibot';
import {
  getSurvey,
  listSurveys,
  measureFromSurvey,
  rememberedColumns,
  removeRound,
  removeSurvey,
  removeSurveyText,
  restoreSurvey,
  saveRound,
  saveSurvey,
} from '../../../db/features/surveys.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { surveyTable } from '../../../db/model/survey-chart.ts';
import { countTable } from '../../../db/model/survey-import.ts';
import { MOST_TEXTS, personalHints, surveyTextsSchema } from '../../../db/model/survey-text.ts';
import { headingKey } from '../../../db/model/table.ts';
import { roundSchema, surveySchema } from '../../../db/model/survey.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';
import { readTableFile } from '../table-thread.ts';
import { writeFileSafely } from '../write-file.ts';
import { csvText } from '../write-table.ts';

const byId = v.object({ id: idSchema });
const answerCount = v.object({
  answer: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long')),
  count: v.pipe(v.number(), v.integer('whole_number'), v.minValue(0, 'negative'), v.maxValue(10_000_000)),
});
/** Columns of a table of respondents: what was chosen for each. */
const columnsSchema = v.pipe(
  v.array(
    v.object({
      heading: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
      question: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99))),
    }),
  ),
  v.maxLength(300),
);
/** Rows that are named one by one; of more only the number is told. */
const MOST_PROBLEMS = 100;

export const surveysRouter = router({
  list: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(({ ctx, input }) => listSurveys(ctx.db, input.boardId)),

  get: readProcedure.input(byId).query(({ ctx, input }) => getSurvey(ctx.db, input.id)),

  save: writeProcedure
    .input(
      v.object({
        id: v.nullable(idSchema),
        boardId: idSchema,
        version: v.pipe(v.number(), v.integer()),
        values: surveySchema,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const saved = await saveSurvey(ctx.trx, input);
      ctx.changed('surveys');
      return saved;
    }),

  remove: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeSurvey(ctx.trx, input.id);
    ctx.changed('surveys');
    return removal;
  }),

  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreSurvey(ctx.trx, input, 'surveys.remove');
    ctx.changed('surveys');
  }),

  /** What a table of a survey tool comes to. Nothing is stored. */
  countFile: readProcedure
    .input(v.object({ id: idSchema, grant: v.string(), columns: v.optional(columnsSchema) }))
    .mutation(async ({ ctx, input, signal }) => {
      const file = ctx.grants.resolve(input.grant, 'read');
      const survey = await getSurvey(ctx.db, input.id);
      const { rows } = await readTableFile(file.path, {}, signal === undefined ? {} : { signal });
      const remembered = await rememberedColumns(ctx.db, survey);
      const chosen = input.columns
        ? new Map(input.columns.map(({ heading, question }) => [headingKey(heading), question]))
        : remembered;
      const counted = countTable(rows, survey.questions, chosen);
      return {
        ...counted,
        /** Columns that were what they are now when the survey was counted before. */
        remembered: counted.columns.filter(({ heading }) => remembered.has(headingKey(heading))).length,
        texts: counted.texts.map((own) =>
          own.slice(0, MOST_TEXTS).map((text) => ({ text, hints: personalHints(text) })),
        ),
        problems: counted.problems.slice(0, MOST_PROBLEMS),
        problemCount: counted.problems.length,
      };
    }),

  saveRound: writeProcedure
    .input(
      v.object({
        surveyId: idSchema,
        round: roundSchema,
        counts: v.pipe(v.array(v.pipe(v.array(answerCount), v.maxLength(2_000))), v.maxLength(100)),
        texts: v.optional(v.pipe(v.array(surveyTextsSchema), v.maxLength(100))),
        columns: v.optional(columnsSchema),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const saved = await saveRound(ctx.trx, input);
      ctx.changed('surveys');
      return saved;
    }),

  removeText: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeSurveyText(ctx.trx, input.id);
    ctx.changed('surveys');
    return removal;
  }),

  restoreText: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreSurvey(ctx.trx, input, 'surveys.removeText');
    ctx.changed('surveys');
  }),

  removeRound: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeRound(ctx.trx, input.id);
    ctx.changed('surveys');
    return removal;
  }),

  restoreRound: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreSurvey(ctx.trx, input, 'surveys.removeRound');
    ctx.changed('surveys');
  }),

  /** A result as a measurement of an indicator: the mean, or with an answer its share. */
  measure: writeProcedure
    .input(
      v.object({
        roundId: idSchema,
        questionId: idSchema,
        answer: v.nullable(v.string()),
        indicatorId: idSchema,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await measureFromSurvey(ctx.trx, input);
      ctx.changed('indicators');
    }),

  /** The results as a table without small counts. */
  export: readProcedure
    .input(v.object({ id: idSchema, language: languageSchema, target: v.string() }))
    .mutation(async ({ ctx, input }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const survey = await getSurvey(ctx.db, input.id);
      const rows = surveyTable(
        survey.questions,
        survey.rounds.map(({ year }) => year),
        input.language,
      );
      await writeFileSafely(
        target.path,
        Buffer.from(csvText(rows, { delimiter: ';', bom: true, safe: true }), 'utf8'),
      );
      return { name: path.basename(target.path) };
    }),
});
