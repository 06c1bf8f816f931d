/** Data protection through the same calls as the window makes. */
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileHolds } from '../../db/features/erasure-traces.ts';
import { openBackend, type Backend } from '../fixtures/contract.ts';

let backend: Backend;
beforeEach(async () => void (backend = await openBackend('own')));
afterEach(() => backend.close());

const ask = <T>(type: 'query' | 'mutation', name: string, input?: unknown): Promise<T> =>
  backend.ask<T>(type, name, input);
const person = (name: string, email: string) =>
  ask<{ id: string }>('mutation', 'persons.create', { name, email, phone: null, shortName: null });
type Due = { persons: { personId: string; dueOn: string }[]; coming: { personId: string }[] };

it('contact data of somebody without a role is due after its term, unless there is a reason to keep it', async () => {
  const { id } = await person('Aino Aalto', 'aino@x.example');
  const due = () => ask<Due>('query', 'privacy.due');
  const entered = new Date().toISOString().slice(0, 10);
  backend.today = `${Number(entered.slice(0, 4)) + 1}${entered.slice(4)}`;
  expect((await due()).persons).toMatchObject([{ personId: id, dueOn: backend.today }]);

  await ask('mutation', 'privacy.keepLonger', { personId: id, until: '2099-01-01', reason: 'Sovittu' });
  expect((await due()).persons).toEqual([]);
  await expect(
    ask('mutation', 'privacy.keepLonger', { personId: id, until: '2099-01-01', reason: ' ' }),
  ).rejects.toThrow('INVALID_INPUT');
  await ask('mutation', 'privacy.keepLonger', { personId: id, until: null, reason: '' });

  const { id: consentId } = await ask<{ id: string }>('mutation', 'privacy.addConsent', {
    personId: id,
    subject: 'Uutiskirje',
    givenOn: '2026-05-01',
    source: 'lomake',
  });
  expect((await due()).persons).toEqual([]);
  await ask('mutation', 'privacy.withdrawConsent', { id: consentId, on: '2026-06-01' });
  expect((await due()).persons).toHaveLength(1);

  const { settings } = await ask<{ settings: object }>('query', 'privacy.settings');
  await ask('mutation', 'privacy.saveSettings', { version: 0, settings: { ...settings, contactMonths: 13 } });
  expect(await due()).toMatchObject({ persons: [], coming: [{ personId: id }] });
  await expect(ask('mutation', 'privacy.saveSettings', { version: 0, settings })).rejects.toThrow('CONFLICT');
});

it('an erasure is announced to every screen, and a restored backup is erased again', async () => {
  const { id } = await person('Aino Aalto', 'aino@x.example');
  await backend.workspace.backUp('2026-05-19');
  const [backup] = backend.workspace.backups();
  backend.announced.length = 0;
  const [erased] = await ask<{ searched: boolean }[]>('mutation', 'privacy.erase', {
    personIds: [id],
    cause: 'request',
  });
  expect(erased).toMatchObject({ scope: 'whole', searched: true });
  expect(backend.announced.flat()).toEqual(
    expect.arrayContaining(['persons', 'organisations', 'meetings', 'privacy']),
  );
  await ask('mutation', 'workspace.restore', { name: backup!.name });
  expect(await ask('query', 'persons.list', {})).toMatchObject({ total: 0 });
  expect(fileHolds(path.join(backend.folder, 'pykala.sqlite'), ['aino@x.example'])).toBe(false);
});

it('a restricted person is not changed, and the reason is said', async () => {
  const { id } = await person('Aino Aalto', 'aino@x.example');
  await ask('mutation', 'privacy.restrict', { personId: id, ground: 'accuracy' });
  await expect(
    ask('mutation', 'persons.update', {
      id,
      version: 1,
      values: { name: 'Aino Aalto', email: null, phone: null },
    }),
  ).rejects.toThrow('PERSON_RESTRICTED: Henkilön tietojen käsittelyä on rajoitettu');
});

it('the log is read by person, kind, day and text', async () => {
  const { id } = await person('Aino Aalto', 'aino@x.example');
  await person('Otso Otava', 'otso@x.example');
  const log = async (filter: object) =>
    await ask<{ total: number; rows: { subject: string; actor: string; changes: { column: string }[] }[] }>(
      'query',
      'privacy.log',
      { filter },
    );
  expect((await log({ personId: id })).rows).toMatchObject([{ subject: 'Aino Aalto', actor: 'Sihteeri' }]);
  expect((await log({ entity: 'person' })).total).toBe(2);
  expect((await log({ text: 'otso@' })).total).toBe(1);
  expect((await log({ to: '2000-01-01' })).total).toBe(0);
  expect((await log({ from: '2000-01-01', entity: 'person' })).total).toBe(2);
  expect((await log({ personId: id })).rows[0]?.changes.map(({ column }) => column)).not.toContain(
    'sort_key',
  );
});

it('words of replies and old entries go by the day that was shown, and never what is not due', async () => {
  await person('Aino Aalto', 'aino@x.example');
  expect(await ask('mutation', 'privacy.clearLog', { before: '2099-01-01' })).toEqual({ count: 0 });
  expect(await ask('mutation', 'privacy.clearReplies', { before: '2099-01-01' })).toEqual({ count: 0 });
  expect(await ask('query', 'privacy.log', { filter: { entity: 'person' } })).toMatchObject({ total: 1 });
});
