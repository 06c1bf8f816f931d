/** Merging two organisations or persons of the sample board: links move, and taking it back leaves the same file. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { OpenDatabase } from '../../db/core/open.ts';
import { search } from '../../db/core/search.ts';
import { undoBatch } from '../../db/features/change-batches.ts';
import { fileHolds } from '../../db/features/erasure-traces.ts';
import { erasePersons } from '../../db/features/erasure.ts';
import { checkMentions } from '../../db/features/mentions.ts';
import { addNetworkMember, saveNetwork } from '../../db/features/networks.ts';
import { mergeOrganisations } from '../../db/features/organisation-merge.ts';
import { organisationTimeline } from '../../db/features/organisation-timeline.ts';
import { createOrganisation, getOrganisation, updateOrganisation } from '../../db/features/organisations.ts';
import { personHistory } from '../../db/features/person-history.ts';
import { mergePersons } from '../../db/features/person-merge.ts';
import {
  addPosition,
  createPerson,
  getPerson,
  listPersons,
  updatePerson,
} from '../../db/features/persons.ts';
import { restrictPerson } from '../../db/features/privacy.ts';
import { organisationInputSchema, type OrganisationInput } from '../../db/model/organisation.ts';
import { personInputSchema, type PersonInput } from '../../db/model/person.ts';
import { writing } from '../fixtures/databases.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';

const AT = { by: 'tester', at: '2026-05-19T10:00:00.000Z' };
type SomeOrganisation = Partial<OrganisationInput> & { nameFi: string };
type SomePerson = Partial<PersonInput> & { name: string };
const organisationValues = (input: SomeOrganisation) => v.parse(organisationInputSchema, input);
const personValues = (input: SomePerson) => v.parse(personInputSchema, input);

/** The log, and what is derived with new row numbers; the search is compared by what it says. */
const NOT_COMPARED = /^(audit|change_batch|current_actor|search_.*|sqlite_.*|file_part)$/;

/** Every row of every table, without the counters of versions. */
function everything({ raw }: OpenDatabase): Record<string, string[]> {
  const tables = raw.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all() as string[];
  const rows = (query: string): string[] =>
    (raw.prepare(query).all() as Record<string, unknown>[])
      .map(({ version: _version, ...row }) => JSON.stringify(row))
      .sort();
  return {
    ...Object.fromEntries(
      tables
        .filter((name) => !NOT_COMPARED.test(name))
        .map((name) => [name, rows(`select * from "${name}"`)] as const),
    ),
    search: rows('select entity, entity_id, title, body, context from search_entry'),
  };
}

/** Texts outside the log and the frozen records that still hold an id. */
function placesOf({ raw }: OpenDatabase, id: string): string[] {
  const columns = raw
    .prepare(
      `select t.name as "table", c.name as "column" from sqlite_schema as t, pragma_table_info(t.name) as c
       where t.type = 'table' and upper(c.type) = 'TEXT' and t.name not glob 'search_*'
         and t.name not in ('audit', 'change_batch', 'register_effect_event', 'minutes_snapshot', 'issued_document')`,
    )
    .all() as { table: string; column: string }[];
  return columns
    .filter(({ table, column }) =>
      raw.prepare(`select 1 from "${table}" where instr("${column}", ?) > 0 limit 1`).get(id),
    )
    .map(({ table, column }) => `${table}.${column}`);
}

const undo = (database: OpenDatabase, id: string | null) =>
  writing(database, (trx) => undoBatch(trx, { id: id ?? '', ...AT }));
const versionOf = ({ raw }: OpenDatabase, table: string, id: string): number =>
  raw.prepare(`select version from "${table}" where id = ?`).pluck().get(id) as number;

async function mergeTwoOrganisations(
  database: OpenDatabase,
  keepId: string,
  otherId: string,
  mergedOn: string | null = null,
  change: Partial<OrganisationInput> = {},
) {
  const keep = await getOrganisation(database.kysely, keepId);
  return await writing(database, (trx) =>
    mergeOrganisations(
      trx,
      {
        keepId,
        keepVersion: keep.version,
        otherId,
        otherVersion: versionOf(database, 'organisation', otherId),
        values: organisationValues({ ...keep, ...change }),
        mergedOn,
      },
      AT,
    ),
  );
}

