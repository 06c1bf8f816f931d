/** DOCX: read back by other programs, it says what was composed; built as Word and a screen reader expect it. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { LANGUAGES } from '../../db/model/language.ts';
import { printDocument } from '../../db/model/print-document.ts';
import type { PrintableDocument } from '../../db/model/printable.ts';
import { richText } from '../../db/model/rich-text.ts';
import { toDocx } from '../../electron/publish/docx.ts';
import { unzipped } from '../../electron/publish/fixed-zip.ts';
import { resources } from '../fixtures/databases.ts';
import { sampleSource } from '../fixtures/sample-source.ts';
import { composedTexts } from './composed-text.ts';
import { fixtureDocument } from './fixture-document.ts';
import { letters, runOn } from './read-pdf.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });
const createdAt = 1_779_200_000;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-docx-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const KINDS = ['minutes', 'agenda', 'decisions'] as const;
const NAMES = ['fixture', ...LANGUAGES.flatMap((language) => KINDS.map((kind) => `${kind}-${language}`))];

const documents: Record<string, PrintableDocument> = {};
const made = new Map<string, Uint8Array>();

/** Made by the first test that needs them. */
let making: Promise<void> | null = null;
async function make(): Promise<void> {
  const source = await sampleSource();
  documents['fixture'] = fixtureDocument();
  for (const language of LANGUAGES)
    for (const kind of KINDS)
      documents[`${kind}-${language}`] = printDocument(
        source,
        { kind, sections: [], voters: false },
        resources.phrases(),
        language,
      );
  for (const [name, document] of Object.entries(documents)) made.set(name, await toDocx(document, createdAt));
}
beforeEach(() => (making ??= make()));

const composed = (name: string): string => letters(composedTexts(documents[name]!).join('\n'));
const partsOf = async (name: string): Promise<Map<string, string>> => {
  const parts = await unzipped(Buffer.from(made.get(name)!));
  return new Map([...parts].map(([file, content]) => [file, content.toString('utf8')]));
};

test.each(NAMES)('%s has every word of the composer, in its order, and no other', async (name) => {
  const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(made.get(name)!) });
  expect(messages).toEqual([]);
  expect(letters(value)).toBe(composed(name));
});

test('LibreOffice opens every one without a warning, and its PDF has the words', () => {
  const files = [...made].map(([name, bytes]) => {
    const file = path.join(folder, `${name}.docx`);
    fs.writeFileSync(file, bytes);
    return file;
  });
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  const { stderr, error } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files],
    { encoding: 'utf8', timeout: 200_000 },
  );
  expect(error).toBeUndefined();
  // Java is for databases and wizards; without it there is a word about it.
  expect(stderr.split('\n').filter((line) => line !== '' && !/javaldx|Java/.test(line))).toEqual([]);
  for (const name of made.keys()) {
    const pdf = fs.readFileSync(path.join(folder, `${name}.pdf`));
    const text = letters(runOn(pdf, 'pdftotext', '-raw', 'FILE', '-'));
    // Word by word, since a page may end inside a text; poppler gives Arabic in the order of the page.
    const words = composedTexts(documents[name]!)
      .flatMap((one) => one.split(/\s+/))
      .filter((word) => !/\p{Script=Arabic}/u.test(word));
    const lost = words.filter((word) => !text.includes(letters(word)));
    expect(lost, name).toEqual([]);
  }
});

describe('built for Word and for screen readers', () => {
  test('headings, lists and header rows are real ones', async () => {
    const document = (await partsOf('fixture')).get('word/document.xml')!;
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3'])
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(document.match(/<w:numPr>/g)).toHaveLength(6);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(document.match(/<w:tbl>/g)).toHaveLength(3);
  });

  test.each([
    ['fi', 'fi-FI'],
    ['sv', 'sv-FI'],
    ['en', 'en-GB'],
  ])('a document in %s says so', async (language, tag) => {
    const parts = await partsOf(`minutes-${language}`);
    expect(parts.get('word/styles.xml')).toContain(`<w:lang w:val="${tag}"`);
    expect(parts.get('docProps/core.xml')).toContain(
      `<dc:title>${documents[`minutes-${language}`]!.title}</dc:title>`,
    );
  });

  test('words in Russian, Ukrainian and Arabic are told apart, and Arabic runs from the right', async () => {
    const document = (await partsOf('fixture')).get('word/document.xml')!;
    const run = (text: string): string => new RegExp(`<w:r>(?:(?!<w:r>).)*${text}`).exec(document)![0];
    expect(run('День встречи')).toContain('<w:lang w:val="ru-RU"/>');
    expect(run('День зустрічі')).toContain('<w:lang w:val="uk-UA"/>');
    expect(run('يوم اللقاء')).toContain('<w:rtl/>');
    expect(run('يوم اللقاء')).toContain('<w:lang w:bidi="ar-SA"/>');
  });

  test('what the secretary wrote in Finnish says so in a Swedish document, an Arabic paragraph runs from the right', async () => {
    const document = (await partsOf('minutes-sv')).get('word/document.xml')!;
    expect(document).toMatch(/<w:lang w:val="fi-FI"\/>(?:(?!<w:r>).)*Kokouksen avaus/);
    const arabic = fixtureDocument();
    arabic.blocks = [{ type: 'text', body: richText('يوم اللقاء في كيتي').content }];
    const parts = await unzipped(Buffer.from(await toDocx(arabic, createdAt)));
    expect(parts.get('word/document.xml')!.toString('utf8')).toContain('<w:bidi/>');
  });

  test('the page number stands on every page, what the document is from the second on', async () => {
    const parts = await partsOf('fixture');
    const headers = [...parts].filter(([name]) => /^word\/header\d/.test(name)).map(([, text]) => text);
    expect(headers).toHaveLength(2);
    for (const header of headers) expect(header).toMatch(/PAGE.*NUMPAGES/);
    expect(headers.filter((header) => header.includes('Pöytäkirja'))).toHaveLength(1);
  });
});

test('a draft says so on every page', async () => {
  const draft = await toDocx({ ...fixtureDocument(), draftMark: 'LUONNOS' }, createdAt);
  const parts = await unzipped(Buffer.from(draft));
  for (const [name, content] of parts)
    if (/^word\/(?:header|footer)\d/.test(name)) expect(content.toString('utf8')).toContain('LUONNOS');
});

test('the same document and time give the same bytes', async () => {
  expect(Buffer.from(await toDocx(fixtureDocument(), createdAt))).toEqual(Buffer.from(made.get('fixture')!));
});
