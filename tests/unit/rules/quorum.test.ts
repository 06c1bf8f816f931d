import { describe, expect, test } from 'vitest';
import type { MeetingFacts } from '../../../db/model/facts.ts';
import { quorumRequired, voterStatus, voterTimeline } from '../../../db/model/quorum.ts';
import { attending, item, meeting, rules, seats } from './builders.ts';

/** Voters as text, e.g. `m1 d2`. */
function voters(facts: MeetingFacts, itemIndex = 0): string {
  return voterStatus(facts, itemIndex)
    .voters.map((voter) => voter.personId)
    .join(' ');
}

/** Why seats are empty, e.g. `3:absent 4:conflict`. */
function empty(facts: MeetingFacts, itemIndex = 0): string {
  return voterStatus(facts, itemIndex)
    .reasons.map(({ number, reason }) => `${number}:${reason}`)
    .join(' ');
}

describe('voters needed for a quorum', () => {
  const full = (count: number): string[] => Array.from({ length: count }, (_, index) => `m${index + 1}/-`);
  const vacant = (count: number): string[] => Array.from({ length: count }, () => '-/-');
  test.each([
    ['16 seats, more than half', rules(), [...full(16)], 9],
    ['15 seats, more than half', rules(), [...full(15)], 8],
    ['21 seats, more than half', rules(), [...full(21)], 11],
    ['1 seat, more than half', rules(), [...full(1)], 1],
    ['16 seats, at least half', rules({ quorum: { kind: 'at_least_half' } }), [...full(16)], 8],
    ['15 seats, at least half', rules({ quorum: { kind: 'at_least_half' } }), [...full(15)], 8],
    ['a number', rules({ quorum: { kind: 'at_least', minimum: 5 } }), [...full(16)], 5],
    ['no seats still need somebody', rules({ quorum: { kind: 'at_least_half' } }), [], 1],
    ['vacant seats count', rules(), [...full(12), ...vacant(4)], 9],
    ['vacant seats are left out', rules({ vacantSeats: 'exclude' }), [...full(12), ...vacant(4)], 7],
    [
      'a number, vacant seats left out',
      rules({ vacantSeats: 'exclude', quorum: { kind: 'at_least', minimum: 9 } }),
      [...full(12), ...vacant(4)],
      9,
    ],
  ])('%s', (_name, profile, places, required) => {
    expect(quorumRequired(profile, seats(...places))).toBe(required);
  });
});

interface Situation {
  name: string;
  facts: Partial<MeetingFacts>;
  voters: string;
  empty?: string;
  at?: number;
}

const conflict = (...conflictedIds: string[]): Partial<MeetingFacts> => ({
  items: [item({ conflictedIds })],
});
const items = (count: number): Partial<MeetingFacts> => ({
  items: Array.from({ length: count }, () => item()),
});
const two = { seats: seats('m1/d1', 'm2/d2') };

