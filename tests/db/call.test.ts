/** The call in real files: issued once and for all, compared with what came after, answered, cancelled. */
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { cancelMeeting, issue, saveInvitation, type Issuing } from '../../db/features/call.ts';
import { callView } from '../../db/features/call-view.ts';
import { checkEverything } from '../../db/features/check.ts';
import { documentSource } from '../../db/features/documents.ts';
import { addItem, moveItem } from '../../db/features/items.ts';
import { openMeeting } from '../../db/features/meeting-course.ts';
import { meetingView } from '../../db/features/meeting-view.ts';
import { removeMeeting, updateMeeting } from '../../db/features/meetings.ts';
import { composeMinutes } from '../../db/features/minutes.ts';
import { addRecipient, callDeputy, noteReply, removeRecipient } from '../../db/features/replies.ts';
import type { CallKind, ReplyKind } from '../../db/model/call.ts';
import { itemInputSchema, meetingInputSchema, type MeetingInput } from '../../db/model/meeting.ts';
import { documentFileName, printDocument } from '../../db/model/print-document.ts';
import { printMinutes } from '../../db/model/print-minutes.ts';
import { plainText } from '../../db/model/rich-text.ts';
import { boardFromNothing, type NewBoard } from '../fixtures/board-from-nothing.ts';
import { resources, writing } from '../fixtures/databases.ts';
import { attend, change, closed, failure, newMeeting, paragraph, view } from '../fixtures/meeting-steps.ts';

const PLAN = { heldOn: '2026-05-19', plannedStart: '13:00', place: 'Maakuntatalo' } as const;
const issuing = (today: string): Issuing => ({
  actor: 'Saara Sihteeri',
  instant: `${today}T09:00:00.000Z`,
  today,
  phrases: resources.phrases(),
});

const issueOn = (
  board: NewBoard,
  meetingId: string,
  today: string,
  kinds: CallKind[] = ['call', 'agenda'],
  note = '',
) => writing(board.database, (trx) => issue(trx, { meetingId, kinds, note }, issuing(today)));
const cancelOn = (board: NewBoard, meetingId: string, today: string) =>
  writing(board.database, (trx) =>
    cancelMeeting(trx, { meetingId, reason: 'Sairastuminen' }, issuing(today)),
  );
const seen = (board: NewBoard, meetingId: string) => callView(board.database.kysely, meetingId);
const replies = (board: NewBoard, meetingId: string, name: string, reply: ReplyKind | null) =>
  writing(board.database, (trx) =>
    noteReply(trx, {
      meetingId,
      personId: board.people[name]!,
      reply,
      repliedOn: '2026-05-12',
      channel: 'phone',
      note: '',
    }),
  );
const calls = (board: NewBoard, meetingId: string, name: string, isCalled = true) =>
  writing(board.database, (trx) =>
    callDeputy(trx, { meetingId, personId: board.people[name]!, isCalled, today: '2026-05-13' }),
  );

async function reschedule(board: NewBoard, meetingId: string, values: Partial<MeetingInput>): Promise<void> {
  const now = await view(board, meetingId);
  const { heldOn, plannedStart, place, language, callSentOn, agendaSentOn } = now;
  await writing(board.database, (trx) =>
    updateMeeting(
      trx,
      meetingId,
      now.version,
      v.parse(meetingInputSchema, {
        heldOn,
        plannedStart,
        place,
        language,
        callSentOn,
        agendaSentOn,
        diaryNumber: null,
        ...values,
      }),
    ),
  );
}
const exported = async (board: NewBoard, meetingId: string, kind: CallKind, language: 'fi' | 'sv' = 'fi') => {
  const source = await documentSource(board.database.kysely, meetingId, '2026-05-18');
  return {
    document: printDocument(source, { kind, sections: [], voters: false }, resources.phrases(), language),
    name: documentFileName(source, kind, 'pdf'),
  };
};

