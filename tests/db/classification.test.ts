import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import {
  importClassification,
  importFields,
  latestClassificationYear,
} from '../../db/features/classification.ts';
import {
  fieldsSchema,
  parseClassification,
  prhClassesSchema,
  PSEUDO_COUNTIES,
  type Classification,
} from '../../db/model/classification.ts';
import { resource } from '../unit/resources.ts';
import { testDatabase, type TestDatabase } from './board-database.ts';

const classification = (): Classification => parseClassification(resource('classifications/2026.json'));

describe('the resource', () => {
  test('has 308 municipalities, 19 regions and 21 wellbeing services counties', () => {
    const { municipalities, regions, wellbeingCounties, year } = classification();
    expect(year).toBe(2026);
    expect(municipalities).toHaveLength(308);
    expect(regions).toHaveLength(19);
    expect(wellbeingCounties.filter((county) => !PSEUDO_COUNTIES.includes(county.code))).toHaveLength(21);
  });

  test('credits Tilastokeskus', () => {
    expect(classification().source).toMatchObject({ publisher: 'Tilastokeskus', license: 'CC BY 4.0' });
    expect(classification().source.attribution).toContain('Tilastokeskus');
  });

  test('every region and county has a municipality', () => {
    const { municipalities, regions, wellbeingCounties } = classification();
    for (const { code } of regions)
      expect(
        municipalities.some((one) => one.regionCode === code),
        code,
      ).toBe(true);
    for (const { code } of wellbeingCounties)
      expect(
        municipalities.some((one) => one.wellbeingCountyCode === code),
        code,
      ).toBe(true);
  });

  test('has the 13 municipalities of Pohjois-Karjala', () => {
    const rows = classification().municipalities.filter((one) => one.regionCode === '12');
    expect(rows.map((one) => `${one.code} ${one.nameFi}/${one.nameSv} ${one.wellbeingCountyCode}`)).toEqual([
      '090 Heinävesi/Heinävesi 14',
      '146 Ilomantsi/Ilomants 14',
      '167 Joensuu/Joensuu 14',
      '176 Juuka/Juga 14',
      '260 Kitee/Kides 14',
      '276 Kontiolahti/Kontiolax 14',
      '309 Outokumpu/Outokumpu 14',
      '422 Lieksa/Lieksa 14',
      '426 Liperi/Libelits 14',
      '541 Nurmes/Nurmes 14',
      '607 Polvijärvi/Polvijärvi 14',
      '707 Rääkkylä/Rääkkylä 14',
      '848 Tohmajärvi/Tohmajärvi 14',
    ]);
  });

  test('PRH classes 1–10 in three languages, 9 and 10 apart', () => {
    const classes = v.parse(prhClassesSchema, resource('classifications/prh-classes.json'));
    expect(classes.map((one) => one.class)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(classes.slice(8).map((one) => one.fi)).toEqual(['Muut yhdistykset', 'Luokittelemattomat']);
  });
});

describe('import', () => {
  let database: TestDatabase;
  beforeEach(async () => void (database = await testDatabase({ classified: false })));
  afterEach(() => database.remove());

  test('keeps leading zeros and the majority language', async () => {
    expect(await latestClassificationYear(database.kysely)).toBeNull();
    const counts = await database.change((trx) => importClassification(trx, classification()));
    expect(counts).toEqual({ year: 2026, regions: 19, wellbeingCounties: 23, municipalities: 308 });
    expect(await latestClassificationYear(database.kysely)).toBe(2026);
    const row = (code: string): unknown =>
      database.raw
        .prepare(
          'select code, name_fi, region_code, wellbeing_county_code, language_ratio from municipality where code = ?',
        )
        .get(code);
    expect(row('005')).toEqual({
      code: '005',
      name_fi: 'Alajärvi',
      region_code: '14',
      wellbeing_county_code: '16',
      language_ratio: 'fi',
    });
    expect(row('091')).toMatchObject({
      name_fi: 'Helsinki',
      region_code: '01',
      wellbeing_county_code: '90',
      language_ratio: 'fi_sv',
    });
    expect(row('478')).toMatchObject({
      region_code: '21',
      wellbeing_county_code: '91',
      language_ratio: 'sv',
    });
    expect(
      database.raw.prepare("select count(*) from municipality where typeof(code) <> 'text'").pluck().get(),
    ).toBe(0);
  });

  test('a second import of a year corrects names and doubles nothing', async () => {
    await database.change((trx) => importClassification(trx, classification()));
    const changed = classification();
    changed.municipalities[0]!.nameFi = 'Uusi nimi';
    changed.municipalities.pop();
    await database.change((trx) => importClassification(trx, changed));
    expect(database.count('municipality')).toBe(308);
    expect(database.raw.prepare("select name_fi from municipality where code = '005'").pluck().get()).toBe(
      'Uusi nimi',
    );
  });

  test('a newer year stands beside the older', async () => {
    await database.change((trx) => importClassification(trx, classification()));
    await database.change((trx) => importClassification(trx, { ...classification(), year: 2027 }));
    expect(database.count('municipality')).toBe(616);
    expect(await latestClassificationYear(database.kysely)).toBe(2027);
  });

  test.each([
    ['municipalities.0.code', (c: Classification) => (c.municipalities[0]!.code = '5'), 'code_form'],
    ['municipalities.1.code', (c: Classification) => (c.municipalities[1]!.code = '005'), 'duplicate_code'],
    [
      'municipalities.2.regionCode',
      (c: Classification) => (c.municipalities[2]!.regionCode = '99'),
      'unknown_region',
    ],
    [
      'municipalities.3.wellbeingCountyCode',
      (c: Classification) => (c.municipalities[3]!.wellbeingCountyCode = '77'),
      'unknown_county',
    ],
    ['regions.0.nameSv', (c: Classification) => (c.regions[0]!.nameSv = ' '), 'required'],
  ])('refuses %s', async (path, spoil, reason) => {
    const spoilt = structuredClone(classification());
    spoil(spoilt);
    await expect(database.change((trx) => importClassification(trx, spoilt))).rejects.toMatchObject({
      code: 'CLASSIFICATION_INVALID',
      details: { path, reason },
    });
    expect(database.count('municipality')).toBe(0);
  });

  test('a code that became a number on the way is refused', () => {
    const json = resource('classifications/2026.json') as { municipalities: { code: unknown }[] };
    json.municipalities[0]!.code = 5;
    expect(() => parseClassification(json)).toThrow(
      expect.objectContaining({ details: { path: 'municipalities.0.code', reason: 'code_form' } }),
    );
  });

  test('fields come once, and a renamed one keeps its name', async () => {
    const fields = v.parse(fieldsSchema, resource('classifications/fields.json'));
    expect(await database.change((trx) => importFields(trx, fields))).toBe(fields.length);
    database.raw.prepare("update field set name_fi = 'Kylät' where key = 'kylat'").run();
    expect(await database.change((trx) => importFields(trx, fields))).toBe(0);
    expect(database.raw.prepare("select name_fi from field where key = 'kylat'").pluck().get()).toBe('Kylät');
  });
});
