/** From closing to the archive: tasks, numbers that freeze, reopening, examination and the chain of snapshots. */
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import fs from 'node:fs';
import SQLite from 'better-sqlite3';
import { openDatabase } from '../../db/core/open.ts';
import { noteAttendance } from '../../db/features/attendance.ts';
import { checkEverything } from '../../db/features/check.ts';
import { examineAtOnce } from '../../db/features/examination.ts';
import { addItem, changeItem, moveItem, removeItem } from '../../db/features/items.ts';
import { addAttachment } from '../../db/features/attachments.ts';
import { setElected } from '../../db/features/live.ts';
import { closeMeeting, reopenMeeting } from '../../db/features/meeting-course.ts';
import { listMeetings } from '../../db/features/meeting-view.ts';
import { updateMeeting } from '../../db/features/meetings.ts';
import { frozenMinutes } from '../../db/features/snapshots.ts';
import { createTask, listTasks, removeTask, updateTask } from '../../db/features/tasks.ts';
import { attendanceEventSchema, itemInputSchema, meetingInputSchema } from '../../db/model/meeting.ts';
import { taskInputSchema } from '../../db/model/task.ts';
import { boardFromNothing, type NewBoard } from '../fixtures/board-from-nothing.ts';
import { writing } from '../fixtures/databases.ts';
import {
  closed,
  decideAs,
  failure,
  itemOf,
  newMeeting,
  opened,
  TODAY,
  view,
} from '../fixtures/meeting-steps.ts';

