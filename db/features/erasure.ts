/**
 * Erasing a person (henkilötietojen poistaminen): contact data goes from the register, the search, the log and every
 * other row that repeats it; the name stays where it belongs to a record. Afterwards the file itself is searched for
 * what was erased. There is no undo.
 */
import fs from 'node:fs';
import SQLite from 'better-sqlite3';
import { sql, type Kysely } from 'kysely';
import { appendJournal, readJournal, subjectOf, type ErasureEntry } from '../core/erasure-journal.ts';
import { write, type OpenDatabase } from '../core/open.ts';
import { removeSearchEntry } from '../core/search.ts';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import {
  ERASED,
  soughtValues,
  withoutValues,
  type ErasureCause,
  type ErasureScope,
} from '../model/privacy.ts';
import { searchTables } from './organisation-search.ts';
import { entriesOf, linkedRows, mergedAway, type LinkedRows } from './person-links.ts';
import { dropMailOf } from './mail-queue.ts';
import { indexPerson } from './person-search.ts';

/** What would go and what would stay, without doing it. */
export interface ErasurePlan {
  name: string;
  scope: Exclude<ErasureScope, 'nothing'>;
  /** Contact data that is stored now. */
  email: string | null;
  phone: string | null;
  hasNotes: boolean;
  /** Rows that go, by table. */
  removed: { table: string; count: number }[];
  /** Rows of records that keep the name, by table. */
  kept: { table: string; count: number }[];
  isRestricted: boolean;
  /** Seats and offices that are still held on `today`. */
  inOffice: boolean;
  openTasks: number;
}

export interface Erased {
  id: string;
  personId: string;
  scope: ErasureScope;
  rowCount: number;
  logCount: number;
  /** Rows in which an erased value stays, because they are examined minutes or the like. */
  keptCount: number;
  /** True when the file holds none of the erased values any more. */
  searched: boolean;
}

/** Rows of the register that go with an erasure: those of a role in force stay while the person is in office. */
function going(links: readonly LinkedRows[], inOffice: boolean, today: string): LinkedRows[] {
  return links
    .filter((link) => link.onErasure === 'remove')
    .map((link) => ({
      ...link,
      rows: link.rows.filter(
        (row) =>
          link.table !== 'position' ||
          !inOffice ||
          (typeof row['ends_on'] === 'string' && row['ends_on'] < today),
      ),
    }))
    .filter((link) => link.rows.length > 0);
}

const counts = (links: readonly LinkedRows[]): { table: string; count: number }[] => {
  const byTable = new Map<string, number>();
  for (const { table, rows } of links) byTable.set(table, (byTable.get(table) ?? 0) + rows.length);
  return Array.from(byTable, ([table, count]) => ({ table, count }));
};

async function holdsOffice(db: Kysely<Database>, personId: string, today: string): Promise<boolean> {
  const seat = await db
    .selectFrom('seat_holder')
    .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
    .innerJoin('term', 'term.id', 'seat.term_id')
    .select('seat_holder.id')
    .where('seat_holder.person_id', '=', personId)
    .where((eb) => eb.or([eb('seat_holder.ends_on', 'is', null), eb('seat_holder.ends_on', '>=', today)]))
    .where('term.ends_on', '>=', today)
    .executeTakeFirst();
  if (seat) return true;
  const office = await db
    .selectFrom('office')
    .select('id')
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .executeTakeFirst();
  return office !== undefined;
}

/** @throws AppError NOT_FOUND */
export async function planErasure(
  db: Kysely<Database>,
  personId: string,
  today: string,
): Promise<ErasurePlan> {
  const links = await linkedRows(db, personId);
  const person = await db
    .selectFrom('person')
    .leftJoin('person_privacy', 'person_privacy.person_id', 'person.id')
    .select(['name', 'email', 'phone', 'notes', 'restricted_on'])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow();
  const inOffice = await holdsOffice(db, personId, today);
  // A merged entry is the same person: it stays only with the records that refer to it.
  const kept = links.filter((link) => link.onErasure === 'keep' && link.column !== 'same_as_id');
  const tasks = links.filter((link) => link.table === 'task').flatMap((link) => link.rows);
  return {
    name: person.name,
    scope: kept.length > 0 ? 'contact' : 'whole',
    email: person.email,
    phone: person.phone,
    hasNotes: person.notes !== '',
    removed: counts(going(links, inOffice, today)),
    kept: counts(kept),
    isRestricted: person.restricted_on !== null,
    inOffice,
    openTasks: tasks.filter((row) => row['state'] === 'open' || row['state'] === 'in_progress').length,
  };
}

