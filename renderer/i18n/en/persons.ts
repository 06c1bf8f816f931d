/** A person's own screen. */
import { plural, type Translation } from '../message.ts';
import type { persons as source } from '../fi/persons.ts';

export const persons: Translation<typeof source> = {
  edit: 'Edit',
  editHint: 'Enter only what the work needs. Origin, health and faith are not recorded.',
  saved: 'The person was saved.',
  meetings: 'Meetings',
  meetingsNone: 'No meetings.',
  meeting: '{board} {label}',
  place: '{label} § {section}',
  'figure.present': 'present',
  'figure.excused': 'excused',
  'figure.absent': 'absent',
  'presence.present': 'present',
  'presence.excused': 'excused',
  'presence.absent': 'absent',
  'capacity.member': 'member',
  'capacity.deputy': 'deputy',
  'capacity.other': 'other participant',
  conflicts: 'Conflicts of interest',
  tasks: 'Actions',
  taskOpen: 'open',
  taskDue: 'due {date}',
  taskDone: 'closed',
  meetingsAll: plural('Show {count} meeting', 'Show all {count} meetings'),
};
