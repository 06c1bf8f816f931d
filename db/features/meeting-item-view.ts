/** One item of a meeting as the window shows it, and who attends it. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { suggestConflicts } from '../model/conflict.ts';
import { decisionProblems } from '../model/decision.ts';
import { mayDissent } from '../model/dissent.ts';
import type { Finding } from '../model/errors.ts';
import type { MeetingFacts } from '../model/facts.ts';
import { checkDiaryNumber } from '../model/identifiers.ts';
import type {
  AttachmentView,
  AttendanceView,
  ItemView,
  MeetingView,
  PersonLabel,
  TaskView,
} from '../model/meeting-view.ts';
import { voterStatus } from '../model/quorum.ts';
import { decisionFromVotes, liveProposals, tallyVote } from '../model/voting.ts';
import type { EarlierItem } from './item-origins.ts';
import { decisionFacts, electionFacts, type MeetingRows, parseText } from './meeting-rows.ts';

/** "30 §" for minutes, "5." for a memo. */
function sectionLabel(section: number, profile: 'minutes' | 'memo'): string {
  return profile === 'memo' ? `${section}.` : `${section} §`;
}

export function label(rows: MeetingRows, id: string | null): PersonLabel | null {
  return id === null ? null : (rows.persons.get(id) ?? null);
}

export function person(rows: MeetingRows, id: string): PersonLabel {
  return rows.persons.get(id) ?? { id, name: '?', shortName: '?' };
}

export function attendanceViews(
  rows: MeetingRows,
  facts: MeetingFacts,
  currentIndex: number,
): AttendanceView[] {
  const present =
    rows.items.length > 0 ? new Set(voterStatus(facts, currentIndex).presentIds) : new Set<string>();
  return rows.attendance.map((row) => {
    const seat = rows.seats.find(
      (s) => (row.capacity === 'deputy' ? s.deputyId : s.memberId) === row.person_id,
    );
    const organisation = row.capacity === 'deputy' ? seat?.deputyOrganisation : seat?.memberOrganisation;
    return {
      id: row.id,
      person: person(rows, row.person_id),
      capacity: row.capacity,
      title: row.title,
      excused: row.excused === 1,
      excusedOn: row.excused_on,
      seatId: seat?.seatId ?? null,
      organisation: organisation ?? null,
      intervals: row.intervals.map((interval) => ({
        id: interval.id,
        firstItemId: interval.first_item_id,
        lastItemId: interval.last_item_id,
        open: interval.open === 1,
        arrivedAt: interval.arrived_at,
        leftAt: interval.left_at,
        remote: interval.remote === 1,
        speakerOnly: interval.speaker_only === 1,
      })),
      presentNow: present.has(row.person_id),
      answeredOn: row.intervals.length === 0 ? null : (rows.answers.get(row.person_id) ?? null),
    };
  });
}

type PositionRow = {
  personId: string;
  organisationId: string;
  role: string;
  startsOn: string | null;
  endsOn: string | null;
};

export async function positionsOfApplicants(db: Kysely<Database>, rows: MeetingRows): Promise<PositionRow[]> {
  const applicants = [...new Set(rows.items.flatMap((item) => item.applicant_organisation_id ?? []))];
  if (applicants.length === 0) return [];
  return await db
    .selectFrom('position')
    .select([
      'person_id as personId',
      'organisation_id as organisationId',
      'role',
      'starts_on as startsOn',
      'ends_on as endsOn',
    ])
    .where('organisation_id', 'in', applicants)
    .execute();
}

