/** What the window may count on, in process and through the real worker thread alike. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { DEFAULT_RULES } from '../../db/model/rules.ts';
import type { WindowEvent } from '../../electron/backend/protocol.ts';
import { startedFolder, temporaryFolder } from '../fixtures/databases.ts';
import { ask, closePublisher, DESKS, openDesk, refused, type Desk, type DeskKind } from '../fixtures/desk.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';
import { readPdf } from '../fixtures/pdf-text.ts';

const KINDS = Object.keys(DESKS) as DeskKind[];
afterAll(closePublisher);

const BOARD = {
  board: { nameFi: 'Koe-JANE', nameSv: null, nameEn: null, shortName: 'Koe', regionCode: '12' },
  term: { startsOn: '2025-08-01', endsOn: '2029-07-31' },
  seats: 16,
  rules: DEFAULT_RULES,
};
const person = (name: string) => ({ name, shortName: null, email: null, phone: null });

/** A desk whose own database is the sample's content. */
async function sampleDesk(
  kind: DeskKind,
): Promise<{ desk: Desk; folder: string; boardId: string; meetings: Record<string, string> }> {
  const folder = temporaryFolder();
  const { boardId, meetings } = await sampleFile(folder, 'pykala.sqlite');
  return { desk: await openDesk(kind, folder), folder, boardId, meetings };
}

async function heard(desk: Desk, id: string, count: number): Promise<unknown[]> {
  const found = () => desk.events.filter((event) => event.kind === 'data' && event.id === id);
  await vi.waitFor(() => expect(found().length).toBeGreaterThanOrEqual(count), { timeout: 10_000 });
  return found().map((event) => (event as Extract<WindowEvent, { kind: 'data' }>).data);
}

