/** The first screen. */
import { plural, type Translation } from '../message.ts';
import type { start as source } from '../fi/start.ts';

export const start: Translation<typeof source> = {
  title: 'Start',
  nextMeeting: 'Följande möte',
  noNextMeeting: 'Följande möte har inte sammankallats ännu.',
  dueTasks: 'Kommande tidsfrister',
  openTasks: plural('{count} öppen åtgärd', '{count} öppna åtgärder'),
  recent: 'Senast redigerade',
  waiting: 'Väntar på dig',
};
