/** What tasks offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';
import { openTask } from './dialog-store.ts';

export const actions: readonly Action[] = [
  {
    id: 'new-task',
    title: (t) => t('tasks.new'),
    icon: 'plus',
    shortcut: 'Ctrl+Shift+T',
    keywords: 'toimenpide tehtävä seuranta åtgärd action task',
    run: () => {
      navigate({ name: 'tasks' });
      openTask({ kind: 'new' });
    },
  },
];
