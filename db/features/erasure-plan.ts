/** What an erasure of a person would take and what would stay (poistosuunnitelma), without doing it. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { ErasureScope } from '../model/privacy.ts';
import { linkedRows, type LinkedRows } from './person-links.ts';

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

/** Rows of the register that go with an erasure: those of a role in force stay while the person is in office. */
export function going(links: readonly LinkedRows[], inOffice: boolean, today: string): LinkedRows[] {
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
