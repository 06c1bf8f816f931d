/** Which database is open: the user's own and the sample, a damaged file, restoring, and a worker that dies. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { verifiedCopy, verifyFile } from '../../db/core/backup.ts';
import { openDatabase } from '../../db/core/open.ts';
import { startedFolder, temporaryFolder } from '../fixtures/databases.ts';
import { ask, closePublisher, DESKS, openDesk, refused, type DeskKind } from '../fixtures/desk.ts';
import { openBackend } from '../fixtures/contract.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

const KINDS = Object.keys(DESKS) as DeskKind[];
afterAll(closePublisher);
const person = (name: string) => ({ name, shortName: null, email: null, phone: null });
type Rows = { total: number; rows: { name: string }[] };

describe.each(KINDS)('%s', (kind) => {
  test('the sample and the own database never mix', async () => {
    const desk = await openDesk(kind, temporaryFolder());
    await ask(desk, 'mutation', 'persons.create', person('Oma Henkilö'));
    expect(await ask(desk, 'mutation', 'workspace.openSample')).toMatchObject({
      kind: 'sample',
      error: null,
      hasBoards: true,
    });
    const sample = await ask<Rows>(desk, 'query', 'persons.list', {});
    expect(sample.rows.map((row) => row.name)).not.toContain('Oma Henkilö');
    await ask(desk, 'mutation', 'persons.create', person('Kokeilu'));
    expect(await ask(desk, 'mutation', 'workspace.openOwn')).toMatchObject({ kind: 'own', hasBoards: false });
    expect(await ask(desk, 'query', 'persons.list', {})).toMatchObject({
      total: 1,
      rows: [{ name: 'Oma Henkilö' }],
    });
    expect(await ask(desk, 'mutation', 'workspace.openSample')).toMatchObject({ kind: 'sample' });
    expect((await ask<Rows>(desk, 'query', 'persons.list', {})).total).toBe(sample.total + 1);
    expect(await ask(desk, 'mutation', 'workspace.resetSample')).toMatchObject({ kind: 'sample' });
    expect((await ask<Rows>(desk, 'query', 'persons.list', {})).total).toBe(sample.total);
  }, 60_000);

  test('two switches at once end in the last one, and its data', async () => {
    const desk = await openDesk(kind, await startedFolder());
    await ask(desk, 'mutation', 'persons.create', person('Oma Henkilö'));
    await Promise.all([
      ask(desk, 'mutation', 'workspace.openSample'),
      ask(desk, 'mutation', 'workspace.openOwn'),
    ]);
    expect(await ask(desk, 'query', 'workspace.status')).toMatchObject({
      kind: 'own',
      error: null,
      hasBoards: false,
    });
    expect(await ask(desk, 'query', 'persons.list', {})).toMatchObject({ total: 1 });
    expect(await ask(desk, 'mutation', 'workspace.openSample')).toMatchObject({
      kind: 'sample',
      hasBoards: true,
    });
  }, 60_000);

  test('a sample whose making was cut short is made whole', async () => {
    const folder = temporaryFolder();
    (await openDatabase({ file: path.join(folder, 'malli-jane.sqlite') })).close();
    const desk = await openDesk(kind, folder);
    expect(await ask(desk, 'mutation', 'workspace.openSample')).toMatchObject({ hasBoards: true });
  }, 60_000);

  test('a damaged file is a state to show; an empty one can be begun, and nothing is deleted', async () => {
    const folder = temporaryFolder();
    const damaged = 'Pöytäkirjoja, mutta ei tietokanta';
    fs.writeFileSync(path.join(folder, 'pykala.sqlite'), damaged);
    const desk = await openDesk(kind, folder);
    const status = await ask<{ error: { code: string; message: string } }>(desk, 'query', 'workspace.status');
    expect(status.error).toMatchObject({ code: 'DATABASE_CORRUPT' });
    expect(status.error.message).toBe(
      'Tiedosto pykala.sqlite on vioittunut tai se ei ole tietokanta. Tiedostoa ei muutettu. Palauta viimeisin varmuuskopio tai avaa toinen tiedosto.',
    );
    expect((await refused(desk, 'query', 'persons.list', {})).code).toBe('DATABASE_CORRUPT');
    expect((await refused(desk, 'mutation', 'persons.create', person('Aino'))).code).toBe('DATABASE_CORRUPT');
    expect(await ask(desk, 'mutation', 'workspace.openOwn')).toMatchObject({
      error: { code: 'DATABASE_CORRUPT' },
    });
    const { setAside } = await ask<{ setAside: string }>(desk, 'mutation', 'workspace.startEmpty');
    expect(fs.readFileSync(path.join(folder, setAside), 'utf8')).toBe(damaged);
    expect(await ask(desk, 'query', 'workspace.status')).toMatchObject({ error: null, hasBoards: false });
    await ask(desk, 'mutation', 'persons.create', person('Aino'));
  });

  test('a sound file is not set aside', async () => {
    const folder = await startedFolder();
    const desk = await openDesk(kind, folder);
    await ask(desk, 'mutation', 'persons.create', person('Aino'));
    expect((await refused(desk, 'mutation', 'workspace.startEmpty')).code).toBe('DATABASE_IS_SOUND');
    expect(fs.readdirSync(folder).filter((name) => name.includes('set-aside'))).toEqual([]);
    expect(await ask(desk, 'query', 'persons.list', {})).toMatchObject({
      total: 1,
      rows: [{ name: 'Aino' }],
    });
  });

  test('a damaged file gives way to a backup; a damaged backup is refused and changes nothing', async () => {
    const folder = temporaryFolder();
    const { file } = await sampleFile(folder, 'pykala.sqlite');
    const source = await openDatabase({ file });
    const name = path.basename(await verifiedCopy(source.raw, path.join(folder, 'backups'), 'daily'));
    source.close();
    const bad = '2026-01-01T00-00-00-000Z-daily.sqlite';
    fs.writeFileSync(path.join(folder, 'backups', bad), 'rikki');
    fs.truncateSync(file, 10_000);
    const desk = await openDesk(kind, folder);
    const listed = await ask<{ name: string }[]>(desk, 'query', 'workspace.backups');
    expect(listed.map((backup) => backup.name).sort()).toEqual([bad, name].sort());
    expect((await refused(desk, 'mutation', 'workspace.restore', { name: bad })).code).toBe('BACKUP_FAILED');
    for (const outside of ['../pykala.sqlite', '/etc/passwd', 'ei-ole.sqlite'])
      expect((await refused(desk, 'mutation', 'workspace.restore', { name: outside })).code).toBe(
        'NOT_FOUND',
      );
    expect(fs.statSync(file).size).toBe(10_000);
    expect(await ask(desk, 'mutation', 'workspace.restore', { name })).toMatchObject({
      kind: 'own',
      error: null,
      hasBoards: true,
    });
    expect(fs.readdirSync(folder).filter((one) => one.includes('before-restore'))).toHaveLength(1);
  });

  test('a restore that fails leaves what was open open', async () => {
    const folder = await startedFolder();
    const desk = await openDesk(kind, folder);
    await ask(desk, 'mutation', 'persons.create', person('Aino'));
    fs.mkdirSync(path.join(folder, 'backups'));
    fs.writeFileSync(path.join(folder, 'backups', 'tyhja.sqlite'), '');
    expect((await refused(desk, 'mutation', 'workspace.restore', { name: 'tyhja.sqlite' })).code).toBe(
      'BACKUP_FAILED',
    );
    expect(await ask(desk, 'query', 'persons.list', {})).toMatchObject({ total: 1 });
  });

  test('a board file is imported whole or not at all', async () => {
    const folder = await startedFolder();
    const desk = await openDesk(kind, folder);
    const file = path.join(folder, 'tuonti.json');
    desk.grant('g', file, 'read');
    const importing = { source: 'g' };
    expect((await refused(desk, 'mutation', 'workspace.importBoard', importing)).code).toBe(
      'FILE_UNREADABLE',
    );
    fs.writeFileSync(file, `{\n  "format": "pykala-board",\n  "version": 1,\n  "board": {{\n}\n`);
    expect(await refused(desk, 'mutation', 'workspace.importBoard', importing)).toMatchObject({
      code: 'FILE_NOT_JSON',
      details: { line: 4 },
    });
    const sample = path.resolve(import.meta.dirname, '../../resources/boards/malli-jane.json');
    const text = fs.readFileSync(sample, 'utf8');
    fs.writeFileSync(file, text.replace('"heldOn": "2026-05-19"', '"heldOn": "2026-02-31"'));
    const invalid = await refused(desk, 'mutation', 'workspace.importBoard', importing);
    expect(invalid.code).toBe('BOARD_FILE_INVALID');
    expect(invalid.message).toContain('meetings.2.heldOn');
    expect(await ask(desk, 'query', 'workspace.status')).toMatchObject({ hasBoards: false });
    expect((await ask<Rows>(desk, 'query', 'persons.list', {})).total).toBe(0);
    fs.writeFileSync(file, text);
    await ask(desk, 'mutation', 'workspace.importBoard', importing);
    expect((await refused(desk, 'mutation', 'workspace.importBoard', importing)).code).toBe('BOARD_EXISTS');
    await ask(desk, 'mutation', 'workspace.importBoard', { source: 'g', asNew: true });
    expect(await ask<unknown[]>(desk, 'query', 'boards.list')).toHaveLength(2);
  }, 60_000);
});

test('a worker that dies in the middle of writes loses nothing that it acknowledged', async () => {
  const folder = await startedFolder();
  const acknowledged: string[] = [];
  for (let round = 0; round < 4; round++) {
    const desk = await openDesk('through the worker', folder);
    expect(
      (await ask<Rows>(desk, 'query', 'persons.list', { limit: 500 })).rows.map((row) => row.name),
    ).toEqual(expect.arrayContaining(acknowledged));
    const before = acknowledged.length;
    const enough = Promise.withResolvers<void>();
    // Many calls under way at once; the thread ends while some are unanswered.
    for (let index = 0; index < 60; index++) {
      const name = `Henkilö ${round}-${index}`;
      void ask(desk, 'mutation', 'persons.create', person(name)).then(() => {
        acknowledged.push(name);
        if (acknowledged.length >= before + 5 + round * 7) enough.resolve();
      });
    }
    await enough.promise;
    await desk.kill();
  }
  const desk = await openDesk('through the worker', folder);
  const { total, rows } = await ask<Rows>(desk, 'query', 'persons.list', { limit: 500 });
  const names = rows.map((row) => row.name);
  expect(acknowledged.filter((name) => !names.includes(name))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThanOrEqual(20);
  expect(total).toBeLessThan(240);
  await desk.close();
  expect(verifyFile(path.join(folder, 'pykala.sqlite')).ok).toBe(true);
}, 90_000);

test('a backup that is cut short because the desk closes is no failure; one that fails is', async () => {
  const backend = await openBackend('own');
  const cut = backend.workspace.backUp('2026-05-20');
  backend.workspace.close();
  await expect(cut).resolves.toBeUndefined();
  expect(backend.workspace.backups()).toEqual([]);
  await backend.workspace.switchTo('own');
  const backups = path.join(path.dirname(backend.workspace.database().raw.name), 'backups');
  fs.rmSync(backups, { recursive: true, force: true });
  fs.writeFileSync(backups, 'a file in the place of the folder');
  await expect(backend.workspace.backUp('2026-05-20')).rejects.toThrow();
  backend.close();
});
