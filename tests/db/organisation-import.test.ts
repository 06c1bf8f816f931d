/** Tables into the register: what becomes of the rows, one transaction, and taking it back exactly. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { undoBatch } from '../../db/features/change-batches.ts';
import { applyImport, planImport } from '../../db/features/organisation-import.ts';
import { changeMany } from '../../db/features/organisation-bulk.ts';
import { createOrganisation, getOrganisation, updateOrganisation } from '../../db/features/organisations.ts';
import { listsForTables } from '../../db/features/organisation-values.ts';
import type { RowDecision } from '../../db/model/organisation-import.ts';
import { organisationInputSchema, type OrganisationInput } from '../../db/model/organisation.ts';
import { guessMapping, headingNames } from '../../db/model/table-mapping.ts';
import { newId } from '../../db/model/identity.ts';
import * as v from 'valibot';
import { resources } from '../fixtures/databases.ts';
import { testDatabase, type TestDatabase } from './board-database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.remove());

const words = resources.tableWords();
const values = (input: Partial<OrganisationInput> & { nameFi: string }) =>
  v.parse(organisationInputSchema, input);
const add = (input: Partial<OrganisationInput> & { nameFi: string }) =>
  database.change((trx) => createOrganisation(trx, values(input)));
const free = async () => {};
const AT = '2026-05-19T10:00:00.000Z';

async function plan(rows: readonly (readonly string[])[], lenient = false) {
  const lists = await listsForTables(database.kysely, words, resources.prhClasses());
  return await planImport(
    database.kysely,
    { rows, firstRow: 1, mapping: guessMapping(rows[0] ?? [], headingNames(words)), lists, lenient },
    free,
  );
}
const run = async (rows: readonly (readonly string[])[], decisions: [number, RowDecision][] = []) => {
  const planned = await plan(rows);
  return await database.change((trx) =>
    applyImport(trx, planned, new Map(decisions), {
      title: 'lista.csv',
      by: 'tester',
      at: AT,
      between: free,
    }),
  );
};
/** Every table that an import may touch, without the counter of versions. */
function snapshot() {
  const rows = (table: string) =>
    database.raw.prepare(`select * from "${table}" order by 1`).all() as Record<string, unknown>[];
  return ['organisation', 'position', 'board_organisation'].map((table) =>
    rows(table).map(({ version: _version, ...row }) => row),
  );
}
const undo = (id: string | null) =>
  database.change((trx) => undoBatch(trx, { id: id ?? '', by: 'tester', at: AT }));

