/** Gathers what an invitation is made of: the issued call, what went with it, and who gets it. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { callChanges, invitationSequence, isCancelled } from '../model/call.ts';
import type { RecipientView } from '../model/call-view.ts';
import { AppError } from '../model/errors.ts';
import type { InvitationFacts } from '../model/invitation.ts';
import type { Language } from '../model/language.ts';
import { invitationOf } from './call.ts';
import { callEvents, recipientViews } from './call-view.ts';
import { issuedVersions, type IssuedVersion } from './issued.ts';
import { loadMeeting } from './meeting-rows.ts';
import { composeMinutes } from './minutes.ts';
import { secretItems } from './publicity.ts';

export interface InvitationSource {
  facts: InvitationFacts;
  /** What goes as PDF: the newest call and agenda, or the notice of cancellation. */
  documents: IssuedVersion[];
  /** The files that went with them. */
  files: { number: number; title: string; fileName: string; sha256: string; mediaType: string }[];
  recipients: RecipientView[];
  secretary: { name: string; email: string | null } | null;
  chairId: string | null;
  meetingId: string;
  sequence: number;
  /** ISO instant of the newest word. */
  issuedAt: string;
  language: Language;
  /** Items that only the board may see: their ids and sections with the ground. */
  secrets: { itemId: string; section: number; ground: string }[];
  /** Numbers of the attachments of those items. */
  secretAttachments: number[];
}

/** @throws AppError NOT_FOUND, CALL_NOT_ISSUED */
export async function invitationSource(db: Kysely<Database>, meetingId: string): Promise<InvitationSource> {
  const rows = await loadMeeting(db, meetingId);
  const versions = await issuedVersions(db, meetingId);
  const newest = (kind: IssuedVersion['kind']): IssuedVersion | undefined =>
    versions.findLast((version) => version.kind === kind);
  const call = newest('call');
  if (!call) throw new AppError('CALL_NOT_ISSUED');
  const before = versions.find(({ kind, number }) => kind === 'call' && number === call.number - 1);
  const cancellation = isCancelled(versions) ? newest('cancellation') : undefined;
  const agenda = newest('agenda');
  const documents =
    cancellation === undefined ? [call, ...(agenda === undefined ? [] : [agenda])] : [cancellation];
  const minutes = await composeMinutes(db, meetingId);
  const secrets = (await secretItems(db, meetingId)).flatMap(({ itemId, position, ground }) => {
    const item = minutes.items[position];
    return item ? [{ itemId, section: item.section, ground }] : [];
  });
  const { recipients } = await recipientViews(db, rows);
  const secretary = rows.secretaryId === null ? undefined : rows.persons.get(rows.secretaryId);
  const address =
    secretary === undefined
      ? undefined
      : await db.selectFrom('person').select('email').where('id', '=', secretary.id).executeTakeFirst();
  return {
    facts: {
      minutes,
      plan: call.content.plan,
      version: call.number,
      changes: before === undefined ? [] : callChanges(before.content.plan, call.content.plan, 'call'),
      greeting: (await invitationOf(db, meetingId)).greeting,
      note: call.note,
      cancelled: cancellation === undefined ? null : { reason: cancellation.note },
    },
    documents,
    files: cancellation === undefined ? await filesOf(db, (agenda ?? call).id) : [],
    recipients,
    secretary: secretary === undefined ? null : { name: secretary.name, email: address?.email ?? null },
    chairId: rows.chairId,
    meetingId,
    sequence: invitationSequence(callEvents(versions)),
    issuedAt: (cancellation ?? call).issuedAt,
    language: rows.meeting.language,
    secrets,
    secretAttachments: minutes.attachments
      .filter(({ section }) => secrets.some((one) => one.section === section))
      .map(({ number }) => number),
  };
}

async function filesOf(db: Kysely<Database>, documentId: string): Promise<InvitationSource['files']> {
  return await db
    .selectFrom('issued_attachment')
    .innerJoin('file_content', 'file_content.sha256', 'issued_attachment.file_sha256')
    .select([
      'issued_attachment.number',
      'issued_attachment.title',
      'issued_attachment.file_name as fileName',
      'issued_attachment.file_sha256 as sha256',
      'file_content.media_type as mediaType',
    ])
    .where('issued_attachment.document_id', '=', documentId)
    .orderBy('issued_attachment.number')
    .execute();
}
