/** `pykala check` on files that somebody has meddled with: each way of breaking a record is found and named. */
import type SQLite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { checkEverything } from '../../db/features/check.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';

/** Runs statements without the triggers that would refuse them, and answers the codes that the check finds. */
async function broken(...statements: string[]): Promise<string[]> {
  const { database } = await sampleCopy();
  const { raw } = database;
  expect(await checkEverything(database), 'sound before').toEqual([]);
  withoutTriggers(raw);
  raw.pragma('foreign_keys = off');
  for (const statement of statements) {
    const { changes } = raw.prepare(statement).run();
    expect(changes, statement).toBeGreaterThan(0);
  }
  const findings = await checkEverything(database);
  for (const { subject } of findings) expect(subject).not.toBe('');
  return [...new Set(findings.map(({ code }) => code))];
}

function withoutTriggers(raw: SQLite.Database): void {
  for (const name of raw
    .prepare(`select name from sqlite_schema where type = 'trigger' and tbl_name not like 'search%'`)
    .pluck()
    .all() as string[])
    raw.exec(`drop trigger "${name}"`);
}

const MEETING = (label: string): string => {
  const [number, year] = label.split('/');
  return `(select id from meeting where number = ${number} and year = ${year})`;
};
const ITEM = (label: string, section: number): string =>
  `(select id from agenda_item where meeting_id = ${MEETING(label)} and section = ${section})`;
const VOTE = `(select vote.id from vote where item_id = ${ITEM('3/2026', 30)})`;

describe('numbering', () => {
  test.each([
    [
      'a § that was given twice',
      `update agenda_item set section = 31 where id = ${ITEM('3/2026', 32)}`,
      'section_order',
    ],
    [
      'a gap between two meetings',
      `update agenda_item set section = section + 5 where meeting_id = ${MEETING('3/2026')}`,
      'section_gap',
    ],
    [
      'a number that an earlier meeting has',
      `update agenda_item set section = section - 3 where meeting_id = ${MEETING('3/2026')}`,
      'section_duplicate',
    ],
  ])('%s', async (_, statement, code) => {
    expect(await broken(statement)).toContain(code);
  });
});

describe('the chain of examined minutes', () => {
  test.each([
    [
      'a changed word in the frozen text',
      `update minutes_snapshot set document = replace(document, 'Hyväksyttiin', 'Hylättiin')`,
      'snapshot_hash',
    ],
    [
      'a hash that was calculated anew for one link alone',
      `update minutes_snapshot set sha256 = lower(hex(randomblob(32))) where meeting_id = ${MEETING('1/2026')}`,
      'snapshot_chain',
    ],
    ['a link that was cut', `update minutes_snapshot set previous_sha256 = null`, 'snapshot_chain'],
    [
      'frozen minutes that are gone',
      `delete from minutes_snapshot where meeting_id = ${MEETING('2/2026')}`,
      'snapshot_missing',
    ],
    [
      'a version that was skipped',
      `update minutes_snapshot set version = 3 where meeting_id = ${MEETING('2/2026')}`,
      'snapshot_version',
    ],
    [
      'the record of an examined meeting that was rewritten',
      `update agenda_item set decision = replace(decision, 'Merkittiin', 'Hylättiin') where meeting_id = ${MEETING('2/2026')} and decision like '%Merkittiin%'`,
      'record_differs',
    ],
    [
      'a title of an examined meeting that was rewritten',
      `update agenda_item set title = 'Toinen asia' where meeting_id = ${MEETING('1/2026')} and position = 3`,
      'record_differs',
    ],
    [
      'an item that was taken out of an examined meeting',
      `delete from agenda_item where meeting_id = ${MEETING('2/2026')} and position = 4`,
      'record_differs',
    ],
    [
      'a meeting under examination without a round',
      `update meeting set state = 'under_examination' where id = ${MEETING('3/2026')}`,
      'examination_round',
    ],
  ])('%s', async (_, statement, code) => {
    expect(await broken(statement)).toContain(code);
  });
});

describe('votes', () => {
  test.each([
    [
      'a ballot that is gone',
      `delete from ballot where rowid = (select min(rowid) from ballot where vote_id = ${VOTE})`,
      'votes_missing',
    ],
    [
      'a ballot of somebody without a vote',
      `insert into ballot(vote_id, person_id, choice) select ${VOTE}, id, 'aye' from person where short_name = 'S01'`,
      'ballot_without_vote',
    ],
    [
      'a count that is more than the voters',
      `update vote set method = 'count', aye_count = 40, no_count = 7, blank_count = 1 where id = ${VOTE}`,
      'too_many_votes',
    ],
    [
      'a tie that nobody settled',
      `update vote set method = 'count', aye_count = 7, no_count = 7, blank_count = 1 where id = ${VOTE}`,
      'tie_chair_choice_missing',
    ],
    [
      'a decision that goes against the vote',
      `update agenda_item set decision_type = 'unanimous' where id = ${ITEM('3/2026', 30)}`,
      'decision_against_vote',
    ],
    [
      'a proposal whose seconder was removed after the vote',
      `delete from proposal_seconder where proposal_id in (select id from proposal where item_id = ${ITEM('3/2026', 30)})`,
      'vote_out_of_order',
    ],
    [
      'somebody in conflict who voted',
      `insert into conflict(id, item_id, person_id, ground) select '0190a1b2-0000-7000-8000-00000000000c', ${ITEM('3/2026', 30)}, id, 'party' from person where short_name = 'J01'`,
      'ballot_in_conflict',
    ],
    [
      'a dissent of somebody who voted for the decision',
      `update dissent set person_id = (select id from person where short_name = 'J01')`,
      'dissent_not_allowed',
    ],
    [
      'two stretches of presence at once',
      `insert into attendance_interval(id, attendance_id, first_item_id, last_item_id, open, arrived_at)
       select '0190a1b2-0000-7000-8000-00000000000d', attendance_id, first_item_id, last_item_id, 0, arrived_at from attendance_interval
       where attendance_id = (select attendance.id from attendance join person on person.id = person_id
         where short_name = 'J01' and meeting_id = ${MEETING('3/2026')})`,
      'presence_overlap',
    ],
    [
      'members who are taken away until the board is not quorate',
      `delete from attendance_interval where attendance_id in (select id from attendance where meeting_id = ${MEETING('3/2026')})`,
      'vote_not_quorate',
    ],
  ])('%s', async (_, statement, code) => {
    expect(await broken(statement)).toContain(code);
  });
});