describe('what becomes of a row', () => {
  test('new, update, unchanged, refused, each with its reason', async () => {
    await add({ nameFi: 'Esimerkin Martat ry', businessId: '9900001-8', email: 'vanha@posti.example' });
    await add({ nameFi: 'Sama ry', registerNumber: '990002' });
    const { rows } = await plan([
      ['Nimi', 'Y-tunnus', 'Rekisterinumero', 'Sähköposti', 'Kunta'],
      ['Uusi Kyläyhdistys ry', '', '', '', 'Joensuu'],
      ['Esimerkin Martat ry', '9900001-8', '', 'uusi@posti.example', ''],
      ['Sama ry', '', '990.002', '', ''],
      ['Väärä ry', '1234567-9', '', 'ei osoite', 'Atlantis'],
      ['', '', '', 'a@b.fi', ''],
    ]);
    expect(rows.map((row) => row.outcome)).toEqual(['new', 'update', 'unchanged', 'refused', 'refused']);
    expect(rows[3]?.problems.map(({ code }) => code)).toEqual([
      'business_id_check_digit',
      'email_form',
      'municipality_unknown',
    ]);
    expect(rows[4]?.problems.map(({ code }) => code)).toEqual(['required']);
    expect(rows[1]?.changes).toEqual([
      { key: 'email', before: 'vanha@posti.example', after: 'uusi@posti.example' },
    ]);
  });

  test('a name that is nearly the same is for the user to decide; keys that differ speak against it', async () => {
    await add({ nameFi: 'Pohjois-Karjalan Sydänyhdistys ry', municipalityCode: '167' });
    await add({ nameFi: 'Kiteen Pallo ry', businessId: '9900001-8' });
    const { rows } = await plan([
      ['Nimi', 'Kotikunta', 'Y-tunnus'],
      ['Pohjois-Karjalan sydänyhdistys r.y.', '', ''],
      ['Pohjois-Karjalan Sydänyhdystys', 'Joensuu', ''],
      ['Kiteen Pallo ry', '', '0215839-7'],
    ]);
    expect(rows.map((row) => row.outcome)).toEqual(['review', 'review', 'new']);
    expect(rows[0]?.matches[0]).toMatchObject({ by: 'name', score: 1 });
  });

  test('a blank key never matches a blank key', async () => {
    await add({ nameFi: 'Yksi ryhmä' });
    const { rows } = await plan([
      ['Nimi', 'Y-tunnus', 'Rekisterinumero'],
      ['Aivan muu yhdistys', '', '-'],
      ['Kolmas seura', 'null', ''],
    ]);
    expect(rows.map((row) => row.outcome)).toEqual(['new', 'new']);
  });

  test('the same organisation twice in the file is taken once', async () => {
    const { rows } = await plan([
      ['Nimi', 'Y-tunnus'],
      ['A ry', '9900001-8'],
      ['A ry toisin', '9900001-8'],
    ]);
    expect(rows.map((row) => row.outcome)).toEqual(['new', 'refused']);
    expect(rows[1]).toMatchObject({ sameAsLine: 2 });
  });

  test('two keys that lead to two organisations are for the user to decide', async () => {
    await add({ nameFi: 'A ry', businessId: '9900001-8' });
    await add({ nameFi: 'B ry', registerNumber: '990002' });
    const { rows } = await plan([
      ['Nimi', 'Y-tunnus', 'Rekisterinumero'],
      ['A ry', '9900001-8', '990002'],
    ]);
    expect(rows[0]?.outcome).toBe('review');
    expect(rows[0]?.matches).toHaveLength(2);
  });
});

describe('importing', () => {
  const TABLE = [
    ['Nimi', 'Y-tunnus', 'Sähköposti', 'Kotikunta', 'Postinumero'],
    ['Uusi ry', '', 'uusi@posti.example', '167', '80100'],
    ['Martat ry', '9900001-8', 'm@posti.example', '', ''],
  ];

  test('writes what the plan says, erases nothing, and is found by the search', async () => {
    const { id } = await add({ nameFi: 'Martat ry', businessId: '9900001-8', phone: '050 1' });
    const { counts } = await run(TABLE);
    expect(counts).toMatchObject({ new: 1, update: 1 });
    expect(await getOrganisation(database.kysely, id)).toMatchObject({
      phone: '050 1',
      email: 'm@posti.example',
      version: 2,
    });
    const added = database.raw
      .prepare(`select name_fi, municipality_year, sort_key from organisation where name_fi = 'Uusi ry'`)
      .get();
    expect(added).toEqual({ name_fi: 'Uusi ry', municipality_year: 2026, sort_key: 'uusi ry' });
    expect(
      database.raw.prepare(`select count(*) from search_index where search_index match 'uusi'`).pluck().get(),
    ).toBe(1);
  });

  test('an error in the middle leaves nothing', async () => {
    const planned = await plan(TABLE);
    const before = snapshot();
    await expect(
      database.change((trx) =>
        applyImport(trx, planned, new Map(), {
          title: 'x',
          by: 'tester',
          at: AT,
          between: () => Promise.reject(new Error('cancelled')),
        }),
      ),
    ).rejects.toThrow('cancelled');
    expect(snapshot()).toEqual(before);
    expect(database.count('change_batch')).toBe(0);
  });

  test('a register that was changed after the check is not imported into', async () => {
    const planned = await plan(TABLE);
    await add({ nameFi: 'Väliin tullut ry' });
    await expect(
      database.change((trx) =>
        applyImport(trx, planned, new Map(), { title: 'x', by: 't', at: AT, between: free }),
      ),
    ).rejects.toThrow('IMPORT_STALE');
  });

  test('undo leaves what was changed since, and what others refer to, and names it', async () => {
    const martat = await add({ nameFi: 'Martat ry', businessId: '9900001-8' });
    const { batchId } = await run([...TABLE, ['Käytössä ry', '', '', '', '']]);
    const used = database.raw
      .prepare(`select id from organisation where name_fi = 'Käytössä ry'`)
      .pluck()
      .get() as string;
    const person = newId();
    database.raw.prepare(`insert into person(id, name) values (?, 'J01')`).run(person);
    database.raw
      .prepare(`insert into position(id, person_id, organisation_id, role) values (?, ?, ?, 'chair')`)
      .run(newId(), person, used);
    const now = await getOrganisation(database.kysely, martat.id);
    await database.change((trx) =>
      updateOrganisation(trx, {
        id: martat.id,
        version: now.version,
        values: values({ ...now, phone: '013 1' }),
      }),
    );
    const { kept, restored } = await undo(batchId);
    expect(kept.map(({ name, reason }) => `${name} ${reason}`).sort()).toEqual([
      'Käytössä ry in_use',
      'Martat ry changed_since',
    ]);
    expect(restored).toBe(1);
    await expect(undo(batchId)).rejects.toThrow('BATCH_UNDONE');
  });

  test('decided rows are updated or added, undecided ones left out', async () => {
    const { id } = await add({ nameFi: 'Kerimäen Kyläyhdistys ry' });
    const rows = [
      ['Nimi', 'Puhelin'],
      ['Kerimäen kyläyhdistys', '015 1'],
    ];
    expect((await run(rows)).counts).toMatchObject({ review: 1, update: 0 });
    expect((await run(rows, [[2, { kind: 'update', id }]])).counts).toMatchObject({ update: 1 });
    expect((await run(rows, [[2, { kind: 'new' }]])).counts).toMatchObject({ new: 1 });
  });
});

