/** Persons and their positions on a real file. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as v from 'valibot';
import { createOrganisation } from '../../db/features/organisations.ts';
import {
  addPosition,
  createPerson,
  getPerson,
  listPersons,
  updatePerson,
  updatePosition,
} from '../../db/features/persons.ts';
import { newId } from '../../db/model/identity.ts';
import { organisationInputSchema } from '../../db/model/organisation.ts';
import { personInputSchema } from '../../db/model/person.ts';
import { testDatabase, type TestDatabase } from './board-database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.remove());

const values = (name: string, shortName: string | null = null) =>
  v.parse(personInputSchema, { name, shortName, email: null, phone: null });
const create = (name: string, shortName: string | null = null) =>
  database.change((trx) => createPerson(trx, values(name, shortName)));

it('are listed by name and found by any form of it, and by their short name', async () => {
  await create('Äijälä Öivi');
  await create('Aalto Aino', 'J04');
  await create('Virtanen Ville');
  const found = async (text: string): Promise<string[]> =>
    (await listPersons(database.kysely, { text })).rows.map((row) => row.name);
  expect(await found('')).toEqual(['Aalto Aino', 'Virtanen Ville', 'Äijälä Öivi']);
  expect(await found('aallon')).toEqual(['Aalto Aino']);
  expect(await found('virt')).toEqual(['Virtanen Ville']);
  expect(await found('J04')).toEqual(['Aalto Aino']);
  expect((await listPersons(database.kysely, { limit: 1, offset: 1 })).total).toBe(3);
});

it('may have namesakes, and are changed by one at a time', async () => {
  const first = await create('Matti Meikäläinen');
  const second = await create('Matti Meikäläinen');
  expect(first.id).not.toBe(second.id);
  const change = (name: string) =>
    database.change((trx) => updatePerson(trx, { id: first.id, version: 1, values: values(name) }));
  await change('Matti M. Meikäläinen');
  await expect(change('Toinen')).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await getPerson(database.kysely, first.id)).toMatchObject({
    name: 'Matti M. Meikäläinen',
    version: 2,
  });
  expect((await listPersons(database.kysely, { text: 'Toinen' })).total).toBe(0);
});

it('have positions that end', async () => {
  const { id: personId } = await create('Aino Aalto');
  const { id: organisationId } = await database.change((trx) =>
    createOrganisation(trx, v.parse(organisationInputSchema, { nameFi: 'Kuoro ry' })),
  );
  const position = {
    personId,
    organisationId,
    role: 'chair' as const,
    title: null,
    startsOn: '2026-01-01',
    endsOn: null,
  };
  const { id } = await database.change((trx) => addPosition(trx, position));
  expect((await getPerson(database.kysely, personId)).positions).toMatchObject([
    { organisation: { fi: 'Kuoro ry' }, endsOn: null },
  ]);
  await database.change((trx) => updatePosition(trx, { id, values: { ...position, endsOn: '2026-06-30' } }));
  expect((await getPerson(database.kysely, personId)).positions).toMatchObject([{ endsOn: '2026-06-30' }]);
  await expect(
    database.change((trx) => addPosition(trx, { ...position, personId: newId() })),
  ).rejects.toMatchObject({ fields: { personId: 'person_unknown' } });
  await expect(
    database.change((trx) => addPosition(trx, { ...position, organisationId: newId() })),
  ).rejects.toMatchObject({ fields: { organisationId: 'organisation_unknown' } });
});

it('never have their notes in the search', async () => {
  await database.change((trx) => createPerson(trx, { ...values('Aino Aalto'), notes: 'salainen huomautus' }));
  expect((await listPersons(database.kysely, { text: 'salainen' })).total).toBe(0);
});
