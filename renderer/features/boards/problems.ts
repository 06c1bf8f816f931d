/** What is wrong in a field, in words: the codes of db/model. */
import type * as v from 'valibot';
import type { TextKey } from '../../i18n/fi.ts';
import { translate } from '../../i18n/language.ts';
import { confirm } from '../../ui/confirm.ts';

const WORDED = {
  required: 'boards.problem.required',
  too_long: 'boards.problem.too_long',
  invalid_date: 'boards.problem.invalid_date',
  ends_before_start: 'boards.problem.ends_before_start',
  seats_range: 'boards.problem.seats_range',
  email_form: 'boards.problem.email_form',
} as const satisfies Record<string, TextKey>;

export function sayProblem(issue: v.BaseIssue<unknown>): string {
  if (issue.input === null || issue.input === '') return translate('boards.problem.required');
  if (issue.message in WORDED) return translate(WORDED[issue.message as keyof typeof WORDED]);
  if (typeof issue.input === 'number') return translate('boards.problem.number');
  return translate('common.field.invalid');
}

/** Asks before a dialog with changes closes. */
export async function mayDiscard(isDirty: boolean): Promise<boolean> {
  return (
    !isDirty ||
    (await confirm({
      title: translate('boards.discardTitle'),
      body: translate('boards.discardBody'),
      confirmLabel: translate('boards.discard'),
      cancelLabel: translate('boards.keepEditing'),
      isDangerous: true,
    }))
  );
}
