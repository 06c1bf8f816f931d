/** Validation of a form by a schema of db/model, and the backend's field errors in a form. */
import type { FieldErrors, FieldPath, FieldValues, Resolver, UseFormSetError } from 'react-hook-form';
import * as v from 'valibot';

/**
 * A resolver of react-hook-form over a valibot schema. `say` words an issue; a schema's own message is its code,
 * such as `invalid_date`. Without `say` the code itself is shown.
 *
 * @example useForm({ resolver: schemaResolver(organisationInput, (issue) => sayIssue(t, issue)) })
 */
export function schemaResolver<Input extends FieldValues, Output>(
  schema: v.GenericSchema<Input, Output>,
  say: (issue: v.BaseIssue<unknown>) => string = ({ message }) => message,
): Resolver<Input, unknown, Output> {
  return (values) => {
    const result = v.safeParse(schema, values);
    if (result.success) return { values: result.output, errors: {} };
    const errors: Record<string, unknown> = {};
    for (const issue of result.issues) {
      const path = (issue.path ?? []).map(({ key }) => String(key));
      if (path.length === 0) path.push('root');
      let place = errors;
      for (const key of path.slice(0, -1)) place = (place[key] ??= {}) as Record<string, unknown>;
      place[path.at(-1)!] ??= { type: issue.type, message: say(issue) };
    }
    return { values: {}, errors: errors as FieldErrors<Input> };
  };
}

/**
 * Puts the backend's field errors at the fields. True when there were some: then no message is needed.
 *
 * @example useMutationWithFeedback(write, { onError: (error) => setFieldErrors(setError, error) })
 */
export function setFieldErrors<Input extends FieldValues>(
  setError: UseFormSetError<Input>,
  error: { readonly fields: Readonly<Record<string, string>> },
): boolean {
  const fields = Object.entries(error.fields);
  for (const [path, message] of fields) setError(path as FieldPath<Input>, { type: 'backend', message });
  return fields.length > 0;
}
