/** Migrations are all or nothing, backed up first, and give what the code's types say. */
import fs from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { describe, expect, test } from 'vitest';
import { latestVersion, migrateToLatest } from '../../db/core/migrate.ts';
import { openDatabase } from '../../db/core/open.ts';
import type { Database } from '../../db/core/schema.ts';
import { MIGRATIONS, type Migration } from '../../db/migrations/index.ts';
import { temporaryFolder } from '../fixtures/databases.ts';

test('versions rise and names are unique', () => {
  const versions = MIGRATIONS.map((migration) => migration.version);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  expect(new Set(versions).size).toBe(versions.length);
  expect(new Set(MIGRATIONS.map((migration) => migration.name)).size).toBe(MIGRATIONS.length);
});

test('the tables are those of schema.ts, column by column', async () => {
  const database = await openDatabase({ file: path.join(temporaryFolder(), 'a.sqlite') });
  const source = fs.readFileSync(path.resolve(import.meta.dirname, '../../db/core/schema.ts'), 'utf8');
  const declared = new Map<string, string[]>();
  const body = source.slice(source.indexOf('export interface Database {'));
  for (const match of body.matchAll(/^ {2}(\w+): \{([\s\S]*?)\};?$/gm)) {
    const columns = [...match[2]!.matchAll(/(?:^|[;{\s])(\w+)\??:/g)].map((column) => column[1]!);
    declared.set(match[1]!, columns.toSorted());
  }
  const found = new Map<string, string[]>();
  const tables = database.raw
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'search_index%'`,
    )
    .pluck()
    .all() as string[];
  for (const table of tables)
    found.set(
      table,
      (
        database.raw.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
      ).toSorted(),
    );
  database.close();
  expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(found));
});

test('every table is STRICT and every foreign key has an index', async () => {
  const database = await openDatabase({ file: path.join(temporaryFolder(), 'a.sqlite') });
  const { raw } = database;
  const tables = raw
    .prepare(
      `select name, strict from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'`,
    )
    .all() as {
    name: string;
    strict: number;
  }[];
  const ours = tables.filter((table) => !table.name.startsWith('search_index'));
  expect(ours.filter((table) => table.strict !== 1)).toEqual([]);
  const without: string[] = [];
  for (const { name } of ours) {
    const indexed = (raw.prepare('select name from pragma_index_list(?)').pluck().all(name) as string[]).map(
      (index) => raw.prepare('select name from pragma_index_info(?)').pluck().all(index) as string[],
    );
    const keys = new Map<number, string[]>();
    for (const row of raw
      .prepare('select id, "from" from pragma_foreign_key_list(?) order by id, seq')
      .all(name) as { id: number; from: string }[])
      keys.set(row.id, [...(keys.get(row.id) ?? []), row.from]);
    for (const columns of keys.values())
      if (!indexed.some((index) => columns.every((column, at) => index[at] === column)))
        without.push(`${name}(${columns.join(', ')})`);
  }
  database.close();
  expect(without).toEqual([]);
});

test('the examination widens the states of a meeting and leaves the rest of the schema as it was', async () => {
  const raw = new SQLite(':memory:');
  const kysely = new Kysely<unknown>({ dialect: new SqliteDialect({ database: raw }) });
  const at = MIGRATIONS.findIndex((migration) => migration.name === 'examination');
  for (const migration of MIGRATIONS.slice(0, at)) await migration.up(kysely);
  const schema = () =>
    new Map(
      (
        raw.prepare('select type, name, sql from sqlite_schema where sql is not null').all() as {
          type: string;
          name: string;
          sql: string;
        }[]
      ).map((row) => [
        `${row.type} ${row.name}`,
        row.sql.replace(/"meeting"/, 'meeting').replaceAll(/\s+/g, ' '),
      ]),
    );
  raw.exec(`insert into board(id, name_fi, short_name) values ('0190a1b2-0000-7000-8000-000000000001', 'B', 'B');
    insert into meeting(id, board_id, number, year, held_on, place, state)
      values ('0190a1b2-0000-7000-8000-000000000002', '0190a1b2-0000-7000-8000-000000000001', 1, 2026, '2026-01-20', 'Paikka', 'closed')`);
  const rows = raw.prepare('select * from meeting').all();
  const before = schema();
  raw.pragma('foreign_keys = OFF');
  await MIGRATIONS[at]!.up(kysely);
  const after = schema();
  expect(raw.prepare('select * from meeting').all()).toEqual(rows);
  expect([...before.keys()].filter((name) => !after.has(name))).toEqual([]);
  const changed = [...before]
    .filter(([name, sql]) => after.get(name)!.toLowerCase() !== sql.toLowerCase())
    .map(([name]) => name);
  expect(changed.filter((name) => !/^trigger \w+_frozen_/.test(name))).toEqual(['table meeting']);
  expect(after.get('table meeting')).toContain("'under_examination'");
  expect(
    raw.prepare(`select count(*) from sqlite_schema where name like 'audit_meeting_%'`).pluck().get(),
  ).toBe(3);
  raw.close();
});

