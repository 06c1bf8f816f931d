/** The rules of examining minutes: ways, approvers, what is missing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  approverIds,
  assertMayApprove,
  earliestExaminedOn,
  EXAMINATION_WAYS,
  examinationMet,
  mayRemark,
  missingApproverIds,
  openWays,
  type ExaminationFacts,
} from '../../../db/model/examination.ts';

function facts(values: Partial<ExaminationFacts> = {}): ExaminationFacts {
  return {
    rules: { examiners: 2, profile: 'minutes' },
    heldOn: '2026-05-19',
    examinerIds: ['a', 'b'],
    chairId: 'c',
    itemIds: ['1', '2'],
    itemsOnTheSpot: [],
    attendedIds: ['a', 'b', 'c', 'd'],
    round: null,
    unresolvedRemarks: 0,
    ...values,
  };
}
const round = (way: 'examiners' | 'next_meeting' | 'on_the_spot' | 'chair', approved: string[] = []) => ({
  way,
  openedOn: '2026-05-20',
  approvals: approved.map((personId, index) => ({ personId, approvedOn: `2026-05-2${index + 1}` })),
});

test.each([
  ['elected examiners', facts(), ['examiners', 'next_meeting']],
  ['nobody elected', facts({ examinerIds: [] }), ['next_meeting']],
  [
    'no examiners by the rules',
    facts({ rules: { examiners: 0, profile: 'minutes' }, examinerIds: [] }),
    ['next_meeting'],
  ],
  ['a memo', facts({ rules: { examiners: 0, profile: 'memo' }, examinerIds: [] }), ['chair', 'next_meeting']],
  ['every § at once', facts({ itemsOnTheSpot: ['1', '2'] }), ['on_the_spot', 'examiners', 'next_meeting']],
  ['one § at once', facts({ itemsOnTheSpot: ['1'] }), ['examiners', 'next_meeting']],
])('ways: %s', (_, of, ways) => expect(openWays(of)).toEqual(ways));

describe('approvals', () => {
  test('are by each examiner', () => {
    const half = facts({ round: round('examiners', ['a']) });
    expect(missingApproverIds(half)).toEqual(['b']);
    expect(examinationMet(half, 'examiners', null).has('examiners_approved')).toBe(false);
    const all = facts({ round: round('examiners', ['a', 'b']) });
    expect(examinationMet(all, 'examiners', null).has('examiners_approved')).toBe(true);
    expect(earliestExaminedOn(all)).toBe('2026-05-22');
  });
  test('need an open round, an examiner and a day after its beginning', () => {
    const open = facts({ round: round('examiners') });
    expect(() => assertMayApprove(facts(), 'a', '2026-05-21')).toThrow('NO_OPEN_ROUND');
    expect(() => assertMayApprove(open, 'd', '2026-05-21')).toThrow('NOT_AN_EXAMINER');
    expect(() => assertMayApprove(open, 'a', '2026-05-19')).toThrow('APPROVED_BEFORE_ROUND');
    expect(() => assertMayApprove(open, 'a', '2026-05-20')).not.toThrow();
    expect(mayRemark(open, 'd')).toBe(true);
    expect(mayRemark(open, 'x')).toBe(false);
  });
  test('of the next meeting are its decision, not before the meeting', () => {
    const open = facts({ round: round('next_meeting') });
    const at = (heldOn: string) => examinationMet(open, 'next_meeting', { heldOn, reference: '4/2026 § 37' });
    expect(examinationMet(open, 'next_meeting', null).has('examiners_approved')).toBe(false);
    expect(at('2026-05-18').has('examiners_approved')).toBe(false);
    expect(at('2026-08-25').has('examiners_approved')).toBe(true);
  });
});

test('nobody approves what he may not, and nothing is approved while somebody is missing', () => {
  const ids = fc.subarray(['a', 'b', 'c', 'd', 'e']);
  fc.assert(
    fc.property(
      fc.record({
        examiners: fc.nat({ max: 3 }),
        profile: fc.constantFrom('minutes' as const, 'memo' as const),
        examinerIds: ids,
        chairId: fc.constantFrom('c', null),
        approved: ids,
        way: fc.constantFrom(...EXAMINATION_WAYS),
        unresolvedRemarks: fc.nat({ max: 2 }),
        onTheSpot: fc.subarray(['1', '2']),
      }),
      (one) => {
        const of = facts({
          rules: { examiners: one.examiners, profile: one.profile },
          examinerIds: one.examinerIds,
          chairId: one.chairId,
          itemsOnTheSpot: one.onTheSpot,
          unresolvedRemarks: one.unresolvedRemarks,
          round: {
            way: one.way,
            openedOn: '2026-05-20',
            approvals: one.approved.map((personId) => ({ personId, approvedOn: '2026-05-21' })),
          },
        });
        const approvers = approverIds(of, one.way);
        const met = examinationMet(of, one.way, null);
        expect(openWays(of).length).toBeGreaterThan(0);
        expect(met.has('remarks_resolved')).toBe(one.unresolvedRemarks === 0);
        if (met.has('examiners_approved')) {
          expect(approvers.every((id) => one.approved.includes(id))).toBe(true);
          expect(one.way).not.toBe('next_meeting');
          expect(openWays(of)).toContain(one.way);
        }
        for (const id of ['a', 'b', 'c', 'd', 'e'])
          if (!approvers.includes(id))
            expect(() => assertMayApprove(of, id, '2026-05-21')).toThrow('NOT_AN_EXAMINER');
      },
    ),
  );
});
