/** Wrong use and every error: exit code 2, one line that helps, and nothing changed. */
import fs from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/databases.ts';
import { contents, pykala, pykalaProcess, type Run } from '../fixtures/pykala.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../resources/boards/malli-jane.json');

function oneLine(result: Run): string {
  expect(result, result.error).toMatchObject({ code: 2, out: '' });
  expect(result.error).toMatch(/^pykala: .*\n$/);
  expect(result.error.trimEnd().split('\n')).toHaveLength(1);
  expect(result.error).not.toMatch(/\{\w+\}|SQLITE_|\n\s+at /);
  return result.error;
}

describe('wrong use', () => {
  test.each([
    [['lennä'], 'lennä'],
    [['show', 'meeting', '3/2026'], '--db'],
    [['show', 'meeting', '--db', 'a.sqlite'], 'show meeting'],
    [['import', 'scenario', 'a.json'], '--db'],
    [
      ['export', 'minutes', '--db', 'a.sqlite', '--meeting', '3/2026', '--format', 'odt', '--out', 'a'],
      '--format pdf|',
    ],
    [['export', 'minutes', '--db', 'a.sqlite', '--meeting', '3/2026'], '--out'],
    [['check', 'kaikki', '--db', 'a.sqlite'], 'check kaikki'],
    [['check', '--db', 'a.sqlite', '--nopeasti'], '--nopeasti'],
    [['check', '--db', 'a.sqlite', '--language', 'de'], '--language fi|sv|en'],
  ])('%j', async (args, told) => {
    const line = oneLine(await pykala(args));
    expect(line).toContain(told);
    expect(line).toContain('pykala --help');
  });
});

