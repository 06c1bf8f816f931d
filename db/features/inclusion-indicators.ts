/** Indicators (mittarit) that are measured by the counts of immigrant inclusion. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { figureOfYear, type InclusionFigure } from '../model/inclusion.ts';
import { LEAST_SHOWN } from '../model/small-counts.ts';
import { inclusionEntries, inclusionRow } from './inclusion-views.ts';
import { indicatorRow, listIndicators, saveMeasurement } from './indicators.ts';

export interface InclusionIndicator {
  id: string;
  name: string;
  unit: string;
  decimals: number;
  /** Its latest measurement. */
  latest: { measuredOn: string; value: number } | null;
  /** What the entries that are tied to it amount to, by year, the latest first. */
  years: { year: string; on: string; value: number; parts: InclusionFigure[]; isMeasured: boolean }[];
}

/** Indicators to which an entry is tied. @param today ISO date. @throws AppError NOT_FOUND */
export async function inclusionIndicators(
  db: Kysely<Database>,
  entryId: string,
  today: string,
): Promise<InclusionIndicator[]> {
  const { board_id } = await inclusionRow(db, entryId);
  const links = await db
    .selectFrom('inclusion_indicator')
    .innerJoin('inclusion_entry', 'inclusion_entry.id', 'entry_id')
    .select(['entry_id', 'indicator_id'])
    .where('board_id', '=', board_id)
    .execute();
  const own = links.filter((one) => one.entry_id === entryId).map((one) => one.indicator_id);
  if (own.length === 0) return [];
  const figures = (await inclusionEntries(db, board_id, today)).flatMap(({ figure }) => figure ?? []);
  return (await listIndicators(db, board_id))
    .filter(({ id }) => own.includes(id))
    .map(({ id, name, unit, decimals, measurements }) => {
      const tied = figures.filter(({ entryId: of }) =>
        links.some((one) => one.indicator_id === id && one.entry_id === of),
      );
      const years = [...new Set(tied.map(({ on }) => on.slice(0, 4)))].sort().reverse();
      const latest = measurements.at(-1);
      return {
        id,
        name,
        unit,
        decimals,
        latest: latest ? { measuredOn: latest.measuredOn, value: latest.value } : null,
        years: years.flatMap((year) => {
          const sum = figureOfYear(tied, year);
          return sum
            ? { year, ...sum, isMeasured: measurements.some(({ measuredOn }) => measuredOn === sum.on) }
            : [];
        }),
      };
    });
}

/** Ties an entry to an indicator or unties it. @throws AppError NOT_FOUND, OTHER_BOARD */
export async function setInclusionIndicator(
  trx: Kysely<Database>,
  input: { entryId: string; indicatorId: string; isLinked: boolean },
): Promise<void> {
  const entry = await inclusionRow(trx, input.entryId);
  const indicator = await indicatorRow(trx, input.indicatorId);
  if (entry.board_id !== indicator.board_id) throw new AppError('OTHER_BOARD');
  if (input.isLinked)
    await trx
      .insertInto('inclusion_indicator')
      .values({ entry_id: entry.id, indicator_id: indicator.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await trx
      .deleteFrom('inclusion_indicator')
      .where('entry_id', '=', entry.id)
      .where('indicator_id', '=', indicator.id)
      .execute();
}

/**
 * Notes what the entries of an indicator amount to in a year as a measurement of it; its source names them.
 * @param today ISO date
 * @throws AppError NOT_FOUND, NOTHING_COUNTED, MEASURED_ALREADY, COUNT_TOO_SMALL because measurements are published
 */
export async function measureByInclusion(
  trx: Kysely<Database>,
  input: { entryId: string; indicatorId: string; year: string },
  today: string,
): Promise<{ value: number; on: string }> {
  const found = (await inclusionIndicators(trx, input.entryId, today))
    .find(({ id }) => id === input.indicatorId)
    ?.years.find(({ year }) => year === input.year);
  if (!found) throw new AppError('NOTHING_COUNTED', { year: input.year });
  if (found.value > 0 && found.value < LEAST_SHOWN) throw new AppError('COUNT_TOO_SMALL');
  await saveMeasurement(trx, {
    id: null,
    indicatorId: input.indicatorId,
    values: {
      measuredOn: found.on,
      value: found.value,
      source: found.parts.map(({ code }) => code).join(', '),
      note: '',
    },
  });
  return { value: found.value, on: found.on };
}
