/** All rows of one meeting, read together; and the facts that the rules see. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { AgendaSending, Sending } from '../model/call.ts';
import { decidedProposalId, type DecisionFacts } from '../model/decision.ts';
import { AppError } from '../model/errors.ts';
import type { ElectionFacts, ItemFacts, MeetingFacts, PresenceInterval, VoteFacts } from '../model/facts.ts';
import { KIND_RULES, needsNoObjection, openerSpan } from '../model/meeting-kind.ts';
import { isEmptyText, type RichText } from '../model/rich-text.ts';
import type { RuleProfile } from '../model/rules.ts';
import type { PersonLabel } from '../model/meeting-view.ts';
import { attachmentsOf, type AttachedFile } from './files.ts';
import { agendaSendingOf, sendingOf } from './issued.ts';
import { rulesOn } from './rules-in-force.ts';

type Row<T extends keyof Database> = Selectable<Database[T]>;

export interface SeatRow {
  seatId: string;
  number: number;
  fieldName: string | null;
  memberId: string | null;
  memberOrganisation: string | null;
  deputyId: string | null;
  deputyOrganisation: string | null;
}

export interface MeetingRows {
  meeting: Row<'meeting'>;
  board: Row<'board'>;
  rules: RuleProfile;
  term: { startsOn: string; endsOn: string } | null;
  items: Row<'agenda_item'>[];
  seats: SeatRow[];
  attendance: (Row<'attendance'> & { intervals: Row<'attendance_interval'>[] })[];
  conflicts: Row<'conflict'>[];
  proposals: (Row<'proposal'> & { seconderIds: string[] })[];
  votes: (Row<'vote'> & { ballots: Row<'ballot'>[] })[];
  elections: (Row<'election'> & { candidates: Row<'election_candidate'>[] })[];
  dissents: Row<'dissent'>[];
  attachments: AttachedFile[];
  breaks: Row<'meeting_break'>[];
  itemPersons: Row<'item_person'>[];
  /** Items examined at once in the meeting, in the order of the agenda. */
  itemExaminations: Row<'item_examination'>[];
  examinerIds: string[];
  chairId: string | null;
  viceChairId: string | null;
  secretaryId: string | null;
  presenterId: string | null;
  persons: Map<string, PersonLabel>;
  /** When the call for the meeting's day went out. */
  sending: Sending;
  /** In a decision by e-mail: the day on which each person answered. */
  answers: Map<string, string>;
  agendaSending: AgendaSending;
}

/**
 * Reads a meeting with everything in it.
 * @throws AppError NOT_FOUND
 */
