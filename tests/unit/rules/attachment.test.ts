/** Numbers of attachments, names of files, and what a file is by its own bytes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  exportedAttachmentName,
  numberAttachments,
  titleOfFile,
  type PlacedAttachment,
} from '../../../db/model/attachment.ts';
import { cleanFileName } from '../../../db/model/file-name.ts';
import { extensionOf, mayOpenInSystem, previewKind, sniffMediaType } from '../../../db/model/media-type.ts';

const placed = (id: string, itemPosition: number | null, number: number): PlacedAttachment => ({
  id,
  itemPosition,
  number,
});

describe('numbers', () => {
  test('follow the agenda; within an item the order stays; what belongs to no item is last', () => {
    const numbers = numberAttachments([
      placed('a', null, 1),
      placed('b', 4, 2),
      placed('c', 0, 5),
      placed('d', 4, 3),
      placed('e', 0, 4),
    ]);
    expect([...numbers]).toEqual([
      ['e', 1],
      ['c', 2],
      ['b', 3],
      ['d', 4],
      ['a', 5],
    ]);
  });

  const attachments = fc.uniqueArray(fc.uuid(), { maxLength: 30 }).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          itemPosition: fc.option(fc.nat({ max: 8 })),
          number: fc.integer({ min: 1, max: 40 }),
        }),
      ),
    ),
  );

  test('are 1…n without gaps, in the order of the agenda, and giving them again changes nothing', () => {
    fc.assert(
      fc.property(attachments, (given) => {
        const numbers = numberAttachments(given);
        expect([...numbers.values()].toSorted((a, b) => a - b)).toEqual(given.map((_, index) => index + 1));
        const place = (one: PlacedAttachment) => one.itemPosition ?? Infinity;
        for (const one of given)
          for (const other of given)
            if (place(one) < place(other)) expect(numbers.get(one.id)!).toBeLessThan(numbers.get(other.id)!);
        const again = given.map((one) => ({ ...one, number: numbers.get(one.id)! }));
        expect(new Map(numberAttachments(again))).toEqual(numbers);
      }),
    );
  });
});

describe('names of files', () => {
  test.each([
    ['Kumppanuusavustushakemus.pdf', 'Kumppanuusavustushakemus.pdf'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['C:\\Windows\\system32\\calc.exe', 'C-Windows-system32-calc.exe'],
    ['lasku\u202Efdp.exe', 'laskufdp.exe'],
    ['a\u0000b\u200Bc\n.txt', 'abc.txt'],
    ['CON', '_CON'],
    ['con.pdf', '_con.pdf'],
    ['nul.tar.gz', '_nul.tar.gz'],
    ['Conny.pdf', 'Conny.pdf'],
    ['liite.pdf. . ', 'liite.pdf'],
    ['...', 'liite'],
    ['', 'liite'],
    ['Äänestys 1/2.pdf', 'Äänestys 1-2.pdf'],
  ])('%j is kept as %j', (name, clean) => expect(cleanFileName(name)).toBe(clean));

  test('a long name keeps its extension, and of nothing remains what was given for it', () => {
    const name = cleanFileName(`${'ä'.repeat(400)}.pdf`);
    expect(name).toHaveLength(150);
    expect(name).toMatch(/ä\.pdf$/);
    expect(cleanFileName('...', 'Pykälä')).toBe('Pykälä');
  });

  test('any name gives one safe name that stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const clean = cleanFileName(name);
        expect(clean).toBe(cleanFileName(clean));
        expect(clean.length).toBeGreaterThan(0);
        expect(clean.length).toBeLessThanOrEqual(151);
        expect(clean).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]/u);
        expect(clean).not.toMatch(/^\.|\.$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(titleOfFile(name).trim()).not.toBe('');
      }),
    );
  });

  test('a title from a name', () => {
    expect(titleOfFile('Kumppanuusavustus_hakemus_2026.PDF')).toBe('Kumppanuusavustus hakemus 2026');
    expect(titleOfFile('.pdf')).toBe('pdf');
  });

  test('an exported attachment stands beside its document', () => {
    const parts = { date: '2026-05-19', board: 'JANE', documentType: 'poytakirja', meeting: '3/2026' };
    expect(exportedAttachmentName({ ...parts, number: 1, extension: 'pdf' })).toBe(
      '2026-05-19_JANE_poytakirja_3-2026_liite-1.pdf',
    );
    expect(extensionOf('virus.exe', 'application/pdf')).toBe('pdf');
    expect(extensionOf('taulukko.XLSX', 'application/zip')).toBe('xlsx');
    expect(extensionOf('ilman päätettä', 'application/octet-stream')).toBe('bin');
  });
});

const bytes = (text: string) => new TextEncoder().encode(text);

describe('what a file is', () => {
  test.each([
    ['%PDF-1.7\n', 'application/pdf'],
    ['\n\n%PDF-1.4', 'application/pdf'],
    ['GIF89a', 'image/gif'],
    ['Kokous pidettiin. Läsnä oli 14 jäsentä.\r\n', 'text/plain'],
    ['\uFEFF<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml'],
    ['<?xml version="1.0"?><svg onload="x()"/>', 'image/svg+xml'],
    ['<!DOCTYPE html><script>alert(1)</script>', 'text/html'],
    ['<?xml version="1.0"?><a/>', 'application/xml'],
    ['{\\rtf1\\ansi', 'application/rtf'],
    ['MZ\u0090\u0000', 'application/x-msdownload'],
    ['PK\u0003\u0004xx[Content_Types].xml yy word/document.xml', DOCX()],
    ['PK\u0003\u0004xx', 'application/zip'],
    ['\u0001\u0002\u0003', 'application/octet-stream'],
  ])('%j is %s', (text, mediaType) => {
    const content = text.startsWith('MZ') || text.startsWith('PK') || text.startsWith('\u0001');
    const head = content ? Uint8Array.from(text, (one) => one.charCodeAt(0)) : bytes(text);
    expect(sniffMediaType(head)).toBe(mediaType);
  });

  test('pictures by their first bytes', () => {
    expect(sniffMediaType(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1))).toBe(
      'image/png',
    );
    expect(sniffMediaType(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
    expect(sniffMediaType(bytes('RIFFxxxxWEBPVP8 '))).toBe('image/webp');
    expect(sniffMediaType(new Uint8Array())).toBe('application/octet-stream');
  });

  test('nothing that can run is drawn or opened', () => {
    expect(previewKind('image/svg+xml')).toBeNull();
    expect(previewKind('text/html')).toBeNull();
    expect(previewKind('application/pdf')).toBe('pdf');
    for (const name of [
      'a.exe',
      'a.pdf.exe',
      'a.html',
      'a.svg',
      'a.js',
      'a.bat',
      'a.lnk',
      'a.docm',
      'a',
      'a.constructor',
    ])
      expect(mayOpenInSystem(name, 'application/pdf'), name).toBe(false);
    expect(mayOpenInSystem('a.pdf', 'application/pdf')).toBe(true);
    expect(mayOpenInSystem('A.PDF', 'application/pdf')).toBe(true);
    // Dressed up as what it is not.
    expect(mayOpenInSystem('a.pdf', 'application/x-msdownload')).toBe(false);
    expect(mayOpenInSystem('a.txt', 'text/html')).toBe(false);
  });

  test('any bytes are something', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        expect(sniffMediaType(content)).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
      }),
    );
  });
});

function DOCX(): string {
  return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
}
