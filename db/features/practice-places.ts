/** Good practices by municipality: where each stands, as a matrix and as a list of places. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { LocalisedText } from '../model/language.ts';
import { latestClassificationYear } from './classification.ts';

export type StageDbRow = Selectable<Database['practice_stage']>;

/** A contact person of a municipality (yhdyshenkilö), by the roles of the register. */
export interface PracticeContact {
  personId: string;
  person: string;
  role: LocalisedText;
}

/** A municipality of the matrix. */
export interface PracticePlace {
  code: string;
  name: LocalisedText;
  contacts: PracticeContact[];
}

/**
 * The municipalities of a board's region with their contact persons, and others in which something was noted; by name.
 * @param noted what was noted in municipalities. @param day ISO date on which the contact persons are in office
 */
export async function practicePlaces(
  db: Kysely<Database>,
  boardId: string,
  noted: readonly { municipality_code: string | null }[],
  day: string,
): Promise<PracticePlace[]> {
  const year = (await latestClassificationYear(db)) ?? -1;
  const board = await db
    .selectFrom('board')
    .select('region_code')
    .where('id', '=', boardId)
    .executeTakeFirst();
  const named = new Set(noted.flatMap((one) => one.municipality_code ?? []));
  const municipalities = await db
    .selectFrom('municipality')
    .select(['year', 'code', 'name_fi', 'name_sv', 'region_code'])
    .orderBy('name_fi')
    .orderBy('year', 'desc')
    .execute();
  const contacts = await db
    .selectFrom('contact_role_holder as holder')
    .innerJoin('person', 'person.id', 'holder.person_id')
    .innerJoin('contact_role', 'contact_role.id', 'holder.role_id')
    .select(['holder.municipality_code', 'person.id', 'person.name', 'name_fi', 'name_sv', 'name_en'])
    .where('holder.starts_on', '<=', day)
    .where((eb) => eb.or([eb('holder.ends_on', 'is', null), eb('holder.ends_on', '>=', day)]))
    .orderBy('contact_role.position')
    .orderBy('person.sort_key')
    .execute();
  const places = new Map<string, PracticePlace>();
  for (const one of municipalities) {
    const isOwn = one.year === year && one.region_code === board?.region_code;
    // A municipality of an earlier classification stays where something was noted of it.
    if ((!isOwn && !named.has(one.code)) || places.has(one.code)) continue;
    places.set(one.code, {
      code: one.code,
      name: { fi: one.name_fi, sv: one.name_sv },
      contacts: contacts
        .filter((contact) => contact.municipality_code === one.code)
        .map(({ id, name, name_fi, name_sv, name_en }) => ({
          personId: id,
          person: name,
          role: { fi: name_fi, sv: name_sv, en: name_en },
        })),
    });
  }
  return [...places.values()];
}

/** A change of stage as the rules see it. */
export const practiceFacts = (row: StageDbRow) => ({
  id: row.id,
  stage: row.stage,
  changedOn: row.changed_on,
  decidedBy: row.decided_by,
  itemId: row.item_id,
});