const TEN = Array.from({ length: 10 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);
const matter = (title: string) => v.parse(itemInputSchema, { kind: 'decision', title });

async function held(board: NewBoard, heldOn: string): Promise<string> {
  const meetingId = await newMeeting(board, { heldOn });
  await opened(board, meetingId, TEN);
  await closed(board, meetingId);
  return meetingId;
}

const examine = (
  board: NewBoard,
  meetingId: string,
  examinedOn: string,
  instant = `${examinedOn}T10:00:00.000Z`,
) =>
  writing(board.database, (trx) =>
    examineAtOnce(trx, meetingId, { examinedOn, displayedFrom: null }, 'Saara Sihteeri', instant),
  );

async function sections(board: NewBoard): Promise<Record<string, string | null>> {
  const meetings = await listMeetings(board.database.kysely, board.boardId);
  return Object.fromEntries(meetings.map((meeting) => [meeting.label, meeting.sections]).reverse());
}

test('a task keeps the history of its deadline and cites the §', async () => {
  const board = await boardFromNothing();
  const { database, boardId, people } = board;
  const meetingId = await newMeeting(board, { heldOn: '2026-01-20' });
  const { id: itemId } = await writing(database, (trx) => addItem(trx, meetingId, matter('Foorumi'), null));
  await opened(board, meetingId, TEN);
  const values = {
    title: 'Tilavaraus',
    responsiblePersonId: people['S'],
    dueOn: '2026-03-01',
    decidedItemId: itemId,
  };
  const task = await writing(database, (trx) =>
    createTask(trx, boardId, v.parse(taskInputSchema, values), '2026-01-20'),
  );
  expect(task.code).toBe('T-2026-01');
  await decideAs(board, itemId, 'as_proposed');
  await closed(board, meetingId);
  const next = await newMeeting(board, { heldOn: '2026-03-17' });
  await opened(board, next, TEN);
  const follow = await itemOf(board, next, 'previous_minutes');
  const postpone = (version: number, dueOn: string, reason: string) =>
    writing(database, (trx) =>
      updateTask(
        trx,
        {
          id: task.id,
          version,
          values: v.parse(taskInputSchema, { ...values, dueOn, state: 'in_progress' }),
          itemId: follow.id,
          reason,
        },
        '2026-03-17',
      ),
    );
  await postpone(1, '2026-05-01', 'Tila remontissa');
  await postpone(2, '2026-08-31', 'Remontti venyi');
  expect((await failure(postpone(2, '2026-12-31', ''))).code).toBe('CONFLICT');
  const [listed] = await listTasks(database.kysely, boardId, { state: 'open' }, '2026-09-01');
  expect(listed).toMatchObject({
    code: 'T-2026-01',
    responsible: 'S',
    dueOn: '2026-08-31',
    overdue: true,
    decidedReference: '1/2026 § 6',
    deadlineChanges: [
      { oldDueOn: '2026-03-01', newDueOn: '2026-05-01', reference: '2/2026 § 14', reason: 'Tila remontissa' },
      { oldDueOn: '2026-05-01', newDueOn: '2026-08-31', reference: '2/2026 § 14', reason: 'Remontti venyi' },
    ],
  });
  expect((await failure(writing(database, (trx) => removeTask(trx, task.id)))).code).toBe('TASK_FOLLOWED_UP');
  const second = await writing(database, (trx) =>
    createTask(trx, boardId, v.parse(taskInputSchema, { title: 'Toinen' }), '2026-03-17'),
  );
  expect(second.code).toBe('T-2026-02');
  await writing(database, (trx) => removeTask(trx, second.id));
});

test('closing is refused while something is missing, and goes through when forced', async () => {
  const board = await boardFromNothing();
  const meetingId = await newMeeting(board, { heldOn: '2026-01-20' });
  await opened(board, meetingId, TEN);
  const close = (force: boolean) =>
    writing(board.database, (trx) => closeMeeting(trx, meetingId, '15:00', force));
  const error = await failure(close(false));
  expect(error).toMatchObject({
    code: 'MEETING_UNFINISHED',
    details: { count: 8, codes: 'decision_missing' },
  });
  expect(await view(board, meetingId)).toMatchObject({ state: 'in_session', endedAt: null });
  await close(true);
  const forced = await view(board, meetingId);
  expect(forced).toMatchObject({ state: 'closed', endedAt: '15:00', sections: '1–8' });
  expect(forced.findings.filter((finding) => finding.code === 'decision_missing')).toHaveLength(8);
  expect(forced.attendance.every((row) => row.intervals.every((interval) => !interval.open))).toBe(true);
  expect(
    (await failure(writing(board.database, (trx) => addItem(trx, meetingId, matter('Myöhässä'), null)))).code,
  ).toBe('AGENDA_FROZEN');
});

describe('§ numbers', () => {
  test('run on without gaps, follow changes of drafts, and freeze at closing', async () => {
    const board = await boardFromNothing();
    const { database } = board;
    const first = await held(board, '2026-01-20');
    await newMeeting(board, { heldOn: '2026-03-17' });
    await newMeeting(board, { heldOn: '2026-05-19' });
    const next = await newMeeting(board, { heldOn: '2027-01-19' });
    expect(await sections(board)).toEqual({
      '1/2026': '1–8',
      '2/2026': '9–16',
      '3/2026': '17–24',
      '1/2027': '1–8',
    });
    const second = (await listMeetings(database.kysely, board.boardId)).find(
      (one) => one.label === '2/2026',
    )!;
    const added = await writing(database, (trx) => addItem(trx, second.id, matter('Lisäasia'), null));
    expect(await sections(board)).toMatchObject({ '2/2026': '9–17', '3/2026': '18–25', '1/2027': '1–8' });
    await writing(database, (trx) => removeItem(trx, added.id));
    expect(await sections(board)).toMatchObject({ '2/2026': '9–16', '3/2026': '17–24' });
    expect(
      (await failure(writing(database, (trx) => addItem(trx, first, matter('Myöhässä'), null)))).code,
    ).toBe('AGENDA_FROZEN');
    await opened(board, second.id, TEN);
    await closed(board, second.id);
    const stored = database.raw
      .prepare('select section from agenda_item where section is not null order by section')
      .pluck()
      .all();
    expect(stored).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    const { items } = await view(board, next);
    await writing(database, (trx) => moveItem(trx, items[7]!.id, 0));
    expect((await sections(board))['1/2026']).toBe('1–8');
  });

  test('run through the term where the rules say so, and a memo begins at 1 each time', async () => {
    const term = await boardFromNothing({ numbering: 'term' });
    await held(term, '2026-01-20');
    await newMeeting(term, { heldOn: '2027-01-19' });
    expect(await sections(term)).toEqual({ '1/2026': '1–8', '1/2027': '9–16' });
    const memo = await boardFromNothing({ profile: 'memo' });
    await newMeeting(memo, { heldOn: '2026-01-20' }, 'memo');
    await newMeeting(memo, { heldOn: '2026-03-17' }, 'memo');
    expect(Object.values(await sections(memo)).every((range) => range?.startsWith('1–'))).toBe(true);
  });
});

describe('reopening', () => {
  test('takes a reason, is logged with it, and the numbers freeze again at closing', async () => {
    const board = await boardFromNothing();
    const { database } = board;
    const meetingId = await held(board, '2026-01-20');
    const reopen = (reason: string) => writing(database, (trx) => reopenMeeting(trx, meetingId, reason));
    expect((await failure(reopen('  '))).code).toBe('reason_missing');
    await reopen('Päätösteksti puuttui');
    expect(await view(board, meetingId)).toMatchObject({ state: 'in_session', sections: '1–8' });
    const logged = database.raw
      .prepare(`select procedure from audit where entity = 'meeting' order by id desc limit 1`)
      .pluck()
      .get();
    expect(logged).toBe('meetings.reopen: Päätösteksti puuttui');
    await writing(database, (trx) => addItem(trx, meetingId, matter('Unohtunut asia'), null));
    await closed(board, meetingId);
    expect(await view(board, meetingId)).toMatchObject({ state: 'closed', sections: '1–9' });
  });

  test('is refused when a later meeting of the year has frozen its numbers', async () => {
    const board = await boardFromNothing();
    const first = await held(board, '2026-01-20');
    await held(board, '2026-03-17');
    const error = await failure(writing(board.database, (trx) => reopenMeeting(trx, first, 'Korjaus')));
    expect(error).toMatchObject({
      code: 'requirement_not_met',
      details: { requirements: 'no_later_numbers' },
    });
    expect(await view(board, first)).toMatchObject({ state: 'closed', sections: '1–8' });
  });

  test('is not hindered by the next year, whose numbers begin anew', async () => {
    const board = await boardFromNothing();
    const first = await held(board, '2026-12-15');
    await held(board, '2027-01-19');
    await held(board, '2027-03-16');
    await writing(board.database, (trx) => reopenMeeting(trx, first, 'Korjaus'));
    expect(await view(board, first)).toMatchObject({ state: 'in_session' });
  });
});

describe('examined minutes', () => {
  test('are refused while there are errors, before the meeting, and from a meeting that is not closed', async () => {
    const board = await boardFromNothing();
    const { database } = board;
    const meetingId = await newMeeting(board, { heldOn: '2026-01-20' });
    await opened(board, meetingId, TEN);
    await writing(database, (trx) => closeMeeting(trx, meetingId, '15:00', true));
    expect((await failure(examine(board, meetingId, '2026-01-27'))).code).toBe('MEETING_UNFINISHED');
    const other = await held(board, '2026-03-17');
    expect((await failure(examine(board, other, '2026-03-01'))).code).toBe('EXAMINED_BEFORE_MEETING');
    const draft = await newMeeting(board, { heldOn: '2026-05-19' });
    expect((await failure(examine(board, draft, '2026-05-26'))).code).toBe('transition_not_allowed');
    expect(database.raw.prepare('select count(*) from minutes_snapshot').pluck().get()).toBe(0);
  });

  test('are frozen, and every change is refused by the rules', async () => {
    const board = await boardFromNothing();
    const { database, people } = board;
    const meetingId = await held(board, '2026-01-20');
    const before = await view(board, meetingId);
    await examine(board, meetingId, '2026-01-27');
    const frozen = await frozenMinutes(database.kysely, meetingId);
    expect(frozen).toMatchObject({ state: 'examined', examination: { examinedOn: '2026-01-27' } });
    expect(frozen?.items.map((item) => item.section)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const item = before.items[5]!;
    const attempts = [
      () => writing(database, (trx) => addItem(trx, meetingId, matter('Lisä'), null)),
      () => writing(database, (trx) => moveItem(trx, item.id, 0)),
      () => writing(database, (trx) => removeItem(trx, item.id)),
      () =>
        writing(database, (trx) =>
          changeItem(trx, { itemId: item.id, version: item.version, change: { title: 'Uusi' } }),
        ),
      () => writing(database, (trx) => setElected(trx, before.items[2]!.id, 'examiner', [people['M05']!])),
      () =>
        writing(database, (trx) =>
          addAttachment(trx, { meetingId, itemId: null, title: 'Liite', file: null }),
        ),
      () => decideAs(board, item.id, 'tabled'),
      () =>
        writing(database, (trx) =>
          updateMeeting(
            trx,
            meetingId,
            before.version + 1,
            v.parse(meetingInputSchema, { heldOn: '2026-01-21' }),
          ),
        ),
      () =>
        writing(database, (trx) =>
          noteAttendance(
            trx,
            v.parse(attendanceEventSchema, { meetingId, personId: people['M16'], event: 'arrive' }),
            TODAY,
          ),
        ),
    ];
    for (const attempt of attempts) expect((await failure(attempt())).code).toBe('MEETING_EXAMINED');
    expect((await failure(writing(database, (trx) => reopenMeeting(trx, meetingId, 'Korjaus')))).code).toBe(
      'transition_not_allowed',
    );
    expect(
      (await failure(writing(database, (trx) => closeMeeting(trx, meetingId, '16:00', true)))).code,
    ).toBe('transition_not_allowed');
  });

  test('keep their chain, whatever the clock of the computer says', async () => {
    const board = await boardFromNothing();
    const first = await held(board, '2026-01-20');
    const second = await held(board, '2026-03-17');
    const third = await held(board, '2026-05-19');
    await examine(board, first, '2026-01-27', '2026-01-27T10:00:00.000Z');
    await examine(board, second, '2026-03-24', '2020-01-01T00:00:00.000Z');
    await examine(board, third, '2026-05-26', '2026-05-26T10:00:00.000Z');
    expect(await checkEverything(board.database)).toEqual([]);
  });

  test('that were altered after all are found out by their hash', async () => {
    const board = await boardFromNothing();
    const { database } = board;
    for (const day of ['2026-01-20', '2026-03-17', '2026-05-19'])
      await examine(board, await held(board, day), day);
    expect(await checkEverything(database)).toEqual([]);
    const { file } = database;
    database.close();
    async function tampered(statement: string): Promise<string[]> {
      const copy = file.replace('.sqlite', '-altered.sqlite');
      fs.copyFileSync(file, copy);
      const raw = new SQLite(copy);
      for (const name of raw
        .prepare(`select name from sqlite_schema where type = 'trigger' and tbl_name = 'minutes_snapshot'`)
        .pluck()
        .all())
        raw.exec(`drop trigger "${String(name)}"`);
      raw.exec(statement);
      raw.close();
      const opened = await openDatabase({ file: copy });
      const findings = await checkEverything(opened);
      opened.close();
      fs.rmSync(copy);
      return findings.map((finding) => `${finding.subject} ${finding.code}`);
    }
    const meeting = (number: number) => `(select id from meeting where number = ${number})`;
    expect(await tampered('select 1')).toEqual([]);
    expect(
      await tampered(
        `update minutes_snapshot set document = replace(document, 'Hyväksyttiin', 'Hylättiin') where meeting_id = ${meeting(2)}`,
      ),
    ).toEqual(['meeting 2/2026 snapshot_hash', 'meeting 2/2026 § 12 record_differs']);
    expect(await tampered(`delete from minutes_snapshot where meeting_id = ${meeting(1)}`)).toEqual([
      'meeting 2/2026 snapshot_chain',
      'meeting 1/2026 snapshot_missing',
      'meeting 1/2026 round_version',
    ]);
    expect(await tampered(`delete from minutes_snapshot where meeting_id = ${meeting(2)}`)).toEqual([
      'meeting 3/2026 snapshot_chain',
      'meeting 2/2026 snapshot_missing',
      'meeting 2/2026 round_version',
    ]);
    expect(await tampered(`delete from minutes_snapshot where meeting_id = ${meeting(3)}`)).toEqual([
      'meeting 3/2026 snapshot_missing',
      'meeting 3/2026 round_version',
    ]);
  });
});
