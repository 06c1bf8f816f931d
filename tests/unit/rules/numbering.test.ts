import { describe, expect, test } from 'vitest';
import {
  assignSections,
  checkSections,
  firstSection,
  meetingNumberText,
  nextMeetingNumber,
  numberingPeriod,
  type NumberedMeeting,
  type SectionedMeeting,
} from '../../../db/model/numbering.ts';
import { rules } from './builders.ts';

const TERM = { startsOn: '2025-08-01', endsOn: '2029-07-31' };
const byTerm = rules({ numbering: 'term' });
const held = (date: string, first: number | null, last: number | null, frozen = true): NumberedMeeting => ({
  date,
  firstSection: first,
  lastSection: last,
  frozen,
});

test('the period of numbering', () => {
  expect(numberingPeriod(rules(), '2026-05-19', null)).toEqual({
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
  });
  expect(numberingPeriod(byTerm, '2026-05-19', TERM)).toEqual(TERM);
  expect(() => numberingPeriod(byTerm, '2026-05-19', null)).toThrow('term_missing');
  expect(() => numberingPeriod(byTerm, '2029-08-01', TERM)).toThrow('date_outside_term');
});

test('both ends of a period belong to it', () => {
  expect(numberingPeriod(byTerm, TERM.startsOn, TERM)).toEqual(TERM);
  expect(numberingPeriod(byTerm, TERM.endsOn, TERM)).toEqual(TERM);
  expect(firstSection([held('2026-01-01', 1, 4)], rules(), '2026-12-31', null).first).toBe(5);
  expect(firstSection([held('2026-12-31', 1, 4)], rules(), '2026-12-31', null).first).toBe(5);
});

describe('the first number of a meeting', () => {
  const spring = [held('2026-02-10', 1, 10), held('2026-04-01', 11, 21)];
  test.each([
    ['the first meeting', [], rules(), '2026-05-19', 1, false],
    ['after others of the year', spring, rules(), '2026-05-19', 22, false],
    ['in any order', spring.toReversed(), rules(), '2026-05-19', 22, false],
    ['January starts from one', spring, rules(), '2027-01-12', 1, false],
    ['last year does not count', [held('2025-12-01', 50, 60), ...spring], rules(), '2026-05-19', 22, false],
    ['by term it runs on', spring, byTerm, '2027-01-12', 22, false],
    ['a new term starts from one', [held('2025-06-01', 1, 30)], byTerm, '2025-08-20', 1, false],
    [
      'an unfinished one before it',
      [...spring, held('2026-05-05', 22, 30, false)],
      rules(),
      '2026-05-19',
      31,
      true,
    ],
    [
      'an unfinished one after it does not count',
      [...spring, held('2026-09-01', 22, 30, false)],
      rules(),
      '2026-05-19',
      22,
      false,
    ],
    [
      'a finished one after it does',
      [...spring, held('2026-09-01', 22, 30)],
      rules(),
      '2026-05-19',
      31,
      false,
    ],
    [
      'one on the same day counts as earlier',
      [held('2026-05-19', 1, 5, false)],
      rules(),
      '2026-05-19',
      6,
      true,
    ],
    ['one without items', [held('2026-04-01', null, null)], rules(), '2026-05-19', 1, false],
    ['a memo always begins with one', spring, rules({ profile: 'memo' }), '2026-05-19', 1, false],
  ])('%s', (_name, others, profile, date, first, provisional) => {
    expect(firstSection(others, profile, date, TERM.startsOn <= date ? TERM : null)).toEqual({
      first,
      provisional,
    });
  });
});

test('numbers of the items', () => {
  expect(assignSections(22, ['a', 'b'])).toEqual([
    { itemId: 'a', section: 22 },
    { itemId: 'b', section: 23 },
  ]);
  expect(assignSections(22, [])).toEqual([]);
  expect(assignSections(1, ['a'])).toEqual([{ itemId: 'a', section: 1 }]);
  expect(() => assignSections(0, ['a'])).toThrow('section_invalid');
  expect(() => assignSections(1.5, ['a'])).toThrow('section_invalid');
});

