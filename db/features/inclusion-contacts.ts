/** Who to ask about an entry of inclusion: the holders of its contact role (yhdyshenkilörooli) in its municipalities. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { LocalisedText } from '../model/language.ts';
import { inclusionRow } from './inclusion-views.ts';

export interface InclusionContact {
  role: LocalisedText;
  municipality: LocalisedText;
  /** Null: nobody holds the role there. */
  person: { id: string; name: string } | null;
}

/** One for each holder and one for each municipality without any; empty without a role. @param date ISO date */
export async function inclusionContacts(
  db: Kysely<Database>,
  entryId: string,
  date: string,
): Promise<InclusionContact[]> {
  const { contact_role_id } = await inclusionRow(db, entryId);
  if (contact_role_id === null) return [];
  const role = await db
    .selectFrom('contact_role')
    .select(['name_fi as fi', 'name_sv as sv', 'name_en as en'])
    .where('id', '=', contact_role_id)
    .executeTakeFirstOrThrow();
  const places = await db
    .selectFrom('inclusion_municipality as place')
    .innerJoin('municipality', (join) =>
      join.onRef('municipality.year', '=', 'place.year').onRef('municipality.code', '=', 'place.code'),
    )
    .select(['place.code', 'name_fi as fi', 'name_sv as sv'])
    .where('entry_id', '=', entryId)
    .orderBy('name_fi')
    .execute();
  const holders = await db
    .selectFrom('contact_role_holder as holder')
    .innerJoin('person', 'person.id', 'holder.person_id')
    .select(['holder.municipality_code as code', 'person.id', 'person.name'])
    .where('role_id', '=', contact_role_id)
    .where('starts_on', '<=', date)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', date)]))
    .orderBy('person.sort_key')
    .execute();
  return places.flatMap(({ code, fi, sv }): InclusionContact[] => {
    const here = holders.filter((one) => one.code === code);
    const municipality = { fi, sv };
    return here.length === 0
      ? [{ role, municipality, person: null }]
      : here.map(({ id, name }) => ({ role, municipality, person: { id, name } }));
  });
}
