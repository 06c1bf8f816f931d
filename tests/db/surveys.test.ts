/** Free answers and remembered columns of a survey against a real file. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importBoardFile } from '../../db/features/board-file.ts';
import {
  getSurvey,
  rememberedColumns,
  removeSurveyText,
  restoreSurvey,
  saveRound,
  saveSurvey,
} from '../../db/features/surveys.ts';
import { surveyTable } from '../../db/model/survey-chart.ts';
import { roundSchema } from '../../db/model/survey.ts';
import * as v from 'valibot';
import { resources } from '../fixtures/databases.ts';
import { testDatabase, type TestDatabase } from './board-database.ts';

let database: TestDatabase;
let surveyId: string;

const round = v.parse(roundSchema, { year: 2026, heldOn: '2026-10-01', respondents: 3 });
const counts = [[{ answer: 'Tilat', count: 2 }], [{ answer: 'Kyllä', count: 3 }]];

beforeAll(async () => {
  database = await testDatabase();
  await database.change(async (trx) => {
    const { boardId } = await importBoardFile(trx, resources.sampleBoard());
    ({ id: surveyId } = await saveSurvey(trx, {
      id: null,
      boardId,
      version: 0,
      values: {
        name: 'Tilakysely',
        description: '',
        questions: [
          { text: 'Mitä kehittäisit?', kind: 'open', options: ['Tilat'] },
          { text: 'Onko tiloja?', kind: 'choice', options: ['Kyllä', 'Ei'] },
        ],
      },
    }));
  });
}, 60_000);
afterAll(() => database.remove());

const texts = async (): Promise<string[]> =>
  (await getSurvey(database.kysely, surveyId)).questions[0]!.texts[0]!.map(({ text }) => text);

test('free answers are kept in the order of the alphabet, stay when counts are mended, and are in no export', async () => {
  await database.change((trx) =>
    saveRound(trx, {
      surveyId,
      round,
      counts,
      texts: [['Valoa', '  ', 'Avaimet', 'Valoa'], ['ei avoin kysymys']],
      columns: [
        { heading: 'K1', question: 0 },
        { heading: 'Aikaleima', question: null },
      ],
    }),
  );
  expect(await texts()).toEqual(['Avaimet', 'Valoa', 'Valoa']);
  expect(database.count('survey_text')).toBe(3);
  await database.change((trx) =>
    saveRound(trx, { surveyId, round: { ...round, source: 'Korjattu' }, counts }),
  );
  expect(await texts()).toEqual(['Avaimet', 'Valoa', 'Valoa']);
  const survey = await getSurvey(database.kysely, surveyId);
  expect(JSON.stringify(surveyTable(survey.questions, [2026], 'fi'))).not.toContain('Avaimet');
});

test('a free answer is removed, and brought back', async () => {
  const id = database.raw
    .prepare("select id from survey_text where text = 'Avaimet'")
    .pluck()
    .get() as string;
  const removal = await database.change((trx) => removeSurveyText(trx, id));
  expect(await texts()).toEqual(['Valoa', 'Valoa']);
  await database.change((trx) => restoreSurvey(trx, removal, 'test'));
  expect(await texts()).toContain('Avaimet');
  await expect(database.change((trx) => removeSurveyText(trx, 'no'))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('columns are remembered by the survey, whatever the spelling of the heading', async () => {
  const survey = await getSurvey(database.kysely, surveyId);
  expect([...(await rememberedColumns(database.kysely, survey))]).toEqual(
    expect.arrayContaining([
      ['k1', 0],
      ['aikaleima', null],
    ]),
  );
});

test('more answers than respondents are refused in a sentence, and what there was stays', async () => {
  const wrong = [[{ answer: 'Tilat', count: 2 }], [{ answer: 'Kyllä', count: 4 }]];
  await expect(
    database.change((trx) => saveRound(trx, { surveyId, round, counts: wrong, texts: [[], []] })),
  ).rejects.toMatchObject({
    code: 'SURVEY_COUNTS',
    details: { question: 'Onko tiloja?', total: 4, respondents: 3 },
  });
  expect(await texts()).toHaveLength(3);
});
