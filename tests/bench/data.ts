/** Files for the benches: made once per run of `npm run bench`, deleted at its end. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeLargeSample } from './large-sample.ts';

/** A database with the sample board and so many organisations more. Copy it before anything writes to it. */
export async function largeSample(count: number): Promise<string> {
  const folder = process.env['PYKALA_BENCH_DATA'] ?? temporaryFolder();
  const file = path.join(folder, `${count}`, 'pykala.sqlite');
  if (!fs.existsSync(file)) await writeLargeSample(file, count);
  return file;
}

/** A folder that is gone when this process ends. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-bench-'));
  process.once('exit', () =>
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  );
  return folder;
}

/** A user-data folder of a desk that opens this database. */
export function deskFolder(database: string): string {
  const folder = temporaryFolder();
  fs.copyFileSync(database, path.join(folder, 'pykala.sqlite'));
  return folder;
}
