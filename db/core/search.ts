/**
 * Full-text search over everything a secretary looks for: one row per searchable thing in `search_entry`,
 * indexed by SQLite's FTS5 in `search_index`. Queries are written here because FTS5 is SQLite's own dialect.
 *
 * Finnish inflection is handled in the query (`db/model/finnish.ts`), not in the index, so the index needs no
 * rebuilding when the rules improve. `remove_diacritics 2` lets `aani` find `ääni`, for a foreign keyboard.
 */

import { sql, type Generated, type QueryExecutorProvider, type RawBuilder, type Selectable } from 'kysely';
import { expandFinnishWord } from '../model/finnish.ts';
import { findMatches, foldForSearch, makeSnippet, matcherOf } from './search-text.ts';
import type { SearchMatcher, SearchPattern, SearchSnippet, TextRange } from './search-text.ts';

/**
 * The table this module reads and writes, as a Kysely sees it. The functions take any Kysely or transaction of
 * a database that has it: Kysely's own type is invariant in its tables, so naming them would exclude every
 * caller that knows more. `rowid` begins with the day of `sort_date` (see {@link dayOf}).
 */
export interface SearchTables {
  search_entry: {
    rowid: Generated<number>;
    entity: string;
    entity_id: string;
    board_id: string | null;
    title: string;
    body: string;
    context: Generated<string>;
    sort_date: string | null;
  };
}

/** More words than this narrow nothing down; what a user pastes beyond them is left out. */
const MAXIMUM_WORDS = 12;
const MAXIMUM_TEXT = 1_000;
/** Characters of a token, as unicode61 counts them. */
const TOKEN = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;
/** A Finnish case ending after the colon of an abbreviation or a number: EU:n, STM:lle, 29 §:n. */
const COLON_ENDING =
  /(?<=[\p{L}\p{N}]):(?:n|ä|a|t[aä]|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|n[aä]|h[aeiouyäö]n|[eiu]{2}n|t|ien|iden)$/u;
const FINNISH_DATE = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** One word of the user's text as what it may look like in the index. */
function patternsOf(chunk: string, halfTyped: boolean): SearchPattern[] {
  const tokens = [...foldForSearch(chunk).matchAll(TOKEN)].map((match) => match[0]);
  const last = tokens.at(-1);
  if (last === undefined) return [];
  const leading = tokens.slice(0, -1);
  const date = FINNISH_DATE.exec(chunk);
  if (date !== null) {
    const [, day = '', month = '', year = ''] = date;
    const long = [day.padStart(2, '0'), month.padStart(2, '0')] as const;
    return [
      { leading: [String(Number(day)), String(Number(month))], prefixes: [], exact: [year] },
      { leading: long, prefixes: [], exact: [year] },
      { leading: [year, long[1]], prefixes: [], exact: [long[0]] },
    ];
  }
  // One letter would begin a tenth of all words; it is searched as a word of its own.
  const typed = halfTyped && (last.length > 1 || leading.length > 0) ? [last] : [];
  if (/\p{N}/u.test(chunk)) return [{ leading, prefixes: typed, exact: typed.length === 0 ? [last] : [] }];
  const lastWord = [...chunk.matchAll(TOKEN)].at(-1)?.[0] ?? '';
  const expansion = expandFinnishWord(lastWord);
  const prefixes = [...new Set([...typed, ...expansion.prefixes.map(foldForSearch)])];
  const exact = [...new Set([last, ...expansion.exact.map(foldForSearch)])];
  const shortest = prefixes.filter(
    (one) => !prefixes.some((other) => other !== one && one.startsWith(other)),
  );
  return [
    { leading, prefixes: shortest, exact: exact.filter((form) => !shortest.some((p) => form.startsWith(p))) },
  ];
}

/** The user's text as groups of patterns: every group must be found, by any of its patterns. */
export function parseSearchText(userText: string): SearchPattern[][] {
  const chunks = userText.slice(0, MAXIMUM_TEXT).normalize('NFC').split(/\s+/);
  const words = chunks.map((chunk, index) => ({
    chunk: chunk.replace(/[^\p{L}\p{N}\p{Co}\p{M}]+$/u, '').replace(COLON_ENDING, ''),
    halfTyped: index === chunks.length - 1 || chunks.slice(index + 1).every((rest) => rest === ''),
    paragraph: chunks[index - 1] === '§' || chunk.startsWith('§'),
  }));
  return words
    .map(({ chunk, halfTyped, paragraph }) => patternsOf(chunk, halfTyped && !paragraph))
    .filter((patterns) => patterns.length > 0)
    .slice(0, MAXIMUM_WORDS);
}

