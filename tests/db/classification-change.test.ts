/** A new yearly classification: read from a table, previewed, taken into use, taken back. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as v from 'valibot';
import { undoBatch } from '../../db/features/change-batches.ts';
import { previewClassification, takeClassification } from '../../db/features/classification-change.ts';
import { organisationCard, saveOrganisationCard } from '../../db/features/organisation-card.ts';
import { listOrganisations } from '../../db/features/organisation-list.ts';
import { createOrganisation, getOrganisation } from '../../db/features/organisations.ts';
import { parseClassification, type Classification } from '../../db/model/classification.ts';
import { readMunicipalityTable } from '../../db/model/municipality-table.ts';
import { organisationInputSchema } from '../../db/model/organisation.ts';
import { resource } from '../unit/resources.ts';
import { testDatabase, type TestDatabase } from './board-database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.remove());

const now = parseClassification(resource('classifications/2026.json'));
const HEAD =
  'kunta,nimi_fi,nimi_sv,maakunta,maakunta_fi,maakunta_sv,hyvinvointialue,hyvinvointialue_fi,hyvinvointialue_sv,kielisuhde_fi';
const RATIOS = {
  fi: 'Yksikielinen suomenkielinen kunta',
  sv: 'Yksikielinen ruotsinkielinen kunta',
  fi_sv: 'Kaksikielinen kunta, jossa enemmistön kieli on suomi',
  sv_fi: 'Kaksikielinen kunta, jossa enemmistön kieli on ruotsi',
};

/** The table that Tilastokeskus' classifications give, joined by code. */
function table({ municipalities, regions, wellbeingCounties }: Classification): string[][] {
  const named = (areas: Classification['regions'], code: string): string[] => {
    const area = areas.find((one) => one.code === code)!;
    return [code, area.nameFi, area.nameSv];
  };
  return [
    HEAD.split(','),
    ...municipalities.map((one) => [
      // A spreadsheet takes the leading zeros away.
      String(Number(one.code)),
      one.nameFi,
      one.nameSv,
      ...named(regions, one.regionCode),
      ...named(wellbeingCounties, one.wellbeingCountyCode),
      RATIOS[one.languageRatio],
    ]),
  ];
}

/** Lieksa (422) is merged into Joensuu (167), a new municipality 999 is made, Rautavaara changes region. */
function nextYear(): Classification {
  const [first] = now.municipalities;
  return {
    ...now,
    year: 2027,
    municipalities: [
      ...now.municipalities
        .filter(({ code }) => code !== '422')
        .map((one) => (one.code === '687' ? { ...one, regionCode: '12' } : one)),
      { ...first!, code: '999', nameFi: 'Uusikunta', nameSv: 'Nykommun' },
    ],
  };
}

test('a table in the layout of Tilastokeskus gives the classification that the product ships', () => {
  const read = readMunicipalityTable(table(now), 2026);
  const byCode = <One extends { code: string }>(list: readonly One[]): One[] =>
    list.toSorted((a, b) => a.code.localeCompare(b.code));
  expect(read.municipalities).toEqual(now.municipalities);
  expect(byCode(read.regions)).toEqual(byCode(now.regions));
  expect(byCode(read.wellbeingCounties)).toEqual(byCode(now.wellbeingCounties));
});

test('what is no classification is refused with the place', () => {
  const rows = table(now);
  expect(() =>
    readMunicipalityTable(
      [
        ['nimi', 'puhelin'],
        ['a', 'b'],
      ],
      2027,
    ),
  ).toThrow('CLASSIFICATION_HEADINGS');
  expect(() => readMunicipalityTable(rows.slice(0, 20), 2027)).toThrow('CLASSIFICATION_SHORT');
  expect(() =>
    readMunicipalityTable(
      rows.map((row, at) => (at === 4 ? row.with(9, 'monikielinen') : row)),
      2027,
    ),
  ).toThrow(
    expect.objectContaining({ code: 'CLASSIFICATION_ROW', details: { line: 5, reason: 'monikielinen' } }),
  );
});

