/** The first screen. */
import { plural } from '../message.ts';

export const start = {
  title: 'Aloitus',
  nextMeeting: 'Seuraava kokous',
  noNextMeeting: 'Seuraavaa kokousta ei ole vielä kutsuttu koolle.',
  dueTasks: 'Lähestyvät määräajat',
  openTasks: plural('{count} avoin toimenpide', '{count} avointa toimenpidettä'),
  recent: 'Viimeksi muokatut',
  waiting: 'Odottaa sinua',
} as const;
