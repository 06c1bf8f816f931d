/** `pykala show clock`: in words and as JSON. */
import { expect, test } from 'vitest';
import { openDatabase, write } from '../../db/core/open.ts';
import { addSampleClocks } from '../../db/features/sample-clocks.ts';
import { resources } from '../fixtures/databases.ts';
import { pykala } from '../fixtures/pykala.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

interface Answer {
  clocks: {
    owner: { kind: string; name: string };
    tasks: { title: string; dueOn: string; uncertain: boolean }[];
  }[];
  clashes: { kind: string; lines: string[] }[];
}

test('clocks, their tasks and clashes; exit 1 where there is none', async () => {
  const { file, boardId } = await sampleFile();
  expect((await pykala(['show', 'clock', '--db', file])).code).toBe(1);
  const database = await openDatabase({ file });
  await write(database, 'testi', 'test.clocks', (trx) => addSampleClocks(trx, boardId, resources));
  database.close();
  const { code, out, error } = await pykala(['show', 'clock', '--db', file, '--json']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  const { clocks, clashes } = JSON.parse(out) as Answer;
  expect(clocks.map((clock) => clock.owner.kind)).toContain('region');
  const approval = clocks
    .flatMap((clock) => clock.tasks)
    .find((task) => task.title.startsWith('Laaja hv-kertomus') && task.dueOn === '2026-05-31');
  expect(approval).toMatchObject({ uncertain: false });
  expect(clashes.find((clash) => clash.kind === 'order')?.lines.join(' ')).toContain('Joensuu');
  const words = await pykala(['show', 'clock', '--db', file, '--language', 'sv']);
  expect(words.out).toContain('I fel ordning');
  expect((await pykala(['show', 'clock', '--db', file, '--board', 'Olematon'])).code).toBe(2);
});
