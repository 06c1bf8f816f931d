/** The composition of a board (kokoonpano) on a day: seats with members and personal deputies, and offices. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { OfficeKind } from '../model/board.ts';
import { OFFICE_KINDS } from '../model/board.ts';
import { AppError } from '../model/errors.ts';
import type { LocalisedText } from '../model/language.ts';
import { quorumRequired } from '../model/quorum.ts';
import type { RuleProfile } from '../model/rules.ts';
import { termOn, termsOf, type TermView } from './boards.ts';
import { rulesOn } from './rules-in-force.ts';

export interface PersonName {
  id: string;
  name: string;
  shortName: string | null;
}

export interface HolderView {
  id: string;
  person: PersonName;
  organisation: { id: string; name: LocalisedText } | null;
  startsOn: string;
  endsOn: string | null;
}

export interface SeatView {
  id: string;
  number: number;
  field: { id: string; name: LocalisedText } | null;
  member: HolderView | null;
  deputy: HolderView | null;
  /** Decided already, but in force only later. */
  upcoming: (HolderView & { role: 'member' | 'deputy' })[];
}

export interface OfficeView {
  id: string;
  office: OfficeKind;
  title: string;
  person: PersonName;
  startsOn: string;
  endsOn: string | null;
}

export interface CompositionView {
  board: { id: string; name: LocalisedText; shortName: string; version: number };
  /** The day that is shown: the asked one, brought inside the term when there is none on it. */
  date: string;
  term: TermView | null;
  terms: TermView[];
  rules: RuleProfile;
  seats: SeatView[];
  /** Chair, vice chair, secretary, presenters, experts, in this order. */
  offices: OfficeView[];
  counts: { seats: number; filled: number; vacant: number; deputies: number; quorumRequired: number };
}

/** @throws AppError NOT_FOUND */
export async function composition(
  db: Kysely<Database>,
  boardId: string,
  onDate: string,
): Promise<CompositionView> {
  const board = await db.selectFrom('board').selectAll().where('id', '=', boardId).executeTakeFirst();
  if (!board) throw new AppError('NOT_FOUND', { what: 'board' });
  const terms = await termsOf(db, boardId);
  const term = termOn(terms, onDate);
  const date =
    term === null
      ? onDate
      : onDate < term.startsOn
        ? term.startsOn
        : onDate > term.endsOn
          ? term.endsOn
          : onDate;
  const rules = await rulesOn(db, boardId, date);
  const seats = term === null ? [] : await seatsOn(db, term.id, date);
  const members = seats.filter((seat) => seat.member !== null).length;
  return {
    board: {
      id: board.id,
      name: { fi: board.name_fi, sv: board.name_sv, en: board.name_en },
      shortName: board.short_name,
      version: board.version,
    },
    date,
    term,
    terms,
    rules,
    seats,
    offices: await officesOn(db, boardId, date),
    counts: {
      seats: seats.length,
      filled: members,
      vacant: seats.length - members,
      deputies: seats.filter((seat) => seat.deputy !== null).length,
      quorumRequired: quorumRequired(
        rules,
        seats.map((seat) => ({
          seatId: seat.id,
          number: seat.number,
          memberId: seat.member?.person.id ?? null,
          deputyId: seat.deputy?.person.id ?? null,
        })),
      ),
    },
  };
}

async function seatsOn(db: Kysely<Database>, termId: string, date: string): Promise<SeatView[]> {
  const seats = await db
    .selectFrom('seat')
    .leftJoin('field', 'field.id', 'seat.field_id')
    .select(['seat.id', 'seat.number', 'seat.field_id', 'field.name_fi', 'field.name_sv', 'field.name_en'])
    .where('seat.term_id', '=', termId)
    .orderBy('seat.number')
    .execute();
  const holders = await holderRows(db)
    .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
    .where('seat.term_id', '=', termId)
    .where((eb) => eb.or([eb('seat_holder.ends_on', 'is', null), eb('seat_holder.ends_on', '>=', date)]))
    .orderBy('seat_holder.starts_on')
    .execute();
  return seats.map((seat) => {
    const own = holders.filter((holder) => holder.seat_id === seat.id);
    const now = (role: 'member' | 'deputy'): HolderView | null => {
      const found = own.find((holder) => holder.role === role && holder.starts_on <= date);
      return found ? holderView(found) : null;
    };
    return {
      id: seat.id,
      number: seat.number,
      field:
        seat.field_id === null || seat.name_fi === null
          ? null
          : { id: seat.field_id, name: { fi: seat.name_fi, sv: seat.name_sv, en: seat.name_en } },
      member: now('member'),
      deputy: now('deputy'),
      upcoming: own
        .filter((holder) => holder.starts_on > date)
        .map((holder) => ({ ...holderView(holder), role: holder.role })),
    };
  });
}

/** Everybody who holds or has held a seat, newest first. */
export async function seatHistory(
  db: Kysely<Database>,
  seatId: string,
): Promise<(HolderView & { role: 'member' | 'deputy' })[]> {
  const rows = await holderRows(db)
    .where('seat_holder.seat_id', '=', seatId)
    .orderBy('seat_holder.starts_on', 'desc')
    .execute();
  return rows.map((row) => ({ ...holderView(row), role: row.role }));
}

function holderRows(db: Kysely<Database>) {
  return db
    .selectFrom('seat_holder')
    .innerJoin('person', 'person.id', 'seat_holder.person_id')
    .leftJoin('organisation', 'organisation.id', 'seat_holder.organisation_id')
    .select([
      'seat_holder.id',
      'seat_holder.seat_id',
      'seat_holder.role',
      'seat_holder.starts_on',
      'seat_holder.ends_on',
      'person.id as person_id',
      'person.name',
      'person.short_name',
      'organisation.id as organisation_id',
      'organisation.name_fi',
      'organisation.name_sv',
      'organisation.name_en',
    ]);
}

type HolderRow = Awaited<ReturnType<ReturnType<typeof holderRows>['execute']>>[number];

function holderView(row: HolderRow): HolderView {
  return {
    id: row.id,
    person: { id: row.person_id, name: row.name, shortName: row.short_name },
    organisation:
      row.organisation_id === null || row.name_fi === null
        ? null
        : { id: row.organisation_id, name: { fi: row.name_fi, sv: row.name_sv, en: row.name_en } },
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  };
}

async function officesOn(db: Kysely<Database>, boardId: string, date: string): Promise<OfficeView[]> {
  const rows = await db
    .selectFrom('office')
    .innerJoin('person', 'person.id', 'office.person_id')
    .selectAll('office')
    .select(['person.name', 'person.short_name'])
    .where('office.board_id', '=', boardId)
    .where('office.starts_on', '<=', date)
    .where((eb) => eb.or([eb('office.ends_on', 'is', null), eb('office.ends_on', '>=', date)]))
    .orderBy('person.sort_key')
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      office: row.office,
      title: row.title,
      person: { id: row.person_id, name: row.name, shortName: row.short_name },
      startsOn: row.starts_on,
      endsOn: row.ends_on,
    }))
    .sort((one, other) => OFFICE_KINDS.indexOf(one.office) - OFFICE_KINDS.indexOf(other.office));
}
