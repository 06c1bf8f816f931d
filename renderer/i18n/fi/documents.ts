/** Documents and attachments (asiakirjat). */
import { plural } from '../message.ts';

export const documents = {
  title: 'Asiakirjat',
  attachment: 'Liite',
  attachments: plural('{count} liite', '{count} liitettä'),
  extract: 'Pöytäkirjanote',
  version: 'Versio',
  publicVersion: 'Julkinen versio',
  savePdf: 'Tallenna PDF…',
} as const;
