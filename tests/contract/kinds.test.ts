/** Meetings of other kinds from their creation to examined minutes, as they are printed in three languages. */
import { expect, test } from 'vitest';
import { documentSource } from '../../db/features/documents.ts';
import type { MeetingView } from '../../db/model/meeting-view.ts';
import { printDocument } from '../../db/model/print-document.ts';
import { toText } from '../../electron/publish/text.ts';
import { openBackend, type Backend } from '../fixtures/contract.ts';
import { resources } from '../fixtures/databases.ts';

const DAY = '2026-11-10';

interface Course {
  backend: Backend;
  meetingId: string;
  view(): Promise<MeetingView>;
  printed(language: 'fi' | 'sv' | 'en'): Promise<string>;
}

async function begin(kind: 'email' | 'organising'): Promise<Course> {
  const backend = await openBackend('sample', '2026-11-01');
  const [board] = await backend.ask<{ id: string }[]>('query', 'boards.list');
  const { id: meetingId } = await backend.ask<{ id: string }>('mutation', 'meetings.create', {
    boardId: board!.id,
    meeting: { heldOn: DAY, plannedStart: '16:00', kind },
    template: kind === 'email' ? 'email' : 'inaugural',
  });
  const view = () => backend.ask<MeetingView>('query', 'meetings.get', { meetingId });
  return {
    backend,
    meetingId,
    view,
    async printed(language) {
      const { kysely } = backend.workspace.database();
      const source = await documentSource(kysely, meetingId, DAY);
      const document = printDocument(
        source,
        { kind: 'minutes', sections: [], voters: false },
        resources.phrases(),
        language,
      );
      return new TextDecoder().decode(toText(document).bytes).replaceAll(/\s+/g, ' ');
    },
  };
}

const paragraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** Called, opened, everybody there (or answering), every item decided, closed. */
async function hold({ backend, meetingId, view }: Course, kind: 'email' | 'organising'): Promise<void> {
  await backend.ask('mutation', 'calls.issue', { meetingId, kinds: ['call', 'agenda'], note: '' });
  backend.today = DAY;
  await backend.ask('mutation', 'meetings.open', { meetingId, time: '16:00' });
  const { seats } = await view();
  for (const { member } of seats)
    if (member !== null)
      await backend.ask('mutation', 'live.attendance', {
        meetingId,
        personId: member.id,
        event: 'arrive',
        ...(kind === 'email' ? { answeredOn: '2026-11-08' } : { time: '16:00' }),
      });
  const examiners = (await view()).items.find((item) => item.kind === 'examiners');
  if (examiners !== undefined)
    await backend.ask('mutation', 'meetings.setExaminers', {
      itemId: examiners.id,
      personIds: seats.slice(2, 4).map(({ member }) => member!.id),
      seenIds: [],
    });
  const types: Record<string, string> = {
    opening: 'opened',
    lawfulness: 'noted',
    examiners: 'elected',
    closing: 'closed',
  };
  for (const { id } of (await view()).items) {
    const item = (await view()).items.find((one) => one.id === id)!;
    await backend.ask('mutation', 'live.decide', {
      itemId: id,
      version: item.version,
      type: types[item.kind] ?? 'as_proposed',
      seen: { type: item.decisionType },
    });
  }
  await backend.ask('mutation', 'meetings.close', { meetingId, time: '18:00' });
}

