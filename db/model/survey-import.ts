/**
 * Counting a table of a survey tool: a row for each respondent, or rows that are counted already. Rows of respondents are
 * counted and thrown away; of open questions the free answers are given back as a list, to be looked at before any is kept.
 */
import { cellText, headingKey, isBlankRow, type TableRow } from './table.ts';
import { keptTexts } from './survey-text.ts';
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
  /** By question: free answers that are none of its themes, in the order of the alphabet. */
  texts: string[][];
  /** Headings of a table of respondents, and the question of each column: its index, or null. */
  columns: { heading: string; question: number | null }[];
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

/** The themes that an open answer names, and the rest of it as one text. */
function openAnswers(raw: string, themes: readonly string[]): string[] {
  const known = new Set(themes.map(answerKey));
  const parts = raw.split(/[;|]/).map((one) => one.trim());
  const named = parts.filter((one) => known.has(answerKey(one)));
  const rest = parts.filter((one) => one !== '' && !known.has(answerKey(one)));
  return named.length === 0 ? [raw] : [...named, rest.join('; ')];
}

/**
 * Counts the rows. The first row holds the headings.
 * @param chosen by heading (`headingKey`): the index of its question, null to leave it out; else the question of that text
 */
export function countTable(
  rows: readonly TableRow[],
  questions: readonly ImportedQuestion[],
  chosen: ReadonlyMap<string, number | null> = new Map(),
): CountedSurvey {
  const [headings = [], ...body] = rows;
  const counts = questions.map(({ kind, options }) =>
    kind === 'number'
      ? new Map<string, AnswerCount>()
      : new Map(options.map((answer) => [answerKey(answer), { answer, count: 0 }])),
  );
  const problems: RowProblem[] = [];
  const texts = questions.map((): string[] => []);
  const add = (index: number, raw: string, by: number, row: number, isCounted: boolean): void => {
    const question = questions[index]!;
    const own = counts[index]!;
    const known = own.get(answerKey(raw));
    if (known) known.count += by;
    else if (question.kind === 'number' && !/^[+-]?\d+(?:[.,]\d+)?$/.test(raw))
      problems.push({ row, kind: 'number_form', question: question.text, answer: raw });
    else if (question.kind === 'open' && !isCounted) texts[index]!.push(raw);
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
    columns: CountedSurvey['columns'],
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
    texts: texts.map(keptTexts),
    columns,
    unusedColumns: columns.flatMap(({ heading, question }) => (question === null ? [heading] : [])),
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
  // A question is counted once: of columns that name it the first.
  const taken = new Set<number>();
  const of = headings.map((one) => {
    const key = headingKey(one);
    const found = chosen.has(key) ? chosen.get(key) : places.get(key);
    if (found === undefined || found === null || found >= questions.length || taken.has(found)) return -1;
    taken.add(found);
    return found;
  });
  for (const { cells, row } of filled)
    for (const [column, index] of of.entries()) {
      const question = questions[index];
      if (question === undefined) continue;
      const raw = cellText(cells[column] ?? '');
      if (raw === '') continue;
      const answers =
        question.kind === 'many'
          ? raw.split(/[;|]/).map((one) => one.trim())
          : question.kind === 'open'
            ? openAnswers(raw, question.options)
            : [raw];
      for (const answer of new Set(answers.filter((one) => one !== ''))) add(index, answer, 1, row, false);
    }
  return finish(
    'respondents',
    filled.length,
    headings.flatMap((one, column) => {
      // Of two columns with one heading the first is meant.
      if (headings.findIndex((other) => headingKey(other) === headingKey(one)) !== column) return [];
      const question = of[column] ?? -1;
      return cellText(one) === ''
        ? []
        : [{ heading: cellText(one), question: question < 0 ? null : question }];
    }),
    new Set(of.filter((index) => index >= 0)),
  );
}
