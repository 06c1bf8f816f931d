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

const SLICE = 100;

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
    for (const run of runsOf(entries)) {
      const [{ entity, action }] = run;
      const open = run.filter((entry) => !kept.has(keyOfEntry(entry)));
      const used =
        action === 'insert' && batch.kind !== 'merge'
          ? await usedOf(trx, open, references.get(entity) ?? [])
          : new Set<string>();
      const keep = async (entry: Entry, reason: KeptRow['reason']): Promise<void> => {
        const name = await nameOf(trx, entry);
        if (batch.kind === 'merge') throw new AppError('BATCH_LATER', { name });
        kept.set(keyOfEntry(entry), { entity, id: entry.entity_id, name, reason });
      };
      const going: Entry[] = [];
      for (const entry of open)
        if (touched.has(keyOfEntry(entry))) await keep(entry, 'changed_since');
        else if (used.has(entry.entity_id)) await keep(entry, 'in_use');
        else going.push(entry);
      if (!keys.has(entity)) keys.set(entity, await keyOf(trx, entity));
      const key = keys.get(entity) ?? ['id'];
      // Rows that were added go together, which is many times faster.
      if (action === 'insert' && key.length === 1 && (await removeTogether(trx, going, key[0] ?? 'id')))
        restored += going.length;
      else
        for (const entry of going)
          if (await unlessRecord(() => takeBack(trx, entry, key))) restored += 1;
          else await keep(entry, 'in_use');
      if (entity === 'organisation') for (const entry of going) organisations.add(entry.entity_id);
      else if (entity === 'person') for (const entry of going) persons.add(entry.entity_id);
      else if (entity === 'agenda_item') for (const entry of going) items.add(entry.entity_id);
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
  const rest = async (): Promise<void> => await options.between?.(total, total);
  await reindexOrganisationsOf(trx, [...organisations], rest);
  await reindexPersonsOf(trx, [...organisations], rest);
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

const keyOfEntry = ({ entity, entity_id: id }: Entry): string => `${entity}/${id}`;

/** Neighbours of the log that did the same to the same table. */
function runsOf(entries: readonly Entry[]): [Entry, ...Entry[]][] {
  const runs: [Entry, ...Entry[]][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run && run[0].entity === entry.entity && run[0].action === entry.action) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** Added rows that others refer to by now: they cannot be taken away. */
async function usedOf(
  trx: Kysely<Database>,
  entries: readonly Entry[],
  references: readonly Reference[],
): Promise<Set<string>> {
  const used = new Set<string>();
  const ids = JSON.stringify(entries.map((entry) => entry.entity_id));
  for (const { table, column } of references) {
    const { rows } = await sql<{ id: string }>`
      select distinct ${sql.ref(column)} as id from ${sql.table(table)}
      where ${sql.ref(column)} in (select value from json_each(${ids}))`.execute(trx);
    for (const { id } of rows) used.add(id);
  }
  return used;
}

/** False: one of them belongs to a record, and none was removed. */
async function removeTogether(
  trx: Kysely<Database>,
  entries: readonly Entry[],
  key: string,
): Promise<boolean> {
  const [first] = entries;
  if (!first) return true;
  const ids = JSON.stringify(entries.map((entry) => entry.entity_id));
  return await unlessRecord(() =>
    sql`delete from ${sql.table(first.entity)}
      where ${sql.ref(key)} in (select value from json_each(${ids}))`.execute(trx),
  );
}

/** Does one statement. False: the row belongs to a record by now, e.g. minutes that have been examined since. */
async function unlessRecord(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_CONSTRAINT_TRIGGER') return false;
    throw error;
  }
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
