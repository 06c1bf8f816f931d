/** A real database file for a test, with the classification of 2026; removed afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { openDatabase, write, type OpenDatabase } from '../../db/core/open.ts';
import type { Database } from '../../db/core/schema.ts';
import { emptyFile, migratedFile } from '../fixtures/databases.ts';

export interface TestDatabase extends OpenDatabase {
  /** One write as the program does it: an IMMEDIATE transaction with an actor. */
  change<T>(work: (trx: Kysely<Database>) => Promise<T>): Promise<T>;
  /** Rows of a table. */
  count(table: string): number;
  remove(): void;
}

/** A new file; with `classified: false` without municipalities. */
export async function testDatabase({ classified = true } = {}): Promise<TestDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pykala-board-'));
  const file = path.join(folder, 'test.sqlite');
  await (classified ? emptyFile : migratedFile)(file);
  const opened = await openDatabase({ file });
  return {
    ...opened,
    change: (work) => write(opened, 'tester', 'test', work),
    count: (table) => opened.raw.prepare(`select count(*) from "${table}"`).pluck().get() as number,
    remove() {
      opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