describe.each(KINDS)('%s', (kind) => {
  test('an empty desk: status, a board, a person, and reading them back', async () => {
    const desk = await openDesk(kind, temporaryFolder());
    expect(await ask(desk, 'query', 'workspace.status')).toEqual({
      kind: 'own',
      error: null,
      hasBoards: false,
    });
    const board = await ask<{ id: string }>(desk, 'mutation', 'boards.create', BOARD);
    expect(await ask(desk, 'query', 'boards.get', { id: board.id })).toMatchObject({
      nameFi: 'Koe-JANE',
      regionCode: '12',
    });
    const { id } = await ask<{ id: string }>(desk, 'mutation', 'persons.create', person('Väinö Virtanen'));
    expect(await ask(desk, 'query', 'persons.list', { text: 'vain' })).toMatchObject({
      total: 1,
      rows: [{ id }],
    });
    expect(await ask(desk, 'query', 'workspace.status')).toMatchObject({ hasBoards: true });
  });

  test.each([
    [
      'fi',
      'Täytä tämä kohta.',
      'Y-tunnuksen tarkistusmerkki ei täsmää. Tarkista numerot.',
      'Tietoja ei tallennettu.',
    ],
    [
      'sv',
      'Fyll i den här uppgiften.',
      'FO-numrets kontrolltecken stämmer inte. Kontrollera siffrorna.',
      'Uppgifterna sparades inte.',
    ],
    [
      'en',
      'Fill in this field.',
      'The check digit of the business ID does not match. Check the digits.',
      'Nothing was saved.',
    ],
  ] as const)(
    'a wrong form gets a sentence for each field: %s',
    async (language, required, digit, message) => {
      const desk = await openDesk(kind, await startedFolder());
      desk.setActor({ userName: 'x', language });
      const error = await refused(desk, 'mutation', 'organisations.create', {
        nameFi: ' ',
        businessId: '9900001-7',
      });
      expect(error).toMatchObject({ code: 'INVALID_INPUT', fields: { nameFi: required, businessId: digit } });
      expect(error.message).toContain(message);
      expect(await ask(desk, 'query', 'organisations.list', {})).toMatchObject({ total: 0 });
    },
  );

  test('a stale version, a missing row, an unknown procedure, the wrong kind of call', async () => {
    const { desk, meetings } = await sampleDesk(kind);
    const { id } = await ask<{ id: string }>(desk, 'mutation', 'persons.create', person('Aino'));
    await ask(desk, 'mutation', 'persons.update', { id, version: 1, values: person('Aino A') });
    expect(
      await refused(desk, 'mutation', 'persons.update', { id, version: 1, values: person('Aino B') }),
    ).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await ask(desk, 'query', 'persons.get', { id })).toMatchObject({ name: 'Aino A', version: 2 });
    const nobody = crypto.randomUUID();
    expect((await refused(desk, 'query', 'meetings.get', { meetingId: nobody })).code).toBe('NOT_FOUND');
    for (const [type, name] of [
      ['query', 'persons.fly'],
      ['query', 'persons'],
      ['query', ''],
      ['query', '__proto__'],
      ['query', 'constructor.prototype'],
      ['mutation', 'toString'],
      ['query', 'persons.create'],
      ['mutation', 'persons.list'],
      ['query', 'changes.watch'],
      ['subscription', 'persons.list'],
    ] as const)
      expect((await refused(desk, type, name, {})).code, name).toBe('UNKNOWN_PROCEDURE');
    expect((await refused(desk, 'mutation', 'items.remove', { itemId: nobody })).code).toBe('NOT_FOUND');
    const { items } = await ask<{ items: { id: string }[] }>(desk, 'query', 'meetings.get', {
      meetingId: meetings['1/2026'],
    });
    expect((await refused(desk, 'mutation', 'items.move', { itemId: items[0]!.id, position: 3 })).code).toBe(
      'MEETING_EXAMINED',
    );
  });

  test('references to what is not there are NOT_FOUND, and nothing is written', async () => {
    const { desk, meetings } = await sampleDesk(kind);
    const meetingId = meetings['3/2026']!;
    const nobody = crypto.randomUUID();
    const before = await ask<{ items: { id: string; version: number }[]; version: number }>(
      desk,
      'query',
      'meetings.get',
      { meetingId },
    );
    const item = before.items[8]!;
    const known = (await ask<{ rows: { id: string }[] }>(desk, 'query', 'persons.list', {})).rows[0]!.id;
    const seen = {
      proposal: { kind: 'return', proposerId: known, text: '', seconderIds: [], withdrawn: false },
      vote: {
        method: 'roll_call',
        ayeProposalId: null,
        noProposalId: null,
        ballots: [],
        counts: null,
        chairChoice: null,
        lot: null,
      },
      election: { title: '', places: 1, blanks: 0, candidates: [] },
      dissent: { declared: '', reasons: '', attached: false },
    };
    const gone = (what: keyof typeof seen) => ({ id: nobody, seen: seen[what] });
    for (const [name, input] of [
      ['live.saveConflict', { values: { itemId: item.id, personId: nobody, ground: 'party' }, seen: null }],
      ['live.saveProposal', { values: { itemId: item.id, kind: 'return', proposerId: nobody } }],
      [
        'live.saveProposal',
        { ...gone('proposal'), values: { itemId: item.id, kind: 'return', proposerId: known } },
      ],
      ['live.saveVote', { values: { itemId: item.id, method: 'roll_call', ayeProposalId: nobody } }],
      ['live.saveVote', { ...gone('vote'), values: { itemId: item.id, method: 'roll_call' } }],
      ['live.saveElection', { ...gone('election'), values: { itemId: item.id, places: 1, candidates: [] } }],
      ['live.saveDissent', { ...gone('dissent'), values: { itemId: item.id, personId: known } }],
      ['live.attendance', { meetingId, personId: nobody, event: 'arrive' }],
      ['meetings.setElected', { itemId: item.id, personIds: [nobody], seenIds: [] }],
      ['items.change', { itemId: item.id, version: item.version, change: { presenterId: nobody } }],
      ['tasks.create', { boardId: nobody, task: { title: 'Tehtävä' } }],
    ] as const)
      expect((await refused(desk, 'mutation', name, input)).code, name).toBe('NOT_FOUND');
    expect(await ask(desk, 'query', 'meetings.get', { meetingId })).toEqual(before);
  });

  test('a second dissent of the same person is a duplicate, not a fault of the program', async () => {
    const { desk, meetings } = await sampleDesk(kind);
    const { items } = await ask<{ items: { id: string; dissents: { person: { id: string } }[] }[] }>(
      desk,
      'query',
      'meetings.get',
      {
        meetingId: meetings['3/2026'],
      },
    );
    const item = items[8]!;
    const values = { itemId: item.id, personId: item.dissents[0]!.person.id };
    expect((await refused(desk, 'mutation', 'live.saveDissent', { values })).code).toBe('DUPLICATE');
  });

  test('a subscription hears of a change after it is committed, of none that failed, and stops', async () => {
    const desk = await openDesk(kind, await startedFolder());
    expect(
      await desk.request({ id: 'w1', type: 'subscription', path: 'changes.watch', input: undefined }),
    ).toEqual({
      ok: true,
      data: null,
    });
    await refused(desk, 'mutation', 'persons.create', person(''));
    await refused(desk, 'mutation', 'tasks.create', {
      boardId: crypto.randomUUID(),
      task: { title: 'Tehtävä' },
    });
    await ask(desk, 'mutation', 'persons.create', person('Aino'));
    expect(await heard(desk, 'w1', 1)).toEqual([{ topics: ['persons'] }]);
    await ask(desk, 'mutation', 'boards.create', BOARD);
    expect((await heard(desk, 'w1', 2))[1]).toEqual({ topics: ['boards', 'workspace'] });
    await desk.request({ id: 'w1', type: 'stop', path: '', input: undefined });
    await desk.request({ id: 'w2', type: 'subscription', path: 'changes.watch', input: undefined });
    await ask(desk, 'mutation', 'persons.create', person('Bo'));
    expect(await heard(desk, 'w2', 1)).toHaveLength(1);
    expect(await heard(desk, 'w1', 2)).toHaveLength(2);
    expect(await desk.request({ id: 'unknown', type: 'stop', path: '', input: undefined })).toEqual({
      ok: true,
      data: null,
    });
  });

  test('a file is written only where the user chose, for that purpose', async () => {
    const { desk, meetings } = await sampleDesk(kind);
    const folder = temporaryFolder();
    const input = { meetingId: meetings['3/2026'], language: 'fi', format: 'text', target: 'g1' };
    expect((await refused(desk, 'mutation', 'minutes.export', input)).code).toBe('GRANT_UNKNOWN');
    desk.grant('g1', path.join(folder, 'a.txt'), 'read');
    expect((await refused(desk, 'mutation', 'minutes.export', input)).code).toBe('GRANT_UNKNOWN');
    desk.grant('g2', path.join(folder, 'b.json'), 'write');
    expect((await refused(desk, 'mutation', 'workspace.importBoard', { source: 'g2' })).code).toBe(
      'GRANT_UNKNOWN',
    );
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('minutes become a PDF and a text in the chosen file', async () => {
    const { desk, meetings } = await sampleDesk(kind);
    const folder = temporaryFolder();
    for (const [format, name] of [
      ['pdf', 'pöytäkirja.pdf'],
      ['text', 'pöytäkirja.txt'],
    ] as const) {
      desk.grant(format, path.join(folder, name), 'write');
      const answer = await ask<{ name: string; bytes: number }>(desk, 'mutation', 'minutes.export', {
        meetingId: meetings['3/2026'],
        language: 'fi',
        format,
        target: format,
      });
      expect(answer).toEqual({ name, bytes: fs.statSync(path.join(folder, name)).size, replaced: [] });
    }
    const sentence = 'J04 ilmoitti eriävän mielipiteensä heti päätöksen toteamisen jälkeen.';
    const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ');
    expect(squeezed(fs.readFileSync(path.join(folder, 'pöytäkirja.txt'), 'utf8'))).toContain(sentence);
    expect(squeezed(readPdf(path.join(folder, 'pöytäkirja.pdf')))).toContain(sentence);
    expect(fs.readdirSync(folder).sort()).toEqual(['pöytäkirja.pdf', 'pöytäkirja.txt'].sort());
  }, 90_000);

  test.each([
    ['a folder that is not there', 'poissa/a.txt', 'FOLDER_MISSING'],
    ['a name that is a folder', 'kansio', 'TARGET_IS_FOLDER'],
  ])('an export to %s says so and leaves nothing', async (_, name, code) => {
    const { desk, meetings } = await sampleDesk(kind);
    const folder = temporaryFolder();
    fs.mkdirSync(path.join(folder, 'kansio'));
    desk.grant('g', path.join(folder, name), 'write');
    const error = await refused(desk, 'mutation', 'minutes.export', {
      meetingId: meetings['3/2026'],
      language: 'fi',
      format: 'text',
      target: 'g',
    });
    expect(error.code).toBe(code);
    expect(error.message).not.toMatch(/\{|ENOENT|Error/);
    expect(fs.readdirSync(folder)).toEqual(['kansio']);
  });
});
