/** A § examined at once in the meeting (pykälän tarkastus kokouksessa): from then on its words stand. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import type { Finding } from '../model/errors.ts';
import { assertMayChange, itemRow, meetingOfItem, meetingRow } from './meeting-guards.ts';
import { applyExaminedEffects, withdrawItemEffects, type AppliedEffects } from './register-effects.ts';
import { textHash } from './snapshots.ts';

type ItemTexts = Pick<
  Awaited<ReturnType<typeof itemRow>>,
  'title' | 'account' | 'proposal' | 'proceedings' | 'decision' | 'decision_type'
>;

/** The hash of an item's words. */
function itemHash(item: ItemTexts): string {
  const { title, account, proposal, proceedings, decision, decision_type } = item;
  return textHash(JSON.stringify([title, account, proposal, proceedings, decision, decision_type]));
}

/**
 * The board examines a § at the meeting itself; its effects on the register are applied.
 * @param time local `HH:MM`, or null when it was not noted
 * @throws AppError ITEM_NOT_DECIDED, ITEM_EXAMINED, NOT_IN_SESSION, MEETING_EXAMINED
 */
export async function examineItem(
  trx: Kysely<Database>,
  itemId: string,
  time: string | null,
): Promise<{ meetingId: string; effects: AppliedEffects }> {
  const { item, meeting } = await meetingOfItem(trx, itemId, 'record');
  if (item.decision === null && item.decision_type === null) throw new AppError('ITEM_NOT_DECIDED');
  await trx
    .insertInto('item_examination')
    .values({ item_id: itemId, examined_at: time, sha256: itemHash(item) })
    .execute();
  const effects = await applyExaminedEffects(trx, meeting.id, itemId, meeting.held_on);
  return { meetingId: meeting.id, effects };
}

/** Takes that back when it was noted by mistake, before the minutes go to be examined. @throws AppError EFFECT_* */
export async function withdrawItemExamination(
  trx: Kysely<Database>,
  itemId: string,
): Promise<{ meetingId: string }> {
  const item = await itemRow(trx, itemId);
  const meeting = await meetingRow(trx, item.meeting_id);
  assertMayChange(meeting, 'record');
  await withdrawItemEffects(trx, meeting.id, itemId, meeting.held_on);
  await trx.deleteFrom('item_examination').where('item_id', '=', itemId).execute();
  return { meetingId: item.meeting_id };
}

/** Items examined at once whose words are not what they were. */
export async function checkExaminedItems(db: Kysely<Database>): Promise<Finding[]> {
  const rows = await db
    .selectFrom('item_examination')
    .innerJoin('agenda_item', 'agenda_item.id', 'item_examination.item_id')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .selectAll('agenda_item')
    .select(['item_examination.sha256', 'meeting.number', 'meeting.year'])
    .execute();
  return rows
    .filter((row) => itemHash(row) !== row.sha256)
    .map((row) => ({
      code: 'item_examination_hash',
      severity: 'error',
      subject: `meeting ${row.number}/${row.year} § ${row.section ?? row.position + 1}`,
      details: { sha256: row.sha256 },
    }));
}
