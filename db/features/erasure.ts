/**
 * Erasing a person (henkilötietojen poistaminen): contact data goes from the register, the search, the log and every
 * other row that repeats it; the name stays where it belongs to a record. Afterwards the file itself is searched for
 * what was erased. There is no undo.
 */
import { type Kysely, sql } from 'kysely';
import { appendJournal, type ErasureEntry, readJournal, subjectOf } from '../core/erasure-journal.ts';
import { type OpenDatabase, write } from '../core/open.ts';
import type { Database } from '../core/schema.ts';
import { removeSearchEntry } from '../core/search.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import {
  ERASED,
  type ErasureCause,
  type ErasureScope,
  soughtValues,
  withoutValues,
} from '../model/privacy.ts';
import { going, planErasure } from './erasure-plan.ts';
import { keyOf, leaveNoTrace, redactEntries, redactValues, rowIdOf, sweepRows } from './erasure-traces.ts';
import { dropMailOf } from './mail-queue.ts';
import { searchTables } from './organisation-search.ts';
import { entriesOf, linkedRows, mergedAway } from './person-links.ts';
import { indexPerson } from './person-search.ts';

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
