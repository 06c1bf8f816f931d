/** The call from the window's side: issued, answered, and out as files that other programs read. */
import fs from 'node:fs';
import path from 'node:path';
import ICAL from 'ical.js';
import { afterAll, describe, expect, test } from 'vitest';
import type { CallView } from '../../db/model/call-view.ts';
import { temporaryFolder } from '../fixtures/databases.ts';
import { ask, closePublisher, DESKS, openDesk, refused, type Desk, type DeskKind } from '../fixtures/desk.ts';
import { hasProgram, readPdf } from '../fixtures/pdf-text.ts';
import { readMessage } from '../fixtures/read-mail.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';
import { GROUND } from '../fixtures/sample-source.ts';

const KINDS = Object.keys(DESKS) as DeskKind[];
afterAll(closePublisher);

/** A planned meeting of the sample board; two members, the secretary and a deputy have addresses. */
async function planned(kind: DeskKind) {
  const folder = temporaryFolder();
  const { boardId } = await sampleFile(folder, 'pykala.sqlite');
  const desk = await openDesk(kind, folder);
  const { id: meetingId } = await ask<{ id: string }>(desk, 'mutation', 'meetings.create', {
    boardId,
    meeting: { heldOn: '2026-06-16', plannedStart: '13:00', place: 'Maakuntatalo; sali 2' },
    template: 'ordinary',
  });
  const view = await ask<CallView>(desk, 'query', 'calls.get', { meetingId });
  const give = async (id: string, email: string, language: 'fi' | 'sv'): Promise<void> => {
    const person = await ask<{ name: string; shortName: string | null; version: number }>(
      desk,
      'query',
      'persons.get',
      { id },
    );
    await ask(desk, 'mutation', 'persons.update', {
      id,
      version: person.version,
      values: { name: person.name, shortName: person.shortName, email, phone: null, language },
    });
  };
  const members = view.recipients.filter(({ role }) => role === 'member').map(({ person }) => person.id);
  const secretary = view.recipients.find(({ role }) => role === 'secretary')!.person.id;
  await give(members[0]!, 'eka@esimerkki.fi', 'fi');
  await give(members[1]!, 'toka@esimerkki.fi', 'sv');
  await give(secretary, 'sihteeri@esimerkki.fi', 'fi');
  return { desk, folder, meetingId, members, expected: view.recipients.length };
}

let grants = 0;
function grantOf(desk: Desk, file: string): string {
  const grant = `tiedosto-${++grants}`;
  desk.grant(grant, file, 'write');
  return grant;
}
const calendarOf = (bytes: Uint8Array) =>
  new ICAL.Component(ICAL.parse(Buffer.from(bytes).toString('utf8')) as unknown[]);