export async function loadMeeting(db: Kysely<Database>, meetingId: string): Promise<MeetingRows> {
  const meeting = await db.selectFrom('meeting').selectAll().where('id', '=', meetingId).executeTakeFirst();
  if (!meeting) throw new AppError('NOT_FOUND', { what: 'meeting' });
  const board = await db
    .selectFrom('board')
    .selectAll()
    .where('id', '=', meeting.board_id)
    .executeTakeFirstOrThrow();
  const rules = await rulesOn(db, meeting.board_id, meeting.held_on);
  const items = await db
    .selectFrom('agenda_item')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
  const itemIds = items.map((item) => item.id);
  const attendance = await db
    .selectFrom('attendance')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const intervals = await db
    .selectFrom('attendance_interval')
    .innerJoin('attendance', 'attendance.id', 'attendance_interval.attendance_id')
    .selectAll('attendance_interval')
    .where('attendance.meeting_id', '=', meetingId)
    .orderBy('attendance_interval.id')
    .execute();
  const ofItems = <T extends 'conflict' | 'dissent'>(table: T) =>
    db
      .selectFrom(table as 'conflict')
      .selectAll()
      .where('item_id', 'in', itemIds)
      .orderBy('id');
  const conflicts = itemIds.length ? await ofItems('conflict').execute() : [];
  const dissents = itemIds.length
    ? ((await ofItems('dissent').execute()) as unknown as Row<'dissent'>[])
    : [];
  const proposals = itemIds.length
    ? await db
        .selectFrom('proposal')
        .selectAll()
        .where('item_id', 'in', itemIds)
        .orderBy('position')
        .execute()
    : [];
  const seconders = proposals.length
    ? await db
        .selectFrom('proposal_seconder')
        .selectAll()
        .where(
          'proposal_id',
          'in',
          proposals.map((row) => row.id),
        )
        .execute()
    : [];
  const votes = itemIds.length
    ? await db.selectFrom('vote').selectAll().where('item_id', 'in', itemIds).orderBy('position').execute()
    : [];
  const ballots = votes.length
    ? await db
        .selectFrom('ballot')
        .selectAll()
        .where(
          'vote_id',
          'in',
          votes.map((row) => row.id),
        )
        .execute()
    : [];
  const elections = itemIds.length
    ? await db.selectFrom('election').selectAll().where('item_id', 'in', itemIds).orderBy('id').execute()
    : [];
  const candidates = elections.length
    ? await db
        .selectFrom('election_candidate')
        .selectAll()
        .where(
          'election_id',
          'in',
          elections.map((row) => row.id),
        )
        .execute()
    : [];
  const attachments = await attachmentsOf(db, meetingId);
  const breaks = await db
    .selectFrom('meeting_break')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  const itemPersons = itemIds.length
    ? await db
        .selectFrom('item_person')
        .selectAll()
        .where('item_id', 'in', itemIds)
        .orderBy('position')
        .execute()
    : [];
  const itemExaminations = await db
    .selectFrom('item_examination')
    .innerJoin('agenda_item', 'agenda_item.id', 'item_examination.item_id')
    .selectAll('item_examination')
    .where('agenda_item.meeting_id', '=', meetingId)
    .orderBy('agenda_item.position')
    .execute();
  const examiners = await db
    .selectFrom('examiner')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
  const term = await db
    .selectFrom('term')
    .select(['id', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('board_id', '=', meeting.board_id)
    .where('starts_on', '<=', meeting.held_on)
    .where('ends_on', '>=', meeting.held_on)
    .executeTakeFirst();
  const seats = term ? await seatsOn(db, term.id, meeting.held_on) : [];
  const offices = await officesOn(db, meeting.board_id, meeting.held_on);
  return {
    meeting,
    board,
    rules,
    term: term ? { startsOn: term.startsOn, endsOn: term.endsOn } : null,
    items,
    seats,
    attendance: attendance.map((row) => ({
      ...row,
      intervals: intervals
        .filter((interval) => interval.attendance_id === row.id)
        .sort((a, b) => (a.arrived_at ?? '').localeCompare(b.arrived_at ?? '')),
    })),
    conflicts,
    proposals: proposals.map((row) => ({
      ...row,
      seconderIds: seconders.filter((s) => s.proposal_id === row.id).map((s) => s.person_id),
    })),
    votes: votes.map((row) => ({ ...row, ballots: ballots.filter((ballot) => ballot.vote_id === row.id) })),
    elections: elections.map((row) => ({
      ...row,
      candidates: candidates.filter((c) => c.election_id === row.id),
    })),
    dissents,
    attachments,
    breaks,
    itemPersons,
    itemExaminations,
    examinerIds: examiners.map((row) => row.person_id),
    chairId: meeting.chair_id ?? offices.chair,
    viceChairId: offices.vice_chair,
    secretaryId: meeting.secretary_id ?? offices.secretary,
    presenterId: meeting.presenter_id ?? offices.presenter,
    persons: await personLabels(db),
    sending: await sendingOf(db, meeting),
    answers: await answersOf(db, meeting),
    agendaSending: await agendaSendingOf(db, meeting),
  };
}

async function answersOf(db: Kysely<Database>, meeting: Row<'meeting'>): Promise<Map<string, string>> {
  if (KIND_RULES[meeting.kind].convenes) return new Map();
  const rows = await db
    .selectFrom('invitation_reply')
    .select(['person_id', 'replied_on'])
    .where('meeting_id', '=', meeting.id)
    .where('reply', '=', 'coming')
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.replied_on]));
}

/** Every person's label by id: a board's people are few hundred at most. */
export async function personLabels(db: Kysely<Database>): Promise<Map<string, PersonLabel>> {
  const rows = await db.selectFrom('person').select(['id', 'name', 'short_name']).execute();
  return new Map(
    rows.map((row) => [row.id, { id: row.id, name: row.name, shortName: row.short_name ?? row.name }]),
  );
}

/** The seats of a term with who held them on a day. */
export async function seatsOn(db: Kysely<Database>, termId: string, date: string): Promise<SeatRow[]> {
  const seats = await db
    .selectFrom('seat')
    .leftJoin('field', 'field.id', 'seat.field_id')
    .select(['seat.id', 'seat.number', 'field.name_fi as fieldName'])
    .where('seat.term_id', '=', termId)
    .orderBy('seat.number')
    .execute();
  const holders = await db
    .selectFrom('seat_holder')
    .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
    .leftJoin('organisation', 'organisation.id', 'seat_holder.organisation_id')
    .select([
      'seat_holder.seat_id',
      'seat_holder.person_id',
      'seat_holder.role',
      'organisation.name_fi as organisation',
    ])
    .where('seat.term_id', '=', termId)
    .where('seat_holder.starts_on', '<=', date)
    .where((eb) => eb.or([eb('seat_holder.ends_on', 'is', null), eb('seat_holder.ends_on', '>=', date)]))
    .orderBy('seat_holder.starts_on', 'desc')
    .execute();
  return seats.map((seat) => {
    const of = (role: 'member' | 'deputy') => holders.find((h) => h.seat_id === seat.id && h.role === role);
    return {
      seatId: seat.id,
      number: seat.number,
      fieldName: seat.fieldName,
      memberId: of('member')?.person_id ?? null,
      memberOrganisation: of('member')?.organisation ?? null,
      deputyId: of('deputy')?.person_id ?? null,
      deputyOrganisation: of('deputy')?.organisation ?? null,
    };
  });
}

