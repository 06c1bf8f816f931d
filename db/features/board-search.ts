/** What the search finds boards by, and the search entries of the whole register. */
import type { Kysely } from 'kysely';
import { putSearchEntry } from '../core/search.ts';
import type { Database } from '../core/schema.ts';
import { reindexOrganisations, searchTables } from './organisation-search.ts';
import { reindexPersons } from './person-search.ts';

/** Writes the search entry of one board. */
export async function indexBoard(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await trx.selectFrom('board').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return;
  await putSearchEntry(searchTables(trx), {
    entity: 'board',
    entityId: row.id,
    boardId: row.id,
    title: row.name_fi,
    body: [row.short_name, row.name_sv, row.name_en, row.appointed_by].filter(Boolean).join('\n'),
    sortDate: null,
  });
}

/** Writes the search entries of organisations, persons and boards anew, e.g. after an import. */
export async function reindexRegister(trx: Kysely<Database>): Promise<void> {
  await reindexOrganisations(trx);
  await reindexPersons(trx);
  const boards = await trx.selectFrom('board').select('id').execute();
  for (const { id } of boards) await indexBoard(trx, id);
}
