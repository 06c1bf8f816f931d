import { describe, expect, test } from 'vitest';
import {
  assertTransition,
  isExamined,
  isLocked,
  mayEditAgenda,
  mayRecordMinutes,
  MEETING_STATES,
  numbersFrozen,
  REQUIREMENTS,
  TRANSITIONS,
  transitionProblems,
} from '../../../db/model/meeting-state.ts';

const all = new Set(REQUIREMENTS);

test('what each state allows', () => {
  expect(MEETING_STATES.filter(mayEditAgenda)).toEqual(['draft', 'called', 'in_session']);
  expect(MEETING_STATES.filter(mayRecordMinutes)).toEqual(['in_session', 'closed']);
  expect(MEETING_STATES.filter(numbersFrozen)).toEqual([
    'closed',
    'under_examination',
    'examined',
    'published',
  ]);
  expect(MEETING_STATES.filter(isLocked)).toEqual([
    'under_examination',
    'examined',
    'published',
    'cancelled',
  ]);
  expect(MEETING_STATES.filter(isExamined)).toEqual(['examined', 'published']);
});

describe('transitions', () => {
  test('only these', () => {
    const allowed = MEETING_STATES.flatMap((from) =>
      MEETING_STATES.filter((to) => transitionProblems(from, to, all, 'syy').length === 0).map(
        (to) => `${from} → ${to}`,
      ),
    );
    expect(allowed).toEqual([
      'draft → called',
      'draft → cancelled',
      'called → draft',
      'called → in_session',
      'called → cancelled',
      'in_session → called',
      'in_session → closed',
      'closed → in_session',
      'closed → under_examination',
      'under_examination → closed',
      'under_examination → examined',
      'examined → under_examination',
      'examined → published',
      'cancelled → draft',
      'cancelled → called',
    ]);
  });
  test('back only with a reason', () => {
    const order = (state: string) => MEETING_STATES.findIndex((candidate) => candidate === state);
    for (const { from, to } of TRANSITIONS) {
      if (from === 'cancelled' || to === 'cancelled') continue;
      const backwards = order(to) < order(from);
      expect(transitionProblems(from, to, all, ' ')).toEqual(backwards ? ['reason_missing'] : []);
    }
  });
  test('those who were called are told why there is no meeting; taking that back needs no reason', () => {
    expect(transitionProblems('draft', 'cancelled', all, '')).toEqual([]);
    expect(transitionProblems('called', 'cancelled', all, ' ')).toEqual(['reason_missing']);
    expect(transitionProblems('cancelled', 'draft', new Set())).toEqual([]);
    expect(transitionProblems('cancelled', 'called', new Set())).toEqual(['notice_sent']);
    for (const held of ['in_session', 'closed', 'under_examination', 'examined', 'published'] as const) {
      expect(transitionProblems(held, 'cancelled', all, 'syy')).toEqual(['transition_not_allowed']);
      expect(transitionProblems('cancelled', held, all, 'syy')).toEqual(['transition_not_allowed']);
    }
  });
  test('nothing leads out of published minutes', () =>
    expect(TRANSITIONS.filter(({ from }) => from === 'published')).toEqual([]));
  test('each requirement is asked for', () => {
    for (const { from, to, requires } of TRANSITIONS)
      for (const requirement of requires) {
        const without = new Set(REQUIREMENTS.filter((candidate) => candidate !== requirement));
        expect(transitionProblems(from, to, without, 'syy')).toEqual([requirement]);
      }
    expect(new Set(TRANSITIONS.flatMap((transition) => transition.requires))).toEqual(all);
  });
  test('errors name what is missing', () => {
    expect(() => assertTransition('draft', 'called', all)).not.toThrow();
    expect(() => assertTransition('draft', 'examined', all)).toThrow('transition_not_allowed');
    expect(() => assertTransition('closed', 'in_session', all)).toThrow('reason_missing');
    expect(() => assertTransition('draft', 'examined', all)).toThrow(
      expect.objectContaining({ code: 'transition_not_allowed', details: { from: 'draft', to: 'examined' } }),
    );
    expect(() => assertTransition('called', 'draft', all, '')).toThrow(
      expect.objectContaining({ code: 'reason_missing' }),
    );
    expect(() => assertTransition('draft', 'called', new Set())).toThrow(
      expect.objectContaining({
        code: 'requirement_not_met',
        details: { from: 'draft', to: 'called', requirements: 'items notice_sent' },
      }),
    );
  });
});
