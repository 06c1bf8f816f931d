/** Sidorna i en PDF i fönstret. */
import type { Translation } from '../message.ts';
import type { pdf as source } from '../fi/pdf.ts';

export const pdf: Translation<typeof source> = {
  tools: 'Bläddra bland sidorna',
  page: 'Sida {page} / {count}',
  previous: 'Föregående sida',
  next: 'Nästa sida',
  smaller: 'Förminska',
  larger: 'Förstora',
  locked: 'PDF-filen är skyddad med lösenord och kan inte visas. Ta bort skyddet och bifoga filen på nytt.',
  broken: 'PDF-filen kan inte visas: den är skadad. Spara en kopia och prova ett annat program.',
  pageBroken: 'Den här sidan kan inte ritas. Spara en kopia och prova ett annat program.',
};
