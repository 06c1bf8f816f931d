/** The board's own running costs (toimintakulut) by year: the budget with its lines, and what is booked on them. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  checkCost,
  economyOf,
  type BoardBudgetValues,
  type CostValues,
  type Economy,
  type EconomyLine,
} from '../model/board-economy.ts';
import { yearOf } from '../model/dates.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { removeBudget, saveBudget } from './budgets.ts';
import { putBack, removedRows, removing, type Removal } from './removal.ts';
import { assertOfBoard, listOf } from './work-links.ts';

export interface CostRow {
  id: string;
  lineId: string;
  line: string;
  bookedOn: string;
  document: string;
  description: string;
  cents: number;
  meeting: { id: string; label: string } | null;
  action: { id: string; code: string; name: string } | null;
}

export interface BoardEconomy extends Economy {
  year: number;
  /** Years that have a budget, the latest first. */
  years: number[];
  /** Null: the year has none yet. */
  budget: { name: string; year: number; version: number; lines: EconomyLine[] } | null;
  grantedCents: number | null;
  /** The latest first. */
  costs: CostRow[];
  /** The meetings of the year, to which a cost may be tied. */
  meetings: { id: string; label: string; heldOn: string }[];
}

/** The year of a board; without a budget it has no rows. */
export async function boardEconomy(
  db: Kysely<Database>,
  boardId: string,
  year: number,
): Promise<BoardEconomy> {
  const all = await db
    .selectFrom('board_budget')
    .innerJoin('budget', 'budget.id', 'budget_id')
    .select(['board_budget.year', 'budget_id', 'granted_cents', 'name', 'version'])
    .where('board_budget.board_id', '=', boardId)
    .orderBy('board_budget.year', 'desc')
    .execute();
  const own = all.find((one) => one.year === year);
  const lines = own === undefined ? [] : await economyLines(db, own.budget_id);
  const costs = await costRows(db, lines);
  const meetings = await db
    .selectFrom('meeting')
    .select(['id', 'number', 'year', 'held_on'])
    .where('board_id', '=', boardId)
    .where('year', '=', year)
    .where('state', '!=', 'cancelled')
    .orderBy('held_on', 'desc')
    .execute();
  return {
    year,
    years: all.map((one) => one.year),
    budget: own === undefined ? null : { name: own.name, year, version: own.version, lines },
    grantedCents: own?.granted_cents ?? null,
    costs,
    meetings: meetings.map((one) => ({
      id: one.id,
      label: `${one.number}/${one.year}`,
      heldOn: one.held_on,
    })),
    ...economyOf(lines, costs, own?.granted_cents ?? null),
  };
}

async function economyLines(db: Kysely<Database>, budgetId: string): Promise<EconomyLine[]> {
  const lines = await db
    .selectFrom('budget_line')
    .selectAll()
    .where('budget_id', '=', budgetId)
    .orderBy('position')
    .execute();
  const shares = await db
    .selectFrom('funding_share')
    .selectAll()
    .where('line_id', 'in', listOf(lines.map((line) => line.id)))
    .orderBy('position')
    .execute();
  return lines.map(({ id, name, cents }) => ({
    id,
    name,
    cents,
    shares: shares.flatMap((one) => (one.line_id === id ? { funder: one.funder, share: one.share } : [])),
  }));
}

async function costRows(db: Kysely<Database>, lines: readonly EconomyLine[]): Promise<CostRow[]> {
  const rows = await db
    .selectFrom('board_cost as cost')
    .leftJoin('meeting', 'meeting.id', 'cost.meeting_id')
    .leftJoin('volunteer_action as action', 'action.id', 'cost.action_id')
    .selectAll('cost')
    .select(['meeting.number', 'meeting.year', 'action.code', 'action.name'])
    .where('line_id', 'in', listOf(lines.map((line) => line.id)))
    .orderBy('booked_on', 'desc')
    .orderBy('cost.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    lineId: row.line_id,
    line: lines.find((line) => line.id === row.line_id)?.name ?? '',
    bookedOn: row.booked_on,
    document: row.document,
    description: row.description,
    cents: row.cents,
    meeting: row.meeting_id === null ? null : { id: row.meeting_id, label: `${row.number}/${row.year}` },
    action: row.action_id === null ? null : { id: row.action_id, code: row.code ?? '', name: row.name ?? '' },
  }));
}

/**
 * Writes the budget of a year. A line that stays carries its id, so that what is booked on it stays with it.
 * @throws AppError CONFLICT, LINE_HAS_COSTS when a line would go on which something is booked
 */
