/** `pykala export board` and `pykala import minutes`: out and in again; proposed first, accepted only by a yes. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { pykala } from '../fixtures/pykala.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

const OLD = path.resolve(import.meta.dirname, '../fixtures/old-minutes/01-edustajainkokous.txt');

interface Answer {
  written: boolean;
  state: string | null;
  proposal: { items: unknown[]; heldOn: { value: string } | null };
}

test('a board goes out and comes into an empty database', async () => {
  const { file } = await sampleFile();
  const folder = path.dirname(file);
  const out = path.join(folder, 'vienti.json');
  expect(await pykala(['export', 'board', '--db', file, '--out', out])).toMatchObject({ code: 0, error: '' });
  const empty = path.join(folder, 'uusi.sqlite');
  expect(await pykala(['import', 'scenario', out, '--db', empty])).toMatchObject({ code: 0, error: '' });
  expect((await pykala(['export', 'board', '--db', file, '--out', out, '--board', 'Olematon'])).code).toBe(2);
}, 60_000);

test('old minutes are proposed, kept for review, and accepted only when told so', async () => {
  const { file } = await sampleFile();
  const run = (...more: string[]) => pykala(['import', 'minutes', OLD, '--db', file, '--json', ...more]);
  const dry = JSON.parse((await run('--dry-run')).out) as Answer;
  expect(dry).toMatchObject({ written: false, state: null });
  expect(dry.proposal.items.length).toBe(5);
  expect(JSON.parse((await run()).out)).toMatchObject({ written: true, state: 'review' });
  // The same file is kept once, and accepted by a word alone.
  const accepted = await run('--accept');
  expect(accepted.error).toBe('');
  expect(JSON.parse(accepted.out)).toMatchObject({ written: true, state: 'accepted' });
  expect((await pykala(['import', 'minutes', '/ei/ole.pdf', '--db', file])).code).toBe(2);
}, 60_000);
