/**
 * What the texts of items mention (maininnat): kept in step with the texts in the same transaction, listed for a
 * person, an organisation or a task, and offered while one types.
 */
import type { Kysely } from 'kysely';
import { search } from '../core/search.ts';
import type { Database } from '../core/schema.ts';
import type { Finding } from '../model/errors.ts';
import { AppError } from '../model/errors.ts';
import type { Language } from '../model/language.ts';
import { TEXT_PARTS, type TextPart } from '../model/meeting.ts';
import type { MeetingState } from '../model/meeting-state.ts';
import {
  MENTION_ENTITIES,
  mentionKey,
  mentionsOf,
  type Mention,
  type MentionEntity,
  type RichText,
} from '../model/rich-text.ts';
import { parseText } from './meeting-rows.ts';
import { entriesOf } from './person-links.ts';

const COLUMNS = { person: 'person_id', organisation: 'organisation_id', task: 'task_id' } as const;

interface Row {
  item_id: string;
  part: TextPart;
  person_id: string | null;
  organisation_id: string | null;
  task_id: string | null;
}

const rowKey = (row: Row): string =>
  [row.part, row.person_id ?? '', row.organisation_id ?? '', row.task_id ?? ''].join(' ');

/** Those of the mentions whose person, organisation or task is there. */
export async function existingMentions(
  db: Kysely<Database>,
  mentions: readonly Mention[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const entity of ['person', 'organisation', 'task'] as const) {
    const ids = mentions.filter((one) => one.entity === entity).map(({ id }) => id);
    if (ids.length === 0) continue;
    const rows = await db.selectFrom(entity).select('id').where('id', 'in', ids).execute();
    for (const { id } of rows) found.add(mentionKey({ entity, id }));
  }
  return found;
}

/** The rows that the texts of an item give. */
async function derived(
  db: Kysely<Database>,
  item: { id: string } & Record<TextPart, string | null>,
): Promise<Row[]> {
  const named = TEXT_PARTS.flatMap((part) =>
    mentionsOf(parseText(item[part])).map((mention) => ({ part, mention })),
  );
  if (named.length === 0) return [];
  const known = await existingMentions(
    db,
    named.map(({ mention }) => mention),
  );
  return named.flatMap(({ part, mention }) =>
    known.has(mentionKey(mention))
      ? [
          {
            item_id: item.id,
            part,
            person_id: null,
            organisation_id: null,
            task_id: null,
            [COLUMNS[mention.entity]]: mention.id,
          },
        ]
      : [],
  );
}

/** Brings the mentions of an item in step with its texts. */
export async function syncMentions(
  trx: Kysely<Database>,
  item: { id: string } & Record<TextPart, string | null>,
): Promise<void> {
  const wanted = await derived(trx, item);
  const stored = await trx.selectFrom('item_mention').selectAll().where('item_id', '=', item.id).execute();
  const same =
    wanted.length === stored.length &&
    stored.every((row) => wanted.some((one) => rowKey(one) === rowKey(row)));
  if (same) return;
  await trx.deleteFrom('item_mention').where('item_id', '=', item.id).execute();
  if (wanted.length > 0) await trx.insertInto('item_mention').values(wanted).execute();
}

/** Today's names of what an item mentions, so that it is found by them after a renaming, too. */
export async function mentionedNames(db: Kysely<Database>, itemId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('item_mention')
    .leftJoin('person', 'person.id', 'item_mention.person_id')
    .leftJoin('organisation', 'organisation.id', 'item_mention.organisation_id')
    .leftJoin('task', 'task.id', 'item_mention.task_id')
    .select(['person.name as person', 'organisation.name_fi as organisation', 'task.code as task'])
    .where('item_mention.item_id', '=', itemId)
    .execute();
  return [...new Set(rows.flatMap((row) => row.person ?? row.organisation ?? row.task ?? []))];
}

/**
 * Refuses links to what is not there. A link that the stored text has already may stay: what it led to has been
 * removed since, and the words are the text.
 * @throws AppError MENTION_UNKNOWN with the keys of the unknown ones
 */
