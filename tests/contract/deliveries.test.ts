/** Mailing lists and the ledger of deliveries from the window's side. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CoverageRow, DeliveryView } from '../../db/features/deliveries.ts';
import type { MailingListView } from '../../db/features/mailing-lists.ts';
import type { ListEntry, ListRules } from '../../db/model/mailing-list.ts';
import { temporaryFolder } from '../fixtures/databases.ts';
import { ask, closePublisher, DESKS, openDesk, refused, type DeskKind } from '../fixtures/desk.ts';
import { hasProgram, readPdf } from '../fixtures/pdf-text.ts';
import { readMessage } from '../fixtures/read-mail.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

const KINDS = Object.keys(DESKS) as DeskKind[];
afterAll(closePublisher);

const BOARD: ListRules = {
  parts: [{ of: 'board', roles: ['member', 'deputy'] }, { of: 'nominators' }],
  languages: [],
  excludedPersonIds: [],
  excludedOrganisationIds: [],
};
interface Covered {
  rows: CoverageRow[];
  others: DeliveryView[];
}

async function sample(kind: DeskKind) {
  const folder = temporaryFolder();
  const { boardId, meetings } = await sampleFile(folder, 'pykala.sqlite');
  const desk = await openDesk(kind, folder);
  const meetingId = meetings['2/2026']!;
  const coverage = (document: 'minutes' | 'public' = 'minutes') =>
    ask<Covered>(desk, 'query', 'deliveries.coverage', { meetingId, kind: document, rules: BOARD });
  const note = (recipients: unknown[], more: Record<string, unknown> = {}) => ({
    meetingId,
    kind: 'minutes',
    recipients,
    channel: 'post',
    on: '2026-05-19',
    ...more,
  });
  return { desk, folder, boardId, meetings, meetingId, coverage, note };
}
const recipientOf = ({ personId, organisationId }: ListEntry) => ({ personId, organisationId });

describe.each(KINDS)('%s', (kind) => {
  test('a list is saved as rules, found anew each time, and can be made again after it was removed', async () => {
    const { desk, boardId } = await sample(kind);
    const input = { boardId, name: 'Neuvottelukunta ja nimeäjät', rules: BOARD };
    const saved = await ask<MailingListView>(desk, 'mutation', 'deliveries.saveList', input);
    const entries = await ask<ListEntry[]>(desk, 'query', 'deliveries.preview', { boardId, rules: BOARD });
    const persons = entries.filter(({ personId }) => personId !== null);
    expect(persons).toHaveLength(32);
    expect(persons[0]!.reasons).toEqual([{ of: 'board', role: 'member', seatNumber: 1 }]);
    const organisations = entries.filter(({ organisationId }) => organisationId !== null);
    expect(organisations.length).toBeGreaterThanOrEqual(16);
    expect(new Set(organisations.map(({ organisationId }) => organisationId)).size).toBe(
      organisations.length,
    );

    expect((await refused(desk, 'mutation', 'deliveries.saveList', input)).code).toBe(
      'MAILING_LIST_NAME_TAKEN',
    );
    const change = { ...input, id: saved.id, name: 'Kaikki' };
    await ask(desk, 'mutation', 'deliveries.saveList', { ...change, version: saved.version });
    expect(
      (await refused(desk, 'mutation', 'deliveries.saveList', { ...change, version: saved.version })).code,
    ).toBe('CONFLICT');
    await ask(desk, 'mutation', 'deliveries.removeList', { id: saved.id });
    expect(await ask(desk, 'query', 'deliveries.lists', { boardId })).toEqual([]);
    await ask(desk, 'mutation', 'deliveries.saveList', input);
    expect(await ask(desk, 'query', 'deliveries.lists', { boardId })).toMatchObject([{ name: input.name }]);
  });

  test('the ledger knows who has got the newest minutes, who an older version, and what bounced', async () => {
    const { desk, meetings, meetingId, coverage, note } = await sample(kind);
    const states = async () => Object.groupBy((await coverage()).rows, (row) => row.coverage);
    const { rows } = await coverage();
    expect(rows.every((row) => row.coverage === 'missing')).toBe(true);
    expect(
      (
        await refused(desk, 'query', 'deliveries.coverage', {
          meetingId: meetings['5/2026'] ?? meetings['3/2026'],
          kind: 'minutes',
          rules: BOARD,
        })
      ).code,
    ).toBe('NOT_DELIVERABLE');

    const [first, second, third] = rows.map(recipientOf);
    await ask(desk, 'mutation', 'deliveries.note', note([first, second, third]));
    expect((await states()).reached).toHaveLength(3);
    expect(
      (await refused(desk, 'mutation', 'deliveries.note', note([first], { on: '2999-01-01' }))).code,
    ).toBe('DELIVERY_IN_FUTURE');
    const bounced = (await coverage()).rows[1]!.deliveries[0]!;
    const event = { deliveryIds: [bounced.id], channel: 'post', on: '2026-05-19', note: 'Osoite tuntematon' };
    await ask(desk, 'mutation', 'deliveries.noteEvents', { ...event, event: 'bounced' });
    expect((await states()).bounced).toHaveLength(1);
    expect(
      (await refused(desk, 'mutation', 'deliveries.noteEvents', { ...event, event: 'acknowledged' })).code,
    ).toBe('DELIVERY_ORDER');
    await ask(desk, 'mutation', 'deliveries.noteEvents', { ...event, event: 'sent' });
    expect((await states()).bounced).toBeUndefined();
    expect((await coverage()).rows[1]!.deliveries[0]!.events.map((one) => one.event)).toEqual([
      'sent',
      'bounced',
      'sent',
    ]);

    // A correction makes a new version: those who had the minutes have an older one.
    await ask(desk, 'mutation', 'examination.addCorrection', {
      meetingId,
      itemId: null,
      text: 'Kokouspaikan nimi on Maakuntatalo.',
      notedOn: '2026-05-19',
    });
    expect((await states()).older).toHaveLength(3);
    await ask(desk, 'mutation', 'deliveries.note', note([first]));
    const after = await coverage();
    expect(after.rows[0]!.coverage).toBe('reached');
    expect(after.rows[0]!.deliveries.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('drafts are written for those who have not got it, and the ledger says that they were prepared', async () => {
    const { desk, folder, meetingId, coverage, note } = await sample(kind);
    const all = await coverage();
    const got = all.rows[0]!;
    await ask(desk, 'mutation', 'deliveries.note', note([recipientOf(got)], { channel: 'hand' }));
    const withAddress = all.rows.slice(1).filter(({ email }) => email !== null);
    expect(withAddress.length).toBeGreaterThan(10);
    desk.grant('jakelu', path.join(folder, 'jakelu.eml'), 'write');
    const result = await ask<{ files: string[]; withoutAddress: string[] }>(
      desk,
      'mutation',
      'deliveries.prepare',
      {
        meetingId,
        kind: 'minutes',
        rules: BOARD,
        mode: 'language',
        greeting: 'Tiedoksi ja järjestöissä käsiteltäväksi.',
        target: 'jakelu',
      },
    );
    const messages = result.files.map((name) => readMessage(fs.readFileSync(path.join(folder, name))));
    expect(messages.flatMap(({ bcc }) => bcc)).toHaveLength(withAddress.length);
    const finnish = messages[0]!;
    expect(finnish.headers['subject']).toContain('Pöytäkirja 2/2026');
    expect(finnish.text).toContain('Tiedoksi ja järjestöissä käsiteltäväksi.');
    expect(finnish.files).toHaveLength(1);
    if (hasProgram('pdftotext')) {
      const pdf = path.join(folder, 'liite.pdf');
      fs.writeFileSync(pdf, finnish.files[0]!.bytes);
      expect(readPdf(pdf)).toContain('Pöytäkirja');
    }
    const after = await coverage();
    expect(after.rows.filter((row) => row.coverage === 'prepared')).toHaveLength(withAddress.length);
    expect(after.rows[0]!.coverage).toBe('reached');
    expect(result.withoutAddress).toHaveLength(after.rows.filter((row) => row.coverage === 'missing').length);
  });
});
