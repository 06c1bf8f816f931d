/** Two windows at the same meeting, through the worker: neither overwrites what the other wrote without being told. */
import { afterAll, describe, expect, test } from 'vitest';
import type { ItemView, MeetingView } from '../../db/model/meeting-view.ts';
import { plainText, richText } from '../../db/model/rich-text.ts';
import { temporaryFolder } from '../fixtures/databases.ts';
import { ask, closePublisher, DESKS, openDesk, refused, type Desk, type DeskKind } from '../fixtures/desk.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

afterAll(closePublisher);

async function session(
  kind: DeskKind,
): Promise<{ desk: Desk; meetingId: string; view(): Promise<MeetingView> }> {
  const folder = temporaryFolder();
  const { meetings } = await sampleFile(folder, 'pykala.sqlite');
  const desk = await openDesk(kind, folder);
  const meetingId = meetings['4/2026']!;
  const view = () => ask<MeetingView>(desk, 'query', 'meetings.get', { meetingId });
  const { seats } = await view();
  await ask(desk, 'mutation', 'meetings.recordCall', {
    meetingId,
    callSentOn: '2026-08-20',
    agendaSentOn: '2026-08-20',
  });
  for (const { member } of seats)
    await ask(desk, 'mutation', 'live.attendance', {
      meetingId,
      personId: member!.id,
      event: 'arrive',
      time: '13:00',
    });
  await ask(desk, 'mutation', 'meetings.open', { meetingId, time: '13:00' });
  return { desk, meetingId, view };
}

const itemAt = (view: MeetingView, section: number): ItemView =>
  view.items.find((item) => item.section === section)!;

describe.each(Object.keys(DESKS) as DeskKind[])('%s', (kind) => {
  test('texts, votes, presence and order', async () => {
    const { desk, meetingId, view } = await session(kind);
    const first = itemAt(await view(), 41);

    // Texts: the version that was seen decides; the second is told, and nothing is written.
    const change = (version: number, words: string) => ({
      itemId: first.id,
      version,
      change: { proceedings: richText(words) },
    });
    await ask(desk, 'mutation', 'items.change', change(first.version, 'Ensimmäinen ikkuna.'));
    expect((await refused(desk, 'mutation', 'items.change', change(first.version, 'Toinen.'))).code).toBe(
      'CONFLICT',
    );
    expect(plainText(itemAt(await view(), 41).proceedings)).toBe('Ensimmäinen ikkuna.');

    // A roll call taken in two windows: both windows' answers are kept, and a clash is told.
    const [a, b, c] = (await view()).seats.map(({ member }) => member!.id) as [string, string, string];
    const values = { itemId: first.id, method: 'roll_call', ayeProposalId: null, noProposalId: null };
    const { id } = await ask<{ id: string }>(desk, 'mutation', 'live.saveVote', {
      id: null,
      values: { ...values, ballots: [] },
    });
    const answer = (personId: string, choice: string, seenBallots: object[] = []) => ({
      id,
      values: { ...values, ballots: [...seenBallots, { personId, choice }], seenBallots },
    });
    await ask(desk, 'mutation', 'live.saveVote', answer(a, 'aye'));
    await ask(desk, 'mutation', 'live.saveVote', answer(b, 'no'));
    await ask(desk, 'mutation', 'live.saveVote', answer(c, 'blank', [{ personId: b, choice: 'no' }]));
    const clash = await refused(desk, 'mutation', 'live.saveVote', answer(a, 'no'));
    expect(clash.code).toBe('CONFLICT');
    const [vote] = itemAt(await view(), 41).votes;
    expect(new Map(vote!.ballots.map(({ personId, choice }) => [personId, choice]))).toEqual(
      new Map([
        [a, 'aye'],
        [b, 'no'],
        [c, 'blank'],
      ]),
    );

    // Presence: one leaves in each window; both are gone, the others are there.
    for (const personId of [b, c])
      await ask(desk, 'mutation', 'live.attendance', { meetingId, personId, event: 'leave', time: '14:00' });
    const { attendance } = await view();
    for (const { person, intervals } of attendance)
      if (person.id === b || person.id === c)
        expect(intervals.map(({ leftAt }) => leftAt)).toEqual(['14:00']);
    expect(attendance.find(({ person }) => person.id === a)?.intervals[0]?.open).toBe(true);
  }, 60_000);

  test('the order of items: each move is one item to one place, whatever the other window moved', async () => {
    const folder = temporaryFolder();
    const { meetings } = await sampleFile(folder, 'pykala.sqlite');
    const desk = await openDesk(kind, folder);
    const meetingId = meetings['4/2026']!;
    const order = async () =>
      (await ask<MeetingView>(desk, 'query', 'meetings.get', { meetingId })).items.map((item) => item.id);
    const before = await order();
    const [one, two] = [before[4]!, before[5]!];
    await Promise.all([
      ask(desk, 'mutation', 'items.move', { itemId: one, position: 0 }),
      ask(desk, 'mutation', 'items.move', { itemId: two, position: before.length - 1 }),
    ]);
    const after = await order();
    expect([after[0], after.at(-1)]).toEqual([one, two]);
    expect([...after].sort()).toEqual([...before].sort());
  }, 60_000);
});
