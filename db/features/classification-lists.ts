/** The classifications as lists to choose from, in the order of the Finnish alphabet. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { LocalisedText } from '../model/language.ts';
import { sortKey } from '../model/sort-key.ts';
import { latestClassificationYear } from './classification.ts';

const byName = <Row extends { name: LocalisedText }>(rows: Row[]): Row[] =>
  rows
    .map((row) => [sortKey(row.name.fi), row] as const)
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([, row]) => row);

/** Municipalities (kunnat) of the newest year. */
export async function listMunicipalities(
  db: Kysely<Database>,
): Promise<{ code: string; name: LocalisedText; regionCode: string }[]> {
  const rows = await db
    .selectFrom('municipality')
    .select(['code', 'name_fi', 'name_sv', 'region_code'])
    .where('year', '=', (await latestClassificationYear(db)) ?? -1)
    .execute();
  return byName(
    rows.map((row) => ({
      code: row.code,
      name: { fi: row.name_fi, sv: row.name_sv },
      regionCode: row.region_code,
    })),
  );
}

/** Regions (maakunnat) of the newest year. */
export async function listRegions(db: Kysely<Database>): Promise<{ code: string; name: LocalisedText }[]> {
  const rows = await db
    .selectFrom('region')
    .select(['code', 'name_fi', 'name_sv'])
    .where('year', '=', (await latestClassificationYear(db)) ?? -1)
    .execute();
  return byName(rows.map((row) => ({ code: row.code, name: { fi: row.name_fi, sv: row.name_sv } })));
}

/** Fields (järjestökentät) of seats and organisations, in the board's own order. */
export async function listFields(
  db: Kysely<Database>,
): Promise<{ id: string; key: string; name: LocalisedText }[]> {
  const rows = await db.selectFrom('field').selectAll().orderBy('position').execute();
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    name: { fi: row.name_fi, sv: row.name_sv, en: row.name_en },
  }));
}
