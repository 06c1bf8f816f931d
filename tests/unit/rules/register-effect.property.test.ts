/** Any effect on any register: what is applied and taken back leaves everything as it was, and nobody votes twice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../db/model/dates.ts';
import { planEffect } from '../../../db/model/effect-plan.ts';
import {
  applyChanges,
  inverse,
  reversalProblem,
  type Register,
  type SeatHolderRow,
  type StageRow,
} from '../../../db/model/register-change.ts';
import { MUNICIPAL_STAGES } from '../../../db/model/practice.ts';
import { effectiveOn, type RegisterEffect } from '../../../db/model/register-effect.ts';
import { DEFAULT_RULES } from '../../../db/model/rules.ts';

const DECIDED = '2026-05-19';
const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f'];
const SEATS = ['s1', 's2', 's3'];
const PLACES = ['422', '541'];
const place = fc.constantFrom(...PLACES);
const SOURCE = { itemId: 'item', ground: 'Päätös 3/2026 § 25' };
const day = fc.integer({ min: -200, max: 200 }).map((days) => addDays(DECIDED, days));
const laterDay = fc.integer({ min: 1, max: 200 }).map((days) => addDays(DECIDED, days));
const role = fc.constantFrom('member' as const, 'deputy' as const);
const person = fc.constantFrom(...PEOPLE);
const seatId = fc.constantFrom(...SEATS);

const effect: fc.Arbitrary<RegisterEffect> = fc.oneof(
  fc.record({
    kind: fc.constant('seat_filled' as const),
    seatId,
    role,
    personId: person,
    organisationId: fc.constant(null),
    from: laterDay,
    replacesPersonId: fc.option(person),
  }),
  fc.record({
    kind: fc.constant('seat_vacated' as const),
    seatId,
    role,
    personId: person,
    lastDay: laterDay,
    cause: fc.constantFrom('resignation' as const, 'release' as const, 'other' as const),
  }),
  fc.record({
    kind: fc.constant('deputy_rises' as const),
    seatId,
    personId: person,
    from: laterDay,
    askOrganisationId: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('office_elected' as const),
    office: fc.constantFrom('chair' as const, 'vice_chair' as const),
    personId: person,
    from: laterDay,
  }),
  fc.record({ kind: fc.constant('organisation_admitted' as const), organisationId: person, from: laterDay }),
  fc.record({
    kind: fc.constant('organisation_resigned' as const),
    organisationId: person,
    lastDay: laterDay,
  }),
  fc.record({
    kind: fc.constant('rules_changed' as const),
    from: laterDay,
    rules: fc.integer({ min: 0, max: 6 }).map((examiners) => ({ ...DEFAULT_RULES, examiners })),
  }),
  fc.record({
    kind: fc.constant('practice_stage_changed' as const),
    practiceId: fc.constant('practice'),
    municipality: place,
    stage: fc.constantFrom(...MUNICIPAL_STAGES),
    decidedBy: fc.constant(''),
    reason: fc.constantFrom('', 'Kunta luopui'),
    from: laterDay,
  }),
);

/** A sound register: holders put in one by one where there is room. */
const register: fc.Arbitrary<Register> = fc
  .record({
    holders: fc.array(fc.record({ seat: seatId, person, role, from: day, days: fc.option(fc.nat(300)) }), {
      maxLength: 12,
    }),
    chair: fc.option(fc.record({ person, from: day })),
    network: fc.subarray(PEOPLE),
    stages: fc.array(fc.record({ place, stage: fc.constantFrom(...MUNICIPAL_STAGES), from: day }), {
      maxLength: 6,
    }),
    held: fc.array(fc.record({ heldOn: day, isLocked: fc.boolean(), satIds: fc.subarray(PEOPLE) }), {
      maxLength: 4,
    }),
  })
  .map(({ holders, chair, network, stages: noted, held }) => {
    const stages = [{ place: null, stage: 'offered' as const, from: '2025-01-01' }, ...noted].map(
      (one, index): StageRow => ({
        id: `k${index}`,
        practice_id: 'practice',
        municipality_year: one.place === null ? null : 2026,
        municipality_code: one.place,
        stage: one.stage,
        changed_on: one.from,
        ground: 'Koe',
        decided_by: '',
        reason: '',
        item_id: null,
      }),
    );
    const rows: SeatHolderRow[] = [];
    for (const [index, one] of holders.entries()) {
      const row: SeatHolderRow = {
        id: `h${index}`,
        seat_id: one.seat,
        person_id: one.person,
        organisation_id: null,
        role: one.role,
        starts_on: one.from,
        ends_on: one.days === null ? null : addDays(one.from, one.days),
      };
      if (!rows.some((other) => clash(row, other))) rows.push(row);
    }
    return {
      boardId: 'board',
      practices: [{ id: 'practice', name: 'Kylätalkkari' }],
      municipalities: PLACES.map((code) => ({ year: 2026, code, name: { fi: code } })),
      seats: SEATS.map((id, index) => ({
        id,
        number: index + 1,
        termId: 'term',
        termStartsOn: '2025-01-01',
        termEndsOn: '2028-12-31',
      })),
      rows: {
        seat_holder: rows,
        office: chair
          ? [
              {
                id: 'o1',
                board_id: 'board',
                person_id: chair.person,
                office: 'chair',
                title: '',
                starts_on: chair.from,
                ends_on: null,
              },
            ]
          : [],
        board_organisation: network.map((organisation_id) => ({
          id: `n${organisation_id}`,
          board_id: 'board',
          organisation_id,
          starts_on: '2020-01-01',
          ends_on: null,
        })),
        rule_profile: [
          { id: 'r1', board_id: 'board', valid_from: '2025-01-01', rules: JSON.stringify(DEFAULT_RULES) },
        ],
        practice_stage: stages,
      },
      held: held.map((one, index) => ({ ...one, label: `${index}/2026` })),
    };
  });

