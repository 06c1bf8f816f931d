/** What is secret never reaches a public document, whatever its letters and wherever else they stand. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { printDocument, type DocumentSource } from '../../db/model/print-document.ts';
import type { PrintableDocument } from '../../db/model/printable.ts';
import { richText, type RichInline, type RichText } from '../../db/model/rich-text.ts';
import { redactBlocks } from '../../db/model/secrecy.ts';
import { toJson } from '../../electron/publish/json.ts';
import { toText } from '../../electron/publish/text.ts';
import { createTypstRenderer } from '../../electron/publish/typst.ts';
import { resources, resourcesFolder } from '../fixtures/databases.ts';
import { changeItem, GROUND, itemsOf, marked, sampleSource } from '../fixtures/sample-source.ts';
import { installed, letters, textOf } from './read-pdf.ts';

vi.setConfig({ testTimeout: 120_000 });
const phrases = resources.phrases();
const OPEN_KINDS = ['public', 'summary', 'decisions'] as const;
const print = (source: DocumentSource, kind: (typeof OPEN_KINDS)[number] = 'public'): PrintableDocument =>
  printDocument(source, { kind, sections: [], voters: false }, phrases, 'fi');
const text = (document: PrintableDocument): string => new TextDecoder().decode(toText(document).bytes);
const redacted = (words: string, ...more: RichInline['marks'] & object): RichInline => ({
  type: 'text',
  text: words,
  marks: [...more, { type: 'redacted', attrs: { ground: GROUND } }],
});
const doc = (...content: RichInline[]): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content }],
});

/** Every run of four letters of a text. */
const fours = (words: string): string[] =>
  Array.from({ length: Math.max(0, words.length - 3) }, (_, at) => words.slice(at, at + 4));

/** Words of an alphabet that no other text of the document uses in runs of four. */
const secretWords = fc
  .array(fc.stringMatching(/^[qxzw][qxzwåQXZW]{3,9}$/), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));

describe('nothing of a redacted passage is left', () => {
  const places = ['account', 'proposal', 'proceedings', 'decision'] as const;
  test('in any field, any document, text or JSON', async () => {
    const source = await sampleSource();
    fc.assert(
      fc.property(
        secretWords,
        fc.constantFrom(...places),
        fc.constantFrom(...source.minutes.items.map(({ section }) => section)),
        fc.constantFrom(...OPEN_KINDS),
        (secret, place, section, kind) => {
          const title = `Asia ${secret}`;
          const changed = changeItem(source, section, {
            title,
            [place]: marked(`Alku ‹${secret}› ja loppu, uudestaan ${secret.toUpperCase()}.`),
            attachments: [{ number: 9, title: `Selvitys ${secret}` }],
            tasks: [
              {
                code: 'T-1',
                title: `Maksetaan ${secret}`,
                responsible: secret,
                dueOn: null,
                state: 'open',
                result: secret,
                newDueOn: null,
              },
            ],
            dissents: source.minutes.items[8]!.dissents.map((one) => ({ ...one, reasons: secret })),
          });
          changed.minutes.attachments = [{ number: 9, title: `Selvitys ${secret}`, section }];
          const document = print(changed, kind);
          const outputs = [text(document), new TextDecoder().decode(toJson(document))].map((one) =>
            one.toLowerCase(),
          );
          for (const run of secret.toLowerCase().split(' ').flatMap(fours))
            for (const output of outputs) expect(output).not.toContain(run);
        },
      ),
      { numRuns: 150 },
    );
  });

  test.skipIf(!installed('pdftotext'))('in the PDF', async () => {
    const source = await sampleSource();
    const renderer = createTypstRenderer({ resourcesFolder: join(resourcesFolder) });
    await fc.assert(
      fc.asyncProperty(secretWords, fc.constantFrom(...places), (secret, place) => {
        const changed = changeItem(source, 30, { [place]: marked(`Alku ‹${secret}› loppu ${secret}.`) });
        const { bytes } = renderer.render(print(changed), 0);
        const read = letters(textOf(bytes));
        for (const run of secret.split(' ').flatMap(fours)) expect(read).not.toContain(letters(run));
        expect(read).toContain(letters(`[salattu, ${GROUND}]`));
        return Promise.resolve();
      }),
      { numRuns: 8 },
    );
  });

  test('a passage in pieces, with a link and line breaks, is one note', () => {
    const body = doc(
      { type: 'text', text: 'Maksetaan ' },
      redacted('Maija ', { type: 'bold' }),
      redacted('Esimerkki', { type: 'link', attrs: { href: 'https://maija.example/' } }),
      { type: 'hardBreak' },
      redacted('Katu 1'),
      { type: 'hardBreak' },
      { type: 'text', text: '100 euroa.' },
    );
    expect(redactBlocks(body.content, (ground) => `[${ground}]`)).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Maksetaan ' },
          { type: 'text', text: `[${GROUND}]` },
          { type: 'hardBreak' },
          { type: 'text', text: '100 euroa.' },
        ],
      },
    ]);
  });

  test('passages with different grounds keep both; those in lists are found', () => {
    const list: RichText = {
      type: 'doc',
      content: [
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: doc(redacted('yksi'), {
                type: 'text',
                text: 'kaksi',
                marks: [{ type: 'redacted', attrs: { ground: 'B' } }],
              }).content,
            },
          ],
        },
      ],
    };
    expect(JSON.stringify(redactBlocks(list.content, (ground) => `[${ground}]`))).toContain(
      `[{"type":"text","text":"[${GROUND}]"},{"type":"text","text":"[B]"}]`,
    );
  });

  test('no sentence comes in the place of a passage that told it', async () => {
    const source = await sampleSource();
    const told = changeItem(source, 26, {
      decision: null,
      proceedings: marked('‹J09 saapui kokoukseen tämän asian käsittelyn aikana klo 13.22.›'),
    });
    const item = JSON.stringify(itemsOf(print(told))[4]);
    expect(item).not.toContain('13.22');
    expect(item).toContain(`[salattu, ${GROUND}]`);
  });

  test('the words of the passage are covered where they stand elsewhere in the item, special signs too', async () => {
    const source = await sampleSource();
    const item = source.minutes.items.find(({ section }) => section === 30)!;
    const changed = changeItem(source, 30, {
      proceedings: marked('Selvitys: ‹a+b (c) [d] $1 {e} | \\f›.'),
      dissents: item.dissents.map((one) => ({ ...one, reasons: 'Koska a+b (c) [d] $1 {e} | \\f.' })),
    });
    const printed = text(print(changed)).replaceAll(/\s+/g, ' ');
    expect(printed).toContain(`Perustelut: Koska [salattu, ${GROUND}].`);
    expect(printed).not.toContain('a+b');
  });
});

