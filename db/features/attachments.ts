/** Attachments (liitteet) of a meeting: adding, naming, moving, their files, and their numbers. */
import type { Kysely } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import {
  numberAttachments,
  type attachmentChangeSchema,
  type attachmentInputSchema,
} from '../model/attachment.ts';
import { AppError } from '../model/errors.ts';
import { cleanFileName } from '../model/file-name.ts';
import { newId } from '../model/identity.ts';
import { numbersFrozen } from '../model/meeting-state.ts';
import { contentFacts } from './files.ts';
import { assertMayChange, itemRow, meetingRow } from './meeting-guards.ts';
import { putBack, removedRows, removing, type Removal } from './removal.ts';

type File = { sha256: string; name: string } | null;

/** Adds an attachment. Its number follows from its place in the agenda; after the meeting it is the next one. */
export async function addAttachment(
  trx: Kysely<Database>,
  input: v.InferOutput<typeof attachmentInputSchema>,
): Promise<{ id: string; number: number }> {
  const meeting = await meetingRow(trx, input.meetingId);
  assertMayChange(meeting, 'text');
  await assertItemOf(trx, meeting.id, input.itemId);
  await assertNotTwice(trx, meeting.id, input.itemId, input.file, null);
  const row = await trx
    .selectFrom('attachment')
    .select(({ fn }) => fn.max<number | null>('number').as('highest'))
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirst();
  const id = newId();
  await trx
    .insertInto('attachment')
    .values({
      id,
      meeting_id: meeting.id,
      item_id: input.itemId,
      number: (row?.highest ?? 0) + 1,
      title: input.title,
      ...fileColumns(input.file),
    })
    .execute();
  await renumberAttachments(trx, meeting.id);
  const { number } = await attachmentRow(trx, id);
  return { id, number };
}

/**
 * Renames an attachment, moves it to another item or gives it another file. What was there before stays in the log.
 * @throws AppError ATTACHMENT_NUMBERS_FROZEN for a move after the meeting
 */
export async function changeAttachment(
  trx: Kysely<Database>,
  input: v.InferOutput<typeof attachmentChangeSchema>,
): Promise<{ meetingId: string }> {
  const row = await attachmentRow(trx, input.id);
  const meeting = await meetingRow(trx, row.meeting_id);
  assertMayChange(meeting, 'text');
  const itemId = input.itemId === undefined ? row.item_id : input.itemId;
  if (itemId !== row.item_id) {
    if (numbersFrozen(meeting.state)) throw new AppError('ATTACHMENT_NUMBERS_FROZEN');
    await assertItemOf(trx, meeting.id, itemId);
  }
  const kept = row.file_sha256 === null ? null : { sha256: row.file_sha256, name: row.file_name ?? '' };
  const file = input.file === undefined ? kept : input.file;
  await assertNotTwice(trx, meeting.id, itemId, file, row.id);
  await trx
    .updateTable('attachment')
    .set({ title: input.title ?? row.title, item_id: itemId, ...fileColumns(file) })
    .where('id', '=', row.id)
    .execute();
  await renumberAttachments(trx, meeting.id);
  return { meetingId: meeting.id };
}

/**
 * Removes an attachment; the numbers close the gap.
 * @throws AppError ATTACHMENT_NUMBERS_FROZEN after the meeting, unless it is the last one
 */
export async function removeAttachment(
  trx: Kysely<Database>,
  id: string,
): Promise<{ meetingId: string; removal: Removal }> {
  const row = await attachmentRow(trx, id);
  const meeting = await meetingRow(trx, row.meeting_id);
  assertMayChange(meeting, 'text');
  if (numbersFrozen(meeting.state)) {
    const later = await trx
      .selectFrom('attachment')
      .select('id')
      .where('meeting_id', '=', meeting.id)
      .where('number', '>', row.number)
      .executeTakeFirst();
    if (later) throw new AppError('ATTACHMENT_NUMBERS_FROZEN');
  }
  const removal = await removing(
    trx,
    async () => void (await trx.deleteFrom('attachment').where('id', '=', id).execute()),
  );
  await renumberAttachments(trx, meeting.id);
  return { meetingId: meeting.id, removal };
}

