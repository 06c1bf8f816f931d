/** How stored values are told to people: the log of changes and the report about a person. */
import { expect, test } from 'vitest';
import { columnWord, valueWord } from '../../db/model/data-words.ts';

test.each([
  ['created_at', '2026-05-19T10:00:00.000Z', '19.5.2026 13.00'],
  ['created_at', '2026-12-31T22:30:00Z', '1.1.2027 00.30'],
  ['held_on', '2026-05-19', '19.5.2026'],
  ['excused', '0', 'ei'],
  ['excused', '1', 'kyllä'],
  ['number', '1', '1'],
  ['title', '2026-05-19T10:00 alkaen', '2026-05-19T10:00 alkaen'],
])('%s: %s', (column, value, words) => {
  expect(valueWord(column, value, 'fi')).toBe(words);
});

test('an earlier deadline has its name in every language', () => {
  expect((['fi', 'sv', 'en'] as const).map((language) => columnWord('old_due_on', language))).toEqual([
    'Entinen määräaika',
    'Tidigare tidsfrist',
    'Earlier deadline',
  ]);
});
