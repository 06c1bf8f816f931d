/** The work between meetings against a real file: the sample, stages, budgets, logic models and the chain. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../db/core/open.ts';
import { getBudget } from '../../db/features/budgets.ts';
import { listIndicators, saveMeasurement } from '../../db/features/indicators.ts';
import { organisationTimeline } from '../../db/features/organisation-timeline.ts';
import { importSampleWork } from '../../db/features/sample-work.ts';
import { search } from '../../db/core/search.ts';
import { moveCardTo, removeCard, restoreCard, setArrow } from '../../db/features/logic-cards.ts';
import { listThemes, themeCard } from '../../db/features/themes.ts';
import {
  actionCard,
  changeStage,
  removePart,
  saveEvent,
  undoStage,
} from '../../db/features/volunteer-action-parts.ts';
import { createAction, listActions, updateAction } from '../../db/features/volunteer-actions.ts';
import { workGraph } from '../../db/features/work-graph.ts';
import { actionInputSchema } from '../../db/model/volunteer-action.ts';
import { chainOf } from '../../db/model/work-chain.ts';
import * as v from 'valibot';
import { resources, sampleDatabase, temporaryFolder, writing } from '../fixtures/databases.ts';

const TODAY = '2026-05-19';

let made: Promise<{ bytes: Buffer; boardId: string }> | undefined;

/** The sample with its work between meetings: made once, a copy for each test. */
async function sample() {
  made ??= (async () => {
    const { database, boardId } = await sampleDatabase();
    const board = resources.sampleBoard();
    await writing(database, (trx) =>
      importSampleWork(trx, boardId, { board, work: resources.betweenMeetings() }),
    );
    return { bytes: database.raw.serialize(), boardId };
  })();
  const { bytes, boardId } = await made;
  const file = path.join(temporaryFolder(), 'work.sqlite');
  fs.writeFileSync(file, bytes);
  const database = await openDatabase({ file });
  onTestFinished(() => database.close());
  return { database, boardId, db: database.kysely };
}

// The first pays for the sample that all of them copy.
test(
  'the sample has its themes, actions and indicators, and the search finds them',
  {
    timeout: 60_000,
  },
  async () => {
    const { db, boardId } = await sample();
    const themes = await listThemes(db, boardId);
    expect(themes.map(({ name }) => name)).toEqual(
      resources.betweenMeetings().themes.map(({ name }) => name),
    );
    const third = await themeCard(db, themes[2]!.id);
    expect(third.cards).toHaveLength(14);
    expect(third.arrows.length).toBeGreaterThan(8);
    const actions = await listActions(db, boardId, TODAY);
    expect(actions.map(({ code }) => code)).toEqual(['VT-1', 'VT-2', 'VT-3', 'VT-4', 'VT-5']);
    expect(actions.find(({ code }) => code === 'VT-4')?.flags).toContainEqual({
      code: 'few_fields',
      count: 1,
    });
    const first = await actionCard(db, actions[0]!.id, TODAY);
    expect(first.decisions.map(({ reference }) => reference)).toEqual(['3/2026 § 27', '1/2026 § 5']);
    expect(first.stages[0]).toMatchObject({ stage: 'running', decision: { reference: '3/2026 § 27' } });
    expect(first.totals).toEqual({ events: 5, participants: 150, volunteers: 49, hours: 132, uncounted: 1 });
    expect(await listIndicators(db, boardId)).toHaveLength(5);
    const found = await search(db, { text: 'ulkoiluystävien', limit: 10 });
    expect(found.map(({ entity }) => entity)).toContain('volunteer_action');
  },
);

test('a stage wants its ground, its day and another stage, and the latest can be taken back', async () => {
  const { database, db, boardId } = await sample();
  const [action] = await listActions(db, boardId, TODAY);
  const id = action!.id;
  const change = {
    stage: 'embedded' as const,
    changedOn: '2026-05-10',
    ground: 'Kunnan päätös',
    itemId: null,
  };
  const noting = (part: object) =>
    writing(database, (trx) => changeStage(trx, id, { ...change, ...part }, TODAY));
  await expect(noting({ ground: '  ' })).rejects.toMatchObject({ fields: { ground: 'ground_missing' } });
  await expect(noting({ stage: 'running' })).rejects.toMatchObject({ code: 'STAGE_SAME' });
  await expect(noting({ changedOn: '2026-01-31' })).rejects.toMatchObject({ code: 'STAGE_BEFORE_LATEST' });
  await expect(noting({ changedOn: '2026-05-20' })).rejects.toMatchObject({ code: 'STAGE_IN_FUTURE' });
  const { id: stageId } = await noting({});
  expect((await actionCard(db, id, TODAY)).stage).toBe('embedded');
  await writing(database, (trx) => undoStage(trx, stageId));
  expect((await actionCard(db, id, TODAY)).stage).toBe('running');
});

