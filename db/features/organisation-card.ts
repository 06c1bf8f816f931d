/** The card of an organisation beyond its details: former names, tags, groups, area, merging, networks. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { LocalisedText } from '../model/language.ts';
import { uniqueTags, type CardValues, type LifeCourse } from '../model/register-card.ts';
import { latestClassificationYear } from './classification.ts';
import { indexOrganisation } from './organisation-search.ts';

export interface OrganisationCard extends CardValues {
  id: string;
  version: number;
  mergedInto: LocalisedText | null;
  /** Municipalities of the area, by name. */
  areas: LocalisedText[];
  networks: {
    memberId: string;
    networkId: string;
    name: LocalisedText;
    lifeCourse: LifeCourse | null;
    startsOn: string;
    endsOn: string | null;
  }[];
}

/** @throws AppError NOT_FOUND */
export async function organisationCard(db: Kysely<Database>, id: string): Promise<OrganisationCard> {
  const row = await db
    .selectFrom('organisation')
    .leftJoin('organisation as target', 'target.id', 'organisation.merged_into_id')
    .select([
      'organisation.version',
      'organisation.life_courses',
      'organisation.area_kind',
      'organisation.area_codes',
      'organisation.ended_on',
      'organisation.merged_into_id',
      'target.name_fi',
      'target.name_sv',
      'target.name_en',
    ])
    .where('organisation.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'organisation' });
  const areaCodes = JSON.parse(row.area_codes) as string[];
  const areas =
    areaCodes.length === 0
      ? []
      : await db
          .selectFrom('municipality')
          .select(['name_fi as fi', 'name_sv as sv'])
          .where('year', '=', (await latestClassificationYear(db)) ?? -1)
          .where('code', 'in', areaCodes)
          .orderBy('name_fi')
          .execute();
  const formerNames = await db
    .selectFrom('organisation_name')
    .select(['name', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('organisation_id', '=', id)
    .orderBy('ends_on', 'desc')
    .orderBy('id')
    .execute();
  const tags = await db
    .selectFrom('organisation_tag')
    .select('tag')
    .where('organisation_id', '=', id)
    .orderBy('tag')
    .execute();
  const networks = await db
    .selectFrom('network_member')
    .innerJoin('network', 'network.id', 'network_member.network_id')
    .selectAll('network_member')
    .select(['name_fi', 'name_sv', 'name_en', 'life_course'])
    .where('organisation_id', '=', id)
    .orderBy((eb) => eb('ends_on', 'is not', null))
    .orderBy('name_fi')
    .execute();
  return {
    id,
    version: row.version,
    lifeCourses: JSON.parse(row.life_courses) as LifeCourse[],
    areaKind: row.area_kind,
    areaCodes,
    areas,
    endedOn: row.ended_on,
    mergedIntoId: row.merged_into_id,
    mergedInto: row.name_fi === null ? null : { fi: row.name_fi, sv: row.name_sv, en: row.name_en },
    formerNames,
    tags: tags.map(({ tag }) => tag),
    networks: networks.map((one) => ({
      memberId: one.id,
      networkId: one.network_id,
      name: { fi: one.name_fi, sv: one.name_sv, en: one.name_en },
      lifeCourse: one.life_course,
      startsOn: one.starts_on,
      endsOn: one.ends_on,
    })),
  };
}

/**
 * Saves the card as a whole. One that has merged into another is dissolved from that day on.
 * @throws AppError NOT_FOUND, CONFLICT, INVALID_INPUT with the field (merged into itself or into what merged into it)
 */
export async function saveOrganisationCard(
  trx: Kysely<Database>,
  change: { id: string; version: number; values: CardValues },
): Promise<{ version: number }> {
  const { id, values } = change;
  const row = await trx
    .selectFrom('organisation')
    .select(['version', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'organisation' });
  if (row.version !== change.version) throw new AppError('CONFLICT', { what: 'organisation' });
  if (values.mergedIntoId !== null) await refuseCircle(trx, id, values.mergedIntoId);
  const version = row.version + 1;
  await trx
    .updateTable('organisation')
    .set({
      life_courses: JSON.stringify(values.lifeCourses),
      area_kind: values.areaKind,
      area_codes: JSON.stringify(values.areaKind === 'municipalities' ? values.areaCodes : []),
      ended_on: values.endedOn,
      merged_into_id: values.mergedIntoId,
      state: values.mergedIntoId !== null || values.endedOn !== null ? 'dissolved' : row.state,
      version,
    })
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('organisation_name').where('organisation_id', '=', id).execute();
  for (const one of values.formerNames)
    await trx
      .insertInto('organisation_name')
      .values({
        id: newId(),
        organisation_id: id,
        name: one.name,
        starts_on: one.startsOn,
        ends_on: one.endsOn,
      })
      .execute();
  await trx.deleteFrom('organisation_tag').where('organisation_id', '=', id).execute();
  for (const tag of uniqueTags(values.tags))
    await trx.insertInto('organisation_tag').values({ organisation_id: id, tag }).execute();
  await indexOrganisation(trx, id);
  return { version };
}

async function refuseCircle(trx: Kysely<Database>, id: string, target: string): Promise<void> {
  let next: string | null = target;
  for (let step = 0; next !== null && step < 100; step += 1) {
    if (next === id) throw new AppError('INVALID_INPUT', {}, { mergedIntoId: 'merged_in_circle' });
    const row: { merged_into_id: string | null } | undefined = await trx
      .selectFrom('organisation')
      .select('merged_into_id')
      .where('id', '=', next)
      .executeTakeFirst();
    if (!row) throw new AppError('INVALID_INPUT', {}, { mergedIntoId: 'organisation_unknown' });
    next = row.merged_into_id;
  }
}

/** Tags that are in use, for suggestions. */
export async function listTags(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('organisation_tag').select('tag').distinct().orderBy('tag').execute();
  return rows.map(({ tag }) => tag);
}
