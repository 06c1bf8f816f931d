/** The publication folder and batch export with the real document process: what lies in the folder, and what stays. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { BatchChoice } from '../../db/model/batch-export.ts';
import { SEARCH_SCRIPT } from '../../electron/publish/site-script.ts';
import { exportBatch, type BatchTools } from '../../electron/backend/batch-export.ts';
import { wireError } from '../../electron/backend/errors.ts';
import { publishFolder, type PublicationChoice } from '../../electron/backend/publication-folder.ts';
import { createPublishTeam } from '../../electron/publish/pool.ts';
import { spawnNode } from '../../electron/publish/spawn-node.ts';
import { openForTest, resources, resourcesFolder, temporaryFolder } from '../fixtures/databases.ts';
import { program } from '../fixtures/program.ts';
import { sampleCopy, sampleFile } from '../fixtures/sample-copy.ts';

vi.setConfig({ testTimeout: 120_000 });
const pool = createPublishTeam({ spawn: () => spawnNode(program('publish/process')), resourcesFolder }, 2);
afterAll(() => pool.close());

const tools = (today: string): BatchTools => ({
  language: 'fi',
  today,
  phrases: resources.phrases(),
  publish: (job, signal) => pool.render(job, signal),
  say: (error) => wireError(error, 'fi'),
  progress: async () => {},
});

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => path.relative(folder, path.join(one.parentPath, one.name)).replaceAll(path.sep, '/'))
    .sort();
}
const read = (folder: string, file: string): string => fs.readFileSync(path.join(folder, file), 'utf8');

describe('publication folder', () => {
  test('is made, brought up to date, and lets go of personal data in time', async () => {
    const { database, boardId } = await sampleCopy();
    const folder = path.join(temporaryFolder(), 'julkaisu');
    const choice = (values: Partial<PublicationChoice> = {}): PublicationChoice => ({
      boardId,
      settings: {},
      among: false,
      replace: false,
      remove: false,
      ...values,
    });
    const settings = {
      languages: ['fi', 'sv'] as ('fi' | 'sv')[],
      personalDataDays: 30,
      baseUrl: 'https://jane.example/poytakirjat',
      contact: 'palaute@jane.example',
    };
    const run = (today: string, values: Partial<PublicationChoice> = {}) =>
      publishFolder(database.kysely, folder, choice(values), tools(today));

    // Meeting 1/2026 has been examined, 3/2026 not yet: what nobody has examined is not published.
    const first = await run('2026-02-05', { settings });
    const name = '2026/2026-01-20_Malli-JANE_julkinen_poytakirja_1-2026';
    expect(first.added).toContain(`${name}.pdf`);
    expect(filesIn(folder)).toEqual(
      expect.arrayContaining([
        'index.html',
        'julkaisu.json',
        'syote.xml',
        'saavutettavuusseloste.html',
        'sv/index.html',
        `sv/${name}.html`,
      ]),
    );
    expect(filesIn(folder).join()).not.toContain('3-2026');

    const page = read(folder, `${name}.html`);
    expect(page).toContain('Jäsen 01');
    for (const file of filesIn(folder).filter((one) => one.endsWith('.html'))) {
      const html = read(folder, file);
      for (const [, href] of html.matchAll(/href="([^"#][^"]*)"/g)) {
        if (/^(?:https?|mailto):/.test(href!)) continue;
        const target = path.join(folder, path.dirname(file), href!);
        expect(fs.existsSync(target), `${file} → ${href}`).toBe(true);
      }
      expect(html).not.toMatch(/<script src|<link rel="stylesheet"|<img src="http/);
    }
    const front = read(folder, 'index.html');
    const hash = createHash('sha256').update(SEARCH_SCRIPT).digest('base64');
    expect(front).toContain(`script-src 'sha256-${hash}'`);
    expect(front).toContain(`<script>${SEARCH_SCRIPT}</script>`);
    expect(read(folder, 'saavutettavuusseloste.html')).toContain('palaute@jane.example');

    const feed = path.join(folder, 'syote.xml');
    expect(spawnSync('xmllint', ['--noout', feed], { encoding: 'utf8' }).stderr).toBe('');
    const atom = read(folder, 'syote.xml');
    for (const part of ['<id>urn:', '<title>', '<updated>', '<author><name>', 'rel="self"'])
      expect(atom).toContain(part);
    expect((atom.match(/<entry>/g) ?? []).length).toBe((atom.match(/<published>/g) ?? []).length);

    // Nothing has changed, so nothing is written.
    const again = await run('2026-02-05');
    expect([again.added, again.changed, again.removed, again.kept]).toEqual([[], [], [], []]);
    expect(again.unchanged).toBeGreaterThan(8);

    // A file that somebody changed by hand stays until it may be replaced; a foreign one is never touched.
    fs.appendFileSync(path.join(folder, `${name}.html`), '<!-- oma lisäys -->');
    fs.writeFileSync(path.join(folder, 'oma.txt'), 'oma');
    expect((await run('2026-02-05')).kept).toEqual([`${name}.html`]);
    expect(read(folder, `${name}.html`)).toContain('oma lisäys');
    expect((await run('2026-02-05', { replace: true })).changed).toEqual([`${name}.html`]);

    // The time is up: names go from pages, files and feed alike, and it is said.
    const late = await run('2027-03-01');
    expect(late.personalDataRemoved).toContain('1/2026');
    const bare = read(folder, `${name}.html`);
    expect(bare).toContain('Henkilötiedot on poistettu');
    for (const file of filesIn(folder).filter((one) => /\.(?:html|xml)$/.test(one)))
      expect(read(folder, file), file).not.toMatch(/Jäsen \d|\bJ\d\d\b|Sihteeri 01/);
    const text = spawnSync('pdftotext', [path.join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' }).stdout;
    expect(text).not.toMatch(/Jäsen \d|\bJ\d\d\b/);
    expect((await run('2027-03-01')).personalDataRemoved).toEqual([]);
    expect(read(folder, 'oma.txt')).toBe('oma');

    // A language that is no longer wanted goes with its pages, and minutes that were reopened with theirs, when asked.
    const before = filesIn(folder);
    const one = await run('2027-03-01', { settings: { languages: ['fi'] } });
    expect(one.removed).toEqual([]);
    expect(one.withdrawn).toContain('sv/index.html');
    expect(filesIn(folder)).toEqual(before);
    expect(read(folder, 'index.html')).not.toContain('href="sv/');
    expect((await run('2027-03-01')).withdrawn).toEqual(one.withdrawn);
    const other = await run('2027-03-01', { remove: true });
    expect(other.removed).toEqual(one.withdrawn);
    expect(filesIn(folder).some((file) => file.startsWith('sv/'))).toBe(false);
    const raw = new SQLite(database.file);
    for (const trigger of raw
      .prepare(`select name from sqlite_schema where type = 'trigger' and tbl_name = 'meeting'`)
      .pluck()
      .all() as string[])
      raw.exec(`drop trigger "${trigger}"`);
    raw.exec(`update meeting set state = 'under_examination' where number = 1 and year = 2026`);
    raw.close();
    const reopened = await run('2027-03-01');
    expect(reopened.withdrawn).toEqual(expect.arrayContaining([`${name}.html`, `${name}.pdf`]));
    expect(read(folder, 'index.html')).not.toContain(name);
    expect((await run('2027-03-01', { remove: true })).removed).toEqual(reopened.withdrawn);
    expect(read(folder, 'oma.txt')).toBe('oma');
  });

  test('a folder with other things in it is refused until it is agreed to', async () => {
    const { database, boardId } = await sampleCopy();
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'index.html'), 'oma etusivu');
    const choice = { boardId, settings: {}, among: false, replace: false, remove: false };
    await expect(publishFolder(database.kysely, folder, choice, tools('2026-05-20'))).rejects.toThrow(
      'PUBLICATION_TAKEN',
    );
    expect(filesIn(folder)).toEqual(['index.html']);
    const report = await publishFolder(
      database.kysely,
      folder,
      { ...choice, among: true },
      tools('2026-05-20'),
    );
    expect(report.kept).toEqual(['index.html']);
    expect(read(folder, 'index.html')).toBe('oma etusivu');
    fs.writeFileSync(path.join(folder, 'julkaisu.json'), '{');
    await expect(publishFolder(database.kysely, folder, choice, tools('2026-05-20'))).rejects.toThrow(
      'PUBLICATION_DAMAGED',
    );
  });
});

describe('batch export', () => {
  const choice: BatchChoice = {
    boardId: null,
    year: 2026,
    term: null,
    kinds: ['minutes', 'public'],
    formats: ['pdf', 'html', 'json'],
    languages: ['fi', 'sv'],
    withAttachments: false,
    onExisting: 'skip',
    goOn: true,
  };

  test('of a year: every document once, and what is there already is left, renamed or replaced as chosen', async () => {
    const { database } = await sampleCopy();
    const folder = path.join(temporaryFolder(), 'vienti');
    const run = (values: Partial<BatchChoice> = {}) =>
      exportBatch(database.kysely, folder, { ...choice, ...values }, tools('2026-05-20'));
    const report = await run();
    // Three meetings were held: minutes in two forms and two languages and their record, public ones in three and two.
    expect(report).toMatchObject({ failed: [], skipped: [], stopped: null });
    expect(report.written).toHaveLength(3 * (2 * 2 + 1 + 3 * 2));
    expect(filesIn(folder)).toHaveLength(report.written.length);
    expect(filesIn(folder)).toContain('2026-05-19_Malli-JANE_poytakirja_3-2026_sv.html');

    const file = path.join(folder, '2026-05-19_Malli-JANE_poytakirja_3-2026.json');
    fs.writeFileSync(file, 'oma');
    const only: Partial<BatchChoice> = { kinds: ['minutes'], formats: ['json'] };
    expect((await run(only)).skipped).toHaveLength(3);
    expect(fs.readFileSync(file, 'utf8')).toBe('oma');
    const renamed = await run({ ...only, onExisting: 'rename' });
    expect(renamed.written.map((one) => one.file)).toContain(
      '2026-05-19_Malli-JANE_poytakirja_3-2026_2.json',
    );
    await run({ ...only, onExisting: 'replace' });
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({ format: 'pykala-minutes' });
    await expect(run({ year: 1999 })).rejects.toThrow('BATCH_EMPTY');
    await expect(run({ year: null, term: 1999 })).rejects.toThrow('BATCH_TERM_UNKNOWN');
    expect((await run({ ...only, year: null, term: 2025 })).skipped).toHaveLength(3);
  });

  test('what cannot be made is named and the rest goes on or stops; a full disk and the user end it', async () => {
    const { database } = await sampleCopy();
    const failing = (from: number, code: string): BatchTools => {
      let jobs = 0;
      return {
        ...tools('2026-05-20'),
        publish: async () =>
          ++jobs > from
            ? { ok: false, error: { code, message: 'x' } }
            : { ok: true, bytes: new Uint8Array([1]), replaced: [] },
      };
    };
    const run = (with_: BatchTools, goOn = true) =>
      exportBatch(database.kysely, temporaryFolder(), { ...choice, goOn }, with_);
    const went = await run(failing(5, 'PUBLISH_CRASHED'));
    expect(went.stopped).toBeNull();
    expect(went.written).toHaveLength(5);
    expect(went.failed).toHaveLength(28);
    expect(went.failed[0]).toMatchObject({ code: 'PUBLISH_CRASHED' });
    const stopped = await run(failing(5, 'PUBLISH_CRASHED'), false);
    expect(stopped.failed.length).toBeLessThanOrEqual(2);
    expect(stopped.stopped).toContain('Asiakirja');
    const cancelled = await run({
      ...failing(99, ''),
      progress: async (done) => {
        if (done >= 4) throw new Error('enough');
      },
    });
    expect(cancelled.written.length).toBeLessThan(8);
    expect(cancelled.stopped).not.toBeNull();
  });

  test('an attachment that cannot be read is named, and the rest comes', async () => {
    const { file } = await sampleFile();
    const raw = new SQLite(file);
    for (const trigger of raw
      .prepare(`select name from sqlite_schema where type = 'trigger' and tbl_name = 'file_part'`)
      .pluck()
      .all() as string[])
      raw.exec(`drop trigger "${trigger}"`);
    const gone = raw
      .prepare(
        `delete from file_part where sha256 = (select file_sha256 from attachment where file_name like '%.png' limit 1)`,
      )
      .run();
    expect(gone.changes).toBe(1);
    raw.close();
    const database = await openForTest(file);
    const only: Partial<BatchChoice> = { kinds: ['minutes'], formats: ['text'], languages: ['fi'] };
    const run = (folder: string, values: Partial<BatchChoice>) =>
      exportBatch(
        database.kysely,
        folder,
        { ...choice, ...only, withAttachments: true, ...values },
        tools('2026-05-20'),
      );
    const folder = temporaryFolder();
    const went = await run(folder, {});
    expect(went.failed).toEqual([
      {
        file: expect.stringContaining('liite-1.png') as string,
        code: 'FILE_MISSING',
        reason: expect.any(String) as string,
      },
    ]);
    expect(went.stopped).toBeNull();
    expect(filesIn(folder)).toHaveLength(went.written.length);
    expect(filesIn(folder).join()).toContain('liite-4.txt');
    // Stopping at the first fault, as the user may choose.
    const stopped = await run(temporaryFolder(), { goOn: false });
    expect(stopped.stopped).toBe(went.failed[0]!.reason);
    // Two documents of one name in one run: neither takes the place of the other.
    const twice = await run(temporaryFolder(), {
      kinds: ['minutes', 'minutes'],
      withAttachments: false,
      onExisting: 'replace',
    });
    expect(new Set(twice.written.map((one) => one.file)).size).toBe(6);
    expect(twice.written.filter((one) => one.file.endsWith('_2.txt'))).toHaveLength(3);
  });

  test('a folder that vanishes in the middle ends the work with its reason', async () => {
    const { database } = await sampleCopy();
    const folder = path.join(temporaryFolder(), 'verkkolevy');
    let jobs = 0;
    const vanishing: BatchTools = {
      ...tools('2026-05-20'),
      publish: async () => {
        if (++jobs === 4) fs.rmSync(folder, { recursive: true });
        return { ok: true, bytes: new Uint8Array([1]), replaced: [] };
      },
    };
    const report = await exportBatch(database.kysely, folder, choice, vanishing);
    expect(report.failed.map(({ code }) => code)).toContain('FOLDER_MISSING');
    expect(report.stopped).toContain('verkkolevy');
    expect(report.written.length + report.failed.length).toBeLessThan(8);
    expect(fs.existsSync(folder)).toBe(false);
  });

  test('a disk that fills up leaves no half file and says so', async () => {
    const { database } = await sampleCopy();
    const folder = temporaryFolder();
    // A file larger than the process may write is the full disk of a test: the write fails in its middle.
    const original = fs.promises.open;
    const open = vi.spyOn(fs.promises, 'open').mockImplementation(async (...values) => {
      const handle = await original(...values);
      if (filesIn(folder).filter((one) => !one.includes('partial')).length >= 3)
        vi.spyOn(handle, 'writeFile').mockRejectedValue(Object.assign(new Error('full'), { code: 'ENOSPC' }));
      return handle;
    });
    try {
      const report = await exportBatch(
        database.kysely,
        folder,
        { ...choice, formats: ['html'] },
        tools('2026-05-20'),
      );
      expect(report.failed.map(({ code }) => code)).toContain('DISK_FULL');
      expect(report.stopped).not.toBeNull();
      expect(filesIn(folder)).toHaveLength(report.written.length);
    } finally {
      open.mockRestore();
    }
  });
});
