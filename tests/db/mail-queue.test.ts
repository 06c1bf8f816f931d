/** The queue of messages against a real mail server: what arrives, what is refused, and what nobody knows. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase, write, type OpenDatabase } from '../../db/core/open.ts';
import { coverage, deliverable, deliveriesOf } from '../../db/features/deliveries.ts';
import { erasePersons } from '../../db/features/erasure.ts';
import { mailBatches, mailTrouble } from '../../db/features/mail-batches.ts';
import { enqueueMail, sha256Of } from '../../db/features/mail-enqueue.ts';
import { answerUnknown, cancelBatch, resumeBatch, takeMessage } from '../../db/features/mail-queue.ts';
import { saveMailSettings } from '../../db/features/mail-settings.ts';
import { createPerson } from '../../db/features/persons.ts';
import { secretName, type MailSettings } from '../../db/model/mail.ts';
import { MailQueue, type Clock } from '../../electron/backend/mail-queue.ts';
import { createSecrets } from '../../electron/backend/secrets.ts';
import { createSecretStore } from '../../electron/main/secret-store.ts';
import { temporaryFolder, writing } from '../fixtures/databases.ts';
import { fakeKeychain } from '../fixtures/keychain.ts';
import { startMailServer, type MailServerOptions } from '../fixtures/mail-server.ts';
import { readMessage } from '../fixtures/read-mail.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';

const PDF = Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 31) % 256));
const noting = () => ({ actor: 'Saara', instant: new Date().toISOString(), today: '2026-11-22' });

/** Stands still but for the waits, which take no time. */
function testClock(): Clock & { waits: number[]; time: number } {
  const clock = {
    time: Date.now(),
    waits: [] as number[],
    now: () => clock.time,
    wait: (ms: number) => {
      clock.waits.push(ms);
      clock.time += ms;
      return Promise.resolve();
    },
  };
  return clock;
}

async function board(names: readonly string[]) {
  const { database, boardId, meetings } = await sampleCopy();
  const meetingId = meetings['2/2026']!;
  const people: {
    personId: string;
    organisationId: null;
    address: string;
    language: 'fi';
    covered: boolean;
  }[] = [];
  for (const [at, name] of names.entries()) {
    const address = `v${at + 1}@vastaanottaja.example`;
    const { id } = await writing(database, (trx) =>
      createPerson(trx, { name, shortName: null, email: address, phone: null, language: 'fi', notes: '' }),
    );
    people.push({ personId: id, organisationId: null, address, language: 'fi', covered: false });
  }
  const document = await deliverable(database.kysely, meetingId, 'minutes');
  const enqueue = (subject = 'Pöytäkirja 2/2026', recipients = people) =>
    writing(database, (trx) =>
      enqueueMail(
        trx,
        {
          document,
          parts: [
            {
              language: 'fi',
              covered: false,
              subject,
              body: 'Hei\n\nOheisena.',
              fileName: 'pöytäkirja.pdf',
              bytes: PDF,
            },
          ],
          recipients,
        },
        noting(),
      ),
    );
  const states = async () =>
    (
      await database.kysely
        .selectFrom('mail_message')
        .select(['address', 'state', 'attempts', 'reply'])
        .orderBy('id')
        .execute()
    ).map(({ address, state, attempts }) => `${address.split('@')[0]} ${state} ${attempts}`);
  const ledger = async () =>
    Object.fromEntries(
      (await deliveriesOf(database.kysely, meetingId, 'minutes')).map(({ recipient, events }) => [
        recipient.name,
        events.map(({ event }) => event).join(' '),
      ]),
    );
  const batch = async () => (await mailBatches(database.kysely, boardId, new Date().toISOString()))[0]!;
  const trouble = () => mailTrouble(database.kysely, boardId);
  const standing = async () => {
    const entries = people.map(({ personId, address: email }) => ({
      personId,
      organisationId: null,
      name: email,
      email,
      language: 'fi' as const,
      address: null,
      reasons: [],
    }));
    return (await coverage(database.kysely, document, entries)).rows.map((row) => row.coverage);
  };
  return { database, meetingId, people, enqueue, states, ledger, batch, trouble, standing };
}

