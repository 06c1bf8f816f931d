/**
 * A path (osallisuuden polku): ordered steps, and for each period how many reached each step. Counts that look wrong are
 * told in words and kept: somebody who began in an earlier period may well reach a later step in this one.
 */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { AppError } from './errors.ts';
import { idSchema } from './identity.ts';
import { overlappingDays } from './opening-hours.ts';
import { countSchema, workNameSchema } from './volunteer-action.ts';

export interface PathStep {
  id: string;
  name: string;
}

export interface PathPeriod {
  startsOn: string;
  endsOn: string;
  /** How many were on the path in the period; null: not counted. */
  total: number | null;
  /** How many of them left it before its end. */
  leftCount: number | null;
  /** By the step's id; a step without a count was not counted, which is not nought. */
  counts: Readonly<Record<string, number>>;
}

const note = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2_000, 'too_long')), '');
export const pathStepSchema = v.object({ name: workNameSchema, note });
export type PathStepValues = v.InferOutput<typeof pathStepSchema>;

export const pathPeriodSchema = v.pipe(
  v.object({
    startsOn: isoDateSchema,
    endsOn: isoDateSchema,
    total: countSchema,
    leftCount: countSchema,
    counts: v.optional(
      v.pipe(v.array(v.object({ stepId: idSchema, count: countSchema })), v.maxLength(100)),
      [],
    ),
    note,
  }),
  v.forward(
    v.check(({ startsOn, endsOn }) => endsOn >= startsOn, 'ends_before_start'),
    ['endsOn'],
  ),
);
export type PathPeriodValues = v.InferOutput<typeof pathPeriodSchema>;

/**
 * Whether a period may be noted beside the others of its path.
 * @throws AppError PATH_WITHOUT_STEPS, PERIODS_OVERLAP with the days of the other
 */
export function checkPeriod(
  steps: readonly PathStep[],
  others: readonly Pick<PathPeriod, 'startsOn' | 'endsOn'>[],
  period: Pick<PathPeriod, 'startsOn' | 'endsOn'>,
): void {
  if (steps.length === 0) throw new AppError('PATH_WITHOUT_STEPS');
  const other = others.find((one) => overlappingDays([one, period]) !== null);
  if (other)
    throw new AppError(
      'PERIODS_OVERLAP',
      { from: other.startsOn, to: other.endsOn },
      { startsOn: 'periods_overlap' },
    );
}

/** What does not add up in the counts of a period. Names are those of steps. */
export type PathFinding =
  | { code: 'later_larger'; step: string; count: number; before: string; beforeCount: number }
  | { code: 'total_below'; total: number; step: string; count: number }
  | { code: 'left_over'; total: number; left: number; last: number }
  | { code: 'not_counted'; step: string };

/** What to look at again in a period, step by step. @param steps in their order */
export function pathFindings(steps: readonly PathStep[], period: PathPeriod): PathFinding[] {
  const findings: PathFinding[] = [];
  let before: { name: string; count: number } | null = null;
  let largest: { name: string; count: number } | null = null;
  for (const { id, name } of steps) {
    const count = period.counts[id];
    if (count === undefined) {
      findings.push({ code: 'not_counted', step: name });
      continue;
    }
    if (before && count > before.count)
      findings.push({
        code: 'later_larger',
        step: name,
        count,
        before: before.name,
        beforeCount: before.count,
      });
    before = { name, count };
    if (largest === null || count > largest.count) largest = before;
  }
  const { total, leftCount } = period;
  if (total === null) return findings;
  if (largest && largest.count > total)
    findings.push({ code: 'total_below', total, step: largest.name, count: largest.count });
  // Who reached the end did not leave, so that both are within the total.
  const last = period.counts[steps.at(-1)?.id ?? ''] ?? 0;
  if (leftCount !== null && leftCount + last > total)
    findings.push({ code: 'left_over', total, left: leftCount, last });
  return findings;
}

/** In the order of time. */
export function inTime<Period extends { startsOn: string }>(periods: readonly Period[]): Period[] {
  return periods.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
}

/** How many reached the last step in the latest period in which it was counted, and when that ended. */
export function pathFigure(
  steps: readonly PathStep[],
  periods: readonly PathPeriod[],
): { on: string; count: number } | null {
  const last = steps.at(-1);
  if (!last) return null;
  for (const period of inTime(periods).toReversed()) {
    const count = period.counts[last.id];
    if (count !== undefined) return { on: period.endsOn, count };
  }
  return null;
}
