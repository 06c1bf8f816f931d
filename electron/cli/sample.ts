/** `pykala sample --size small|large --out FILE`: the sample board, or a large one, as a database of its own. */
import fs from 'node:fs';
import path from 'node:path';
import { openDatabase, write } from '../../db/core/open.ts';
import { importClassification } from '../../db/features/classification.ts';
import { AppError } from '../../db/model/errors.ts';
import { FROZEN_AT, importSample, writeLargeSample } from '../backend/sample-board.ts';
import { makeFolder } from '../backend/write-file.ts';
import type { Tools } from './commands.ts';

/** @throws AppError SAMPLE_TARGET_TAKEN: a database that is there is never written into */
export async function makeSample(
  tools: Tools,
  options: { size: 'small' | 'large'; seed: number; out: string },
): Promise<number> {
  const { size, seed, out } = options;
  if (fs.existsSync(out)) throw new AppError('SAMPLE_TARGET_TAKEN', { file: path.basename(out) });
  const started = performance.now();
  await makeFolder(path.dirname(out));
  try {
    if (size === 'large') await writeLargeSample(out, tools.resources, { seed });
    else {
      const database = await openDatabase({ file: out });
      try {
        await write(database, 'pykala', 'cli.sample', async (trx) => {
          await importClassification(trx, tools.resources.classification());
          await importSample(trx, tools.resources, 'pykala', FROZEN_AT);
        });
      } finally {
        database.close();
      }
    }
  } catch (error) {
    for (const ending of ['', '-wal', '-shm']) fs.rmSync(out + ending, { force: true });
    throw error;
  }
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  const bytes = fs.statSync(out).size;
  tools.out(
    tools.json
      ? `${JSON.stringify({ file: out, size, seed, bytes, seconds }, null, 2)}\n`
      : `${out}\n${seconds} s\n`,
  );
  return 0;
}
