/** The privacy notice is made from what is stored: no table with data of persons is left out of it. */
import { expect, test } from 'vitest';
import { personLinks } from '../../db/features/person-links.ts';
import { privacyFacts } from '../../db/features/privacy-facts.ts';
import { tableWord } from '../../db/model/data-words.ts';
import { IMPERSONAL_TABLES, PERSONAL_COLUMNS } from '../../db/model/personal-tables.ts';
import { printPrivacyNotice } from '../../db/model/print-privacy-notice.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';

test('every table refers to a person, is known to hold data of persons or not to; the notice names what is stored', async () => {
  const { raw, kysely } = (await sampleCopy()).database;
  const tables = raw
    .prepare(`select name from sqlite_schema where type = 'table' and name not glob 'search_index*'`)
    .pluck()
    .all() as string[];
  const linked = new Set((await personLinks(kysely)).map(({ table }) => table));
  const places = (table: string): number =>
    Number(linked.has(table)) +
    Number(Object.hasOwn(PERSONAL_COLUMNS, table)) +
    Number(IMPERSONAL_TABLES.has(table));
  expect(tables.filter((table) => !table.startsWith('sqlite_') && places(table) !== 1)).toEqual([]);
  const known = [...Object.keys(PERSONAL_COLUMNS), ...IMPERSONAL_TABLES];
  expect(known.filter((table) => !tables.includes(table))).toEqual([]);
  for (const table of [...linked, ...Object.keys(PERSONAL_COLUMNS)])
    for (const language of ['fi', 'sv', 'en'] as const)
      expect(tableWord(table, language)).not.toBe(table.replaceAll('_', ' '));

  // What holds something is named with how much.
  const facts = await privacyFacts(kysely, '2026-11-20');
  const organisations = raw
    .prepare(
      `select count(*) from organisation where email <> '' or phone <> '' or street_address <> '' or contact_role <> ''`,
    )
    .pluck()
    .get() as number;
  expect(facts.others).toContainEqual({ table: 'minutes_snapshot', rows: 2 });
  expect(facts.others.find(({ table }) => table === 'organisation')?.rows ?? 0).toBe(organisations);
  const { blocks } = printPrivacyNotice(facts, 'fi');
  const text = JSON.stringify(blocks);
  expect(text).toContain('Tarkastettu pöytäkirja: 2 kpl');
  for (const { table } of facts.tables) expect(text).toContain(`${tableWord(table, 'fi')}: `);
});
