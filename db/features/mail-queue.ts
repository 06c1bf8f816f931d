/**
 * The queue of messages to be sent. Every step is stored before the network hears of it: what was being sent when the
 * program ended is found as `sending`, and asked about. Results go into the delivery ledger in the same transaction.
 */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { DeliveryEvent } from '../model/delivery.ts';
import { AppError } from '../model/errors.ts';
import {
  afterTry,
  isMailAddress,
  LONGEST_REPLY,
  type MessageState,
  type Pause,
  RECONNECT_MINUTES,
  type SendOutcome,
  STALE_HOURS,
  throttleWait,
  type UnknownAnswer,
} from '../model/mail.ts';
import { ERASED } from '../model/privacy.ts';
import { addDeliveryEvent, type Noting } from './deliveries.ts';

/**
 * After the program has started: what was being sent is of unknown outcome, and what has lain long waits for the user.
 * @param instant ISO
 */
export async function recoverMail(trx: Kysely<Database>, instant: string): Promise<void> {
  await trx.updateTable('mail_message').set({ state: 'unknown' }).where('state', '=', 'sending').execute();
  const before = new Date(Date.parse(instant) - STALE_HOURS * 3_600_000).toISOString();
  await trx
    .updateTable('mail_batch')
    .set({ paused: 'stale', paused_reply: '', resume_at: null })
    .where('created_at', '<', before)
    .where((eb) => eb.or([eb('paused', 'is', null), eb('resume_at', 'is not', null)]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('mail_message')
          .select('mail_message.id')
          .whereRef('mail_message.batch_id', '=', 'mail_batch.id')
          .where('mail_message.state', '=', 'queued'),
      ),
    )
    .execute();
}

/** Whether anything is to be sent, and how long to wait for it. */
export type NextStep = { kind: 'nothing' } | { kind: 'wait'; ms: number } | { kind: 'due' };

/** @param now ms since 1970 */
export async function nextStep(db: Kysely<Database>, perMinute: number, now: number): Promise<NextStep> {
  const { rows } = await sql<{ at: string | null }>`
    select min(max(mail_message.next_at, coalesce(mail_batch.resume_at, mail_message.next_at))) as at
    from mail_message join mail_batch on mail_batch.id = mail_message.batch_id
    where mail_message.state = 'queued' and (mail_batch.paused is null or mail_batch.resume_at is not null)`.execute(
    db,
  );
  const at = rows[0]?.at ?? null;
  if (at === null) return { kind: 'nothing' };
  const tries = await db
    .selectFrom('mail_message')
    .select('attempted_at')
    .where('attempted_at', '>', new Date(now - 60_000).toISOString())
    .execute();
  const ms = Math.max(
    Date.parse(at) - now,
    throttleWait(
      tries.map((row) => Date.parse(row.attempted_at!)),
      perMinute,
      now,
    ),
  );
  return ms > 0 ? { kind: 'wait', ms } : { kind: 'due' };
}

/** A message that is about to be sent. */
export interface MessageToSend {
  id: string;
  batchId: string;
  name: string;
  address: string;
  subject: string;
  body: string;
  fileName: string;
  fileSha256: string;
  content: Uint8Array;
}

/**
 * Takes the message whose turn it is and marks it as being sent. One whose recipient must not be written to any more
 * is cancelled on the way.
 * @returns null when none is due
 */