/** Undoes `removeAttachment`. @throws AppError REMOVAL_UNKNOWN */
export async function restoreAttachment(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<{ id: string; meetingId: string }> {
  const rows = await removedRows(trx, removal, procedure);
  const attachment = rows.find((row) => row.entity === 'attachment' && row.action === 'delete');
  if (!attachment) throw new AppError('REMOVAL_UNKNOWN');
  const meetingId = String(attachment.before['meeting_id']);
  assertMayChange(await meetingRow(trx, meetingId), 'text');
  await makeRoom(trx, meetingId, [Number(attachment.before['number'])]);
  await putBack(trx, rows);
  await renumberAttachments(trx, meetingId);
  return { id: attachment.entityId, meetingId };
}

/** Shifts the present attachments so that those with these numbers can come back between them. */
export async function makeRoom(
  trx: Kysely<Database>,
  meetingId: string,
  numbers: readonly number[],
): Promise<void> {
  const present = await trx
    .selectFrom('attachment')
    .select(['id', 'number'])
    .where('meeting_id', '=', meetingId)
    .orderBy('number')
    .execute();
  const taken = new Set(numbers);
  const next = new Map<string, number>();
  let number = 0;
  for (const { id } of present) {
    do number += 1;
    while (taken.has(number));
    next.set(id, number);
  }
  await setNumbers(trx, present, next);
}

/** Gives the numbers anew in the order of the agenda. Those of a finished meeting are kept (its texts cite them). */
export async function renumberAttachments(trx: Kysely<Database>, meetingId: string): Promise<void> {
  const meeting = await meetingRow(trx, meetingId);
  if (numbersFrozen(meeting.state)) return;
  const rows = await trx
    .selectFrom('attachment')
    .leftJoin('agenda_item', 'agenda_item.id', 'attachment.item_id')
    .select(['attachment.id', 'attachment.number', 'agenda_item.position as itemPosition'])
    .where('attachment.meeting_id', '=', meetingId)
    .execute();
  await setNumbers(trx, rows, numberAttachments(rows));
}

/** Numbers are unique at every moment, so those that move go out of the way first. */
async function setNumbers(
  trx: Kysely<Database>,
  rows: readonly { id: string; number: number }[],
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  const moving = rows.filter(({ id, number }) => numbers.get(id) !== number);
  const set = async (id: string, number: number): Promise<void> =>
    void (await trx.updateTable('attachment').set({ number }).where('id', '=', id).execute());
  const aside = Math.max(0, ...rows.map(({ number }) => number), ...numbers.values()) + 1;
  for (const [index, { id }] of moving.entries()) await set(id, aside + index);
  for (const { id } of moving) await set(id, numbers.get(id)!);
}

const fileColumns = (file: File): { file_sha256: string | null; file_name: string | null } => ({
  file_sha256: file?.sha256 ?? null,
  file_name: file === null ? null : cleanFileName(file.name),
});

async function attachmentRow(trx: Kysely<Database>, id: string) {
  const row = await trx.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'attachment' });
  return row;
}

async function assertItemOf(trx: Kysely<Database>, meetingId: string, itemId: string | null): Promise<void> {
  if (itemId !== null && (await itemRow(trx, itemId)).meeting_id !== meetingId)
    throw new AppError('NOT_FOUND', { what: 'item' });
}

/** @throws AppError FILE_MISSING; ATTACHMENT_TWICE when the item has the same content already */
async function assertNotTwice(
  trx: Kysely<Database>,
  meetingId: string,
  itemId: string | null,
  file: File,
  self: string | null,
): Promise<void> {
  if (file === null) return;
  await contentFacts(trx, file.sha256);
  const same = await trx
    .selectFrom('attachment')
    .select(['id', 'number', 'title'])
    .where('meeting_id', '=', meetingId)
    .where('item_id', 'is', itemId)
    .where('file_sha256', '=', file.sha256)
    .execute();
  const other = same.find(({ id }) => id !== self);
  if (other)
    throw new AppError('ATTACHMENT_TWICE', {
      file: cleanFileName(file.name),
      number: other.number,
      title: other.title,
    });
}
