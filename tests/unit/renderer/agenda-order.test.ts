import { describe, expect, it } from 'vitest';
import { dropPlace, moved } from '../../../renderer/features/agenda/order.ts';
import { mergePlans, noticeWord, type Plan } from '../../../renderer/features/agenda/plan.ts';

const IDS = ['a', 'b', 'c', 'd'];

describe('order of items', () => {
  it('moves one and keeps the others in order', () => {
    expect(moved(IDS, 'a', 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(IDS, 'd', 0)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('stays where it is at the ends and for what is not there', () => {
    expect(moved(IDS, 'a', -1)).toBe(IDS);
    expect(moved(IDS, 'd', 9)).toBe(IDS);
    expect(moved(IDS, 'x', 1)).toBe(IDS);
  });

  it.each([
    ['a', 'c', 'before', ['b', 'a', 'c', 'd']],
    ['a', 'c', 'after', ['b', 'c', 'a', 'd']],
    ['d', 'a', 'before', ['d', 'a', 'b', 'c']],
    ['c', 'a', 'after', ['a', 'c', 'b', 'd']],
    ['b', 'b', 'after', IDS],
  ] as const)('%s dropped at %s (%s)', (dragged, target, position, result) => {
    expect(moved(IDS, dragged, dropPlace(IDS, dragged, target, position))).toEqual(result);
  });
});

describe('word for a sending', () => {
  const check = { required: 7, latest: '2026-05-12' };
  it.each([
    [{ ...check, days: 8, ok: true }, 'ok'],
    [{ ...check, days: 5, ok: false }, 'late'],
    [{ ...check, days: -1, ok: false }, 'after'],
  ] as const)('%o', (given, word) => expect(noticeWord(given, '2026-05-01')).toBe(word));

  it('tells what may still go in time from what is missed', () => {
    const nothing = { ...check, days: null, ok: false };
    expect(noticeWord(nothing, '2026-05-12')).toBe('notSent');
    expect(noticeWord(nothing, '2026-05-13')).toBe('missed');
  });
});

describe('details changed in two windows', () => {
  const base: Plan = {
    heldOn: '2026-05-19',
    plannedStart: '13:00',
    place: 'Joensuu',
    language: 'fi',
    diaryNumber: '',
    callSentOn: null,
    agendaSentOn: null,
    chair: { id: 'a', label: 'Jäsen 01' },
    secretary: null,
    presenter: null,
    opener: null,
  };

  it('go together where the fields are different', () => {
    const mine = { ...base, place: 'Nurmes' };
    const theirs = { ...base, plannedStart: '14:00', chair: { id: 'a', label: 'J01' } };
    expect(mergePlans(base, mine, theirs)).toEqual({
      plan: { ...theirs, place: 'Nurmes' },
      clashes: [],
    });
  });

  it('clash where both changed the same field differently', () => {
    const mine = { ...base, place: 'Nurmes', diaryNumber: 'A-2026-1' };
    const theirs = { ...base, place: 'Lieksa', diaryNumber: 'A-2026-1' };
    expect(mergePlans(base, mine, theirs)).toMatchObject({ plan: { place: 'Nurmes' }, clashes: ['place'] });
  });
});
