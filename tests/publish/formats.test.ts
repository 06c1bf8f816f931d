/** Every form of file says what the composer said: each kind of document in three languages, and words in other writings. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import mammoth from 'mammoth';
import { describe, expect, test, vi } from 'vitest';
import { LANGUAGES, type Language } from '../../db/model/language.ts';
import { printDocument, type DocumentSource } from '../../db/model/print-document.ts';
import { DOCUMENT_KINDS, type DocumentKind, type PrintableDocument } from '../../db/model/printable.ts';
import { richText } from '../../db/model/rich-text.ts';
import { exportJob } from '../../electron/backend/document-jobs.ts';
import { toDocx } from '../../electron/publish/docx.ts';
import { toHtml } from '../../electron/publish/html.ts';
import { toJson } from '../../electron/publish/json.ts';
import { toMarkdown } from '../../electron/publish/markdown.ts';
import { toText } from '../../electron/publish/text.ts';
import { createTypstRenderer } from '../../electron/publish/typst.ts';
import { resources, resourcesFolder } from '../fixtures/databases.ts';
import { changeItem, GROUND, marked, sampleSource } from '../fixtures/sample-source.ts';
import { composedTexts } from './composed-text.ts';
import { fixtureDocument } from './fixture-document.ts';
import { letters, runOn, textByPdfJs } from './read-pdf.ts';

vi.setConfig({ testTimeout: 120_000 });
const createdAt = 1_779_200_000;
const phrases = resources.phrases();
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const KINDS: [DocumentKind, Language][] = DOCUMENT_KINDS.flatMap((kind) =>
  LANGUAGES.map((language): [DocumentKind, Language] => [kind, language]),
);
const choice = (kind: DocumentKind) => ({
  kind,
  sections: kind === 'extract' ? [29, 30] : [],
  voters: false,
});

/** The sample with a secret item, words in other writings, and signs that Markdown and HTML would take for their own. */
let composed: Promise<DocumentSource> | null = null;
function source(): Promise<DocumentSource> {
  composed ??= sampleSource().then((sample) => ({
    ...changeItem(sample, 28, {
      account: marked(
        '1. Kutsu <b>monikielisenä</b> & *kaikille*: «День встречи», «يوم اللقاء», «Αθήνα». # Ei_otsikko [x](y) ‹salaista›',
      ),
    }),
    secrets: [{ section: 29, ground: GROUND }],
  }));
  return composed;
}
const print = async (kind: DocumentKind, language: Language): Promise<PrintableDocument> =>
  kind === 'minutes' && language === 'fi'
    ? fixtureDocument()
    : printDocument(await source(), choice(kind), phrases, language);

const composedLetters = (document: PrintableDocument): string =>
  letters([document.draftMark ?? '', ...composedTexts(document)].join('\n'));
const bag = (text: string): string =>
  [...text.matchAll(/[\p{L}\p{N}]/gu)]
    .map(([one]) => one)
    .sort()
    .join('');

