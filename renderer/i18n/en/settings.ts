/** Settings of this person on this computer (asetukset). */
import type { Translation } from '../message.ts';
import type { settings as source } from '../fi/settings.ts';

export const settings: Translation<typeof source> = {
  title: 'Settings',
  lead: 'Name, language and theme concern this computer only. The mail settings belong to the open database.',
  appearance: 'Appearance',
  language: 'Interface language',
  languageHint: 'The language of a document is chosen for each document.',
  theme: 'Theme',
  'theme.system': 'As the system',
  'theme.light': 'Light',
  'theme.dark': 'Dark',
  user: 'User',
  userName: 'Your name',
  userNameHint: 'Recorded in the history of changes when you save something.',
  pdf: 'PDF files',
  pdfUse: 'PDF of reports, lists and certificates',
  pdfUseHint: 'For the documents of a meeting the form is chosen when they are saved.',
  'pdfUse.archive': 'For the archive (PDF/A-2a)',
  'pdfUse.distribution': 'For sending, accessible (PDF/UA-1)',
  mailNotSet: 'Not in use yet. Messages can be sent from a server of your own or made as drafts.',
  mailFrom: '{address}, server {host}',
  about: 'About the program',
  version: 'Version {version}',
  dataFolder: 'Folder of the database',
  showFolder: 'Show the folder',
};
