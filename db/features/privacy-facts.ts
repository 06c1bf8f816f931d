/** What is really stored about persons, counted, for the privacy notice. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { PERSONAL_COLUMNS } from '../model/personal-tables.ts';
import type { PrivacyFacts } from '../model/print-privacy-notice.ts';
import { personLinks } from './person-links.ts';
import { privacySettings } from './privacy.ts';

/** @param today ISO day of the notice */
export async function privacyFacts(db: Kysely<Database>, today: string): Promise<PrivacyFacts> {
  const { settings } = await privacySettings(db);
  const { rows } = await sql<
    Record<'name' | 'short_name' | 'email' | 'phone' | 'language' | 'notes', number>
  >`
    select count(*) as name, count(short_name) as short_name, count(email) as email, count(phone) as phone,
      count(*) as language, count(nullif(notes, '')) as notes from person`.execute(db);
  const tables = new Map<string, number>();
  for (const { table, column } of await personLinks(db)) {
    const { rows: counted } = await sql<{ persons: number }>`
      select count(distinct ${sql.ref(column)}) as persons from ${sql.table(table)}`.execute(db);
    tables.set(table, Math.max(tables.get(table) ?? 0, counted[0]?.persons ?? 0));
  }
  const others: PrivacyFacts['others'][number][] = [];
  for (const [table, columns] of Object.entries(PERSONAL_COLUMNS)) {
    const filled = columns.map((column) => sql`${sql.ref(column)} <> ''`);
    const { rows: counted } = await sql<{ rows: number }>`
      select count(*) as rows from ${sql.table(table)} where ${sql.join(filled, sql` or `)}`.execute(db);
    const count = counted[0]?.rows ?? 0;
    if (count > 0) others.push({ table, rows: count });
  }
  const boards = await db
    .selectFrom('board')
    .select(['name_fi', 'name_sv', 'name_en'])
    .orderBy('position')
    .execute();
  return {
    generatedOn: today,
    settings,
    boards: boards.map((row) => ({ fi: row.name_fi, sv: row.name_sv, en: row.name_en })),
    columns: Object.entries(rows[0] ?? {})
      .filter(([, count]) => count > 0)
      .map(([column, persons]) => ({ column, persons })),
    tables: Array.from(tables, ([table, persons]) => ({ table, persons })).filter((one) => one.persons > 0),
    others,
  };
}
