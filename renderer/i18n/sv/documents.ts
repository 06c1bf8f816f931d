/** Documents and attachments (asiakirjat). */
import { plural, type Translation } from '../message.ts';
import type { documents as source } from '../fi/documents.ts';

export const documents: Translation<typeof source> = {
  title: 'Dokument',
  attachment: 'Bilaga',
  attachments: plural('{count} bilaga', '{count} bilagor'),
  extract: 'Protokollsutdrag',
  version: 'Version',
  publicVersion: 'Offentlig version',
  savePdf: 'Spara PDF…',
};
