/** Backups are usable, the right ones are kept, and a restore is not undone by what lies beside it. */
import fs from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifiedCopy, verifyConnection, verifyFile } from '../../db/core/backup.ts';
import { dailyBackup, hasCollapsed, keptDays } from '../../db/core/daily-backup.ts';
import { openDatabase, write, type OpenDatabase } from '../../db/core/open.ts';
import { finishRestore, restoreBackup } from '../../db/core/restore.ts';
import { newId } from '../../db/model/identity.ts';
import { temporaryFolder } from '../fixtures/databases.ts';
import { printedSeed, seededRandom } from '../fixtures/random.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';

const names = (folder: string): string[] => (fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []);

async function addFields(database: OpenDatabase, mark: string, count: number): Promise<void> {
  await write(database, 'testi', 'test', async (trx) => {
    for (let index = 0; index < count; index++)
      await trx
        .insertInto('field')
        .values({
          id: newId(),
          key: `${mark}-${index}`,
          name_fi: mark,
          name_sv: 'å'.repeat(500),
          name_en: null,
          position: index,
        })
        .execute();
  });
}

const tables = (raw: SQLite.Database): string[] =>
  raw
    .prepare(
      `select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' order by name`,
    )
    .pluck()
    .all() as string[];
const dump = (raw: SQLite.Database): unknown =>
  tables(raw).map((table) => [table, raw.prepare(`select * from "${table}"`).all()]);

describe('a verified copy', () => {
  test('has every row of every table, is one file, and leaves no partial one', async () => {
    const { database } = await sampleCopy();
    const folder = path.join(temporaryFolder(), 'kopiot');
    const file = await verifiedCopy(database.raw, folder, 'koe');
    expect(names(folder)).toEqual([path.basename(file)]);
    expect(verifyFile(file)).toEqual({ ok: true, integrity: ['ok'], foreignKeyBreaches: 0 });
    const copy = new SQLite(file, { readonly: true });
    expect(dump(copy)).toEqual(dump(database.raw));
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
    copy.close();
    expect(names(folder)).toEqual([path.basename(file)]);
  });

  test('of a database with broken references is refused and not kept', async () => {
    const { database } = await sampleCopy();
    database.raw.pragma('foreign_keys = OFF');
    database.raw.prepare(`insert into item_task(item_id, task_id) values ('x', 'y')`).run();
    const folder = path.join(temporaryFolder(), 'kopiot');
    await expect(verifiedCopy(database.raw, folder, 'koe')).rejects.toMatchObject({ code: 'BACKUP_FAILED' });
    expect(names(folder)).toEqual([]);
  });

  test('into a folder that cannot be made is BACKUP_FAILED', async () => {
    const { database } = await sampleCopy();
    const blocked = path.join(temporaryFolder(), 'tiedosto');
    fs.writeFileSync(blocked, '');
    await expect(verifiedCopy(database.raw, path.join(blocked, 'kopiot'), 'koe')).rejects.toMatchObject({
      code: 'BACKUP_FAILED',
    });
  });
});

