/** Every table is audited by triggers; the log itself and frozen minutes cannot be changed. */
import { expect, test } from 'vitest';
import { write } from '../../db/core/open.ts';
import { newId } from '../../db/model/identity.ts';
import { emptyDatabase } from '../fixtures/databases.ts';

/** Facts of the authorities, the log's own helpers, and what is derived from texts that are logged elsewhere. */
const NOT_AUDITED =
  /^(region|wellbeing_county|municipality|audit|current_actor|search_.*|item_mention|sqlite_.*)$/;

test('every table has its three triggers', async () => {
  const { raw } = await emptyDatabase();
  const tables = raw.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all() as string[];
  const triggers = new Set(
    raw.prepare(`select name from sqlite_schema where type = 'trigger'`).pluck().all() as string[],
  );
  const audited = tables.filter((table) => !NOT_AUDITED.test(table));
  expect(audited.length).toBeGreaterThan(25);
  for (const table of audited)
    for (const action of ['insert', 'update', 'delete'])
      expect(triggers).toContain(`audit_${table}_${action}`);
});

test('who, what, before and after', async () => {
  const database = await emptyDatabase();
  const id = newId();
  const last = async () =>
    await database.kysely
      .selectFrom('audit')
      .selectAll()
      .where('entity_id', '=', id)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
  await write(database, 'Saara Sihteeri', 'fields.create', async (trx) => {
    await trx
      .insertInto('field')
      .values({ id, key: 'kylat', name_fi: 'Kylät', name_sv: null, name_en: null, position: 1 })
      .execute();
  });
  expect(await last()).toMatchObject({
    actor: 'Saara Sihteeri',
    procedure: 'fields.create',
    entity: 'field',
    action: 'insert',
    before: null,
  });
  await write(database, 'Väinö Varalla', 'fields.rename', async (trx) => {
    await trx.updateTable('field').set({ name_fi: 'Kylät ja kaupunginosat' }).where('id', '=', id).execute();
  });
  const update = await last();
  expect(update).toMatchObject({ actor: 'Väinö Varalla', action: 'update' });
  expect(JSON.parse(update?.before ?? '')).toEqual({ name_fi: 'Kylät' });
  expect(JSON.parse(update?.after ?? '')).toEqual({ name_fi: 'Kylät ja kaupunginosat' });
  await write(database, 'x', 'fields.same', async (trx) => {
    await trx.updateTable('field').set({ position: 1 }).where('id', '=', id).execute();
  });
  expect((await last())?.id).toBe(update?.id);
  await write(database, 'x', 'fields.remove', async (trx) => {
    await trx.deleteFrom('field').where('id', '=', id).execute();
  });
  expect(JSON.parse((await last())?.before ?? '')).toMatchObject({ key: 'kylat', position: 1 });
});

test.each(['update audit set actor = ?', 'delete from audit where actor <> ?'])(
  'the log refuses: %s',
  async (statement) => {
    const database = await emptyDatabase();
    await write(database, 'x', 'test', async (trx) => {
      await trx
        .insertInto('field')
        .values({ id: newId(), key: 'k', name_fi: 'K', name_sv: null, name_en: null, position: 0 })
        .execute();
    });
    expect(() => database.raw.prepare(statement).run('toinen')).toThrow('AUDIT_FROZEN');
  },
);
