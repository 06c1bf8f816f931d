/** What a decision on the stage of a good practice would change: a stage with the § as its ground, or why it cannot be. */
import type { EffectPlan } from './effect-plan.ts';
import { AppError } from './errors.ts';
import { checkPracticeStage, stageOn, type PracticeStageRow } from './practice.ts';
import type { EffectProblem, Register, StageRow } from './register-change.ts';
import type { RegisterEffect } from './register-effect.ts';

/** The § that an effect comes of. */
export interface DecisionSource {
  itemId: string;
  /** "Päätös 3/2026 § 25" */
  ground: string;
}

const PROBLEMS: Readonly<Record<string, EffectProblem['code']>> = {
  PRACTICE_STAGE_SAME: 'practice_stage_same',
  PRACTICE_STAGE_BEFORE_LATEST: 'practice_before_latest',
  PRACTICE_STAGE_BACK: 'practice_goes_back',
  PRACTICE_NOT_OFFERED: 'practice_not_offered',
  PRACTICE_DECISION_MISSING: 'practice_not_decided',
};

const factsOf = (row: StageRow): PracticeStageRow => ({
  id: row.id,
  stage: row.stage,
  changedOn: row.changed_on,
  decidedBy: row.decided_by,
  itemId: row.item_id,
});

/** By the rules of `checkPracticeStage`; the day may lie ahead. */
export function planPracticeStage(
  effect: Extract<RegisterEffect, { kind: 'practice_stage_changed' }>,
  register: Register,
  newId: () => string,
  source: DecisionSource,
): EffectPlan {
  const problem = (code: EffectProblem['code'], details: EffectProblem['details'] = {}): EffectPlan => ({
    changes: [],
    problem: { code, details },
  });
  if (!register.practices.some(({ id }) => id === effect.practiceId)) return problem('practice_unknown');
  const place = register.municipalities.find(({ code }) => code === effect.municipality) ?? null;
  if (effect.municipality !== null && place === null) return problem('municipality_unknown');
  const rowsOf = (code: string | null): PracticeStageRow[] =>
    register.rows.practice_stage
      .filter((row) => row.practice_id === effect.practiceId && row.municipality_code === code)
      .map(factsOf);
  const own = stageOn(rowsOf(null), effect.from);
  const { stage, decidedBy, reason } = effect;
  const { itemId, ground } = source;
  try {
    checkPracticeStage(
      {
        isMunicipal: place !== null,
        rows: rowsOf(effect.municipality),
        offeredOn: own?.stage === 'offered' ? own.changedOn : null,
      },
      { stage, changedOn: effect.from, ground, decidedBy, reason, itemId },
      null,
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return problem(PROBLEMS[error.code] ?? 'does_not_fit', { earliest: error.details['date'] ?? null });
  }
  const after: StageRow = {
    id: newId(),
    practice_id: effect.practiceId,
    municipality_year: place?.year ?? null,
    municipality_code: effect.municipality,
    stage,
    changed_on: effect.from,
    ground,
    decided_by: decidedBy,
    reason,
    item_id: itemId,
  };
  return { changes: [{ table: 'practice_stage', id: after.id, before: null, after }], problem: null };
}
