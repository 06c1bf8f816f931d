/** Documents and attachments (asiakirjat). */
import { plural, type Translation } from '../message.ts';
import type { documents as source } from '../fi/documents.ts';

export const documents: Translation<typeof source> = {
  title: 'Documents',
  attachment: 'Attachment',
  attachments: plural('{count} attachment', '{count} attachments'),
  extract: 'Extract of the minutes',
  version: 'Version',
  publicVersion: 'Public version',
  savePdf: 'Save PDF…',
};