function clash(one: SeatHolderRow, other: SeatHolderRow): boolean {
  const together = one.starts_on <= (other.ends_on ?? '9999') && other.starts_on <= (one.ends_on ?? '9999');
  const samePlace =
    one.seat_id === other.seat_id && (one.role === other.role || one.person_id === other.person_id);
  const twoVotes = one.person_id === other.person_id && one.role === 'member' && other.role === 'member';
  return together && (samePlace || twoVotes);
}

const sorted = (of: Register) =>
  Object.fromEntries(
    Object.entries(of.rows).map(([table, rows]) => [
      table,
      rows.toSorted((a, b) => a.id.localeCompare(b.id)),
    ]),
  );
const numbered = (): (() => string) => {
  let next = 0;
  return () => `new${(next += 1)}`;
};

test('applied and taken back, the register is what it was', () => {
  fc.assert(
    fc.property(register, effect, (before, one) => {
      const { changes, problem } = planEffect(one, before, DECIDED, numbered(), SOURCE);
      const after = applyChanges(before, changes);
      if (problem !== null) expect(changes).toEqual([]);
      expect(sorted(applyChanges(after, inverse(changes)))).toEqual(sorted(before));
      // Nothing came between: what hinders it can only be a meeting that was held by it.
      expect([null, 'meeting_held']).toContain(reversalProblem(after, changes)?.code ?? null);
    }),
    { numRuns: 2_000 },
  );
});

test('several effects taken back from the last to the first leave nothing behind', () => {
  fc.assert(
    fc.property(register, fc.array(effect, { maxLength: 6 }), (before, effects) => {
      const newId = numbered();
      const done = [];
      let now = before;
      for (const one of effects) {
        const { changes } = planEffect(one, now, DECIDED, newId, SOURCE);
        now = applyChanges(now, changes);
        done.push(changes);
      }
      for (const changes of done.toReversed()) now = applyChanges(now, inverse(changes));
      expect(sorted(now)).toEqual(sorted(before));
    }),
  );
});

test('no effect gives a second vote, two holders to a place, or changes a day before its own', () => {
  fc.assert(
    fc.property(register, effect, day, (before, one, anyDay) => {
      const after = applyChanges(before, planEffect(one, before, DECIDED, numbered(), SOURCE).changes);
      const rows = after.rows.seat_holder;
      for (const [index, row] of rows.entries())
        for (const other of rows.slice(index + 1)) expect(clash(row, other)).toBe(false);
      if (anyDay >= effectiveOn(one)) return;
      const standing = (of: Register): string[] =>
        of.rows.seat_holder
          .filter((row) => row.starts_on <= anyDay && (row.ends_on ?? '9999') >= anyDay)
          .map((row) => `${row.seat_id} ${row.role} ${row.person_id}`)
          .toSorted();
      expect(standing(after)).toEqual(standing(before));
    }),
    { numRuns: 2_000 },
  );
});
