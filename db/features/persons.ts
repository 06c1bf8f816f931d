/** Persons (henkilöt) and their positions in organisations (sidonnaisuudet). */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { searchExpression } from '../core/search.ts';
import type { OfficeKind } from '../model/board.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { Language, LocalisedText } from '../model/language.ts';
import type { PostalAddress } from '../model/letters.ts';
import type { PositionRole } from '../model/organisation.ts';
import { sortKey } from '../model/sort-key.ts';
import { indexPerson } from './person-search.ts';
import { postalAddressOf } from './postal-addresses.ts';
import { indexMentioning } from './search.ts';

export interface PersonValues {
  name: string;
  shortName: string | null;
  email: string | null;
  phone: string | null;
  language: Language;
  notes: string;
}

export interface PositionValues {
  personId: string;
  organisationId: string;
  role: PositionRole;
  title: string | null;
  startsOn: string | null;
  endsOn: string | null;
}

export interface PersonRow {
  id: string;
  name: string;
  shortName: string | null;
  email: string | null;
  phone: string | null;
  /** The organisation that he represents or has a position in, for telling namesakes apart. */
  organisation: string | null;
  organisationId: string | null;
}

export interface PersonView extends PersonValues {
  id: string;
  version: number;
  /** Set: this entry was merged into that person and stays for the records alone. */
  sameAs: { id: string; name: string } | null;
  /** For letters. */
  address: PostalAddress | null;
  positions: {
    id: string;
    organisationId: string;
    organisation: LocalisedText;
    role: PositionRole;
    title: string | null;
    startsOn: string | null;
    endsOn: string | null;
  }[];
  seats: {
    holderId: string;
    boardId: string;
    boardName: string;
    seatNumber: number;
    role: 'member' | 'deputy';
    organisation: LocalisedText | null;
    startsOn: string;
    endsOn: string | null;
    termEndsOn: string;
  }[];
  offices: {
    id: string;
    boardId: string;
    boardName: string;
    office: OfficeKind;
    title: string;
    startsOn: string;
    endsOn: string | null;
  }[];
}

/** Persons by name; with a text those whom the search finds by name, short name or organisation. */
export async function listPersons(
  db: Kysely<Database>,
  query: { text?: string; offset?: number; limit?: number } = {},
): Promise<{ total: number; rows: PersonRow[] }> {
  const { text = '', offset = 0, limit = 50 } = query;
  const expression = searchExpression(text);
  let found = db.selectFrom('person').where('person.same_as_id', 'is', null);
  if (expression !== null)
    found = found.where(
      'person.id',
      'in',
      sql<string>`(select entry.entity_id from search_index cross join search_entry as entry
        on entry.rowid = search_index.rowid
        where search_index match ${expression} and entry.entity = 'person')`,
    );
  const { total } = await found
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .select(['person.id', 'person.name', 'person.short_name as shortName', 'person.email', 'person.phone'])
    .select((eb) => [
      eb
        .selectFrom('seat_holder')
        .select('organisation_id')
        .whereRef('seat_holder.person_id', '=', 'person.id')
        .where('organisation_id', 'is not', null)
        .orderBy('starts_on', 'desc')
        .limit(1)
        .as('represented'),
      eb
        .selectFrom('position')
        .select('organisation_id')
        .whereRef('position.person_id', '=', 'person.id')
        .orderBy((order) => order('ends_on', 'is not', null))
        .limit(1)
        .as('position'),
    ])
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .limit(limit)
    .offset(offset)
    .execute();
  const ids = rows.flatMap((row) => row.represented ?? row.position ?? []);
  const names = new Map(
    ids.length === 0
      ? []
      : (await db.selectFrom('organisation').select(['id', 'name_fi']).where('id', 'in', ids).execute()).map(
          (row) => [row.id, row.name_fi] as const,
        ),
  );
  return {
    total,
    rows: rows.map(({ represented, position, ...row }) => {
      const organisationId = represented ?? position;
      return {
        ...row,
        organisationId,
        organisation: organisationId === null ? null : (names.get(organisationId) ?? null),
      };
    }),
  };
}

