/** Meetings, their agenda and their states (kokoukset). */
import { plural, type Translation } from '../message.ts';
import type { meetings as source } from '../fi/meetings.ts';

export const meetings: Translation<typeof source> = {
  title: 'Meetings',
  count: plural('{count} meeting', '{count} meetings'),
  new: 'New meeting',
  meetingNumber: 'Meeting {number}',
  agenda: 'Agenda',
  minutes: 'Minutes',
  memo: 'Notes of the meeting',
  live: 'In session',
  preview: 'Preview',
  invitation: 'Notice of meeting',
  'state.draft': 'In preparation',
  'state.called': 'Called',
  'state.open': 'In session',
  'state.closed': 'Closed',
  'state.examination': 'Under examination',
  'state.examined': 'Examined',
  'state.cancelled': 'Cancelled',
  empty: 'There are no meetings yet.',
};
