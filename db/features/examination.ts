/** Examination of the minutes: rounds, remarks, approvals and the frozen version. */
import type { Kysely } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { checkMeeting } from '../model/check-meeting.ts';
import { AppError } from '../model/errors.ts';
import {
  assertMayApprove,
  earliestExaminedOn,
  examinationMet,
  mayRemark,
  missingApproverIds,
  openWays,
  type ApprovingMeeting,
  type approvalSchema,
  type ExaminationWay,
  type remarkSchema,
  type resolveRemarkSchema,
  type returnSchema,
} from '../model/examination.ts';
import { newId } from '../model/identity.ts';
import { assertTransition, numbersFrozen } from '../model/meeting-state.ts';
import { itemReferenceText } from '../model/numbering.ts';
import type { Phrases } from '../model/phrases.ts';
import { approvingItems, examinationFacts, openRound } from './examination-facts.ts';
import { itemRow, meetingRow } from './meeting-guards.ts';
import { loadMeeting, meetingFacts, type MeetingRows } from './meeting-rows.ts';
import { meetingCheck, sectionsOf } from './meeting-view.ts';
import { examinationOf } from './minutes.ts';
import { applyExaminedEffects, type AppliedEffects } from './register-effects.ts';
import { rulesOn } from './rules-in-force.ts';
import { indexMeeting } from './search.ts';
import { composedText, freeze, newestSnapshot, readDocument, textHash } from './snapshots.ts';

type Out<T extends v.GenericSchema> = v.InferOutput<T>;

/** @throws AppError MEETING_UNFINISHED when the record has errors */
async function assertNoErrors(trx: Kysely<Database>, rows: MeetingRows): Promise<void> {
  const sections = await sectionsOf(trx, rows);
  const errors = checkMeeting(meetingCheck(rows, meetingFacts(rows), sections)).filter(
    (finding) => finding.severity === 'error',
  );
  if (errors.length > 0)
    throw new AppError('MEETING_UNFINISHED', {
      count: errors.length,
      codes: [...new Set(errors.map((e) => e.code))].join(' '),
    });
}

async function insertRound(
  trx: Kysely<Database>,
  meetingId: string,
  values: { way: ExaminationWay; openedOn: string; openingReason: string; content: string },
): Promise<number> {
  const last = await trx
    .selectFrom('examination_round')
    .select(({ fn }) => fn.max<number | null>('number').as('number'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await trx
    .insertInto('examination_round')
    .values({
      id: newId(),
      meeting_id: meetingId,
      number,
      opened_on: values.openedOn,
      way: values.way,
      opening_reason: values.openingReason,
      content: values.content,
      sha256: textHash(values.content),
      closed_on: null,
      outcome: null,
      decided_item_id: null,
      decided_reference: null,
      snapshot_id: null,
    })
    .execute();
  return number;
}

/**
 * The minutes go to be examined (tarkastettavaksi): a round opens with the text as it is now, and the record is
 * locked.
 * @param way null: the way that the rules mean
 * @param phrases the shipped phrases, in whose words the text is read and examined
 * @throws AppError MEETING_UNFINISHED, EXAMINED_BEFORE_MEETING, requirement_not_met
 */
export async function startExamination(
  trx: Kysely<Database>,
  input: { meetingId: string; way: ExaminationWay | null; openedOn: string },
  phrases: Phrases | null = null,
): Promise<{ round: number }> {
  const rows = await loadMeeting(trx, input.meetingId);
  const { meeting } = rows;
  await assertNoErrors(trx, rows);
  if (input.openedOn < meeting.held_on)
    throw new AppError('EXAMINED_BEFORE_MEETING', {}, { openedOn: 'before_meeting' });
  const facts = await examinationFacts(trx, rows, null);
  const way = input.way ?? openWays(facts)[0]!;
  assertTransition(meeting.state, 'under_examination', examinationMet(facts, way, null).add('no_errors'));
  const content = await composedText(trx, meeting.id, 'unexamined', phrases);
  const round = await insertRound(trx, meeting.id, {
    way,
    openedOn: input.openedOn,
    openingReason: '',
    content,
  });
  await setState(trx, meeting, 'under_examination');
  return { round };
}

async function setState(
  trx: Kysely<Database>,
  meeting: { id: string; version: number },
  state: 'closed' | 'under_examination' | 'examined' | 'published',
  more: { examined_on?: string | null; displayed_from?: string | null } = {},
): Promise<void> {
  await trx
    .updateTable('meeting')
    .set({ state, version: meeting.version + 1, ...more })
    .where('id', '=', meeting.id)
    .execute();
}

/** A remark (huomautus) of an examiner on one § or on the whole. @throws AppError NO_OPEN_ROUND, NOT_AN_EXAMINER */
export async function addRemark(
  trx: Kysely<Database>,
  input: Out<typeof remarkSchema>,
): Promise<{ id: string }> {
  const rows = await loadMeeting(trx, input.meetingId);
  const round = await openRound(trx, input.meetingId);
  if (round === null) throw new AppError('NO_OPEN_ROUND');
  const facts = await examinationFacts(trx, rows, round);
  if (!mayRemark(facts, input.personId)) throw new AppError('NOT_AN_EXAMINER');
  if (input.itemId !== null && !facts.itemIds.includes(input.itemId))
    throw new AppError('NOT_FOUND', { what: 'item' });
  if (input.itemId !== null && facts.itemsOnTheSpot.includes(input.itemId))
    throw new AppError('ITEM_EXAMINED');
  const id = newId();
  await trx
    .insertInto('examination_remark')
    .values({
      id,
      round_id: round.id,
      item_id: input.itemId,
      person_id: input.personId,
      noted_on: input.notedOn,
      text: input.text,
      resolved_on: null,
    })
    .execute();
  return { id };
}

/** What was done about a remark; also after the text went back to be corrected. @throws AppError REMARK_KEPT */
export async function resolveRemark(
  trx: Kysely<Database>,
  input: Out<typeof resolveRemarkSchema>,
): Promise<{ meetingId: string }> {
  const row = await trx
    .selectFrom('examination_remark')
    .innerJoin('examination_round', 'examination_round.id', 'examination_remark.round_id')
    .select(['examination_round.meeting_id', 'resolved_on'])
    .where('examination_remark.id', '=', input.remarkId)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'remark' });
  if (row.resolved_on !== null) throw new AppError('REMARK_KEPT');
  await trx
    .updateTable('examination_remark')
    .set({ resolution: input.resolution, resolved_on: input.resolvedOn })
    .where('id', '=', input.remarkId)
    .execute();
  return { meetingId: row.meeting_id };
}

