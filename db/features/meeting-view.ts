/** A meeting's rows and the rules' answers as one view for the window, the CLI and the composer. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { checkMeeting, type MeetingCheck } from '../model/check-meeting.ts';
import { suggestConflicts } from '../model/conflict.ts';
import { decisionProblems } from '../model/decision.ts';
import { mayDissent } from '../model/dissent.ts';
import type { Finding } from '../model/errors.ts';
import type { MeetingFacts } from '../model/facts.ts';
import { checkDiaryNumber } from '../model/identifiers.ts';
import { hasNumber, keepsNumber } from '../model/meeting-number.ts';
import { isLocked, mayEditAgenda, mayRecordMinutes } from '../model/meeting-state.ts';
import type {
  AttachmentView,
  AttendanceView,
  ItemView,
  MeetingSummary,
  MeetingView,
  PersonLabel,
  TaskView,
} from '../model/meeting-view.ts';
import type { EntryView } from '../model/live-entry.ts';
import { noticeCheck } from '../model/notice.ts';
import { assignSections, meetingNumberText } from '../model/numbering.ts';
import { voterStatus } from '../model/quorum.ts';
import { decisionFromVotes, liveProposals, tallyVote } from '../model/voting.ts';
import {
  decisionFacts,
  electionFacts,
  loadMeeting,
  meetingFacts,
  parseText,
  type MeetingRows,
} from './meeting-rows.ts';
import { historyOf, type EarlierItem } from './item-origins.ts';
import { sentFacts } from './meeting-numbers.ts';
import { firstSections } from './numbering.ts';
import { profilesOf } from './rules-in-force.ts';
import { tasksOfMeeting } from './tasks.ts';

/** "30 §" for minutes, "5." for a memo. */
function sectionLabel(section: number, profile: 'minutes' | 'memo'): string {
  return profile === 'memo' ? `${section}.` : `${section} §`;
}

/**
 * One meeting with everything derived.
 * @throws AppError NOT_FOUND
 */
export async function meetingView(
  db: Kysely<Database>,
  meetingId: string,
  today: string,
): Promise<MeetingView> {
  const rows = await loadMeeting(db, meetingId);
  const facts = meetingFacts(rows);
  const sections = await sectionsOf(db, rows);
  const tasks = await tasksOfMeeting(db, meetingId, today);
  const positions = await positionsOfApplicants(db, rows);
  const origins = {
    histories: await historyOf(
      db,
      rows.meeting.board_id,
      rows.items.map((item) => item.id),
    ),
    ideas: await ideasOf(db, meetingId),
  };
  const items = rows.items.map((_, index) =>
    itemView(rows, facts, index, sections[index] ?? index + 1, tasks, positions, origins),
  );
  const { meeting } = rows;
  const currentIndex = Math.max(
    0,
    rows.items.findIndex((item) => item.id === meeting.current_item_id),
  );
  const findings = checkMeeting(meetingCheck(rows, facts, sections));
  return {
    ...summary(rows, sections),
    boardName: rows.board.name_fi,
    language: meeting.language,
    startedAt: meeting.started_at,
    endedAt: meeting.ended_at,
    diaryNumber: meeting.diary_number,
    callSentOn: meeting.call_sent_on,
    agendaSentOn: meeting.agenda_sent_on,
    agendaSupplementedOn: rows.agendaSending.firstSentOn === null ? null : rows.agendaSending.sentOn,
    notice: noticeCheck(rows.rules, rows.sending.sentOn, meeting.held_on, 'notice'),
    agendaNotice: noticeCheck(rows.rules, rows.agendaSending.sentOn, meeting.held_on, 'agenda'),
    chair: label(rows, rows.chairId),
    viceChair: label(rows, rows.viceChairId),
    secretary: label(rows, rows.secretaryId),
    presenter: label(rows, rows.presenterId),
    opener: label(rows, meeting.opener_id),
    examiners: rows.examinerIds.flatMap((id) => label(rows, id) ?? []),
    examinationDueOn: meeting.examination_due_on,
    examinedOn: meeting.examined_on,
    displayedFrom: meeting.displayed_from,
    currentItemId: meeting.current_item_id,
    rules: rows.rules,
    seats: rows.seats.map((seat) => ({
      seatId: seat.seatId,
      number: seat.number,
      fieldName: seat.fieldName,
      member: label(rows, seat.memberId),
      memberOrganisation: seat.memberOrganisation,
      deputy: label(rows, seat.deputyId),
      deputyOrganisation: seat.deputyOrganisation,
    })),
    attendance: attendanceViews(rows, facts, currentIndex),
    items,
    attachments: rows.attachments.map((a) => ({ ...attachmentView(a), itemId: a.itemId })),
    breaks: rows.breaks.map((one) => ({
      id: one.id,
      itemId: one.item_id,
      startedAt: one.started_at,
      endedAt: one.ended_at,
    })),
    lastEntry: await lastEntry(db, meetingId, items),
    findings: findings.map((finding) => viewFinding(finding, items)),
    mayEditAgenda: mayEditAgenda(meeting.state),
    mayRecordMinutes: mayRecordMinutes(meeting.state),
    locked: isLocked(meeting.state),
  };
}

