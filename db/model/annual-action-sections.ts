/** Sections of annual reports and plans on theme areas, actions and indicators. */
import { type Making, nothing, said, tableOf, textBlock } from './annual-drafting.ts';
import {
  actionTotals,
  type AnnualAction,
  type AnnualIndicator,
  byStage,
  changeInYear,
} from './annual-facts.ts';
import type { Draft, ReportFigure } from './annual-report.ts';
import { numberText } from './chart.ts';
import { formatDate } from './dates.ts';
import { progress } from './indicator.ts';
import { inLanguage, type Language } from './language.ts';
import type { RichBlock } from './rich-text.ts';

export function themes({ facts, language, words }: Making): Draft {
  if (facts.themes.length === 0) return nothing(words.noThemes);
  return {
    body: said(words.themesTold(numberText(facts.themes.length, language))),
    figures: [
      tableOf(
        words.sections.themes,
        [
          [words.theme, 5],
          [words.owner, 4],
          [words.goals, 8],
        ],
        facts.themes.map((one) => [
          one.name,
          one.owner === null ? '–' : inLanguage(one.owner, language),
          one.goals.join('; ') || '–',
        ]),
      ),
      ...facts.themes
        .filter(({ cards }) => cards.length > 0)
        .map(({ name, cards, arrows }): ReportFigure => ({ type: 'logic', name, cards, arrows })),
    ],
  };
}

const namesOf = (names: AnnualAction['fields'], language: Language): string =>
  names.map((one) => inLanguage(one, language)).join(', ') || '–';

export function actions({ facts, language, words }: Making): Draft {
  if (facts.actions.length === 0) return nothing(words.noActions);
  const figure = (value: number): string => numberText(value, language);
  const totals = actionTotals(facts.actions);
  const hours = (value: number): string => numberText(value, language, Number.isInteger(value) ? 0 : 1);
  return {
    body: said(
      words.actionsTold({
        all: figure(facts.actions.length),
        events: figure(totals.events),
        participants: figure(totals.participants),
        volunteers: figure(totals.volunteers),
        hours: hours(totals.hours),
      }),
      totals.uncounted === 0 ? null : words.uncounted(figure(totals.uncounted)),
    ),
    figures: [
      {
        type: 'bars',
        title: words.actionsByStage,
        description: byStage(facts.actions)
          .map((one) => `${words.stages[one.stage]} ${figure(one.count)}`)
          .join(', '),
        unit: '',
        words: [words.stage, words.count],
        bars: byStage(facts.actions).map((one) => ({ name: words.stages[one.stage], value: one.count })),
      },
      tableOf(
        words.sections.actions,
        [
          [words.action, 7],
          [words.stage, 3],
          [words.municipalities, 5],
          [words.events, 2, true],
          [words.participants, 2, true],
          [words.volunteers, 2, true],
          [words.hours, 2, true],
        ],
        facts.actions.map((one) => [
          `${one.code} ${one.name}`,
          words.stages[one.stage],
          namesOf(one.municipalities, language),
          figure(one.totals.events),
          figure(one.totals.participants),
          figure(one.totals.volunteers),
          hours(one.totals.hours),
        ]),
      ),
    ],
  };
}

const charted = ({ name, unit, decimals, baseline, target, targetOn, measurements }: AnnualIndicator) => ({
  name,
  unit,
  decimals,
  baseline,
  target,
  targetOn,
  measurements: measurements.map(({ measuredOn, value }) => ({ measuredOn, value })),
});

const valueOf = (one: { value: number } | null, decimals: number, language: Language): string =>
  one === null ? '–' : numberText(one.value, language, decimals);

export function indicators({ facts, language, words }: Making): Draft {
  if (facts.indicators.length === 0) return nothing(words.noIndicators);
  const reached = facts.indicators.filter((one) => progress(one, one.measurements).state === 'reached');
  const measured = facts.indicators.filter(({ measurements }) => measurements.length > 0);
  return {
    body: said(
      words.indicatorsTold({
        all: numberText(facts.indicators.length, language),
        reached: numberText(reached.length, language),
      }),
    ),
    figures: [
      tableOf(
        words.sections.indicators,
        [
          [words.indicator, 8],
          [words.before, 3, true],
          [words.latest, 3, true],
          [words.target, 3, true],
          [words.by, 3],
        ],
        facts.indicators.map((one) => {
          const { before, latest } = changeInYear(one, facts.year);
          return [
            one.unit === '' ? one.name : `${one.name} (${one.unit})`,
            valueOf(before, one.decimals, language),
            valueOf(latest, one.decimals, language),
            one.target === null ? '–' : numberText(one.target, language, one.decimals),
            one.targetOn === null ? '–' : formatDate(one.targetOn, language),
          ];
        }),
      ),
      ...(measured.length === 0 ? [] : [{ type: 'indicators' as const, indicators: measured.map(charted) }]),
    ],
  };
}

export function goals({ facts, words }: Making): Draft {
  const own = facts.themes.filter((one) => one.goals.length > 0);
  if (own.length === 0) return nothing(words.noGoals);
  return {
    body: {
      type: 'doc',
      content: [
        textBlock(words.goalsTold),
        ...own.flatMap((one): RichBlock[] => [
          { type: 'paragraph', content: [{ type: 'text', text: one.name, marks: [{ type: 'bold' }] }] },
          {
            type: 'bulletList',
            content: one.goals.map((goal) => ({ type: 'listItem' as const, content: [textBlock(goal)] })),
          },
        ]),
      ],
    },
    figures: own
      .filter(({ cards }) => cards.length > 0)
      .map(({ name, cards, arrows }): ReportFigure => ({ type: 'logic', name, cards, arrows })),
  };
}

export function plannedActions({ facts, language, words }: Making): Draft {
  const own = facts.actions.filter(({ stage }) => stage !== 'ended');
  if (own.length === 0) return nothing(words.noPlannedActions);
  return {
    body: said(words.plannedActionsTold(numberText(own.length, language))),
    figures: [
      tableOf(
        words.sections.planned_actions,
        [
          [words.action, 7],
          [words.stage, 3],
          [words.fields, 5],
          [words.municipalities, 5],
        ],
        own.map((one) => [
          `${one.code} ${one.name}`,
          words.stages[one.stage],
          namesOf(one.fields, language),
          namesOf(one.municipalities, language),
        ]),
      ),
    ],
  };
}

export function targets({ facts, language, words }: Making): Draft {
  if (facts.indicators.length === 0) return nothing(words.noTargets);
  return {
    body: said(words.targetsTold(numberText(facts.indicators.length, language))),
    figures: [
      tableOf(
        words.sections.targets,
        [
          [words.indicator, 8],
          [words.latest, 3, true],
          [words.target, 3, true],
          [words.by, 3],
        ],
        facts.indicators.map((one) => [
          one.unit === '' ? one.name : `${one.name} (${one.unit})`,
          valueOf(changeInYear(one, facts.year).latest, one.decimals, language),
          one.target === null ? '–' : numberText(one.target, language, one.decimals),
          one.targetOn === null ? '–' : formatDate(one.targetOn, language),
        ]),
      ),
    ],
  };
}
