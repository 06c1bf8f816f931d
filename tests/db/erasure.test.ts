/** Erasure leaves no byte behind, and takes nothing that belongs to a record. */
import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import * as v from 'valibot';
import { journalFile, readJournal } from '../../db/core/erasure-journal.ts';
import { openDatabase, write, type OpenDatabase } from '../../db/core/open.ts';
import { search } from '../../db/core/search.ts';
import { deliveriesOf, noteDeliveries } from '../../db/features/deliveries.ts';
import { planErasure } from '../../db/features/erasure-plan.ts';
import { fileHolds } from '../../db/features/erasure-traces.ts';
import { erasePersons, repeatErasures } from '../../db/features/erasure.ts';
import { importBoardFile } from '../../db/features/board-file.ts';
import { listRecipients } from '../../db/features/mailing-lists.ts';
import { createOrganisation } from '../../db/features/organisations.ts';
import { addPosition, createPerson, updatePerson } from '../../db/features/persons.ts';
import { addConsent, listErasures, restrictPerson, savePersonPrivacy } from '../../db/features/privacy.ts';
import { listRulesSchema } from '../../db/model/mailing-list.ts';
import { organisationInputSchema } from '../../db/model/organisation.ts';
import { personInputSchema } from '../../db/model/person.ts';
import { ERASED } from '../../db/model/privacy.ts';
import { emptyDatabase, migratedFile, resources, temporaryFolder, writing } from '../fixtures/databases.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';

const TODAY = '2026-11-22';
const person = (name: string, email: string | null, phone: string | null, notes = '') =>
  v.parse(personInputSchema, { name, email, phone, notes });
const erase = (database: OpenDatabase, personIds: string[], cause: 'request' | 'schedule' = 'request') =>
  erasePersons(database, {
    actor: 'Sihteeri',
    procedure: 'test.erase',
    personIds,
    cause,
    today: TODAY,
    instant: '2026-11-22T10:00:00.000Z',
  });
const organisation = (database: OpenDatabase, nameFi: string, email: string | null = null) =>
  writing(database, (trx) => createOrganisation(trx, v.parse(organisationInputSchema, { nameFi, email })));

test('a contact person goes wholly: no byte of name, address, phone or notes is left in the file', async () => {
  const database = await emptyDatabase();
  const { id: organisationId } = await organisation(database, 'Kuoro ry');
  const { id } = await writing(database, (trx) =>
    createPerson(
      trx,
      person('Tuulikki Katoava', 'tuulikki.katoava@vanha.example', '040 123 4567', 'Soittoaika aamuisin'),
    ),
  );
  await writing(database, (trx) =>
    addPosition(trx, {
      personId: id,
      organisationId,
      role: 'contact',
      title: 'Rahastonhoitaja Katoava',
      startsOn: '2020-01-01',
      endsOn: '2024-12-31',
    }),
  );
  await writing(database, (trx) =>
    updatePerson(trx, {
      id,
      version: 1,
      values: person('Tuulikki Katoava', 'tuulikki@uusi.example', '040 123 4567', 'Muutti Kiteelle'),
    }),
  );
  // The address has spread into another row, written in capitals.
  await writing(database, async (trx) => {
    await trx
      .updateTable('organisation')
      .set({ notes: 'Yhteys: TUULIKKI@UUSI.EXAMPLE tai kirjaamo' })
      .where('id', '=', organisationId)
      .execute();
  });
  expect(await planErasure(database.kysely, id, TODAY)).toMatchObject({
    scope: 'whole',
    removed: [{ table: 'position', count: 1 }],
    kept: [],
  });

  const [erased] = await erase(database, [id]);
  expect(erased).toMatchObject({ scope: 'whole', keptCount: 0, searched: true });
  expect(fs.existsSync(`${database.file}-wal`) ? fs.statSync(`${database.file}-wal`).size : 0).toBeLessThan(
    20_000,
  );
  const texts = [
    'Tuulikki Katoava',
    'tuulikki.katoava@vanha.example',
    'tuulikki@uusi.example',
    'TUULIKKI@UUSI.EXAMPLE',
    '040 123 4567',
    'Soittoaika aamuisin',
    'Muutti Kiteelle',
    'Rahastonhoitaja Katoava',
    'tuulikki',
  ];
  database.close();
  const everything = fs
    .readdirSync(path.dirname(database.file))
    .filter((name) => !name.startsWith('backups'))
    .map((name) => path.join(path.dirname(database.file), name));
  for (const text of texts)
    for (const file of everything)
      expect(fileHolds(file, [text]), `${text} in ${path.basename(file)}`).toBe(false);
  // The search for bytes finds what is there.
  expect(fileHolds(database.file, ['Kuoro ry'])).toBe(true);
});

