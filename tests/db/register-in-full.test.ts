/** Cards, networks, contact roles, vacancies and term changes on a real file. */
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { composition } from '../../db/features/composition.ts';
import { contactMatrix, endContactHolder, setContactHolder } from '../../db/features/contact-roles.ts';
import { addNetworkMember, endNetworkMember, listNetworks, saveNetwork } from '../../db/features/networks.ts';
import { organisationCard, saveOrganisationCard } from '../../db/features/organisation-card.ts';
import { listOrganisations } from '../../db/features/organisation-list.ts';
import { organisationTimeline } from '../../db/features/organisation-timeline.ts';
import { createOrganisation } from '../../db/features/organisations.ts';
import { createPerson } from '../../db/features/persons.ts';
import { changeTerm, saveFigure, spread, undoTermChange, vacancies } from '../../db/features/term-change.ts';
import { organisationInputSchema } from '../../db/model/organisation.ts';
import { personInputSchema } from '../../db/model/person.ts';
import { balance, uniqueTags, type CardValues } from '../../db/model/register-card.ts';
import type { OpenDatabase } from '../../db/core/open.ts';
import { emptyDatabase, writing } from '../fixtures/databases.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';

const organisation = async (database: OpenDatabase, nameFi: string): Promise<string> =>
  (await writing(database, (trx) => createOrganisation(trx, v.parse(organisationInputSchema, { nameFi }))))
    .id;
const person = async (database: OpenDatabase, name: string): Promise<string> =>
  (await writing(database, (trx) => createPerson(trx, v.parse(personInputSchema, { name })))).id;
const CARD: CardValues = {
  lifeCourses: ['youth'],
  areaKind: 'municipalities',
  areaCodes: ['167', '422'],
  endedOn: null,
  mergedIntoId: null,
  formerNames: [{ name: 'Nuorisoseura Viesti', startsOn: '1999-01-01', endsOn: '2012-12-31' }],
  tags: ['Kylätoiminta', 'kylätoiminta', 'vertaistuki'],
};

test('a former name and a tag find the organisation; the card is read as it was saved', async () => {
  const database = await emptyDatabase();
  const id = await organisation(database, 'Kuoro ry');
  const save = (version: number, values: CardValues) =>
    writing(database, (trx) => saveOrganisationCard(trx, { id, version, values }));
  expect(await save(1, CARD)).toEqual({ version: 2 });
  expect(await organisationCard(database.kysely, id)).toMatchObject({
    ...CARD,
    tags: ['Kylätoiminta', 'vertaistuki'],
    areas: [{ fi: 'Joensuu' }, { fi: 'Lieksa' }],
  });
  for (const text of ['viestin', 'vertaistuki'])
    expect(
      (await listOrganisations(database.kysely, { text, today: '2026-05-19' })).rows.map((row) => row.id),
    ).toEqual([id]);
  await expect(save(1, CARD)).rejects.toMatchObject({ code: 'CONFLICT' });
  await save(2, { ...CARD, formerNames: [], tags: [] });
  expect((await listOrganisations(database.kysely, { text: 'viestin', today: '2026-05-19' })).total).toBe(0);
});

test('one that merges is dissolved, and never merges in a circle', async () => {
  const database = await emptyDatabase();
  const [a, b] = [await organisation(database, 'A ry'), await organisation(database, 'B ry')];
  const merge = (id: string, mergedIntoId: string) =>
    writing(database, (trx) =>
      saveOrganisationCard(trx, { id, version: 1, values: { ...CARD, mergedIntoId, endedOn: '2026-05-01' } }),
    );
  await merge(a, b);
  expect(await organisationCard(database.kysely, a)).toMatchObject({ mergedInto: { fi: 'B ry' } });
  expect(
    (
      await listOrganisations(database.kysely, {
        today: '2026-05-19',
        filter: { match: 'all', parts: [{ field: 'state', operator: 'is', values: ['dissolved'] }] },
      })
    ).total,
  ).toBe(1);
  for (const target of [a, b])
    await expect(merge(b, target)).rejects.toMatchObject({ fields: { mergedIntoId: 'merged_in_circle' } });
});

test('members of a network from–to, nobody twice at a time', async () => {
  const database = await emptyDatabase();
  const organisationId = await organisation(database, 'Kuoro ry');
  const { id: networkId } = await writing(database, (trx) =>
    saveNetwork(trx, {
      id: null,
      version: 0,
      values: { nameFi: 'Nuorten verkosto', nameSv: null, nameEn: null, lifeCourse: 'youth', notes: '' },
    }),
  );
  const add = (startsOn: string) =>
    writing(database, (trx) => addNetworkMember(trx, { networkId, organisationId, startsOn }));
  const { id } = await add('2025-01-01');
  await expect(add('2026-01-01')).rejects.toMatchObject({ code: 'NETWORK_MEMBER_ALREADY' });
  await writing(database, (trx) => endNetworkMember(trx, { id, endsOn: '2025-12-31' }));
  await add('2026-01-01');
  const [network] = await listNetworks(database.kysely);
  expect(network?.members.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
    ['2026-01-01', null],
    ['2025-01-01', '2025-12-31'],
  ]);
});

