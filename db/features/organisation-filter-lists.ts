/** The rows of the register that conditions of its filter choose from, with their names. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { LocalisedText } from '../model/language.ts';
import type { FilterLists } from '../model/organisation-filter-words.ts';
import { latestClassificationYear } from './classification.ts';
import { listFields, listMunicipalities, listRegions } from './classification-lists.ts';
import { listTags } from './organisation-card.ts';

/** @param prhClasses PRH's main classes, which come with the program */
export async function filterLists(
  db: Kysely<Database>,
  prhClasses: readonly ({ class: number } & LocalisedText)[],
): Promise<FilterLists> {
  const coded = (rows: readonly { code: string; name: LocalisedText }[]): FilterLists['region'] =>
    rows.map(({ code, name }) => ({ id: code, name }));
  const municipality = coded(await listMunicipalities(db));
  const named = (row: {
    id: string;
    name_fi: string;
    name_sv: string | null;
    name_en: string | null;
  }): FilterLists['region'][number] => ({
    id: row.id,
    name: { fi: row.name_fi, sv: row.name_sv, en: row.name_en },
  });
  const counties = await db
    .selectFrom('wellbeing_county')
    .select(['code', 'name_fi', 'name_sv'])
    .where('year', '=', (await latestClassificationYear(db)) ?? -1)
    .orderBy('name_fi')
    .execute();
  const networks = await db
    .selectFrom('network')
    .select(['id', 'name_fi', 'name_sv', 'name_en'])
    .orderBy('name_fi')
    .execute();
  const boards = (
    await db
      .selectFrom('board')
      .select(['id', 'name_fi', 'name_sv', 'name_en'])
      .orderBy('position')
      .orderBy('name_fi')
      .execute()
  ).map(named);
  const { rows: languages } = await sql<{ code: string }>`
    select distinct one.value as code from organisation, json_each(organisation.languages) as one order by 1`.execute(
    db,
  );
  return {
    field: (await listFields(db)).map(({ id, name }) => ({ id, name })),
    municipality,
    worksIn: municipality,
    region: coded(await listRegions(db)),
    wellbeingCounty: counties.map(({ code, name_fi: fi, name_sv: sv }) => ({ id: code, name: { fi, sv } })),
    network: networks.map(named),
    boardNetwork: boards,
    seat: boards,
    tag: (await listTags(db)).map((tag) => ({ id: tag, name: { fi: tag } })),
    language: languages.map(({ code }) => ({ id: code, name: languageName(code) })),
    prhClass: prhClasses.map(({ class: number, fi, sv, en }) => ({
      id: String(number),
      name: { fi, sv, en },
    })),
  };
}

/** "suomi" for `fi`; plain Finnish (selkosuomi) and other variants by their code. */
function languageName(code: string): LocalisedText {
  if (code === 'fi-selko') return { fi: 'selkosuomi', sv: 'lättläst finska', en: 'plain Finnish' };
  const inOwn = (language: string): string => {
    try {
      return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
    } catch {
      return code;
    }
  };
  return { fi: inOwn('fi'), sv: inOwn('sv'), en: inOwn('en') };
}