/** An examiner approves the text of the open round. @throws AppError NO_OPEN_ROUND, NOT_AN_EXAMINER, APPROVED_BEFORE_ROUND */
export async function approve(trx: Kysely<Database>, input: Out<typeof approvalSchema>): Promise<void> {
  const rows = await loadMeeting(trx, input.meetingId);
  const round = await openRound(trx, input.meetingId);
  assertMayApprove(await examinationFacts(trx, rows, round), input.personId, input.approvedOn);
  await trx
    .insertInto('examiner_approval')
    .values({ round_id: round!.id, person_id: input.personId, approved_on: input.approvedOn })
    .onConflict((conflict) =>
      conflict.columns(['round_id', 'person_id']).doUpdateSet({ approved_on: input.approvedOn }),
    )
    .execute();
}

/** Takes back an approval that was noted by mistake. @throws AppError NO_OPEN_ROUND */
export async function withdrawApproval(
  trx: Kysely<Database>,
  input: { meetingId: string; personId: string },
): Promise<void> {
  const round = await openRound(trx, input.meetingId);
  if (round === null) throw new AppError('NO_OPEN_ROUND');
  await trx
    .deleteFrom('examiner_approval')
    .where('round_id', '=', round.id)
    .where('person_id', '=', input.personId)
    .execute();
}

/** The item of a later meeting that approved these minutes. @throws AppError NOT_FOUND, APPROVAL_NOT_LATER */
async function approvingMeeting(
  trx: Kysely<Database>,
  meeting: { id: string; board_id: string; held_on: string },
  itemId: string,
): Promise<ApprovingMeeting> {
  const item = await itemRow(trx, itemId);
  const other = await meetingRow(trx, item.meeting_id);
  const later = other.board_id === meeting.board_id && other.id !== meeting.id;
  if (!later || other.held_on < meeting.held_on || !numbersFrozen(other.state))
    throw new AppError('APPROVAL_NOT_LATER', {}, { decidedItemId: 'approval_not_later' });
  const { profile } = await rulesOn(trx, other.board_id, other.held_on);
  return { heldOn: other.held_on, reference: itemReferenceText(other, item.section, profile) };
}

/**
 * The minutes have been examined (tarkastettu): what the examiners read is frozen as the next version, a hashed
 * snapshot in the board's chain, and its effects on the register are applied.
 * @param instant ISO instant of the snapshot
 * @throws AppError NO_OPEN_ROUND, EXAMINED_BEFORE_MEETING, requirement_not_met
 */
