/** Surveys and barometers: their questions, and rounds with answers as counts and, where wanted, free answers. */
import { type Kysely, type Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import {
  answerKey,
  countProblems,
  questionResult,
  type AnswerCount,
  type QuestionKind,
  type QuestionResult,
  type RoundValues,
  type SurveyValues,
} from '../model/survey.ts';
import { headingKey } from '../model/table.ts';
import { keptTexts } from '../model/survey-text.ts';
import { saveMeasurement } from './indicators.ts';
import { putBack, removedRows, removing, type Removal } from './removal.ts';

export interface SurveyRow {
  id: string;
  name: string;
  description: string;
  questions: number;
  /** The latest first. */
  rounds: { year: number; respondents: number }[];
}

export interface SurveyQuestionView {
  id: string;
  text: string;
  kind: QuestionKind;
  options: string[];
  /** By round, in the order of the rounds. */
  results: QuestionResult[];
  /** Free answers by round, in the order of the alphabet. */
  texts: { id: string; text: string }[][];
}

export interface SurveyView {
  id: string;
  boardId: string;
  version: number;
  name: string;
  description: string;
  /** The earliest first. */
  rounds: (RoundValues & { id: string })[];
  questions: SurveyQuestionView[];
}

async function surveyRow(db: Kysely<Database>, id: string): Promise<Selectable<Database['survey']>> {
  const row = await db.selectFrom('survey').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'survey' });
  return row;
}

/** Surveys of a board by their name. */
export async function listSurveys(db: Kysely<Database>, boardId: string): Promise<SurveyRow[]> {
  const rows = await db
    .selectFrom('survey')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('name')
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const questions = await db
    .selectFrom('survey_question')
    .select('survey_id')
    .where('survey_id', 'in', ids)
    .execute();
  const rounds = await db
    .selectFrom('survey_round')
    .select(['survey_id', 'year', 'respondents'])
    .where('survey_id', 'in', ids)
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ id, name, description }) => ({
    id,
    name,
    description,
    questions: questions.filter((one) => one.survey_id === id).length,
    rounds: rounds.flatMap((one) =>
      one.survey_id === id ? [{ year: one.year, respondents: one.respondents }] : [],
    ),
  }));
}

/** A survey with what its rounds came to. @throws AppError NOT_FOUND */
export async function getSurvey(db: Kysely<Database>, id: string): Promise<SurveyView> {
  const row = await surveyRow(db, id);
  const rounds = await db
    .selectFrom('survey_round')
    .selectAll()
    .where('survey_id', '=', id)
    .orderBy('year')
    .execute();
  const questions = await db
    .selectFrom('survey_question')
    .selectAll()
    .where('survey_id', '=', id)
    .orderBy('position')
    .execute();
  const options = await db
    .selectFrom('survey_option')
    .innerJoin('survey_question', 'survey_question.id', 'question_id')
    .select(['survey_option.id', 'survey_option.question_id', 'survey_option.answer'])
    .where('survey_id', '=', id)
    .orderBy('survey_option.position')
    .execute();
  const counts = await db
    .selectFrom('survey_count')
    .innerJoin('survey_round', 'survey_round.id', 'round_id')
    .select(['round_id', 'option_id', 'count'])
    .where('survey_id', '=', id)
    .execute();
  const texts = await db
    .selectFrom('survey_text')
    .innerJoin('survey_round', 'survey_round.id', 'round_id')
    .select(['survey_text.id', 'round_id', 'question_id', 'text'])
    .where('survey_id', '=', id)
    .orderBy('survey_text.id')
    .execute();
  const countOf = new Map(counts.map((one) => [`${one.round_id} ${one.option_id}`, one.count]));
  return {
    id,
    boardId: row.board_id,
    version: row.version,
    name: row.name,
    description: row.description,
    rounds: rounds.map((one) => ({
      id: one.id,
      year: one.year,
      heldOn: one.held_on,
      invited: one.invited,
      respondents: one.respondents,
      source: one.source,
    })),
    questions: questions.map((question): SurveyQuestionView => {
      const own = options.filter((one) => one.question_id === question.id);
      return {
        id: question.id,
        text: question.text,
        kind: question.kind,
        options: own.map(({ answer }) => answer),
        results: rounds.map((round) =>
          questionResult(
            question.kind,
            own.map(({ id: optionId, answer }) => ({
              answer,
              count: countOf.get(`${round.id} ${optionId}`) ?? 0,
            })),
          ),
        ),
        texts: rounds.map((round) =>
          texts.flatMap((one) =>
            one.round_id === round.id && one.question_id === question.id
              ? [{ id: one.id, text: one.text }]
              : [],
          ),
        ),
      };
    }),
  };
}

