/** Actions that follow from decisions (toimenpiteet). */
import { plural, type Translation } from '../message.ts';
import type { tasks as source } from '../fi/tasks.ts';

export const tasks: Translation<typeof source> = {
  title: 'Åtgärder',
  count: plural('{count} åtgärd', '{count} åtgärder'),
  new: 'Ny åtgärd',
  due: 'Tidsfrist',
  responsible: 'Ansvarig',
  'state.open': 'Öppen',
  'state.done': 'Utförd',
  'state.overdue': 'Försenad',
  empty: 'Det finns inga åtgärder.',
};
