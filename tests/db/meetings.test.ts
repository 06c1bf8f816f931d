/** What happens in a meeting: presence, deputies, conflict, proposals, the vote, decisions, tasks, closing. */
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { changeInterval } from '../../db/features/attendance.ts';
import { undoLastEntry } from '../../db/features/live-entries.ts';
import { addConflict, saveDissent, saveProposal, saveVote, setElected } from '../../db/features/live.ts';
import { addItem } from '../../db/features/items.ts';
import { setCurrentItem } from '../../db/features/meeting-course.ts';
import {
  conflictInputSchema,
  itemInputSchema,
  proposalInputSchema,
  voteInputSchema,
} from '../../db/model/meeting.ts';
import { plainText } from '../../db/model/rich-text.ts';
import { boardFromNothing, type NewBoard } from '../fixtures/board-from-nothing.ts';
import { writing } from '../fixtures/databases.ts';
import {
  attend,
  decideAs,
  failure,
  itemOf,
  newMeeting,
  opened,
  TODAY,
  view,
} from '../fixtures/meeting-steps.ts';

const MEMBERS = Array.from({ length: 16 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);
const TEN = MEMBERS.slice(0, 10);

/** A meeting in session with a matter of its own, at which it is. */
async function inSession(
  board: NewBoard,
  present: readonly string[] = TEN,
  language: 'fi' | 'sv' | 'en' = 'fi',
): Promise<{ meetingId: string; itemId: string }> {
  const meetingId = await newMeeting(board, { heldOn: '2026-01-20', language });
  const { id: itemId } = await writing(board.database, (trx) =>
    addItem(
      trx,
      meetingId,
      v.parse(itemInputSchema, { kind: 'decision', title: 'Järjestöfoorumin paikka' }),
      null,
    ),
  );
  await opened(board, meetingId, present);
  await writing(board.database, (trx) => setCurrentItem(trx, meetingId, itemId, '13:30'));
  return { meetingId, itemId };
}

async function status(board: NewBoard, meetingId: string) {
  return (await view(board, meetingId)).items.map((item) => item.status.voterCount);
}

describe('presence', () => {
  test('counts from the item being dealt with, and leaving until it', async () => {
    const board = await boardFromNothing();
    const { meetingId } = await inSession(board);
    expect(await status(board, meetingId)).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10]);
    await attend(board, meetingId, 'M11', 'arrive', { time: '13:31' });
    expect(await status(board, meetingId)).toEqual([10, 10, 10, 10, 10, 11, 11, 11, 11]);
    await attend(board, meetingId, 'M02', 'leave', { time: '13:35' });
    expect(await status(board, meetingId)).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10]);
    await writing(board.database, (trx) => undoLastEntry(trx, meetingId));
    expect(await status(board, meetingId)).toEqual([10, 10, 10, 10, 10, 11, 11, 11, 11]);
  });

  test('leaving after the decision keeps the vote in that item', async () => {
    const board = await boardFromNothing();
    const { meetingId, itemId } = await inSession(board);
    await decideAs(board, itemId, 'as_proposed');
    await attend(board, meetingId, 'M02', 'leave', { time: '13:40' });
    expect(await status(board, meetingId)).toEqual([10, 10, 10, 10, 10, 10, 9, 9, 9]);
  });

  test('a deputy votes for the absent member alone and yields when he comes', async () => {
    const board = await boardFromNothing();
    const { meetingId } = await inSession(board);
    await attend(board, meetingId, 'D01', 'arrive', { time: '13:31' });
    expect((await status(board, meetingId)).at(-1)).toBe(10);
    await attend(board, meetingId, 'D12', 'arrive', { time: '13:32' });
    const voters = async () => (await view(board, meetingId)).items.at(-1)!.status.voters;
    expect(await voters()).toHaveLength(11);
    expect((await voters()).at(-1)).toMatchObject({ personId: board.people['D12'], as: 'deputy' });
    await attend(board, meetingId, 'M12', 'arrive', { time: '13:33' });
    expect(await voters()).toHaveLength(11);
    expect((await voters()).at(-1)).toMatchObject({ personId: board.people['M12'], as: 'member' });
  });

  test('double entries are refused, and apologies are kept apart from absence', async () => {
    const board = await boardFromNothing();
    const { meetingId } = await inSession(board);
    expect((await failure(attend(board, meetingId, 'M01', 'arrive'))).code).toBe('ALREADY_PRESENT');
    expect((await failure(attend(board, meetingId, 'M16', 'leave'))).code).toBe('NOT_PRESENT');
    expect((await failure(attend(board, meetingId, 'M01', 'excuse'))).code).toBe('ALREADY_PRESENT');
    await attend(board, meetingId, 'M15', 'excuse');
    const row = async () =>
      (await view(board, meetingId)).attendance.find((one) => one.person.shortName === 'M15')!;
    expect(await row()).toMatchObject({ excused: true, excusedOn: TODAY });
    await attend(board, meetingId, 'M15', 'absent');
    expect(await row()).toMatchObject({ excused: false, excusedOn: null });
    await attend(board, meetingId, 'G', 'arrive', { time: '13:30' });
    const guest = (await view(board, meetingId)).attendance.find((one) => one.person.shortName === 'G')!;
    expect(guest).toMatchObject({ capacity: 'guest', presentNow: true });
  });

  test('a stretch cannot end before it began', async () => {
    const board = await boardFromNothing();
    const { meetingId } = await inSession(board);
    await attend(board, meetingId, 'M01', 'leave', { time: '14:00' });
    const { intervals } = (await view(board, meetingId)).attendance.find(
      (one) => one.person.shortName === 'M01',
    )!;
    const error = await failure(
      writing(board.database, (trx) => changeInterval(trx, intervals[0]!.id, { leftAt: '12:00' })),
    );
    expect(error).toMatchObject({ code: 'INVALID_INPUT', fields: { leftAt: 'ends_before_start' } });
  });

  test('eight of sixteen are not a quorum, nine are', async () => {
    const board = await boardFromNothing();
    const { meetingId } = await inSession(board, MEMBERS.slice(0, 8));
    expect((await view(board, meetingId)).items[0]!.status).toMatchObject({ required: 9, quorate: false });
    await attend(board, meetingId, 'M09', 'arrive', { time: '13:31' });
    expect((await view(board, meetingId)).items.map((item) => item.status.quorate)).toEqual([
      ...Array.from({ length: 5 }, () => false),
      ...Array.from({ length: 4 }, () => true),
    ]);
  });
});