/**
 * Adds a survey, or changes one. Its questions stay as they are once a round has been counted by them.
 * @throws AppError NOT_FOUND, CONFLICT
 */
export async function saveSurvey(
  trx: Kysely<Database>,
  input: { id: string | null; boardId: string; version: number; values: SurveyValues },
): Promise<{ id: string }> {
  const { name, description, questions } = input.values;
  const id = input.id ?? newId();
  if (input.id === null)
    await trx.insertInto('survey').values({ id, board_id: input.boardId, name, description }).execute();
  else {
    const row = await surveyRow(trx, id);
    if (row.version !== input.version) throw new AppError('CONFLICT', { what: 'survey' });
    await trx
      .updateTable('survey')
      .set({ name, description, version: row.version + 1 })
      .where('id', '=', id)
      .execute();
    const counted = await trx
      .selectFrom('survey_round')
      .select('id')
      .where('survey_id', '=', id)
      .executeTakeFirst();
    if (counted) return { id };
    await trx.deleteFrom('survey_question').where('survey_id', '=', id).execute();
  }
  for (const [position, { text, kind, options }] of questions.entries()) {
    const questionId = newId();
    await trx
      .insertInto('survey_question')
      .values({ id: questionId, survey_id: id, position, text, kind })
      .execute();
    for (const [place, answer] of options.entries())
      await trx
        .insertInto('survey_option')
        .values({ id: newId(), question_id: questionId, position: place, answer })
        .execute();
  }
  return { id };
}

/** @throws AppError NOT_FOUND */
export async function removeSurvey(trx: Kysely<Database>, id: string): Promise<Removal> {
  await surveyRow(trx, id);
  return await removing(trx, async () => {
    await trx.deleteFrom('survey').where('id', '=', id).execute();
  });
}