async function lastEntry(
  db: Kysely<Database>,
  meetingId: string,
  items: readonly ItemView[],
): Promise<EntryView | null> {
  const entry = await db
    .selectFrom('live_entry')
    .leftJoin('person', 'person.id', 'live_entry.person_id')
    .select(['live_entry.kind', 'live_entry.item_id', 'live_entry.noted_at', 'person.name'])
    .where('live_entry.meeting_id', '=', meetingId)
    .orderBy('live_entry.number', 'desc')
    .executeTakeFirst();
  if (!entry) return null;
  return {
    kind: entry.kind,
    person: entry.name,
    section: items.find((item) => item.id === entry.item_id)?.section ?? null,
    time: entry.noted_at,
  };
}

/** § numbers of a meeting's items, in the order of the agenda. */
export async function sectionsOf(db: Kysely<Database>, rows: MeetingRows): Promise<number[]> {
  if (rows.items.length > 0 && rows.items.every((item) => item.section !== null))
    return rows.items.map((item) => item.section ?? 0);
  const first = (await firstSections(db, rows.meeting.board_id)).get(rows.meeting.id) ?? 1;
  return assignSections(
    first,
    rows.items.map((item) => item.id),
  ).map((entry) => entry.section);
}

/** The record in the form that `checkMeeting` reads. */
export function meetingCheck(
  rows: MeetingRows,
  facts: MeetingFacts,
  sections: readonly number[],
): MeetingCheck {
  const indexOf = (itemId: string): number => rows.items.findIndex((item) => item.id === itemId);
  return {
    subject: `meeting ${meetingNumberText(rows.meeting)}`,
    state: rows.meeting.state,
    meetingDate: rows.meeting.held_on,
    callSentOn: rows.sending.sentOn,
    callForOtherDaySentOn: rows.sending.otherDaySentOn,
    agendaSentOn: rows.agendaSending.sentOn,
    facts,
    sections,
    decisions: rows.items.map((_, index) => decisionFacts(rows, facts, index)),
    conflicts: rows.conflicts.map((c) => ({
      itemIndex: indexOf(c.item_id),
      personId: c.person_id,
      ground: c.ground,
      freeText: c.explanation,
    })),
    dissents: rows.dissents.map((d) => ({ itemIndex: indexOf(d.item_id), personId: d.person_id })),
  };
}

function summary(rows: MeetingRows, sections: readonly number[]): MeetingSummary {
  const { meeting } = rows;
  return {
    id: meeting.id,
    boardId: meeting.board_id,
    number: meeting.number,
    year: meeting.year,
    ...numberFacts(meeting),
    cancelledOn: meeting.cancelled_on,
    cancellationReason: meeting.cancellation_reason,
    profile: rows.rules.profile,
    heldOn: meeting.held_on,
    plannedStart: meeting.planned_start,
    place: meeting.place,
    state: meeting.state,
    itemCount: rows.items.length,
    sections: sectionRange(sections),
    version: meeting.version,
  };
}

