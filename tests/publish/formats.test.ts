/** Every form of file says what the composer said: each kind of document in three languages, and words in other writings. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test, vi } from 'vitest';
import { LANGUAGES, type Language } from '../../db/model/language.ts';
import { printDocument, type DocumentSource } from '../../db/model/print-document.ts';
import { DOCUMENT_KINDS, type DocumentKind, type PrintableDocument } from '../../db/model/printable.ts';
import { exportFileName, exportJob } from '../../electron/backend/document-jobs.ts';
import { toHtml } from '../../electron/publish/html.ts';
import { toJson } from '../../electron/publish/json.ts';
import { toMarkdown } from '../../electron/publish/markdown.ts';
import { toText } from '../../electron/publish/text.ts';
import { createTypstRenderer, PDF_STANDARDS, type PdfStandard } from '../../electron/publish/typst.ts';
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

describe('the same words in each form', () => {
  test.each(KINDS)('%s in %s', async (kind, language) => {
    const document = await print(kind, language);
    const words = composedLetters(document);
    const html = decode(toHtml(document));
    expect(parting(letters(textOfHtml(html)), words), 'HTML').toBe('');
    expect(parting(letters(textOfMarkdown(decode(toMarkdown(document)))), words), 'Markdown').toBe('');
    // Columns part the lines of plain text, and lists have their numbers in it.
    const numbers = /^\s*\d+\.(?= )/gm;
    const plain = decode(toText(document).bytes);
    const lists = [...decode(toMarkdown(document)).matchAll(/^ *\d+\. /gm)].map(([one]) => one).join('');
    expect(numbers.test(plain) || lists === '').toBe(true);
    expect(parting(bag(letters(plain)), bag(words + (document.draftMark ?? '') + lists)), 'text').toBe('');
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

interface QpdfObject {
  value?: unknown;
  stream?: { dict: Record<string, unknown>; data?: string };
}

describe('PDF, as qpdf reads it', () => {
  const renderer = createTypstRenderer({ resourcesFolder });
  const STATED: Record<PdfStandard, RegExp[]> = {
    'a-2a': [/pdfaid:part>2</, /pdfaid:conformance>A</],
    'ua-1': [/pdfuaid:part>1</],
    'a-3a': [/pdfaid:part>3</, /pdfaid:conformance>A</],
  };
  const REGIONS = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

  test.each(KINDS)('%s in %s is tagged, named and whole in each standard', async (kind, language) => {
    const document = await print(kind, language);
    const name = exportFileName(await source(), kind, 'json', language);
    const content = decode(toJson(document));
    for (const standard of PDF_STANDARDS) {
      const attached = standard === 'a-3a' ? { name, content, description: document.title } : null;
      const { bytes } = renderer.render(document, createdAt, standard, attached);
      const json = JSON.parse(
        runOn(bytes, 'qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized', 'FILE'),
      ) as { qpdf: [unknown, Record<string, QpdfObject>] };
      const objects = Object.values(json.qpdf[1]);
      const values = objects.map((one) => (one.value ?? one.stream?.dict ?? {}) as Record<string, unknown>);
      const catalog = values.find((one) => one['/Type'] === '/Catalog')!;
      expect(catalog['/Lang']).toBe(`u:${REGIONS[language]}`);
      expect(catalog['/StructTreeRoot']).toBeDefined();
      expect(catalog['/MarkInfo']).toMatchObject({ '/Marked': true });
      if (standard === 'ua-1')
        expect(catalog['/ViewerPreferences']).toMatchObject({ '/DisplayDocTitle': true });
      const xmp = objects.find(({ stream }) => stream?.dict['/Type'] === '/Metadata')!;
      const metadata = Buffer.from(xmp.stream!.data!, 'base64').toString('utf8');
      for (const pattern of STATED[standard]) expect(metadata).toMatch(pattern);
      expect(metadata).toContain(`<rdf:li xml:lang="x-default">${document.title}</rdf:li>`);
      const descriptors = values.filter((one) => one['/Type'] === '/FontDescriptor');
      expect(descriptors.length).toBeGreaterThan(0);
      for (const one of descriptors)
        expect(Object.keys(one).some((key) => /^\/FontFile[23]?$/.test(key))).toBe(true);
      const roles = new Set(values.map((one) => one['/S']));
      // The lists of decisions and tasks have a table and no heading but their title.
      expect([roles.has('/P'), roles.has('/H1') || roles.has('/TH')]).toEqual([true, true]);
      const files = values.filter((one) => one['/Type'] === '/Filespec');
      expect(files).toHaveLength(standard === 'a-3a' ? 1 : 0);
      if (standard !== 'a-3a') continue;
      expect(files[0]).toMatchObject({ '/AFRelationship': '/Data', '/UF': `u:${name}` });
      expect(catalog['/AF']).toHaveLength(1);
      const inside = objects.find(({ stream }) => stream?.dict['/Type'] === '/EmbeddedFile')!;
      expect(inside.stream!.dict['/Subtype']).toBe('/application/json');
      expect(Buffer.from(inside.stream!.data!, 'base64').toString('utf8')).toBe(content);
    }
  });

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
