/** The large sample: the same rows for the same seed, others for another, and nothing wrong with them. */
import path from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDatabase } from '../../db/core/open.ts';
import { checkEverything } from '../../db/features/check.ts';
import { writeLargeSample } from '../../electron/backend/sample-board.ts';
import { resources, temporaryFolder } from '../fixtures/databases.ts';

const SIZE = { organisations: 40, years: 2, actions: 12, municipalities: 4 };

/** Every row of every table, in the order of the rows themselves. */
function dump(file: string): Record<string, unknown[]> {
  const raw = new SQLite(file, { readonly: true });
  const tables = raw
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[];
  const rows = Object.fromEntries(
    tables.map((name) => [
      name,
      (raw.prepare(`select * from "${name}"`).raw().all() as unknown[][])
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
  raw.close();
  return rows;
}

test(
  'two runs of a seed give the same dump, another seed another one, and check finds no error',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    const made = async (name: string, seed: number): Promise<Record<string, unknown[]>> => {
      const file = path.join(folder, name);
      await writeLargeSample(file, resources, { size: SIZE, seed });
      return dump(file);
    };
    const first = await made('a.sqlite', 1);
    expect(await made('b.sqlite', 1)).toEqual(first);
    const other = await made('c.sqlite', 2);
    expect(other['organisation']).not.toEqual(first['organisation']);
    expect(first['volunteer_action']).toHaveLength(SIZE.actions);
    // Eight meetings a year, all with examined minutes, beside the five of the sample.
    expect(first['meeting']).toHaveLength(SIZE.years * 8 + 5);
    expect(first['minutes_snapshot']).toHaveLength(SIZE.years * 8 + 2);
    // The work of every capability is in it, with counts on the paths.
    for (const table of [
      'inclusion_entry',
      'path_count',
      'agreement',
      'project',
      'cooperation_case',
      'bulletin_text',
      'network_member',
      'contact_role_holder',
      'delivery',
      'practice_stage',
      'practice_training',
      'volunteer_action_note',
      'survey_count',
      'survey_text',
      'community_forum',
      'forum_event',
      'volunteer_action_decision',
      'practice_action',
      'agreement_practice',
      'project_action',
      'inclusion_action',
      'inclusion_decision',
      'inclusion_indicator',
      'case_link',
      'survey_link',
    ])
      expect(first[table], table).not.toEqual([]);
    expect(first['communication_entry']).toHaveLength((SIZE.years + 1) * 24);
    expect(first['audit']).toEqual([]);
    const database = await openDatabase({ file: path.join(folder, 'a.sqlite') });
    const findings = await checkEverything(database);
    database.close();
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);