/** @throws AppError REMOVAL_UNKNOWN */
export async function restoreSurvey(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<void> {
  await putBack(trx, await removedRows(trx, removal, procedure));
}

/**
 * Stores the counts of a year, in the place of those that there were.
 * @param input.counts by question, in the order of the survey; answers of number and open questions become options
 * @throws AppError NOT_FOUND, SURVEY_COUNTS when there are more answers than respondents
 */
export async function saveRound(
  trx: Kysely<Database>,
  input: {
    surveyId: string;
    round: RoundValues;
    counts: readonly (readonly AnswerCount[])[];
    /** Free answers by question, in the place of those that there were; none given: these stay. */
    texts?: readonly (readonly string[])[] | undefined;
    /** Columns of the table that was counted, to be remembered: the index of each one's question. */
    columns?: readonly { heading: string; question: number | null }[] | undefined;
  },
): Promise<{ id: string }> {
  const { surveyId, round } = input;
  const survey = await getSurvey(trx, surveyId);
  const [wrong] = countProblems(
    survey.questions.map(({ text, kind }, index) => ({ text, kind, answers: input.counts[index] ?? [] })),
    round.respondents,
  );
  if (wrong)
    throw new AppError('SURVEY_COUNTS', {
      question: wrong.question,
      total: wrong.total,
      respondents: wrong.respondents,
    });
  // The round of a year stays the same row: measurements refer to it.
  const before = survey.rounds.find(({ year }) => year === round.year);
  const id = before?.id ?? newId();
  const columns = {
    held_on: round.heldOn,
    invited: round.invited,
    respondents: round.respondents,
    source: round.source,
  };
  if (before) {
    await trx.updateTable('survey_round').set(columns).where('id', '=', id).execute();
    await trx.deleteFrom('survey_count').where('round_id', '=', id).execute();
  } else
    await trx
      .insertInto('survey_round')
      .values({ id, survey_id: surveyId, year: round.year, ...columns })
      .execute();
  for (const [index, question] of survey.questions.entries())
    for (const { answer, count } of input.counts[index] ?? []) {
      const optionId = await optionOf(trx, question, answer);
      await trx
        .insertInto('survey_count')
        .values({ round_id: id, option_id: optionId, count })
        .onConflict((conflict) => conflict.columns(['round_id', 'option_id']).doUpdateSet({ count }))
        .execute();
    }
  if (input.texts) await keepTexts(trx, id, survey.questions, input.texts);
  for (const { heading, question } of input.columns ?? []) {
    const values = { question_id: question === null ? null : (survey.questions[question]?.id ?? null) };
    await trx
      .insertInto('survey_column')
      .values({ survey_id: surveyId, heading: headingKey(heading), ...values })
      .onConflict((conflict) => conflict.columns(['survey_id', 'heading']).doUpdateSet(values))
      .execute();
  }
  return { id };
}

async function keepTexts(
  trx: Kysely<Database>,
  roundId: string,
  questions: readonly SurveyQuestionView[],
  texts: readonly (readonly string[])[],
): Promise<void> {
  await trx.deleteFrom('survey_text').where('round_id', '=', roundId).execute();
  for (const [index, question] of questions.entries())
    if (question.kind === 'open')
      for (const text of keptTexts(texts[index] ?? []))
        await trx
          .insertInto('survey_text')
          .values({ id: newId(), round_id: roundId, question_id: question.id, text })
          .execute();
}

/** What columns were when the survey was counted before: the index of the question by heading (`headingKey`). */
export async function rememberedColumns(
  db: Kysely<Database>,
  survey: SurveyView,
): Promise<Map<string, number | null>> {
  const rows = await db.selectFrom('survey_column').selectAll().where('survey_id', '=', survey.id).execute();
  return new Map(
    rows.map((row) => {
      const place = survey.questions.findIndex(({ id }) => id === row.question_id);
      return [row.heading, place < 0 ? null : place];
    }),
  );
}

/** @throws AppError NOT_FOUND */
export async function removeSurveyText(trx: Kysely<Database>, id: string): Promise<Removal> {
  return await removing(trx, async () => {
    const { numDeletedRows } = await trx.deleteFrom('survey_text').where('id', '=', id).executeTakeFirst();
    if (numDeletedRows === 0n) throw new AppError('NOT_FOUND', { what: 'survey_text' });
  });
}

/** @throws AppError SURVEY_ANSWER for one that a question of fixed answers does not have */
async function optionOf(
  trx: Kysely<Database>,
  question: SurveyQuestionView,
  answer: string,
): Promise<string> {
  const options = await trx
    .selectFrom('survey_option')
    .select(['id', 'answer'])
    .where('question_id', '=', question.id)
    .execute();
  const known = options.find((one) => answerKey(one.answer) === answerKey(answer));
  if (known) return known.id;
  if (question.kind !== 'number' && question.kind !== 'open')
    throw new AppError('SURVEY_ANSWER', { question: question.text, answer });
  const id = newId();
  await trx
    .insertInto('survey_option')
    .values({ id, question_id: question.id, position: options.length, answer })
    .execute();
  return id;
}

/** @throws AppError NOT_FOUND */
export async function removeRound(trx: Kysely<Database>, id: string): Promise<Removal> {
  const row = await trx.selectFrom('survey_round').select('id').where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'surveyRound' });
  return await removing(trx, async () => {
    await trx.deleteFrom('survey_round').where('id', '=', id).execute();
  });
}

/**
 * Takes what a question came to as a measurement of an indicator: its mean, or the share of an answer in per cent.
 * @throws AppError NOT_FOUND, SURVEY_NO_FIGURE, MEASURED_ALREADY
 */
export async function measureFromSurvey(
  trx: Kysely<Database>,
  input: { roundId: string; questionId: string; answer: string | null; indicatorId: string },
): Promise<void> {
  const round = await trx
    .selectFrom('survey_round')
    .selectAll()
    .where('id', '=', input.roundId)
    .executeTakeFirst();
  if (!round) throw new AppError('NOT_FOUND', { what: 'surveyRound' });
  const survey = await getSurvey(trx, round.survey_id);
  const result = survey.questions.find(({ id }) => id === input.questionId)?.results[
    survey.rounds.findIndex(({ id }) => id === round.id)
  ];
  const chosen = result?.answers.find(({ answer }) => answer === input.answer);
  const value =
    input.answer === null
      ? (result?.mean ?? null)
      : chosen === undefined || result === undefined || result.total === 0
        ? null
        : (100 * chosen.count) / result.total;
  if (result === undefined || value === null) throw new AppError('SURVEY_NO_FIGURE');
  const { id: measurementId } = await saveMeasurement(trx, {
    id: null,
    indicatorId: input.indicatorId,
    values: {
      measuredOn: round.held_on,
      value: Math.round(value * 100) / 100,
      source: `${survey.name} ${round.year}, n = ${result.total}`,
      note: '',
    },
  });
  await trx
    .insertInto('measurement_round')
    .values({ measurement_id: measurementId, round_id: round.id })
    .execute();
}
