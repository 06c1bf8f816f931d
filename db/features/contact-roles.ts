/** Contact roles (yhdyshenkilöroolit) of municipalities and of a region, as a matrix that shows the gaps. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { addDays } from '../model/dates.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { LocalisedText } from '../model/language.ts';
import type { ContactHolderValues, ContactRoleValues } from '../model/register-card.ts';
import { latestClassificationYear } from './classification.ts';

export interface ContactRole {
  id: string;
  name: LocalisedText;
  inUse: boolean;
}

export interface ContactHolder {
  id: string;
  roleId: string;
  personId: string;
  person: string;
  email: string | null;
  phone: string | null;
  startsOn: string;
  endsOn: string | null;
}

export interface ContactMatrix {
  region: { code: string; name: LocalisedText };
  roles: ContactRole[];
  /** The region as a whole first (null), then its municipalities by name. */
  rows: { municipalityCode: string | null; name: LocalisedText; holders: ContactHolder[] }[];
  /** Municipality and role without anybody on the day. */
  gaps: number;
}

export async function listContactRoles(db: Kysely<Database>): Promise<ContactRole[]> {
  const rows = await db.selectFrom('contact_role').selectAll().orderBy('position').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    name: { fi: row.name_fi, sv: row.name_sv, en: row.name_en },
    inUse: row.in_use === 1,
  }));
}

/** @param date ISO day whose holders are shown. @throws AppError NOT_FOUND */
export async function contactMatrix(
  db: Kysely<Database>,
  regionCode: string,
  date: string,
): Promise<ContactMatrix> {
  const year = (await latestClassificationYear(db)) ?? -1;
  const region = await db
    .selectFrom('region')
    .select(['code', 'name_fi as fi', 'name_sv as sv'])
    .where('year', '=', year)
    .where('code', '=', regionCode)
    .executeTakeFirst();
  if (!region) throw new AppError('NOT_FOUND', { what: 'region' });
  const roles = (await listContactRoles(db)).filter((role) => role.inUse);
  const municipalities = await db
    .selectFrom('municipality')
    .select(['code', 'name_fi as fi', 'name_sv as sv'])
    .where('year', '=', year)
    .where('region_code', '=', regionCode)
    .orderBy('name_fi')
    .execute();
  // A holder of an earlier classification is shown as long as the code is in use.
  const holders = await db
    .selectFrom('contact_role_holder as holder')
    .innerJoin('person', 'person.id', 'holder.person_id')
    .selectAll('holder')
    .select(['person.name', 'person.email', 'person.phone'])
    .where('starts_on', '<=', date)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', date)]))
    .orderBy('person.sort_key')
    .execute();
  const view = (one: (typeof holders)[number]): ContactHolder => ({
    id: one.id,
    roleId: one.role_id,
    personId: one.person_id,
    person: one.name,
    email: one.email,
    phone: one.phone,
    startsOn: one.starts_on,
    endsOn: one.ends_on,
  });
  const rows: ContactMatrix['rows'] = [
    {
      municipalityCode: null,
      name: { fi: region.fi, sv: region.sv },
      holders: holders.filter((one) => one.region_code === regionCode).map(view),
    },
    ...municipalities.map(({ code, fi, sv }) => ({
      municipalityCode: code,
      name: { fi, sv },
      holders: holders.filter((one) => one.municipality_code === code).map(view),
    })),
  ];
  return {
    region: { code: region.code, name: { fi: region.fi, sv: region.sv } },
    roles,
    rows,
    gaps: rows
      .filter((row) => row.municipalityCode !== null)
      .reduce(
        (sum, row) =>
          sum + roles.filter((role) => !row.holders.some((holder) => holder.roleId === role.id)).length,
        0,
      ),
  };
}

/** Adds a role, or changes its names and whether it is in use. @throws AppError NOT_FOUND */
export async function saveContactRole(
  trx: Kysely<Database>,
  change: { id: string | null; values: ContactRoleValues },
): Promise<{ id: string }> {
  const { nameFi, nameSv, nameEn, inUse } = change.values;
  const columns = { name_fi: nameFi, name_sv: nameSv, name_en: nameEn, in_use: inUse ? 1 : 0 } as const;
  if (change.id === null) {
    const id = newId();
    const last = await trx
      .selectFrom('contact_role')
      .select((eb) => eb.fn.max<number | null>('position').as('position'))
      .executeTakeFirst();
    await trx
      .insertInto('contact_role')
      .values({ id, ...columns, position: (last?.position ?? -1) + 1 })
      .execute();
    return { id };
  }
  const row = await trx
    .selectFrom('contact_role')
    .select('id')
    .where('id', '=', change.id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'contact_role' });
  await trx.updateTable('contact_role').set(columns).where('id', '=', change.id).execute();
  return { id: change.id };
}

/**
 * Puts a person into a role from a day on; whoever has it then ends the day before.
 * @throws AppError INVALID_INPUT with the field
 */
export async function setContactHolder(
  trx: Kysely<Database>,
  values: ContactHolderValues,
): Promise<{ id: string }> {
  if ((values.municipalityCode === null) === (values.regionCode === null))
    throw new AppError('INVALID_INPUT', {}, { municipalityCode: 'municipality_unknown' });
  const earlier = await trx
    .selectFrom('contact_role_holder')
    .select(['id', 'starts_on'])
    .where('role_id', '=', values.roleId)
    .where('municipality_code', 'is', values.municipalityCode)
    .where('region_code', 'is', values.regionCode)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', values.startsOn)]))
    .execute();
  for (const row of earlier)
    if (row.starts_on >= values.startsOn)
      await trx.deleteFrom('contact_role_holder').where('id', '=', row.id).execute();
    else
      await trx
        .updateTable('contact_role_holder')
        .set({ ends_on: addDays(values.startsOn, -1) })
        .where('id', '=', row.id)
        .execute();
  const id = newId();
  await trx
    .insertInto('contact_role_holder')
    .values({
      id,
      role_id: values.roleId,
      person_id: values.personId,
      year: (await latestClassificationYear(trx)) ?? -1,
      municipality_code: values.municipalityCode,
      region_code: values.regionCode,
      starts_on: values.startsOn,
      ends_on: null,
    })
    .execute();
  return { id };
}

/** Ends a holder on a day, or with null goes on. @throws AppError NOT_FOUND, INVALID_INPUT */
export async function endContactHolder(
  trx: Kysely<Database>,
  change: { id: string; endsOn: string | null },
): Promise<void> {
  const row = await trx
    .selectFrom('contact_role_holder')
    .select('starts_on')
    .where('id', '=', change.id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'contact_role_holder' });
  if (change.endsOn !== null && change.endsOn < row.starts_on)
    throw new AppError('INVALID_INPUT', {}, { endsOn: 'ends_before_start' });
  await trx
    .updateTable('contact_role_holder')
    .set({ ends_on: change.endsOn })
    .where('id', '=', change.id)
    .execute();
}