test('the log keeps its entries, with a mark in the place of what was erased', async () => {
  const database = await emptyDatabase();
  const { id } = await writing(database, (trx) =>
    createPerson(trx, person('Aino Aalto', 'aino@x.example', null)),
  );
  const before = await database.kysely.selectFrom('audit').select('id').where('entity_id', '=', id).execute();
  await erase(database, [id]);
  const after = await database.kysely.selectFrom('audit').selectAll().where('entity_id', '=', id).execute();
  expect(after.slice(0, before.length).map((row) => row.id)).toEqual(before.map((row) => row.id));
  expect(JSON.parse(after[0]?.after ?? '')).toMatchObject({ name: ERASED, email: ERASED });
  expect(after.at(-1)).toMatchObject({ action: 'delete' });
});

test('the log may lose values to the mark alone', async () => {
  const database = await emptyDatabase();
  const { id } = await writing(database, (trx) =>
    createPerson(trx, person('Aino Aalto', 'aino@x.example', null)),
  );
  const change = (after: string): void =>
    void database.raw.prepare('update audit set after = ? where entity_id = ?').run(after, id);
  const found = database.raw.prepare('select after from audit where entity_id = ?').pluck().get(id) as string;
  const values = JSON.parse(found) as Record<string, unknown>;
  expect(() => change(JSON.stringify({ ...values, email: 'toinen@x.example' }))).toThrow('AUDIT_FROZEN');
  expect(() => change(JSON.stringify({ ...values, more: ERASED }))).toThrow('AUDIT_FROZEN');
  expect(() => change(JSON.stringify({ email: ERASED }))).toThrow('AUDIT_FROZEN');
  expect(() => database.raw.prepare(`update audit set actor = ?`).run(ERASED)).toThrow('AUDIT_FROZEN');
  expect(() => database.raw.prepare(`delete from audit`).run()).toThrow('AUDIT_FROZEN');
  change(JSON.stringify({ ...values, email: ERASED }));
});

test('a member of examined minutes loses contact data and keeps the name', async () => {
  const { database, meetings } = await sampleCopy();
  const row = await database.kysely
    .selectFrom('attendance')
    .innerJoin('person', 'person.id', 'attendance.person_id')
    .select(['person.id', 'person.name', 'person.language'])
    .where('meeting_id', '=', meetings['3/2026']!)
    .where('capacity', '=', 'member')
    .executeTakeFirstOrThrow();
  await writing(database, async (trx) => {
    await trx
      .updateTable('person')
      .set({ email: 'jasen@kotona.example', phone: '050 765 4321', notes: 'Yksityinen huomautus' })
      .where('id', '=', row.id)
      .execute();
  });
  const snapshots = () => database.kysely.selectFrom('minutes_snapshot').selectAll().orderBy('id').execute();
  const attendances = () =>
    database.kysely.selectFrom('attendance').selectAll().where('person_id', '=', row.id).execute();
  const [minutes, presence] = [await snapshots(), await attendances()];
  expect(minutes.length).toBeGreaterThan(0);

  const [erased] = await erase(database, [row.id]);
  expect(erased).toMatchObject({ scope: 'contact', searched: true });
  expect(await snapshots()).toEqual(minutes);
  expect(await attendances()).toEqual(presence);
  expect(
    await database.kysely.selectFrom('person').selectAll().where('id', '=', row.id).executeTakeFirst(),
  ).toMatchObject({ name: row.name, email: null, phone: null, notes: '' });
  expect(fileHolds(database.file, ['jasen@kotona.example', '050 765 4321', 'Yksityinen huomautus'])).toBe(
    false,
  );
  expect((await search(database.kysely, { text: row.name, limit: 5 })).map((hit) => hit.entityId)).toContain(
    row.id,
  );
});

