/** What the rules make of a meeting's rows: an independent reading, so that an import's mistake is not hidden by ours. */
import type SQLite from 'better-sqlite3';
import { checkMeeting } from '../../db/model/check-meeting.ts';
import { decidedProposalId, type DecisionType } from '../../db/model/decision.ts';
import type { Finding } from '../../db/model/errors.ts';
import type {
  Capacity,
  Choice,
  ConflictGround,
  MeetingFacts,
  ProposalKind,
  VoteMethod,
} from '../../db/model/facts.ts';
import type { MeetingState } from '../../db/model/meeting-state.ts';
import { voterTimeline } from '../../db/model/quorum.ts';
import type { RuleProfile } from '../../db/model/rules.ts';
import { decisionFromVotes, type VoteResult } from '../../db/model/voting.ts';

type Row = Record<string, string | number | null>;

export interface MeetingRecord {
  /** Number of voters at each item. */
  voters: number[];
  /** At every item. */
  quorate: boolean;
  votes: VoteResult[];
  findings: Finding[];
}

export function meetingRecord(raw: SQLite.Database, meetingId: string): MeetingRecord {
  const all = (sql: string, ...values: string[]): Row[] => raw.prepare(sql).all(...values) as Row[];
  const text = (value: Row[string] | undefined): string => String(value);
  const meeting = all('select * from meeting where id = ?', meetingId)[0]!;
  const items = all('select * from agenda_item where meeting_id = ? order by position', meetingId);
  const index = (id: Row[string] | undefined): number => items.findIndex((item) => item['id'] === id);
  const ofItems = (table: string): Row[] =>
    all(
      `select ${table}.* from ${table} join agenda_item on agenda_item.id = item_id where meeting_id = ?`,
      meetingId,
    );
  const [conflicts, proposals, votes, dissents] = ['conflict', 'proposal', 'vote', 'dissent'].map(
    ofItems,
  ) as [Row[], Row[], Row[], Row[]];
  const facts: MeetingFacts = {
    rules: JSON.parse(raw.prepare('select rules from rule_profile').pluck().get() as string) as RuleProfile,
    chairId: text(meeting['chair_id']),
    viceChairId: text(
      raw.prepare("select person_id from office where office = 'vice_chair'").pluck().get() as string,
    ),
    presenterId: text(meeting['presenter_id']),
    seats: all('select * from seat').map((seat) => {
      const holders = all('select * from seat_holder where seat_id = ?', text(seat['id']));
      const holder = (role: string): string | null =>
        (holders.find((one) => one['role'] === role)?.['person_id'] as string | undefined) ?? null;
      return {
        seatId: text(seat['id']),
        number: Number(seat['number']),
        memberId: holder('member'),
        deputyId: holder('deputy'),
      };
    }),
    attendance: all('select * from attendance where meeting_id = ?', meetingId).map((row) => ({
      personId: text(row['person_id']),
      capacity: row['capacity'] as Capacity,
      intervals: all(
        'select * from attendance_interval where attendance_id = ? order by arrived_at',
        text(row['id']),
      ).map((interval) => ({
        firstItem: index(interval['first_item_id']),
        lastItem: interval['open'] === 1 ? null : index(interval['last_item_id']),
        arrivedAt: interval['arrived_at'] as string | null,
        leftAt: interval['left_at'] as string | null,
        remote: interval['remote'] === 1,
      })),
    })),
    items: items.map((item) => ({
      itemId: text(item['id']),
      conflictedIds: conflicts
        .filter((one) => one['item_id'] === item['id'])
        .map((one) => text(one['person_id'])),
      proposals: proposals
        .filter((one) => one['item_id'] === item['id'])
        .map((one) => ({
          proposalId: text(one['id']),
          kind: one['kind'] as ProposalKind,
          proposerId: text(one['proposer_id']),
          seconderIds: all('select * from proposal_seconder where proposal_id = ?', text(one['id'])).map(
            (s) => text(s['person_id']),
          ),
          withdrawn: one['withdrawn'] === 1,
        })),
      votes: votes
        .filter((one) => one['item_id'] === item['id'])
        .map((one) => ({
          voteId: text(one['id']),
          method: one['method'] as VoteMethod,
          ayeProposalId: one['aye_proposal_id'] as string | null,
          noProposalId: one['no_proposal_id'] as string | null,
          ballots: all('select * from ballot where vote_id = ?', text(one['id'])).map((b) => ({
            personId: text(b['person_id']),
            choice: b['choice'] as Choice,
          })),
          counts: null,
          chairChoice: null,
          lot: null,
        })),
    })),
  };
  const timeline = voterTimeline(facts);
  return {
    voters: timeline.map((status) => status.voterCount),
    quorate: timeline.every((status) => status.quorate),
    votes: items.flatMap((_, at) => decisionFromVotes(facts, at).results),
    findings: checkMeeting({
      subject: `meeting ${meeting['number']}/${meeting['year']}`,
      state: meeting['state'] as MeetingState,
      meetingDate: text(meeting['held_on']),
      callSentOn: meeting['call_sent_on'] as string | null,
      agendaSentOn: meeting['agenda_sent_on'] as string | null,
      facts,
      sections: items.map((item) => item['section'] as number | null),
      decisions: items.map((item, at) => ({
        type: item['decision_type'] as DecisionType,
        proposalId: decidedProposalId(facts, at, item['decision_type'] as DecisionType),
        electedIds: all('select * from item_person where item_id = ?', text(item['id'])).map((one) =>
          text(one['person_id']),
        ),
        elections: [],
        hasText: item['decision'] !== null,
      })),
      conflicts: conflicts.map((one) => ({
        itemIndex: index(one['item_id']),
        personId: text(one['person_id']),
        ground: one['ground'] as ConflictGround,
        freeText: one['explanation'] as string | null,
      })),
      dissents: dissents.map((one) => ({
        itemIndex: index(one['item_id']),
        personId: text(one['person_id']),
      })),
    }),
  };
}
