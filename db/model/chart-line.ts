/** Lines over time: each with its name and latest value at its end, baseline and target as thin lines with their words. */
import { line as lineOf } from 'd3-shape';
import {
  apart,
  axisWidth,
  BODY,
  dayNumber,
  dayTicks,
  numberText,
  round,
  SMALL,
  valueAxis,
  valueScale,
  valueText,
  type Chart,
  type ChartLook,
} from './chart.ts';
import { formatDate } from './dates.ts';
import { element, label, seriesLook, shortened, type SvgNode } from './svg.ts';
import { textWidth } from './text-width.ts';

export interface LinePoint {
  /** ISO date. */
  on: string;
  value: number;
}
export interface LineSeries {
  name: string;
  points: readonly LinePoint[];
}
/** A level that is compared with: what is aimed at, or where one began. */
export interface Level {
  name: string;
  value: number;
  isTarget: boolean;
}

export interface LineChartInput {
  title: string;
  description: string;
  unit: string;
  decimals: number;
  series: readonly LineSeries[];
  levels?: readonly Level[];
  /** Days that the axis must hold besides those of the points, e.g. that of the target. */
  until?: string | null;
  height?: number;
  words: { date: string };
}

/** Composes the chart; a series with one point is a dot. Series without points have no line, and an empty row. */
export function lineChart(input: LineChartInput, look: ChartLook): Chart {
  const { palette, language, width } = look;
  const height = input.height ?? 300;
  const series = input.series.map(({ name, points }) => ({
    name,
    points: points.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  }));
  const levels = input.levels ?? [];
  const days = [...new Set(series.flatMap(({ points }) => points.map(({ on }) => on)))].sort();
  const [first, last] = [days[0] ?? '2000-01-01', days.at(-1) ?? '2000-12-31'];
  const until = input.until && input.until > last ? input.until : last;
  const ends = series.map(({ name, points }) => {
    const end = points.at(-1);
    if (!end) return '';
    const value = valueText(end.value, series.length === 1 ? input.unit : '', language, input.decimals);
    return series.length === 1 ? value : `${name} ${value}`;
  });
  const levelWords = levels.map(
    ({ name, value }) => `${name} ${numberText(value, language, input.decimals)}`,
  );
  const rightWords = Math.min(
    width * 0.36,
    Math.max(
      0,
      ...ends.map((text) => textWidth(text, BODY, 600)),
      ...levelWords.map((text) => textWidth(text, SMALL)),
    ) + 14,
  );
  const area = { top: 26, bottom: height - 26, left: 0, right: width - rightWords };
  const values = [
    ...series.flatMap(({ points }) => points.map(({ value }) => value)),
    ...levels.map(({ value }) => value),
  ];
  const y = valueScale(values, [area.bottom, area.top]);
  area.left = axisWidth(y, language);
  const span = Math.max(1, dayNumber(until) - dayNumber(first));
  const x = (date: number): number =>
    area.left + 6 + ((area.right - area.left - 12) * (date - dayNumber(first))) / span;

  const nodes: SvgNode[] = [
    label(input.unit, 0, 13, { size: SMALL, fill: palette.muted }),
    ...valueAxis(y, area, look),
    ...dayTicks(first, until, Math.max(2, Math.floor((area.right - area.left) / 80))).flatMap(
      ({ day, text }) => [
        element('path', {
          d: `M${round(x(day))} ${area.bottom}v4`,
          stroke: palette.edge,
          fill: 'none',
        }),
        label(text, x(day), area.bottom + 18, { size: SMALL, fill: palette.muted, anchor: 'middle' }),
      ],
    ),
    ...levels.map(({ value, isTarget }) =>
      element('path', {
        d: `M${area.left} ${round(y(value))}H${round(area.right)}`,
        stroke: isTarget ? palette.target : palette.edge,
        'stroke-width': isTarget ? 1.5 : 1,
        'stroke-dasharray': isTarget ? '7 4' : '1.5 3.5',
        fill: 'none',
      }),
    ),
  ];
  const path = lineOf<LinePoint>()
    .x(({ on }) => round(x(dayNumber(on))))
    .y(({ value }) => round(y(value)));
  for (const [index, { points }] of series.entries()) {
    const one = seriesLook(palette, index);
    if (points.length > 1)
      nodes.push(
        element('path', {
          d: path(points) ?? '',
          fill: 'none',
          stroke: one.stroke,
          'stroke-width': 2.25,
          'stroke-dasharray': one.dash,
          'stroke-linejoin': 'round',
        }),
      );
    for (const point of points)
      nodes.push(
        element('circle', {
          cx: x(dayNumber(point.on)),
          cy: y(point.value),
          r: 3.5,
          fill: palette.ground,
          stroke: one.stroke,
          'stroke-width': 2,
        }),
      );
  }
  const wanted = [
    ...series.map(({ points }) => (points.length > 0 ? y(points.at(-1)!.value) : area.bottom)),
    ...levels.map(({ value }) => y(value)),
  ];
  const placed = apart(wanted, 16, { top: area.top, bottom: area.bottom });
  const room = width - area.right - 10;
  for (const [index, text] of ends.entries()) {
    if (text === '') continue;
    const one = seriesLook(palette, index);
    nodes.push(
      label(shortened(text, room, BODY, 600), area.right + 10, (placed[index] ?? 0) + 4.5, {
        size: BODY,
        weight: 600,
        fill: one.stroke,
      }),
    );
  }
  for (const [index, text] of levelWords.entries())
    nodes.push(
      label(shortened(text, room, SMALL), area.right + 10, (placed[series.length + index] ?? 0) + 4, {
        size: SMALL,
        fill: levels[index]?.isTarget === true ? palette.target : palette.muted,
      }),
    );
  return {
    picture: { width, height, title: input.title, description: input.description, nodes },
    table: {
      caption: input.title,
      columns: [
        input.words.date,
        ...series.map(({ name }) => (input.unit === '' ? name : `${name} (${input.unit})`)),
      ],
      rows: days.map((day) => [
        formatDate(day, language),
        ...series.map(({ points }) => {
          const point = points.find(({ on }) => on === day);
          return point ? numberText(point.value, language, input.decimals) : '';
        }),
      ]),
    },
  };
}
