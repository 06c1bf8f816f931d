/** Stages of an effect on the register, exhaustively; and what each kind of effect does to the rows. */
import { describe, expect, test } from 'vitest';
import { DECISION_TYPES } from '../../../db/model/decision.ts';
import { planEffect } from '../../../db/model/effect-plan.ts';
import { applyChanges, inverse, reversalProblem, type Register } from '../../../db/model/register-change.ts';
import { shownChanges } from '../../../db/model/shown-change.ts';
import {
  atExamination,
  earliestEffect,
  EFFECT_ACTIONS,
  EFFECT_KINDS,
  EFFECT_STAGES,
  effectCommands,
  effectStage,
  effectiveOn,
  electionSubject,
  type RegisterEffect,
} from '../../../db/model/register-effect.ts';
import { DEFAULT_RULES } from '../../../db/model/rules.ts';

const DECIDED = '2026-05-19';
const TERM = { termId: 'term', termStartsOn: '2025-08-01', termEndsOn: '2029-07-31' };
const holder = (
  id: string,
  seat: string,
  person: string,
  role: 'member' | 'deputy' = 'member',
  starts_on = '2025-08-01',
  ends_on: string | null = null,
) => ({ id, seat_id: seat, person_id: person, organisation_id: `org-${person}`, role, starts_on, ends_on });
const REGISTER: Register = {
  boardId: 'board',
  practices: [],
  municipalities: [],
  seats: [1, 2, 3].map((number) => ({ id: `s${number}`, number, ...TERM })),
  rows: {
    seat_holder: [
      holder('h1', 's1', 'anna'),
      holder('d1', 's1', 'bertta', 'deputy'),
      holder('h2', 's2', 'carl'),
      holder('d2', 's2', 'dina', 'deputy'),
    ],
    office: [
      {
        id: 'o1',
        board_id: 'board',
        person_id: 'anna',
        office: 'chair',
        title: '',
        starts_on: '2025-08-01',
        ends_on: null,
      },
    ],
    board_organisation: [
      { id: 'n1', board_id: 'board', organisation_id: 'org', starts_on: '2020-01-01', ends_on: null },
    ],
    rule_profile: [
      { id: 'r1', board_id: 'board', valid_from: '2025-08-01', rules: JSON.stringify(DEFAULT_RULES) },
    ],
    practice_stage: [],
  },
  held: [],
};
let next = 0;
const plan = (effect: RegisterEffect, register = REGISTER) =>
  planEffect(effect, register, DECIDED, () => `new${(next += 1)}`, { itemId: 'item', ground: 'Päätös' });
const code = (effect: RegisterEffect, register = REGISTER) => plan(effect, register).problem?.code ?? null;
const on = (register: Register, seat: string, role: string, day: string) =>
  register.rows.seat_holder.find(
    (row) =>
      row.seat_id === seat && row.role === role && row.starts_on <= day && (row.ends_on ?? '9999') >= day,
  )?.person_id ?? null;
const fill = (change: Partial<Extract<RegisterEffect, { kind: 'seat_filled' }>> = {}): RegisterEffect => ({
  kind: 'seat_filled',
  seatId: 's3',
  role: 'member',
  personId: 'eeva',
  organisationId: null,
  from: '2026-05-20',
  replacesPersonId: null,
  ...change,
});
const vacate = (personId = 'anna', lastDay = '2026-05-31'): RegisterEffect => ({
  kind: 'seat_vacated',
  seatId: 's1',
  role: 'member',
  personId,
  lastDay,
  cause: 'resignation',
});
const rise: RegisterEffect = {
  kind: 'deputy_rises',
  seatId: 's1',
  personId: 'bertta',
  from: '2026-06-01',
  askOrganisationId: null,
};
const elect = (personId: string, from = '2026-05-20'): RegisterEffect => ({
  kind: 'office_elected',
  office: 'chair',
  personId,
  from,
});

