/**
 * Changes of many rows that can be taken back as a whole (tuonti, joukkomuutos, yhdistäminen). The reversible record
 * is the audit log: a batch only remembers which entries of it are its own.
 */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { removeClassificationYear } from './classification.ts';
import { indexPerson, reindexPersonsOf } from './person-search.ts';
import { reindexOrganisationsOf } from './organisation-search.ts';
import { indexItem } from './search.ts';

export type BatchKind = 'import' | 'bulk' | 'merge';

export interface ChangeBatch {
  id: string;
  kind: BatchKind;
  title: string;
  doneAt: string;
  doneBy: string;
  counts: Record<string, number>;
  undoneAt: string | null;
}

/** Lets other work in between slices, and throws when the user has cancelled. */
export type Between = (done: number, total: number) => Promise<void>;

const SLICE = 500;

export async function lastAudit(trx: Kysely<Database>): Promise<number> {
  const row = await trx
    .selectFrom('audit')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** Does the work within the present write and records it. Nothing is recorded when nothing was changed. */
export async function recordBatch<Result extends { counts: Record<string, number> }>(
  trx: Kysely<Database>,
  batch: { kind: BatchKind; title: string; by: string; at: string },
  work: () => Promise<Result>,
): Promise<Result & { batchId: string | null }> {
  const after = await lastAudit(trx);
  const result = await work();
  const last = await lastAudit(trx);
  if (last === after) return { ...result, batchId: null };
  const id = newId();
  await trx
    .insertInto('change_batch')
    .values({
      id,
      kind: batch.kind,
      title: batch.title.slice(0, 300),
      done_at: batch.at,
      done_by: batch.by,
      counts: JSON.stringify(result.counts),
      audit_after: after,
      audit_last: last,
    })
    .execute();
  return { ...result, batchId: id };
}

/** The latest batches, the newest first. */
export async function listBatches(db: Kysely<Database>, limit = 50): Promise<ChangeBatch[]> {
  const rows = await db
    .selectFrom('change_batch')
    .selectAll()
    .orderBy('done_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    doneAt: row.done_at,
    doneBy: row.done_by,
    counts: JSON.parse(row.counts) as Record<string, number>,
    undoneAt: row.undone_at,
  }));
}

interface Entry {
  id: number;
  entity: string;
  entity_id: string;
  action: 'insert' | 'update' | 'delete';
  before: string | null;
  after: string | null;
}

/** A row that could not be taken back, and why. */
export interface KeptRow {
  entity: string;
  id: string;
  name: string;
  reason: 'changed_since' | 'in_use';
}

export interface UndoResult {
  restored: number;
  kept: KeptRow[];
}

/**
 * Takes a batch back: every row that nobody has touched since is as it was before (its version counts on, so that no
 * open form can overwrite it). Rows changed since stay as they are and are named; a merge is taken back whole or not
 * at all, because half of one would be no organisation.
 * @throws AppError NOT_FOUND; BATCH_UNDONE; BATCH_LATER (a row of a merge was changed since, with its name)
 */
export async function undoBatch(
  trx: Kysely<Database>,
  options: { id: string; by: string; at: string; between?: Between },
): Promise<UndoResult> {
  const batch = await trx
    .selectFrom('change_batch')
    .selectAll()
    .where('id', '=', options.id)
    .executeTakeFirst();
  if (!batch) throw new AppError('NOT_FOUND', { what: 'batch' });
  if (batch.undone_at !== null) throw new AppError('BATCH_UNDONE');
  const touched = await touchedSince(trx, batch.audit_after, batch.audit_last);
  const references = await referencesByTable(trx);
  const kept = new Map<string, KeptRow>();
  const keys = new Map<string, readonly string[]>();
  const organisations = new Set<string>();
  const [persons, items] = [new Set<string>(), new Set<string>()];
  let restored = 0;
  let done = 0;
  const total = batch.audit_last - batch.audit_after;
  await sql`pragma defer_foreign_keys = on`.execute(trx);
  for (let upper = batch.audit_last; upper > batch.audit_after;) {
    const entries = (await trx
      .selectFrom('audit')
      .select(['id', 'entity', 'entity_id', 'action', 'before', 'after'])
      .where('id', '>', batch.audit_after)
      .where('id', '<=', upper)
      .orderBy('id', 'desc')
      .limit(SLICE)
      .execute()) as Entry[];
    if (entries.length === 0) break;
    for (const entry of entries) {
      const key = `${entry.entity}/${entry.entity_id}`;
      if (kept.has(key)) continue;
      const reason = touched.has(key) ? 'changed_since' : await inUse(trx, entry, references, batch);
      if (reason !== null) {
        const name = await nameOf(trx, entry);
        if (batch.kind === 'merge') throw new AppError('BATCH_LATER', { name });
        kept.set(key, { entity: entry.entity, id: entry.entity_id, name, reason });
        continue;
      }
      if (!keys.has(entry.entity)) keys.set(entry.entity, await keyOf(trx, entry.entity));
      try {
        await takeBack(trx, entry, keys.get(entry.entity) ?? ['id']);
      } catch (error) {
        // The row belongs to a record by now, e.g. minutes that have been examined since.
        if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_TRIGGER') throw error;
        const name = await nameOf(trx, entry);
        if (batch.kind === 'merge') throw new AppError('BATCH_LATER', { name });
        kept.set(key, { entity: entry.entity, id: entry.entity_id, name, reason: 'in_use' });
        continue;
      }
      restored += 1;
      if (entry.entity === 'organisation') organisations.add(entry.entity_id);
      else if (entry.entity === 'person') persons.add(entry.entity_id);
      else if (entry.entity === 'agenda_item') items.add(entry.entity_id);
    }
    upper = (entries.at(-1)?.id ?? 1) - 1;
    done += entries.length;
    await options.between?.(Math.min(done, total), total);
  }
  const { classificationYear } = JSON.parse(batch.counts) as { classificationYear?: number };
  if (classificationYear !== undefined && !(await removeClassificationYear(trx, classificationYear)))
    kept.set('municipality', {
      entity: 'municipality',
      id: String(classificationYear),
      name: batch.title,
      reason: 'in_use',
    });
  await reindexOrganisationsOf(trx, [...organisations]);
  await reindexPersonsOf(trx, [...organisations]);
  for (const id of persons) await indexPerson(trx, id);
  for (const id of items) await indexItem(trx, id);
  await trx
    .updateTable('change_batch')
    .set({ undone_at: options.at, undone_by: options.by })
    .where('id', '=', batch.id)
    .execute();
  return { restored, kept: [...kept.values()] };
}