test('what examined minutes say stays, and the proof says so', async () => {
  const { database } = await sampleCopy();
  const { id } = await writing(database, (trx) =>
    createPerson(trx, person('Aino Aalto', null, '014–14.14x')),
  );
  const { title } = await database.kysely
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .select('agenda_item.title')
    .where('meeting.state', '=', 'examined')
    .orderBy('agenda_item.id')
    .executeTakeFirstOrThrow();
  await writing(database, async (trx) => {
    await trx.updateTable('person').set({ phone: title }).where('id', '=', id).execute();
  });
  const [erased] = await erase(database, [id]);
  expect(erased?.keptCount).toBeGreaterThan(0);
  expect(erased?.searched).toBe(false);
  expect(fileHolds(database.file, [title])).toBe(true);
});

test('an address of the office is not one person’s to erase', async () => {
  const database = await emptyDatabase();
  const { id: organisationId } = await organisation(database, 'Kuoro ry', 'toimisto@kuoro.example');
  const { id } = await writing(database, (trx) =>
    createPerson(trx, person('Aino Aalto', 'toimisto@kuoro.example', '040 999 8877')),
  );
  await erase(database, [id]);
  expect(
    await database.kysely
      .selectFrom('organisation')
      .select('email')
      .where('id', '=', organisationId)
      .executeTakeFirst(),
  ).toEqual({ email: 'toimisto@kuoro.example' });
  expect(fileHolds(database.file, ['040 999 8877'])).toBe(false);
});

test('a restricted person is kept until the restriction is lifted', async () => {
  const database = await emptyDatabase();
  const { id } = await writing(database, (trx) =>
    createPerson(trx, person('Aino Aalto', 'aino@x.example', null)),
  );
  const restrict = (ground: 'claims' | null) =>
    writing(database, (trx) => restrictPerson(trx, { personId: id, ground, on: TODAY }));
  await restrict('claims');
  await expect(erase(database, [id])).rejects.toMatchObject({ code: 'PERSON_RESTRICTED' });
  await expect(
    writing(database, (trx) =>
      updatePerson(trx, { id, version: 1, values: person('Aino Aalto', 'toinen@x.example', null) }),
    ),
  ).rejects.toThrow('PERSON_RESTRICTED');
  expect(readJournal(database.file)).toEqual([]);
  await restrict(null);
  expect((await erase(database, [id]))[0]?.scope).toBe('whole');
});

test('the proofs name nobody, and cannot be changed', async () => {
  const database = await emptyDatabase();
  const { id } = await writing(database, (trx) =>
    createPerson(trx, person('Aino Aalto', 'aino@x.example', null)),
  );
  await erase(database, [id], 'schedule');
  const proofs = await listErasures(database.kysely);
  expect(proofs).toMatchObject([{ cause: 'schedule', scope: 'whole', searched: 1 }]);
  const stored = JSON.stringify(await database.kysely.selectFrom('erasure').selectAll().execute());
  const journal = fs.readFileSync(journalFile(database.file), 'utf8');
  for (const text of [id, 'Aino', 'aino@x.example']) {
    expect(stored).not.toContain(text);
    expect(journal).not.toContain(text);
  }
  for (const statement of [`update erasure set cause = 'request'`, 'delete from erasure'])
    expect(() => database.raw.prepare(statement).run()).toThrow('ERASURE_KEPT');
});

