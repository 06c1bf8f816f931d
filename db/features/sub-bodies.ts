/** Bodies below a board (työvaliokunta, jaosto, paikallis-JANE): boards of their own, with a parent. */
import type { Kysely } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { subBodySchema, subBodyRules } from '../model/sub-body.ts';
import { AppError } from '../model/errors.ts';
import { createBoard } from './boards.ts';
import { seatsOn } from './meeting-rows.ts';
import { rulesOn } from './rules-in-force.ts';
import { setOffice, setSeatHolder } from './seat-holders.ts';

/**
 * Founds a body below a board: its seats are those of the chosen members, its rules are the board's as far as they
 * suit it. A member represents the organisation of his seat in the board.
 * @throws AppError NOT_FOUND, SUB_BODY_NESTED, SHORT_NAME_TAKEN
 */
export async function createSubBody(
  trx: Kysely<Database>,
  input: v.InferOutput<typeof subBodySchema>,
): Promise<{ id: string }> {
  const parent = await trx
    .selectFrom('board')
    .selectAll()
    .where('id', '=', input.parentId)
    .executeTakeFirst();
  if (!parent) throw new AppError('NOT_FOUND', { what: 'board' });
  if (parent.parent_id !== null) throw new AppError('SUB_BODY_NESTED');
  const taken = await trx
    .selectFrom('board')
    .select('id')
    .where('short_name', '=', input.shortName)
    .executeTakeFirst();
  if (taken)
    throw new AppError('SHORT_NAME_TAKEN', { shortName: input.shortName }, { shortName: 'short_name_taken' });
  const { startsOn, endsOn } = input;
  const created = await createBoard(trx, {
    board: {
      nameFi: input.nameFi,
      nameSv: input.nameSv,
      nameEn: input.nameEn,
      shortName: input.shortName,
      regionCode: parent.region_code,
      appointedBy: parent.name_fi,
      appointmentDecision: '',
      meetingsPerYear: '',
    },
    term: { startsOn, endsOn, basis: '' },
    seats: input.memberIds.length,
    rules: subBodyRules(await rulesOn(trx, parent.id, startsOn), input.profile),
  });
  await trx
    .updateTable('board')
    .set({ parent_id: parent.id, kind: input.kind })
    .where('id', '=', created.id)
    .execute();
  const organisations = await organisationsOfMembers(trx, parent.id, startsOn);
  const seats = await trx
    .selectFrom('seat')
    .select('id')
    .where('term_id', '=', created.termId)
    .orderBy('number')
    .execute();
  for (const [index, personId] of input.memberIds.entries())
    await setSeatHolder(trx, {
      seatId: seats[index]!.id,
      role: 'member',
      personId,
      organisationId: organisations.get(personId) ?? null,
      startsOn,
    });
  for (const [office, personId] of [
    ['chair', input.chairId],
    ['secretary', input.secretaryId],
    ['presenter', input.secretaryId],
  ] as const)
    if (personId !== null)
      await setOffice(trx, { boardId: created.id, personId, office, title: '', startsOn });
  return { id: created.id };
}

/** Which organisation a member of a board represents on a day, by person. */
async function organisationsOfMembers(
  trx: Kysely<Database>,
  boardId: string,
  date: string,
): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom('seat_holder')
    .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
    .select(['seat_holder.person_id', 'seat_holder.organisation_id'])
    .where('seat.board_id', '=', boardId)
    .where('seat_holder.starts_on', '<=', date)
    .where((eb) => eb.or([eb('seat_holder.ends_on', 'is', null), eb('seat_holder.ends_on', '>=', date)]))
    .orderBy('seat_holder.role')
    .execute();
  return new Map(
    rows.flatMap((row) =>
      row.organisation_id === null ? [] : [[row.person_id, row.organisation_id] as const],
    ),
  );
}

/** Those from whom the members of a body below a board are usually chosen: the board's own members on a day. */
export async function parentMembers(
  db: Kysely<Database>,
  parentId: string,
  date: string,
): Promise<{ id: string; name: string }[]> {
  const term = await db
    .selectFrom('term')
    .select('id')
    .where('board_id', '=', parentId)
    .where('starts_on', '<=', date)
    .where('ends_on', '>=', date)
    .executeTakeFirst();
  if (!term) return [];
  const ids = (await seatsOn(db, term.id, date)).flatMap((seat) => seat.memberId ?? []);
  const persons = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  const names = new Map(persons.map((person) => [person.id, person.name]));
  return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
}
