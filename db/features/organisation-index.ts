/**
 * The order of the whole register in memory, so that a list of 70,000 answers while the user types: what a
 * search found is marked in it, and a page is cut out of it, without asking SQLite to join and sort.
 *
 * It is made when first needed and anew after the register has changed, which the audit log tells: reading what
 * was added to it since is cheap.
 */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../core/schema.ts';
import { searchExpression } from '../core/search.ts';
import { isReadingOpenWrite } from '../core/turns.ts';
import type { OrganisationFilter } from '../model/organisation-filter.ts';
import type { OrganisationSort } from '../model/organisation-view.ts';
import { sortKey } from '../model/sort-key.ts';
import { filterCondition } from './organisation-filter.ts';

interface Entry {
  id: string;
  /** First letter of the sort key. */
  initial: string;
  /** Row of the table itself. */
  row: number;
  /** Row of `search_entry`; null when the organisation is not in the search. */
  search: number | null;
}

interface OrganisationIndex {
  changes: number;
  audit: number;
  generation: number;
  /** By name, in the Finnish alphabet. */
  entries: readonly Entry[];
  /** Place in `entries` by the row of `search_entry`; -1: another kind of thing. */
  places: Int32Array;
  /** Place in `entries` by the row of the organisation; -1: none. */
  byRow: Int32Array;
  /** What the last filter let through, so that a page further on need not ask again. */
  filtered: { key: string; marked: Uint8Array } | null;
  /** Places in other orders, ascending, made when asked for; no value comes last. */
  orders: Map<OrganisationSort, Order>;
}

interface Order {
  /** Of what it was made. */
  key: string;
  order: Int32Array;
  /** How many of them have a value. */
  filled: number;
}

const indexes = new WeakMap<object, OrganisationIndex>();
let generation = 0;

/** Says that the search entries were written anew, which the audit log does not tell. */
export function forgetOrganisationIndex(): void {
  generation += 1;
}

/**
 * The ids of a page of the register, and how many there are in all.
 * @param options.text what the user typed; empty: everything
 */
export async function organisationPage(
  db: Kysely<Database>,
  options: {
    text: string;
    sort: { by: OrganisationSort; descending: boolean };
    filter: OrganisationFilter;
    /** The day for which the filter is asked, ISO. */
    today: string;
    offset: number;
    limit: number;
  },
): Promise<{ total: number; ids: string[] }> {
  const index = await currentIndex(db);
  const text = options.text.trim();
  // The first letter that is typed is the beginning of a name; the search takes it for a whole word.
  const isInitial = /^\p{L}$/u.test(text);
  const expression = isInitial ? null : searchExpression(text);
  const marked = expression === null ? null : await mark(db, index, expression);
  const passing = options.filter.parts.length === 0 ? null : await filtered(db, index, options);
  const initial = isInitial ? sortKey(text) : null;
  const { order, filled } = await orderBy(db, index, { by: options.sort.by, today: options.today });
  const ids: string[] = [];
  let total = 0;
  const end = options.offset + options.limit;
  for (let step = 0; step < order.length; step += 1) {
    // What has no value stays last in either direction.
    const place = order[options.sort.descending && step < filled ? filled - 1 - step : step] as number;
    if (marked !== null && marked[place] === 0) continue;
    if (passing !== null && passing[place] === 0) continue;
    const entry = index.entries[place] as Entry;
    if (initial !== null && entry.initial !== initial) continue;
    if (total >= options.offset && total < end) ids.push(entry.id);
    total += 1;
  }
  return { total, ids };
}

/** A 1 at the place of each organisation that the search finds. */
async function mark(db: Kysely<Database>, index: OrganisationIndex, expression: string): Promise<Uint8Array> {
  // One text instead of thousands of row objects.
  const { rows } = await sql<{ found: string }>`
    select json_group_array(rowid) as found from search_index where search_index match ${expression}`.execute(
    db,
  );
  const marked = new Uint8Array(index.entries.length);
  for (const row of JSON.parse(rows[0]?.found ?? '[]') as number[]) {
    const place = index.places[row] ?? -1;
    if (place >= 0) marked[place] = 1;
  }
  return marked;
}

