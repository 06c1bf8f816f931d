/** What the search finds organisations by: one entry each, kept in step with every write. */
import { sql, type Kysely } from 'kysely';
import { putSearchEntry, type SearchEntry, type SearchTables } from '../core/search.ts';
import type { Database } from '../core/schema.ts';
import { formatRegisterNumber } from '../model/identifiers.ts';
import { sortKey } from '../model/sort-key.ts';
import { forgetOrganisationIndex } from './organisation-index.ts';

/** Writes the search entry of one organisation. */
export async function indexOrganisation(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await entries(trx).where('organisation.id', '=', id).executeTakeFirst();
  if (row) await putSearchEntry(searchTables(trx), entryOf(row));
}

/**
 * Writes the entries of all organisations anew, and the sort keys that an import left out. Fast enough for
 * 70,000: the rows go in by the hundred.
 */
export async function reindexOrganisations(trx: Kysely<Database>): Promise<void> {
  const unsorted = await trx
    .selectFrom('organisation')
    .select(['id', 'name_fi'])
    .where('sort_key', '=', '')
    .execute();
  for (const { id, name_fi } of unsorted)
    await trx
      .updateTable('organisation')
      .set({ sort_key: sortKey(name_fi) })
      .where('id', '=', id)
      .execute();
  await trx.deleteFrom('search_entry').where('entity', '=', 'organisation').execute();
  const rows = await entries(trx).orderBy('organisation.sort_key').execute();
  await putNewEntries(trx, rows.map(entryOf));
  forgetOrganisationIndex();
}

/**
 * Writes the entries of many organisations anew; those of organisations that are gone go too.
 * @param between lets other work in after each slice
 */
export async function reindexOrganisationsOf(
  trx: Kysely<Database>,
  ids: readonly string[],
  between?: () => Promise<void>,
): Promise<void> {
  for (let start = 0; start < ids.length; start += ROWS_AT_ONCE) {
    const part = ids.slice(start, start + ROWS_AT_ONCE);
    await trx
      .deleteFrom('search_entry')
      .where('entity', '=', 'organisation')
      .where('entity_id', 'in', part)
      .execute();
    const rows = await entries(trx)
      .where('organisation.id', 'in', part)
      .orderBy('organisation.sort_key')
      .execute();
    await putNewEntries(trx, rows.map(entryOf));
    await between?.();
  }
  if (ids.length > 0) forgetOrganisationIndex();
}

/** Kysely's table types are invariant, and search knows its own tables only. */
export function searchTables(trx: Kysely<Database>): Kysely<SearchTables> {
  return trx as unknown as Kysely<SearchTables>;
}

const ROWS_AT_ONCE = 100;
/** Entries without a date have the row ids below this one (db/core/search.ts). */
const UNDATED_END = 2 ** 24;

/** Adds undated entries that are not there yet, many at a time. */
export async function putNewEntries(trx: Kysely<Database>, list: readonly SearchEntry[]): Promise<void> {
  const { rows } = await sql<{ highest: number | null }>`
    select max(rowid) as highest from search_entry where rowid < ${UNDATED_END}`.execute(trx);
  let rowid = rows[0]?.highest ?? 0;
  for (let start = 0; start < list.length; start += ROWS_AT_ONCE)
    await trx
      .insertInto('search_entry')
      .values(
        list.slice(start, start + ROWS_AT_ONCE).map((entry) => ({
          rowid: ++rowid,
          entity: entry.entity,
          entity_id: entry.entityId,
          board_id: entry.boardId,
          title: entry.title.normalize('NFC'),
          body: entry.body.normalize('NFC'),
          context: (entry.context ?? '').normalize('NFC'),
          sort_date: null,
        })),
      )
      .execute();
}

function entries(trx: Kysely<Database>) {
  return (
    trx
      .selectFrom('organisation')
      .leftJoin('field', 'field.id', 'organisation.field_id')
      .leftJoin('municipality', (join) =>
        join
          .onRef('municipality.year', '=', 'organisation.municipality_year')
          .onRef('municipality.code', '=', 'organisation.municipality_code'),
      )
      .select([
        'organisation.id',
        'organisation.name_fi',
        'organisation.name_sv',
        'organisation.name_en',
        'organisation.business_id',
        'organisation.register_number',
        'organisation.email',
        'organisation.web',
        'organisation.post_office',
        'organisation.notes',
        'field.name_fi as field_fi',
        'municipality.name_fi as municipality_fi',
        'municipality.name_sv as municipality_sv',
      ])
      // Former names and tags find it too.
      .select((eb) => [
        eb
          .selectFrom('organisation_name')
          .select(sql<string | null>`group_concat(name, char(10))`.as('names'))
          .whereRef('organisation_name.organisation_id', '=', 'organisation.id')
          .as('former_names'),
        eb
          .selectFrom('organisation_tag')
          .select(sql<string | null>`group_concat(tag, char(10))`.as('tags'))
          .whereRef('organisation_tag.organisation_id', '=', 'organisation.id')
          .as('tags'),
      ])
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

function entryOf(row: Row): SearchEntry {
  const lines = (...parts: (string | null)[]): string =>
    [...new Set(parts.filter((part) => part !== null && part !== ''))].join('\n');
  return {
    entity: 'organisation',
    entityId: row.id,
    boardId: null,
    title: row.name_fi,
    body: lines(
      row.name_sv,
      row.name_en,
      row.municipality_fi,
      row.municipality_sv,
      row.field_fi,
      row.post_office,
      row.email,
      row.web,
      row.notes,
      row.former_names,
      row.tags,
    ),
    // The register number as it is printed (990.001) and as its digits.
    context: lines(
      row.business_id,
      row.register_number,
      row.register_number && formatRegisterNumber(row.register_number),
    ),
    sortDate: null,
  };
}
