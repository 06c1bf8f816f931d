/** An effect on the register as the window shows it: what it says, what it changes, how far it is, what can be done. */
import type { EffectAction, EffectCommand, EffectStage, RegisterEffect } from './register-effect.ts';
import type { EffectProblem } from './register-change.ts';
import type { LocalisedText } from './language.ts';
import type { ShownChange, ShownPractice } from './shown-change.ts';

/** A change of hands with the names of those whom it concerns. */
export interface EffectChangeView {
  subject: ShownChange['subject'];
  seat: number | null;
  /** Null: nobody, or not in the network. */
  before: string | null;
  after: string | null;
  settings: string[];
  /** Of `practice` alone. */
  practice?: ShownPractice;
}

export interface EffectView {
  id: string;
  itemId: string;
  meetingId: string;
  /** "3/2026 § 25" */
  reference: string;
  title: string;
  effect: RegisterEffect;
  names: {
    seat: number | null;
    person: string | null;
    organisation: string | null;
    replaced: string | null;
    practice: string | null;
    municipality: LocalisedText | null;
  };
  decidedOn: string;
  /** The first day on which the register is as the effect makes it. */
  effectiveOn: string;
  /** Applied, but only in force later. */
  isUpcoming: boolean;
  stage: EffectStage;
  /** Why it could not be applied as the register is now, or was not; null when nothing hinders it. */
  problem: {
    code: EffectProblem['code'];
    seat: number | null;
    person: string;
    meeting: string;
    date: string | null;
  } | null;
  /** What will change, or what changed. */
  changes: EffectChangeView[];
  history: { action: EffectAction; on: string; reason: string }[];
  commands: readonly EffectCommand[];
  version: number;
}
