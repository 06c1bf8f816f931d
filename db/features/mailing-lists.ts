/** Mailing lists: saving their rules, and finding in the register who is on them and why. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { LANGUAGES, type Language } from '../model/language.ts';
import {
  listEntries,
  listRulesSchema,
  type BoardRole,
  type ListCandidate,
  type ListEntry,
  type ListPart,
  type ListReason,
  type ListRules,
  type MailingListInput,
} from '../model/mailing-list.ts';
import { composition } from './composition.ts';
import { meetingRow } from './meeting-guards.ts';

export interface MailingListView {
  id: string;
  boardId: string;
  name: string;
  rules: ListRules;
  version: number;
}

/** A board's lists by name. */
export async function mailingLists(db: Kysely<Database>, boardId: string): Promise<MailingListView[]> {
  const rows = await db
    .selectFrom('mailing_list')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    boardId: row.board_id,
    name: row.name,
    rules: v.parse(listRulesSchema, JSON.parse(row.rules)),
    version: row.version,
  }));
}

/** @throws AppError NOT_FOUND */
async function mailingList(db: Kysely<Database>, id: string): Promise<MailingListView> {
  const row = await db.selectFrom('mailing_list').select('board_id').where('id', '=', id).executeTakeFirst();
  const found = row && (await mailingLists(db, row.board_id)).find((list) => list.id === id);
  if (!found) throw new AppError('NOT_FOUND', { what: 'mailing_list' });
  return found;
}

/**
 * Makes a list or changes one.
 * @throws AppError NOT_FOUND, CONFLICT when another window has changed it, MAILING_LIST_NAME_TAKEN
 */
export async function saveMailingList(
  trx: Kysely<Database>,
  input: MailingListInput,
): Promise<MailingListView> {
  const { id, version, boardId, name, rules } = input;
  const namesake = await trx
    .selectFrom('mailing_list')
    .select('id')
    .where('board_id', '=', boardId)
    .where('name', '=', name)
    .executeTakeFirst();
  if (namesake && namesake.id !== id) throw new AppError('MAILING_LIST_NAME_TAKEN', { name });
  const values = { name, rules: JSON.stringify(rules) };
  if (id === null) {
    const made = newId();
    await trx
      .insertInto('mailing_list')
      .values({ id: made, board_id: boardId, ...values })
      .execute();
    return await mailingList(trx, made);
  }
  const before = await mailingList(trx, id);
  if (version !== before.version) throw new AppError('CONFLICT', { what: 'mailing_list' });
  await trx
    .updateTable('mailing_list')
    .set({ ...values, version: before.version + 1 })
    .where('id', '=', id)
    .execute();
  return await mailingList(trx, id);
}

/** Removes the rules; what was delivered by them stays in the ledger. @throws AppError NOT_FOUND */
export async function removeMailingList(trx: Kysely<Database>, id: string): Promise<MailingListView> {
  const before = await mailingList(trx, id);
  await trx.deleteFrom('mailing_list').where('id', '=', id).execute();
  return before;
}

/** Who is on a list with these rules on a day, each once, with the reasons. @throws AppError NOT_FOUND */
export async function listRecipients(
  db: Kysely<Database>,
  boardId: string,
  rules: ListRules,
  today: string,
): Promise<ListEntry[]> {
  const candidates: ListCandidate[] = [];
  for (const part of rules.parts) candidates.push(...(await candidatesOf(db, boardId, part, today)));
  return listEntries(candidates, rules);
}

/** The same for the board of a meeting. @throws AppError NOT_FOUND */
export async function listRecipientsOf(
  db: Kysely<Database>,
  meetingId: string,
  rules: ListRules,
  today: string,
): Promise<ListEntry[]> {
  const { board_id: boardId } = await meetingRow(db, meetingId);
  return await listRecipients(db, boardId, rules, today);
}

async function candidatesOf(
  db: Kysely<Database>,
  boardId: string,
  part: ListPart,
  today: string,
): Promise<ListCandidate[]> {
  switch (part.of) {
    case 'board':
      return await boardCandidates(db, boardId, part.roles, today);
    case 'nominators': {
      const { seats } = await composition(db, boardId, today);
      const reasons = seats.flatMap(({ number, member, deputy }) =>
        [member, deputy].flatMap((holder) =>
          holder?.organisation == null ? [] : [{ id: holder.organisation.id, seatNumber: number }],
        ),
      );
      return await organisationCandidates(
        db,
        reasons.map(({ id, seatNumber }) => ({ id, reason: { of: 'nominators', seatNumber } })),
      );
    }
    case 'organisations': {
      const ids = await organisationsWithin(db, boardId, part, today);
      return await organisationCandidates(
        db,
        ids.map((id) => ({ id, reason: { of: 'organisations' } })),
      );
    }
    case 'positions': {
      const ids = await organisationsWithin(db, boardId, part, today);
      return await positionCandidates(db, ids, part.roles, today);
    }
    case 'named': {
      const reason: ListReason = { of: 'named' };
      return [
        ...(await personCandidates(
          db,
          part.personIds.map((id) => ({ id, reason })),
        )),
        ...(await organisationCandidates(
          db,
          part.organisationIds.map((id) => ({ id, reason })),
        )),
      ];
    }
  }
}

const OFFICES = {
  chair: ['chair', 'vice_chair'],
  secretary: ['secretary'],
  presenter: ['presenter'],
  expert: ['expert'],
} as const;

