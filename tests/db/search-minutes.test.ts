/** Search over all minutes: words in any form, each filter, counts, places, and numbers of planned meetings. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { addConflict, saveProposal } from '../../db/features/live.ts';
import { addItem } from '../../db/features/items.ts';
import { search } from '../../db/core/search.ts';
import { searchMinutes, withMeetings } from '../../db/features/search-minutes.ts';
import { setApplicant } from '../fixtures/search-steps.ts';
import {
  minutesSearchSchema,
  type FoundMinutes,
  type MinutesSearchInput,
} from '../../db/model/minutes-search.ts';
import { conflictInputSchema, proposalInputSchema } from '../../db/model/meeting.ts';
import { boardFromNothing, type NewBoard } from '../fixtures/board-from-nothing.ts';
import { writing } from '../fixtures/databases.ts';
import { closed, decideAs, newMeeting, opened, paragraph } from '../fixtures/meeting-steps.ts';

const PRESENT = Array.from({ length: 10 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);
const ask = ({ database }: NewBoard, input: MinutesSearchInput): Promise<FoundMinutes> =>
  searchMinutes(database.kysely, v.parse(minutesSearchSchema, input));
const titles = (found: FoundMinutes): string[] =>
  found.meetings.flatMap(({ label, items }) => items.map(({ title }) => `${label} ${title}`));

async function item(board: NewBoard, meetingId: string, title: string, account: string): Promise<string> {
  return (
    await writing(board.database, (trx) =>
      addItem(
        trx,
        meetingId,
        {
          kind: 'statement',
          title,
          diaryNumber: null,
          applicantOrganisationId: null,
          presenterId: null,
          account: paragraph(account),
          proposal: paragraph('Annetaan lausunto.'),
        },
        null,
      ),
    )
  ).id;
}

/** Two meetings: one held and closed in 2025, one planned in 2026. */
async function twoMeetings() {
  const board = await boardFromNothing();
  const held = await newMeeting(board, { heldOn: '2025-11-18' });
  const forum = await item(
    board,
    held,
    'Lausunto avustuksesta',
    'Yhdistyksille myönnetään avustusta järjestöfoorumin kuluihin.',
  );
  await setApplicant(board.database, forum, board.organisationId);
  await opened(board, held, PRESENT);
  await writing(board.database, async (trx) => {
    await addConflict(
      trx,
      v.parse(conflictInputSchema, {
        itemId: forum,
        personId: board.people['M05'],
        ground: 'body_member',
        declaredBy: 'self',
      }),
    );
    await saveProposal(
      trx,
      null,
      v.parse(proposalInputSchema, {
        itemId: forum,
        kind: 'counter',
        proposerId: board.people['M06'],
        text: 'Avustus evätään.',
        withdrawn: true,
      }),
    );
  });
  await decideAs(board, forum, 'as_proposed');
  await closed(board, held);
  const planned = await newMeeting(board, { heldOn: '2026-02-17' });
  const next = await item(board, planned, 'Järjestöfoorumin ohjelma', 'Ohjelmaa valmistellaan.');
  return { board, held, planned, forum, next };
}

test('a word is found in its forms, newest meeting first, with its place and the words as they stand', async () => {
  const { board, held, planned, forum, next } = await twoMeetings();
  const found = await ask(board, { text: 'järjestöfoorumi' });
  expect(titles(found)).toEqual(['1/2026 Järjestöfoorumin ohjelma', '1/2025 Lausunto avustuksesta']);
  expect(found.meetings.map(({ meetingId }) => meetingId)).toEqual([planned, held]);
  const hit = found.meetings[1]!.items[0]!;
  expect(hit).toMatchObject({
    itemId: forum,
    part: 'account',
    decisionType: 'as_proposed',
    conflicted: true,
  });
  const [range] = hit.snippet.matches;
  expect(hit.snippet.text.slice(range!.start, range!.end)).toBe('järjestöfoorumin');
  expect(hit.words).toEqual(['järjestöfoorumin']);
  const title = found.meetings[0]!.items[0]!;
  expect(title.itemId).toBe(next);
  expect(title.titleMatches).toEqual([{ start: 0, end: 'Järjestöfoorumin'.length }]);
  // The planned meeting's numbers are not frozen; they follow from its place.
  const { section } = board.database.raw
    .prepare('select position + 1 as section from agenda_item where id = ?')
    .get(next) as { section: number };
  expect(title.section).toBe(section);
});

test('each filter alone and together, and how many items each value would give', async () => {
  const { board, forum } = await twoMeetings();
  const { people, organisationId, boardId } = board;
  const only = async (input: MinutesSearchInput) =>
    (await ask(board, input)).meetings.flatMap(({ items }) => items.map(({ itemId }) => itemId));
  expect(await only({ conflicted: true })).toEqual([forum]);
  expect(await only({ personId: people['M05']! })).toEqual([forum]);
  expect(await only({ personId: people['M06']! })).toEqual([forum]);
  expect(await only({ personId: people['M07']! })).toEqual([]);
  expect(await only({ organisationId })).toEqual([forum]);
  expect(await only({ text: 'ohjelma', yearTo: 2025 })).toEqual([]);
  expect(await only({ text: 'järjestöfoorumi', yearFrom: 2025, yearTo: 2025, boardId })).toEqual([forum]);
  expect(await only({ kind: 'statement', decisionType: 'as_proposed' })).toEqual([forum]);
  expect(await only({ kind: 'statement', state: 'closed' })).toEqual([forum]);
  expect(await only({ text: 'avustus evätään' })).toEqual([forum]);
  const { total, counts } = await ask(board, { text: 'lausunto', yearFrom: 2026 });
  expect(total).toBe(1);
  // The counts of a filter do not depend on the filter itself.
  expect(counts.years).toEqual({ 2025: 1, 2026: 1 });
  expect(counts.kinds).toEqual({ statement: 1 });
});

test('nothing asked for, nothing to search for, and signs of the query language give nothing and no error', async () => {
  const { board } = await twoMeetings();
  for (const text of ['', '   ', '"', '*', 'NEAR(', 'ei-tällaista-sanaa', `' or 1=1 --`])
    expect((await ask(board, { text })).total).toBe(0);
});

test('the first are shown, all are counted', async () => {
  const { board } = await twoMeetings();
  const found = await ask(board, { yearFrom: 2025, limit: 3 });
  expect(titles(found)).toHaveLength(3);
  expect(found.total).toBeGreaterThan(10);
});

test('a hit of the search of everything names its meeting', async () => {
  const { board, planned } = await twoMeetings();
  const { kysely } = board.database;
  const found = await withMeetings(kysely, await search(kysely, { text: 'ohjelma', limit: 10 }));
  expect(found.map(({ entity, meetingId }) => [entity, meetingId])).toEqual([['item', planned]]);
});
