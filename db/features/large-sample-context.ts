/** What the parts of the large sample share. */
import type { Insertable, Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { addDays } from '../model/dates.ts';
import type { Random } from '../model/seeded-random.ts';

/** How much of everything. */
export interface SampleSize {
  organisations: number;
  years: number;
  actions: number;
  municipalities: number;
}
export const LARGE_SIZE: SampleSize = {
  organisations: 7_000,
  years: 10,
  actions: 1_000,
  municipalities: 30,
};

export interface LargeContext {
  trx: Kysely<Database>;
  boardId: string;
  random: Random;
  size: SampleSize;
  /** The years of its meetings, the first first; the sample's own year is the last. */
  years: number[];
  organisationIds: string[];
  fieldIds: string[];
  classificationYear: number;
  municipalities: readonly { code: string; nameFi: string }[];
}

/** Nothing is said to have happened after the sample's own spring. */
export const lastDay = ({ years }: LargeContext): string => `${years.at(-1)}-05-31`;

/** Some day of a year. */
export const dayOf = ({ random }: LargeContext, year: number): string =>
  addDays(`${year}-01-01`, random.below(365));

/** Different ones of a list. */
export function some<Value>({ random }: LargeContext, values: readonly Value[], count: number): Value[] {
  const chosen = new Set<Value>();
  while (chosen.size < Math.min(count, values.length)) chosen.add(random.pick(values));
  return [...chosen];
}

/** Rows go in so many at a time: a statement holds a limited number of values. */
const CHUNK = 200;

export async function insertRows<Table extends keyof Database>(
  trx: Kysely<Database>,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK)
    await trx
      .insertInto(table)
      .values(rows.slice(at, at + CHUNK) as never)
      .execute();
}