describe('a secret item', () => {
  test('is its number and a mention; what told of it elsewhere is gone', async () => {
    const source = await sampleSource();
    for (const kind of OPEN_KINDS) {
      const secret = { ...source, secrets: [29, 30].map((section) => ({ section, ground: GROUND })) };
      const document = print(secret, kind);
      if (kind !== 'decisions')
        expect(itemsOf(document)[7]).toEqual({
          type: 'item',
          number: '29 §',
          title: `Asia on salassa pidettävä (${GROUND})`,
          diaryNumber: null,
          parts: [],
        });
      const words = text(document).replaceAll(/\s+/g, ' ');
      for (const leak of [
        'Lausunto',
        'esteellisenä',
        'Esteellisyys',
        'kumppanuusavustushakemuksesta',
        'MALLIDno-2026-19',
        'Eriävä mielipide',
        'JAA',
        'T-2026-07',
        'Liite 3',
        'Liite 4',
      ])
        expect(words, `${kind}: ${leak}`).not.toContain(leak);
    }
  });

  test('does not show by gaps who was in conflict, nor who came for it alone', async () => {
    const source = await sampleSource();
    const rows = (document: PrintableDocument): string[][] =>
      document.blocks.flatMap((block) => (block.type === 'table' ? block.rows : []));
    const presence = (document: PrintableDocument, name: string): string =>
      rows(document)
        .find(([first]) => first!.includes(name))
        ?.at(-1) ?? '–';
    expect(presence(print(source), 'J07')).toContain('esteellisenä');
    expect(presence(print(source), 'A03')).toContain('31–32 §');
    const secrets = [29, 31, 32].map((section) => ({ section, ground: GROUND }));
    const document = print({ ...source, secrets });
    expect(presence(document, 'J07')).toBe('22–28 §, 30 §, 33–35 §');
    expect(presence(document, 'J01')).toBe('22–28 §, 30 §, 33–35 §');
    expect(presence(document, 'A03')).toBe('–');
  });

  test('gives no task away, but the task stays in the list', async () => {
    const source = await sampleSource();
    const openTasks = source.openTasks.map((task) => ({ ...task, secret: GROUND }));
    const document = printDocument(
      { ...source, openTasks },
      { kind: 'tasks', sections: [], voters: false },
      phrases,
      'fi',
    );
    const words = text(document);
    expect(words).toContain('T-2026-07');
    expect(words).not.toContain('Järjestöfoorumin');
  });
});

describe('contact details', () => {
  test.each([
    ['kirjoita eeva.esimerkki@jarjesto.example tai', 'eeva'],
    ['soita 050 123 4567.', '123'],
    ['soita +358 40 123 4567.', '4567'],
    ['soita 040-1234567', '1234567'],
    ['soita (013) 123 456', '456'],
  ])('are taken out: %s', async (words, leak) => {
    const account = doc({ type: 'text', text: words, marks: [] });
    const item = JSON.stringify(itemsOf(print(changeItem(await sampleSource(), 31, { account })))[9]);
    expect(item).not.toContain(leak);
    expect(item).toMatch(/\[(sähköpostiosoite|puhelinnumero) poistettu\]/);
  });

  test.each([
    'MALLIDno-2026-19',
    '5146/01.04.00/2023',
    'Y-tunnus 0955281-3',
    'klo 14.01–14.14',
    '19.5.2026',
    '1 234 567 euroa',
    'rekisterinumero 990.012',
    'T-2026-05',
    '0,45 % eli 0405 kpl',
  ])('look different from %s', async (words) => {
    const account = richText(words);
    const item = JSON.stringify(itemsOf(print(changeItem(await sampleSource(), 31, { account })))[9]);
    expect(item).toContain(words);
  });

  test('a link to a letter box goes, one to a page stays', async () => {
    const account = doc(
      { type: 'text', text: 'tästä', marks: [{ type: 'link', attrs: { href: 'mailto:a@b.example' } }] },
      { type: 'text', text: 'sivu', marks: [{ type: 'link', attrs: { href: 'https://b.example/' } }] },
    );
    const item = JSON.stringify(itemsOf(print(changeItem(await sampleSource(), 31, { account })))[9]);
    expect(item).not.toContain('mailto');
    expect(item).toContain('https://b.example/');
  });
});
