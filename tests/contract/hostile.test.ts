/** Whatever the window sends: every procedure checks its input, none falls over, none writes half. */
import SQLite from 'better-sqlite3';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { appRouter } from '../../electron/backend/router.ts';
import { ERROR_MESSAGES } from '../../electron/backend/message-texts.ts';
import { temporaryFolder } from '../fixtures/databases.ts';
import { ask, openDesk, type Desk } from '../fixtures/desk.ts';
import { printedSeed } from '../fixtures/random.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

type Definition = { type: 'query' | 'mutation' | 'subscription'; inputs: unknown[] };
const PROCEDURES = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: Definition }>,
).map(([name, { _def }]) => ({ name, type: _def.type, takesInput: _def.inputs.length > 0 }));
/** These change which file is open; workspace.test.ts is about them. */
const SWITCHING = /^workspace\.(openOwn|openSample|resetSample|startEmpty|restore)$/;
/** Take no input, so that there is nothing to check. */
const WITHOUT_INPUT = [
  'archive.choices',
  'archive.imported',
  'archive.made',
  'archive.terms',
  'boards.list',
  'changes.watch',
  'classifications.fields',
  'classifications.municipalities',
  'classifications.prhClasses',
  'classifications.regions',
  'classifications.year',
  'clocks.templates',
  'imports.batches',
  'imports.presets',
  'mail.settings',
  'organisationViews.list',
  'organisations.filterLists',
  'privacy.consents',
  'privacy.due',
  'privacy.erasures',
  'privacy.logTables',
  'privacy.settings',
  'register.contactRoles',
  'register.networks',
  'register.tags',
  'retention.proposals',
  'retention.rules',
  'workspace.backups',
  'workspace.openOwn',
  'workspace.openSample',
  'workspace.resetSample',
  'workspace.startEmpty',
  'workspace.status',
];

test('every procedure checks its input, but for those that take none', () => {
  expect(PROCEDURES.length).toBeGreaterThan(60);
  expect(
    PROCEDURES.filter((one) => !one.takesInput)
      .map((one) => one.name)
      .sort(),
  ).toEqual(WITHOUT_INPUT);
});

async function prepared(): Promise<{
  desk: Desk;
  counts: () => Record<string, number>;
  ids: string[];
  close(): Promise<void>;
}> {
  const folder = temporaryFolder();
  const { file, boardId, meetings } = await sampleFile(folder, 'pykala.sqlite');
  const desk = await openDesk('in process', folder);
  const { items, attendance } = await ask<{
    items: { id: string }[];
    attendance: { person: { id: string } }[];
  }>(desk, 'query', 'meetings.get', {
    meetingId: meetings['3/2026'],
  });
  const ids = [
    boardId,
    ...Object.values(meetings),
    ...items.map((item) => item.id),
    ...attendance.slice(0, 5).map((row) => row.person.id),
  ];
  const copy = path.join(folder, 'counted.sqlite');
  const counts = (): Record<string, number> => {
    const raw = new SQLite(copy, { readonly: true });
    const tables = raw
      .prepare(
        `select name from sqlite_schema where type = 'table' and name not like 'search_%' and name not like 'sqlite_%'`,
      )
      .pluck()
      .all() as string[];
    const result = Object.fromEntries(
      tables.map((table) => [table, raw.prepare(`select count(*) from "${table}"`).pluck().get() as number]),
    );
    raw.close();
    return result;
  };
  const { copyFileSync } = await import('node:fs');
  return {
    desk,
    ids,
    counts: () => {
      copyFileSync(file, copy);
      return counts();
    },
    close: () => desk.close(),
  };
}

/** JSON of any shape, with the ids, dates and names that come nearest to being right. */
function hostile(ids: readonly string[]): fc.Arbitrary<unknown> {
  const value = fc.oneof(
    fc.constantFrom<unknown>(
      ...ids,
      crypto.randomUUID(),
      '2026-05-19',
      '2026-02-31',
      '25:99',
      '13:00',
      'fi',
      '',
      ' ',
      null,
      true,
      0,
      -1,
      1.5,
      1e308,
      NaN,
    ),
    fc.constantFrom<unknown>(
      '__proto__',
      "'; drop table meeting; --",
      '\u0000',
      '\uD800',
      'x'.repeat(5_000),
      'decision',
      'aye',
      'member',
      'arrive',
    ),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const keys = fc.constantFrom(
    'id',
    'meetingId',
    'itemId',
    'boardId',
    'personId',
    'values',
    'change',
    'version',
    'item',
    'task',
    'meeting',
    'text',
    'limit',
    'offset',
    'type',
    'language',
    'format',
    'target',
    'name',
    'title',
    'kind',
    'position',
    'time',
    'event',
    'date',
    'heldOn',
    'rules',
    'seats',
    'term',
    'board',
    'template',
  );
  return fc.oneof(
    value,
    fc.dictionary(keys, fc.oneof(value, fc.dictionary(keys, value, { maxKeys: 6 })), { maxKeys: 8 }),
    fc.array(value, { maxLength: 3 }),
  );
}

test('no input makes a procedure fall over, or shows its insides', async () => {
  const { desk, ids } = await prepared();
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const seed = printedSeed('hostile');
  const runs = Number(process.env['PYKALA_RUNS'] ?? 40);
  const procedures = PROCEDURES.filter(
    (one) => one.type !== 'subscription' && !SWITCHING.test(one.name) && one.takesInput,
  );
  let refusals = 0;
  for (const { name, type } of procedures)
    await fc.assert(
      fc.asyncProperty(hostile(ids), async (input) => {
        const reply = await desk.request({ id: 'x', type: type as 'query', path: name, input });
        if (reply.ok) return;
        refusals += 1;
        const { code, message } = reply.error;
        expect(`${name}: ${code}`).not.toBe(`${name}: INTERNAL`);
        expect(Object.keys(ERROR_MESSAGES)).toContain(code.toUpperCase());
        expect(message).not.toMatch(/\n|\{\w+\}|SQLITE|\bat .*:\d+:\d+|Error:/);
        for (const sentence of Object.values(reply.error.fields ?? {}))
          expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      }),
      { seed, numRuns: runs },
    );
  expect(refusals).toBeGreaterThan(procedures.length * runs * 0.5);
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
  expect(await ask(desk, 'query', 'workspace.status')).toMatchObject({ error: null });
}, 120_000);

test('a refused write leaves every table as it was', async () => {
  const { desk, counts, ids, close } = await prepared();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  let succeeded = 0;
  const seed = printedSeed('hostile writes');
  // Missing required keys at every level: refused by the schema, so nothing may be written.
  const incomplete = fc.dictionary(
    fc.constantFrom('id', 'itemId', 'meetingId', 'text'),
    fc.constantFrom<unknown>(...ids, '', 7),
    { maxKeys: 2 },
  );
  for (const { name, type } of PROCEDURES.filter(
    (one) => one.type === 'mutation' && !SWITCHING.test(one.name),
  ))
    await fc.assert(
      fc.asyncProperty(incomplete, async (input) => {
        const reply = await desk.request({
          id: 'x',
          type: type as 'mutation',
          path: name,
          input: { ...input, id: undefined, itemId: undefined, meetingId: undefined },
        });
        if (reply.ok) succeeded += 1;
      }),
      { seed, numRuns: 10 },
    );
  vi.restoreAllMocks();
  expect(succeeded).toBe(0);
  await close();
  const before = (await prepared()).counts();
  expect(counts()).toEqual(before);
}, 120_000);