test('an older backup that is restored is erased again', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'pykala.sqlite');
  let database = await openDatabase({ file });
  onTestFinished(() => database.close());
  const { id } = await writing(database, (trx) =>
    createPerson(trx, person('Aino Aalto', 'aino@x.example', null)),
  );
  const { id: other } = await writing(database, (trx) =>
    createPerson(trx, person('Otso Otava', 'otso@x.example', null)),
  );
  const backup = path.join(folder, 'backup.sqlite');
  await database.raw.backup(backup);
  await erase(database, [id]);
  database.close();
  fs.copyFileSync(backup, file);

  database = await openDatabase({ file });
  expect(fileHolds(file, ['aino@x.example'])).toBe(true);
  const options = { actor: 'x', today: TODAY, instant: '2026-11-23T08:00:00.000Z' };
  expect(await repeatErasures(database, options)).toBe(1);
  expect(fileHolds(file, ['aino@x.example', 'Aino Aalto'])).toBe(false);
  expect(await database.kysely.selectFrom('person').select('id').execute()).toEqual([{ id: other }]);
  expect(await repeatErasures(database, options)).toBe(0);
});

test('a journal that was cut off is made whole from the file', async () => {
  const database = await emptyDatabase();
  const { id } = await writing(database, (trx) =>
    createPerson(trx, person('Aino Aalto', 'aino@x.example', null)),
  );
  await erase(database, [id]);
  const whole = readJournal(database.file);
  fs.writeFileSync(journalFile(database.file), `${JSON.stringify(whole[0]).slice(0, 40)}`);
  await repeatErasures(database, { actor: 'x', today: TODAY, instant: '2026-11-23T08:00:00.000Z' });
  expect(readJournal(database.file)).toEqual(whole);
});

test(
  'whatever the contact data, nothing of it is left and everybody else’s stays',
  { timeout: 60_000 },
  async () => {
    // Its last letter is in no word of the file's own structure, such as `length`.
    const word = fc.stringMatching(/^[a-zåäö]{5,13}[åäö]$/);
    const one = fc.record({
      first: word,
      last: word,
      email: fc.option(fc.tuple(word, word).map(([a, b]) => `${a}@${b}.example`)),
      phone: fc.option(fc.stringMatching(/^0[45]0 [1-9][0-9]{6}$/)),
      notes: fc.oneof(
        fc.constant(''),
        fc.tuple(word, word, word).map((words) => words.join(' "')),
      ),
      renamed: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(one, { minLength: 2, maxLength: 6, selector: ({ last }) => last }),
        async (people) => {
          const folder = fs.mkdtempSync(path.join(temporaryFolder(), 'run-'));
          const file = path.join(folder, 'a.sqlite');
          await migratedFile(file);
          const database = await openDatabase({ file });
          try {
            const ids: string[] = [];
            for (const entry of people) {
              const { id } = await writing(database, (trx) =>
                createPerson(
                  trx,
                  person(`${entry.first} ${entry.last}`, entry.email, entry.phone, entry.notes),
                ),
              );
              ids.push(id);
              await writing(database, (trx) =>
                addConsent(trx, {
                  personId: id,
                  subject: 'Uutiskirje',
                  givenOn: '2026-01-01',
                  source: `lomake ${entry.last}`,
                  withdrawnOn: null,
                }),
              );
              if (entry.renamed)
                await writing(database, (trx) =>
                  updatePerson(trx, { id, version: 1, values: person(`Uusi ${entry.last}`, null, null) }),
                );
            }
            const [gone, ...stay] = people;
            await erase(database, [ids[0]!]);
            const texts = [gone!.last, gone!.email, gone!.phone, gone!.notes].filter(
              (text) => text !== null && text !== '',
            );
            // Another may happen to have the same words.
            const elsewhere = JSON.stringify(stay);
            for (const text of texts as string[])
              if (!elsewhere.includes(text)) expect(fileHolds(database.file, [text]), text).toBe(false);
            const left = await database.kysely.selectFrom('person').select('id').orderBy('id').execute();
            expect(left.map((row) => row.id)).toEqual(ids.slice(1));
            const integrity = database.raw.pragma('integrity_check', { simple: true });
            expect(integrity).toBe('ok');
            const { rows } = await sql<{ n: number }>`
            select count(*) as n from search_index where search_index match ${`"${gone!.last}"`}`.execute(
              database.kysely,
            );
            expect(rows[0]?.n).toBe(0);
          } finally {
            database.close();
          }
        },
      ),
      { numRuns: 25 },
    );
  },
);

