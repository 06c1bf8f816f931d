/** Full-text search (haku). */
import { plural, type Translation } from '../message.ts';
import type { search as source } from '../fi/search.ts';

export const search: Translation<typeof source> = {
  title: 'Search',
  prompt: 'Search organisations, people, meetings and sections',
  minutesTitle: 'Search the minutes',
  minutesLead:
    'All meetings and their sections, imported minutes too. Finnish words are found in every inflected form.',
  field: 'Search the sections',
  placeholder: 'Word, matter, date or diary number',
  filters: 'Filters',
  board: 'Board',
  yearFrom: 'From year',
  yearTo: 'To year',
  kind: 'Kind of item',
  decisionType: 'Decision',
  person: 'Person',
  organisation: 'Organisation',
  state: 'State of the meeting',
  conflicted: 'Conflict of interest recorded',
  any: 'All',
  counted: '{label} ({count})',
  meetingHead: '{board} {label}',
  section: '§ {section}',
  itemNumber: '{section}.',
  conflict: 'conflict of interest',
  more: 'The first {shown} are shown. Narrow the search or the filters.',
  start: 'Type a word or choose a filter',
  startBody:
    'The search goes through titles, accounts, proposals, proceedings, decisions and dissenting opinions. The arrow keys move among the hits, Enter opens the section.',
  noneBody: 'Try another word, or remove filters.',
  open: 'Open {where}: {title}',
  imported: 'imported',
  found: plural('{count} hit', '{count} hits'),
};
