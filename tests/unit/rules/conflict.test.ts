import { describe, expect, test } from 'vitest';
import {
  conflictGroundProblem,
  conflictGroundText,
  mayProposeAndVote,
  mayTakePart,
  suggestConflicts,
} from '../../../db/model/conflict.ts';
import { attending, item, meeting } from './builders.ts';

describe('suggestions from positions', () => {
  const position = (role: string, changes: object = {}) => ({
    personId: 'm7',
    organisationId: 'org07',
    role,
    ...changes,
  });
  test.each([
    ['chair', 'body_member', 'strong'],
    ['vice_chair', 'body_member', 'strong'],
    ['board_member', 'body_member', 'strong'],
    ['manager', 'body_member', 'strong'],
    ['deputy_board_member', 'body_member', 'possible'],
    ['employee', 'employment', 'strong'],
  ])('%s: %s', (role, ground, strength) => {
    expect(suggestConflicts('org07', [position(role)], '2026-05-19')).toEqual([
      { personId: 'm7', ground, strength, roles: [role] },
    ]);
  });
  test.each(['member', 'contact', 'other', 'talkoolainen', 'constructor'])('%s: none', (role) => {
    expect(suggestConflicts('org07', [position(role)], '2026-05-19')).toEqual([]);
  });
  test('another organisation, or no applicant at all', () => {
    expect(suggestConflicts('org08', [position('chair')], '2026-05-19')).toEqual([]);
    expect(suggestConflicts(null, [position('chair')], '2026-05-19')).toEqual([]);
  });
  test.each([
    [{ startsOn: '2026-05-19', endsOn: '2026-05-19' }, 1],
    [{ startsOn: '2026-05-20', endsOn: null }, 0],
    [{ startsOn: null, endsOn: '2026-05-18' }, 0],
    [{ startsOn: null, endsOn: null }, 1],
  ])('a position held %j', (dates, count) => {
    expect(suggestConflicts('org07', [position('chair', dates)], '2026-05-19')).toHaveLength(count);
  });
  test('one row per person and ground, the stronger one wins', () => {
    const positions = [
      position('deputy_board_member'),
      position('manager'),
      position('employee'),
      position('chair', { personId: 'm8' }),
    ];
    expect(suggestConflicts('org07', positions, '2026-05-19')).toEqual([
      {
        personId: 'm7',
        ground: 'body_member',
        strength: 'strong',
        roles: ['deputy_board_member', 'manager'],
      },
      { personId: 'm7', ground: 'employment', strength: 'strong', roles: ['employee'] },
      { personId: 'm8', ground: 'body_member', strength: 'strong', roles: ['chair'] },
    ]);
  });
});

describe('grounds as printed', () => {
  test('in the three languages', () => {
    expect(conflictGroundText('body_member', null, 'fi')).toBe(
      'hallintolaki 28 § 1 mom. 5 kohta (yhteisöjäävi)',
    );
    expect(conflictGroundText('body_member', '', 'sv')).toBe(
      'förvaltningslagen 28 § 1 mom. 5 punkten (samfundsjäv)',
    );
    expect(conflictGroundText('employment', null, 'en')).toBe(
      'Administrative Procedure Act, s. 28(1)(4) (employment or commission)',
    );
  });
  test("with the person's words, and by the board's own law", () => {
    expect(conflictGroundText('body_member', ' hakijayhdistyksen hallituksen jäsen ', 'fi')).toBe(
      'hallintolaki 28 § 1 mom. 5 kohta (yhteisöjäävi): hakijayhdistyksen hallituksen jäsen',
    );
    expect(conflictGroundText('party', null, 'sv', 'toimintasääntö 9 §')).toBe(
      'toimintasääntö 9 § 1 mom. 1 punkten (partsjäv)',
    );
  });
  test('another ground needs words', () => {
    expect(conflictGroundText('other', ' sukulaisuus ', 'fi')).toBe('sukulaisuus');
    expect(conflictGroundText('other', null, 'fi')).toBe('');
    expect(conflictGroundProblem('other', '  ')).toBe('conflict_ground_missing');
    expect(conflictGroundProblem('other', 'sukulaisuus')).toBeNull();
    expect(conflictGroundProblem('party', null)).toBeNull();
  });
});

test('who may take part, and who may propose and vote', () => {
  const facts = meeting({
    items: [item({ conflictedIds: ['m2'] }), item()],
    attendance: attending('m1', 'm2', 'd1', 'e1@1'),
  });
  expect(mayTakePart(facts, 0, 'm1')).toBe(true);
  expect(mayTakePart(facts, 0, 'm2')).toBe(false);
  expect(mayTakePart(facts, 1, 'm2')).toBe(true);
  expect(mayTakePart(facts, 0, 'e1')).toBe(false);
  expect(mayTakePart(facts, 1, 'e1')).toBe(true);
  expect(mayProposeAndVote(facts, 0, 'm1')).toBe(true);
  expect(mayProposeAndVote(facts, 0, 'm2')).toBe(false);
  expect(mayProposeAndVote(facts, 1, 'm2')).toBe(true);
  expect(mayProposeAndVote(facts, 0, 'd1')).toBe(false);
  expect(mayProposeAndVote(facts, 1, 'e1')).toBe(false);
});
