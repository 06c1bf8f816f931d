import { describe, expect, it } from 'vitest';
import { weekday } from '../../../db/model/dates.ts';
import { planNext, yearsOf } from '../../../renderer/features/meetings/next-meeting.ts';

const RULES = { noticeDays: 7 };
const held = (heldOn: string) => ({ heldOn, plannedStart: '16:30', place: 'Maakuntatalo' });

describe('plan of the next meeting', () => {
  it('keeps the usual weekday, time and place', () => {
    const plan = planNext([held('2026-03-17'), held('2026-05-19')], RULES, '2026-05-25');
    expect(plan).toEqual({ heldOn: '2026-06-09', plannedStart: '16:30', place: 'Maakuntatalo' });
    expect(weekday(plan.heldOn)).toBe(2);
  });

  it('comes after a meeting that is planned already', () => {
    expect(planNext([held('2026-09-01')], RULES, '2026-05-25').heldOn).toBe('2026-09-15');
  });

  it('leaves time for the notice in a board without meetings', () => {
    expect(planNext([], RULES, '2026-05-06')).toEqual({
      heldOn: '2026-05-26',
      plannedStart: '13:00',
      place: '',
    });
  });

  it('never falls on a weekend or after the term', () => {
    expect(weekday(planNext([held('2026-05-16')], RULES, '2026-05-20').heldOn)).toBe(2);
    expect(planNext([], RULES, '2026-05-06', { endsOn: '2026-05-20' }).heldOn).toBe('2026-05-20');
  });

  it('has the years, the newest first', () => {
    expect(yearsOf([{ year: 2025 }, { year: 2026 }, { year: 2025 }])).toEqual([2026, 2025]);
  });
});
