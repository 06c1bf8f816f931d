/**
 * No way through the program changes examined text: every write of the router, found in the router itself, is called
 * with whatever it can be called with about examined minutes, and about minutes that are being examined.
 */
import type { GenericSchema } from 'valibot';
import { expect, test } from 'vitest';
import SQLite from 'better-sqlite3';
import path from 'node:path';
import { appRouter } from '../../electron/backend/router.ts';
import { temporaryFolder } from '../fixtures/databases.ts';
import { openDesk, type Desk } from '../fixtures/desk.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

/** Tables of a meeting's record. Approvals, remarks, corrections and what is secret are no part of the text. */
const OF_MEETING = ['agenda_item', 'attendance', 'attachment', 'examiner', 'meeting_break'];
const OF_ITEM = ['conflict', 'proposal', 'vote', 'election', 'dissent', 'item_person', 'item_examination'];
const BELOW: Record<string, [parent: string, key: string]> = {
  attendance_interval: ['attendance', 'attendance_id'],
  proposal_seconder: ['proposal', 'proposal_id'],
  ballot: ['vote', 'vote_id'],
  election_candidate: ['election', 'election_id'],
};
/** What moves on when minutes are examined, published or opened again. */
const MOVING = ['state', 'version', 'examined_on', 'displayed_from'];

interface Subject {
  meetingId: string;
  /** Everything in the record by its id, and the ids of people and organisations. */
  ids: { itemId: string[]; personId: string[]; organisationId: string[]; boardId: string; rows: string[] };
}

function textOf(raw: SQLite.Database, meetingId: string): string {
  const all = (query: string): unknown[] => raw.prepare(query).all(meetingId);
  const items = 'select id from agenda_item where meeting_id = ?';
  const meeting = (all('select * from meeting where id = ?') as Record<string, unknown>[]).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !MOVING.includes(name))),
  );
  const rows = [
    ...OF_MEETING.map((table) => [table, all(`select * from ${table} where meeting_id = ? order by rowid`)]),
    ...OF_ITEM.map((table) => [
      table,
      all(`select * from ${table} where item_id in (${items}) order by rowid`),
    ]),
    ...Object.entries(BELOW).map(([table, [parent, key]]) => [
      table,
      all(
        `select * from ${table} where ${key} in (select id from ${parent} where ${
          parent === 'attendance' ? 'meeting_id = ?' : `item_id in (${items})`
        }) order by rowid`,
      ),
    ]),
    ['minutes_snapshot', all('select * from minutes_snapshot where meeting_id = ? order by version')],
    [
      'examination_round',
      all('select content, sha256 from examination_round where meeting_id = ? order by number'),
    ],
  ];
  return JSON.stringify([meeting, rows]);
}

function subjectOf(raw: SQLite.Database, meetingId: string): Subject {
  const ids = (query: string, ...values: string[]): string[] =>
    raw
      .prepare(query)
      .pluck()
      .all(...values) as string[];
  const items = 'select id from agenda_item where meeting_id = ?';
  return {
    meetingId,
    ids: {
      itemId: ids(`${items} order by position`, meetingId),
      personId: ids(
        `select person_id from examiner where meeting_id = :m
         union select person_id from attendance where meeting_id = :m limit 6`.replaceAll(
          ':m',
          `'${meetingId}'`,
        ),
      ),
      organisationId: ids('select id from organisation limit 2'),
      boardId: ids('select board_id from meeting where id = ?', meetingId)[0]!,
      rows: [
        ...ids(`select id from attachment where meeting_id = ?`, meetingId),
        ...['conflict', 'proposal', 'vote', 'election', 'dissent'].flatMap((table) =>
          ids(`select id from ${table} where item_id in (${items}) limit 2`, meetingId),
        ),
        ...ids(
          'select id from attendance_interval where attendance_id in (select id from attendance where meeting_id = ?) limit 2',
          meetingId,
        ),
        ...ids(`select id from task limit 2`),
        meetingId,
      ],
    },
  };
}

interface SchemaLike {
  type: string;
  entries?: Record<string, SchemaLike>;
  wrapped?: SchemaLike;
  item?: SchemaLike;
  items?: SchemaLike[];
  options?: unknown[];
  literal?: unknown;
  pipe?: { type: string; requirement?: unknown }[];
}

/** Something that the schema takes, about the subject; `turn` chooses among the ids and the choices. */
function valueFor(schema: SchemaLike, name: string, subject: Subject, turn: number): unknown {
  const pick = <T>(list: readonly T[]): T | undefined => list[turn % Math.max(1, list.length)];
  const { ids } = subject;
  switch (schema.type) {
    case 'object':
    case 'strict_object':
    case 'loose_object':
      return Object.fromEntries(
        Object.entries(schema.entries ?? {}).map(([key, inner]) => [
          key,
          valueFor(inner, key, subject, turn),
        ]),
      );
    case 'optional':
    case 'nullable':
    case 'nullish':
    case 'exact_optional':
    case 'undefinedable':
      return valueFor(schema.wrapped!, name, subject, turn);
    case 'array':
      return [valueFor(schema.item!, name.replace(/s$/, ''), subject, turn)];
    case 'variant':
    case 'union':
      return valueFor(pick(schema.options as SchemaLike[])!, name, subject, turn);
    case 'picklist':
      return pick(schema.options ?? []);
    case 'literal':
      return schema.literal;
    case 'boolean':
      return turn % 2 === 0;
    case 'number': {
      const least = schema.pipe?.find((step) => step.type === 'min_value')?.requirement;
      return name === 'version' ? 1 + (turn % 4) : typeof least === 'number' ? least : 1;
    }
    case 'string':
      return text(name, schema);
    default:
      return null;
  }

  function text(key: string, { pipe = [] }: SchemaLike): string {
    if (key === 'meetingId') return subject.meetingId;
    if (key === 'boardId') return ids.boardId;
    if (/item/i.test(key) && /id$/i.test(key)) return pick(ids.itemId)!;
    if (/organisation/i.test(key) && /id$/i.test(key)) return pick(ids.organisationId)!;
    if (/(person|chair|secretary|presenter|proposer|seconder)Id$/.test(key)) return pick(ids.personId)!;
    if (/id$/i.test(key)) return pick(ids.rows)!;
    const form = pipe.map((step) => String(step.requirement ?? '')).join(' ');
    if (/At$|time|Start|clock/i.test(key) && !key.endsWith('On')) return '14:30';
    if (/On$|date|day|from|until/i.test(key)) return '2026-05-27';
    if (form.includes('64')) return 'a'.repeat(64);
    return 'Muutettu teksti';
  }
}