/** Who holds the board's single offices on a day. */
export async function officesOn(
  db: Kysely<Database>,
  boardId: string,
  date: string,
): Promise<Record<'chair' | 'vice_chair' | 'secretary' | 'presenter', string | null>> {
  const rows = await db
    .selectFrom('office')
    .select(['office', 'person_id'])
    .where('board_id', '=', boardId)
    .where('starts_on', '<=', date)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', date)]))
    .orderBy('starts_on', 'desc')
    .execute();
  const of = (office: string): string | null => rows.find((row) => row.office === office)?.person_id ?? null;
  return {
    chair: of('chair'),
    vice_chair: of('vice_chair'),
    secretary: of('secretary'),
    presenter: of('presenter'),
  };
}

/** The facts of a meeting for the rules. */
export function meetingFacts(rows: MeetingRows): MeetingFacts {
  const indexOf = new Map(rows.items.map((item, index) => [item.id, index]));
  return {
    rules: rows.rules,
    chairId: rows.chairId,
    viceChairId: rows.viceChairId,
    presenterId: rows.presenterId,
    ...(needsNoObjection(rows.rules, rows.meeting.kind) ? { needsNoObjection: true } : {}),
    opener: openerSpan({
      kind: rows.meeting.kind,
      openerId: rows.meeting.opener_id,
      chairId: rows.chairId,
      electedIds: rows.items.map((item) =>
        rows.itemPersons
          .filter((person) => person.item_id === item.id && person.role === 'elected')
          .map((person) => person.person_id),
      ),
    }),
    seats: rows.seats,
    attendance: rows.attendance.map((row) => ({
      personId: row.person_id,
      capacity: row.capacity,
      intervals: row.intervals.map((interval): PresenceInterval => {
        const firstItem = interval.first_item_id === null ? 0 : (indexOf.get(interval.first_item_id) ?? 0);
        const last =
          interval.last_item_id === null
            ? firstItem - 1
            : (indexOf.get(interval.last_item_id) ?? firstItem - 1);
        return {
          firstItem,
          lastItem: interval.open === 1 ? null : last,
          arrivedAt: interval.arrived_at,
          leftAt: interval.left_at,
          remote: interval.remote === 1,
          ...(interval.speaker_only === 1 ? { speakerOnly: true } : {}),
        };
      }),
    })),
    items: rows.items.map((item): ItemFacts => ({
      itemId: item.id,
      presenterId: item.presenter_id,
      conflictedIds: rows.conflicts.filter((c) => c.item_id === item.id).map((c) => c.person_id),
      proposals: rows.proposals
        .filter((proposal) => proposal.item_id === item.id)
        .map((proposal) => ({
          proposalId: proposal.id,
          kind: proposal.kind,
          proposerId: proposal.proposer_id,
          seconderIds: proposal.seconderIds,
          withdrawn: proposal.withdrawn === 1,
        })),
      votes: rows.votes.filter((vote) => vote.item_id === item.id).map(voteFacts),
    })),
  };
}

function voteFacts(vote: MeetingRows['votes'][number]): VoteFacts {
  return {
    voteId: vote.id,
    method: vote.method,
    ayeProposalId: vote.aye_proposal_id,
    noProposalId: vote.no_proposal_id,
    ballots: vote.ballots.map((ballot) => ({ personId: ballot.person_id, choice: ballot.choice })),
    counts:
      vote.aye_count === null
        ? null
        : { aye: vote.aye_count, no: vote.no_count ?? 0, blank: vote.blank_count ?? 0 },
    chairChoice: vote.chair_choice,
    lot: vote.lot,
  };
}

/** An election of an item for the rules. */
export function electionFacts(election: MeetingRows['elections'][number]): ElectionFacts {
  return {
    places: election.places,
    candidates: election.candidates.map((c) => ({ candidateId: c.person_id, votes: c.votes })),
    blanks: election.blanks,
    lotWinners: election.candidates.filter((c) => c.won_by_lot === 1).map((c) => c.person_id),
  };
}

/** What an item's record says was decided; null when nothing has been recorded. */
export function decisionFacts(
  rows: MeetingRows,
  facts: MeetingFacts,
  itemIndex: number,
): DecisionFacts | null {
  const item = rows.items[itemIndex];
  if (!item) return null;
  const hasText = !isEmptyText(parseText(item.decision));
  if (item.decision_type === null && !hasText) return null;
  const type = item.decision_type ?? 'other';
  return {
    type,
    proposalId: decidedProposalId(facts, itemIndex, type),
    electedIds: rows.itemPersons
      .filter((person) => person.item_id === item.id)
      .map((person) => person.person_id),
    elections: rows.elections.filter((row) => row.item_id === item.id).map(electionFacts),
    hasText,
  };
}

/** A stored rich text; the schema guarded it on the way in. */
export function parseText(json: string | null): RichText | null {
  return json === null ? null : (JSON.parse(json) as RichText);
}