test('the matrix shows who has a role in each municipality, and counts the gaps', async () => {
  const database = await emptyDatabase();
  const empty = await contactMatrix(database.kysely, '12', '2026-05-19');
  expect(empty.rows).toHaveLength(14);
  expect(empty.gaps).toBe(13 * 5);
  const [first, second] = [await person(database, 'Aino Aalto'), await person(database, 'Otso Otava')];
  const set = (personId: string, startsOn: string) =>
    writing(database, (trx) =>
      setContactHolder(trx, {
        roleId: empty.roles[0]!.id,
        personId,
        municipalityCode: '167',
        regionCode: null,
        startsOn,
      }),
    );
  await set(first, '2025-01-01');
  const { id } = await set(second, '2026-05-01');
  const holder = async (date: string) =>
    (await contactMatrix(database.kysely, '12', date)).rows
      .find((row) => row.municipalityCode === '167')
      ?.holders.map((one) => one.person);
  expect(await holder('2026-04-30')).toEqual(['Aino Aalto']);
  expect(await holder('2026-05-19')).toEqual(['Otso Otava']);
  expect((await contactMatrix(database.kysely, '12', '2026-05-19')).gaps).toBe(13 * 5 - 1);
  await writing(database, (trx) => endContactHolder(trx, { id, endsOn: '2026-05-10' }));
  expect(await holder('2026-05-19')).toEqual([]);
});

test('a timeline has seats, items, tasks and changes, the newest first', async () => {
  const { database } = await sampleCopy();
  const { id } = await database.kysely
    .selectFrom('agenda_item')
    .select('applicant_organisation_id as id')
    .where('applicant_organisation_id', 'is not', null)
    .executeTakeFirstOrThrow();
  const timeline = await organisationTimeline(database.kysely, id!);
  expect(new Set(timeline.map(({ kind }) => kind))).toEqual(new Set(['seat', 'item', 'position', 'change']));
  const dates = timeline.map(({ date }) => date ?? '');
  expect(dates).toEqual(dates.toSorted().reverse());
  expect(timeline.find(({ kind }) => kind === 'item')).toMatchObject({
    detail: expect.stringContaining('§ 29') as string,
  });
});

test('a term change copies who goes on, asks the organisations of the others, and can be taken back', async () => {
  const { database, boardId } = await sampleCopy();
  const before = await composition(database.kysely, boardId, '2029-07-31');
  const holders = before.seats.flatMap((seat) => [seat.member, seat.deputy]).filter((one) => one !== null);
  const counts = () =>
    Object.fromEntries(
      ['term', 'seat', 'seat_holder', 'task'].map((table) => [
        table,
        database.raw.prepare(`select count(*) from ${table}`).pluck().get(),
      ]),
    );
  const rows = counts();
  const change = {
    boardId,
    startsOn: '2029-08-01',
    endsOn: '2033-07-31',
    basis: 'MH 1.6.2029',
    continuing: holders.slice(0, 5).map(({ id }) => id),
    askBy: '2029-06-30',
  };
  const done = await writing(database, (trx) => changeTerm(trx, change, '2029-05-01', 'fi'));
  const leaving = holders.slice(5).filter(({ organisation: one }) => one !== null);
  expect(done.holderIds).toHaveLength(5);
  expect(done.taskIds).toHaveLength(leaving.length);
  const after = await composition(database.kysely, boardId, '2029-09-01');
  expect(after.counts.seats).toBe(before.counts.seats);
  expect(after.seats[0]?.member?.person).toEqual(before.seats[0]?.member?.person);
  expect(await vacancies(database.kysely, boardId, '2029-09-01')).toHaveLength(32 - 5);
  await expect(writing(database, (trx) => changeTerm(trx, change, '2029-05-01', 'fi'))).rejects.toMatchObject(
    {
      code: 'INVALID_INPUT',
    },
  );
  await writing(database, (trx) => undoTermChange(trx, done));
  expect(counts()).toEqual(rows);
});

test('a term change that something was built on stays', async () => {
  const { database, boardId } = await sampleCopy();
  const done = await writing(database, (trx) =>
    changeTerm(
      trx,
      { boardId, startsOn: '2029-08-01', endsOn: '2033-07-31', basis: '', continuing: [], askBy: null },
      '2029-05-01',
      'fi',
    ),
  );
  const { seatId } = (await vacancies(database.kysely, boardId, '2029-09-01'))[0]!;
  const personId = await person(database, 'Uusi Jäsen');
  await writing(database, async (trx) => {
    await trx
      .insertInto('seat_holder')
      .values({
        id: '0190aaaa-0000-7000-8000-000000000001',
        seat_id: seatId,
        person_id: personId,
        organisation_id: null,
        role: 'member',
        starts_on: '2029-08-01',
        ends_on: null,
      })
      .execute();
  });
  await expect(writing(database, (trx) => undoTermChange(trx, done))).rejects.toMatchObject({
    code: 'TERM_IN_USE',
  });
});

test('the spread counts seats by municipality, and women and men as figures alone', async () => {
  const { database, boardId } = await sampleCopy();
  const { term } = await composition(database.kysely, boardId, '2026-05-19');
  await writing(database, (trx) =>
    saveFigure(trx, { termId: term!.id, role: 'member', women: 9, men: 7, countedOn: '2026-05-19' }),
  );
  const found = await spread(database.kysely, boardId, '2026-05-19');
  expect(found.municipalities.reduce((sum, row) => sum + row.members, 0)).toBe(16);
  expect(found.figures).toEqual([
    { role: 'member', women: 9, men: 7, countedOn: '2026-05-19', share: 44, isBalanced: true },
  ]);
  expect(balance(10, 6)).toEqual({ share: 38, isBalanced: false });
  expect(balance(6, 9)).toEqual({ share: 40, isBalanced: true });
  expect(balance(0, 0)).toBeNull();
});

test('tags are the same whatever their case', () => {
  expect(uniqueTags(['Ääni', 'ääni', 'b', 'B', 'c'])).toEqual(['Ääni', 'b', 'c']);
});