/**
 * Erases persons and proves it. Returns when the write-ahead log is empty and the file has been searched.
 * @param options.procedure as the log of changes names it
 * @throws AppError NOT_FOUND, PERSON_RESTRICTED (nobody is erased then)
 */
export async function erasePersons(
  database: OpenDatabase,
  options: {
    actor: string;
    procedure: string;
    personIds: readonly string[];
    cause: ErasureCause;
    today: string;
    instant: string;
  },
): Promise<Erased[]> {
  const { results, values, journal } = await write(
    database,
    options.actor,
    options.procedure,
    async (trx) => {
      const done: Erased[] = [];
      const sought: string[] = [];
      const noted: { id: string; personId: string }[] = [];
      for (const personId of options.personIds) {
        const { erased, values: erasedValues, merged } = await eraseOne(trx, personId, options);
        done.push(erased);
        noted.push(erased, ...merged);
        sought.push(...erasedValues);
      }
      await sql`insert into search_index(search_index) values ('optimize')`.execute(trx);
      return { results: done, values: sought, journal: noted };
    },
  );
  appendJournal(
    database.file,
    journal.map((one) => ({
      id: one.id,
      erasedAt: options.instant,
      subject: subjectOf(one.personId),
      cause: options.cause,
    })),
  );
  // Nobody writes meanwhile: the connection is held.
  const isGone = await database.kysely.connection().execute(() =>
    Promise.resolve(
      leaveNoTrace(
        database,
        values,
        results.every((one) => one.keptCount === 0),
      ),
    ),
  );
  await write(database, options.actor, options.procedure, async (trx) => {
    for (const one of results)
      await trx
        .updateTable('erasure')
        .set({ searched: isGone ? 1 : 0 })
        .where('id', '=', one.id)
        .execute();
  });
  return results.map((one) => ({ ...one, searched: isGone }));
}

