/** Every document of a meeting: its words in three languages, and that it says what the minutes say. */
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { printDocument, type DocumentChoice, type DocumentSource } from '../../db/model/print-document.ts';
import { printPublicAhead } from '../../db/model/print-public-ahead.ts';
import { DOCUMENT_KINDS, type DocumentKind, type PrintableDocument } from '../../db/model/printable.ts';
import { plainText, richText } from '../../db/model/rich-text.ts';
import { toText } from '../../electron/publish/text.ts';
import { createTypstRenderer } from '../../electron/publish/typst.ts';
import { resources, resourcesFolder } from '../fixtures/databases.ts';
import { changeItem, GROUND, itemsOf, marked, sampleSource } from '../fixtures/sample-source.ts';
import { installed, textByPdfJs, textOf } from './read-pdf.ts';

vi.setConfig({ testTimeout: 60_000 });
const phrases = resources.phrases();

function choice(kind: DocumentKind): DocumentChoice {
  return { kind, sections: kind === 'extract' ? [30, 29] : [], voters: kind === 'extract' };
}
const print = (
  source: DocumentSource,
  kind: DocumentKind,
  language: 'fi' | 'sv' | 'en' = 'fi',
): PrintableDocument => printDocument(source, choice(kind), phrases, language);
const textOfDocument = (document: PrintableDocument): string =>
  new TextDecoder().decode(toText(document).bytes);

/** The sample with a secret item, redacted passages and contact details in it. */
async function withSecrets(): Promise<DocumentSource> {
  const source = await sampleSource();
  const changed = changeItem(
    changeItem(source, 28, {
      account: marked(
        'Hakijan ‹terveydentilasta saatiin selvitys›. Lisätietoja: eeva@jarjesto.example, puh. 050 123 4567.',
      ),
    }),
    30,
    { decision: marked('Päätettiin korvata ‹Maija Esimerkin› matkakulut.') },
  );
  return { ...changed, secrets: [{ section: 29, ground: GROUND }] };
}

describe.each(DOCUMENT_KINDS.filter((kind) => kind !== 'minutes'))('%s', (kind) => {
  test.each(['fi', 'sv', 'en'] as const)('in %s reads as it should', async (language) => {
    const text = textOfDocument(print(await withSecrets(), kind, language));
    await expect(text).toMatchFileSnapshot(`golden/${kind}.${language}.txt`);
  });
});

describe('to the letter', () => {
  test('the §§ of an extract are those of the minutes, in the order of the meeting', async () => {
    const source = await sampleSource();
    for (const language of ['fi', 'sv', 'en'] as const) {
      const minutes = itemsOf(print(source, 'minutes', language));
      const extract = itemsOf(print(source, 'extract', language));
      expect(extract).toEqual(minutes.slice(7, 9));
    }
  });

  test('the public version without anything secret has the items and the ending of the minutes', async () => {
    const source = await sampleSource();
    const [minutes, open_] = [print(source, 'minutes'), print(source, 'public')];
    expect(itemsOf(open_)).toEqual(itemsOf(minutes));
    expect(open_.blocks.slice(2)).toEqual(minutes.blocks.slice(1));
  });

  test('titles, proposals and decisions of the summary and the list are those of the minutes', async () => {
    const source = await sampleSource();
    const minutes = itemsOf(print(source, 'minutes'));
    const summary = itemsOf(print(source, 'summary'));
    expect(summary.map(({ number, title }) => [number, title])).toEqual(
      minutes.map(({ number, title }) => [number, title]),
    );
    const bodies = minutes.map(({ parts }) =>
      parts.flatMap((part) => (part.type === 'text' ? [JSON.stringify(part.body)] : [])),
    );
    for (const [index, { parts }] of summary.entries())
      for (const part of parts)
        expect(bodies[index]).toContain(part.type === 'text' ? JSON.stringify(part.body) : '');
    const list = print(source, 'decisions').blocks.find((block) => block.type === 'table');
    expect(list?.type === 'table' && list.rows.map(([, title]) => title)).toEqual(
      minutes.map(({ title }) => title),
    );
    for (const { section, decision } of source.minutes.items)
      expect(list?.type === 'table' ? list.rows[section - 22]![2] : '').toContain(plainText(decision));
  });

  test('the agenda has the accounts and proposals of the minutes and nothing of what happened', async () => {
    const source = await sampleSource();
    const minutes = itemsOf(print(source, 'minutes'));
    for (const [index, { parts }] of itemsOf(print(source, 'agenda')).entries())
      for (const part of parts.filter(({ label }) => label !== 'Liitteet'))
        expect(minutes[index]!.parts).toContainEqual(part);
    const text = textOfDocument(print(source, 'agenda'));
    for (const word of ['saapui', 'esteellinen', 'JAA', 'Eriävä mielipide', 'Päätös  ', 'T-2026-07'])
      expect(text).not.toContain(word);
  });
});

