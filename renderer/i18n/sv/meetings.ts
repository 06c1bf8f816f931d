/** Meetings, their agenda and their states (kokoukset). */
import { plural, type Translation } from '../message.ts';
import type { meetings as source } from '../fi/meetings.ts';

export const meetings: Translation<typeof source> = {
  title: 'Möten',
  count: plural('{count} möte', '{count} möten'),
  new: 'Nytt möte',
  meetingNumber: 'Möte {number}',
  agenda: 'Föredragningslista',
  minutes: 'Protokoll',
  memo: 'Promemoria',
  live: 'Mötet pågår',
  preview: 'Förhandsgranskning',
  invitation: 'Möteskallelse',
  'state.draft': 'Under beredning',
  'state.called': 'Sammankallat',
  'state.open': 'Pågår',
  'state.closed': 'Avslutat',
  'state.examination': 'Under justering',
  'state.examined': 'Justerat',
  'state.cancelled': 'Inställt',
  empty: 'Det finns inga möten ännu.',
};