/** @throws AppError NOT_FOUND */
export async function getPerson(db: Kysely<Database>, id: string): Promise<PersonView> {
  const row = await db
    .selectFrom('person')
    .leftJoin('person as same', 'same.id', 'person.same_as_id')
    .selectAll('person')
    .select('same.name as same_name')
    .where('person.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'person' });
  const positions = await db
    .selectFrom('position')
    .innerJoin('organisation', 'organisation.id', 'position.organisation_id')
    .selectAll('position')
    .select(['organisation.name_fi', 'organisation.name_sv', 'organisation.name_en'])
    .where('position.person_id', '=', id)
    .orderBy((eb) => eb('position.ends_on', 'is not', null))
    .orderBy('organisation.sort_key')
    .execute();
  const seats = await db
    .selectFrom('seat_holder')
    .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
    .innerJoin('term', 'term.id', 'seat.term_id')
    .innerJoin('board', 'board.id', 'seat.board_id')
    .leftJoin('organisation', 'organisation.id', 'seat_holder.organisation_id')
    .selectAll('seat_holder')
    .select([
      'seat.number',
      'board.id as board_id',
      'board.short_name',
      'term.ends_on as term_ends_on',
      'organisation.name_fi',
      'organisation.name_sv',
      'organisation.name_en',
    ])
    .where('seat_holder.person_id', '=', id)
    .orderBy('seat_holder.starts_on', 'desc')
    .execute();
  const offices = await db
    .selectFrom('office')
    .innerJoin('board', 'board.id', 'office.board_id')
    .select([
      'office.id',
      'board.id as boardId',
      'board.short_name as boardName',
      'office.office',
      'office.title',
      'office.starts_on as startsOn',
      'office.ends_on as endsOn',
    ])
    .where('office.person_id', '=', id)
    .orderBy('office.starts_on', 'desc')
    .execute();
  return {
    id: row.id,
    version: row.version,
    sameAs: row.same_as_id === null ? null : { id: row.same_as_id, name: row.same_name ?? '' },
    name: row.name,
    shortName: row.short_name,
    email: row.email,
    phone: row.phone,
    language: row.language,
    notes: row.notes,
    address: await postalAddressOf(db, id),
    positions: positions.map((one) => ({
      id: one.id,
      organisationId: one.organisation_id,
      organisation: { fi: one.name_fi, sv: one.name_sv, en: one.name_en },
      role: one.role,
      title: one.title,
      startsOn: one.starts_on,
      endsOn: one.ends_on,
    })),
    seats: seats.map((one) => ({
      holderId: one.id,
      boardId: one.board_id,
      boardName: one.short_name,
      seatNumber: one.number,
      role: one.role,
      organisation: one.name_fi === null ? null : { fi: one.name_fi, sv: one.name_sv, en: one.name_en },
      startsOn: one.starts_on,
      endsOn: one.ends_on,
      termEndsOn: one.term_ends_on,
    })),
    offices,
  };
}

/** Adds a person. Namesakes are allowed: persons are told apart by their id. */
export async function createPerson(
  trx: Kysely<Database>,
  values: PersonValues,
): Promise<{ id: string; version: number }> {
  const id = newId();
  await trx
    .insertInto('person')
    .values({ id, ...columnsOf(values), version: 1 })
    .execute();
  await indexPerson(trx, id);
  return { id, version: 1 };
}

/** @throws AppError NOT_FOUND, CONFLICT */
export async function updatePerson(
  trx: Kysely<Database>,
  change: { id: string; version: number; values: PersonValues },
): Promise<{ version: number }> {
  const row = await trx.selectFrom('person').select('version').where('id', '=', change.id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'person' });
  if (row.version !== change.version) throw new AppError('CONFLICT', { what: 'person' });
  const version = row.version + 1;
  await trx
    .updateTable('person')
    .set({ ...columnsOf(change.values), version })
    .where('id', '=', change.id)
    .execute();
  await indexPerson(trx, change.id);
  await indexMentioning(trx, { entity: 'person', id: change.id });
  return { version };
}

function columnsOf(values: PersonValues) {
  return {
    name: values.name,
    short_name: values.shortName,
    sort_key: sortKey(values.name),
    email: values.email,
    phone: values.phone,
    language: values.language,
    notes: values.notes,
  };
}

/** @throws AppError INVALID_INPUT with the field when the person or the organisation is not there */
export async function addPosition(trx: Kysely<Database>, values: PositionValues): Promise<{ id: string }> {
  await requireBoth(trx, values);
  const id = newId();
  await trx
    .insertInto('position')
    .values({ id, ...positionColumns(values) })
    .execute();
  await indexPerson(trx, values.personId);
  return { id };
}

/** Changes a position; an end date ends it. @throws AppError NOT_FOUND, INVALID_INPUT */
export async function updatePosition(
  trx: Kysely<Database>,
  change: { id: string; values: PositionValues },
): Promise<void> {
  const row = await trx
    .selectFrom('position')
    .select('person_id')
    .where('id', '=', change.id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'position' });
  await requireBoth(trx, change.values);
  await trx.updateTable('position').set(positionColumns(change.values)).where('id', '=', change.id).execute();
  for (const personId of new Set([row.person_id, change.values.personId])) await indexPerson(trx, personId);
}

function positionColumns(values: PositionValues) {
  return {
    person_id: values.personId,
    organisation_id: values.organisationId,
    role: values.role,
    title: values.title,
    starts_on: values.startsOn,
    ends_on: values.endsOn,
  };
}

async function requireBoth(trx: Kysely<Database>, values: PositionValues): Promise<void> {
  const person = await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', values.personId)
    .executeTakeFirst();
  if (!person) throw new AppError('INVALID_INPUT', {}, { personId: 'person_unknown' });
  const organisation = await trx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', values.organisationId)
    .executeTakeFirst();
  if (!organisation) throw new AppError('INVALID_INPUT', {}, { organisationId: 'organisation_unknown' });
}