const MUTATIONS = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { type: string; inputs: GenericSchema[] } }>,
).filter(([, procedure]) => procedure._def.type === 'mutation');

/** How often each is called, so that every id and every choice has its turn. */
const TURNS = 12;
/** Writes of the record itself: each of them must have been let in at the door at least once. */
const OF_RECORD = /^(meetings|items|live|minutes|examination|tasks)\./;

const call = (desk: Desk, name: string, input: unknown) =>
  desk.request({ id: name, type: 'mutation', path: name, input });

/** Meeting 3/2026 of the sample after one call about it, with the program ended. */
async function prepared(name: string, input: object): Promise<{ folder: string; meetingId: string }> {
  const folder = temporaryFolder();
  const { meetings } = await sampleFile(folder, 'pykala.sqlite');
  const meetingId = meetings['3/2026']!;
  const desk = await openDesk('in process', folder);
  expect(await call(desk, name, { meetingId, ...input })).toMatchObject({ ok: true });
  await desk.close();
  return { folder, meetingId };
}

/** What another program sees in the file; the desk must be closed. */
function look<T>(folder: string, work: (raw: SQLite.Database) => T): T {
  const raw = new SQLite(path.join(folder, 'pykala.sqlite'), { readonly: true });
  try {
    return work(raw);
  } finally {
    raw.close();
  }
}

async function expectKept(
  { folder, meetingId }: { folder: string; meetingId: string },
  ending: ReadonlySet<string>,
): Promise<void> {
  const desk = await openDesk('in process', folder);
  const subject = subjectOf(desk.raw(), meetingId);
  const before = textOf(desk.raw(), meetingId);
  expect(subject.ids.itemId.length).toBeGreaterThan(5);
  const neverValid: string[] = [];
  for (const [name, procedure] of MUTATIONS) {
    if (ending.has(name) || name.startsWith('workspace.')) continue;
    let wasValid = false;
    for (let turn = 0; turn < TURNS; turn++) {
      const schema = procedure._def.inputs[0] as unknown as SchemaLike | undefined;
      const input = schema === undefined ? undefined : valueFor(schema, '', subject, turn);
      const reply = await call(desk, name, input);
      if (reply.ok || reply.error.code !== 'INVALID_INPUT') wasValid = true;
    }
    if (!wasValid && OF_RECORD.test(name)) neverValid.push(name);
    expect(textOf(desk.raw(), meetingId), name).toBe(before);
  }
  await desk.close();
  expect(look(folder, (raw) => textOf(raw, meetingId))).toBe(before);
  // A test that only ever sends what is refused at the door proves nothing.
  expect(neverValid).toEqual([]);
}

test('the router has writes enough to be worth it', () => {
  expect(MUTATIONS.length).toBeGreaterThan(40);
});

test('no write changes examined minutes', { timeout: 180_000 }, async () => {
  // Opening the examination again is looked at below.
  await expectKept(
    await prepared('meetings.examine', { examinedOn: '2026-05-26' }),
    new Set(['examination.reopen']),
  );
});

test('no write changes minutes that are being examined', { timeout: 180_000 }, async () => {
  // These end the examination: one returns the text to be corrected, the other makes its version.
  await expectKept(
    await prepared('examination.start', { openedOn: '2026-05-20' }),
    new Set(['examination.returnForCorrection', 'examination.finish']),
  );
});

test('opening examined minutes again keeps their version, and the new text is another one', async () => {
  const { folder, meetingId } = await prepared('meetings.examine', { examinedOn: '2026-05-26' });
  const versions = () =>
    look(folder, (raw) =>
      raw
        .prepare('select version, sha256, document from minutes_snapshot where meeting_id = ?')
        .all(meetingId),
    );
  const before = versions();
  expect(before).toHaveLength(1);
  const desk = await openDesk('in process', folder);
  for (const [name, input] of [
    ['examination.reopen', { on: '2026-05-27', reason: 'Nimi väärin' }],
    ['examination.returnForCorrection', { on: '2026-05-28', reason: 'Nimi väärin' }],
    ['meetings.examine', { examinedOn: '2026-05-29' }],
  ] as const)
    expect(await call(desk, name, { meetingId, ...input }), name).toMatchObject({ ok: true });
  await desk.close();
  const after = versions();
  expect(after).toHaveLength(2);
  expect(after[0]).toEqual(before[0]);
});
