/** A meeting's way from an empty database to its agenda: planning, items, versions, the call. */
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { addItem, moveItem, removeItem, restoreItem } from '../../db/features/items.ts';
import { closeMeeting, openMeeting, recordCall } from '../../db/features/meeting-course.ts';
import { removeMeeting, updateMeeting } from '../../db/features/meetings.ts';
import { search } from '../../db/core/search.ts';
import { itemInputSchema, meetingInputSchema } from '../../db/model/meeting.ts';
import { plainText } from '../../db/model/rich-text.ts';
import { newId } from '../../db/model/identity.ts';
import { boardFromNothing } from '../fixtures/board-from-nothing.ts';
import { writing } from '../fixtures/databases.ts';
import { change, failure, newMeeting, paragraph, view } from '../fixtures/meeting-steps.ts';

const matter = (title: string) => v.parse(itemInputSchema, { kind: 'decision', title });
const audits = (database: { raw: { prepare(sql: string): { pluck(): { get(): unknown } } } }) =>
  database.raw.prepare('select count(*) from audit').pluck().get();

describe('a new meeting', () => {
  test('takes its number, people and standing items from the board', async () => {
    const board = await boardFromNothing();
    const id = await newMeeting(board, { heldOn: '2026-01-20', plannedStart: '13:00' });
    const meeting = await view(board, id);
    expect(meeting).toMatchObject({ label: '1/2026', state: 'draft', sections: '1–8' });
    expect(meeting.chair?.shortName).toBe('M01');
    expect(meeting.secretary?.shortName).toBe('S');
    expect(meeting.seats).toHaveLength(16);
    expect(meeting.seats[4]).toMatchObject({
      number: 5,
      member: { shortName: 'M05' },
      deputy: { shortName: 'D05' },
    });
    expect(meeting.attendance).toHaveLength(17);
    expect(meeting.items.map((item) => item.kind)).toEqual([
      'opening',
      'lawfulness',
      'examiners',
      'agenda',
      'previous_minutes',
      'announcements',
      'other_matters',
      'closing',
    ]);
    expect(plainText(meeting.items[2]!.proposal)).toBe(
      'Valitaan 2 pöytäkirjantarkastajaa, jotka toimivat tarvittaessa myös ääntenlaskijoina.',
    );
    expect(plainText(meeting.items[1]!.account)).toContain(
      'vähintään 7 päivää ja esityslista vähintään 4 päivää',
    );
    expect(meeting.examinationDueOn).toBe('2026-01-27');
    expect(meeting.items.every((item) => item.status.required === 9 && !item.status.quorate)).toBe(true);
  });

  test('in Swedish and in English has standing items of that language', async () => {
    const board = await boardFromNothing();
    const swedish = await view(board, await newMeeting(board, { heldOn: '2026-01-20', language: 'sv' }));
    expect(swedish.items[1]!.title).toBe('Mötets laglighet och beslutförhet');
    const english = await view(board, await newMeeting(board, { heldOn: '2026-02-20', language: 'en' }));
    expect(english.items[1]!.title).toBe('Lawfulness and quorum');
    expect(plainText(english.items[4]!.proposal)).toContain('The minutes 1/2026 are noted');
  });

  test('outside every term is refused and nothing is written', async () => {
    const board = await boardFromNothing();
    const before = audits(board.database);
    const error = await failure(newMeeting(board, { heldOn: '2031-01-20' }));
    expect(error).toMatchObject({ code: 'TERM_MISSING', fields: { heldOn: 'outside_term' } });
    expect(audits(board.database)).toBe(before);
  });

  test('keeps to its year once its call was sent; a plan moves with its number, and can be removed', async () => {
    const board = await boardFromNothing();
    const id = await newMeeting(board, { heldOn: '2026-01-20' });
    const to = (heldOn: string, version: number) =>
      writing(board.database, (trx) =>
        updateMeeting(trx, id, version, v.parse(meetingInputSchema, { heldOn })),
      );
    expect(await to('2027-01-20', 1)).toMatchObject({ version: 2 });
    expect((await view(board, id)).label).toBe('1/2027');
    expect(await to('2026-01-27', 2)).toMatchObject({ version: 3 });
    expect((await failure(to('2026-01-28', 1))).code).toBe('CONFLICT');
    expect((await failure(to('2031-01-28', 3))).code).toBe('TERM_MISSING');
    expect(await view(board, id)).toMatchObject({ heldOn: '2026-01-27', label: '1/2026' });
    const called = await newMeeting(board, { heldOn: '2026-03-10', callSentOn: '2026-03-01' });
    const move = writing(board.database, (trx) =>
      updateMeeting(trx, called, 1, v.parse(meetingInputSchema, { heldOn: '2027-01-20' })),
    );
    expect((await failure(move)).code).toBe('YEAR_FIXED');
    expect((await failure(writing(board.database, (trx) => removeMeeting(trx, called)))).code).toBe(
      'NUMBER_KEPT',
    );
    await writing(board.database, (trx) => removeMeeting(trx, id));
    for (const table of ['agenda_item', 'attendance'])
      expect(
        board.database.raw.prepare(`select count(*) from ${table} where meeting_id = ?`).pluck().get(id),
      ).toBe(0);
  });
});

