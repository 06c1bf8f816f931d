/** Who sits where: members and personal deputies appointed to seats, and offices. History is kept by dates. */
import type { Kysely } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import type { officeInputSchema, OfficeKind, seatHolderInputSchema } from '../model/board.ts';
import { addDays } from '../model/dates.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { indexPerson } from './person-search.ts';
import { rulesOn } from './rules-in-force.ts';

export type SeatHolderValues = v.InferOutput<typeof seatHolderInputSchema>;
export type OfficeValues = v.InferOutput<typeof officeInputSchema>;

/** What the secretary should know about an appointment that was made all the same. */
export interface AppointmentWarning {
  /**
   * `deputy_rose`: the personal deputy rose to member and left the deputy's place; `deputy_elsewhere`: he is a
   * deputy on another seat; `member_elsewhere`: a deputy who is the member of another seat; `not_member`: a
   * chair or vice chair without a seat.
   */
  code: 'deputy_rose' | 'deputy_elsewhere' | 'member_elsewhere' | 'not_member';
  seatNumber: number | null;
}

interface Seat {
  id: string;
  board_id: string;
  term_id: string;
  number: number;
  term_starts_on: string;
  term_ends_on: string;
}

async function seatOf(db: Kysely<Database>, id: string): Promise<Seat> {
  const seat = await db
    .selectFrom('seat')
    .innerJoin('term', 'term.id', 'seat.term_id')
    .select([
      'seat.id',
      'seat.board_id',
      'seat.term_id',
      'seat.number',
      'term.starts_on as term_starts_on',
      'term.ends_on as term_ends_on',
    ])
    .where('seat.id', '=', id)
    .executeTakeFirst();
  if (!seat) throw new AppError('NOT_FOUND', { what: 'seat' });
  return seat;
}

/**
 * Appoints a member or a personal deputy from a day on. Who held the place before ends the day before; an
 * appointment of the same day is replaced. A deputy who becomes the member of his own seat leaves the deputy's
 * place.
 * @throws AppError NOT_FOUND, INVALID_INPUT with the field, SEAT_HELD, DEPUTIES_NOT_USED
 */
export async function setSeatHolder(
  trx: Kysely<Database>,
  values: SeatHolderValues,
): Promise<{ id: string; boardId: string; warnings: AppointmentWarning[] }> {
  const seat = await seatOf(trx, values.seatId);
  const { role, personId, startsOn } = values;
  if (startsOn < seat.term_starts_on || startsOn > seat.term_ends_on)
    throw new AppError('INVALID_INPUT', {}, { startsOn: 'outside_term' });
  if (role === 'deputy' && (await rulesOn(trx, seat.board_id, startsOn)).deputies === 'none')
    throw new AppError('DEPUTIES_NOT_USED', {}, { personId: 'deputies_not_used' });
  const person = await trx.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirst();
  if (!person) throw new AppError('INVALID_INPUT', {}, { personId: 'person_unknown' });

  const endsOn = await makeRoom(trx, seat, role, startsOn);
  const others = await overlapping(trx, seat, personId, startsOn, endsOn);
  const warnings: AppointmentWarning[] = [];
  for (const other of others) {
    const same = other.seat_id === seat.id;
    if (role === 'member' && other.role === 'member')
      throw new AppError(
        'SEAT_HELD',
        { name: person.name, seat: other.number },
        { personId: 'person_on_seat' },
      );
    if (role === 'deputy' && same && other.role === 'member')
      throw new AppError(
        'SEAT_HELD',
        { name: person.name, seat: other.number },
        { personId: 'person_on_seat' },
      );
    if (role === 'member' && same) {
      await endRow(trx, other, startsOn);
      warnings.push({ code: 'deputy_rose', seatNumber: seat.number });
    } else
      warnings.push({
        code: other.role === 'member' ? 'member_elsewhere' : 'deputy_elsewhere',
        seatNumber: other.number,
      });
  }
  const id = newId();
  await trx
    .insertInto('seat_holder')
    .values({
      id,
      seat_id: seat.id,
      person_id: personId,
      organisation_id: values.organisationId,
      role,
      starts_on: startsOn,
      ends_on: endsOn,
    })
    .execute();
  await indexPerson(trx, personId);
  return { id, boardId: seat.board_id, warnings };
}

