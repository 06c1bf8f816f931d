/** Search over all minutes with filters; every word in any Finnish form, as in the search of everything. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { searchExpression, searchMatchers, type SearchResult } from '../core/search.ts';
import type { Database } from '../core/schema.ts';
import { findMatches, makeSnippet, type SearchMatcher } from '../core/search-text.ts';
import type { DecisionType } from '../model/decision.ts';
import { TEXT_PARTS, type ItemKind } from '../model/meeting.ts';
import type { MeetingState } from '../model/meeting-state.ts';
import type { FoundItem, FoundMeeting, FoundMinutes, MinutesSearch } from '../model/minutes-search.ts';
import { meetingNumberText } from '../model/numbering.ts';
import { plainText } from '../model/rich-text.ts';
import { parseText } from './meeting-rows.ts';
import { firstSections } from './numbering.ts';
import { rulesOn } from './rules-in-force.ts';
import { findOldMinutes, inOldYears, oldDetails, type OldMatch } from './search-old-minutes.ts';

/** What is read of every match: enough to order, filter and count. */
interface Match {
  id: string;
  position: number;
  section: number | null;
  kind: ItemKind;
  decision_type: DecisionType | null;
  meeting_id: string;
  board_id: string;
  number: number;
  year: number;
  held_on: string;
  state: MeetingState;
}

const NOTHING: FoundMinutes = {
  total: 0,
  meetings: [],
  oldMinutes: [],
  counts: { years: {}, kinds: {}, decisionTypes: {} },
};

/** Items found, the newest meeting first and in the order of its agenda. Nothing asked for: nothing found. */
export async function searchMinutes(db: Kysely<Database>, request: MinutesSearch): Promise<FoundMinutes> {
  const expression = searchExpression(request.text);
  const { text: _, limit, ...filters } = request;
  const isAsked = Object.values(filters).some((value) => value !== null && value !== false);
  if (expression === null && (request.text.trim() !== '' || !isAsked)) return NOTHING;
  const all = await matches(db, request, expression);
  const inYears = ({ year }: Match): boolean =>
    (request.yearFrom === null || year >= request.yearFrom) &&
    (request.yearTo === null || year <= request.yearTo);
  const ofKind = ({ kind }: Match): boolean => request.kind === null || kind === request.kind;
  const decided = ({ decision_type }: Match): boolean =>
    request.decisionType === null || decision_type === request.decisionType;
  const found = all.filter((one) => inYears(one) && ofKind(one) && decided(one));
  const matchers = searchMatchers(request.text);
  const old = await findOldMinutes(db, request, expression);
  const oldInYears = old.filter(inOldYears(request));
  return {
    total: found.length + oldInYears.length,
    meetings: await withDetails(db, found.slice(0, limit), matchers),
    oldMinutes: await oldDetails(db, request, oldInYears.slice(0, Math.max(0, limit - found.length))),
    counts: {
      years: countBy<string, Pick<OldMatch, 'year'>>(
        [...all.filter((one) => ofKind(one) && decided(one)), ...old],
        ({ year }) => (year === null ? null : String(year)),
      ),
      kinds: countBy(
        all.filter((one) => inYears(one) && decided(one)),
        ({ kind }) => kind,
      ),
      decisionTypes: countBy(
        all.filter((one) => inYears(one) && ofKind(one)),
        ({ decision_type }) => decision_type,
      ),
    },
  };
}

function countBy<Key extends string, Row = Match>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key | null,
): Partial<Record<Key, number>> & Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts as Partial<Record<Key, number>> & Record<string, number>;
}

async function matches(
  db: Kysely<Database>,
  request: MinutesSearch,
  expression: string | null,
): Promise<Match[]> {
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  if (expression !== null)
    conditions.push(sql`item.id in (select entry.entity_id from search_index
      cross join search_entry as entry on entry.rowid = search_index.rowid
      where search_index match ${expression} and entry.entity = 'item')`);
  if (request.boardId !== null) conditions.push(sql`meeting.board_id = ${request.boardId}`);
  if (request.state !== null) conditions.push(sql`meeting.state = ${request.state}`);
  if (request.conflicted)
    conditions.push(sql`exists (select 1 from conflict where conflict.item_id = item.id)`);
  if (request.personId !== null) conditions.push(concernsPerson(request.personId));
  if (request.organisationId !== null) conditions.push(concernsOrganisation(request.organisationId));
  const { rows } = await sql<Match>`
    select item.id, item.position, item.section, item.kind, item.decision_type, item.meeting_id,
      meeting.board_id, meeting.number, meeting.year, meeting.held_on, meeting.state
    from agenda_item as item join meeting on meeting.id = item.meeting_id
    where ${sql.join(conditions, sql` and `)}
    order by meeting.held_on desc, meeting.number desc, meeting.id, item.position`.execute(db);
  return rows;
}

function concernsPerson(id: string): RawBuilder<unknown> {
  return sql`(item.presenter_id = ${id}
    or exists (select 1 from conflict where item_id = item.id and person_id = ${id})
    or exists (select 1 from proposal where item_id = item.id and proposer_id = ${id})
    or exists (select 1 from proposal_seconder join proposal on proposal.id = proposal_id
      where item_id = item.id and person_id = ${id})
    or exists (select 1 from dissent where item_id = item.id and person_id = ${id})
    or exists (select 1 from item_person where item_id = item.id and person_id = ${id})
    or exists (select 1 from election_candidate join election on election.id = election_id
      where item_id = item.id and person_id = ${id})
    or exists (select 1 from register_effect where item_id = item.id and person_id = ${id})
    or exists (select 1 from item_mention where item_id = item.id and person_id = ${id})
    or exists (select 1 from task where decided_item_id = item.id and responsible_person_id = ${id}))`;
}

