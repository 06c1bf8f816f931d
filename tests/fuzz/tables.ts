/**
 * Throws damaged tables at what reads them: files of the corpus with bytes changed, cut out, doubled and mixed. Whatever
 * comes, the reader answers with rows or with a refusal that has a sentence; anything else is a fault and ends the run.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AppError } from '../../db/model/errors.ts';
import { ImportRegister, readRow } from '../../db/model/organisation-import.ts';
import { findHeader, isBlankRow, readHeadings } from '../../db/model/table.ts';
import { guessMapping } from '../../db/model/table-mapping.ts';
import { ERROR_MESSAGES } from '../../electron/backend/message-texts.ts';
import { readTable } from '../../electron/backend/read-table.ts';
import { randomFrom, type Random } from '../../db/model/seeded-random.ts';
import { CORPUS } from '../fixtures/table-corpus.ts';
import { TABLE_LISTS, TABLE_NAMES } from '../fixtures/table-lists.ts';

const HOSTILE = [
  '"',
  ';',
  '\r',
  '\n',
  '\u0000',
  '\uFEFF',
  'PK\u0003\u0004',
  '=1+1',
  "'",
  '\t',
  '<!DOCTYPE',
  '😀',
];

function damaged(random: Random, bytes: Buffer, other: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = (length: number): number => (length === 0 ? 0 : random.below(length));
  switch (random.below(6)) {
    case 0:
      for (let times = 0; times < 1 + random.below(20); times += 1)
        if (copy.length > 0) copy[at(copy.length)] = random.below(256);
      return copy;
    case 1:
      return copy.subarray(0, at(copy.length));
    case 2:
      return Buffer.concat([copy.subarray(0, at(copy.length)), copy.subarray(at(copy.length))]);
    case 3:
      return Buffer.concat([copy.subarray(0, at(copy.length)), other.subarray(at(other.length))]);
    case 4: {
      const place = at(copy.length);
      return Buffer.concat([
        copy.subarray(0, place),
        Buffer.from(random.pick(HOSTILE)),
        copy.subarray(place),
      ]);
    }
    default:
      return Buffer.from(Array.from({ length: random.below(400) }, () => random.below(256)));
  }
}

const rounds = Number(process.argv[2] ?? 5_000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const random = randomFrom(seed);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-fuzz-'));
const file = path.join(folder, 'table');
// The megabytes and the bombs take long and damage nothing new.
const samples = (await Promise.all(CORPUS.map(async ({ bytes }) => await bytes()))).filter(
  (bytes) => bytes.length < 50_000,
);
const counts = { read: 0, rows: 0, refused: new Map<string, number>() };
try {
  for (let round = 0; round < rounds; round += 1) {
    const bytes = damaged(random, random.pick(samples), random.pick(samples));
    fs.writeFileSync(file, bytes);
    try {
      const { rows } = await readTable(file, {});
      const isKnown = (heading: string): boolean => TABLE_NAMES.has(heading);
      const header = findHeader(rows, isKnown);
      if (header >= 0) {
        const { headings, firstRow } = readHeadings(rows, header, isKnown);
        const mapping = guessMapping(headings, TABLE_NAMES);
        const register = new ImportRegister();
        for (const [at, row] of rows.slice(firstRow).entries())
          if (!isBlankRow(row)) register.judge(at, readRow(row, mapping, TABLE_LISTS));
      }
      counts.read += 1;
      counts.rows += rows.length;
    } catch (error) {
      if (!(error instanceof AppError) || !(error.code in ERROR_MESSAGES)) {
        fs.copyFileSync(file, path.join(os.tmpdir(), `pykala-fuzz-${seed}-${round}`));
        console.error(`Round ${round} of seed ${seed}:`, error);
        process.exitCode = 1;
        break;
      }
      counts.refused.set(error.code, (counts.refused.get(error.code) ?? 0) + 1);
    }
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
console.log(`seed ${seed}: ${rounds} tables, ${counts.read} read (${counts.rows} rows)`);
for (const [code, count] of [...counts.refused].sort((a, b) => b[1] - a[1]))
  console.log(`  ${code} ${count}`);
