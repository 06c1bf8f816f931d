/**
 * A new yearly classification of municipalities (uusi kuntaluokitus): what it changes, and taking it into use. Earlier
 * years stay, so that what was recorded by them stays what it was; organisations move to the new year.
 */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { Classification, LanguageRatio } from '../model/classification.ts';
import { AppError } from '../model/errors.ts';
import { compareClassifications, type ClassificationChanges } from '../model/municipality-table.ts';
import { recordBatch, type Between } from './change-batches.ts';
import { importClassification, latestClassificationYear } from './classification.ts';
import { reindexOrganisationsOf } from './organisation-search.ts';

export interface ClassificationPreview extends Omit<ClassificationChanges, 'ended'> {
  year: number;
  /** The year that is in use now. */
  before: number;
  municipalities: number;
  /** With how many organisations have it as their municipality. */
  ended: (ClassificationChanges['ended'][number] & { organisations: number })[];
  /** Organisations that move to the new year by their code. */
  organisations: number;
}

/** @throws AppError CLASSIFICATION_OLD when a year as new is in use already */
export async function previewClassification(
  db: Kysely<Database>,
  classification: Classification,
): Promise<ClassificationPreview> {
  const before = await requireNewer(db, classification.year);
  const changes = compareClassifications(await storedClassification(db, before), classification);
  const counted = await db
    .selectFrom('organisation')
    .select((eb) => ['municipality_code as code', eb.fn.countAll<number>().as('count')])
    .where('municipality_code', 'is not', null)
    .groupBy('municipality_code')
    .execute();
  const counts = new Map(counted.map(({ code, count }) => [code, count]));
  const codes = new Set(classification.municipalities.map(({ code }) => code));
  return {
    ...changes,
    year: classification.year,
    before,
    municipalities: codes.size,
    ended: changes.ended.map((one) => ({ ...one, organisations: counts.get(one.code) ?? 0 })),
    organisations: counted.reduce((sum, { code, count }) => sum + (codes.has(code ?? '') ? count : 0), 0),
  };
}

async function requireNewer(db: Kysely<Database>, year: number): Promise<number> {
  const latest = (await latestClassificationYear(db)) ?? 0;
  if (year <= latest) throw new AppError('CLASSIFICATION_OLD', { year, latest });
  return latest;
}

async function storedClassification(
  db: Kysely<Database>,
  year: number,
): Promise<Pick<Classification, 'municipalities' | 'regions' | 'wellbeingCounties'>> {
  const municipalities = await db
    .selectFrom('municipality')
    .select(['code', 'name_fi as nameFi', 'name_sv as nameSv', 'region_code as regionCode'])
    .select(['wellbeing_county_code as wellbeingCountyCode', 'language_ratio as languageRatio'])
    .where('year', '=', year)
    .execute();
  const area = ['code', 'name_fi as nameFi', 'name_sv as nameSv'] as const;
  return {
    regions: await db.selectFrom('region').select(area).where('year', '=', year).execute(),
    wellbeingCounties: await db
      .selectFrom('wellbeing_county')
      .select(area)
      .where('year', '=', year)
      .execute(),
    municipalities: municipalities.map((one) => ({
      ...one,
      languageRatio: one.languageRatio as LanguageRatio,
    })),
  };
}

const SLICE = 1_000;

/**
 * Takes the classification into use as one batch that can be taken back. Organisations go to the new year by their
 * code; those of a municipality that ended go to its successor, and without one they stay in the year in which it was.
 * @param successors codes of the new year by codes that ended
 * @throws AppError CLASSIFICATION_OLD; INVALID_INPUT for a successor that is not in the new year; what `between` throws
 */
export async function takeClassification(
  trx: Kysely<Database>,
  input: { classification: Classification; successors: Readonly<Record<string, string>> },
  options: { title: string; by: string; at: string; between: Between },
): Promise<{
  counts: { municipalities: number; organisations: number; moved: number; classificationYear: number };
  batchId: string | null;
}> {
  const { classification, successors } = input;
  const { year } = classification;
  await requireNewer(trx, year);
  const names = new Map(classification.municipalities.map((one) => [one.code, one.nameFi]));
  for (const code of Object.values(successors))
    if (!names.has(code))
      throw new AppError('INVALID_INPUT', {}, { municipalityCode: 'municipality_unknown' });
  return await recordBatch(trx, { kind: 'bulk', ...options }, async () => {
    const old = await storedClassification(trx, (await latestClassificationYear(trx)) ?? -1);
    const oldNames = new Map(old.municipalities.map((one) => [one.code, one.nameFi]));
    await importClassification(trx, classification);
    // The year is what an undo takes away: classifications are facts and not in the log.
    const counts = { municipalities: names.size, organisations: 0, moved: 0, classificationYear: year };
    const rows = await trx
      .selectFrom('organisation')
      .select(['id', 'municipality_code as code'])
      .where('municipality_code', 'is not', null)
      .orderBy('id')
      .execute();
    for (let start = 0; start < rows.length; start += SLICE) {
      const part = rows.slice(start, start + SLICE).flatMap(({ id, code }) => {
        const next = names.has(code ?? '') ? code : successors[code ?? ''];
        return next === undefined || next === null ? [] : [{ id, code: next, was: code ?? '' }];
      });
      if (part.length > 0)
        await sql`update organisation set municipality_year = ${year}, municipality_code = moved.value ->> 'code',
          version = version + 1 from json_each(${JSON.stringify(part)}) as moved
          where organisation.id = moved.value ->> 'id'`.execute(trx);
      const renamed = part.filter(({ code, was }) => code !== was || names.get(code) !== oldNames.get(was));
      await reindexOrganisationsOf(
        trx,
        renamed.map(({ id }) => id),
      );
      counts.organisations += part.length;
      counts.moved += part.filter(({ code, was }) => code !== was).length;
      await options.between(Math.min(start + SLICE, rows.length), rows.length);
    }
    for (const [ended, successor] of Object.entries(successors)) {
      await moveAreas(trx, ended, successor);
      await trx
        .updateTable('contact_role_holder')
        .set({ year, municipality_code: successor })
        .where('municipality_code', '=', ended)
        .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', options.at.slice(0, 10))]))
        .execute();
    }
    return { counts };
  });
}

/** In areas of work the successor stands in the place of the municipality that ended, once. */
async function moveAreas(trx: Kysely<Database>, ended: string, successor: string): Promise<void> {
  const rows = await trx
    .selectFrom('organisation')
    .select(['id', 'area_codes'])
    .where(sql<boolean>`instr(area_codes, ${`"${ended}"`}) > 0`)
    .execute();
  for (const { id, area_codes: codes } of rows) {
    const moved = (JSON.parse(codes) as string[]).map((code) => (code === ended ? successor : code));
    await trx
      .updateTable('organisation')
      .set((eb) => ({ area_codes: JSON.stringify([...new Set(moved)]), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }
}