/** A 1 at the place of each organisation that the filter lets through. */
async function filtered(
  db: Kysely<Database>,
  index: OrganisationIndex,
  { filter, today }: { filter: OrganisationFilter; today: string },
): Promise<Uint8Array> {
  // Tasks, seats and networks count too: anything written since makes it another question.
  const key = JSON.stringify([index.changes, today, filter]);
  if (index.filtered?.key === key) return index.filtered.marked;
  const { rows } = await sql<{ found: string }>`
    select json_group_array(organisation.rowid) as found from organisation where ${filterCondition(filter, today)}`.execute(
    db,
  );
  const marked = new Uint8Array(index.entries.length);
  for (const row of JSON.parse(rows[0]?.found ?? '[]') as number[]) {
    const place = index.byRow[row] ?? -1;
    if (place >= 0) marked[place] = 1;
  }
  index.filtered = { key, marked };
  return marked;
}

/** Before a long write: the list that is read meanwhile is the one of now. */
export async function holdOrganisationList(reading: Kysely<Database>): Promise<void> {
  await currentIndex(reading);
}

async function currentIndex(db: Kysely<Database>): Promise<OrganisationIndex> {
  const { rows } = await sql<{ changes: number; audit: number }>`
    select total_changes() as changes, coalesce((select max(id) from audit), 0) as audit`.execute(db);
  const now = rows[0] ?? { changes: 0, audit: 0 };
  const known = indexes.get(db);
  // What an open import has written may yet be rolled back: the list stays as it was until the end.
  if (isReadingOpenWrite(db)) return known ? { ...known, filtered: null } : await build(db, now);
  if (known && known.generation === generation) {
    if (known.changes === now.changes) return known;
    // A changed name of a field or a municipality changes an order, so these count too.
    const touched = await db
      .selectFrom('audit')
      .select('id')
      .where('id', '>', known.audit)
      .where('entity', 'in', ['organisation', 'field'])
      .limit(1)
      .executeTakeFirst();
    if (!touched) {
      known.changes = now.changes;
      known.audit = now.audit;
      return known;
    }
  }
  const fresh = await build(db, now);
  indexes.set(db, fresh);
  return fresh;
}

async function build(
  db: Kysely<Database>,
  now: { changes: number; audit: number },
): Promise<OrganisationIndex> {
  const entries = (
    await sql<Entry>`
      select organisation.id as id, substr(sort_key, 1, 1) as initial, organisation.rowid as row, entry.rowid as search
      from organisation left join search_entry as entry
        on entry.entity = 'organisation' and entry.entity_id = organisation.id
      order by organisation.sort_key, organisation.id`.execute(db)
  ).rows;
  // Undated entries have small row ids (db/core/search.ts), so that a plain array is enough.
  const places = new Int32Array(
    entries.reduce((highest, entry) => Math.max(highest, entry.search ?? 0), 0) + 1,
  );
  places.fill(-1);
  for (const [place, entry] of entries.entries()) if (entry.search !== null) places[entry.search] = place;
  const byRow = new Int32Array(entries.reduce((highest, { row }) => Math.max(highest, row), 0) + 1);
  byRow.fill(-1);
  for (const [place, { row }] of entries.entries()) byRow[row] = place;
  const byName = Int32Array.from(entries.keys());
  return {
    ...now,
    generation,
    entries,
    places,
    byRow,
    filtered: null,
    orders: new Map([['name', { key: 'name', order: byName, filled: byName.length }]]),
  };
}

