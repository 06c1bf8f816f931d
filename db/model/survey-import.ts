/**
 * Counting a table of a survey tool: a row for each respondent, or rows that are counted already. Rows of respondents are
 * counted and thrown away; nothing of them is kept.
 */
import { cellText, headingKey, isBlankRow, type TableRow } from './table.ts';
import { answerKey, type AnswerCount, type QuestionKind } from './survey.ts';

export interface ImportedQuestion {
  text: string;
  kind: QuestionKind;
  options: readonly string[];
}

export type SurveyTableKind = 'respondents' | 'counted';

export type RowProblem =
  | { row: number; kind: 'answer_unknown'; question: string; answer: string }
  | { row: number; kind: 'number_form'; question: string; answer: string }
  | { row: number; kind: 'question_unknown'; question: string; answer: string }
  | { row: number; kind: 'count_form'; question: string; answer: string };

export interface CountedSurvey {
  table: SurveyTableKind;
  /** In the order of the questions. */
  counts: AnswerCount[][];
  /** Rows of respondents; of a counted table the largest sum of a question. */
  respondents: number;
  /** Rows as they are numbered in a spreadsheet. */
  problems: RowProblem[];
  /** Free texts that are no theme of their question: they are not kept. */
  freeTexts: number;
  /** Headings that no question has. */
  unusedColumns: string[];
  /** Questions that no column has. */
  missing: string[];
}

const QUESTION = /^(?:kysymys|fråga|question)$/;
const ANSWER = /^(?:vastaus|vaihtoehto|svar|answer|option)$/;
const COUNT = /^(?:määrä|lukumäärä|kpl|n|antal|count)$/;

/** Columns of a counted table, or null when the table has a row for each respondent. */
function countedColumns(
  headings: readonly string[],
): { question: number; answer: number; count: number } | null {
  const at = (pattern: RegExp): number => headings.findIndex((one) => pattern.test(headingKey(one)));
  const [question, answer, count] = [at(QUESTION), at(ANSWER), at(COUNT)];
  return question < 0 || answer < 0 || count < 0 ? null : { question, answer, count };
}

/** Counts the rows. The first row holds the headings. */
export function countTable(rows: readonly TableRow[], questions: readonly ImportedQuestion[]): CountedSurvey {
  const [headings = [], ...body] = rows;
  const counts = questions.map(({ kind, options }) =>
    kind === 'number'
      ? new Map<string, AnswerCount>()
      : new Map(options.map((answer) => [answerKey(answer), { answer, count: 0 }])),
  );
  const problems: RowProblem[] = [];
  let freeTexts = 0;
  const add = (index: number, raw: string, by: number, row: number, isCounted: boolean): void => {
    const question = questions[index]!;
    const own = counts[index]!;
    const known = own.get(answerKey(raw));
    if (known) known.count += by;
    else if (question.kind === 'number' && !/^[+-]?\d+(?:[.,]\d+)?$/.test(raw))
      problems.push({ row, kind: 'number_form', question: question.text, answer: raw });
    else if (question.kind === 'open' && !isCounted) freeTexts += 1;
    else if (question.kind === 'number' || question.kind === 'open')
      own.set(answerKey(raw), { answer: raw, count: by });
    else {
      // "4" for "4 – melko hyvin".
      const byNumber = /^\d+$/.test(raw)
        ? question.options.find((one) => new RegExp(`^${raw}(?!\\d)`).test(one))
        : undefined;
      const found = byNumber === undefined ? undefined : own.get(answerKey(byNumber));
      if (found) found.count += by;
      else problems.push({ row, kind: 'answer_unknown', question: question.text, answer: raw.slice(0, 80) });
    }
  };
  const columns = countedColumns(headings);
  const filled = body
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => !isBlankRow(cells));
  const places = new Map(questions.map(({ text }, index) => [headingKey(text), index]));
  const finish = (
    table: SurveyTableKind,
    respondents: number,
    unused: string[],
    seen: ReadonlySet<number>,
  ): CountedSurvey => ({
    table,
    counts: counts.map((own, index) => {
      const all = [...own.values()];
      return questions[index]!.kind === 'number'
        ? all.sort((a, b) => Number(a.answer.replace(',', '.')) - Number(b.answer.replace(',', '.')))
        : all;
    }),
    respondents,
    problems,
    freeTexts,
    unusedColumns: unused,
    missing: questions.filter((_, index) => !seen.has(index)).map(({ text }) => text),
  });
  if (columns !== null) {
    const seen = new Set<number>();
    for (const { cells, row } of filled) {
      const text = cellText(cells[columns.question] ?? '');
      const answer = cellText(cells[columns.answer] ?? '');
      const raw = cellText(cells[columns.count] ?? '').replaceAll(/\s/g, '');
      const index = places.get(headingKey(text));
      if (index === undefined) problems.push({ row, kind: 'question_unknown', question: text, answer });
      else if (!/^\d+$/.test(raw)) problems.push({ row, kind: 'count_form', question: text, answer: raw });
      else {
        seen.add(index);
        add(index, answer, Number(raw), row, true);
      }
    }
    const sums = counts.flatMap((own, index) => {
      const all = [...own.values()].map((one) => one.count);
      const isMany = questions[index]!.kind === 'many' || questions[index]!.kind === 'open';
      return isMany ? all : [all.reduce((sum, one) => sum + one, 0)];
    });
    return finish('counted', Math.max(0, ...sums), [], seen);
  }
  const of = headings.map((one) => places.get(headingKey(one)) ?? -1);
  for (const { cells, row } of filled)
    for (const [column, index] of of.entries()) {
      const question = questions[index];
      if (question === undefined) continue;
      const raw = cellText(cells[column] ?? '');
      if (raw === '') continue;
      const answers =
        question.kind === 'many' || question.kind === 'open'
          ? raw.split(/[;|]/).map((one) => one.trim())
          : [raw];
      for (const answer of new Set(answers.filter((one) => one !== ''))) add(index, answer, 1, row, false);
    }
  return finish(
    'respondents',
    filled.length,
    headings.filter((one, column) => of[column] === -1 && cellText(one) !== ''),
    new Set(of.filter((index) => index >= 0)),
  );
}
