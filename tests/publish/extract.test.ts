/** Text of foreign files, read in a process of its own; our own exports are read back to what they were made of. */
import { Buffer } from 'node:buffer';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sniffMediaType } from '../../db/model/media-type.ts';
import { parseOldMinutes } from '../../db/model/old-minutes-parser.ts';
import { printMinutes } from '../../db/model/print-minutes.ts';
import { EXTRACTOR_ARGUMENTS, extractApart } from '../../electron/publish/extract.ts';
import type { ExtractResult } from '../../electron/publish/extract-messages.ts';
import { layOut } from '../../electron/publish/page-layout.ts';
import { createPublishPool, type PublishPool } from '../../electron/publish/pool.ts';
import { spawnNode } from '../../electron/publish/spawn-node.ts';
import { unpackedSize } from '../../electron/publish/zip-size.ts';
import { resources, resourcesFolder } from '../fixtures/databases.ts';
import { program } from '../fixtures/program.ts';
import { sampleSource } from '../fixtures/sample-source.ts';
import { wordFile, zip } from '../fixtures/zip.ts';

const spawn = () => spawnNode(program('publish/extract-process'), EXTRACTOR_ARGUMENTS);

async function extract(bytes: Uint8Array, mediaType = sniffMediaType(bytes)): Promise<ExtractResult> {
  return await extractApart({ bytes, mediaType }, { spawn });
}
async function textOf(bytes: Uint8Array): Promise<string> {
  const result = await extract(bytes);
  if (!result.ok) throw new Error(result.code);
  return result.text;
}

describe('our own minutes, read back', () => {
  let pool: PublishPool;
  beforeAll(() => {
    pool = createPublishPool({ spawn: () => spawnNode(program('publish/process')), resourcesFolder });
  });
  afterAll(() => pool.close());

  test.each(['pdf', 'text'] as const)(
    'from %s: the same §§, times and attendance',
    async (format) => {
      const { minutes } = await sampleSource();
      const document = printMinutes(minutes, resources.phrases(), 'fi');
      const result = await pool.render({ format, document, createdAt: 0 });
      if (!result.ok) throw new Error(result.error.message);
      const proposal = parseOldMinutes(await textOf(result.bytes));
      expect(proposal).toMatchObject({
        number: { value: 3 },
        year: { value: 2026 },
        heldOn: { value: '2026-05-19' },
        startedAt: { value: '13:00' },
        endedAt: { value: '15:25' },
        place: { value: 'Maakuntatalo, kokoustila 1, Joensuu, ja etäyhteys' },
      });
      expect(proposal.items.map(({ number, title }) => [number, title])).toEqual(
        minutes.items.map(({ section, title }) => [section, title]),
      );
      const withDiary = minutes.items.filter((item) => item.diaryNumber !== null);
      expect(withDiary.length).toBeGreaterThan(3);
      for (const { section, diaryNumber } of withDiary)
        expect(proposal.items.find((item) => item.number === section)?.diaryNumber).toBe(diaryNumber);
      const present = minutes.attendance.filter((one) => one.intervals.length > 0);
      expect(
        proposal.people
          .filter((one) => one.present)
          .map((one) => one.name)
          .toSorted(),
      ).toEqual(present.map((one) => one.person.name).toSorted());
      expect(
        proposal.people
          .filter((one) => !one.present)
          .map((one) => one.name)
          .toSorted(),
      ).toEqual(['Jäsen 05', 'Jäsen 12']);
      const late = proposal.people.find((one) => one.shortName === 'J09')!;
      expect(late).toMatchObject({ arrivedAt: '13:22', sections: { from: 26, to: 35 } });
      expect(proposal.people.find((one) => one.capacity === 'chair')?.shortName).toBe('J01');
      expect(proposal.people.find((one) => one.capacity === 'deputy')?.shortName).toBe('V05');
      expect(proposal.examiners.map((one) => one.value)).toEqual(['Jäsen 03', 'Jäsen 10']);
      expect(proposal.items[0]!.decision).toContain('Puheenjohtaja avasi kokouksen klo 13.00');
      expect(proposal.items.at(-1)!.decision).toBe('Puheenjohtaja päätti kokouksen klo 15.25.');
    },
    60_000,
  );
});

