/** Budgets (talousarviot) with their lines and funders' shares. Whatever has a budget refers to it by its id. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { BudgetValues } from '../model/budget.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { listOf } from './work-links.ts';

/** @throws AppError NOT_FOUND */
export async function getBudget(
  db: Kysely<Database>,
  id: string,
): Promise<BudgetValues & { version: number }> {
  const row = await db.selectFrom('budget').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'budget' });
  const lines = await db
    .selectFrom('budget_line')
    .selectAll()
    .where('budget_id', '=', id)
    .orderBy('position')
    .execute();
  const shares = await db
    .selectFrom('funding_share')
    .innerJoin('budget_line', 'budget_line.id', 'line_id')
    .selectAll('funding_share')
    .where('budget_id', '=', id)
    .orderBy('funding_share.position')
    .execute();
  return {
    name: row.name,
    year: row.year,
    version: row.version,
    lines: lines.map((line) => ({
      name: line.name,
      cents: line.cents,
      shares: shares
        .filter((share) => share.line_id === line.id)
        .map(({ funder, share }) => ({ funder, share })),
    })),
  };
}

/** Writes a budget with all its lines, as a new one or in the place of what it was. @throws AppError NOT_FOUND, CONFLICT */
export async function saveBudget(
  trx: Kysely<Database>,
  input: { id: string | null; boardId: string; version: number; values: BudgetValues },
): Promise<{ id: string; version: number }> {
  const { name, year, lines } = input.values;
  const id = input.id ?? newId();
  let version = 1;
  if (input.id === null)
    await trx.insertInto('budget').values({ id, board_id: input.boardId, name, year }).execute();
  else {
    const row = await trx.selectFrom('budget').select('version').where('id', '=', id).executeTakeFirst();
    if (!row) throw new AppError('NOT_FOUND', { what: 'budget' });
    if (row.version !== input.version) throw new AppError('CONFLICT', { what: 'budget' });
    version = row.version + 1;
    await trx.updateTable('budget').set({ name, year, version }).where('id', '=', id).execute();
  }
  const known = new Set(
    (await trx.selectFrom('budget_line').select('id').where('budget_id', '=', id).execute()).map(
      (line) => line.id,
    ),
  );
  const kept = lines.flatMap((line) => (line.id !== undefined && known.has(line.id) ? line.id : []));
  await trx
    .deleteFrom('budget_line')
    .where('budget_id', '=', id)
    .where('id', 'not in', listOf(kept))
    .execute();
  for (const [position, line] of lines.entries()) {
    const isKept = line.id !== undefined && kept.includes(line.id);
    const lineId = isKept && line.id !== undefined ? line.id : newId();
    const columns = { position, name: line.name, cents: line.cents };
    if (isKept) {
      await trx.updateTable('budget_line').set(columns).where('id', '=', lineId).execute();
      await trx.deleteFrom('funding_share').where('line_id', '=', lineId).execute();
    } else
      await trx
        .insertInto('budget_line')
        .values({ id: lineId, budget_id: id, ...columns })
        .execute();
    for (const [place, share] of line.shares.entries())
      await trx
        .insertInto('funding_share')
        .values({ id: newId(), line_id: lineId, position: place, ...share })
        .execute();
  }
  return { id, version };
}

export async function removeBudget(trx: Kysely<Database>, id: string): Promise<void> {
  await trx.deleteFrom('budget').where('id', '=', id).execute();
}
