/** Actions that follow from decisions (toimenpiteet). */
import { plural, type Translation } from '../message.ts';
import type { tasks as source } from '../fi/tasks.ts';

export const tasks: Translation<typeof source> = {
  title: 'Actions',
  count: plural('{count} action', '{count} actions'),
  new: 'New action',
  due: 'Due',
  responsible: 'Responsible',
  'state.open': 'Open',
  'state.done': 'Done',
  'state.overdue': 'Overdue',
  empty: 'There are no actions.',
};