describe('kept days', () => {
  const day = fc
    .integer({ min: 0, max: 900 })
    .map((offset) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10));
  const days = fc.uniqueArray(day, { maxLength: 300 });
  const week = (text: string): string => {
    const date = new Date(`${text}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
    return date.toISOString().slice(0, 10);
  };
  const newestFirst = (all: readonly string[]) => [...all].sort().reverse();

  test('are the 7 newest, the newest of 4 weeks and of 12 months, and no others', () => {
    fc.assert(
      fc.property(days, (all) => {
        const kept = keptDays(all);
        const sorted = newestFirst(all);
        const newestOf = (period: (text: string) => string, count: number) =>
          [...new Set(sorted.map(period))]
            .slice(0, count)
            .map((one) => sorted.find((text) => period(text) === one)!);
        const expected = new Set([
          ...sorted.slice(0, 7),
          ...newestOf(week, 4),
          ...newestOf((text) => text.slice(0, 7), 12),
        ]);
        expect([...kept].sort()).toEqual([...expected].sort());
      }),
    );
  });

  test('do not depend on the order, and pruning again prunes nothing more', () => {
    fc.assert(
      fc.property(days, (all) => {
        const kept = keptDays(all);
        expect(keptDays([...all].reverse())).toEqual(kept);
        expect(keptDays([...kept])).toEqual(kept);
        expect(kept.size).toBeLessThanOrEqual(23);
        if (all.length > 0) expect(kept).toContain(newestFirst(all)[0]);
      }),
    );
  });

  test('over two years of daily work never leave a gap longer than a month', () => {
    let present: string[] = [];
    for (let offset = 0; offset < 730; offset++) {
      const today = new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10);
      present = [...keptDays([...present, today])];
    }
    const sorted = present.sort();
    expect(sorted).toHaveLength(new Set(sorted).size);
    expect(sorted.length).toBeGreaterThanOrEqual(18);
    for (const [index, text] of sorted.entries())
      if (index > 0)
        expect((Date.parse(text) - Date.parse(sorted[index - 1]!)) / 86_400_000).toBeLessThanOrEqual(31);
    expect(Date.parse(sorted.at(-1)!) - Date.parse(sorted[0]!)).toBeGreaterThan(330 * 86_400_000);
  });
});

describe('the daily backup', () => {
  const old = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const text = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
      return `${text}T05-00-00-000Z-daily.sqlite`;
    });

  test('is made once a day, named by the day it was asked for', async () => {
    const { database } = await sampleCopy();
    const folder = temporaryFolder();
    const first = await dailyBackup(database.raw, folder, '2026-05-19');
    expect(path.basename(first)).toMatch(/^2026-05-19T.*-daily\.sqlite$/);
    expect(await dailyBackup(database.raw, folder, '2026-05-19')).toBe(first);
    expect(names(folder)).toHaveLength(1);
    await dailyBackup(database.raw, folder, '2026-05-20');
    expect(names(folder)).toHaveLength(2);
  });

  test('prunes only after it has succeeded, and never what a migration left or the user put there', async () => {
    const { database } = await sampleCopy();
    const folder = temporaryFolder();
    const kept = [
      '2020-01-01T00-00-00-000Z-before-migration-10-to-20.sqlite',
      'oma-kopio.sqlite',
      'muistio.txt',
    ];
    for (const name of [...old(100), ...kept]) fs.writeFileSync(path.join(folder, name), '');
    database.raw.pragma('foreign_keys = OFF');
    database.raw.prepare(`insert into item_task(item_id, task_id) values ('x', 'y')`).run();
    const before = names(folder);
    await expect(dailyBackup(database.raw, folder, '2026-04-11')).rejects.toMatchObject({
      code: 'BACKUP_FAILED',
    });
    expect(names(folder)).toEqual(before);
    database.raw.prepare(`delete from item_task where item_id = 'x'`).run();
    await dailyBackup(database.raw, folder, '2026-04-11');
    const after = names(folder);
    expect(after).toEqual(expect.arrayContaining(kept));
    const daily = after.filter((name) => name.endsWith('-daily.sqlite'));
    expect(daily).toHaveLength(keptDays([...old(100).map((name) => name.slice(0, 10)), '2026-04-11']).size);
    expect(daily.at(-1)).toMatch(/^2026-04-11/);
  });
});

describe('a loss of rows', () => {
  test('is over half of a table that had twenty', () => {
    const rows = (count: number) => new Map([['organisation', count]]);
    expect(hasCollapsed(rows(20), rows(10))).toBe(false);
    expect(hasCollapsed(rows(20), rows(9))).toBe(true);
    expect(hasCollapsed(rows(19), rows(0))).toBe(false);
    expect(hasCollapsed(rows(20), new Map())).toBe(true);
    expect(hasCollapsed(new Map(), rows(20))).toBe(false);
  });

  test('prunes nothing, and the copy of the day before stays for good', async () => {
    const { database } = await sampleCopy();
    const folder = temporaryFolder();
    for (let day = 1; day <= 9; day++)
      fs.writeFileSync(path.join(folder, `2026-05-0${day}T05-00-00-000Z-daily.sqlite`), '');
    await addFields(database, 'katoava', 200);
    const full = path.basename(await dailyBackup(database.raw, folder, '2026-05-18'));
    const pruned = names(folder);
    expect(pruned).not.toContain('2026-05-01T05-00-00-000Z-daily.sqlite');
    database.raw.prepare(`delete from field where key like 'katoava-%'`).run();
    await dailyBackup(database.raw, folder, '2026-05-19');
    const kept = full.replace('-daily', '-before-loss');
    expect(names(folder).filter((name) => !name.startsWith('2026-05-19'))).toEqual(
      pruned.map((name) => (name === full ? kept : name)).sort(),
    );
    for (let day = 20; day <= 31; day++) await dailyBackup(database.raw, folder, `2026-05-${day}`);
    expect(names(folder)).toContain(kept);
    expect(verifyFile(path.join(folder, kept)).ok).toBe(true);
  });

  test('what an ended program left half-made goes after a day', async () => {
    const { database } = await sampleCopy();
    const folder = temporaryFolder();
    const left = ['2026-05-01T05-00-00-000Z-daily.sqlite.77.partial', '2026-05-19-x.sqlite.78.partial'];
    for (const name of left) fs.writeFileSync(path.join(folder, name), 'puolikas');
    fs.utimesSync(path.join(folder, left[0]!), new Date('2026-05-01'), new Date('2026-05-01'));
    await dailyBackup(database.raw, folder, '2026-05-19');
    expect(names(folder).filter((name) => name.endsWith('.partial'))).toEqual([left[1]]);
  });
});

describe('a restore', () => {
  test('that was cut off between its two steps is ended at the next start', async () => {
    const root = temporaryFolder();
    const file = path.join(root, 'pykala.sqlite');
    const database = await openDatabase({ file });
    await addFields(database, 'vanha', 3);
    const backup = await verifiedCopy(database.raw, path.join(root, 'backups'), 'koe');
    await addFields(database, 'uusi', 2);
    const [bytes, log] = [fs.readFileSync(file), fs.readFileSync(`${file}-wal`)];
    database.close();
    const aside = path.join(root, 'pykala-before-restore-2026-05-19T05-00-00-000Z.sqlite');
    // What stands on the disk after the first rename: the old log is still in the place of the new file's.
    fs.renameSync(file, aside);
    fs.writeFileSync(aside, bytes);
    fs.writeFileSync(`${file}-wal`, log);
    fs.copyFileSync(backup, `${file}.restore-77`);
    finishRestore(file);
    const count = async (of: string) => {
      const opened = await openDatabase({ file: of });
      const found = opened.raw.prepare('select count(*) from field').pluck().get();
      opened.close();
      return found;
    };
    expect(await count(file)).toBe(3);
    expect(await count(aside)).toBe(5);
  });

  test('that was cut off before its first step changes nothing', async () => {
    const root = temporaryFolder();
    const file = path.join(root, 'pykala.sqlite');
    (await openDatabase({ file })).close();
    const before = fs.readFileSync(file);
    fs.writeFileSync(`${file}.restore-77`, 'puolikas');
    finishRestore(file);
    expect(fs.readFileSync(file).equals(before)).toBe(true);
    expect(names(root)).toEqual(['pykala.sqlite']);
  });

  test('beside leftovers of the write-ahead log gives the backup, 60 times of 60', async () => {
    const seed = printedSeed('restore');
    const random = seededRandom(seed);
    const root = temporaryFolder();
    const source = path.join(root, 'source.sqlite');
    const database = await openDatabase({ file: source });
    await addFields(database, 'varmistettu', 40);
    const backup = await verifiedCopy(database.raw, path.join(root, 'backups'), 'koe');
    const expected = dump(database.raw);
    database.close();
    const pristine = fs.readFileSync(source);
    let correct = 0;
    for (let round = 0; round < 60; round++) {
      const folder = path.join(root, String(round));
      fs.mkdirSync(folder);
      const file = path.join(folder, 'pykala.sqlite');
      fs.writeFileSync(file, pristine);
      // Leftovers as a killed program leaves them: a log with committed pages, and the shared memory of it.
      const live = new SQLite(file);
      live.pragma('journal_mode = WAL');
      live.pragma('wal_autocheckpoint = 0');
      live.pragma('synchronous = OFF');
      const insert = live.prepare(
        `insert into field(id, key, name_fi, position, name_sv) values (?, ?, 'hylätty', 1, ?)`,
      );
      for (let index = 0; index < 1 + Math.floor(random() * 30); index++)
        insert.run(newId(), `hylatty-${index}`, 'ö'.repeat(Math.floor(random() * 3_000)));
      const leftovers = ['-wal', '-shm'].map((ending) => [ending, fs.readFileSync(file + ending)] as const);
      live.close();
      for (const [ending, bytes] of leftovers)
        if (ending === '-wal' || random() < 0.7) fs.writeFileSync(file + ending, bytes);
      if (random() < 0.2) fs.rmSync(file);
      const aside = restoreBackup(backup, file);
      expect(fs.existsSync(`${file}-wal`) || fs.existsSync(`${file}-shm`)).toBe(false);
      const opened = await openDatabase({ file });
      const right =
        JSON.stringify(dump(opened.raw)) === JSON.stringify(expected) && verifyConnection(opened.raw).ok;
      opened.close();
      if (aside !== null) expect(fs.existsSync(aside)).toBe(true);
      if (right) correct += 1;
      fs.rmSync(folder, { recursive: true });
    }
    expect({ correct, seed }).toEqual({ correct: 60, seed });
  }, 120_000);

  test('keeps what was there beside it, also what stood in its log alone', async () => {
    const root = temporaryFolder();
    const file = path.join(root, 'pykala.sqlite');
    const database = await openDatabase({ file });
    await addFields(database, 'vanha', 3);
    const backup = await verifiedCopy(database.raw, path.join(root, 'backups'), 'koe');
    await addFields(database, 'uusi', 2);
    const [bytes, log] = [fs.readFileSync(file), fs.readFileSync(`${file}-wal`)];
    database.close();
    fs.writeFileSync(file, bytes);
    fs.writeFileSync(`${file}-wal`, log);
    const aside = restoreBackup(backup, file)!;
    const count = async (of: string) => {
      const opened = await openDatabase({ file: of });
      const found = opened.raw.prepare('select count(*) from field').pluck().get();
      opened.close();
      return found;
    };
    expect(await count(file)).toBe(3);
    expect(await count(aside)).toBe(5);
  });

  const damages: [string, (file: string) => void][] = [
    ['is no database', (file) => fs.writeFileSync(file, 'ei tietokanta')],
    ['is empty', (file) => fs.writeFileSync(file, '')],
    ['is cut', (file) => fs.truncateSync(file, Math.floor(fs.statSync(file).size / 2))],
    [
      'has damaged pages',
      (file) => {
        const handle = fs.openSync(file, 'r+');
        const { size } = fs.fstatSync(handle);
        for (let at = 8_192; at < size; at += 8_192)
          fs.writeSync(handle, Buffer.alloc(2_048, 0xa5), 0, 2_048, at);
        fs.closeSync(handle);
      },
    ],
    [
      'is of another program',
      (file) => {
        fs.rmSync(file);
        const other = new SQLite(file);
        other.exec('create table bookmarks(url text)');
        other.close();
      },
    ],
    [
      'is newer than this program',
      (file) => {
        const newer = new SQLite(file);
        newer.pragma('user_version = 99999');
        newer.close();
      },
    ],
  ];
  test.each(damages)('from a backup that %s is refused, and nothing is moved', async (_, damage) => {
    const root = temporaryFolder();
    const folder = path.join(root, 'data');
    fs.mkdirSync(folder);
    const file = path.join(folder, 'pykala.sqlite');
    const database = await openDatabase({ file });
    await addFields(database, 'nykyinen', 50);
    const backup = await verifiedCopy(database.raw, path.join(root, 'backups'), 'koe');
    database.close();
    damage(backup);
    const before = fs.readFileSync(file);
    expect(() => restoreBackup(backup, file)).toThrow(expect.objectContaining({ code: 'BACKUP_FAILED' }));
    expect(names(folder)).toEqual(['pykala.sqlite']);
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });

  test('into a folder that is gone moves nothing and leaves no copy', async () => {
    const { database } = await sampleCopy();
    const root = temporaryFolder();
    const backup = await verifiedCopy(database.raw, path.join(root, 'backups'), 'koe');
    expect(() => restoreBackup(backup, path.join(root, 'poissa', 'pykala.sqlite'))).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^(FOLDER_MISSING|BACKUP_FAILED)$/) as unknown }),
    );
    expect(names(root)).toEqual(['backups']);
  });
});
