/** Actions that follow from decisions (toimenpiteet). */
import { plural } from '../message.ts';

export const tasks = {
  title: 'Toimenpiteet',
  count: plural('{count} toimenpide', '{count} toimenpidettä'),
  new: 'Uusi toimenpide',
  due: 'Määräaika',
  responsible: 'Vastuuhenkilö',
  'state.open': 'Avoin',
  'state.done': 'Tehty',
  'state.overdue': 'Myöhässä',
  empty: 'Toimenpiteitä ei ole.',
} as const;
