/** The communication plan: what state a row is in, and the year by month. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { byMonth, doneDay, planEntrySchema, planState } from '../../../db/model/communication-plan.ts';
import { addDays } from '../../../db/model/dates.ts';

const TODAY = '2026-06-15';
const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days));
const maybe = fc.option(day);

test('a row has one state: done by hand or by a delivery, else late, near or planned', () => {
  fc.assert(
    fc.property(day, maybe, maybe, (plannedOn, doneOn, deliveredOn) => {
      const state = planState({ plannedOn, doneOn, deliveredOn }, TODAY);
      expect(state === 'done').toBe(doneOn !== null || deliveredOn !== null);
      expect(doneDay({ plannedOn, doneOn, deliveredOn })).toBe(doneOn ?? deliveredOn);
      if (state === 'late') expect(plannedOn < TODAY).toBe(true);
      if (state === 'due') expect(plannedOn >= TODAY && plannedOn <= addDays(TODAY, 14)).toBe(true);
      if (state === 'planned') expect(plannedOn > addDays(TODAY, 14)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('the year by month holds each of its rows once, in order', () => {
  fc.assert(
    fc.property(fc.array(day), (days) => {
      const rows = days.map((plannedOn, index) => ({ plannedOn, title: String(index) }));
      const months = byMonth(rows, 2026);
      expect(months).toHaveLength(12);
      const all = months.flatMap((month) => month.rows);
      expect(all).toHaveLength(rows.filter(({ plannedOn }) => plannedOn.startsWith('2026')).length);
      expect(all.map(({ plannedOn }) => plannedOn)).toEqual(all.map(({ plannedOn }) => plannedOn).toSorted());
    }),
    { numRuns: 50 },
  );
});

test('a document to deliver needs its meeting', () => {
  const values = { title: 'a', audience: 'b', reach: 'internal', channel: 'email', plannedOn: TODAY };
  expect(v.safeParse(planEntrySchema, values).success).toBe(true);
  const refused = v.safeParse(planEntrySchema, { ...values, deliveredKind: 'minutes' });
  expect(refused.issues?.map(({ message }) => message)).toEqual(['meeting_needed']);
});
