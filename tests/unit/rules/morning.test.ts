/** The page of the morning: what stands still, and whether the next meeting is ready. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../db/model/dates.ts';
import { lastOf, readiness, STILL_DAYS, stillFor, type ReadinessFacts } from '../../../db/model/morning.ts';

const FACTS: ReadinessFacts = {
  today: '2026-11-10',
  heldOn: '2026-11-24',
  place: 'Maakuntatalo',
  remoteLink: '',
  callSentOn: '2026-11-09',
  agendaSentOn: null,
  notice: { days: 15, required: 7, ok: true, latest: '2026-11-17' },
  agendaNotice: { days: null, required: 4, ok: false, latest: '2026-11-20' },
  items: 12,
  decisions: 5,
  withoutProposal: 0,
  attachments: 0,
  withFile: 0,
  forecast: { expected: 9, required: 9, quorate: true, quorateAtMost: true, unanswered: 3 },
};
const states = (more: Partial<ReadinessFacts>) =>
  Object.fromEntries(readiness({ ...FACTS, ...more }).map(({ key, state }) => [key, state]));

describe('the next meeting', () => {
  test('is told point by point; attachments only where there are any', () => {
    expect(states({})).toEqual({ call: 'ok', agenda: 'wait', place: 'ok', proposals: 'ok', quorum: 'ok' });
    expect(states({ attachments: 3, withFile: 2 })).toMatchObject({ attachments: 'wait' });
  });

  test.each([
    ['the last day for the agenda has gone', { today: '2026-11-21' }, { agenda: 'bad' }],
    ['on the last day it can still go', { today: '2026-11-20' }, { agenda: 'wait' }],
    [
      'what went too late stays to be seen',
      { notice: { days: 5, required: 7, ok: false, latest: '2026-11-17' } },
      { call: 'bad' },
    ],
    ['without a place two weeks before', { place: '' }, { place: 'bad' }],
    ['without a place a month before', { place: '', today: '2026-10-20' }, { place: 'wait' }],
    ['a remote link is a place', { place: '', remoteLink: 'https://kokous' }, { place: 'ok' }],
    [
      'answers are awaited',
      { forecast: { expected: 4, required: 9, quorate: false, quorateAtMost: true, unanswered: 8 } },
      { quorum: 'wait' },
    ],
    [
      'too many have excused themselves',
      { forecast: { expected: 4, required: 9, quorate: false, quorateAtMost: false, unanswered: 2 } },
      { quorum: 'bad' },
    ],
    ['the agenda is empty', { items: 0, decisions: 0 }, { items: 'bad' }],
    ['proposals are missing', { withoutProposal: 2 }, { proposals: 'bad' }],
  ] as const)('%s', (_, more, expected) => {
    expect(states(more)).toMatchObject(expected);
  });
});

test('something stands still from the sixtieth day on, never before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
      const today = addDays('2020-01-01', days);
      const still = stillFor('2020-01-01', today);
      expect(still).toBe(days < STILL_DAYS ? null : daysBetween('2020-01-01', today));
    }),
  );
});

test('the last of known days', () => {
  expect(lastOf('2026-01-01', null, '2026-03-01', undefined, '2026-02-01')).toBe('2026-03-01');
  expect(lastOf('2026-01-01', null)).toBe('2026-01-01');
});
