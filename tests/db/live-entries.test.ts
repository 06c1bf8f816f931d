/** Entries of the live minutes: each of them can be taken back, the last one first, and nothing else changes. */
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { changeInterval, removeInterval } from '../../db/features/attendance.ts';
import {
  addConflict,
  removeFromItem,
  saveDissent,
  saveElection,
  saveProposal,
  saveVote,
  setElected,
} from '../../db/features/live.ts';
import { asEntry, undoLastEntry, type Entry } from '../../db/features/live-entries.ts';
import { setCurrentItem } from '../../db/features/meeting-course.ts';
import { endBreak, saveBreak, setMeetingTimes, startBreak } from '../../db/features/meeting-times.ts';
import { addPresence, removeAttendee, setAttendee } from '../../db/features/presence.ts';
import { putOffFrom } from '../../db/features/put-off.ts';
import { decide } from '../../db/features/wording.ts';
import type { EntryKind } from '../../db/model/live-entry.ts';
import {
  attendanceEventSchema,
  conflictInputSchema,
  electionInputSchema,
  presenceInputSchema,
  proposalInputSchema,
  voteInputSchema,
} from '../../db/model/meeting.ts';
import { noteAttendance } from '../../db/features/attendance.ts';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/core/schema.ts';
import { openDatabase } from '../../db/core/open.ts';
import { boardFromNothing, type NewBoard } from '../fixtures/board-from-nothing.ts';
import { resources, writing } from '../fixtures/databases.ts';
import {
  attend,
  change,
  failure,
  newMeeting,
  opened,
  paragraph,
  TODAY,
  view,
} from '../fixtures/meeting-steps.ts';