describe('a conflict of interest', () => {
  test('takes the vote in that item alone, lets the deputy in, and ends with the item', async () => {
    const board = await boardFromNothing();
    const { database, people } = board;
    const { meetingId, itemId } = await inSession(board);
    const conflict = v.parse(conflictInputSchema, {
      itemId,
      personId: people['M07'],
      ground: 'body_member',
      explanation: 'hakijan hallituksen jäsen',
      leftAt: '13:31',
    });
    await writing(database, (trx) => addConflict(trx, conflict));
    expect(await status(board, meetingId)).toEqual([10, 10, 10, 10, 10, 9, 10, 10, 10]);
    await attend(board, meetingId, 'D07', 'arrive', { time: '13:31' });
    expect((await status(board, meetingId))[5]).toBe(10);
    const announcements = await itemOf(board, meetingId, 'announcements');
    await writing(database, (trx) => setCurrentItem(trx, meetingId, announcements.id, '13:45'));
    expect((await view(board, meetingId)).items[5]!.conflicts).toMatchObject([
      { person: { shortName: 'M07' }, leftAt: '13:31', returnedAt: '13:45' },
    ]);
  });

  test('of the board’s own words needs the words', () => {
    const input = { itemId: crypto.randomUUID(), personId: crypto.randomUUID(), ground: 'other' };
    const result = v.safeParse(conflictInputSchema, { ...input, explanation: '  ' });
    expect(result.issues?.[0]?.message).toBe('required');
    expect(v.safeParse(conflictInputSchema, { ...input, explanation: 'sukulainen' }).success).toBe(true);
  });
});

describe('a vote by roll call', () => {
  async function voted(chair: 'aye' | 'no', board: NewBoard) {
    const { database, people } = board;
    const { meetingId, itemId } = await inSession(board);
    const { id: proposalId } = await writing(database, (trx) =>
      saveProposal(
        trx,
        null,
        v.parse(proposalInputSchema, {
          itemId,
          kind: 'counter',
          proposerId: people['M04'],
          text: 'Foorumi järjestetään Nurmeksessa.',
          seconderIds: [people['M05']],
        }),
      ),
    );
    const other = chair === 'aye' ? 'no' : 'aye';
    const ballots = TEN.map((name, index) => ({ personId: people[name], choice: index < 5 ? chair : other }));
    const { id: voteId } = await writing(database, (trx) =>
      saveVote(
        trx,
        null,
        v.parse(voteInputSchema, { itemId, method: 'roll_call', noProposalId: proposalId, ballots }),
      ),
    );
    return { meetingId, itemId, voteId, proposalId };
  }

  test.each([
    ['aye', 'esittelijän ehdotus'],
    ['no', 'vastaehdotus (M04)'],
  ] as const)('that is tied goes as the chair voted: %s', async (chair, winner) => {
    const board = await boardFromNothing();
    const { meetingId, itemId } = await voted(chair, board);
    const item = (await view(board, meetingId)).items[5]!;
    expect(item.votes[0]!.result).toMatchObject({
      aye: 5,
      no: 5,
      blank: 0,
      winner: chair,
      decidedBy: 'chair',
    });
    await decideAs(board, itemId, 'voted');
    expect(plainText((await view(board, meetingId)).items[5]!.decision)).toBe(
      `Äänestyksessä annettiin 5 JAA-ääntä ja 5 EI-ääntä. Äänten mennessä tasan puheenjohtajan ääni ratkaisi, ja neuvottelukunnan päätökseksi tuli ${winner}.`,
    );
  });

  test('lets only the minority dissent, and the check says otherwise', async () => {
    const board = await boardFromNothing();
    const { meetingId, itemId } = await voted('aye', board);
    await decideAs(board, itemId, 'voted');
    const dissent = (name: string) =>
      writing(board.database, (trx) =>
        saveDissent(
          trx,
          null,
          { itemId, personId: board.people[name]!, declared: '', reasons: 'Etäisyydet.' },
          (person) => person,
        ),
      );
    await dissent('M10');
    const codes = async () => (await view(board, meetingId)).findings.map((finding) => finding.code);
    expect(await codes()).not.toContain('dissent_not_allowed');
    await dissent('M01');
    expect(await codes()).toContain('dissent_not_allowed');
  });

  test('a ballot missing, or one of somebody in conflict, is found', async () => {
    const board = await boardFromNothing();
    const { database, people } = board;
    const { meetingId, itemId, voteId, proposalId } = await voted('aye', board);
    const save = (names: readonly string[]) =>
      writing(database, (trx) =>
        saveVote(
          trx,
          voteId,
          v.parse(voteInputSchema, {
            itemId,
            method: 'roll_call',
            noProposalId: proposalId,
            ballots: names.map((name) => ({ personId: people[name], choice: 'aye' })),
          }),
        ),
      );
    await save(TEN.slice(0, 9));
    expect((await view(board, meetingId)).items[5]!.votes[0]!.result).toMatchObject({ aye: 9, missing: 1 });
    await save(TEN);
    await writing(database, (trx) =>
      addConflict(trx, v.parse(conflictInputSchema, { itemId, personId: people['M10'], ground: 'party' })),
    );
    expect((await view(board, meetingId)).findings.map((finding) => finding.code)).toContain(
      'ballot_in_conflict',
    );
  });
});

