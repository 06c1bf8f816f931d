/** Attachments of organisations (järjestön liitteet): rules, agreements, annual reports, kept by hash beside the card. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { attachedFileSchema, attachmentTitleSchema, cleanFileName } from '../model/attachment.ts';
import { AppError } from '../model/errors.ts';
import { idSchema, newId } from '../model/identity.ts';
import { contentFacts } from './files.ts';
import { putBack, removedRows, removing, type Removal } from './removal.ts';

export interface OrganisationAttachment {
  id: string;
  title: string;
  fileName: string;
  sha256: string;
  mediaType: string;
  /** Bytes. */
  byteSize: number;
  /** ISO day. */
  addedOn: string;
}

export const organisationAttachmentSchema = v.object({
  organisationId: idSchema,
  title: attachmentTitleSchema,
  file: attachedFileSchema,
});

/** Newest first. */
export async function organisationAttachments(
  db: Kysely<Database>,
  organisationId: string,
): Promise<OrganisationAttachment[]> {
  return await db
    .selectFrom('organisation_attachment as own')
    .innerJoin('file_content', 'file_content.sha256', 'own.file_sha256')
    .select([
      'own.id',
      'own.title',
      'own.file_name as fileName',
      'own.file_sha256 as sha256',
      'file_content.media_type as mediaType',
      'file_content.byte_size as byteSize',
      'own.added_on as addedOn',
    ])
    .where('own.organisation_id', '=', organisationId)
    .orderBy('own.added_on', 'desc')
    .orderBy('own.id', 'desc')
    .execute();
}

/** @throws AppError NOT_FOUND, FILE_MISSING, FILE_ATTACHED when the organisation has the same content already */
export async function addOrganisationAttachment(
  trx: Kysely<Database>,
  input: v.InferOutput<typeof organisationAttachmentSchema>,
  today: string,
): Promise<{ id: string }> {
  const { organisationId, title, file } = input;
  const organisation = await trx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', organisationId)
    .executeTakeFirst();
  if (!organisation) throw new AppError('NOT_FOUND', { what: 'organisation' });
  await contentFacts(trx, file.sha256);
  const same = await trx
    .selectFrom('organisation_attachment')
    .select('title')
    .where('organisation_id', '=', organisationId)
    .where('file_sha256', '=', file.sha256)
    .executeTakeFirst();
  if (same) throw new AppError('FILE_ATTACHED', { file: cleanFileName(file.name), title: same.title });
  const id = newId();
  await trx
    .insertInto('organisation_attachment')
    .values({
      id,
      organisation_id: organisationId,
      title,
      file_sha256: file.sha256,
      file_name: cleanFileName(file.name),
      added_on: today,
    })
    .execute();
  return { id };
}

/** @throws AppError NOT_FOUND */
export async function renameOrganisationAttachment(
  trx: Kysely<Database>,
  id: string,
  title: string,
): Promise<void> {
  await attachmentRow(trx, id);
  await trx.updateTable('organisation_attachment').set({ title }).where('id', '=', id).execute();
}

/** @throws AppError NOT_FOUND */
export async function removeOrganisationAttachment(trx: Kysely<Database>, id: string): Promise<Removal> {
  await attachmentRow(trx, id);
  return await removing(
    trx,
    async () => void (await trx.deleteFrom('organisation_attachment').where('id', '=', id).execute()),
  );
}

/** Undoes a removal. @throws AppError REMOVAL_UNKNOWN */
export async function restoreOrganisationAttachment(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<void> {
  const rows = await removedRows(trx, removal, procedure);
  if (rows[0]?.entity !== 'organisation_attachment') throw new AppError('REMOVAL_UNKNOWN');
  await putBack(trx, rows);
}

async function attachmentRow(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await trx
    .selectFrom('organisation_attachment')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'attachment' });
}