describe('the database', () => {
  const commands = (file: string): [string, string[]][] => [
    ['show', ['show', 'meeting', '3/2026', '--db', file]],
    [
      'export',
      ['export', 'minutes', '--db', file, '--meeting', '3/2026', '--format', 'text', '--out', `${file}.txt`],
    ],
    ['check', ['check', '--db', file]],
    ['import', ['import', 'scenario', SAMPLE, '--db', file]],
  ];
  const kinds: [string, (file: string) => void, string][] = [
    ['that is damaged', (file) => fs.writeFileSync(file, 'ei tietokanta'), 'vioittunut'],
    [
      'of another program',
      (file) => {
        const other = new SQLite(file);
        other.exec('create table bookmarks(url text)');
        other.close();
      },
      'toisen ohjelman',
    ],
    [
      'of a newer program',
      (file) => {
        const newer = new SQLite(file);
        newer.pragma('application_id = 1348029260');
        newer.exec('create table t(a)');
        newer.pragma('user_version = 99999');
        newer.close();
      },
      'uudemmalla',
    ],
  ];
  test.each(kinds)(
    '%s is told and left as it was',
    async (_, make, told) => {
      const folder = temporaryFolder();
      const file = path.join(folder, 'a.sqlite');
      make(file);
      const before = contents(folder);
      for (const [, args] of commands(file)) expect(oneLine(await pykala(args))).toContain(told);
      expect(contents(folder)).toEqual(before);
    },
    60_000,
  );

  test('that is not there is not made by reading', async () => {
    const folder = temporaryFolder();
    for (const [name, args] of commands(path.join(folder, 'a.sqlite')))
      if (name !== 'import') expect(oneLine(await pykala(args))).toContain('ei löydy');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('without that meeting: the line lists the ones there are', async () => {
    const folder = temporaryFolder();
    const { file } = await sampleFile(folder);
    const before = contents(folder);
    for (const meeting of ['9/2026', 'kolmas', '3'])
      expect(oneLine(await pykala(['show', 'meeting', meeting, '--db', file]))).toContain(
        '1/2026, 2/2026, 3/2026',
      );
    expect(oneLine(await pykala(['show', 'meeting', '3/2026', '--db', file, '--board', 'Muu']))).toContain(
      '3/2026',
    );
    expect(oneLine(await pykala(['show', 'meeting', '9/2026', '--db', file, '--language', 'en']))).toContain(
      'There is no meeting 9/2026',
    );
    expect(contents(folder)).toEqual(before);
  }, 60_000);
});

describe('a scenario', () => {
  const text = fs.readFileSync(SAMPLE, 'utf8');
  const cases: [string, string | null, string[]][] = [
    ['that is not there', null, ['tuonti.json', 'ENOENT']],
    ['that is not JSON', text.replace('"version": 1,', '"version": 1,,'), ['riville 4']],
    ['that is cut', text.slice(0, 5_000), [`riville ${text.slice(0, 5_000).split('\n').length}`]],
    ['that is another kind of JSON', '[]', ['Aineistoa ei tuotu']],
    ['with an unknown person', text.replace('"chair": "J01"', '"chair": "J99"'), ['.chair']],
    [
      'on 31 February',
      text.replace('"heldOn": "2026-05-19"', '"heldOn": "2026-02-31"'),
      ['meetings.2.heldOn'],
    ],
    [
      'with a wrong Y-tunnus',
      text.replace(/"businessId": "(\d{7})-(\d)"/, '"businessId": "1234567-8"'),
      ['organisations.', 'businessId'],
    ],
    ['with a misspelt key', text.replace('"region": "12"', '"regoin": "12"'), ['board.regoin']],
  ];
  test.each(cases)('%s is told with its place, and makes no database', async (_, content, told) => {
    const folder = temporaryFolder();
    const scenario = path.join(folder, 'tuonti.json');
    expect(content === null || content !== text).toBe(true);
    if (content !== null) fs.writeFileSync(scenario, content);
    const line = oneLine(
      await pykala(['import', 'scenario', scenario, '--db', path.join(folder, 'a.sqlite')]),
    );
    for (const part of told) expect(line).toContain(part);
    expect(fs.readdirSync(folder).filter((name) => name !== 'tuonti.json')).toEqual([]);
  });

  test('that is wrong leaves a database that is there as it was', async () => {
    const folder = temporaryFolder();
    const { file } = await sampleFile(folder);
    const scenario = path.join(folder, 'tuonti.json');
    fs.writeFileSync(scenario, text.replace('"region": "12"', '"region": "77"'));
    const before = contents(folder);
    oneLine(await pykala(['import', 'scenario', scenario, '--db', file, '--as-new']));
    expect(contents(folder)).toEqual(before);
  });
});

describe('a folder', () => {
  const targets = (file: string, out: string): string[][] => [
    [
      'export',
      'minutes',
      '--db',
      file,
      '--meeting',
      '3/2026',
      '--format',
      'text',
      '--out',
      path.join(out, 'a.txt'),
    ],
    ['import', 'scenario', SAMPLE, '--db', path.join(out, 'a.sqlite')],
  ];

  test('that is not there is told', async () => {
    const folder = temporaryFolder();
    const { file } = await sampleFile(folder);
    const before = contents(folder);
    for (const args of targets(file, path.join(folder, 'poissa')))
      expect(oneLine(await pykala(args))).toContain('poissa');
    expect(contents(folder)).toEqual(before);
    fs.writeFileSync(path.join(folder, 'este'), '');
    expect(oneLine(await pykala(['demo', '--out', path.join(folder, 'este', 'demo')]))).toContain('este');
  }, 60_000);

  test('that cannot be written to is told', async () => {
    const folder = temporaryFolder();
    fs.chmodSync(folder, 0o755);
    const { file } = await sampleFile(folder);
    const locked = path.join(folder, 'luku');
    fs.mkdirSync(locked);
    const as = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
    const own = path.join(folder, 'oma');
    fs.mkdirSync(own);
    fs.copyFileSync(file, path.join(own, 'a.sqlite'));
    if (as) {
      for (const one of [own, path.join(own, 'a.sqlite')]) fs.chownSync(one, as.uid, as.gid);
    }
    fs.chmodSync(locked, 0o555);
    const before = contents(folder);
    for (const args of [
      ...targets(path.join(own, 'a.sqlite'), locked),
      ['demo', '--out', locked],
      ['demo', '--out', path.join(locked, 'demo')],
    ])
      expect(oneLine(pykalaProcess(args, as)), args.join(' ')).toContain(locked);
    expect(contents(folder)).toEqual(before);
    fs.chmodSync(locked, 0o755);
  }, 60_000);
});
