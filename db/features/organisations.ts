/** One organisation (järjestö) of the register: read, added, changed. The list is in organisation-list.ts. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { LocalisedText } from '../model/language.ts';
import type { OrganisationValues, PositionRole } from '../model/organisation.ts';
import { sortKey } from '../model/sort-key.ts';
import { latestClassificationYear } from './classification.ts';
import { indexOrganisation } from './organisation-search.ts';
import { valuesOf } from './organisation-values.ts';
import { indexPerson } from './person-search.ts';
import { indexMentioning } from './search.ts';

/** The whole of an organisation: what the form edits, and what it has to do with. */
export interface OrganisationView extends OrganisationValues {
  id: string;
  version: number;
  field: LocalisedText | null;
  municipality: LocalisedText | null;
  region: LocalisedText | null;
  /** The organisation that it has merged into (yhdistynyt). */
  mergedIntoId: string | null;
  /** Who has a position (sidonnaisuus) in it, present ones first. */
  positions: {
    id: string;
    personId: string;
    personName: string;
    role: PositionRole;
    title: string | null;
    startsOn: string | null;
    endsOn: string | null;
  }[];
  /** Seats of boards that are or were held for it. */
  seats: {
    holderId: string;
    boardId: string;
    boardName: string;
    seatNumber: number;
    role: 'member' | 'deputy';
    personId: string;
    personName: string;
    startsOn: string;
    endsOn: string | null;
    termEndsOn: string;
  }[];
}

/** @throws AppError NOT_FOUND */
export async function getOrganisation(db: Kysely<Database>, id: string): Promise<OrganisationView> {
  const row = await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'organisation' });
  const field =
    row.field_id === null
      ? undefined
      : await db.selectFrom('field').selectAll().where('id', '=', row.field_id).executeTakeFirst();
  const place = await db
    .selectFrom('municipality')
    .innerJoin('region', (join) =>
      join
        .onRef('region.year', '=', 'municipality.year')
        .onRef('region.code', '=', 'municipality.region_code'),
    )
    .select([
      'municipality.name_fi',
      'municipality.name_sv',
      'region.name_fi as region_fi',
      'region.name_sv as region_sv',
    ])
    .where('municipality.year', '=', row.municipality_year ?? -1)
    .where('municipality.code', '=', row.municipality_code ?? '')
    .executeTakeFirst();
  return {
    id: row.id,
    version: row.version,
    ...valuesOf(row),
    mergedIntoId: row.merged_into_id,
    field: field ? { fi: field.name_fi, sv: field.name_sv, en: field.name_en } : null,
    municipality: place ? { fi: place.name_fi, sv: place.name_sv } : null,
    region: place ? { fi: place.region_fi, sv: place.region_sv } : null,
    positions: await positionsOf(db, id),
    seats: await seatsOf(db, id),
  };
}

async function positionsOf(db: Kysely<Database>, id: string): Promise<OrganisationView['positions']> {
  return await db
    .selectFrom('position')
    .innerJoin('person', 'person.id', 'position.person_id')
    .select([
      'position.id',
      'person.id as personId',
      'person.name as personName',
      'position.role',
      'position.title',
      'position.starts_on as startsOn',
      'position.ends_on as endsOn',
    ])
    .where('position.organisation_id', '=', id)
    .orderBy((eb) => eb('position.ends_on', 'is not', null))
    .orderBy('person.sort_key')
    .execute();
}

async function seatsOf(db: Kysely<Database>, id: string): Promise<OrganisationView['seats']> {
  return await db
    .selectFrom('seat_holder')
    .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
    .innerJoin('term', 'term.id', 'seat.term_id')
    .innerJoin('board', 'board.id', 'seat.board_id')
    .innerJoin('person', 'person.id', 'seat_holder.person_id')
    .select([
      'seat_holder.id as holderId',
      'board.id as boardId',
      'board.short_name as boardName',
      'seat.number as seatNumber',
      'seat_holder.role',
      'person.id as personId',
      'person.name as personName',
      'seat_holder.starts_on as startsOn',
      'seat_holder.ends_on as endsOn',
      'term.ends_on as termEndsOn',
    ])
    .where('seat_holder.organisation_id', '=', id)
    .orderBy('seat_holder.starts_on', 'desc')
    .orderBy('seat.number')
    .orderBy('seat_holder.role', 'desc')
    .execute();
}

/**
 * Adds an organisation to the register.
 * @throws AppError DUPLICATE (its Y-tunnus or register number belongs to another; `details` name
 * it), INVALID_INPUT with the field
 */
