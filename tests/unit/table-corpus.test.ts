/** The ugly tables of the corpus: each is accepted, corrected or clearly refused, and no row of any is lost. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ImportRegister, readRow, type RowJudgement } from '../../db/model/organisation-import.ts';
import { findHeader, isBlankRow, readHeadings } from '../../db/model/table.ts';
import { guessMapping, mappingProblem } from '../../db/model/table-mapping.ts';
import { AppError } from '../../db/model/errors.ts';
import { ERROR_MESSAGES, FIELD_MESSAGES } from '../../electron/backend/message-texts.ts';
import { readTable } from '../../electron/backend/read-table.ts';
import { readTableFile } from '../../electron/backend/table-thread.ts';
import { CORPUS } from '../fixtures/table-corpus.ts';
import { TABLE_LISTS, TABLE_NAMES } from '../fixtures/table-lists.ts';

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-tables-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function judged(file: string): Promise<{ rows: RowJudgement[]; filled: number }> {
  const { rows } = await readTable(file, {});
  const isKnown = (heading: string): boolean => TABLE_NAMES.has(heading);
  const header = findHeader(rows, isKnown);
  if (header < 0 || rows.every(isBlankRow)) throw new AppError('TABLE_EMPTY');
  const { headings, firstRow } = readHeadings(rows, header, isKnown);
  const mapping = guessMapping(headings, TABLE_NAMES);
  const problem = mappingProblem(mapping);
  if (problem !== null) throw new AppError(problem);
  const register = new ImportRegister();
  const data = rows
    .map((row, at) => ({ row, at }))
    .filter(({ row, at }) => at >= firstRow && !isBlankRow(row));
  return {
    rows: data.map(({ row, at }) => register.judge(at + 1, readRow(row, mapping, TABLE_LISTS))),
    filled: data.length,
  };
}

test('the corpus is large, and no two cases have the same name', () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(40);
  expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length);
});

describe.each(CORPUS)('$name', ({ name, bytes, expected }) => {
  test('becomes what is expected', async () => {
    const file = path.join(folder, `${name}.csv`);
    fs.writeFileSync(file, await bytes());
    if ('refused' in expected) {
      await expect(judged(file)).rejects.toMatchObject({ code: expected.refused });
      expect(ERROR_MESSAGES).toHaveProperty(expected.refused);
      return;
    }
    const { rows, filled } = await judged(file);
    expect(rows).toHaveLength(filled);
    expect(rows.map((row) => [row.values.nameFi, row.outcome])).toEqual(expected.rows);
    const problems = rows.flatMap((row) => row.problems.map(({ code }) => code));
    expect(problems).toEqual(expected.problems ?? []);
    for (const code of problems) expect(FIELD_MESSAGES).toHaveProperty(code);
  });
});

test('values are corrected as they are read', async () => {
  const values = async (name: string) => {
    const one = CORPUS.find((entry) => entry.name === name)!;
    const file = path.join(folder, `${name}-values`);
    fs.writeFileSync(file, await one.bytes());
    return (await judged(file)).rows.map((row) => row.values);
  };
  expect(await values('leading-zeros')).toMatchObject([
    { municipalityCode: '090', postalCode: '00100' },
    { municipalityCode: '090', postalCode: '00100' },
  ]);
  expect(await values('dates')).toMatchObject(Array.from({ length: 3 }, () => ({ checkedOn: '2026-02-01' })));
  expect(await values('xlsx-typed')).toMatchObject([{ municipalityCode: '090', checkedOn: '2026-02-01' }]);
  expect(await values('xlsx-1904')).toMatchObject([{ checkedOn: '2026-02-01' }]);
  expect(await values('merged-headings')).toMatchObject([
    { streetAddress: 'Tie 1', postalCode: '80100', postOffice: 'Joensuu' },
  ]);
  expect(await values('xlsx-formula')).toMatchObject([{ nameFi: 'A ry', notes: '2' }]);
  expect(await values('quotes')).toMatchObject([{ notes: 'rivi\nkaksi; kolme' }]);
});

describe('the thread that reads', () => {
  test('gives the same rows as reading here, and typed refusals', async () => {
    for (const name of ['windows-1252', 'xlsx', 'xlsx-bomb', 'quote-never-closed']) {
      const one = CORPUS.find((entry) => entry.name === name)!;
      const file = path.join(folder, `${name}.thread`);
      fs.writeFileSync(file, await one.bytes());
      if ('refused' in one.expected)
        await expect(readTableFile(file, {})).rejects.toMatchObject({ code: one.expected.refused });
      else expect(await readTableFile(file, {})).toEqual(await readTable(file, {}));
    }
  });

  test('is ended when it takes too long or is given up', async () => {
    const file = path.join(folder, 'slow.csv');
    fs.writeFileSync(file, 'Nimi\nA ry\n');
    await expect(readTableFile(file, {}, { timeoutMs: 0 })).rejects.toMatchObject({ code: 'TABLE_TIMEOUT' });
    const giveUp = new AbortController();
    giveUp.abort();
    await expect(readTableFile(file, {}, { signal: giveUp.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});
