/** A saved change survives a killed process. `PYKALA_KILLS` sets how many processes are killed. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { verifyConnection } from '../../db/core/backup.ts';
import { openDatabase } from '../../db/core/open.ts';
import { bundled } from '../fixtures/bundled.ts';
import { emptyFile, temporaryFolder } from '../fixtures/databases.ts';
import { printedSeed, seededRandom } from '../fixtures/random.ts';

const KILLS = Number(process.env['PYKALA_KILLS'] ?? 300);
const AT_A_TIME = 2;
/** A file is written to by this many processes one after another, then a new one begins. */
const KILLS_PER_FILE = 25;

interface Killed {
  /** Writes acknowledged before the end. */
  acknowledged: number[];
  opened: boolean;
}

interface Kill {
  /** Wait for so many acknowledged writes; `null`: kill while it is still starting and opening the file. */
  afterWrites: number | null;
  /** And then so long, to hit the next write anywhere. */
  afterMs: number;
}

async function writeAndKill(
  writer: string,
  file: string,
  first: number,
  { afterWrites, afterMs }: Kill,
  cache: string,
): Promise<Killed> {
  const child = spawn(process.execPath, [writer, file, String(first)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache, NODE_OPTIONS: '' },
  });
  let output = '';
  let complaint = '';
  const ready = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<NodeJS.Signals | null>();
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (afterWrites !== null && output.split('\n').length - 2 >= afterWrites) ready.resolve();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  child.on('close', (_, signal) => {
    ended.resolve(signal);
    ready.resolve();
  });
  if (afterWrites !== null) await ready.promise;
  await delay(afterMs);
  child.kill('SIGKILL');
  const signal = await ended.promise;
  expect(signal, `the writer ended by itself: ${complaint}`).toBe('SIGKILL');
  // A line that was cut by the kill acknowledges nothing.
  const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
  return {
    acknowledged: lines.filter((line) => /^\d+$/.test(line)).map(Number),
    opened: output.startsWith('ready\n'),
  };
}

/** Writes found in the file, each with its number of rows. */
async function found(file: string): Promise<Map<number, number>> {
  const database = await openDatabase({ file });
  try {
    expect(verifyConnection(database.raw)).toEqual({ ok: true, integrity: ['ok'], foreignKeyBreaches: 0 });
    const rows = database.raw
      .prepare('select position, count(*) as rows from field group by position')
      .all() as {
      position: number;
      rows: number;
    }[];
    const audited = database.raw
      .prepare(`select count(*) from audit where procedure glob 'recovery.*'`)
      .pluck()
      .get();
    expect(audited).toBe(rows.reduce((sum, row) => sum + row.rows, 0));
    return new Map(rows.map((row) => [row.position, row.rows]));
  } finally {
    database.close();
  }
}

test(
  `${KILLS} killed writers lose nothing that was acknowledged and leave nothing half-written`,
  async () => {
    const folder = temporaryFolder();
    const cache = path.join(folder, 'cache');
    const writer = await bundled('recovery-writer');
    const seed = printedSeed('recovery');
    const random = seededRandom(seed);
    const plan = Array.from({ length: KILLS }, (): Kill =>
      random() < 0.1
        ? { afterWrites: null, afterMs: Math.floor(random() * 300) }
        : { afterWrites: Math.floor(random() * 8), afterMs: Math.floor(random() * 15) },
    );
    let acknowledged = 0;
    let opened = 0;
    async function lane(mine: Kill[], name: string): Promise<void> {
      let file = '';
      let known: number[] = [];
      for (const [index, kill] of mine.entries()) {
        if (index % KILLS_PER_FILE === 0) {
          if (file !== '') fs.rmSync(file, { force: true });
          file = path.join(folder, `${name}-${index}.sqlite`);
          await emptyFile(file);
          known = [];
        }
        // Every process numbers its writes anew, so that one that was lost cannot hide behind a later one.
        const killed = await writeAndKill(writer, file, (index + 1) * 100_000, kill, cache);
        known.push(...killed.acknowledged);
        acknowledged += killed.acknowledged.length;
        opened += killed.opened ? 1 : 0;
        const rows = await found(file);
        const lost = known.filter((number) => !rows.has(number));
        const half = [...rows].filter(([, count]) => count !== 3);
        expect({ lost, half, seed }, `kill ${index} of ${name}`).toEqual({ lost: [], half: [], seed });
      }
    }
    await Promise.all(
      Array.from({ length: AT_A_TIME }, (_, at) =>
        lane(
          plan.filter((_, index) => index % AT_A_TIME === at),
          `lane-${at}`,
        ),
      ),
    );
    // The measure means something only when the processes were killed while writing.
    expect(opened).toBeGreaterThan(KILLS * 0.8);
    expect(acknowledged).toBeGreaterThan(KILLS);
  },
  Math.max(240_000, KILLS * 1_500),
);
