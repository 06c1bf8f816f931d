/** Text in HTML and XML: nothing of it is taken for markup, and it reads back as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkup, xmlText } from '../../db/model/escape-markup.ts';

const LETTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const readBack = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => LETTERS[name]!);

test('whatever is written reads back, and no letter of markup is left', () => {
  const text = fc.string({ unit: fc.constantFrom('&', '<', '>', '"', "'", 'amp;', 'ä', ' ') });
  fc.assert(
    fc.property(text, (one) => {
      const escaped = escapeMarkup(one);
      expect(escaped).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot);)/);
      expect(readBack(escaped)).toBe(one);
    }),
    { numRuns: 100 },
  );
});

test('XML gets no character that it cannot hold', () => {
  expect(xmlText('Järjestö\u0000 \u0007<A & "B">\ttoinen\nrivi\ufffe\ud800')).toBe(
    'Järjestö &lt;A &amp; &quot;B&quot;&gt;\ttoinen\nrivi\ufffd',
  );
});