/** Ends whoever holds the place on `startsOn`; gives the last day of the new holder when a later one is decided. */
async function makeRoom(
  trx: Kysely<Database>,
  seat: Seat,
  role: 'member' | 'deputy',
  startsOn: string,
): Promise<string | null> {
  const rows = await trx
    .selectFrom('seat_holder')
    .selectAll()
    .where('seat_id', '=', seat.id)
    .where('role', '=', role)
    .orderBy('starts_on')
    .execute();
  for (const row of rows) {
    const isOver = row.ends_on !== null && row.ends_on < startsOn;
    if (row.starts_on <= startsOn && !isOver) await endRow(trx, row, startsOn);
  }
  const later = rows.find((row) => row.starts_on > startsOn);
  return later ? addDays(later.starts_on, -1) : null;
}

/** A row that would end before it began was a mistake, or is corrected the same day: it goes, the log keeps it. */
async function endRow(
  trx: Kysely<Database>,
  row: { id: string; person_id: string; starts_on: string },
  nextStartsOn: string,
): Promise<void> {
  if (row.starts_on >= nextStartsOn) await trx.deleteFrom('seat_holder').where('id', '=', row.id).execute();
  else
    await trx
      .updateTable('seat_holder')
      .set({ ends_on: addDays(nextStartsOn, -1) })
      .where('id', '=', row.id)
      .execute();
  await indexPerson(trx, row.person_id);
}

/** The person's other places in the same term while the new one lasts. */
async function overlapping(
  trx: Kysely<Database>,
  seat: Seat,
  personId: string,
  startsOn: string,
  endsOn: string | null,
) {
  return await trx
    .selectFrom('seat_holder')
    .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
    .select([
      'seat_holder.id',
      'seat_holder.seat_id',
      'seat_holder.person_id',
      'seat_holder.role',
      'seat_holder.starts_on',
      'seat.number',
    ])
    .where('seat.term_id', '=', seat.term_id)
    .where('seat_holder.person_id', '=', personId)
    .where('seat_holder.starts_on', '<=', endsOn ?? '9999-12-31')
    .where((eb) => eb.or([eb('seat_holder.ends_on', 'is', null), eb('seat_holder.ends_on', '>=', startsOn)]))
    .orderBy('seat.number')
    .execute();
}

/** @throws AppError NOT_FOUND, INVALID_INPUT when the last day is before the first */
export async function endSeatHolder(
  trx: Kysely<Database>,
  change: { id: string; endsOn: string },
): Promise<{ boardId: string }> {
  const row = await trx.selectFrom('seat_holder').selectAll().where('id', '=', change.id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'seat_holder' });
  if (change.endsOn < row.starts_on) throw new AppError('INVALID_INPUT', {}, { endsOn: 'ends_before_start' });
  await trx.updateTable('seat_holder').set({ ends_on: change.endsOn }).where('id', '=', row.id).execute();
  await indexPerson(trx, row.person_id);
  return { boardId: (await seatOf(trx, row.seat_id)).board_id };
}

/** The field (järjestökenttä) of a seat. @throws AppError NOT_FOUND, INVALID_INPUT */
export async function updateSeat(
  trx: Kysely<Database>,
  change: { id: string; fieldId: string | null },
): Promise<{ boardId: string }> {
  const seat = await seatOf(trx, change.id);
  await refuseUnknownField(trx, change.fieldId);
  await trx.updateTable('seat').set({ field_id: change.fieldId }).where('id', '=', seat.id).execute();
  return { boardId: seat.board_id };
}

/** A new vacant seat with the next number. @throws AppError NOT_FOUND, INVALID_INPUT */
export async function addSeat(
  trx: Kysely<Database>,
  values: { termId: string; fieldId: string | null },
): Promise<{ id: string; number: number; boardId: string }> {
  const term = await trx
    .selectFrom('term')
    .select('board_id')
    .where('id', '=', values.termId)
    .executeTakeFirst();
  if (!term) throw new AppError('NOT_FOUND', { what: 'term' });
  await refuseUnknownField(trx, values.fieldId);
  const { highest } = await trx
    .selectFrom('seat')
    .select((eb) => eb.fn.max<number | null>('number').as('highest'))
    .where('term_id', '=', values.termId)
    .executeTakeFirstOrThrow();
  const seat = { id: newId(), number: (highest ?? 0) + 1 };
  await trx
    .insertInto('seat')
    .values({ ...seat, board_id: term.board_id, term_id: values.termId, field_id: values.fieldId })
    .execute();
  return { ...seat, boardId: term.board_id };
}

