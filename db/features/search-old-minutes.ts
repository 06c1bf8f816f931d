/** Imported old minutes (tuodut pöytäkirjat) among what the search over all minutes finds. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { searchExpression, searchMatchers } from '../core/search.ts';
import type { Database } from '../core/schema.ts';
import { findMatches, makeSnippet, type SearchMatcher } from '../core/search-text.ts';
import type { FoundOldItem, FoundOldMinutes, MinutesSearch } from '../model/minutes-search.ts';
import { OLD_ITEM, oldItemOf } from './old-minutes.ts';

/** An item, or minutes as a whole (`number` is null). */
export interface OldMatch {
  id: string;
  number: number | null;
  year: number | null;
}

interface Row {
  entity_id: string;
  held_on: string | null;
}

/**
 * Items that match, the newest minutes first, and after them minutes that match only as a whole: under review, or with
 * the words elsewhere than in one item. A person or an organisation is found by name, because old minutes are text.
 * What old minutes do not have (kind, type of decision, state, conflicts) finds none of them. Years are not looked at.
 * @param expression of the text; null when no text is asked for
 */
export async function findOldMinutes(
  db: Kysely<Database>,
  request: MinutesSearch,
  expression: string | null,
): Promise<OldMatch[]> {
  if (request.kind !== null || request.decisionType !== null || request.state !== null || request.conflicted)
    return [];
  const named = await namesAsked(db, request);
  const expressions = [
    ...(expression === null ? [] : [expression]),
    ...named.map((names) =>
      names
        .map(searchExpression)
        .filter((one) => one !== null)
        .map((one) => `(${one})`)
        .join(' OR '),
    ),
  ];
  const matched = (entity: string, one: string): RawBuilder<unknown> => sql`entry.rowid in (
    select search_index.rowid from search_index cross join search_entry as at on at.rowid = search_index.rowid
    where search_index match ${one} and at.entity = ${entity})`;
  const board = request.boardId === null ? sql`` : sql` and entry.board_id = ${request.boardId}`;
  const all = expressions.map((one) => `(${one})`).join(' AND ');
  const { rows: items } = await sql<Row>`select entry.entity_id, entry.sort_date as held_on
    from search_entry as entry
    where entry.entity = ${OLD_ITEM} and ${all === '' ? sql`true` : matched(OLD_ITEM, all)}${board}
    order by entry.sort_date desc, substr(entry.entity_id, 1, 36), cast(substr(entry.entity_id, 38) as integer)`.execute(
    db,
  );
  const inText = all === '' ? sql`true` : matched('old_minutes', all);
  // A person who was joined to the register stands in the record of attendance, under any name.
  const isJoined =
    request.personId === null
      ? sql`false`
      : sql`(${expression === null ? sql`true` : matched('old_minutes', expression)}
          and exists (select 1 from old_minutes_person as person
            where person.old_minutes_id = entry.entity_id and person.person_id = ${request.personId}))`;
  const { rows: wholes } = await sql<Row>`select entry.entity_id, entry.sort_date as held_on
    from search_entry as entry where entry.entity = 'old_minutes' and (${inText} or ${isJoined})${board}
    order by entry.sort_date desc, entry.entity_id`.execute(db);
  const found = items.map(({ entity_id, held_on }) => ({ ...oldItemOf(entity_id), year: yearOf(held_on) }));
  const withItems = new Set(found.map(({ id }) => id));
  return [
    ...found,
    ...wholes
      .filter(({ entity_id }) => !withItems.has(entity_id))
      .map(({ entity_id, held_on }) => ({ id: entity_id, number: null, year: yearOf(held_on) })),
  ];
}

const yearOf = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)));

/** Whether minutes are of the years asked for; those without a day are of no year. */
export const inOldYears =
  ({ yearFrom, yearTo }: MinutesSearch) =>
  ({ year }: OldMatch): boolean =>
    (yearFrom === null || (year !== null && year >= yearFrom)) &&
    (yearTo === null || (year !== null && year <= yearTo));

/** The names of the person and the organisation asked for, each in all its languages. */
async function namesAsked(db: Kysely<Database>, request: MinutesSearch): Promise<string[][]> {
  const named: string[][] = [];
  if (request.personId !== null) {
    const person = await db
      .selectFrom('person')
      .select('name')
      .where('id', '=', request.personId)
      .executeTakeFirst();
    if (person) named.push([person.name]);
  }
  if (request.organisationId !== null) {
    const one = await db
      .selectFrom('organisation')
      .select(['name_fi', 'name_sv', 'name_en'])
      .where('id', '=', request.organisationId)
      .executeTakeFirst();
    if (one) named.push([one.name_fi, one.name_sv, one.name_en].filter((name) => name !== null));
  }
  return named.filter((names) => names.some((name) => searchExpression(name) !== null));
}

/** What is shown of them, grouped by minutes. */
export async function oldDetails(
  db: Kysely<Database>,
  request: MinutesSearch,
  found: readonly OldMatch[],
): Promise<FoundOldMinutes[]> {
  if (found.length === 0) return [];
  const names = (await namesAsked(db, request)).flat();
  const matchers = [request.text, ...names].flatMap(searchMatchers);
  const ids = [...new Set(found.map(({ id }) => id))];
  const heads = await db
    .selectFrom('old_minutes')
    .innerJoin('board', 'board.id', 'old_minutes.board_id')
    .select([
      'old_minutes.id',
      'old_minutes.number',
      'old_minutes.year',
      'old_minutes.file_name',
      'old_minutes.held_on',
      'old_minutes.state',
      'board.short_name',
    ])
    .where('old_minutes.id', 'in', ids)
    .execute();
  const items = await db
    .selectFrom('old_minutes_item')
    .selectAll()
    .where('old_minutes_id', 'in', ids)
    .execute();
  const wholes = found.filter(({ number }) => number === null).map(({ id }) => id);
  const texts =
    wholes.length === 0
      ? []
      : await db
          .selectFrom('search_entry')
          .select(['entity_id', 'body'])
          .where('entity', '=', 'old_minutes')
          .where('entity_id', 'in', wholes)
          .execute();
  const itemOf = new Map(items.map((item) => [`${item.old_minutes_id}:${item.number}`, item]));
  return heads
    .map((head) => ({
      id: head.id,
      label: head.number === null || head.year === null ? null : `${head.number}/${head.year}`,
      fileName: head.file_name,
      board: head.short_name,
      heldOn: head.held_on,
      state: head.state,
      items: found.flatMap(({ id, number }): FoundOldItem[] => {
        const item = id === head.id ? itemOf.get(`${id}:${number}`) : undefined;
        return item ? [foundItem(item, matchers)] : [];
      }),
      snippet: wholes.includes(head.id)
        ? makeSnippet([texts.find(({ entity_id }) => entity_id === head.id)?.body ?? ''], matchers)
        : null,
    }))
    .toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

function foundItem(
  item: {
    number: number;
    label: string;
    title: string;
    diary_number: string | null;
    account: string;
    proposal: string;
    proceedings: string;
    decision: string;
  },
  matchers: readonly SearchMatcher[],
): FoundOldItem {
  const texts = [
    item.account,
    item.proposal,
    item.proceedings,
    item.decision,
    item.diary_number ?? '',
  ].filter((text) => text !== '');
  const words = [item.title, ...texts].flatMap((text) =>
    findMatches(text, matchers).map(({ start, end }) => text.slice(start, end)),
  );
  return {
    number: item.number,
    label: item.label,
    title: item.title,
    titleMatches: findMatches(item.title, matchers),
    snippet: makeSnippet(texts, matchers),
    words: [...new Set(words)],
  };
}
