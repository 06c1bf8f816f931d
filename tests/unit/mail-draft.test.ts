/** The draft of a message, read back by a reader of our own that forgives nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailDraft, type MailDraft } from '../../electron/backend/mail-draft.ts';
import { readMessage } from '../fixtures/read-mail.ts';

const draft = (more: Partial<MailDraft> = {}): MailDraft => ({
  from: { name: 'Saara Sihteeri', email: 'saara@esimerkki.fi' },
  to: [{ name: 'Saara Sihteeri', email: 'saara@esimerkki.fi' }],
  bcc: [
    { name: 'Åke Öhman', email: 'ake@esimerkki.fi' },
    { name: 'Virtanen, Väinö "Vänä"', email: 'vaino@esimerkki.fi' },
  ],
  subject: 'Kokouskutsu 3/2026: Malli-JANE, tiistai 19.5.2026',
  text: 'Hei\n\nTervetuloa kokoukseen.\n.\nFrom meiltä teille 😀',
  files: [
    {
      name: '2026-05-19_JANE_kutsu_3-2026.pdf',
      type: 'application/pdf',
      bytes: new Uint8Array([0, 255, 13, 10]),
    },
    { name: 'pöytäkirja €.txt', type: 'text/plain', bytes: new TextEncoder().encode('ääkköset\n') },
  ],
  date: '2026-05-08T09:00:00.000Z',
  ...more,
});
const read = async (more: Partial<MailDraft> = {}) => readMessage(await mailDraft(draft(more)));

test('a draft with everything in it', async () => {
  const message = await read();
  expect(message.headers).toMatchObject({
    'x-unsent': '1',
    subject: 'Kokouskutsu 3/2026: Malli-JANE, tiistai 19.5.2026',
    date: 'Fri, 08 May 2026 09:00:00 +0000',
    'mime-version': '1.0',
  });
  expect(message.to).toEqual(['saara@esimerkki.fi']);
  expect(message.bcc).toEqual(['ake@esimerkki.fi', 'vaino@esimerkki.fi']);
  expect(message.headers['bcc']).toContain('Åke Öhman');
  expect(message.text).toBe('Hei\n\nTervetuloa kokoukseen.\n.\nFrom meiltä teille 😀');
  expect(
    message.files.map(({ fileName, type, bytes }) => [fileName, type, [...bytes.subarray(0, 4)]]),
  ).toEqual([
    ['2026-05-19_JANE_kutsu_3-2026.pdf', 'application/pdf', [0, 255, 13, 10]],
    ['pöytäkirja €.txt', 'text/plain', [195, 164, 195, 164]],
  ]);
});

test('nobody is named who is not known', async () => {
  const message = await read({ from: null, to: [], files: [] });
  expect(message.headers).not.toHaveProperty('from');
  expect(message.to).toEqual([]);
  expect(message.headers['message-id']).toMatch(/@pykala\.invalid>$/);
});

describe('any name, subject and text', () => {
  const wild = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          '\r\n',
          '\n',
          '\r',
          'Bcc: ',
          'x@y.fi',
          '"',
          '<',
          '>',
          ',',
          ';',
          'Ä',
          '😀',
          '=?',
          '?=',
          ' ',
          '\u2028',
          '\0',
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join('')),
  );

  test('no header and no recipient comes of them', async () => {
    await fc.assert(
      fc.asyncProperty(wild, wild, async (name, subject) => {
        const message = await read({
          subject,
          from: { name, email: 'saara@esimerkki.fi' },
          to: [{ name, email: 'a@esimerkki.fi' }],
          bcc: [{ name, email: 'b@esimerkki.fi' }],
          files: [{ name: `${name}.pdf`, type: 'application/pdf', bytes: new Uint8Array([1]) }],
        });
        const known = [
          'x-unsent',
          'from',
          'to',
          'bcc',
          'subject',
          'message-id',
          'date',
          'mime-version',
          'content-type',
        ];
        expect(Object.keys(message.headers).filter((header) => !known.includes(header))).toEqual([]);
        expect([message.to, message.bcc]).toEqual([['a@esimerkki.fi'], ['b@esimerkki.fi']]);
        expect(message.files).toHaveLength(1);
      }),
    );
  });

  test('the text comes back letter by letter', async () => {
    await fc.assert(
      fc.asyncProperty(wild, async (text) => {
        expect((await read({ text: `${text}.` })).text).toBe(`${text}.`.replaceAll(/\r\n?/g, '\n'));
      }),
    );
  });
});
