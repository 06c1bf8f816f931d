/** Saved views, cells edited in place and attachments of organisations, on a real file. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as v from 'valibot';
import { write } from '../../db/core/open.ts';
import { dropUnused, storeContent } from '../../db/features/files.ts';
import { ORGANISATION_FILES } from '../../db/features/organisation-attachments.ts';
import { changeCell } from '../../db/features/organisation-edit.ts';
import { listOrganisations } from '../../db/features/organisation-list.ts';
import { mergeOrganisations } from '../../db/features/organisation-merge.ts';
import {
  listViews,
  removeView,
  restoreView,
  saveView,
  setDefaultView,
} from '../../db/features/organisation-views.ts';
import {
  addOwnedFile,
  ownedFiles,
  removeOwnedFile,
  restoreOwnedFile,
} from '../../db/features/owned-files.ts';
import { createOrganisation, getOrganisation } from '../../db/features/organisations.ts';
import { organisationViewSchema } from '../../db/model/organisation-view.ts';
import { organisationInputSchema, type OrganisationInput } from '../../db/model/organisation.ts';
import { testDatabase, type TestDatabase } from './board-database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.remove());

const TODAY = '2026-05-19';
const create = (input: Partial<OrganisationInput> & { nameFi: string }) =>
  database.change((trx) => createOrganisation(trx, v.parse(organisationInputSchema, input)));
const names = async (): Promise<string[]> => (await listViews(database.kysely)).map(({ name }) => name);

it('views are kept by name, one of them as the default, and come back after a removal', async () => {
  const view = v.parse(organisationViewSchema, {
    text: 'martat',
    filter: { match: 'any', parts: [{ field: 'email', operator: 'empty', values: [] }] },
    sort: { by: 'municipality', descending: true },
    columns: { order: ['name', 'email'], shown: { web: true }, widths: { name: 300 } },
  });
  const save = (name: string, id: string | null = null, version = 1) =>
    database.change((trx) => saveView(trx, { id, version, name, view }));
  const first = await save('Ilman sähköpostia');
  const second = await save('Äänekoski');
  await save('Verkosto');
  expect(await names()).toEqual(['Ilman sähköpostia', 'Verkosto', 'Äänekoski']);
  expect((await listViews(database.kysely))[0]).toMatchObject({ view, isDefault: false, version: 1 });

  await expect(save('Verkosto')).rejects.toMatchObject({
    code: 'VIEW_NAME_TAKEN',
    details: { name: 'Verkosto' },
  });
  await expect(save('Verkosto', first.id)).rejects.toMatchObject({ code: 'VIEW_NAME_TAKEN' });
  expect(await save('Posti puuttuu', first.id)).toEqual({ id: first.id, version: 2 });
  await expect(save('Toinen ikkuna', first.id, 1)).rejects.toMatchObject({ code: 'CONFLICT' });

  for (const id of [first.id, second.id]) await database.change((trx) => setDefaultView(trx, id));
  const defaults = async (): Promise<string[]> =>
    (await listViews(database.kysely)).filter(({ isDefault }) => isDefault).map(({ name }) => name);
  expect(await defaults()).toEqual(['Äänekoski']);

  const removal = await write(database, 'tester', 'organisationViews.remove', (trx) =>
    removeView(trx, second.id),
  );
  expect(await names()).toEqual(['Posti puuttuu', 'Verkosto']);
  await database.change((trx) => setDefaultView(trx, first.id));
  await database.change((trx) => restoreView(trx, removal, 'organisationViews.remove'));
  expect(await defaults()).toEqual(['Äänekoski']);
  await expect(database.change((trx) => restoreView(trx, removal, 'something.else'))).rejects.toMatchObject({
    code: 'REMOVAL_UNKNOWN',
  });
});

it('a cell obeys the rules of the form, tells of a conflict and gives its former value for undo', async () => {
  const { id } = await create({ nameFi: 'Martat ry', email: 'martat@example.org', notes: 'säilyy' });
  await create({ nameFi: 'Toinen ry', businessId: '0215839-7' });
  const change = (
    key: 'email' | 'businessId' | 'state' | 'nameFi' | 'web',
    value: string | null,
    version = 1,
  ) => database.change((trx) => changeCell(trx, { id, version, key, value }));

  await expect(change('email', 'ei osoite')).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    fields: { email: 'email_form' },
  });
  await expect(change('businessId', '0215839-7')).rejects.toMatchObject({
    code: 'DUPLICATE',
    fields: { businessId: 'business_id_taken' },
  });
  await expect(change('nameFi', ' ')).rejects.toMatchObject({ fields: { nameFi: 'required' } });
  await expect(change('state', 'unheard of')).rejects.toMatchObject({ code: 'INVALID_INPUT' });

  const changed = await change('email', ' uusi@example.org ');
  expect(changed).toEqual({ version: 2, before: 'martat@example.org' });
  expect(await getOrganisation(database.kysely, id)).toMatchObject({
    email: 'uusi@example.org',
    notes: 'säilyy',
  });
  // The other window still has the row as it was.
  await expect(change('web', 'martat.example.org', 1)).rejects.toMatchObject({ code: 'CONFLICT' });
  await change('email', changed.before as string, changed.version);
  expect(await getOrganisation(database.kysely, id)).toMatchObject({
    email: 'martat@example.org',
    web: null,
  });
  const { rows } = await listOrganisations(database.kysely, { today: TODAY });
  expect(rows[0]).toMatchObject({ name: { fi: 'Martat ry' }, version: 3 });
});

it('files of an organisation are kept once, go with undo and move when it is merged', async () => {
  const [one, other] = [await create({ nameFi: 'Yksi ry' }), await create({ nameFi: 'Toinen ry' })];
  const store = (words: string) =>
    database.change((trx) => storeContent(trx, Buffer.from(words), '2026-05-19T10:00:00Z'));
  const { sha256 } = await store('Säännöt');
  const add = (organisationId: string, title: string, hash = sha256) =>
    database.change((trx) =>
      addOwnedFile(
        trx,
        ORGANISATION_FILES,
        organisationId,
        { title, file: { sha256: hash, name: '../saannot.txt' } },
        TODAY,
      ),
    );
  const { id } = await add(one.id, 'Säännöt');
  await expect(add(one.id, 'Uudestaan')).rejects.toMatchObject({
    code: 'FILE_ATTACHED',
    details: { title: 'Säännöt' },
  });
  await expect(add(one.id, 'Puuttuva', 'a'.repeat(64))).rejects.toMatchObject({ code: 'FILE_MISSING' });
  expect(await ownedFiles(database.kysely, ORGANISATION_FILES, one.id)).toEqual([
    {
      id,
      title: 'Säännöt',
      fileName: '-saannot.txt',
      sha256,
      mediaType: 'text/plain',
      byteSize: 10,
      addedOn: TODAY,
    },
  ]);

  const removal = await write(database, 'tester', 'organisationFiles.remove', (trx) =>
    removeOwnedFile(trx, ORGANISATION_FILES, id),
  );
  // Its removal may still be undone, so the content stays.
  await database.change((trx) => dropUnused(trx, sha256));
  await database.change((trx) =>
    restoreOwnedFile(trx, ORGANISATION_FILES, removal, 'organisationFiles.remove'),
  );
  expect(await ownedFiles(database.kysely, ORGANISATION_FILES, one.id)).toHaveLength(1);

  await add(other.id, 'Samat säännöt');
  await add(other.id, 'Sopimus', (await store('Sopimus')).sha256);
  await database.change((trx) =>
    mergeOrganisations(
      trx,
      {
        keepId: one.id,
        keepVersion: 1,
        otherId: other.id,
        otherVersion: 1,
        mergedOn: null,
        values: v.parse(organisationInputSchema, { nameFi: 'Yksi ry' }),
      },
      { by: 'tester', at: '2026-05-19T10:00:00Z' },
    ),
  );
  const titles = (await ownedFiles(database.kysely, ORGANISATION_FILES, one.id)).map(({ title }) => title);
  expect(titles.sort()).toEqual(['Sopimus', 'Säännöt']);
});