/** Only letters and digits reach this point, but the quotes are doubled all the same. */
const quote = (tokens: readonly string[]): string => `"${tokens.join(' ').replaceAll('"', '""')}"`;

function expressionOf(groups: readonly (readonly SearchPattern[])[]): string | null {
  if (groups.length === 0) return null;
  const group = (patterns: readonly SearchPattern[]): string =>
    patterns
      .flatMap(({ leading, prefixes, exact }) => [
        ...prefixes.map((prefix) => `${quote([...leading, prefix])} *`),
        ...exact.map((form) => quote([...leading, form])),
      ])
      .join(' OR ');
  return groups.map((patterns) => `(${group(patterns)})`).join(' AND ');
}

/**
 * Turns what the user typed into an FTS5 MATCH expression: all words must be found, in any order, in any
 * Finnish form; the last word also as the beginning of a longer one. What holds together without spaces
 * (`T-2026-05`, `3/2026`) is a phrase; a date is found as 19.5.2026 and as 2026-05-19. Nothing in the text acts
 * as FTS5 syntax. Returns null when there is no letter or digit to search for.
 */
export function searchExpression(userText: string): string | null {
  return expressionOf(parseSearchText(userText));
}

/** What the user typed, ready to find its places in a text (`findMatches`); none when there is nothing to search for. */
export function searchMatchers(userText: string): SearchMatcher[] {
  return parseSearchText(userText).flat().map(matcherOf);
}

/** What is put into the index for one thing; title, body and context are plain text. */
export interface SearchEntry {
  /** The kind of thing, as the caller names it: 'meeting', 'item', 'organisation'. */
  readonly entity: string;
  readonly entityId: string;
  /** Null for what all boards share, such as an organisation of the register. */
  readonly boardId: string | null;
  readonly title: string;
  readonly body: string;
  /** Words that should find the entry though they are not part of it: the board's name, identifiers. */
  readonly context?: string;
  /** ISO date or date and time; null sorts last. */
  readonly sortDate: string | null;
}

const DAY_SPAN = 2 ** 24;

/**
 * The first row id of a day. Row ids grow with the date, so that FTS5, which reads matches in row id order,
 * hands out the newest first without sorting them all. 2^24 entries fit in a day; no date counts as day 0.
 */
function dayOf(sortDate: string | null): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(sortDate ?? '');
  if (match === null) return 0;
  return (Number(match[1]) * 512 + Number(match[2]) * 32 + Number(match[3])) * DAY_SPAN;
}

/**
 * Adds an entry to the index, or replaces the one of the same entity and id.
 *
 * @param trx the transaction of the change that the entry describes
 */
export async function putSearchEntry(trx: QueryExecutorProvider, entry: SearchEntry): Promise<void> {
  const first = dayOf(entry.sortDate);
  const [title, body, context] = [entry.title, entry.body, entry.context ?? ''].map((text) =>
    text.normalize('NFC'),
  );
  await sql`INSERT INTO search_entry
      (rowid, entity, entity_id, board_id, title, body, context, sort_date)
    VALUES (
      (SELECT coalesce(max(rowid), ${first}) + 1 FROM search_entry
        WHERE rowid >= ${first} AND rowid < ${first + DAY_SPAN - 1}),
      ${entry.entity}, ${entry.entityId}, ${entry.boardId}, ${title}, ${body}, ${context}, ${entry.sortDate}
    )
    ON CONFLICT (entity, entity_id) DO UPDATE SET
      rowid = iif(search_entry.rowid >= ${first} AND search_entry.rowid < ${first + DAY_SPAN},
        search_entry.rowid, excluded.rowid),
      board_id = excluded.board_id, title = excluded.title, body = excluded.body,
      context = excluded.context, sort_date = excluded.sort_date`.execute(trx);
}

/** Takes an entry out of the index; nothing happens when there is none. */
export async function removeSearchEntry(
  trx: QueryExecutorProvider,
  entity: string,
  entityId: string,
): Promise<void> {
  await sql`DELETE FROM search_entry WHERE entity = ${entity} AND entity_id = ${entityId}`.execute(trx);
}