test('organisations move to the new year and to successors, old years stay, and undo restores all', async () => {
  const add = (nameFi: string, municipalityCode: string) =>
    database.change((trx) =>
      createOrganisation(trx, v.parse(organisationInputSchema, { nameFi, municipalityCode })),
    );
  const lieksa = await add('Pielisen seura ry', '422');
  const joensuu = await add('Pielisjoen seura ry', '167');
  await database.change((trx) =>
    saveOrganisationCard(trx, {
      id: joensuu.id,
      version: 1,
      values: {
        lifeCourses: [],
        areaKind: 'municipalities',
        areaCodes: ['167', '422'],
        endedOn: null,
        mergedIntoId: null,
        formerNames: [],
        tags: [],
      },
    }),
  );
  const classification = readMunicipalityTable(table(nextYear()), 2027);
  expect(await previewClassification(database.kysely, classification)).toMatchObject({
    before: 2026,
    municipalities: 308,
    organisations: 1,
    added: [{ code: '999', nameFi: 'Uusikunta' }],
    ended: [{ code: '422', nameFi: 'Lieksa', organisations: 1 }],
    renamed: [],
    regions: [{ code: '687', before: 'Pohjois-Savo', after: 'Pohjois-Karjala' }],
  });
  const snapshot = () =>
    ['organisation', 'municipality', 'region', 'wellbeing_county'].map((name) =>
      (database.raw.prepare(`select * from "${name}" order by 1, 2`).all() as Record<string, unknown>[]).map(
        ({ version: _version, ...row }) => row,
      ),
    );
  const before = snapshot();
  const take = (successors: Record<string, string>) =>
    database.change((trx) =>
      takeClassification(
        trx,
        { classification, successors },
        {
          title: 'Kuntaluokitus 2027',
          by: 'tester',
          at: '2027-01-02T08:00:00.000Z',
          between: async () => {},
        },
      ),
    );
  await expect(take({ '422': '998' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  expect(snapshot()).toEqual(before);
  const { counts, batchId } = await take({ '422': '167' });
  expect(counts).toMatchObject({ organisations: 2, moved: 1 });
  expect(await getOrganisation(database.kysely, lieksa.id)).toMatchObject({
    municipalityCode: '167',
    municipality: { fi: 'Joensuu' },
  });
  expect((await organisationCard(database.kysely, joensuu.id)).areaCodes).toEqual(['167']);
  expect((await listOrganisations(database.kysely, { text: 'joensuu', today: '2027-01-02' })).total).toBe(2);
  expect(
    database.raw.prepare(`select name_fi from municipality where year = 2026 and code = '422'`).pluck().get(),
  ).toBe('Lieksa');
  await expect(take({})).rejects.toMatchObject({
    code: 'CLASSIFICATION_OLD',
    details: { year: 2027, latest: 2027 },
  });
  const { kept } = await database.change((trx) =>
    undoBatch(trx, { id: batchId ?? '', by: 'tester', at: '2027-01-02T09:00:00.000Z' }),
  );
  expect(kept).toEqual([]);
  expect(snapshot()).toEqual(before);
  expect((await listOrganisations(database.kysely, { text: 'lieksa', today: '2027-01-02' })).total).toBe(1);
});

test('a year that something refers to stays when it is taken back, and is named', async () => {
  const classification = readMunicipalityTable(table(nextYear()), 2027);
  await database.change((trx) =>
    createOrganisation(trx, v.parse(organisationInputSchema, { nameFi: 'A ry', municipalityCode: '167' })),
  );
  const { batchId } = await database.change((trx) =>
    takeClassification(
      trx,
      { classification, successors: {} },
      { title: 'Kuntaluokitus 2027', by: 'tester', at: '2027-01-02T08:00:00.000Z', between: async () => {} },
    ),
  );
  await database.change((trx) =>
    createOrganisation(trx, v.parse(organisationInputSchema, { nameFi: 'B ry', municipalityCode: '999' })),
  );
  const { kept, restored } = await database.change((trx) =>
    undoBatch(trx, { id: batchId ?? '', by: 'tester', at: '2027-01-02T09:00:00.000Z' }),
  );
  expect(restored).toBe(1);
  expect(kept).toEqual([expect.objectContaining({ name: 'Kuntaluokitus 2027', reason: 'in_use' })]);
});