describe('stages', () => {
  const decisions = [
    null,
    ...DECISION_TYPES.flatMap((type) => [true, false].map((asProposed) => ({ type, asProposed }))),
  ];

  test('every combination of decision, confirmation and last action has the stage of its rule', () => {
    for (const decision of decisions)
      for (const confirmed of [true, false])
        for (const lastAction of [null, ...EFFECT_ACTIONS]) {
          const stage = effectStage({ decision, confirmed, lastAction });
          if (lastAction !== null && lastAction !== 'withdrawn') expect(stage).toBe(lastAction);
          else if (decision === null) expect(stage).toBe('planned');
          else if (['tabled', 'returned', 'removed'].includes(decision.type)) expect(stage).toBe('lapsed');
          else {
            const differs =
              ['amended', 'other'].includes(decision.type) ||
              (decision.type === 'voted' && !decision.asProposed);
            expect(stage).toBe(differs && !confirmed ? 'unconfirmed' : 'decided');
          }
        }
  });

  test('the register is changed by the examination of what was decided, and nothing is passed over in silence', () => {
    const courses = Object.fromEntries(EFFECT_STAGES.map((stage) => [stage, atExamination(stage)]));
    expect(courses).toEqual({
      planned: 'unresolved',
      lapsed: 'nothing',
      unconfirmed: 'unresolved',
      decided: 'apply',
      applied: 'nothing',
      unresolved: 'nothing',
      reversed: 'nothing',
      dismissed: 'nothing',
    });
  });

  test('commands of every stage: nothing edits what was examined, nothing but an application is taken back', () => {
    for (const stage of EFFECT_STAGES)
      for (const isOpen of [true, false])
        for (const isExamined of [true, false])
          for (const hasHistory of [true, false]) {
            const commands = effectCommands(stage, isOpen, isExamined, hasHistory);
            expect(commands.includes('reverse')).toBe(stage === 'applied');
            if (isExamined || !isOpen)
              expect(commands.some((one) => ['edit', 'remove', 'confirm'].includes(one))).toBe(false);
            if (!isExamined) expect(commands).not.toContain('apply');
            if (hasHistory) expect(commands).not.toContain('remove');
            expect(commands.includes('confirm')).toBe(stage === 'unconfirmed' && isOpen && !isExamined);
          }
  });
});

describe('days', () => {
  test('votes and rules change from the day after, the network and practices on the day', () => {
    const sameDay = ['organisation_admitted', 'practice_stage_changed'];
    for (const kind of EFFECT_KINDS)
      expect(earliestEffect(kind, DECIDED)).toBe(sameDay.includes(kind) ? DECIDED : '2026-05-20');
    expect(effectiveOn(vacate('anna', '2026-05-19'))).toBe('2026-05-20');
    expect(effectiveOn(fill())).toBe('2026-05-20');
  });

  test.each([
    ['on the day of the meeting', fill({ from: DECIDED }), 'before_meeting'],
    ['before the meeting', vacate('anna', '2026-05-18'), 'before_meeting'],
    ['after the term', fill({ from: '2029-08-01' }), 'outside_term'],
    ['on the last day of the term', fill({ from: '2029-07-31' }), null],
  ])('%s', (_, effect, expected) => expect(code(effect)).toBe(expected));

  test('what is decided for later changes nothing before its day', () => {
    const { changes } = plan(fill({ from: '2027-01-01' }));
    const after = applyChanges(REGISTER, changes);
    expect(on(after, 's3', 'member', '2026-12-31')).toBeNull();
    expect(on(after, 's3', 'member', '2027-01-01')).toBe('eeva');
  });
});

