/** The register through the same calls as the window makes: validated input, typed errors, announcements. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '../../db/model/rules.ts';
import { openBackend, type Backend } from '../fixtures/contract.ts';

let backend: Backend;
beforeEach(async () => void (backend = await openBackend('own')));
afterEach(() => backend.close());

const call: Backend['call'] = (type, name, input) => backend.call(type, name, input);
const ask = <T>(type: 'query' | 'mutation', name: string, input?: unknown): Promise<T> =>
  backend.ask<T>(type, name, input);

const BOARD = {
  board: { nameFi: 'Malli-JANE', shortName: 'JANE', regionCode: '12' },
  term: { startsOn: '2025-08-01', endsOn: '2029-07-31' },
  seats: 3,
  rules: DEFAULT_RULES,
};

describe('organisations', () => {
  it('are made, listed, read and changed', async () => {
    const { id } = await ask<{ id: string }>('mutation', 'organisations.create', {
      nameFi: 'Kuoro ry',
      businessId: '0215839-7',
      municipalityCode: '167',
    });
    expect(backend.announced).toEqual([['organisations']]);
    expect(await ask('query', 'organisations.list', { text: 'kuoron' })).toMatchObject({
      total: 1,
      rows: [{ id, name: { fi: 'Kuoro ry' }, municipality: { fi: 'Joensuu' } }],
    });
    await ask('mutation', 'organisations.update', { id, version: 1, values: { nameFi: 'Orkesteri ry' } });
    expect(await ask('query', 'organisations.get', { id })).toMatchObject({
      nameFi: 'Orkesteri ry',
      businessId: null,
      version: 2,
    });
  });

  it('answer with sentences at the fields, and announce nothing', async () => {
    const reply = await call('mutation', 'organisations.create', {
      nameFi: ' ',
      businessId: '1234567-8',
      registerNumber: '1234567',
      email: 'ei osoite',
      postalCode: '801',
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    const { fields } = reply.ok ? { fields: {} } : reply.error;
    expect(Object.keys(fields ?? {}).sort()).toEqual([
      'businessId',
      'email',
      'nameFi',
      'postalCode',
      'registerNumber',
    ]);
    for (const sentence of Object.values(fields ?? {})) expect(sentence).toMatch(/^[A-ZÅÄÖY].*\.$/);
    expect(backend.announced).toEqual([]);
  });

  it('say whose an identifier is', async () => {
    await ask('mutation', 'organisations.create', { nameFi: 'Kuoro ry', registerNumber: '123456' });
    const reply = await call('mutation', 'organisations.create', {
      nameFi: 'Toinen ry',
      registerNumber: '123.456',
    });
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'DUPLICATE',
        details: { name: 'Kuoro ry' },
        fields: { registerNumber: expect.any(String) },
      },
    });
  });
});

describe('the board', () => {
  it('is made with the fields that the product ships, and filled seat by seat', async () => {
    const { id } = await ask<{ id: string }>('mutation', 'boards.create', BOARD);
    expect(backend.announced[0]).toContain('boards');
    const fields = await ask<{ id: string; name: { fi: string } }[]>('query', 'classifications.fields');
    expect(fields.length).toBeGreaterThan(10);
    const before = await ask<{ seats: { id: string }[] }>('query', 'boards.composition', { boardId: id });
    const seatId = before.seats[0]!.id;
    const person = await ask<{ id: string }>('mutation', 'persons.create', { name: 'Aino Aalto' });
    await ask('mutation', 'boards.setSeatHolder', {
      seatId,
      role: 'member',
      personId: person.id,
      startsOn: '2025-08-01',
    });
    await ask('mutation', 'boards.updateSeat', { id: seatId, fieldId: fields[0]!.id });
    await ask('mutation', 'boards.setOffice', {
      boardId: id,
      personId: person.id,
      office: 'chair',
      startsOn: '2025-08-01',
    });
    expect(await ask('query', 'boards.composition', { boardId: id })).toMatchObject({
      date: '2026-05-19',
      counts: { filled: 1, vacant: 2, quorumRequired: 2 },
      seats: [{ field: { name: fields[0]!.name }, member: { person: { name: 'Aino Aalto' } } }, {}, {}],
      offices: [{ office: 'chair' }],
    });
    expect(await ask('query', 'persons.get', { id: person.id })).toMatchObject({
      seats: [{ boardName: 'JANE', seatNumber: 1 }],
      offices: [{ office: 'chair' }],
    });
  });

  it('words every refusal', async () => {
    const { id } = await ask<{ id: string }>('mutation', 'boards.create', BOARD);
    const { seats } = await ask<{ seats: { id: string }[] }>('query', 'boards.composition', { boardId: id });
    const person = await ask<{ id: string }>('mutation', 'persons.create', { name: 'Aino Aalto' });
    const appoint = (seat: number, startsOn: string) =>
      call('mutation', 'boards.setSeatHolder', {
        seatId: seats[seat]!.id,
        role: 'member',
        personId: person.id,
        startsOn,
      });
    expect((await appoint(0, '2025-08-01')).ok).toBe(true);
    for (const reply of [
      await appoint(1, '2026-01-01'),
      await appoint(1, '2020-01-01'),
      await call('mutation', 'boards.addTerm', {
        boardId: id,
        values: { startsOn: '2026-01-01', endsOn: '2027-01-01' },
      }),
      await call('query', 'boards.get', { id: person.id }),
      await call('mutation', 'boards.create', { ...BOARD, seats: 0 }),
    ]) {
      expect(reply.ok).toBe(false);
      if (!reply.ok) {
        expect(reply.error.code).not.toBe('INTERNAL');
        expect(reply.error.message).toMatch(/[.]$/);
      }
    }
  });

  it('keeps its rules', async () => {
    const { id } = await ask<{ id: string }>('mutation', 'boards.create', BOARD);
    await ask('mutation', 'boards.saveRules', {
      boardId: id,
      validFrom: '2026-01-01',
      rules: { ...DEFAULT_RULES, noticeDays: 5 },
    });
    expect(await ask('query', 'boards.rules', { boardId: id })).toMatchObject({
      validFrom: '2026-01-01',
      rules: { noticeDays: 5 },
    });
  });
});

it('the classifications are lists to choose from', async () => {
  const municipalities = await ask<{ code: string; name: { fi: string } }[]>(
    'query',
    'classifications.municipalities',
  );
  expect(municipalities).toHaveLength(308);
  expect(municipalities.at(-1)?.name.fi).toBe('Äänekoski');
  expect(await ask<unknown[]>('query', 'classifications.regions')).toHaveLength(19);
  expect(await ask<unknown[]>('query', 'classifications.prhClasses')).toHaveLength(10);
});
