/** A follow-up task (toimenpide) decided in a meeting. */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { idSchema } from './identity.ts';

export const TASK_STATES = ['open', 'in_progress', 'done', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const taskInputSchema = v.object({
  title: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(500, 'too_long')),
  responsiblePersonId: v.nullish(idSchema, null),
  responsibleOrganisationId: v.nullish(idSchema, null),
  dueOn: v.nullish(isoDateSchema, null),
  state: v.optional(v.picklist(TASK_STATES), 'open'),
  result: v.optional(v.pipe(v.string(), v.maxLength(5_000, 'too_long')), ''),
  decidedItemId: v.nullish(idSchema, null),
});
export type TaskInput = v.InferInput<typeof taskInputSchema>;