/** What to search for and how much of it. */
export interface SearchRequest {
  readonly text: string;
  /** Only these kinds; all when left out. */
  readonly entities?: readonly string[];
  /** Only this board and what belongs to no board; all boards when left out. */
  readonly boardId?: string;
  /** Only what is dated in this year; what has no date is left out then. */
  readonly year?: number | null;
  readonly limit: number;
  readonly offset?: number;
}

/** One thing found. Ranges count UTF-16 units, as `slice` does. */
export interface SearchResult {
  readonly entity: string;
  readonly entityId: string;
  readonly title: string;
  readonly titleMatches: readonly TextRange[];
  readonly snippet: SearchSnippet;
  readonly sortDate: string | null;
}

/** Matches are put in order this many at a time, in the order of their days. */
const BLOCK = 250;
const finnish = new Intl.Collator('fi', { numeric: true });

interface Candidate {
  rowid: number;
  title: string;
  sort_date: string | null;
}

const newestFirst = (one: Candidate, other: Candidate): number => {
  const [oneDate, otherDate] = [one.sort_date ?? '', other.sort_date ?? ''];
  if (oneDate !== otherDate) return oneDate < otherDate ? 1 : -1;
  return finnish.compare(one.title, other.title) || other.rowid - one.rowid;
};

/** Matches in their final order, fetched block by block; exact by day, and by title within a block. */
async function* inOrder(
  trx: QueryExecutorProvider,
  expression: string,
  filter: RawBuilder<unknown>,
): AsyncGenerator<Candidate> {
  const seen = new Set<number>();
  for (const stage of [`{title} : (${expression})`, expression]) {
    for (let offset = 0; ; offset += BLOCK) {
      const { rows } = await sql<Candidate>`SELECT entry.rowid AS rowid, entry.title, entry.sort_date
        FROM search_index CROSS JOIN search_entry AS entry ON entry.rowid = search_index.rowid
        WHERE search_index MATCH ${stage}${filter}
        ORDER BY search_index.rowid DESC LIMIT ${BLOCK} OFFSET ${offset}`.execute(trx);
      for (const row of rows.toSorted(newestFirst)) {
        if (seen.has(row.rowid)) continue;
        seen.add(row.rowid);
        yield row;
      }
      if (rows.length < BLOCK) break;
    }
  }
}

/**
 * Finds entries by what the user typed: those with all words in the title first, then the others, each newest
 * first and then by title; undated ones last. Not ranked, so that the list stays still while typing.
 *
 * @returns at most `limit` results; none when the text holds nothing to search for
 */
export async function search(trx: QueryExecutorProvider, request: SearchRequest): Promise<SearchResult[]> {
  const groups = parseSearchText(request.text);
  const expression = expressionOf(groups);
  if (expression === null || request.limit <= 0) return [];
  const conditions: RawBuilder<unknown>[] = [];
  if (request.entities !== undefined) {
    if (request.entities.length === 0) return [];
    conditions.push(sql` AND entry.entity IN (${sql.join(request.entities)})`);
  }
  if (request.boardId !== undefined) {
    conditions.push(sql` AND (entry.board_id = ${request.boardId} OR entry.board_id IS NULL)`);
  }
  if (request.year !== undefined && request.year !== null) {
    const year = String(request.year);
    conditions.push(sql` AND entry.sort_date >= ${year} AND entry.sort_date < ${`${year}~`}`);
  }
  const found: number[] = [];
  let skip = request.offset ?? 0;
  for await (const candidate of inOrder(trx, expression, sql.join(conditions, sql``))) {
    if (skip > 0) {
      skip -= 1;
      continue;
    }
    found.push(candidate.rowid);
    if (found.length >= request.limit) break;
  }
  if (found.length === 0) return [];
  const { rows } = await sql<
    Selectable<SearchTables['search_entry']>
  >`SELECT rowid AS rowid, entity, entity_id, title, body,
    context, sort_date FROM search_entry WHERE rowid IN (${sql.join(found)})`.execute(trx);
  const byRow = new Map(rows.map((row) => [row.rowid, row]));
  const matchers = groups.flat().map(matcherOf);
  return found.flatMap((rowid) => {
    const row = byRow.get(rowid);
    if (row === undefined) return [];
    return {
      entity: row.entity,
      entityId: row.entity_id,
      title: row.title,
      titleMatches: findMatches(row.title, matchers),
      snippet: makeSnippet([row.body, row.context], matchers),
      sortDate: row.sort_date,
    };
  });
}
