/** Properties of the stages of good practices: days and grounds, the way back, and counts that equal their rows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../db/model/errors.ts';
import {
  checkPracticeStage,
  goesBack,
  MUNICIPAL_STAGES,
  OWN_STAGES,
  practiceFlags,
  PRACTICE_STAGES,
  spreadOverTime,
  stageCounts,
  stageOn,
  type PracticeStage,
  type PracticeStageRow,
} from '../../../db/model/practice.ts';

const RUNS = { numRuns: 80 };
const TODAY = '2026-11-22';
const day = fc
  .integer({ min: 0, max: 1_800 })
  .map((days) => new Date(Date.UTC(2022, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const change = fc.record({
  stage: fc.constantFrom(...PRACTICE_STAGES),
  changedOn: day,
  ground: fc.constantFrom('', '  ', 'Hyvinvointisuunnitelma'),
  decidedBy: fc.constantFrom('', 'Kunnanhallitus 12.1.2026 § 8'),
  reason: fc.constantFrom('', 'Rahoitus loppui'),
  itemId: fc.constant(null),
});

/** Notes every change that may be noted, as the backend would. */
function walk(
  isMunicipal: boolean,
  changes: readonly (typeof change extends fc.Arbitrary<infer T> ? T : never)[],
) {
  const rows: (PracticeStageRow & { ground: string; reason: string })[] = [];
  for (const [index, one] of changes.entries())
    try {
      checkPracticeStage({ isMunicipal, rows, offeredOn: '2023-01-01' }, one, TODAY);
      rows.push({ id: String(index).padStart(4, '0'), ...one });
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
    }
  return rows;
}

describe('stages', () => {
  test('whatever is tried, the history has grounds, days in order, no step twice, and a reason for each way back', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(change, { maxLength: 30 }), (isMunicipal, changes) => {
        const rows = walk(isMunicipal, changes);
        const known: readonly PracticeStage[] = isMunicipal ? MUNICIPAL_STAGES : OWN_STAGES;
        for (const [index, row] of rows.entries()) {
          const before = rows[index - 1];
          expect(known).toContain(row.stage);
          expect(row.ground.trim()).not.toBe('');
          expect(row.changedOn <= TODAY).toBe(true);
          if (before) {
            expect(before.changedOn <= row.changedOn).toBe(true);
            expect(before.stage).not.toBe(row.stage);
            if (goesBack(before.stage, row.stage)) expect(row.reason).not.toBe('');
          }
          if (isMunicipal && row.stage !== 'offered')
            expect(rows.slice(0, index + 1).some((one) => one.decidedBy !== '')).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('a municipality cannot be offered what is not offered', () => {
    fc.assert(
      fc.property(day, change, (offeredOn, one) => {
        fc.pre(offeredOn > one.changedOn);
        expect(() => checkPracticeStage({ isMunicipal: true, rows: [], offeredOn }, one, null)).toThrow(
          AppError,
        );
      }),
      RUNS,
    );
  });

  test.each([
    ['offered', 'declined', false],
    ['in_use', 'declined', true],
    ['declined', 'offered', true],
    ['embedded', 'in_use', true],
    ['offered', 'decided', false],
    [null, 'embedded', false],
  ] as const)('%s → %s goes back: %s', (from, to, isBack) => {
    expect(goesBack(from, to)).toBe(isBack);
  });
});

describe('spread', () => {
  const histories = fc.array(
    fc.record({
      code: fc.constantFrom('090', '146', '167', '176'),
      rows: fc.array(fc.record({ stage: fc.constantFrom(...MUNICIPAL_STAGES), changedOn: day }), {
        maxLength: 6,
      }),
    }),
    { maxLength: 12 },
  );
  const withIds = (all: { code: string; rows: { stage: PracticeStage; changedOn: string }[] }[]) =>
    all.map((one) => ({
      ...one,
      rows: one.rows.map((row, index) => ({ ...row, id: String(index) })),
    }));

  test('counts equal the rows that have begun, on every day, and are never negative', () => {
    fc.assert(
      fc.property(histories, day, (all, on) => {
        const list = withIds(all);
        const counts = Object.values(stageCounts(list, on));
        expect(counts.every((count) => count >= 0)).toBe(true);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
          list.filter(({ rows }) => rows.some(({ changedOn }) => changedOn <= on)).length,
        );
      }),
      RUNS,
    );
  });

  test('the last point is today as it is, and the days go forward', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const list = withIds(all);
        const points = spreadOverTime(list, TODAY);
        if (points.length === 0) return;
        expect(points.at(-1)).toEqual({ day: TODAY, counts: stageCounts(list, TODAY) });
        expect(points.map((point) => point.day)).toEqual(points.map((point) => point.day).toSorted());
      }),
      RUNS,
    );
  });

  test('the stage of a day is that of the latest change until then', () => {
    const rows = [
      { id: 'b', changedOn: '2026-03-02' },
      { id: 'a', changedOn: '2026-01-12' },
    ];
    expect(stageOn(rows, '2026-03-01')?.id).toBe('a');
    expect(stageOn(rows, '2026-03-02')?.id).toBe('b');
    expect(stageOn(rows, '2026-01-11')).toBeNull();
  });
});

test('a practice without an owner, with a dissolved partner, an old offer and no support is told', () => {
  const flags = practiceFlags(
    {
      hasOwner: false,
      organisations: [{ name: 'Esimerkki ry', state: 'dissolved', endedOn: '2026-01-31' }],
      municipalities: [
        { name: 'Juuka', stage: 'offered', since: '2026-01-01', trainings: 0, contacts: 0 },
        { name: 'Kitee', stage: 'offered', since: '2026-11-01', trainings: 0, contacts: 0 },
        { name: 'Lieksa', stage: 'in_use', since: '2026-01-01', trainings: 0, contacts: 0 },
        { name: 'Nurmes', stage: 'in_use', since: '2026-01-01', trainings: 1, contacts: 0 },
      ],
    },
    TODAY,
    '2026-05-26',
  );
  expect(flags).toEqual([
    { code: 'no_owner' },
    { code: 'dissolved', organisation: 'Esimerkki ry', endedOn: '2026-01-31' },
    { code: 'unanswered', municipalities: ['Juuka'] },
    { code: 'unsupported', municipalities: ['Lieksa'] },
  ]);
});
