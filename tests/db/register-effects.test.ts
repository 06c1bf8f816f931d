/** Decisions that change the register, through real meetings in real files: applied when examined, and taken back. */
import { describe, expect, test } from 'vitest';
import { boardEffects, waitingEffects } from '../../db/features/board-effects.ts';
import { checkEverything } from '../../db/features/check.ts';
import { closeMeeting } from '../../db/features/meeting-course.ts';
import { composition } from '../../db/features/composition.ts';
import { effectViews } from '../../db/features/effect-records.ts';
import { examineAtOnce, reopenExamination, returnForCorrection } from '../../db/features/examination.ts';
import { examineItem, withdrawItemExamination } from '../../db/features/item-examination.ts';
import { addItem, removeItem } from '../../db/features/items.ts';
import { composeMinutes } from '../../db/features/minutes.ts';
import {
  applyEffect,
  confirmEffect,
  dismissEffect,
  removeEffect,
  reverseEffect,
  saveEffect,
} from '../../db/features/register-effects.ts';
import { takeCarried } from '../../db/features/suggestions.ts';
import { rulesOn } from '../../db/features/rules-in-force.ts';
import { setSeatHolder } from '../../db/features/seat-holders.ts';
import { practiceCard, practiceMatrix } from '../../db/features/practice-views.ts';
import { changePracticeStage, createPractice, removePractice } from '../../db/features/practices.ts';
import { listTasks } from '../../db/features/tasks.ts';
import type { EffectView } from '../../db/model/effect-view.ts';
import { printMinutes } from '../../db/model/print-minutes.ts';
import type { RegisterEffect } from '../../db/model/register-effect.ts';
import { DEFAULT_RULES } from '../../db/model/rules.ts';
import { boardFromNothing, type NewBoard } from '../fixtures/board-from-nothing.ts';
import { resources, writing } from '../fixtures/databases.ts';
import {
  change,
  closed,
  decideAs,
  failure,
  newMeeting,
  opened,
  paragraph,
  view,
} from '../fixtures/meeting-steps.ts';

