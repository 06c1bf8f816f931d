/** The way of the minutes from closed to published, in real files; and that no path changes what was examined. */
import { describe, expect, test } from 'vitest';
import { addCorrection, publish } from '../../db/features/after-examination.ts';
import { checkEverything } from '../../db/features/check.ts';
import { documentSource } from '../../db/features/documents.ts';
import { examinationView } from '../../db/features/examination-facts.ts';
import {
  addRemark,
  approve,
  examineAtOnce,
  finishExamination,
  reopenExamination,
  resolveRemark,
  returnForCorrection,
  startExamination,
  withdrawApproval,
} from '../../db/features/examination.ts';
import { changeItem } from '../../db/features/items.ts';
import { examineItem, withdrawItemExamination } from '../../db/features/item-examination.ts';
import { closeMeeting, reopenMeeting } from '../../db/features/meeting-course.ts';
import { frozenMinutes } from '../../db/features/snapshots.ts';
import { LANGUAGES } from '../../db/model/language.ts';
import type { Phrases } from '../../db/model/phrases.ts';
import { printDocument } from '../../db/model/print-document.ts';
import { printMinutes } from '../../db/model/print-minutes.ts';
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

const TEN = Array.from({ length: 10 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);

async function held(board: NewBoard, heldOn = '2026-01-20'): Promise<string> {
  const meetingId = await newMeeting(board, { heldOn });
  await opened(board, meetingId, TEN);
  await closed(board, meetingId);
  return meetingId;
}
const finish = (
  board: NewBoard,
  meetingId: string,
  examinedOn: string,
  decidedItemId: string | null = null,
) =>
  writing(board.database, (trx) =>
    finishExamination(
      trx,
      { meetingId, examinedOn, displayedFrom: null, decidedItemId },
      'Saara Sihteeri',
      `${examinedOn}T10:00:00.000Z`,
    ),
  );
const start = (board: NewBoard, meetingId: string, openedOn = '2026-01-21') =>
  writing(board.database, (trx) => startExamination(trx, { meetingId, way: null, openedOn }));
const approves = (board: NewBoard, meetingId: string, name: string, approvedOn: string) =>
  writing(board.database, (trx) => approve(trx, { meetingId, personId: board.people[name]!, approvedOn }));
/** Version and document of every snapshot of a meeting. */
const snapshots = ({ database }: NewBoard, meetingId: string): string[] =>
  database.raw
    .prepare(
      `select version || ' ' || sha256 || ' ' || document from minutes_snapshot where meeting_id = ? order by version`,
    )
    .pluck()
    .all(meetingId) as string[];
const printed = async ({ database }: NewBoard, meetingId: string): Promise<string> =>
  JSON.stringify(printMinutes((await frozenMinutes(database.kysely, meetingId))!, resources.phrases(), 'fi'));

test('examined minutes keep the phrases of the program to the letter, whatever it ships later', async () => {
  const board = await boardFromNothing();
  const { kysely } = board.database;
  const meetingId = await held(board);
  await writing(board.database, (trx) =>
    examineAtOnce(
      trx,
      meetingId,
      { examinedOn: '2026-01-27', displayedFrom: null },
      'Saara',
      '2026-01-27T10:00:00.000Z',
      resources.phrases(),
    ),
  );
  const altered = Object.fromEntries(
    Object.entries(resources.phrases()).map(([key, texts]) => [
      key,
      { fi: `muutettu ${texts.fi}`, sv: `ändrad ${texts.sv}`, en: `changed ${texts.en}` },
    ]),
  ) as Phrases;
  const source = await documentSource(kysely, meetingId, '2026-02-01');
  for (const kind of ['minutes', 'public', 'summary', 'decisions'] as const)
    for (const language of LANGUAGES) {
      const choice = { kind, sections: [], voters: false };
      expect(printDocument(source, choice, altered, language)).toEqual(
        printDocument(source, choice, resources.phrases(), language),
      );
    }
  // Minutes that are being written follow the program.
  const written = await documentSource(kysely, await held(board, '2026-03-17'), '2026-04-01');
  const choice = { kind: 'minutes' as const, sections: [], voters: false };
  expect(JSON.stringify(printDocument(written, choice, altered, 'fi'))).toContain('muutettu ');
  // The hash of the snapshot names the phrases, and the check finds those that were tampered with.
  expect(await checkEverything(board.database)).toEqual([]);
  board.database.raw.exec('drop trigger phrase_set_no_update; drop trigger phrase_set_no_delete');
  board.database.raw.exec(`update phrase_set set content = replace(content, 'Kokous', 'Istunto')`);
  expect((await checkEverything(board.database)).map(({ code }) => code)).toEqual(['phrases_hash']);
  board.database.raw.exec('delete from phrase_set');
  expect((await checkEverything(board.database)).map(({ code }) => code)).toEqual(['phrases_missing']);
});

test('two examiners: remark, return with a reason, second round, approvals, version, publication, correction', async () => {
  const board = await boardFromNothing();
  const { database, people } = board;
  const meetingId = await held(board);
  expect(await start(board, meetingId)).toEqual({ round: 1 });
  const item = (await view(board, meetingId)).items[5]!;
  expect((await failure(decideAs(board, item.id, 'tabled'))).code).toBe('UNDER_EXAMINATION');
  const remark = await writing(database, (trx) =>
    addRemark(trx, {
      meetingId,
      itemId: item.id,
      personId: people['M03']!,
      text: 'Kirjoitusvirhe.',
      notedOn: '2026-01-22',
    }),
  );
  await approves(board, meetingId, 'M03', '2026-01-22');
  await approves(board, meetingId, 'M04', '2026-01-22');
  expect((await failure(finish(board, meetingId, '2026-01-22'))).details).toMatchObject({
    requirements: 'remarks_resolved',
  });
  await writing(database, (trx) =>
    returnForCorrection(trx, { meetingId, reason: 'Kirjoitusvirhe § 6', on: '2026-01-22' }),
  );
  await change(board, (await view(board, meetingId)).items[5]!, { decision: paragraph('Korjattu päätös.') });
  await writing(database, (trx) =>
    resolveRemark(trx, { remarkId: remark.id, resolution: 'Korjattu.', resolvedOn: '2026-01-23' }),
  );
  expect(await start(board, meetingId, '2026-01-23')).toEqual({ round: 2 });
  expect((await failure(approves(board, meetingId, 'M05', '2026-01-23'))).code).toBe('NOT_AN_EXAMINER');
  await approves(board, meetingId, 'M03', '2026-01-23');
  expect(
    (await examinationView(database.kysely, meetingId)).missingApprovals.map((p) => p.shortName),
  ).toEqual(['M04']);
  expect((await failure(finish(board, meetingId, '2026-01-24'))).details).toMatchObject({
    requirements: 'examiners_approved',
  });
  await approves(board, meetingId, 'M04', '2026-01-24');
  await writing(database, (trx) => withdrawApproval(trx, { meetingId, personId: people['M04']! }));
  await approves(board, meetingId, 'M04', '2026-01-25');
  expect((await failure(finish(board, meetingId, '2026-01-24'))).code).toBe('EXAMINED_BEFORE_APPROVAL');
  expect(await finish(board, meetingId, '2026-01-25')).toMatchObject({ version: 1 });
  const before = snapshots(board, meetingId);
  expect(before[0]).toContain('Korjattu päätös.');
  await writing(database, (trx) => publish(trx, { meetingId, displayedFrom: '2026-01-30' }));
  const correct = (notedOn: string) =>
    writing(database, (trx) =>
      addCorrection(trx, { meetingId, itemId: item.id, notedOn, text: 'Sanan ”päätös” asemesta…' }, 'Saara'),
    );
  expect((await failure(correct('2026-01-01'))).code).toBe('CORRECTION_ORDER');
  await correct('2026-06-03');
  expect(snapshots(board, meetingId)).toEqual(before);
  const text = await printed(board, meetingId);
  for (const words of ['Hyväksynyt 23.1.2026', 'Hyväksynyt 25.1.2026', 'Oikaisu 3.6.2026, 6 §:', '30.1.2026'])
    expect(text).toContain(words);
  expect(JSON.stringify(await view(board, meetingId))).toContain('"state":"published"');
  expect(await checkEverything(database)).toEqual([]);
});

test('the next meeting approves where the rules have no examiners', async () => {
  const board = await boardFromNothing({ examiners: 0 });
  const first = await held(board);
  board.database.raw.prepare('delete from examiner').run();
  await start(board, first);
  expect((await failure(finish(board, first, '2026-01-25'))).details).toMatchObject({
    requirements: 'examiners_approved',
  });
  await held(board, '2026-03-17');
  const [item] = (await examinationView(board.database.kysely, first)).approvingItems;
  const own = (await view(board, first)).items[4]!;
  expect((await failure(finish(board, first, '2026-03-17', own.id))).code).toBe('APPROVAL_NOT_LATER');
  await finish(board, first, '2026-03-17', item!.itemId);
  expect(await printed(board, first)).toContain(`Pöytäkirja hyväksyttiin kokouksessa ${item!.reference}.`);
  expect(await checkEverything(board.database)).toEqual([]);
});

test('a § examined at once keeps its words, and is printed so', async () => {
  const board = await boardFromNothing();
  const { database } = board;
  const meetingId = await newMeeting(board, { heldOn: '2026-01-20' });
  await opened(board, meetingId, TEN);
  const item = (await view(board, meetingId)).items[3]!;
  const examine = () => writing(database, (trx) => examineItem(trx, item.id, '13:20'));
  expect((await failure(examine())).code).toBe('ITEM_NOT_DECIDED');
  await decideAs(board, item.id, 'as_proposed');
  await examine();
  expect((await failure(decideAs(board, item.id, 'tabled'))).code).toBe('ITEM_EXAMINED');
  for (const statement of [
    `update agenda_item set decision = null where id = '${item.id}'`,
    `insert into proposal(id, item_id, position, kind, proposer_id) select '0190a1b2-0000-7000-8000-00000000000a', '${item.id}', 0, 'counter', id from person limit 1`,
  ])
    expect(() => database.raw.prepare(statement).run(), statement).toThrow('ITEM_EXAMINED');
  await writing(database, (trx) => withdrawItemExamination(trx, item.id));
  await examine();
  await closed(board, meetingId);
  await writing(database, (trx) =>
    examineAtOnce(
      trx,
      meetingId,
      { examinedOn: '2026-01-27', displayedFrom: null },
      'S',
      '2026-01-27T10:00:00Z',
    ),
  );
  expect(await printed(board, meetingId)).toContain('Tämä pykälä tarkastettiin kokouksessa.');
  expect(await checkEverything(database)).toEqual([]);
});

describe('no path changes examined text', () => {
  type Command = (
    trx: NewBoard['database']['kysely'],
    board: NewBoard,
    meetingId: string,
  ) => Promise<unknown>;
  const on = '2026-02-01';
  const reason = 'Syy';
  const COMMANDS: Record<string, Command> = {
    start: (trx, _, meetingId) => startExamination(trx, { meetingId, way: null, openedOn: on }),
    approve: async (trx, { people }, meetingId) => {
      for (const name of ['M03', 'M04'])
        await approve(trx, { meetingId, personId: people[name]!, approvedOn: on });
    },
    finish: (trx, _, meetingId) =>
      finishExamination(
        trx,
        { meetingId, examinedOn: on, displayedFrom: null, decidedItemId: null },
        'S',
        `${on}T10:00:00Z`,
      ),
    returnForCorrection: (trx, _, meetingId) => returnForCorrection(trx, { meetingId, reason, on }),
    reopenExamination: (trx, _, meetingId) => reopenExamination(trx, { meetingId, reason, on }),
    publish: (trx, _, meetingId) => publish(trx, { meetingId, displayedFrom: on }),
    addCorrection: (trx, _, meetingId) =>
      addCorrection(trx, { meetingId, itemId: null, notedOn: on, text: 'Oikaisu' }, 'S'),
    reopenMeeting: (trx, _, meetingId) => reopenMeeting(trx, meetingId, reason),
    closeMeeting: (trx, _, meetingId) => closeMeeting(trx, meetingId, '16:00', true),
    edit: async (trx, board, meetingId) => {
      const item = (await view(board, meetingId)).items[5]!;
      await changeItem(trx, {
        itemId: item.id,
        version: item.version,
        change: { decision: paragraph(`Muutos ${item.version}`) },
      });
    },
  };

  test('every sequence of up to four commands', { timeout: 300_000 }, async () => {
    const board = await boardFromNothing();
    const { raw, kysely } = board.database;
    const meetingId = await held(board);
    await writing(board.database, (trx) =>
      examineAtOnce(
        trx,
        meetingId,
        { examinedOn: '2026-01-27', displayedFrom: null },
        'S',
        '2026-01-27T10:00:00Z',
      ),
    );
    const stateOf = () =>
      raw.prepare('select state from meeting where id = ?').pluck().get(meetingId) as string;
    const edges = new Set<string>();
    let steps = 0;
    async function walk(depth: number): Promise<void> {
      const before = snapshots(board, meetingId);
      const from = stateOf();
      for (const [name, command] of Object.entries(COMMANDS)) {
        steps += 1;
        raw.exec(`savepoint step${depth}`);
        const done = await command(kysely, board, meetingId).then(
          () => true,
          () => false,
        );
        const after = snapshots(board, meetingId);
        expect(after.slice(0, before.length), name).toEqual(before);
        if (done) edges.add(`${from} ${name} ${stateOf()}`);
        if (done && depth > 1) await walk(depth - 1);
        raw.exec(`rollback to step${depth}; release step${depth}`);
      }
    }
    await walk(4);
    expect(steps).toBeGreaterThan(200);
    expect([...edges].toSorted()).toEqual([
      'closed edit closed',
      'closed start under_examination',
      'examined addCorrection examined',
      'examined publish published',
      'examined reopenExamination under_examination',
      'published addCorrection published',
      'under_examination approve under_examination',
      'under_examination finish examined',
      'under_examination returnForCorrection closed',
    ]);
  });
});