export async function assertMentionsExist(
  db: Kysely<Database>,
  texts: readonly (RichText | null)[],
  stored: readonly (RichText | null)[],
): Promise<void> {
  const before = new Set(stored.flatMap((text) => mentionsOf(text).map(mentionKey)));
  const added = texts.flatMap((text) => mentionsOf(text)).filter((one) => !before.has(mentionKey(one)));
  if (added.length === 0) return;
  const known = await existingMentions(db, added);
  const unknown = added.map(mentionKey).filter((key) => !known.has(key));
  if (unknown.length > 0) throw new AppError('MENTION_UNKNOWN', { unknown: unknown.join(' ') });
}

/** Where something is mentioned: one entry for each item. */
export interface MentionPlace {
  itemId: string;
  meetingId: string;
  boardShortName: string;
  /** "3/2026" */
  meeting: string;
  heldOn: string;
  state: MeetingState;
  /** Frozen §; null while the meeting is planned. */
  section: number | null;
  title: string;
}

/** The items whose texts mention it, newest first. */
export async function mentionPlaces(db: Kysely<Database>, { entity, id }: Mention): Promise<MentionPlace[]> {
  const ids = entity === 'person' ? await entriesOf(db, id) : [id];
  const rows = await db
    .selectFrom('item_mention')
    .innerJoin('agenda_item', 'agenda_item.id', 'item_mention.item_id')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .innerJoin('board', 'board.id', 'meeting.board_id')
    .select([
      'agenda_item.id as itemId',
      'agenda_item.section',
      'agenda_item.title',
      'meeting.id as meetingId',
      'meeting.number',
      'meeting.year',
      'meeting.held_on as heldOn',
      'meeting.state',
      'board.short_name as boardShortName',
    ])
    .distinct()
    .where(`item_mention.${COLUMNS[entity]}`, 'in', ids)
    .orderBy('meeting.held_on', 'desc')
    .orderBy('agenda_item.position')
    .execute();
  return rows.map(({ number, year, ...row }) => ({ ...row, meeting: `${number}/${year}` }));
}

/** Something that can be mentioned, as it is offered. */
export interface MentionChoice extends Mention {
  /** What is written into the text. */
  text: string;
  detail: string;
}

/** Choices of each kind; of one kind alone, twice as many. */
const LIMIT = 6;

/**
 * What can be mentioned, by the words of its name in any form, by a person's short name, or by a task's code. Without
 * words: the people of the board's seats, their organisations, the open tasks.
 * @param request.language of the meeting: organisations are written by their name in it
 */
export async function mentionChoices(
  db: Kysely<Database>,
  request: { text: string; boardId: string; language: Language; entity?: MentionEntity | undefined },
): Promise<MentionChoice[]> {
  const kinds = request.entity === undefined ? MENTION_ENTITIES : [request.entity];
  const limit = request.entity === undefined ? LIMIT : LIMIT * 2;
  const choices: MentionChoice[] = [];
  for (const entity of kinds) {
    const ids =
      request.text.trim() === ''
        ? await usual(db, entity, request.boardId, limit)
        : await byName(db, entity, request.text, request.boardId, limit);
    choices.push(...(await named(db, entity, ids, request.language)));
  }
  return choices;
}

/** Found by its name; a person by the short name, too, but not by the organisations. */
async function byName(
  db: Kysely<Database>,
  entity: MentionEntity,
  text: string,
  boardId: string,
  limit: number,
): Promise<string[]> {
  const hits = await search(db, {
    text,
    entities: [entity],
    boardId,
    limit: entity === 'person' ? 50 : limit,
  });
  if (entity !== 'person') return hits.map(({ entityId }) => entityId);
  const begin = text.trim().toLocaleLowerCase('fi');
  const ids = hits.map(({ entityId }) => entityId);
  const rows = await db.selectFrom('person').select(['id', 'short_name']).where('id', 'in', ids).execute();
  const byShortName = new Set(
    rows.flatMap((row) => (row.short_name?.toLocaleLowerCase('fi').startsWith(begin) ? [row.id] : [])),
  );
  return hits
    .filter(({ entityId, titleMatches }) => titleMatches.length > 0 || byShortName.has(entityId))
    .map(({ entityId }) => entityId)
    .slice(0, limit);
}

