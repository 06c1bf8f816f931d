/** `pykala import organisations` and `pykala export organisations`. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pykala } from '../fixtures/pykala.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

const TABLE =
  'Järjestö;Rek.nro;Kunta\nUusi kyläseura ry;;Kitee\nEsimerkin nuoret ry;990.005;Kitee\nVäärä ry;;Atlantis\n';

async function sample() {
  const { file } = await sampleFile();
  const table = path.join(path.dirname(file), 'lista.csv');
  fs.writeFileSync(table, TABLE);
  return { file, table, out: path.join(path.dirname(file), 'ulos') };
}

test('a dry run tells what would happen and changes nothing; the import does it', async () => {
  const { file, table } = await sample();
  const dry = await pykala(['import', 'organisations', table, '--db', file, '--dry-run', '--json']);
  expect(dry.code).toBe(1);
  const report = JSON.parse(dry.out) as {
    counts: object;
    batchId: string | null;
    leftOut: { row: number }[];
  };
  expect(report).toMatchObject({ counts: { new: 1, update: 1, refused: 1 }, batchId: null });
  expect(report.leftOut.map(({ row }) => row)).toEqual([4]);
  const done = await pykala(['import', 'organisations', table, '--db', file, '--json']);
  expect(JSON.parse(done.out)).toMatchObject({ counts: { new: 1, update: 1 } });
  const again = await pykala(['import', 'organisations', table, '--db', file, '--dry-run', '--json']);
  expect(JSON.parse(again.out)).toMatchObject({ counts: { update: 0, unchanged: 1 } });
});

test.each(['csv', 'xlsx'])('what is exported as %s is unchanged when it is imported', async (format) => {
  const { file, out } = await sample();
  expect(
    (await pykala(['export', 'organisations', '--format', format, '--db', file, '--out', out])).code,
  ).toBe(0);
  const { out: said } = await pykala(['import', 'organisations', out, '--db', file, '--dry-run', '--json']);
  expect(JSON.parse(said)).toMatchObject({
    counts: { new: 0, update: 0, unchanged: 20, review: 0, refused: 0 },
  });
});

test('vCard, JSON and open data; the open data has no contact details', async () => {
  const { file, out } = await sample();
  const written = async (format: string): Promise<string> => {
    expect(
      (await pykala(['export', 'organisations', '--format', format, '--db', file, '--out', out])).code,
    ).toBe(0);
    return fs.readFileSync(out, 'utf8');
  };
  expect((await written('vcard')).match(/BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org/g)).toHaveLength(20);
  expect((JSON.parse(await written('json')) as { organisations: unknown[] }).organisations).toHaveLength(20);
  for (const format of ['open-csv', 'open-json']) expect(await written(format)).not.toContain('@');
});

test('a large change wants its number', async () => {
  const { file, table, out } = await sample();
  await pykala(['export', 'organisations', '--format', 'csv', '--db', file, '--out', out]);
  fs.writeFileSync(table, fs.readFileSync(out, 'utf8').replaceAll('toimiva', 'purettu'));
  const refused = await pykala(['import', 'organisations', table, '--db', file]);
  expect(refused.code).toBe(2);
  const count = /: (\d+)\./.exec(refused.error)?.[1] ?? '';
  expect((await pykala(['import', 'organisations', table, '--db', file, '--confirm', count])).code).toBe(0);
  expect(
    fs.readdirSync(path.join(path.dirname(file), 'backups')).some((name) => name.includes('before-import')),
  ).toBe(true);
});
