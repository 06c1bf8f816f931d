/** What may come to the agenda of a meeting (ehdotukset asioiksi): carried-over items and open ideas. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { waitingItems, type CarryReason } from '../model/carried-over.ts';
import { AppError } from '../model/errors.ts';
import { ideaOrder, type IdeaView } from '../model/idea.ts';
import { CARRIED_STAGES, notBefore } from '../model/register-effect.ts';
import { richText, type RichText } from '../model/rich-text.ts';
import { addAttachment } from './attachments.ts';
import { historyOf, itemLinks, type EarlierItem } from './item-origins.ts';
import { itemReferences } from './item-references.ts';
import { addItem } from './items.ts';
import { listIdeas } from './ideas.ts';
import { itemRow, meetingRow } from './meeting-guards.ts';
import { effectsOfMeeting } from './effect-records.ts';
import { parseText } from './meeting-rows.ts';
import { saveEffect } from './register-effects.ts';

/** An item that waits for another meeting. */
export interface CarriedView {
  itemId: string;
  meetingId: string;
  title: string;
  reason: CarryReason;
  /** "3/2026 § 32" */
  reference: string;
  heldOn: string;
  /** Dealings before that one, the first one first. */
  earlier: EarlierItem[];
}

export interface Suggestions {
  carried: CarriedView[];
  ideas: IdeaView[];
}

/**
 * Suggestions for a meeting's agenda: what waits from the board's other meetings, the oldest first, and ideas that
 * are open, those wanted at this meeting first.
 * @throws AppError NOT_FOUND
 */
export async function suggestionsFor(db: Kysely<Database>, meetingId: string): Promise<Suggestions> {
  const meeting = await meetingRow(db, meetingId);
  const carried = await waitingOf(db, meeting.board_id);
  const ideas = await listIdeas(db, meeting.board_id);
  return {
    carried: carried.filter((item) => item.meetingId !== meetingId),
    ideas: ideaOrder(
      ideas.filter((idea) => idea.state === 'open'),
      { id: meeting.id, heldOn: meeting.held_on },
    ),
  };
}

/** Everything of a board that waits for another meeting, the oldest first. */
async function waitingOf(db: Kysely<Database>, boardId: string): Promise<CarriedView[]> {
  const rows = await db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .select([
      'agenda_item.id as itemId',
      'agenda_item.meeting_id as meetingId',
      'agenda_item.kind',
      'agenda_item.title',
      'agenda_item.decision',
      'agenda_item.decision_type as decisionType',
      'meeting.state as meetingState',
      'meeting.held_on as heldOn',
    ])
    .where('meeting.board_id', '=', boardId)
    .where('meeting.state', 'not in', ['draft', 'called', 'in_session'])
    .orderBy('meeting.held_on')
    .orderBy('meeting.number')
    .orderBy('agenda_item.position')
    .execute();
  const dismissed = await db.selectFrom('carry_dismissal').select('item_id').execute();
  const waiting = waitingItems(
    rows.map((row) => ({ ...row, decided: row.decision !== null || row.decisionType !== null })),
    await itemLinks(db, boardId),
    new Set(dismissed.map((row) => row.item_id)),
  );
  const ids = waiting.map((item) => item.itemId);
  const references = await itemReferences(db, ids);
  const histories = await historyOf(db, boardId, ids);
  return waiting.map(({ itemId, meetingId, title, reason, heldOn }) => ({
    itemId,
    meetingId,
    title,
    reason,
    reference: references.get(itemId) ?? '',
    heldOn,
    earlier: histories.get(itemId) ?? [],
  }));
}

/**
 * Takes a waiting item to a meeting's agenda: title, account, proposal, applicant, presenter, diary number and
 * attachments come along, and effects on the register of which nothing has come yet.
 * @throws AppError NOT_FOUND, AGENDA_FROZEN, ITEM_CONTINUED, OTHER_BOARD
 */
export async function takeCarried(
  trx: Kysely<Database>,
  meetingId: string,
  itemId: string,
): Promise<{ id: string }> {
  const source = await itemRow(trx, itemId);
  const meeting = await meetingRow(trx, meetingId);
  const taken = await addItem(
    trx,
    meetingId,
    {
      kind: source.kind,
      title: source.title,
      diaryNumber: source.diary_number,
      applicantOrganisationId: source.applicant_organisation_id,
      presenterId: source.presenter_id,
      account: parseText(source.account),
      proposal: parseText(source.proposal),
    },
    null,
    { from: 'item', itemId },
  );
  const attachments = await trx
    .selectFrom('attachment')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('number')
    .execute();
  for (const { title, file_sha256, file_name } of attachments)
    await addAttachment(trx, {
      meetingId,
      itemId: taken.id,
      title,
      file: file_sha256 === null ? null : { sha256: file_sha256, name: file_name ?? title },
    });
  // What was not decided is decided with the matter: its effects come along, and are applied once, here.
  for (const { row, effect, stage } of await effectsOfMeeting(trx, source.meeting_id))
    if (row.item_id === itemId && CARRIED_STAGES.includes(stage))
      await saveEffect(trx, {
        id: null,
        version: null,
        itemId: taken.id,
        effect: notBefore(effect, meeting.held_on),
      });
  return taken;
}

/** Takes an idea to a meeting's agenda. @throws AppError NOT_FOUND, AGENDA_FROZEN, IDEA_TAKEN, IDEA_REJECTED */
export async function takeIdea(
  trx: Kysely<Database>,
  meetingId: string,
  ideaId: string,
): Promise<{ id: string }> {
  const idea = await trx.selectFrom('idea').selectAll().where('id', '=', ideaId).executeTakeFirst();
  if (!idea) throw new AppError('NOT_FOUND', { what: 'idea' });
  if (idea.rejected_on !== null) throw new AppError('IDEA_REJECTED');
  const account: RichText | null = idea.text.trim() === '' ? null : richText(idea.text.trim());
  return await addItem(
    trx,
    meetingId,
    {
      kind: 'decision',
      title: idea.title,
      diaryNumber: null,
      applicantOrganisationId: idea.proposer_organisation_id,
      presenterId: null,
      account,
      proposal: null,
    },
    null,
    { from: 'idea', ideaId },
  );
}

/**
 * No longer suggests a waiting item (ei oteta enää käsittelyyn).
 * @param today ISO date
 */
export async function dismissCarried(
  trx: Kysely<Database>,
  itemId: string,
  reason: string,
  today: string,
): Promise<void> {
  await itemRow(trx, itemId);
  await trx
    .insertInto('carry_dismissal')
    .values({ item_id: itemId, dismissed_on: today, reason })
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet({ reason, dismissed_on: today }))
    .execute();
}

/** Suggests a dismissed item again. */
export async function recallCarried(trx: Kysely<Database>, itemId: string): Promise<void> {
  await trx.deleteFrom('carry_dismissal').where('item_id', '=', itemId).execute();
}
