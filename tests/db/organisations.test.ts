/** The register of organisations on a real file. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { reindexRegister } from '../../db/features/board-search.ts';
import { listOrganisations } from '../../db/features/organisation-list.ts';
import { createOrganisation, getOrganisation, updateOrganisation } from '../../db/features/organisations.ts';
import { addPosition, createPerson, listPersons } from '../../db/features/persons.ts';
import type { FilterField, OrganisationFilter } from '../../db/model/organisation-filter.ts';
import {
  organisationInputSchema,
  type OrganisationInput,
  type OrganisationValues,
} from '../../db/model/organisation.ts';
import { sortKey } from '../../db/model/sort-key.ts';
import { fillRegister } from '../fixtures/register.ts';
import { testDatabase, type TestDatabase } from './board-database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.remove());

type Given = Partial<OrganisationInput> & { nameFi: string };
const values = (input: Given): OrganisationValues => v.parse(organisationInputSchema, input);
const create = (input: Given) => database.change((trx) => createOrganisation(trx, values(input)));
type Query = Omit<Parameters<typeof listOrganisations>[1], 'today'>;
const list = (query: Query) => listOrganisations(database.kysely, { ...query, today: '2026-05-19' });
const is = (field: FilterField, value: string): OrganisationFilter => ({
  match: 'all',
  parts: [{ field, operator: 'is', values: [value] }],
});
const names = async (query: Query): Promise<string[]> => (await list(query)).rows.map((row) => row.name.fi);

describe('one organisation', () => {
  it('comes back as it was written, with names of what it refers to', async () => {
    const { id } = await create({
      nameFi: '  Nurmeksen Hiihtäjät ry ',
      businessId: '215839–7',
      registerNumber: '990.018',
      municipalityCode: '541',
      email: 'hiihto@example.org',
      web: 'hiihto.example.org',
      languages: ['fi', 'fi-selko'],
    });
    const view = await getOrganisation(database.kysely, id);
    expect(view).toMatchObject({
      nameFi: 'Nurmeksen Hiihtäjät ry',
      businessId: '0215839-7',
      registerNumber: '990018',
      municipality: { fi: 'Nurmes' },
      region: { fi: 'Pohjois-Karjala' },
      web: 'https://hiihto.example.org',
      languages: ['fi', 'fi-selko'],
      version: 1,
      positions: [],
      seats: [],
    });
  });

  it('refuses an identifier that belongs to another, and names that one', async () => {
    const first = await create({
      nameFi: 'Ensimmäinen ry',
      businessId: '0215839-7',
      registerNumber: '123456',
    });
    await expect(create({ nameFi: 'Toinen ry', businessId: '0215839-7' })).rejects.toMatchObject({
      code: 'DUPLICATE',
      details: { organisationId: first.id, name: 'Ensimmäinen ry', value: '0215839-7' },
      fields: { businessId: 'business_id_taken' },
    });
    await expect(create({ nameFi: 'Toinen ry', registerNumber: '123.456' })).rejects.toMatchObject({
      fields: { registerNumber: 'register_number_taken' },
    });
    // A blank key never equals a blank key.
    await create({ nameFi: 'Toinen ry', businessId: ' ', registerNumber: '' });
    await create({ nameFi: 'Kolmas ry' });
    // Its own identifier is no obstacle.
    await database.change((trx) =>
      updateOrganisation(trx, {
        id: first.id,
        version: 1,
        values: values({ nameFi: 'Ensimmäinen ry', businessId: '0215839-7' }),
      }),
    );
  });

  it('refuses a municipality that is not there, and keeps one of an older year', async () => {
    await expect(create({ nameFi: 'X ry', municipalityCode: '999' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { municipalityCode: 'municipality_unknown' },
    });
    const { id } = await create({ nameFi: 'X ry', municipalityCode: '167' });
    database.raw.exec(`
      insert into region select 2025, code, name_fi, name_sv from region where year = 2026;
      insert into wellbeing_county select 2025, code, name_fi, name_sv from wellbeing_county where year = 2026;
      insert into municipality values (2025, '911', 'Valtimo', 'Valtimo', '12', '14', 'fi');
      update organisation set municipality_year = 2025, municipality_code = '911' where id = '${id}'`);
    await database.change((trx) =>
      updateOrganisation(trx, {
        id,
        version: 1,
        values: values({ nameFi: 'Y ry', municipalityCode: '911' }),
      }),
    );
    expect((await getOrganisation(database.kysely, id)).municipality).toEqual({
      fi: 'Valtimo',
      sv: 'Valtimo',
    });
  });

  it('is not overwritten by somebody who read it before it was changed', async () => {
    const { id } = await create({ nameFi: 'X ry' });
    const change = (nameFi: string) =>
      database.change((trx) => updateOrganisation(trx, { id, version: 1, values: values({ nameFi }) }));
    expect(await change('Y ry')).toEqual({ version: 2 });
    await expect(change('Z ry')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await getOrganisation(database.kysely, id)).nameFi).toBe('Y ry');
    await expect(
      getOrganisation(database.kysely, '018f0000-0000-7000-8000-000000000000'),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the list', () => {
  it('is in the order of the Finnish alphabet', async () => {
    const sorted = [
      '4H-yhdistys',
      '12. lippukunta',
      'Aatu ry',
      '”Beeta” ry',
      'Über ry',
      'Vanhat ry',
      'Wanhat ry',
      'Zonta ry',
      'Åbo rf',
      'Äidit ry',
      'Öljy ry',
    ];
    for (const nameFi of sorted.toReversed()) await create({ nameFi });
    expect(await names({})).toEqual(sorted);
    expect(await names({ sort: { by: 'name', descending: true } })).toEqual(sorted.toReversed());
    expect(sortKey('Äänekoski') > sortKey('Åbo')).toBe(true);
  });

  it('finds by inflected words, identifiers and municipality while one types', async () => {
    await create({ nameFi: 'Kylien nuorisoseura ry', municipalityCode: '541', registerNumber: '990001' });
    await create({ nameFi: 'Sydänyhdistys ry', municipalityCode: '167', businessId: '0215839-7' });
    expect(await names({ text: 'nuorisoseuran' })).toEqual(['Kylien nuorisoseura ry']);
    expect(await names({ text: 'nuor' })).toEqual(['Kylien nuorisoseura ry']);
    expect(await names({ text: 'k' })).toEqual(['Kylien nuorisoseura ry']);
    expect(await names({ text: '990.001' })).toEqual(['Kylien nuorisoseura ry']);
    expect(await names({ text: '990001' })).toEqual(['Kylien nuorisoseura ry']);
    expect(await names({ text: '0215839-7' })).toEqual(['Sydänyhdistys ry']);
    expect(await names({ text: 'Joensuu' })).toEqual(['Sydänyhdistys ry']);
    expect(await names({ text: 'joensuussa sydän' })).toEqual(['Sydänyhdistys ry']);
    expect(await names({ text: '"*) (' })).toHaveLength(2);
    expect(await names({ text: 'sydän" OR "nuor' })).toEqual([]);
    expect(await names({ text: 'ei tällaista' })).toEqual([]);
  });

  it('follows every write, also when the same text is searched again', async () => {
    const { id } = await create({ nameFi: 'Vanha nimi ry' });
    expect(await names({ text: 'vanha' })).toEqual(['Vanha nimi ry']);
    await database.change((trx) =>
      updateOrganisation(trx, { id, version: 1, values: values({ nameFi: 'Uusi nimi ry' }) }),
    );
    expect(await names({ text: 'vanha' })).toEqual([]);
    expect(await names({ text: 'uusi' })).toEqual(['Uusi nimi ry']);
    await create({ nameFi: 'Toinen uusi ry' });
    expect(await names({ text: 'uusi' })).toEqual(['Toinen uusi ry', 'Uusi nimi ry']);
    await database
      .change((trx) =>
        createOrganisation(trx, values({ nameFi: 'Peruttu uusi ry' })).then(() =>
          Promise.reject(new Error('rolled back')),
        ),
      )
      .catch(() => undefined);
    expect(await names({ text: 'uusi' })).toEqual(['Toinen uusi ry', 'Uusi nimi ry']);
  });

  it('filters, sorts with empty values last, and cuts pages that together are everything', async () => {
    await database.change((trx) => fillRegister(trx, 700));
    await create({ nameFi: 'Ilman kuntaa ry' });
    const inJoensuu = await list({ filter: is('municipality', '167') });
    expect(inJoensuu.total).toBe(3);
    expect(inJoensuu.rows.every((row) => row.municipality?.fi === 'Joensuu')).toBe(true);
    const dormant = await list({ filter: is('state', 'dormant') });
    expect(dormant.total).toBe(8);

    for (const by of ['name', 'municipality', 'field', 'registerNumber', 'checkedOn'] as const)
      for (const descending of [false, true]) {
        const seen: string[] = [];
        for (let offset = 0; offset < 701; offset += 200) {
          const page = await list({
            sort: { by, descending },
            offset,
            limit: 200,
          });
          expect(page.total).toBe(701);
          seen.push(...page.rows.map((row) => row.id));
        }
        expect(new Set(seen).size).toBe(701);
      }
    const ascending = await list({
      sort: { by: 'municipality', descending: false },
      limit: 500,
    });
    expect(ascending.rows[0]?.municipality?.fi).toBe('Akaa');
    const descending = await list({
      sort: { by: 'municipality', descending: true },
      offset: 600,
      limit: 200,
    });
    expect(descending.rows.at(-1)?.name.fi).toBe('Ilman kuntaa ry');
    expect((await list({ sort: { by: 'registerNumber', descending: true } })).rows[0]?.registerNumber).toBe(
      '100699',
    );
  });

  it('is whole again after the search entries were written anew', async () => {
    await database.change((trx) => fillRegister(trx, 50));
    const before = await names({ text: 'martat' });
    database.raw.exec(`update organisation set sort_key = ''`);
    await database.change((trx) => reindexRegister(trx));
    await database.change((trx) => reindexRegister(trx));
    expect(await names({ text: 'martat' })).toEqual(before);
    expect(database.count('search_entry')).toBe(50);
    expect(database.raw.prepare(`select count(*) from organisation where sort_key = ''`).pluck().get()).toBe(
      0,
    );
    expect(() =>
      database.raw.exec(`insert into search_index(search_index, rank) values ('integrity-check', 1)`),
    ).not.toThrow();
  });
});

it('a renamed organisation is found at the persons who have a position in it', async () => {
  const { id } = await create({ nameFi: 'Kuoro ry' });
  const person = await database.change((trx) =>
    createPerson(trx, {
      name: 'Aino Aalto',
      shortName: null,
      email: null,
      phone: null,
      language: 'fi',
      notes: '',
    }),
  );
  await database.change((trx) =>
    addPosition(trx, {
      personId: person.id,
      organisationId: id,
      role: 'chair',
      title: null,
      startsOn: null,
      endsOn: null,
    }),
  );
  expect((await listPersons(database.kysely, { text: 'kuoro' })).rows[0]).toMatchObject({
    name: 'Aino Aalto',
    organisation: 'Kuoro ry',
  });
  await database.change((trx) =>
    updateOrganisation(trx, { id, version: 1, values: values({ nameFi: 'Orkesteri ry' }) }),
  );
  expect((await listPersons(database.kysely, { text: 'kuoro' })).total).toBe(0);
  expect((await listPersons(database.kysely, { text: 'orkesterin' })).total).toBe(1);
  expect((await getOrganisation(database.kysely, id)).positions).toMatchObject([
    { personName: 'Aino Aalto' },
  ]);
});
