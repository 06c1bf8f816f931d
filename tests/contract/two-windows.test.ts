/** Two windows at the same meeting, through the worker: neither overwrites what the other wrote without being told. */
import { afterAll, describe, expect, test } from 'vitest';
import type { ItemView, MeetingView } from '../../db/model/meeting-view.ts';
import { SEEN_OF } from '../../db/model/seen.ts';
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
    const seen = { ...SEEN_OF.vote(itemAt(await view(), 41).votes[0]!), ballots: [] as object[] };
    const answer = (personId: string, choice: string, ballots: object[] = []) => ({
      id,
      values: { ...values, ballots: [...ballots, { personId, choice }] },
      seen: { ...seen, ballots },
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

  test('what is recorded of an item: both windows’ changes are kept, a clash is told and nothing is written', async () => {
    const { desk, meetingId, view } = await session(kind);
    const item = itemAt(await view(), 41);
    const [a, b, c] = (await view()).seats.map(({ member }) => member!.id) as [string, string, string];
    const now = async () => itemAt(await view(), 41);
    const save = (path: string, input: object) =>
      ask<{ id: string }>(desk, 'mutation', `live.${path}`, input);
    const clash = async (path: string, input: object, fields: string): Promise<void> => {
      const before = await view();
      const error = await refused(desk, 'mutation', `live.${path}`, input);
      expect([path, error.code, error.details?.['fields']]).toEqual([path, 'CONFLICT', fields]);
      expect(await view()).toEqual(before);
    };

    // A proposal: one window seconds it, the other mends its words; then both mend its words.
    const words = { itemId: item.id, kind: 'counter', proposerId: a, text: 'Hylätään.' };
    const { id: proposalId } = await save('saveProposal', { id: null, values: words });
    const proposal = SEEN_OF.proposal((await now()).proposals[0]!);
    const proposed = (change: object) => ({
      id: proposalId,
      values: { itemId: item.id, ...proposal, ...change },
      seen: proposal,
    });
    await save('saveProposal', proposed({ seconderIds: [b] }));
    await save('saveProposal', proposed({ text: 'Hylätään toistaiseksi.' }));
    await clash('saveProposal', proposed({ text: 'Hyväksytään.' }), 'text');
    expect(SEEN_OF.proposal((await now()).proposals[0]!)).toEqual({
      ...proposal,
      text: 'Hylätään toistaiseksi.',
      seconderIds: [b],
    });
    await clash('remove', { what: 'proposal', id: proposalId, seen: proposal }, 'text seconderIds');

    // A counted vote: the other window has counted already.
    const counted = { itemId: item.id, method: 'count', ayeProposalId: null, noProposalId: proposalId };
    const { id: voteId } = await save('saveVote', { id: null, values: counted });
    const vote = SEEN_OF.vote((await now()).votes[0]!);
    const counts = (aye: number, no: number) => ({
      id: voteId,
      values: { itemId: item.id, ...vote, counts: { aye, no, blank: 0 } },
      seen: vote,
    });
    await save('saveVote', counts(2, 1));
    await clash('saveVote', counts(1, 2), 'counts');
    await save('saveVote', counts(2, 1));
    await clash('remove', { what: 'vote', id: voteId, seen: vote }, 'counts');

    // An election: votes of different candidates are merged, of the same candidate told.
    const candidates = [a, b].map((personId) => ({ personId, votes: 0, wonByLot: false }));
    const election = { title: 'Edustaja', places: 1, blanks: 0, candidates };
    const values = { itemId: item.id, ...election };
    const { id: electionId } = await save('saveElection', { id: null, values });
    const voted = (person: string, votes: number) => ({
      id: electionId,
      values: {
        ...values,
        candidates: candidates.map((one) => (one.personId === person ? { ...one, votes } : one)),
      },
      seen: election,
    });
    await save('saveElection', voted(a, 4));
    await save('saveElection', voted(b, 3));
    await clash('saveElection', voted(a, 5), 'candidates');
    await clash('remove', { what: 'election', id: electionId, seen: election }, 'candidates');
    const candidatesNow = (await now()).elections[0]!.candidates;
    expect(new Map(candidatesNow.map(({ person, votes }) => [person.id, votes]))).toEqual(
      new Map([
        [a, 4],
        [b, 3],
      ]),
    );

    // A dissent and a conflict of interest.
    const { id: dissentId } = await save('saveDissent', {
      id: null,
      values: { itemId: item.id, personId: b, declared: 'Ilmoitti.', reasons: '' },
    });
    const dissent = SEEN_OF.dissent((await now()).dissents[0]!);
    const dissented = (reasons: string) => ({
      id: dissentId,
      values: { itemId: item.id, personId: b, ...dissent, reasons },
      seen: dissent,
    });
    await save('saveDissent', dissented('Ensimmäiset perustelut.'));
    await clash('saveDissent', dissented('Toiset perustelut.'), 'reasons');
    await clash('remove', { what: 'dissent', id: dissentId, seen: dissent }, 'reasons');
    const noted = (ground: string) => ({ itemId: item.id, personId: c, ground, explanation: 'Kumppani' });
    await save('saveConflict', { values: noted('party'), seen: null });
    await clash('saveConflict', { values: noted('employment'), seen: null }, 'ground');
    const conflict = SEEN_OF.conflict((await now()).conflicts[0]!);
    const back = (returnedAt: string) => ({ values: { ...noted('party'), returnedAt }, seen: conflict });
    await save('saveConflict', back('14:10'));
    await clash('saveConflict', back('14:20'), 'returnedAt');
    const { id: conflictId } = (await now()).conflicts[0]!;
    await clash('remove', { what: 'conflict', id: conflictId, seen: conflict }, 'returnedAt');

    // The kind of decision, with the version of the item as it is now.
    const decided = async (type: string) => ({
      itemId: item.id,
      version: (await now()).version,
      type,
      seen: { type: null },
    });
    await save('decide', await decided('as_proposed'));
    await clash('decide', await decided('tabled'), 'type');

    // What the other window has removed is not silently made anew.
    await save('remove', {
      what: 'dissent',
      id: dissentId,
      seen: SEEN_OF.dissent((await now()).dissents[0]!),
    });
    const gone = await refused(desk, 'mutation', 'live.saveDissent', dissented('Kolmannet.'));
    expect([gone.code, gone.details?.['what']]).toEqual(['NOT_FOUND', 'dissent']);
    // Nobody changes a row without saying what was seen of it.
    const blind = await refused(desk, 'mutation', 'live.saveProposal', { id: proposalId, values: words });
    expect(blind.code).toBe('INVALID_INPUT');

    // Examiners: whoever was chosen in either window is chosen.
    const { id: itemId } = (await view()).items.find((one) => one.kind === 'examiners')!;
    for (const personId of [b, c])
      await ask(desk, 'mutation', 'meetings.setExaminers', { itemId, personIds: [personId], seenIds: [] });
    expect((await view()).examiners.map(({ id }) => id)).toEqual([b, c]);
    expect((await view()).id).toBe(meetingId);
  }, 60_000);

  test('presence, attendees, breaks and the times of the meeting', async () => {
    const { desk, meetingId, view } = await session(kind);
    const save = (path: string, input: object) => ask(desk, 'mutation', path, input);
    const clash = async (path: string, input: object, fields: string): Promise<void> => {
      const before = await view();
      const error = await refused(desk, 'mutation', path, input);
      expect([path, error.code, error.details?.['fields']]).toEqual([path, 'CONFLICT', fields]);
      expect(await view()).toEqual(before);
    };
    const row = async () => (await view()).attendance[0]!;
    const { id, ...seen } = (await row()).intervals[0]!;

    // The arrival corrected in one window, the way of taking part in the other.
    await save('live.changeInterval', { id, seen, arrivedAt: '13:05' });
    await save('live.changeInterval', { id, seen, remote: true });
    await clash('live.changeInterval', { id, seen, arrivedAt: '13:10' }, 'arrivedAt');
    await clash('live.removeInterval', { id, seen }, 'arrivedAt remote');
    expect((await row()).intervals[0]).toMatchObject({ arrivedAt: '13:05', remote: true });
    const { personId } = { personId: (await row()).person.id };
    const attendee = { title: (await row()).title, capacity: (await row()).capacity };
    const named = (title: string) => ({ meetingId, personId, ...attendee, title, seen: attendee });
    await save('live.setAttendee', named('asiantuntija'));
    await clash('live.setAttendee', named('tarkkailija'), 'title');
    await clash('live.removeAttendee', { meetingId, personId, seen: [seen] }, '');

    await save('live.startBreak', { meetingId, time: '13:30' });
    await save('live.endBreak', { meetingId, time: '13:40' });
    const { id: breakId, ...one } = (await view()).breaks[0]!;
    const ended = (endedAt: string) => ({
      meetingId,
      id: breakId,
      itemId: one.itemId,
      times: { startedAt: one.startedAt, endedAt },
      seen: one,
    });
    await save('live.saveBreak', ended('13:45'));
    await clash('live.saveBreak', ended('13:50'), 'endedAt');
    await clash('live.saveBreak', { ...ended('13:50'), times: null }, 'endedAt');
    const times = SEEN_OF.times(await view());
    await save('meetings.setTimes', { meetingId, startedAt: '13:01', endedAt: null, seen: times });
    await clash(
      'meetings.setTimes',
      { meetingId, startedAt: '13:02', endedAt: null, seen: times },
      'startedAt',
    );
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