describe('issuing', () => {
  test('what has not been issued is a draft on paper and in its name; issued it is neither', async () => {
    const board = await boardFromNothing();
    const meetingId = await newMeeting(board, PLAN);
    for (const [language, mark] of [
      ['fi', 'LUONNOS'],
      ['sv', 'UTKAST'],
    ] as const)
      expect((await exported(board, meetingId, 'call', language)).document.draftMark).toBe(mark);
    expect((await exported(board, meetingId, 'agenda')).name).toBe(
      '2026-05-19_Koe_esityslista_luonnos_1-2026.pdf',
    );
    expect(await issueOn(board, meetingId, '2026-05-08')).toMatchObject([
      { kind: 'call', number: 1 },
      { kind: 'agenda', number: 1 },
    ]);
    const { document, name } = await exported(board, meetingId, 'call');
    expect(name).toBe('2026-05-19_Koe_kutsu_1-2026.pdf');
    expect(document.draftMark).toBeUndefined();
    expect(document.identification.status).toBe('Lähetetty 8.5.2026');
    expect(await view(board, meetingId)).toMatchObject({
      state: 'called',
      callSentOn: '2026-05-08',
      agendaSentOn: '2026-05-08',
      notice: { ok: true, days: 11 },
    });
  });

  test('the day of sending is that of the first version; one recorded earlier stays, a planned one does not', async () => {
    const board = await boardFromNothing();
    const byPost = await newMeeting(board, { ...PLAN, callSentOn: '2026-05-04', agendaSentOn: '2026-05-20' });
    await issueOn(board, byPost, '2026-05-08');
    expect(await view(board, byPost)).toMatchObject({ callSentOn: '2026-05-04', agendaSentOn: '2026-05-08' });
    await writing(board.database, (trx) =>
      addItem(trx, byPost, v.parse(itemInputSchema, { kind: 'decision', title: 'Lisäasia' }), 5),
    );
    await issueOn(board, byPost, '2026-05-15');
    expect(await view(board, byPost)).toMatchObject({ callSentOn: '2026-05-04', agendaSentOn: '2026-05-08' });
  });

  test('a change after the call is shown, makes a draft again, and is told on the cover of the next version', async () => {
    const board = await boardFromNothing();
    const meetingId = await newMeeting(board, PLAN);
    await issueOn(board, meetingId, '2026-05-08');
    expect((await failure(issueOn(board, meetingId, '2026-05-09'))).code).toBe('CALL_UNCHANGED');
    const before = await exported(board, meetingId, 'agenda');
    await writing(board.database, (trx) =>
      addItem(trx, meetingId, v.parse(itemInputSchema, { kind: 'decision', title: 'Järjestöfoorumi' }), 5),
    );
    const items = (await view(board, meetingId)).items;
    await writing(board.database, (trx) => moveItem(trx, items[6]!.id, 4));
    await change(board, items[1]!, { proposal: paragraph('Todetaan kokous lailliseksi.') });
    await reschedule(board, meetingId, { place: 'Kirjasto' });
    const kinds = (list: { kind: string }[]): string[] => list.map(({ kind }) => kind);
    const { state } = await seen(board, meetingId);
    expect(kinds(state.call.changes)).toEqual(['place', 'added', 'moved']);
    expect(kinds(state.agenda.changes)).toEqual(['place', 'added', 'moved', 'proposal']);
    expect((await exported(board, meetingId, 'call')).document.draftMark).toBe('LUONNOS');
    await issueOn(board, meetingId, '2026-05-11', ['call', 'agenda'], 'Asia 5 lisätty.');
    const { document, name } = await exported(board, meetingId, 'call');
    expect(name).toBe('2026-05-19_Koe_kutsu_versio-2_1-2026.pdf');
    expect(document.identification.status).toBe('Versio 2, lähetetty 11.5.2026');
    expect(document.blocks[1]).toMatchObject({
      type: 'list',
      heading: 'Muutokset versioon 1 verrattuna',
      rows: [
        { label: 'Paikka', text: 'Maakuntatalo → Kirjasto' },
        { label: 'Uusi asia', text: '7 § Järjestöfoorumi' },
        { label: 'Siirretty asia' },
      ],
    });
    const { versions } = await seen(board, meetingId);
    expect(versions.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      'agenda 2',
      'call 2',
      'agenda 1',
      'call 1',
    ]);
    const first = board.database.raw
      .prepare(`select content from issued_document where kind = 'agenda' and number = 1`)
      .pluck()
      .get() as string;
    expect((JSON.parse(first) as { printed: { fi: unknown } }).printed.fi, 'as it went out').toEqual(
      before.document,
    );
  });

  test('a change of a text alone makes a new agenda and leaves the call as it is', async () => {
    const board = await boardFromNothing();
    const meetingId = await newMeeting(board, PLAN);
    await issueOn(board, meetingId, '2026-05-08');
    await change(board, (await view(board, meetingId)).items[1]!, { account: paragraph('Uusi selostus.') });
    expect(await issueOn(board, meetingId, '2026-05-11')).toMatchObject([{ kind: 'agenda', number: 2 }]);
  });

  test('not without items, nor once the meeting has begun; afterwards it stays what was sent', async () => {
    const board = await boardFromNothing();
    const empty = await newMeeting(board, PLAN, null);
    expect((await failure(issueOn(board, empty, '2026-05-08'))).code).toBe('NO_ITEMS');
    const meetingId = await newMeeting(board, { ...PLAN, heldOn: '2026-05-20' });
    await issueOn(board, meetingId, '2026-05-08');
    const before = (await exported(board, meetingId, 'agenda')).document;
    await writing(board.database, (trx) => openMeeting(trx, meetingId, '13:00'));
    expect((await failure(issueOn(board, meetingId, '2026-05-20'))).code).toBe('CALL_TOO_LATE');
    await change(board, (await view(board, meetingId)).items[1]!, { title: 'Toinen otsikko' });
    expect((await exported(board, meetingId, 'agenda')).document).toEqual(before);
  });

  test('frozen: no SQL changes or removes it, its number cannot be skipped, and a forged one is found', async () => {
    const board = await boardFromNothing();
    const meetingId = await newMeeting(board, PLAN);
    await issueOn(board, meetingId, '2026-05-08');
    const { raw, kysely } = board.database;
    for (const statement of [
      `update issued_document set note = 'x'`,
      'delete from issued_document',
      `insert into issued_document select '0190a1b2-0000-7000-8000-000000000009', meeting_id, kind, 3, held_on, content, sha256, issued_at, issued_on, issued_by, note from issued_document where kind = 'call'`,
    ])
      expect(() => raw.exec(statement), statement).toThrow('ISSUED_FROZEN');
    expect(() => raw.exec(`delete from meeting where id = '${meetingId}'`)).toThrow(/FOREIGN KEY/);
    expect((await failure(writing(board.database, (trx) => removeMeeting(trx, meetingId)))).code).toBe(
      'NOT_DRAFT',
    );
    expect((await checkEverything(board.database)).filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
    raw.exec('drop trigger issued_document_no_update');
    await kysely
      .updateTable('issued_document')
      .set({ content: '{"format":"pykala-issued"}' })
      .where('kind', '=', 'agenda')
      .execute();
    expect(await checkEverything(board.database)).toContainEqual(
      expect.objectContaining({ code: 'issued_hash', details: { kind: 'agenda', number: 1 } }),
    );
  });

  test('an agenda that went out keeps a draft from being removed', async () => {
    const board = await boardFromNothing();
    const meetingId = await newMeeting(board, PLAN);
    await issueOn(board, meetingId, '2026-05-08', ['agenda']);
    expect((await view(board, meetingId)).state).toBe('draft');
    expect((await failure(writing(board.database, (trx) => removeMeeting(trx, meetingId)))).code).toBe(
      'ALREADY_ISSUED',
    );
  });
});