async function mergeTwoPersons(
  database: OpenDatabase,
  keepId: string,
  otherId: string,
  change: Partial<PersonInput> = {},
) {
  const keep = await getPerson(database.kysely, keepId);
  return await writing(database, (trx) =>
    mergePersons(
      trx,
      {
        keepId,
        keepVersion: keep.version,
        otherId,
        otherVersion: versionOf(database, 'person', otherId),
        values: personValues({ ...keep, ...change }),
      },
      AT,
    ),
  );
}

const newPerson = async (database: OpenDatabase, input: SomePerson): Promise<string> =>
  (await writing(database, (trx) => createPerson(trx, personValues(input)))).id;
const newOrganisation = async (database: OpenDatabase, input: SomeOrganisation): Promise<string> =>
  (await writing(database, (trx) => createOrganisation(trx, organisationValues(input)))).id;

test('merge and undo of any two organisations or persons leave every table as it was', async () => {
  const { database } = await sampleCopy();
  const ids = (table: string) =>
    database.raw.prepare(`select id from "${table}" order by id`).pluck().all() as string[];
  const [organisations, persons] = [ids('organisation'), ids('person')];
  const before = everything(database);
  const outcomes = { merged: 0, met: 0, kept: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.nat(1_000),
      fc.nat(1_000),
      fc.constantFrom(null, '2024-01-01', '2026-03-15', '2027-01-01'),
      async (isPerson, first, second, mergedOn) => {
        const list = isPerson ? persons : organisations;
        const [keep, other] = [list[first % list.length]!, list[second % list.length]!];
        if (keep === other) return;
        const merging = isPerson
          ? mergeTwoPersons(database, keep, other)
          : mergeTwoOrganisations(database, keep, other, mergedOn);
        const done = await merging.catch((error: { code?: string }) => {
          if (error.code !== 'PERSONS_MET') throw error;
          outcomes.met += 1;
          return null;
        });
        if (done !== null) {
          outcomes.merged += 1;
          if (done.counts.kept > 0) outcomes.kept += 1;
          const isThere = list === persons ? 'person' : 'organisation';
          const row = database.raw.prepare(`select 1 from "${isThere}" where id = ?`).get(other);
          // Whoever is gone is named nowhere any more.
          if (!row) expect(placesOf(database, other)).toEqual([]);
          expect(await checkMentions(database.kysely)).toEqual([]);
          expect(database.raw.pragma('foreign_key_check')).toEqual([]);
          await undo(database, done.batchId);
        }
        expect(everything(database)).toEqual(before);
      },
    ),
    { numRuns: 16, seed: 4 },
  );
  expect(outcomes.merged).toBeGreaterThan(0);
  expect(outcomes.met).toBeGreaterThan(0);
  expect(outcomes.kept).toBeGreaterThan(0);
});