async function boardCandidates(
  db: Kysely<Database>,
  boardId: string,
  roles: readonly BoardRole[],
  today: string,
): Promise<ListCandidate[]> {
  const { seats, offices } = await composition(db, boardId, today);
  const found: { id: string; reason: ListReason }[] = [];
  for (const role of roles) {
    if (role === 'member' || role === 'deputy') {
      for (const seat of seats) {
        const holder = seat[role];
        if (holder)
          found.push({ id: holder.person.id, reason: { of: 'board', role, seatNumber: seat.number } });
      }
      continue;
    }
    const kinds: readonly string[] = OFFICES[role];
    for (const { office, person } of offices)
      if (kinds.includes(office))
        found.push({ id: person.id, reason: { of: 'board', role, seatNumber: null } });
  }
  return await personCandidates(db, found);
}

/** Active organisations of the network or of the whole register, by name. */
async function organisationsWithin(
  db: Kysely<Database>,
  boardId: string,
  part: { within: 'network' | 'register'; fieldIds: readonly string[]; municipalityCodes: readonly string[] },
  today: string,
): Promise<string[]> {
  let query = db
    .selectFrom('organisation')
    .select('organisation.id')
    .where('organisation.state', '=', 'active');
  if (part.within === 'network')
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('board_organisation')
          .select('board_organisation.id')
          .whereRef('board_organisation.organisation_id', '=', 'organisation.id')
          .where('board_organisation.board_id', '=', boardId)
          .where('board_organisation.starts_on', '<=', today)
          .where((eb) =>
            eb.or([
              eb('board_organisation.ends_on', 'is', null),
              eb('board_organisation.ends_on', '>=', today),
            ]),
          ),
      ),
    );
  if (part.fieldIds.length > 0) query = query.where('organisation.field_id', 'in', part.fieldIds);
  if (part.municipalityCodes.length > 0)
    query = query.where('organisation.municipality_code', 'in', part.municipalityCodes);
  const rows = await query.orderBy('organisation.sort_key').orderBy('organisation.id').execute();
  return rows.map(({ id }) => id);
}

/** SQLite's bound on the values of one statement, with room to spare. */
const AT_ONCE = 500;

async function inSlices<Row>(
  ids: readonly string[],
  read: (slice: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE)
    rows.push(...(await read(ids.slice(start, start + AT_ONCE))));
  return rows;
}

async function personCandidates(
  db: Kysely<Database>,
  wanted: readonly { id: string; reason: ListReason }[],
): Promise<ListCandidate[]> {
  const rows = await inSlices(
    wanted.map(({ id }) => id),
    (ids) =>
      db
        .selectFrom('person')
        .leftJoin('person_privacy', 'person_privacy.person_id', 'person.id')
        .select(['person.id', 'name', 'email', 'language'])
        .where('person.id', 'in', ids)
        // Whose data is only kept, or who wants no messages, is on no list.
        .where('restricted_on', 'is', null)
        .where((eb) => eb.or([eb('channel', 'is', null), eb('channel', '<>', 'none')]))
        .execute(),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.flatMap(({ id, reason }) => {
    const row = byId.get(id);
    if (!row) return [];
    return [
      {
        personId: id,
        organisationId: null,
        name: row.name,
        email: row.email,
        address: null,
        language: row.language,
        reason,
      },
    ];
  });
}

async function organisationCandidates(
  db: Kysely<Database>,
  wanted: readonly { id: string; reason: ListReason }[],
): Promise<ListCandidate[]> {
  const rows = await inSlices(
    wanted.map(({ id }) => id),
    (ids) =>
      db
        .selectFrom('organisation')
        .select(['id', 'name_fi', 'name_sv', 'name_en', 'email', 'languages'])
        .select(['street_address', 'postal_code', 'post_office'])
        .where('id', 'in', ids)
        .execute(),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.flatMap(({ id, reason }) => {
    const row = byId.get(id);
    if (!row) return [];
    const language = letterLanguage(JSON.parse(row.languages) as string[]);
    const { street_address: street, postal_code: postalCode, post_office: postOffice } = row;
    return [
      {
        personId: null,
        organisationId: id,
        name: (language === 'sv' ? row.name_sv : language === 'en' ? row.name_en : null) ?? row.name_fi,
        email: row.email,
        address:
          street === null || postalCode === null || postOffice === null
            ? null
            : { street, postalCode, postOffice },
        language,
        reason,
      },
    ];
  });
}

/** In which language an organisation is written to: Finnish when it serves in it or says nothing. */
function letterLanguage(served: readonly string[]): Language {
  return served.length === 0 ? 'fi' : (LANGUAGES.find((language) => served.includes(language)) ?? 'fi');
}

async function positionCandidates(
  db: Kysely<Database>,
  organisationIds: readonly string[],
  roles: readonly Database['position']['role'][],
  today: string,
): Promise<ListCandidate[]> {
  const rows = await inSlices(organisationIds, (ids) =>
    db
      .selectFrom('position')
      .innerJoin('organisation', 'organisation.id', 'position.organisation_id')
      .select(['position.person_id', 'position.role', 'organisation.name_fi', 'organisation.sort_key'])
      .where('position.organisation_id', 'in', ids)
      .where('position.role', 'in', roles)
      .where((eb) => eb.or([eb('position.starts_on', 'is', null), eb('position.starts_on', '<=', today)]))
      .where((eb) => eb.or([eb('position.ends_on', 'is', null), eb('position.ends_on', '>=', today)]))
      .orderBy('organisation.sort_key')
      .orderBy('position.id')
      .execute(),
  );
  return await personCandidates(
    db,
    rows.map((row) => ({
      id: row.person_id,
      reason: { of: 'positions', role: row.role, organisation: row.name_fi },
    })),
  );
}
