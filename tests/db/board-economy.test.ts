/** The board's running costs against a real file with the sample in it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { annualFacts } from '../../db/features/annual-facts.ts';
import {
  boardEconomy,
  removeBoardBudget,
  removeCost,
  restoreEconomy,
  saveBoardBudget,
  saveCost,
} from '../../db/features/board-economy.ts';
import { importBoardFile } from '../../db/features/board-file.ts';
import { addSampleEconomy } from '../../db/features/sample-economy.ts';
import { importSampleWork } from '../../db/features/sample-work.ts';
import { statisticsSheets } from '../../db/model/statistics.ts';
import { resources, writing } from '../fixtures/databases.ts';
import { testDatabase, type TestDatabase } from './board-database.ts';

const TODAY = '2026-11-22';
let database: TestDatabase;
let boardId: string;

beforeAll(async () => {
  database = await testDatabase();
  const board = resources.sampleBoard();
  await writing(database, async (trx) => {
    ({ boardId } = await importBoardFile(trx, board));
    await importSampleWork(trx, boardId, { board, work: resources.betweenMeetings() });
    await addSampleEconomy(trx, boardId);
  });
}, 60_000);
afterAll(() => database.remove());

const economy = (year = 2026) => boardEconomy(database.kysely, boardId, year);

test('budget against actual equals what SQL adds up, line by line; an overspent line is told', async () => {
  const { rows, total, findings, grantedCents, funders } = await economy();
  for (const row of rows)
    expect(
      database.raw
        .prepare('select coalesce(sum(cents), 0) as sum from board_cost where line_id = ?')
        .get(row.id),
    ).toEqual({ sum: row.actualCents });
  expect(total).toEqual({ cents: 1_200_000, actualCents: 718_465, leftCents: 481_535 });
  expect(grantedCents).toBe(total.cents);
  expect(findings).toEqual([{ code: 'overspent', line: 'Tilat ja tarjoilut', cents: 5_540 }]);
  expect(funders.reduce((sum, one) => sum + one.actualCents, 0)).toBe(total.actualCents);
});

test('the annual facts and the statistics have the same figures', async () => {
  const facts = await annualFacts(database.kysely, boardId, 2026, 'fi', TODAY);
  expect(facts.economy?.total).toEqual((await economy()).total);
  const sheet = statisticsSheets(facts, 'fi').find(({ name }) => name === 'Toimielimen toimintakulut');
  expect(sheet?.rows.at(-1)).toEqual(['Yhteensä', 12_000, 7_184.65, 4_815.35]);
});

test('a line with costs stays through a change of the budget and cannot be taken away', async () => {
  const { budget, costs } = await economy();
  const save = (lines: NonNullable<typeof budget>['lines']) =>
    writing(database, async (trx) => {
      const { budget: now } = await boardEconomy(trx, boardId, 2026);
      return await saveBoardBudget(trx, {
        boardId,
        version: now?.version ?? 0,
        values: { year: 2026, grantedCents: 1_250_000, budget: { name: now?.name ?? '', year: 2026, lines } },
      });
    });
  const lines = budget!.lines;
  await expect(save(lines.slice(1))).rejects.toMatchObject({
    code: 'LINE_HAS_COSTS',
    details: { line: 'Kokouspalkkiot' },
  });
  await save(lines.toReversed().map((line) => ({ ...line, name: `${line.name}!` })));
  const after = await economy();
  expect(after.costs).toHaveLength(costs.length);
  expect(after.rows.find(({ name }) => name === 'Kokouspalkkiot!')?.actualCents).toBe(288_000);
  expect(after.findings[0]).toEqual({ code: 'granted_differs', differenceCents: -50_000 });
  await save(lines);
});

test('bad input is refused with its field; a removed cost comes back; a budget with costs stays', async () => {
  const { costs } = await economy();
  const cost = costs.find(({ document }) => document === 'O-2026-031')!;
  const values = {
    lineId: cost.lineId,
    bookedOn: cost.bookedOn,
    document: cost.document,
    description: 'Sama uudelleen',
    cents: cost.cents,
    meetingId: null,
    actionId: null,
  };
  const book = (changed: Partial<typeof values>) =>
    writing(database, (trx) => saveCost(trx, { id: null, values: { ...values, ...changed } }, TODAY));
  await expect(book({})).rejects.toMatchObject({ code: 'COST_TWICE' });
  await expect(book({ bookedOn: '2025-12-31' })).rejects.toMatchObject({ code: 'COST_OTHER_YEAR' });
  await expect(book({ bookedOn: '2026-12-01' })).rejects.toMatchObject({ code: 'COST_IN_FUTURE' });
  await expect(
    writing(database, (trx) => removeBoardBudget(trx, { boardId, year: 2026 })),
  ).rejects.toMatchObject({ code: 'BUDGET_HAS_COSTS' });
  const removal = await writing(database, (trx) => removeCost(trx, cost.id));
  expect((await economy()).costs).toHaveLength(costs.length - 1);
  await writing(database, (trx) => restoreEconomy(trx, removal, 'test.write'));
  expect((await economy()).costs).toEqual(costs);
  expect((await economy(2027)).budget).toBeNull();
});