test('an organisation that is there twice becomes one with the links and identifiers of both', async () => {
  const { database } = await sampleCopy();
  const keep = await newOrganisation(database, { nameFi: 'Martat ry', businessId: '0215839-7' });
  const other = await newOrganisation(database, { nameFi: 'Martat', registerNumber: '987654' });
  const personId = await newPerson(database, { name: 'Aino Aalto' });
  for (const organisationId of [keep, other])
    await writing(database, (trx) =>
      addPosition(trx, {
        personId,
        organisationId,
        role: 'chair',
        title: null,
        startsOn: organisationId === keep ? '2025-01-01' : '2023-01-01',
        endsOn: null,
      }),
    );
  const before = everything(database);
  const { batchId, counts } = await mergeTwoOrganisations(database, keep, other, null, {
    registerNumber: '987654',
  });
  expect(counts).toEqual({ moved: 0, doubles: 1, kept: 0 });
  const view = await getOrganisation(database.kysely, keep);
  expect(view).toMatchObject({ businessId: '0215839-7', registerNumber: '987654' });
  expect(view.positions.map(({ startsOn }) => startsOn)).toEqual(['2023-01-01']);
  await expect(getOrganisation(database.kysely, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await undo(database, batchId);
  expect(everything(database)).toEqual(before);
});

test('one that merged into another stays under its name with what it had until that day', async () => {
  const { database } = await sampleCopy();
  const keep = await newOrganisation(database, { nameFi: 'Maakunnan Martat ry' });
  const other = await newOrganisation(database, { nameFi: 'Vanhat Martat ry', businessId: '0215839-7' });
  const personId = await newPerson(database, { name: 'Aino Aalto' });
  const position = (startsOn: string, endsOn: string | null) =>
    writing(database, (trx) =>
      addPosition(trx, {
        personId,
        organisationId: other,
        role: endsOn === null ? 'chair' : 'employee',
        title: null,
        startsOn,
        endsOn,
      }),
    );
  await position('2010-01-01', '2015-12-31');
  await position('2020-01-01', null);
  const { id: networkId } = await writing(database, (trx) =>
    saveNetwork(trx, {
      id: null,
      version: 0,
      values: { nameFi: 'Verkosto', nameSv: null, nameEn: null, lifeCourse: null, notes: '' },
    }),
  );
  await writing(database, (trx) =>
    addNetworkMember(trx, { networkId, organisationId: other, startsOn: '2021-01-01' }),
  );
  const before = everything(database);
  const { batchId } = await mergeTwoOrganisations(database, keep, other, '2026-05-01');
  expect(
    database.raw
      .prepare('select name_fi, state, ended_on, merged_into_id, business_id from organisation where id = ?')
      .get(other),
  ).toEqual({
    name_fi: 'Vanhat Martat ry',
    state: 'dissolved',
    ended_on: '2026-05-01',
    merged_into_id: keep,
    business_id: '0215839-7',
  });
  const periods = (id: string) =>
    database.raw
      .prepare('select starts_on, ends_on from position where organisation_id = ? order by starts_on')
      .raw()
      .all(id);
  expect(periods(other)).toEqual([
    ['2010-01-01', '2015-12-31'],
    ['2020-01-01', '2026-04-30'],
  ]);
  expect(periods(keep)).toEqual([['2026-05-01', null]]);
  const networks = (id: string) =>
    database.raw
      .prepare('select starts_on, ends_on from network_member where organisation_id = ?')
      .raw()
      .all(id);
  expect([networks(other), networks(keep)]).toEqual([[['2021-01-01', '2026-04-30']], [['2026-05-01', null]]]);
  expect((await organisationTimeline(database.kysely, other)).length).toBeGreaterThan(0);
  expect(
    (await search(database.kysely, { text: 'Vanhat Martat', entities: ['organisation'], limit: 5 }))[0]
      ?.entityId,
  ).toBe(other);
  await undo(database, batchId);
  expect(everything(database)).toEqual(before);
});

test('one that had merged into the other does not end up merged into itself', async () => {
  const { database } = await sampleCopy();
  const a = await newOrganisation(database, { nameFi: 'A ry' });
  const b = await newOrganisation(database, { nameFi: 'B ry' });
  await mergeTwoOrganisations(database, b, a, '2025-01-01');
  const before = everything(database);
  const { batchId } = await mergeTwoOrganisations(database, a, b, '2026-01-01', { state: 'active' });
  expect(
    database.raw
      .prepare(`select id, merged_into_id from organisation where id in (?, ?) order by name_fi`)
      .raw()
      .all(a, b),
  ).toEqual([
    [a, null],
    [b, a],
  ]);
  await undo(database, batchId);
  expect(everything(database)).toEqual(before);
});

test('a merge is taken back whole or not at all', async () => {
  const { database } = await sampleCopy();
  const keep = await newOrganisation(database, { nameFi: 'Martat ry' });
  const { batchId } = await mergeTwoOrganisations(
    database,
    keep,
    await newOrganisation(database, { nameFi: 'Martat' }),
  );
  const view = await getOrganisation(database.kysely, keep);
  await writing(database, (trx) =>
    updateOrganisation(trx, {
      id: keep,
      version: view.version,
      values: organisationValues({ ...view, phone: '1' }),
    }),
  );
  const before = everything(database);
  await expect(undo(database, batchId)).rejects.toMatchObject({
    code: 'BATCH_LATER',
    details: { name: 'Martat ry' },
  });
  expect(everything(database)).toEqual(before);
});

test('a person whom examined minutes name stays for them alone, and counts as the other', async () => {
  const { database, meetings } = await sampleCopy();
  const other = database.raw
    .prepare(`select person_id from attendance where meeting_id = ? and capacity = 'member' limit 1`)
    .pluck()
    .get(meetings['1/2026']) as string;
  const { name } = await getPerson(database.kysely, other);
  const keep = await newPerson(database, { name: 'Aino Aalto-Virtanen', email: 'aino@posti.example' });
  const history = await personHistory(database.kysely, other);
  const before = everything(database);
  const { batchId, counts } = await mergeTwoPersons(database, keep, other);
  expect(counts.kept).toBeGreaterThan(0);
  expect(await getPerson(database.kysely, other)).toMatchObject({
    name,
    email: null,
    sameAs: { id: keep, name: 'Aino Aalto-Virtanen' },
  });
  expect((await personHistory(database.kysely, keep)).meetings).toEqual(history.meetings);
  expect((await listPersons(database.kysely, { limit: 500 })).rows.some(({ id }) => id === other)).toBe(
    false,
  );
  expect(
    (await search(database.kysely, { text: name, entities: ['person'], limit: 50 })).some(
      ({ entityId }) => entityId === other,
    ),
  ).toBe(false);
  await expect(mergeTwoPersons(database, other, keep)).rejects.toMatchObject({ code: 'CONFLICT' });
  await undo(database, batchId);
  expect(everything(database)).toEqual(before);
});

test('an erasure takes what the merged entries had, too', async () => {
  const { database } = await sampleCopy();
  const keep = await newPerson(database, { name: 'Aino Aalto', email: 'aino@posti.example' });
  const other = await newPerson(database, {
    name: 'Aino Aallonen',
    email: 'vanha.osoite@posti.example',
    phone: '+358 50 7654321',
  });
  const view = await getPerson(database.kysely, other);
  await writing(database, (trx) =>
    updatePerson(trx, {
      id: other,
      version: view.version,
      values: personValues({ ...view, shortName: 'AA' }),
    }),
  );
  await mergeTwoPersons(database, keep, other);
  const [erased] = await erasePersons(database, {
    actor: 'tester',
    procedure: 'test',
    personIds: [keep],
    cause: 'request',
    today: '2026-11-22',
    instant: AT.at,
  });
  expect(erased).toMatchObject({ scope: 'whole', searched: true });
  expect(
    fileHolds(database.file, ['aino@posti', 'vanha.osoite@posti', '7654321', 'Aino Aalto', 'Aino Aallonen']),
  ).toBe(false);
  // A restored copy from before the merge still has the other: its proof is there.
  expect(database.raw.prepare('select count(*) from erasure').pluck().get()).toBe(2);
});

test('whose data is restricted is not merged', async () => {
  const { database } = await sampleCopy();
  const keep = await newPerson(database, { name: 'Aino Aalto' });
  const other = await newPerson(database, { name: 'Aino Aalto' });
  await writing(database, (trx) =>
    restrictPerson(trx, { personId: other, ground: 'accuracy', on: '2026-01-01' }),
  );
  await expect(mergeTwoPersons(database, keep, other)).rejects.toMatchObject({ code: 'PERSON_RESTRICTED' });
  await expect(mergeTwoPersons(database, keep, keep)).rejects.toMatchObject({ code: 'SAME_PERSON' });
});