const TEN = Array.from({ length: 10 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);
const RECORD = [
  'meeting',
  'agenda_item',
  'attendance',
  'attendance_interval',
  'conflict',
  'proposal',
  'proposal_seconder',
  'vote',
  'ballot',
  'election',
  'election_candidate',
  'item_person',
  'examiner',
  'dissent',
  'attachment',
  'meeting_break',
];

/** Every row of the record, without the counters by which windows notice changes. */
function record({ database }: NewBoard): Record<string, unknown[]> {
  return Object.fromEntries(
    RECORD.map((table) => [
      table,
      (database.raw.prepare(`select * from "${table}"`).all() as Record<string, unknown>[])
        .map((row) => JSON.stringify({ ...row, version: null }))
        .sort(),
    ]),
  );
}

async function inSession(): Promise<{ board: NewBoard; meetingId: string; items: string[] }> {
  const board = await boardFromNothing();
  const meetingId = await newMeeting(board, { heldOn: '2026-01-20' });
  await opened(board, meetingId, TEN);
  const items = (await view(board, meetingId)).items.map((item) => item.id);
  await writing(board.database, (trx) => setCurrentItem(trx, meetingId, items[4]!, '13:30'));
  return { board, meetingId, items };
}

interface Stage {
  board: NewBoard;
  meetingId: string;
  itemId: string;
  items: string[];
  /** Ids that earlier entries made. */
  ids: Record<string, string>;
}
type Work = (trx: Kysely<Database>, stage: Stage) => Promise<unknown>;

const id = (stage: Stage, name: string): string => stage.board.people[name]!;
const intervalOf = async (trx: Kysely<Database>, personId: string): Promise<string> =>
  (
    await trx
      .selectFrom('attendance_interval')
      .innerJoin('attendance', 'attendance.id', 'attendance_id')
      .select('attendance_interval.id')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
  ).id;
const versionOf = async (trx: Kysely<Database>, itemId: string): Promise<number> =>
  (await trx.selectFrom('agenda_item').select('version').where('id', '=', itemId).executeTakeFirstOrThrow())
    .version;

/** One of every kind of entry, each on top of those before it. */
const ENTRIES: readonly [name: string, kind: EntryKind, work: Work][] = [
  [
    'a member arrives late, remotely',
    'arrive',
    (trx, stage) => note(trx, stage, 'M11', 'arrive', { remote: true }),
  ],
  ['an expert arrives who was not expected', 'arrive', (trx, stage) => note(trx, stage, 'G', 'arrive')],
  ['a member sends apologies', 'excuse', (trx, stage) => note(trx, stage, 'M12', 'excuse')],
  ['the apologies were a mistake', 'absent', (trx, stage) => note(trx, stage, 'M12', 'absent')],
  ['a member leaves', 'leave', (trx, stage) => note(trx, stage, 'M10', 'leave')],
  [
    'a stretch of presence is corrected',
    'presence',
    async (trx, stage) =>
      changeInterval(trx, await intervalOf(trx, id(stage, 'M11')), { arrivedAt: '13:35', speakerOnly: true }),
  ],
  [
    'a stretch of presence is noted afterwards',
    'presence',
    (trx, stage) =>
      addPresence(
        trx,
        v.parse(presenceInputSchema, {
          meetingId: stage.meetingId,
          personId: id(stage, 'D13'),
          firstItemId: stage.items[0],
          lastItemId: stage.items[2],
          arrivedAt: '13:00',
          leftAt: '13:20',
        }),
      ),
  ],
  [
    'a stretch of presence is removed',
    'presence_removed',
    async (trx, stage) => removeInterval(trx, await intervalOf(trx, id(stage, 'D13'))),
  ],
  [
    'a guest gets a title',
    'attendee',
    (trx, stage) =>
      setAttendee(trx, {
        meetingId: stage.meetingId,
        personId: id(stage, 'G'),
        title: 'asiantuntija, maakuntaliitto',
        capacity: 'expert',
      }),
  ],
  [
    'somebody is taken off the list',
    'attendee_removed',
    (trx, stage) => removeAttendee(trx, { meetingId: stage.meetingId, personId: id(stage, 'G') }),
  ],
  [
    'a conflict of interest',
    'conflict',
    (trx, stage) =>
      addConflict(
        trx,
        v.parse(conflictInputSchema, {
          itemId: stage.itemId,
          personId: id(stage, 'M07'),
          ground: 'body_member',
          leftAt: '13:31',
        }),
      ),
  ],
  [
    'a proposal with two seconders',
    'proposal',
    async (trx, stage) => {
      stage.ids['proposal'] = (
        await saveProposal(
          trx,
          null,
          v.parse(proposalInputSchema, {
            itemId: stage.itemId,
            kind: 'counter',
            proposerId: id(stage, 'M04'),
            text: 'Toisin.',
            seconderIds: [id(stage, 'M05'), id(stage, 'M06')],
          }),
        )
      ).id;
    },
  ],
  [
    'the proposal is withdrawn',
    'proposal',
    (trx, stage) =>
      saveProposal(
        trx,
        stage.ids['proposal']!,
        v.parse(proposalInputSchema, {
          itemId: stage.itemId,
          kind: 'counter',
          proposerId: id(stage, 'M04'),
          text: 'Toisin.',
          seconderIds: [id(stage, 'M05')],
          withdrawn: true,
        }),
      ),
  ],
  [
    'a vote by name',
    'vote',
    async (trx, stage) => {
      stage.ids['vote'] = (
        await saveVote(
          trx,
          null,
          v.parse(voteInputSchema, {
            itemId: stage.itemId,
            method: 'roll_call',
            noProposalId: stage.ids['proposal'],
            ballots: [
              { personId: id(stage, 'M01'), choice: 'aye' },
              { personId: id(stage, 'M04'), choice: 'no' },
            ],
          }),
        )
      ).id;
    },
  ],
  [
    'the vote was a count after all',
    'vote',
    (trx, stage) =>
      saveVote(
        trx,
        stage.ids['vote']!,
        v.parse(voteInputSchema, {
          itemId: stage.itemId,
          method: 'count',
          noProposalId: stage.ids['proposal'],
          counts: { aye: 5, no: 3, blank: 0 },
        }),
      ),
  ],
  [
    'the proposal is removed, and the vote on it',
    'proposal_removed',
    (trx, stage) => removeFromItem(trx, 'proposal', stage.ids['proposal']!),
  ],
  [
    'an election',
    'election',
    (trx, stage) =>
      saveElection(
        trx,
        null,
        v.parse(electionInputSchema, {
          itemId: stage.itemId,
          places: 1,
          candidates: [{ personId: id(stage, 'M03'), votes: 9 }],
        }),
      ),
  ],
  [
    'examiners',
    'elected',
    (trx, stage) => setElected(trx, stage.items[2]!, 'examiner', [id(stage, 'M03'), id(stage, 'M05')]),
  ],
  [
    'other examiners',
    'elected',
    (trx, stage) => setElected(trx, stage.items[2]!, 'examiner', [id(stage, 'M06')]),
  ],
  [
    'a decision with its standard words',
    'decision',
    async (trx, stage) =>
      decide(
        trx,
        { itemId: stage.itemId, version: await versionOf(trx, stage.itemId), type: 'noted' },
        resources.phrases(),
        resources.agendaTemplates(),
      ),
  ],
  [
    'a dissent whose reasons are attached',
    'dissent',
    async (trx, stage) => {
      stage.ids['dissent'] = (
        await saveDissent(
          trx,
          null,
          {
            itemId: stage.itemId,
            personId: id(stage, 'M04'),
            declared: '',
            reasons: 'Etäisyydet.',
            attached: true,
          },
          (person) => `Eriävä mielipide: ${person}`,
        )
      ).id;
    },
  ],
  [
    'the dissent is removed with its attachment',
    'dissent_removed',
    (trx, stage) => removeFromItem(trx, 'dissent', stage.ids['dissent']!),
  ],
  ['a break begins', 'break', (trx, stage) => startBreak(trx, stage.meetingId, '13:40')],
  ['the break ends', 'break', (trx, stage) => endBreak(trx, stage.meetingId, '13:50')],
  [
    'a break noted afterwards',
    'break',
    (trx, stage) =>
      saveBreak(trx, {
        meetingId: stage.meetingId,
        id: null,
        itemId: stage.itemId,
        times: { startedAt: '13:35', endedAt: '13:36' },
      }),
  ],
  [
    'the opening is corrected',
    'times',
    (trx, stage) => setMeetingTimes(trx, stage.meetingId, { startedAt: '12:55', endedAt: null }),
  ],
  [
    'the next item',
    'next_item',
    (trx, stage) => setCurrentItem(trx, stage.meetingId, stage.items[5]!, '13:55'),
  ],
  [
    'the rest is put off',
    'put_off',
    (trx, stage) => putOffFrom(trx, stage.items[5]!, resources.phrases(), resources.agendaTemplates()),
  ],
];

async function note(
  trx: Kysely<Database>,
  stage: Stage,
  name: string,
  event: 'arrive' | 'leave' | 'excuse' | 'absent',
  more: object = {},
): Promise<void> {
  const input = { meetingId: stage.meetingId, personId: id(stage, name), event, time: '13:32', ...more };
  await noteAttendance(trx, v.parse(attendanceEventSchema, input), TODAY);
}

describe('taking entries back', () => {
  test('one of every kind, the last one first, leaves the record as it was before each', async () => {
    const { board, meetingId, items } = await inSession();
    const stage: Stage = { board, meetingId, itemId: items[4]!, items, ids: {} };
    const states = [record(board)];
    for (const [name, kind, work] of ENTRIES) {
      await writing(board.database, (trx) =>
        asEntry(
          trx,
          () => work(trx, stage),
          (): Entry => ({ meetingId, kind, itemId: stage.itemId }),
        ),
      );
      const now = record(board);
      expect(now, `${name} changes something`).not.toEqual(states.at(-1));
      states.push(now);
    }
    for (const [name, kind] of ENTRIES.toReversed()) {
      states.pop();
      const undone = await writing(board.database, (trx) => undoLastEntry(trx, meetingId));
      expect(undone, name).toMatchObject({ kind, section: 5 });
      expect(record(board), name).toEqual(states.at(-1));
    }
    expect(board.database.raw.pragma('foreign_key_check')).toEqual([]);
  });

  test('tells who it was about, and works after the program was started anew', async () => {
    const { board, meetingId } = await inSession();
    await attend(board, meetingId, 'M11', 'arrive', { time: '13:31' });
    expect((await view(board, meetingId)).lastEntry).toEqual({
      kind: 'arrive',
      person: 'Henkilö M11',
      section: null,
      time: '13:31',
    });
    const { file } = board.database;
    board.database.close();
    const again = await openDatabase({ file });
    const undone = await writing(again, (trx) => undoLastEntry(trx, meetingId));
    expect(undone?.person).toBe('Henkilö M11');
    const present = again.raw
      .prepare(
        `select count(*) from attendance_interval join attendance on attendance.id = attendance_id
         join person on person.id = person_id where short_name = 'M11'`,
      )
      .pluck()
      .get();
    again.close();
    expect(present).toBe(0);
  });

  test('what was typed after a decision stays when the decision is taken back', async () => {
    const { board, meetingId, items } = await inSession();
    const itemId = items[4]!;
    const version = (await view(board, meetingId)).items[4]!.version;
    const decided = await writing(board.database, (trx) =>
      asEntry(
        trx,
        () =>
          decide(
            trx,
            { itemId, version, type: 'as_proposed' },
            resources.phrases(),
            resources.agendaTemplates(),
          ),
        (): Entry => ({ meetingId, kind: 'decision', itemId }),
      ),
    );
    await change(board, { id: itemId, version: decided.version }, { decision: paragraph('Omat sanat.') });
    await writing(board.database, (trx) => undoLastEntry(trx, meetingId));
    const item = (await view(board, meetingId)).items[4]!;
    expect(item.decisionType).toBeNull();
    expect(JSON.stringify(item.decision)).toContain('Omat sanat.');
    expect(item.version, 'other windows notice').toBeGreaterThan(decided.version + 1);
  });

  test('work that changes nothing leaves no entry; without entries there is nothing to take back', async () => {
    const { board, meetingId } = await inSession();
    board.database.raw.exec('delete from live_entry');
    await writing(board.database, (trx) =>
      asEntry(
        trx,
        () => Promise.resolve(),
        (): Entry => ({ meetingId, kind: 'vote' }),
      ),
    );
    expect(await writing(board.database, (trx) => undoLastEntry(trx, meetingId))).toBeNull();
  });

  test('minutes being examined are left alone', async () => {
    const { board, meetingId } = await inSession();
    board.database.raw.prepare(`update meeting set state = 'under_examination'`).run();
    const error = await failure(writing(board.database, (trx) => undoLastEntry(trx, meetingId)));
    expect(error.code).toBe('UNDER_EXAMINATION');
  });
});