describe('seats', () => {
  test('a vacant seat is filled; a held one only in the place of who holds it', () => {
    expect(code(fill())).toBeNull();
    expect(code(fill({ seatId: 's1' }))).toBe('seat_taken');
    expect(code(fill({ seatId: 's1', replacesPersonId: 'carl' }))).toBe('seat_taken');
    expect(code(fill({ replacesPersonId: 'anna' }))).toBe('other_holder');
    const { changes, problem } = plan(fill({ seatId: 's1', replacesPersonId: 'anna' }));
    expect(problem).toBeNull();
    const after = applyChanges(REGISTER, changes);
    expect(on(after, 's1', 'member', '2026-05-19')).toBe('anna');
    expect(on(after, 's1', 'member', '2026-05-20')).toBe('eeva');
    expect(shownChanges(REGISTER, changes, '2026-05-20')).toEqual([
      expect.objectContaining({ subject: 'member', seat: 1, before: 'anna', after: 'eeva' }),
    ]);
  });

  test('nobody gets a second vote', () => {
    expect(plan(fill({ personId: 'carl' })).problem).toEqual({
      code: 'holds_other_seat',
      details: { seat: 2, personId: 'carl' },
    });
    // A deputy of another seat may become a member; a member may not be his own deputy.
    expect(code(fill({ personId: 'dina' }))).toBeNull();
    expect(code(fill({ seatId: 's1', role: 'deputy', personId: 'anna', replacesPersonId: 'bertta' }))).toBe(
      'holds_other_seat',
    );
    // Once he has left the other seat, he may.
    const left = applyChanges(REGISTER, plan({ ...vacate('carl'), seatId: 's2' } as RegisterEffect).changes);
    expect(code(fill({ personId: 'carl', from: '2026-06-01' }), left)).toBeNull();
    expect(code(fill({ personId: 'carl', from: '2026-05-31' }), left)).toBe('holds_other_seat');
  });

  test('a seat is vacated by who holds it, once', () => {
    expect(code(vacate('carl'))).toBe('not_holding');
    const once = applyChanges(REGISTER, plan(vacate()).changes);
    expect(on(once, 's1', 'member', '2026-05-31')).toBe('anna');
    expect(on(once, 's1', 'member', '2026-06-01')).toBeNull();
    expect(code(vacate(), once)).toBe('not_holding');
  });

  test('the deputy rises to a seat that is vacant, and leaves the place of the deputy', () => {
    expect(code(rise)).toBe('seat_taken');
    const vacant = applyChanges(REGISTER, plan(vacate()).changes);
    const after = applyChanges(vacant, plan(rise, vacant).changes);
    expect(on(after, 's1', 'member', '2026-06-01')).toBe('bertta');
    expect(on(after, 's1', 'deputy', '2026-06-01')).toBeNull();
    expect(on(after, 's1', 'deputy', '2026-05-31')).toBe('bertta');
    expect(after.rows.seat_holder.at(-1)?.organisation_id).toBe('org-bertta');
    expect(code({ ...rise, personId: 'dina' }, vacant)).toBe('no_deputy');
  });

  test('no deputies where the rules know none', () => {
    const none = {
      ...REGISTER,
      rows: {
        ...REGISTER.rows,
        rule_profile: REGISTER.rows.rule_profile.map((row) => ({
          ...row,
          rules: JSON.stringify({ ...DEFAULT_RULES, deputies: 'none' }),
        })),
      },
    };
    expect(code(fill({ role: 'deputy' }), none)).toBe('deputies_not_used');
    expect(code({ ...fill(), seatId: 'gone' } as RegisterEffect)).toBe('seat_unknown');
  });

  test('who is appointed before a later holder stays until he comes', () => {
    const later = applyChanges(REGISTER, [
      {
        table: 'seat_holder',
        id: 'l',
        before: null,
        after: holder('l', 's3', 'frans', 'member', '2027-01-01'),
      },
    ]);
    const { changes } = plan(fill(), later);
    expect(changes.at(-1)?.after).toMatchObject({ person_id: 'eeva', ends_on: '2026-12-31' });
  });
});

