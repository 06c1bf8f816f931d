import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { importBoardFile, type BoardImport } from '../../db/features/board-file.ts';
import { importFields } from '../../db/features/classification.ts';
import { parseBoardFile, type BoardFile, type BoardFileInput } from '../../db/model/board-file.ts';
import { fieldsSchema } from '../../db/model/classification.ts';
import { suggestConflicts } from '../../db/model/conflict.ts';
import { plainText, richTextSchema, type RichText } from '../../db/model/rich-text.ts';
import { DEFAULT_RULES, ruleProfileSchema } from '../../db/model/rules.ts';
import { repositoryText, resource } from '../unit/resources.ts';
import { testDatabase, type TestDatabase } from './board-database.ts';
import { meetingRecord } from './meeting-record.ts';

const sample = (): BoardFile => parseBoardFile(resource('boards/malli-jane.json'));
const exampleJson = (): BoardFileInput =>
  JSON.parse(
    /```json\n([\s\S]*?)```/.exec(repositoryText('docs/board-file.md'))?.[1] ?? '',
  ) as BoardFileInput;

let database: TestDatabase;
beforeEach(async () => void (database = await testDatabase()));
afterEach(() => database.remove());

const load = (file: BoardFile, options = {}): Promise<BoardImport> =>
  database.change((trx) => importBoardFile(trx, file, options));
const rows = (sql: string): Record<string, unknown>[] =>
  database.raw.prepare(sql).all() as Record<string, unknown>[];
const value = (sql: string): unknown => database.raw.prepare(sql).pluck().get();

