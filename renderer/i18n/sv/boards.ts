/** Composition of the board: seats, members, deputies (kokoonpano). */
import { plural, type Translation } from '../message.ts';
import type { boards as source } from '../fi/boards.ts';

export const boards: Translation<typeof source> = {
  title: 'Sammansättning',
  term: 'Mandatperiod',
  seat: 'Plats',
  seats: plural('{count} plats', '{count} platser'),
  member: 'Ledamot',
  deputy: 'Ersättare',
  personalDeputy: 'Personlig ersättare',
  chair: 'Ordförande',
  viceChair: 'Vice ordförande',
  secretary: 'Sekreterare',
  presenter: 'Föredragande',
  expert: 'Sakkunnigledamot',
  vacant: 'Ledig plats',
};
