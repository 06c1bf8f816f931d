/** Composition of the board: seats, members, deputies (kokoonpano). */
import { plural } from '../message.ts';

export const boards = {
  title: 'Kokoonpano',
  term: 'Toimikausi',
  seat: 'Paikka',
  seats: plural('{count} paikka', '{count} paikkaa'),
  member: 'Jäsen',
  deputy: 'Varajäsen',
  personalDeputy: 'Henkilökohtainen varajäsen',
  chair: 'Puheenjohtaja',
  viceChair: 'Varapuheenjohtaja',
  secretary: 'Sihteeri',
  presenter: 'Esittelijä',
  expert: 'Asiantuntijajäsen',
  vacant: 'Avoin paikka',
} as const;