function concernsOrganisation(id: string): RawBuilder<unknown> {
  return sql`(item.applicant_organisation_id = ${id}
    or exists (select 1 from register_effect where item_id = item.id and organisation_id = ${id})
    or exists (select 1 from item_mention where item_id = item.id and organisation_id = ${id})
    or exists (select 1 from task where decided_item_id = item.id and responsible_organisation_id = ${id}))`;
}

/** The texts of the items that are shown, grouped by meeting. */
async function withDetails(
  db: Kysely<Database>,
  found: readonly Match[],
  matchers: readonly SearchMatcher[],
): Promise<FoundMeeting[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const items = await db
    .selectFrom('agenda_item')
    .select(['id', 'title', 'account', 'proposal', 'proceedings', 'decision'])
    .where('id', 'in', ids)
    .execute();
  const entries = await db
    .selectFrom('search_entry')
    .select(['entity_id', 'body', 'context'])
    .where('entity', '=', 'item')
    .where('entity_id', 'in', ids)
    .execute();
  const conflicts = await db.selectFrom('conflict').select('item_id').where('item_id', 'in', ids).execute();
  const boards = await db.selectFrom('board').select(['id', 'short_name']).execute();
  const conflicted = new Set(conflicts.map(({ item_id }) => item_id));
  const textOf = new Map(items.map((item) => [item.id, item]));
  const entryOf = new Map(entries.map((entry) => [entry.entity_id, entry]));
  const firsts = await sectionsAhead(db, found);
  const meetings = new Map<string, FoundMeeting>();
  for (const match of found) {
    const item = textOf.get(match.id);
    if (item === undefined) continue;
    const meeting: FoundMeeting = meetings.get(match.meeting_id) ?? {
      meetingId: match.meeting_id,
      label: meetingNumberText(match),
      board: boards.find(({ id }) => id === match.board_id)?.short_name ?? '',
      heldOn: match.held_on,
      state: match.state,
      profile: (await rulesOn(db, match.board_id, match.held_on)).profile,
      items: [],
    };
    meetings.set(match.meeting_id, meeting);
    meeting.items.push({
      itemId: match.id,
      section: match.section ?? (firsts.get(match.meeting_id) ?? 1) + match.position,
      kind: match.kind,
      title: item.title,
      titleMatches: findMatches(item.title, matchers),
      decisionType: match.decision_type,
      conflicted: conflicted.has(match.id),
      ...place(item, entryOf.get(match.id), matchers),
    });
  }
  return [...meetings.values()];
}

/** First § numbers of boards whose meetings have some that are not frozen. */
export async function sectionsAhead(
  db: Kysely<Database>,
  found: readonly Pick<Match, 'section' | 'board_id'>[],
): Promise<Map<string, number | null>> {
  const firsts = new Map<string, number | null>();
  for (const boardId of new Set(
    found.filter(({ section }) => section === null).map(({ board_id }) => board_id),
  ))
    for (const [meetingId, first] of await firstSections(db, boardId)) firsts.set(meetingId, first);
  return firsts;
}

/** The first part of an item in which a word was found, with a piece of it. */
function place(
  item: Record<(typeof TEXT_PARTS)[number] | 'title', string | null>,
  entry: { body: string; context: string } | undefined,
  matchers: readonly SearchMatcher[],
): Pick<FoundItem, 'part' | 'snippet' | 'words'> {
  const parts = TEXT_PARTS.map((part) => ({ part, text: plainText(parseText(item[part])) }));
  const words = new Set<string>();
  let shown: Pick<FoundItem, 'part' | 'snippet'> | null = null;
  for (const { part, text } of [...parts, { part: null, text: item.title ?? '' }]) {
    const ranges = matchers.length === 0 ? [] : findMatches(text, matchers);
    for (const { start, end } of ranges) words.add(text.slice(start, end));
    if (part !== null && ranges.length > 0) shown ??= { part, snippet: makeSnippet([text], matchers) };
  }
  const rest = entry ? [entry.body, entry.context] : [];
  const texts = words.size > 0 ? parts.map(({ text }) => text).filter((text) => text !== '') : rest;
  shown ??= { part: null, snippet: makeSnippet(texts, matchers) };
  return { ...shown, words: [...words] };
}

/** What the search of everything found, with the meeting of each item. */
export async function withMeetings<Found extends Pick<SearchResult, 'entity' | 'entityId'>>(
  db: Kysely<Database>,
  results: readonly Found[],
): Promise<(Found & { meetingId: string | null })[]> {
  const ids = results.filter(({ entity }) => entity === 'item').map(({ entityId }) => entityId);
  const rows =
    ids.length === 0
      ? []
      : await db.selectFrom('agenda_item').select(['id', 'meeting_id']).where('id', 'in', ids).execute();
  const meetings = new Map(rows.map((row) => [row.id, row.meeting_id]));
  return results.map((result) => ({ ...result, meetingId: meetings.get(result.entityId) ?? null }));
}
