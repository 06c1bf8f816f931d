/** The clocks of the sample board: real to look at, with something done, something late and something that clashes. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import {
  clockTaskInputSchema,
  isClockMonth,
  CLOCK_KINDS,
  CLOCK_OWNERS,
  CLOCK_STEPS,
  type ClockTemplates,
} from '../model/clock.ts';
import { isoDateSchema } from '../model/dates.ts';
import { setClockDone } from './clock-outcomes.ts';
import { addClockTask, createClock } from './clocks.ts';

/** A task of the sample: as a form gives it, and the day on which its first year was done. */
const sampleTaskSchema = v.object({
  ...clockTaskInputSchema.entries,
  doneOn: v.nullish(isoDateSchema, null),
});

export const sampleClocksSchema = v.array(
  v.object({
    owner: v.picklist(CLOCK_OWNERS),
    code: v.nullish(v.string(), null),
    kind: v.picklist(CLOCK_KINDS),
    firstMonth: v.pipe(v.string(), v.check(isClockMonth, 'invalid_date')),
    title: v.string(),
    center: v.string(),
    /** Tasks of a template come first; some of them get months and may be done. */
    template: v.nullish(v.string(), null),
    dated: v.optional(
      v.array(
        v.object({
          termYear: v.number(),
          step: v.picklist(CLOCK_STEPS),
          fromMonth: v.number(),
          toMonth: v.number(),
          doneOn: v.nullish(isoDateSchema, null),
        }),
      ),
      [],
    ),
    tasks: v.optional(v.array(sampleTaskSchema), []),
  }),
);
export type SampleClocks = v.InferOutput<typeof sampleClocksSchema>;

interface Source {
  sampleClocks(): SampleClocks;
  clockTemplates(): ClockTemplates;
}

export async function addSampleClocks(trx: Kysely<Database>, boardId: string, source: Source): Promise<void> {
  for (const sample of source.sampleClocks()) {
    const template = source.clockTemplates().templates.find((one) => one.key === sample.template);
    const { id } = await createClock(
      trx,
      {
        owner: {
          kind: sample.owner,
          boardId: sample.owner === 'board' ? boardId : null,
          code: sample.code,
        },
        kind: sample.kind,
        firstMonth: sample.firstMonth,
        title: sample.title,
        center: sample.center,
      },
      template === undefined
        ? null
        : {
            ...template,
            tasks: template.tasks.map((task) => ({
              ...task,
              ...monthsFor(sample.dated, task),
            })),
          },
      'fi',
    );
    const rows = await trx
      .selectFrom('clock_task')
      .select(['id', 'term_year', 'step'])
      .where('clock_id', '=', id)
      .execute();
    for (const { termYear, step, doneOn } of sample.dated) {
      const row = rows.find((one) => one.term_year === termYear && one.step === step);
      if (row && doneOn !== null) await setClockDone(trx, { taskId: row.id, termYear, doneOn });
    }
    for (const { doneOn, ...values } of sample.tasks) {
      const task = await addClockTask(trx, id, values);
      if (doneOn !== null) await setClockDone(trx, { taskId: task.id, termYear: values.termYear, doneOn });
    }
  }
}

function monthsFor(
  dated: SampleClocks[number]['dated'],
  task: { termYear: number; step: string | null },
): { fromMonth?: number; toMonth?: number } {
  const found = dated.find((one) => one.termYear === task.termYear && one.step === task.step);
  return found ? { fromMonth: found.fromMonth, toMonth: found.toMonth } : {};
}
