/** Zips of our own as other programs read them, also where 32 bits are not enough. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import yauzl from 'yauzl';
import { ZipWriter } from '../../electron/archive/zip-writer.ts';
import { temporaryFolder } from '../fixtures/databases.ts';

const TIME = new Date('2026-11-22T10:00:00');
/** Content from here on is left as a hole in the file: only zeros are written that large. */
const HOLE_FROM = 1024 ** 2;

/** Writes a zip to a file; large parts of zeros take no room. */
async function zipFile(work: (zip: ZipWriter) => Promise<void>): Promise<string> {
  const file = path.join(temporaryFolder(), 'x.zip');
  const handle = await fs.promises.open(file, 'w');
  let position = 0;
  let small: Buffer[] = [];
  const flush = async (): Promise<void> => {
    const whole = Buffer.concat(small);
    await handle.write(whole, 0, whole.length, position);
    position += whole.length;
    small = [];
  };
  const zip = new ZipWriter(async (part) => {
    if (part.length < HOLE_FROM) {
      small.push(Buffer.from(part));
      return;
    }
    await flush();
    position += part.length;
  }, TIME);
  await work(zip);
  await zip.end();
  await flush();
  await handle.truncate(position);
  await handle.close();
  return file;
}

const unzip = (...args: string[]): string => execFileSync('unzip', args, { encoding: 'utf8' });

test('more than four gigabytes, and what lies behind them', async () => {
  const zeros = Buffer.alloc(16 * 1024 ** 2);
  const file = await zipFile(async (zip) => {
    const entry = await zip.begin('suuri.bin', false);
    for (let part = 0; part < 260; part += 1) await entry.write(zeros);
    await entry.end();
    await zip.add('perässä.txt', Buffer.from('Pöytäkirja'), true);
  });
  expect(fs.statSync(file).size).toBeGreaterThan(2 ** 32);
  expect(unzip('-p', file, 'perässä.txt')).toBe('Pöytäkirja');
  const opened = await yauzl.openPromise(file, { lazyEntries: true });
  const sizes: number[] = [];
  for await (const entry of opened.eachEntry()) sizes.push(entry.uncompressedSize);
  opened.close();
  expect(sizes).toEqual([260 * zeros.length, Buffer.byteLength('Pöytäkirja')]);
}, 60_000);

test('more files than 16 bits count', async () => {
  const file = await zipFile(async (zip) => {
    for (let number = 0; number <= 0xffff; number += 1) await zip.add(`${number}`, Buffer.of(), false);
  });
  expect(unzip('-Z1', file).trimEnd().split('\n')).toHaveLength(0x1_0000);
}, 60_000);

test('parts of any size, compressed beside each other, come out as they went in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ length: fc.nat(600_000), fill: fc.nat(255) }), { maxLength: 6 }),
      async (parts) => {
        const content = parts.map(({ length, fill }) =>
          Buffer.alloc(length, Buffer.from(`${fill} § `.repeat(1 + fill))),
        );
        const file = await zipFile(async (zip) => {
          await zip.addFolder('kansio/');
          const entry = await zip.begin('kansio/a.txt', true);
          // The memory of a part is used again as soon as it has been written.
          const shared = Buffer.alloc(600_000);
          for (const part of content) {
            part.copy(shared);
            await entry.write(shared.subarray(0, part.length));
          }
          await entry.end();
        });
        expect(unzip('-tq', file)).toContain('No errors');
        const read = execFileSync('unzip', ['-p', file, 'kansio/a.txt'], { maxBuffer: 2 ** 26 });
        expect(read.equals(Buffer.concat(content))).toBe(true);
      },
    ),
    { numRuns: 20 },
  );
}, 60_000);
