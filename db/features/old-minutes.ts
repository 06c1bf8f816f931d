/** Old minutes brought in from files: reviewed, accepted, found again. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { parseOldMinutes } from '../model/old-minutes-parser.ts';
import {
  nameKey,
  reviewSchema,
  type AcceptedMinutes,
  type OldMinutesProposal,
  type Review,
} from '../model/old-minutes.ts';
import * as v from 'valibot';

export interface OldMinutesSummary {
  id: string;
  /** "1/2017"; null when the number is not known. */
  label: string | null;
  heldOn: string | null;
  place: string;
  state: 'review' | 'accepted';
  fileName: string;
  importedOn: string;
  itemCount: number;
}

export interface OldMinutesView extends OldMinutesSummary {
  boardId: string;
  version: number;
  file: { sha256: string; mediaType: string; byteSize: number };
  pageCount: number;
  importedBy: string;
  text: string;
  /** What the parser finds in the text; the same text gives the same always. */
  proposal: OldMinutesProposal;
  review: Review;
  accepted: AcceptedMinutes | null;
  /** People of the register with the same name, by the name as it stands in the minutes. */
  suggestions: { name: string; persons: { id: string; name: string }[] }[];
}

/**
 * Keeps the text of a file for review; the same file is kept once for a board.
 * @param today ISO date
 */
export async function importOldMinutes(
  trx: Kysely<Database>,
  input: {
    boardId: string;
    sha256: string;
    fileName: string;
    text: string;
    pages: number;
    actor: string;
    today: string;
  },
): Promise<{ id: string; isNew: boolean }> {
  const known = await trx
    .selectFrom('old_minutes')
    .select('id')
    .where('board_id', '=', input.boardId)
    .where('file_sha256', '=', input.sha256)
    .executeTakeFirst();
  if (known) return { id: known.id, isNew: false };
  const id = newId();
  await trx
    .insertInto('old_minutes')
    .values({
      id,
      board_id: input.boardId,
      file_sha256: input.sha256,
      file_name: input.fileName,
      page_count: input.pages,
      state: 'review',
      imported_on: input.today,
      imported_by: input.actor,
    })
    .execute();
  await trx.insertInto('old_minutes_text').values({ old_minutes_id: id, content: input.text }).execute();
  await trx.insertInto('old_minutes_review').values({ old_minutes_id: id, content: '{}' }).execute();
  await indexOldMinutes(trx, id);
  return { id, isNew: true };
}

async function row(trx: Kysely<Database>, id: string) {
  const found = await trx.selectFrom('old_minutes').selectAll().where('id', '=', id).executeTakeFirst();
  if (!found) throw new AppError('NOT_FOUND', { what: 'old minutes' });
  return found;
}

const labelOf = (one: { number: number | null; year: number | null }): string | null =>
  one.number === null || one.year === null ? null : `${one.number}/${one.year}`;

/** The imported minutes of a board, the newest meeting first, those under review before all. */
export async function listOldMinutes(db: Kysely<Database>, boardId: string): Promise<OldMinutesSummary[]> {
  const rows = await db
    .selectFrom('old_minutes')
    .leftJoin('old_minutes_item', 'old_minutes_item.old_minutes_id', 'old_minutes.id')
    .selectAll('old_minutes')
    .select(({ fn }) => fn.count<number>('old_minutes_item.position').as('items'))
    .where('board_id', '=', boardId)
    .groupBy('old_minutes.id')
    .orderBy('state', 'desc')
    .orderBy('held_on', 'desc')
    .orderBy('old_minutes.id', 'desc')
    .execute();
  return rows.map((one) => ({
    id: one.id,
    label: labelOf(one),
    heldOn: one.held_on,
    place: one.place,
    state: one.state,
    fileName: one.file_name,
    importedOn: one.imported_on,
    itemCount: one.items,
  }));
}

