/** Findings of the check in words: every code that the sources give has a sentence in each language. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FINDING_CODES, findingWords } from '../../db/model/finding-words.ts';
import { LANGUAGES } from '../../db/model/language.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Where findings are made, and where the kinds of problems that become findings are listed. */
const CHECKS = [
  'db/model/check-meeting.ts',
  'db/model/numbering.ts',
  'db/features/check.ts',
  'db/features/effect-check.ts',
  'db/features/examination-check.ts',
  'db/features/files.ts',
  'db/features/issued.ts',
  'db/features/item-examination.ts',
  'db/features/mentions.ts',
  'db/features/phrase-sets.ts',
  'db/features/record-check.ts',
  'db/features/snapshots.ts',
];
const PROBLEMS = ['db/model/voting.ts', 'db/model/decision.ts'];

function codes(): Set<string> {
  const found = new Set<string>();
  const collect = (text: string, pattern: RegExp): void => {
    for (const [, code] of text.matchAll(pattern)) found.add(code!);
  };
  for (const file of CHECKS)
    collect(
      readFileSync(path.join(root, file), 'utf8'),
      /(?:code: |\b(?:add|finding|problems\.add)\(\s*)'([a-z_]+)'/g,
    );
  for (const file of PROBLEMS)
    for (const [, union] of readFileSync(path.join(root, file), 'utf8').matchAll(
      /type (?:Vote|Decision)Problem =([^;]+);/g,
    ))
      collect(union!, /'([a-z_]+)'/g);
  return found;
}

test('every code of the check has a sentence of its own in fi, sv and en', () => {
  const found = codes();
  expect(found.size).toBeGreaterThan(60);
  expect([...found].filter((code) => !FINDING_CODES.has(code))).toEqual([]);
  for (const language of LANGUAGES) {
    const sentences = [...FINDING_CODES].map(
      (code) => findingWords({ code, subject: 'database' }, language).sentence,
    );
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect(new Set(sentences).size).toBe(sentences.length);
  }
});

test.each([
  ['meeting 3/2026 § 30', 'kokous 3/2026 § 30', 'möte 3/2026 § 30'],
  ['meeting 3/2026 item 4', 'kokous 3/2026 asia 4', 'möte 3/2026 ärende 4'],
  ['file 0a1b2c3d4e5f', 'tiedosto 0a1b2c3d4e5f', 'fil 0a1b2c3d4e5f'],
  ['database', 'tietokanta', 'databas'],
  ['Rural database ry', 'Rural database ry', 'Rural database ry'],
])('%s is told in words', (subject, fi, sv) => {
  expect(findingWords({ code: 'integrity', subject }, 'fi').subject).toBe(fi);
  expect(findingWords({ code: 'integrity', subject }, 'sv').subject).toBe(sv);
});

test('a code that has no words is given as it is', () => {
  expect(findingWords({ code: 'something_new', subject: 'x' }, 'en').sentence).toBe('something_new');
});
