/** Secret items: kept beside the record, settled also after the examination, brought by a migration of their own. */
import fs from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import { APPLICATION_ID } from '../../db/core/application-id.ts';
import { migrateToLatest } from '../../db/core/migrate.ts';
import { openDatabase } from '../../db/core/open.ts';
import type { Database } from '../../db/core/schema.ts';
import { documentSource, sectionsOfItems } from '../../db/features/documents.ts';
import { checkEverything } from '../../db/features/check.ts';
import { findMeeting } from '../../db/features/meeting-report.ts';
import { secretItems, setPublicity } from '../../db/features/publicity.ts';
import { frozenMinutes } from '../../db/features/snapshots.ts';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { temporaryFolder, writing } from '../fixtures/databases.ts';
import { sampleCopy, sampleFile } from '../fixtures/sample-copy.ts';
import { GROUND } from '../fixtures/sample-source.ts';

async function sample() {
  const { database, meetings } = await sampleCopy();
  const item = (meeting: string, section: number): string =>
    database.raw
      .prepare('select id from agenda_item where meeting_id = ? and section = ?')
      .pluck()
      .get(meetings[meeting], section) as string;
  return { database, meetings, item };
}

test('an item is made secret on a ground, and public again; the log tells both', async () => {
  const { database, meetings, item } = await sample();
  const itemId = item('3/2026', 29);
  const set = (ground: string | null) =>
    writing(database, async (trx) => await setPublicity(trx, { itemId, ground }));
  expect(await set(GROUND)).toEqual({ meetingId: meetings['3/2026'] });
  expect(await secretItems(database.kysely, meetings['3/2026']!)).toEqual([
    { itemId, position: 7, ground: GROUND },
  ]);
  await set(null);
  expect(await secretItems(database.kysely, meetings['3/2026']!)).toEqual([]);
  const log = database.raw
    .prepare(`select action from audit where entity = 'item_publicity' order by id`)
    .pluck()
    .all();
  expect(log).toEqual(['insert', 'update']);
});

test('a secret item must have a ground', async () => {
  const { database, item } = await sample();
  const insert = database.raw.prepare(`insert into item_publicity values (?, 1, ' ')`);
  expect(() => insert.run(item('3/2026', 29))).toThrow('CHECK');
});

test('examined minutes: secrecy may be settled, the frozen document stays as it is', async () => {
  const { database, meetings, item } = await sample();
  const meetingId = meetings['1/2026']!;
  const before = await frozenMinutes(database.kysely, meetingId);
  expect(before).not.toBeNull();
  const { section } = before!.items[1]!;
  await writing(
    database,
    async (trx) => await setPublicity(trx, { itemId: item('1/2026', section), ground: GROUND }),
  );
  expect(await frozenMinutes(database.kysely, meetingId)).toEqual(before);
  const source = await documentSource(database.kysely, meetingId, '2026-05-20');
  expect(source.minutes).toEqual(before);
  expect(source.secrets).toEqual([{ section, ground: GROUND }]);
  expect((await checkEverything(database)).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('open tasks of the board, with what was given in a secret item', async () => {
  const { database, meetings, item } = await sample();
  await writing(
    database,
    async (trx) => await setPublicity(trx, { itemId: item('3/2026', 30), ground: GROUND }),
  );
  const { openTasks } = await documentSource(database.kysely, meetings['3/2026']!, '2026-05-20');
  expect(openTasks.map(({ code, reference, secret }) => [code, reference, secret])).toEqual([
    ['T-2026-07', '3/2026 § 30', GROUND],
    ['T-2026-05', '2/2026 § 19', null],
  ]);
});

test('items of an extract are found by id, those of another meeting are refused', async () => {
  const { database, meetings, item } = await sample();
  const meetingId = meetings['3/2026']!;
  const source = await documentSource(database.kysely, meetingId, '2026-05-20');
  const sections = (ids: string[]) => sectionsOfItems(database.kysely, meetingId, source, ids);
  expect(await sections([item('3/2026', 30), item('3/2026', 29)])).toEqual(expect.arrayContaining([29, 30]));
  await expect(sections([item('3/2026', 29), item('1/2026', 2)])).rejects.toThrow('NOT_FOUND');
});

test('a file of schema 10 with the sample gets the table and keeps everything else', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'old.sqlite');
  const raw = new SQLite(file);
  raw.pragma(`application_id = ${APPLICATION_ID}`);
  const kysely = new Kysely<Database>({ dialect: new SqliteDialect({ database: raw }) });
  await migrateToLatest({
    raw,
    kysely,
    file,
    backupFolder: path.join(folder, 'backups'),
    migrations: MIGRATIONS.filter(({ version }) => version <= 10),
  });
  copyRows((await sampleFile(folder, 'new.sqlite')).file, raw);
  const tables = raw
    .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
    .pluck()
    .all() as string[];
  const rows = (from: SQLite.Database): unknown =>
    Object.fromEntries(
      ['board', 'meeting', 'agenda_item', 'vote', 'conflict', 'task', 'seat_holder'].map((table) => [
        table,
        from.prepare(`select * from "${table}" order by id`).all(),
      ]),
    );
  const before = rows(raw);
  expect(tables).not.toContain('item_publicity');
  raw.close();

  const database = await openDatabase({ file });
  try {
    expect(database.raw.pragma('user_version', { simple: true })).toBe(MIGRATIONS.at(-1)!.version);
    expect(rows(database.raw)).toMatchObject(before as object);
    const meetingId = await findMeeting(database.kysely, '3/2026', null);
    const itemId = database.raw
      .prepare('select id from agenda_item where meeting_id = ? limit 1')
      .pluck()
      .get(meetingId) as string;
    await writing(database, async (trx) => await setPublicity(trx, { itemId, ground: GROUND }));
    expect((await documentSource(database.kysely, meetingId, '2026-05-20')).secrets).toHaveLength(1);
  } finally {
    database.close();
  }
  expect(fs.readdirSync(folder, { recursive: true }).join(' ')).toContain('before-migration-10-to-');
});

/** The rows of a present file in an older one: of the columns that both have. Triggers would refuse examined meetings. */
function copyRows(from: string, into: SQLite.Database): void {
  into.pragma('foreign_keys = OFF');
  into.prepare('attach ? as present').run(from);
  const named = (type: string) =>
    into.prepare(`select name, sql from main.sqlite_schema where type = ? and sql is not null`).all(type) as {
      name: string;
      sql: string;
    }[];
  const triggers = named('trigger');
  for (const { name } of triggers) into.exec(`drop trigger "${name}"`);
  const columns = (schema: string, table: string) =>
    into.prepare(`select name from pragma_table_info(?, ?)`).pluck().all(table, schema) as string[];
  for (const { name } of named('table').filter(
    ({ name, sql }) => !/^(search_|current_actor)|virtual table/i.test(`${name} ${sql}`),
  )) {
    const both = columns('main', name).filter((column) => columns('present', name).includes(column));
    // Kinds of meetings have other names since.
    const list = both
      .filter((column) => name !== 'meeting' || column !== 'kind')
      .map((column) => `"${column}"`);
    if (list.length > 0)
      into.exec(`insert into main."${name}"(${list}) select ${list} from present."${name}"`);
  }
  for (const { sql } of triggers) into.exec(sql);
  into.exec('detach present');
  into.pragma('foreign_keys = ON');
}
