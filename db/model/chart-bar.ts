/** Bars side by side: a row for each, its name at the left, its value at its end; nothing else is needed to read it. */
import { numberText, round, SMALL, BODY, valueText, type Chart, type ChartLook } from './chart.ts';
import { element, label, seriesLook, type SvgNode } from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';

export interface Bar {
  name: string;
  /** Null: not known, which is not nought. */
  value: number | null;
}

export interface BarChartInput {
  title: string;
  description: string;
  unit: string;
  decimals: number;
  bars: readonly Bar[];
  /** `missing` stands where a value is not known. */
  words: { name: string; value: string; missing: string };
}

const LEADING = 15;
const THICK = 18;
const LEAST_ROW = 28;

/** Composes the chart. Values are not negative here; a negative one is drawn as nought, and its figure says what it is. */
export function barChart(input: BarChartInput, look: ChartLook): Chart {
  const { palette, language, width } = look;
  const one = seriesLook(palette, 0);
  const longest = Math.max(0, ...input.bars.map(({ name }) => textWidth(name, BODY)));
  const names = Math.min(longest + 10, width * 0.42);
  const text = ({ value }: Bar): string =>
    value === null ? input.words.missing : valueText(value, input.unit, language, input.decimals);
  const right = Math.max(0, ...input.bars.map((bar) => textWidth(text(bar), SMALL, 600))) + 12;
  const room = Math.max(20, width - names - right);
  const most = Math.max(0, ...input.bars.map(({ value }) => value ?? 0));
  let y = 4;
  const nodes: SvgNode[] = [];
  const middles: number[] = [];
  for (const bar of input.bars) {
    const lines = wrapText(bar.name, names - 10, BODY);
    const height = Math.max(LEAST_ROW, lines.length * LEADING + 10);
    const middle = y + height / 2;
    middles.push(middle);
    for (const [index, words] of lines.entries())
      nodes.push(
        label(words, names - 10, middle + (index - (lines.length - 1) / 2) * LEADING + 4.5, {
          size: BODY,
          fill: palette.ink,
          anchor: 'end',
        }),
      );
    const long = most === 0 || bar.value === null ? 0 : Math.max(0, (room * bar.value) / most);
    if (long > 0)
      nodes.push(
        element('rect', {
          x: names,
          y: middle - THICK / 2,
          width: Math.max(1, long),
          height: THICK,
          fill: one.fill,
        }),
      );
    nodes.push(
      label(text(bar), names + long + 7, middle + 4, {
        size: SMALL,
        ...(bar.value === null ? {} : { weight: 600 as const }),
        fill: bar.value === null ? palette.muted : palette.ink,
      }),
    );
    y += height;
  }
  nodes.push(element('path', { d: `M${round(names)} 2V${round(y)}`, stroke: palette.edge, fill: 'none' }));
  return {
    picture: { width, height: y + 4, title: input.title, description: input.description, nodes },
    table: {
      caption: input.title,
      columns: [
        input.words.name,
        input.unit === '' ? input.words.value : `${input.words.value} (${input.unit})`,
      ],
      rows: input.bars.map((bar) => [
        bar.name,
        bar.value === null ? input.words.missing : numberText(bar.value, language, input.decimals),
      ]),
    },
  };
}
