/** The check of the sample meeting 3/2026, as it is and with one breach at a time. */
import { describe, expect, test } from 'vitest';
import { checkMeeting, type MeetingCheck } from '../../../db/model/check-meeting.ts';
import {
  at,
  COUNTER_PROPOSAL,
  EXPECTED_VOTERS,
  scenarioDecisions,
  scenarioFacts,
} from '../../fixtures/scenario-facts.ts';
import { rules } from './builders.ts';

function scenarioCheck(): MeetingCheck {
  return {
    subject: 'meeting 3/2026',
    state: 'closed',
    meetingDate: '2026-05-19',
    callSentOn: '2026-05-11',
    agendaSentOn: '2026-05-11',
    facts: scenarioFacts(),
    sections: Object.keys(EXPECTED_VOTERS).map(Number),
    decisions: scenarioDecisions(),
    conflicts: [{ itemIndex: at(29), personId: 'J07', ground: 'body_member', freeText: 'hallituksen jäsen' }],
    dissents: [{ itemIndex: at(30), personId: 'J04' }],
  };
}

describe('the check', () => {
  test('finds nothing in the sample', () => expect(checkMeeting(scenarioCheck())).toEqual([]));

  const row = (personId: string, check: MeetingCheck) =>
    check.facts.attendance.find((attendance) => attendance.personId === personId)!;
  const breaches: [string, (check: MeetingCheck) => void, string[]][] = [
    ['late notice', (check) => (check.callSentOn = '2026-05-13'), ['warning notice_late']],
    ['the agenda was not sent', (check) => (check.agendaSentOn = null), ['warning agenda_not_sent']],
    ['a date that does not exist', (check) => (check.meetingDate = '2026-02-31'), ['error invalid_date']],
    [
      'a date of sending that does not exist',
      (check) => (check.callSentOn = '2026-02-31'),
      ['error invalid_date'],
    ],
    [
      'a gap',
      (check) => (check.sections = check.sections.map((n) => (n === 35 ? 36 : n))),
      ['error section_order'],
    ],
    [
      'a number is missing',
      (check) => (check.sections = check.sections.map((n) => (n === 35 ? null : n))),
      ['error section_missing'],
    ],
    [
      'a memo that runs on',
      (check) => (check.facts.rules = rules({ profile: 'memo' })),
      ['error memo_starts_at_one'],
    ],
    [
      'no decision at § 28',
      (check) => (check.decisions = check.decisions.with(at(28), null)),
      ['error decision_missing'],
    ],
    [
      'not by the vote',
      (check) =>
        (check.decisions = check.decisions.with(at(30), {
          ...check.decisions[at(30)]!,
          proposalId: COUNTER_PROPOSAL,
        })),
      ['error decision_against_vote', 'error dissent_not_allowed'],
    ],
    [
      'J12 votes',
      (check) => check.facts.items[at(30)]!.votes[0]!.ballots.push({ personId: 'J12', choice: 'no' }),
      ['error ballot_without_vote', 'error vote_incomplete'],
    ],
    [
      'J16 has not voted',
      (check) => check.facts.items[at(30)]!.votes[0]!.ballots.pop(),
      ['error votes_missing', 'error vote_incomplete'],
    ],
    [
      'J04 votes twice',
      (check) => check.facts.items[at(30)]!.votes[0]!.ballots.push({ personId: 'J04', choice: 'no' }),
      ['error ballot_twice', 'error vote_incomplete'],
    ],
    [
      'J05 comes, V05 votes all the same',
      (check) =>
        row('J05', check).intervals.push({
          firstItem: at(30),
          lastItem: null,
          arrivedAt: '14:20',
          leftAt: null,
          remote: false,
        }),
      ['error ballot_without_vote', 'error votes_missing', 'error vote_incomplete'],
    ],
    ['no ground written down', (check) => (check.conflicts = []), ['error conflict_ground_missing']],
    [
      'a ground without words',
      (check) => (check.conflicts = [{ ...check.conflicts[0]!, ground: 'other', freeText: ' ' }]),
      ['error conflict_ground_missing'],
    ],
    [
      'J11 in conflict at § 30',
      (check) => {
        check.facts.items[at(30)]!.conflictedIds.push('J11');
        check.conflicts = [
          ...check.conflicts,
          { itemIndex: at(30), personId: 'J11', ground: 'party', freeText: null },
        ];
      },
      [
        'error seconder_in_conflict',
        'error ballot_without_vote',
        'error ballot_in_conflict',
        'error vote_out_of_order',
        'error vote_incomplete',
      ],
    ],
    [
      'J04 in conflict at § 30',
      (check) => {
        check.facts.items[at(30)]!.conflictedIds.push('J04');
        check.conflicts = [
          ...check.conflicts,
          { itemIndex: at(30), personId: 'J04', ground: 'party', freeText: null },
        ];
      },
      [
        'error proposer_in_conflict',
        'error ballot_without_vote',
        'error ballot_in_conflict',
        'error vote_out_of_order',
        'error vote_incomplete',
        'error dissent_not_allowed',
      ],
    ],
    [
      'the same conflict twice',
      (check) => check.facts.items[at(29)]!.conflictedIds.push('J07'),
      ['warning conflict_twice'],
    ],
    [
      'the proposer seconds himself',
      (check) => check.facts.items[at(30)]!.proposals[0]!.seconderIds.push('J04'),
      ['error seconded_by_proposer'],
    ],
    [
      'a seconder without a vote',
      (check) => check.facts.items[at(30)]!.proposals[0]!.seconderIds.push('J12'),
      ['warning seconder_without_vote'],
    ],
    [
      'a proposer without a vote',
      (check) => (check.facts.items[at(30)]!.proposals[0]!.proposerId = 'A01'),
      ['warning proposer_without_vote'],
    ],
    [
      'a vote that does not belong there',
      (check) => (check.facts.items[at(28)]!.votes = structuredClone(check.facts.items[at(30)]!.votes)),
      ['error vote_out_of_order', 'error vote_incomplete'],
    ],
    [
      'a dissent of somebody who agreed',
      (check) => (check.dissents = [{ itemIndex: at(30), personId: 'J01' }]),
      ['error dissent_not_allowed'],
    ],
    [
      'a dissent without a decision',
      (check) => {
        check.state = 'in_session';
        check.decisions = check.decisions.with(at(30), null);
      },
      ['error dissent_not_allowed'],
    ],
    ['A01 as a member', (check) => (row('A01', check).capacity = 'member'), ['error not_a_member']],
    ['A01 as a deputy', (check) => (row('A01', check).capacity = 'deputy'), ['error not_a_deputy']],
    [
      'two rows of attendance',
      (check) => check.facts.attendance.push(structuredClone(row('A03', check))),
      ['error attendance_twice'],
    ],
    [
      'a member on two seats',
      (check) => (check.facts.seats[11]!.memberId = 'J13'),
      ['error member_on_two_seats', 'error not_a_member'],
    ],
    ['a seat number twice', (check) => (check.facts.seats[11]!.number = 16), ['error seat_number_twice']],
    [
      'remote, where that is not allowed',
      (check) => {
        check.facts.rules = rules({ remoteParticipation: false });
        row('A03', check).intervals[0]!.remote = true;
      },
      ['warning remote_not_allowed'],
    ],
    [
      'overlapping stretches',
      (check) => (row('J07', check).intervals[0]!.lastItem = at(30)),
      ['error presence_overlap'],
    ],
    [
      'overlapping by the clock',
      (check) => (row('J07', check).intervals[1]!.arrivedAt = '14:00'),
      ['error presence_overlap'],
    ],
    [
      'an open stretch before another',
      (check) => (row('J07', check).intervals[0]!.lastItem = null),
      ['error presence_overlap'],
    ],
    [
      'left before coming',
      (check) => (row('A03', check).intervals[0]!.leftAt = '14:00'),
      ['error presence_reversed'],
    ],
    [
      'a stretch backwards',
      (check) => (row('A03', check).intervals[0]!.lastItem = at(29)),
      ['error presence_reversed'],
    ],
    [
      'a stretch beyond the agenda',
      (check) => (row('A03', check).intervals[0]!.lastItem = at(36)),
      ['error presence_outside_agenda'],
    ],
  ];
  test.each(breaches)('%s', (_name, breach, expected) => {
    const check = scenarioCheck();
    breach(check);
    expect(checkMeeting(check).map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected);
  });

  test('deputies where the board has none', () => {
    const check = scenarioCheck();
    check.facts.rules = rules({ deputies: 'none' });
    const codes = checkMeeting(check).map(({ code }) => code);
    expect(codes).toEqual(['deputies_not_in_use', 'ballot_without_vote', 'vote_incomplete']);
  });

  test('a vote and decisions without a quorum', () => {
    const check = scenarioCheck();
    check.facts.rules = rules({ quorum: { kind: 'at_least', minimum: 16 } });
    const findings = checkMeeting(check);
    expect(findings.filter(({ code }) => code === 'vote_not_quorate')).toMatchObject([
      { subject: 'meeting 3/2026 § 30', details: { voters: 15, required: 16 } },
    ]);
    // Every item but opening, closing, the one put off and the two in the board's own words.
    expect(findings.filter(({ code }) => code === 'not_quorate')).toHaveLength(9);
  });

  test('what is only unfinished is no finding before the meeting is closed', () => {
    const check = scenarioCheck();
    check.decisions = check.decisions.map(() => null);
    check.sections = check.sections.map(() => null);
    check.dissents = [];
    expect(checkMeeting({ ...check, state: 'in_session' })).toEqual([]);
    expect(checkMeeting({ ...check, state: 'draft', callSentOn: null, agendaSentOn: null })).toEqual([]);
    expect(checkMeeting({ ...check, state: 'called', callSentOn: null })).toMatchObject([
      { code: 'notice_not_sent' },
    ]);
    expect(checkMeeting(check).map(({ code }) => code)).toContain('decision_missing');
  });

  test('a ground written down for another person, or for another item, is none', () => {
    const check = scenarioCheck();
    check.conflicts = [{ ...check.conflicts[0]!, personId: 'J08' }];
    expect(checkMeeting(check).map(({ code }) => code)).toEqual(['conflict_ground_missing']);
    check.conflicts = [{ ...check.conflicts[0]!, personId: 'J07', itemIndex: at(30) }];
    expect(checkMeeting(check).map(({ code }) => code)).toEqual(['conflict_ground_missing']);
  });

  test('accepts what is unusual but possible', () => {
    const check = scenarioCheck();
    // Left before any item, arrived after the last one, came and went in the same minute.
    row('A01', check).intervals = [
      { firstItem: 0, lastItem: -1, arrivedAt: '13:00', leftAt: '13:00', remote: false },
      { firstItem: 14, lastItem: null, arrivedAt: '13:00', leftAt: null, remote: false },
    ];
    expect(checkMeeting(check)).toEqual([]);
    row('A01', check).intervals = [
      { firstItem: -1, lastItem: null, arrivedAt: null, leftAt: null, remote: false },
    ];
    expect(checkMeeting(check)).toMatchObject([{ code: 'presence_outside_agenda' }]);
    row('A01', check).intervals = [
      { firstItem: 15, lastItem: null, arrivedAt: null, leftAt: null, remote: false },
    ];
    expect(checkMeeting(check)).toMatchObject([{ code: 'presence_outside_agenda' }]);
  });

  test('says which vote of the item it is', () => {
    const check = scenarioCheck();
    check.facts.items[at(30)]!.votes[0]!.ballots.pop();
    expect(checkMeeting(check)[0]?.details).toEqual({ itemIndex: at(30), vote: 1, missing: 1 });
  });

  test('names the § or the place in the agenda', () => {
    const check = scenarioCheck();
    check.conflicts = [];
    expect(checkMeeting(check)[0]).toMatchObject({
      subject: 'meeting 3/2026 § 29',
      details: { itemIndex: at(29), personId: 'J07' },
    });
    check.state = 'in_session';
    check.sections = check.sections.map(() => null);
    expect(checkMeeting(check)[0]?.subject).toBe('meeting 3/2026 #8');
  });
});
