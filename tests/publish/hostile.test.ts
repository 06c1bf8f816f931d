/** Texts that want to be more than text, or that no font has. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { PrintableBlock, PrintableDocument } from '../../db/model/printable.ts';
import { richText } from '../../db/model/rich-text.ts';
import { cleanText } from '../../electron/publish/clean.ts';
import { loadFonts } from '../../electron/publish/fonts.ts';
import { createTypstRenderer } from '../../electron/publish/typst.ts';
import { fixtureDocument } from './fixture-document.ts';
import { installed, letters, runOn, textOf } from './read-pdf.ts';

vi.setConfig({ testTimeout: 120_000 });

const renderer = createTypstRenderer({ resourcesFolder: join(import.meta.dirname, '../../resources') });
const { coverage } = loadFonts();

/**
 * The text in every place where a person's text can stand, `short` where the product limits the length to a line
 * or two; labels of columns are the product's own.
 */
function everywhere(text: string, short = text): PrintableDocument {
  const document = fixtureDocument();
  document.title = short;
  document.keywords = [short];
  document.identification = {
    ...document.identification,
    organisation: text,
    diaryNumber: text,
    status: text,
  };
  document.blocks = [
    { type: 'heading', level: 1, text },
    { type: 'facts', rows: [{ label: short, lines: [text, text] }] },
    {
      type: 'table',
      caption: text,
      columns: [
        { label: 'Ensimmäinen', width: 1 },
        { label: 'Toinen', width: 1 },
      ],
      rows: [[text, text]],
    },
    {
      type: 'item',
      number: '1 §',
      title: text,
      diaryNumber: text,
      parts: [
        { type: 'text', label: short, body: richText(text).content, strong: true },
        {
          type: 'vote',
          label: 'Äänestys',
          lines: [text],
          caption: text,
          columns: ['Äänestäjä', 'Ääni'],
          rows: [[text, 'JAA']],
          result: [text],
        },
      ],
    },
    { type: 'signatures', heading: short, text: [text], rows: [{ name: short, role: short, note: short }] },
    { type: 'list', heading: short, rows: [{ label: short, text }] },
  ];
  return document;
}

function paragraphs(texts: string[]): PrintableBlock[] {
  return texts.map((text) => ({
    type: 'text',
    body: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  }));
}

describe.skipIf(!installed('pdftotext'))('is printed as it is', () => {
  test.each([
    '#import "x"',
    '$x$ und $ x^2 $',
    ']',
    '#read("/etc/passwd")',
    '#{ while true {} }',
    '*lihava* _kursiivi_ `raaka` = otsikko',
    '- lista + numero / termi: @viite <nimi>',
    '~ -- --- ... "lainaus" \\u{1F600} \\ // /* */',
    'https://example.org/?a=1&b=[2]#c',
    'Добрый день, совещание: ґ є і ї ў',
    'Ŋŋ Đđ Ŧŧ Čč Šš Žž Ǥǥ Ǩǩ Ǯǯ Ʒʒ ʹ',
    'اجتماع المجلس الاستشاري للمنظمات',
    'Åäö ﬁ ½ € № ≤ ≥ → ☐ ☑ □',
  ])('%s', (text) => {
    const { bytes, replaced } = renderer.render(everywhere(text), 0);
    expect(replaced).toEqual([]);
    expect(letters(textOf(bytes))).toContain(letters(text));
  });
});

describe.skipIf(!installed('pdftotext'))('is replaced visibly and counted', () => {
  test.each([
    ['emoji', 'Hyvä 😀!', 'Hyvä [U+1F600]!', '😀'],
    ['NUL', 'a\u0000b', 'a[U+0000]b', '\u0000'],
    ['a bell', 'a\u0007b', 'a[U+0007]b', '\u0007'],
    ['Chinese', '会', '[U+4F1A]', '会'],
    ['half a pair', 'x\ud800y', 'x[U+D800]y', '\ud800'],
    ['a direction override', 'a\u202Eb', 'a[U+202E]b', '\u202E'],
    ['private use', 'a\ue000b', 'a[U+E000]b', '\ue000'],
  ])('%s', (_, text, shown, character) => {
    const { bytes, replaced } = renderer.render({ ...fixtureDocument(), blocks: paragraphs([text]) }, 0);
    expect(replaced).toEqual([{ character, count: 1 }]);
    expect(letters(textOf(bytes))).toContain(letters(shown));
    expect(() => renderer.render(everywhere(text), 0)).not.toThrow();
  });
});

describe.skipIf(!installed('pdftotext'))('10,000 characters without a space', () => {
  const text = `${'x'.repeat(5_000)}${'9'.repeat(5_000)}`;

  test('can be copied whole', () => {
    const copied = textOf(renderer.render({ ...fixtureDocument(), blocks: paragraphs([text]) }, 0).bytes);
    expect(copied.replace(/[^x]/g, '')).toHaveLength(5_000);
  });

  test('stay on the page, wherever they stand', () => {
    const boxes = runOn(
      renderer.render(everywhere(text, text.slice(4_900, 5_100)), 0).bytes,
      'pdftotext',
      '-bbox',
      'FILE',
      '-',
    );
    // A4 is 595 by 842 points; nothing comes nearer than 10 mm to an edge (the boxes begin above the letters).
    const words = [...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g)];
    expect(words.length).toBeGreaterThan(1_000);
    for (const [, left, top, right, bottom] of words) {
      expect(Number(left)).toBeGreaterThan(28);
      expect(Number(top)).toBeGreaterThan(26);
      expect(Number(right)).toBeLessThan(567);
      expect(Number(bottom)).toBeLessThan(814);
    }
  });
});

/** Where pdftotext gives letters in another order or a mark twice: both are shown right. */
const REORDERED = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10e60}-\u{10e7f}\u{1ee00}-\u{1eeff}\p{M}]/u;

const awkward = fc.constantFrom(
  ...Array.from(
    'aäяŦابﬁﷺ1(-["漢😀 \n\t\u0301\u0308\u064b\u200d\u200c\u202e\ufe0f\u0000\ud800\ue000\udc00\u00ad\u2028',
  ),
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({
    unit: fc.integer({ min: 1, max: 0x2fff }).map((point) => String.fromCodePoint(point)),
    maxLength: 40,
  }),
  fc.string({ unit: awkward, maxLength: 40 }),
);

test.skipIf(!installed('pdftotext'))(
  'any text becomes a PDF/A-2a in which it can be read',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 100, maxLength: 100 }), (texts) => {
        const document = { ...fixtureDocument(), blocks: paragraphs(texts) };
        const printed = letters(
          textOf(renderer.render(document, 0).bytes)
            .split('\f')
            // The header of the following pages would stand in the middle of a text.
            .map((page, index) => (index === 0 ? page : page.split('\n').slice(2).join('\n')))
            .join('\n'),
        );
        for (const text of texts) {
          const cleaned = cleanText(text, coverage);
          if (!REORDERED.test(cleaned)) expect(printed).toContain(letters(cleaned));
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  },
);
