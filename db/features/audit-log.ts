/** The log of changes (muutosloki) for reading: who changed what and when, with names in the place of ids. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { AuditFilter } from '../model/privacy.ts';
import { NAME_COLUMNS, RowNames } from './row-names.ts';

export interface AuditChange {
  column: string;
  before: string | null;
  after: string | null;
}

export interface AuditEntry {
  id: number;
  /** ISO instant. */
  at: string;
  actor: string;
  /** The table. */
  entity: string;
  entityId: string;
  action: 'insert' | 'update' | 'delete';
  /** What the row is called, e.g. a person's name; empty when it cannot be told. */
  subject: string;
  changes: AuditChange[];
}

/** Of no interest to a reader. */
const HIDDEN = new Set(['id', 'version', 'sort_key', 'sha256', 'previous_sha256', 'position', 'document']);

/** A page of the log, the newest first. */
export async function auditLog(
  db: Kysely<Database>,
  query: {
    filter: AuditFilter;
    /** Only entries of this row. */
    entityId?: string;
    offset: number;
    limit: number;
  },
): Promise<{ total: number; rows: AuditEntry[] }> {
  const condition = conditionOf(query.filter, query.entityId);
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from audit where ${condition}`.execute(db);
  const { rows } = await sql<Database['audit'] & { id: number }>`
    select * from audit where ${condition} order by id desc limit ${query.limit} offset ${query.offset}`.execute(
    db,
  );
  const names = new RowNames(db);
  const entries: AuditEntry[] = [];
  for (const row of rows) entries.push(await entryOf(row, names));
  return { total: counted[0]?.total ?? 0, rows: entries };
}

/** The tables of which there is anything in the log. */
export async function auditedTables(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ entity: string }>`select distinct entity from audit order by entity`.execute(
    db,
  );
  return rows.map((row) => row.entity);
}

function conditionOf(filter: AuditFilter, entityId: string | undefined) {
  const parts = [sql<boolean>`true`];
  if (filter.entity !== null) parts.push(sql`entity = ${filter.entity}`);
  if (entityId !== undefined) parts.push(sql`entity_id = ${entityId}`);
  if (filter.from !== null) parts.push(sql`at >= ${filter.from}`);
  // A day's entries begin with the day; what follows sorts before the tilde.
  if (filter.to !== null) parts.push(sql`at <= ${`${filter.to}~`}`);
  if (filter.personId !== null)
    parts.push(sql`(entity_id = ${filter.personId} or entity_id like ${`%/${filter.personId}`} or entity_id like ${`${filter.personId}/%`}
      or instr(before, ${filter.personId}) > 0 or instr(after, ${filter.personId}) > 0)`);
  if (filter.text !== null)
    parts.push(sql`(instr(lower(actor), lower(${filter.text})) > 0 or instr(lower(before), lower(${filter.text})) > 0
      or instr(lower(after), lower(${filter.text})) > 0)`);
  return sql.join(parts, sql` and `);
}

async function entryOf(row: Database['audit'] & { id: number }, names: RowNames): Promise<AuditEntry> {
  const [before, after] = [row.before, row.after].map(
    (text) => (text === null ? {} : JSON.parse(text)) as Record<string, unknown>,
  ) as [Record<string, unknown>, Record<string, unknown>];
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (column) => !HIDDEN.has(column),
  );
  const changes: AuditChange[] = [];
  for (const column of columns) {
    const change = {
      column,
      before: await names.show(row.entity, column, before[column]),
      after: await names.show(row.entity, column, after[column]),
    };
    if (change.before !== change.after) changes.push(change);
  }
  const own = { ...before, ...after };
  const called = NAME_COLUMNS.map((name) => own[name]).find(
    (value) => typeof value === 'string' && value !== '',
  );
  return {
    id: row.id,
    at: row.at,
    actor: row.actor,
    entity: row.entity,
    entityId: row.entity_id,
    action: row.action,
    subject:
      typeof called === 'string'
        ? called
        : await names.subject(row.entity, row.entity_id.split('/')[0] ?? '', own),
    changes,
  };
}
