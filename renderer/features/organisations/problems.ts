/** What is wrong in a field, in words: the codes of db/model. */
import type * as v from 'valibot';
import type { TextKey } from '../../i18n/fi.ts';
import { translate } from '../../i18n/language.ts';

const WORDED = {
  required: 'organisations.problem.required',
  too_long: 'organisations.problem.too_long',
  business_id_form: 'organisations.problem.business_id_form',
  business_id_check_digit: 'organisations.problem.business_id_check_digit',
  business_id_never_issued: 'organisations.problem.business_id_never_issued',
  register_number_form: 'organisations.problem.register_number_form',
  email_form: 'organisations.problem.email_form',
  web_form: 'organisations.problem.web_form',
  postal_code_form: 'organisations.problem.postal_code_form',
  municipality_form: 'organisations.problem.municipality_form',
  invalid_date: 'organisations.problem.invalid_date',
  ends_before_start: 'organisations.problem.ends_before_start',
} as const satisfies Record<string, TextKey>;

export function sayProblem(issue: v.BaseIssue<unknown>): string {
  if (issue.message in WORDED) return translate(WORDED[issue.message as keyof typeof WORDED]);
  // A choice that was not made has no code of its own.
  return translate(
    issue.input === null || issue.input === '' ? 'common.field.required' : 'common.field.invalid',
  );
}
