/** Networks of organisations (verkostot) by stage of life or theme, with members from–to. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { LocalisedText } from '../model/language.ts';
import type { NetworkValues } from '../model/register-card.ts';

export interface NetworkView extends NetworkValues {
  id: string;
  version: number;
  members: {
    id: string;
    organisationId: string;
    organisation: LocalisedText;
    startsOn: string;
    endsOn: string | null;
  }[];
}

/** All networks with their members, present ones first. */
export async function listNetworks(db: Kysely<Database>): Promise<NetworkView[]> {
  const rows = await db.selectFrom('network').selectAll().orderBy('name_fi').execute();
  const members = await db
    .selectFrom('network_member')
    .innerJoin('organisation', 'organisation.id', 'network_member.organisation_id')
    .selectAll('network_member')
    .select(['name_fi', 'name_sv', 'name_en'])
    .orderBy((eb) => eb('ends_on', 'is not', null))
    .orderBy('organisation.sort_key')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    nameFi: row.name_fi,
    nameSv: row.name_sv,
    nameEn: row.name_en,
    lifeCourse: row.life_course,
    notes: row.notes,
    members: members
      .filter((one) => one.network_id === row.id)
      .map((one) => ({
        id: one.id,
        organisationId: one.organisation_id,
        organisation: { fi: one.name_fi, sv: one.name_sv, en: one.name_en },
        startsOn: one.starts_on,
        endsOn: one.ends_on,
      })),
  }));
}

const columnsOf = (values: NetworkValues) => ({
  name_fi: values.nameFi,
  name_sv: values.nameSv,
  name_en: values.nameEn,
  life_course: values.lifeCourse,
  notes: values.notes,
});

/** Adds a network, or changes one. @throws AppError NOT_FOUND, CONFLICT */
export async function saveNetwork(
  trx: Kysely<Database>,
  change: { id: string | null; version: number; values: NetworkValues },
): Promise<{ id: string; version: number }> {
  if (change.id === null) {
    const id = newId();
    await trx
      .insertInto('network')
      .values({ id, ...columnsOf(change.values) })
      .execute();
    return { id, version: 1 };
  }
  const row = await trx
    .selectFrom('network')
    .select('version')
    .where('id', '=', change.id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'network' });
  if (row.version !== change.version) throw new AppError('CONFLICT', { what: 'network' });
  const version = row.version + 1;
  await trx
    .updateTable('network')
    .set({ ...columnsOf(change.values), version })
    .where('id', '=', change.id)
    .execute();
  return { id: change.id, version };
}

/** @throws AppError NETWORK_MEMBER_ALREADY, INVALID_INPUT with the field */
export async function addNetworkMember(
  trx: Kysely<Database>,
  values: { networkId: string; organisationId: string; startsOn: string },
): Promise<{ id: string }> {
  const present = await trx
    .selectFrom('network_member')
    .select('id')
    .where('network_id', '=', values.networkId)
    .where('organisation_id', '=', values.organisationId)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', values.startsOn)]))
    .executeTakeFirst();
  if (present) throw new AppError('NETWORK_MEMBER_ALREADY', {}, { organisationId: 'network_member_already' });
  const id = newId();
  await trx
    .insertInto('network_member')
    .values({
      id,
      network_id: values.networkId,
      organisation_id: values.organisationId,
      starts_on: values.startsOn,
      ends_on: null,
    })
    .execute();
  return { id };
}

/** Ends a membership on a day, or with null goes on with it. @throws AppError NOT_FOUND, INVALID_INPUT */
export async function endNetworkMember(
  trx: Kysely<Database>,
  change: { id: string; endsOn: string | null },
): Promise<void> {
  const row = await trx
    .selectFrom('network_member')
    .select('starts_on')
    .where('id', '=', change.id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'network_member' });
  if (change.endsOn !== null && change.endsOn < row.starts_on)
    throw new AppError('INVALID_INPUT', {}, { endsOn: 'ends_before_start' });
  await trx
    .updateTable('network_member')
    .set({ ends_on: change.endsOn })
    .where('id', '=', change.id)
    .execute();
}
