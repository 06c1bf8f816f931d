/** Files of a meeting on the command line. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/databases.ts';
import { pykala } from '../fixtures/pykala.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

test('a file is attached to a §, exported again, and the check finds nothing', async () => {
  const { file: db } = await sampleFile();
  const folder = temporaryFolder();
  const report = path.join(folder, 'Tilanne_kunnissa 2026.txt');
  fs.writeFileSync(report, 'Kolmessatoista kunnassa yksitoista on allekirjoittanut.');
  const attached = await pykala([
    'attach',
    report,
    '--db',
    db,
    '--meeting',
    '4/2026',
    '--section',
    '40',
    '--json',
  ]);
  expect({ code: attached.code, error: attached.error }).toEqual({ code: 0, error: '' });
  const { number } = JSON.parse(attached.out) as { number: number };
  expect(JSON.parse(attached.out)).toMatchObject({
    name: 'Tilanne_kunnissa 2026.txt',
    mediaType: 'text/plain',
    byteSize: fs.statSync(report).size,
  });
  const out = path.join(folder, 'liitteet');
  expect(
    (await pykala(['export', 'attachments', '--db', db, '--meeting', '4/2026', '--out', out])).code,
  ).toBe(0);
  const name = `2026-09-01_Malli-JANE_poytakirja_4-2026_liite-${number}.txt`;
  expect(fs.readFileSync(path.join(out, name), 'utf8')).toBe(fs.readFileSync(report, 'utf8'));
  expect((await pykala(['sweep', '--db', db])).out).toBe('0 × – 0 B\n');
  expect((await pykala(['check', '--db', db])).code).toBe(0);
});

test('the files of the sample come out under their numbers', async () => {
  const { file: db } = await sampleFile();
  const out = path.join(temporaryFolder(), 'liitteet');
  expect(
    (await pykala(['export', 'attachments', '--db', db, '--meeting', '3/2026', '--out', out])).code,
  ).toBe(0);
  expect(fs.readdirSync(out).sort()).toEqual([
    '2026-05-19_Malli-JANE_poytakirja_3-2026_liite-1.png',
    '2026-05-19_Malli-JANE_poytakirja_3-2026_liite-3.pdf',
    '2026-05-19_Malli-JANE_poytakirja_3-2026_liite-4.txt',
  ]);
});

test('what cannot be attached is said in a sentence, and nothing is written', async () => {
  const { file: db } = await sampleFile();
  const folder = temporaryFolder();
  const empty = path.join(folder, 'tyhjä.txt');
  fs.writeFileSync(empty, '');
  for (const [args, words] of [
    [[folder, '--section', '29'], 'on kansio'],
    [[empty, '--section', '29'], 'on tyhjä'],
    [[path.join(folder, 'puuttuu.pdf'), '--section', '29'], 'ei voi lukea'],
    [[empty, '--section', '99'], '99'],
  ] as const) {
    const { code, error } = await pykala(['attach', ...args, '--db', db, '--meeting', '3/2026']);
    expect(code).toBe(2);
    expect(error).toContain(words);
  }
});