const SITUATIONS: Situation[] = [
  {
    name: 'members present vote on their own seats',
    facts: { ...two, attendance: attending('m2', 'm1') },
    voters: 'm1 m2',
    empty: '',
  },
  {
    name: 'nobody present',
    facts: { ...two, attendance: [] },
    voters: '',
    empty: '1:absent 2:absent',
  },
  {
    name: 'a deputy stands in for his absent member',
    facts: { ...two, attendance: attending('m1', 'd2') },
    voters: 'm1 d2',
  },
  {
    name: 'a deputy does not vote beside his member',
    facts: { ...two, attendance: attending('m1', 'd1') },
    voters: 'm1',
    empty: '2:absent',
  },
  {
    name: 'a deputy does not stand in for another member',
    facts: { ...two, attendance: attending('d1', 'm1') },
    voters: 'm1',
    empty: '2:absent',
  },
  {
    name: 'before the member arrives the deputy votes',
    facts: { ...two, ...items(3), attendance: attending('m1@1', 'd1', 'm2') },
    voters: 'd1 m2',
    at: 0,
  },
  {
    name: 'when the member arrives the deputy leaves the vote',
    facts: { ...two, ...items(3), attendance: attending('m1@1', 'd1', 'm2') },
    voters: 'm1 m2',
    at: 1,
  },
  {
    name: 'when the member leaves the deputy votes again',
    facts: { ...two, ...items(3), attendance: attending('m1@0-1', 'd1', 'm2') },
    voters: 'd1 m2',
    at: 2,
  },
  {
    name: 'the last item of a stretch still counts',
    facts: { ...two, ...items(3), attendance: attending('m1@0-1', 'm2') },
    voters: 'm1 m2',
    at: 1,
  },
  {
    name: 'a member away in between',
    facts: { ...two, ...items(3), attendance: attending('m1@0-0', 'm1@2', 'm2') },
    voters: 'm2',
    empty: '1:absent',
    at: 1,
  },
  {
    name: 'a member back again',
    facts: { ...two, ...items(3), attendance: attending('m1@0-0', 'm1@2', 'm2') },
    voters: 'm1 m2',
    at: 2,
  },
  {
    name: 'somebody who left before any item is not there',
    facts: {
      ...two,
      attendance: attending('m1', 'm2').map((attendance) =>
        attendance.personId === 'm2'
          ? { ...attendance, intervals: [{ ...attendance.intervals[0]!, lastItem: -1 }] }
          : attendance,
      ),
    },
    voters: 'm1',
    empty: '2:absent',
  },
  {
    name: 'a member in conflict has no vote',
    facts: { ...two, ...conflict('m2'), attendance: attending('m1', 'm2') },
    voters: 'm1',
    empty: '2:conflict',
  },
  {
    name: 'the deputy of a member in conflict votes',
    facts: { ...two, ...conflict('m2'), attendance: attending('m1', 'm2', 'd2') },
    voters: 'm1 d2',
    empty: '',
  },
  {
    name: 'the deputy is in conflict too',
    facts: { ...two, ...conflict('m2', 'd2'), attendance: attending('m1', 'm2', 'd2') },
    voters: 'm1',
    empty: '2:conflict',
  },
  {
    name: 'the deputy in conflict does not replace an absent member',
    facts: { ...two, ...conflict('d2'), attendance: attending('m1', 'd2') },
    voters: 'm1',
    empty: '2:conflict',
  },
  {
    name: 'the deputy of an absent member leaves because of a conflict',
    facts: {
      ...two,
      items: [item(), item({ conflictedIds: ['d2'] })],
      attendance: attending('m1', 'd2@0-0'),
    },
    voters: 'm1',
    empty: '2:conflict',
    at: 1,
  },
  {
    name: "a deputy's conflict does not touch his member",
    facts: { ...two, ...conflict('d2'), attendance: attending('m1', 'm2', 'd2') },
    voters: 'm1 m2',
  },
  {
    name: 'somebody in conflict who left for the item: the seat is empty because of the conflict',
    facts: {
      ...two,
      items: [item(), item({ conflictedIds: ['m2'] }), item()],
      attendance: attending('m1', 'm2@0-0', 'm2@2'),
    },
    voters: 'm1',
    empty: '2:conflict',
    at: 1,
  },
  {
    name: 'a conflict holds for its own item only',
    facts: {
      ...two,
      items: [item({ conflictedIds: ['m2'] }), item()],
      attendance: attending('m1', 'm2'),
    },
    voters: 'm1 m2',
    at: 1,
  },
  {
    name: 'a vacant seat has no voter',
    facts: { seats: seats('m1/d1', '-/-'), attendance: attending('m1') },
    voters: 'm1',
    empty: '2:vacant',
  },
  {
    name: 'the deputy of a vacant seat may sit',
    facts: { seats: seats('m1/d1', '-/d2'), attendance: attending('m1', 'd2') },
    voters: 'm1 d2',
  },
  {
    name: 'the deputy of a vacant seat is in conflict',
    facts: { seats: seats('m1/d1', '-/d2'), ...conflict('d2'), attendance: attending('m1', 'd2') },
    voters: 'm1',
    empty: '2:conflict',
  },
  {
    name: 'a board without deputies',
    facts: { ...two, rules: rules({ deputies: 'none' }), attendance: attending('m1', 'd2') },
    voters: 'm1',
    empty: '2:absent',
  },
  {
    name: 'a member who is also a deputy votes on the own seat',
    facts: { seats: seats('m9/m2', 'm2/d2'), attendance: attending('m2') },
    voters: 'm2',
    empty: '1:holds_other_vote',
  },
  {
    name: 'a member who is also a deputy and attends as deputy still votes on the own seat',
    facts: {
      seats: seats('m9/m2', 'm2/d2'),
      attendance: attending('m2').map((attendance) => ({ ...attendance, capacity: 'deputy' as const })),
    },
    voters: 'm2',
    empty: '1:holds_other_vote',
  },
  {
    name: 'a deputy of two absent members takes the seat with the lower number',
    facts: { seats: seats('m1/d9', 'm2/d9'), attendance: attending('d9') },
    voters: 'd9',
    empty: '2:holds_other_vote',
  },
  {
    name: 'a deputy of two members, the first of whom is present, sits for the second',
    facts: { seats: seats('m1/d9', 'm2/d9'), attendance: attending('m1', 'd9') },
    voters: 'm1 d9',
  },
  {
    name: 'the number decides, not the order of the list',
    facts: {
      seats: seats('m1/d9', 'm2/d9').map((seat) => ({ ...seat, number: 10 - seat.number })),
      attendance: attending('d9'),
    },
    voters: 'd9',
    empty: '9:holds_other_vote',
  },
  {
    name: 'a person on two seats votes once, and the deputy does not step in for somebody present',
    facts: { seats: seats('m1/d1', 'm1/d2'), attendance: attending('m1', 'd2') },
    voters: 'm1',
    empty: '2:holds_other_vote',
  },
  {
    name: 'a person on two seats in conflict leaves both to the deputies',
    facts: { seats: seats('m1/d1', 'm1/d2'), ...conflict('m1'), attendance: attending('m1', 'd1', 'd2') },
    voters: 'd1 d2',
  },
  {
    name: 'member and own deputy are the same person',
    facts: { seats: seats('m1/m1'), attendance: attending('m1') },
    voters: 'm1',
    empty: '',
  },
  {
    name: 'secretary, presenter, experts and guests have no vote',
    facts: { ...two, attendance: attending('m1', 's1', 'p1', 'e1', 'g1') },
    voters: 'm1',
  },
  {
    name: 'a member who attends as a guest has no vote, and the seat is empty',
    facts: {
      ...two,
      attendance: attending('m1', 'm2').map((attendance) =>
        attendance.personId === 'm2' ? { ...attendance, capacity: 'guest' as const } : attendance,
      ),
    },
    voters: 'm1',
    empty: '2:absent',
  },
  {
    name: 'somebody without a seat has no vote',
    facts: { ...two, attendance: attending('m1', 'm8', 'd8') },
    voters: 'm1',
  },
  {
    name: 'remote participants vote',
    facts: { ...two, attendance: attending('m1', 'm2~') },
    voters: 'm1 m2',
  },
  {
    name: 'remote participants do not vote where the rules exclude them; the deputy does',
    facts: {
      ...two,
      rules: rules({ remoteParticipation: false }),
      attendance: attending('m1~', 'm2~', 'd2'),
    },
    voters: 'd2',
    empty: '1:absent',
  },
  {
    name: 'remote first, then in the room, where the rules exclude remote participants',
    facts: {
      ...two,
      ...items(2),
      rules: rules({ remoteParticipation: false }),
      attendance: attending('m1', 'm2@0-0~', 'm2@1'),
    },
    voters: 'm1 m2',
    at: 1,
  },
  {
    name: 'the same person recorded twice votes once',
    facts: { ...two, attendance: [...attending('m1'), ...attending('m1')] },
    voters: 'm1',
  },
];

