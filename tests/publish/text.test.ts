/** Minutes as plain text and JSON. */
import { expect, test } from 'vitest';
import { toJson } from '../../electron/publish/json.ts';
import { toText } from '../../electron/publish/text.ts';
import { widthOf, wrap } from '../../electron/publish/text-lines.ts';
import { fixtureDocument } from './fixture-document.ts';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const text = decode(toText(fixtureDocument()).bytes);
const lines = text.split('\n');

/** Every string that is printed, with the number of each block's words. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ['type', 'href', 'kind'].includes(key) ? [] : stringsOf(inner),
  );
}

test('no line is longer than 80 characters or ends in a space', () => {
  for (const line of lines) {
    expect(widthOf(line), line).toBeLessThanOrEqual(80);
    expect(line).toBe(line.trimEnd());
  }
  expect(text.endsWith('\n')).toBe(true);
});

test('identifiers first, side headings at the margin, texts beside them', () => {
  expect(lines[0]).toBe('Malli-JANE – järjestöasiain               Pöytäkirja 3/2026');
  expect(text).toContain(`${'Päätös'.padEnd(24)}Hyväksyttiin ehdotuksen mukaan.`);
  expect(text).toContain(`${'30 §'.padEnd(24)}Maakunnallisen järjestöfoorumin 2026 ajankohta ja paikka`);
});

test('tables are aligned under their header', () => {
  const head = lines.find((line) => /^ +Äänestäjä +Ääni$/.test(line))!;
  const row = lines.find((line) => /^ +J13 Metsä-Heikki/.test(line))!;
  expect(row.indexOf('TYHJÄ')).toBe(head.indexOf('Ääni', head.indexOf('Äänestäjä') + 1));
});

test('every word of the document is there', () => {
  const words = new Set(text.split(/\s+/));
  const { title: _, language: __, keywords: ___, identification, blocks } = fixtureDocument();
  const { isoDate: ____, ...shown } = identification;
  for (const printed of stringsOf([shown, blocks])) {
    for (const word of printed.split(/\s+/).filter(Boolean)) {
      // A mark ends one run of text and begins the next without a space between them.
      if (!words.has(word)) expect(text, word).toContain(word);
    }
  }
});

test('characters are replaced as in the PDF', () => {
  const document = fixtureDocument();
  document.identification.organisation = 'Järjestö 😀\u0000';
  const { bytes, replaced } = toText(document);
  expect(decode(bytes)).toContain('Järjestö [U+1F600][U+0000]');
  expect(replaced).toEqual([
    { character: '😀', count: 1 },
    { character: '\u0000', count: 1 },
  ]);
});

test('long runs are cut, what belongs together is not', () => {
  expect(wrap('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
  expect(wrap('kokous alkoi klo 13.00', 18)).toEqual(['kokous alkoi', 'klo 13.00']);
});

test('JSON: the same document in another order of keys gives the same bytes', () => {
  expect(decode(toJson({ b: [{ d: 1, c: null }], a: 'ä' }))).toBe(
    decode(toJson({ a: 'ä', b: [{ c: null, d: 1 }] })),
  );
  expect(JSON.parse(decode(toJson(fixtureDocument())))).toEqual(fixtureDocument());
});
