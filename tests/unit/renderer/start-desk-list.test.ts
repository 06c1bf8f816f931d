import { describe, expect, it } from 'vitest';
import type { MeetingSummary } from '../../../db/model/meeting-view.ts';
import {
  deskList,
  distance,
  endOfNextWeek,
  isNewBoard,
  type DueCommunication,
  type Overview,
} from '../../../renderer/features/start/desk-list.ts';

const TODAY = '2026-05-06'; // A Wednesday.

const meeting = (id: string, heldOn: string, state: MeetingSummary['state']): MeetingSummary => ({
  id,
  boardId: 'board',
  number: 3,
  year: 2026,
  kind: 'meeting',
  label: '3/2026',
  keepsNumber: true,
  hasNumber: true,
  cancelledOn: null,
  cancellationReason: '',
  profile: 'minutes',
  heldOn,
  plannedStart: '13:00',
  place: 'Joensuu',
  state,
  itemCount: 14,
  sections: '22–35',
  version: 1,
});

const EMPTY: Overview = {
  boardName: 'Malli-JANE',
  nextMeeting: null,
  inSession: [],
  toExamine: [],
  toDeliver: [],
  mail: { stopped: 0, paused: null, unknown: 0 },
  dueTasks: [],
  openTasks: 0,
  effects: [],
  seats: { total: 16, filled: 0, withoutDeputy: 16, required: 9 },
  term: { startsOn: '2025-08-01', endsOn: '2029-07-31' },
};

const next = {
  ...meeting('next', '2026-05-19', 'draft'),
  callSentOn: null,
  call: { changes: 0, unanswered: 0, deputiesToCall: 0 },
  notice: { days: null, required: 7, ok: false, latest: '2026-05-12' },
  agendaNotice: { days: null, required: 4, ok: false, latest: '2026-05-15' },
};

describe('list of the desk', () => {
  it('has effects of decisions that wait for the secretary, by the day on which they should be in force', () => {
    const effect = {
      meetingId: 'm',
      itemId: 'i',
      reference: '3/2026 § 25',
      title: 'Ero',
      stage: 'unresolved' as const,
    };
    const entries = deskList(
      {
        ...EMPTY,
        effects: [
          { ...effect, id: 'late', effectiveOn: '2020-01-01' },
          { ...effect, id: 'ahead', effectiveOn: '2030-01-01' },
        ],
      },
      [],
      TODAY,
    );
    expect(entries.map(({ id, group }) => [id, group])).toEqual([
      ['effect:late', 'late'],
      ['effect:ahead', 'later'],
    ]);
  });
  it('has what the next meeting asks for, by date', () => {
    const entries = deskList({ ...EMPTY, nextMeeting: next }, [], TODAY);
    expect(entries.map(({ id, date, group }) => [id, date, group])).toEqual([
      ['call:next', '2026-05-12', 'soon'],
      ['agenda:next', '2026-05-15', 'soon'],
      ['meeting:next', '2026-05-19', 'later'],
    ]);
  });

  it('leaves out what has been sent', () => {
    const sent = { ...next, notice: { ...next.notice, days: 8, ok: true } };
    const entries = deskList({ ...EMPTY, nextMeeting: sent }, [], TODAY);
    expect(entries.map(({ kind }) => kind)).toEqual(['agenda', 'meeting']);
  });

  it('has what changed after the call, and the answers that are awaited', () => {
    const waiting = {
      ...next,
      notice: { ...next.notice, days: 8, ok: true },
      agendaNotice: { ...next.agendaNotice, days: 8, ok: true },
      call: { changes: 2, unanswered: 0, deputiesToCall: 1 },
    };
    const entries = deskList({ ...EMPTY, nextMeeting: waiting }, [], TODAY);
    expect(entries.map(({ id, date }) => [id, date])).toEqual([
      ['changed:next', TODAY],
      ['answers:next', '2026-05-19'],
      ['meeting:next', '2026-05-19'],
    ]);
  });

  it('puts a meeting in session first and what is late after it', () => {
    const entries = deskList(
      {
        ...EMPTY,
        inSession: [meeting('now', TODAY, 'in_session')],
        toExamine: [
          {
            ...meeting('old', '2026-03-17', 'closed'),
            dueOn: '2026-03-24',
            overdue: true,
            missingApprovals: [],
          },
        ],
      },
      [meeting('passed', '2026-04-28', 'called'), meeting('old', '2026-03-17', 'closed')],
      TODAY,
    );
    expect(entries.map(({ kind, group }) => `${group} ${kind}`)).toEqual([
      'now session',
      'late examine',
      'late passed',
    ]);
  });

  it('puts late matters of meetings before older ones that nobody waits for', () => {
    const late = { ...next, notice: { ...next.notice, latest: '2026-05-04' } };
    const planned = { id: 'plan', plannedOn: '2026-01-02' } as DueCommunication;
    const agreement = { id: 'a', name: 'Sopimus', endsOn: '2026-06-30', dueOn: '2026-03-01' };
    const entries = deskList({ ...EMPTY, nextMeeting: late }, [], TODAY, [], [planned], [agreement]);
    expect(entries.filter(({ group }) => group === 'late').map(({ id }) => id)).toEqual([
      'call:next',
      'agreement:a',
      'communication:plan',
    ]);
  });

  it('keeps minutes without a due day where they are seen', () => {
    const entries = deskList(
      {
        ...EMPTY,
        toExamine: [
          { ...meeting('old', '2026-05-05', 'closed'), dueOn: null, overdue: false, missingApprovals: [] },
        ],
      },
      [],
      TODAY,
    );
    expect(entries).toMatchObject([{ group: 'soon', date: null }]);
  });

  it('places an agreement by the day that is left', () => {
    const agreement = { id: 'a', name: 'Sopimus', endsOn: '2026-06-30', dueOn: '2026-05-15' };
    expect(deskList(EMPTY, [], TODAY, [], [], [agreement])).toEqual([
      { id: 'agreement:a', date: '2026-05-15', group: 'soon', kind: 'agreement', agreement },
    ]);
  });

  it('ends what is soon on the Sunday of the next week', () => {
    expect(endOfNextWeek(TODAY)).toBe('2026-05-17');
    expect(endOfNextWeek('2026-05-10')).toBe('2026-05-17');
    expect(endOfNextWeek('2026-05-11')).toBe('2026-05-24');
  });

  it.each([
    ['2026-05-01', { kind: 'late', days: 5 }],
    ['2026-05-06', { kind: 'today' }],
    ['2026-05-07', { kind: 'tomorrow' }],
    ['2026-05-19', { kind: 'in', days: 13 }],
  ])('%s is %o', (date, far) => expect(distance(date, TODAY)).toEqual(far));

  it('knows a new board', () => {
    expect(isNewBoard(EMPTY)).toBe(true);
    expect(isNewBoard({ ...EMPTY, nextMeeting: next })).toBe(false);
    expect(isNewBoard({ ...EMPTY, seats: { ...EMPTY.seats!, filled: 1 } })).toBe(false);
  });
});