describe('the notice period', () => {
  const lawful = async (board: NewBoard, meetingId: string): Promise<string> => {
    const minutes = await composeMinutes(board.database.kysely, meetingId);
    const printed = printMinutes({ ...minutes, state: 'unexamined' }, resources.phrases(), 'fi');
    const at = minutes.items.findIndex(({ kind }) => kind === 'lawfulness');
    const item = printed.blocks.filter((block) => block.type === 'item')[at];
    return item?.type === 'item'
      ? item.parts
          .flatMap((part) => (part.type === 'text' ? [plainText({ type: 'doc', content: part.body })] : []))
          .join('\n')
      : '';
  };

  test('in time, nothing is said against it; late, the lawfulness item says so, of the agenda too', async () => {
    const board = await boardFromNothing();
    const inTime = await newMeeting(board, PLAN);
    await issueOn(board, inTime, '2026-05-12');
    expect(await lawful(board, inTime)).not.toContain('ei noudatettu');
    const late = await newMeeting(board, { ...PLAN, heldOn: '2026-05-20' });
    await issueOn(board, late, '2026-05-14', ['call']);
    await issueOn(board, late, '2026-05-18', ['agenda']);
    const words = await lawful(board, late);
    expect(words).toContain('Kokouskutsu lähetettiin 14.5.2026, 6 päivää ennen kokousta.');
    expect(words).toContain('Esityslista lähetettiin 18.5.2026, 2 päivää ennen kokousta.');
    expect((await view(board, late)).findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['notice_late', 'agenda_late']),
    );
  });

  test('a day changed after the call is no longer called for, until a new call tells it', async () => {
    const board = await boardFromNothing();
    const meetingId = await newMeeting(board, PLAN);
    await issueOn(board, meetingId, '2026-05-04');
    await reschedule(board, meetingId, { heldOn: '2026-05-21' });
    expect(await view(board, meetingId)).toMatchObject({ notice: { days: null, ok: false } });
    expect((await view(board, meetingId)).findings.map(({ code }) => code)).toContain('notice_for_other_day');
    expect(await lawful(board, meetingId)).toContain('Kokouskutsu lähetettiin 4.5.2026 toiselle päivälle.');
    await issueOn(board, meetingId, '2026-05-16');
    expect(await view(board, meetingId)).toMatchObject({ notice: { days: 5, ok: false } });
    const words = await lawful(board, meetingId);
    expect(words).toContain('kutsu muuttuneesta päivästä lähetettiin 16.5.2026.');
    expect(words).toContain('Kokouskutsu lähetettiin 16.5.2026, 5 päivää ennen kokousta.');
  });
});

