/** What changes hands by an effect, for the eye. */
import type { LocalisedText } from './language.ts';
import { stageOn, type PracticeStage } from './practice.ts';
import { type Register, type RowChange, applyChanges, covers, rulesOn } from './register-change.ts';
import type { RuleProfile } from './rules.ts';

/** What changes hands on the first day of an effect: ids of persons, for rules the changed settings. */
export interface ShownChange {
  subject: 'member' | 'deputy' | 'chair' | 'vice_chair' | 'network' | 'rules' | 'practice';
  seat: number | null;
  organisationId: string | null;
  before: string | null;
  after: string | null;
  /** Of `rules`: the settings that differ. */
  settings: string[];
  /** Of `practice` alone. */
  practice?: ShownPractice;
}

/** A good practice in a municipality, or itself, with its stage before and after. */
export interface ShownPractice {
  name: string;
  municipality: LocalisedText | null;
  before: PracticeStage | null;
  after: PracticeStage | null;
}

/**
 * The rows of an effect as before → after on its first day.
 * @param register before the changes
 */
export function shownChanges(register: Register, changes: readonly RowChange[], day: string): ShownChange[] {
  const after = applyChanges(register, changes);
  const shown = new Map<string, ShownChange>();
  for (const change of changes) {
    const row = change.after ?? change.before;
    if (row === null) continue;
    const base = { seat: null, organisationId: null, settings: [] };
    if ('seat_id' in row) {
      const holder = (of: Register): string | null =>
        of.rows.seat_holder.find(
          (one) => one.seat_id === row.seat_id && one.role === row.role && covers(one, day),
        )?.person_id ?? null;
      shown.set(`${row.role} ${row.seat_id}`, {
        ...base,
        subject: row.role,
        seat: register.seats.find(({ id }) => id === row.seat_id)?.number ?? null,
        before: holder(register),
        after: holder(after),
      });
    } else if ('office' in row) {
      if (row.office !== 'chair' && row.office !== 'vice_chair') continue;
      const holder = (of: Register): string | null =>
        of.rows.office.find((one) => one.office === row.office && covers(one, day))?.person_id ?? null;
      shown.set(row.office, { ...base, subject: row.office, before: holder(register), after: holder(after) });
    } else if ('practice_id' in row) {
      const stageIn = (of: Register): PracticeStage | null =>
        stageOn(
          of.rows.practice_stage
            .filter(
              (one) => one.practice_id === row.practice_id && one.municipality_code === row.municipality_code,
            )
            .map(({ id, stage, changed_on }) => ({ id, stage, changedOn: changed_on })),
          day,
        )?.stage ?? null;
      shown.set(`${row.practice_id} ${row.municipality_code ?? ''}`, {
        ...base,
        subject: 'practice',
        before: null,
        after: null,
        practice: {
          name: register.practices.find(({ id }) => id === row.practice_id)?.name ?? '',
          municipality:
            register.municipalities.find(({ code }) => code === row.municipality_code)?.name ?? null,
          before: stageIn(register),
          after: stageIn(after),
        },
      });
    } else if ('organisation_id' in row) {
      const isIn = (of: Register): string | null =>
        of.rows.board_organisation.some(
          (one) => one.organisation_id === row.organisation_id && covers(one, day),
        )
          ? row.organisation_id
          : null;
      shown.set(row.organisation_id, {
        ...base,
        subject: 'network',
        organisationId: row.organisation_id,
        before: isIn(register),
        after: isIn(after),
      });
    } else {
      const [was, is] = [rulesOn(register, day), rulesOn(after, day)];
      const names = Object.keys({ ...was, ...is }) as (keyof RuleProfile)[];
      shown.set('rules', {
        ...base,
        subject: 'rules',
        before: null,
        after: null,
        settings: names.filter((name) => JSON.stringify(was?.[name]) !== JSON.stringify(is?.[name])),
      });
    }
  }
  return [...shown.values()];
}