describe('items', () => {
  test('go before the standing ending, and where asked', async () => {
    const board = await boardFromNothing();
    const { database } = board;
    const id = await newMeeting(board, { heldOn: '2026-01-20' });
    const add = (title: string, position: number | null) =>
      writing(database, (trx) => addItem(trx, id, matter(title), position));
    const forum = await add('Järjestöfoorumi', null);
    await add('Lausunto', null);
    await add('Työjärjestys', 1);
    const titles = async () => (await view(board, id)).items.map((item) => [item.section, item.title]);
    expect((await titles()).slice(0, 9)).toEqual([
      [1, 'Kokouksen avaus'],
      [2, 'Työjärjestys'],
      [3, 'Kokouksen laillisuus ja päätösvaltaisuus'],
      [4, 'Pöytäkirjantarkastajien valinta'],
      [5, 'Esityslistan hyväksyminen'],
      [6, 'Edellisen kokouksen pöytäkirja ja toimenpiteiden seuranta'],
      [7, 'Järjestöfoorumi'],
      [8, 'Lausunto'],
      [9, 'Ilmoitusasiat'],
    ]);
    await writing(database, (trx) => moveItem(trx, forum.id, 0));
    expect((await titles())[0]).toEqual([1, 'Järjestöfoorumi']);
    await writing(database, (trx) => moveItem(trx, forum.id, 999));
    expect((await titles()).at(-1)).toEqual([11, 'Järjestöfoorumi']);
    expect(database.raw.prepare('select position from agenda_item order by position').pluck().all()).toEqual(
      Array.from({ length: 11 }, (_, index) => index),
    );
  });

  test('a removal can be undone, also with its texts', async () => {
    const board = await boardFromNothing();
    const { database, organisationId, people } = board;
    const id = await newMeeting(board, { heldOn: '2026-01-20' });
    const input = v.parse(itemInputSchema, {
      kind: 'statement',
      title: 'Lausunto avustushakemuksesta',
      diaryNumber: 'KOEDno-2026-7',
      applicantOrganisationId: organisationId,
      presenterId: people['M02'],
      account: paragraph('Lausuntoa pyydettiin.'),
      proposal: paragraph('Annetaan puoltava lausunto.'),
    });
    const { id: itemId } = await writing(database, (trx) => addItem(trx, id, input, 3));
    const before = (await view(board, id)).items[3]!;
    const removed = await writing(database, (trx) => removeItem(trx, itemId));
    expect((await view(board, id)).items.some((item) => item.title === before.title)).toBe(false);
    expect(await search(database.kysely, { text: 'avustushakemuksesta', limit: 5 })).toEqual([]);
    await writing(database, (trx) => restoreItem(trx, removed.removal, 'test.write'));
    const after = (await view(board, id)).items[3]!;
    expect(after).toEqual(before);
    expect(await search(database.kysely, { text: 'avustushakemuksesta', limit: 5 })).toMatchObject([
      { entity: 'item' },
    ]);
  });

  test('a stale version changes nothing', async () => {
    const board = await boardFromNothing();
    const id = await newMeeting(board, { heldOn: '2026-01-20' });
    const item = (await view(board, id)).items[5]!;
    await change(board, item, { account: paragraph('Ensimmäinen ikkuna.'), title: 'Ilmoitukset' });
    const error = await failure(change(board, item, { account: paragraph('Toinen ikkuna.') }));
    expect(error).toMatchObject({ code: 'CONFLICT', details: { what: 'item', version: item.version + 1 } });
    const after = (await view(board, id)).items[5]!;
    expect(plainText(after.account)).toBe('Ensimmäinen ikkuna.');
    expect(after.version).toBe(item.version + 1);
  });

  test('the record waits for the meeting to be opened', async () => {
    const board = await boardFromNothing();
    const id = await newMeeting(board, { heldOn: '2026-01-20' });
    const item = (await view(board, id)).items[5]!;
    expect((await failure(change(board, item, { decision: paragraph('Etuajassa.') }))).code).toBe(
      'NOT_IN_SESSION',
    );
    expect((await failure(change(board, item, { decisionType: 'noted' }))).code).toBe('NOT_IN_SESSION');
  });
});

describe('the call', () => {
  test('is needed before opening, and items are needed for the call', async () => {
    const board = await boardFromNothing();
    const { database } = board;
    const id = await newMeeting(board, { heldOn: '2026-01-20' });
    const open = () => writing(database, (trx) => openMeeting(trx, id, '13:00'));
    expect((await failure(open())).code).toBe('CALL_NOT_SENT');
    const bare = await newMeeting(board, { heldOn: '2026-03-20' }, null);
    const error = await failure(
      writing(database, (trx) => recordCall(trx, bare, { callSentOn: '2026-03-01', agendaSentOn: null })),
    );
    expect(error).toMatchObject({ code: 'requirement_not_met', details: { requirements: 'items' } });
    await writing(database, (trx) => recordCall(trx, id, { callSentOn: '2026-01-15', agendaSentOn: null }));
    const called = await view(board, id);
    expect(called.state).toBe('called');
    expect(called.notice).toMatchObject({ ok: false, days: 5, required: 7 });
    expect((await failure(writing(database, (trx) => removeMeeting(trx, id)))).code).toBe('NOT_DRAFT');
    await open();
    expect(await view(board, id)).toMatchObject({ state: 'in_session', startedAt: '13:00' });
    expect((await failure(open())).code).toBe('transition_not_allowed');
  });

  test('a draft cannot be closed', async () => {
    const board = await boardFromNothing();
    const id = await newMeeting(board, { heldOn: '2026-01-20' });
    expect((await failure(writing(board.database, (trx) => closeMeeting(trx, id, '15:00', true)))).code).toBe(
      'transition_not_allowed',
    );
    expect(
      (await failure(writing(board.database, (trx) => closeMeeting(trx, newId(), '15:00', true)))).code,
    ).toBe('NOT_FOUND');
  });
});