export async function createOrganisation(
  trx: Kysely<Database>,
  values: OrganisationValues,
): Promise<{ id: string; version: number }> {
  const id = newId();
  await refuseDuplicate(trx, values, null);
  const columns = { ...organisationColumns(values), ...(await municipalityOf(trx, values.municipalityCode)) };
  await refuseUnknownField(trx, values.fieldId);
  await trx
    .insertInto('organisation')
    .values({ id, ...columns, version: 1 })
    .execute();
  await indexOrganisation(trx, id);
  return { id, version: 1 };
}

/**
 * Changes an organisation that nobody else has changed since `version` was read.
 * @throws AppError NOT_FOUND, CONFLICT, DUPLICATE, INVALID_INPUT with the field
 */
export async function updateOrganisation(
  trx: Kysely<Database>,
  change: { id: string; version: number; values: OrganisationValues },
): Promise<{ version: number }> {
  const { id, values } = change;
  const row = await trx
    .selectFrom('organisation')
    .select(['version', 'name_fi', 'municipality_code', 'municipality_year'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'organisation' });
  if (row.version !== change.version) throw new AppError('CONFLICT', { what: 'organisation' });
  await refuseDuplicate(trx, values, id);
  await refuseUnknownField(trx, values.fieldId);
  // A municipality that has been merged since stays as it was until another is chosen.
  const municipality =
    row.municipality_code === values.municipalityCode
      ? { municipality_code: row.municipality_code, municipality_year: row.municipality_year }
      : await municipalityOf(trx, values.municipalityCode);
  const version = row.version + 1;
  await trx
    .updateTable('organisation')
    .set({ ...organisationColumns(values), ...municipality, version })
    .where('id', '=', id)
    .execute();
  await indexOrganisation(trx, id);
  if (row.name_fi !== values.nameFi) {
    for (const { personId } of await positionsOf(trx, id)) await indexPerson(trx, personId);
    await indexMentioning(trx, { entity: 'organisation', id });
  }
  return { version };
}

/** The columns of the values; the municipality's year is added by the caller, who knows it. */
export function organisationColumns(values: OrganisationValues) {
  return {
    name_fi: values.nameFi,
    name_sv: values.nameSv,
    name_en: values.nameEn,
    sort_key: sortKey(values.nameFi),
    legal_form: values.legalForm,
    business_id: values.businessId,
    register_number: values.registerNumber,
    prh_class: values.prhClass,
    field_id: values.fieldId,
    email: values.email,
    phone: values.phone,
    web: values.web,
    street_address: values.streetAddress,
    postal_code: values.postalCode,
    post_office: values.postOffice,
    languages: JSON.stringify(values.languages),
    contact_role: values.contactRole,
    notes: values.notes,
    checked_on: values.checkedOn,
    state: values.state,
  };
}

/** A blank key never matches a blank key: organisations without an identifier are not compared. */
async function refuseDuplicate(
  trx: Kysely<Database>,
  values: OrganisationValues,
  own: string | null,
): Promise<void> {
  for (const [field, column, value, code] of [
    ['businessId', 'business_id', values.businessId, 'business_id_taken'],
    ['registerNumber', 'register_number', values.registerNumber, 'register_number_taken'],
  ] as const) {
    if (value === null) continue;
    const other = await trx
      .selectFrom('organisation')
      .select(['id', 'name_fi'])
      .where(column, '=', value)
      .where('id', '!=', own ?? '')
      .executeTakeFirst();
    if (other)
      throw new AppError(
        'DUPLICATE',
        { organisationId: other.id, name: other.name_fi, value },
        { [field]: code },
      );
  }
}

async function refuseUnknownField(trx: Kysely<Database>, fieldId: string | null): Promise<void> {
  if (fieldId === null) return;
  const found = await trx.selectFrom('field').select('id').where('id', '=', fieldId).executeTakeFirst();
  if (!found) throw new AppError('INVALID_INPUT', {}, { fieldId: 'field_unknown' });
}

async function municipalityOf(
  trx: Kysely<Database>,
  code: string | null,
): Promise<{ municipality_code: string | null; municipality_year: number | null }> {
  if (code === null) return { municipality_code: null, municipality_year: null };
  const year = await latestClassificationYear(trx);
  const found = await trx
    .selectFrom('municipality')
    .select('year')
    .where('year', '=', year ?? -1)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!found) throw new AppError('INVALID_INPUT', {}, { municipalityCode: 'municipality_unknown' });
  return { municipality_code: code, municipality_year: found.year };
}
