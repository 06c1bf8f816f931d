/** What we write is what we accept, and any single byte that changes is found. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BagWriter } from '../../electron/archive/bag-writer.ts';
import { verifyPackage } from '../../electron/archive/verify.ts';

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-package-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function writePackage(file: string): Promise<ReturnType<BagWriter['finish']>> {
  const writer = new BagWriter(fs.createWriteStream(file), {
    folder: 'malli-jane-2026',
    time: new Date('2026-11-22T10:00:00Z'),
  });
  await writer.add('LUEMINUT.txt', 'Tämä paketti on neuvottelukunnan arkisto.\n'.repeat(20));
  await writer.add('poytakirjat/3-2026.pdf', Buffer.alloc(3_000, 7));
  await writer.add(
    'taulut/organisation.csv',
    Readable.from(['id,nimi\r\n', 'a,Pöytyän Nuorisoseura\r\n'].map(Buffer.from)),
  );
  return writer.finish([
    ['Source-Organization', 'Malli-JANE'],
    ['Bagging-Date', '2026-11-22'],
  ]);
}

test('a package that we wrote is valid, sealed and the same each time', async () => {
  const [first, second] = [path.join(folder, 'a.zip'), path.join(folder, 'b.zip')];
  const written = await writePackage(first);
  await writePackage(second);
  expect(fs.readFileSync(first)).toEqual(fs.readFileSync(second));
  const report = await verifyPackage(first);
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({
    valid: true,
    container: 'zip',
    folder: 'malli-jane-2026',
    algorithms: ['sha512'],
    payload: written.payload,
    file: { seal: 'right', sha512: written.sha512, bytes: written.bytes },
  });
  expect(fs.statSync(first).size).toBe(written.bytes);
});

test('1,000 random single bytes, 1,000 changes found', async () => {
  const whole = path.join(folder, 'whole.zip');
  await writePackage(whole);
  const bytes = fs.readFileSync(whole);
  const changed = path.join(folder, 'changed.zip');
  // A fixed sequence (mulberry32), so that a failure can be repeated.
  let state = 20261122;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const missed: number[] = [];
  for (let round = 0; round < 1_000; round += 1) {
    const position = Math.floor(random() * bytes.length);
    const copy = Buffer.from(bytes);
    copy[position] = copy[position]! ^ (1 + Math.floor(random() * 255));
    fs.writeFileSync(changed, copy);
    const found = await verifyPackage(changed).then(
      ({ valid, findings }) => !valid && findings.every(({ subject }) => subject !== ''),
      (error: { code?: string }) => error.code === 'ARCHIVE_DAMAGED' || error.code === 'ARCHIVE_BOMB',
    );
    if (!found) missed.push(position);
  }
  expect(missed).toEqual([]);
}, 120_000);

test('a package that cannot be written to its end says so', async () => {
  const writer = new BagWriter(fs.createWriteStream(path.join(folder, 'ei', 'ole.zip')), {
    folder: 'x',
    time: new Date(0),
  });
  await expect(
    (async () => {
      await writer.add('a.txt', 'a');
      return writer.finish([]);
    })(),
  ).rejects.toThrow(/ENOENT/);
});

test('unsafe and doubled names are refused', async () => {
  const writer = new BagWriter(fs.createWriteStream(path.join(folder, 'names.zip')), {
    folder: 'x',
    time: new Date('2026-01-01'),
  });
  await writer.add('Liite.pdf', 'a');
  for (const name of ['../x', 'liite.PDF', 'con.txt', 'a\\b', ''])
    await expect(writer.add(name, 'b')).rejects.toMatchObject({ code: 'ARCHIVE_NAME' });
  await writer.finish([]);
  expect((await verifyPackage(path.join(folder, 'names.zip'))).valid).toBe(true);
});