async function sending(
  database: OpenDatabase,
  options: MailServerOptions = {},
  change: Partial<MailSettings> = {},
) {
  const server = await startMailServer(options);
  onTestFinished(() => server.die());
  const settings = server.settings(change);
  await writing(database, (trx) => saveMailSettings(trx, { version: 0, settings }));
  const folder = temporaryFolder();
  const store = createSecretStore(folder, fakeKeychain(), 'linux');
  const secrets = createSecrets((ask) => Promise.resolve(store(ask)));
  if (options.login) await secrets.keep(secretName(settings), options.login.password);
  const clock = testClock();
  const queue = new MailQueue({ secrets, actor: () => 'Saara', announce: () => {}, clock });
  onTestFinished(() => queue.detach());
  return { server, settings, secrets, clock, queue };
}

test('each recipient gets a message of its own, the document is that of the hash, and the ledger says so', async () => {
  const { database, enqueue, states, ledger, batch } = await board(['Äijö Öhman', 'محمد علي']);
  const { server, queue } = await sending(database);
  await enqueue('Pöytäkirja – påminnelse – محضر');
  await queue.attach(database);
  await queue.settled();
  expect(await states()).toEqual(['v1 sent 1', 'v2 sent 1']);
  expect(await ledger()).toEqual({ 'Äijö Öhman': 'prepared sent', 'محمد علي': 'prepared sent' });
  expect(server.connections).toBe(1);
  const [first, second] = server.received.map(({ bytes }) => readMessage(bytes));
  expect(first!.headers['subject']).toBe('Pöytäkirja – påminnelse – محضر');
  expect(first!.headers['to']).toContain('Äijö Öhman');
  expect(first!.headers['x-unsent']).toBeUndefined();
  expect(first!.to).toEqual(['v1@vastaanottaja.example']);
  expect(second!.to).toEqual(['v2@vastaanottaja.example']);
  expect(first!.headers['message-id']).not.toBe(second!.headers['message-id']);
  const { file_sha256: hash } = await database.kysely
    .selectFrom('mail_part')
    .select('file_sha256')
    .executeTakeFirstOrThrow();
  expect(sha256Of(first!.files[0]!.bytes)).toBe(hash);
  expect(first!.files[0]!.bytes.equals(PDF)).toBe(true);
  expect(await batch()).toMatchObject({ total: 2, counts: { sent: 2 }, problems: [] });
});

test('names and subjects stay within their headers, whatever they hold', async () => {
  const { database, enqueue } = await board(['Veera"\r\nBcc: vakooja@muualla.example\r\n\r\nHuijaus']);
  const { server, queue } = await sending(database);
  await enqueue('Aihe\r\nBcc: toinen@muualla.example');
  await queue.attach(database);
  await queue.settled();
  const [mail] = server.received;
  expect(mail!.to).toEqual(['v1@vastaanottaja.example']);
  const message = readMessage(mail!.bytes);
  expect(message.headers['bcc']).toBeUndefined();
  expect(message.to).toEqual(['v1@vastaanottaja.example']);
  expect(message.headers['subject']).toBe('Aihe Bcc: toinen@muualla.example');
});

test('a refused recipient has bounced, and the others get theirs', async () => {
  const { database, enqueue, states, ledger, batch } = await board(['Aino', 'Otso', 'Vilja']);
  const { queue } = await sending(database, { recipient: (to) => (to.startsWith('v2') ? 550 : null) });
  await enqueue();
  await queue.attach(database);
  await queue.settled();
  expect(await states()).toEqual(['v1 sent 1', 'v2 failed 1', 'v3 sent 1']);
  expect(await ledger()).toEqual({ Aino: 'prepared sent', Otso: 'prepared bounced', Vilja: 'prepared sent' });
  const { problems } = await batch();
  expect(problems).toMatchObject([{ name: 'Otso', state: 'failed' }]);
  expect(problems[0]!.reply).toMatch(/^550 /);
});

test('what is put off is tried again later, and given up after the last time', async () => {
  const { database, enqueue, states } = await board(['Aino', 'Otso']);
  const { server, queue, clock } = await sending(database, {
    recipient: (to, tries) => (to.startsWith('v1') ? (tries < 3 ? 451 : null) : 450),
  });
  const began = clock.time;
  await enqueue();
  await queue.attach(database);
  await queue.settled();
  expect(await states()).toEqual(['v1 sent 3', 'v2 failed 6']);
  expect(server.received).toHaveLength(1);
  expect(clock.time - began).toBeGreaterThanOrEqual((2 + 10 + 30 + 60 + 240) * 60_000);
});

