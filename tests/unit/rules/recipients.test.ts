/** Who gets the call, whom to call in an excused member's place, and what the answers promise. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReplyKind } from '../../../db/model/call.ts';
import type { SeatFacts } from '../../../db/model/facts.ts';
import {
  attendanceForecast,
  deputiesToCall,
  recipientsOf,
  type RecipientSource,
} from '../../../db/model/recipients.ts';
import { DEFAULT_RULES, type RuleProfile } from '../../../db/model/rules.ts';

const seats: SeatFacts[] = Array.from({ length: 16 }, (_, index) => ({
  seatId: `s${index + 1}`,
  number: index + 1,
  memberId: `m${index + 1}`,
  deputyId: `d${index + 1}`,
}));
const language = (id: string) => (id.endsWith('2') ? 'sv' : 'fi');
const persons: RecipientSource['persons'] = new Map(
  [...seats.flatMap(({ memberId, deputyId }) => [memberId!, deputyId!]), 'secretary', 'expert', 'guest'].map(
    (id) => [id, { id, name: id, shortName: id, email: `${id}@esimerkki.fi`, language: language(id) }],
  ),
);
const source = (more: Partial<RecipientSource> = {}): RecipientSource => ({
  seats,
  rules: DEFAULT_RULES,
  calledDeputyIds: [],
  chairId: 'm1',
  secretaryId: 'secretary',
  presenterId: 'secretary',
  others: [
    { personId: 'guest', role: 'guest', title: '' },
    { personId: 'expert', role: 'expert', title: 'asiantuntija, maakuntaliitto' },
  ],
  persons,
  ...more,
});
const ids = (more: Partial<RecipientSource> = {}): string[] =>
  recipientsOf(source(more)).map(({ person }) => person.id);

describe('recipients', () => {
  test('members by seat, then those who keep the meeting, experts and guests', () => {
    expect(ids()).toEqual([...seats.map(({ memberId }) => memberId), 'secretary', 'expert', 'guest']);
  });

  test('a called deputy after his member; that of a vacant seat without being called', () => {
    expect(ids({ calledDeputyIds: ['d2'] }).slice(0, 4)).toEqual(['m1', 'm2', 'd2', 'm3']);
    const vacant = seats.map((seat) => (seat.number === 3 ? { ...seat, memberId: null } : seat));
    expect(ids({ seats: vacant }).slice(0, 4)).toEqual(['m1', 'm2', 'd3', 'm4']);
    expect(recipientsOf(source({ seats: vacant }))[2]).toMatchObject({ role: 'deputy', memberId: null });
  });

  test('nobody twice: the chair with a seat, the member who is another seat’s deputy', () => {
    const crossed = seats.map((seat) => (seat.number === 2 ? { ...seat, deputyId: 'm1' } : seat));
    const all = ids({ seats: crossed, calledDeputyIds: ['m1'] });
    expect(new Set(all).size).toBe(all.length);
    expect(recipientsOf(source({ seats: crossed, calledDeputyIds: ['m1'] }))[0]).toMatchObject({
      role: 'member',
    });
  });

  test('without personal deputies nobody is called as one', () => {
    expect(ids({ calledDeputyIds: ['d2'], rules: { deputies: 'none' } })).not.toContain('d2');
  });
});

const replies = (entries: Record<string, ReplyKind>) => new Map(Object.entries(entries));
const facts = (rules: Partial<RuleProfile> = {}) => ({
  rules: { ...DEFAULT_RULES, ...rules },
  chairId: 'm1',
  viceChairId: 'm2',
  presenterId: null,
  seats,
});

describe('deputies to call', () => {
  test('of an excused member, until he is called or excused himself', () => {
    const asked = (called: string[], given: Record<string, ReplyKind>): string[] =>
      deputiesToCall({ seats, rules: DEFAULT_RULES, calledDeputyIds: called }, replies(given)).map(
        ({ deputyId }) => deputyId,
      );
    expect(asked([], { m1: 'coming', m2: 'remote' })).toEqual([]);
    expect(asked([], { m5: 'excused', m2: 'excused' })).toEqual(['d2', 'd5']);
    expect(asked(['d2'], { m5: 'excused', m2: 'excused' })).toEqual(['d5']);
    expect(asked([], { m2: 'excused', d2: 'excused' })).toEqual([]);
  });
});

describe('forecast', () => {
  const coming = (count: number, from = 1): Record<string, ReplyKind> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${from + index}`, 'coming' as const]));

  test('twelve of sixteen', () => {
    expect(attendanceForecast(facts(), [], replies(coming(12)))).toEqual({
      expected: 12,
      most: 16,
      seats: 16,
      required: 9,
      quorate: true,
      quorateAtMost: true,
      unanswered: 4,
    });
  });

  test('eight are not enough; the called deputy of an excused member makes nine', () => {
    const eight = { ...coming(8), m9: 'excused' } as const;
    expect(attendanceForecast(facts(), [], replies(eight))).toMatchObject({ expected: 8, quorate: false });
    expect(attendanceForecast(facts(), ['d9'], replies({ ...eight, d9: 'coming' }))).toMatchObject({
      expected: 9,
      quorate: true,
    });
  });

  test('remote counts where the rules allow it', () => {
    const nine = { ...coming(8), m9: 'remote' } as const;
    expect(attendanceForecast(facts(), [], replies(nine)).expected).toBe(9);
    expect(attendanceForecast(facts({ remoteParticipation: false }), [], replies(nine)).expected).toBe(8);
  });

  test('without a chair there is no quorum where the rules ask for one', () => {
    const given = replies(coming(10, 3));
    expect(attendanceForecast(facts(), [], given).quorate).toBe(true);
    expect(attendanceForecast(facts({ quorumNeedsChair: true }), [], given).quorate).toBe(false);
  });

  test('another yes never makes it worse, and what is sure never exceeds what is possible', () => {
    const people = seats.flatMap(({ memberId, deputyId }) => [memberId!, deputyId!]);
    const reply = fc.constantFrom<ReplyKind>('coming', 'remote', 'excused');
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...people), reply),
        fc.subarray(seats.map(({ deputyId }) => deputyId!)),
        fc.constantFrom(...people),
        (given, called, one) => {
          const before = attendanceForecast(facts(), called, replies(given));
          expect(before.most).toBeGreaterThanOrEqual(before.expected);
          expect(before.expected).toBeLessThanOrEqual(before.seats);
          const after = attendanceForecast(facts(), called, replies({ ...given, [one]: 'coming' }));
          expect(after.expected).toBeGreaterThanOrEqual(before.expected);
        },
      ),
    );
  });
});
