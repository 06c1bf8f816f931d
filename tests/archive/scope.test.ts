/** Every table has been thought of: what a part of the database takes along of it, and what a package without names leaves. */
import { expect, test } from 'vitest';
import { CONTACT_COLUMNS, NOT_A_PERSONS, undecidedTables } from '../../electron/archive/scope.ts';
import { dataPackage } from '../../electron/archive/csv-tables.ts';
import { siardMetadata } from '../../electron/archive/siard.ts';
import { storedTables } from '../../electron/archive/stored-tables.ts';
import { emptyDatabase } from '../fixtures/databases.ts';

test('every table belongs to a board or has been decided on, and is in CSV and SIARD', async () => {
  const { raw } = await emptyDatabase();
  const tables = storedTables(raw);
  expect(undecidedTables(tables)).toEqual([]);
  const names = new Set(tables.map(({ name }) => name));
  const csv = dataPackage(
    tables.map((table) => ({ table, digest: '', bytes: 0 })),
    { name: 'x', title: 'x', created: '2026-01-01' },
  );
  const siard = siardMetadata(tables, {
    name: 'x',
    description: 'x',
    owner: 'x',
    timespan: '2026',
    date: '2026-01-01',
    application: 'x',
    product: 'x',
  });
  for (const name of names) {
    expect(csv).toContain(`"${name}.csv"`);
    expect(siard).toContain(`<name>${name}</name>`);
  }
});

test('every column that may reach somebody is emptied without names, or has been found to be nobody’s', async () => {
  const { raw } = await emptyDatabase();
  const reaching = storedTables(raw).flatMap((table) =>
    table.columns
      .filter(({ name }) => /e_?mail|phone|street|address|postal|iban/.test(name))
      .map(({ name }) => `${table.name}.${name}`),
  );
  const decided = new Set([
    ...Object.entries(CONTACT_COLUMNS).flatMap(([table, columns]) =>
      columns.map((column) => `${table}.${column}`),
    ),
    ...NOT_A_PERSONS,
  ]);
  expect(reaching.filter((name) => !decided.has(name))).toEqual([]);
});
