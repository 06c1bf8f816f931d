/** What a ComboBox offers while an answer is under way. */
import { expect, test } from 'vitest';
import { optionsFor } from '../../../renderer/ui/ComboBox.tsx';

const option = (label: string, detail?: string) => ({ id: label, label, detail });
const first = [option('Joensuun Martat'), option('Kiteen Martat'), option('Aallotar', 'Joensuu')];

test('an answer to another question is narrowed to what is typed now', () => {
  const labels = (wanted: string): string[] =>
    optionsFor({ query: '', options: first }, wanted).map(({ label }) => label);
  expect(labels('')).toEqual(['Joensuun Martat', 'Kiteen Martat', 'Aallotar']);
  expect(labels('JOENSUU')).toEqual(['Joensuun Martat', 'Aallotar']);
  expect(labels('nurmes')).toEqual([]);
});

test('the answer to what is typed is shown whole, whatever its words', () => {
  expect(optionsFor({ query: '0215839-7', options: first }, '0215839-7')).toEqual(first);
  expect(optionsFor({ query: null, options: [] }, 'a')).toEqual([]);
});
