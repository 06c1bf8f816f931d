/** Good practices, agreements, projects and cases against a real file with the sample in it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { agreementCard, listAgreements } from '../../db/features/agreement-views.ts';
import {
  removeAgreement,
  renewAgreement,
  restoreAgreement,
  saveAgreement,
} from '../../db/features/agreements.ts';
import { attachedFile, dropUnused, storeContent } from '../../db/features/files.ts';
import { addOwnedFile, ownedFiles, type FileOwner } from '../../db/features/owned-files.ts';
import { listCases } from '../../db/features/cooperation-cases.ts';
import { listProjects, projectCard, removeProject, restoreProject } from '../../db/features/projects.ts';
import { printProject } from '../../db/model/print-project.ts';
import { organisationTimeline } from '../../db/features/organisation-timeline.ts';
import { morning } from '../../db/features/morning.ts';
import { search } from '../../db/core/search.ts';
import { practiceCard, practiceHistories, practiceMatrix } from '../../db/features/practice-views.ts';
import {
  changePracticeStage,
  removePractice,
  restorePractice,
  undoPracticeStages,
  updatePractice,
} from '../../db/features/practices.ts';
import { addSamplePartnership } from '../../db/features/sample-partnership.ts';
import { importSampleWork } from '../../db/features/sample-work.ts';
import { spreadOverTime } from '../../db/model/practice.ts';
import { importBoardFile } from '../../db/features/board-file.ts';
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
  });
}, 60_000);
afterAll(() => database.remove());

const practice = async (code: string) => {
  const { practices } = await practiceMatrix(database.kysely, boardId, TODAY);
  return practices.find((one) => one.code === code)!;
};

test('the matrix has every municipality of the region, and what each practice has come to', async () => {
  const { places, practices } = await practiceMatrix(database.kysely, boardId, TODAY);
  expect(places).toHaveLength(13);
  expect(practices.map(({ code }) => code)).toEqual(['HK-1', 'HK-2', 'HK-3', 'HK-4', 'HK-5', 'HK-6', 'HK-7']);
  const [first] = practices;
  expect(first?.counts).toEqual({ offered: 2, decided: 1, in_use: 2, embedded: 2, declined: 1 });
  expect(first?.municipalities.find(({ code }) => code === '422')).toMatchObject({
    stage: 'in_use',
    since: '2026-03-02',
    decidedBy: 'Lieksan kaupunginhallitus 12.1.2026 § 8',
  });
  // On an earlier day it was not there yet.
  const before = await practiceMatrix(database.kysely, boardId, '2025-12-31');
  expect(before.practices[0]?.municipalities.find(({ code }) => code === '422')?.stage).toBe('offered');
});

test('the spread is that of SQL', async () => {
  const points = spreadOverTime(
    await practiceHistories(database.kysely, { boardId, practiceId: null }),
    TODAY,
  );
  const rows = database.raw
    .prepare(
      `select stage, count(*) as count from (
        select stage, row_number() over (partition by practice_id, municipality_code
          order by changed_on desc, id desc) as place
        from practice_stage where municipality_code is not null and changed_on <= ?)
       where place = 1 group by stage`,
    )
    .all(TODAY) as { stage: string; count: number }[];
  expect(points.at(-1)?.counts).toEqual(Object.fromEntries(rows.map(({ stage, count }) => [stage, count])));
  expect(points[0]?.day).toBe('2023-12-31');
});

test('offered to several municipalities at once, all or none; the latest change is taken back', async () => {
  const { id } = await practice('HK-4');
  const change = {
    stage: 'offered' as const,
    changedOn: '2026-11-02',
    ground: 'Tarjottiin loppuvuonna',
    decidedBy: '',
    reason: '',
    itemId: null,
  };
  await expect(
    writing(database, (trx) =>
      changePracticeStage(trx, { practiceId: id, municipalities: ['167', '176'], change }, TODAY),
    ),
  ).rejects.toMatchObject({ code: 'PRACTICE_STAGE_SAME' });
  expect((await practice('HK-4')).municipalities).toHaveLength(6);
  const { ids } = await writing(database, (trx) =>
    changePracticeStage(trx, { practiceId: id, municipalities: ['167', '260'], change }, TODAY),
  );
  expect((await practice('HK-4')).counts.offered).toBe(4);
  await writing(database, (trx) => undoPracticeStages(trx, ids));
  expect((await practice('HK-4')).counts.offered).toBe(2);
});

test.each([
  ['a decision without a body', { stage: 'decided' }, 'PRACTICE_DECISION_MISSING'],
  ['going back without a reason', { stage: 'offered', code: '167' }, 'PRACTICE_STAGE_BACK'],
  ['a day before the latest', { changedOn: '2020-01-01', code: '167' }, 'PRACTICE_STAGE_BEFORE_LATEST'],
  ['a day that has not come', { changedOn: '2027-01-01' }, 'STAGE_IN_FUTURE'],
  ['no ground', { ground: ' ' }, 'INVALID_INPUT'],
  ['a municipality that is not there', { code: '999' }, 'INVALID_INPUT'],
] as const)(
  '%s is refused',
  async (
    _,
    wrong: { stage?: 'decided' | 'offered'; code?: string; changedOn?: string; ground?: string },
    code,
  ) => {
    const { id } = await practice('HK-2');
    await expect(
      writing(database, (trx) =>
        changePracticeStage(
          trx,
          {
            practiceId: id,
            municipalities: [wrong.code ?? '260'],
            change: {
              stage: wrong.stage ?? 'declined',
              changedOn: wrong.changedOn ?? '2026-11-02',
              ground: wrong.ground ?? 'Peruste',
              decidedBy: '',
              reason: '',
              itemId: null,
            },
          },
          TODAY,
        ),
      ),
    ).rejects.toMatchObject({ code });
  },
);

test('what is not offered yet is not offered to a municipality', async () => {
  const { id } = await practice('HK-7');
  await expect(
    writing(database, (trx) =>
      changePracticeStage(
        trx,
        {
          practiceId: id,
          municipalities: ['260'],
          change: {
            stage: 'offered',
            changedOn: '2026-11-02',
            ground: 'Kokeilu',
            decidedBy: '',
            reason: '',
            itemId: null,
          },
        },
        TODAY,
      ),
    ),
  ).rejects.toMatchObject({ code: 'PRACTICE_NOT_OFFERED' });
});

test('a practice is removed with all of it, and comes back as it was', async () => {
  const { id } = await practice('HK-3');
  const before = await practiceCard(database.kysely, id, TODAY);
  const removal = await writing(database, (trx) => removePractice(trx, id));
  expect(await practice('HK-3')).toBeUndefined();
  const found = async () => (await search(database.kysely, { text: 'alkoholipolitiikka', limit: 5 })).length;
  expect(await found()).toBe(0);
  await writing(database, (trx) => restorePractice(trx, removal, 'test.write'));
  expect(await practiceCard(database.kysely, id, TODAY)).toEqual(before);
  expect(await found()).toBe(1);
});

test('a dissolved organisation joins nothing, and one that is in it is told', async () => {
  const { id } = await practice('HK-5');
  const card = await practiceCard(database.kysely, id, TODAY);
  const outside = await database.kysely
    .selectFrom('organisation')
    .select('id')
    .where('name_fi', '=', 'Esimerkin luonnonystävät ry')
    .executeTakeFirstOrThrow();
  const dissolve = (organisationId: string) =>
    writing(database, (trx) =>
      trx.updateTable('organisation').set({ state: 'dissolved' }).where('id', '=', organisationId).execute(),
    );
  await dissolve(outside.id);
  await expect(
    writing(database, (trx) =>
      updatePractice(trx, {
        id,
        version: card.version,
        values: {
          name: card.name,
          description: card.description,
          source: card.source,
          ownerOrganisationId: card.owner?.id ?? null,
          ownerName: '',
          contactPersonId: null,
          themeId: null,
          organisationIds: [outside.id],
        },
      }),
    ),
  ).rejects.toMatchObject({
    code: 'ORGANISATION_DISSOLVED',
    fields: { organisationIds: 'organisation_dissolved' },
  });
  await dissolve(card.partners[0]!.id);
  expect((await practice('HK-5')).flags.map((flag) => flag.code)).toContain('dissolved');
});

test('the wellbeing agreement: who has signed, what it renews, and what has signed stays', async () => {
  const all = await listAgreements(database.kysely, boardId, TODAY);
  const agreement = all.find(({ name }) => name.endsWith('2026–2029'))!;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from agreement_party where agreement_id = ${agreement.id} and (
      select state from agreement_signature where party_id = agreement_party.id
      order by noted_on desc, id desc limit 1) = 'signed'`.execute(database.kysely);
  expect(agreement).toMatchObject({ state: 'in_force', signed: rows[0]?.count });
  expect(agreement.signed).toBe(12);
  expect(agreement.parties).toHaveLength(14);
  const card = await agreementCard(database.kysely, agreement.id, TODAY);
  expect(card.predecessor?.name).toContain('2022–2025');
  expect(card.days).toEqual({ endsOn: '2029-12-31', noticeBy: '2029-06-30', remindOn: '2029-03-02' });
  await expect(
    writing(database, (trx) =>
      saveAgreement(trx, {
        id: agreement.id,
        boardId,
        version: card.version,
        values: {
          name: card.name,
          kind: card.kind,
          summary: '',
          startsOn: card.startsOn,
          endsOn: card.endsOn,
          noticeMonths: 6,
          remindDays: 60,
          contactPersonId: null,
          parties: [{ id: null, organisationId: null, municipality: null, name: 'Muu' }],
        },
      }),
    ),
  ).rejects.toMatchObject({ code: 'PARTY_HAS_SIGNED' });
  const { id } = await writing(database, (trx) => renewAgreement(trx, agreement.id));
  const renewal = await agreementCard(database.kysely, id, TODAY);
  expect(renewal).toMatchObject({ startsOn: '2030-01-01', state: 'preparing', signed: 0 });
  expect(renewal.parties).toHaveLength(14);
});

test('the morning tells of an agreement from its reminder until it ends', async () => {
  const due = async (day: string) =>
    (await morning(database.kysely, boardId, day)).agreements.map(({ name, dueOn }) => [name, dueOn]);
  const name = 'Kumppanuussopimus: Vapaaehtoisten yhteinen peruskoulutus';
  expect(await due('2026-09-01')).toEqual([]);
  expect(await due(TODAY)).toEqual([[name, '2026-11-30']]);
  // Notice can be given no more.
  expect(await due('2026-12-01')).toEqual([[name, '2026-12-31']]);
  expect(await due('2027-01-01')).toEqual([]);
});

test('the timeline of an organisation has its practices stage by stage, its agreements and its projects', async () => {
  const linked = (kind: string): { id: string; organisation: string; code: string } =>
    database.raw
      .prepare(
        `select ${kind}.id, organisation_id as organisation, code from ${kind}
         join ${kind === 'agreement' ? 'agreement_party' : `${kind}_organisation`} on ${kind}_id = ${kind}.id
         where organisation_id is not null limit 1`,
      )
      .get() as { id: string; organisation: string; code: string };
  for (const kind of ['practice', 'agreement', 'project'] as const) {
    const { id, organisation, code } = linked(kind);
    const own = (await organisationTimeline(database.kysely, organisation)).filter(
      ({ link }) => link?.to === kind && link.id === id,
    );
    const stages = database.raw
      .prepare('select stage from practice_stage where practice_id = ? and municipality_code is null')
      .pluck()
      .all(id);
    expect(own).toHaveLength(kind === 'practice' ? stages.length : 1);
    expect(own[0]).toMatchObject({ kind, detail: code });
    if (kind === 'practice') expect(new Set(own.map((one) => one.practiceStage))).toEqual(new Set(stages));
  }
});

test('projects and cases of the sample; a removed project comes back with its pilots and budget', async () => {
  const projects = await listProjects(database.kysely, boardId, TODAY);
  expect(projects.map(({ code }) => code)).toEqual(['HA-1', 'HA-2', 'HA-3']);
  const before = await projectCard(database.kysely, projects[0]!.id, TODAY);
  expect(before.sdg).toEqual([3, 10, 11, 17]);
  expect(before.budget?.lines[0]?.cents).toBe(18_000_000);
  const removal = await writing(database, (trx) => removeProject(trx, before.id));
  expect(await listProjects(database.kysely, boardId, TODAY)).toHaveLength(2);
  await writing(database, (trx) => restoreProject(trx, removal, 'test.write'));
  expect(await projectCard(database.kysely, before.id, TODAY)).toEqual(before);
  const cases = await listCases(database.kysely, boardId, TODAY);
  expect(cases).toHaveLength(12);
  expect(cases[0]?.findings.length).toBeGreaterThan(2);
  const printed = printProject(before, 'Malli-JANE', TODAY, 'fi');
  expect(JSON.stringify(printed)).toMatch(/222\s000/);
});

test('a signed agreement is kept by its hash with its card: once, through removal and back', async () => {
  const FILES: FileOwner = { table: 'agreement_file', column: 'agreement_id', owner: 'agreement' };
  const { id } = (await listAgreements(database.kysely, boardId, TODAY))[0]!;
  const { sha256 } = await writing(database, (trx) =>
    storeContent(trx, new TextEncoder().encode('%PDF-1.7 allekirjoitettu'), '2026-11-22T10:00:00.000Z'),
  );
  const attach = () =>
    writing(database, (trx) =>
      addOwnedFile(
        trx,
        FILES,
        id,
        { title: 'Allekirjoitettu', file: { sha256, name: 'sopimus.pdf' } },
        TODAY,
      ),
    );
  const { id: fileId } = await attach();
  await expect(attach()).rejects.toMatchObject({ code: 'FILE_ATTACHED' });
  const files = await ownedFiles(database.kysely, FILES, id);
  expect(files).toMatchObject([{ id: fileId, title: 'Allekirjoitettu', sha256, addedOn: TODAY }]);
  expect(await attachedFile(database.kysely, fileId)).toMatchObject({ sha256, name: 'sopimus.pdf' });
  // The card takes its files along, and brings them back; the content waits for that.
  const removal = await writing(database, (trx) => removeAgreement(trx, id));
  expect(await ownedFiles(database.kysely, FILES, id)).toEqual([]);
  await writing(database, (trx) => dropUnused(trx, sha256));
  await writing(database, (trx) => restoreAgreement(trx, removal, 'test.write'));
  expect(await ownedFiles(database.kysely, FILES, id)).toEqual(files);
});
