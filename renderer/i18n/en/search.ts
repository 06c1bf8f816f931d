/** Full-text search (haku). */
import type { Translation } from '../message.ts';
import type { search as source } from '../fi/search.ts';

export const search: Translation<typeof source> = {
  title: 'Search',
  prompt: 'Search organisations, people, meetings and sections',
};
