/** Importing a table as the window does it, step by step: open, check, decide, run, cancel, undo, report. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportSessionView } from '../../electron/backend/import-session.ts';
import { temporaryFolder } from '../fixtures/databases.ts';
import { ask, DESKS, openDesk, type Desk, type DeskKind } from '../fixtures/desk.ts';

const KINDS = Object.keys(DESKS) as DeskKind[];

interface Step {
  done: number;
  total: number;
  result: unknown;
}

let lastId = 0;
const began = (): string => `import-${++lastId}`;
const dataOf = (desk: Desk, id: string): Step[] =>
  desk.events.flatMap((event) => (event.kind === 'data' && event.id === id ? [event.data as Step] : []));

/** A subscription to its end; the error's code when it failed. */
async function follow<T>(
  desk: Desk,
  name: string,
  input: unknown,
  id = began(),
): Promise<{ result: T; steps: Step[]; error: string | null }> {
  const reply = await desk.request({ id, type: 'subscription', path: name, input });
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`);
  const end = () => desk.events.find((event) => event.kind === 'end' && event.id === id);
  await expect.poll(() => end() !== undefined, { timeout: 15_000 }).toBe(true);
  const last = end();
  const steps = dataOf(desk, id);
  return {
    result: steps.at(-1)?.result as T,
    steps,
    error: last?.kind === 'end' ? (last.error?.code ?? null) : null,
  };
}

async function opened(desk: Desk, folder: string, lines: readonly string[], name = 'lista.csv') {
  const file = path.join(folder, name);
  fs.writeFileSync(file, lines.join('\n'));
  desk.grant(name, file, 'read');
  return (await follow<ImportSessionView>(desk, 'imports.open', { grant: name })).result;
}

interface Summary {
  counts: Record<string, number>;
  undecided: number;
  isLarge: boolean;
}
const count = async (desk: Desk): Promise<number> =>
  (await ask<{ total: number }>(desk, 'query', 'organisations.list', { text: '' })).total;

const TABLE = [
  'Järjestö;Rek.nro;Sähköposti;Kunta',
  'Kylän Martat ry;990001;martat@posti.example;Joensuu',
  'Rannan seura ry;990002;seura@posti.example;Lieksa',
  'Väärä ry;990003;ei osoite;Atlantis',
  'Kylän martat;;uusi@posti.example;',
];

describe.each(KINDS)('%s', (kind) => {
  test('preview, check, decide, run, report and undo', async () => {
    const folder = temporaryFolder();
    const desk = await openDesk(kind, folder);
    await ask(desk, 'query', 'workspace.status');
    const session = await opened(desk, folder, TABLE);
    expect(session).toMatchObject({ kind: 'csv', delimiter: ';', rowCount: 4 });
    expect(session.mapping).toEqual(['nameFi', 'registerNumber', 'email', 'municipality']);
    const { id: sessionId, mapping } = session;
    const checked = await follow<Summary>(desk, 'imports.check', { sessionId, mapping });
    expect(checked.result.counts).toMatchObject({ new: 2, refused: 1, review: 1 });
    // Nothing has been written yet.
    expect(await count(desk)).toBe(0);
    const { rows } = await ask<{ rows: { line: number; problems: { message: string }[] }[] }>(
      desk,
      'query',
      'imports.rows',
      { sessionId, outcome: 'refused' },
    );
    expect(rows.map(({ line }) => line)).toEqual([4]);
    expect(rows[0]?.problems.map(({ message }) => message)).toContain('Kuntaa ei ole luokituksessa.');
    expect(
      await ask(desk, 'mutation', 'imports.decide', { sessionId, line: 5, decision: { kind: 'new' } }),
    ).toMatchObject({ counts: { new: 3 }, undecided: 0 });
    const done = await follow<{ counts: Record<string, number>; batchId: string }>(desk, 'imports.run', {
      sessionId,
    });
    expect(done.result.counts).toMatchObject({ new: 3, refused: 1 });
    expect(done.steps.at(-1)).toMatchObject({ done: 1, total: 1 });
    expect(await count(desk)).toBe(3);
    // The rows that were left out, with the reason, as a file that can be corrected and imported again.
    const target = path.join(folder, 'korjattavat.csv');
    desk.grant('left-out', target, 'write');
    expect(
      await ask(desk, 'mutation', 'imports.saveLeftOut', { sessionId, target: 'left-out' }),
    ).toMatchObject({
      count: 1,
    });
    expect(fs.readFileSync(target, 'utf8')).toContain('Väärä ry;990003;ei osoite;Atlantis;4;');
    expect((await follow(desk, 'imports.run', { sessionId })).error).toBe('IMPORT_CLOSED');
    const undone = await follow<{ keptCount: number }>(desk, 'imports.undo', { id: done.result.batchId });
    expect(undone.result.keptCount).toBe(0);
    expect(await count(desk)).toBe(0);
    expect(await ask(desk, 'query', 'imports.batches')).toMatchObject([
      { kind: 'import', title: 'lista.csv', counts: { new: 3 }, undoneAt: expect.any(String) as string },
    ]);
    expect((await follow(desk, 'imports.undo', { id: done.result.batchId })).error).toBe('BATCH_UNDONE');
  });

  test('an import lets reading in, has writes wait, leaves nothing when cancelled, and can be run again', async () => {
    const folder = temporaryFolder();
    const desk = await openDesk(kind, folder);
    await ask(desk, 'query', 'workspace.status');
    const lines = Array.from({ length: 6_000 }, (_, at) => `Seura numero ${at} ry;${100_000 + at}`);
    const { id: sessionId, mapping } = await opened(desk, folder, ['Nimi;Rekisterinumero', ...lines]);
    const checked = await follow<Summary>(desk, 'imports.check', { sessionId, mapping });
    expect(checked.result.counts).toMatchObject({ new: 6_000 });
    const id = began();
    await desk.request({ id, type: 'subscription', path: 'imports.run', input: { sessionId } });
    // In the middle: it has told how far it is, and is not done.
    await expect.poll(() => dataOf(desk, id).length, { timeout: 15_000 }).toBeGreaterThan(0);
    // A write waits for the end of the import, however that comes.
    let isWritten = false;
    const writing = ask(desk, 'mutation', 'organisations.create', { nameFi: 'Odottava seura ry' }).then(
      () => (isWritten = true),
    );
    // Reading is answered while it goes on; lists stay as they were until it is done.
    expect(await ask(desk, 'query', 'imports.rows', { sessionId, limit: 1 })).toMatchObject({ total: 6_000 });
    expect(await count(desk)).toBe(0);
    expect(await ask(desk, 'query', 'imports.batches')).toEqual([]);
    expect(dataOf(desk, id).every(({ result }) => result === null)).toBe(true);
    expect(isWritten).toBe(false);
    await desk.request({ id, type: 'stop', path: '', input: undefined });
    await writing;
    // What waited was written after the import had been rolled back, and not with it.
    expect(await count(desk)).toBe(1);
    expect(await ask(desk, 'query', 'imports.batches')).toEqual([]);
    expect(await ask(desk, 'query', 'search.query', { text: 'Seura numero' })).toEqual([]);
    expect((await follow(desk, 'imports.run', { sessionId })).error).toBe('IMPORT_STALE');
    await follow<Summary>(desk, 'imports.check', { sessionId, mapping });
    const again = await follow<{ counts: Record<string, number> }>(desk, 'imports.run', { sessionId });
    expect(again.result.counts).toMatchObject({ new: 6_000 });
    expect(await count(desk)).toBe(6_001);
  });
});
