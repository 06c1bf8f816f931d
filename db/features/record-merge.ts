/**
 * What merging two entries of the register has in common (yhdistäminen), whether organisations or persons: everything
 * that refers to one comes to refer to the other, and the log remembers each row.
 */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { referencesTo } from './change-batches.ts';
import { reindexOrganisationsOf } from './organisation-search.ts';
import { indexPerson, reindexPersonsOf } from './person-search.ts';
import { indexItem } from './search.ts';

export type MergedTable = 'organisation' | 'person';

export interface MergeCounts extends Record<string, number> {
  /** Links that moved. */
  moved: number;
  /** Links that the one that stays had already. */
  doubles: number;
  /** Links in records that may not be changed (examined minutes, the ledger of deliveries). */
  kept: number;
}

export interface MergeResult {
  counts: MergeCounts;
  batchId: string | null;
}

type Row = Record<string, unknown> & { rowid: number };

/**
 * Rows that say the same when these columns are the same and neither has ended: one of the two is enough, with the
 * earlier beginning.
 */
const SAME_LINK: Readonly<Record<string, readonly string[]>> = {
  'position.organisation_id': ['person_id', 'role'],
  'position.person_id': ['organisation_id', 'role'],
  'network_member.organisation_id': ['network_id'],
  'board_organisation.organisation_id': ['board_id'],
  'contact_role_holder.person_id': ['role_id', 'year', 'municipality_code', 'region_code'],
  'office.person_id': ['board_id', 'office'],
};

/** Texts in which ids stand inside (mentions, saved rules, answers of a review); a test finds one that is missing. */
const TEXTS_WITH_IDS: readonly (readonly [table: string, column: string])[] = [
  ...['account', 'proposal', 'proceedings', 'decision'].map((column) => ['agenda_item', column] as const),
  ['register_effect', 'details'],
  ['old_minutes_review', 'content'],
  ['mailing_list', 'rules'],
];

/**
 * Moves what refers to `from` over to `to`.
 * @param stays says of a row that it remains with `from`, e.g. because it had ended before
 */
export async function moveLinks(
  trx: Kysely<Database>,
  { table, from, to }: { table: MergedTable; from: string; to: string },
  stays: (reference: { table: string; column: string }, row: Row) => Promise<boolean> | boolean = () => false,
): Promise<MergeCounts> {
  const counts = { moved: 0, doubles: 0, kept: 0 };
  for (const reference of await referencesTo(trx, table)) {
    // Follows from the texts.
    if (reference.table === 'item_mention') continue;
    const { rows } = await sql<Row>`
      select rowid, * from ${sql.table(reference.table)}
      where ${sql.ref(reference.column)} = ${from} order by rowid`.execute(trx);
    for (const row of rows)
      if (await stays(reference, row)) counts.kept += 1;
      else counts[await moveLink(trx, reference, row, to)] += 1;
  }
  return counts;
}

async function moveLink(
  trx: Kysely<Database>,
  { table, column }: { table: string; column: string },
  row: Row,
  to: string,
): Promise<'moved' | 'doubles' | 'kept'> {
  const remove = async (): Promise<'doubles' | 'kept'> =>
    (await changed(trx, () => sql`delete from ${sql.table(table)} where rowid = ${row.rowid}`.execute(trx)))
      ? 'doubles'
      : 'kept';
  const twin = await sameLink(trx, { table, column }, row, to);
  if (twin !== null) {
    if (typeof row['starts_on'] === 'string' && (twin.starts_on ?? '') > row['starts_on'])
      await sql`update ${sql.table(table)} set starts_on = ${row['starts_on']} where rowid = ${twin.rowid}`.execute(
        trx,
      );
    return await remove();
  }
  const version = 'version' in row ? sql`, version = version + 1` : sql``;
  try {
    const move = () =>
      sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to}${version} where rowid = ${row.rowid}`.execute(
        trx,
      );
    return (await changed(trx, move)) ? 'moved' : 'kept';
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'SQLITE_CONSTRAINT_UNIQUE' && code !== 'SQLITE_CONSTRAINT_PRIMARYKEY') throw error;
    return await remove();
  }
}

async function sameLink(
  trx: Kysely<Database>,
  { table, column }: { table: string; column: string },
  row: Row,
  to: string,
): Promise<{ rowid: number; starts_on: string | null } | null> {
  const same = SAME_LINK[`${table}.${column}`];
  if (!same || row['ends_on'] !== null) return null;
  const { rows } = await sql<{ rowid: number; starts_on: string | null }>`
    select rowid, starts_on from ${sql.table(table)}
    where ${sql.ref(column)} = ${to} and ends_on is null and ${sql.join(
      same.map((name) => sql`${sql.ref(name)} is ${row[name]}`),
      sql` and `,
    )} limit 1`.execute(trx);
  return rows[0] ?? null;
}

/** Puts the other id into the texts that hold this one. @returns how many texts may not be changed */
export async function moveIdsInTexts(trx: Kysely<Database>, from: string, to: string): Promise<number> {
  let kept = 0;
  for (const [table, column] of TEXTS_WITH_IDS) {
    const { rows } = await sql<Row>`
      select rowid, * from ${sql.table(table)} where instr(${sql.ref(column)}, ${from}) > 0`.execute(trx);
    for (const row of rows) {
      const version = 'version' in row ? sql`, version = version + 1` : sql``;
      const replace = () =>
        sql`update ${sql.table(table)} set ${sql.ref(column)} = replace(${sql.ref(column)}, ${from}, ${to})${version}
          where rowid = ${row.rowid}`.execute(trx);
      if (!(await changed(trx, replace))) kept += 1;
      else if (table === 'agenda_item') await indexItem(trx, row['id'] as string);
    }
  }
  return kept;
}

/** Brings the search in step with two entries that were merged, or taken apart again. */
export async function reindexLinked(
  trx: Kysely<Database>,
  table: MergedTable,
  ids: readonly string[],
): Promise<void> {
  if (table === 'organisation') {
    await reindexOrganisationsOf(trx, ids);
    await reindexPersonsOf(trx, ids);
  } else for (const id of ids) await indexPerson(trx, id);
}

/** What the triggers say that keep records as they are. */
const KEPT = /^[A-Z]+(_[A-Z]+)+$/;

/** Does one statement, or nothing of it. False: the row belongs to a record that stays as it is. */
async function changed(trx: Kysely<Database>, work: () => Promise<unknown>): Promise<boolean> {
  await sql`savepoint moving`.execute(trx);
  try {
    await work();
    await sql`release moving`.execute(trx);
    return true;
  } catch (error) {
    await sql`rollback to moving`.execute(trx);
    await sql`release moving`.execute(trx);
    const { code, message = '' } = error as { code?: string; message?: string };
    if (code === 'SQLITE_CONSTRAINT_TRIGGER' && KEPT.test(message)) return false;
    throw error;
  }
}
