/** Bars made of parts: each row a whole, its parts in the same order, the keys of the parts above. */
import { BODY, numberText, SMALL, valueText, type Chart, type ChartLook } from './chart.ts';
import { element, label, seriesLook, type SvgNode } from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';

export interface StackedChartInput {
  title: string;
  description: string;
  unit: string;
  decimals: number;
  /** Names of the parts, in their order. */
  parts: readonly string[];
  /** A value for each part; never negative. */
  rows: readonly { name: string; values: readonly number[] }[];
  /** Whether every row is as long as the others, its parts shares of it. */
  isShare?: boolean;
  /** Whether the parts go from the worst to the best: then the colours do, too. */
  isScale?: boolean;
  words: { name: string; total: string };
}

const LEADING = 15;
const THICK = 22;
const LEAST_ROW = 34;
const KEY = 12;

/** Looks of series from the worst to the best. */
const FROM_WORST = [4, 2, 3, 1, 0];

/** Which look of the palette the part at a place has. */
function lookOf({ parts, isScale }: StackedChartInput, place: number): number {
  if (isScale !== true || parts.length < 2) return place;
  return FROM_WORST[Math.round((place * (FROM_WORST.length - 1)) / (parts.length - 1))] ?? place;
}

export function stackedChart(input: StackedChartInput, look: ChartLook): Chart {
  const { palette, language, width } = look;
  const nodes: SvgNode[] = [];
  let [x, y] = [0, 4];
  for (const [index, part] of input.parts.entries()) {
    const room = KEY + 6 + textWidth(part, SMALL) + 18;
    if (x > 0 && x + room > width) [x, y] = [0, y + 20];
    const one = seriesLook(palette, lookOf(input, index));
    nodes.push(
      element('rect', {
        x: x + 0.5,
        y: y + 0.5,
        width: KEY - 1,
        height: KEY - 1,
        fill: one.fill,
        stroke: one.stroke,
      }),
      label(part, x + KEY + 6, y + 10.5, { size: SMALL, fill: palette.ink }),
    );
    x += room;
  }
  y += input.parts.length > 0 ? 28 : 0;
  const sums = input.rows.map(({ values }) => values.reduce((sum, value) => sum + Math.max(0, value), 0));
  const longest = Math.max(0, ...input.rows.map(({ name }) => textWidth(name, BODY)));
  const names = Math.min(longest + 10, width * 0.38);
  const total = (sum: number): string => valueText(sum, input.unit, language, input.decimals);
  const right = Math.max(0, ...sums.map((sum) => textWidth(total(sum), SMALL, 600))) + 12;
  const room = Math.max(20, width - names - right);
  const most = Math.max(0, ...sums);
  for (const [place, row] of input.rows.entries()) {
    const sum = sums[place] ?? 0;
    const lines = wrapText(row.name, names - 10, BODY);
    const height = Math.max(LEAST_ROW, lines.length * LEADING + 12);
    const middle = y + height / 2;
    for (const [index, words] of lines.entries())
      nodes.push(
        label(words, names - 10, middle + (index - (lines.length - 1) / 2) * LEADING + 4.5, {
          size: BODY,
          fill: palette.ink,
          anchor: 'end',
        }),
      );
    const whole = input.isShare === true ? sum : most;
    let left = names;
    for (const [index, value] of row.values.entries()) {
      const long = whole === 0 ? 0 : (room * Math.max(0, value)) / whole;
      if (long <= 0) continue;
      const one = seriesLook(palette, lookOf(input, index));
      const figure = numberText(value, language, input.decimals);
      nodes.push(
        element('rect', {
          x: left,
          y: middle - THICK / 2,
          width: long,
          height: THICK,
          fill: one.fill,
          stroke: palette.ground,
          'stroke-width': 1.5,
        }),
      );
      if (textWidth(figure, SMALL, 600) + 8 <= long)
        nodes.push(
          label(figure, left + long / 2, middle + 4, {
            size: SMALL,
            weight: 600,
            fill: one.onFill,
            anchor: 'middle',
          }),
        );
      left += long;
    }
    nodes.push(label(total(sum), left + 7, middle + 4, { size: SMALL, weight: 600, fill: palette.ink }));
    y += height;
  }
  return {
    picture: { width, height: y + 4, title: input.title, description: input.description, nodes },
    table: {
      caption: input.title,
      columns: [input.words.name, ...input.parts, input.words.total],
      rows: input.rows.map((row, place) => [
        row.name,
        ...input.parts.map((_, index) => numberText(row.values[index] ?? 0, language, input.decimals)),
        numberText(sums[place] ?? 0, language, input.decimals),
      ]),
    },
  };
}