test('a wrong password stops the batch before anybody is written to; nothing counts as a try', async () => {
  const login = { user: 'saara', password: 'Salaisuus-äö-9' };
  const { database, enqueue, states, batch, trouble, standing } = await board(['Aino', 'Otso']);
  const { server, settings, secrets, queue } = await sending(database, { login });
  await secrets.keep(secretName(settings), 'väärä');
  const { batchId } = await enqueue();
  await queue.attach(database);
  await queue.settled();
  expect(await states()).toEqual(['v1 queued 0', 'v2 queued 0']);
  expect(await batch()).toMatchObject({ paused: 'login', resumeAt: null });
  // The page of the morning tells it, and the ledger that they wait in the queue.
  expect(await trouble()).toEqual({ stopped: 2, paused: 'login', unknown: 0 });
  expect(await standing()).toEqual(['queued', 'queued']);
  await secrets.keep(secretName(settings), login.password);
  await writing(database, (trx) => resumeBatch(trx, batchId, new Date().toISOString()));
  queue.wake();
  await queue.settled();
  expect(await states()).toEqual(['v1 sent 1', 'v2 sent 1']);
  expect(await trouble()).toEqual({ stopped: 0, paused: null, unknown: 0 });
  expect(await standing()).toEqual(['reached', 'reached']);
  expect(server.logins.at(-1)).toEqual(login);
  // Neither the log of changes nor any table has heard of it.
  const audit = JSON.stringify(await database.kysely.selectFrom('audit').selectAll().execute());
  expect(audit).not.toContain(login.password);
});

test.each(['tls', 'starttls'] as const)(
  'a certificate that nobody vouches for is refused (%s)',
  async (tls) => {
    const login = { user: 'saara', password: 'ei-kuulu-kenellekään' };
    const { database, enqueue, states, batch } = await board(['Aino']);
    const { server, queue } = await sending(database, { tls, login });
    await enqueue();
    await queue.attach(database);
    await queue.settled();
    expect(await states()).toEqual(['v1 queued 0']);
    expect(await batch()).toMatchObject({ paused: 'certificate' });
    expect(server.logins).toEqual([]);
    expect(server.received).toEqual([]);
  },
);

test('a server that dies after it has read the message: nobody knows, and nobody is written to twice', async () => {
  const { database, enqueue, states, ledger } = await board(['Aino', 'Otso']);
  let isDead = false;
  const { server, queue } = await sending(database, {
    message: (mail) => {
      if (isDead || !mail.to[0]!.startsWith('v1')) return null;
      isDead = true;
      return 'die';
    },
  });
  await enqueue();
  await queue.attach(database);
  await queue.settled();
  expect(await states()).toEqual(['v1 unknown 1', 'v2 sent 1']);
  expect(server.received.map(({ to }) => to[0]!.slice(0, 2))).toEqual(['v1', 'v2']);
  await expect(enqueue()).rejects.toMatchObject({ code: 'MAIL_WAITING' });

  const { id } = await database.kysely
    .selectFrom('mail_message')
    .select('id')
    .where('state', '=', 'unknown')
    .executeTakeFirstOrThrow();
  await writing(database, (trx) => answerUnknown(trx, { messageIds: [id], answer: 'sent' }, noting()));
  expect(await states()).toEqual(['v1 sent 1', 'v2 sent 1']);
  expect((await ledger())['Aino']).toBe('prepared sent');
});

test('no connection: the batch waits, and goes on by itself when the server is there again', async () => {
  const { database, enqueue, states, batch } = await board(['Aino']);
  const { server, queue, clock } = await sending(database);
  await server.die();
  await enqueue();
  const found: unknown[] = [];
  let again: Awaited<ReturnType<typeof startMailServer>> | undefined;
  const wait = clock.wait.bind(clock);
  clock.wait = async (ms, signal) => {
    if (again === undefined && ms > 10_000) {
      found.push((await batch()).paused, ...(await states()));
      again = await startMailServer({ port: server.port });
    }
    await wait(ms, signal);
  };
  await queue.attach(database);
  await queue.settled();
  await again?.die();
  expect(found).toEqual(['connection', 'v1 queued 0']);
  expect(await states()).toEqual(['v1 sent 1']);
  expect(again?.received).toHaveLength(1);
});

