/**
 * Term change (toimikauden vaihto): the new term with its seats, those who go on, and a task for each organisation whose
 * representative leaves; and vacancies and the spread of a composition as figures.
 */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { Language, LocalisedText } from '../model/language.ts';
import { balance, type FigureValues, type TermChange } from '../model/register-card.ts';
import { addTerm, termsOf } from './boards.ts';
import { composition } from './composition.ts';
import { setSeatHolder } from './seat-holders.ts';
import { createTask, removeUntouchedTask } from './tasks.ts';

const ASK: Record<Language, (role: 'member' | 'deputy', seat: number) => string> = {
  fi: (role, seat) =>
    `Pyydetään järjestöltä uusi ${role === 'member' ? 'jäsen' : 'varajäsen'} paikalle ${seat}`,
  sv: (role, seat) =>
    `Organisationen ombeds utse en ny ${role === 'member' ? 'medlem' : 'ersättare'} till plats ${seat}`,
  en: (role, seat) => `The organisation is asked for a new ${role} for seat ${seat}`,
};

export interface TermChanged {
  termId: string;
  holderIds: string[];
  taskIds: string[];
}

/**
 * Does the whole of a term change. Seats, members and deputies who go on are copied with their organisations.
 * @param language of the titles of the tasks
 * @throws AppError NOT_FOUND, TERM_OVERLAP, INVALID_INPUT (somebody who goes on has no seat in the last term)
 */
export async function changeTerm(
  trx: Kysely<Database>,
  change: TermChange,
  today: string,
  language: Language,
): Promise<TermChanged> {
  const last = (await termsOf(trx, change.boardId)).at(-1);
  if (!last) throw new AppError('NOT_FOUND', { what: 'board' });
  const before = await composition(trx, change.boardId, last.endsOn);
  const holders = before.seats.flatMap((seat) =>
    (['member', 'deputy'] as const).flatMap((role) => {
      const holder = seat[role];
      return holder === null ? [] : [{ seat, role, holder }];
    }),
  );
  const continuing = new Set(change.continuing);
  if (change.continuing.some((id) => !holders.some(({ holder }) => holder.id === id)))
    throw new AppError('INVALID_INPUT', {}, { continuing: 'person_unknown' });
  const { id: termId } = await addTerm(trx, change.boardId, {
    startsOn: change.startsOn,
    endsOn: change.endsOn,
    basis: change.basis,
  });
  const seats = await trx
    .selectFrom('seat')
    .select(['id', 'number'])
    .where('term_id', '=', termId)
    .orderBy('number')
    .execute();
  const holderIds: string[] = [];
  const taskIds: string[] = [];
  for (const { seat, role, holder } of holders) {
    if (continuing.has(holder.id)) {
      // Seats are numbered anew from one, in the order of the last term.
      const target = seats[before.seats.indexOf(seat)];
      if (target === undefined) continue;
      const set = await setSeatHolder(trx, {
        seatId: target.id,
        role,
        personId: holder.person.id,
        organisationId: holder.organisation?.id ?? null,
        startsOn: change.startsOn,
      });
      holderIds.push(set.id);
    } else if (change.askBy !== null && holder.organisation !== null) {
      const task = await createTask(
        trx,
        change.boardId,
        {
          title: ASK[language](role, seat.number),
          responsiblePersonId: null,
          responsibleOrganisationId: holder.organisation.id,
          dueOn: change.askBy,
          state: 'open',
          result: '',
          decidedItemId: null,
        },
        today,
      );
      taskIds.push(task.id);
    }
  }
  return { termId, holderIds, taskIds };
}

/**
 * Takes a term change back, as long as nothing has been built on it.
 * @throws AppError TERM_IN_USE when there is a meeting, an appointment or an effect of a decision in it
 */
export async function undoTermChange(trx: Kysely<Database>, done: TermChanged): Promise<void> {
  const term = await trx.selectFrom('term').selectAll().where('id', '=', done.termId).executeTakeFirst();
  if (!term) throw new AppError('NOT_FOUND', { what: 'term' });
  const seats = trx.selectFrom('seat').select('id').where('term_id', '=', done.termId);
  const holders = await trx.selectFrom('seat_holder').select('id').where('seat_id', 'in', seats).execute();
  const meeting = await trx
    .selectFrom('meeting')
    .select('id')
    .where('board_id', '=', term.board_id)
    .where('held_on', '>=', term.starts_on)
    .where('held_on', '<=', term.ends_on)
    .executeTakeFirst();
  const effect = await trx
    .selectFrom('register_effect')
    .select('id')
    .where('seat_id', 'in', seats)
    .executeTakeFirst();
  if (meeting || effect || holders.some(({ id }) => !done.holderIds.includes(id)))
    throw new AppError('TERM_IN_USE');
  for (const id of done.taskIds) await removeUntouchedTask(trx, id);
  await trx.deleteFrom('seat_holder').where('seat_id', 'in', seats).execute();
  await trx.deleteFrom('board_figure').where('term_id', '=', done.termId).execute();
  await trx.deleteFrom('seat').where('term_id', '=', done.termId).execute();
  await trx.deleteFrom('term').where('id', '=', done.termId).execute();
}