export async function finishExamination(
  trx: Kysely<Database>,
  input: {
    meetingId: string;
    examinedOn: string;
    displayedFrom: string | null;
    decidedItemId: string | null;
  },
  actor: string,
  instant: string,
): Promise<{ sha256: string; version: number; effects: AppliedEffects }> {
  const rows = await loadMeeting(trx, input.meetingId);
  const { meeting } = rows;
  const round = await openRound(trx, meeting.id);
  if (round === null) throw new AppError('NO_OPEN_ROUND');
  await assertNoErrors(trx, rows);
  const facts = await examinationFacts(trx, rows, round);
  const approving =
    input.decidedItemId === null ? null : await approvingMeeting(trx, meeting, input.decidedItemId);
  assertTransition(meeting.state, 'examined', examinationMet(facts, round.way, approving).add('no_errors'));
  if (input.examinedOn < earliestExaminedOn(facts) || (approving && input.examinedOn < approving.heldOn))
    throw new AppError('EXAMINED_BEFORE_APPROVAL', {}, { examinedOn: 'before_approval' });
  await trx
    .updateTable('meeting')
    .set({ examined_on: input.examinedOn, displayed_from: input.displayedFrom })
    .where('id', '=', meeting.id)
    .execute();
  const read = readDocument(round.content);
  const document = JSON.stringify({
    ...read,
    state: 'examined',
    examination: {
      ...read.examination,
      ...(await examinationOf(trx, meeting.id)),
      decidedReference: approving?.reference ?? null,
      examinedOn: input.examinedOn,
      displayedFrom: input.displayedFrom,
    },
  });
  const snapshot = await freeze(trx, meeting.id, document, actor, instant);
  await trx
    .updateTable('examination_round')
    .set({
      closed_on: input.examinedOn,
      outcome: 'approved',
      decided_item_id: input.decidedItemId,
      decided_reference: approving?.reference ?? null,
      snapshot_id: snapshot.id,
    })
    .where('id', '=', round.id)
    .execute();
  await setState(trx, meeting, 'examined');
  await indexMeeting(trx, meeting.id);
  const effects = await applyExaminedEffects(trx, meeting.id, null, input.examinedOn);
  return { sha256: snapshot.sha256, version: snapshot.version, effects };
}

/** The text goes back to be corrected (palautetaan korjattavaksi), with the reason. @throws AppError reason_missing */
export async function returnForCorrection(
  trx: Kysely<Database>,
  input: Out<typeof returnSchema>,
): Promise<void> {
  const meeting = await meetingRow(trx, input.meetingId);
  assertTransition(meeting.state, 'closed', new Set(), input.reason);
  await trx
    .updateTable('examination_round')
    .set({ closed_on: input.on, outcome: 'returned', reason: input.reason.trim() })
    .where('meeting_id', '=', meeting.id)
    .where('closed_on', 'is', null)
    .execute();
  await setState(trx, meeting, 'closed');
}

/**
 * Examined minutes are opened again (tarkastuksen avaaminen uudelleen), with the reason: their snapshot stays, and a
 * round opens with the same text. It makes the next version, or sends the text back to be corrected.
 * @throws AppError reason_missing, requirement_not_met
 */
export async function reopenExamination(
  trx: Kysely<Database>,
  input: Out<typeof returnSchema>,
): Promise<{ round: number }> {
  const rows = await loadMeeting(trx, input.meetingId);
  const { meeting } = rows;
  const facts = await examinationFacts(trx, rows, null);
  const way = openWays(facts)[0]!;
  assertTransition(meeting.state, 'under_examination', examinationMet(facts, way, null), input.reason);
  const snapshot = await newestSnapshot(trx, meeting.id);
  if (!snapshot) throw new AppError('NOT_FOUND', { what: 'snapshot' });
  const read = readDocument(snapshot.document);
  const content = JSON.stringify({
    ...read,
    state: 'unexamined',
    examination: { ...read.examination, examinedOn: null, displayedFrom: null },
  });
  const round = await insertRound(trx, meeting.id, {
    way,
    openedOn: input.on,
    openingReason: input.reason.trim(),
    content,
  });
  await setState(trx, meeting, 'under_examination', { examined_on: null, displayed_from: null });
  return { round };
}

/**
 * Everything at once: the minutes were examined outside the program and this notes it. Opens a round unless one is
 * open, approves for everybody who has not, and finishes. When the next meeting examines, its § is looked up.
 * @throws AppError as `startExamination` and `finishExamination`
 */
export async function examineAtOnce(
  trx: Kysely<Database>,
  meetingId: string,
  values: { examinedOn: string; displayedFrom: string | null },
  actor: string,
  instant: string,
  phrases: Phrases | null = null,
): Promise<{ sha256: string; effects: AppliedEffects }> {
  const meeting = await meetingRow(trx, meetingId);
  if (meeting.state !== 'under_examination')
    await startExamination(trx, { meetingId, way: null, openedOn: values.examinedOn }, phrases);
  const rows = await loadMeeting(trx, meetingId);
  const facts = await examinationFacts(trx, rows, await openRound(trx, meetingId));
  for (const personId of missingApproverIds(facts))
    await approve(trx, { meetingId, personId, approvedOn: values.examinedOn });
  const decided =
    facts.round?.way === 'next_meeting'
      ? (await approvingItems(trx, meeting)).find((item) => item.heldOn <= values.examinedOn)
      : undefined;
  return await finishExamination(
    trx,
    { meetingId, ...values, decidedItemId: decided?.itemId ?? null },
    actor,
    instant,
  );
}
