/** Packages on the command line, from the making to the certificate. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/databases.ts';
import { contents, pykala } from '../fixtures/pykala.ts';
import { program } from '../fixtures/program.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

const text = (pdf: string): string => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });

test('a package is made, listed, verified with a certificate, and unpacked', async () => {
  const { file: db } = await sampleFile();
  const folder = temporaryFolder();
  const made = await pykala([
    'archive',
    'create',
    '--db',
    db,
    '--out',
    folder,
    '--year',
    '2026',
    '--contact',
    'Sihteeri',
    '--json',
  ]);
  expect({ code: made.code, error: made.error }).toEqual({ code: 0, error: '' });
  const { file, sha512, counts } = JSON.parse(made.out) as {
    file: string;
    sha512: string;
    counts: { minutes: number };
  };
  expect(path.basename(file)).toMatch(/^Malli-JANE_2026_arkisto_\d{4}-\d{2}-\d{2}\.zip$/);
  expect(counts.minutes).toBeGreaterThan(3);
  expect(execFileSync('sha512sum', [file], { encoding: 'utf8' })).toContain(sha512);

  const listed = await pykala(['archive', 'list', file, '--json']);
  const { files } = JSON.parse(listed.out) as { files: { path: string }[] };
  const names = files.map((one) => one.path);
  expect(names).toContain('data/poytakirjat/2026-05-19_Malli-JANE_poytakirja_3-2026.pdf');
  expect(names).toContain('data/siard/tietokanta.siard');

  const certificate = path.join(folder, 'todistus.pdf');
  const verified = await pykala(['archive', 'verify', file, '--out', certificate]);
  expect({ code: verified.code, out: verified.out.split('\n')[0] }).toEqual({
    code: 0,
    out: expect.stringContaining('Paketti on ehjä'),
  });
  expect(text(certificate)).toContain(
    'Paketti on ehjä: kaikki tiedostot ovat tallella ja jokaisen tarkistussumma täsmää.',
  );
  expect(text(certificate).replaceAll(/\s/g, '')).toContain(sha512);

  const out = path.join(folder, 'purettu');
  expect((await pykala(['archive', 'extract', file, '--out', out])).code).toBe(0);
  const bag = path.join(out, path.basename(file, '.zip'));
  expect((await pykala(['archive', 'verify', bag])).code).toBe(0);
  expect(text(path.join(bag, 'data/poytakirjat/2026-05-19_Malli-JANE_poytakirja_3-2026.pdf'))).toContain(
    'Pöytäkirja',
  );
  const again = await pykala(['archive', 'extract', file, '--out', out]);
  expect({ code: again.code, error: again.error }).toEqual({
    code: 2,
    error: expect.stringContaining('on jo olemassa'),
  });
}, 60_000);

test('a changed package is found, and the fault is named in the certificate', async () => {
  const { file: db } = await sampleFile();
  const folder = temporaryFolder();
  const file = path.join(folder, 'paketti.zip');
  expect((await pykala(['archive', 'create', '--db', db, '--out', file])).code).toBe(0);
  const before = contents(folder);
  const taken = await pykala(['archive', 'create', '--db', db, '--out', file]);
  expect({ code: taken.code, same: contents(folder) }).toEqual({ code: 2, same: before });
  expect((await pykala(['archive', 'extract', file, '--out', folder])).code).toBe(0);
  const bag = fs.readdirSync(folder).find((name) => name.startsWith('Malli-JANE_'))!;
  fs.appendFileSync(path.join(folder, bag, 'data/LUEMINUT.txt'), 'x');
  const certificate = path.join(folder, 'todistus.pdf');
  const verified = await pykala([
    'archive',
    'verify',
    path.join(folder, bag),
    '--out',
    certificate,
    '--language',
    'sv',
  ]);
  expect(verified.code).toBe(1);
  expect(verified.out).toContain('data/LUEMINUT.txt: innehållet har ändrats');
  expect(text(certificate)).toContain('data/LUEMINUT.txt');
});

test('mistakes are said in a sentence and nothing is written', async () => {
  const { file: db } = await sampleFile();
  const folder = temporaryFolder();
  for (const [args, words] of [
    [['create', '--db', db, '--out', path.join(folder, 'x.zip'), '--board', 'XYZ'], 'Malli-JANE'],
    [['create', '--db', db, '--out', path.join(folder, 'x.zip'), '--term', '1999'], '1999'],
    [['create', '--db', db, '--out', path.join(folder, 'ei', 'x.zip')], 'ei'],
    [['verify', path.join(folder, 'ei.zip')], 'ei ole'],
    [['verify', db], 'ei ole ehjä zip-tiedosto'],
  ] as const) {
    const { code, error } = await pykala(['archive', ...args]);
    expect({ args, code, error }).toEqual({ args, code: 2, error: expect.stringContaining(words) });
  }
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('a package that is being made is cancelled by Ctrl+C, says so, and leaves nothing', async () => {
  const { file: db } = await sampleFile();
  const folder = temporaryFolder();
  const out = path.join(folder, 'paketti.zip');
  const child = spawn(
    process.execPath,
    [program('cli/pykala'), 'archive', 'create', '--db', db, '--out', out],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let error = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += text;
  });
  const ended = once(child, 'exit');
  // As soon as something of it is there.
  for await (const { filename } of fs.promises.watch(folder)) if (filename !== null) break;
  child.kill('SIGINT');
  const [code] = (await ended) as [number | null];
  expect({ code, error, left: fs.readdirSync(folder) }).toEqual({
    code: 2,
    error:
      'pykala: Keskeytettiin. Keskeneräisiä tiedostoja ei jäänyt; aloita uudelleen samalla komennolla.\n',
    left: [],
  });
}, 60_000);

test('a Node that is too old for the product is told so before anything else fails', () => {
  const old = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', old, program('cli/pykala'), 'archive', 'list', 'x.zip'],
    { encoding: 'utf8' },
  );
  expect({ status, said: stderr.split('\n')[0] }).toEqual({
    status: 2,
    said: 'pykala: tarvitaan Node 24 tai uudempi, tämä on 20.20.2: https://nodejs.org',
  });
});

test('an envelope is made with a passphrase from a file, opened with it, and what it holds is searched and compared', async () => {
  const { file: db } = await sampleFile();
  const folder = temporaryFolder();
  const [secret, wrong] = [path.join(folder, 'salalause.txt'), path.join(folder, 'vaara.txt')];
  fs.writeFileSync(secret, 'kolme sinistä ruukkua\n');
  fs.writeFileSync(wrong, 'kolme punaista ruukkua\n');
  const file = path.join(folder, 'paketti.zip.age');
  const key = ['--passphrase-file', secret];
  const made = await pykala(['archive', 'create', '--db', db, '--out', file, ...key]);
  expect({ code: made.code, error: made.error }).toEqual({ code: 0, error: '' });
  expect(fs.readFileSync(file, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  expect((await pykala(['archive', 'verify', file, ...key])).code).toBe(0);
  const refused = await pykala(['archive', 'verify', file, '--passphrase-file', wrong]);
  expect({ code: refused.code, error: refused.error }).toEqual({
    code: 2,
    error: expect.stringContaining('ei avaa pakettia paketti.zip.age'),
  });
  const found = await pykala(['archive', 'open', file, '--search', 'pöytäkirja', ...key]);
  expect(found.code).toBe(0);
  expect(found.out).toContain('Edellisen kokouksen pöytäkirja');
  expect((await pykala(['archive', 'compare', file, file, ...key])).code).toBe(0);
}, 120_000);
