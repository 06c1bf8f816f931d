/** What the charts share: numbers and days as words, axes, and the table that stands behind every picture. */
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { daysBetween } from './dates.ts';
import type { Language } from './language.ts';
import { element, label, type Palette, type Picture, type SvgNode } from './svg.ts';
import { textWidth } from './text-width.ts';

/** A chart: the picture, and its figures as a table for those who would rather read them. */
export interface Chart {
  picture: Picture;
  table: ChartTable;
}
export interface ChartTable {
  caption: string;
  columns: string[];
  rows: string[][];
}

export interface ChartLook {
  width: number;
  palette: Palette;
  language: Language;
}

export const SMALL = 12;
export const BODY = 13;

const formats = new Map<string, Intl.NumberFormat>();

/** "12 345,5": with the signs of the language, and a no-break space between thousands. */
export function numberText(value: number, language: Language, decimals = 0): string {
  const key = `${language} ${String(decimals)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(`${language}-FI`, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      // Counts of four figures stand in sentences; sums with decimals stand in columns.
      useGrouping: decimals === 0 ? 'min2' : 'always',
    });
    formats.set(key, format);
  }
  return format.format(value);
}

/** A value with its unit; per cent stands as the sign does in Finnish. */
export function valueText(value: number, unit: string, language: Language, decimals = 0): string {
  const number = numberText(value, language, decimals);
  return unit === '' ? number : `${number}\u00a0${unit}`;
}

/**
 * A scale of values from low to high that begins at nought where the values are not far from it, with round ends.
 * Equal values still get room around them.
 */
export function valueScale(values: readonly number[], range: [number, number]): ScaleLinear<number, number> {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0 || !Number.isFinite(low) || !Number.isFinite(high))
    return scaleLinear().domain([0, 1]).range(range);
  // A narrow band high above nought is shown for itself: its changes would not be seen otherwise.
  const isFar = low > 0 && (high - low) / high < 0.35;
  const spread = high - low;
  const from = isFar ? low - Math.max(spread * 0.4, Math.abs(low) * 0.02) : Math.min(0, low);
  const to = high <= 0 ? 0 : high;
  return scaleLinear()
    .domain(from === to ? [from, from + 1] : [from, to])
    .range(range)
    .nice(4);
}

/** Decimals that the ticks of a scale need to be told apart; three at most. */
export function tickDecimals(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;
  return [0, 1, 2].find((decimals) => isWhole(step * 10 ** decimals)) ?? 3;
}

/** Hairlines and figures of the values, at the left. */
export function valueAxis(
  scale: ScaleLinear<number, number>,
  area: { left: number; right: number },
  { palette, language }: ChartLook,
  count = 4,
): SvgNode[] {
  const ticks = scale.ticks(count);
  const decimals = tickDecimals(ticks);
  return ticks.flatMap((tick) => {
    const y = scale(tick);
    return [
      element('path', {
        d: `M${area.left} ${round(y)}H${area.right}`,
        stroke: tick === 0 ? palette.edge : palette.hair,
        fill: 'none',
      }),
      label(numberText(tick, language, decimals), area.left - 7, y + 4, {
        size: SMALL,
        fill: palette.muted,
        anchor: 'end',
      }),
    ];
  });
}

/** The room that the figures of an axis take. */
export function axisWidth(scale: ScaleLinear<number, number>, language: Language, count = 4): number {
  const ticks = scale.ticks(count);
  const decimals = tickDecimals(ticks);
  return Math.max(...ticks.map((tick) => textWidth(numberText(tick, language, decimals), SMALL))) + 12;
}

const EPOCH = '1970-01-01';
export const dayNumber = (date: string): number => daysBetween(EPOCH, date);

export interface DayTick {
  day: number;
  text: string;
}

/** Marks of time between two days: years, or months "3/2026", so many as there is room for. */
export function dayTicks(from: string, to: string, most: number): DayTick[] {
  const [firstYear = 0, firstMonth = 1] = from.split('-').map(Number);
  const [lastYear = 0, lastMonth = 1] = to.split('-').map(Number);
  const months = (lastYear - firstYear) * 12 + lastMonth - firstMonth;
  const two = (value: number): string => String(value).padStart(2, '0');
  if (months > most * 3 || months > 30) {
    const step = Math.max(1, Math.ceil((lastYear - firstYear + 1) / most));
    const ticks: DayTick[] = [];
    for (let year = firstYear; year <= lastYear + 1; year += step) {
      const date = `${String(year).padStart(4, '0')}-01-01`;
      if (date >= from && date <= to) ticks.push({ day: dayNumber(date), text: String(year) });
    }
    return ticks;
  }
  const step = [1, 2, 3, 6].find((one) => months / one <= most) ?? 6;
  const ticks: DayTick[] = [];
  for (let index = 0; index <= months + 1; index++) {
    const month = firstMonth - 1 + index;
    if (month % step !== 0) continue;
    const year = firstYear + Math.floor(month / 12);
    const date = `${year}-${two((month % 12) + 1)}-01`;
    if (date >= from && date <= to) ticks.push({ day: dayNumber(date), text: `${(month % 12) + 1}/${year}` });
  }
  return ticks;
}

/** Places of labels moved apart, so that none lies upon another; in the order given, as near as can be. */
export function apart(
  places: readonly number[],
  least: number,
  area: { top: number; bottom: number },
): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let last = area.top - least;
  for (const one of order) {
    one.place = Math.max(one.place, last + least);
    last = one.place;
  }
  let next = area.bottom + least;
  for (const one of order.toReversed()) {
    one.place = Math.min(one.place, next - least);
    next = one.place;
  }
  const result = [...places];
  for (const { place, index } of order) result[index] = place;
  return result;
}

export const round = (value: number): number => Math.round(value * 100) / 100;
