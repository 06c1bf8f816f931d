/** Surveys: rows become counts, what does not fit is named by its row, and small counts cannot be reckoned. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEAST_SHOWN } from '../../../db/model/small-counts.ts';
import { surveyTable } from '../../../db/model/survey-chart.ts';
import { countTable } from '../../../db/model/survey-import.ts';
import { personalHints } from '../../../db/model/survey-text.ts';
import { answerValue, countProblems, questionResult, withoutSmall } from '../../../db/model/survey.ts';

const questions = [
  {
    text: 'Kuinka hyvin yhteistyö toimii?',
    kind: 'scale' as const,
    options: ['1 – huonosti', '2', '3 – hyvin'],
  },
  { text: 'Kunta', kind: 'choice' as const, options: ['Joensuu', 'Kitee'] },
  { text: 'Vapaaehtoisia', kind: 'number' as const, options: [] },
];

describe('counting', () => {
  test('rows of respondents: every answer once, unknown ones by their row', () => {
    const counted = countTable(
      [
        ['Aika', 'Kuinka hyvin yhteistyö toimii?', 'KUNTA', 'Vapaaehtoisia'],
        ['x', '3', 'Joensuu', '12'],
        ['y', '1 – huonosti', 'Kitee', 'monta'],
        ['', '', '', ''],
        ['z', '9', 'Nurmes', '12'],
      ],
      questions,
    );
    expect(counted.table).toBe('respondents');
    expect(counted.respondents).toBe(3);
    expect(counted.counts[0]!.map(({ count }) => count)).toEqual([1, 0, 1]);
    expect(counted.counts[2]).toEqual([{ answer: '12', count: 2 }]);
    expect(counted.unusedColumns).toEqual(['Aika']);
    expect(counted.problems.map(({ row, kind }) => [row, kind])).toEqual([
      [3, 'number_form'],
      [5, 'answer_unknown'],
      [5, 'answer_unknown'],
    ]);
  });

  test('rows that are counted already', () => {
    const counted = countTable(
      [
        ['Kysymys', 'Vastaus', 'Määrä'],
        ['Kunta', 'Joensuu', '1 200'],
        ['Kunta', 'Kitee', '-3'],
        ['Kuntaa', 'Kitee', '3'],
      ],
      questions,
    );
    expect(counted.table).toBe('counted');
    expect(counted.counts[1]!.map(({ count }) => count)).toEqual([1_200, 0]);
    expect(counted.problems.map(({ row, kind }) => [row, kind])).toEqual([
      [3, 'count_form'],
      [4, 'question_unknown'],
    ]);
    expect(counted.missing).toEqual([questions[0]!.text, questions[2]!.text]);
  });

  test('the counts of a choice are those of the rows, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Joensuu', 'kitee ', '', 'Nurmes')), (answers) => {
        const counted = countTable([['Kunta'], ...answers.map((one) => [one])], questions);
        const known = answers.filter((one) => /joensuu|kitee/i.test(one)).length;
        expect(questionResult('choice', counted.counts[1]!).total).toBe(known);
        expect(counted.problems).toHaveLength(answers.filter((one) => one === 'Nurmes').length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('free answers', () => {
  const open = { text: 'Mitä kehittäisit?', kind: 'open' as const, options: ['Tilat', 'Raha'] };

  test('stay apart from their respondents: by question, in the order of the alphabet, never cut in two', () => {
    const counted = countTable(
      [
        ['Mitä kehittäisit?', 'Kunta'],
        ['Äänestyspaikat; ja ne vuorot', 'Joensuu'],
        ['Tilat; lisää valoa', 'Kitee'],
        ['raha', 'Kitee'],
        ['Avoimuutta', 'Joensuu'],
      ],
      [open, questions[1]!],
    );
    expect(counted.counts[0]).toEqual([
      { answer: 'Tilat', count: 1 },
      { answer: 'Raha', count: 1 },
    ]);
    expect(counted.texts).toEqual([['Avoimuutta', 'lisää valoa', 'Äänestyspaikat; ja ne vuorot'], []]);
  });

  test('a column is what it was chosen to be, once', () => {
    const rows = [
      ['K1', 'K2', 'Kunta'],
      ['Tilat', 'Raha', 'Kitee'],
    ];
    const chosen = new Map([
      ['k1', 0],
      ['k2', 0],
      ['kunta', null],
    ]);
    const counted = countTable(rows, [open, questions[1]!], chosen);
    expect(counted.columns).toEqual([
      { heading: 'K1', question: 0 },
      { heading: 'K2', question: null },
      { heading: 'Kunta', question: null },
    ]);
    expect(counted.counts[0]!.map(({ count }) => count)).toEqual([1, 0]);
    expect(counted.missing).toEqual(['Kunta']);
  });

  test('what may tell of a person is pointed out', () => {
    expect(personalHints('Kirjoita minulle: maija.meikalainen@esimerkki.fi')).toEqual(['email']);
    expect(personalHints('Soita 040 123 4567')).toEqual(['phone']);
    expect(personalHints('Tunnus on 131052-308T')).toEqual(['identity']);
    expect(personalHints('Kiitos siitä kuuluu, Maija Meikäläinen auttoi')).toEqual(['name']);
    expect(personalHints('Kokoontumistiloja tarvitaan lisää vuonna 2026, noin 1 200 neliötä.')).toEqual([]);
  });
});

test('small counts are hidden, and never one alone', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { maxLength: 8 }), (counts) => {
      const shown = withoutSmall(counts);
      for (const [index, one] of shown.entries()) {
        if (one === null) expect(counts[index]).toBeGreaterThan(0);
        else {
          expect(one).toBe(counts[index]);
          expect(one === 0 || one >= LEAST_SHOWN).toBe(true);
        }
      }
      const hidden = shown.filter((one) => one === null).length;
      if (hidden === 1) expect(counts.filter((one) => one > 0)).toHaveLength(1);
    }),
    { numRuns: 100 },
  );
});

test('means, values and counts that do not add up', () => {
  expect(answerValue('4 – melko hyvin')).toBe(4);
  expect(answerValue('2,5')).toBe(2.5);
  expect(answerValue('hyvin')).toBeNull();
  expect(
    questionResult('scale', [
      { answer: 'huonosti', count: 1 },
      { answer: 'hyvin', count: 3 },
    ]).mean,
  ).toBe(1.75);
  expect(
    questionResult('number', [
      { answer: '10', count: 2 },
      { answer: '40', count: 1 },
    ]).mean,
  ).toBe(20);
  expect(questionResult('choice', [{ answer: '1', count: 2 }]).mean).toBeNull();
  const answers = [
    { answer: 'a', count: 6 },
    { answer: 'b', count: 6 },
  ];
  expect(countProblems([{ text: 'x', kind: 'choice', answers }], 10)).toHaveLength(1);
  expect(countProblems([{ text: 'x', kind: 'many', answers }], 10)).toEqual([]);
});

test('a table that goes out has no small count and no share of one', () => {
  const answers = [
    { answer: 'Kyllä', count: 3 },
    { answer: 'Osittain', count: 6 },
    { answer: 'Ei', count: 40 },
  ];
  const results = [questionResult('choice', answers)];
  const question = {
    text: 'Tilaa?',
    kind: 'choice' as const,
    options: answers.map(({ answer }) => answer),
    results,
  };
  const [, ...rows] = surveyTable([question], [2026], 'fi');
  expect(rows.map((row) => row.slice(2))).toEqual([
    ['Kyllä', 'alle 5 tai peitetty', 'alle 5 tai peitetty'],
    ['Osittain', 'alle 5 tai peitetty', 'alle 5 tai peitetty'],
    ['Ei', '40', '81.6'],
  ]);
});
