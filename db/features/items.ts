/** Items of an agenda (asiat): adding, changing, ordering, removing. */
import type { Kysely, Updateable } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { removeSearchEntry } from '../core/search.ts';
import { ENDING_KINDS } from '../model/agenda-template.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { TEXT_PARTS, type itemChangeSchema, type itemInputSchema } from '../model/meeting.ts';
import { isEmptyText, type RichText } from '../model/rich-text.ts';
import { makeRoom, renumberAttachments } from './attachments.ts';
import { assertMayChange, assertVersion, meetingOfItem, meetingRow } from './meeting-guards.ts';
import { setOrigin, type ItemOrigin } from './item-origins.ts';
import { putBack, removedRows, removing, type Removal } from './removal.ts';
import { assertMentionsExist } from './mentions.ts';
import { parseText } from './meeting-rows.ts';
import { indexItem } from './search.ts';

type ItemValues = v.InferOutput<typeof itemInputSchema>;
type ItemChangeValues = v.InferOutput<typeof itemChangeSchema>;

const stored = (text: RichText | null): string | null =>
  text === null || isEmptyText(text) ? null : JSON.stringify(text);

/**
 * Adds an item.
 * @param position place in the agenda, 0 first; `null`: before the standing items that end a meeting
 * @param origin the idea or the earlier item that it comes of
 */
export async function addItem(
  trx: Kysely<Database>,
  meetingId: string,
  values: ItemValues,
  position: number | null,
  origin: ItemOrigin | null = null,
): Promise<{ id: string }> {
  const meeting = await meetingRow(trx, meetingId);
  assertMayChange(meeting, 'agenda');
  await assertMentionsExist(trx, [values.account, values.proposal], []);
  const items = await order(trx, meetingId);
  const ending = items.findIndex((item) => ENDING_KINDS.includes(item.kind));
  const place = Math.min(position ?? (ending === -1 ? items.length : ending), items.length);
  const id = newId();
  await trx
    .insertInto('agenda_item')
    .values({
      id,
      meeting_id: meetingId,
      position: items.length,
      kind: values.kind,
      title: values.title,
      diary_number: values.diaryNumber,
      account: stored(values.account),
      proposal: stored(values.proposal),
      presenter_id: values.presenterId,
      applicant_organisation_id: values.applicantOrganisationId,
    })
    .execute();
  if (origin !== null) await setOrigin(trx, meeting, id, origin);
  const ids = items.map((item) => item.id);
  ids.splice(place, 0, id);
  await renumber(trx, ids);
  await indexItem(trx, id);
  return { id };
}

/**
 * Changes some fields of an item, as autosave sends them.
 * @throws AppError CONFLICT when the item has changed since `version`; nothing is overwritten then. MENTION_UNKNOWN for
 *   a link to what is not there
 */
export async function changeItem(
  trx: Kysely<Database>,
  input: ItemChangeValues,
): Promise<{ version: number; meetingId: string }> {
  const { change } = input;
  const { item, meeting } = await meetingOfItem(trx, input.itemId, 'text');
  assertVersion(item, input.version, 'item');
  await assertMentionsExist(
    trx,
    TEXT_PARTS.map((part) => change[part] ?? null),
    TEXT_PARTS.map((part) => parseText(item[part])),
  );
  if (change.decision !== undefined || change.proceedings !== undefined || change.decisionType !== undefined)
    assertMayChange(meeting, 'record');
  const set: Updateable<Database['agenda_item']> = { version: item.version + 1 };
  if (change.kind !== undefined) set.kind = change.kind;
  if (change.title !== undefined) set.title = change.title;
  if (change.diaryNumber !== undefined) set.diary_number = change.diaryNumber;
  if (change.applicantOrganisationId !== undefined)
    set.applicant_organisation_id = change.applicantOrganisationId;
  if (change.presenterId !== undefined) set.presenter_id = change.presenterId;
  if (change.decisionType !== undefined) set.decision_type = change.decisionType;
  if (change.startedAt !== undefined) set.started_at = change.startedAt;
  if (change.endedAt !== undefined) set.ended_at = change.endedAt;
  for (const part of TEXT_PARTS) {
    const text = change[part];
    if (text !== undefined) set[part] = stored(text);
  }
  await trx.updateTable('agenda_item').set(set).where('id', '=', item.id).execute();
  await indexItem(trx, item.id);
  return { version: item.version + 1, meetingId: item.meeting_id };
}

