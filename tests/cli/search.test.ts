/** `pykala search`: what it prints, in words and as JSON, and its exit codes. */
import { expect, test } from 'vitest';
import { pykala } from '../fixtures/pykala.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

interface Answer {
  total: number;
  items: { meeting: string; section: number; title: string; words: string[] }[];
}

test('an inflected word is found; JSON alone on the output', async () => {
  const { file } = await sampleFile();
  const { code, out, error } = await pykala([
    'search',
    'järjestöfoorumi',
    '--db',
    file,
    '--minutes',
    '--json',
  ]);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  const { items } = JSON.parse(out) as Answer;
  const forum = items.find(({ meeting, section }) => meeting === '3/2026' && section === 30);
  expect(forum?.title).toBe('Maakunnallisen järjestöfoorumin 2026 ajankohta ja paikka');
  expect(forum?.words.map((word) => word.toLowerCase())).toContain('järjestöfoorumin');
  const words = await pykala(['search', 'järjestöfoorumi', '--db', file, '--minutes', '--year', '2026']);
  expect(words.code).toBe(0);
  expect(words.out).toContain('3/2026 § 30  Maakunnallisen järjestöfoorumin 2026 ajankohta ja paikka');
});

interface Whole {
  total: number;
  hits: {
    kind: string;
    title: string;
    board: string | null;
    meeting: string | null;
    section: number | null;
  }[];
}

test('the whole file is searched, each hit with its kind and place', async () => {
  const { file } = await sampleFile();
  const whole = async (...words: string[]): Promise<Whole> =>
    JSON.parse((await pykala(['search', ...words, '--db', file, '--json'])).out) as Whole;
  const forum = await whole('järjestöfoorumi');
  expect(forum.hits).toContainEqual(
    expect.objectContaining({
      kind: 'item',
      title: 'Maakunnallisen järjestöfoorumin 2026 ajankohta ja paikka',
      board: 'Malli-JANE',
      meeting: '3/2026',
      section: 30,
    }),
  );
  expect(forum.hits.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['item', 'task']));
  expect((await whole('martat')).hits.map(({ kind }) => kind)).toContain('organisation');
  expect((await whole('järjestöfoorumi', '--year', '1999')).total).toBe(0);
  const words = await pykala(['search', 'järjestöfoorumi', '--db', file]);
  expect(words.out).toContain('Asia  Maakunnallisen järjestöfoorumin 2026 ajankohta ja paikka (');
});

test('nothing found is exit 1, wrong use exit 2', { timeout: 60_000 }, async () => {
  const { file } = await sampleFile();
  expect((await pykala(['search', 'järjestöfoorumi', '--db', file, '--year', '1999'])).code).toBe(1);
  expect(JSON.parse((await pykala(['search', 'olematonta', '--db', file, '--json'])).out)).toEqual({
    total: 0,
    more: false,
    hits: [],
  });
  expect(
    JSON.parse((await pykala(['search', 'olematonta', '--db', file, '--minutes', '--json'])).out),
  ).toEqual({
    total: 0,
    items: [],
    imported: [],
  });
  for (const wrong of [
    ['search', '--db', file],
    ['search', 'sana'],
    ['search', 'sana', '--db', file, '--year', 'x'],
    ['search', 'sana', '--db', file, '--board', 'Olematon'],
  ])
    expect((await pykala(wrong)).code).toBe(2);
});
