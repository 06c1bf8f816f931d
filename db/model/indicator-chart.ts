/** The charts of indicators, with their words: on the screen, as a file, and in documents. */
import { lineChart } from './chart-line.ts';
import { smallMultiples } from './chart-multiples.ts';
import { valueText, type Chart, type ChartLook } from './chart.ts';
import { formatDate } from './dates.ts';
import { byDay, type Measured } from './indicator.ts';
import type { Language } from './language.ts';

export interface ChartedIndicator {
  name: string;
  unit: string;
  decimals: number;
  baseline: number | null;
  target: number | null;
  targetOn: string | null;
  measurements: readonly Measured[];
}

interface Words {
  date: string;
  value: string;
  name: string;
  target: string;
  baseline: string;
  none: string;
  all: string;
  told: (facts: { name: string; count: number; first: string; last: string; value: string }) => string;
}

const WORDS: Record<Language, Words> = {
  fi: {
    date: 'Päivä',
    value: 'Arvo',
    name: 'Mittari',
    target: 'Tavoite',
    baseline: 'Lähtötaso',
    none: 'ei mittauksia',
    all: 'Mittarit',
    told: ({ name, count, first, last, value }) =>
      `${name}. Mittauksia ${count}, ${first}–${last}. Viimeisin arvo ${value}.`,
  },
  sv: {
    date: 'Dag',
    value: 'Värde',
    name: 'Indikator',
    target: 'Mål',
    baseline: 'Utgångsnivå',
    none: 'inga mätningar',
    all: 'Indikatorer',
    told: ({ name, count, first, last, value }) =>
      `${name}. Mätningar ${count}, ${first}–${last}. Senaste värde ${value}.`,
  },
  en: {
    date: 'Day',
    value: 'Value',
    name: 'Indicator',
    target: 'Target',
    baseline: 'Baseline',
    none: 'no measurements',
    all: 'Indicators',
    told: ({ name, count, first, last, value }) =>
      `${name}. Measurements ${count}, ${first}–${last}. Latest value ${value}.`,
  },
};

const pointsOf = (measurements: readonly Measured[]) =>
  byDay(measurements).map(({ measuredOn, value }) => ({ on: measuredOn, value }));

/** One sentence or two that say what the chart of an indicator shows. */
function indicatorTold(indicator: ChartedIndicator, language: Language): string {
  const { name, unit, decimals, measurements } = indicator;
  const all = byDay(measurements);
  const [first, last] = [all[0], all.at(-1)];
  const words = WORDS[language];
  if (!first || !last) return `${name}: ${words.none}.`;
  return words.told({
    name,
    count: all.length,
    first: formatDate(first.measuredOn, language),
    last: formatDate(last.measuredOn, language),
    value: valueText(last.value, unit, language, decimals),
  });
}

/** The measurements of one indicator as a line, with its target and baseline. */
export function indicatorChart(indicator: ChartedIndicator, look: ChartLook): Chart {
  const { name, unit, decimals, measurements, target, targetOn, baseline } = indicator;
  const words = WORDS[look.language];
  return lineChart(
    {
      title: name,
      description: indicatorTold(indicator, look.language),
      unit,
      decimals,
      series: [{ name, points: pointsOf(measurements) }],
      levels: [
        ...(target === null ? [] : [{ name: words.target, value: target, isTarget: true }]),
        ...(baseline === null ? [] : [{ name: words.baseline, value: baseline, isTarget: false }]),
      ],
      until: targetOn,
      words,
    },
    look,
  );
}

/** Many indicators as small charts. */
export function indicatorCharts(indicators: readonly ChartedIndicator[], look: ChartLook): Chart {
  const words = WORDS[look.language];
  return smallMultiples(
    {
      title: words.all,
      description: indicators.map((one) => indicatorTold(one, look.language)).join(' '),
      multiples: indicators.map(({ name, unit, decimals, measurements, target }) => ({
        name,
        unit,
        decimals,
        target,
        points: pointsOf(measurements),
      })),
      words: { ...words, target: words.target.toLocaleLowerCase(look.language) },
    },
    look,
  );
}