describe('a step that fails', () => {
  async function prepared() {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a.sqlite');
    const database = await openDatabase({ file });
    await database.kysely
      .insertInto('field')
      .values({
        id: '0190a1b2-0000-7000-8000-000000000001',
        key: 'k',
        name_fi: 'K',
        name_sv: null,
        name_en: null,
        position: 0,
      })
      .execute();
    database.close();
    return { folder, file };
  }
  const next: Migration = {
    version: latestVersion() + 10,
    name: 'next',
    async up(db) {
      await sql`alter table field add column colour text`.execute(db);
      await sql`update field set colour = 'punainen'`.execute(db);
    },
  };
  async function migrate(file: string, folder: string, migrations: readonly Migration[]) {
    const raw = new SQLite(file);
    const kysely = new Kysely<Database>({ dialect: new SqliteDialect({ database: raw }) });
    try {
      await migrateToLatest({ raw, kysely, file, backupFolder: path.join(folder, 'backups'), migrations });
      return null;
    } catch (error) {
      return error;
    } finally {
      raw.close();
    }
  }
  const dump = (file: string): unknown => {
    const raw = new SQLite(file, { readonly: true });
    const result = [
      raw.pragma('user_version', { simple: true }),
      raw.prepare('select * from field').all(),
      raw.prepare('select name, sql from sqlite_schema order by name').all(),
    ];
    raw.close();
    return result;
  };

  test('leaves exactly the old schema and data, with a verified backup', async () => {
    const { folder, file } = await prepared();
    const before = dump(file);
    const failing: Migration = {
      version: next.version + 1,
      name: 'failing',
      up: () => Promise.reject(new Error('kesken')),
    };
    for (let attempt = 0; attempt < 5; attempt++)
      expect(await migrate(file, folder, [...MIGRATIONS, next, failing])).toMatchObject({
        code: 'MIGRATION_FAILED',
      });
    expect(dump(file)).toEqual(before);
    const backups = fs.readdirSync(path.join(folder, 'backups'));
    expect(backups).toHaveLength(5);
    expect(backups.every((name) => /before-migration-\d+-to-\d+\.sqlite$/.test(name))).toBe(true);
    for (const name of backups) expect(dump(path.join(folder, 'backups', name))).toEqual(before);
  });

  test('broken references are found before the commit', async () => {
    const { folder, file } = await prepared();
    const before = dump(file);
    const breaking: Migration = {
      version: next.version,
      name: 'breaking',
      async up(db) {
        await sql`insert into seat_holder(id, seat_id, person_id, role, starts_on) values
          ('0190a1b2-0000-7000-8000-000000000002', '0190a1b2-0000-7000-8000-000000000003', '0190a1b2-0000-7000-8000-000000000004', 'member', '2026-01-01')`.execute(
          db,
        );
      },
    };
    expect(await migrate(file, folder, [...MIGRATIONS, breaking])).toMatchObject({
      code: 'MIGRATION_FAILED',
      details: { reason: 'foreign_keys' },
    });
    expect(dump(file)).toEqual(before);
  });

  test('and one that succeeds keeps the data', async () => {
    const { folder, file } = await prepared();
    expect(await migrate(file, folder, [...MIGRATIONS, next])).toBeNull();
    const raw = new SQLite(file, { readonly: true });
    expect(raw.prepare('select key, colour from field').all()).toEqual([{ key: 'k', colour: 'punainen' }]);
    expect(raw.pragma('user_version', { simple: true })).toBe(next.version);
    raw.close();
  });
});