/** Moves an item to another place in the agenda. */
export async function moveItem(
  trx: Kysely<Database>,
  itemId: string,
  position: number,
): Promise<{ meetingId: string }> {
  const { item } = await meetingOfItem(trx, itemId, 'agenda');
  const ids = (await order(trx, item.meeting_id)).map((one) => one.id).filter((id) => id !== itemId);
  ids.splice(Math.max(0, Math.min(position, ids.length)), 0, itemId);
  await renumber(trx, ids);
  await renumberAttachments(trx, item.meeting_id);
  return { meetingId: item.meeting_id };
}

/**
 * Removes an item on which nothing has been recorded yet, with its attachments and links to tasks.
 * @returns what `restoreItem` needs to undo it
 * @throws AppError ITEM_HAS_RECORD when there are votes, proposals, conflicts, effects, a decision or tasks on it
 */
export async function removeItem(
  trx: Kysely<Database>,
  itemId: string,
): Promise<{ meetingId: string; removal: Removal }> {
  const { item, meeting } = await meetingOfItem(trx, itemId, 'agenda');
  const recorded = await Promise.all(
    (
      [
        'vote',
        'proposal',
        'conflict',
        'election',
        'dissent',
        'task_deadline_change',
        'register_effect',
      ] as const
    ).map((table) => trx.selectFrom(table).select('id').where('item_id', '=', itemId).executeTakeFirst()),
  );
  const task = await trx
    .selectFrom('task')
    .select('id')
    .where('decided_item_id', '=', itemId)
    .executeTakeFirst();
  const present = await trx
    .selectFrom('attendance_interval')
    .select('id')
    .where((eb) => eb.or([eb('first_item_id', '=', itemId), eb('last_item_id', '=', itemId)]))
    .executeTakeFirst();
  if (
    recorded.some((row) => row !== undefined) ||
    task ||
    present ||
    item.decision !== null ||
    item.proceedings !== null
  )
    throw new AppError('ITEM_HAS_RECORD', { title: item.title });
  const removal = await removing(trx, async () => {
    await trx.deleteFrom('attachment').where('item_id', '=', itemId).execute();
    if (meeting.current_item_id === itemId)
      await trx.updateTable('meeting').set({ current_item_id: null }).where('id', '=', meeting.id).execute();
    await trx.deleteFrom('agenda_item').where('id', '=', itemId).execute();
  });
  await removeSearchEntry(trx, 'item', itemId);
  await renumber(
    trx,
    (await order(trx, item.meeting_id)).map((one) => one.id),
  );
  await renumberAttachments(trx, meeting.id);
  return { meetingId: item.meeting_id, removal };
}

/**
 * Undoes `removeItem`: the item under its old id and in its old place, with everything that went with it.
 * @throws AppError REMOVAL_UNKNOWN, AGENDA_FROZEN
 */
export async function restoreItem(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<{ id: string; meetingId: string }> {
  const rows = await removedRows(trx, removal, procedure);
  const item = rows.find((row) => row.entity === 'agenda_item' && row.action === 'delete');
  if (!item) throw new AppError('REMOVAL_UNKNOWN');
  const id = item.entityId;
  const meetingId = String(item.before['meeting_id']);
  assertMayChange(await meetingRow(trx, meetingId), 'agenda');
  const ids = (await order(trx, meetingId)).map((one) => one.id);
  const attachments = rows.filter((row) => row.entity === 'attachment' && row.action === 'delete');
  await makeRoom(
    trx,
    meetingId,
    attachments.map((row) => Number(row.before['number'])),
  );
  await putBack(trx, rows);
  ids.splice(Math.min(Number(item.before['position']), ids.length), 0, id);
  await renumber(trx, ids);
  await renumberAttachments(trx, meetingId);
  await indexItem(trx, id);
  return { id, meetingId };
}

async function order(trx: Kysely<Database>, meetingId: string) {
  return await trx
    .selectFrom('agenda_item')
    .select(['id', 'kind', 'position'])
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
}

async function renumber(trx: Kysely<Database>, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries())
    await trx
      .updateTable('agenda_item')
      .set({ position })
      .where('id', '=', id)
      .where('position', '!=', position)
      .execute();
}