export async function takeMessage(
  trx: Kysely<Database>,
  { instant, today }: Pick<Noting, 'instant' | 'today'>,
): Promise<MessageToSend | null> {
  for (;;) {
    const row = await trx
      .selectFrom('mail_message')
      .innerJoin('mail_batch', 'mail_batch.id', 'mail_message.batch_id')
      .innerJoin('mail_part', 'mail_part.id', 'mail_message.part_id')
      .innerJoin('delivery', 'delivery.id', 'mail_message.delivery_id')
      .leftJoin('person', 'person.id', 'delivery.person_id')
      .leftJoin('person_privacy', 'person_privacy.person_id', 'delivery.person_id')
      .leftJoin('organisation', 'organisation.id', 'delivery.organisation_id')
      .select(['mail_message.id', 'mail_message.batch_id', 'mail_message.address', 'mail_message.attempts'])
      .select(['subject', 'body', 'file_name', 'file_sha256', 'content', 'delivery_id', 'created_by'])
      .select(['person.name', 'organisation.name_fi', 'restricted_on', 'channel'])
      .where('mail_message.state', '=', 'queued')
      .where('mail_message.next_at', '<=', instant)
      .where((eb) => eb.or([eb('mail_batch.paused', 'is', null), eb('mail_batch.resume_at', '<=', instant)]))
      .orderBy('mail_message.next_at')
      .orderBy('mail_message.id')
      .limit(1)
      .executeTakeFirst();
    if (!row) return null;
    const name = row.name ?? row.name_fi;
    if (
      name === null ||
      row.restricted_on !== null ||
      row.channel === 'none' ||
      !isMailAddress(row.address)
    ) {
      await settle(trx, row.id, 'cancelled', '', instant);
      await ledger(trx, row, 'withdrawn', '', today, instant);
      continue;
    }
    await trx
      .updateTable('mail_message')
      .set({ state: 'sending', attempts: row.attempts + 1, attempted_at: instant })
      .where('id', '=', row.id)
      .execute();
    await trx
      .updateTable('mail_batch')
      .set({ paused: null, paused_reply: '', resume_at: null })
      .where('id', '=', row.batch_id)
      .where('paused', 'is not', null)
      .execute();
    return {
      id: row.id,
      batchId: row.batch_id,
      name,
      address: row.address,
      subject: row.subject,
      body: row.body,
      fileName: row.file_name,
      fileSha256: row.file_sha256,
      content: row.content,
    };
  }
}

/**
 * Notes what came of a try. Does nothing when the message is not being sent any more.
 * @param noting.instant when it ended
 */
export async function noteTry(
  trx: Kysely<Database>,
  messageId: string,
  outcome: SendOutcome,
  noting: Pick<Noting, 'instant' | 'today'>,
): Promise<void> {
  const row = await messageRow(trx, messageId);
  if (row?.state !== 'sending') return;
  const next = afterTry(row.attempts, outcome, Date.parse(noting.instant));
  const reply = outcome.reply.slice(0, LONGEST_REPLY);
  if (next.nextAt === null && next.state !== 'unknown')
    await settle(trx, messageId, next.state, reply, noting.instant);
  else
    await trx
      .updateTable('mail_message')
      .set({
        state: next.state,
        attempts: next.attempts,
        reply,
        next_at: new Date(next.nextAt ?? Date.parse(noting.instant)).toISOString(),
      })
      .where('id', '=', messageId)
      .execute();
  if (next.state === 'sent') await ledger(trx, row, 'sent', '', noting.today, noting.instant);
  if (next.state === 'failed') await ledger(trx, row, 'bounced', reply, noting.today, noting.instant);
  if (outcome.kind === 'paused')
    await pauseBatch(trx, row.batch_id, outcome.pause, {
      reply,
      resumeAt:
        outcome.pause === 'connection'
          ? new Date(Date.parse(noting.instant) + RECONNECT_MINUTES * 60_000).toISOString()
          : null,
    });
}

/** Stops a batch; with `resumeAt` it goes on by itself then. */
export async function pauseBatch(
  trx: Kysely<Database>,
  batchId: string,
  pause: Pause,
  { reply = '', resumeAt = null }: { reply?: string; resumeAt?: string | null } = {},
): Promise<void> {
  await trx
    .updateTable('mail_batch')
    .set({ paused: pause, paused_reply: reply, resume_at: resumeAt })
    .where('id', '=', batchId)
    .execute();
}

/** Pauses every batch that has something left to send, e.g. because there is no password. */
export async function pauseAll(trx: Kysely<Database>, pause: Pause, reply = ''): Promise<void> {
  const rows = await trx
    .selectFrom('mail_message')
    .select('batch_id')
    .distinct()
    .where('state', '=', 'queued')
    .execute();
  for (const { batch_id } of rows) await pauseBatch(trx, batch_id, pause, { reply });
}

/** Lets a batch go on at once, as new. @throws AppError NOT_FOUND */
export async function resumeBatch(trx: Kysely<Database>, batchId: string, instant: string): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('mail_batch')
    .set({ paused: null, paused_reply: '', resume_at: null })
    .where('id', '=', batchId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('NOT_FOUND', { what: 'mail_batch' });
  await trx
    .updateTable('mail_message')
    .set({ next_at: instant })
    .where('batch_id', '=', batchId)
    .where('state', '=', 'queued')
    .execute();
}

