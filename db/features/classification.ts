/** Classifications in the database: municipalities of a year, and the fields of seats. */
import type { Insertable, Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { parseClassification, type Classification, type Fields } from '../model/classification.ts';
import { newId } from '../model/identity.ts';

export { parseClassification, type Classification };

/** Rows per insert; SQLite takes at most 32,766 parameters. */
const CHUNK = 500;

/**
 * Writes one year's classification. Idempotent: a second import of the same year corrects names and memberships
 * and never removes a code, so that organisations which refer to it stay whole. Throws `CLASSIFICATION_INVALID`.
 */
export async function importClassification(
  trx: Kysely<Database>,
  classification: Classification,
): Promise<{ year: number; regions: number; wellbeingCounties: number; municipalities: number }> {
  const { year, regions, wellbeingCounties, municipalities } = parseClassification(classification);
  const area = (row: { code: string; nameFi: string; nameSv: string }): Insertable<Database['region']> => ({
    year,
    code: row.code,
    name_fi: row.nameFi,
    name_sv: row.nameSv,
  });
  for (const [table, rows] of [
    ['region', regions],
    ['wellbeing_county', wellbeingCounties],
  ] as const)
    for (const part of chunks(rows.map(area)))
      await trx
        .insertInto(table)
        .values(part)
        .onConflict((conflict) =>
          conflict.columns(['year', 'code']).doUpdateSet((eb) => ({
            name_fi: eb.ref('excluded.name_fi'),
            name_sv: eb.ref('excluded.name_sv'),
          })),
        )
        .execute();
  const rows = municipalities.map((row) => ({
    ...area(row),
    region_code: row.regionCode,
    wellbeing_county_code: row.wellbeingCountyCode,
    language_ratio: row.languageRatio,
  }));
  for (const part of chunks(rows))
    await trx
      .insertInto('municipality')
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(['year', 'code']).doUpdateSet((eb) => ({
          name_fi: eb.ref('excluded.name_fi'),
          name_sv: eb.ref('excluded.name_sv'),
          region_code: eb.ref('excluded.region_code'),
          wellbeing_county_code: eb.ref('excluded.wellbeing_county_code'),
          language_ratio: eb.ref('excluded.language_ratio'),
        })),
      )
      .execute();
  return {
    year,
    regions: regions.length,
    wellbeingCounties: wellbeingCounties.length,
    municipalities: municipalities.length,
  };
}

/** The newest year whose municipalities are in the database, or `null` when there are none. */
export async function latestClassificationYear(trx: Kysely<Database>): Promise<number | null> {
  const row = await trx
    .selectFrom('municipality')
    .select((eb) => eb.fn.max('year').as('year'))
    .executeTakeFirst();
  return row?.year ?? null;
}

/** Takes a year away again. False: something refers to it, and it stays. */
export async function removeClassificationYear(trx: Kysely<Database>, year: number): Promise<boolean> {
  const used = await trx
    .selectFrom('organisation')
    .select('id')
    .where('municipality_year', '=', year)
    .limit(1)
    .executeTakeFirst();
  const held = await trx
    .selectFrom('contact_role_holder')
    .select('id')
    .where('year', '=', year)
    .limit(1)
    .executeTakeFirst();
  if (used || held) return false;
  for (const table of ['municipality', 'wellbeing_county', 'region'] as const)
    await trx.deleteFrom(table).where('year', '=', year).execute();
  return true;
}

/** Adds the fields whose key is not there yet; a field the board has renamed keeps its name. Returns how many. */
export async function importFields(trx: Kysely<Database>, fields: Fields): Promise<number> {
  const known = await trx.selectFrom('field').select(['key', 'position']).execute();
  const keys = new Set(known.map((row) => row.key));
  let position = Math.max(-1, ...known.map((row) => row.position));
  const missing = fields
    .filter((field) => !keys.has(field.key))
    .map((field) => ({
      id: newId(),
      key: field.key,
      name_fi: field.fi,
      name_sv: field.sv,
      name_en: field.en,
      position: ++position,
    }));
  for (const part of chunks(missing)) await trx.insertInto('field').values(part).execute();
  return missing.length;
}

function chunks<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) =>
    rows.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
