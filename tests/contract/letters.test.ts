/** Letters and the report of deliveries from the window's side, and what sending says without a keychain or a server. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import type { CoverageRow } from '../../db/features/deliveries.ts';
import type { MailBatchView } from '../../db/features/mail-batches.ts';
import { sha256Of } from '../../db/features/mail-enqueue.ts';
import { FIRST_LIST } from '../../db/model/mailing-list.ts';
import { temporaryFolder } from '../fixtures/databases.ts';
import { ask, closePublisher, DESKS, openDesk, refused, type DeskKind } from '../fixtures/desk.ts';
import { startMailServer } from '../fixtures/mail-server.ts';
import { hasProgram, readPdf } from '../fixtures/pdf-text.ts';
import { readMessage } from '../fixtures/read-mail.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

const KINDS = Object.keys(DESKS) as DeskKind[];
afterAll(closePublisher);

async function sample(kind: DeskKind) {
  const folder = temporaryFolder();
  const { boardId, meetings } = await sampleFile(folder, 'pykala.sqlite');
  const desk = await openDesk(kind, folder);
  const meetingId = meetings['2/2026']!;
  const { rows } = await ask<{ rows: CoverageRow[] }>(desk, 'query', 'deliveries.coverage', {
    meetingId,
    kind: 'minutes',
    rules: FIRST_LIST,
  });
  return { desk, folder, boardId, meetingId, rows };
}
const idOf = ({ personId, organisationId }: CoverageRow) => personId ?? organisationId!;

test('labels for those who have an address; the others are listed, and get one', async () => {
  const { desk, folder, meetingId, rows } = await sample('in process');
  const person = rows.find(({ personId }) => personId !== null)!;
  const order = { meetingId, rules: FIRST_LIST, recipientIds: rows.map(idOf) };
  const addresses = () =>
    ask<{ name: string; lines: string[] | null }[]>(desk, 'query', 'letters.addresses', order);
  expect((await addresses()).find(({ name }) => name === person.name)!.lines).toBeNull();
  const address = {
    extra: '',
    street: 'Kauppakatu 4',
    postalCode: '48100',
    postOffice: 'Kotka',
    country: null,
  };
  const input = { personId: person.personId, organisationId: null, address };
  expect(
    (
      await refused(desk, 'mutation', 'letters.saveAddress', {
        ...input,
        address: { ...address, postalCode: '1' },
      })
    ).fields,
  ).toHaveProperty(['address.postalCode']);
  await ask(desk, 'mutation', 'letters.saveAddress', input);
  expect((await addresses()).find(({ name }) => name === person.name)!.lines).toEqual([
    person.name,
    'Kauppakatu 4',
    '48100 KOTKA',
  ]);
  desk.grant('tarrat', path.join(folder, 'tarrat.pdf'), 'write');
  for (const letters of [
    {
      form: 'labels',
      sheet: { columns: 3, rows: 8, width: 70, height: 37, left: 0, top: 0.5, gapX: 0, gapY: 0 },
      start: 5,
    },
    { form: 'envelopes', envelope: 'c5', returnAddress: 'Malliliitto\nPL 1\n00100 HELSINKI' },
  ]) {
    const made = await ask<{ count: number; missing: number }>(desk, 'mutation', 'letters.make', {
      ...order,
      letters,
      title: 'Osoitetarrat',
      language: 'fi',
      target: 'tarrat',
    });
    expect(made.count).toBeGreaterThan(0);
    expect(made.count + made.missing).toBe(rows.length);
    if (!hasProgram('pdftotext')) continue;
    const text = readPdf(path.join(folder, 'tarrat.pdf'));
    expect(text).toContain('48100 KOTKA');
    expect(text.includes('Malliliitto')).toBe(letters.form === 'envelopes');
  }
});

test('the report says who has got which version and who has not, on paper and as a table', async () => {
  const { desk, folder, meetingId, rows } = await sample('in process');
  const [first] = rows;
  await ask(desk, 'mutation', 'deliveries.note', {
    meetingId,
    kind: 'minutes',
    recipients: [{ personId: first!.personId, organisationId: first!.organisationId }],
    channel: 'post',
    on: '2026-05-19',
  });
  expect(await ask(desk, 'query', 'deliveries.lacking', { meetingId })).toEqual({
    lacking: rows.length - 1,
    total: rows.length,
  });
  const order = { meetingId, kind: 'minutes', rules: FIRST_LIST, list: 'Neuvottelukunta', language: 'fi' };
  desk.grant('raportti', path.join(folder, 'raportti.csv'), 'write');
  await ask(desk, 'mutation', 'letters.report', { ...order, as: 'csv', target: 'raportti' });
  const lines = fs.readFileSync(path.join(folder, 'raportti.csv'), 'utf8').trim().split('\r\n');
  expect(lines).toHaveLength(rows.length + 1);
  expect(lines[1]).toContain(first!.name);
  expect(lines[1]).toMatch(/posti.*2026-05-19.*lähetetty.*[0-9a-f]{64}/);
  expect(lines[2]).toContain('ei ole saanut');
  desk.grant('paperi', path.join(folder, 'raportti.pdf'), 'write');
  await ask(desk, 'mutation', 'letters.report', { ...order, as: 'pdf', target: 'paperi' });
  if (hasProgram('pdftotext')) {
    const text = readPdf(path.join(folder, 'raportti.pdf'));
    expect(text).toContain('Jakeluraportti');
    expect(text).toContain(`1/${rows.length}`);
  }
});

describe.each(KINDS)('%s', (kind) => {
  test('from the settings to the summary, the sending and the ledger', async () => {
    const login = { user: 'saara', password: 'Salaisuus-äö-9' };
    const server = await startMailServer({ login });
    onTestFinished(() => server.die());
    const { desk, folder, boardId, meetingId, rows } = await sample(kind);
    const settings = server.settings();
    expect(
      (
        await refused(desk, 'mutation', 'mail.saveSettings', {
          version: 0,
          settings: { ...settings, host: 'smtp.muualla.example' },
          password: login.password,
        })
      ).fields,
    ).toHaveProperty(['settings.tls']);
    const wrong = await refused(desk, 'mutation', 'mail.test', { settings, password: 'väärä' });
    expect(wrong.code).toBe('MAIL_LOGIN');
    expect(wrong.message).toContain('käyttäjätunnusta tai salasanaa');
    expect(
      (
        await refused(desk, 'mutation', 'mail.test', {
          settings: { ...settings, tls: 'starttls' },
          password: 'x',
        })
      ).code,
    ).toBe('MAIL_ENCRYPTION');
    await ask(desk, 'mutation', 'mail.test', { settings, password: login.password });
    expect(server.received.map(({ to }) => to)).toEqual([[settings.fromEmail]]);
    await ask(desk, 'mutation', 'mail.saveSettings', { version: 0, settings, password: login.password });
    const stored = await ask<object>(desk, 'query', 'mail.settings');
    expect(stored).toMatchObject({
      version: 1,
      hasPassword: true,
      isSafe: true,
      settings: { user: 'saara' },
    });
    expect(JSON.stringify(stored)).not.toContain(login.password);

    const chosen = rows.filter(({ email }) => email !== null).slice(0, 2);
    const order = {
      meetingId,
      kind: 'minutes',
      rules: FIRST_LIST,
      recipientIds: chosen.map(idOf),
      greeting: 'Hei!',
    };
    const plan = await ask<{
      at: string;
      document: { sha256: string };
      recipients: { id: string; address: string }[];
      parts: { sha256: string }[];
    }>(desk, 'query', 'mail.plan', order);
    expect(plan.recipients.map(({ address }) => address)).toEqual(chosen.map(({ email }) => email));
    expect(server.received).toHaveLength(1);
    const summary = {
      ...order,
      at: plan.at,
      documentSha256: plan.document.sha256,
      addresses: plan.recipients.map(({ id, address }) => ({ id, address })),
      fileSha256s: plan.parts.map(({ sha256 }) => sha256),
    };
    expect(
      (await refused(desk, 'mutation', 'mail.send', { ...summary, greeting: 'Hei!', documentSha256: 'muu' }))
        .code,
    ).toBe('MAIL_CHANGED');
    await ask(desk, 'mutation', 'mail.send', summary);
    await expect
      .poll(
        async () => (await ask<MailBatchView[]>(desk, 'query', 'mail.batches', { boardId }))[0]?.counts.sent,
      )
      .toBe(2);
    const message = readMessage(server.received[1]!.bytes);
    expect(message.text).toContain('Hei!');
    expect(sha256Of(message.files[0]!.bytes)).toBe(plan.parts[0]!.sha256);
    const { rows: after } = await ask<{ rows: CoverageRow[] }>(desk, 'query', 'deliveries.coverage', {
      meetingId,
      kind: 'minutes',
      rules: FIRST_LIST,
    });
    expect(after.filter(({ coverage }) => coverage === 'reached')).toHaveLength(2);

    // Neither the file of the database nor that of the secrets holds the password.
    for (const name of fs.readdirSync(folder).filter((one) => /sqlite|secrets/.test(one)))
      expect(fs.readFileSync(path.join(folder, name)).includes(login.password), name).toBe(false);
  });
});
