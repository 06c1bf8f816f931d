/** A board goes out as a file and comes in again as it was: the sample, and one with kinds, answers and ideas. */
import { afterEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { importBoardFile } from '../../db/features/board-file.ts';
import { exportBoardFile } from '../../db/features/board-file-export.ts';
import { createIdea, rejectIdea } from '../../db/features/ideas.ts';
import { createMeeting } from '../../db/features/meetings.ts';
import { noteReply } from '../../db/features/replies.ts';
import { createSubBody } from '../../db/features/sub-bodies.ts';
import { takeIdea } from '../../db/features/suggestions.ts';
import { parseBoardFile, type BoardFile } from '../../db/model/board-file.ts';
import { ideaInputSchema } from '../../db/model/idea.ts';
import { meetingInputSchema } from '../../db/model/meeting.ts';
import { subBodySchema } from '../../db/model/sub-body.ts';
import { resources } from '../fixtures/databases.ts';
import { resource } from '../unit/resources.ts';
import { testDatabase, type TestDatabase } from './board-database.ts';

const open: TestDatabase[] = [];
afterEach(() => {
  for (const database of open.splice(0)) database.remove();
});

async function empty(): Promise<TestDatabase> {
  const database = await testDatabase();
  open.push(database);
  return database;
}

async function broughtIn(file: BoardFile, database?: TestDatabase): Promise<[TestDatabase, string]> {
  const into = database ?? (await empty());
  const { boardId } = await into.change((trx) => importBoardFile(trx, file));
  return [into, boardId];
}

/** Out, in to an empty database, and out again. */
async function expectSame(database: TestDatabase, boardId: string): Promise<BoardFile> {
  const first = await exportBoardFile(database.kysely, boardId);
  const [other, again] = await broughtIn(parseBoardFile(JSON.parse(JSON.stringify(first))));
  expect(await exportBoardFile(other.kysely, again)).toEqual(first);
  return first;
}

describe('the sample board', () => {
  test('goes out and in again as it was', async () => {
    const sample = parseBoardFile(resource('boards/malli-jane.json'));
    const [database, boardId] = await broughtIn(sample);
    const file = await expectSame(database, boardId);
    expect(file.version).toBe(2);
    expect(file.persons).toHaveLength(sample.persons.length);
    expect(file.meetings.map(({ items }) => items.map(({ title }) => title))).toEqual(
      sample.meetings.map(({ items }) => items.map(({ title }) => title)),
    );
    const votes = (one: BoardFile): number =>
      one.meetings.flatMap(({ items }) =>
        items.flatMap((item) => item.votes.flatMap(({ ballots }) => ballots)),
      ).length;
    expect(votes(file)).toBe(votes(sample));
  });
});

test('kinds of meetings, answers, ideas and a body below the board come along', async () => {
  const [database, boardId] = await broughtIn(parseBoardFile(resource('boards/malli-jane.json')));
  const wording = { phrases: resources.phrases(), agendaTemplates: resources.agendaTemplates() };
  const [first, second, third] = await database.kysely
    .selectFrom('seat_holder')
    .select('person_id as id')
    .where('role', '=', 'member')
    .orderBy('id')
    .execute();
  const idea = (title: string) => v.parse(ideaInputSchema, { title, proposerPersonId: first!.id });
  const subBodyId = await database.change(async (trx) => {
    const { id } = await createMeeting(
      trx,
      boardId,
      v.parse(meetingInputSchema, { heldOn: '2026-12-08', plannedStart: '13:00', kind: 'email' }),
      'email',
      wording,
    );
    await noteReply(trx, {
      meetingId: id,
      personId: second!.id,
      reply: 'coming',
      repliedOn: '2026-12-01',
      channel: 'phone',
      note: 'Kannattaa',
    });
    const taken = await createIdea(trx, boardId, idea('Otettu'), '2026-11-01');
    await takeIdea(trx, id, taken.id);
    const rejected = await createIdea(trx, boardId, idea('Hylätty'), '2026-11-02');
    await rejectIdea(trx, { id: rejected.id, version: 1, reason: 'Ei kuulu tehtäviin' }, '2026-11-03');
    const body = await createSubBody(
      trx,
      v.parse(subBodySchema, {
        parentId: boardId,
        kind: 'committee',
        nameFi: 'Työvaliokunta',
        shortName: 'TV',
        startsOn: '2026-01-01',
        endsOn: '2027-12-31',
        profile: 'memo',
        memberIds: [first!.id, second!.id, third!.id],
      }),
    );
    await createMeeting(
      trx,
      body.id,
      v.parse(meetingInputSchema, { heldOn: '2026-12-10', kind: 'organising', openerId: third!.id }),
      null,
      wording,
    );
    return body.id;
  });
  const board = await expectSame(database, boardId);
  const email = board.meetings.find(({ kind }) => kind === 'email')!;
  expect(email.replies).toEqual([
    expect.objectContaining({
      reply: 'coming',
      repliedOn: '2026-12-01',
      channel: 'phone',
      note: 'Kannattaa',
    }),
  ]);
  expect(email.attendance.some(({ presence }) => presence.length === 1)).toBe(true);
  expect(
    board.ideas.map(({ title, takenTo, rejectedOn }) => [title, takenTo?.meeting ?? null, rejectedOn]),
  ).toEqual([
    ['Otettu', '6/2026', null],
    ['Hylätty', null, '2026-11-03'],
  ]);
  const body = await exportBoardFile(database.kysely, subBodyId);
  expect(body.board).toMatchObject({ kind: 'committee', parent: board.board.shortName });
  expect(body.meetings[0]).toMatchObject({ kind: 'organising' });
  expect(body.meetings[0]!.opener).not.toBeNull();

  // A body comes in under its board, and not without it.
  const alone = broughtIn(body);
  await expect(alone).rejects.toMatchObject({ details: { reason: 'unknown_parent' } });
  const [into] = await broughtIn(board);
  const [, again] = await broughtIn(body, into);
  const back = await exportBoardFile(into.kysely, again);
  expect(back.meetings).toEqual(body.meetings);
});