export async function saveBoardBudget(
  trx: Kysely<Database>,
  input: { boardId: string; version: number; values: BoardBudgetValues },
): Promise<{ version: number }> {
  const { year, grantedCents, budget } = input.values;
  const row = await budgetOfYear(trx, input.boardId, year);
  if (row) {
    const staying = new Set(budget.lines.flatMap((line) => line.id ?? []));
    const before = await economyLines(trx, row.budget_id);
    const costs = await costRows(trx, before);
    const gone = before.find((line) => !staying.has(line.id) && costs.some((one) => one.lineId === line.id));
    if (gone) throw new AppError('LINE_HAS_COSTS', { line: gone.name });
  }
  const saved = await saveBudget(trx, {
    id: row?.budget_id ?? null,
    boardId: input.boardId,
    version: input.version,
    values: { ...budget, year },
  });
  if (row)
    await trx
      .updateTable('board_budget')
      .set({ granted_cents: grantedCents })
      .where('board_id', '=', input.boardId)
      .where('year', '=', year)
      .execute();
  else
    await trx
      .insertInto('board_budget')
      .values({ board_id: input.boardId, year, budget_id: saved.id, granted_cents: grantedCents })
      .execute();
  return { version: saved.version };
}

async function budgetOfYear(trx: Kysely<Database>, boardId: string, year: number) {
  return await trx
    .selectFrom('board_budget')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('year', '=', year)
    .executeTakeFirst();
}

/** Removes the budget of a year on which nothing is booked. @throws AppError NOT_FOUND, BUDGET_HAS_COSTS */
export async function removeBoardBudget(
  trx: Kysely<Database>,
  input: { boardId: string; year: number },
): Promise<Removal> {
  const row = await budgetOfYear(trx, input.boardId, input.year);
  if (!row) throw new AppError('NOT_FOUND', { what: 'budget' });
  const costs = await costRows(trx, await economyLines(trx, row.budget_id));
  if (costs.length > 0) throw new AppError('BUDGET_HAS_COSTS', { year: input.year });
  return await removing(trx, async () => await removeBudget(trx, row.budget_id));
}

/** The board and the year of a line. @throws AppError NOT_FOUND */
async function placeOfLine(
  trx: Kysely<Database>,
  lineId: string,
): Promise<{ boardId: string; year: number }> {
  const row = await trx
    .selectFrom('budget_line')
    .innerJoin('board_budget', 'board_budget.budget_id', 'budget_line.budget_id')
    .select(['board_id', 'year'])
    .where('budget_line.id', '=', lineId)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'budget_line' });
  return { boardId: row.board_id, year: row.year };
}

/**
 * Books a cost, or changes one.
 * @param today ISO date; null: not checked against it
 * @throws AppError NOT_FOUND, OTHER_BOARD, and those of `checkCost`
 */
export async function saveCost(
  trx: Kysely<Database>,
  input: { id: string | null; values: CostValues },
  today: string | null,
): Promise<{ id: string }> {
  const { values } = input;
  const { boardId, year } = await placeOfLine(trx, values.lineId);
  const { costs } = await boardEconomy(trx, boardId, year);
  checkCost(
    year,
    values,
    costs.filter(({ id }) => id !== input.id),
    today,
  );
  if (values.meetingId !== null) {
    const meeting = await trx
      .selectFrom('meeting')
      .select('board_id')
      .where('id', '=', values.meetingId)
      .executeTakeFirst();
    if (!meeting) throw new AppError('NOT_FOUND', { what: 'meeting' });
    if (meeting.board_id !== boardId) throw new AppError('OTHER_BOARD');
  }
  if (values.actionId !== null) await assertOfBoard(trx, 'volunteer_action', values.actionId, boardId);
  const columns = {
    line_id: values.lineId,
    booked_on: values.bookedOn,
    document: values.document,
    description: values.description,
    cents: values.cents,
    meeting_id: values.meetingId,
    action_id: values.actionId,
  };
  if (input.id === null) {
    const id = newId();
    await trx
      .insertInto('board_cost')
      .values({ id, ...columns })
      .execute();
    return { id };
  }
  const { numUpdatedRows } = await trx
    .updateTable('board_cost')
    .set(columns)
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('NOT_FOUND', { what: 'board_cost' });
  return { id: input.id };
}

/** @throws AppError NOT_FOUND */
export async function removeCost(trx: Kysely<Database>, id: string): Promise<Removal> {
  return await removing(trx, async () => {
    const { numDeletedRows } = await trx.deleteFrom('board_cost').where('id', '=', id).executeTakeFirst();
    if (numDeletedRows === 0n) throw new AppError('NOT_FOUND', { what: 'board_cost' });
  });
}

/** @throws AppError REMOVAL_UNKNOWN */
export async function restoreEconomy(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<void> {
  await putBack(trx, await removedRows(trx, removal, procedure));
}

/** What a year of the board cost, for its annual report; null without a budget. @param to ISO date, the last that counts */
export async function annualEconomy(
  db: Kysely<Database>,
  boardId: string,
  to: string,
): Promise<Pick<BoardEconomy, 'rows' | 'total' | 'funders' | 'grantedCents'> | null> {
  const { budget, costs, grantedCents } = await boardEconomy(db, boardId, yearOf(to));
  if (budget === null) return null;
  const { rows, total, funders } = economyOf(
    budget.lines,
    costs.filter(({ bookedOn }) => bookedOn <= to),
    grantedCents,
  );
  return { rows, total, funders, grantedCents };
}
