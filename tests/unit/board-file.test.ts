import { writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { boardFileSchema, parseBoardFile, type BoardFileInput } from '../../db/model/board-file.ts';
import { AppError } from '../../db/model/errors.ts';
import { checkBusinessId } from '../../db/model/identifiers.ts';
import { RICH_TEXT_LIMIT } from '../../db/model/rich-text.ts';
import { boardFileJsonSchema } from './board-file-schema.ts';
import { repositoryText, resource } from './resources.ts';

const SCHEMA = 'docs/board-file.schema.json';

/** The example of the documentation, and its parse as a fresh copy to spoil. */
function example(): BoardFileInput {
  const found = /```json\n([\s\S]*?)```/.exec(repositoryText('docs/board-file.md'));
  return JSON.parse(found?.[1] ?? '') as BoardFileInput;
}
const sample = (): BoardFileInput => resource('boards/malli-jane.json') as BoardFileInput;

/** Sets `value` at a dotted path; `undefined` removes the key. */
function spoil(json: BoardFileInput, path: string, value: unknown): BoardFileInput {
  const keys = path.split('.');
  let target = json as unknown as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) target = target[key] as Record<string, unknown>;
  const last = keys.at(-1)!;
  if (value === undefined) delete target[last];
  else target[last] = value;
  return json;
}