export function itemView(
  rows: MeetingRows,
  facts: MeetingFacts,
  index: number,
  section: number,
  tasks: {
    decided: Map<string, TaskView[]>;
    followed: Map<string, TaskView[]>;
    organisations: Map<string, string>;
  },
  positions: readonly PositionRow[],
  origins: {
    histories: Map<string, EarlierItem[]>;
    ideas: Map<string, { id: string; title: string }>;
  },
): ItemView {
  const item = rows.items[index]!;
  const status = voterStatus(facts, index);
  const itemFacts = facts.items[index]!;
  const standings = liveProposals(itemFacts.proposals, rows.rules, itemFacts.conflictedIds);
  const voted = decisionFromVotes(facts, index);
  const decision = decisionFacts(rows, facts, index);
  const conflicts = rows.conflicts.filter((conflict) => conflict.item_id === item.id);
  // Those on the list, and the deputies who might be called in for somebody in conflict.
  const concerned = new Set([
    ...rows.attendance.map((row) => row.person_id),
    ...rows.seats.flatMap((seat) =>
      seat.deputyId !== null && conflicts.some((c) => c.person_id === seat.memberId) ? [seat.deputyId] : [],
    ),
  ]);
  return {
    id: item.id,
    position: index,
    section,
    sectionLabel: sectionLabel(section, rows.rules.profile),
    kind: item.kind,
    title: item.title,
    diaryNumber: item.diary_number,
    diaryNumberKnownForm: item.diary_number === null || checkDiaryNumber(item.diary_number).warning === null,
    account: parseText(item.account),
    proposal: parseText(item.proposal),
    proceedings: parseText(item.proceedings),
    decision: parseText(item.decision),
    decisionType: item.decision_type,
    presenter: label(rows, item.presenter_id),
    applicantOrganisation: item.applicant_organisation_id
      ? {
          id: item.applicant_organisation_id,
          name: tasks.organisations.get(item.applicant_organisation_id) ?? '',
        }
      : null,
    startedAt: item.started_at,
    endedAt: item.ended_at,
    references: JSON.parse(item.reference_codes) as string[],
    version: item.version,
    status,
    conflicts: conflicts.map((c) => ({
      id: c.id,
      person: person(rows, c.person_id),
      ground: c.ground,
      explanation: c.explanation,
      declaredBy: c.declared_by,
      leftAt: c.left_at,
      returnedAt: c.returned_at,
    })),
    suggestedConflicts: suggestConflicts(item.applicant_organisation_id, positions, rows.meeting.held_on)
      .filter((s) => concerned.has(s.personId) && !conflicts.some((c) => c.person_id === s.personId))
      .map((s) => ({
        person: person(rows, s.personId),
        organisation: tasks.organisations.get(item.applicant_organisation_id ?? '') ?? '',
        role: s.roles[0] ?? '',
        ground: s.ground,
      })),
    proposals: rows.proposals
      .filter((proposal) => proposal.item_id === item.id)
      .map((proposal) => ({
        id: proposal.id,
        kind: proposal.kind,
        proposer: person(rows, proposal.proposer_id),
        text: proposal.text,
        seconders: proposal.seconderIds.map((id) => person(rows, id)),
        withdrawn: proposal.withdrawn === 1,
        standing: standings.find((s) => s.proposalId === proposal.id)?.state ?? 'live',
      })),
    votes: itemFacts.votes.map((vote) => ({
      id: vote.voteId,
      method: vote.method,
      ayeProposalId: vote.ayeProposalId,
      noProposalId: vote.noProposalId,
      ballots: vote.ballots,
      counts: vote.counts,
      chairChoice: vote.chairChoice,
      lot: vote.lot,
      result: tallyVote(vote, status, rows.rules, status.presidingId),
    })),
    nextVote: voted.next,
    elections: rows.elections
      .filter((election) => election.item_id === item.id)
      .map((election) => ({
        id: election.id,
        title: election.title,
        facts: electionFacts(election),
        candidates: election.candidates.map((c) => ({
          person: person(rows, c.person_id),
          votes: c.votes,
          wonByLot: c.won_by_lot === 1,
        })),
      })),
    elected: rows.itemPersons
      .filter((p) => p.item_id === item.id)
      .map((p) => ({ person: person(rows, p.person_id), role: p.role })),
    dissents: rows.dissents
      .filter((dissent) => dissent.item_id === item.id)
      .map((dissent) => ({
        id: dissent.id,
        person: person(rows, dissent.person_id),
        declared: dissent.declared,
        reasons: dissent.reasons,
        attachmentNumber: rows.attachments.find((a) => a.id === dissent.attachment_id)?.number ?? null,
        ground: decision ? mayDissent(facts, index, dissent.person_id, decision) : null,
      })),
    attachments: rows.attachments.filter((a) => a.itemId === item.id).map(attachmentView),
    tasks: tasks.decided.get(item.id) ?? [],
    followedTasks: tasks.followed.get(item.id) ?? [],
    history: origins.histories.get(item.id) ?? [],
    idea: origins.ideas.get(item.id) ?? null,
    problems: decisionProblems(facts, index, decision),
    decided: decision !== null,
  };
}

export function attachmentView(row: MeetingRows['attachments'][number]): AttachmentView {
  const { id, number, title, sha256, fileName, mediaType, byteSize } = row;
  const file =
    sha256 === null
      ? null
      : { sha256, name: fileName ?? '', mediaType: mediaType ?? '', byteSize: byteSize ?? 0 };
  return { id, number, title, file };
}

/** A finding with the item it is about, so that the window can lead to it. */
export function viewFinding(finding: Finding, items: readonly ItemView[]): MeetingView['findings'][number] {
  const { itemIndex } = finding.details;
  const item = typeof itemIndex === 'number' ? items[itemIndex] : undefined;
  return { code: finding.code, itemId: item?.id ?? null, section: item?.section ?? null };
}
