/** Preparing the meetings of a term on a real file: plan, cancel, ideas, carried-over items, templates, sub-bodies. */
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { restoreTemplate, saveTemplate } from '../../db/features/agenda-templates.ts';
import { checkEverything } from '../../db/features/check.ts';
import { createIdea, listIdeas, rejectIdea, removeIdea } from '../../db/features/ideas.ts';
import { removeItem, restoreItem } from '../../db/features/items.ts';
import { closeMeeting, openMeeting } from '../../db/features/meeting-course.ts';
import {
  moveMeeting,
  planSeries,
  prepareMeeting,
  restoreMeeting,
  setCancelled,
} from '../../db/features/meeting-plan.ts';
import { meetingRow } from '../../db/features/meeting-guards.ts';
import { listMeetings, meetingView } from '../../db/features/meeting-view.ts';
import { composeMinutes } from '../../db/features/minutes.ts';
import { listBoards } from '../../db/features/boards.ts';
import { fillPreviousMinutes, undoPreviousMinutes } from '../../db/features/previous-minutes.ts';
import { noteAttendance } from '../../db/features/attendance.ts';
import { noteReply } from '../../db/features/replies.ts';
import { createSubBody } from '../../db/features/sub-bodies.ts';
import {
  dismissCarried,
  recallCarried,
  suggestionsFor,
  takeCarried,
  takeIdea,
} from '../../db/features/suggestions.ts';
import { createTask } from '../../db/features/tasks.ts';
import { ideaInputSchema } from '../../db/model/idea.ts';
import { seriesInputSchema } from '../../db/model/meeting-series.ts';
import { attendanceEventSchema, meetingInputSchema } from '../../db/model/meeting.ts';
import { MinutesPrinter } from '../../db/model/print-base.ts';
import { printMinutes } from '../../db/model/print-minutes.ts';
import { printCall } from '../../db/model/print-call.ts';
import type { PrintableDocument } from '../../db/model/printable.ts';
import { toText } from '../../electron/publish/text.ts';
import { subBodySchema } from '../../db/model/sub-body.ts';
import { plainText } from '../../db/model/rich-text.ts';
import { createMeeting } from '../../db/features/meetings.ts';
import { boardFromNothing, type NewBoard } from '../fixtures/board-from-nothing.ts';
import { resources, sampleDatabase, writing } from '../fixtures/databases.ts';
import {
  attend,
  change,
  closed,
  decideAs,
  failure,
  newMeeting,
  opened,
  paragraph,
  TODAY,
  view,
} from '../fixtures/meeting-steps.ts';

const wording = () => ({ phrases: resources.phrases(), agendaTemplates: resources.agendaTemplates() });
/** As the text export prints it, in one line. */
const printableText = (document: PrintableDocument): string =>
  new TextDecoder().decode(toText(document).bytes).replaceAll(/\s+/g, ' ');