describe('checking the numbers of all meetings', () => {
  const at = (number: number, date: string, sections: number[], frozen = true): SectionedMeeting => ({
    subject: `meeting ${number}`,
    date,
    sections,
    frozen,
  });
  test.each([
    ['in order', [at(1, '2026-02-10', [1, 2]), at(2, '2026-04-01', [3, 4])], []],
    ['listed in another order', [at(2, '2026-04-01', [3, 4]), at(1, '2026-02-10', [1, 2])], []],
    ['a new year', [at(1, '2026-02-10', [1, 2]), at(2, '2027-01-10', [1, 2])], []],
    [
      'one without items in between',
      [at(1, '2026-02-10', [1]), at(2, '2026-03-01', []), at(3, '2026-04-01', [2])],
      [],
    ],
    [
      'a gap between meetings',
      [at(1, '2026-02-10', [1, 2]), at(2, '2026-04-01', [4])],
      ['error section_gap meeting 2 § 4'],
    ],
    [
      'a gap before one that is not finished',
      [at(1, '2026-02-10', [1, 2]), at(2, '2026-04-01', [4], false)],
      ['warning section_gap meeting 2 § 4'],
    ],
    ['a gap within', [at(1, '2026-02-10', [1, 3])], ['error section_order meeting 1 § 3']],
    [
      'the wrong order within',
      [at(1, '2026-02-10', [2, 1])],
      ['error section_order meeting 1 § 1', 'warning section_start meeting 1 § 2'],
    ],
    ['twice within', [at(1, '2026-02-10', [1, 1])], ['error section_order meeting 1 § 1']],
    [
      'below one',
      [at(1, '2026-02-10', [0, 1])],
      ['error section_invalid meeting 1 § 0', 'warning section_start meeting 1 § 0'],
    ],
    [
      'the same number in two meetings',
      [at(1, '2026-02-10', [1, 2]), at(2, '2026-04-01', [2])],
      ['error section_duplicate meeting 2 § 2', 'error section_gap meeting 2 § 2'],
    ],
    ['the board has met before', [at(3, '2026-05-19', [22, 23])], ['warning section_start meeting 3 § 22']],
  ])('%s', (_name, meetings, expected) => {
    const found = checkSections(meetings, rules(), []).map(
      ({ severity, code, subject }) => `${severity} ${code} ${subject}`,
    );
    expect(found).toEqual(expected);
  });
  test('by term: the new year runs on, a meeting outside of every term is found', () => {
    const meetings = [at(1, '2026-12-10', [1, 2]), at(2, '2027-01-10', [3]), at(9, '2030-01-01', [1])];
    expect(checkSections(meetings, byTerm, [TERM])).toMatchObject([
      { code: 'date_outside_term', subject: 'meeting 9 § 1' },
    ]);
  });
  test('two meetings on the same day, in either order', () => {
    const meetings = [at(2, '2026-02-10', [3, 4]), at(1, '2026-02-10', [1, 2])];
    expect(checkSections(meetings, rules(), [])).toEqual([]);
    expect(checkSections(meetings.toReversed(), rules(), [])).toEqual([]);
  });
  test('says which number was expected', () => {
    const meetings = [at(1, '2026-02-10', [1, 3]), at(2, '2026-04-01', [7])];
    expect(checkSections(meetings, rules(), []).map(({ details }) => details)).toEqual([
      { section: 3, expected: 2 },
      { section: 7, expected: 4 },
    ]);
  });
  test('a memo numbers each meeting from one', () => {
    const meetings = [at(1, '2026-02-10', [1, 2]), at(2, '2026-04-01', [1]), at(3, '2026-05-01', [2])];
    expect(checkSections(meetings, rules({ profile: 'memo' }), [])).toMatchObject([
      { code: 'memo_starts_at_one', subject: 'meeting 3 § 2' },
    ]);
  });
});

test('meeting numbers run within the year', () => {
  const meetings = [
    { number: 1, year: 2026 },
    { number: 3, year: 2026 },
    { number: 7, year: 2025 },
  ];
  expect(nextMeetingNumber(meetings, '2026-05-19')).toEqual({ number: 4, year: 2026 });
  expect(nextMeetingNumber(meetings, '2027-01-01')).toEqual({ number: 1, year: 2027 });
  expect(meetingNumberText({ number: 3, year: 2026 })).toBe('3/2026');
});