/** One of them with its text, the proposal and what has been answered. @throws AppError NOT_FOUND */
export async function oldMinutesView(db: Kysely<Database>, id: string): Promise<OldMinutesView> {
  const one = await row(db, id);
  const { content: text } = await db
    .selectFrom('old_minutes_text')
    .select('content')
    .where('old_minutes_id', '=', id)
    .executeTakeFirstOrThrow();
  const review = await db
    .selectFrom('old_minutes_review')
    .select('content')
    .where('old_minutes_id', '=', id)
    .executeTakeFirst();
  const file = await db
    .selectFrom('file_content')
    .select(['sha256', 'media_type as mediaType', 'byte_size as byteSize'])
    .where('sha256', '=', one.file_sha256)
    .executeTakeFirstOrThrow();
  const proposal = parseOldMinutes(text);
  const accepted = one.state === 'accepted' ? await acceptedMinutes(db, one) : null;
  return {
    id,
    boardId: one.board_id,
    label: labelOf(one),
    heldOn: one.held_on,
    place: one.place,
    state: one.state,
    fileName: one.file_name,
    importedOn: one.imported_on,
    itemCount: accepted?.items.length ?? 0,
    version: one.version,
    file,
    pageCount: one.page_count,
    importedBy: one.imported_by,
    text,
    proposal,
    review: v.parse(reviewSchema, JSON.parse(review?.content ?? '{}')),
    accepted,
    suggestions: await suggestPersons(
      db,
      proposal.people.map((person) => person.name),
    ),
  };
}

async function acceptedMinutes(
  db: Kysely<Database>,
  one: Awaited<ReturnType<typeof row>>,
): Promise<AcceptedMinutes> {
  const items = await db
    .selectFrom('old_minutes_item')
    .selectAll()
    .where('old_minutes_id', '=', one.id)
    .orderBy('position')
    .execute();
  const people = await db
    .selectFrom('old_minutes_person')
    .selectAll()
    .where('old_minutes_id', '=', one.id)
    .orderBy('position')
    .execute();
  const examiners = await db
    .selectFrom('old_minutes_examiner')
    .select('name')
    .where('old_minutes_id', '=', one.id)
    .orderBy('position')
    .execute();
  return {
    number: one.number,
    year: one.year,
    heldOn: one.held_on ?? '',
    startedAt: one.started_at,
    endedAt: one.ended_at,
    place: one.place,
    people: people.map((person) => ({
      name: person.name,
      capacity: person.capacity,
      present: person.present === 1,
      title: person.title,
      arrivedAt: person.arrived_at,
      leftAt: person.left_at,
      personId: person.person_id,
    })),
    items: items.map((item) => ({
      number: item.number,
      label: item.label,
      title: item.title,
      diaryNumber: item.diary_number,
      account: item.account,
      proposal: item.proposal,
      proceedings: item.proceedings,
      decision: item.decision,
    })),
    examiners: examiners.map(({ name }) => name),
  };
}

/** Persons of the register whose name is the same, in either order. Only to be suggested, never joined by itself. */
async function suggestPersons(
  db: Kysely<Database>,
  names: readonly string[],
): Promise<OldMinutesView['suggestions']> {
  const known = new Map<string, { id: string; name: string }[]>();
  const persons = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('same_as_id', 'is', null)
    .orderBy('name')
    .execute();
  for (const person of persons) {
    const key = nameKey(person.name);
    known.set(key, [...(known.get(key) ?? []), person]);
  }
  return [...new Set(names)].flatMap((name) => {
    const namesakes = known.get(nameKey(name));
    return namesakes ? [{ name, persons: namesakes }] : [];
  });
}

/** Keeps the secretary's answers so far. @throws AppError CONFLICT, OLD_MINUTES_ACCEPTED */
export async function saveReview(
  trx: Kysely<Database>,
  id: string,
  version: number,
  review: Review,
): Promise<{ version: number }> {
  await assertReview(trx, id, version);
  await trx
    .updateTable('old_minutes_review')
    .set({ content: JSON.stringify(review) })
    .where('old_minutes_id', '=', id)
    .execute();
  await trx
    .updateTable('old_minutes')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute();
  return { version: version + 1 };
}

async function assertReview(trx: Kysely<Database>, id: string, version: number) {
  const one = await row(trx, id);
  if (one.state === 'accepted') throw new AppError('OLD_MINUTES_ACCEPTED');
  if (one.version !== version) throw new AppError('CONFLICT', { what: 'old minutes', version: one.version });
  return one;
}