test('rows of a role in force stay while the person is in office', async () => {
  const { database } = await sampleCopy();
  const { person_id: personId } = await database.kysely
    .selectFrom('seat_holder')
    .select('person_id')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const { id: organisationId } = await organisation(database, 'Kuoro ry');
  const add = (endsOn: string | null) =>
    writing(database, (trx) =>
      addPosition(trx, {
        personId,
        organisationId,
        role: 'chair',
        title: null,
        startsOn: '2020-01-01',
        endsOn,
      }),
    );
  await add('2024-12-31');
  const { id: inForce } = await add(null);
  const earlier = await database.kysely
    .selectFrom('position')
    .select('id')
    .where('person_id', '=', personId)
    .execute();
  await erase(database, [personId]);
  const left = await database.kysely
    .selectFrom('position')
    .select('id')
    .where('person_id', '=', personId)
    .execute();
  expect(left.map((row) => row.id)).toContain(inForce);
  expect(left.length).toBe(earlier.length - 1);
});

test('erasing is one transaction: of two, none goes when one may not', async () => {
  const database = await emptyDatabase();
  const ids: string[] = [];
  for (const name of ['Aino Aalto', 'Otso Otava'])
    ids.push(
      (await writing(database, (trx) => createPerson(trx, person(name, `${name[0]}@x.example`, null)))).id,
    );
  await write(database, 'x', 'test', (trx) =>
    restrictPerson(trx, { personId: ids[1]!, ground: 'accuracy', on: TODAY }),
  );
  await expect(erase(database, ids)).rejects.toMatchObject({ code: 'PERSON_RESTRICTED' });
  expect(await database.kysely.selectFrom('person').select('id').execute()).toHaveLength(2);
});

test('the ledger of deliveries keeps that something was sent, and not to which address', async () => {
  const { database, meetings } = await sampleCopy();
  const { id: personId } = await writing(database, (trx) =>
    createPerson(trx, person('Tilaaja Tuula', 'tuula.tilaaja@vanha.example', null)),
  );
  const noting = { actor: 'Sihteeri', instant: '2026-11-22T09:00:00.000Z', today: TODAY };
  await writing(database, (trx) =>
    noteDeliveries(
      trx,
      {
        meetingId: meetings['2/2026']!,
        kind: 'minutes',
        recipients: [{ personId, organisationId: null }],
        channel: 'email',
        on: TODAY,
        language: null,
        note: 'Pyysi osoitteesta tuula.tilaaja@vanha.example',
        event: 'sent',
      },
      noting,
    ),
  );
  const [erased] = await erase(database, [personId]);
  expect(erased).toMatchObject({ keptCount: 0, searched: true });
  expect(fileHolds(database.file, ['tuula.tilaaja@vanha.example'])).toBe(false);
  const [delivery] = await deliveriesOf(database.kysely, meetings['2/2026']!, 'minutes');
  expect(delivery!.state).toBe('sent');
  expect(delivery!.events[0]).toMatchObject({
    event: 'sent',
    address: ERASED,
    note: `Pyysi osoitteesta ${ERASED}`,
  });
});

test('whoever is restricted, or wants no messages, is on no mailing list', async () => {
  const database = await emptyDatabase();
  const { boardId } = await writing(database, (trx) => importBoardFile(trx, resources.sampleBoard()));
  const { id } = await writing(database, (trx) =>
    createPerson(trx, person('Aino Aalto', 'aino@x.example', null)),
  );
  const recipients = async () =>
    (
      await listRecipients(
        database.kysely,
        boardId,
        v.parse(listRulesSchema, { parts: [{ of: 'named', personIds: [id], organisationIds: [] }] }),
        TODAY,
      )
    ).map((entry) => entry.personId);
  expect(await recipients()).toEqual([id]);
  const channel = (value: 'none' | null) =>
    writing(database, (trx) =>
      savePersonPrivacy(trx, { personId: id, purpose: '', legalGround: null, channel: value }),
    );
  await channel('none');
  expect(await recipients()).toEqual([]);
  await channel(null);
  await writing(database, (trx) => restrictPerson(trx, { personId: id, ground: 'objection', on: TODAY }));
  expect(await recipients()).toEqual([]);
});
