/** Settings of this person on this computer (asetukset). */
import type { Translation } from '../message.ts';
import type { settings as source } from '../fi/settings.ts';

export const settings: Translation<typeof source> = {
  title: 'Settings',
  lead: 'They concern this computer only, not the data of the board.',
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
  about: 'About the program',
  version: 'Version {version}',
  dataFolder: 'Folder of the database',
  showFolder: 'Show the folder',
};
