/** A person's own screen. */
import { plural, type Translation } from '../message.ts';
import type { persons as source } from '../fi/persons.ts';

export const persons: Translation<typeof source> = {
  edit: 'Redigera uppgifterna',
  editHint: 'Anteckna bara det som behövs i arbetet. Ursprung, hälsa eller övertygelse antecknas inte.',
  saved: 'Personens uppgifter sparades.',
  meetings: 'Möten',
  meetingsNone: 'Inga möten.',
  meeting: '{board} {label}',
  place: '{label} § {section}',
  'figure.present': 'närvarande',
  'figure.excused': 'förhinder anmält',
  'figure.absent': 'frånvarande',
  'presence.present': 'närvarande',
  'presence.excused': 'förhinder',
  'presence.absent': 'frånvarande',
  'capacity.member': 'ledamot',
  'capacity.deputy': 'ersättare',
  'capacity.other': 'annan deltagare',
  conflicts: 'Jäv',
  tasks: 'Åtgärder',
  taskOpen: 'öppen',
  taskDue: 'tidsfrist {date}',
  taskDone: 'avslutad',
  meetingsAll: plural('Visa {count} möte', 'Visa alla {count} möten'),
};