describe('the sample board', () => {
  test('comes in whole', async () => {
    const { counts, warnings, meetings } = await load(sample());
    expect(counts).toEqual({
      fields: 16,
      organisations: 20,
      organisationsMatched: 0,
      persons: 36,
      positions: 32,
      terms: 1,
      seats: 16,
      holders: 32,
      offices: 7,
      meetings: 5,
      items: 52,
      tasks: 3,
    });
    expect(warnings).toEqual([]);
    expect(meetings.map((meeting) => `${meeting.label} ${meeting.state}`)).toEqual([
      '1/2026 examined',
      '2/2026 examined',
      '3/2026 closed',
      '4/2026 draft',
      '5/2026 draft',
    ]);
    for (const [table, count] of Object.entries({
      field: 16,
      organisation: 20,
      person: 36,
      seat: 16,
      seat_holder: 32,
      agenda_item: 52,
      ballot: 15,
      dissent: 1,
      conflict: 1,
      attachment: 6,
      examiner: 6,
      task: 3,
      task_deadline_change: 1,
      item_task: 4,
    }))
      expect(`${table} ${database.count(table)}`).toBe(`${table} ${count}`);
    expect(database.raw.pragma('foreign_key_check')).toEqual([]);
    expect(database.raw.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test('uses the fields that are there already', async () => {
    const fields = v.parse(fieldsSchema, resource('classifications/fields.json'));
    await database.change((trx) => importFields(trx, fields));
    const { counts } = await load(sample());
    expect(counts.fields).toBe(0);
    expect(database.count('field')).toBe(fields.length);
    expect(database.count('municipality')).toBe(308);
  });

  test('keeps the register as it should be', async () => {
    await load(sample());
    expect(
      rows(
        'select name_fi, legal_form, business_id, register_number, municipality_code, contact_role from organisation where business_id is null order by name_fi',
      ),
    ).toEqual([
      {
        name_fi: 'Esimerkin lausujat ry',
        legal_form: 'association',
        business_id: null,
        register_number: '990019',
        municipality_code: '260',
        contact_role: 'puheenjohtaja',
      },
      {
        name_fi: 'Rajakulman kylätoimikunta',
        legal_form: 'unregistered',
        business_id: null,
        register_number: null,
        municipality_code: '146',
        contact_role: 'yhteyshenkilö',
      },
    ]);
    expect(value("select municipality_code from organisation where name_fi like '%pelastuspalvelu%'")).toBe(
      '090',
    );
    expect(value("select languages from organisation where business_id = '9900007-7'")).toBe(
      '["fi","ru","ar","uk","en"]',
    );
    expect(value("select count(*) from organisation where sort_key = ''")).toBe(0);
  });

  test('gives the rules of the board, complete', async () => {
    await load(sample());
    const rules = v.parse(ruleProfileSchema, JSON.parse(value('select rules from rule_profile') as string));
    expect(rules).toEqual(DEFAULT_RULES);
    expect(value('select valid_from from rule_profile')).toBe('2025-08-01');
  });

  test('presence of 3/2026 by § and clock', async () => {
    await load(sample());
    const presence =
      rows(`select short_name, excused_on, first.section as first, last.section as last, open, arrived_at, left_at
      from attendance join person on person.id = person_id join meeting on meeting.id = attendance.meeting_id and number = 3
      left join attendance_interval i on attendance_id = attendance.id
      left join agenda_item first on first.id = first_item_id left join agenda_item last on last.id = last_item_id
      where short_name in ('J01', 'J05', 'J07', 'J09', 'J12', 'V05', 'A03') order by short_name, arrived_at`);
    const at = (who: string): Record<string, unknown>[] =>
      presence.filter((row) => row['short_name'] === who).map((row) => ({ ...row, short_name: undefined }));
    const there = { excused_on: null, open: 0 };
    const absent = { first: null, last: null, open: null, arrived_at: null, left_at: null };
    expect(at('J01')).toEqual([{ ...there, first: 22, last: 35, arrived_at: '13:00', left_at: '15:25' }]);
    expect(at('J05')).toEqual([{ ...absent, excused_on: '2026-05-15' }]);
    expect(at('V05')).toEqual([{ ...there, first: 22, last: 35, arrived_at: '13:00', left_at: '15:25' }]);
    expect(at('J07')).toEqual([
      { ...there, first: 22, last: 28, arrived_at: '13:00', left_at: '14:01' },
      { ...there, first: 30, last: 35, arrived_at: '14:14', left_at: '15:25' },
    ]);
    expect(at('J09')).toEqual([{ ...there, first: 26, last: 35, arrived_at: '13:22', left_at: '15:25' }]);
    expect(at('J12')).toEqual([{ ...absent, excused_on: null }]);
    expect(at('A03')).toEqual([{ ...there, first: 31, last: 32, arrived_at: '14:38', left_at: '15:10' }]);
    expect(rows('select ground, explanation, declared_by, left_at, returned_at from conflict')).toEqual([
      {
        ground: 'body_member',
        explanation: 'hakijayhdistyksen hallituksen jäsen',
        declared_by: 'self',
        left_at: '14:01',
        returned_at: '14:14',
      },
    ]);
  });

  test('the rules find the voters, the vote and the decisions as printed, and no error', async () => {
    const { meetings } = await load(sample());
    const record = meetingRecord(database.raw, meetings[2]!.id);
    expect(record.voters).toEqual([14, 14, 14, 14, 15, 15, 15, 14, 15, 15, 15, 15, 15, 15]);
    expect(record.quorate).toBe(true);
    expect(record.votes).toMatchObject([
      { aye: 7, no: 7, blank: 1, winner: 'aye', decidedBy: 'chair', problems: [] },
    ]);
    for (const meeting of meetings.slice(0, 3))
      expect(meetingRecord(database.raw, meeting.id).findings, meeting.label).toEqual([]);
    expect(
      meetings.slice(0, 2).map((meeting) => new Set(meetingRecord(database.raw, meeting.id).voters)),
    ).toEqual([new Set([15]), new Set([15])]);
  });

  test('J07 is suggested as conflicted in the item of his organisation', async () => {
    await load(sample());
    const applicant = value('select applicant_organisation_id from agenda_item where section = 29') as string;
    const positions = rows(
      'select person_id as personId, organisation_id as organisationId, role from position',
    ) as unknown as Parameters<typeof suggestConflicts>[1];
    const suggested = suggestConflicts(applicant, positions, '2026-05-19');
    const j07 = value("select id from person where short_name = 'J07'");
    expect(suggested).toEqual([
      { personId: j07, ground: 'body_member', roles: ['board_member'], strength: 'strong' },
    ]);
  });

  test('published minutes, a secret item, a break and the right to speak alone come in as they are', async () => {
    const json = structuredClone(resource('boards/malli-jane.json')) as BoardFileInput;
    const [first, , third] = json.meetings ?? [];
    Object.assign(first!, { state: 'published', displayedFrom: '2026-02-20' });
    Object.assign(third!, { breaks: [{ startedAt: '14:20', endedAt: '14:30', section: 30 }] });
    Object.assign(third!.items![7]!, { secret: 'JulkL 24 § 1 mom. 25 k' });
    Object.assign(third!.attendance![0]!.presence![0]!, { speakerOnly: true });
    const { meetings } = await load(parseBoardFile(json));
    expect(meetings[0]).toMatchObject({ label: '1/2026', state: 'published' });
    expect(value(`select displayed_from from meeting where state = 'published'`)).toBe('2026-02-20');
    expect(
      rows(`select section, meeting_break.started_at, meeting_break.ended_at from meeting_break
        join agenda_item on agenda_item.id = item_id`),
    ).toEqual([{ section: 30, started_at: '14:20', ended_at: '14:30' }]);
    expect(
      rows('select section, ground from item_publicity join agenda_item on agenda_item.id = item_id'),
    ).toEqual([{ section: 29, ground: 'JulkL 24 § 1 mom. 25 k' }]);
    expect(value('select count(*) from attendance_interval where speaker_only = 1')).toBe(1);
  });

  test.each([
    ['published without a day of display', { state: 'published' }, 'meetings.0.displayedFrom'],
    [
      'a break that ends before it begins',
      { breaks: [{ startedAt: '14:20', endedAt: '14:10' }] },
      'meetings.0.breaks.0.endedAt',
    ],
    [
      'a break at an item that is not there',
      { breaks: [{ startedAt: '14:20', endedAt: '14:30', section: 99 }] },
      'meetings.0.breaks.0.section',
    ],
  ])('%s is refused', (_, change, path) => {
    const json = structuredClone(resource('boards/malli-jane.json')) as BoardFileInput;
    Object.assign(json.meetings![0]!, { displayedFrom: null }, change);
    expect(() => parseBoardFile(json)).toThrow(
      expect.objectContaining({ fields: expect.objectContaining({ [path]: expect.any(String) }) }),
    );
  });

  test('texts are rich text, word for word', async () => {
    await load(sample());
    const texts = rows('select account, proposal, proceedings, decision from agenda_item').flatMap((row) =>
      Object.values(row),
    );
    for (const text of texts)
      if (text !== null) expect(v.is(richTextSchema, JSON.parse(text as string))).toBe(true);
    expect(
      plainText(
        JSON.parse(value('select decision from agenda_item where section = 30') as string) as RichText,
      ),
    ).toBe(
      'Äänestyksessä annettiin 7 JAA-ääntä, 7 EI-ääntä ja 1 tyhjä. Äänten mennessä tasan puheenjohtajan ääni ratkaisi, ja neuvottelukunnan päätökseksi tuli esittelijän ehdotus.',
    );
  });

  test('tasks point at the items that decided them', async () => {
    await load(sample());
    expect(
      rows(`select code, due_on, task.state, decided_reference, number, section from task
        join agenda_item on agenda_item.id = decided_item_id join meeting on meeting.id = meeting_id order by code`),
    ).toEqual([
      {
        code: 'T-2026-04',
        due_on: '2026-04-30',
        state: 'done',
        decided_reference: '2/2026 § 17',
        number: 2,
        section: 17,
      },
      {
        code: 'T-2026-05',
        due_on: '2026-08-31',
        state: 'in_progress',
        decided_reference: '2/2026 § 19',
        number: 2,
        section: 19,
      },
      {
        code: 'T-2026-07',
        due_on: '2026-08-15',
        state: 'open',
        decided_reference: '3/2026 § 30',
        number: 3,
        section: 30,
      },
    ]);
    expect(
      rows(
        'select old_due_on, new_due_on, section from task_deadline_change join agenda_item on agenda_item.id = item_id',
      ),
    ).toEqual([{ old_due_on: '2026-05-15', new_due_on: '2026-08-31', section: 26 }]);
  });

  test('examined meetings are read-only, the others are not', async () => {
    await load(sample());
    const rename = (number: number) => () =>
      database.raw
        .prepare(
          `update agenda_item set title = title || '!' where meeting_id = (select id from meeting where number = ${number})`,
        )
        .run();
    expect(rename(1)).toThrow('MEETING_EXAMINED');
    expect(rename(3)).not.toThrow();
  });

  test('the audit log names the actor', async () => {
    await load(sample());
    expect(value("select count(*) from audit where entity = 'organisation' and actor = 'tester'")).toBe(20);
  });
});

describe('importing again', () => {
  test('is refused and leaves everything as it was', async () => {
    await load(sample());
    const before = database.count('audit');
    await expect(load(sample())).rejects.toMatchObject({
      code: 'BOARD_EXISTS',
      details: { shortName: 'Malli-JANE' },
    });
    expect(database.count('audit')).toBe(before);
    expect(database.count('board')).toBe(1);
  });

  test('as a new board finds the organisations by their numbers, and a blank matches nothing', async () => {
    await load(sample());
    database.raw
      .prepare("update organisation set name_fi = 'Oma nimi' where business_id = '9900003-4'")
      .run();
    const { counts, warnings } = await load(sample(), { asNew: true });
    expect(counts).toMatchObject({
      fields: 0,
      organisations: 1,
      organisationsMatched: 19,
      persons: 36,
      meetings: 5,
    });
    expect(warnings).toEqual([
      {
        code: 'organisation_same_name',
        severity: 'warning',
        subject: 'organisations.16',
        details: { name: 'Rajakulman kylätoimikunta' },
      },
    ]);
    expect(value("select name_fi from organisation where business_id = '9900003-4'")).toBe('Oma nimi');
    expect(database.count('board')).toBe(2);
    expect(rows('select position from board order by position')).toEqual([{ position: 0 }, { position: 1 }]);
    expect(database.raw.pragma('foreign_key_check')).toEqual([]);
  });

  test('numbers of two different organisations are refused', async () => {
    await load(sample());
    const file = sample();
    file.board.shortName = 'Toinen';
    file.organisations[0]!.registerNumber = '990.002';
    file.organisations[1]!.registerNumber = null;
    await expect(load(file)).rejects.toMatchObject({
      code: 'BOARD_FILE_INVALID',
      details: { path: 'organisations.0', reason: 'organisation_ambiguous' },
    });
    expect(database.count('board')).toBe(1);
  });

  test('a known organisation with another register number is told', async () => {
    await load(sample());
    const file = sample();
    file.board.shortName = 'Toinen';
    file.organisations[0]!.registerNumber = '123.456';
    const { warnings } = await load(file);
    expect(warnings.filter((warning) => warning.code === 'organisation_differs')).toEqual([
      {
        code: 'organisation_differs',
        severity: 'warning',
        subject: 'organisations.0',
        details: { businessId: '9900001-8', registerNumber: '990001' },
      },
    ]);
  });
});

describe('the example of the documentation', () => {
  test('comes in with the defaults', async () => {
    const { counts, warnings } = await load(parseBoardFile(exampleJson()));
    expect(counts).toMatchObject({ organisations: 1, persons: 3, seats: 2, meetings: 1, items: 3, tasks: 1 });
    expect(warnings).toEqual([]);
    expect(
      rows(
        'select name, arrived_at, left_at, open, remote from attendance_interval join attendance on attendance.id = attendance_id join person on person.id = person_id order by name',
      ),
    ).toEqual([
      { name: 'Aino Esimerkki', arrived_at: '17:00', left_at: '17:40', open: 0, remote: 0 },
      { name: 'Bo Exempel', arrived_at: '17:00', left_at: '17:40', open: 0, remote: 1 },
      { name: 'Sanni Sihteeri', arrived_at: '17:00', left_at: '17:40', open: 0, remote: 0 },
    ]);
    expect(value('select decided_reference from task')).toBe('1/2026 § 2');
    expect(JSON.parse(value('select rules from rule_profile') as string)).toEqual(DEFAULT_RULES);
  });

  test.each([
    ['board.region', (file: BoardFile) => (file.board.region = '99'), 'unknown_region'],
    [
      'organisations.0.municipality',
      (file: BoardFile) => (file.organisations[0]!.municipality = '999'),
      'unknown_municipality',
    ],
    [
      'classificationYear',
      (file: BoardFile) => (file.classificationYear = 1999),
      'unknown_classification_year',
    ],
  ])('%s that is not in the classification is refused, and nothing stays', async (path, spoil, reason) => {
    const file = parseBoardFile(exampleJson());
    spoil(file);
    await expect(load(file)).rejects.toMatchObject({
      code: 'BOARD_FILE_INVALID',
      details: { path, reason },
      fields: { [path]: reason },
    });
    for (const table of ['board', 'organisation', 'person', 'field', 'meeting'])
      expect(database.count(table)).toBe(0);
  });

  test('without a classification every code is unknown', async () => {
    const bare = await testDatabase({ classified: false });
    try {
      await expect(
        bare.change((trx) => importBoardFile(trx, parseBoardFile(exampleJson()))),
      ).rejects.toMatchObject({
        details: { path: 'organisations.0.municipality', reason: 'unknown_municipality' },
      });
    } finally {
      bare.remove();
    }
  });

  test('somebody without an end is still present while the board meets', async () => {
    const json = exampleJson();
    const meeting = json.meetings![0]!;
    meeting.state = 'in_session';
    delete meeting.endedAt;
    meeting.attendance![1]!.presence = [{ toSection: 2, leftAt: '17:20' }];
    await load(parseBoardFile(json));
    expect(
      rows(
        'select name, open, last_item_id is null as no_last, left_at from attendance_interval join attendance on attendance.id = attendance_id join person on person.id = person_id order by name limit 2',
      ),
    ).toEqual([
      { name: 'Aino Esimerkki', open: 1, no_last: 1, left_at: null },
      { name: 'Bo Exempel', open: 0, no_last: 0, left_at: '17:20' },
    ]);
  });

  test('a gap in the § numbers of the past is told, not refused', async () => {
    const json = exampleJson();
    json.meetings!.push({ ...structuredClone(json.meetings![0]!), number: 2, heldOn: '2026-03-10' });
    for (const [index, item] of json.meetings![1]!.items!.entries()) item.section = 6 + index;
    const { warnings } = await load(parseBoardFile(json));
    expect(warnings).toMatchObject([
      { code: 'section_gap', severity: 'warning', details: { section: 6, expected: 4 } },
    ]);
  });
});