test('a decision by e-mail is asked, answered, closed, and examined by the next meeting', async () => {
  const course = await begin('email');
  const { backend, meetingId } = course;
  await backend.ask('mutation', 'items.add', {
    meetingId,
    item: {
      kind: 'decision',
      title: 'Lausunto järjestöavustuksista',
      proposal: paragraph('Annetaan liitteen mukainen lausunto.'),
    },
  });
  await hold(course, 'email');
  const text = await course.printed('fi');
  for (const sentence of [
    'Vastausaika 1.11.2026–10.11.2026 klo 16.00',
    'Päätöksentekoon osallistuneet',
    'Jäsen 03 (J03) Esimerkin Urheilijat ry jäsen 8.11.2026',
    'Päätös tehtiin sähköpostitse ilman kokousta.',
    'Määräaikaan mennessä vastasi 16 jäsentä tai varajäsentä (yhteensä 16 paikkaa).',
    'Päätös Hyväksyttiin ehdotuksen mukaan.',
    'Pöytäkirja tarkastetaan seuraavassa kokouksessa.',
  ])
    expect(text).toContain(sentence);
  expect(text).not.toMatch(/avasi kokouksen|Kokouspaikka|Läsnä oli|Kokousaika/);
  expect(await course.printed('sv')).toMatch(
    /Svarstid .*Deltagare i beslutet .*Protokollet justeras vid nästa möte/,
  );
  expect(await course.printed('en')).toMatch(
    /Time for answers .*Took part in the decision .*examined at the next meeting/,
  );

  // There was no meeting that could have elected examiners; what is missing is said in words.
  const atOnce = await backend.call('mutation', 'meetings.examine', { meetingId, examinedOn: '2026-11-12' });
  expect(atOnce).toMatchObject({
    ok: false,
    error: { message: 'Tätä ei voi vielä tehdä. Puuttuu: tarkastajien tai seuraavan kokouksen hyväksyntä.' },
  });
  await backend.ask('mutation', 'examination.start', { meetingId, way: null, openedOn: DAY });
  const { boardId } = await course.view();
  const next = await backend.ask<{ id: string }>('mutation', 'meetings.create', {
    boardId,
    meeting: { heldOn: '2026-11-24', plannedStart: '16:00' },
    template: 'ordinary',
  });
  await backend.ask('mutation', 'calls.issue', { meetingId: next.id, kinds: ['call', 'agenda'], note: '' });
  backend.today = '2026-11-24';
  await backend.ask('mutation', 'meetings.open', { meetingId: next.id, time: '16:00' });
  const { items } = await backend.ask<MeetingView>('query', 'meetings.get', { meetingId: next.id });
  const previous = items.find(({ kind }) => kind === 'previous_minutes')!;
  await backend.ask('mutation', 'live.decide', {
    itemId: previous.id,
    version: previous.version,
    type: 'as_proposed',
    seen: { type: null },
  });
  const finish = { meetingId, examinedOn: '2026-11-24', decidedItemId: previous.id };
  // A meeting that is still being held has approved nothing yet.
  expect(await backend.call('mutation', 'examination.finish', finish)).toMatchObject({
    ok: false,
    error: { code: 'APPROVAL_NOT_LATER' },
  });
  await backend.ask('mutation', 'meetings.close', { meetingId: next.id, time: '18:00', force: true });
  await backend.ask('mutation', 'examination.finish', finish);
  expect((await course.view()).state).toBe('examined');
  expect(await course.printed('fi')).toMatch(/Tarkastettu 24\.11\.2026/);
  backend.close();
});

test('an organising meeting elects its chair and its examiners, who approve the minutes', async () => {
  const course = await begin('organising');
  const { backend, meetingId } = course;
  await hold(course, 'organising');
  const text = await course.printed('fi');
  const order = [
    'Puheenjohtaja avasi kokouksen klo 16.00.',
    'Kokouksen laillisuus ja päätösvaltaisuus',
    'Läsnä oli 16 jäsentä tai varajäsentä (yhteensä 16 paikkaa).',
    'Puheenjohtajan valinta',
    'Pöytäkirjantarkastajien valinta',
    'Varapuheenjohtajan valinta',
    'Puheenjohtaja päätti kokouksen klo 18.00.',
  ];
  expect(order.map((words) => text.indexOf(words))).toEqual(
    order.map((words) => text.indexOf(words)).toSorted((a, b) => a - b),
  );
  expect(text.indexOf(order[0]!)).toBeGreaterThan(0);
  await backend.ask('mutation', 'examination.start', { meetingId, way: null, openedOn: DAY });
  for (const { id } of (await course.view()).examiners)
    await backend.ask('mutation', 'examination.approve', {
      meetingId,
      personId: id,
      approvedOn: '2026-11-12',
    });
  await backend.ask('mutation', 'examination.finish', { meetingId, examinedOn: '2026-11-12' });
  expect((await course.view()).state).toBe('examined');
  expect(await course.printed('fi')).toMatch(/Tarkastettu 12\.11\.2026.*Jäsen 03 \(J03\).*Jäsen 04 \(J04\)/);
  backend.close();
});
