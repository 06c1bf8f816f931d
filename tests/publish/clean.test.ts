/** What becomes of characters before a document is laid out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCharacterMap } from '../../electron/publish/character-map.ts';
import { cleanDocument, cleanText, type Replacements } from '../../electron/publish/clean.ts';
import { coverageOf, loadFonts } from '../../electron/publish/fonts.ts';
import { bound } from '../../db/model/no-break.ts';
import { breakable } from '../../electron/publish/line-breaks.ts';

const { coverage } = loadFonts();

describe('cleanText', () => {
  test('composes letters', () => {
    expect(cleanText('A\u030akerblom, pa\u0308a\u0308to\u0308s', coverage)).toBe('Åkerblom, päätös');
  });

  test('has line feeds as the only line breaks', () => {
    expect(cleanText('a\r\nb\rc\u2028d\u2029e\u0085f\tg', coverage)).toBe('a\nb\nc\nd\ne\nf g');
  });

  test('leaves out what shows nothing, without a count', () => {
    const replaced: Replacements = new Map();
    expect(cleanText('\ufeffpää\u00adtös\u200b ❤\ufe0f', coverage, replaced)).toBe('päätös ❤');
    expect(replaced.size).toBe(0);
  });

  test('keeps the joiners that Arabic writing needs', () => {
    expect(cleanText('می\u200cخواهم', coverage)).toBe('می\u200cخواهم');
    expect(cleanText('ab\u200ccd', coverage)).toBe('abcd');
  });

  test('replaces by code and counts in order of appearance', () => {
    const replaced: Replacements = new Map();
    expect(cleanText('会😀会', coverage, replaced)).toBe('[U+4F1A][U+1F600][U+4F1A]');
    expect([...replaced]).toEqual([
      ['会', 2],
      ['😀', 1],
    ]);
  });

  test('keeps a letter whose mark has no glyph', () => {
    expect(cleanText('a\u0fb5', coverage)).toBe('a[U+0FB5]');
  });

  test('takes a cluster only from one family', () => {
    const halves = coverageOf([new Set([0x61]), new Set([0x323])]);
    expect(cleanText('a\u0323\u00e9', halves)).toBe('[U+1EA1][U+00E9]');
    expect(cleanText('q\u0323', coverageOf([new Set([0x71]), new Set([0x323])]))).toBe('q[U+0323]');
  });

  test('cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = cleanText(text, coverage);
        expect(cleanText(once, coverage)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('cleanDocument changes every string but link targets', () => {
  const replaced: Replacements = new Map();
  const document = { a: ['😀', { b: 'x', href: 'https://example.org/😀' }], n: 1, nothing: null };
  expect(cleanDocument(document, coverage, replaced)).toEqual({
    a: ['[U+1F600]', { b: 'x', href: 'https://example.org/😀' }],
    n: 1,
    nothing: null,
  });
  expect(replaced).toEqual(new Map([['😀', 1]]));
});

describe('the character map of a font', () => {
  /** A font file that consists of a cmap with one subtable. */
  function fontWith(subtable: number[], encoding: number): Buffer {
    const words = (...values: number[]) => values.flatMap((value) => [value >> 8, value & 255]);
    const directory = [...words(0, 1, 1, 0, 0, 0), ...Buffer.from('cmap'), ...words(0, 0, 0, 28, 0, 0)];
    return Buffer.from([...directory, ...words(0, 1, 3, encoding, 0, 12), ...words(...subtable)]);
  }

  test('format 4: deltas, glyph arrays and missing glyphs', () => {
    // Three segments: 0x41–0x43 by delta; 0x61–0x63 by array, the second missing; the closing one.
    const segments = [
      4, 0, 0, 6, 0, 0, 0, 0x43, 0x63, 0xffff, 0, 0x41, 0x61, 0xffff, 0, 0, 1, 0, 4, 0, 7, 0, 9,
    ];
    expect([...readCharacterMap(fontWith(segments, 1))]).toEqual([0x41, 0x42, 0x43, 0x61, 0x63]);
  });

  test('format 12: groups beyond the basic plane', () => {
    const groups = [12, 0, 0, 40, 0, 0, 0, 2, 0, 0x20, 0, 0x21, 0, 1, 1, 0xf600, 1, 0xf601, 0, 3];
    expect([...readCharacterMap(fontWith(groups, 10))]).toEqual([0x20, 0x21, 0x1f600, 0x1f601]);
  });

  test('a file without the table is refused', () => {
    expect(() => readCharacterMap(Buffer.alloc(12))).toThrow('no cmap');
  });

  test('the bundled fonts have the languages of Finland and its neighbours', () => {
    const needed = 'ÅÄÖåäö ŠŽšž ÁÂĐŊŦČáâđŋŧč ƷǮǤǦǨʒǯǥǧǩʼʹ ЁЙёй ҐЄІЇґєії ІЎіў Õõ Ææ Øø Þþ Ðð „”–—§€½';
    for (const character of needed) expect(coverage.covers(character), character).toBe(true);
    for (const character of 'ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگکی')
      expect(coverage.covers(character)).toBe(true);
    for (const character of '😀漢אก') expect(coverage.covers(character), character).toBe(false);
  });
});

describe('line breaks', () => {
  test('words and short codes are left alone', () => {
    const text = 'Järjestöasiain neuvottelukunta MALLIDno-2026-4 klo 13.00–15.25';
    expect(breakable(text)).toBe(text);
  });

  test('addresses break after their signs, long runs every few letters', () => {
    expect(breakable('https://www.example.org/toiminta')).toBe(
      'https://\u200bwww.\u200bexample.\u200borg/\u200btoiminta',
    );
    expect(breakable('x'.repeat(36))).toBe(`${'x'.repeat(12)}\u200b${'x'.repeat(12)}\u200b${'x'.repeat(12)}`);
  });

  test('never changes the letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const plain = text.replaceAll('\u200b', '');
        expect(breakable(plain).replaceAll('\u200b', '')).toBe(plain);
        expect(bound(plain).replaceAll('\u00a0', ' ')).toBe(plain.replaceAll('\u00a0', ' '));
      }),
    );
  });

  test('a number stays with its sign', () => {
    expect(bound('30 § ja § 29, klo 13.00, Martat ry:n Lapset puheeksi -menetelmä')).toBe(
      '30\u00a0§ ja §\u00a029, klo\u00a013.00, Martat\u00a0ry:n Lapset puheeksi\u00a0-menetelmä',
    );
  });
});
