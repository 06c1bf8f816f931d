/** A register that is exported as CSV, XLSX or JSON and imported into an empty one is equal to what it was. */
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { OpenDatabase } from '../../db/core/open.ts';
import { undoBatch } from '../../db/features/change-batches.ts';
import { importFields } from '../../db/features/classification.ts';
import { saveNetwork } from '../../db/features/networks.ts';
import { saveOrganisationCard } from '../../db/features/organisation-card.ts';
import { applyImport, planImport, resolvePlan } from '../../db/features/organisation-import.ts';
import { exportRows, listsForTables, printLists } from '../../db/features/organisation-values.ts';
import { createOrganisation } from '../../db/features/organisations.ts';
import { readPeriod, readReference, splitEntries } from '../../db/model/card-columns.ts';
import { newId } from '../../db/model/identity.ts';
import { LANGUAGES, type Language } from '../../db/model/language.ts';
import { EXPORT_EXTENSIONS } from '../../db/model/organisation-export.ts';
import { readDate } from '../../db/model/organisation-fields.ts';
import { LEGAL_FORMS, ORGANISATION_STATES, organisationInputSchema } from '../../db/model/organisation.ts';
import { AREA_KINDS, LIFE_COURSES, type CardValues } from '../../db/model/register-card.ts';
import { guessMapping, headingNames } from '../../db/model/table-mapping.ts';
import { readTable } from '../../electron/backend/read-table.ts';
import { writeTable } from '../../electron/backend/write-table.ts';
import { emptyDatabase, resources, temporaryFolder, writing } from '../fixtures/databases.ts';

const AT = '2026-05-19T10:00:00.000Z';
const NETWORKS = ['Nuorten verkosto', 'Kylät; järvet (ja saaret)', '"Lainattu" verkosto'];
const words = resources.tableWords();

