/** Properties of community forums: stages with day and ground, coverage that equals its rows, counts never negative. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import {
  checkForumStage,
  FORUM_STAGES,
  forumCoverage,
  forumEventSchema,
  forumEventTotals,
  forumFlags,
  workingForums,
  type ForumHistory,
  type ForumStageRow,
} from '../../../db/model/community-forum.ts';
import { AppError } from '../../../db/model/errors.ts';
import { stageOn } from '../../../db/model/practice.ts';

const RUNS = { numRuns: 80 };
const TODAY = '2026-11-22';
const day = fc
  .integer({ min: 0, max: 1_200 })
  .map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const change = fc.record({
  stage: fc.constantFrom(...FORUM_STAGES),
  changedOn: day,
  ground: fc.constantFrom('', '  ', 'Hyvinvointisuunnitelma'),
  decidedBy: fc.constantFrom('', 'Kunnanhallitus', '§ 8', 'Kunnanhallitus 12.1.2026 § 8'),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Notes every change that may be noted, as the backend would. */
function walk(changes: readonly Change[]): (ForumStageRow & Change)[] {
  const rows: (ForumStageRow & Change)[] = [];
  for (const [index, one] of changes.entries())
    try {
      checkForumStage(rows, one, TODAY);
      rows.push({ id: String(index).padStart(4, '0'), ...one });
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
    }
  return rows;
}

test('whatever is tried, a history begins, has grounds and days in order, and no forum is permanent without § of a body', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
      for (const [index, row] of walk(changes).entries()) {
        const before = walk(changes)[index - 1];
        if (index === 0) expect(row.stage).not.toBe('ended');
        expect(row.ground.trim()).not.toBe('');
        expect(row.changedOn <= TODAY).toBe(true);
        if (row.stage === 'permanent') expect(row.decidedBy).toBe('Kunnanhallitus 12.1.2026 § 8');
        if (before) {
          expect(before.changedOn <= row.changedOn).toBe(true);
          expect(before.stage).not.toBe(row.stage);
        }
      }
    }),
    RUNS,
  );
});

test('coverage equals its rows: each municipality has the strongest of its forums, and those at work are counted once', () => {
  const history = fc.record({
    municipality: fc.constantFrom('422', '426', '541'),
    changes: fc.array(change, { maxLength: 12 }),
  });
  fc.assert(
    fc.property(fc.array(history, { maxLength: 8 }), day, (all, on) => {
      const forums = all.map(({ municipality, changes }, index): ForumHistory => ({
        code: `YF-${index}`,
        municipality,
        rows: walk(changes),
      }));
      const codes = ['422', '426', '541', '276'];
      const coverage = forumCoverage(codes, forums, on);
      const at = (code: string) =>
        forums.flatMap((one) => (one.municipality === code ? (stageOn(one.rows, on)?.stage ?? []) : []));
      for (const code of codes) {
        const stages = at(code);
        const strongest = ['permanent', 'pilot', 'ended'].find((stage) =>
          stages.some((one) => one === stage),
        );
        expect(coverage.get(code)).toBe(strongest ?? 'none');
      }
      const working = workingForums(forums, on);
      const isWorking = (code: string) => at(code).some((stage) => stage !== 'ended');
      expect(working.count).toBe(codes.filter(isWorking).length);
      expect(working.count).toBe(working.pilot + working.permanent);
      expect(working.codes.length).toBeGreaterThanOrEqual(working.count);
    }),
    RUNS,
  );
});

test('sums equal the events, and what nobody counted is no zero', () => {
  const event = fc.record({
    kind: fc.constantFrom('meeting' as const, 'occasion' as const),
    participants: fc.option(fc.nat(500)),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), (events) => {
      const total = forumEventTotals(events);
      expect(total.meetings + total.occasions).toBe(events.length);
      expect(total.participants).toBe(events.reduce((sum, one) => sum + (one.participants ?? 0), 0));
      expect(total.uncounted).toBe(events.filter((one) => one.participants === null).length);
    }),
    RUNS,
  );
  const values = { heldOn: '2026-11-12', kind: 'meeting', title: 'Foorumi', organisations: null };
  for (const participants of [-1, 1.5])
    expect(v.safeParse(forumEventSchema, { ...values, participants }).success).toBe(false);
  expect(v.safeParse(forumEventSchema, { ...values, participants: null }).success).toBe(true);
});

test('a forum without chair and members, that has not met for a year, and a pilot of over two years are told', () => {
  const forum = {
    stage: 'pilot' as const,
    since: '2024-01-10',
    hasChair: false,
    members: 1,
    organisations: [{ name: 'Kylät ry', state: 'dissolved' as const, endedOn: null }],
    lastHeldOn: '2025-05-02',
  };
  expect(forumFlags(forum, TODAY).map(({ code }) => code)).toEqual([
    'no_chair',
    'few_members',
    'dissolved',
    'long_pilot',
    'quiet',
  ]);
  expect(forumFlags({ ...forum, stage: 'ended' }, TODAY)).toEqual([]);
});