/** Takes what has not gone out of the queue; what is being sent is not stopped. Returns how many. */
export async function cancelBatch(
  trx: Kysely<Database>,
  batchId: string,
  noting: Noting,
): Promise<{ cancelled: number }> {
  const rows = await trx
    .selectFrom('mail_message')
    .innerJoin('mail_batch', 'mail_batch.id', 'mail_message.batch_id')
    .select(['mail_message.id', 'delivery_id', 'created_by'])
    .where('batch_id', '=', batchId)
    .where('state', '=', 'queued')
    .execute();
  for (const row of rows) {
    await settle(trx, row.id, 'cancelled', '', noting.instant);
    await ledger(trx, { ...row, created_by: noting.actor }, 'withdrawn', '', noting.today, noting.instant);
  }
  return { cancelled: rows.length };
}

/** The user's answer about messages of which nobody knows whether they went. */
export async function answerUnknown(
  trx: Kysely<Database>,
  input: { messageIds: readonly string[]; answer: UnknownAnswer },
  noting: Noting,
): Promise<void> {
  for (const id of input.messageIds) {
    const row = await messageRow(trx, id);
    if (row?.state !== 'unknown') throw new AppError('NOT_FOUND', { what: 'mail_message' });
    if (input.answer === 'again') {
      await trx
        .updateTable('mail_message')
        .set({ state: 'queued', next_at: noting.instant })
        .where('id', '=', id)
        .execute();
      continue;
    }
    await settle(trx, id, input.answer === 'sent' ? 'sent' : 'cancelled', row.reply, noting.instant);
    const event = input.answer === 'sent' ? 'sent' : 'withdrawn';
    await ledger(trx, { ...row, created_by: noting.actor }, event, '', noting.today, noting.instant);
  }
}

/** Takes a person's messages out of the queue, and the address out of all of them. */
export async function dropMailOf(trx: Kysely<Database>, personId: string, instant: string): Promise<void> {
  const rows = await trx
    .selectFrom('mail_message')
    .innerJoin('delivery', 'delivery.id', 'mail_message.delivery_id')
    .select(['mail_message.id', 'mail_message.state'])
    .where('delivery.person_id', '=', personId)
    .execute();
  for (const { id, state } of rows) {
    if (state === 'queued' || state === 'unknown') await settle(trx, id, 'cancelled', '', instant);
    await trx.updateTable('mail_message').set({ address: ERASED }).where('id', '=', id).execute();
  }
}

async function messageRow(db: Kysely<Database>, id: string) {
  return await db
    .selectFrom('mail_message')
    .innerJoin('mail_batch', 'mail_batch.id', 'mail_message.batch_id')
    .select([
      'mail_message.id',
      'mail_message.state',
      'attempts',
      'reply',
      'batch_id',
      'delivery_id',
      'created_by',
    ])
    .where('mail_message.id', '=', id)
    .executeTakeFirst();
}

async function settle(
  trx: Kysely<Database>,
  id: string,
  state: MessageState,
  reply: string,
  instant: string,
): Promise<void> {
  await trx
    .updateTable('mail_message')
    .set({ state, reply, settled_at: instant })
    .where('id', '=', id)
    .execute();
}

/** An entry of the ledger, where it may follow: what had gone before is not withdrawn by a draft that was dropped. */
async function ledger(
  trx: Kysely<Database>,
  row: { id: string; delivery_id: string; created_by: string },
  event: DeliveryEvent,
  note: string,
  today: string,
  instant: string,
): Promise<void> {
  const message = await trx
    .selectFrom('mail_message')
    .innerJoin('mail_part', 'mail_part.id', 'mail_message.part_id')
    .select(['address', 'language'])
    .where('mail_message.id', '=', row.id)
    .executeTakeFirstOrThrow();
  await addDeliveryEvent(
    trx,
    row.delivery_id,
    event === 'withdrawn' ? '' : message.address,
    { event, channel: 'email', on: today, language: message.language, note },
    { actor: row.created_by, instant, today },
    'where_it_fits',
  );
}
