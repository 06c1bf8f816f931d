/** Community forums against a real file with the sample in it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { search } from '../../db/core/search.ts';
import { importBoardFile } from '../../db/features/board-file.ts';
import { forumCard, forumOverview } from '../../db/features/forum-views.ts';
import {
  changeForumStage,
  createForum,
  measureForums,
  removeForum,
  restoreForum,
  undoForumStage,
} from '../../db/features/forums.ts';
import { listIndicators } from '../../db/features/indicators.ts';
import { organisationTimeline } from '../../db/features/organisation-timeline.ts';
import { reindexWork } from '../../db/features/work-search.ts';
import { addSampleForums } from '../../db/features/sample-forums.ts';
import { addSamplePartnership } from '../../db/features/sample-partnership.ts';
import { importSampleWork } from '../../db/features/sample-work.ts';
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
    await addSamplePartnership(trx, boardId, { board, partnership: resources.samplePartnership() });
    await addSampleForums(trx, boardId, { board, forums: resources.sampleForums() });
    await reindexWork(trx);
  });
}, 60_000);
afterAll(() => database.remove());

const overview = (day = TODAY) => forumOverview(database.kysely, boardId, day);
const forum = async (code: string) => (await overview()).forums.find((one) => one.code === code)!;

test('what the forums amount to on each day is what was measured then, and all municipalities are there', async () => {
  const [indicator] = (await listIndicators(database.kysely, boardId)).filter(
    ({ name }) => name === 'Kunnat, joissa toimii yhteisöfoorumi',
  );
  expect(indicator?.measurements).toHaveLength(4);
  for (const { measuredOn, value } of indicator!.measurements)
    expect((await overview(measuredOn)).working.count).toBe(value);
  const now = await overview();
  expect(now.places).toHaveLength(13);
  expect(now.working).toEqual({ count: 3, pilot: 2, permanent: 1, codes: ['YF-2', 'YF-3', 'YF-4'] });
  expect(now.places.filter(({ state }) => state === 'none')).toHaveLength(9);
  expect(now.forums.map(({ code, stage }) => [code, stage])).toEqual([
    ['YF-1', 'ended'],
    ['YF-2', 'permanent'],
    ['YF-3', 'pilot'],
    ['YF-4', 'pilot'],
  ]);
  expect((await forum('YF-2')).year).toEqual({ meetings: 2, occasions: 1, participants: 220, uncounted: 0 });
  expect((await forum('YF-4')).flags).toEqual([{ code: 'few_members', count: 1 }]);
});

test('a pilot becomes permanent only by a section of the municipality, and that can be taken back', async () => {
  const { id: forumId } = await forum('YF-3');
  const change = { stage: 'permanent', changedOn: '2026-11-16', ground: 'Arviointi', itemId: null } as const;
  await expect(
    writing(database, (trx) =>
      changeForumStage(trx, { forumId, change: { ...change, decidedBy: 'Kunta' } }, TODAY),
    ),
  ).rejects.toMatchObject({ code: 'FORUM_DECISION_MISSING', fields: { decidedBy: 'decision_missing' } });
  const decidedBy = 'Nurmeksen kaupunginhallitus 16.11.2026 § 301';
  const { id } = await writing(database, (trx) =>
    changeForumStage(trx, { forumId, change: { ...change, decidedBy } }, TODAY),
  );
  expect(await forum('YF-3')).toMatchObject({ stage: 'permanent', since: '2026-11-16', decidedBy });
  await writing(database, (trx) => undoForumStage(trx, id));
  expect((await forum('YF-3')).stage).toBe('pilot');
  const [first] = (await forumCard(database.kysely, forumId, TODAY)).history;
  await expect(writing(database, (trx) => undoForumStage(trx, first!.id))).rejects.toMatchObject({
    code: 'STAGE_NOT_LATEST',
  });
});

test('a measurement is noted when asked for, once a day, with the forums as its source', async () => {
  const { value } = await writing(database, (trx) => measureForums(trx, boardId, TODAY));
  expect(value).toBe(3);
  const { indicator } = await overview();
  expect(indicator).toMatchObject({ isMeasured: true, latest: { measuredOn: TODAY, value: 3 } });
  const stored = database.raw
    .prepare('select source from measurement where indicator_id = ? and measured_on = ?')
    .get(indicator?.id, TODAY);
  expect(stored).toEqual({ source: 'YF-2, YF-3, YF-4' });
  await expect(writing(database, (trx) => measureForums(trx, boardId, TODAY))).rejects.toMatchObject({
    code: 'MEASURED_ALREADY',
  });
});

test('a forum is found, stands on the timeline of its organisations, and comes back after it was removed', async () => {
  const { id } = await forum('YF-2');
  const found = async () =>
    (await search(database.kysely, { text: 'järjestöyhteistyötä Liperin HYTE', limit: 5 })).map(
      ({ entityId }) => entityId,
    );
  expect(await found()).toEqual([id]);
  const before = await forumCard(database.kysely, id, TODAY);
  const timeline = await organisationTimeline(database.kysely, before.organisations[0]!.id);
  expect(
    timeline.flatMap((one) => (one.kind === 'forum' && one.link?.id === id ? one.forumStage : [])),
  ).toEqual(['permanent', 'pilot']);
  const removal = await writing(database, (trx) => removeForum(trx, id));
  expect(await found()).toEqual([]);
  expect(await forum('YF-2')).toBeUndefined();
  await writing(database, (trx) => restoreForum(trx, removal, 'test.write'));
  expect(await forumCard(database.kysely, id, TODAY)).toEqual(before);
});

test('a forum wants its HYTE group, a known municipality and living organisations', async () => {
  const values = {
    name: 'Foorumi',
    municipality: '167',
    hyteGroup: 'HYTE',
    description: '',
    chairOrganisationId: null,
    chairPersonId: null,
    chairRole: '',
    contactPersonId: null,
    organisationIds: [] as string[],
    themeIds: [],
  };
  const first = {
    stage: 'pilot',
    changedOn: TODAY,
    ground: 'Hanke',
    decidedBy: '',
    itemId: null,
  } as const;
  const create = (changed: Partial<typeof values>) =>
    writing(database, (trx) => createForum(trx, boardId, { ...values, ...changed }, first, TODAY));
  await expect(create({ municipality: '999' })).rejects.toMatchObject({
    fields: { municipality: 'municipality_unknown' },
  });
  const { id } = database.raw
    .prepare("select id from organisation where name_fi = 'Esimerkin lausujat ry'")
    .get() as {
    id: string;
  };
  database.raw.prepare("update organisation set state = 'dissolved' where id = ?").run(id);
  await expect(create({ organisationIds: [id] })).rejects.toMatchObject({ code: 'ORGANISATION_DISSOLVED' });
});
