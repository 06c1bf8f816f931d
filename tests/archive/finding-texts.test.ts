/** Every finding that the reading of a bag can give has a sentence, and no sentence is without a finding. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BAG_SENTENCES, findingText } from '../../electron/archive/finding-texts.ts';

test('every finding has a sentence in three languages, and none is left over', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const codes = ['db/model/bagit.ts', 'electron/archive/open-bag.ts', 'electron/archive/verify.ts'].flatMap(
    (file) =>
      [...fs.readFileSync(path.join(root, file), 'utf8').matchAll(/'(BAG_[A-Z0-9_]+)'/g)].map(
        ([, code]) => code!,
      ),
  );
  expect(new Set(codes)).toEqual(new Set(Object.keys(BAG_SENTENCES)));
  for (const sentence of Object.values(BAG_SENTENCES))
    expect(Object.values(sentence).every((text) => text !== '')).toBe(true);
});

test('the places of a sentence are filled', () => {
  expect(
    findingText(
      {
        code: 'BAG_FILE_ALTERED',
        severity: 'error',
        subject: 'data/x',
        details: { manifest: 'manifest-sha512.txt' },
      },
      'fi',
    ),
  ).toBe('sisältö on muuttunut: tarkistussumma ei täsmää luetteloon manifest-sha512.txt');
});