/** Sound organisations of any kind; keys may be blank and names may repeat. */
const organisation = fc.record({
  nameFi: fc
    .constantFrom('Martat', 'Kyläseura', 'Sydän', 'Pallo', 'Kuoro', 'Äijät')
    .chain((name) => fc.integer({ min: 0, max: 400 }).map((number) => `${name} ${number} ry`)),
  registerNumber: fc.option(fc.integer({ min: 1, max: 60 }).map(String), { nil: '' }),
  email: fc.constantFrom('', 'a@posti.example', '=cmd@posti.example'),
  municipality: fc.constantFrom('', 'Joensuu', 'Kides', '090'),
  notes: fc.constantFrom('', '=1+1', "'lainattu", 'rivi\nkaksi', '-', '😀 ok'),
});

test('undo after import is as if nothing had been imported, whatever the table', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(organisation, { maxLength: 12 }),
      fc.array(organisation, { maxLength: 12 }),
      async (first, second) => {
        const table = (rows: typeof first) => [
          ['Nimi', 'Rekisterinumero', 'Sähköposti', 'Kotikunta', 'Muistiinpanot'],
          ...rows.map((row) => [row.nameFi, row.registerNumber, row.email, row.municipality, row.notes]),
        ];
        await run(table(first));
        const before = snapshot();
        const { batchId } = await run(table(second));
        if (batchId === null) return;
        const result = await undo(batchId);
        expect(result.kept).toEqual([]);
        expect(snapshot()).toEqual(before);
      },
    ),
    { numRuns: 25 },
  );
});

test('a bulk change touches only what differs and can be taken back', async () => {
  const ids: string[] = [];
  for (let number = 0; number < 30; number += 1)
    ids.push((await add({ nameFi: `J ${number} ry`, state: number < 10 ? 'dormant' : 'active' })).id);
  const before = snapshot();
  const done = await database.change((trx) =>
    changeMany(
      trx,
      { ids, change: { state: 'dormant', municipalityCode: '167' } },
      { title: 'x', by: 't', at: AT, between: free },
    ),
  );
  expect(done.counts).toEqual({ changed: 30, unchanged: 0 });
  expect(
    database.raw
      .prepare(`select count(*) from organisation where state = 'dormant' and municipality_code = '167'`)
      .pluck()
      .get(),
  ).toBe(30);
  await undo(done.batchId);
  expect(snapshot()).toEqual(before);
});
