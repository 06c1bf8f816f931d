/** What hangs together in the sample: every tie is there from both of its ends, and the chain runs through inclusion. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { municipalityCard } from '../../db/features/municipality-card.ts';
import { relatedTo } from '../../db/features/related-work.ts';
import { measureFromSurvey, saveRound, getSurvey } from '../../db/features/surveys.ts';
import { workGraph } from '../../db/features/work-graph.ts';
import { setTie, tieChoices } from '../../db/features/work-ties.ts';
import { RELATED_KINDS, type RelatedKind } from '../../db/model/related.ts';
import { chainOf } from '../../db/model/work-chain.ts';
import { importSample } from '../../electron/backend/sample-board.ts';
import { resources } from '../fixtures/databases.ts';
import { testDatabase, type TestDatabase } from './board-database.ts';

const TODAY = '2026-11-22';
/** Decisions and organisations are met through the others. */
const TABLES: Readonly<Partial<Record<RelatedKind, string>>> = {
  theme: 'select id from theme',
  action: 'select id from volunteer_action',
  practice: 'select id from practice',
  inclusion: 'select id from inclusion_entry',
  agreement: 'select id from agreement',
  project: 'select id from project',
  forum: 'select id from community_forum',
  case: 'select id from cooperation_case',
  indicator: 'select id from indicator',
  survey: 'select id from survey',
  bulletin: 'select id from bulletin',
  plan: 'select id from communication_entry',
  municipality: "select code as id from municipality where year = 2026 and region_code = '12'",
};

let database: TestDatabase;
let boardId: string;
const idsOf = (query: string): string[] => database.raw.prepare(query).pluck().all() as string[];
const idOf = (table: string, column: string, value: string): string =>
  database.raw.prepare(`select id from ${table} where ${column} = ?`).pluck().get(value) as string;

beforeAll(async () => {
  database = await testDatabase();
  ({ boardId } = await database.change((trx) =>
    importSample(trx, resources, 'tester', '2026-05-20T09:00:00.000Z'),
  ));
}, 60_000);
afterAll(() => database.remove());

test('whatever leads somewhere is reached from there again', async () => {
  const ties = new Set<string>();
  const kinds = new Set<RelatedKind>();
  const waiting = RELATED_KINDS.flatMap((kind) =>
    idsOf(TABLES[kind] ?? 'select 1 where 0').map((id) => ({ kind, id })),
  );
  const met = new Set(waiting.map(({ kind, id }) => `${kind} ${id}`));
  for (let subject = waiting.pop(); subject !== undefined; subject = waiting.pop())
    for (const group of await relatedTo(database.kysely, subject)) {
      expect(group.entries).toHaveLength(group.count);
      kinds.add(group.kind);
      for (const { kind, id } of group.entries) {
        ties.add(`${subject.kind} ${subject.id} > ${kind} ${id}`);
        if (!met.has(`${kind} ${id}`)) waiting.push({ kind, id });
        met.add(`${kind} ${id}`);
      }
    }
  expect(ties.size).toBeGreaterThan(150);
  const oneWay = [...ties].filter((one) => !ties.has(one.split(' > ').reverse().join(' > ')));
  expect(oneWay).toEqual([]);
  // Every kind has something in the sample.
  expect(RELATED_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
});

test('a municipality is told what stands how there', async () => {
  const groups = await relatedTo(database.kysely, { kind: 'municipality', id: '422' });
  const practices = groups.find(({ kind }) => kind === 'practice');
  expect(practices?.entries.find(({ label }) => label === 'HK-1')?.state).toEqual({
    of: 'practice',
    stage: 'in_use',
  });
  expect(groups.find(({ kind }) => kind === 'agreement')?.entries.map(({ state }) => state?.of)).toContain(
    'agreement',
  );
  const card = await municipalityCard(database.kysely, { code: '422', boardId }, TODAY);
  expect(card.name.fi).toBe('Lieksa');
  expect(card.organisations).toBe(
    database.raw
      .prepare("select count(*) from organisation where municipality_code = '422' and state <> 'dissolved'")
      .pluck()
      .get(),
  );
});

test('the chain runs from a decision through inclusion to an indicator, and back', async () => {
  const graph = await workGraph(database.kysely, boardId);
  const meeting = idOf('inclusion_entry', 'code', 'MO-2');
  const indicator = idOf('indicator', 'name', 'Kohtaamisiin osallistuneet');
  const decision = graph.nodes.find(({ label }) => label.replaceAll(' ', ' ') === '3/2026 § 28')!;
  const onwards = chainOf(graph, decision.id).after;
  for (const code of ['MO-1', 'MO-2', 'MO-3', 'MO-10'])
    expect(onwards).toContain(idOf('inclusion_entry', 'code', code));
  expect(onwards).toContain(indicator);
  const back = chainOf(graph, indicator).before;
  expect(back).toContain(decision.id);
  expect(back).toContain(meeting);
  const kinds = new Set(graph.arrows.flatMap(({ from }) => graph.nodes.find(({ id }) => id === from)!.kind));
  for (const kind of ['practice', 'agreement', 'project', 'inclusion'] as const)
    expect(kinds).toContain(kind);
});

test('a tie is made once, comes off again, and does not cross boards', async () => {
  const id = idOf('cooperation_case', 'name', 'Etsivän nuorisotyön parit');
  const [choice] = await tieChoices(database.kysely, { boardId, text: 'VT-3', limit: 5 });
  expect(choice).toMatchObject({ kind: 'action', label: 'VT-3' });
  const tie = { of: 'case', id, to: { kind: 'action', id: choice!.id } } as const;
  for (const isLinked of [true, true]) await database.change((trx) => setTie(trx, { ...tie, isLinked }));
  const tied = () => relatedTo(database.kysely, { kind: 'case', id }, ['action']);
  expect((await tied())[0]?.entries.map(({ label }) => label)).toEqual(['VT-3']);
  await database.change((trx) => setTie(trx, { ...tie, isLinked: false }));
  expect(await tied()).toEqual([]);
  const lost = { of: 'case', id, to: { kind: 'municipality', id: '999' }, isLinked: true } as const;
  await expect(database.change((trx) => setTie(trx, lost))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('an indicator keeps the survey it was measured by when the answers are counted anew', async () => {
  const survey = await getSurvey(database.kysely, idOf('survey', 'name', 'Järjestöbarometri'));
  const round = survey.rounds.at(-1)!;
  const indicatorId = idOf('indicator', 'name', 'Järjestöyhdyshenkilön nimenneet kunnat');
  await database.change((trx) =>
    measureFromSurvey(trx, {
      roundId: round.id,
      questionId: survey.questions[0]!.id,
      answer: null,
      indicatorId,
    }),
  );
  const seen = async () =>
    (await relatedTo(database.kysely, { kind: 'indicator', id: indicatorId }, ['survey']))[0]?.entries.map(
      ({ id }) => id,
    );
  expect(await seen()).toEqual([survey.id]);
  await database.change((trx) =>
    saveRound(trx, {
      surveyId: survey.id,
      round: { ...round, source: 'Laskettu uudelleen' },
      counts: survey.questions.map(({ results }) => results.at(-1)!.answers),
    }),
  );
  expect(await seen()).toEqual([survey.id]);
});
