/** Meetings, their agenda and their states (kokoukset). */
import { plural } from '../message.ts';

export const meetings = {
  title: 'Kokoukset',
  count: plural('{count} kokous', '{count} kokousta'),
  new: 'Uusi kokous',
  meetingNumber: 'Kokous {number}',
  agenda: 'Esityslista',
  minutes: 'Pöytäkirja',
  memo: 'Muistio',
  live: 'Kokous käynnissä',
  preview: 'Esikatselu',
  invitation: 'Kokouskutsu',
  'state.draft': 'Valmisteilla',
  'state.called': 'Kutsuttu koolle',
  'state.open': 'Käynnissä',
  'state.closed': 'Päättynyt',
  'state.examination': 'Tarkastettavana',
  'state.examined': 'Tarkastettu',
  'state.cancelled': 'Peruttu',
  empty: 'Kokouksia ei ole vielä.',
} as const;