const TEN = Array.from({ length: 10 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);

async function plan(board: NewBoard, days: readonly string[]): Promise<string[]> {
  const input = v.parse(seriesInputSchema, {
    boardId: board.boardId,
    meetings: days.map((heldOn) => ({ heldOn, plannedStart: '13:00', place: 'Maakuntatalo' })),
  });
  return (await writing(board.database, (trx) => planSeries(trx, input))).ids;
}

async function labels(board: NewBoard): Promise<string[]> {
  const meetings = await listMeetings(board.database.kysely, board.boardId);
  return meetings.map(({ heldOn, label, state }) => `${heldOn} ${label} ${state}`).toReversed();
}

async function cancel(board: NewBoard, id: string, reason = ''): Promise<void> {
  await writing(board.database, async (trx) => setCancelled(trx, await meetingRow(trx, id), reason, TODAY));
}

describe('the plan of a year', () => {
  test('plans dates alone; numbers follow the days; an error plans nothing', async () => {
    const board = await boardFromNothing();
    await plan(board, ['2026-03-17', '2026-09-15', '2026-05-19', '2027-01-19']);
    expect(await labels(board)).toEqual([
      '2026-03-17 1/2026 draft',
      '2026-05-19 2/2026 draft',
      '2026-09-15 3/2026 draft',
      '2027-01-19 1/2027 draft',
    ]);
    expect(board.database.raw.prepare('select count(*) from attendance').pluck().get()).toBe(0);
    const bad = plan(board, ['2026-11-17', '2031-01-01']);
    expect((await failure(bad)).code).toBe('TERM_MISSING');
    expect(await labels(board)).toHaveLength(4);
  });

  test('moving, adding between and cancelling renumber what was not sent', async () => {
    const board = await boardFromNothing();
    const [march, may] = await plan(board, ['2026-03-17', '2026-05-19', '2026-09-15']);
    await newMeeting(board, { heldOn: '2026-04-14' });
    expect((await labels(board)).map((one) => one.split(' ')[1])).toEqual([
      '1/2026',
      '2/2026',
      '3/2026',
      '4/2026',
    ]);
    await writing(board.database, (trx) =>
      moveMeeting(trx, march!, { heldOn: '2026-10-20', plannedStart: '14:00', place: 'Kitee' }),
    );
    await cancel(board, may!);
    expect(await labels(board)).toEqual([
      '2026-04-14 1/2026 draft',
      '2026-05-19 –/2026 cancelled',
      '2026-09-15 2/2026 draft',
      '2026-10-20 3/2026 draft',
    ]);
    await writing(board.database, (trx) => restoreMeeting(trx, may!));
    expect((await labels(board))[1]).toBe('2026-05-19 2/2026 draft');
  });

  test('one that was called keeps its number when cancelled, and needs a reason', async () => {
    const board = await boardFromNothing();
    const [first] = await plan(board, ['2026-03-17', '2026-05-19']);
    await writing(board.database, async (trx) => {
      await prepareMeeting(trx, first!, 'ordinary', wording());
    });
    await opened(board, first!, []);
    expect((await failure(cancel(board, first!, 'syy'))).code).toBe('transition_not_allowed');
    const second = await newMeeting(board, { heldOn: '2026-04-14', callSentOn: '2026-04-01' });
    board.database.raw.prepare(`update meeting set state = 'called' where id = ?`).run(second);
    expect((await failure(cancel(board, second))).code).toBe('reason_missing');
    await cancel(board, second, 'Päätösvaltaisuus ei täyty.');
    expect(await labels(board)).toEqual([
      '2026-03-17 1/2026 in_session',
      '2026-04-14 2/2026 cancelled',
      '2026-05-19 3/2026 draft',
    ]);
    expect((await failure(change(board, (await view(board, second)).items[0]!, { title: 'X' }))).code).toBe(
      'MEETING_CANCELLED',
    );
    // Nobody can skip the rules: a cancelled meeting is never held.
    expect(() =>
      board.database.raw
        .prepare(`update meeting set state = 'in_session', cancelled_on = null where id = ?`)
        .run(second),
    ).toThrow('MEETING_CANCELLED');
  });

  test('a cancelled meeting takes no § numbers', async () => {
    const board = await boardFromNothing();
    const first = await newMeeting(board, { heldOn: '2026-03-17' });
    const second = await newMeeting(board, { heldOn: '2026-05-19' });
    expect((await view(board, second)).items[0]!.section).toBe(9);
    await cancel(board, first);
    expect((await view(board, second)).items[0]!.section).toBe(1);
    expect((await checkEverything(board.database)).filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
  });

  test('preparing brings the items, the officers and those expected, as they are then', async () => {
    const board = await boardFromNothing();
    const [id] = await plan(board, ['2026-03-17']);
    await writing(board.database, (trx) => prepareMeeting(trx, id!, 'ordinary', wording()));
    const meeting = await view(board, id!);
    expect(meeting.items).toHaveLength(8);
    expect(meeting.attendance.filter(({ capacity }) => capacity === 'member')).toHaveLength(16);
    expect(meeting.chair?.shortName).toBe('M01');
    const again = writing(board.database, (trx) => prepareMeeting(trx, id!, 'ordinary', wording()));
    expect((await failure(again)).code).toBe('AGENDA_NOT_EMPTY');
  });

  test('a planned meeting opened without preparing still expects the members of the day', async () => {
    const board = await boardFromNothing();
    const id = await newMeeting(board, { heldOn: '2026-03-17', callSentOn: '2026-03-01' });
    board.database.raw.prepare('delete from attendance').run();
    await writing(board.database, (trx) => openMeeting(trx, id, '13:00'));
    expect((await view(board, id)).attendance.filter(({ capacity }) => capacity === 'member')).toHaveLength(
      16,
    );
  });
});

describe('what comes again', () => {
  /** A closed meeting with a matter that was put off, one returned, and one that was decided. */
  async function withTabled(board: NewBoard) {
    const id = await newMeeting(board, { heldOn: '2026-01-20' });
    const titles = ['Pöydälle', 'Palautettu', 'Päätetty'];
    const ids: string[] = [];
    for (const title of titles) {
      const taken = await writing(board.database, async (trx) => {
        const idea = await createIdea(trx, board.boardId, v.parse(ideaInputSchema, { title }), TODAY);
        return await takeIdea(trx, id, idea.id);
      });
      ids.push(taken.id);
    }
    await opened(board, id, TEN);
    await change(
      board,
      (await view(board, id)).items.find((item) => item.id === ids[0])!,
      {
        account: paragraph('Selostus'),
        proposal: paragraph('Ehdotus'),
        applicantOrganisationId: board.organisationId,
      },
    );
    await decideAs(board, ids[0]!, 'tabled');
    await decideAs(board, ids[1]!, 'returned');
    await decideAs(board, ids[2]!, 'as_proposed');
    await closed(board, id);
    return { id, ids };
  }

  test('is suggested with its history, comes along whole, and is suggested once', async () => {
    const board = await boardFromNothing();
    const { ids } = await withTabled(board);
    const next = await newMeeting(board, { heldOn: '2026-03-17' });
    const before = await suggestionsFor(board.database.kysely, next);
    expect(before.carried.map(({ title, reason, reference }) => [title, reason, reference])).toEqual([
      ['Pöydälle', 'tabled', '1/2026 § 6'],
      ['Palautettu', 'returned', '1/2026 § 7'],
    ]);
    const { id } = await writing(board.database, (trx) => takeCarried(trx, next, ids[0]!));
    const item = (await view(board, next)).items.find((one) => one.id === id)!;
    expect(item).toMatchObject({
      title: 'Pöydälle',
      account: paragraph('Selostus'),
      proposal: paragraph('Ehdotus'),
      applicantOrganisation: { id: board.organisationId },
      decisionType: null,
      history: [{ itemId: ids[0], reference: '1/2026 § 6', reason: 'tabled' }],
    });
    expect((await suggestionsFor(board.database.kysely, next)).carried.map(({ title }) => title)).toEqual([
      'Palautettu',
    ]);
    const twice = writing(board.database, (trx) => takeCarried(trx, next, ids[0]!));
    expect((await failure(twice)).code).toBe('ITEM_CONTINUED');
    const printed = printMinutes(
      await composeMinutes(board.database.kysely, next),
      resources.phrases(),
      'fi',
    );
    expect(printableText(printed)).toContain('Asiaa on käsitelty: 1/2026 § 6 (jätettiin pöydälle)');
  });

  test('removing the item suggests it again; undoing that takes it back with its link', async () => {
    const board = await boardFromNothing();
    const { ids } = await withTabled(board);
    const next = await newMeeting(board, { heldOn: '2026-03-17' });
    const { id } = await writing(board.database, (trx) => takeCarried(trx, next, ids[0]!));
    const { removal } = await writing(board.database, (trx) => removeItem(trx, id));
    expect((await suggestionsFor(board.database.kysely, next)).carried).toHaveLength(2);
    await writing(board.database, (trx) => restoreItem(trx, removal, 'test.write'));
    const item = (await view(board, next)).items.find((one) => one.id === id)!;
    expect(item.history.map(({ reference }) => reference)).toEqual(['1/2026 § 6']);
  });

  test('carried several times it has a chain, and a dismissed one is not suggested', async () => {
    const board = await boardFromNothing();
    const { ids } = await withTabled(board);
    const second = await newMeeting(board, { heldOn: '2026-03-17' });
    const { id } = await writing(board.database, (trx) => takeCarried(trx, second, ids[0]!));
    await opened(board, second, TEN);
    await decideAs(board, id, 'tabled');
    await closed(board, second);
    const third = await newMeeting(board, { heldOn: '2026-05-19' });
    const [, chained] = (await suggestionsFor(board.database.kysely, third)).carried;
    expect(chained).toMatchObject({
      title: 'Pöydälle',
      earlier: [{ reference: '1/2026 § 6', reason: 'tabled' }],
    });
    await writing(board.database, (trx) => dismissCarried(trx, id, 'Raukesi', TODAY));
    expect((await suggestionsFor(board.database.kysely, third)).carried.map(({ title }) => title)).toEqual([
      'Palautettu',
    ]);
    await writing(board.database, (trx) => recallCarried(trx, id));
    expect((await suggestionsFor(board.database.kysely, third)).carried).toHaveLength(2);
  });

  test('matters of a cancelled meeting come again; what the board did not reach, too', async () => {
    const board = await boardFromNothing();
    const id = await newMeeting(board, { heldOn: '2026-01-20' });
    const idea = await writing(board.database, (trx) =>
      createIdea(trx, board.boardId, v.parse(ideaInputSchema, { title: 'Valmisteltu' }), TODAY),
    );
    await writing(board.database, (trx) => takeIdea(trx, id, idea.id));
    const next = await newMeeting(board, { heldOn: '2026-03-17' });
    expect((await suggestionsFor(board.database.kysely, next)).carried).toEqual([]);
    await cancel(board, id);
    expect((await suggestionsFor(board.database.kysely, next)).carried).toMatchObject([
      { title: 'Valmisteltu', reason: 'cancelled' },
    ]);
    await writing(board.database, (trx) => restoreMeeting(trx, id));
    await opened(board, id, TEN);
    await writing(board.database, (trx) => closeMeeting(trx, id, '15:00', true));
    expect((await suggestionsFor(board.database.kysely, next)).carried).toMatchObject([
      { title: 'Valmisteltu', reason: 'unfinished' },
    ]);
  });
});

describe('ideas', () => {
  test('are taken, come back when the item is removed, and are rejected with a reason', async () => {
    const board = await boardFromNothing();
    const { kysely } = board.database;
    const meeting = await newMeeting(board, { heldOn: '2026-01-20' });
    const { id } = await writing(board.database, (trx) =>
      createIdea(
        trx,
        board.boardId,
        v.parse(ideaInputSchema, {
          title: 'Järjestötalo',
          text: 'Tilat yhteiskäyttöön.',
          proposerOrganisationId: board.organisationId,
          wantedMeetingId: meeting,
        }),
        TODAY,
      ),
    );
    const item = await writing(board.database, (trx) => takeIdea(trx, meeting, id));
    expect((await listIdeas(kysely, board.boardId))[0]).toMatchObject({
      state: 'taken',
      wantedMeeting: '1/2026',
      takenIn: { reference: '1/2026 § 6' },
    });
    const taken = (await view(board, meeting)).items.find((one) => one.id === item.id)!;
    expect([plainText(taken.account), taken.idea?.id]).toEqual(['Tilat yhteiskäyttöön.', id]);
    expect((await failure(writing(board.database, (trx) => removeIdea(trx, id)))).code).toBe('IDEA_TAKEN');
    await writing(board.database, (trx) => removeItem(trx, item.id));
    const [open] = await listIdeas(kysely, board.boardId);
    expect(open).toMatchObject({ state: 'open', takenIn: null });
    await writing(board.database, (trx) =>
      rejectIdea(trx, { id, version: open!.version, reason: 'Ei kuulu meille' }, TODAY),
    );
    expect((await listIdeas(kysely, board.boardId))[0]!.state).toBe('rejected');
    expect((await failure(writing(board.database, (trx) => takeIdea(trx, meeting, id)))).code).toBe(
      'IDEA_REJECTED',
    );
  });
});

describe('the previous minutes', () => {
  test('of the sample: their state and the open tasks in one step, and back', async () => {
    const { database, boardId } = await sampleDatabase();
    const meetings = await listMeetings(database.kysely, boardId);
    const fourth = meetings.find(({ label }) => label === '4/2026')!;
    const before = (await meetingView(database.kysely, fourth.id, TODAY)).items.find(
      (item) => item.kind === 'previous_minutes',
    )!;
    const filled = await writing(database, (trx) => fillPreviousMinutes(trx, fourth.id, wording(), TODAY));
    const item = (await meetingView(database.kysely, fourth.id, TODAY)).items.find(
      ({ id }) => id === filled.itemId,
    )!;
    const account = plainText(item.account);
    expect(account).toContain('Edellinen kokous 3/2026 (19.5.2026): pöytäkirja odottaa tarkastusta.');
    expect(account).toMatch(/Seurannassa on \d+ avoin|Seurannassa on \d+ avointa/);
    expect(plainText(item.proposal)).toBe(
      'Merkitään pöytäkirja 3/2026 tiedoksi ja todetaan toimenpiteiden tilanne.',
    );
    expect(
      item.followedTasks.filter(({ state }) => state === 'open' || state === 'in_progress'),
    ).toHaveLength(filled.openTasks);
    await writing(database, (trx) => undoPreviousMinutes(trx, filled));
    const after = (await meetingView(database.kysely, fourth.id, TODAY)).items.find(
      ({ id }) => id === filled.itemId,
    )!;
    expect([after.account, after.proposal, after.followedTasks.length]).toEqual([
      before.account,
      before.proposal,
      before.followedTasks.length,
    ]);
  });

  test('a board without examiners examines the memo at this meeting; the item is made where it is missing', async () => {
    const board = await boardFromNothing({ profile: 'memo', examiners: 0 });
    const first = await newMeeting(board, { heldOn: '2026-01-20' }, 'memo');
    await opened(board, first, TEN);
    await writing(board.database, (trx) => closeMeeting(trx, first, '15:00', true));
    const next = await newMeeting(board, { heldOn: '2026-03-17' }, null);
    await writing(board.database, (trx) =>
      createTask(
        trx,
        board.boardId,
        {
          title: 'Soita Kiteelle',
          responsiblePersonId: board.people['M02']!,
          responsibleOrganisationId: null,
          dueOn: '2026-04-30',
          state: 'open',
          result: '',
          decidedItemId: null,
        },
        TODAY,
      ),
    );
    const filled = await writing(board.database, (trx) => fillPreviousMinutes(trx, next, wording(), TODAY));
    const item = (await view(board, next)).items.find(({ id }) => id === filled.itemId)!;
    expect(plainText(item.account)).toBe(
      [
        'Edellinen kokous 1/2026 (20.1.2026): muistio tarkastetaan tässä kokouksessa.',
        'Seurannassa on 1 avoin toimenpide:',
        'T-2026-01 Soita Kiteelle. Vastuu: M02; Määräaika: 30.4.2026; Tila: avoin.',
      ].join('\n'),
    );
    expect(plainText(item.proposal)).toBe(
      'Tarkastetaan ja hyväksytään muistio 1/2026 ja todetaan toimenpiteiden tilanne.',
    );
    // Once more changes nothing but what has changed.
    const again = await writing(board.database, (trx) => fillPreviousMinutes(trx, next, wording(), TODAY));
    expect([again.itemId, again.taskIds]).toEqual([filled.itemId, []]);
  });
});

describe('templates', () => {
  test('a board saves its agenda as its own: places are filled anew, own words stand', async () => {
    const board = await boardFromNothing();
    const first = await newMeeting(board, { heldOn: '2026-01-20' });
    const items = (await view(board, first)).items;
    await change(board, items[7]!, { title: 'Kokouksen päättäminen ja kahvit' });
    const kept = items.filter(({ kind }) => kind !== 'announcements').map(({ id }) => id);
    const saved = await writing(board.database, (trx) => saveTemplate(trx, first, kept, wording(), TODAY));
    expect(saved.before).toBeNull();
    const next = await newMeeting(board, { heldOn: '2026-03-17', language: 'sv' }, 'own');
    const made = (await view(board, next)).items;
    expect(made.map(({ kind }) => kind)).toEqual([
      'opening',
      'lawfulness',
      'examiners',
      'agenda',
      'previous_minutes',
      'other_matters',
      'closing',
    ]);
    expect(plainText(made[4]!.proposal)).toBe(
      'Protokollet 1/2026 antecknas för kännedom och läget för åtgärderna konstateras.',
    );
    expect(made[6]!.title).toBe('Kokouksen päättäminen ja kahvit');
    const reset = await writing(board.database, (trx) =>
      restoreTemplate(trx, board.boardId, 'meeting', null, TODAY),
    );
    expect(reset.before).not.toBeNull();
    expect((await failure(newMeeting(board, { heldOn: '2026-04-14' }, 'own'))).code).toBe(
      'AGENDA_TEMPLATE_NOT_FOUND',
    );
  });

  test('without examiners nobody is to be elected as one', async () => {
    const board = await boardFromNothing({ examiners: 0 });
    const id = await newMeeting(board, { heldOn: '2026-01-20' });
    expect((await view(board, id)).items.map(({ kind }) => kind)).not.toContain('examiners');
  });
});

describe('kinds of meetings', () => {
  test('a decision by e-mail: those who answered take part in everything, and the words fit', async () => {
    const board = await boardFromNothing();
    const id = await newMeeting(
      board,
      { heldOn: '2026-01-20', plannedStart: '16:00', kind: 'email' },
      'email',
    );
    await writing(board.database, async (trx) => {
      const idea = await createIdea(
        trx,
        board.boardId,
        v.parse(ideaInputSchema, { title: 'Lausunto' }),
        TODAY,
      );
      await takeIdea(trx, id, idea.id);
    });
    const call = printableText(
      printCall(await composeMinutes(board.database.kysely, id), resources.phrases(), 'fi'),
    );
    expect(call).toContain('Kutsu sähköpostikokoukseen');
    expect(call).toContain('viimeistään 20.1.2026 klo 16.00');
    await opened(board, id, TEN);
    expect((await failure(attend(board, id, 'M01', 'leave'))).code).toBe('NOBODY_LEAVES');
    const [, matter] = (await view(board, id)).items;
    await decideAs(board, (await view(board, id)).items[0]!.id, 'other');
    await decideAs(board, matter!.id, 'as_proposed');
    await writing(board.database, (trx) => closeMeeting(trx, id, '16:00', false));
    const meeting = await view(board, id);
    expect(meeting.items.map(({ status }) => status.voterCount)).toEqual([10, 10]);
    expect(
      meeting.attendance.flatMap(({ intervals }) => intervals.map((one) => one.arrivedAt ?? one.leftAt)),
    ).toEqual(TEN.map(() => null));
    const text = printableText(
      printMinutes(await composeMinutes(board.database.kysely, id), resources.phrases(), 'fi'),
    );
    for (const words of [
      'Päätös tehtiin sähköpostitse ilman kokousta.',
      'Vastauksia pyydettiin 2.1.2026.',
      'Vastauksia otettiin vastaan 20.1.2026 klo 16.00 saakka.',
      'Määräaikaan mennessä vastasi 10 jäsentä tai varajäsentä (yhteensä 16 paikkaa).',
      'Päätöksentekoon osallistuneet',
      'Ei vastausta',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/saapui|poistui|Kokouspaikka/);
  });

  test('answers by e-mail have a day, count up to the last day, and can be taken back', async () => {
    const board = await boardFromNothing();
    const id = await newMeeting(board, { heldOn: '2026-01-20', kind: 'email' }, 'email');
    const answer = (name: string, reply: 'coming' | 'remote' | 'excused' | null, repliedOn: string) =>
      writing(board.database, (trx) =>
        noteReply(trx, {
          meetingId: id,
          personId: board.people[name]!,
          reply,
          repliedOn,
          channel: 'email',
          note: '',
        }),
      );
    await answer('M01', 'coming', '2026-01-12');
    await answer('M02', 'coming', '2026-01-20');
    expect((await failure(answer('M03', 'coming', '2026-01-21'))).code).toBe('ANSWER_TOO_LATE');
    expect((await failure(answer('M03', 'remote', '2026-01-12'))).code).toBe('INVALID_INPUT');
    await answer('M04', 'excused', '2026-01-13');
    await answer('D05', 'coming', '2026-01-14');
    const answered = async () =>
      (await view(board, id)).attendance
        .filter(({ answeredOn }) => answeredOn !== null)
        .map(({ person, capacity, answeredOn }) => [person.shortName, capacity, answeredOn])
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    expect(await answered()).toEqual([
      ['D05', 'deputy', '2026-01-14'],
      ['M01', 'member', '2026-01-12'],
      ['M02', 'member', '2026-01-20'],
    ]);
    expect((await view(board, id)).items[0]!.status.voterCount).toBe(3);
    // The same in the room: to arrive is to answer, to be absent takes it back.
    await writing(board.database, (trx) =>
      noteAttendance(
        trx,
        v.parse(attendanceEventSchema, { meetingId: id, personId: board.people['M06']!, event: 'arrive' }),
        '2026-02-02',
      ),
    );
    await answer('M02', null, '2026-01-20');
    await answer('M01', 'excused', '2026-01-15');
    expect(await answered()).toEqual([
      ['D05', 'deputy', '2026-01-14'],
      ['M06', 'member', '2026-01-20'],
    ]);
    const text = printableText(
      printMinutes(await composeMinutes(board.database.kysely, id), resources.phrases(), 'fi'),
    );
    expect(text).toContain('Vastannut');
    expect(text).toContain('14.1.2026');
    expect(text).not.toContain('etäyhteydellä');
  });

  test('a board whose rules do not allow it cannot plan one', async () => {
    const board = await boardFromNothing({ emailDecisions: 'not_allowed' });
    const making = newMeeting(board, { heldOn: '2026-01-20', kind: 'email' }, 'email');
    expect((await failure(making)).code).toBe('EMAIL_DECISIONS_NOT_ALLOWED');
  });

  test('an organising meeting: the opener presides until the chair has been elected', async () => {
    const board = await boardFromNothing();
    const id = await newMeeting(
      board,
      {
        heldOn: '2026-01-20',
        kind: 'organising',
        openerId: board.people['M16']!,
        chairId: board.people['M05']!,
      },
      'inaugural',
    );
    await opened(board, id, [...TEN, 'M16']);
    const election = (await view(board, id)).items.find(({ title }) => title === 'Puheenjohtajan valinta')!;
    board.database.raw
      .prepare(`insert into item_person(item_id, person_id, role, position) values (?, ?, 'elected', 0)`)
      .run(election.id, board.people['M05']!);
    await decideAs(board, (await view(board, id)).items[0]!.id, 'opened');
    const document = await composeMinutes(board.database.kysely, id);
    const presiding = document.items.map((item) => item.presiding?.shortName);
    const at = election.position;
    expect(presiding.slice(0, at + 1).every((one) => one === 'M16')).toBe(true);
    expect(presiding[at + 1]).toBe('M05');
    expect(plainText(document.items[0]!.decision)).toBe(
      'Kokouksen avasi M16 klo 13.00 ja johti puhetta puheenjohtajan valintaan saakka.',
    );
  });
});

describe('a body below the board', () => {
  test('has seats, rules, meeting and item numbers of its own, and keeps a memo', async () => {
    const board = await boardFromNothing();
    const { kysely } = board.database;
    await newMeeting(board, { heldOn: '2026-01-20' });
    const input = (change: object = {}) =>
      v.parse(subBodySchema, {
        parentId: board.boardId,
        kind: 'committee',
        nameFi: 'Työvaliokunta',
        shortName: 'TV',
        startsOn: '2025-09-01',
        endsOn: '2029-07-31',
        profile: 'memo',
        memberIds: ['M01', 'M02', 'M03'].map((name) => board.people[name]!),
        chairId: board.people['M02']!,
        secretaryId: board.people['S']!,
        ...change,
      });
    const { id } = await writing(board.database, (trx) => createSubBody(trx, input()));
    expect(
      (await listBoards(kysely, TODAY)).map(({ shortName, kind, parentId }) => [shortName, kind, parentId]),
    ).toEqual([
      ['Koe', 'board', null],
      ['TV', 'committee', board.boardId],
    ]);
    const made = await writing(board.database, (trx) =>
      createMeeting(trx, id, v.parse(meetingInputSchema, { heldOn: '2026-02-10' }), 'committee', wording()),
    );
    const meeting = await meetingView(kysely, made.id, TODAY);
    expect(meeting).toMatchObject({ label: '1/2026', chair: { shortName: 'M02' }, profile: 'memo' });
    expect(meeting.items[0]).toMatchObject({
      section: 1,
      sectionLabel: '1.',
      status: { required: 2, seatCount: 3 },
    });
    expect(meeting.seats[0]!.memberOrganisation).toBe('Esimerkkikylän kyläyhdistys ry');
    const composed = await composeMinutes(kysely, made.id);
    const wordsOf = (language: 'fi' | 'sv' | 'en') =>
      new MinutesPrinter(composed, resources.phrases(), language).say('decision.unanimous');
    expect(wordsOf('fi')).toBe('Työvaliokunta hyväksyi päätösehdotuksen yksimielisesti.');
    expect(wordsOf('sv')).toBe('Arbetsutskottet godkände beslutsförslaget enhälligt.');
    expect(wordsOf('en')).toBe('The working committee approved the proposal unanimously.');
    const printed = printableText(printMinutes(composed, resources.phrases(), 'fi'));
    expect(printed).toContain('Muistio');
    expect(printed).not.toContain('§');
    const nested = writing(board.database, (trx) =>
      createSubBody(trx, input({ parentId: id, shortName: 'TV2' })),
    );
    expect((await failure(nested)).code).toBe('SUB_BODY_NESTED');
    const same = writing(board.database, (trx) => createSubBody(trx, input()));
    expect((await failure(same)).code).toBe('SHORT_NAME_TAKEN');
  });
});