/** Rows of the batch that the log mentions again after it. */
async function touchedSince(trx: Kysely<Database>, after: number, last: number): Promise<Set<string>> {
  const { rows } = await sql<{ entity: string; entity_id: string }>`
    select distinct later.entity, later.entity_id from audit as later
    where later.id > ${last} and later.entity <> 'change_batch' and exists (
      select 1 from audit as own where own.entity = later.entity and own.entity_id = later.entity_id
        and own.id > ${after} and own.id <= ${last})`.execute(trx);
  return new Set(rows.map((row) => `${row.entity}/${row.entity_id}`));
}

interface Reference {
  table: string;
  column: string;
  target: string;
}

/** Which columns of which tables refer to a table by its `id`. */
export async function referencesTo(trx: Kysely<Database>, target: string): Promise<Reference[]> {
  return (await referencesByTable(trx)).get(target) ?? [];
}

async function referencesByTable(trx: Kysely<Database>): Promise<Map<string, Reference[]>> {
  const { rows } = await sql<Reference>`
    select main.name as "table", key."from" as "column", key."table" as target
    from sqlite_schema as main, pragma_foreign_key_list(main.name) as key
    where main.type = 'table' and (key."to" = 'id' or key."to" is null)`.execute(trx);
  const found = new Map<string, Reference[]>();
  for (const row of rows) found.set(row.target, [...(found.get(row.target) ?? []), row]);
  return found;
}

/** An added row that others refer to by now cannot be taken away. */
async function inUse(
  trx: Kysely<Database>,
  entry: Entry,
  references: ReadonlyMap<string, readonly Reference[]>,
  batch: { kind: BatchKind },
): Promise<'in_use' | null> {
  if (entry.action !== 'insert' || batch.kind === 'merge') return null;
  for (const { table, column } of references.get(entry.entity) ?? []) {
    const { rows } = await sql`
      select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${entry.entity_id} limit 1`.execute(trx);
    if (rows.length > 0) return 'in_use';
  }
  return null;
}

async function nameOf(trx: Kysely<Database>, entry: Entry): Promise<string> {
  const named = { organisation: 'name_fi', person: 'name', agenda_item: 'title', task: 'title' }[
    entry.entity
  ];
  if (named !== undefined) {
    const { rows } = await sql<{ name: string }>`
      select ${sql.ref(named)} as name from ${sql.table(entry.entity)} where id = ${entry.entity_id}`.execute(
      trx,
    );
    if (rows[0]) return rows[0].name;
  }
  const values = JSON.parse(entry.after ?? entry.before ?? '{}') as { name_fi?: string; name?: string };
  return values.name_fi ?? values.name ?? entry.entity;
}

/** Columns of the key of a table, in the order in which the log joins them. */
async function keyOf(trx: Kysely<Database>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(trx);
  return rows.map((row) => row.name);
}

async function takeBack(trx: Kysely<Database>, entry: Entry, key: readonly string[]): Promise<void> {
  const table = sql.table(entry.entity);
  const parts = key.length === 1 ? [entry.entity_id] : entry.entity_id.split('/');
  const isRow = sql.join(
    key.map((column, at) => sql`${sql.ref(column)} = ${parts[at]}`),
    sql` and `,
  );
  if (entry.action === 'insert') {
    await sql`delete from ${table} where ${isRow}`.execute(trx);
    return;
  }
  const before = JSON.parse(entry.before ?? '{}') as Record<string, unknown>;
  if (entry.action === 'delete') {
    const columns = Object.keys(before);
    await sql`insert into ${table} (${sql.join(columns.map((name) => sql.ref(name)))})
      values (${sql.join(columns.map((name) => before[name]))})`.execute(trx);
    return;
  }
  // The version counts on: a form that was opened meanwhile must not pass for one of this state.
  const { version, ...rest } = before;
  const sets = Object.entries(rest).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  if (version !== undefined) sets.push(sql`version = version + 1`);
  if (sets.length > 0) await sql`update ${table} set ${sql.join(sets)} where ${isRow}`.execute(trx);
}