async function eraseOne(
  trx: Kysely<Database>,
  personId: string,
  { cause, today, instant }: { cause: ErasureCause; today: string; instant: string },
): Promise<{ erased: Erased; values: string[]; merged: { id: string; personId: string }[] }> {
  const plan = await planErasure(trx, personId, today);
  if (plan.isRestricted) throw new AppError('PERSON_RESTRICTED');
  const links = await linkedRows(trx, personId);
  const person = await trx
    .selectFrom('person')
    .select(['name', 'short_name', 'email', 'phone'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const entries = await entriesOf(trx, personId);
  const ids = [...entries, ...(await mergedAway(trx, entries))];
  const history = await trx
    .selectFrom('audit')
    .select(['before', 'after'])
    .where('entity', '=', 'person')
    .where('entity_id', 'in', ids)
    .execute();
  const earlier = (column: string): (string | null)[] =>
    history.flatMap(({ before, after }) =>
      [before, after].map((text) => {
        const value = text === null ? null : (JSON.parse(text) as Record<string, unknown>)[column];
        return typeof value === 'string' && value !== ERASED ? value : null;
      }),
    );
  const contact = [person.email, person.phone, ...earlier('email'), ...earlier('phone')];
  const values = await ownValues(trx, personId, soughtValues(contact));

  for (const id of entries) await dropMailOf(trx, id, instant);
  const notes =
    plan.scope === 'whole' ? await clearDeliveryNotes(trx, entries, soughtValues([person.name])) : [];
  let rowCount = 1;
  const removed = going(links, plan.inOffice, today);
  for (const link of removed)
    for (const row of link.rows) {
      await sql`delete from ${sql.table(link.table)} where rowid = ${await rowIdOf(trx, link, row)}`.execute(
        trx,
      );
      rowCount += 1;
    }
  if (plan.scope === 'whole') {
    for (const link of links.filter((one) => one.onErasure === 'clear')) {
      await sql`update ${sql.table(link.table)} set ${sql.ref(link.column)} = null
        where ${sql.ref(link.column)} in (${sql.join(entries)})`.execute(trx);
      rowCount += link.rows.length;
    }
    await trx.deleteFrom('person').where('id', 'in', entries).execute();
    for (const id of entries) await removeSearchEntry(searchTables(trx), 'person', id);
  } else {
    await trx
      .updateTable('person')
      .set((eb) => ({ email: null, phone: null, notes: '', version: eb('version', '+', 1) }))
      .where('id', '=', personId)
      .execute();
    await indexPerson(trx, personId);
  }
  const elsewhere = await sweepRows(trx, values);
  const names = plan.scope === 'whole' ? soughtValues([person.name, ...earlier('name')]) : [];
  const columns = plan.scope === 'whole' ? null : ['email', 'phone', 'notes'];
  const logCount =
    (await redactEntries(trx, [
      { entity: 'person', ids, columns },
      { entity: 'delivery_event', ids: notes, columns: ['note'] },
    ])) +
    (await redactEntries(
      trx,
      removed.map((link) => ({ entity: link.table, ids: link.rows.map((row) => keyOf(row)), columns: null })),
    )) +
    (await redactValues(trx, values, names));
  const erased: Erased = {
    id: newId(),
    personId,
    scope: plan.scope,
    rowCount: rowCount + elsewhere.changed,
    logCount,
    keptCount: elsewhere.kept,
    searched: false,
  };
  await trx
    .insertInto('erasure')
    .values({
      id: erased.id,
      erased_at: instant,
      subject: subjectOf(personId),
      cause,
      scope: plan.scope,
      row_count: erased.rowCount,
      log_count: logCount,
      kept_count: erased.keptCount,
      searched: null,
    })
    .execute();
  // An older backup may still hold the entries that were merged: erased again, they are found by their own proofs.
  const merged = ids.filter((id) => id !== personId).map((id) => ({ id: newId(), personId: id }));
  for (const one of merged)
    await trx
      .insertInto('erasure')
      .values(emptyProof(one.id, instant, one.personId, cause))
      .execute();
  return { erased, values: elsewhere.kept === 0 ? [...values, ...names] : [], merged };
}

/** A proof that took nothing by itself. */
function emptyProof(id: string, instant: string, personId: string, cause: ErasureCause) {
  return {
    id,
    erased_at: instant,
    subject: subjectOf(personId),
    cause,
    scope: 'nothing' as const,
    row_count: 0,
    log_count: 0,
    kept_count: 0,
    searched: null,
  };
}

/** Takes the name of somebody whom no record keeps out of the words of the ledger. Returns the entries it stood in. */
async function clearDeliveryNotes(
  trx: Kysely<Database>,
  personIds: readonly string[],
  names: readonly string[],
): Promise<string[]> {
  const rows = await trx
    .selectFrom('delivery_event')
    .innerJoin('delivery', 'delivery.id', 'delivery_event.delivery_id')
    .select(['delivery_event.id', 'delivery_event.note'])
    .where('delivery.person_id', 'in', personIds)
    .where('delivery_event.note', '<>', '')
    .execute();
  const named = rows.filter(({ note }) => withoutValues(note, names) !== note);
  for (const { id, note } of named)
    await trx
      .updateTable('delivery_event')
      .set({ note: withoutValues(note, names) })
      .where('id', '=', id)
      .execute();
  return named.map(({ id }) => id);
}

const keyOf = (row: Record<string, unknown>): string => String(row['id'] ?? row['person_id']);

async function rowIdOf(
  trx: Kysely<Database>,
  link: LinkedRows,
  row: Record<string, unknown>,
): Promise<number> {
  const key = 'id' in row ? 'id' : link.column;
  const { rows } = await sql<{ rowid: number }>`
    select rowid from ${sql.table(link.table)} where ${sql.ref(key)} = ${row[key]}`.execute(trx);
  return rows[0]?.rowid ?? -1;
}

/** Values that nobody else has: an address of the office is not one person's to erase. */
async function ownValues(trx: Kysely<Database>, personId: string, values: string[]): Promise<string[]> {
  const own: string[] = [];
  for (const value of values) {
    const { rows } = await sql<{ used: number }>`
      select exists (select 1 from organisation where lower(email) = lower(${value}) or phone = ${value})
        or exists (select 1 from person where id <> ${personId} and (lower(email) = lower(${value}) or phone = ${value}))
        as used`.execute(trx);
    if (rows[0]?.used !== 1) own.push(value);
  }
  return own;
}

/** Tables that are not swept: facts of the authorities, the log (by itself), the index, and proofs. */
const NOT_SWEPT =
  /^(sqlite_|search_|audit$|current_actor$|region$|wellbeing_county$|municipality$|erasure$|file_)/;

/**
 * Takes the values out of every text of the file. What its triggers keep, such as examined minutes, stays and is counted.
 */
async function sweepRows(
  trx: Kysely<Database>,
  values: readonly string[],
): Promise<{ changed: number; kept: number }> {
  if (values.length === 0) return { changed: 0, kept: 0 };
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select tables.name as "table", columns.name as "column"
    from sqlite_schema as tables, pragma_table_info(tables.name) as columns
    where tables.type = 'table' and upper(columns.type) = 'TEXT'`.execute(trx);
  let changed = 0;
  let kept = 0;
  for (const { table, column } of columns) {
    if (NOT_SWEPT.test(table) || /(^|_)id$/.test(column)) continue;
    const { rows } = await sql<{ rowid: number; text: string }>`
      select rowid, ${sql.ref(column)} as text from ${sql.table(table)}
      where ${contains(column, values)}`.execute(trx);
    for (const { rowid, text } of rows)
      if (await replaceText(trx, { table, column, rowid, text: withoutValues(text, values) })) changed += 1;
      else kept += 1;
  }
  const { rows: found } = await sql<{ rowid: number; title: string; body: string; context: string }>`
    select rowid, title, body, context from search_entry
    where ${contains('body', values)} or ${contains('title', values)} or ${contains('context', values)}`.execute(
    trx,
  );
  for (const { rowid, ...texts } of found)
    await sql`update search_entry set title = ${withoutValues(texts.title, values)},
      body = ${withoutValues(texts.body, values)}, context = ${withoutValues(texts.context, values)}
      where rowid = ${rowid}`.execute(trx);
  return { changed, kept };
}

function contains(column: string, values: readonly string[]) {
  return sql<boolean>`(${sql.join(
    values.map((value) => sql`instr(lower(${sql.ref(column)}), lower(${value})) > 0`),
    sql` or `,
  )})`;
}

/** False when the row may not change. */
async function replaceText(
  trx: Kysely<Database>,
  change: { table: string; column: string; rowid: number; text: string },
): Promise<boolean> {
  await sql`savepoint sweep`.execute(trx);
  try {
    await sql`update ${sql.table(change.table)} set ${sql.ref(change.column)} = ${change.text}
      where rowid = ${change.rowid}`.execute(trx);
    await sql`release sweep`.execute(trx);
    return true;
  } catch (error) {
    await sql`rollback to sweep`.execute(trx);
    await sql`release sweep`.execute(trx);
    // A trigger or a check that keeps the row; anything else, such as a full disk, ends the erasure.
    if (error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}

/** Marks the columns of entries of the log; all but ids where no columns are named. Returns how many entries. */
async function redactEntries(
  trx: Kysely<Database>,
  entries: readonly { entity: string; ids: readonly string[]; columns: readonly string[] | null }[],
): Promise<number> {
  let count = 0;
  for (const { entity, ids, columns } of entries)
    for (const entityId of ids) {
      const rows = await trx
        .selectFrom('audit')
        .select(['id', 'before', 'after'])
        .where('entity', '=', entity)
        .where('entity_id', '=', entityId)
        .execute();
      const isErased = (column: string): boolean =>
        columns === null ? !/(^|_)id$|^version$/.test(column) : columns.includes(column);
      for (const row of rows)
        if (await redact(trx, row, (column, value) => isErased(column) && value !== null && value !== ''))
          count += 1;
    }
  return count;
}

/** Marks values of the log that hold one of `values`, or are one of `names`. */
async function redactValues(
  trx: Kysely<Database>,
  values: readonly string[],
  names: readonly string[],
): Promise<number> {
  const sought = [...values, ...names];
  if (sought.length === 0) return 0;
  const { rows } = await sql<{ id: number; before: string | null; after: string | null }>`
    select id, before, after from audit where ${contains('before', jsonTexts(sought))} or ${contains('after', jsonTexts(sought))}`.execute(
    trx,
  );
  const small = values.map((value) => value.toLowerCase());
  let count = 0;
  for (const row of rows) {
    const holds = (_: string, value: unknown): boolean =>
      typeof value === 'string' &&
      (names.includes(value) || small.some((one) => value.toLowerCase().includes(one)));
    if (await redact(trx, row, holds)) count += 1;
  }
  return count;
}

/** As the values stand in JSON text. */
const jsonTexts = (values: readonly string[]): string[] =>
  values.map((value) => JSON.stringify(value).slice(1, -1));

async function redact(
  trx: Kysely<Database>,
  row: { id: number; before: string | null; after: string | null },
  isErased: (column: string, value: unknown) => boolean,
): Promise<boolean> {
  const side = (text: string | null): string | null => {
    if (text === null) return null;
    const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
    if (!entries.some(([column, value]) => value !== ERASED && isErased(column, value))) return text;
    return JSON.stringify(
      Object.fromEntries(
        entries.map(([column, value]) => [column, isErased(column, value) ? ERASED : value]),
      ),
    );
  };
  const [before, after] = [side(row.before), side(row.after)];
  if (before === row.before && after === row.after) return false;
  await sql`update audit set before = ${before}, after = ${after} where id = ${row.id}`.execute(trx);
  return true;
}

/**
 * Empties the write-ahead log and searches the file for the values; one that is still found in unused space goes when
 * the file is written anew.
 * @param isComplete false when rows that are kept still hold one of them
 * @returns whether the file holds none of them
 */
function leaveNoTrace(database: OpenDatabase, values: readonly string[], isComplete: boolean): boolean {
  database.raw.pragma('wal_checkpoint(TRUNCATE)');
  if (!isComplete) return false;
  if (!fileHolds(database.file, values)) return true;
  database.raw.exec('vacuum');
  database.raw.pragma('wal_checkpoint(TRUNCATE)');
  return !fileHolds(database.file, values);
}

const CHUNK = 8 * 1024 * 1024;

/** Whether any of the texts stands in the file, as UTF-8 bytes. */
export function fileHolds(file: string, texts: readonly string[]): boolean {
  if (texts.length === 0) return false;
  const needles = texts.map((text) => Buffer.from(text, 'utf8'));
  const overlap = Math.max(...needles.map((needle) => needle.length)) - 1;
  const handle = fs.openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK + overlap);
    let kept = 0;
    for (;;) {
      const read = fs.readSync(handle, buffer, kept, CHUNK, null);
      if (read === 0) return false;
      const part = buffer.subarray(0, kept + read);
      if (needles.some((needle) => part.includes(needle))) return true;
      kept = Math.min(overlap, part.length);
      buffer.copyWithin(0, part.length - kept, part.length);
    }
  } finally {
    fs.closeSync(handle);
  }
}

/**
 * Repeats the erasures that a restored backup does not know of, and brings the journal up to date with the file.
 * @returns how many persons were erased again
 */
export async function repeatErasures(
  database: OpenDatabase,
  options: { actor: string; today: string; instant: string },
): Promise<number> {
  const rows = await database.kysely.selectFrom('erasure').selectAll().execute();
  const journal = readJournal(database.file);
  const inJournal = new Set(journal.map((entry) => entry.id));
  appendJournal(
    database.file,
    rows
      .filter((row) => !inJournal.has(row.id))
      .map((row): ErasureEntry => ({
        id: row.id,
        erasedAt: row.erased_at,
        subject: row.subject,
        cause: row.cause,
      })),
  );
  const inFile = new Set(rows.map((row) => row.id));
  const missing = journal.filter((entry) => !inFile.has(entry.id));
  if (missing.length === 0) return 0;
  const persons = await database.kysely.selectFrom('person').select('id').execute();
  const bySubject = new Map(persons.map(({ id }) => [subjectOf(id), id]));
  const personIds = [...new Set(missing.flatMap((entry) => bySubject.get(entry.subject) ?? []))];
  // An erasure that was carried out is asked for again, restricted or not; noted last, so that none is cut off.
  if (personIds.length > 0) {
    await write(database, options.actor, 'privacy.repeat', async (trx) => {
      await trx
        .updateTable('person_privacy')
        .set({ restricted_on: null, restriction_ground: null })
        .where('person_id', 'in', personIds)
        .execute();
    });
    await erasePersons(database, { ...options, procedure: 'privacy.repeat', personIds, cause: 'repeated' });
  }
  await write(database, options.actor, 'privacy.repeat', async (trx) => {
    for (const entry of missing)
      await trx
        .insertInto('erasure')
        .values({
          id: entry.id,
          erased_at: entry.erasedAt,
          subject: entry.subject,
          cause: entry.cause,
          scope: 'nothing',
          row_count: 0,
          log_count: 0,
          kept_count: 0,
          searched: null,
        })
        .execute();
  });
  return personIds.length;
}
