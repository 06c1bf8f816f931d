/** Boards, terms, rules, seats and offices on a real file. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addTerm,
  createBoard,
  getBoard,
  listBoards,
  rulesInForce,
  saveRules,
  updateBoard,
  updateTerm,
} from '../../db/features/boards.ts';
import { composition, seatHistory } from '../../db/features/composition.ts';
import { createPerson } from '../../db/features/persons.ts';
import {
  addSeat,
  endOffice,
  endSeatHolder,
  setOffice,
  setSeatHolder,
  updateSeat,
} from '../../db/features/seat-holders.ts';
import { importFields } from '../../db/features/classification.ts';
import type { OfficeKind } from '../../db/model/board.ts';
import { newId } from '../../db/model/identity.ts';
import { DEFAULT_RULES } from '../../db/model/rules.ts';
import { testDatabase, type TestDatabase } from './board-database.ts';

const BOARD = {
  nameFi: 'Malli-JANE',
  nameSv: null,
  nameEn: null,
  shortName: 'JANE',
  regionCode: '12',
  appointedBy: 'maakuntahallitus',
  appointmentDecision: '',
  meetingsPerYear: '',
};
const TERM = { startsOn: '2025-08-01', endsOn: '2029-07-31', basis: '' };

let database: TestDatabase;
let boardId: string;
let seatIds: string[];
beforeEach(async () => {
  database = await testDatabase();
  ({ id: boardId } = await database.change((trx) =>
    createBoard(trx, { board: BOARD, term: TERM, seats: 4, rules: DEFAULT_RULES }),
  ));
  seatIds = (await on('2026-01-01')).seats.map((seat) => seat.id);
});
afterEach(() => database.remove());

const on = (date: string) => composition(database.kysely, boardId, date);
const person = async (name: string): Promise<string> =>
  (
    await database.change((trx) =>
      createPerson(trx, { name, shortName: null, email: null, phone: null, language: 'fi', notes: '' }),
    )
  ).id;
const appoint = (seat: number, role: 'member' | 'deputy', personId: string, startsOn = '2025-08-01') =>
  database.change((trx) =>
    setSeatHolder(trx, { seatId: seatIds[seat - 1]!, role, personId, organisationId: null, startsOn }),
  );
const who = async (date: string, seat: number) => {
  const view = (await on(date)).seats[seat - 1]!;
  return [view.member?.person.name ?? null, view.deputy?.person.name ?? null];
};

describe('a new board', () => {
  it('has its term, its seats and its rules from the first day', async () => {
    const view = await on('2026-01-01');
    expect(view).toMatchObject({
      date: '2026-01-01',
      term: { startsOn: '2025-08-01', seats: 4 },
      counts: { seats: 4, filled: 0, vacant: 4, deputies: 0, quorumRequired: 3 },
      offices: [],
    });
    expect(view.seats.map((seat) => seat.number)).toEqual([1, 2, 3, 4]);
    expect(await getBoard(database.kysely, boardId)).toMatchObject({
      region: { fi: 'Pohjois-Karjala' },
      rulesFrom: ['2025-08-01'],
      version: 1,
    });
    expect(await listBoards(database.kysely, '2026-01-01')).toMatchObject([{ shortName: 'JANE' }]);
  });

  it('is shown on the nearest day of a term, before and after it', async () => {
    expect((await on('2020-01-01')).date).toBe('2025-08-01');
    expect((await on('2031-01-01')).date).toBe('2029-07-31');
  });

  it('is not overwritten, and its region must exist', async () => {
    const change = (version: number, regionCode: string | null) =>
      database.change((trx) => updateBoard(trx, { id: boardId, version, values: { ...BOARD, regionCode } }));
    expect(await change(1, null)).toEqual({ version: 2 });
    await expect(change(1, null)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(change(2, '99')).rejects.toMatchObject({ fields: { regionCode: 'region_unknown' } });
  });

  it('gets another term with the same seats, never one that overlaps', async () => {
    await database.change((trx) =>
      importFields(trx, [{ key: 'kylat', fi: 'Kylät', sv: 'Byar', en: 'Villages' }]),
    );
    const field = await database.kysely.selectFrom('field').select('id').executeTakeFirstOrThrow();
    await database.change((trx) => updateSeat(trx, { id: seatIds[0]!, fieldId: field.id }));
    await expect(
      database.change((trx) =>
        addTerm(trx, boardId, { startsOn: '2029-07-31', endsOn: '2033-07-31', basis: '' }),
      ),
    ).rejects.toMatchObject({ code: 'TERM_OVERLAP' });
    const { id } = await database.change((trx) =>
      addTerm(trx, boardId, { startsOn: '2029-08-01', endsOn: '2033-07-31', basis: '' }),
    );
    const next = await on('2030-01-01');
    expect(next.seats.map((seat) => seat.field?.name.fi ?? null)).toEqual(['Kylät', null, null, null]);
    await expect(
      database.change((trx) =>
        updateTerm(trx, { id, values: { startsOn: '2029-01-01', endsOn: '2033-07-31', basis: '' } }),
      ),
    ).rejects.toMatchObject({ code: 'TERM_OVERLAP' });
  });

  it('gets more seats', async () => {
    const termId = (await on('2026-01-01')).term!.id;
    const added = await database.change((trx) => addSeat(trx, { termId, fieldId: null }));
    expect(added.number).toBe(5);
    expect((await on('2026-01-01')).counts).toMatchObject({ seats: 5, quorumRequired: 3 });
    await expect(
      database.change((trx) => updateSeat(trx, { id: added.id, fieldId: newId() })),
    ).rejects.toMatchObject({ fields: { fieldId: 'field_unknown' } });
  });
});

describe('seats', () => {
  it('keep who held them on each day', async () => {
    const [first, second] = [await person('Ensimmäinen'), await person('Toinen')];
    await appoint(1, 'member', first);
    await appoint(1, 'member', second, '2026-05-19');
    expect(await who('2026-05-18', 1)).toEqual(['Ensimmäinen', null]);
    expect(await who('2026-05-19', 1)).toEqual(['Toinen', null]);
    expect(
      (await seatHistory(database.kysely, seatIds[0]!)).map(({ startsOn, endsOn }) => [startsOn, endsOn]),
    ).toEqual([
      ['2026-05-19', null],
      ['2025-08-01', '2026-05-18'],
    ]);
  });

  it('let a decision planned for the future take effect only then', async () => {
    const [now, later, between] = [await person('Nyt'), await person('Myöhemmin'), await person('Välissä')];
    await appoint(1, 'member', now);
    await appoint(1, 'member', later, '2027-01-01');
    const view = (await on('2026-06-01')).seats[0]!;
    expect(view.member?.person.name).toBe('Nyt');
    expect(view.member?.endsOn).toBe('2026-12-31');
    expect(view.upcoming).toMatchObject([{ person: { name: 'Myöhemmin' }, role: 'member' }]);
    await appoint(1, 'member', between, '2026-07-01');
    expect(await who('2026-06-30', 1)).toEqual(['Nyt', null]);
    expect(await who('2026-12-31', 1)).toEqual(['Välissä', null]);
    expect(await who('2027-01-01', 1)).toEqual(['Myöhemmin', null]);
  });

  it('are corrected on the same day without a trace but in the audit log', async () => {
    const [wrong, right] = [await person('Väärä'), await person('Oikea')];
    await appoint(1, 'member', wrong);
    await appoint(1, 'member', right);
    expect(await seatHistory(database.kysely, seatIds[0]!)).toHaveLength(1);
    const deleted = database.raw
      .prepare(`select count(*) from audit where entity = 'seat_holder' and action = 'delete'`)
      .pluck()
      .get();
    expect(deleted).toBe(1);
  });

  it('never give one person two members’ seats, also not from a later day', async () => {
    const one = await person('Yksi');
    await appoint(1, 'member', one);
    await expect(appoint(2, 'member', one, '2026-01-01')).rejects.toMatchObject({
      code: 'SEAT_HELD',
      details: { name: 'Yksi', seat: 1 },
      fields: { personId: 'person_on_seat' },
    });
    // Nothing was left behind by the refusal.
    expect((await on('2026-01-01')).counts.filled).toBe(1);
    await expect(appoint(1, 'deputy', one)).rejects.toMatchObject({ code: 'SEAT_HELD' });
    const holder = (await on('2026-01-01')).seats[0]!.member!;
    await database.change((trx) => endSeatHolder(trx, { id: holder.id, endsOn: '2025-12-31' }));
    await appoint(2, 'member', one, '2026-01-01');
    expect(await who('2026-01-01', 1)).toEqual([null, null]);
    expect(await who('2026-01-01', 2)).toEqual(['Yksi', null]);
  });

  it('let the deputy rise to member of his own seat', async () => {
    const [member, deputy] = [await person('Jäsen'), await person('Vara')];
    await appoint(1, 'member', member);
    await appoint(1, 'deputy', deputy);
    const { warnings } = await appoint(1, 'member', deputy, '2026-03-01');
    expect(warnings).toEqual([{ code: 'deputy_rose', seatNumber: 1 }]);
    expect(await who('2026-02-28', 1)).toEqual(['Jäsen', 'Vara']);
    expect(await who('2026-03-01', 1)).toEqual(['Vara', null]);
  });

  it('warn of a deputy who has another place', async () => {
    const both = await person('Kaksi');
    await appoint(1, 'member', both);
    expect((await appoint(2, 'deputy', both)).warnings).toEqual([
      { code: 'member_elsewhere', seatNumber: 1 },
    ]);
    expect((await appoint(3, 'deputy', both)).warnings).toEqual([
      { code: 'member_elsewhere', seatNumber: 1 },
      { code: 'deputy_elsewhere', seatNumber: 2 },
    ]);
  });

  it('refuse days outside the term, deputies where there are none, and unknown persons', async () => {
    const one = await person('Yksi');
    await expect(appoint(1, 'member', one, '2025-07-31')).rejects.toMatchObject({
      fields: { startsOn: 'outside_term' },
    });
    await expect(appoint(1, 'member', newId())).rejects.toMatchObject({
      fields: { personId: 'person_unknown' },
    });
    await database.change((trx) =>
      saveRules(trx, { boardId, validFrom: '2026-01-01', rules: { ...DEFAULT_RULES, deputies: 'none' } }),
    );
    await appoint(1, 'deputy', one, '2025-12-31');
    await expect(appoint(2, 'deputy', one, '2026-01-01')).rejects.toMatchObject({
      code: 'DEPUTIES_NOT_USED',
    });
    const holder = (await on('2026-01-01')).seats[0]!.deputy!;
    await expect(
      database.change((trx) => endSeatHolder(trx, { id: holder.id, endsOn: '2025-08-01' })),
    ).rejects.toMatchObject({ fields: { endsOn: 'ends_before_start' } });
  });
});

describe('offices', () => {
  const give = (office: OfficeKind, personId: string, startsOn = '2025-08-01') =>
    database.change((trx) => setOffice(trx, { boardId, personId, office, title: '', startsOn }));
  const holders = async (date: string) =>
    (await on(date)).offices.map(({ office, person: { name } }) => [office, name]);

  it('have one chair, one vice chair and one secretary at a time, and any number of experts', async () => {
    const [one, two, three] = [await person('Yksi'), await person('Kaksi'), await person('Kolme')];
    await appoint(1, 'member', one);
    expect((await give('chair', one)).warnings).toEqual([]);
    expect((await give('chair', two, '2026-06-01')).warnings).toEqual([
      { code: 'not_member', seatNumber: null },
    ]);
    await give('secretary', three);
    await give('expert', two);
    await give('expert', three);
    await expect(give('expert', three)).rejects.toMatchObject({ code: 'PERSON_HAS_OFFICE' });
    expect(await holders('2026-05-31')).toEqual([
      ['chair', 'Yksi'],
      ['secretary', 'Kolme'],
      ['expert', 'Kaksi'],
      ['expert', 'Kolme'],
    ]);
    expect((await holders('2026-06-01'))[0]).toEqual(['chair', 'Kaksi']);
    const chair = (await on('2026-06-01')).offices[0]!;
    await database.change((trx) => endOffice(trx, { id: chair.id, endsOn: '2026-12-31' }));
    expect((await holders('2027-01-01'))[0]?.[0]).toBe('secretary');
  });
});

describe('rules', () => {
  it('hold from their day on and leave earlier meetings alone', async () => {
    await database.change((trx) =>
      saveRules(trx, {
        boardId,
        validFrom: '2026-06-01',
        rules: { ...DEFAULT_RULES, quorum: { kind: 'at_least', minimum: 2 } },
      }),
    );
    expect((await on('2026-05-31')).counts.quorumRequired).toBe(3);
    expect((await on('2026-06-01')).counts.quorumRequired).toBe(2);
    expect(await rulesInForce(database.kysely, boardId, '2026-05-31')).toMatchObject({
      validFrom: '2025-08-01',
      profiles: ['2025-08-01', '2026-06-01'],
    });
  });

  it('of an examined meeting are not changed any more', async () => {
    database.raw
      .prepare(
        `insert into meeting(id, board_id, number, year, held_on, state, language) values (?, ?, 3, 2026, '2026-05-19', 'examined', 'fi')`,
      )
      .run(newId(), boardId);
    const save = (validFrom: string) =>
      database.change((trx) => saveRules(trx, { boardId, validFrom, rules: DEFAULT_RULES }));
    await expect(save('2025-08-01')).rejects.toMatchObject({
      code: 'RULES_FROZEN',
      details: { meeting: '3/2026' },
    });
    await expect(save('2026-05-19')).rejects.toMatchObject({ fields: { validFrom: 'rules_frozen' } });
    await save('2026-05-20');
  });
});
