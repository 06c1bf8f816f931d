/** Putting messages into the queue of mail: each with its parts and the hash of its bytes. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { DeliveryRecipient } from '../model/delivery.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { Language } from '../model/language.ts';
import { isMailAddress } from '../model/mail.ts';
import { type Deliverable, noteDeliveries, type Noting, waitingFor } from './deliveries.ts';

/** The letter in one language with its document. */
export interface MailPart {
  language: Language;
  /** Without what is secret. */
  covered: boolean;
  subject: string;
  body: string;
  fileName: string;
  bytes: Uint8Array;
}

export interface QueuedRecipient extends DeliveryRecipient {
  address: string;
  language: Language;
  covered: boolean;
}

const partKey = ({ language, covered }: Pick<MailPart, 'language' | 'covered'>): string =>
  `${language} ${covered}`;

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Puts a message to each recipient into the queue, and notes in the ledger that they were prepared.
 * @throws AppError MAIL_WAITING when one of them waits for the same document already, MAIL_NO_ADDRESS
 */
export async function enqueueMail(
  trx: Kysely<Database>,
  batch: { document: Deliverable; parts: readonly MailPart[]; recipients: readonly QueuedRecipient[] },
  noting: Noting,
): Promise<{ batchId: string }> {
  const { document, recipients } = batch;
  if (!recipients.every(({ address }) => isMailAddress(address))) throw new AppError('MAIL_NO_ADDRESS');
  const waiting = new Set(await waitingFor(trx, document));
  if (recipients.some((one) => waiting.has(one.personId ?? one.organisationId ?? '')))
    throw new AppError('MAIL_WAITING');
  const { deliveryIds } = await noteDeliveries(
    trx,
    {
      meetingId: document.meetingId,
      kind: document.kind,
      recipients: recipients.map(({ personId, organisationId }) => ({ personId, organisationId })),
      channel: 'email',
      on: noting.today,
      language: null,
      note: '',
      event: 'prepared',
    },
    noting,
  );
  const batchId = newId();
  await trx
    .insertInto('mail_batch')
    .values({
      id: batchId,
      meeting_id: document.meetingId,
      kind: document.kind,
      number: document.number,
      sha256: document.sha256,
      created_at: noting.instant,
      created_by: noting.actor,
      paused: null,
      resume_at: null,
    })
    .execute();
  const partIds = new Map<string, string>();
  for (const part of batch.parts) {
    const id = newId();
    partIds.set(partKey(part), id);
    await trx
      .insertInto('mail_part')
      .values({
        id,
        batch_id: batchId,
        language: part.language,
        covered: part.covered ? 1 : 0,
        subject: part.subject,
        body: part.body,
        file_name: part.fileName,
        file_sha256: sha256Of(part.bytes),
        content: Buffer.from(part.bytes),
      })
      .execute();
  }
  for (const [at, recipient] of recipients.entries())
    await trx
      .insertInto('mail_message')
      .values({
        id: newId(),
        batch_id: batchId,
        part_id: partIds.get(partKey(recipient))!,
        delivery_id: deliveryIds[at]!,
        address: recipient.address,
        attempted_at: null,
        next_at: noting.instant,
        settled_at: null,
      })
      .execute();
  return { batchId };
}