/** Where two texts part; empty when they are the same. */
function parting(one: string, other: string): string {
  const at = Array.from(one).findIndex((_, index) => one[index] !== other[index]);
  if (at < 0 && one.length === other.length) return '';
  const from = at < 0 ? one.length : at;
  return `${from}: …${one.slice(from - 30, from + 30)}… / …${other.slice(from - 30, from + 30)}…`;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const textOfHtml = (html: string): string =>
  html
    .slice(html.indexOf('<body>'))
    .replaceAll(/<(?:br|[^>]*)>/g, ' ')
    .replaceAll(/&([a-z]+|#39);/g, (_, name: string) => ENTITIES[name]!);

const textOfMarkdown = (markdown: string): string =>
  markdown
    .split('\n')
    .filter((line) => !/^\|(?: --- \|)+$/.test(line))
    .map((line) =>
      line
        .replace(/^ *(?:- |\d+\. (?=\S))/, '')
        .replace(/^#+ /, '')
        .replaceAll('<br>', ' ')
        .replaceAll(/\]\(<[^>]*>\)/g, '')
        .replaceAll(/(?<!\\)[*[|]/g, '')
        .replace(/(?<!\\)\\$/, '')
        .replaceAll(/\\([^\p{L}\p{N}\s])/gu, '$1'),
    )
    .join('\n');

const renderer = createTypstRenderer({ resourcesFolder });

/** Letters of plain text: columns part its lines, and lists have their numbers in it. */
function textDifference(document: PrintableDocument, words: string): string {
  const plain = decode(toText(document).bytes);
  const lists = [...decode(toMarkdown(document)).matchAll(/^ *\d+\. /gm)].map(([one]) => one).join('');
  return parting(bag(letters(plain)), bag(words + (document.draftMark ?? '') + lists));
}

/** Words that are printed less often than they are told: pages have heads besides, and Arabic comes in their order. */
function pdfDifference(document: PrintableDocument, texts: readonly string[]): string {
  const { bytes } = renderer.render(document, createdAt, 'ua-1');
  const printed = letters(runOn(bytes, 'pdftotext', '-raw', 'FILE', '-'));
  const told = letters(texts.join('\n'));
  const times = (text: string, word: string): number => text.split(word).length - 1;
  return [...new Set(texts.flatMap((text) => text.split(/\s+/)).map(letters))]
    .filter((word) => word !== '' && !/\p{Script=Arabic}/u.test(word))
    .filter((word) => times(printed, word) < times(told, word))
    .join(' ');
}

/** What each form of `document` says beside what `told` says; an empty text where it says just that. */
async function differences(
  document: PrintableDocument,
  told: PrintableDocument,
): Promise<Record<string, string>> {
  const texts = composedTexts(told);
  const words = composedLetters(told);
  const docx = await mammoth.extractRawText({ buffer: Buffer.from(await toDocx(document, createdAt)) });
  const read = JSON.parse(decode(toJson(document))) as PrintableDocument;
  return {
    html: parting(letters(textOfHtml(decode(toHtml(document)))), words),
    markdown: parting(letters(textOfMarkdown(decode(toMarkdown(document)))), words),
    text: textDifference(document, words),
    // A draft mark stands in the head and foot of its pages.
    docx: parting(letters(docx.value), letters(texts.join('\n'))),
    json: parting(composedLetters(read), words),
    pdf: pdfDifference(document, texts),
  };
}

const SAME = { html: '', markdown: '', text: '', docx: '', json: '', pdf: '' };

/** Places of a document in which a word can be lost, and the document without it. */
const LOST: [string, (document: PrintableDocument) => boolean][] = [
  ['an identifier', ({ identification }) => (identification.status = identification.status.slice(1)) !== ''],
  ...(['facts', 'table', 'text', 'item', 'signatures', 'list'] as const).map(
    (type): [string, (document: PrintableDocument) => boolean] => [
      `a letter of a block "${type}"`,
      (document) => {
        const at = document.blocks.findIndex((block) => block.type === type);
        if (at < 0) return false;
        let isDone = false;
        document.blocks[at] = JSON.parse(JSON.stringify(document.blocks[at]), (key, value: unknown) => {
          if (isDone || key === 'type' || typeof value !== 'string' || !/^\p{L}{5}/u.test(value))
            return value;
          isDone = true;
          return `Q${value.slice(1)}`;
        }) as PrintableDocument['blocks'][number];
        return isDone;
      },
    ],
  ),
  ['a whole block', ({ blocks }) => blocks.splice(2, 1).length === 1],
  [
    'two blocks that changed places',
    ({ blocks }) => blocks.splice(1, 2, blocks[2]!, blocks[1]!).length === 2,
  ],
];

describe('the same words in each form', () => {
  test.each(KINDS)('%s in %s', async (kind, language) => {
    const document = await print(kind, language);
    expect(await differences(document, document)).toEqual(SAME);
  });

  test.each(LOST)('%s would be noticed in each form', async (name, lose) => {
    const document = fixtureDocument();
    document.blocks.splice(1, 0, { type: 'text', body: richText('Vapaata tekstiä.').content });
    const spoilt = structuredClone(document);
    expect(lose(spoilt)).toBe(true);
    const found = await differences(spoilt, document);
    for (const [form, difference] of Object.entries(found)) {
      // The order of columns in plain text and of a page in PDF is that of the eye; their words are compared, not the order.
      if (name.includes('places') && (form === 'text' || form === 'pdf')) continue;
      expect(difference, form).not.toBe('');
    }
  });
});

describe('HTML', () => {
  test('what was written is no mark-up, and other writings have their language and direction', async () => {
    const html = decode(toHtml(await print('agenda', 'sv')));
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('&lt;b&gt;monikielisenä&lt;/b&gt; &amp; *kaikille*');
    expect(html).toContain('<span lang="ru">День встречи</span>');
    expect(html).toContain('<bdi lang="ar" dir="rtl">يوم اللقاء</bdi>');
    expect(html).not.toMatch(/<script|<link|src="(?!data:)|https?:\/\/(?!jarjestot)/);
  });

  test('what the secretary wrote in Finnish says so in a document of another language', async () => {
    for (const language of ['sv', 'en'] as const) {
      const html = decode(toHtml(await print('public', language)));
      for (const words of ['Merkittiin tiedoksi.', 'Kokouksen avaus', 'Maakuntatalo, kokoustila 1'])
        expect(html).toContain(`<span lang="fi">${words}`);
      // The text around a note in the place of what is secret, and the other writings in it.
      expect(html).toContain('<span lang="ru">День встречи</span>');
    }
    expect(decode(toHtml(await print('public', 'fi')))).not.toContain('lang="fi">M');
    // What is covered stands in no list of the record for machines either.
    for (const kind of ['public', 'public_agenda', 'summary', 'decisions'] as const) {
      const { document } = exportJob(await source(), choice(kind), 'json', phrases, 'sv');
      const text = JSON.stringify(document);
      expect(text, kind).toContain('"otherLanguages":[{"language":"fi"');
      for (const secret of ['salaista', 'kumppanuusavustushakemuksesta']) expect(text).not.toContain(secret);
    }
  });

  test('one main heading, no level skipped, tables with headers', async () => {
    for (const [kind, language] of KINDS) {
      const html = decode(toHtml(await print(kind, language)));
      const levels = [...html.matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [index, level] of levels.entries())
        expect(level - (levels[index - 1] ?? 0), `${kind} ${language}`).toBeLessThanOrEqual(1);
      expect(html.match(/<table>/g) ?? []).toHaveLength(
        (html.match(/<thead><tr><th scope="col">/g) ?? []).length,
      );
    }
  });
});

test('Markdown keeps signs as they were written', async () => {
  const markdown = decode(toMarkdown(await print('agenda', 'en')));
  expect(markdown).toContain(String.raw`1\. Kutsu \<b\>monikielisenä\</b\> \& \*kaikille\*`);
  expect(markdown).toContain(String.raw`\# Ei\_otsikko \[x\](y)`);
});

describe('PDF', () => {
  test('every word can be copied, with the hyphens of headings and tables', async () => {
    for (const [kind, language] of [
      ['minutes', 'fi'],
      ['public', 'sv'],
      ['decisions', 'en'],
    ] as const) {
      const document = await print(kind, language);
      const { bytes } = renderer.render(document, createdAt, 'ua-1');
      const isLatin = (word: string): boolean => !/\p{Script=Arabic}/u.test(word);
      const words = composedTexts(document)
        .flatMap((text) => text.split(/\s+/))
        .filter(isLatin);
      expect(words.filter((word) => word.includes('-')).length).toBeGreaterThan(5);
      const copied = (await textByPdfJs(bytes)).replaceAll(/\s/g, '');
      expect(
        words.filter((word) => !copied.includes(word)),
        `pdf.js ${kind}`,
      ).toEqual([]);
      const raw = letters(runOn(bytes, 'pdftotext', '-raw', 'FILE', '-'));
      expect(
        words.filter((word) => !raw.includes(letters(word))),
        `poppler ${kind}`,
      ).toEqual([]);
    }
  });

  test('a reader is told the language of words in other writings', async () => {
    const { bytes } = renderer.render(fixtureDocument(), createdAt, 'ua-1');
    const text = runOn(bytes, 'qpdf', '--qdf', '--object-streams=disable', 'FILE', '-');
    for (const language of ['ru', 'uk', 'ar']) expect(text).toContain(`/Lang (${language})`);
    const swedish = renderer.render(await print('public', 'sv'), createdAt, 'ua-1').bytes;
    const marked = runOn(swedish, 'qpdf', '--qdf', '--object-streams=disable', 'FILE', '-');
    expect((marked.match(/\/Lang \(fi-FI\)/g) ?? []).length).toBeGreaterThan(30);
  });

  test('poppler finds it tagged and every font inside', async () => {
    const { bytes } = renderer.render(fixtureDocument(), createdAt, 'ua-1');
    expect(runOn(bytes, 'pdfinfo', 'FILE')).toMatch(/Tagged: +yes/);
    const fonts = runOn(bytes, 'pdffonts', 'FILE').trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(3);
    for (const row of fonts) expect(row).toMatch(/\byes yes yes\b/);
  });
});

describe('JSON', () => {
  const schema = (name: string): object =>
    JSON.parse(readFileSync(path.join(resourcesFolder, 'schemas', `${name}.schema.json`), 'utf8')) as object;
  const ajv = new Ajv2020({ allErrors: true });
  const isMinutes = ajv.compile(schema('minutes'));
  const isDocument = ajv.compile(schema('document'));

  test('every kind in every language follows the published schema', async () => {
    for (const [kind, language] of KINDS) {
      const { document } = exportJob(await source(), choice(kind), 'json', phrases, language);
      const read: unknown = JSON.parse(decode(toJson(document)));
      const follows = kind === 'minutes' ? isMinutes : isDocument;
      follows(read);
      expect(follows.errors ?? [], `${kind} ${language}`).toEqual([]);
    }
  });

  test('the schema refuses what is something else', async () => {
    const { minutes } = await source();
    expect(isMinutes({ ...minutes, items: [{ ...minutes.items[0], title: 3 }] })).toBe(false);
    expect(isMinutes({ ...minutes, unknown: 1 })).toBe(false);
    expect(isDocument({ ...fixtureDocument(), blocks: [{ type: 'script' }] })).toBe(false);
  });
});
