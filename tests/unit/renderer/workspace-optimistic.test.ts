/** What the window shows before the backend has answered is what the backend answers. */
import { expect, test } from 'vitest';
import { meetingView } from '../../../db/features/meeting-view.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import {
  attendanceChange,
  conflictChange,
  conflictRemoval,
  currentItemChange,
  lastItemOf,
  withChanges,
} from '../../../renderer/features/workspace/optimistic.ts';
import { derive, dissenters } from '../../../renderer/features/workspace/view-facts.ts';
import { seatStandings } from '../../../renderer/features/workspace/people.ts';
import { sampleCopy } from '../../fixtures/sample-copy.ts';

const TODAY = '2026-05-19';

async function sampleMeeting(): Promise<MeetingView> {
  const { database, meetings } = await sampleCopy();
  return await meetingView(database.kysely, meetings['3/2026']!, TODAY);
}

const itemAt = (view: MeetingView, section: number) => view.items.find((item) => item.section === section)!;
const idOf = (view: MeetingView, seat: number): string =>
  view.seats.find(({ number }) => number === seat)!.member!.id;

test('derived anew, every item stands as the backend says', async () => {
  const view = await sampleMeeting();
  const derived = derive(view);
  for (const [index, item] of view.items.entries()) {
    const own = derived.items[index]!;
    expect(own.status).toEqual(item.status);
    expect(own.proposals).toEqual(item.proposals);
    expect(own.votes).toEqual(item.votes);
    expect(own.nextVote).toEqual(item.nextVote);
    expect(own.problems).toEqual(item.problems);
    expect(own.decided).toBe(item.decided);
  }
});

test('the sample meeting counts as expected at every §', async () => {
  const { items } = derive(await sampleMeeting());
  expect(items.map(({ section, status }) => [section, status.voterCount])).toEqual(
    [14, 14, 14, 14, 15, 15, 15, 14, 15, 15, 15, 15, 15, 15].map((count, index) => [22 + index, count]),
  );
});

test('a conflict takes the vote away at once and gives it back', async () => {
  const view = await sampleMeeting();
  const item = itemAt(view, 30);
  const personId = idOf(view, 3);
  const input = { itemId: item.id, personId, ground: 'party' as const };
  const conflicted = withChanges(view, [conflictChange(input)]);
  expect(itemAt(conflicted, 30).status.voterCount).toBe(14);
  expect(itemAt(conflicted, 31).status.voterCount).toBe(15);
  // Made again it is the same: it may be applied to the backend's answer too.
  expect(withChanges(conflicted, [conflictChange(input)])).toEqual(derive(conflicted));
  const [conflict] = itemAt(conflicted, 30).conflicts;
  const removed = withChanges(conflicted, [conflictRemoval(conflict!.id)]);
  expect(itemAt(removed, 30).status).toEqual(item.status);
});

test('a deputy sits in for a member who leaves, and no later', async () => {
  const view: MeetingView = { ...(await sampleMeeting()), state: 'in_session' };
  const meetingId = view.id;
  const item = itemAt(view, 31);
  const seat = view.seats.find(({ number }) => number === 4)!;
  // In session the stretches are open.
  const open: MeetingView = {
    ...view,
    currentItemId: item.id,
    attendance: view.attendance.map((row) => ({
      ...row,
      intervals: row.intervals.map((one) =>
        one.lastItemId === view.items.at(-1)!.id
          ? { ...one, open: true, lastItemId: null, leftAt: null }
          : one,
      ),
    })),
    items: view.items.map((one) =>
      one.section < 31 ? one : { ...one, decision: null, decisionType: null, decided: false },
    ),
  };
  const left = withChanges(open, [
    attendanceChange({
      meetingId,
      itemId: item.id,
      personId: seat.member!.id,
      event: 'leave',
      time: '14:40',
    }),
  ]);
  expect(itemAt(left, 30).status.voterCount).toBe(15);
  expect(itemAt(left, 31).status.voterCount).toBe(14);
  const sat = withChanges(left, [
    attendanceChange({
      meetingId,
      itemId: item.id,
      personId: seat.deputy!.id,
      event: 'arrive',
      time: '14:41',
      capacity: 'deputy',
    }),
  ]);
  expect(itemAt(sat, 31).status.voterCount).toBe(15);
  expect(seatStandings(sat, itemAt(sat, 31))[3]).toMatchObject({
    as: 'deputy',
    sitting: { id: seat.deputy!.id },
  });
  const back = withChanges(sat, [
    attendanceChange({
      meetingId,
      itemId: itemAt(sat, 33).id,
      personId: seat.member!.id,
      event: 'arrive',
      time: '15:00',
    }),
  ]);
  expect(seatStandings(back, itemAt(back, 33))[3]).toMatchObject({
    as: 'member',
    sitting: { id: seat.member!.id },
  });
  expect(itemAt(back, 33).status.voterCount).toBe(15);
});

test('who leaves an item that has been decided still counts there', async () => {
  const view: MeetingView = { ...(await sampleMeeting()), state: 'in_session' };
  const item = itemAt(view, 31);
  const stretch = view.attendance[0]!.intervals[0]!;
  expect(lastItemOf(view, item, stretch)).toBe(item.id);
  expect(lastItemOf({ ...view, state: 'closed' }, item, stretch)).toBe(itemAt(view, 30).id);
  expect(lastItemOf({ ...view, state: 'closed' }, view.items[0], stretch)).toBeNull();
});

test('going on begins the next item and ends the one before', async () => {
  const view: MeetingView = { ...(await sampleMeeting()), state: 'in_session' };
  const [first, second] = [itemAt(view, 30), itemAt(view, 31)];
  const next = withChanges({ ...view, currentItemId: first.id }, [currentItemChange(second.id, '14:38')]);
  expect(next.currentItemId).toBe(second.id);
  expect(itemAt(next, 30).endedAt).toBe('14:38');
  expect(itemAt(next, 31).startedAt).toBe('14:38');
});

test('only those may dissent whom the rules allow', async () => {
  const view = await sampleMeeting();
  const names = dissenters(view, itemAt(view, 30)).map(
    ({ personId, ground }) =>
      `${view.attendance.find(({ person }) => person.id === personId)!.person.shortName} ${ground}`,
  );
  expect(names).toEqual([
    'J04 deviating_proposal',
    'J06 voted_against',
    'J08 voted_against',
    'J09 voted_against',
    'J11 voted_against',
    'J14 voted_against',
    'J16 voted_against',
  ]);
  expect(dissenters(view, itemAt(view, 28))).toEqual([]);
});