describe.each(KINDS)('%s', (kind) => {
  test('nothing goes out before the call is issued; then the entry, and drafts in the languages of their readers', async () => {
    const { desk, folder, meetingId, members, expected } = await planned(kind);
    const mail = (mode: string, name: string, personIds: string[] | null = null) =>
      ask<{ files: string[]; withoutAddress: string[] }>(desk, 'mutation', 'calls.exportMail', {
        meetingId,
        mode,
        personIds,
        target: grantOf(desk, path.join(folder, name)),
      });
    for (const [procedure, input] of [
      ['calls.exportMail', { mode: 'all' }],
      ['calls.exportCalendar', { language: 'fi' }],
    ] as const)
      expect(
        (
          await refused(desk, 'mutation', procedure, {
            meetingId,
            target: grantOf(desk, path.join(folder, 'x')),
            ...input,
          })
        ).code,
      ).toBe('CALL_NOT_ISSUED');
    expect(fs.existsSync(path.join(folder, 'x'))).toBe(false);
    await ask(desk, 'mutation', 'calls.issue', { meetingId, kinds: ['call', 'agenda'], note: '' });

    await ask(desk, 'mutation', 'calls.exportCalendar', {
      meetingId,
      language: 'fi',
      target: grantOf(desk, path.join(folder, 'kutsu.ics')),
    });
    const event = calendarOf(fs.readFileSync(path.join(folder, 'kutsu.ics'))).getFirstSubcomponent('vevent')!;
    expect(event.getAllProperties('attendee').map((one) => one.getFirstValue())).toEqual([
      'MAILTO:eka@esimerkki.fi',
      'MAILTO:toka@esimerkki.fi',
      'MAILTO:sihteeri@esimerkki.fi',
    ]);
    expect(event.getFirstPropertyValue('location')).toBe('Maakuntatalo; sali 2');

    const result = await mail('language', 'kutsu.eml');
    expect(result.files).toEqual(['kutsu_fi.eml', 'kutsu_sv.eml']);
    expect(result.withoutAddress).toHaveLength(expected - 3);
    const swedish = readMessage(fs.readFileSync(path.join(folder, 'kutsu_sv.eml')));
    expect(swedish.headers['subject']).toContain('Möteskallelse');
    expect(swedish.text).toContain('Välkommen till möte');
    expect(swedish.to).toEqual(['sihteeri@esimerkki.fi']);
    expect(swedish.bcc).toEqual(['toka@esimerkki.fi']);
    expect(
      swedish.files.map(({ fileName, type }) => [type, /_(kutsu|esityslista)_/.exec(fileName ?? '')?.[1]]),
    ).toEqual([
      ['application/pdf', 'kutsu'],
      ['application/pdf', 'esityslista'],
      ['text/calendar', 'kutsu'],
    ]);
    if (hasProgram('pdftotext')) {
      const pdf = path.join(folder, 'kallelse.pdf');
      fs.writeFileSync(pdf, swedish.files[0]!.bytes);
      expect(readPdf(pdf)).toContain('Möteskallelse');
      expect(readPdf(pdf)).not.toContain('UTKAST');
    }
    // Nobody learns who else was written to.
    expect(swedish.files[2]!.parameters['method']).toBe('PUBLISH');
    expect(swedish.files[2]!.text).not.toContain('eka@');

    expect((await mail('language', 'kutsu.eml')).files, 'what is there stays').toEqual([
      'kutsu_fi_2.eml',
      'kutsu_sv_2.eml',
    ]);
    expect((await mail('all', 'kaikille.eml')).files).toEqual(['kaikille.eml']);
    const both = readMessage(fs.readFileSync(path.join(folder, 'kaikille.eml')));
    expect(both.bcc).toHaveLength(3);
    expect(both.text).toContain('Tervetuloa kokoukseen');
    expect(both.text).toContain('Välkommen till möte');
    expect(both.files.filter(({ type }) => type === 'application/pdf')).toHaveLength(4);

    const alone = await mail('person', 'hänelle.eml', [members[0]!]);
    expect(alone.files).toEqual(['hänelle.eml']);
    const personal = readMessage(fs.readFileSync(path.join(folder, 'hänelle.eml')));
    expect([personal.to, personal.bcc]).toEqual([['eka@esimerkki.fi'], []]);
    expect(personal.files[2]!.parameters['method']).toBe('REQUEST');
    expect(
      (
        await refused(desk, 'mutation', 'calls.exportMail', {
          meetingId,
          mode: 'person',
          personIds: [members[5]!],
          target: grantOf(desk, path.join(folder, 'y.eml')),
        })
      ).code,
    ).toBe('NO_ADDRESSES');
  }, 60_000);

  test('a deputy is told in whose place; a cancellation takes the entry out of the calendars', async () => {
    const { desk, folder, meetingId, members } = await planned(kind);
    await ask(desk, 'mutation', 'calls.issue', { meetingId, kinds: ['call'] });
    await ask(desk, 'mutation', 'calls.reply', {
      meetingId,
      personId: members[2],
      reply: 'excused',
      repliedOn: '2026-05-19',
    });
    const view = () => ask<CallView>(desk, 'query', 'calls.get', { meetingId });
    const excused = (await view()).recipients.find(({ person }) => person.id === members[2])!;
    const deputy = excused.deputyToCall!;
    await ask(desk, 'mutation', 'persons.update', {
      id: deputy.id,
      version: 1,
      values: { name: 'Vilma Varajäsen', shortName: 'VV', email: 'vara@esimerkki.fi', phone: null },
    });
    await ask(desk, 'mutation', 'calls.callDeputy', { meetingId, personId: deputy.id, isCalled: true });
    const target = path.join(folder, 'vara.eml');
    await ask(desk, 'mutation', 'calls.exportMail', {
      meetingId,
      mode: 'person',
      personIds: [deputy.id],
      target: grantOf(desk, target),
    });
    expect(readMessage(fs.readFileSync(target)).text).toContain(
      `${excused.person.name} on estynyt, joten sinut kutsutaan kokoukseen hänen varajäsenenään.`,
    );
    await ask(desk, 'mutation', 'calls.cancel', { meetingId, reason: 'Sali on varattu.' });
    expect(await view()).toMatchObject({ cancelled: { reason: 'Sali on varattu.' }, sequence: 1 });
    const cancelled = path.join(folder, 'peruttu.eml');
    await ask(desk, 'mutation', 'calls.exportMail', {
      meetingId,
      mode: 'person',
      personIds: [members[0]],
      target: grantOf(desk, cancelled),
    });
    const message = readMessage(fs.readFileSync(cancelled));
    expect(message.headers['subject']).toContain('Kokous peruttu');
    expect(message.text).toContain('Sali on varattu.');
    const calendar = calendarOf(message.files.at(-1)!.bytes);
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(calendar.getFirstSubcomponent('vevent')!.getFirstPropertyValue('sequence')).toBe(1);
    expect((await refused(desk, 'mutation', 'meetings.open', { meetingId, time: '13:00' })).code).toBe(
      'MEETING_CANCELLED',
    );
  }, 60_000);

  test('an issued document comes out the same, byte by byte, whatever the meeting has become', async () => {
    const { desk, folder, meetingId } = await planned(kind);
    await ask(desk, 'mutation', 'calls.issue', { meetingId, kinds: ['agenda'] });
    const version = (await ask<CallView>(desk, 'query', 'calls.get', { meetingId })).versions[0]!;
    const out = async (name: string): Promise<Buffer> => {
      await ask(desk, 'mutation', 'calls.exportIssued', {
        documentId: version.id,
        language: 'fi',
        format: 'pdf',
        target: grantOf(desk, path.join(folder, name)),
      });
      return fs.readFileSync(path.join(folder, name));
    };
    const first = await out('a.pdf');
    await ask(desk, 'mutation', 'items.add', {
      meetingId,
      item: { kind: 'decision', title: 'Lisäasia', diaryNumber: null },
      position: 3,
    });
    expect(Buffer.compare(first, await out('b.pdf'))).toBe(0);
    expect(
      await ask(desk, 'query', 'minutes.fileName', { meetingId, kind: 'agenda', format: 'pdf' }),
    ).toMatchObject({ name: expect.stringContaining('_esityslista_luonnos_') });
    expect(
      await ask(desk, 'query', 'calls.issuedFileName', {
        documentId: version.id,
        language: 'sv',
        format: 'pdf',
      }),
    ).toMatchObject({ name: expect.stringMatching(/_esityslista_sv_\d+-2026\.pdf$/) });
  }, 60_000);

  test('what is secret goes to the board alone: experts get the public version, calendars name the ground', async () => {
    const { desk, folder, meetingId, members } = await planned(kind);
    const { items } = await ask<{ items: { id: string; kind: string }[] }>(desk, 'query', 'meetings.get', {
      meetingId,
    });
    const position = items.findIndex((item) => item.kind === 'announcements');
    const title = 'Erään hakijan terveystiedot';
    const { id: itemId } = await ask<{ id: string }>(desk, 'mutation', 'items.add', {
      meetingId,
      item: { kind: 'decision', title, diaryNumber: null, account: null, proposal: null },
      position,
    });
    await ask(desk, 'mutation', 'minutes.setPublicity', { itemId, ground: GROUND });
    const { id: personId } = await ask<{ id: string }>(desk, 'mutation', 'persons.create', {
      name: 'Asta Asiantuntija',
      shortName: null,
      email: 'asta@esimerkki.fi',
      phone: null,
      language: 'fi',
    });
    await ask(desk, 'mutation', 'calls.addRecipient', { meetingId, personId, capacity: 'expert' });
    await ask(desk, 'mutation', 'calls.issue', { meetingId, kinds: ['call', 'agenda'], note: '' });
    const { files } = await ask<{ files: string[] }>(desk, 'mutation', 'calls.exportMail', {
      meetingId,
      mode: 'language',
      personIds: [members[0]!, personId],
      target: grantOf(desk, path.join(folder, 'kutsu.eml')),
    });
    expect(files).toEqual(['kutsu_fi.eml', 'kutsu_fi-kutsutut.eml']);
    const [board, expert] = files.map((name) => readMessage(fs.readFileSync(path.join(folder, name))));
    expect([board!.bcc, expert!.bcc]).toEqual([['eka@esimerkki.fi'], ['asta@esimerkki.fi']]);
    expect(board!.text).toContain(title);
    expect(expert!.text).not.toContain(title);
    expect(expert!.text).toContain(`Asia on salassa pidettävä (${GROUND})`);
    for (const message of [board!, expert!]) {
      const calendar = message.files.find(({ type }) => type === 'text/calendar')!;
      expect(calendar.text).not.toContain('hakijan');
    }
    if (hasProgram('pdftotext'))
      for (const [message, isWhole] of [
        [board!, true],
        [expert!, false],
      ] as const)
        for (const { type, bytes } of message.files)
          if (type === 'application/pdf') {
            const pdf = path.join(folder, 'liite.pdf');
            fs.writeFileSync(pdf, bytes);
            expect(readPdf(pdf).replace(/\s+/g, ' ').includes(title)).toBe(isWhole);
          }
  }, 60_000);
});
