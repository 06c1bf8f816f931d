/** The first screen. */
import { plural, type Translation } from '../message.ts';
import type { start as source } from '../fi/start.ts';

export const start: Translation<typeof source> = {
  title: 'Home',
  nextMeeting: 'Next meeting',
  noNextMeeting: 'The next meeting has not been called yet.',
  dueTasks: 'Upcoming deadlines',
  openTasks: plural('{count} open action', '{count} open actions'),
  recent: 'Recently edited',
  waiting: 'Waiting for you',
};
