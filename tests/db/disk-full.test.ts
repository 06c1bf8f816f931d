/** A full disk harms nothing: files are limited in size at many points of saving, migrating, backing up, exporting. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { verifyConnection } from '../../db/core/backup.ts';
import { openDatabase, write } from '../../db/core/open.ts';
import { newId } from '../../db/model/identity.ts';
import { bundled } from '../fixtures/bundled.ts';
import { temporaryFolder } from '../fixtures/databases.ts';

/** `ulimit -f` counts blocks of 1024 bytes in bash. */
const BLOCK = 1_024;
let filled = 0;

interface Outcome {
  code: string;
  app?: boolean;
  message: string;
}

async function limited(what: string, folder: string, blocks: number, cache: string): Promise<Outcome> {
  const script = 'trap "" XFSZ; ulimit -f "$1"; shift; exec "$@"';
  const child = spawn(
    'bash',
    [
      '-c',
      script,
      'bash',
      blocks === 0 ? 'unlimited' : String(blocks),
      process.execPath,
      await bundled('full-disk'),
      what,
      folder,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: cache, NODE_OPTIONS: '' },
    },
  );
  let output = '';
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  await new Promise((resolve) => child.on('close', resolve));
  expect(output, `${what} at ${blocks}: ${complaint}`).toMatch(/^\{/);
  return JSON.parse(output) as Outcome;
}

/** A closed database of some 700 kB. */
async function pristine(): Promise<{ folder: string; bytes: Buffer; rows: unknown; cache: string }> {
  const folder = temporaryFolder();
  const file = path.join(folder, 'pristine.sqlite');
  const database = await openDatabase({ file });
  await write(database, 'testi', 'test', async (trx) => {
    for (let index = 0; index < 60; index++)
      await trx
        .insertInto('field')
        .values({
          id: newId(),
          key: `vanha-${index}`,
          name_fi: 'Vanha',
          name_sv: 'ö'.repeat(2_000),
          name_en: null,
          position: index,
        })
        .execute();
  });
  database.close();
  const bytes = fs.readFileSync(file);
  return { folder, bytes, rows: rowsOf(file), cache: path.join(folder, 'cache') };
}

/** Structure and content of a database, which must be sound. */
function rowsOf(file: string): unknown {
  const raw = new SQLite(file);
  try {
    expect(verifyConnection(raw).integrity).toEqual(['ok']);
    return [
      raw.pragma('user_version', { simple: true }),
      raw.prepare('select * from field order by key').all(),
      raw.prepare('select name, sql from sqlite_schema order by name').all(),
    ];
  } finally {
    raw.close();
  }
}

/** Sizes from the first to the last, in blocks. */
const points = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) =>
    Math.round((from + ((to - from) * index) / (count - 1)) / BLOCK),
  );

const CASES: {
  what: string;
  /** Fill points, given the size of the database. */
  at(size: number): number[];
  codes: string[];
}[] = [
  { what: 'save', at: () => points(4_096, 680_000, 14), codes: ['DISK_FULL'] },
  { what: 'migrate', at: (size) => points(4_096, size + 150_000, 14), codes: ['DISK_FULL', 'BACKUP_FAILED'] },
  { what: 'backup', at: (size) => points(40_960, size - 8_192, 10), codes: ['BACKUP_FAILED'] },
  { what: 'export', at: () => points(1_024, 395_000, 10), codes: ['DISK_FULL'] },
  { what: 'create', at: () => points(1_024, 300_000, 8), codes: ['DISK_FULL'] },
];

test.each(CASES)('$what', { timeout: 180_000 }, async ({ what, at, codes }) => {
  const { folder, bytes, rows, cache } = await pristine();
  const seen = new Map<string, number>();
  async function one(blocks: number): Promise<Outcome> {
    const place = path.join(folder, `${what}-${blocks}`);
    fs.mkdirSync(path.join(place, 'backups'), { recursive: true });
    fs.writeFileSync(path.join(place, 'board.sqlite'), bytes);
    fs.writeFileSync(path.join(place, 'minutes.pdf'), 'vanha pöytäkirja');
    const old = path.join(place, 'backups', '2026-01-01T05-00-00-000Z-daily.sqlite');
    fs.writeFileSync(old, bytes);
    const outcome = await limited(what, place, blocks, cache);
    const where = `${what} at ${blocks} blocks: ${outcome.message}`;
    if (outcome.code !== 'OK') {
      filled += 1;
      expect({ code: codes.includes(outcome.code), app: outcome.app }, where).toEqual({
        code: true,
        app: true,
      });
      expect(rowsOf(path.join(place, 'board.sqlite')), where).toEqual(rows);
      expect(fs.readFileSync(path.join(place, 'minutes.pdf'), 'utf8'), where).toBe('vanha pöytäkirja');
      expect(fs.readFileSync(old).equals(bytes), where).toBe(true);
      const left = [...fs.readdirSync(place), ...fs.readdirSync(path.join(place, 'backups'))];
      const expected =
        /^(board\.sqlite|minutes\.pdf|backups|2026-01-01T.*-daily\.sqlite|.*-before-migration-.*\.sqlite)$/;
      expect(
        left.filter((name) => !expected.test(name)),
        where,
      ).toEqual([]);
    }
    seen.set(outcome.code, (seen.get(outcome.code) ?? 0) + 1);
    fs.rmSync(place, { recursive: true });
    return outcome;
  }
  // Two at a time: the machines of this have two processors.
  const queue = at(bytes.length);
  await Promise.all(
    [0, 1].map(async (lane) => {
      for (const blocks of queue.filter((_, index) => index % 2 === lane)) await one(Math.max(1, blocks));
    }),
  );
  expect(seen.get('OK') ?? 0, JSON.stringify([...seen])).toBeLessThanOrEqual(2);
  expect(await one(0), 'with room for everything').toMatchObject({ code: 'OK' });
});

afterAll(() => {
  console.log(`disk full: ${filled} fill points`);
  expect(filled).toBeGreaterThanOrEqual(50);
});
