/** The triggers refuse what the rules would refuse, whatever code tries: raw SQL on every table of an examined meeting. */
import { expect, test } from 'vitest';
import { sampleCopy } from '../fixtures/sample-copy.ts';

/** Tables of a meeting's record, with the query of the rows that belong to a meeting. */
const RECORD: Record<string, string> = {
  agenda_item: 'meeting_id = :meeting',
  attendance: 'meeting_id = :meeting',
  attendance_interval: 'attendance_id in (select id from attendance where meeting_id = :meeting)',
  conflict: 'item_id in (select id from agenda_item where meeting_id = :meeting)',
  proposal: 'item_id in (select id from agenda_item where meeting_id = :meeting)',
  vote: 'item_id in (select id from agenda_item where meeting_id = :meeting)',
  ballot:
    'vote_id in (select vote.id from vote join agenda_item on agenda_item.id = item_id where meeting_id = :meeting)',
  election: 'item_id in (select id from agenda_item where meeting_id = :meeting)',
  dissent: 'item_id in (select id from agenda_item where meeting_id = :meeting)',
  attachment: 'meeting_id = :meeting',
  examiner: 'meeting_id = :meeting',
  item_person: 'item_id in (select id from agenda_item where meeting_id = :meeting)',
  proposal_seconder:
    'proposal_id in (select proposal.id from proposal join agenda_item on agenda_item.id = item_id where meeting_id = :meeting)',
  election_candidate:
    'election_id in (select election.id from election join agenda_item on agenda_item.id = item_id where meeting_id = :meeting)',
};

/** Meeting 3/2026 with something in every table, then examined. */
async function examined() {
  const { database, meetings } = await sampleCopy();
  const { raw } = database;
  const meeting = meetings['3/2026']!;
  const item = raw
    .prepare('select id from agenda_item where meeting_id = ? and section = 24')
    .pluck()
    .get(meeting) as string;
  const person = raw.prepare('select id from person limit 1').pluck().get() as string;
  const election = crypto.randomUUID();
  raw.prepare(`insert into election(id, item_id, places) values (?, ?, 1)`).run(election, item);
  raw
    .prepare(`insert into election_candidate(election_id, person_id, votes) values (?, ?, 1)`)
    .run(election, person);
  raw.prepare(`update meeting set state = 'examined', examined_on = '2026-05-26' where id = ?`).run(meeting);
  return { raw, meeting };
}

function attempts(table: string, where: string): string[] {
  return [`update "${table}" set rowid = rowid where ${where}`, `delete from "${table}" where ${where}`];
}

test.each(Object.entries(RECORD))('%s', async (table, where) => {
  const { raw, meeting } = await examined();
  const count = () => raw.prepare(`select count(*) from "${table}" where ${where}`).pluck().get({ meeting });
  const rows = count();
  expect(rows, 'there is something to protect').toBeGreaterThan(0);
  const columns = raw
    .prepare('select name from pragma_table_info(?) where pk = 0')
    .pluck()
    .all(table) as string[];
  const column = columns[0] ?? 'person_id';
  for (const statement of [
    `update "${table}" set "${column}" = "${column}" where ${where}`,
    ...attempts(table, where),
    `insert into "${table}" select * from "${table}" where ${where}`,
  ])
    expect(() => raw.prepare(statement).run({ meeting }), statement).toThrow('MEETING_EXAMINED');
  expect(count()).toBe(rows);
});

test('a row of another meeting cannot be moved into an examined one', async () => {
  const { raw, meeting } = await examined();
  raw
    .prepare(`insert into meeting(id, board_id, number, year, held_on)
    select '0190a1b2-0000-7000-8000-00000000000a', board_id, 9, 2026, '2026-12-01' from meeting limit 1`)
    .run();
  raw
    .prepare(`insert into agenda_item(id, meeting_id, position, kind, title)
    values ('0190a1b2-0000-7000-8000-00000000000b', '0190a1b2-0000-7000-8000-00000000000a', 0, 'decision', 'Asia')`)
    .run();
  const move = raw.prepare(
    `update agenda_item set meeting_id = ? where id = '0190a1b2-0000-7000-8000-00000000000b'`,
  );
  expect(() => move.run(meeting)).toThrow('MEETING_EXAMINED');
});

test.each(['update minutes_snapshot set created_by = created_by', 'delete from minutes_snapshot'])(
  'snapshots refuse: %s',
  async (statement) => {
    const { raw } = await examined();
    const count = () => raw.prepare('select count(*) from minutes_snapshot').pluck().get();
    const before = count();
    expect(before).toBeGreaterThan(0);
    expect(() => raw.prepare(statement).run()).toThrow('MINUTES_FROZEN');
    expect(count()).toBe(before);
  },
);

test('the meeting itself: only state, version and display move on', async () => {
  const { raw, meeting } = await examined();
  const attempt = (set: string) => () => raw.prepare(`update meeting set ${set} where id = ?`).run(meeting);
  for (const set of [
    `place = 'Muualla'`,
    `held_on = '2026-05-20'`,
    'number = 9',
    'first_section = 1',
    `examined_on = '2026-05-27'`,
    `displayed_from = '2026-06-30'`,
    `state = 'closed'`,
    `state = 'in_session', version = version + 1`,
  ])
    expect(attempt(set), set).toThrow('MEETING_EXAMINED');
  expect(() => raw.prepare('delete from meeting where id = ?').run(meeting)).toThrow('MEETING_EXAMINED');
  expect(attempt(`state = 'published', displayed_from = '2026-05-27', version = version + 1`)).not.toThrow();
  for (const set of [`state = 'examined'`, `state = 'under_examination'`, `displayed_from = null`])
    expect(attempt(set), set).toThrow('MEETING_EXAMINED');
});

test('what examiners read is locked too', async () => {
  const { raw, meeting } = await examined();
  raw.prepare(`update meeting set state = 'under_examination', examined_on = null where id = ?`).run(meeting);
  for (const [table, where] of Object.entries(RECORD))
    expect(() => raw.prepare(`delete from "${table}" where ${where}`).run({ meeting }), table).toThrow(
      'UNDER_EXAMINATION',
    );
  expect(() => raw.prepare(`update meeting set place = 'x' where id = ?`).run(meeting)).toThrow(
    'UNDER_EXAMINATION',
  );
  expect(() => raw.prepare(`update meeting set state = 'draft' where id = ?`).run(meeting)).toThrow(
    'UNDER_EXAMINATION',
  );
});