/** Names as people write them, the signs of the cells among them. */
const text = fc.constantFrom(
  'Martat',
  'kylä; toiminta',
  'a, b',
  '"Viesti"',
  'Seura (vanha)',
  'Sydän – 1999',
  'äö',
  '4H',
  '=1+1',
  'x "y" z',
);
const day = fc
  .record({ year: fc.integer({ min: 1990, max: 2026 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-15`);
const someDay = fc.option(day, { nil: null });
const period = fc.tuple(someDay, someDay).map(([one, other]) => {
  const [startsOn, endsOn] = one && other && other < one ? [other, one] : [one, other];
  return { startsOn, endsOn };
});

const organisation = fc.record({
  name: text,
  nameSv: fc.option(text, { nil: null }),
  hasNumber: fc.boolean(),
  municipalityCode: fc.constantFrom(null, '167', '090'),
  languages: fc.constantFrom([], ['fi'], ['fi', 'sv', 'fi-selko']),
  legalForm: fc.constantFrom(...LEGAL_FORMS),
  prhClass: fc.constantFrom(null, 1, 10),
  field: fc.boolean(),
  state: fc.constantFrom(...ORGANISATION_STATES),
  checkedOn: someDay,
  postalCode: fc.constantFrom(null, '00100'),
  notes: fc.constantFrom('', '=1+1', "'=x", 'rivi\nkaksi; "lainaus"', '-', '😀 ok'),
  lifeCourses: fc.subarray([...LIFE_COURSES]),
  areaKind: fc.constantFrom(null, ...AREA_KINDS),
  areaCodes: fc.subarray(['167', '422', '009']),
  tags: fc.uniqueArray(text, { maxLength: 3 }),
  formerNames: fc.uniqueArray(
    fc.tuple(text, period).map(([name, days]) => ({ name, ...days })),
    { maxLength: 3, selector: ({ name }) => name },
  ),
  networks: fc.uniqueArray(
    fc.record({ network: fc.nat(NETWORKS.length - 1), startsOn: day, isOpen: fc.boolean() }),
    { maxLength: 2, selector: ({ network }) => network },
  ),
  endedOn: someDay,
  mergedInto: fc.option(fc.nat(20), { nil: null }),
});
type Made = typeof organisation extends fc.Arbitrary<infer One> ? One : never;

/** An empty register with the lists that tables are read by. */
async function register(): Promise<{ database: OpenDatabase; networkIds: string[] }> {
  const database = await emptyDatabase();
  const networkIds = await writing(database, async (trx) => {
    await importFields(trx, resources.fields());
    const ids: string[] = [];
    for (const nameFi of NETWORKS)
      ids.push(
        (
          await saveNetwork(trx, {
            id: null,
            version: 0,
            values: { nameFi, nameSv: null, nameEn: null, lifeCourse: null, notes: '' },
          })
        ).id,
      );
    return ids;
  });
  return { database, networkIds };
}

async function fill(
  { database, networkIds }: Awaited<ReturnType<typeof register>>,
  made: readonly Made[],
): Promise<void> {
  await writing(database, async (trx) => {
    const field = await trx.selectFrom('field').select('id').limit(1).executeTakeFirstOrThrow();
    const ids: string[] = [];
    for (const [at, one] of made.entries()) {
      const { id } = await createOrganisation(
        trx,
        v.parse(organisationInputSchema, {
          ...one,
          nameFi: `${one.name} ${at} ry`,
          registerNumber: one.hasNumber ? String(1_000 + at) : null,
          fieldId: one.field ? field.id : null,
          state: 'active',
        }),
      );
      ids.push(id);
      const { lifeCourses, areaKind, areaCodes, endedOn, formerNames, tags } = one;
      const card: CardValues = {
        lifeCourses,
        areaKind: areaKind === 'municipalities' && areaCodes.length === 0 ? null : areaKind,
        areaCodes,
        endedOn,
        formerNames,
        tags,
        // An earlier one, so that none is in a circle.
        mergedIntoId: one.mergedInto === null ? null : (ids[one.mergedInto % (at + 1)] ?? null),
      };
      await saveOrganisationCard(trx, {
        id,
        version: 1,
        values: { ...card, mergedIntoId: card.mergedIntoId === id ? null : card.mergedIntoId },
      });
      await trx.updateTable('organisation').set({ state: one.state }).where('id', '=', id).execute();
      for (const { network, startsOn, isOpen } of one.networks)
        await trx
          .insertInto('network_member')
          .values({
            id: newId(),
            network_id: networkIds[network]!,
            organisation_id: id,
            starts_on: startsOn,
            ends_on: isOpen ? null : '2026-12-31',
          })
          .execute();
    }
  });
}

function clear({ raw }: OpenDatabase): void {
  raw.exec(`update organisation set merged_into_id = null; delete from network_member;
    delete from organisation; delete from search_entry where entity = 'organisation'`);
}

/** What a register says, without counters, and without the ids that only it knows. */
function contents({ raw }: OpenDatabase): unknown {
  const rows = (query: string): string[] =>
    (raw.prepare(query).all() as unknown[]).map((row) => JSON.stringify(row)).sort();
  return {
    organisations: rows(
      `select o.*, f.key as field, 0 as version, null as field_id, (select json_group_array(value) from
         (select value from json_each(o.life_courses) order by value)) as life_courses
       from organisation as o left join field as f on f.id = o.field_id`,
    ),
    tags: rows('select * from organisation_tag'),
    names: rows('select organisation_id, name, starts_on, ends_on from organisation_name'),
    networks: rows(
      `select name_fi, organisation_id, starts_on, ends_on from network_member
       join network on network.id = network_id`,
    ),
    // In whatever order former names and tags stand.
    search: rows(
      `select entity_id, title, (select json_group_array(value) from (select value from
         json_each('["' || replace(replace(replace(body, '\\', '\\\\'), '"', '\\"'), char(10), '","') || '"]') order by value)) as body
       from search_entry where entity = 'organisation'`,
    ),
  };
}

const free = async () => {};

async function importInto(database: OpenDatabase, file: string) {
  const { rows } = await readTable(file, {});
  const plan = await planImport(
    database.kysely,
    {
      rows,
      firstRow: 1,
      mapping: guessMapping(rows[0] ?? [], headingNames(words)),
      lists: await listsForTables(database.kysely, words, resources.prhClasses()),
      lenient: false,
    },
    free,
  );
  const run = () =>
    writing(database, (trx) =>
      applyImport(trx, plan, new Map(), { title: 'x', by: 'tester', at: AT, between: free }),
    );
  return { plan, run };
}

async function exported(
  database: OpenDatabase,
  format: 'csv' | 'xlsx' | 'json',
  language: Language,
): Promise<string> {
  const ids = database.raw.prepare('select id from organisation order by id desc').pluck().all() as string[];
  const rows = await exportRows(database.kysely, ids, await printLists(database.kysely));
  const bytes = await writeTable(rows, {
    format,
    csv: { delimiter: ';', bom: true, safe: true },
    language,
    words,
    today: AT.slice(0, 10),
  });
  const file = path.join(temporaryFolder(), `vienti.${EXPORT_EXTENSIONS[format]}`);
  fs.writeFileSync(file, bytes);
  return file;
}

test('export → import gives an equal register, whatever is in it', async () => {
  const source = await register();
  // Empty again after each undo.
  const target = await register();
  const empty = contents(source.database);
  await fc.assert(
    fc.asyncProperty(
      fc.array(organisation, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('csv' as const, 'xlsx' as const, 'json' as const),
      fc.constantFrom(...LANGUAGES),
      async (made, format, language) => {
        for (const { database } of [source, target]) clear(database);
        await fill(source, made);
        const before = contents(source.database);
        const file = await exported(source.database, format, language);
        // Into itself: nothing changes.
        const again = await importInto(source.database, file);
        expect(resolvePlan(again.plan, new Map()).counts).toMatchObject({
          unchanged: made.length,
          refused: 0,
          review: 0,
        });
        const { run } = await importInto(target.database, file);
        const { counts, batchId } = await run();
        expect(counts).toMatchObject({ new: made.length, refused: 0, review: 0 });
        expect(contents(target.database)).toEqual(before);
        await writing(target.database, (trx) => undoBatch(trx, { id: batchId ?? '', by: 'tester', at: AT }));
        expect(contents(target.database)).toEqual(empty);
      },
    ),
    { numRuns: 12 },
  );
});

test('an import adds to lists and never takes from them', async () => {
  const { database, networkIds } = await register();
  const table = (rows: string[][]): string => {
    const file = path.join(temporaryFolder(), 'lista.csv');
    fs.writeFileSync(
      file,
      [['Nimi', 'Rekisterinumero', 'Avainsanat', 'Verkostot', 'Aiemmat nimet', 'Toiminta-alue'], ...rows]
        .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
        .join('\r\n'),
    );
    return file;
  };
  await (
    await importInto(
      database,
      table([
        [
          'Martat ry',
          '990001',
          'kylä, käsityöt',
          'Nuorten verkosto',
          'Vanhat Martat (–31.12.2010)',
          'koko maa',
        ],
      ]),
    )
  ).run();
  const { plan, run } = await importInto(
    database,
    table([
      ['Martat ry', '990001', 'Kylä; ruoka', 'Nuorten verkosto', 'vanhat martat; Emännät', 'Joensuu, 422'],
      ['Väärä ry', '990002', '', 'Ei ole tällaista', '', ''],
    ]),
  );
  expect(plan.rows.map(({ outcome, problems }) => [outcome, ...problems.map(({ code }) => code)])).toEqual([
    ['update'],
    ['refused', 'network_unknown'],
  ]);
  await run();
  const column = (query: string) => database.raw.prepare(query).pluck().all();
  expect(column('select tag from organisation_tag order by tag')).toEqual(['kylä', 'käsityöt', 'ruoka']);
  expect(column('select name from organisation_name order by name')).toEqual(['Emännät', 'Vanhat Martat']);
  expect(column('select area_codes from organisation')).toEqual(['["167","422"]']);
  expect(
    database.raw.prepare('select network_id, starts_on, ends_on from network_member').raw().all(),
  ).toEqual([[networkIds[0], '2026-05-19', null]]);
});

test('into what an organisation merged is found in the register or later in the table, or the row is refused', async () => {
  const { database } = await register();
  const file = path.join(temporaryFolder(), 'lista.csv');
  fs.writeFileSync(
    file,
    [
      'Nimi;Rekisterinumero;Yhdistynyt järjestöön',
      'Vanha ry;990001;Uusi ry (990.002)',
      'Toinen vanha ry;990003;Uusi ry',
      'Uusi ry;990002;',
      'Eksynyt ry;990004;Ei missään ry',
    ].join('\n'),
  );
  const { plan, run } = await importInto(database, file);
  expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'new', 'refused']);
  await run();
  expect(
    database.raw
      .prepare(
        `select o.name_fi, o.state, target.name_fi as target from organisation as o
         left join organisation as target on target.id = o.merged_into_id order by o.name_fi`,
      )
      .raw()
      .all(),
  ).toEqual([
    ['Toinen vanha ry', 'dissolved', 'Uusi ry'],
    ['Uusi ry', 'active', null],
    ['Vanha ry', 'dissolved', 'Uusi ry'],
  ]);
  fs.writeFileSync(
    file,
    'Nimi;Rekisterinumero;Yhdistynyt järjestöön\nA ry;990011;990012\nB ry;990012;990011\n',
  );
  const circle = await importInto(database, file);
  await expect(circle.run()).rejects.toMatchObject({ code: 'IMPORT_CIRCLE' });
});

test('cells of the card are read as people write them', () => {
  expect(splitEntries('kylä, käsityöt', { commas: true })).toEqual(['kylä', 'käsityöt']);
  expect(splitEntries('"a; b"; c')).toEqual(['"a; b"', 'c']);
  const read = (cell: string) => readPeriod(cell, readDate);
  expect(read('Viesti (1.1.1999 - 31.12.2012)')).toEqual({
    name: 'Viesti',
    startsOn: '1999-01-01',
    endsOn: '2012-12-31',
  });
  expect(read('Viesti (1999-01-01–)')).toEqual({ name: 'Viesti', startsOn: '1999-01-01', endsOn: null });
  expect(read('Seura (vanha)')).toEqual({ name: 'Seura (vanha)', startsOn: null, endsOn: null });
  expect(read('Viesti (31.12.2012–1.1.1999)')).toBe('ends_before_start');
  expect(read('Viesti (31.2.2012–)')).toBe('invalid_date');
  expect(readReference('Martat ry (0215839-7)')).toEqual({
    id: null,
    businessId: '0215839-7',
    registerNumber: null,
    name: 'Martat ry',
  });
});