function refusal(json: unknown): AppError {
  try {
    parseBoardFile(json);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('accepted');
}

describe('documentation', () => {
  test('the JSON schema is what the valibot schema says', () => {
    const generated = boardFileJsonSchema();
    if (process.env['UPDATE_SCHEMA'] === '1')
      writeFileSync(new URL(`../../${SCHEMA}`, import.meta.url), generated);
    expect(repositoryText(SCHEMA)).toBe(generated);
  });

  test('an independent validator accepts the sample and the example, and refuses a misspelt key', () => {
    const schema = JSON.parse(repositoryText(SCHEMA)) as Record<string, unknown>;
    const Validator = String(schema['$schema']).includes('2020-12') ? Ajv2020 : Ajv;
    const validate = new Validator({ strict: false, validateFormats: false }).compile(schema);
    expect(validate(sample()), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(example()), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(spoil(example(), 'persons.0.nmae', 'Aino'))).toBe(false);
    expect(validate(spoil(example(), 'meetings.0.heldOn', '10.2.2026'))).toBe(false);
  });

  test('every key of the file is named in the documentation', () => {
    const text = repositoryText('docs/board-file.md');
    for (const key of Object.keys(boardFileSchema.entries))
      expect(text.includes(`\`${key}\``) || text.includes(`"${key}"`), key).toBe(true);
  });

  test('every reason that tests provoke is documented', () => {
    const text = repositoryText('docs/board-file.md');
    for (const [, , , reason] of UGLY) expect(text).toContain(`\`${reason}\``);
  });
});

describe('the sample', () => {
  test('is a right board file', () => {
    const file = parseBoardFile(sample());
    expect(file.board.shortName).toBe('Malli-JANE');
    expect(file.terms[0]?.seats).toHaveLength(16);
    expect(file.organisations).toHaveLength(20);
  });

  test('has valid business ids, and two organisations without one', () => {
    const { organisations } = parseBoardFile(sample());
    const ids = organisations.flatMap((organisation) => organisation.businessId ?? []);
    expect(ids).toHaveLength(18);
    for (const id of ids) expect(checkBusinessId(id)).toEqual({ ok: true, normalised: id });
    expect(organisations.filter((one) => one.legalForm === 'unregistered').map((one) => one.id)).toEqual([
      'org17',
    ]);
  });

  test('numbers the §s of 2026 from 1 to 35 without a gap', () => {
    const sections = parseBoardFile(sample()).meetings.flatMap((meeting) =>
      meeting.items.flatMap((item) => item.section ?? []),
    );
    expect(sections).toEqual(Array.from({ length: 35 }, (_, index) => index + 1));
  });

  test('knows the fields that are offered for new boards', () => {
    const offered = resource('classifications/fields.json') as {
      key: string;
      fi: string;
      sv: string;
      en: string;
    }[];
    for (const { key, name } of parseBoardFile(sample()).fields)
      expect(offered).toContainEqual({ key, ...name });
  });

  test('has no data of persons but roles', () => {
    for (const person of parseBoardFile(sample()).persons) {
      expect(person.name).toMatch(/^(Jäsen|Varajäsen|Sihteeri|Asiantuntija) \d\d$/);
      expect([person.email, person.phone, person.notes]).toEqual([null, null, '']);
    }
  });

  test('the data between meetings refers to the sample', () => {
    const text = JSON.stringify(resource('boards/malli-jane-between-meetings.json'));
    const known = new Set(parseBoardFile(sample()).organisations.map((organisation) => organisation.id));
    for (const [id] of text.matchAll(/org\d\d(?=")/g)) expect(known).toContain(id);
  });
});

const EXAMPLE_FIELD = { key: 'kylat', name: { fi: 'Toinen' } };
/** Base file, path to spoil, value (`undefined`: removed), reason, and the path reported where it is another. */
const UGLY: readonly [() => BoardFileInput, string, unknown, string, string?][] = [
  [example, 'format', 'something-else', 'not_allowed'],
  [example, 'version', 3, 'not_allowed'],
  [example, 'board', 'Esimerkki', 'wrong_type'],
  [example, 'board.shortName', '   ', 'required'],
  [example, 'board.name.fi', undefined, 'required'],
  [example, 'board.region', '1', 'code_form'],
  [example, 'colour', 'red', 'unknown_key'],
  [example, 'persons.0.nmae', 'Aino', 'unknown_key'],
  [example, 'persons.1.name', 7, 'wrong_type'],
  [example, 'persons.1.name', 'x'.repeat(201), 'too_long'],
  [example, 'persons.1.email', 'aino', 'email_form'],
  [example, 'persons.1.id', 'a', 'duplicate'],
  [example, 'persons.0.positions.0.organisation', 'nobody', 'unknown_organisation'],
  [example, 'organisations.0.businessId', '9900001-7', 'business_id_check_digit'],
  [example, 'organisations.0.businessId', '99-1', 'business_id_form'],
  [example, 'organisations.0.registerNumber', '1234567', 'register_number_form'],
  [example, 'organisations.0.municipality', 541, 'wrong_type'],
  [example, 'organisations.0.municipality', '41', 'municipality_form'],
  [example, 'organisations.0.field', 'kalat', 'unknown_field'],
  [example, 'organisations.0.web', 'javascript:alert(1)', 'web_form'],
  [example, 'organisations.0.postalCode', '8010', 'postal_code_form'],
  [example, 'organisations.0.languages', ['suomi!'], 'language_form', 'organisations.0.languages.0'],
  [example, 'fields.1', EXAMPLE_FIELD, 'duplicate', 'fields.1.key'],
  [example, 'fields.0.key', 'Kylät', 'key_form'],
  [example, 'terms', [], 'required'],
  [example, 'terms.0.endsOn', '2025-07-31', 'ends_before_start'],
  [example, 'terms.0.seats.1.number', 1, 'duplicate'],
  [example, 'terms.0.seats.0.holders.0.person', 'zz', 'unknown_person'],
  [example, 'terms.0.seats.0.holders.0.startsOn', '2025-01-01', 'outside_term'],
  [example, 'terms.0.seats.0.holders.1', { role: 'member', person: 'b' }, 'holder_overlap'],
  [example, 'terms.1', { startsOn: '2029-07-01', endsOn: '2033-07-31' }, 'term_overlap'],
  [example, 'offices.0.office', 'king', 'not_allowed'],
  [example, 'meetings.0.heldOn', '2026-02-31', 'invalid_date'],
  [example, 'meetings.0.startedAt', '25:00', 'invalid_time'],
  [example, 'meetings.0.endedAt', '16:00', 'ends_before_start'],
  [example, 'meetings.0.endedAt', undefined, 'required'],
  [example, 'meetings.0.year', 2027, 'year_mismatch'],
  [example, 'meetings.0.number', 0, 'out_of_range'],
  [example, 'meetings.0.number', 1.5, 'out_of_range'],
  [example, 'meetings.0.chair', 'x', 'unknown_person'],
  [example, 'meetings.0.examiners', ['b', 'b'], 'duplicate', 'meetings.0.examiners.1'],
  [example, 'meetings.0.items.1.section', 1, 'duplicate_section'],
  [example, 'meetings.0.items.1.section', 5, 'section_order'],
  [example, 'meetings.0.items.1.section', undefined, 'required'],
  [example, 'meetings.0.items.1.kind', 'party', 'not_allowed'],
  [example, 'meetings.0.items.1.proposal', { type: 'doc', content: [{ type: 'script' }] }, 'text_form'],
  [example, 'meetings.0.items.1.proposal', 'x'.repeat(RICH_TEXT_LIMIT + 1), 'too_long'],
  [example, 'meetings.0.items.1.followUps', ['T-9'], 'unknown_task', 'meetings.0.items.1.followUps.0'],
  [example, 'meetings.0.items.1.applicant', 'x', 'unknown_organisation'],
  [example, 'meetings.0.attendance.1.person', 'a', 'duplicate'],
  [
    example,
    'meetings.0.attendance.0.presence',
    [{ fromSection: 9 }],
    'unknown_section',
    'meetings.0.attendance.0.presence.0.fromSection',
  ],
  [
    example,
    'meetings.0.attendance.0.presence',
    [{ fromSection: 3, toSection: 2 }],
    'ends_before_start',
    'meetings.0.attendance.0.presence.0.toSection',
  ],
  [
    example,
    'meetings.0.attendance.0.presence',
    [{}, { fromSection: 2 }],
    'presence_overlap',
    'meetings.0.attendance.0.presence.1.fromSection',
  ],
  [example, 'meetings.1', { number: 1, year: 2026, heldOn: '2026-03-10' }, 'duplicate', 'meetings.1.number'],
  [
    example,
    'meetings.1',
    {
      number: 2,
      year: 2026,
      heldOn: '2026-03-10',
      attendance: [{ person: 'a', capacity: 'member', presence: [{}] }],
    },
    'no_items',
    'meetings.1.attendance.0.presence.0',
  ],
  [example, 'tasks.0.dueOn', '2026-02-29', 'invalid_date'],
  [example, 'tasks.0.decided.meeting', '9/2026', 'unknown_meeting'],
  [example, 'tasks.0.decided.meeting', 'ensimmäinen', 'meeting_form'],
  [example, 'tasks.0.decided.section', 30, 'unknown_section'],
  [
    example,
    'tasks.0.deadlineChanges',
    [{ newDueOn: '2026-05-01', changedOn: '2026-02-10' }],
    'deadline_mismatch',
    'tasks.0.dueOn',
  ],
  [sample, 'meetings.1.items.0.section', 9, 'section_order', 'meetings.1.items.1.section'],
  [sample, 'meetings.2.items.7.conflicts.0.ground', 'dislike', 'not_allowed'],
  [
    sample,
    'meetings.2.items.7.conflicts.0',
    { person: 'J07', ground: 'other' },
    'required',
    'meetings.2.items.7.conflicts.0.explanation',
  ],
  [sample, 'meetings.2.items.7.conflicts.0.returnedAt', '14:00', 'ends_before_start'],
  [
    sample,
    'meetings.2.items.8.proposals.0.seconders',
    ['J99'],
    'unknown_person',
    'meetings.2.items.8.proposals.0.seconders.0',
  ],
  [sample, 'meetings.2.items.8.votes.0.no', 'another', 'unknown_proposal'],
  [sample, 'meetings.2.items.8.votes.0.no', null, 'same_proposal_twice'],
  [sample, 'meetings.2.items.8.votes.0.ballots.3.person', 'J01', 'duplicate'],
  [sample, 'meetings.2.items.8.votes.0.counts', { aye: 7, no: 7, blank: 1 }, 'counts_in_roll_call'],
  [sample, 'meetings.2.items.8.dissents.0.attachment', 9, 'unknown_attachment'],
  [sample, 'meetings.0.examinedOn', undefined, 'required'],
  [sample, 'organisations.1.businessId', '9900001-8', 'duplicate'],
  [sample, 'organisations.1.registerNumber', '990001', 'duplicate'],
];

describe('ugly input', () => {
  test.each(UGLY.map(([base, path, value, reason, reported]) => ({ base, path, value, reason, reported })))(
    '$path: $reason',
    ({ base, path, value, reason, reported }) => {
      const error = refusal(spoil(base(), path, value));
      expect(error.code).toBe('BOARD_FILE_INVALID');
      expect(error.fields).toHaveProperty([reported ?? path], reason);
      expect({ path: error.details['path'], reason: error.details['reason'] }).toEqual({
        path: Object.keys(error.fields)[0],
        reason: Object.values(error.fields)[0],
      });
    },
  );

  test.each([null, undefined, 7, 'text', [], {}])('%j is no board file', (json) => {
    expect(refusal(json).code).toBe('BOARD_FILE_INVALID');
  });

  test('a § number of an earlier meeting of the year is refused in a later one', () => {
    const json = sample();
    for (const [index, item] of json.meetings![1]!.items!.entries()) item.section = 9 + index;
    expect(refusal(json).details).toMatchObject({
      path: 'meetings.1.items.0.section',
      reason: 'duplicate_section',
    });
  });

  test('counted votes need counts and no names', () => {
    const json = spoil(sample(), 'meetings.2.items.8.votes.0.method', 'secret');
    expect(refusal(json).fields).toEqual({
      'meetings.2.items.8.votes.0.counts': 'required',
      'meetings.2.items.8.votes.0.ballots': 'ballots_not_by_name',
    });
  });

  test('all issues are told, the first in the details', () => {
    const json = spoil(spoil(example(), 'persons.0.language', 'de'), 'tasks.0.dueOn', 'soon');
    const error = refusal(json);
    expect(error.details).toEqual({ path: 'persons.0.language', reason: 'not_allowed', issues: 2 });
    expect(error.fields).toEqual({ 'persons.0.language': 'not_allowed', 'tasks.0.dueOn': 'invalid_date' });
  });

  test('a memo board numbers its items anew in every meeting', () => {
    const json = example();
    json.ruleProfiles = [{ validFrom: '2025-08-01', rules: { profile: 'memo' } }];
    json.meetings!.push({ ...structuredClone(json.meetings![0]!), number: 2, heldOn: '2026-03-10' });
    expect(parseBoardFile(json).meetings).toHaveLength(2);
  });
});
