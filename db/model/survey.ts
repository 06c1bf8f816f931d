/**
 * Surveys and barometers (kysely, barometri): questions, and answers as counts only. A round (kierros) is the survey of one
 * year; rounds are compared.
 */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { LEAST_SHOWN } from './small-counts.ts';

/** asteikko, valinta, monivalinta, luku, avoin (counts of themes) */
export const QUESTION_KINDS = ['scale', 'choice', 'many', 'number', 'open'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

const words = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(most, 'too_long'));

const questionSchema = v.pipe(
  v.object({
    text: words(500),
    kind: v.picklist(QUESTION_KINDS),
    /** Answers in their order. A number and open question gets them as they come. */
    options: v.pipe(v.array(words(300)), v.maxLength(60, 'too_many')),
  }),
  v.forward(
    v.check(
      ({ kind, options }) => kind === 'number' || kind === 'open' || options.length >= 2,
      'options_missing',
    ),
    ['options'],
  ),
  v.forward(
    v.check(
      ({ options }) => new Set(options.map((one) => answerKey(one))).size === options.length,
      'options_twice',
    ),
    ['options'],
  ),
);

export const surveySchema = v.object({
  name: words(300),
  description: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(5_000, 'too_long')), ''),
  questions: v.pipe(v.array(questionSchema), v.minLength(1, 'required'), v.maxLength(100, 'too_many')),
});
export type SurveyValues = v.InferOutput<typeof surveySchema>;

const count = v.pipe(
  v.number(),
  v.integer('whole_number'),
  v.minValue(0, 'negative'),
  v.maxValue(10_000_000, 'number_too_large'),
);

export const roundSchema = v.pipe(
  v.object({
    year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)),
    heldOn: isoDateSchema,
    /** To how many it went; null when nobody knows. */
    invited: v.nullish(count, null),
    respondents: count,
    source: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500, 'too_long')), ''),
  }),
  v.forward(
    v.check(({ invited, respondents }) => invited === null || respondents <= invited, 'more_than_invited'),
    ['respondents'],
  ),
);
export type RoundValues = v.InferOutput<typeof roundSchema>;

/** An answer as it is compared: letters and figures, whatever the case. */
export function answerKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.,+-]+/gu, ' ')
    .trim();
}

/** The value of an answer that begins with a number ("4 – melko hyvin", "2,5"), or null. */
export function answerValue(answer: string): number | null {
  const found = /^\s*([+-]?\d+(?:[.,]\d+)?)/.exec(answer)?.[1];
  return found === undefined ? null : Number(found.replace(',', '.'));
}

export interface AnswerCount {
  answer: string;
  count: number;
}

export interface QuestionResult {
  answers: AnswerCount[];
  /** Sum of the counts. */
  total: number;
  /** Of a scale or number question whose answers are numbers; for a scale without numbers the place of the answer, from 1. */
  mean: number | null;
}

/** What the counts of a question come to. */
export function questionResult(kind: QuestionKind, answers: readonly AnswerCount[]): QuestionResult {
  const total = answers.reduce((sum, one) => sum + one.count, 0);
  const values = answers.map(({ answer }) => answerValue(answer));
  const numbered = values.every((value) => value !== null);
  const isMeasured = kind === 'scale' || (kind === 'number' && numbered);
  const mean =
    !isMeasured || total === 0
      ? null
      : answers.reduce(
          (sum, one, index) => sum + one.count * (numbered ? (values[index] ?? 0) : index + 1),
          0,
        ) / total;
  return { answers: [...answers], total, mean };
}

export type CountProblem = {
  question: string;
  kind: 'more_than_respondents';
  total: number;
  respondents: number;
};

/** Questions to which more answers were counted than there were respondents. Of several answers each is looked at. */
export function countProblems(
  questions: readonly { text: string; kind: QuestionKind; answers: readonly AnswerCount[] }[],
  respondents: number,
): CountProblem[] {
  return questions.flatMap(({ text, kind, answers }): CountProblem[] => {
    const counts = answers.map(({ count: one }) => one);
    const total =
      kind === 'many' || kind === 'open' ? Math.max(0, ...counts) : counts.reduce((sum, one) => sum + one, 0);
    return total > respondents ? [{ question: text, kind: 'more_than_respondents', total, respondents }] : [];
  });
}

/**
 * The counts as they may go out: small ones are null. Where one alone would be hidden, the next smallest is hidden too, or
 * it could be reckoned from the total.
 */
export function withoutSmall(counts: readonly number[]): (number | null)[] {
  const hidden = new Set(counts.flatMap((one, index) => (one > 0 && one < LEAST_SHOWN ? [index] : [])));
  if (hidden.size === 1) {
    const next = counts
      .map((one, index) => ({ one, index }))
      .filter(({ one, index }) => one > 0 && !hidden.has(index))
      .sort((a, b) => a.one - b.one)[0];
    if (next !== undefined) hidden.add(next.index);
  }
  return counts.map((one, index) => (hidden.has(index) ? null : one));
}
