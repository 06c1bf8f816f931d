/** Everything in the file that names a person, found in the schema itself, so that no new table is forgotten. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { onErasure, type OnErasure } from '../model/privacy.ts';

export interface PersonLink {
  table: string;
  column: string;
  onErasure: OnErasure;
}

/** Columns that refer to a person, by table and column. */
export async function personLinks(db: Kysely<Database>): Promise<PersonLink[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select tables.name as "table", keys."from" as "column"
    from sqlite_schema as tables, pragma_foreign_key_list(tables.name) as keys
    where tables.type = 'table' and keys."table" = 'person'
    order by tables.rowid, keys.id desc`.execute(db);
  return rows.map((row) => ({ ...row, onErasure: onErasure(row.table, row.column) }));
}

export interface LinkedRows extends PersonLink {
  rows: Record<string, unknown>[];
}

/** The rows that name the person, by link; links without any are left out. @throws AppError NOT_FOUND */
export async function linkedRows(db: Kysely<Database>, personId: string): Promise<LinkedRows[]> {
  await requirePerson(db, personId);
  const ids = await entriesOf(db, personId);
  const found: LinkedRows[] = [];
  for (const link of await personLinks(db)) {
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(link.table)} where ${sql.ref(link.column)} in (${sql.join(ids)}) order by rowid`.execute(
      db,
    );
    if (rows.length > 0) found.push({ ...link, rows });
  }
  return found;
}

/** The person's own id, and those of entries that were merged into it and stay because records refer to them. */
export async function entriesOf(db: Kysely<Database>, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive entry(id) as (
      select ${personId} union select person.id from person join entry on person.same_as_id = entry.id)
    select id from entry`.execute(db);
  return rows.map(({ id }) => id);
}

/** Ids of entries that were merged into the person and are gone: the log still knows them. */
export async function mergedAway(db: Kysely<Database>, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct gone.entity_id as id from change_batch
    join audit as own on own.id > audit_after and own.id <= audit_last
    join audit as gone on gone.id > audit_after and gone.id <= audit_last
    where change_batch.kind = 'merge' and undone_at is null
      and own.entity = 'person' and own.entity_id in (${sql.join(ids)})
      and gone.entity = 'person' and gone.action = 'delete'`.execute(db);
  return rows.map(({ id }) => id);
}

export async function requirePerson(db: Kysely<Database>, id: string): Promise<void> {
  const row = await db.selectFrom('person').select('id').where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'person' });
}