describe('standard words of a decision', () => {
  test.each([
    ['fi', 'as_proposed', 'Hyväksyttiin ehdotuksen mukaan.'],
    ['fi', 'unanimous', 'Neuvottelukunta hyväksyi päätösehdotuksen yksimielisesti.'],
    ['fi', 'tabled', 'Asia jätettiin pöydälle seuraavaan kokoukseen.'],
    ['fi', 'returned', 'Asia palautettiin valmisteltavaksi.'],
    ['sv', 'as_proposed', 'Godkändes enligt förslaget.'],
    ['sv', 'noted', 'Antecknades för kännedom.'],
    ['sv', 'tabled', 'Ärendet bordlades till nästa möte.'],
    ['en', 'as_proposed', 'Approved as proposed.'],
    ['en', 'tabled', 'The item was deferred to the next meeting.'],
  ] as const)('%s %s', async (language, type, words) => {
    const board = await boardFromNothing();
    const { meetingId, itemId } = await inSession(board, TEN, language);
    await decideAs(board, itemId, type);
    const item = (await view(board, meetingId)).items.find((one) => one.id === itemId)!;
    expect(plainText(item.decision)).toBe(words);
    expect(item.decisionType).toBe(type);
  });

  test('of standing items come from the template, and written words stay', async () => {
    const board = await boardFromNothing();
    const { meetingId, itemId } = await inSession(board);
    const examiners = await itemOf(board, meetingId, 'examiners');
    await decideAs(board, examiners.id, 'elected');
    expect((await itemOf(board, meetingId, 'examiners')).decision).toBeNull();
    await writing(board.database, (trx) =>
      setElected(trx, examiners.id, 'examiner', [board.people['M03']!, board.people['M10']!]),
    );
    await decideAs(board, examiners.id, 'elected');
    expect(plainText((await itemOf(board, meetingId, 'examiners')).decision)).toBe(
      'Pöytäkirjantarkastajiksi ja ääntenlaskijoiksi valittiin M03 ja M10. Pöytäkirja tarkastetaan viimeistään 27.1.2026.',
    );
    expect((await view(board, meetingId)).examiners.map((person) => person.shortName)).toEqual([
      'M03',
      'M10',
    ]);
    const lawful = await itemOf(board, meetingId, 'lawfulness');
    await decideAs(board, lawful.id, 'other');
    expect(plainText((await itemOf(board, meetingId, 'lawfulness')).decision)).toBe(
      'Kokous todettiin laillisesti koolle kutsutuksi ja päätösvaltaiseksi.',
    );
    await decideAs(board, itemId, 'as_proposed');
    await decideAs(board, itemId, 'tabled');
    expect(plainText((await view(board, meetingId)).items[5]!.decision)).toBe(
      'Hyväksyttiin ehdotuksen mukaan.',
    );
  });
});

test('a lawfulness item without a quorum does not get the words that there is one', async () => {
  const board = await boardFromNothing();
  const { meetingId } = await inSession(board, MEMBERS.slice(0, 8));
  const lawful = await itemOf(board, meetingId, 'lawfulness');
  await decideAs(board, lawful.id, 'other');
  expect(plainText((await itemOf(board, meetingId, 'lawfulness')).decision)).toBe(
    'Kokous todettiin laillisesti koolle kutsutuksi. Kokous ei ollut päätösvaltainen.',
  );
});
