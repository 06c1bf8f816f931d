/** A person's own screen (henkilön sivu). */
import { plural } from '../message.ts';

export const persons = {
  edit: 'Muokkaa tietoja',
  editHint: 'Kirjaa vain se, mitä työssä tarvitaan. Alkuperää, terveyttä tai vakaumusta ei kirjata.',
  saved: 'Henkilön tiedot tallennettiin.',
  meetings: 'Kokoukset',
  meetingsNone: 'Ei kokouksia.',
  meeting: '{board} {label}',
  place: '{label} § {section}',
  'figure.present': 'läsnä',
  'figure.excused': 'este ilmoitettu',
  'figure.absent': 'poissa',
  'presence.present': 'läsnä',
  'presence.excused': 'este',
  'presence.absent': 'poissa',
  'capacity.member': 'jäsen',
  'capacity.deputy': 'varajäsen',
  'capacity.other': 'muu osallistuja',
  conflicts: 'Esteellisyydet',
  tasks: 'Toimenpiteet',
  taskOpen: 'avoin',
  taskDue: 'määräaika {date}',
  taskDone: 'päättynyt',
  meetingsAll: plural('Näytä {count} kokous', 'Näytä kaikki {count} kokousta'),
} as const;
