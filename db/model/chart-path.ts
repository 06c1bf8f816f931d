/** A path (osallisuuden polku) as a picture: its steps one below the other on a line, with a bar for each period. */
import { BODY, numberText, round, SMALL, type Chart, type ChartLook } from './chart.ts';
import { element, label, seriesLook, type SvgNode } from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';

export interface PathChartInput {
  title: string;
  description: string;
  /** In their order. */
  steps: readonly { id: string; name: string }[];
  /** In time; the latest has the strongest colour. */
  periods: readonly { name: string; counts: Readonly<Record<string, number>> }[];
  words: { step: string; missing: string };
}

const LEADING = 15;
const THICK = 16;
const GAP = 5;
const LEAST_ROW = 46;
const DISC = 13;
/** Where the names begin: right of the numbered discs. */
const NAMES = 2 * DISC + 14;

/** Composes the picture. A share is that of the first step that was counted in the period. */
export function pathChart(input: PathChartInput, look: ChartLook): Chart {
  const { palette, language, width } = look;
  const { steps, periods, words } = input;
  const shareOf = (period: PathChartInput['periods'][number], count: number): number | null => {
    const first = steps.map(({ id }) => period.counts[id]).find((one) => one !== undefined);
    return first === undefined || first === 0 ? null : Math.round((100 * count) / first);
  };
  const say = (period: PathChartInput['periods'][number], id: string): string => {
    const count = period.counts[id];
    if (count === undefined) return words.missing;
    const share = shareOf(period, count);
    const number = numberText(count, language);
    return share === null ? number : `${number} (${share} %)`;
  };
  const names = Math.min(
    Math.max(0, ...steps.map(({ name }) => textWidth(name, BODY, 600))) + 16,
    Math.max(120, width * 0.36),
  );
  const bars = NAMES + names;
  const most = Math.max(0, ...periods.flatMap(({ counts }) => Object.values(counts)));
  const widest = Math.max(
    0,
    ...steps.flatMap(({ id }) => periods.map((period) => textWidth(say(period, id), SMALL, 600))),
  );
  const room = Math.max(20, width - bars - widest - 14);
  const lookOf = (index: number) => seriesLook(palette, periods.length - 1 - index);
  const nodes: SvgNode[] = [];
  let y = 4;
  if (periods.length > 1) {
    let x = bars;
    for (const [index, { name }] of periods.entries()) {
      const wide = textWidth(name, SMALL) + 36;
      if (x > bars && x + wide > width) {
        x = bars;
        y += 20;
      }
      const { fill, stroke } = lookOf(index);
      nodes.push(
        element('rect', { x, y, width: 12, height: 12, fill, stroke }),
        label(name, x + 18, y + 10.5, { size: SMALL, fill: palette.ink }),
      );
      x += wide;
    }
    y += 26;
  }
  const middles: number[] = [];
  for (const [place, step] of steps.entries()) {
    const lines = wrapText(step.name, names - 12, BODY);
    const height = Math.max(LEAST_ROW, lines.length * LEADING + 18, periods.length * (THICK + GAP) + 16);
    const middle = y + height / 2;
    middles.push(middle);
    for (const [index, text] of lines.entries())
      nodes.push(
        label(text, NAMES, middle + (index - (lines.length - 1) / 2) * LEADING + 4.5, {
          size: BODY,
          weight: 600,
          fill: palette.ink,
        }),
      );
    nodes.push(
      element('circle', {
        cx: DISC + 1,
        cy: middle,
        r: DISC,
        fill: palette.accentGround,
        stroke: palette.accent,
      }),
      label(String(place + 1), DISC + 1, middle + 4.5, {
        size: BODY,
        weight: 600,
        fill: palette.ink,
        anchor: 'middle',
      }),
    );
    const top = middle - (periods.length * (THICK + GAP) - GAP) / 2;
    for (const [index, period] of periods.entries()) {
      const count = period.counts[step.id];
      const long = most === 0 || count === undefined ? 0 : (room * count) / most;
      const at = top + index * (THICK + GAP);
      const { fill, stroke } = lookOf(index);
      if (long > 0)
        nodes.push(
          element('rect', { x: bars, y: at, width: Math.max(1, long), height: THICK, fill, stroke }),
        );
      nodes.push(
        label(say(period, step.id), bars + long + 7, at + THICK / 2 + 4, {
          size: SMALL,
          ...(count === undefined ? {} : { weight: 600 as const }),
          fill: count === undefined ? palette.muted : palette.ink,
        }),
      );
    }
    y += height;
  }
  // The way from step to step, between the discs.
  const ways = middles.slice(1).map((middle, index): SvgNode => {
    const from = (middles[index] ?? 0) + DISC + 2;
    const to = middle - DISC - 3;
    return element('path', {
      d: `M${DISC + 1} ${round(from)}V${round(to)}M${DISC - 3} ${round(to - 5)}L${DISC + 1} ${round(to)}L${DISC + 5} ${round(to - 5)}`,
      stroke: palette.edge,
      fill: 'none',
    });
  });
  return {
    picture: {
      width,
      height: y + 4,
      title: input.title,
      description: input.description,
      nodes: [...ways, ...nodes],
    },
    table: {
      caption: input.title,
      columns: [words.step, ...periods.map(({ name }) => name)],
      rows: steps.map((step, index) => [
        `${index + 1}. ${step.name}`,
        ...periods.map((period) => say(period, step.id)),
      ]),
    },
  };
}