async function orderBy(
  db: Kysely<Database>,
  index: OrganisationIndex,
  { by, today }: { by: OrganisationSort; today: string },
): Promise<Order> {
  // What stands in other tables may have changed without the organisations.
  const key = LINKED.has(by) ? `${by} ${index.changes} ${today}` : by;
  const known = index.orders.get(by);
  if (known?.key === key) return known;
  const value = await valueOf(db, by, today);
  const values = index.entries.map(value);
  const order = Int32Array.from(index.entries.keys()).sort((a, b) => {
    const [one, other] = [values[a] ?? '', values[b] ?? ''];
    if (one === other) return a - b;
    if (one === '' || other === '') return one === '' ? 1 : -1;
    return one < other ? -1 : 1;
  });
  const made = { key, order, filled: values.filter((text) => text !== '').length };
  index.orders.set(by, made);
  return made;
}

/** Orders that follow from other tables. */
const LINKED: ReadonlySet<OrganisationSort> = new Set(['tags', 'networks', 'seats', 'openTasks']);

/** What the organisation is sorted by; empty where the column is. The same alphabet as that of the names. */
async function valueOf(
  db: Kysely<Database>,
  by: OrganisationSort,
  today: string,
): Promise<(entry: Entry) => string> {
  if (by === 'name') return () => '';
  const { rows } = await sql<{ row: number; value: string | number | null }>`
    select organisation.rowid as row, ${VALUES[by](today)} as value from organisation`.execute(db);
  // Thousands of rows share a municipality.
  const keys = new Map<string, string>([['', '']]);
  const keyOf = (text: string): string => {
    const known = keys.get(text);
    if (known !== undefined) return known;
    const made = sortKey(text);
    keys.set(text, made);
    return made;
  };
  const values: string[] = [];
  for (const { row, value } of rows) values[row] = keyOf(value === null ? '' : String(value));
  return ({ row }) => values[row] ?? '';
}

const inForce = (alias: string, today: string): RawBuilder<unknown> =>
  sql`${sql.ref(`${alias}.starts_on`)} <= ${today}
    and coalesce(${sql.ref(`${alias}.ends_on`)}, '9999') >= ${today}`;

/** What the columns are sorted by. @param today for networks and seats, as the table shows them */
const VALUES: Record<Exclude<OrganisationSort, 'name'>, (today: string) => RawBuilder<unknown>> = {
  field: () => sql`(select name_fi from field where field.id = organisation.field_id)`,
  municipality: () => sql`(select name_fi from municipality
    where year = municipality_year and code = municipality_code)`,
  region: () => sql`(select region.name_fi from municipality
    join region on region.year = municipality.year and region.code = municipality.region_code
    where municipality.year = municipality_year and municipality.code = municipality_code)`,
  registerNumber: () => sql`iif(register_number is null, null, substr('000000' || register_number, -6))`,
  checkedOn: () => sql`checked_on`,
  businessId: () => sql`business_id`,
  email: () => sql`email`,
  phone: () => sql`phone`,
  web: () => sql`web`,
  prhClass: () => sql`iif(prh_class is null, null, format('%03d', prh_class))`,
  state: () => sql`case state when 'active' then 1 when 'dormant' then 2 else 3 end`,
  languages: () => sql`nullif(languages, '[]')`,
  tags: () => sql`(select group_concat(tag, ' ' order by tag) from organisation_tag
    where organisation_id = organisation.id)`,
  networks: (today) => sql`(select group_concat(name_fi, ' ' order by name_fi) from network_member as member
    join network on network.id = member.network_id
    where member.organisation_id = organisation.id and ${inForce('member', today)})`,
  seats: (
    today,
  ) => sql`(select group_concat(short_name, ' ' order by board.position) from seat_holder as holder
    join seat on seat.id = holder.seat_id join board on board.id = seat.board_id
    join term on term.id = seat.term_id
    where holder.organisation_id = organisation.id and term.ends_on >= ${today} and ${inForce('holder', today)})`,
  openTasks: () => sql`(select nullif(format('%04d', count(*)), '0000') from task
    where responsible_organisation_id = organisation.id and task.state in ('open', 'in_progress'))`,
};