async function refuseUnknownField(trx: Kysely<Database>, fieldId: string | null): Promise<void> {
  if (fieldId === null) return;
  const found = await trx.selectFrom('field').select('id').where('id', '=', fieldId).executeTakeFirst();
  if (!found) throw new AppError('INVALID_INPUT', {}, { fieldId: 'field_unknown' });
}

// ------------------------------------------------------------------ offices

/** Offices that one person holds at a time. */
const SINGLE: readonly OfficeKind[] = ['chair', 'vice_chair', 'secretary'];

/**
 * Appoints a person to an office (puheenjohtaja, varapuheenjohtaja, sihteeri, esittelijä, asiantuntija). The
 * first three have one holder at a time: the one before ends the day before.
 * @throws AppError NOT_FOUND, INVALID_INPUT with the field, PERSON_HAS_OFFICE when he holds that office already
 */
export async function setOffice(
  trx: Kysely<Database>,
  values: OfficeValues,
): Promise<{ id: string; warnings: AppointmentWarning[] }> {
  const { boardId, personId, office, title, startsOn } = values;
  const board = await trx.selectFrom('board').select('id').where('id', '=', boardId).executeTakeFirst();
  if (!board) throw new AppError('NOT_FOUND', { what: 'board' });
  const person = await trx.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirst();
  if (!person) throw new AppError('INVALID_INPUT', {}, { personId: 'person_unknown' });
  const rows = await trx
    .selectFrom('office')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('office', '=', office)
    .orderBy('starts_on')
    .execute();
  const isSingle = SINGLE.includes(office);
  for (const row of rows) {
    const isOver = row.ends_on !== null && row.ends_on < startsOn;
    if (isOver) continue;
    if (!isSingle && row.person_id === personId)
      throw new AppError('PERSON_HAS_OFFICE', { name: person.name }, { personId: 'person_has_office' });
    if (!isSingle || row.starts_on > startsOn) continue;
    if (row.starts_on === startsOn) await trx.deleteFrom('office').where('id', '=', row.id).execute();
    else
      await trx
        .updateTable('office')
        .set({ ends_on: addDays(startsOn, -1) })
        .where('id', '=', row.id)
        .execute();
  }
  const later = isSingle ? rows.find((row) => row.starts_on > startsOn) : undefined;
  const id = newId();
  await trx
    .insertInto('office')
    .values({
      id,
      board_id: boardId,
      person_id: personId,
      office,
      title,
      starts_on: startsOn,
      ends_on: later ? addDays(later.starts_on, -1) : null,
    })
    .execute();
  const presides = office === 'chair' || office === 'vice_chair';
  const isMember = !presides || (await holdsMemberSeat(trx, boardId, personId, startsOn));
  return { id, warnings: isMember ? [] : [{ code: 'not_member', seatNumber: null }] };
}

async function holdsMemberSeat(
  trx: Kysely<Database>,
  boardId: string,
  personId: string,
  date: string,
): Promise<boolean> {
  const found = await trx
    .selectFrom('seat_holder')
    .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
    .select('seat_holder.id')
    .where('seat.board_id', '=', boardId)
    .where('seat_holder.person_id', '=', personId)
    .where('seat_holder.role', '=', 'member')
    .where('seat_holder.starts_on', '<=', date)
    .where((eb) => eb.or([eb('seat_holder.ends_on', 'is', null), eb('seat_holder.ends_on', '>=', date)]))
    .executeTakeFirst();
  return found !== undefined;
}

/** @throws AppError NOT_FOUND, INVALID_INPUT when the last day is before the first */
export async function endOffice(
  trx: Kysely<Database>,
  change: { id: string; endsOn: string },
): Promise<{ boardId: string }> {
  const row = await trx.selectFrom('office').selectAll().where('id', '=', change.id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'office' });
  if (change.endsOn < row.starts_on) throw new AppError('INVALID_INPUT', {}, { endsOn: 'ends_before_start' });
  await trx.updateTable('office').set({ ends_on: change.endsOn }).where('id', '=', row.id).execute();
  return { boardId: row.board_id };
}