test.each(['call', 'agenda'] as const)(
  'the %s for those who are not of the board: the whole for its members, secret items by number and ground for others',
  async (kind) => {
    const source = await withSecrets();
    const secret = source.minutes.items.find(({ section }) => section === 29)!;
    const issue = {
      plannedEnd: null,
      remoteLink: 'https://kokous.esimerkki.fi/abc',
      version: 2,
      issuedOn: '2026-05-11',
      note: '',
      changes: [
        {
          kind: 'renamed' as const,
          itemId: 'x',
          section: 29,
          before: 'Ennen',
          after: secret.title,
          words: [],
        },
      ],
    };
    const inOneLine = (document: PrintableDocument): string => textOfDocument(document).replace(/\s+/g, ' ');
    const whole = inOneLine(print(source, kind));
    const { minutes, secrets } = source;
    const open_ = inOneLine(printPublicAhead(kind, minutes, secrets, phrases, 'fi', issue));
    expect(whole).toContain(secret.title);
    expect(open_).not.toContain(secret.title);
    expect(open_).toContain(`29 § Asia on salassa pidettävä (${GROUND})`);
    for (const words of ['terveydentilasta', 'eeva@', '050 123', 'https://kokous', 'Ennen'])
      expect(open_).not.toContain(words);
    for (const { title, section } of minutes.items)
      if (section !== 29) expect(open_).toContain(title.slice(0, 30));
  },
);

describe('the decision that approves a proposal brings it along', () => {
  const decision = richText('Äänestyksessä …');
  test.each([
    ['the base proposal', 'aye', 'monimuotoisena (lähi- ja etäosallistuminen)'],
    ['a counter-proposal', 'no', 'Nurmeksessa lähitilaisuutena'],
  ] as const)('%s', async (_, winner, words) => {
    const source = await sampleSource();
    const item = source.minutes.items.find(({ section }) => section === 30)!;
    const votes = item.votes.map((vote) => ({ ...vote, result: { ...vote.result, winner } }));
    const parts = itemsOf(print(changeItem(source, 30, { decision, votes }), 'summary'))[8]!.parts;
    expect(JSON.stringify(parts)).toContain(words);
    expect(parts).toHaveLength(2);
  });
});

test('an extract names nobody but those who belong to its §§', async () => {
  const source = await sampleSource();
  const extract = printDocument(source, { kind: 'extract', sections: [31], voters: false }, phrases, 'fi');
  const text = textOfDocument(extract);
  for (const name of ['J05', 'V05', 'J07', 'J09', 'J12', 'A01']) expect(text).not.toContain(name);
  for (const name of ['Jäsen 01', 'Sihteeri 01', 'Jäsen 03', 'Jäsen 10']) expect(text).toContain(name);
});

test.each([
  [[], 'SECTIONS_MISSING'],
  [[29, 36], 'SECTION_UNKNOWN'],
])('an extract of %j is refused', async (sections, code) => {
  const source = await sampleSource();
  expect(() => printDocument(source, { kind: 'extract', sections, voters: false }, phrases, 'fi')).toThrow(
    code,
  );
});

describe('as PDF', () => {
  const renderer = createTypstRenderer({ resourcesFolder: join(resourcesFolder) });
  test('the text of the minutes can be copied to the letter, hyphens too', async () => {
    const document = print(await sampleSource(), 'minutes');
    const { bytes } = renderer.render(document, 1_779_200_000);
    const words = itemsOf(document)
      .flatMap(({ parts }) =>
        parts.flatMap((part) =>
          part.type === 'text' ? [plainText({ type: 'doc', content: part.body })] : [],
        ),
      )
      .flatMap((text) => text.split(/\s+/));
    expect(words.filter((word) => word.includes('-')).length).toBeGreaterThanOrEqual(10);
    const copies = [await textByPdfJs(bytes), ...(installed('pdftotext') ? [textOf(bytes)] : [])];
    for (const copied of copies)
      expect(words.filter((word) => !copied.replaceAll(/\s/g, '').includes(word))).toEqual([]);
  });
});
