/** What the kinds of meetings change: who presides, who may decide without a meeting, bodies below a board. */
import { describe, expect, test } from 'vitest';
import {
  assertKindAllowed,
  KIND_RULES,
  mayStillObject,
  MEETING_KINDS,
  needsNoObjection,
  openerSpan,
} from '../../../db/model/meeting-kind.ts';
import { ideaOrder, ideaState } from '../../../db/model/idea.ts';
import { itemReferenceText } from '../../../db/model/numbering.ts';
import { voterStatus } from '../../../db/model/quorum.ts';
import { DEFAULT_RULES } from '../../../db/model/rules.ts';
import { boardTree, subBodyRules } from '../../../db/model/sub-body.ts';

test('a decision by e-mail is for boards whose rules allow it', () => {
  for (const kind of MEETING_KINDS)
    for (const emailDecisions of ['majority', 'no_objection'] as const)
      expect(() => assertKindAllowed({ emailDecisions }, kind)).not.toThrow();
  expect(() => assertKindAllowed({ emailDecisions: 'not_allowed' }, 'meeting')).not.toThrow();
  expect(() => assertKindAllowed({ emailDecisions: 'not_allowed' }, 'email')).toThrow(
    'EMAIL_DECISIONS_NOT_ALLOWED',
  );
  expect(MEETING_KINDS.filter((kind) => !KIND_RULES[kind].convenes)).toEqual(['email']);
});

describe('the opener of an organising meeting', () => {
  const facts = {
    kind: 'organising' as const,
    openerId: 'old',
    chairId: 'new',
    electedIds: [[], [], ['new'], ['vice'], []],
  };
  test('presides until the chair has been elected, that item included', () =>
    expect(openerSpan(facts)).toEqual({ personId: 'old', lastItem: 2 }));
  test('through the meeting when nobody was elected', () => {
    expect(openerSpan({ ...facts, chairId: null })).toEqual({ personId: 'old', lastItem: 4 });
    expect(openerSpan({ ...facts, electedIds: [[], []] })).toEqual({ personId: 'old', lastItem: 1 });
  });
  test('is nobody in other meetings, without an opener, or when the opener is the chair', () => {
    expect(openerSpan({ ...facts, kind: 'meeting' })).toBeNull();
    expect(openerSpan({ ...facts, openerId: null })).toBeNull();
    expect(openerSpan({ ...facts, openerId: 'new' })).toBeNull();
  });
  test('presides by the rules: at those items alone, and only when present', () => {
    const present = (personId: string, capacity: 'member' | 'guest') => ({
      personId,
      capacity,
      intervals: [{ firstItem: 0, lastItem: null, arrivedAt: null, leftAt: null, remote: false }],
    });
    const items = Array.from({ length: 5 }, (_, index) => ({
      itemId: `${index}`,
      conflictedIds: [],
      proposals: [],
      votes: [],
    }));
    const meeting = {
      rules: { ...DEFAULT_RULES, quorumNeedsChair: true },
      chairId: 'new',
      viceChairId: null,
      presenterId: null,
      opener: openerSpan(facts),
      seats: [{ seatId: 's', number: 1, memberId: 'new', deputyId: null }],
      attendance: [present('new', 'member'), present('old', 'guest')],
      items,
    };
    expect(items.map((_, index) => voterStatus(meeting, index).presidingId)).toEqual([
      'old',
      'old',
      'old',
      'new',
      'new',
    ]);
    const away = { ...meeting, attendance: [present('new', 'member')] };
    expect(voterStatus(away, 0).presidingId).toBe('new');
  });
});

test('a body below a board begins with its rules, without deputies, and a memo without examiners', () => {
  const parent = { ...DEFAULT_RULES, quorum: { kind: 'at_least' as const, minimum: 9 }, noticeDays: 5 };
  expect(subBodyRules(parent, 'memo')).toMatchObject({
    profile: 'memo',
    deputies: 'none',
    examiners: 0,
    noticeDays: 5,
    quorum: { kind: 'more_than_half' },
  });
  expect(subBodyRules(parent, 'minutes').examiners).toBe(2);
});

test('boards are listed with the bodies below them', () => {
  const board = (id: string, parentId: string | null = null) => ({ id, parentId });
  const tree = boardTree([
    board('a'),
    board('b'),
    board('a1', 'a'),
    board('b1', 'b'),
    board('a2', 'a'),
    board('x', 'gone'),
  ]);
  expect(tree.map(({ id }) => id)).toEqual(['a', 'a1', 'a2', 'b', 'b1', 'x']);
});

test('an item is referred to by its § or its number', () => {
  const meeting = { number: 3, year: 2026 };
  expect(itemReferenceText(meeting, 32, 'minutes')).toBe('3/2026 § 32');
  expect(itemReferenceText(meeting, 5, 'memo')).toBe('3/2026, 5.');
  expect(itemReferenceText(meeting, null, 'minutes')).toBe('3/2026');
});

test('the state of an idea follows from what happened to it', () => {
  expect(ideaState({ itemId: null, rejectedOn: null })).toBe('open');
  expect(ideaState({ itemId: 'i', rejectedOn: null })).toBe('taken');
  expect(ideaState({ itemId: null, rejectedOn: '2026-05-19' })).toBe('rejected');
});

test('ideas wanted at the meeting come first, then those that are due, then the oldest', () => {
  const idea = (id: string, wantedMeetingId: string | null, wantedOn: string | null, createdOn: string) => ({
    id,
    wantedMeetingId,
    wantedOn,
    createdOn,
  });
  const ordered = ideaOrder(
    [
      idea('new', null, null, '2026-04-01'),
      idea('later', null, '2026-12-01', '2026-01-01'),
      idea('old', null, null, '2026-01-02'),
      idea('due', null, '2026-05-01', '2026-04-01'),
      idea('wanted', 'm', null, '2026-04-01'),
      idea('elsewhere', 'n', null, '2026-02-01'),
    ],
    { id: 'm', heldOn: '2026-05-19' },
  );
  expect(ordered.map(({ id }) => id)).toEqual(['wanted', 'due', 'old', 'elsewhere', 'new', 'later']);
});

test('silence is consent only when the time for answers is over, or when nobody is left to answer', () => {
  expect(needsNoObjection({ emailDecisions: 'no_objection' }, 'email')).toBe(true);
  expect(needsNoObjection({ emailDecisions: 'no_objection' }, 'meeting')).toBe(false);
  expect(needsNoObjection({ emailDecisions: 'majority' }, 'email')).toBe(false);
  const asked = { heldOn: '2026-05-19', plannedStart: '12:00', time: '11:59', answered: 3, asked: 5 };
  expect(mayStillObject({ ...asked, today: '2026-05-18' })).toBe(true);
  expect(mayStillObject({ ...asked, today: '2026-05-19' })).toBe(true);
  expect(mayStillObject({ ...asked, today: '2026-05-19', time: '12:00' })).toBe(false);
  expect(mayStillObject({ ...asked, today: '2026-05-20', time: '08:00' })).toBe(false);
  expect(mayStillObject({ ...asked, today: '2026-05-18', answered: 5 })).toBe(false);
  // Without a clock the whole day belongs to those who answer.
  expect(mayStillObject({ ...asked, plannedStart: null, today: '2026-05-19', time: '23:59' })).toBe(true);
});
