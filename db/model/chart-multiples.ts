/** Small multiples: many small line charts, each with its own measure and time, to be looked over at once. */
import { line as lineOf } from 'd3-shape';
import {
  BODY,
  dayNumber,
  dayTicks,
  numberText,
  round,
  SMALL,
  valueScale,
  valueText,
  type Chart,
  type ChartLook,
} from './chart.ts';
import type { LinePoint } from './chart-line.ts';
import { formatDate } from './dates.ts';
import { element, label, seriesLook, shortened, type SvgNode } from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';

export interface Multiple {
  name: string;
  unit: string;
  decimals: number;
  points: readonly LinePoint[];
  target: number | null;
}

export interface MultiplesInput {
  title: string;
  description: string;
  multiples: readonly Multiple[];
  /** `none` stands where there are no points. */
  words: { name: string; date: string; value: string; target: string; none: string };
}

const LEAST_WIDTH = 250;
const GAP = 26;
const HEAD = 56;
const PLOT = 84;
const FOOT = 24;
const TICK_ROOM = 24;

export function smallMultiples(input: MultiplesInput, look: ChartLook): Chart {
  const { palette, language, width } = look;
  const columns = Math.max(
    1,
    Math.min(input.multiples.length, Math.floor((width + GAP) / (LEAST_WIDTH + GAP))),
  );
  const own = (width - (columns - 1) * GAP) / columns;
  const height = HEAD + PLOT + FOOT;
  const one = seriesLook(palette, 0);
  const nodes = input.multiples.flatMap((multiple, index): SvgNode[] => {
    const left = (index % columns) * (own + GAP);
    const top = Math.floor(index / columns) * (height + GAP);
    const points = multiple.points.toSorted((a, b) => (a.on < b.on ? -1 : 1));
    const end = points.at(-1);
    const [first, last] = [points[0]?.on ?? '', end?.on ?? ''];
    const value = end ? valueText(end.value, multiple.unit, language, multiple.decimals) : input.words.none;
    const lines = wrapText(multiple.name, own, BODY, 600);
    const name = lines.length > 2 ? [lines[0]!, shortened(lines.slice(1).join(' '), own, BODY, 600)] : lines;
    const target =
      multiple.target === null
        ? ''
        : `${input.words.target} ${numberText(multiple.target, language, multiple.decimals)}`;
    const y = valueScale(
      [...points.map((point) => point.value), ...(multiple.target === null ? [] : [multiple.target])],
      [top + HEAD + PLOT, top + HEAD + 6],
    );
    const begin = end ? dayNumber(first) : 0;
    const span = Math.max(1, end ? dayNumber(last) - begin : 1);
    const x = (day: number): number => left + 4 + ((own - 8) * (day - begin)) / span;
    const path = lineOf<LinePoint>()
      .x(({ on }) => round(x(dayNumber(on))))
      .y((point) => round(y(point.value)));
    const bottom = top + HEAD + PLOT;
    const ticks = end ? dayTicks(first, last, Math.max(2, Math.floor(own / 70))) : [];
    return [
      ...name.map((words, at) =>
        label(words, left, top + 13 + at * 16, { size: BODY, weight: 600, fill: palette.ink }),
      ),
      label(value, left, top + HEAD - 8, { size: BODY, fill: one.stroke, weight: 600 }),
      ...(target === ''
        ? []
        : [
            label(target, left + textWidth(value, BODY, 600) + 10, top + HEAD - 8, {
              size: SMALL,
              fill: palette.target,
            }),
          ]),
      element('path', { d: `M${round(left)} ${bottom}h${round(own)}`, stroke: palette.edge, fill: 'none' }),
      ...ticks.map(({ day, text }) =>
        label(text, x(day), bottom + 16, {
          size: SMALL,
          fill: palette.muted,
          // The outer ones stay within the frame.
          anchor: x(day) - left < TICK_ROOM ? 'start' : left + own - x(day) < TICK_ROOM ? 'end' : 'middle',
        }),
      ),
      ...(multiple.target === null || points.length === 0
        ? []
        : [
            element('path', {
              d: `M${round(left)} ${round(y(multiple.target))}h${round(own)}`,
              stroke: palette.target,
              'stroke-dasharray': '5 4',
              fill: 'none',
            }),
          ]),
      ...(points.length > 1
        ? [
            element('path', {
              d: path(points) ?? '',
              fill: 'none',
              stroke: one.stroke,
              'stroke-width': 2,
              'stroke-linejoin': 'round',
            }),
          ]
        : []),
      ...(end
        ? [element('circle', { cx: x(dayNumber(end.on)), cy: y(end.value), r: 3.5, fill: one.stroke })]
        : []),
    ];
  });
  const rowCount = Math.ceil(input.multiples.length / columns);
  return {
    picture: {
      width,
      height: Math.max(1, rowCount * (height + GAP) - GAP + 4),
      title: input.title,
      description: input.description,
      nodes,
    },
    table: {
      caption: input.title,
      columns: [input.words.name, input.words.date, input.words.value],
      rows: input.multiples.flatMap((multiple) =>
        multiple.points
          .toSorted((a, b) => (a.on < b.on ? -1 : 1))
          .map((point) => [
            multiple.name,
            formatDate(point.on, language),
            valueText(point.value, multiple.unit, language, multiple.decimals),
          ]),
      ),
    },
  };
}
