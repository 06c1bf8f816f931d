/** What the rules of examination see of a meeting, and the examination as the window shows it. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  approverIds,
  earliestExaminedOn,
  missingApproverIds,
  openWays,
  type ExaminationFacts,
  type ExaminationView,
  type RoundView,
} from '../model/examination.ts';
import type { PersonLabel } from '../model/meeting-view.ts';
import { itemReferenceText } from '../model/numbering.ts';
import { loadMeeting, type MeetingRows } from './meeting-rows.ts';
import { sectionsOf } from './meeting-view.ts';
import { correctionsOf } from './minutes.ts';
import { profilesOf } from './rules-in-force.ts';

type Round = Selectable<Database['examination_round']>;

/** The open round of a meeting, or null. */
export async function openRound(db: Kysely<Database>, meetingId: string): Promise<Round | null> {
  const row = await db
    .selectFrom('examination_round')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** What the rules of examination see of a meeting. */
export async function examinationFacts(
  db: Kysely<Database>,
  rows: MeetingRows,
  round: Round | null,
): Promise<ExaminationFacts> {
  const approvals = round
    ? await db
        .selectFrom('examiner_approval')
        .select(['person_id as personId', 'approved_on as approvedOn'])
        .where('round_id', '=', round.id)
        .execute()
    : [];
  const unresolved = await db
    .selectFrom('examination_remark')
    .innerJoin('examination_round', 'examination_round.id', 'examination_remark.round_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('examination_round.meeting_id', '=', rows.meeting.id)
    .where('resolved_on', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    rules: rows.rules,
    heldOn: rows.meeting.held_on,
    examinerIds: rows.examinerIds,
    chairId: rows.chairId,
    itemIds: rows.items.map((item) => item.id),
    itemsOnTheSpot: rows.itemExaminations.map((row) => row.item_id),
    attendedIds: rows.attendance.filter((row) => row.intervals.length > 0).map((row) => row.person_id),
    round: round ? { way: round.way, openedOn: round.opened_on, approvals } : null,
    unresolvedRemarks: unresolved.count,
  };
}

/** Items of later, finished meetings that dealt with earlier minutes, the soonest first. */
export async function approvingItems(
  db: Kysely<Database>,
  meeting: { id: string; board_id: string; held_on: string },
): Promise<{ itemId: string; reference: string; title: string; heldOn: string }[]> {
  const profile = await profilesOf(db, meeting.board_id);
  const rows = await db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .select([
      'agenda_item.id',
      'agenda_item.section',
      'agenda_item.title',
      'meeting.number',
      'meeting.year',
      'meeting.held_on',
    ])
    .where('meeting.board_id', '=', meeting.board_id)
    .where('meeting.id', '!=', meeting.id)
    .where('meeting.held_on', '>=', meeting.held_on)
    .where('meeting.state', 'in', ['closed', 'under_examination', 'examined', 'published'])
    .where('agenda_item.kind', '=', 'previous_minutes')
    .where('agenda_item.decision_type', 'is not', null)
    .orderBy('meeting.held_on')
    .orderBy('meeting.number')
    .execute();
  return rows.map((row) => ({
    itemId: row.id,
    reference: itemReferenceText(row, row.section, profile(row.held_on)),
    title: row.title,
    heldOn: row.held_on,
  }));
}

/**
 * The examination of a meeting's minutes with everything derived.
 * @throws AppError NOT_FOUND
 */
export async function examinationView(db: Kysely<Database>, meetingId: string): Promise<ExaminationView> {
  const rows = await loadMeeting(db, meetingId);
  const round = await openRound(db, meetingId);
  const facts = await examinationFacts(db, rows, round);
  const sections = await sectionsOf(db, rows);
  const label = (id: string): PersonLabel => rows.persons.get(id) ?? { id, name: '?', shortName: '?' };
  const sectionOf = (itemId: string | null): number | null =>
    sections[rows.items.findIndex((item) => item.id === itemId)] ?? null;
  const versions = await db
    .selectFrom('minutes_snapshot')
    .select(['id', 'version', 'created_at as createdAt', 'created_by as createdBy', 'sha256'])
    .where('meeting_id', '=', meetingId)
    .orderBy('version')
    .execute();
  const way = round?.way ?? openWays(facts)[0]!;
  const remarkers = [...facts.examinerIds, ...(facts.chairId ? [facts.chairId] : []), ...facts.attendedIds];
  return {
    ways: openWays(facts),
    rounds: await rounds(db, meetingId, label, sectionOf, versions),
    missingApprovals: missingApproverIds(facts).map(label),
    approvers: approverIds(facts, way).map(label),
    remarkers: [...new Set(remarkers)].map(label),
    unresolvedRemarks: facts.unresolvedRemarks,
    approvingItems: await approvingItems(db, rows.meeting),
    itemsOnTheSpot: rows.itemExaminations.map((row) => ({
      itemId: row.item_id,
      examinedAt: row.examined_at,
    })),
    versions: versions.map(({ version, createdAt, createdBy, sha256 }) => ({
      version,
      createdAt,
      createdBy,
      sha256,
    })),
    corrections: await correctionsOf(db, meetingId),
    earliestExaminedOn: earliestExaminedOn(facts),
  };
}

async function rounds(
  db: Kysely<Database>,
  meetingId: string,
  label: (id: string) => PersonLabel,
  sectionOf: (itemId: string | null) => number | null,
  versions: readonly { id: string; version: number }[],
): Promise<RoundView[]> {
  const ofMeeting = db
    .selectFrom('examination_round')
    .select('examination_round.id')
    .where('meeting_id', '=', meetingId);
  const approvals = await db
    .selectFrom('examiner_approval')
    .selectAll()
    .where('round_id', 'in', ofMeeting)
    .orderBy('approved_on')
    .execute();
  const remarks = await db
    .selectFrom('examination_remark')
    .selectAll()
    .where('round_id', 'in', ofMeeting)
    .orderBy('id')
    .execute();
  const found = await db
    .selectFrom('examination_round')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('number')
    .execute();
  return found.map((row) => ({
    id: row.id,
    number: row.number,
    way: row.way,
    openedOn: row.opened_on,
    openingReason: row.opening_reason,
    closedOn: row.closed_on,
    outcome: row.outcome,
    reason: row.reason,
    decidedReference: row.decided_reference,
    approvals: approvals
      .filter((approval) => approval.round_id === row.id)
      .map((approval) => ({ person: label(approval.person_id), approvedOn: approval.approved_on })),
    remarks: remarks
      .filter((remark) => remark.round_id === row.id)
      .map((remark) => ({
        id: remark.id,
        itemId: remark.item_id,
        section: sectionOf(remark.item_id),
        person: label(remark.person_id),
        text: remark.text,
        notedOn: remark.noted_on,
        resolution: remark.resolution,
        resolvedOn: remark.resolved_on,
      })),
    version: versions.find((version) => version.id === row.snapshot_id)?.version ?? null,
  }));
}
