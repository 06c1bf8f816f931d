/** Sections of annual reports: what was written by hand stays, and a section that follows its source is never behind. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isEdited,
  mayRefreshUnasked,
  refreshed,
  saysSame,
  sourceState,
  type Draft,
} from '../../../db/model/annual-report.ts';
import {
  attendance,
  byDecision,
  byStage,
  stageOn,
  type AnnualMeeting,
} from '../../../db/model/annual-facts.ts';
import { DECISION_TYPES } from '../../../db/model/decision.ts';
import { richText } from '../../../db/model/rich-text.ts';
import { ACTION_STAGES } from '../../../db/model/volunteer-action.ts';

const text = fc.string({ minLength: 1, maxLength: 12 }).map((word) => richText(`x${word}`));
const draft: fc.Arbitrary<Draft> = fc.record({
  body: text,
  figures: fc.array(
    fc.record({
      type: fc.constant('table' as const),
      caption: fc.string({ maxLength: 5 }),
      columns: fc.constant([{ label: 'A', width: 1 }]),
      rows: fc.array(fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 1 }), { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
});
const RUNS = { numRuns: 100 };

test('a text of one’s own survives every refresh that keeps it, and gets the new figures', () => {
  fc.assert(
    fc.property(text, draft, draft, (body, drafted, fresh) => {
      const section = { body, drafted };
      const kept = refreshed(section, fresh, 'keep');
      expect(kept.body).toEqual(isEdited(section) ? body : fresh.body);
      expect(kept.drafted).toEqual(fresh);
    }),
    RUNS,
  );
});

test('after any choice the source is no longer called changed', () => {
  fc.assert(
    fc.property(
      text,
      draft,
      draft,
      fc.constantFrom('take' as const, 'keep' as const),
      (body, drafted, fresh, choice) => {
        const next = refreshed({ body, drafted }, fresh, choice);
        expect(sourceState(next, fresh)).toBe('same');
        if (choice === 'take') expect(isEdited(next)).toBe(false);
      },
    ),
    RUNS,
  );
});

test('what is refreshed unasked was never edited, and had changed', () => {
  fc.assert(
    fc.property(text, draft, draft, (body, drafted, fresh) => {
      const edited = { body, drafted };
      const untouched = { body: drafted.body, drafted };
      expect(mayRefreshUnasked(edited, fresh) && isEdited(edited)).toBe(false);
      expect(mayRefreshUnasked(untouched, fresh)).toBe(!saysSame(drafted, fresh));
    }),
    RUNS,
  );
});

test('free text has no source and is the writer’s', () => {
  expect(isEdited({ body: richText('Johdanto'), drafted: null })).toBe(true);
  expect(sourceState({ drafted: null }, null)).toBe('own');
});

const meeting: fc.Arbitrary<AnnualMeeting> = fc
  .record({
    seats: fc.integer({ min: 0, max: 40 }),
    part: fc.integer({ min: 0, max: 100 }),
    isOver: fc.boolean(),
  })
  .map(({ seats, part, isOver }) => ({
    id: '',
    label: '1/2026',
    heldOn: '2026-01-01',
    place: '',
    kind: 'meeting',
    state: isOver ? 'closed' : 'draft',
    items: 1,
    seats,
    filled: isOver ? Math.floor((seats * part) / 100) : null,
    members: 0,
    deputies: 0,
    examinedOn: null,
  }));

test('attendance lies between nought and a hundred, and counts meetings that are over alone', () => {
  fc.assert(
    fc.property(fc.array(meeting, { maxLength: 12 }), (meetings) => {
      const { held, filled, seats, percent } = attendance(meetings);
      expect(held).toBe(meetings.filter((one) => one.filled !== null).length);
      expect(filled).toBeLessThanOrEqual(seats);
      if (seats === 0) expect(percent).toBeNull();
      else expect(percent).toSatisfy((value: number) => value >= 0 && value <= 100);
    }),
    RUNS,
  );
});

test('decisions by kind and actions by stage count everything once', () => {
  const item = fc.constantFrom(...DECISION_TYPES, null).map((type) => ({
    reference: '',
    title: '',
    kind: 'decision' as const,
    type,
    isSecret: false,
  }));
  fc.assert(
    fc.property(
      fc.array(item, { maxLength: 30 }),
      fc.array(fc.constantFrom(...ACTION_STAGES), { maxLength: 30 }),
      (items, stages) => {
        const counted = byDecision(items).reduce((sum, one) => sum + one.items.length, 0);
        expect(counted).toBe(items.filter(({ type }) => type !== null).length);
        const all = byStage(stages.map((stage) => ({ stage }))).reduce((sum, one) => sum + one.count, 0);
        expect(all).toBe(stages.length);
      },
    ),
    RUNS,
  );
});

test('the stage on a day is that of the latest change by then', () => {
  const changes = [
    { id: 'a', stage: 'idea' as const, changedOn: '2025-03-01' },
    { id: 'b', stage: 'pilot' as const, changedOn: '2026-02-01' },
  ];
  expect(stageOn(changes, '2025-01-01')).toBeNull();
  expect(stageOn(changes, '2025-12-31')).toBe('idea');
  expect(stageOn(changes, '2026-02-01')).toBe('pilot');
});