describe('answers', () => {
  test('an excused member is excused and not absent; the deputy is suggested, called, and expected in the meeting', async () => {
    const board = await boardFromNothing();
    const meetingId = await newMeeting(board, PLAN);
    await issueOn(board, meetingId, '2026-05-08');
    await replies(board, meetingId, 'M05', 'excused');
    const recipient = async (name: string) =>
      (await seen(board, meetingId)).recipients.find(({ person }) => person.shortName === name);
    expect(await recipient('M05')).toMatchObject({
      reply: { reply: 'excused', channel: 'phone' },
      deputyToCall: { shortName: 'D05' },
    });
    expect(await recipient('D05')).toBeUndefined();
    await calls(board, meetingId, 'D05');
    expect(await recipient('D05')).toMatchObject({ role: 'deputy', member: { shortName: 'M05' } });
    expect((await recipient('M05'))!.deputyToCall).toBeNull();
    await replies(board, meetingId, 'D05', 'coming');
    await replies(board, meetingId, 'M06', 'excused');
    await calls(board, meetingId, 'D06');
    await replies(board, meetingId, 'D06', 'excused');
    await writing(board.database, (trx) => openMeeting(trx, meetingId, '13:00'));
    const { attendance } = await view(board, meetingId);
    const row = (name: string) => attendance.find(({ person }) => person.shortName === name);
    expect(row('D05')).toMatchObject({ capacity: 'deputy', presentNow: false });
    expect(row('D06')).toBeUndefined();
    expect(row('M05')).toMatchObject({ excused: true, excusedOn: '2026-05-12' });
    for (const name of ['M01', 'M02', 'M03', 'M04', 'M07', 'M08', 'M09', 'M10', 'M11', 'D05'])
      await attend(board, meetingId, name, 'arrive', { time: '13:00' });
    await closed(board, meetingId);
    const printed = JSON.stringify(
      printMinutes(await composeMinutes(board.database.kysely, meetingId), resources.phrases(), 'fi'),
    );
    expect(printed).toMatch(/Henkilö M06 \(M06\): [^"]*12\.5\.2026/);
    expect(printed).toContain('"Henkilö M12 (M12)"');
  });

  test('an answer is taken back or changed; the forecast follows', async () => {
    const board = await boardFromNothing();
    const meetingId = await newMeeting(board, PLAN);
    for (const name of ['M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08'])
      await replies(board, meetingId, name, 'coming');
    expect((await seen(board, meetingId)).forecast).toMatchObject({
      expected: 8,
      quorate: false,
      unanswered: 8,
    });
    await replies(board, meetingId, 'M09', 'remote');
    expect((await seen(board, meetingId)).forecast).toMatchObject({ expected: 9, quorate: true });
    await replies(board, meetingId, 'M09', 'excused');
    await replies(board, meetingId, 'M09', null);
    expect((await seen(board, meetingId)).forecast).toMatchObject({ expected: 8, unanswered: 8 });
    expect((await view(board, meetingId)).attendance.every(({ excused }) => !excused)).toBe(true);
  });

  test('apologies noted in the meeting’s own list are an answer here', async () => {
    const board = await boardFromNothing();
    const meetingId = await newMeeting(board, PLAN);
    await attend(board, meetingId, 'M07', 'excuse');
    const { recipients, forecast } = await seen(board, meetingId);
    expect(recipients.find(({ person }) => person.shortName === 'M07')).toMatchObject({
      reply: { reply: 'excused' },
      deputyToCall: { shortName: 'D07' },
    });
    expect(forecast.unanswered).toBe(15);
  });

  test('only a personal deputy of a seat can be called; taking it back takes his answer too', async () => {
    const board = await boardFromNothing();
    const meetingId = await newMeeting(board, PLAN);
    expect((await failure(calls(board, meetingId, 'G'))).code).toBe('NOT_A_DEPUTY');
    await calls(board, meetingId, 'D05');
    await replies(board, meetingId, 'D05', 'coming');
    await calls(board, meetingId, 'D05', false);
    expect((await seen(board, meetingId)).recipients.map(({ role }) => role)).not.toContain('deputy');
    expect(board.database.raw.prepare('select count(*) from invitation_reply').pluck().get()).toBe(0);
  });

  test('a guest gets the call, once, until he is taken off', async () => {
    const board = await boardFromNothing();
    const meetingId = await newMeeting(board, PLAN);
    const guest = { meetingId, personId: board.people['G']!, capacity: 'guest' as const, title: '' };
    await writing(board.database, (trx) => addRecipient(trx, guest));
    expect((await seen(board, meetingId)).recipients.at(-1)).toMatchObject({ role: 'guest' });
    expect((await failure(writing(board.database, (trx) => addRecipient(trx, guest)))).code).toBe(
      'ALREADY_RECIPIENT',
    );
    await writing(board.database, (trx) => removeRecipient(trx, guest));
    expect((await seen(board, meetingId)).recipients.at(-1)).toMatchObject({ role: 'secretary' });
  });

  test('locked with the minutes, whatever code tries', async () => {
    const board = await boardFromNothing();
    const meetingId = await newMeeting(board, PLAN);
    await issueOn(board, meetingId, '2026-05-08');
    await replies(board, meetingId, 'M05', 'excused');
    await calls(board, meetingId, 'D05');
    await writing(board.database, (trx) =>
      saveInvitation(trx, { meetingId, plannedEnd: '15:00', remoteLink: '', greeting: '' }),
    );
    const { raw } = board.database;
    raw.exec(`update meeting set state = 'examined' where id = '${meetingId}'`);
    for (const [table, change] of [
      ['invitation', `greeting = 'x'`],
      ['called_deputy', `called_on = '2026-01-01'`],
      ['invitation_reply', `reply = 'coming'`],
    ])
      for (const statement of [
        `update ${table} set ${change}`,
        `delete from ${table}`,
        `insert or ignore into ${table} select * from ${table}`,
      ])
        expect(() => raw.exec(statement), statement).toThrow('MEETING_EXAMINED');
    expect((await failure(replies(board, meetingId, 'M05', 'coming'))).code).toBe('MEETING_EXAMINED');
  });
});

describe('cancelling', () => {
  test('only what was called; not opened then; a new call takes it back; the sequence rises each time', async () => {
    const board = await boardFromNothing();
    const meetingId = await newMeeting(board, PLAN);
    expect((await failure(cancelOn(board, meetingId, '2026-05-10'))).code).toBe('CALL_NOT_ISSUED');
    await issueOn(board, meetingId, '2026-05-08');
    expect((await seen(board, meetingId)).sequence).toBe(0);
    await cancelOn(board, meetingId, '2026-05-10');
    expect(await seen(board, meetingId)).toMatchObject({
      cancelled: { on: '2026-05-10', reason: 'Sairastuminen' },
      sequence: 1,
    });
    expect((await failure(cancelOn(board, meetingId, '2026-05-11'))).code).toBe('MEETING_CANCELLED');
    const opening = writing(board.database, (trx) => openMeeting(trx, meetingId, '13:00'));
    expect((await failure(opening)).code).toBe('MEETING_CANCELLED');
    expect((await failure(issueOn(board, meetingId, '2026-05-11', ['agenda']))).code).toBe(
      'MEETING_CANCELLED',
    );
    await issueOn(board, meetingId, '2026-05-11', ['call']);
    expect(await seen(board, meetingId)).toMatchObject({ cancelled: null, sequence: 2 });
    await writing(board.database, (trx) => openMeeting(trx, meetingId, '13:00'));
    expect((await meetingView(board.database.kysely, meetingId, '2026-05-19')).state).toBe('in_session');
  });
});
