/** Settings of this person on this computer (asetukset). */
import type { Translation } from '../message.ts';
import type { settings as source } from '../fi/settings.ts';

export const settings: Translation<typeof source> = {
  title: 'Inställningar',
  lead: 'Namn, språk och tema gäller bara den här datorn. Inställningarna för e-post hör till den öppna databasen.',
  appearance: 'Utseende',
  language: 'Gränssnittets språk',
  languageHint: 'Dokumentens språk väljs särskilt för varje dokument.',
  theme: 'Tema',
  'theme.system': 'Enligt systemet',
  'theme.light': 'Ljust',
  'theme.dark': 'Mörkt',
  user: 'Användare',
  userName: 'Ditt namn',
  userNameHint: 'Antecknas i ändringshistoriken när du sparar något.',
  pdf: 'PDF-filer',
  pdfUse: 'PDF av rapporter, listor och intyg',
  pdfUseHint: 'För mötets dokument väljs formatet när de sparas.',
  'pdfUse.archive': 'För arkivering (PDF/A-2a)',
  'pdfUse.distribution': 'För utdelning, tillgänglig (PDF/UA-1)',
  mailNotSet: 'Inte i bruk ännu. Meddelanden kan sändas från en egen server eller göras som utkast.',
  mailFrom: '{address}, server {host}',
  about: 'Om programmet',
  version: 'Version {version}',
  dataFolder: 'Databasens mapp',
  showFolder: 'Visa mappen',
};
