import { expect, test } from 'vitest';
import { noticeCheck } from '../../../db/model/notice.ts';
import { rules } from './builders.ts';

test.each([
  ['2026-05-11', 'notice', { days: 8, required: 7, ok: true, latest: '2026-05-12' }],
  ['2026-05-12', 'notice', { days: 7, required: 7, ok: true, latest: '2026-05-12' }],
  ['2026-05-13', 'notice', { days: 6, required: 7, ok: false, latest: '2026-05-12' }],
  ['2026-05-15', 'agenda', { days: 4, required: 4, ok: true, latest: '2026-05-15' }],
  ['2026-05-16', 'agenda', { days: 3, required: 4, ok: false, latest: '2026-05-15' }],
  ['2026-05-19', 'notice', { days: 0, required: 7, ok: false, latest: '2026-05-12' }],
  ['2026-05-20', 'notice', { days: -1, required: 7, ok: false, latest: '2026-05-12' }],
  [null, 'notice', { days: null, required: 7, ok: false, latest: '2026-05-12' }],
] as const)('sent %s (%s), meeting on 19 May 2026', (sentOn, kind, expected) => {
  expect(noticeCheck(rules(), sentOn, '2026-05-19', kind)).toEqual(expected);
});

test('a board without a time limit, and dates that do not exist', () => {
  expect(noticeCheck(rules({ noticeDays: 0 }), '2026-05-19', '2026-05-19', 'notice').ok).toBe(true);
  expect(noticeCheck(rules({ noticeDays: 0 }), null, '2026-05-19', 'notice').ok).toBe(false);
  expect(() => noticeCheck(rules(), '2026-02-31', '2026-05-19', 'notice')).toThrow('invalid_date');
});