/** What the rules say of a meeting's number, and the number as it is shown. */
function numberFacts(meeting: Selectable<Database['meeting']>) {
  const numbered = hasNumber(sentFacts(meeting));
  return {
    kind: meeting.kind,
    label: numbered ? meetingNumberText(meeting) : `–/${meeting.year}`,
    keepsNumber: keepsNumber(sentFacts(meeting)),
    hasNumber: numbered,
  };
}

/** Ideas of which items of a meeting came, by item. */
async function ideasOf(
  db: Kysely<Database>,
  meetingId: string,
): Promise<Map<string, { id: string; title: string }>> {
  const rows = await db
    .selectFrom('item_origin')
    .innerJoin('idea', 'idea.id', 'item_origin.idea_id')
    .innerJoin('agenda_item', 'agenda_item.id', 'item_origin.item_id')
    .select(['item_origin.item_id as itemId', 'idea.id', 'idea.title'])
    .where('agenda_item.meeting_id', '=', meetingId)
    .execute();
  return new Map(rows.map(({ itemId, id, title }) => [itemId, { id, title }]));
}

/** "22–35" */
function sectionRange(sections: readonly number[]): string | null {
  const [first, last] = [sections[0], sections.at(-1)];
  if (first === undefined || last === undefined) return null;
  return first === last ? String(first) : `${first}–${last}`;
}

function label(rows: MeetingRows, id: string | null): PersonLabel | null {
  return id === null ? null : (rows.persons.get(id) ?? null);
}

function person(rows: MeetingRows, id: string): PersonLabel {
  return rows.persons.get(id) ?? { id, name: '?', shortName: '?' };
}

function attendanceViews(rows: MeetingRows, facts: MeetingFacts, currentIndex: number): AttendanceView[] {
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

async function positionsOfApplicants(db: Kysely<Database>, rows: MeetingRows): Promise<PositionRow[]> {
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

function itemView(
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

function attachmentView(row: MeetingRows['attachments'][number]): AttachmentView {
  const { id, number, title, sha256, fileName, mediaType, byteSize } = row;
  const file =
    sha256 === null
      ? null
      : { sha256, name: fileName ?? '', mediaType: mediaType ?? '', byteSize: byteSize ?? 0 };
  return { id, number, title, file };
}

/** A finding with the item it is about, so that the window can lead to it. */
function viewFinding(finding: Finding, items: readonly ItemView[]): MeetingView['findings'][number] {
  const { itemIndex } = finding.details;
  const item = typeof itemIndex === 'number' ? items[itemIndex] : undefined;
  return { code: finding.code, itemId: item?.id ?? null, section: item?.section ?? null };
}

/** A board's meetings, newest first. */
export async function listMeetings(db: Kysely<Database>, boardId: string): Promise<MeetingSummary[]> {
  const firsts = await firstSections(db, boardId);
  const profile = await profilesOf(db, boardId);
  const rows = await db
    .selectFrom('meeting')
    .leftJoin('agenda_item', 'agenda_item.meeting_id', 'meeting.id')
    .selectAll('meeting')
    .select(({ fn }) => fn.count<number>('agenda_item.id').as('itemCount'))
    .where('meeting.board_id', '=', boardId)
    .groupBy('meeting.id')
    .orderBy('meeting.held_on', 'desc')
    .orderBy('meeting.number', 'desc')
    .execute();
  return rows.map((row) => {
    const first = firsts.get(row.id) ?? null;
    return {
      id: row.id,
      boardId: row.board_id,
      number: row.number,
      year: row.year,
      ...numberFacts(row),
      cancelledOn: row.cancelled_on,
      cancellationReason: row.cancellation_reason,
      profile: profile(row.held_on),
      heldOn: row.held_on,
      plannedStart: row.planned_start,
      place: row.place,
      state: row.state,
      itemCount: row.itemCount,
      sections: first === null ? null : sectionRange([first, first + row.itemCount - 1]),
      version: row.version,
    };
  });
}
