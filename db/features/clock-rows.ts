/** Rows of clocks and of their tasks, and what the rules see of them. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { ClockFrame } from '../model/clock.ts';
import { AppError } from '../model/errors.ts';

export type ClockRow = Selectable<Database['clock']>;
export type ClockTaskRow = Selectable<Database['clock_task']>;

export const frameOf = (row: ClockRow): ClockFrame => ({ kind: row.kind, firstMonth: row.first_month });

/** @throws AppError NOT_FOUND */
export async function clockRow(db: Kysely<Database>, id: string): Promise<ClockRow> {
  const row = await db.selectFrom('clock').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'clock' });
  return row;
}

/** @throws AppError NOT_FOUND */
export async function clockTaskRow(db: Kysely<Database>, id: string): Promise<ClockTaskRow> {
  const row = await db.selectFrom('clock_task').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'clock_task' });
  return row;
}

export const factsOf = (task: ClockTaskRow) => ({
  id: task.id,
  title: task.title,
  step: task.step,
  termYear: task.term_year,
  fromMonth: task.from_month,
  toMonth: task.to_month,
  day: task.day,
  repeats: task.repeats === 1,
});
