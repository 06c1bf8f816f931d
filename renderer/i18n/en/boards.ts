/** Composition of the board: seats, members, deputies (kokoonpano). */
import { plural, type Translation } from '../message.ts';
import type { boards as source } from '../fi/boards.ts';

export const boards: Translation<typeof source> = {
  title: 'Composition',
  term: 'Term',
  seat: 'Seat',
  seats: plural('{count} seat', '{count} seats'),
  member: 'Member',
  deputy: 'Deputy',
  personalDeputy: 'Personal deputy',
  chair: 'Chair',
  viceChair: 'Vice chair',
  secretary: 'Secretary',
  presenter: 'Presenting officer',
  expert: 'Expert member',
  vacant: 'Vacant seat',
};