/** The secretary's yes: what was accepted becomes the record. @throws AppError CONFLICT, OLD_MINUTES_ACCEPTED */
export async function acceptOldMinutes(
  trx: Kysely<Database>,
  id: string,
  version: number,
  values: AcceptedMinutes,
): Promise<void> {
  await assertReview(trx, id, version);
  await clear(trx, id);
  for (const [position, item] of values.items.entries())
    await trx
      .insertInto('old_minutes_item')
      .values({
        old_minutes_id: id,
        position,
        number: item.number,
        label: item.label,
        title: item.title,
        diary_number: item.diaryNumber,
        account: item.account,
        proposal: item.proposal,
        proceedings: item.proceedings,
        decision: item.decision,
      })
      .execute();
  for (const [position, person] of values.people.entries())
    await trx
      .insertInto('old_minutes_person')
      .values({
        old_minutes_id: id,
        position,
        name: person.name,
        capacity: person.capacity,
        present: person.present ? 1 : 0,
        title: person.title,
        arrived_at: person.arrivedAt,
        left_at: person.leftAt,
        person_id: person.personId,
      })
      .execute();
  for (const [position, name] of values.examiners.entries())
    await trx.insertInto('old_minutes_examiner').values({ old_minutes_id: id, position, name }).execute();
  await trx
    .updateTable('old_minutes')
    .set({
      state: 'accepted',
      number: values.number,
      year: values.year,
      held_on: values.heldOn,
      started_at: values.startedAt,
      ended_at: values.endedAt,
      place: values.place,
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
  await indexOldMinutes(trx, id);
}

async function clear(trx: Kysely<Database>, id: string): Promise<void> {
  for (const table of ['old_minutes_item', 'old_minutes_person', 'old_minutes_examiner'] as const)
    await trx.deleteFrom(table).where('old_minutes_id', '=', id).execute();
}

/** Opens the review again; the answers are still there. */
export async function reopenReview(trx: Kysely<Database>, id: string): Promise<void> {
  const one = await row(trx, id);
  await trx
    .updateTable('old_minutes')
    .set({ state: 'review', version: one.version + 1 })
    .where('id', '=', id)
    .execute();
  await clear(trx, id);
  await indexOldMinutes(trx, id);
}

/** Takes imported minutes away. The window asks first, because their text is not kept in the log. */
export async function removeOldMinutes(trx: Kysely<Database>, id: string): Promise<void> {
  await row(trx, id);
  await trx.deleteFrom('old_minutes').where('id', '=', id).execute();
  await removeSearchEntry(trx, 'old_minutes', id);
  await removeItemEntries(trx, id);
}

/** What an item of old minutes is called in the search. */
export const OLD_ITEM = 'old_minutes_item';
const itemEntryId = (id: string, number: number): string => `${id}:${number}`;

/** The minutes and the item that an entry of the search is about. */
export function oldItemOf(entityId: string): { id: string; number: number } {
  const [id = '', number] = entityId.split(':');
  return { id, number: Number(number) };
}

async function removeItemEntries(trx: Kysely<Database>, id: string): Promise<void> {
  await trx
    .deleteFrom('search_entry')
    .where('entity', '=', OLD_ITEM)
    .where('entity_id', '>', `${id}:`)
    .where('entity_id', '<', `${id};`)
    .execute();
}

/** What the search finds them by: the whole text, and each item that was accepted. */
export async function indexOldMinutes(trx: Kysely<Database>, id: string): Promise<void> {
  const one = await row(trx, id);
  const board = await trx
    .selectFrom('board')
    .select(['short_name', 'name_fi'])
    .where('id', '=', one.board_id)
    .executeTakeFirstOrThrow();
  const { content } = await trx
    .selectFrom('old_minutes_text')
    .select('content')
    .where('old_minutes_id', '=', id)
    .executeTakeFirstOrThrow();
  await putSearchEntry(trx, {
    entity: 'old_minutes',
    entityId: id,
    boardId: one.board_id,
    title: `${board.short_name} ${labelOf(one) ?? one.file_name}`,
    body: content.replace(/\f/g, '\n'),
    context: `${board.name_fi} ${one.file_name}`,
    sortDate: one.held_on,
  });
  await removeItemEntries(trx, id);
  const items = await trx
    .selectFrom('old_minutes_item')
    .selectAll()
    .where('old_minutes_id', '=', id)
    .orderBy('position')
    .execute();
  for (const item of items)
    await putSearchEntry(trx, {
      entity: OLD_ITEM,
      entityId: itemEntryId(id, item.number),
      boardId: one.board_id,
      title: item.title,
      body: [item.diary_number ?? '', item.account, item.proposal, item.proceedings, item.decision]
        .filter((text) => text !== '')
        .join('\n'),
      context: [item.label, labelOf(one) ?? ''].filter((text) => text !== '').join('\n'),
      sortDate: one.held_on,
    });
}