test('a dissolved organisation begins nothing, and one that is in an action already is flagged', async () => {
  const { database, db, boardId } = await sample();
  const [action] = await listActions(db, boardId, TODAY);
  const lead = action!.lead!.id;
  await writing(database, async (trx) => {
    await trx
      .updateTable('organisation')
      .set({ state: 'dissolved', ended_on: '2026-04-30' })
      .where('id', '=', lead)
      .execute();
  });
  const first = { stage: 'idea' as const, changedOn: TODAY, ground: 'Ehdotus', itemId: null };
  const values = v.parse(actionInputSchema, { name: 'Uusi', leadOrganisationId: lead });
  await expect(
    writing(database, (trx) => createAction(trx, boardId, values, first, TODAY)),
  ).rejects.toMatchObject({
    code: 'ORGANISATION_DISSOLVED',
    fields: { leadOrganisationId: 'organisation_dissolved' },
  });
  const card = await actionCard(db, action!.id, TODAY);
  expect(card.flags).toContainEqual({
    code: 'dissolved',
    organisation: action!.lead!.name.fi,
    endedOn: '2026-04-30',
  });
  // It may stay: what was is not forgotten because somebody corrects the name.
  const { version } = await writing(database, (trx) =>
    updateAction(trx, {
      id: card.id,
      version: card.version,
      values: v.parse(actionInputSchema, { name: 'Ulkoiluystävät', leadOrganisationId: lead }),
    }),
  );
  expect(version).toBe(card.version + 1);
  await expect(
    writing(database, (trx) => updateAction(trx, { id: card.id, version: card.version, values })),
  ).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('an organisation sees the stages of its actions on its timeline', async () => {
  const { db, boardId } = await sample();
  const [action] = await listActions(db, boardId, TODAY);
  const timeline = await organisationTimeline(db, action!.partners[0]!.id);
  const rows = timeline.filter(({ kind, link }) => kind === 'action' && link?.id === action!.id);
  expect(rows.map(({ stage, date }) => [stage, date])).toEqual([
    ['running', '2026-02-01'],
    ['planning', '2026-01-20'],
    ['idea', '2025-11-12'],
  ]);
});

test('events keep their counts, and a removed one can be put back', async () => {
  const { database, db, boardId } = await sample();
  const [action] = await listActions(db, boardId, TODAY);
  const before = await actionCard(db, action!.id, TODAY);
  const { id, municipalityName: _, ...values } = before.events[0]!;
  await writing(database, (trx) => removePart(trx, 'volunteer_action_event', id));
  expect((await actionCard(db, action!.id, TODAY)).events).toHaveLength(before.events.length - 1);
  await writing(database, (trx) => saveEvent(trx, { id: null, actionId: action!.id, values }));
  expect((await actionCard(db, action!.id, TODAY)).totals).toEqual(before.totals);
});

test('the budget of the seed: 8 750 €, 70 % and 30 %', async () => {
  const { db, boardId } = await sample();
  const third = (await listActions(db, boardId, TODAY)).find(({ code }) => code === 'VT-3')!;
  const { budget } = await actionCard(db, third.id, TODAY);
  expect(budget?.lines).toEqual([
    {
      name: 'Koulutuksen toteutus',
      cents: 875_000,
      shares: [
        { funder: 'Maakuntaliitto (EAKR)', share: 7_000 },
        { funder: 'Ammattiopisto', share: 3_000 },
      ],
    },
  ]);
  const row = await db
    .selectFrom('volunteer_action')
    .select('budget_id')
    .where('id', '=', third.id)
    .executeTakeFirstOrThrow();
  expect((await getBudget(db, row.budget_id!)).version).toBe(1);
});

test('a card that is moved drops arrows that would lead backwards; a removed one comes back whole', async () => {
  const { database, db, boardId } = await sample();
  const { id } = (await listThemes(db, boardId))[2]!;
  const before = await themeCard(db, id);
  const carried = before.cards.find(({ actions }) => actions.some(({ code }) => code === 'VT-5'))!;
  const removed = await writing(database, (trx) => removeCard(trx, carried.id));
  expect((await themeCard(db, id)).cards).toHaveLength(13);
  await writing(database, (trx) => restoreCard(trx, removed));
  const after = await themeCard(db, id);
  expect(after.cards).toEqual(before.cards);
  expect(new Set(after.arrows.map(({ from, to }) => `${from} ${to}`))).toEqual(
    new Set(before.arrows.map(({ from, to }) => `${from} ${to}`)),
  );
  const moved = await writing(database, (trx) =>
    moveCardTo(trx, { id: carried.id, stage: 'impacts', index: 99 }),
  );
  expect(moved.from).toEqual({ stage: 'implementation', index: 1 });
  expect(moved.droppedArrows.length).toBeGreaterThan(0);
  const impact = before.cards.findLast(({ stage }) => stage === 'impacts')!;
  const result = before.cards.find(({ stage }) => stage === 'results')!;
  await expect(
    writing(database, (trx) => setArrow(trx, { from: impact.id, to: result.id, isThere: true })),
  ).rejects.toMatchObject({ code: 'ARROW_BACKWARDS' });
});

test('the chain leads from a decision to an impact, and back', async () => {
  const { db, boardId } = await sample();
  const graph = await workGraph(db, boardId);
  const decision = graph.nodes.find(({ label }) => label === '2/2026 § 19')!;
  const impact = graph.nodes.find(({ title }) => title.startsWith('Kunnat ovat sitoutuneet'))!;
  const indicator = graph.nodes.find(({ title }) => title === 'Kunnat, joissa toimii yhteisöfoorumi')!;
  const forwards = chainOf(graph, decision.id).after;
  expect(forwards.has(impact.id)).toBe(true);
  expect(forwards.has(indicator.id)).toBe(true);
  expect(chainOf(graph, impact.id).before.has(decision.id)).toBe(true);
});

test('one measurement of a day', async () => {
  const { database, db, boardId } = await sample();
  const [indicator] = await listIndicators(db, boardId);
  const { measuredOn } = indicator!.measurements[0]!;
  await expect(
    writing(database, (trx) =>
      saveMeasurement(trx, {
        id: null,
        indicatorId: indicator!.id,
        values: { measuredOn, value: 1, source: '', note: '' },
      }),
    ),
  ).rejects.toMatchObject({ code: 'MEASURED_ALREADY' });
});