describe('offices, network, rules', () => {
  test('a new chair ends the term of the one before', () => {
    const after = applyChanges(REGISTER, plan(elect('carl')).changes);
    expect(after.rows.office.map((row) => [row.person_id, row.starts_on, row.ends_on])).toEqual([
      ['anna', '2025-08-01', '2026-05-19'],
      ['carl', '2026-05-20', null],
    ]);
    expect(code(elect('anna'))).toBe('has_office');
  });

  test('an organisation is in the network once, and leaves it once', () => {
    const admit = (organisationId: string): RegisterEffect => ({
      kind: 'organisation_admitted',
      organisationId,
      from: DECIDED,
    });
    const resign = (organisationId: string): RegisterEffect => ({
      kind: 'organisation_resigned',
      organisationId,
      lastDay: '2026-06-30',
    });
    expect(code(admit('org'))).toBe('already_admitted');
    expect(code(admit('other'))).toBeNull();
    expect(code(resign('other'))).toBe('not_admitted');
    const after = applyChanges(REGISTER, plan(resign('org')).changes);
    expect(after.rows.board_organisation[0]?.ends_on).toBe('2026-06-30');
    expect(code(resign('org'), after)).toBe('not_admitted');
    expect(code({ ...admit('org'), from: '2026-07-01' } as RegisterEffect, after)).toBeNull();
  });

  test('a profile of rules begins on its day; one of that day is replaced', () => {
    const change: RegisterEffect = {
      kind: 'rules_changed',
      from: '2026-08-01',
      rules: { ...DEFAULT_RULES, noticeDays: 10, examiners: 3 },
    };
    const { changes } = plan(change);
    expect(shownChanges(REGISTER, changes, '2026-08-01')[0]?.settings).toEqual(['noticeDays', 'examiners']);
    const once = applyChanges(REGISTER, changes);
    const again = plan({ ...change, rules: DEFAULT_RULES }, once);
    expect(again.changes).toHaveLength(1);
    expect(again.changes[0]?.before).toEqual(once.rows.rule_profile[1]);
  });
});

describe('meetings that have been held', () => {
  const with4 = (satIds: string[], isLocked: boolean): Register => ({
    ...REGISTER,
    held: [{ label: '4/2026', heldOn: '2026-06-16', isLocked, satIds }],
  });

  test('an effect does not change under what rules or composition examined minutes were made', () => {
    expect(plan(vacate(), with4(['anna'], true)).problem).toEqual({
      code: 'meeting_held',
      details: { meeting: '4/2026' },
    });
    expect(code(vacate(), with4(['anna'], false))).toBeNull();
    expect(code(vacate(), with4(['carl'], true))).toBeNull();
    expect(code(vacate('anna', '2026-06-16'), with4(['anna'], true))).toBeNull();
    const rules: RegisterEffect = {
      kind: 'rules_changed',
      from: '2026-06-01',
      rules: { ...DEFAULT_RULES, examiners: 1 },
    };
    expect(code(rules, with4([], true))).toBe('meeting_held');
    expect(code({ ...rules, from: '2026-06-17' }, with4([], true))).toBeNull();
  });

  test('what a meeting was held by is not taken back', () => {
    const { changes } = plan(fill());
    const held = with4(['eeva'], false);
    expect(reversalProblem(applyChanges(held, changes), changes)?.code).toBe('meeting_held');
    const without = with4(['anna'], false);
    expect(reversalProblem(applyChanges(without, changes), changes)).toBeNull();
  });
});

describe('taking back', () => {
  test('refused when the row has been changed, or something took the place', () => {
    const { changes } = plan(vacate());
    const after = applyChanges(REGISTER, changes);
    expect(applyChanges(after, inverse(changes)).rows).toEqual(REGISTER.rows);
    expect(reversalProblem(after, changes)).toBeNull();
    const risen = applyChanges(after, plan(rise, after).changes);
    expect(reversalProblem(risen, changes)?.code).toBe('does_not_fit');
    const moved = applyChanges(after, [
      {
        table: 'seat_holder',
        id: 'h1',
        before: null,
        after: holder('h1', 's1', 'anna', 'member', '2025-08-01', '2026-07-31'),
      },
    ]);
    expect(reversalProblem(moved, changes)).toEqual({
      code: 'changed_since',
      details: { table: 'seat_holder', seat: 1 },
    });
  });
});

test.each([
  ['Puheenjohtajan vaali', { kind: 'office_elected', office: 'chair' }],
  ['Varapuheenjohtajan valinta', { kind: 'office_elected', office: 'vice_chair' }],
  ['Val av vice ordförande', { kind: 'office_elected', office: 'vice_chair' }],
  ['Election of the chair', { kind: 'office_elected', office: 'chair' }],
  ['Paikan 7 varajäsenen valinta', { kind: 'seat_filled', role: 'deputy', seat: 7 }],
  ['Jäsenen valinta paikalle 12', { kind: 'seat_filled', role: 'member', seat: 12 }],
  ['Ääntenlaskijat', null],
  ['Pöytäkirjantarkastajien vaali', null],
])('an election called %s', (title, subject) => expect(electionSubject(title)).toEqual(subject));
