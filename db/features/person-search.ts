/** What the search finds persons by: name, short name, organisations, e-mail. Never their notes. */
import { sql, type Kysely } from 'kysely';
import { putSearchEntry, removeSearchEntry, type SearchEntry } from '../core/search.ts';
import type { Database } from '../core/schema.ts';
import { sortKey } from '../model/sort-key.ts';
import { putNewEntries, searchTables } from './organisation-search.ts';

/** Writes the search entry of one person; one that is gone, or merged into another, has none. */
export async function indexPerson(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await entries(trx).where('person.id', '=', id).executeTakeFirst();
  if (row) await putSearchEntry(searchTables(trx), entryOf(row));
  else await removeSearchEntry(searchTables(trx), 'person', id);
}

/** Writes the entries of all persons anew, and the sort keys that an import left out. */
export async function reindexPersons(trx: Kysely<Database>): Promise<void> {
  const unsorted = await trx.selectFrom('person').select(['id', 'name']).where('sort_key', '=', '').execute();
  for (const { id, name } of unsorted)
    await trx
      .updateTable('person')
      .set({ sort_key: sortKey(name) })
      .where('id', '=', id)
      .execute();
  await trx.deleteFrom('search_entry').where('entity', '=', 'person').execute();
  const rows = await entries(trx).orderBy('person.sort_key').execute();
  await putNewEntries(trx, rows.map(entryOf));
}

/** Writes the entries of those who have to do with organisations that were changed: their names stand in them. */
export async function reindexPersonsOf(
  trx: Kysely<Database>,
  organisationIds: readonly string[],
  between?: () => Promise<void>,
): Promise<void> {
  const persons = new Set<string>();
  for (let start = 0; start < organisationIds.length; start += 200) {
    const part = organisationIds.slice(start, start + 200);
    const rows = await trx
      .selectFrom('position')
      .select('person_id as id')
      .where('organisation_id', 'in', part)
      .union(trx.selectFrom('seat_holder').select('person_id as id').where('organisation_id', 'in', part))
      .execute();
    for (const { id } of rows) persons.add(id);
    await between?.();
  }
  for (const id of persons) await indexPerson(trx, id);
}

function entries(trx: Kysely<Database>) {
  return trx
    .selectFrom('person')
    .select(['person.id', 'person.name', 'person.short_name', 'person.email'])
    .where('person.same_as_id', 'is', null)
    .select((eb) =>
      eb
        .selectFrom('position')
        .innerJoin('organisation', 'organisation.id', 'position.organisation_id')
        .select(sql<string | null>`group_concat(distinct organisation.name_fi)`.as('names'))
        .whereRef('position.person_id', '=', 'person.id')
        .where('position.ends_on', 'is', null)
        .as('organisations'),
    )
    .select((eb) =>
      eb
        .selectFrom('seat_holder')
        .innerJoin('organisation', 'organisation.id', 'seat_holder.organisation_id')
        .select(sql<string | null>`group_concat(distinct organisation.name_fi)`.as('names'))
        .whereRef('seat_holder.person_id', '=', 'person.id')
        .where('seat_holder.ends_on', 'is', null)
        .as('represented'),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

function entryOf(row: Row): SearchEntry {
  return {
    entity: 'person',
    entityId: row.id,
    boardId: null,
    title: row.name,
    body: [row.short_name, row.organisations, row.represented, row.email].filter(Boolean).join('\n'),
    sortDate: null,
  };
}
