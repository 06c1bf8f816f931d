/** docs/coverage.md is the source of `pykala show coverage`: all its rows are read, and the tables it counts are there. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CAPABILITY_COUNT, CAPABILITY_TABLES, parseCoverage } from '../../db/model/coverage.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('every capability has its row, in order, and says where it is', () => {
  const rows = parseCoverage(fs.readFileSync(path.join(root, 'docs/coverage.md'), 'utf8'));
  expect(rows.map(({ number }) => number)).toEqual(
    Array.from({ length: CAPABILITY_COUNT }, (_, index) => index + 1),
  );
  expect(rows.filter(({ where }) => where.length < 10)).toEqual([]);
});

test('the tables that are counted stand in the schema', () => {
  const schema = fs.readFileSync(path.join(root, 'db/core/schema.ts'), 'utf8');
  for (const table of new Set(Object.values(CAPABILITY_TABLES).flat()))
    expect(schema, table).toMatch(new RegExp(`^ {2}${table}: `, 'm'));
});
