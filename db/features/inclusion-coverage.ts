/** Coverage (kattavuus) of immigrant inclusion in the municipalities of a board's region. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { isInForce } from '../model/inclusion.ts';
import { coverage, type Coverage, type CoverageFilter } from '../model/inclusion-coverage.ts';
import type { LocalisedText } from '../model/language.ts';
import { latestClassificationYear } from './classification.ts';
import { inclusionEntries, type InclusionEntry } from './inclusion-views.ts';

export interface CoverageView {
  region: { code: string; name: LocalisedText } | null;
  coverage: Coverage;
  /** All of the board, also what the filter leaves out. */
  entries: InclusionEntry[];
}

/**
 * @param regionCode of another region than the board's own; null: the board's
 * @param today ISO date, for the flags of the entries
 */
export async function inclusionCoverage(
  db: Kysely<Database>,
  input: { boardId: string; regionCode: string | null; filter: CoverageFilter },
  today: string,
): Promise<CoverageView> {
  const entries = await inclusionEntries(db, input.boardId, today);
  const region = await regionOf(db, input.boardId, input.regionCode);
  return {
    region: region && { code: region.code, name: region.name },
    coverage: coverage(entries, region?.municipalities ?? [], input.filter),
    entries,
  };
}

/** Municipalities without a support point (tukipiste) in force; null where the board has none anywhere. */
export async function supportPointGaps(
  db: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<{ code: string; name: LocalisedText }[] | null> {
  const points = (await inclusionEntries(db, boardId, today)).filter(({ kind }) => kind === 'support_point');
  const region = await regionOf(db, boardId, null);
  if (points.length === 0 || region === null) return null;
  const open = points.filter((point) => isInForce(point, today));
  if (open.some(({ isRegional }) => isRegional)) return [];
  return region.municipalities.filter(
    ({ code }) => !open.some(({ municipalities }) => municipalities.includes(code)),
  );
}

async function regionOf(
  db: Kysely<Database>,
  boardId: string,
  wanted: string | null,
): Promise<{
  code: string;
  name: LocalisedText;
  municipalities: { code: string; name: LocalisedText }[];
} | null> {
  const board = await db
    .selectFrom('board')
    .select('region_code')
    .where('id', '=', boardId)
    .executeTakeFirst();
  const code = wanted ?? board?.region_code ?? null;
  const year = await latestClassificationYear(db);
  if (code === null || year === null) return null;
  const region = await db
    .selectFrom('region')
    .select(['name_fi', 'name_sv'])
    .where('year', '=', year)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!region) return null;
  const municipalities = await db
    .selectFrom('municipality')
    .select(['code', 'name_fi', 'name_sv'])
    .where('year', '=', year)
    .where('region_code', '=', code)
    .orderBy('name_fi')
    .execute();
  return {
    code,
    name: { fi: region.name_fi, sv: region.name_sv },
    municipalities: municipalities.map((one) => ({
      code: one.code,
      name: { fi: one.name_fi, sv: one.name_sv },
    })),
  };
}