test('killed in the middle: what was being sent asks, what waited is sent, nothing twice', async () => {
  const { database, enqueue } = await board(['Aino', 'Otso', 'Vilja']);
  const { server, queue } = await sending(database);
  const { batchId } = await enqueue();
  const taken = await write(database, 'Saara', 'test', (trx) => takeMessage(trx, noting()));
  expect(taken?.address).toBe('v1@vastaanottaja.example');
  const { file } = database;
  database.close();

  const reopened = await openDatabase({ file });
  onTestFinished(() => reopened.close());
  await queue.attach(reopened);
  await queue.settled();
  const rows = await reopened.kysely
    .selectFrom('mail_message')
    .select(['id', 'state'])
    .orderBy('id')
    .execute();
  expect(rows.map(({ state }) => state)).toEqual(['unknown', 'sent', 'sent']);
  expect(server.received.map(({ to }) => to[0]!.slice(0, 2))).toEqual(['v2', 'v3']);
  await writing(reopened, (trx) =>
    answerUnknown(trx, { messageIds: [rows[0]!.id], answer: 'again' }, noting()),
  );
  queue.wake();
  await queue.settled();
  expect(server.received).toHaveLength(3);
  expect(await writing(reopened, (trx) => cancelBatch(trx, batchId, noting()))).toEqual({ cancelled: 0 });
});

test('no minute has more messages than the settings say, and what has lain a day asks first', async () => {
  const names = Array.from({ length: 7 }, (_, at) => `Vastaanottaja ${at}`);
  const { database, enqueue, states, batch } = await board(names);
  const { queue, clock } = await sending(database, {}, { perMinute: 3 });
  await enqueue();
  await queue.attach(database);
  await queue.settled();
  expect((await states()).every((state) => state.includes(' sent 1'))).toBe(true);
  const tries = (
    await database.kysely.selectFrom('mail_message').select('attempted_at').orderBy('attempted_at').execute()
  ).map((row) => Date.parse(row.attempted_at!));
  for (const [at, time] of tries.entries())
    if (at >= 3) expect(time - tries[at - 3]!).toBeGreaterThanOrEqual(60_000);

  await writing(database, (trx) =>
    trx.updateTable('mail_message').set({ state: 'queued', settled_at: null }).execute(),
  );
  clock.time += 25 * 3_600_000;
  await queue.attach(database);
  await queue.settled();
  expect(await batch()).toMatchObject({ paused: 'stale', counts: { queued: 7 } });
});

describe('what is taken back', () => {
  test('a cancelled batch leaves the queue, and the ledger says that it was withdrawn', async () => {
    const { database, enqueue, states, ledger } = await board(['Aino']);
    const { server, queue } = await sending(database);
    const { batchId } = await enqueue();
    expect(await writing(database, (trx) => cancelBatch(trx, batchId, noting()))).toEqual({ cancelled: 1 });
    await queue.attach(database);
    await queue.settled();
    expect(await states()).toEqual(['v1 cancelled 0']);
    expect(await ledger()).toEqual({ Aino: 'prepared withdrawn' });
    expect(server.received).toEqual([]);
  });

  test('whoever is erased gets nothing; the ledger keeps that there was a delivery, and not to whom', async () => {
    const { database, meetingId, people, enqueue } = await board(['Tilaaja Tuulikki', 'Otso']);
    const { server, queue } = await sending(database);
    await enqueue();
    const [erased] = await erasePersons(database, {
      actor: 'x',
      procedure: 'test',
      personIds: [people[0]!.personId],
      cause: 'request',
      today: '2026-11-22',
      instant: new Date().toISOString(),
    });
    expect(erased).toMatchObject({ scope: 'whole', searched: true, keptCount: 0 });
    await queue.attach(database);
    await queue.settled();
    expect(server.received.map(({ to }) => to)).toEqual([['v2@vastaanottaja.example']]);
    const deliveries = await deliveriesOf(database.kysely, meetingId, 'minutes');
    expect(deliveries.map(({ recipient }) => recipient.name)).toEqual(['', 'Otso']);
    expect(
      await database.kysely.selectFrom('person').select('id').where('id', '=', people[0]!.personId).execute(),
    ).toEqual([]);
  });
});
