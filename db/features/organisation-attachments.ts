/** Attachments of organisations (järjestön liitteet): rules, agreements, annual reports. */
import * as v from 'valibot';
import { idSchema } from '../model/identity.ts';
import { newFileEntries, type FileOwner } from './owned-files.ts';

export const ORGANISATION_FILES: FileOwner = {
  table: 'organisation_attachment',
  column: 'organisation_id',
  owner: 'organisation',
};

export const organisationAttachmentSchema = v.object({ organisationId: idSchema, ...newFileEntries });