/** What is mentioned most in the minutes of a board. */
async function usual(
  db: Kysely<Database>,
  entity: MentionEntity,
  boardId: string,
  limit: number,
): Promise<string[]> {
  if (entity === 'task') {
    const tasks = await db
      .selectFrom('task')
      .select('id')
      .where('board_id', '=', boardId)
      .where('state', 'in', ['open', 'in_progress'])
      .orderBy('code', 'desc')
      .limit(limit)
      .execute();
    return tasks.map(({ id }) => id);
  }
  const column = COLUMNS[entity as 'person' | 'organisation'];
  const seats = await db
    .selectFrom('seat_holder')
    .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
    .select(`seat_holder.${column} as id`)
    .where('seat.board_id', '=', boardId)
    .where('seat_holder.ends_on', 'is', null)
    .orderBy('seat_holder.role', 'desc')
    .orderBy('seat.number')
    .execute();
  return [...new Set(seats.flatMap(({ id }) => id ?? []))].slice(0, limit);
}

/** The names of those ids, in their order. */
async function named(
  db: Kysely<Database>,
  entity: MentionEntity,
  ids: readonly string[],
  language: Language,
): Promise<MentionChoice[]> {
  if (ids.length === 0) return [];
  const found = new Map<string, Omit<MentionChoice, 'entity' | 'id'>>();
  if (entity === 'person') {
    const rows = await db
      .selectFrom('person')
      .leftJoin('seat_holder', (join) =>
        join.onRef('seat_holder.person_id', '=', 'person.id').on('seat_holder.ends_on', 'is', null),
      )
      .leftJoin('organisation', 'organisation.id', 'seat_holder.organisation_id')
      .select(['person.id', 'person.name', 'person.short_name', 'organisation.name_fi as organisation'])
      .where('person.id', 'in', ids)
      .execute();
    for (const row of rows)
      found.set(row.id, {
        text: row.name,
        detail: [row.short_name, row.organisation].filter(Boolean).join(', '),
      });
  } else if (entity === 'organisation') {
    const rows = await db
      .selectFrom('organisation')
      .select(['id', 'name_fi', 'name_sv', 'name_en', 'business_id'])
      .where('id', 'in', ids)
      .execute();
    for (const row of rows)
      found.set(row.id, { text: row[`name_${language}`] ?? row.name_fi, detail: row.business_id ?? '' });
  } else {
    const rows = await db.selectFrom('task').select(['id', 'code', 'title']).where('id', 'in', ids).execute();
    for (const row of rows) found.set(row.id, { text: row.code, detail: row.title });
  }
  return ids.flatMap((id) => {
    const words = found.get(id);
    return words === undefined ? [] : [{ entity, id, ...words }];
  });
}

/** Items whose stored mentions differ from what their texts say. */
export async function checkMentions(db: Kysely<Database>): Promise<Finding[]> {
  const items = await db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .select([
      'agenda_item.id',
      'agenda_item.position',
      'agenda_item.account',
      'agenda_item.proposal',
      'agenda_item.proceedings',
      'agenda_item.decision',
      'meeting.number',
      'meeting.year',
    ])
    .execute();
  const stored = Map.groupBy(await db.selectFrom('item_mention').selectAll().execute(), (row) => row.item_id);
  const findings: Finding[] = [];
  for (const item of items) {
    const wanted = new Set((await derived(db, item)).map(rowKey));
    const kept = new Set((stored.get(item.id) ?? []).map(rowKey));
    if (wanted.size !== kept.size || [...wanted].some((key) => !kept.has(key)))
      findings.push({
        code: 'mentions',
        severity: 'error',
        subject: `meeting ${item.number}/${item.year} item ${item.position + 1}`,
        details: { texts: wanted.size, stored: kept.size },
      });
  }
  return findings;
}
