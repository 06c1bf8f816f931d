/**
 * Entries of the live minutes and taking the last of them back (viimeisen merkinnän kumoaminen). An entry keeps no
 * copy of what it changed: the audit log has it row by row, and undoing turns those rows round. So everything can be
 * undone that is noted in a meeting, also after the program was started anew.
 */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { newId } from '../model/identity.ts';
import type { EntryKind, EntryView } from '../model/live-entry.ts';
import { assertMayChange, meetingRow } from './meeting-guards.ts';
import { loadMeeting } from './meeting-rows.ts';
import { sectionsOf } from './meeting-view.ts';
import { indexItem } from './search.ts';

export interface Entry {
  meetingId: string;
  kind: EntryKind;
  itemId?: string | null | undefined;
  personId?: string | null | undefined;
  /** Local `HH:MM`. */
  time?: string | null | undefined;
}

/**
 * Does the work as one entry that can be taken back. Work that changed nothing leaves no entry.
 * @param describe what the entry is, told from what the work answered
 */
export async function asEntry<T>(
  trx: Kysely<Database>,
  work: () => Promise<T>,
  describe: (answer: T) => Entry,
): Promise<T> {
  const before = await lastAuditId(trx);
  const answer = await work();
  const after = await lastAuditId(trx);
  if (after === before) return answer;
  const entry = describe(answer);
  const { highest } = await trx
    .selectFrom('live_entry')
    .select(({ fn }) => fn.max<number | null>('number').as('highest'))
    .where('meeting_id', '=', entry.meetingId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('live_entry')
    .values({
      id: newId(),
      meeting_id: entry.meetingId,
      number: (highest ?? 0) + 1,
      item_id: entry.itemId ?? null,
      person_id: entry.personId ?? null,
      kind: entry.kind,
      noted_at: entry.time ?? null,
      first_audit_id: before + 1,
      last_audit_id: after,
    })
    .execute();
  return answer;
}

async function lastAuditId(trx: Kysely<Database>): Promise<number> {
  const row = await trx
    .selectFrom('audit')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
}

/**
 * Takes the last entry of a meeting back.
 * A value that somebody has changed since then stays as it is: what was typed after the entry is never lost.
 * @returns what was taken back; null when there is no entry
 * @throws AppError UNDER_EXAMINATION, MEETING_EXAMINED
 */
export async function undoLastEntry(trx: Kysely<Database>, meetingId: string): Promise<EntryView | null> {
  assertMayChange(await meetingRow(trx, meetingId), 'text');
  const entry = await trx
    .selectFrom('live_entry')
    .leftJoin('person', 'person.id', 'live_entry.person_id')
    .selectAll('live_entry')
    .select('person.name as person')
    .where('live_entry.meeting_id', '=', meetingId)
    .orderBy('live_entry.number', 'desc')
    .executeTakeFirst();
  if (!entry) return null;
  const changes = await trx
    .selectFrom('audit')
    .selectAll()
    .where('id', '>=', entry.first_audit_id)
    .where('id', '<=', entry.last_audit_id)
    .orderBy('id', 'desc')
    .execute();
  // A row may be put back before the row that it refers to.
  await sql`pragma defer_foreign_keys = on`.execute(trx);
  for (const change of changes) await turnRound(trx, change);
  await trx.deleteFrom('live_entry').where('id', '=', entry.id).execute();
  const rows = await loadMeeting(trx, meetingId);
  const sections = await sectionsOf(trx, rows);
  const index = rows.items.findIndex((item) => item.id === entry.item_id);
  if (index >= 0) await indexItem(trx, entry.item_id!);
  return {
    kind: entry.kind,
    person: entry.person,
    section: index < 0 ? null : (sections[index] ?? null),
    time: entry.noted_at,
  };
}

type Values = Record<string, string | number | null>;

interface AuditRow {
  entity: string;
  entity_id: string;
  action: 'insert' | 'update' | 'delete';
  before: string | null;
  after: string | null;
}

/** Counters by which other windows notice a change: they go on, never back. */
const COUNTERS = new Set(['version']);

async function turnRound(trx: Kysely<Database>, change: AuditRow): Promise<void> {
  const table = sql.table(change.entity);
  const before: Values = change.before === null ? {} : (JSON.parse(change.before) as Values);
  const after: Values = change.after === null ? {} : (JSON.parse(change.after) as Values);
  const keys = await keysOf(trx, change.entity);
  if (change.action === 'delete') {
    const columns = Object.keys(before);
    await sql`insert into ${table} (${sql.join(columns.map((name) => sql.ref(name)))})
      values (${sql.join(columns.map((name) => before[name] ?? null))})`.execute(trx);
    return;
  }
  const parts = change.entity_id.split('/');
  const isRow = sql.join(
    keys.map((name, index) => sql`${sql.ref(name)} = ${parts[index] ?? ''}`),
    sql` and `,
  );
  if (change.action === 'insert') {
    await sql`delete from ${table} where ${isRow}`.execute(trx);
    return;
  }
  // All columns at once: one of them alone may breach what the table demands of them together.
  const sets = Object.entries(before).map(([name, value]) => {
    const column = sql.ref(name);
    return COUNTERS.has(name)
      ? sql`${column} = ${column} + 1`
      : sql`${column} = case when ${column} is ${after[name] ?? null} then ${value} else ${column} end`;
  });
  if (sets.length > 0) await sql`update ${table} set ${sql.join(sets)} where ${isRow}`.execute(trx);
}

/** Columns of the primary key, in its order, as the audit log writes them. */
async function keysOf(trx: Kysely<Database>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(trx);
  return rows.map((row) => row.name);
}
