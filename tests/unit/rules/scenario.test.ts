/** The sample meeting 3/2026 with the values that its source expects. */
import { describe, expect, test } from 'vitest';
import { suggestConflicts } from '../../../db/model/conflict.ts';
import { decidedProposalId } from '../../../db/model/decision.ts';
import { mayDissent } from '../../../db/model/dissent.ts';
import { firstSection } from '../../../db/model/numbering.ts';
import { voterStatus, voterTimeline } from '../../../db/model/quorum.ts';
import { decisionFromVotes } from '../../../db/model/voting.ts';
import { at, EXPECTED_VOTERS, FIRST_SECTION, scenarioFacts } from '../../fixtures/scenario-facts.ts';
import { rules } from './builders.ts';

const facts = scenarioFacts();

describe('voters', () => {
  test('at each § as expected, always quorate', () => {
    const timeline = voterTimeline(facts);
    expect(
      Object.fromEntries(timeline.map((status, index) => [FIRST_SECTION + index, status.voterCount])),
    ).toEqual(EXPECTED_VOTERS);
    for (const status of timeline)
      expect(status).toMatchObject({
        required: 9,
        quorate: true,
        seatCount: 16,
        vacantSeats: 0,
        presidingId: 'J01',
      });
  });
  test('why seats are empty', () => {
    expect(voterStatus(facts, at(22)).reasons).toEqual([
      { seatId: 'P09', number: 9, reason: 'absent' },
      { seatId: 'P12', number: 12, reason: 'absent' },
    ]);
    expect(voterStatus(facts, at(29)).reasons).toEqual([
      { seatId: 'P07', number: 7, reason: 'conflict' },
      { seatId: 'P12', number: 12, reason: 'absent' },
    ]);
  });
  test('V05 sits for J05', () => {
    expect(voterStatus(facts, at(30)).voters).toContainEqual({
      seatId: 'P05',
      personId: 'V05',
      as: 'deputy',
    });
  });
  test('the expert A03 is there at §§ 31–32 only, and has no vote', () => {
    const present = voterTimeline(facts).flatMap((status, index) =>
      status.presentIds.includes('A03') ? [FIRST_SECTION + index] : [],
    );
    expect(present).toEqual([31, 32]);
  });
});

test('§ 30: 7 – 7 – 1, the chair settles for the base proposal', () => {
  const decision = decisionFromVotes(facts, at(30));
  expect(decision).toMatchObject({ outcome: 'base', proposalId: null });
  expect(decision.results).toMatchObject([
    {
      aye: 7,
      no: 7,
      blank: 1,
      cast: 15,
      voters: 15,
      missing: 0,
      winner: 'aye',
      decidedBy: 'chair',
      problems: [],
    },
  ]);
});

test('§ 30 with the other rules for a tie', () => {
  const falls = { ...facts, rules: rules({ tie: 'proposal_falls' }) };
  expect(decisionFromVotes(falls, at(30)).results[0]).toMatchObject({
    winner: 'aye',
    decidedBy: 'base_stands',
  });
  const lot = { ...facts, rules: rules({ tie: 'lot' }) };
  expect(decisionFromVotes(lot, at(30))).toMatchObject({
    outcome: null,
    results: [{ problems: ['lot_missing'] }],
  });
});

test('§ 30: J04 may dissent, and whoever voted against; nobody else', () => {
  const decision = { type: 'voted' as const, proposalId: decidedProposalId(facts, at(30), 'voted') };
  const ground = (personId: string) => mayDissent(facts, at(30), personId, decision);
  expect(ground('J04')).toBe('deviating_proposal');
  expect(ground('J11')).toBe('voted_against');
  for (const personId of ['J01', 'V05', 'J13', 'J05', 'J12', 'S01', 'A01'])
    expect(ground(personId)).toBeNull();
});

test('§ 29: the position of J07 suggests the conflict', () => {
  const positions = [
    { personId: 'J07', organisationId: 'org07', role: 'board_member', startsOn: '2025-01-01', endsOn: null },
    { personId: 'J15', organisationId: 'org07', role: 'member' },
  ];
  expect(suggestConflicts('org07', positions, '2026-05-19')).toMatchObject([
    { personId: 'J07', ground: 'body_member', strength: 'strong' },
  ]);
});

test('§ 22 follows meeting 2/2026, which ended with § 21', () => {
  const before = [{ date: '2026-03-24', firstSection: 11, lastSection: 21, frozen: true }];
  expect(firstSection(before, facts.rules, '2026-05-19', null)).toEqual({ first: 22, provisional: false });
});
