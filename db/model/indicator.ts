/** Indicators (mittarit): a baseline, a target, measurements with their source, and how far one has come. */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { idSchema } from './identity.ts';

/** Whether more or less of it is better. */
const DIRECTIONS = ['up', 'down'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Teema-alue, toiminto, logiikkamallin kortti. */
const SUBJECT_KINDS = ['theme', 'action', 'card'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
export const subjectSchema = v.object({ kind: v.picklist(SUBJECT_KINDS), id: idSchema });
export type IndicatorSubject = v.InferOutput<typeof subjectSchema>;

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long'));
const words = v.optional(v.pipe(v.string(), v.maxLength(5_000, 'too_long')), '');
const value = v.pipe(
  v.number(),
  v.finite('number_form'),
  v.minValue(-1e12, 'number_too_large'),
  v.maxValue(1e12, 'number_too_large'),
);

export const indicatorInputSchema = v.pipe(
  v.object({
    name,
    unit: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40, 'too_long')), ''),
    description: words,
    direction: v.nullish(v.picklist(DIRECTIONS), null),
    decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)), 0),
    baseline: v.nullish(value, null),
    baselineOn: v.nullish(isoDateSchema, null),
    target: v.nullish(value, null),
    targetOn: v.nullish(isoDateSchema, null),
    source: words,
  }),
  v.forward(
    v.check(
      ({ baseline, target, direction }) =>
        baseline === null ||
        target === null ||
        direction === null ||
        (direction === 'up' ? target >= baseline : target <= baseline),
      'target_direction',
    ),
    ['target'],
  ),
  v.forward(
    v.check(
      ({ baselineOn, targetOn }) => baselineOn === null || targetOn === null || targetOn >= baselineOn,
      'ends_before_start',
    ),
    ['targetOn'],
  ),
);
export type IndicatorValues = v.InferOutput<typeof indicatorInputSchema>;

export const measurementSchema = v.object({
  measuredOn: isoDateSchema,
  value,
  source: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500, 'too_long')), ''),
  note: v.optional(v.pipe(v.string(), v.maxLength(2_000, 'too_long')), ''),
});
export type MeasurementValues = v.InferOutput<typeof measurementSchema>;

export interface Measured {
  measuredOn: string;
  value: number;
}

/** Measurements from the first to the latest. */
export function byDay<Row extends Measured>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (a.measuredOn < b.measuredOn ? -1 : a.measuredOn > b.measuredOn ? 1 : 0));
}

/** `reached`, `towards` (edistynyt), `none` (ei muutosta), `away` (kääntynyt), `unknown` (nothing to compare). */
export type ProgressState = 'reached' | 'towards' | 'none' | 'away' | 'unknown';

/**
 * How far the latest measurement has come from the baseline to the target. `share` is 0 at the baseline and 1 at the
 * target; it may be below 0 or above 1, and is null where one of the three is missing or target and baseline are equal.
 */
export function progress(
  indicator: { baseline: number | null; target: number | null; direction: Direction | null },
  measurements: readonly Measured[],
): { latest: Measured | null; share: number | null; state: ProgressState } {
  const latest = byDay(measurements).at(-1) ?? null;
  const { baseline, target } = indicator;
  if (latest === null || target === null) return { latest, share: null, state: 'unknown' };
  const direction = indicator.direction ?? (baseline !== null && target < baseline ? 'down' : 'up');
  const isReached = direction === 'up' ? latest.value >= target : latest.value <= target;
  const share =
    baseline === null || baseline === target ? null : (latest.value - baseline) / (target - baseline);
  if (isReached) return { latest, share, state: 'reached' };
  if (share === null) return { latest, share, state: 'unknown' };
  return { latest, share, state: share > 0 ? 'towards' : share < 0 ? 'away' : 'none' };
}
