/** Opening: durability settings, refusals that leave the file as it was, one writer at a time. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { refuseSharedFolder } from '../../db/core/folder.ts';
import { latestVersion } from '../../db/core/migrate.ts';
import { APPLICATION_ID, openDatabase, write } from '../../db/core/open.ts';
import { AppError } from '../../db/model/errors.ts';
import { newId } from '../../db/model/identity.ts';
import { temporaryFolder } from '../fixtures/databases.ts';

async function failure(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
}

const bytes = (file: string): string => fs.readFileSync(file).toString('base64');

describe('settings', () => {
  test('hold on a fresh file and on a reopened one', async () => {
    const file = path.join(temporaryFolder(), 'a.sqlite');
    for (let round = 0; round < 3; round++) {
      const database = await openDatabase({ file });
      const read = (name: string): unknown => database.raw.pragma(name, { simple: true });
      expect({
        journal: read('journal_mode'),
        synchronous: read('synchronous'),
        foreignKeys: read('foreign_keys'),
        locking: read('locking_mode'),
        secureDelete: read('secure_delete'),
        trusted: read('trusted_schema'),
        version: read('user_version'),
        application: read('application_id'),
      }).toEqual({
        journal: 'wal',
        synchronous: 2,
        foreignKeys: 1,
        locking: 'exclusive',
        secureDelete: 1,
        trusted: 0,
        version: latestVersion(),
        application: APPLICATION_ID,
      });
      database.close();
    }
  });

  test('references are enforced', async () => {
    const database = await openDatabase({ file: path.join(temporaryFolder(), 'a.sqlite') });
    await expect(
      write(database, 'x', 'test', async (trx) => {
        await trx
          .insertInto('term')
          .values({ id: newId(), board_id: newId(), starts_on: '2025-01-01', ends_on: '2026-01-01' })
          .execute();
      }),
    ).rejects.toThrow(/FOREIGN KEY/);
    database.close();
  });
});

describe('refusals leave the file as it was', () => {
  test('something that is no database', async () => {
    const file = path.join(temporaryFolder(), 'a.sqlite');
    fs.writeFileSync(file, 'Pöytäkirja, ei tietokanta');
    const before = bytes(file);
    expect((await failure(openDatabase({ file }))).code).toBe('DATABASE_CORRUPT');
    expect(bytes(file)).toBe(before);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['a.sqlite']);
  });

  test('a database cut in half', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a.sqlite');
    (await openDatabase({ file })).close();
    const whole = fs.readFileSync(file);
    fs.writeFileSync(file, whole.subarray(0, Math.floor(whole.length / 2)));
    const before = bytes(file);
    expect((await failure(openDatabase({ file }))).code).toBe('DATABASE_CORRUPT');
    expect(bytes(file)).toBe(before);
  });

  test('a database of another program', async () => {
    const file = path.join(temporaryFolder(), 'a.sqlite');
    const other = new SQLite(file);
    other.exec('create table bookmarks(url text)');
    other.close();
    const before = bytes(file);
    expect((await failure(openDatabase({ file }))).code).toBe('DATABASE_FOREIGN');
    expect(bytes(file)).toBe(before);
  });

  test('a newer database', async () => {
    const file = path.join(temporaryFolder(), 'a.sqlite');
    (await openDatabase({ file })).close();
    const raw = new SQLite(file);
    raw.pragma('journal_mode = DELETE');
    raw.pragma(`user_version = ${latestVersion() + 1}`);
    raw.close();
    const before = bytes(file);
    const error = await failure(openDatabase({ file }));
    expect(error.code).toBe('DATABASE_NEWER');
    expect(error.details).toMatchObject({ version: latestVersion() + 1, supported: latestVersion() });
    expect(bytes(file)).toBe(before);
  });

  test('a missing file that is not to be made', async () => {
    const file = path.join(temporaryFolder(), 'a.sqlite');
    expect((await failure(openDatabase({ file, create: false }))).code).toBe('DATABASE_NOT_FOUND');
    expect(fs.existsSync(file)).toBe(false);
  });

  test.each([
    ['/home/x/OneDrive - Yhdistys/pykala', 'synchronised'],
    ['/home/x/Dropbox/pykala', 'synchronised'],
  ])('a synchronised folder: %s', (name, reason) => {
    const folder = path.join(temporaryFolder(), name);
    fs.mkdirSync(folder, { recursive: true });
    expect(() => refuseSharedFolder(folder)).toThrow(
      expect.objectContaining({
        code: 'FOLDER_SHARED',
        details: expect.objectContaining({ reason }) as unknown,
      }),
    );
  });

  test('a link into a synchronised folder', () => {
    const folder = temporaryFolder();
    const real = path.join(folder, 'Nextcloud', 'tiedot');
    fs.mkdirSync(real, { recursive: true });
    fs.symlinkSync(real, path.join(folder, 'linkki'));
    expect(() => refuseSharedFolder(path.join(folder, 'linkki'))).toThrow(
      expect.objectContaining({ code: 'FOLDER_SHARED' }),
    );
  });
});

test('a second writer is told that the file is in use', async () => {
  const file = path.join(temporaryFolder(), 'a.sqlite');
  const first = await openDatabase({ file });
  expect((await failure(openDatabase({ file }))).code).toBe('DATABASE_IN_USE');
  first.close();
  (await openDatabase({ file })).close();
});

test('a folder that cannot be written to', async ({ skip }) => {
  // Root may write anywhere; an immutable mount would need privileges that a test must not take.
  if (process.getuid?.() === 0) {
    const folder = temporaryFolder();
    fs.chmodSync(folder, 0o777);
    const script = `
      process.setgid(65534); process.setuid(65534);
      const { openDatabase } = await import(${JSON.stringify(path.resolve(import.meta.dirname, '../../db/core/open.ts'))});
      await openDatabase({ file: process.argv[1] }).then(() => console.log('opened'), (e) => console.log(e.code));`;
    fs.mkdirSync(path.join(folder, 'luku'));
    fs.chmodSync(path.join(folder, 'luku'), 0o555);
    const result = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', script, path.join(folder, 'luku', 'a.sqlite')],
      { encoding: 'utf8' },
    );
    if (result.stdout.trim() === '') skip(`cannot give up root here: ${result.stderr.slice(0, 200)}`);
    expect(result.stdout.trim()).toBe('FOLDER_READ_ONLY');
    return;
  }
  const folder = temporaryFolder();
  fs.chmodSync(folder, 0o555);
  expect((await failure(openDatabase({ file: path.join(folder, 'a.sqlite') }))).code).toBe(
    'FOLDER_READ_ONLY',
  );
  fs.chmodSync(folder, 0o755);
});

test('an error inside a write rolls everything back and leaves the connection usable', async () => {
  const database = await openDatabase({ file: path.join(temporaryFolder(), 'a.sqlite') });
  const field = { key: 'kylat', name_fi: 'Kylät', name_sv: null, name_en: null, position: 1 };
  await expect(
    write(database, 'x', 'test', async (trx) => {
      await trx
        .insertInto('field')
        .values({ id: newId(), ...field })
        .execute();
      throw new Error('kesken');
    }),
  ).rejects.toThrow('kesken');
  expect(await database.kysely.selectFrom('field').selectAll().execute()).toEqual([]);
  await write(database, 'x', 'test', async (trx) => {
    await trx
      .insertInto('field')
      .values({ id: newId(), ...field })
      .execute();
  });
  expect(await database.kysely.selectFrom('field').select('key').execute()).toEqual([{ key: 'kylat' }]);
  database.close();
});
