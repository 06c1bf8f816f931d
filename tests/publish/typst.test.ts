/** Minutes as PDF: conformance, structure, what is printed where. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { PrintableBlock, PrintableDocument } from '../../db/model/printable.ts';
import { richText } from '../../db/model/rich-text.ts';
import { createTypstRenderer } from '../../electron/publish/typst.ts';
import { fixtureDocument } from './fixture-document.ts';
import { installed, letters, open, rolesOf, runOn, textOf, wordBoxes } from './read-pdf.ts';

const resourcesFolder = join(import.meta.dirname, '../../resources');
vi.setConfig({ testTimeout: 60_000 });

const renderer = createTypstRenderer({ resourcesFolder });
const createdAt = 1_779_200_000;
const fixture = renderer.render(fixtureDocument(), createdAt);
const poppler = installed('pdftotext');

function withBlocks(...blocks: PrintableBlock[]): PrintableDocument {
  return { ...fixtureDocument(), blocks };
}

describe('archival and accessible', () => {
  test('declares PDF/A-2a, its language and its title', async () => {
    const pdf = await open(fixture.bytes);
    const { info, metadata } = await pdf.getMetadata();
    const raw = metadata.getRaw() as string;
    expect(raw).toMatch(/pdfaid:part(>|=")2/);
    expect(raw).toMatch(/pdfaid:conformance(>|=")A/);
    expect(info).toMatchObject({ Language: 'fi-FI', Title: 'Pöytäkirja 3/2026 – Malli-JANE' });
    // pdf.js gives a Map, whatever its types say.
    const marks = (await pdf.getMarkInfo()) as unknown as Map<string, boolean>;
    expect(marks.get('Marked')).toBe(true);
    await pdf.loadingTask.destroy();
  });

  test('tells the language of a Swedish document', async () => {
    const pdf = await open(renderer.render({ ...withBlocks(), language: 'sv' }, createdAt).bytes);
    expect((await pdf.getMetadata()).info).toMatchObject({ Language: 'sv-FI' });
    await pdf.loadingTask.destroy();
  });

  test('has headings, paragraphs, lists and tables with header cells', async () => {
    const pdf = await open(fixture.bytes);
    const roles = (
      await Promise.all(Array.from({ length: pdf.numPages }, (_, page) => rolesOf(pdf, page + 1)))
    ).flat();
    expect(roles).toEqual(
      expect.arrayContaining(['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'THead', 'TH', 'TD', 'Link']),
    );
    // Three tables, of four, three and two columns.
    expect(roles.filter((role) => role === 'TH')).toHaveLength(9);
    await pdf.loadingTask.destroy();
  });

  test('bookmarks lead to sections and items by number and title', async () => {
    const pdf = await open(fixture.bytes);
    const outline = await pdf.getOutline();
    expect(outline.map(({ title }) => title)).toContain('Läsnäolijat');
    const items = outline.find(({ title }) => title === 'Käsitellyt asiat')!.items;
    expect(items.map(({ title }: { title: string }) => title.replaceAll('\u00a0', ' '))).toContain(
      '30 § Maakunnallisen järjestöfoorumin 2026 ajankohta ja paikka',
    );
    await pdf.loadingTask.destroy();
  });

  test.skipIf(!poppler)('embeds every font, and only the bundled ones', () => {
    const rows = runOn(fixture.bytes, 'pdffonts', 'FILE').trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      expect(row).toMatch(/\+(GentiumBookPlus|SourceSans3|Amiri)/);
      expect(row).toMatch(/\byes yes yes\b/);
    }
  });

  test.skipIf(!installed('qpdf'))('is a sound file', () => {
    expect(runOn(fixture.bytes, 'qpdf', '--check', 'FILE')).toContain('No syntax or stream encoding errors');
  });

  test('the same document gives the same bytes, another time another date', () => {
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const other = createTypstRenderer({ resourcesFolder });
    expect(hash(other.render(fixtureDocument(), createdAt).bytes)).toBe(hash(fixture.bytes));
    expect(hash(other.render(fixtureDocument(), createdAt + 1).bytes)).not.toBe(hash(fixture.bytes));
  });
});

describe.skipIf(!poppler)('the printed page', () => {
  const pages = poppler ? textOf(fixture.bytes).split('\f').slice(0, -1) : [];

  test('page numbers read "1 (6)", on each page', () => {
    expect(pages).toHaveLength(6);
    pages.forEach((page, index) => expect(page).toMatch(new RegExp(`\\b${index + 1} \\(6\\)`)));
  });

  test('identifiers stand on the first page in their order and return on the others', () => {
    const [first, ...others] = pages as [string, ...string[]];
    const order = ['Malli-JANE', 'Pöytäkirja 3/2026', '19.5.2026', 'MALLIDno-2026-4', 'Luonnos'];
    const places = order.map((text) => first.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    for (const page of others) {
      expect(page.split('\n', 4).join(' ')).toMatch(/Malli-JANE.*Pöytäkirja 3\/2026.*19\.5\.2026.*Luonnos/);
    }
  });

  test('side headings stand at the margin beside their text', () => {
    expect(pages.join('')).toMatch(/^30 § +Maakunnallisen järjestöfoorumin 2026 ajankohta ja paikka$/m);
    expect(pages.join('')).toMatch(/^Päätös +Hyväksyttiin ehdotuksen mukaan\.$/m);
  });

  test('signatures are kept together', () => {
    const page = pages.find((text) => text.includes('Allekirjoitukset'))!;
    expect(page).toMatch(/Aino Esimerkki +Saara Sihteeri\s+puheenjohtaja +pöytäkirjanpitäjä/);
  });

  test('every word of the document is printed', () => {
    const printed = letters(pages.join('').replace(/-\n/g, ''));
    for (const block of fixtureDocument().blocks) {
      if (block.type !== 'item') continue;
      expect(printed).toContain(letters(block.title));
    }
    expect(printed).toContain(letters('Metsä-Heikki Lehtonen-Kuusiaho'));
  });

  test('a long table goes on with its header', () => {
    const rows = Array.from({ length: 90 }, (_, index) => [`Jäsen ${index + 1}`, 'läsnä']);
    const table: PrintableBlock = {
      type: 'table',
      caption: '',
      columns: [
        { label: 'Nimisarake', width: 2 },
        { label: 'Läsnäolo', width: 1 },
      ],
      rows,
    };
    const printed = textOf(renderer.render(withBlocks(table), createdAt).bytes)
      .split('\f')
      .slice(0, -1);
    expect(printed.length).toBeGreaterThan(1);
    for (const page of printed) expect(page).toMatch(/Nimisarake +Läsnäolo/);
  });

  test('no word of a table runs into the next column, and figures stand at the right', () => {
    const figures = ['1', '12 345', '678'];
    const table: PrintableBlock = {
      type: 'table',
      caption: '',
      columns: [
        { label: 'Sopimus', width: 8 },
        { label: 'Laji', width: 1 },
        { label: 'Tilanne', width: 1 },
        { label: 'Vapaaehtoisia', width: 1, isNumber: true },
        { label: 'Allekirjoittanut', width: 1, isNumber: true },
      ],
      rows: figures.map((figure) => [
        'Vapaaehtoisten yhteinen peruskoulutus',
        'Kumppanuussopimus',
        'Allekirjoitettavana',
        figure,
        figure,
      ]),
    };
    const printed = wordBoxes(renderer.render(withBlocks(table), createdAt).bytes);
    expect(printed.filter(({ text }) => text === 'Kumppanuussopimus')).toHaveLength(figures.length);
    for (const one of printed)
      for (const other of printed.filter(({ top, left }) => Math.abs(top - one.top) < 4 && left > one.left))
        expect(other.left, `${other.text} after ${one.text}`).toBeGreaterThan(one.right);
    const ends = printed.filter(({ text }) => /^(345|678)$/.test(text)).map(({ right }) => Math.round(right));
    expect(new Set(ends).size).toBe(2);
  });

  test('a heading is never left alone at the foot of a page', () => {
    for (let lines = 20; lines < 60; lines += 3) {
      const filler: PrintableBlock = {
        type: 'facts',
        rows: [{ label: 'Täyte', lines: Array(lines).fill('rivi') }],
      };
      const item: PrintableBlock = {
        type: 'item',
        number: '1 §',
        title: 'Yksinäinen otsikko',
        diaryNumber: 'MALLIDno-2026-1',
        parts: [
          { type: 'text', label: 'Selostus', body: richText('Ensimmäinen virke.').content, strong: false },
        ],
      };
      const printed = textOf(renderer.render(withBlocks(filler, item), createdAt).bytes).split('\f');
      const page = printed.find((text) => text.includes('Yksinäinen otsikko'))!;
      expect(page, `after ${lines} lines`).toContain('Ensimmäinen virke.');
    }
  });
});

test('a document of another shape fails with a reason, and the next one succeeds', () => {
  const wrong = withBlocks({ type: 'poem' } as unknown as PrintableBlock);
  expect(() => renderer.render(wrong, createdAt)).toThrow(/unknown block: poem/);
  expect(renderer.render(withBlocks(), createdAt).bytes.length).toBeGreaterThan(1000);
});

describe('drawings', () => {
  const picture: PrintableBlock = {
    type: 'picture',
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><circle cx="50" cy="50" r="40" fill="none" stroke="#000"/><text x="100" y="55" font-family="Source Sans 3" font-size="12">Vuosikello &amp; pitkä</text></svg>',
    alt: 'Ympyrä, jonka vieressä on sana.',
    caption: 'Kuva 1',
  };

  test('are figures with an alternative text, archival like the rest; the page may lie on its side', async () => {
    const { bytes } = renderer.render({ ...withBlocks(picture), landscape: true }, createdAt);
    const pdf = await open(bytes);
    expect(await rolesOf(pdf, 1)).toContain('Figure');
    const [, , width, height] = (await pdf.getPage(1)).view;
    expect(width).toBeGreaterThan(height!);
    const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
    expect(tree).toContain(picture.alt);
    await pdf.loadingTask.destroy();
    if (poppler) expect(textOf(bytes)).toContain('Vuosikello & pitkä');
  });
});