export interface Vacancy {
  seatId: string;
  seatNumber: number;
  role: 'member' | 'deputy';
  field: LocalisedText | null;
  /** Whose representative left last, and when. */
  previous: { organisationId: string; organisation: LocalisedText; person: string; endedOn: string } | null;
}

export interface Spread {
  /** Seats of members by the home municipality of their organisation; null: not known. */
  municipalities: { name: LocalisedText | null; members: number; deputies: number }[];
  figures: {
    role: 'member' | 'deputy';
    women: number;
    men: number;
    countedOn: string;
    share: number | null;
    isBalanced: boolean | null;
  }[];
}

/** Seats without a member, or without a deputy where deputies are in use, on a day. */
export async function vacancies(db: Kysely<Database>, boardId: string, date: string): Promise<Vacancy[]> {
  const view = await composition(db, boardId, date);
  const found: Vacancy[] = [];
  for (const seat of view.seats)
    for (const role of ['member', 'deputy'] as const) {
      if (seat[role] !== null || (role === 'deputy' && view.rules.deputies === 'none')) continue;
      const previous = await db
        .selectFrom('seat_holder')
        .innerJoin('person', 'person.id', 'seat_holder.person_id')
        .innerJoin('organisation', 'organisation.id', 'seat_holder.organisation_id')
        .select(['person.name', 'organisation.id', 'name_fi', 'name_sv', 'name_en', 'ends_on'])
        .where('seat_id', '=', seat.id)
        .where('role', '=', role)
        .where('ends_on', '<', view.date)
        .orderBy('ends_on', 'desc')
        .executeTakeFirst();
      found.push({
        seatId: seat.id,
        seatNumber: seat.number,
        role,
        field: seat.field?.name ?? null,
        previous:
          previous === undefined || previous.ends_on === null
            ? null
            : {
                organisationId: previous.id,
                organisation: { fi: previous.name_fi, sv: previous.name_sv, en: previous.name_en },
                person: previous.name,
                endedOn: previous.ends_on,
              },
      });
    }
  return found;
}

/** How a composition is spread over municipalities, and the figures of women and men that have been entered. */
export async function spread(db: Kysely<Database>, boardId: string, date: string): Promise<Spread> {
  const view = await composition(db, boardId, date);
  const ids = view.seats.flatMap((seat) =>
    [seat.member, seat.deputy].flatMap((holder) => holder?.organisation?.id ?? []),
  );
  const places =
    ids.length === 0
      ? []
      : await db
          .selectFrom('organisation')
          .leftJoin('municipality', (join) =>
            join
              .onRef('municipality.year', '=', 'organisation.municipality_year')
              .onRef('municipality.code', '=', 'organisation.municipality_code'),
          )
          .select([
            'organisation.id',
            'municipality.code',
            'municipality.name_fi as fi',
            'municipality.name_sv as sv',
          ])
          .where('organisation.id', 'in', ids)
          .execute();
  const byId = new Map(places.map((place) => [place.id, place]));
  const rows = new Map<string, Spread['municipalities'][number]>();
  for (const seat of view.seats)
    for (const [role, holder] of [
      ['members', seat.member],
      ['deputies', seat.deputy],
    ] as const) {
      if (holder === null) continue;
      const place = byId.get(holder.organisation?.id ?? '');
      const key = place?.code ?? '';
      const row = rows.get(key) ?? {
        name: place?.fi ? { fi: place.fi, sv: place.sv } : null,
        members: 0,
        deputies: 0,
      };
      row[role] += 1;
      rows.set(key, row);
    }
  const figures =
    view.term === null
      ? []
      : await db.selectFrom('board_figure').selectAll().where('term_id', '=', view.term.id).execute();
  return {
    municipalities: [...rows.values()].sort(
      (a, b) =>
        b.members + b.deputies - (a.members + a.deputies) ||
        (a.name?.fi ?? '￿').localeCompare(b.name?.fi ?? '￿', 'fi'),
    ),
    figures: figures.map((row) => {
      const found = balance(row.women, row.men);
      return {
        role: row.role,
        women: row.women,
        men: row.men,
        countedOn: row.counted_on,
        share: found?.share ?? null,
        isBalanced: found?.isBalanced ?? null,
      };
    }),
  };
}

/** Enters how many women and men there are among members or deputies; only the figures are kept. */
export async function saveFigure(trx: Kysely<Database>, values: FigureValues): Promise<void> {
  const columns = { women: values.women, men: values.men, counted_on: values.countedOn };
  await trx
    .insertInto('board_figure')
    .values({ id: newId(), term_id: values.termId, role: values.role, ...columns })
    .onConflict((conflict) => conflict.columns(['term_id', 'role']).doUpdateSet(columns))
    .execute();
}