describe('who votes', () => {
  test.each(SITUATIONS)('$name', ({ facts, at = 0, voters: expected, empty: reasons }) => {
    const built = meeting(facts);
    expect(voters(built, at)).toBe(expected);
    if (reasons !== undefined) expect(empty(built, at)).toBe(reasons);
  });
  test('as member or as deputy, on which seat', () => {
    const status = voterStatus(meeting({ ...two, attendance: attending('m1', 'd2') }), 0);
    expect(status.voters).toEqual([
      { seatId: 's1', personId: 'm1', as: 'member' },
      { seatId: 's2', personId: 'd2', as: 'deputy' },
    ]);
  });
});

describe('quorum', () => {
  test('is lost when somebody leaves and found again when a deputy comes', () => {
    const facts = meeting({ ...items(3), attendance: attending('m1', 'm2', 'm3@0-0', 'd3@2') });
    expect(voterTimeline(facts).map(({ voterCount, quorate }) => [voterCount, quorate])).toEqual([
      [3, true],
      [2, false],
      [3, true],
    ]);
  });
  test('is lost for one item because of a conflict', () => {
    const facts = meeting({
      items: [item(), item({ conflictedIds: ['m3'] })],
      attendance: attending('m1', 'm2', 'm3'),
    });
    expect(voterTimeline(facts).map((status) => status.quorate)).toEqual([true, false]);
  });
  test('vacant seats counted and left out', () => {
    const places = seats('m1/-', 'm2/-', '-/-', '-/-', '-/-');
    const attendance = attending('m1', 'm2');
    const counted = voterStatus(meeting({ seats: places, attendance }), 0);
    expect(counted).toMatchObject({ required: 3, quorate: false, seatCount: 5, vacantSeats: 3 });
    const left = voterStatus(
      meeting({ seats: places, attendance, rules: rules({ vacantSeats: 'exclude' }) }),
      0,
    );
    expect(left).toMatchObject({ required: 2, quorate: true, seatCount: 5, vacantSeats: 3 });
  });
  test('with the chair or the vice chair, where the rules ask for one', () => {
    const strict = rules({ quorumNeedsChair: true });
    const attendance = attending('m3', 'm4', 'm5');
    expect(voterStatus(meeting({ attendance }), 0).quorate).toBe(true);
    expect(voterStatus(meeting({ attendance, rules: strict }), 0).quorate).toBe(false);
    const withVice = [...attendance, ...attending('m2')];
    expect(voterStatus(meeting({ attendance: withVice, rules: strict }), 0).quorate).toBe(true);
    const inConflict = meeting({ attendance: withVice, rules: strict, ...conflict('m2') });
    expect(voterStatus(inConflict, 0)).toMatchObject({ voterCount: 3, quorate: false, presidingId: null });
  });
});

test('an item that is not on the agenda', () => {
  expect(() => voterStatus(meeting({}), 1)).toThrow('unknown_item');
});
