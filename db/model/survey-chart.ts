/** Results of a question by year, with small counts left out where they go out of the program. */
import { stackedChart } from './chart-stacked.ts';
import type { Chart, ChartLook } from './chart.ts';
import type { Language } from './language.ts';
import { withoutSmall, type QuestionKind, type QuestionResult } from './survey.ts';

interface Words {
  year: string;
  total: string;
  unit: string;
  question: string;
  answer: string;
  count: string;
  share: string;
  mean: string;
  hidden: string;
  told: (question: string, years: string) => string;
}

const SURVEY_WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    year: 'Vuosi',
    total: 'Yhteensä',
    unit: '%',
    question: 'Kysymys',
    answer: 'Vastaus',
    count: 'Määrä',
    share: 'Osuus (%)',
    mean: 'Keskiarvo',
    hidden: 'alle 5 tai peitetty',
    told: (question, years) => `${question} Vastausten osuudet vuosittain: ${years}.`,
  },
  sv: {
    year: 'År',
    total: 'Totalt',
    unit: '%',
    question: 'Fråga',
    answer: 'Svar',
    count: 'Antal',
    share: 'Andel (%)',
    mean: 'Medeltal',
    hidden: 'under 5 eller dold',
    told: (question, years) => `${question} Svarens andelar per år: ${years}.`,
  },
  en: {
    year: 'Year',
    total: 'Total',
    unit: '%',
    question: 'Question',
    answer: 'Answer',
    count: 'Count',
    share: 'Share (%)',
    mean: 'Mean',
    hidden: 'below 5 or covered',
    told: (question, years) => `${question} Shares of the answers by year: ${years}.`,
  },
};

export interface ComparedQuestion {
  text: string;
  kind: QuestionKind;
  options: readonly string[];
  results: readonly QuestionResult[];
}

/** Shares of the answers in per cent, a bar for each year. Of several answers the shares are those of the answers. */
export function surveyChart(question: ComparedQuestion, years: readonly number[], look: ChartLook): Chart {
  const words = SURVEY_WORDS[look.language];
  const rows = years.flatMap((year, index) => {
    const result = question.results[index];
    return result === undefined || result.total === 0
      ? []
      : [
          {
            name: `${year} (n = ${result.total})`,
            values: question.options.map((option) => {
              const count = result.answers.find(({ answer }) => answer === option)?.count ?? 0;
              return Math.round((1_000 * count) / result.total) / 10;
            }),
          },
        ];
  });
  return stackedChart(
    {
      title: question.text,
      description: words.told(question.text, rows.map(({ name }) => name).join(', ')),
      unit: words.unit,
      decimals: 0,
      parts: question.options,
      rows,
      isShare: true,
      isScale: question.kind === 'scale',
      words: { name: words.year, total: words.total },
    },
    look,
  );
}

/** The results as a table that may go out: small counts are not in it, nor what they could be reckoned from. */
export function surveyTable(
  questions: readonly ComparedQuestion[],
  years: readonly number[],
  language: Language,
): string[][] {
  const words = SURVEY_WORDS[language];
  return [
    [words.question, words.year, words.answer, words.count, words.share],
    ...questions.flatMap((question) =>
      years.flatMap((year, index) => {
        const result = question.results[index];
        if (result === undefined || result.total === 0) return [];
        const shown = withoutSmall(result.answers.map(({ count }) => count));
        return result.answers.map(({ answer }, place) => {
          const count = shown[place] ?? null;
          return [
            question.text,
            String(year),
            answer,
            count === null ? words.hidden : String(count),
            count === null ? words.hidden : String(Math.round((1_000 * count) / result.total) / 10),
          ];
        });
      }),
    ),
  ];
}