describe('Word', () => {
  test('paragraphs are lines, rows of a table keep their columns', async () => {
    const text = await textOf(
      wordFile([
        'PÖYTÄKIRJA 2/2015',
        'Aika: 4.5.2015 klo 13.00–14.30',
        'Läsnä:',
        [
          ['Anna Virtanen', 'puheenjohtaja'],
          ['Kalle Koski', 'sihteeri'],
        ],
        '5 § Avaus & laillisuus',
        'Päätös: Todettiin.',
        '6 § Päättäminen',
        'Päätös: Päätettiin.',
      ]),
    );
    const proposal = parseOldMinutes(text);
    expect(proposal).toMatchObject({ number: { value: 2 }, heldOn: { value: '2015-05-04' } });
    expect(proposal.people.map(({ name, capacity }) => [name, capacity])).toEqual([
      ['Anna Virtanen', 'chair'],
      ['Kalle Koski', 'secretary'],
    ]);
    expect(proposal.items.map(({ title, decision }) => [title, decision])).toEqual([
      ['Avaus & laillisuus', 'Todettiin.'],
      ['Päättäminen', 'Päätettiin.'],
    ]);
  });

  test('a bomb is not unpacked, whether it tells its size or lies about it', async () => {
    const huge = Buffer.alloc(260 * 1024 * 1024, 'a');
    const bomb = (claimed?: number) =>
      zip([
        { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
        { name: 'word/document.xml', content: huge, ...(claimed === undefined ? {} : { claimed }) },
      ]);
    const honest = bomb();
    expect(honest.length).toBeLessThan(1_000_000);
    expect(unpackedSize(honest)).toBeGreaterThan(200 * 1024 * 1024);
    expect(await extract(honest)).toEqual({ ok: false, code: 'EXTRACT_TOO_LARGE' });
    const lying = await extract(bomb(1000));
    expect(lying.ok).toBe(false);
  }, 60_000);

  test('a broken one is said to be broken', async () => {
    const whole = wordFile(['Pöytäkirja 1/2020']);
    expect(await extract(whole.subarray(0, whole.length - 30), sniffMediaType(whole))).toEqual({
      ok: false,
      code: 'EXTRACT_BROKEN',
    });
    expect(unpackedSize(Buffer.from('PK ei ole zip'))).toBeNull();
  });
});

describe('PDF', () => {
  const pdf = (objects: readonly string[], trailer = ''): Buffer => {
    let text = '%PDF-1.4\n';
    const offsets = objects.map((body, index) => {
      const at = text.length;
      text += `${index + 1} 0 obj\n${body}\nendobj\n`;
      return at;
    });
    const start = text.length;
    text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
    for (const at of offsets) text += `${String(at).padStart(10, '0')} 00000 n \n`;
    text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
    return Buffer.from(text, 'latin1');
  };
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
  const catalogue = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page];

  test('pages without text are told to be pictures', async () => {
    expect(await extract(pdf(catalogue))).toEqual({ ok: false, code: 'EXTRACT_NO_TEXT' });
  });

  test('one that wants a password', async () => {
    const zeros = '00'.repeat(32);
    const locked = pdf(
      [...catalogue, `<< /Filter /Standard /V 1 /R 2 /O <${zeros}> /U <${zeros}> /P -44 >>`],
      `/Encrypt 4 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`,
    );
    expect(await extract(locked)).toEqual({ ok: false, code: 'EXTRACT_LOCKED' });
  });

  test('one that is cut off', async () => {
    expect(await extract(Buffer.from('%PDF-1.7\nroskaa'))).toEqual({ ok: false, code: 'EXTRACT_BROKEN' });
  });
});

describe('text', () => {
  test.each([
    ['utf-8', Buffer.from('\uFEFFPöytäkirja: Äänestys pidettiin.\r\nToinen rivi')],
    ['windows-1252', Buffer.from('Pöytäkirja: Äänestys pidettiin.\r\nToinen rivi', 'latin1')],
    ['utf-16', Buffer.from('\uFEFFPöytäkirja: Äänestys pidettiin.\r\nToinen rivi', 'utf16le')],
  ])('%s', async (_, bytes) => {
    expect(await textOf(bytes)).toBe('Pöytäkirja: Äänestys pidettiin.\nToinen rivi');
  });

  test('what is neither is refused', async () => {
    expect(await extract(Buffer.from('MZ\u0090\u0000', 'latin1'))).toEqual({
      ok: false,
      code: 'EXTRACT_UNKNOWN',
    });
  });
});

describe('the process', () => {
  test('is ended when it takes too long', async () => {
    let killed = false;
    const result = await extractApart(
      { bytes: new Uint8Array(), mediaType: 'text/plain' },
      {
        timeoutMs: 20,
        spawn: () => ({ post() {}, onMessage() {}, onExit() {}, kill: () => void (killed = true) }),
      },
    );
    expect(result).toEqual({ ok: false, code: 'EXTRACT_TIMEOUT' });
    expect(killed).toBe(true);
  });

  test('that dies is told of', async () => {
    const result = await extractApart(
      { bytes: new Uint8Array(), mediaType: 'text/plain' },
      { spawn: () => spawnNode(path.join(import.meta.dirname, 'no-such-file.ts')) },
    );
    expect(result).toEqual({ ok: false, code: 'EXTRACT_CRASHED' });
  });
});

test('the layout of a page: columns stay where they are, lines come from the top', () => {
  const piece = (text: string, x: number, y: number) => ({ text, x, y, width: text.length * 5, height: 10 });
  expect(
    layOut([
      piece('Päätös', 50, 700),
      piece('Hyväksyttiin.', 200, 700),
      piece('Otsikko', 50, 760),
      piece('jatkuu', 200, 688),
    ]),
  ).toBe(
    [
      'Otsikko',
      '',
      'Päätös                        Hyväksyttiin.',
      '                              jatkuu',
    ].join('\n'),
  );
  expect(layOut([])).toBe('');
});