const PRESENT = Array.from({ length: 10 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);
const HELD = '2026-01-20';
const EXAMINED = '2026-01-27';

interface Case {
  board: NewBoard;
  meetingId: string;
  itemId: string;
  seats: string[];
}

/** A meeting with an item of its own before the ending items. */
async function prepared(heldOn = HELD, from?: NewBoard): Promise<Case> {
  const board = from ?? (await boardFromNothing());
  const meetingId = await newMeeting(board, { heldOn });
  const { id } = await writing(board.database, (trx) =>
    addItem(
      trx,
      meetingId,
      {
        kind: 'decision',
        title: 'Neuvottelukunnan kokoonpanon muutos',
        diaryNumber: null,
        applicantOrganisationId: null,
        presenterId: null,
        account: null,
        proposal: paragraph('Kokoonpanoa muutetaan.'),
      },
      null,
    ),
  );
  const seats = board.database.raw.prepare('select id from seat order by number').pluck().all() as string[];
  return { board, meetingId, itemId: id, seats };
}
const save = ({ board, itemId }: Case, effect: RegisterEffect, id: string | null = null) =>
  writing(board.database, (trx) => saveEffect(trx, { id, version: null, itemId, effect }));
const effects = ({ board, meetingId }: Case, today = '2026-03-01'): Promise<EffectView[]> =>
  effectViews(board.database.kysely, meetingId, today);
const stages = async (of: Case): Promise<string[]> => (await effects(of)).map(({ stage }) => stage);
const examine = ({ board, meetingId }: Case, examinedOn = EXAMINED) =>
  writing(board.database, (trx) =>
    examineAtOnce(
      trx,
      meetingId,
      { examinedOn, displayedFrom: null },
      'Saara',
      `${examinedOn}T10:00:00.000Z`,
    ),
  );
const hold = async (of: Case): Promise<void> => {
  await opened(of.board, of.meetingId, PRESENT);
  await closed(of.board, of.meetingId);
};
const seat = async ({ board, seats }: Case, number: number, day: string) => {
  const found = (await composition(board.database.kysely, board.boardId, day)).seats.find(
    ({ id }) => id === seats[number - 1],
  );
  return [found?.member?.person.shortName ?? null, found?.deputy?.person.shortName ?? null];
};
const dump = ({ board: { database } }: Case): unknown[] =>
  ['seat_holder', 'office', 'board_organisation', 'rule_profile', 'task'].map((table) =>
    database.raw.prepare(`select * from ${table} order by id`).all(),
  );
const errors = async ({ board }: Case): Promise<string[]> =>
  (await checkEverything(board.database))
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

const vacate = ({ board, seats }: Case, name = 'M05', lastDay = HELD): RegisterEffect => ({
  kind: 'seat_vacated',
  seatId: seats[Number(name.slice(1)) - 1]!,
  role: 'member',
  personId: board.people[name]!,
  lastDay,
  cause: 'resignation',
});
const rise = ({ board, seats }: Case): RegisterEffect => ({
  kind: 'deputy_rises',
  seatId: seats[4]!,
  personId: board.people['D05']!,
  from: '2026-01-21',
  askOrganisationId: board.organisationId,
});
const fill = ({ board, seats }: Case, from = '2026-01-21'): RegisterEffect => ({
  kind: 'seat_filled',
  seatId: seats[4]!,
  role: 'member',
  personId: board.people['G']!,
  organisationId: board.organisationId,
  from,
  replacesPersonId: null,
});

test('resignation and rise of the deputy: planned, decided, examined, dated as decided, taken back exactly', async () => {
  const of = await prepared();
  await save(of, vacate(of));
  await save(of, rise(of));
  expect(await stages(of)).toEqual(['planned', 'planned']);
  // What will happen is shown before, the second as it will be after the first.
  expect((await effects(of)).map(({ changes, problem }) => [problem, changes])).toEqual([
    [null, [{ subject: 'member', seat: 5, before: 'Henkilö M05', after: null, settings: [] }]],
    [
      null,
      [
        { subject: 'deputy', seat: 5, before: 'Henkilö D05', after: null, settings: [] },
        { subject: 'member', seat: 5, before: null, after: 'Henkilö D05', settings: [] },
      ],
    ],
  ]);
  const before = dump(of);
  await hold(of);
  expect(await stages(of)).toEqual(['decided', 'decided']);
  expect(dump(of)).toEqual(before);
  expect((await examine(of)).effects).toEqual({ applied: 2, unresolved: 0 });
  expect(await stages(of)).toEqual(['applied', 'applied']);
  // Dated as decided, not as examined.
  expect(await seat(of, 5, HELD)).toEqual(['M05', 'D05']);
  expect(await seat(of, 5, '2026-01-21')).toEqual(['D05', null]);
  const tasks = await listTasks(of.board.database.kysely, of.board.boardId, { state: 'open' }, '2026-02-01');
  expect(
    tasks.map(({ title, responsible, decidedReference }) => [title, responsible, decidedReference]),
  ).toEqual([
    [
      'Uuden varajäsenen nimeäminen paikalle 5',
      'Esimerkkikylän kyläyhdistys ry',
      expect.stringContaining('/2026 §'),
    ],
  ]);
  expect(await errors(of)).toEqual([]);

  const [vacated, risen] = await effects(of);
  const reverse = (id: string) =>
    writing(of.board.database, (trx) =>
      reverseEffect(trx, { id, reason: 'Ero peruttiin.', on: '2026-02-02' }),
    );
  // The second was built on the first.
  expect((await failure(reverse(vacated!.id))).code).toBe('EFFECT_DOES_NOT_FIT');
  await reverse(risen!.id);
  await reverse(vacated!.id);
  expect(dump(of)).toEqual(before);
  expect(await stages(of)).toEqual(['reversed', 'reversed']);
  expect((await effects(of))[0]?.history).toEqual([
    { action: 'applied', on: EXAMINED, reason: '' },
    { action: 'reversed', on: '2026-02-02', reason: 'Ero peruttiin.' },
  ]);
  expect(await errors(of)).toEqual([]);
});

test('the examination passes when an effect cannot be applied; it waits, is told why, and can be applied or dismissed', async () => {
  const of = await prepared();
  await save(of, fill(of));
  expect((await effects(of))[0]?.problem).toMatchObject({
    code: 'seat_taken',
    seat: 5,
    person: 'Henkilö M05',
  });
  await hold(of);
  expect((await examine(of)).effects).toEqual({ applied: 0, unresolved: 1 });
  const [waiting] = await boardEffects(of.board.database.kysely, of.board.boardId, '2026-02-01');
  expect(waiting).toMatchObject({
    stage: 'unresolved',
    problem: { code: 'seat_taken' },
    commands: ['apply', 'dismiss'],
  });
  expect((await checkEverything(of.board.database)).map(({ code }) => code)).toContain('effect_unresolved');
  const apply = () => writing(of.board.database, (trx) => applyEffect(trx, waiting!.id, '2026-02-01'));
  expect(await apply()).toMatchObject({ isApplied: false });
  // The secretary mends the register, and tries again.
  of.board.database.raw
    .prepare(`update seat_holder set ends_on = ? where person_id = ?`)
    .run(HELD, of.board.people['M05']);
  expect(await apply()).toMatchObject({ isApplied: true });
  expect(await seat(of, 5, '2026-01-21')).toEqual(['G', 'D05']);
  expect(await errors(of)).toEqual([]);
});

test('a person with another vote gets none; the reason is kept when the effect is left undone', async () => {
  const of = await prepared();
  await save(of, vacate(of));
  await save(of, { ...fill(of), personId: of.board.people['M06']! } as RegisterEffect);
  await hold(of);
  expect((await examine(of)).effects).toEqual({ applied: 1, unresolved: 1 });
  const [, second] = await effects(of);
  expect(second?.problem).toMatchObject({ code: 'holds_other_seat', seat: 6 });
  await writing(of.board.database, (trx) =>
    dismissEffect(trx, { id: second!.id, reason: 'Päätös oikaistaan.', on: '2026-02-01' }),
  );
  expect(await stages(of)).toEqual(['applied', 'dismissed']);
  expect((await effects(of))[1]?.history.at(-1)).toEqual({
    action: 'dismissed',
    on: '2026-02-01',
    reason: 'Päätös oikaistaan.',
  });
});

test('a decision for the future changes nothing before its day, without anything being run', async () => {
  const of = await prepared();
  await save(of, vacate(of, 'M05', '2026-12-31'));
  await save(of, fill(of, '2027-01-01'));
  await hold(of);
  await examine(of);
  expect((await effects(of, '2026-12-31'))[1]).toMatchObject({ stage: 'applied', isUpcoming: true });
  expect((await effects(of, '2027-01-01'))[1]).toMatchObject({ stage: 'applied', isUpcoming: false });
  expect(await seat(of, 5, '2026-12-31')).toEqual(['M05', 'D05']);
  expect(await seat(of, 5, '2027-01-01')).toEqual(['G', 'D05']);
});

test('a § examined at once changes the register at once, once; taking that back restores it', async () => {
  const of = await prepared();
  await save(of, vacate(of));
  await opened(of.board, of.meetingId, PRESENT);
  await decideAs(of.board, of.itemId, 'as_proposed');
  const before = dump(of);
  const atOnce = () => writing(of.board.database, (trx) => examineItem(trx, of.itemId, '14:00'));
  expect((await atOnce()).effects).toEqual({ applied: 1, unresolved: 0 });
  expect(await seat(of, 5, '2026-01-21')).toEqual([null, 'D05']);
  expect((await failure(save(of, rise(of)))).code).toBe('ITEM_EXAMINED');
  await writing(of.board.database, (trx) => withdrawItemExamination(trx, of.itemId));
  expect(dump(of)).toEqual(before);
  expect(await stages(of)).toEqual(['decided']);
  await atOnce();
  await closed(of.board, of.meetingId);
  expect((await examine(of)).effects).toEqual({ applied: 0, unresolved: 0 });
  expect(await stages(of)).toEqual(['applied']);
  expect(await errors(of)).toEqual([]);
});

describe('the decision', () => {
  test('tabled: the effect lapses, and nothing happens', async () => {
    const of = await prepared();
    await save(of, vacate(of));
    await opened(of.board, of.meetingId, PRESENT);
    await decideAs(of.board, of.itemId, 'tabled');
    await closed(of.board, of.meetingId);
    const before = dump(of);
    expect((await examine(of)).effects).toEqual({ applied: 0, unresolved: 0 });
    expect(await stages(of)).toEqual(['lapsed']);
    expect(dump(of)).toEqual(before);
  });

  test('carried over: the effect comes along, and is applied once, with the later decision', async () => {
    for (const course of ['tabled', 'undecided'] as const) {
      const of = await prepared();
      await save(of, vacate(of));
      await opened(of.board, of.meetingId, PRESENT);
      if (course === 'tabled') await decideAs(of.board, of.itemId, 'tabled');
      else
        of.board.database.raw
          .prepare('update agenda_item set decision_type = null, decision = null where id = ?')
          .run(of.itemId);
      await writing(of.board.database, (trx) => closeMeeting(trx, of.meetingId, '15:00', true));
      const waiting = async () =>
        (await waitingEffects(of.board.database.kysely, of.board.boardId, '2026-03-01')).map(
          ({ reference, stage }) => [reference, stage],
        );
      expect(await waiting()).toEqual([]);

      const meetingId = await newMeeting(of.board, { heldOn: '2026-03-17' });
      const { id: itemId } = await writing(of.board.database, (trx) =>
        takeCarried(trx, meetingId, of.itemId),
      );
      const later = { ...of, meetingId, itemId };
      // A resignation cannot begin before the meeting that decides of it.
      expect((await effects(later)).map(({ effect, stage }) => [effect, stage])).toEqual([
        [vacate(of, 'M05', '2026-03-17'), 'planned'],
      ]);
      expect(await stages(of)).toEqual(['lapsed']);
      await opened(of.board, meetingId, PRESENT);
      await decideAs(of.board, itemId, 'as_proposed');
      await closed(of.board, meetingId);
      expect((await examine(later, '2026-03-24')).effects).toEqual({ applied: 1, unresolved: 0 });
      expect(await stages(of)).toEqual(['lapsed']);
      expect(await stages(later)).toEqual(['applied']);
      expect(await seat(of, 5, '2026-03-18')).toEqual([null, 'D05']);
      expect(await waiting()).toEqual([]);
    }
  });

  test('amended: the secretary confirms, or it waits', async () => {
    for (const isConfirmed of [true, false]) {
      const of = await prepared();
      const { id } = await save(of, vacate(of));
      await opened(of.board, of.meetingId, PRESENT);
      const item = (await view(of.board, of.meetingId)).items.find((one) => one.id === of.itemId)!;
      await change(of.board, item, { decision: paragraph('Ero myönnetään.'), decisionType: 'amended' });
      expect(await stages(of)).toEqual(['unconfirmed']);
      if (isConfirmed) await writing(of.board.database, (trx) => confirmEffect(trx, id));
      await closed(of.board, of.meetingId);
      await examine(of);
      expect(await stages(of)).toEqual([isConfirmed ? 'applied' : 'unresolved']);
      // What waits is told on the start page.
      const waiting = await waitingEffects(of.board.database.kysely, of.board.boardId, '2026-03-01');
      expect(waiting.map(({ stage, effectiveOn }) => [stage, effectiveOn])).toEqual(
        isConfirmed ? [] : [['unresolved', '2026-01-21']],
      );
    }
  });

  test('entered after the decision, it needs no confirmation', async () => {
    const of = await prepared();
    await opened(of.board, of.meetingId, PRESENT);
    const item = (await view(of.board, of.meetingId)).items.find((one) => one.id === of.itemId)!;
    await change(of.board, item, { decision: paragraph('Ero myönnetään.'), decisionType: 'amended' });
    await save(of, vacate(of));
    expect(await stages(of)).toEqual(['decided']);
  });
});

describe('what may not be', () => {
  test('an effect on the day of the meeting, at an unknown seat or person, or after the examination', async () => {
    const of = await prepared();
    expect(await failure(save(of, fill(of, HELD)))).toMatchObject({
      code: 'EFFECT_TOO_EARLY',
      fields: { from: 'before_meeting' },
    });
    const unknown = '018f0000-0000-7000-8000-000000000000';
    expect((await failure(save(of, { ...fill(of), seatId: unknown } as RegisterEffect))).fields).toEqual({
      seatId: 'required',
    });
    expect((await failure(save(of, { ...fill(of), personId: unknown } as RegisterEffect))).fields).toEqual({
      personId: 'person_unknown',
    });
    const { id } = await save(of, vacate(of));
    expect((await failure(writing(of.board.database, (trx) => removeItem(trx, of.itemId)))).code).toBe(
      'ITEM_HAS_RECORD',
    );
    await hold(of);
    await examine(of);
    expect((await failure(save(of, fill(of)))).code).toBe('MEETING_EXAMINED');
    expect((await failure(writing(of.board.database, (trx) => removeEffect(trx, id)))).code).toBe(
      'EFFECT_NOT_NOW',
    );
    for (const statement of [
      `update register_effect set effective_on = '2026-02-01'`,
      `delete from register_effect`,
      `update register_effect_event set reason = 'x'`,
      `delete from register_effect_event`,
    ])
      expect(() => of.board.database.raw.exec(statement)).toThrow(/MEETING_EXAMINED|EFFECT_KEPT/);
  });

  test('taking back what was changed since, or what a later meeting was held by', async () => {
    const of = await prepared();
    await save(of, vacate(of));
    await save(of, fill(of));
    await hold(of);
    await examine(of);
    const [, filled] = await effects(of);
    const reverse = () =>
      failure(
        writing(of.board.database, (trx) =>
          reverseEffect(trx, { id: filled!.id, reason: 'x', on: '2026-03-01' }),
        ),
      );
    const later = await newMeeting(of.board, { heldOn: '2026-02-17' });
    await opened(of.board, later, [...PRESENT.filter((name) => name !== 'M05'), 'G']);
    expect(await reverse()).toMatchObject({ code: 'EFFECT_MEETING_HELD', details: { meeting: '2/2026' } });
    await writing(of.board.database, (trx) =>
      setSeatHolder(trx, {
        seatId: of.seats[4]!,
        role: 'member',
        personId: of.board.people['S']!,
        organisationId: null,
        startsOn: '2026-06-01',
      }),
    );
    expect((await reverse()).code).toBe('EFFECT_CHANGED_SINCE');
    expect(await errors(of)).toEqual([]);
  });
});

test('chair, network and rules; a rule that examined minutes rest on waits', async () => {
  const of = await prepared();
  const rules = { ...DEFAULT_RULES, noticeDays: 14 };
  await save(of, {
    kind: 'office_elected',
    office: 'chair',
    personId: of.board.people['M02']!,
    from: '2026-01-21',
  });
  await save(of, { kind: 'organisation_admitted', organisationId: of.board.organisationId, from: HELD });
  await save(of, {
    kind: 'organisation_resigned',
    organisationId: of.board.organisationId,
    lastDay: '2026-06-30',
  });
  await save(of, { kind: 'rules_changed', from: '2026-02-01', rules });
  await hold(of);
  const before = dump(of);
  expect((await examine(of)).effects).toEqual({ applied: 4, unresolved: 0 });
  const { kysely } = of.board.database;
  const chairOn = async (day: string) =>
    (await composition(kysely, of.board.boardId, day)).offices.find(({ office }) => office === 'chair')
      ?.person.shortName;
  expect([await chairOn(HELD), await chairOn('2026-01-21')]).toEqual(['M01', 'M02']);
  expect((await rulesOn(kysely, of.board.boardId, '2026-01-31')).noticeDays).toBe(7);
  expect((await rulesOn(kysely, of.board.boardId, '2026-02-01')).noticeDays).toBe(14);
  expect((await effects(of))[3]?.changes[0]?.settings).toEqual(['noticeDays']);
  for (const { id } of (await effects(of)).toReversed())
    await writing(of.board.database, (trx) => reverseEffect(trx, { id, reason: 'Virhe', on: '2026-02-01' }));
  expect(dump(of)).toEqual(before);

  const next = await prepared('2026-02-17', of.board);
  await hold(next);
  await examine(next, '2026-02-24');
  const [, , , rule] = await effects(of);
  const applied = await writing(of.board.database, (trx) => applyEffect(trx, rule!.id, '2026-03-01'));
  expect(applied.isApplied).toBe(false);
  expect((await effects(of))[3]?.problem).toMatchObject({ code: 'meeting_held', meeting: '2/2026' });
});

describe('the stage of a good practice', () => {
  const LIEKSA = '422';
  const noted = { ground: 'Koe', decidedBy: '', reason: '', itemId: null };
  /** A practice that was offered before the meeting, also to Lieksa. */
  const offered = async (of: Case): Promise<string> => {
    const values = {
      name: 'Kylätalkkari',
      description: '',
      source: '',
      ownerOrganisationId: null,
      ownerName: '',
      contactPersonId: null,
      themeId: null,
      organisationIds: [],
    };
    const first = { ...noted, stage: 'offered' as const, changedOn: '2025-10-01' };
    return await writing(of.board.database, async (trx) => {
      const { id } = await createPractice(trx, of.board.boardId, values, first, null);
      await changePracticeStage(trx, { practiceId: id, municipalities: [LIEKSA], change: first }, null);
      return id;
    });
  };
  const stage = (practiceId: string, to: 'offered' | 'decided' | 'in_use'): RegisterEffect => ({
    kind: 'practice_stage_changed',
    practiceId,
    municipality: LIEKSA,
    stage: to,
    decidedBy: '',
    reason: '',
    from: HELD,
  });
  const history = async ({ board }: Case, practiceId: string, day = '2026-03-01') =>
    (await practiceCard(board.database.kysely, practiceId, day)).history;

  test('changes when the § is examined, with the day and the § as its ground, and is taken back', async () => {
    const of = await prepared();
    const practiceId = await offered(of);
    const { id } = await save(of, stage(practiceId, 'decided'));
    expect((await effects(of))[0]).toMatchObject({
      stage: 'planned',
      problem: null,
      names: { practice: 'Kylätalkkari', municipality: { fi: 'Lieksa' } },
      changes: [{ practice: { before: 'offered', after: 'decided' } }],
    });
    await hold(of);
    expect(await history(of, practiceId)).toHaveLength(2);
    const printed = async (language: 'fi' | 'sv' | 'en') =>
      JSON.stringify(
        printMinutes(
          await composeMinutes(of.board.database.kysely, of.meetingId),
          resources.phrases(),
          language,
        ),
      );
    expect(await printed('fi')).toContain(
      'Hyvän käytännön ”Kylätalkkari” vaihe on 20.1.2026 alkaen ”kunnan päätös” (kunta: Lieksa).',
    );
    expect(await printed('sv')).toContain('är från 20.1.2026 ”kommunens beslut” (kommun: Lieksa).');
    expect(await printed('en')).toContain('is “municipality’s decision” from 20 January 2026');
    expect((await examine(of)).effects).toEqual({ applied: 1, unresolved: 0 });
    const [latest] = await history(of, practiceId);
    const reference = (await effects(of))[0]!.reference;
    expect(latest).toMatchObject({
      municipality: { code: LIEKSA },
      stage: 'decided',
      changedOn: HELD,
      ground: `Päätös ${reference}`,
      decision: { itemId: of.itemId },
    });
    const { practices } = await practiceMatrix(of.board.database.kysely, of.board.boardId, '2026-01-19');
    expect(practices[0]?.municipalities[0]?.stage).toBe('offered');
    expect(await errors(of)).toEqual([]);
    await writing(of.board.database, (trx) => reverseEffect(trx, { id, reason: 'Virhe', on: '2026-02-01' }));
    expect(await history(of, practiceId)).toHaveLength(2);
    expect(await stages(of)).toEqual(['reversed']);
    expect(await errors(of)).toEqual([]);
  });

  test('only the latest is taken back, and what the rules refuse waits', async () => {
    const of = await prepared();
    const practiceId = await offered(of);
    const { id } = await save(of, stage(practiceId, 'decided'));
    await save(of, stage(practiceId, 'offered'));
    const wrong = (municipality: string | null): RegisterEffect =>
      ({ ...stage(practiceId, 'decided'), municipality }) as RegisterEffect;
    expect((await failure(save(of, wrong('999')))).fields).toEqual({
      municipality: 'municipality_unknown',
    });
    expect((await failure(save(of, wrong(null)))).fields).toEqual({ stage: 'stage_not_here' });
    await hold(of);
    expect((await examine(of)).effects).toEqual({ applied: 1, unresolved: 1 });
    expect((await effects(of))[1]?.problem?.code).toBe('practice_goes_back');
    const later = { ...noted, stage: 'in_use' as const, changedOn: '2026-02-10' };
    await writing(of.board.database, (trx) =>
      changePracticeStage(trx, { practiceId, municipalities: [LIEKSA], change: later }, null),
    );
    const reverse = () =>
      failure(
        writing(of.board.database, (trx) => reverseEffect(trx, { id, reason: 'Virhe', on: '2026-02-11' })),
      );
    expect((await reverse()).code).toBe('EFFECT_DOES_NOT_FIT');
    await writing(of.board.database, (trx) => removePractice(trx, practiceId));
    expect((await reverse()).code).toBe('EFFECT_CHANGED_SINCE');
    expect((await effects(of))[1]?.problem?.code).toBe('practice_unknown');
    expect(await errors(of)).toEqual([]);
  });
});

test('reopened minutes keep what was applied; the next examination does not apply it twice', async () => {
  const of = await prepared();
  await save(of, vacate(of));
  await hold(of);
  await examine(of);
  const after = dump(of);
  await writing(of.board.database, (trx) =>
    reopenExamination(trx, { meetingId: of.meetingId, reason: 'Kirjoitusvirhe', on: '2026-02-01' }),
  );
  await writing(of.board.database, (trx) =>
    returnForCorrection(trx, { meetingId: of.meetingId, reason: 'Kirjoitusvirhe', on: '2026-02-01' }),
  );
  expect((await effects(of))[0]).toMatchObject({ stage: 'applied', commands: ['reverse'] });
  expect(await errors(of)).toEqual([]);
  expect((await examine(of, '2026-02-02')).effects).toEqual({ applied: 0, unresolved: 0 });
  expect(dump(of)).toEqual(after);
});

test('a task that somebody has taken up stays when the rise is taken back', async () => {
  const of = await prepared();
  await save(of, vacate(of));
  await save(of, rise(of));
  await hold(of);
  await examine(of);
  of.board.database.raw.exec(`update task set version = 2`);
  const [, risen] = await effects(of);
  await writing(of.board.database, (trx) =>
    reverseEffect(trx, { id: risen!.id, reason: 'x', on: '2026-02-01' }),
  );
  expect(of.board.database.raw.prepare('select count(*) from task').pluck().get()).toBe(1);
});

test('the minutes tell the effects that the decision does not, in three languages', async () => {
  const of = await prepared();
  await save(of, vacate(of));
  await save(of, rise(of));
  await opened(of.board, of.meetingId, PRESENT);
  await decideAs(of.board, of.itemId, 'as_proposed');
  const printed = async (language: 'fi' | 'sv' | 'en') =>
    JSON.stringify(
      printMinutes(
        await composeMinutes(of.board.database.kysely, of.meetingId),
        resources.phrases(),
        language,
      ),
    );
  expect(await printed('fi')).toContain(
    'Myönnettiin ero paikan 5 jäsenyydestä: Henkilö M05. Viimeinen päivä tehtävässä on 20.1.2026.',
  );
  expect(await printed('fi')).toContain('varajäsen Henkilö D05 nousee paikan 5 jäseneksi 21.1.2026 alkaen');
  expect(await printed('sv')).toContain('ersättaren Henkilö D05 stiger in som ledamot på plats 5');
  expect(await printed('en')).toContain('the deputy Henkilö D05 becomes the member of seat 5');
  const item = (await view(of.board, of.meetingId)).items.find((one) => one.id === of.itemId)!;
  await change(of.board, item, {
    decision: paragraph('Henkilö M05:lle myönnettiin ero, ja varajäsen Henkilö D05 nousee jäseneksi.'),
  });
  expect(await printed('fi')).not.toContain('Myönnettiin ero paikan 5');
});

test('tampering with what an effect changed is found, a change through the program is not an error', async () => {
  const of = await prepared();
  await save(of, vacate(of));
  await hold(of);
  await examine(of);
  const { raw } = of.board.database;
  const holder = of.board.people['M05'];
  raw.exec('drop trigger audit_seat_holder_update');
  raw.prepare('update seat_holder set ends_on = null where person_id = ?').run(holder);
  expect(await errors(of)).toEqual(['effect_row']);
});
